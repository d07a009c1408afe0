// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/context/build_context.h"
#include "model/context/folder_facts.h"
#include "model/context/path_match.h"
#include "model/lint/copy_steps.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::string_view standalone = ".next/standalone";

std::string_view withoutSlash(std::string_view path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return path;
}

bool isMentioned(const LintContext &context, std::string_view text)
{
    return std::ranges::any_of(context.syntax().instructions, [&](const Instruction &run) {
        return run.keyword == Keyword::Run
            && context.syntax().textOf(run.range).find(text) != std::string_view::npos;
    });
}

/// Next puts the server into .next/standalone, and what browsers ask for beside it.
class NextOutput {
public:
    NextOutput(const LintContext &context, const Report &report)
        : m_context(context)
        , m_syntax(context.syntax())
        , m_report(report)
    { }

    void run()
    {
        for (const StageIndex stage : m_context.shippedStages()) {
            for (CopyStep &step : copyStepsOf(m_context, stage))
                m_steps.push_back(std::move(step));
        }
        for (const CopyStep &step : m_steps) {
            for (const CopiedSource &source : step.sources) {
                if (withoutSlash(source.path).ends_with(standalone))
                    server(step, source);
            }
        }
    }

private:
    /// Some line takes `path` of the project, or all of what holds it.
    bool isCopied(std::string_view root, std::string_view path) const
    {
        return std::ranges::any_of(m_steps, [&](const CopyStep &step) {
            return std::ranges::any_of(step.sources, [&](const CopiedSource &source) {
                const std::string_view taken = withoutSlash(source.path);
                return source.path.empty() || taken.find(path) != std::string_view::npos
                    || taken.ends_with(".next") || taken == withoutSlash(root) || taken == ".";
            });
        });
    }

    void server(const CopyStep &step, const CopiedSource &source)
    {
        const std::string_view path = withoutSlash(source.path);
        const std::string_view root = path.substr(0, path.size() - standalone.size());
        if (!isCopied(root, ".next/static") && !isMentioned(m_context, "/static"))
            staticMissing(step, source);
        publicFolder(step, source, root);
    }

    void staticMissing(const CopyStep &step, const CopiedSource &source)
    {
        Finding finding {
            step.instruction,
            source.word->range,
            {QT_TRANSLATE_NOOP("lint",
                               "The server goes without “.next/static”: pages come without their scripts and "
                               "styles. Copy that folder, too."),
             {}}};
        // They may come from another server.
        for (std::size_t i = 0; i < m_context.stageCount(); ++i) {
            for (const VariableSetting &setting : m_context.settingsOf({i})) {
                if (setting.name.find("ASSET_PREFIX") != std::string::npos
                    || setting.name.find("CDN") != std::string::npos)
                    finding.severity = Severity::Info;
            }
        }
        const Instruction &copy = *step.instruction;
        std::string written(m_syntax.textOf(source.word->range));
        const std::size_t place = written.rfind("standalone");
        std::string into(m_syntax.textOf(m_syntax.wordsOf(copy).back().range));
        if (!copy.isJson && step.sources.size() == 1 && place != std::string::npos && !copy.isContinued()) {
            std::string line = keywordLike(m_syntax, copy, "COPY");
            for (const Flag &flag : m_syntax.flagsOf(copy))
                line += " " + std::string(m_syntax.textOf(flag.range));
            written.replace(place, std::string::npos, "static");
            into += into.ends_with('/') ? "" : "/";
            line += " " + written + " " + into + ".next/static";
            finding.fixes = insertingBehind({QT_TRANSLATE_NOOP("lint", "Copy “.next/static”, too"), {}},
                                            m_syntax, copy, {line}, FixSafety::AskFirst);
        }
        m_report(std::move(finding));
    }

    /// `next build` neither makes a “public” nor puts it beside the server.
    void publicFolder(const CopyStep &step, const CopiedSource &source, std::string_view root)
    {
        const BuildContext *folder = m_context.settings().folder.get();
        if (!folder || !folder->isWhole() || !folder->find("package.json")
            || isMentioned(m_context, "public"))
            return;
        const auto entry = folder->find("public");
        const bool isThere = entry && folder->entries()[*entry].isSent;
        if (isThere && !isCopied(root, "public"))
            m_report(
                {step.instruction,
                 source.word->range,
                 {QT_TRANSLATE_NOOP("lint",
                                    "The server goes without “public”, which lies beside the Dockerfile. "
                                    "Copy that folder, too."),
                  {}},
                 {},
                 Severity::Warning});
        if (isThere)
            return;
        for (const CopyStep &other : m_steps) {
            const bool takesIt = other.stage == step.stage && other.sources.size() == 1
                && withoutSlash(other.sources.front().path) == std::string(root) + "public";
            if (takesIt)
                m_report(
                    {other.instruction,
                     other.sources.front().word->range,
                     {QT_TRANSLATE_NOOP("lint",
                                        "There is no “public” beside the Dockerfile and nothing makes one: "
                                        "the build stops here."),
                      {}},
                     removingInstruction({QT_TRANSLATE_NOOP("lint", "Remove this COPY"), {}}, m_syntax,
                                         *other.instruction, FixSafety::AskFirst)});
        }
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    const Report &m_report;
    std::vector<CopyStep> m_steps; ///< Of all that is shipped.
};

/// The pages of a build that puts them into `output` are looked for in another folder beside it.
class PagesElsewhere {
public:
    PagesElsewhere(const LintContext &context, const Report &report, const std::string &output)
        : m_context(context)
        , m_report(report)
        , m_output(output)
    { }

    void run()
    {
        for (const StageIndex stage : m_context.shippedStages()) {
            for (const CopyStep &step : copyStepsOf(m_context, stage)) {
                if (step.stage && step.sources.size() == 1)
                    copy(step, step.sources.front());
            }
        }
    }

private:
    void copy(const CopyStep &step, const CopiedSource &source)
    {
        const std::string path = absolutePath(source.path, "/");
        const std::string_view name = nameOfPath(path);
        if (!isOneOf(name, {"dist", "build", "out"}) || name == m_output || isMadeOtherwise(step.stage, name)
            || !isBuiltIn(step.stage, folderOfPath(path)))
            return;
        std::string meant = joinedPath(folderOfPath(path), m_output);
        std::vector<Fix> fixes;
        if (m_context.syntax().textOf(source.word->range) == source.path)
            fixes = replacing({QT_TRANSLATE_NOOP("lint", "Copy “%1”"), {meant}}, source.word->range, meant,
                              FixSafety::AskFirst);
        m_report({step.instruction,
                  source.word->range,
                  {QT_TRANSLATE_NOOP("lint", "The build puts its pages into “%1”, not into “%2”."),
                   {m_output, std::string(name)}},
                  std::move(fixes)});
    }

    bool isBuiltIn(StageIndex stage, std::string_view folder) const
    {
        for (; stage; stage = m_context.stage(stage).parent) {
            for (const Instruction &run : m_context.instructionsOf(stage)) {
                const auto commands = m_context.commandsOf(run);
                const bool builds = run.keyword == Keyword::Run
                    && std::ranges::any_of(commands, [](const ScriptCommand &command) {
                                        const auto operands = command.operands();
                                        return isOneOf(command.name(), {"npm", "yarn", "pnpm", "bun"})
                                            && !operands.empty() && operands.back()->value == "build"
                                            && operands.size() == command.arguments().size();
                                    });
                if (builds && m_context.workingDirectoryAt(run) == folder)
                    return true;
            }
        }
        return false;
    }

    /// Some other line may put a folder of that name there.
    bool isMadeOtherwise(StageIndex stage, std::string_view name) const
    {
        const BuildContext *folder = m_context.settings().folder.get();
        if (!folder || folder->find(name) || !folder->isWhole())
            return true;
        for (; stage; stage = m_context.stage(stage).parent) {
            for (const Instruction &instruction : m_context.instructionsOf(stage)) {
                if (m_context.variableAt(instruction, "BUILD_PATH"))
                    return true;
                for (const ScriptCommand &command : m_context.commandsOf(instruction)) {
                    const bool isManager = isOneOf(command.name(), {"npm", "yarn", "pnpm", "bun"});
                    if (!isManager && std::ranges::any_of(command.words, [name](const ScriptWord &word) {
                            return word.value.find(name) != std::string::npos;
                        }))
                        return true;
                }
            }
        }
        return false;
    }

    const LintContext &m_context;
    const Report &m_report;
    const std::string &m_output;
};

} // namespace

void checkWebOutputMissing(const LintContext &context, const Report &report)
{
    NextOutput(context, report).run();
    const FolderFacts *facts = context.settings().contents.get();
    if (facts && !facts->webOutput.empty())
        PagesElsewhere(context, report, facts->webOutput).run();
}

} // namespace drydock
