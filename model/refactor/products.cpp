// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/products.h"

#include "model/refactor/stage_paths.h"
#include "model/shell/commands.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace drydock {
namespace {

/// A command that names where it writes: the option's value is the path.
struct OutputOption {
    std::string_view program;
    std::string_view verb; ///< Among the words behind the program; empty for any.
    std::string_view option;
};
constexpr std::array outputOptions {
    OutputOption {"go", "build", "-o"},
    OutputOption {"cargo", "install", "--root"},
    OutputOption {"gcc", "", "-o"},
    OutputOption {"g++", "", "-o"},
    OutputOption {"cc", "", "-o"},
    OutputOption {"clang", "", "-o"},
    OutputOption {"ld", "", "-o"},
    OutputOption {"dotnet", "publish", "-o"},
    OutputOption {"dotnet", "publish", "--output"},
    OutputOption {"pip", "install", "--prefix"},
    OutputOption {"pip", "install", "--target"},
    OutputOption {"pip3", "install", "--prefix"},
    OutputOption {"pip3", "install", "--target"},
    OutputOption {"pip", "wheel", "-w"},
    OutputOption {"pip", "wheel", "--wheel-dir"},
    OutputOption {"cmake", "--install", "--prefix"},
    OutputOption {"hugo", "", "-d"},
    OutputOption {"hugo", "", "--destination"},
    OutputOption {"curl", "", "-o"},
    OutputOption {"curl", "", "--output"},
    OutputOption {"wget", "", "-O"},
    OutputOption {"tar", "", "-C"},
};

/// A command that has a habit of writing somewhere, relative to the working directory unless it begins with "/".
struct Habit {
    std::string_view program;
    std::string_view verb;
    std::string_view path;
};
constexpr std::array habits {
    Habit {"go", "install", "/go/bin/"},
    Habit {"cargo", "build", "target/release/"},
    Habit {"npm", "build", "dist"},
    Habit {"npm", "build", "build"},
    Habit {"yarn", "build", "dist"},
    Habit {"yarn", "build", "build"},
    Habit {"pnpm", "build", "dist"},
    Habit {"npm", "ci", "node_modules"},
    Habit {"npm", "install", "node_modules"},
    Habit {"yarn", "install", "node_modules"},
    Habit {"pnpm", "install", "node_modules"},
    Habit {"mvn", "package", "target/*.jar"},
    Habit {"mvn", "verify", "target/*.jar"},
    Habit {"mvnw", "package", "target/*.jar"},
    Habit {"gradle", "build", "build/libs/*.jar"},
    Habit {"gradlew", "build", "build/libs/*.jar"},
    Habit {"composer", "install", "vendor"},
    Habit {"hugo", "", "public"},
};

std::string_view programOf(std::string_view word)
{
    const std::size_t slash = word.rfind('/');
    return slash == std::string_view::npos ? word : word.substr(slash + 1);
}

bool hasVerb(std::span<const std::string> words, std::string_view verb)
{
    return verb.empty() || std::ranges::find(words, verb) != words.end();
}

/// The value of `--option value`, `--option=value` or, for one letter, `-ovalue`.
std::optional<std::string> optionValue(std::span<const std::string> words, std::string_view option)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (word == option)
            return i + 1 < words.size() ? std::optional(words[i + 1]) : std::nullopt;
        if (word.starts_with(std::string(option) + "="))
            return word.substr(option.size() + 1);
        if (option.size() == 2 && word.size() > 2 && word.starts_with(option))
            return word.substr(2);
    }
    return {};
}

class ProductReader {
public:
    ProductReader(const GestureContext &context, const References &references, StageIndex stage)
        : m_context(context)
        , m_stage(stage)
        , m_paths(context, references, stage)
    { }

    std::vector<Product> read()
    {
        const Syntax &syntax = m_context.syntax;
        const Stage &block = syntax.stages[m_stage.value];
        for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i) {
            const Instruction &instruction = syntax.instructions[i];
            m_line = std::to_string(instruction.firstLine);
            m_paths.pass(instruction);
            if (instruction.keyword == Keyword::Run)
                readRun(instruction);
            else if (instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add)
                readCopy(instruction);
        }
        // What comes later in the stage is nearer to what the stage is for.
        std::ranges::reverse(m_named);
        std::ranges::reverse(m_habitual);
        std::vector<Product> products;
        for (std::vector<Product> *group : {&m_named, &m_habitual, &m_copied}) {
            for (Product &product : *group)
                addOnce(products, std::move(product));
        }
        if (const auto directory = m_paths.workingDirectory(); directory && *directory != "/")
            addOnce(products,
                    {*directory, {QT_TRANSLATE_NOOP("refactor", "It is the working directory there."), {}}});
        return products;
    }

private:
    static void addOnce(std::vector<Product> &products, Product product)
    {
        if (std::ranges::find(products, product.path, &Product::path) == products.end())
            products.push_back(std::move(product));
    }

    void readRun(const Instruction &instruction)
    {
        if (instruction.isJson) {
            readCommand(argumentValues(m_context.syntax, instruction));
            return;
        }
        std::string script = m_context.syntax.joined(instruction, instruction.arguments);
        for (const Heredoc &heredoc : m_context.syntax.heredocsOf(instruction))
            script += "\n" + std::string(m_context.syntax.textOf(heredoc.body));
        m_directory.clear();
        for (const ShellCommand &command : shellCommands(script))
            readCommand(command);
    }

    void readCommand(std::span<const std::string> words)
    {
        // VARIABLE=value in front of the program.
        while (!words.empty() && words.front().find('=') != std::string::npos
               && !words.front().starts_with('-'))
            words = words.subspan(1);
        if (words.empty())
            return;
        const std::string_view program = programOf(words.front());
        const auto rest = words.subspan(1);
        if (program == "cd") {
            m_directory = rest.empty() ? std::string("~") : inDirectory(rest.front());
            return;
        }
        for (const OutputOption &known : outputOptions) {
            if (program == known.program && hasVerb(rest, known.verb)) {
                if (const auto value = optionValue(rest, known.option); value && *value != "-")
                    addNamed(*value, std::string(known.program) + " " + std::string(known.option));
            }
        }
        readInstall(program, rest);
        for (const Habit &habit : habits) {
            if (program == habit.program && hasVerb(rest, habit.verb))
                addHabit(habit);
        }
    }
    /// configure --prefix=…, cmake -DCMAKE_INSTALL_PREFIX=…, make install DESTDIR=…
    void readInstall(std::string_view program, std::span<const std::string> words)
    {
        const bool configures = program == "configure" || program == "config" || program == "meson";
        if (const auto prefix = configures ? optionValue(words, "--prefix") : std::nullopt)
            addNamed(*prefix, "--prefix");
        for (const std::string_view variable :
             {"DESTDIR=", "PREFIX=", "prefix=", "-DCMAKE_INSTALL_PREFIX=", "-DCMAKE_INSTALL_PREFIX:PATH="}) {
            for (const std::string &word : words) {
                if (word.starts_with(variable))
                    addNamed(word.substr(variable.size()),
                             std::string(variable.substr(0, variable.size() - 1)));
            }
        }
    }

    void readCopy(const Instruction &instruction)
    {
        const std::vector<std::string> arguments = argumentValues(m_context.syntax, instruction);
        if (arguments.size() < 2)
            return;
        if (const auto path = m_paths.absolute(arguments.back()); path && *path != "/")
            m_copied.push_back(
                {*path, {QT_TRANSLATE_NOOP("refactor", "Line %1 copies something there."), {m_line}}});
    }

    /// `path` as the script's own `cd` leaves it.
    std::string inDirectory(const std::string &path) const
    {
        return path.starts_with('/') || m_directory.empty() ? path : m_directory + "/" + path;
    }
    void addNamed(const std::string &path, const std::string &how)
    {
        const auto absolute = m_paths.absolute(inDirectory(path));
        if (!absolute || *absolute == "/" || absolute->starts_with("/dev/") || absolute->starts_with("/tmp/"))
            return;
        m_named.push_back(
            {*absolute,
             {QT_TRANSLATE_NOOP("refactor", "Line %1 names it as its output: “%2”."), {m_line, how}}});
    }
    void addHabit(const Habit &habit)
    {
        if (const auto absolute = m_paths.absolute(inDirectory(std::string(habit.path))))
            m_habitual.push_back(
                {*absolute,
                 {QT_TRANSLATE_NOOP("refactor", "“%2” in line %1 usually writes there."),
                  {m_line,
                   std::string(habit.program) + (habit.verb.empty() ? "" : " ") + std::string(habit.verb)}}});
    }

    const GestureContext &m_context;
    StageIndex m_stage;
    StagePaths m_paths;
    std::string m_line; ///< From 1, of the instruction that is being read.
    std::string m_directory; ///< Where `cd` went; empty for the working directory.
    std::vector<Product> m_named;
    std::vector<Product> m_habitual;
    std::vector<Product> m_copied;
};

} // namespace

std::vector<Product> productsOf(const GestureContext &context, const References &references, StageIndex stage)
{
    return ProductReader(context, references, stage).read();
}

} // namespace drydock
