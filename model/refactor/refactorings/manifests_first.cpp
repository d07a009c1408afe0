// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/edits/line_style.h"
#include "model/lint/copy_steps.h"
#include "model/lint/fixes.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/cache_refactorings.h"
#include "model/refactor/refactorings/manifest_files.h"
#include "model/refactor/refactorings/manifest_installs.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_text.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// What is known of a RUN behind the sources.
struct ReadRun {
    std::size_t leading = 0; ///< So many commands need no sources.
    std::vector<const ManifestTool *> tools; ///< Of the leading commands.
    std::vector<std::string> files; ///< pip's.
    bool isWhole = false; ///< All commands lead.
};

class ManifestsFirst {
public:
    ManifestsFirst(const RefactorContext &context, Proposal &proposal, std::vector<Proposal> &reasons)
        : m_context(context)
        , m_lint(context.lint)
        , m_syntax(context.syntax())
        , m_files(context, proposal, reasons)
        , m_proposal(proposal)
        , m_reasons(reasons)
    { }

    void addStage(StageIndex stage)
    {
        for (const CopyStep &copy : copyStepsOf(m_lint, stage)) {
            if (copy.isFromFolderOfBuild() && copy.takesAll() && copy.sources.size() == 1)
                addCopy(stage, copy);
        }
    }

private:
    void refuse(UserText reason, TextRange where) { m_reasons.push_back(blocked(std::move(reason), where)); }

    ReadRun readRun(const Instruction &run) const
    {
        ReadRun result;
        const auto commands = m_lint.commandsOf(run);
        for (const ScriptCommand &command : commands) {
            const Install install = installOf(command);
            const bool isJoined
                = isOneOf(command.joint, {ShellJoint::And, ShellJoint::Next, ShellJoint::End});
            if (install.need == InstallNeed::Sources || !isJoined)
                break;
            ++result.leading;
            if (install.tool && std::ranges::find(result.tools, install.tool) == result.tools.end())
                result.tools.push_back(install.tool);
            result.files.insert(result.files.end(), install.files.begin(), install.files.end());
        }
        result.isWhole = result.leading == commands.size() && !commands.empty();
        return result;
    }

    /// What lies there may be what package managers read.
    static bool isOfSystem(std::string_view path)
    {
        return path == "/" || path == "/usr" || path == "/root" || path == "/var" || liesIn(path, "/etc");
    }

    static bool isOneOf(ShellJoint joint, std::initializer_list<ShellJoint> joints)
    {
        return std::ranges::find(joints, joint) != joints.end();
    }

    void addCopy(StageIndex stage, const CopyStep &copy)
    {
        const Instruction &broad = *copy.instruction;
        if (copy.destination.empty() || m_syntax.flagNamed(broad, "--exclude")
            || m_syntax.flagNamed(broad, "--parents") || broad.isJson || broad.isContinued()
            || isOfSystem(copy.destination))
            return;
        const auto instructions = m_lint.instructionsOf(stage);
        const Instruction *last = nullptr;
        const Instruction *partial = nullptr;
        ReadRun partialRead;
        std::vector<const ManifestTool *> tools;
        std::vector<std::string> files;
        std::vector<const Instruction *> twice;
        const Instruction *reader = nullptr;
        for (const Instruction *each = &broad + 1; each < instructions.data() + instructions.size(); ++each) {
            if (each->keyword == Keyword::Run) {
                ReadRun read = readRun(*each);
                const bool isSecond = std::ranges::any_of(read.tools, [&](const ManifestTool *tool) {
                    return isFetchedAlready(stage, broad, *tool);
                });
                if (isSecond || read.leading == 0 || (!read.tools.empty() && !startsAt(copy, *each)))
                    break;
                if (!read.isWhole && (read.tools.empty() || !isPlainChain(m_lint, *each)))
                    break;
                const bool needsTwice = std::ranges::any_of(read.tools, [&](const ManifestTool *tool) {
                    return !tool->first.empty() && !hasFirst(*each, *tool);
                });
                if (needsTwice && m_lint.commandsOf(*each).size() != 1) {
                    refuse({QT_TRANSLATE_NOOP("refactor",
                                              "Line %1 installs the project itself as well: give the install "
                                              "a RUN of its own first."),
                            {lineOf(*each)}},
                           each->keywordRange);
                    return;
                }
                if (needsTwice)
                    twice.push_back(each);
                if (!read.tools.empty() && !reader)
                    reader = each;
                for (const ManifestTool *tool : read.tools) {
                    if (std::ranges::find(tools, tool) == tools.end())
                        tools.push_back(tool);
                }
                files.insert(files.end(), read.files.begin(), read.files.end());
                if (!read.isWhole) {
                    partial = each;
                    partialRead = std::move(read);
                    break;
                }
                last = each;
            } else if (!mayPass(copy, *each)) {
                break;
            }
        }
        if (tools.empty()) {
            // Nothing but packages of the system: they do not hang on the sources either.
            if (last)
                moveCopy(copy, *last, nullptr, 0, {}, {});
            else
                warmUp(stage, copy);
            return;
        }
        std::vector<ManifestCopy> copies;
        for (const ManifestTool *tool : tools) {
            if (!m_files.collect(*tool, copy, files, *reader, copies))
                return;
        }
        if (const Instruction *end = partial ? partial : last)
            moveCopy(copy, *end, partial, partial ? partialRead.leading : 0, copies, twice);
    }

    static bool hasFirstWord(const ScriptCommand &command, std::string_view option)
    {
        return std::ranges::any_of(command.words,
                                   [&](const ScriptWord &word) { return word.value == option; });
    }
    bool hasFirst(const Instruction &run, const ManifestTool &tool) const
    {
        const std::string_view option = tool.first.substr(0, tool.first.find(' '));
        return std::ranges::any_of(m_lint.commandsOf(run), [&](const ScriptCommand &command) {
            return hasFirstWord(command, option);
        });
    }

    /// Commands begin where the files are copied to.
    bool startsAt(const CopyStep &copy, const Instruction &run) const
    {
        return m_lint.workingDirectoryAt(run) == copy.destination;
    }

    /// The sources may come behind this instruction instead of in front of it.
    bool mayPass(const CopyStep &copy, const Instruction &other) const
    {
        const std::string words = m_syntax.joined(*copy.instruction, copy.instruction->arguments);
        switch (other.keyword) {
        case Keyword::Env:
        case Keyword::Arg:
            return words.find('$') == std::string::npos;
        case Keyword::Workdir:
            return isAbsoluteDestination(copy);
        case Keyword::Label:
        case Keyword::Expose:
        case Keyword::Cmd:
        case Keyword::Entrypoint:
        case Keyword::Healthcheck:
        case Keyword::Stopsignal:
        case Keyword::User:
            return true;
        default:
            return false;
        }
    }

    bool isAbsoluteDestination(const CopyStep &copy) const
    {
        const auto words = m_syntax.wordsOf(*copy.instruction);
        return m_syntax.textOf(words.back().range).starts_with('/');
    }

    std::string destinationWord(const CopyStep &copy, const std::string &below) const
    {
        std::string word(m_syntax.textOf(m_syntax.wordsOf(*copy.instruction).back().range));
        if (word == ".")
            word = "./";
        if (!word.ends_with('/'))
            word += '/';
        return word + below;
    }

    std::string flagsOf(const Instruction &instruction) const
    {
        std::string text;
        for (const Flag &flag : m_syntax.flagsOf(instruction))
            text += " " + std::string(m_syntax.textOf(flag.range));
        return text;
    }

    std::vector<std::string> copyLines(const CopyStep &copy, const std::vector<ManifestCopy> &copies) const
    {
        std::vector<std::string> lines;
        for (const ManifestCopy &each : copies) {
            std::string line = keywordLike(m_syntax, *copy.instruction, "COPY") + flagsOf(*copy.instruction);
            for (const std::string &word : each.words)
                line += " " + word;
            line += " " + destinationWord(copy, each.below);
            lines.push_back(std::move(line));
        }
        return lines;
    }

    /// Puts the manifests where the sources come now, and the sources behind `last`.
    void moveCopy(const CopyStep &copy, const Instruction &last, const Instruction *partial,
                  std::size_t leading, const std::vector<ManifestCopy> &copies,
                  const std::vector<const Instruction *> &twice)
    {
        const Instruction &broad = *copy.instruction;
        const std::string end = endOfLineAt(m_syntax, broad.range.begin);
        const std::string indent = indentationOf(m_syntax, broad);
        const auto comments = m_syntax.docCommentsOf(broad);
        const std::size_t first
            = comments.empty() ? broad.lines.begin : m_syntax.text.lineStart(comments.front().line - 1);
        const std::string moved(m_syntax.textOf({first, broad.range.end}));
        std::string manifests;
        for (const std::string &line : copyLines(copy, copies)) {
            manifests += manifests.empty() ? indent : end + indent;
            manifests += line;
        }
        std::vector<TextEdit> edits;
        if (manifests.empty()) {
            // With the line end in front, so that a last line without one is left as it is.
            const InstructionIndex index = m_lint.indexOf(broad);
            for (const TextRange &range : linesToRemove(m_syntax, {index}))
                edits.push_back(
                    {{std::min(range.begin,
                               first > 0 ? m_syntax.text.lineRange(m_syntax.text.lineAt(first) - 1).end : 0),
                      range.end},
                     {}});
        } else {
            edits.push_back({{first, broad.range.end}, manifests});
        }
        if (partial) {
            const auto commands = m_lint.commandsOf(*partial);
            const TextRange joint {commands[leading - 1].range.end, commands[leading].range.begin};
            if (m_syntax.textOf(joint).find('#') != std::string_view::npos) {
                refuse({QT_TRANSLATE_NOOP("refactor",
                                          "Line %1 installs and builds, with a comment in between: make two "
                                          "RUNs of it first."),
                        {lineOf(*partial)}},
                       partial->keywordRange);
                return;
            }
            edits.push_back({joint,
                             end + moved + end + indentationOf(m_syntax, *partial)
                                 + std::string(m_syntax.textOf(partial->keywordRange)) + flagsOf(*partial)
                                 + " "});
        } else {
            std::string text = end + moved;
            for (const Instruction *again : twice) {
                const ScriptCommand &command = m_lint.commandsOf(*again).front();
                const Install install = installOf(command);
                const std::size_t place = command.operands().front()->range.end;
                edits.push_back({{place, place}, " " + std::string(install.tool->first)});
                text += end + indentationOf(m_syntax, *again) + std::string(m_syntax.textOf(again->range));
            }
            const std::size_t place = m_syntax.text.lineRange(last.lastLine - 1).end;
            edits.push_back({{place, place}, std::move(text)});
        }
        addPart(m_proposal,
                {QT_TRANSLATE_NOOP("refactor", "The sources of line %1 behind the installation in line %2"),
                 {lineOf(broad), lineOf(last)}},
                std::move(edits));
    }

    /// A build that fetches by itself gets a step of its own for that.
    void warmUp(StageIndex stage, const CopyStep &copy)
    {
        const Instruction &broad = *copy.instruction;
        const auto instructions = m_lint.instructionsOf(stage);
        for (const Instruction *each = &broad + 1; each < instructions.data() + instructions.size(); ++each) {
            if (each->keyword != Keyword::Run) {
                if (each->keyword == Keyword::Copy || each->keyword == Keyword::Add)
                    return;
                continue;
            }
            for (const ScriptCommand &command : m_lint.commandsOf(*each)) {
                const ManifestTool *tool = fetchingBuild(command);
                if (!tool) {
                    if (isOneOf(command.joint, {ShellJoint::And, ShellJoint::Next, ShellJoint::End})
                        && !command.name().empty() && !drydock::isOneOf(command.name(), {"cd", "go", "mvn"}))
                        continue;
                    if (command.name() == "cd")
                        return;
                    continue;
                }
                if (!startsAt(copy, *each) || isFetchedAlready(stage, broad, *tool))
                    return;
                std::vector<ManifestCopy> copies;
                if (tool->name == "Go" && m_files.isThere("vendor"))
                    return;
                if (tool->name == "Maven" && m_context.manifests
                    && std::ranges::any_of(m_context.manifests->mavenProjects,
                                           [](const auto &pom) { return !pom.facts.modules.empty(); })) {
                    refuse(
                        {QT_TRANSLATE_NOOP(
                             "refactor",
                             "The project has modules, each with a pom.xml of its own: copy these by hand."),
                         {}},
                        broad.arguments);
                    return;
                }
                if (!m_files.collect(*tool, copy, {}, *each, copies))
                    return;
                std::vector<std::string> lines;
                if (m_lint.workingDirectoryAt(broad) != copy.destination)
                    lines.push_back(keywordLike(m_syntax, broad, "WORKDIR") + " " + copy.destination);
                for (std::string &line : copyLines(copy, copies))
                    lines.push_back(std::move(line));
                lines.push_back(keywordLike(m_syntax, broad, "RUN") + flagsOf(*each) + " "
                                + std::string(tool->warmUp));
                auto edit = insertBehind(m_syntax, {m_lint.indexOf(broad).value - 1}, lines);
                if (edit)
                    addPart(m_proposal,
                            {QT_TRANSLATE_NOOP("refactor", "“%1” in front of line %2"),
                             {std::string(tool->warmUp), lineOf(broad)}},
                            {std::move(*edit)});
                return;
            }
        }
    }

    bool isFetchedAlready(StageIndex stage, const Instruction &before, const ManifestTool &tool) const
    {
        for (; stage; stage = m_lint.stage(stage).parent) {
            for (const Instruction &instruction : m_lint.instructionsOf(stage)) {
                if (&instruction == &before)
                    break;
                for (const ScriptCommand &command : m_lint.commandsOf(instruction)) {
                    if (installOf(command).tool == &tool || fetchingBuild(command) == &tool)
                        return true;
                }
            }
        }
        return false;
    }

    const RefactorContext &m_context;
    const LintContext &m_lint;
    const Syntax &m_syntax;
    ManifestFiles m_files;
    Proposal &m_proposal;
    std::vector<Proposal> &m_reasons;
};

} // namespace

Proposal proposeManifestsFirst(const RefactorContext &context, const RefactorWish &)
{
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Copy manifests before sources"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP("refactor",
                          "A change of a source file no longer makes the build install everything again: the "
                          "installation comes first and hangs on the manifests alone."),
        {}};
    std::vector<Proposal> reasons;
    ManifestsFirst change(context, proposal, reasons);
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i)
        change.addStage({i});
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor", "No installation stands behind a COPY of all sources."), {}});
}

} // namespace drydock
