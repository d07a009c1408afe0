// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/go_program.h"

#include "model/base/one_of.h"
#include "model/base/text_parts.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

class ProgramFinder {
public:
    ProgramFinder(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
    { }

    GoProgram run()
    {
        findOutputs();
        return std::move(m_found);
    }

private:
    void refuse(UserText reason, TextRange where)
    {
        m_found.refusal = std::move(reason);
        m_found.where = where;
    }

    /// A program that is found by its name alone has to lie where the new base looks, or be called by its path.
    void findOutputs()
    {
        m_found.outputs = goOutputsOf(m_stage);
        const Instruction *owner = m_stage.program();
        const TextRange where = owner ? owner->range : TextRange {};
        std::vector<std::string> words = plainProgramOf(m_stage);
        const std::string asked(m_wish.setting("artifact"));
        if (!asked.empty())
            m_found.outputs = {{asked, nullptr}};
        if (!runsOnLinux())
            return;
        const bool isShell = !words.empty() && isShellName(lastPart(words[0]));
        if (words.empty() || isShell) {
            // A script around it: what is built by name is what it starts.
            if (m_found.outputs.empty())
                refuse({QT_TRANSLATE_NOOP(
                            "refactor",
                            "No line says which file is the program: give it with “-o” where it is built, or "
                            "choose it here."),
                        {}},
                       where);
            return;
        }
        if (words.size() >= 2 && words[0] == "go" && words[1] == "run") {
            buildInsteadOfRun(words);
            return;
        }
        resolveProgram(words, where);
    }

    bool runsOnLinux()
    {
        for (const BuildStep &step : m_stage.steps()) {
            const VariableSetting *setting = m_stage.lint().variableAt(*step.run, "GOOS");
            if (setting && setting->value && !setting->value->empty() && *setting->value != "linux") {
                refuse(
                    {QT_TRANSLATE_NOOP("refactor", "Line %1 builds for “%2”: no container runs that."),
                     {std::to_string(m_stage.syntax().at(setting->instruction).firstLine), *setting->value}},
                    m_stage.syntax().at(setting->instruction).range);
                return false;
            }
        }
        return true;
    }

    /// By go itself, or by what may call it: make, a script.
    bool buildsSomething() const
    {
        return std::ranges::any_of(m_stage.steps(), [](const BuildStep &step) {
            const std::string_view name = step.command->name();
            return isBuildStep(*step.command) || name.ends_with(".sh") || name.ends_with(".bash")
                || isOneOf(name,
                           {"go", "mage", "task", "just", "goreleaser", "bazel", "gb", "dep", "sh", "bash"});
        });
    }

    void resolveProgram(std::vector<std::string> &words, TextRange where)
    {
        const bool isPath = words[0].find('/') != std::string::npos;
        const std::string program
            = isPath ? pathFrom(m_stage.contract().workingDirectory, words[0]) : std::string();
        const auto named = std::ranges::find_if(m_found.outputs, [&](const GoOutput &output) {
            return isPath ? output.path == program
                          : output.path.substr(output.path.rfind('/') + 1) == words[0];
        });
        if (!isPath) {
            if (named == m_found.outputs.end()) {
                refuse(
                    {QT_TRANSLATE_NOOP("refactor", "“%1” is not among what this stage builds (%2)."),
                     {words[0], m_found.outputs.empty() ? std::string("-") : m_found.outputs.front().path}},
                    where);
                return;
            }
            m_found.path = named->path;
            // The new base looks for programs elsewhere.
            if (!liesIn(named->path, "/usr/local/bin") && !liesIn(named->path, "/usr/bin")
                && !liesIn(named->path, "/bin")) {
                words[0] = named->path;
                m_found.words = words;
            }
            return;
        }
        m_found.path = program;
        if (named == m_found.outputs.end() && !buildsSomething()) {
            refuse({QT_TRANSLATE_NOOP("refactor", "No line builds “%1”."), {program}}, where);
            return;
        }
        const bool isScript = program.ends_with(".sh") || program.ends_with("entrypoint");
        if (named == m_found.outputs.end() && !m_found.outputs.empty() && !isScript) {
            refuse({QT_TRANSLATE_NOOP("refactor", "“%1” is not among what this stage builds (%2)."),
                    {program, m_found.outputs.front().path}},
                   where);
            return;
        }
        // Made by `make` or under a name that only go.mod says: the container starts this very file.
        if (named == m_found.outputs.end()) {
            const bool isOfOneCommand = m_found.outputs.empty();
            const BuildStep *build = m_stage.lastStep({"go"}, {"build"});
            m_found.outputs.push_back({program, isOfOneCommand && build ? build : nullptr});
        }
    }

    /// `CMD ["go", "run", "./cmd/x"]` compiles at every start.
    void buildInsteadOfRun(const std::vector<std::string> &words)
    {
        const Instruction *owner = m_stage.program();
        std::size_t at = 2;
        std::string flags;
        std::string packages;
        for (; at < words.size() && words[at].starts_with('-'); ++at)
            flags += " " + words[at];
        if (at < words.size() && words[at].ends_with(".go")) {
            for (; at < words.size() && words[at].ends_with(".go"); ++at)
                packages += " " + words[at];
        } else if (at < words.size()) {
            packages = " " + words[at++];
        }
        if (packages.empty() || !flags.empty()) {
            refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "Line %1 compiles the program at every start (“go run”): build it with “RUN go build -o "
                     "…” first."),
                 {owner ? std::to_string(owner->firstLine) : std::string()}},
                owner ? owner->range : TextRange {});
            return;
        }
        std::string name = packages.substr(1);
        name = name.substr(0, name.find(".go"));
        name = name.substr(name.rfind('/') + 1);
        if (name.empty() || name == "." || name == "main")
            name = "app";
        const std::string path = "/usr/local/bin/" + name;
        m_found.buildLine = "RUN CGO_ENABLED=0 go build -o " + path + packages;
        m_found.outputs = {{path, nullptr}};
        std::vector<std::string> program {path};
        program.insert(program.end(), words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
        m_found.words = std::move(program);
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    GoProgram m_found;
};

} // namespace

GoProgram goProgramOf(const SplitStage &stage, const RefactorWish &wish)
{
    return ProgramFinder(stage, wish).run();
}

} // namespace drydock
