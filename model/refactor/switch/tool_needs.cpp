// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/tool_needs.h"

#include "model/base/one_of.h"
#include "model/knowledge/base_variants.h"
#include "model/knowledge/image_tags.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/switch/health_check.h"
#include "model/refactor/switch/package_calls.h"

#include <algorithm>
#include <array>
#include <set>

namespace drydock {
namespace {

/// An option that GNU's program has and busybox's has not.
struct GnuOption {
    std::string_view program;
    std::string_view option; ///< Of one letter: may stand among others.
    std::string_view package; ///< Of Alpine, with GNU's program.
};

constexpr std::array<GnuOption, 16> gnuOptions {{
    {"grep", "-P", "grep"},
    {"find", "-printf", "findutils"},
    {"find", "-regextype", "findutils"},
    {"date", "-d", "coreutils"},
    {"date", "--date", "coreutils"},
    {"readlink", "-m", "coreutils"},
    {"cp", "--parents", "coreutils"},
    {"xargs", "-d", "findutils"},
    {"ps", "aux", "procps"},
    {"ps", "-ef", "procps"},
    {"tar", "--wildcards", "tar"},
    {"tar", "--transform", "tar"},
    {"sed", "--in-place", "sed"},
    {"sed", "--expression", "sed"},
    {"sed", "-z", "sed"},
    {"stat", "--printf", "coreutils"},
}};

/// Programs of coreutils of which busybox reads no long options.
bool readsLongOptions(std::string_view program)
{
    return isOneOf(program,
                   {"mkdir",  "rm",        "ln",        "cp",     "mv",      "chown", "chmod", "mktemp",
                    "head",   "tail",      "touch",     "cut",    "sort",    "uniq",  "wc",    "rmdir",
                    "base64", "sha256sum", "sha512sum", "md5sum", "sha1sum", "tee"});
}

bool isWgetOfBusybox(std::string_view option)
{
    if (option.starts_with("--")) {
        const std::string_view name = option.substr(0, option.find('='));
        return isOneOf(name,
                       {"--quiet", "--no-check-certificate", "--output-document", "--header", "--spider",
                        "--post-data", "--timeout", "--user-agent"});
    }
    return option.find_first_not_of("-qOcSTPUY0123456789") == std::string_view::npos
        || option.find('/') != std::string_view::npos || option == "-O-" || option.starts_with("-qO")
        || option.starts_with("-O");
}

bool isCompilerOfJava(std::string_view name)
{
    return isOneOf(name,
                   {"javac", "jar", "jdeps", "jlink", "jmod", "jmap", "jstack", "jcmd", "mvn", "mvnw",
                    "gradle", "gradlew", "ant", "sbt", "lein"});
}

class Finder {
public:
    Finder(const LintContext &context, const ToolMove &move, Changes &changes)
        : m_context(context)
        , m_move(move)
        , m_changes(changes)
        , m_world(move.isAlpine ? PackageWorld::Apk : PackageWorld::Apt)
        , m_isTemurin(rootImageOf(context, move.stages.front()).find("temurin") != std::string::npos)
    { }

    void run()
    {
        for (const StageIndex stage : m_move.stages) {
            for (const Instruction &instruction : m_context.instructionsOf(stage)) {
                for (const ScriptCommand &command : m_context.commandsOf(instruction)) {
                    const PackageCommand *package = m_context.packageOf(command);
                    for (const ScriptWord *word : package && package->installs()
                             ? package->packages
                             : std::vector<const ScriptWord *>())
                        m_installed.emplace(packageName(word->value));
                }
            }
        }
        for (const StageIndex stage : m_move.stages) {
            for (const Instruction &instruction : m_context.instructionsOf(stage))
                look(instruction);
        }
        if (!m_needed.empty())
            m_changes.added.push_back(installLine(m_world, {m_needed.begin(), m_needed.end()}));
    }

private:
    void look(const Instruction &instruction)
    {
        if (instruction.keyword == Keyword::Shell && m_move.isAlpine
            && m_context.syntax().textOf(instruction.arguments).find("bash") != std::string_view::npos)
            need("bash");
        if (instruction.keyword == Keyword::Healthcheck) {
            bool isExec = false;
            for (const ShellCommand &command : commandsOfCheck(m_context.syntax(), instruction, isExec)) {
                if (!command.empty())
                    needProgram(std::string_view(command[0]).substr(command[0].rfind('/') + 1));
            }
        }
        for (const ScriptCommand &command : m_context.commandsOf(instruction))
            look(instruction, command);
    }

    void look(const Instruction &instruction, const ScriptCommand &command)
    {
        const std::string_view program = command.name();
        const std::string line = std::to_string(instruction.firstLine);
        for (const ScriptWord &word : command.words)
            rename(instruction, word);
        if (m_isTemurin && !m_move.isAlpine && isCompilerOfJava(program))
            m_changes.refuse({QT_TRANSLATE_NOOP("refactor",
                                                "Line %1 calls “%2”, which only the JDK has: split the stage "
                                                "into build and runtime first."),
                              {line, std::string(program)}},
                             command.range);
        if (m_move.isAlpine && isOneOf(program, {"[[", "source", "declare", "shopt"}) && m_move.wasRedHat)
            m_changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 is written for bash, which is not the shell of Alpine: "
                                   "write it for sh first."),
                 {line}},
                command.range);
        if (m_move.isAlpine) {
            if (isOneOf(program, {"bash", "perl"}))
                need(program);
            if (program == "update-ca-certificates")
                need("ca-certificates");
            needOfGnu(command);
            lookAtScript(instruction, command);
        }
        needProgram(program);
    }

    /// Tools that the old base had without a word.
    void needProgram(std::string_view program)
    {
        if (m_move.isAlpine && program == "bash")
            need("bash");
        if (isOfImage(program))
            return;
        const std::string package = fullBasePackageWith(program);
        const bool leavesAlpine = m_move.wasAlpine && !m_move.isAlpine;
        if (!package.empty() && (m_move.wasFull || (leavesAlpine && isInAlpine(package))))
            needDebian(package);
    }

    /// python3 of python.
    bool isOfImage(std::string_view program) const
    {
        const auto image = parseImageReference(rootImageOf(m_context, m_move.stages.front()));
        const BaseVariants *variants = image ? variantsOf(bareNameOf(*image)) : nullptr;
        return variants && std::ranges::find(variants->programs, program) != variants->programs.end();
    }

    void need(std::string_view name)
    {
        if (!m_installed.contains(name))
            m_needed.emplace(name);
    }

    /// \param name as Debian calls it.
    void needDebian(const std::string &name)
    {
        if (m_installed.contains(name) || (m_move.isAlpine && isInAlpine(name)))
            return;
        const auto names = translated(name, PackageWorld::Apt, m_world, "");
        for (const std::string &each : names.value_or(std::vector {name}))
            need(each);
        if (isOneOf(name, {"curl", "wget", "git"}) && !m_move.isAlpine)
            need("ca-certificates");
    }

    void needOfGnu(const ScriptCommand &command)
    {
        const std::string_view program = command.name();
        for (const ScriptWord &word : command.arguments()) {
            for (const GnuOption &each : gnuOptions) {
                const bool isLetter = each.option.size() == 2 && each.option[0] == '-';
                const bool isThere = word.value == each.option
                    || (each.option.starts_with("--")
                        && word.value.starts_with(std::string(each.option) + "="))
                    || (isLetter && word.value.size() > 2 && word.value[0] == '-' && word.value[1] != '-'
                        && program != "date" && program != "find"
                        && word.value.find(each.option[1]) != std::string::npos
                        && word.value.find_first_not_of(
                               "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
                            == std::string::npos);
                if (each.program == program && isThere)
                    need(each.package);
            }
            if (word.value.starts_with("--") && word.value.size() > 2 && readsLongOptions(program))
                need("coreutils");
            if (program == "wget" && word.value.starts_with("-") && !isWgetOfBusybox(word.value))
                need("wget");
        }
    }

    void lookAtScript(const Instruction &instruction, const ScriptCommand &command)
    {
        if (command.program >= command.words.size())
            return;
        const ScriptWord &first = command.words[command.program];
        const auto operands = command.operands();
        const bool isShell = isOneOf(command.name(), {"sh", "bash", "ash", "dash", "source", "."})
            && !command.hasLetter('c') && !operands.empty();
        const ScriptWord &word = isShell ? *operands.front() : first;
        if (!isShell && !word.value.ends_with(".sh") && !word.value.ends_with("entrypoint"))
            return;
        need("bash");
        if (!m_scripts.insert(word.value).second)
            return;
        m_changes.assume(
            {QT_TRANSLATE_NOOP("refactor",
                               "The script “%1” of line %2 uses no more than what Alpine has: bash, and "
                               "busybox's programs with their options."),
             {word.value, std::to_string(instruction.firstLine)}},
            word.range);
    }

    void rename(const Instruction &instruction, const ScriptWord &word)
    {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> names {
            {{"gosu", "su-exec"}, {"/usr/bin/tini", "/sbin/tini"}}};
        if (m_move.isAlpine == m_move.wasAlpine)
            return;
        for (const auto &[debian, alpine] : names) {
            const std::string_view from = m_move.isAlpine ? debian : alpine;
            const std::string_view to = m_move.isAlpine ? alpine : debian;
            if (word.value != from)
                continue;
            // The packages of these names are moved with the others.
            const bool isPackage = m_installed.contains(word.value) && isInstallWord(word);
            const std::string_view written = m_context.syntax().textOf(word.range);
            const std::size_t at = written.find(from);
            if (isPackage || at == std::string_view::npos)
                continue;
            if (instruction.keyword == Keyword::Cmd || instruction.keyword == Keyword::Entrypoint)
                m_changes.declared.insert(ContractPart::Program);
            m_changes.edits.push_back(
                {{word.range.begin + at, word.range.begin + at + from.size()}, std::string(to)});
        }
    }

    bool isInstallWord(const ScriptWord &word) const
    {
        bool isThere = false;
        m_context.eachCommand([&](const Instruction &, const ScriptCommand &command) {
            const PackageCommand *package = m_context.packageOf(command);
            isThere = isThere
                || (package
                    && std::ranges::find_if(package->packages,
                                            [&](const ScriptWord *each) { return each->range == word.range; })
                        != package->packages.end());
        });
        return isThere;
    }

    const LintContext &m_context;
    const ToolMove &m_move;
    Changes &m_changes;
    PackageWorld m_world;
    bool m_isTemurin;
    std::set<std::string, std::less<>> m_installed;
    std::set<std::string, std::less<>> m_needed;
    std::set<std::string> m_scripts;
};

} // namespace

void moveTools(const LintContext &context, const ToolMove &move, Changes &changes)
{
    Finder(context, move, changes).run();
}

} // namespace drydock
