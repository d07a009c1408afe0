// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/edits/line_style.h"
#include "model/knowledge/image_tags.h"
#include "model/lint/copy_steps.h"
#include "model/lint/fixes.h"
#include "model/lint/go_builds.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_text.h"
#include "model/refactor/refactorings/runtime_refactorings.h"

#include <algorithm>

namespace drydock {
namespace {

class MultiArch {
public:
    MultiArch(const RefactorContext &context, Proposal &proposal, std::vector<Proposal> &reasons)
        : m_context(context.lint)
        , m_syntax(context.syntax())
        , m_proposal(proposal)
        , m_reasons(reasons)
    { }

    void addStage(StageIndex stage)
    {
        const Instruction &from = m_syntax.at(m_syntax.stages[stage.value].from);
        if (m_context.stage(stage).isShipped || m_context.stage(stage).parent
            || m_syntax.flagNamed(from, "--platform") || !m_context.graph().nodes[stage.value].isReachable
            || isBaseOfShipped(stage))
            return;
        const Instruction *build = nullptr; // The first that has to be told for which platform.
        std::vector<TextEdit> edits;
        bool isGo = false;
        bool isPortable = false;
        for (const Instruction &run : m_context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : m_context.commandsOf(run)) {
                if (isGoBuild(command)) {
                    if (!addGo(stage, run, command, edits))
                        return;
                    build = build ? build : &run;
                    isGo = true;
                } else if (isDotnetStep(command)) {
                    if (!addDotnet(stage, run, command, edits))
                        return;
                    build = build ? build : &run;
                } else if (isBuildStep(command)
                           && isOneOf(command.name(),
                                      {"mvn", "mvnw", "gradle", "gradlew", "npm", "yarn", "pnpm", "bun"})) {
                    isPortable = true;
                } else if (isOneOf(command.name(), {"cargo", "gcc", "g++", "make", "cmake", "rustc"})
                           && isCompiling(command)) {
                    refuse({QT_TRANSLATE_NOOP("refactor",
                                              "Line %1 builds with %2, which needs a compiler for each "
                                              "platform: that is not set up "
                                              "here."),
                            {lineOf(run), std::string(command.name())}},
                           command.range);
                    return;
                }
            }
        }
        if (!build && !isPortable)
            return;
        const std::size_t place = from.keywordRange.end;
        edits.push_back({{place, place}, " --platform=$BUILDPLATFORM"});
        if (build) {
            auto edit = insertBehind(
                m_syntax, {m_context.indexOf(*build).value - 1},
                {keywordLike(m_syntax, *build, "ARG") + (isGo ? " TARGETOS TARGETARCH" : " TARGETARCH")});
            if (!edit)
                return;
            if (!isDeclared(stage))
                edits.push_back(std::move(*edit));
        }
        addPart(m_proposal,
                {QT_TRANSLATE_NOOP("refactor", "“%1” on the platform of the machine that builds"),
                 {m_context.graph().nodes[stage.value].label()}},
                std::move(edits));
        assume(stage, isGo);
        assumeDownloads(stage);
    }

private:
    void refuse(UserText reason, TextRange where) { m_reasons.push_back(blocked(std::move(reason), where)); }

    /// What is fetched for one platform runs there alone, and that is now the one of whoever builds.
    void assumeDownloads(StageIndex stage)
    {
        for (const Instruction &run : m_context.instructionsOf(stage)) {
            const std::string_view text = m_syntax.textOf(run.range);
            for (const std::string_view name : {"amd64", "x86_64", "linux-x64"}) {
                const std::size_t at = text.find(name);
                if (at == std::string_view::npos)
                    continue;
                const std::size_t begin = run.range.begin + at;
                m_proposal.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor",
                                        "Line %1 says “%2”: whoever builds does so on such a machine."),
                      {lineOf(run), std::string(name)}},
                     {begin, begin + name.size()}});
                break;
            }
        }
    }

    bool isBaseOfShipped(StageIndex stage) const
    {
        for (std::size_t i = 0; i < m_context.stageCount(); ++i) {
            if (m_context.stage({i}).parent == stage)
                return true;
        }
        return false;
    }

    bool isDeclared(StageIndex stage) const
    {
        const auto &settings = m_context.settingsOf(stage);
        return std::ranges::any_of(
            settings, [](const VariableSetting &setting) { return setting.name == "TARGETARCH"; });
    }

    static bool isDotnetStep(const ScriptCommand &command)
    {
        const auto operands = command.operands();
        return command.name() == "dotnet" && !operands.empty()
            && isOneOf(operands.front()->value, {"restore", "build", "publish"});
    }

    /// The SDK makes programs for other processors if it is told to (`-a`); that it stays framework-dependent is so since
    /// version 8 (learn.microsoft.com: “Runtime-specific apps no longer self-contained”).
    bool addDotnet(StageIndex stage, const Instruction &run, const ScriptCommand &command,
                   std::vector<TextEdit> &edits)
    {
        const auto image = parseImageReference(m_context.resolution().bases[stage.value].image.text);
        const auto parts = image ? tagParts(image->tag) : std::vector<std::string_view>();
        if (parts.empty() || !isVersion(parts.front()) || compareVersions(parts.front(), "8") < 0) {
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "Line %1 builds for one platform: for others it takes the SDK of .NET 8 or newer, "
                        "by its tag."),
                    {lineOf(run)}},
                   command.range);
            return false;
        }
        const bool isBound
            = command.has({"-r", "--runtime", "-a", "--arch", "--os", "--self-contained", "--sc"})
            || m_syntax.textOf(command.range).find("Aot") != std::string_view::npos;
        if (isBound || run.isJson) {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "Line %1 says itself what it builds for: take that out first."),
                    {lineOf(run)}},
                   command.range);
            return false;
        }
        const std::size_t behind = command.operands().front()->range.end;
        edits.push_back({{behind, behind}, " -a $TARGETARCH"});
        return true;
    }

    bool addGo(StageIndex stage, const Instruction &run, const ScriptCommand &command,
               std::vector<TextEdit> &edits)
    {
        const std::string line = lineOf(run);
        if (command.operands().front()->value == "install") {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "Line %1: “go install” puts a program for another platform elsewhere: "
                                      "use “go build -o”."),
                    {line}},
                   command.range);
            return false;
        }
        if (!isCgoOff(m_context, run, command)) {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "Line %1 may use C, which needs a compiler for each platform: build "
                                      "with CGO_ENABLED=0."),
                    {line}},
                   command.range);
            return false;
        }
        const std::string output = goOutputOf(m_context, run, command);
        for (const Instruction &later : m_context.instructionsOf(stage)) {
            if (&later < &run || later.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &other : m_context.commandsOf(later)) {
                const bool runsIt = !output.empty() && other.program < other.words.size()
                    && absolutePath(other.words[other.program].value, m_context.workingDirectoryAt(later))
                        == output;
                if (runsIt) {
                    refuse({QT_TRANSLATE_NOOP("refactor",
                                              "Line %1 runs the program that line %2 makes: for another "
                                              "platform it cannot run there."),
                            {lineOf(later), line}},
                           other.range);
                    return false;
                }
            }
        }
        std::string missing;
        for (const auto &[name, variable] :
             {std::pair<std::string, std::string> {"GOOS", "$TARGETOS"}, {"GOARCH", "$TARGETARCH"}}) {
            const ScriptWord *fixed = nullptr;
            for (std::size_t i = 0; i < command.program; ++i) {
                if (command.words[i].value.starts_with(name + "="))
                    fixed = &command.words[i];
            }
            std::string wanted = name;
            wanted.append("=").append(variable);
            std::string inBraces = name;
            inBraces += "=${";
            inBraces += variable.substr(1);
            inBraces += "}";
            if (!fixed) {
                missing += wanted;
                missing += " ";
            } else if (fixed->value != wanted && fixed->value != inBraces)
                edits.push_back({fixed->range, wanted});
        }
        if (!missing.empty()) {
            const std::size_t place = command.words[command.program].range.begin;
            edits.push_back({{place, place}, missing});
        }
        return true;
    }

    void assume(StageIndex stage, bool isGo)
    {
        for (std::size_t i = 0; i < m_context.stageCount(); ++i) {
            for (const CopyStep &copy : copyStepsOf(m_context, {i})) {
                if (copy.stage != stage)
                    continue;
                for (const CopiedSource &source : copy.sources) {
                    const bool isMade = isGo && isOutput(stage, source.path);
                    const bool isText
                        = source.path.starts_with("/etc/") || source.path.starts_with("/usr/share/");
                    if (!isMade && !isText)
                        m_proposal.assumptions.push_back(
                            {{QT_TRANSLATE_NOOP("refactor",
                                                "“%1” is the same for every platform, or made for the one "
                                                "that is asked for."),
                              {source.path.empty() ? std::string(m_syntax.textOf(source.word->range))
                                                   : source.path}},
                             source.word->range});
                }
            }
        }
    }

    bool isOutput(StageIndex stage, const std::string &path) const
    {
        for (const Instruction &run : m_context.instructionsOf(stage)) {
            for (const ScriptCommand &command : m_context.commandsOf(run)) {
                if (isGoBuild(command) && goOutputOf(m_context, run, command) == path && !path.empty())
                    return true;
            }
        }
        return false;
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    Proposal &m_proposal;
    std::vector<Proposal> &m_reasons;
};

} // namespace

Proposal proposeMultiArch(const RefactorContext &context, const RefactorWish &)
{
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Build for other platforms without emulation"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP(
            "refactor",
            "The build stage runs on the machine that builds and makes the program for the platform that is "
            "asked for, many times faster than in an emulator."),
        {}};
    std::vector<Proposal> reasons;
    MultiArch change(context, proposal, reasons);
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i)
        change.addStage({i});
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP(
             "refactor",
             "No build stage without --platform makes something that can be built for other platforms."),
         {}});
}

} // namespace drydock
