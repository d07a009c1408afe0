// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/silence.h"

#include "model/lint/check_options.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// The names behind `opening`, if the comment begins with it. Blanks may stand around `=`.
void addNames(std::string_view comment, std::string_view tool, std::string_view verb,
              std::vector<std::string> &names)
{
    comment = trimmed(comment.substr(1));
    for (const std::string_view part : {tool, verb}) {
        if (!comment.starts_with(part))
            return;
        comment = trimmed(comment.substr(part.size()));
    }
    if (!comment.starts_with('='))
        return;
    comment = trimmed(comment.substr(1));
    // A reason may stand behind the names.
    while (!comment.empty()) {
        const std::size_t end = std::min(comment.find_first_of(", \t#"), comment.size());
        if (end > 0)
            names.emplace_back(comment.substr(0, end));
        const std::string_view rest = trimmed(comment.substr(end));
        if (!rest.starts_with(','))
            return;
        comment = trimmed(rest.substr(1));
    }
}

} // namespace

Silence::Silence(const Syntax &syntax)
    : m_syntax(syntax)
{
    for (const Comment &comment : syntax.comments) {
        const std::string_view text = syntax.textOf(comment.range);
        addNames(text, "hadolint", "global ignore", m_global);
        addNames(text, "drydock", "global ignore", m_global);
    }
}

bool Silence::silences(const Rule &rule, const Instruction &instruction) const
{
    if (instruction.docComments.isEmpty())
        return false;
    std::vector<std::string> names;
    for (const Comment &comment : m_syntax.docCommentsOf(instruction)) {
        const std::string_view text = m_syntax.textOf(comment.range);
        addNames(text, "hadolint", "ignore", names);
        addNames(text, "drydock", "ignore", names);
    }
    if (isNamed(names, rule))
        return true;
    return rule.source == RuleSource::BuildKit && checkOptionsOf(m_syntax, instruction).skips(rule.id);
}

bool Silence::isNamed(const std::vector<std::string> &names, const Rule &rule)
{
    return std::ranges::any_of(
        names, [&](const std::string &name) { return name == "all" || isCalled(rule, name); });
}

bool isCalled(const Rule &rule, std::string_view name)
{
    if (equalsIgnoringCase(rule.id, name))
        return true;
    for (std::string_view rest = rule.aliases; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (equalsIgnoringCase(rest.substr(0, end), name))
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

} // namespace drydock
