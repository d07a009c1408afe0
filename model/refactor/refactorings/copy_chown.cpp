// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/edits/line_style.h"
#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_refactorings.h"
#include "model/refactor/refactorings/run_text.h"

#include <algorithm>

namespace drydock {
namespace {

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A call of chown or chmod whose work a COPY above can do.
struct OwnerCall {
    const Instruction *run = nullptr;
    std::size_t index = 0; ///< Of the command in its RUN.
    bool isMode = false;
    bool isDeep = false;
    std::string value; ///< Of --chown or --chmod.
    std::string path;
};

class OwnersOnCopy {
public:
    OwnersOnCopy(const LintContext &context, Proposal &proposal, std::vector<Proposal> &reasons)
        : m_context(context)
        , m_syntax(context.syntax())
        , m_proposal(proposal)
        , m_reasons(reasons)
    { }

    void addStage(StageIndex stage)
    {
        for (const Instruction &run : m_context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            const auto commands = m_context.commandsOf(run);
            for (std::size_t i = 0; i < commands.size(); ++i) {
                if (const auto call = callOf(run, i))
                    addCall(stage, *call);
            }
        }
    }

private:
    void refuse(UserText reason, TextRange where) { m_reasons.push_back(blocked(std::move(reason), where)); }

    std::optional<OwnerCall> callOf(const Instruction &run, std::size_t index) const
    {
        const ScriptCommand &command = m_context.commandsOf(run)[index];
        const bool isMode = command.name() == "chmod";
        const auto operands = command.operands();
        if ((command.name() != "chown" && !isMode) || operands.size() != 2)
            return std::nullopt;
        OwnerCall call {&run,
                        index,
                        isMode,
                        command.hasLetter('R') || command.has({"--recursive"}),
                        operands[0]->value,
                        absolutePath(operands[1]->value, m_context.workingDirectoryAt(run))};
        if (call.path.empty() || call.path == "/" || call.value.find_first_of("$`'\"") != std::string::npos)
            return std::nullopt;
        if (isMode) {
            if (call.value == "+x" || call.value == "a+x")
                call.value = "755";
            return isNumber(call.value) ? std::optional(call) : std::nullopt;
        }
        if (call.value.starts_with(':') || call.value.ends_with(':'))
            return std::nullopt;
        // chown leaves the group alone; --chown would take the user's number for it.
        if (call.value.find(':') == std::string::npos)
            call.value += ":0";
        return call;
    }

    void addCall(StageIndex stage, const OwnerCall &call)
    {
        std::vector<const Instruction *> copies;
        const Instruction *first = nullptr;
        for (const CopyStep &copy : copyStepsOf(m_context, stage)) {
            if (copy.instruction > call.run || copy.instruction->keyword != Keyword::Copy
                || copy.destination.empty())
                continue;
            const bool isInside
                = call.isDeep ? liesIn(copy.destination, call.path) : isThatFile(copy, call.path);
            if (isInside)
                copies.push_back(copy.instruction);
        }
        if (copies.empty())
            return;
        first = copies.front();
        const std::string line = lineOf(*call.run);
        const char *flag = call.isMode ? "--chmod" : "--chown";
        for (const Instruction *copy : copies) {
            if (m_syntax.flagNamed(*copy, flag)) {
                refuse({QT_TRANSLATE_NOOP("refactor", "Line %1 has %2 already."), {lineOf(*copy), flag}},
                       copy->keywordRange);
                return;
            }
        }
        if (const Instruction *other = otherWriter(stage, call, first)) {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "Line %1 may put files into “%2”, too, which line %3 means as well."),
                    {lineOf(*other), call.path, line}},
                   other->keywordRange);
            return;
        }
        if (!call.isMode && !knowsNames(stage, call, *first)) {
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "“%1” may not be there yet where line %2 copies: make the user in a line above it."),
                    {call.value, lineOf(*first)}},
                   m_context.commandsOf(*call.run)[call.index].range);
            return;
        }
        auto edits = withoutCall(call);
        if (!edits) {
            refuse({QT_TRANSLATE_NOOP("refactor", "The call in line %1 cannot be taken out of its place."),
                    {line}},
                   call.run->keywordRange);
            return;
        }
        for (const Instruction *copy : copies) {
            const std::size_t place = copy->keywordRange.end;
            edits->push_back({{place, place}, " " + std::string(flag) + "=" + call.value});
        }
        addPart(m_proposal, {QT_TRANSLATE_NOOP("refactor", "%1 instead of line %2"), {flag, line}},
                std::move(*edits));
        assume(call, *first);
    }

    void assume(const OwnerCall &call, const Instruction &first)
    {
        const TextRange where = m_context.commandsOf(*call.run)[call.index].range;
        if (call.isMode && m_syntax.textOf(where).find("+x") != std::string_view::npos)
            m_proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "“%1” is readable for all and writable for its owner (mode 644 or 755)."),
                  {call.path}},
                 where});
        else if (!call.isMode && call.isDeep && isMadeAbove(call, first))
            m_proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "The program makes no new files right in “%1”: the folder itself stays root’s."),
                  {call.path}},
                 where});
    }

    bool isMadeAbove(const OwnerCall &call, const Instruction &first) const
    {
        const auto directory = m_context.workingDirectoryAt(first);
        return !directory || liesIn(*directory, call.path);
    }

    /// The COPY brings this one file.
    bool isThatFile(const CopyStep &copy, const std::string &path) const
    {
        if (copy.sources.size() != 1 || copy.sources.front().path.empty()
            || copy.sources.front().path.find_first_of("*?[") != std::string::npos || copy.takesAll())
            return false;
        return copy.destination == path
            || (copy.isIntoFolder && copy.pathInside(copy.sources.front()) == path);
    }

    /// Another line that may have written what the call is about.
    const Instruction *otherWriter(StageIndex stage, const OwnerCall &call, const Instruction *first) const
    {
        const std::string_view name = std::string_view(call.path).substr(call.path.rfind('/') + 1);
        for (const Instruction &run : m_context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run || &run > call.run)
                continue;
            const bool isSame = &run == call.run;
            const auto directory = m_context.workingDirectoryAt(run);
            const bool isThere = !directory || liesIn(*directory, call.path);
            const auto commands = m_context.commandsOf(run);
            for (std::size_t i = 0; i < commands.size() && (!isSame || i < call.index); ++i) {
                const bool isHarmless
                    = isOneOf(commands[i].name(),
                              {"chown", "chmod", "adduser", "addgroup", "useradd", "groupadd"})
                    || (m_context.packageOf(commands[i]) && m_context.packageOf(commands[i])->isOfSystem());
                const bool isNamed = std::ranges::any_of(commands[i].words, [&](const ScriptWord &word) {
                    return call.isDeep ? word.value.find(call.path) != std::string::npos
                                       : &run > first && word.value.find(name) != std::string::npos;
                });
                if (!isHarmless && (isNamed || (call.isDeep && isThere)))
                    return &run;
            }
        }
        return nullptr;
    }

    /// The user and the group are numbers, or the base or a line above has them.
    bool knowsNames(StageIndex stage, const OwnerCall &call, const Instruction &first) const
    {
        const std::size_t colon = call.value.find(':');
        for (const std::string &name : {call.value.substr(0, colon), call.value.substr(colon + 1)}) {
            if (isNumber(name) || name == "root")
                continue;
            const auto &traits = traitsOf(m_context, stage);
            if (traits && traits->family && (traits->hasUser(name) || traits->hasGroup(name)))
                continue;
            bool isMade = false;
            for (StageIndex each = stage; each; each = m_context.stage(each).parent) {
                for (const Instruction &run : m_context.instructionsOf(each)) {
                    if (&run >= &first && each == stage)
                        break;
                    for (const ScriptCommand &command : m_context.commandsOf(run)) {
                        isMade = isMade
                            || (isOneOf(command.name(), {"adduser", "useradd", "addgroup", "groupadd"})
                                && std::ranges::any_of(command.words, [&](const ScriptWord &word) {
                                       return word.value == name;
                                   }));
                    }
                }
            }
            if (!isMade)
                return false;
        }
        return true;
    }

    std::optional<std::vector<TextEdit>> withoutCall(const OwnerCall &call) const
    {
        if (m_context.commandsOf(*call.run).size() > 1)
            return commandsRemoved(m_context, *call.run, {call.index});
        if (!call.run->flags.isEmpty() || !call.run->heredocs.isEmpty() || call.run->isContinued())
            return std::nullopt;
        std::vector<TextEdit> edits;
        for (const TextRange &range : linesToRemove(m_syntax, {m_context.indexOf(*call.run)}))
            edits.push_back({range, {}});
        return edits;
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    Proposal &m_proposal;
    std::vector<Proposal> &m_reasons;
};

} // namespace

Proposal proposeCopyChown(const RefactorContext &context, const RefactorWish &)
{
    if (auto old = frontendTooOld(context.syntax(), 3))
        return *old;
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Set owner and mode when copying"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP(
            "refactor",
            "A RUN that changes owner or mode of files puts a second copy of them into its layer; COPY sets "
            "both when it makes the first."),
        {}};
    std::vector<Proposal> reasons;
    OwnersOnCopy change(context.lint, proposal, reasons);
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i)
        change.addStage({i});
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor", "No RUN changes owner or mode of what a COPY above it has brought."),
         {}});
}

} // namespace drydock
