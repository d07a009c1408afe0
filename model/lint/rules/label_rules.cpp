// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/copy_rules.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// Docker's guide for labels: lower case letters, digits, dots, hyphens and underscores (slashes are in wide use), none of the
/// marks twice or at an end.
bool isWellFormed(std::string_view key)
{
    const auto isMark = [](char c) { return c == '.' || c == '-' || c == '_' || c == '/'; };
    for (std::size_t i = 0; i < key.size(); ++i) {
        const char c = key[i];
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!isLetter && !isMark(c))
            return false;
        const bool isEnd = i == 0 || i + 1 == key.size();
        if (isMark(c) && (isEnd || (i > 0 && key[i - 1] == c)))
            return false;
    }
    return !key.empty();
}

bool isReserved(std::string_view key)
{
    static constexpr std::array<std::string_view, 3> spaces {"com.docker.", "io.docker.",
                                                             "org.dockerproject."};
    return std::ranges::any_of(spaces, [&](std::string_view space) { return key.starts_with(space); });
}

} // namespace

/// Tools that read labels expect keys of one form, and some keys belong to Docker.
void checkLabelKey(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &label : syntax.instructions) {
        if (label.keyword != Keyword::Label)
            continue;
        for (const KeyValue &pair : keyValuesOf(syntax, label)) {
            std::string key = wordValue(syntax, label, *pair.key);
            std::erase_if(key, [](char c) { return c == '"' || c == '\''; });
            if (key.find('$') != std::string::npos)
                continue;
            if (isReserved(key))
                report({&label,
                        pair.key->range,
                        {QT_TRANSLATE_NOOP("lint", "“%1” belongs to Docker: choose a key of your own."),
                         {key}}});
            else if (!isWellFormed(key))
                report({&label,
                        pair.key->range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "“%1” is no label key as tools expect it: lower case letters, digits, "
                             "and single dots, hyphens and underscores between them."),
                         {key}}});
        }
    }
}

} // namespace drydock
