// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/values.h"

#include "model/syntax/characters.h"
#include "model/syntax/flags.h"
#include "model/syntax/json_array.h"

namespace drydock {
namespace {

bool hasPairs(Keyword keyword)
{
    return keyword == Keyword::Env || keyword == Keyword::Label;
}

} // namespace

std::string wordValue(const Syntax &syntax, const Instruction &instruction, const Word &word)
{
    std::string text = syntax.joined(instruction, word.range);
    return word.role == WordRole::JsonString ? jsonStringValue(text) : text;
}

std::vector<KeyValue> keyValuesOf(const Syntax &syntax, const Instruction &instruction)
{
    std::vector<KeyValue> pairs;
    for (const Word &word : syntax.wordsOf(instruction)) {
        if (word.role == WordRole::Key)
            pairs.push_back({&word, nullptr});
        else if (word.role == WordRole::Value && !pairs.empty())
            pairs.back().value = &word;
    }
    return pairs;
}

namespace {

/// The words of an instruction that carries no other.
void appendOwnArguments(const Syntax &syntax, const Instruction &instruction,
                        std::vector<std::string> &values)
{
    if (hasPairs(instruction.keyword)) {
        for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
            values.push_back(withValidUtf8(wordValue(syntax, instruction, *pair.key)));
            values.push_back(withValidUtf8(wordValue(syntax, instruction, *pair.value)));
            values.emplace_back(instruction.isLegacyKeyValue ? "" : "=");
        }
        return;
    }
    if (instruction.keyword == Keyword::Arg) {
        for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
            std::string text = wordValue(syntax, instruction, *pair.key);
            if (pair.value)
                text += "=" + wordValue(syntax, instruction, *pair.value);
            values.push_back(std::move(text));
        }
        return;
    }
    if (instruction.keyword == Keyword::Unknown)
        values.emplace_back(); // parseIgnore leaves an empty node behind.
    for (const Word &word : syntax.wordsOf(instruction))
        values.push_back(wordValue(syntax, instruction, word));
}

} // namespace

std::vector<std::string> argumentValues(const Syntax &syntax, const Instruction &instruction)
{
    std::vector<std::string> values;
    // ONBUILD ONBUILD … is refused later, but it may be as long as it likes: no recursion.
    const Instruction *inner = &instruction;
    while (const Instruction *trigger = syntax.triggerOf(*inner)) {
        values.push_back(syntax.joined(instruction, trigger->keywordRange));
        inner = trigger;
    }
    appendOwnArguments(syntax, *inner, values);
    return values;
}

std::vector<std::string> flagValues(const Syntax &syntax, const Instruction &instruction)
{
    std::vector<std::string> values;
    for (const Flag &flag : syntax.flagsOf(instruction))
        values.push_back(flagText(syntax.joined(instruction, flag.range)));
    return values;
}

std::vector<std::string> docCommentValues(const Syntax &syntax, const Instruction &instruction)
{
    std::vector<std::string> values;
    for (const Comment &comment : syntax.docCommentsOf(instruction)) {
        // BuildKit cuts the line's first byte, not the '#'.
        const std::size_t lineBegin = syntax.text.lineStart(comment.line - 1);
        const std::size_t begin = lineBegin == 0 && syntax.text.hasByteOrderMark() ? 3 : lineBegin;
        const std::string_view line = syntax.textOf({begin, comment.range.end});
        values.emplace_back(trimmed(line.substr(1)));
    }
    return values;
}

} // namespace drydock
