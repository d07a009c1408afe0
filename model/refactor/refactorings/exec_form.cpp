// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/runtime_refactorings.h"
#include "model/shell/plain_words.h"
#include "model/shell/run_script.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

class ExecForm {
public:
    ExecForm(const RefactorContext &context, Proposal &proposal, std::vector<Proposal> &reasons)
        : m_context(context.lint)
        , m_syntax(context.syntax())
        , m_images(context.images)
        , m_proposal(proposal)
        , m_reasons(reasons)
    { }

    void add(const Instruction &instruction)
    {
        if (instruction.isJson || !instruction.stage || instruction.arguments.isEmpty())
            return;
        // Another one behind it counts.
        if (m_context.lastOf(instruction.stage, instruction.keyword) != &instruction)
            return;
        std::size_t begin = instruction.arguments.begin;
        if (instruction.keyword == Keyword::Healthcheck) {
            const auto words = m_syntax.wordsOf(instruction);
            const std::string joined = m_syntax.joined(instruction, instruction.arguments);
            if (lowered(joined.substr(0, 3)) != "cmd" || joined.size() < 5 || words.empty())
                return;
            const std::string_view raw = m_syntax.textOf(instruction.arguments);
            const std::size_t text = raw.find_first_not_of(" \t", 3);
            if (text == std::string_view::npos || raw[text] == '[' || raw[text] == m_syntax.escape)
                return;
            begin += text;
        }
        const TextRange range {begin, instruction.arguments.end};
        std::string text = m_syntax.joined(instruction, range);
        const bool isCheck = instruction.keyword == Keyword::Healthcheck;
        bool hasExit = false;
        if (isCheck) {
            for (const std::string_view end : {"|| exit 1", "|| false"}) {
                if (!text.ends_with(end))
                    continue;
                text = std::string(trimmed(std::string_view(text).substr(0, text.size() - end.size())));
                hasExit = true;
                break;
            }
        }
        const auto words = plainWords(text);
        const std::string line = lineOf(instruction);
        const bool isExec = text.starts_with("exec ") || text.starts_with("exec\t");
        if (!words) {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "Line %1 needs a shell: it replaces, joins or redirects something."),
                    {line}},
                   range);
            return;
        }
        if (holdsComment(instruction)) {
            refuse({QT_TRANSLATE_NOOP(
                        "refactor", "A comment stands inside of line %1, and an array has no place for it."),
                    {line}},
                   range);
            return;
        }
        if (const auto reason = obstacle(instruction); !reason.source.empty()) {
            refuse(reason, range);
            return;
        }
        addPart(m_proposal, {QT_TRANSLATE_NOOP("refactor", "Line %1: %2"), {line, jsonArrayOf(*words)}},
                {{range, jsonArrayOf(*words)}});
        m_proposal.declared.insert(isCheck ? ContractPart::Healthcheck : ContractPart::Program);
        // A shell runs such a file itself; the kernel wants to be told by whom.
        if (words->front().ends_with(".sh"))
            m_proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "“%1” begins with a line that says who runs it: #!/bin/sh."),
                  {words->front()}},
                 range});
        assume(instruction, isExec, hasExit, range);
    }

private:
    void refuse(UserText reason, TextRange where) { m_reasons.push_back(blocked(std::move(reason), where)); }

    void assume(const Instruction &instruction, bool isExec, bool hasExit, TextRange where)
    {
        const std::string line = lineOf(instruction);
        if (hasExit)
            m_proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "Whoever runs the check of line %1 takes every failure for one, as Docker does."),
                  {line}},
                 where});
        if (instruction.keyword == Keyword::Healthcheck || isExec)
            return;
        if (const Instruction *entrypoint = entrypointOver(instruction);
            entrypoint && entrypoint != &instruction)
            m_proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "What line %1 starts runs the words of line %2 as they are."),
                  {lineOf(*entrypoint), line}},
                 entrypoint->range});
        else
            m_proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "The program of line %1 can be the first process: it gets signals "
                                    "itself, and nobody collects "
                                    "its orphans."),
                  {line}},
                 where});
    }

    bool holdsComment(const Instruction &instruction) const
    {
        for (std::size_t line = instruction.firstLine; line < instruction.lastLine; ++line) {
            if (trimmed(m_syntax.text.slice(m_syntax.text.lineRange(line))).starts_with('#'))
                return true;
        }
        return false;
    }

    /// The ENTRYPOINT that gets a CMD; null if there is none.
    const Instruction *entrypointOver(const Instruction &command) const
    {
        return command.keyword == Keyword::Cmd ? m_context.lastOf(command.stage, Keyword::Entrypoint)
                                               : nullptr;
    }

    UserText obstacle(const Instruction &instruction) const
    {
        const std::string line = lineOf(instruction);
        if (const Instruction *shell = m_context.lastOf(instruction.stage, Keyword::Shell)) {
            const std::string text = m_syntax.joined(*shell, shell->arguments);
            const bool isUsual = text.find("sh\"") != std::string::npos
                && text.find("pwsh") == std::string::npos && text.find("-l") == std::string::npos
                && text.find("-i") == std::string::npos && text.find("\"-x") == std::string::npos;
            if (!isUsual)
                return {QT_TRANSLATE_NOOP("refactor",
                                          "SHELL in line %1 prepares something for the program of line %2."),
                        {lineOf(*shell), line}};
        }
        if (instruction.keyword == Keyword::Entrypoint) {
            const Instruction *command = m_context.lastOf(instruction.stage, Keyword::Cmd);
            if (command)
                return {QT_TRANSLATE_NOOP("refactor",
                                          "CMD in line %1 counts for nothing now and would be handed to the "
                                          "program of line %2: remove it first."),
                        {lineOf(*command), line}};
        }
        if (instruction.keyword == Keyword::Cmd) {
            const Instruction *entrypoint = entrypointOver(instruction);
            if (entrypoint && !entrypoint->isJson)
                return {QT_TRANSLATE_NOOP(
                            "refactor",
                            "ENTRYPOINT in line %1 is run by a shell, so CMD in line %2 counts for nothing."),
                        {lineOf(*entrypoint), line}};
            if (entrypoint && !isWrapper(*entrypoint))
                return {QT_TRANSLATE_NOOP("refactor",
                                          "ENTRYPOINT in line %1 gets a shell to call now; whether it takes "
                                          "words instead is not known."),
                        {lineOf(*entrypoint)}};
            if (!entrypoint) {
                const RuntimeContract contract = contractOf(m_syntax, m_context.graph(), m_context.options(),
                                                            instruction.stage, m_images);
                if (!contract.entrypoint.empty() && !isWrapper(contract.entrypoint.front()))
                    return {QT_TRANSLATE_NOOP("refactor", "The base starts “%1” with what line %2 says."),
                            {contract.entrypoint.front(), line}};
            }
        }
        return {};
    }

    /// It starts what it is handed: tini, a script for the beginning.
    static bool isWrapper(std::string_view path)
    {
        const std::string_view name
            = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
        return isOneOf(name,
                       {"tini", "dumb-init", "catatonit", "gosu", "su-exec", "env", "__cacert_entrypoint.sh"})
            || name.ends_with(".sh") || name.find("entrypoint") != std::string_view::npos;
    }
    bool isWrapper(const Instruction &entrypoint) const
    {
        const auto words = argumentValues(m_syntax, entrypoint);
        return words.empty() || isWrapper(words.front());
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    const ImageSource *m_images;
    Proposal &m_proposal;
    std::vector<Proposal> &m_reasons;
};

} // namespace

Proposal proposeExecForm(const RefactorContext &context, const RefactorWish &)
{
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Start programs without a shell"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "The program is started itself, not a shell that starts it: “docker stop” reaches it, and the "
               "image needs no shell for it."),
           {}};
    if (isForWindows(context.syntax()))
        return blocked(
            {QT_TRANSLATE_NOOP("refactor",
                               "On Windows the shell is another one, and words are put together otherwise."),
             {}});
    std::vector<Proposal> reasons;
    ExecForm change(context, proposal, reasons);
    for (const Instruction &instruction : context.syntax().instructions) {
        if (instruction.keyword == Keyword::Cmd || instruction.keyword == Keyword::Entrypoint
            || instruction.keyword == Keyword::Healthcheck)
            change.add(instruction);
    }
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor", "No CMD, ENTRYPOINT or HEALTHCHECK is run by a shell."), {}});
}

} // namespace drydock
