// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/copy_request.h"

#include "model/shell/words.h"
#include "model/syntax/characters.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/values.h"

#include <string>
#include <utility>

namespace drydock {

std::optional<CopyRequest> copyRequestOf(const Syntax &syntax, const Instruction &copy, const Word &word)
{
    const std::string source = wordValue(syntax, copy, word);
    if (source.find("://") != std::string::npos || source.starts_with("git@") || heredocOf(source)
        || source.find('$') != std::string::npos)
        return std::nullopt;
    ExpandedWord plain = expandWord(source, {}, syntax.escape);
    if (!plain.isFine())
        return std::nullopt;
    CopyRequest request {std::move(plain.text), {}, false};
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
