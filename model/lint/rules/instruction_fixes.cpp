// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/instruction_fixes.h"

#include "model/lint/fixes.h"
#include "model/shell/run_script.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {

std::vector<Fix> withoutEmptyLines(const Syntax &syntax, const Instruction &instruction)
{
    const SourceText &text = syntax.text;
    std::vector<TextEdit> edits;
    for (std::size_t line = instruction.firstLine; line < instruction.lastLogicalLine; ++line) {
        if (!trimmed(text.slice(text.lineRange(line))).empty())
            continue;
        const std::size_t begin = text.lineStart(line);
        const std::size_t end = line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.size();
        if (!edits.empty() && edits.back().range.end == begin)
            edits.back().range.end = end;
        else if (begin < end)
            edits.push_back({{begin, end}, {}});
    }
    return fixOf({QT_TRANSLATE_NOOP("lint", "Remove the empty lines"), {}}, std::move(edits));
}

std::vector<Fix> asLabel(const Syntax &syntax, const Instruction &maintainer)
{
    const std::string name = syntax.joined(maintainer, maintainer.arguments);
    // Between quotes these would be read anew.
    if (maintainer.isContinued() || name.find_first_of("\"\\`$") != std::string::npos)
        return {};
    return replacing({QT_TRANSLATE_NOOP("lint", "Write it as a label"), {}},
                     {maintainer.keywordRange.begin, maintainer.arguments.end},
                     keywordLike(syntax, maintainer, "LABEL") + " org.opencontainers.image.authors=\"" + name
                         + "\"");
}

std::vector<Fix> recased(const Syntax &syntax, const Instruction &instruction, bool isLower)
{
    const std::string keyword = syntax.joined(instruction, instruction.keywordRange);
    const std::string wanted = isLower ? lowered(keyword) : uppered(keyword);
    if (syntax.textOf(instruction.keywordRange) != keyword)
        return {}; // Broken over two lines.
    return replacing({QT_TRANSLATE_NOOP("lint", "Write “%1”"), {wanted}}, instruction.keywordRange, wanted);
}

std::vector<Fix> asKeyValue(const Syntax &syntax, const Instruction &legacy)
{
    const auto pairs = keyValuesOf(syntax, legacy);
    if (pairs.size() != 1 || !pairs.front().value)
        return {};
    const TextRange key = pairs.front().key->range;
    const TextRange value = pairs.front().value->range;
    const std::string joined = syntax.joined(legacy, value);
    const bool isPlain = joined.find_first_of(" \t\"'\\`") == std::string::npos;
    const bool hasQuotes = joined.find_first_of("\"'\\`") != std::string::npos;
    UserText title {QT_TRANSLATE_NOOP("lint", "Write “%1=…”"), {syntax.joined(legacy, key)}};
    if (syntax.joined(legacy, key).find_first_of("\"'\\`=") != std::string::npos || value.isEmpty()
        || syntax.textOf({key.end, value.begin}).find('\n') != std::string_view::npos)
        return {};
    if (isPlain)
        return replacing(std::move(title), {key.end, value.begin}, "=");
    if (!hasQuotes)
        return fixOf(std::move(title), {{{key.end, value.begin}, "=\""}, {{value.end, value.end}, "\""}});
    // The whole rest was one word, its quotes removed; a word of its own it stays with each blank escaped that no
    // quotes protect.
    std::vector<TextEdit> edits {{{key.end, value.begin}, "="}};
    char quote = '\0';
    const std::string_view bytes = syntax.textOf(value);
    if (legacy.isContinued())
        return {};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quote == '\0' && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = '\0';
        else if (c == syntax.escape && quote != '\'')
            ++i;
        else if (quote == '\0' && (c == ' ' || c == '\t'))
            edits.push_back({{value.begin + i, value.begin + i}, std::string(1, syntax.escape)});
    }
    if (quote != '\0')
        return {};
    return fixOf(std::move(title), std::move(edits));
}

std::vector<Fix> asJsonArray(const Syntax &syntax, const Instruction &command)
{
    const std::string text = syntax.joined(command, command.arguments);
    const bool isPlain = !text.empty() && std::ranges::all_of(text, [](char c) {
        return c == ' ' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
            || std::string_view("_-./:@%+,=").find(c) != std::string_view::npos;
    });
    const std::vector<ScriptCommand> script = scriptOf(syntax, command);
    // Assignments, `exec` and the like are the shell's own affair.
    if (!isPlain || command.isContinued() || script.size() != 1 || script.front().program != 0
        || script.front().name() == "cd")
        return {};
    std::string array;
    for (const ScriptWord &word : script.front().words)
        array += (array.empty() ? "[\"" : ", \"") + word.value + "\"";
    return replacing({QT_TRANSLATE_NOOP("lint", "Write it as a JSON array"), {}}, command.arguments,
                     array + "]");
}

} // namespace drydock
