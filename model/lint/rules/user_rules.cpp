// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/base_traits.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"
#include "model/lint/stage_bases.h"
#include "model/lint/stage_contents.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "node:node" taken apart.
struct Owner {
    std::string user;
    std::string group;
};

Owner ownerOf(const std::string &text)
{
    const std::size_t colon = text.find(':');
    return {text.substr(0, colon), colon == std::string::npos ? std::string() : text.substr(colon + 1)};
}

std::string numberOf(const std::string &name)
{
    return isNumber(name) ? name : usualNumberOf(name);
}

/// The same by numbers; empty if not all of them are known.
std::string numbersOf(const Owner &owner)
{
    if (owner.group.empty())
        return numberOf(owner.user);
    const std::string user = numberOf(owner.user);
    const std::string group = numberOf(owner.group);
    return user.empty() || group.empty() ? std::string() : user + ":" + group;
}

class UnknownNames {
public:
    UnknownNames(const LintContext &context, const Report &report)
        : m_context(context)
        , m_report(report)
    { }

    void run(StageIndex stage)
    {
        const auto &traits = traitsOf(m_context, stage);
        if (!traits || !traits->family)
            return;
        const Syntax &syntax = m_context.syntax();
        const UserSources sources(m_context, stage);
        for (const Instruction &instruction : m_context.instructionsOf(stage)) {
            if (instruction.keyword == Keyword::User) {
                ask(*traits, sources, instruction, instruction.arguments,
                    syntax.joined(instruction, instruction.arguments));
            } else if (instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add) {
                if (const Flag *owner = syntax.flagNamed(instruction, "--chown"))
                    ask(*traits, sources, instruction, owner->value, syntax.valueOf(instruction, *owner));
            }
        }
    }

private:
    void ask(const BaseTraits &traits, const UserSources &sources, const Instruction &instruction,
             TextRange range, const std::string &text) const
    {
        if (text.find_first_of("$\"' \t") != std::string::npos)
            return;
        const Owner owner = ownerOf(text);
        std::string missing;
        const auto look = [&](const std::string &name, bool isThere) {
            if (name.empty() || isNumber(name) || name == "root" || isThere || !missing.empty())
                return;
            if (!sources.mayHave(name, instruction))
                missing = name;
        };
        look(owner.user, traits.hasUser(owner.user));
        look(owner.group, traits.hasGroup(owner.group));
        if (!missing.empty())
            tell(instruction, range, missing, owner);
    }

    void tell(const Instruction &instruction, TextRange range, const std::string &missing,
              const Owner &owner) const
    {
        const bool isUser = instruction.keyword == Keyword::User;
        const std::string image = rootImageOf(m_context, instruction.stage);
        Finding finding;
        finding.instruction = &instruction;
        finding.range = range;
        finding.message = isUser
            ? UserText {QT_TRANSLATE_NOOP(
                            "lint",
                            "“%1” has no “%2”, and nothing here makes it: RUN stops from here on, and the "
                            "container does not start."),
                        {image, missing}}
            : UserText {
                QT_TRANSLATE_NOOP(
                    "lint",
                    "“%1” has no “%2”, and nothing here makes it: some builders stop, others give the "
                    "files to root without a word."),
                {image, missing}};
        if (!isUser)
            finding.severity = Severity::Warning;
        const std::string numbers = numbersOf(owner);
        const std::string written = owner.group.empty() ? owner.user : owner.user + ":" + owner.group;
        if (!numbers.empty() && m_context.syntax().textOf(range) == written)
            finding.fixes = replacing({QT_TRANSLATE_NOOP("lint", "Write %1"), {numbers}}, range, numbers,
                                      FixSafety::AskFirst);
        m_report(std::move(finding));
    }

    const LintContext &m_context;
    const Report &m_report;
};

} // namespace

/// Names are looked up in the image's own /etc/passwd and /etc/group; numbers need no entry there.
void checkUnknownUser(const LintContext &context, const Report &report)
{
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        if (context.graph().nodes[i].isReachable)
            UnknownNames(context, report).run({i});
    }
}

} // namespace drydock
