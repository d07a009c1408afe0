// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/copy_request.h"

#include "model/shell/words.h"
#include "model/syntax/characters.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/values.h"

#include <string>
#include <string_view>
#include <utility>

namespace drydock {

namespace {

/// It comes over a network or stands in the Dockerfile.
bool comesFromElsewhere(std::string_view source)
{
    return source.find("://") != std::string_view::npos || source.starts_with("git@") || heredocOf(source);
}

} // namespace

std::optional<CopyRequest> copyRequestOf(const Syntax &syntax, const Instruction &copy, const Word &word)
{
    const std::string source = wordValue(syntax, copy, word);
    if (comesFromElsewhere(source) || source.find('$') != std::string::npos)
        return std::nullopt;
    ExpandedWord plain = expandWord(source, {}, syntax.escape);
    if (!plain.isFine())
        return std::nullopt;
    return copyRequestFor(syntax, copy, std::move(plain.text));
}

std::optional<CopyRequest> copyRequestFor(const Syntax &syntax, const Instruction &copy, std::string source)
{
    if (comesFromElsewhere(source))
        return std::nullopt;
    CopyRequest request {std::move(source), {}, false};
    for (const Flag &flag : syntax.flagsOf(copy)) {
        const std::string name = lowered(syntax.joined(copy, flag.name));
        if (name == "--exclude")
            request.excludes.push_back(syntax.valueOf(copy, flag));
        else if (name == "--parents")
            request.keepsParents = syntax.valueOf(copy, flag) != "false";
    }
    return request;
}

std::span<const Word> contextSourcesOf(const Syntax &syntax, const Instruction &copy)
{
    const bool copies = copy.keyword == Keyword::Copy || copy.keyword == Keyword::Add;
    const auto words = syntax.wordsOf(copy);
    if (!copies || words.size() < 2 || syntax.flagNamed(copy, "--from"))
        return {};
    return words.first(words.size() - 1);
}

} // namespace drydock
