// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/selection_ranges.h"

#include "model/syntax/characters.h"
#include "model/syntax/mount_options.h"

#include <algorithm>
#include <string_view>

namespace drydock {
namespace {

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}

/// The run of bytes around `offset` for which `isPart` holds; empty if there is none.
template <typename IsPart>
TextRange runAt(std::string_view bytes, std::size_t offset, IsPart isPart)
{
    TextRange run {offset, offset};
    while (run.begin > 0 && isPart(bytes[run.begin - 1]))
        --run.begin;
    while (run.end < bytes.size() && isPart(bytes[run.end]))
        ++run.end;
    return run;
}

class RangeFinder {
public:
    RangeFinder(const Syntax &syntax, std::size_t offset)
        : m_syntax(syntax)
        , m_offset(offset)
    { }

    std::vector<TextRange> find()
    {
        const std::string_view bytes = m_syntax.text.bytes();
        add(runAt(bytes, m_offset, isWordByte));
        add(runAt(bytes, m_offset, [](char c) {
            return !isAsciiSpace(c) && std::string_view("\"'[]").find(c) == std::string_view::npos;
        }));
        if (const InstructionIndex index = m_syntax.instructionAt(m_offset))
            addInstruction(m_syntax.at(index));
        for (const Comment &comment : m_syntax.comments)
            add(comment.range);
        add(m_syntax.text.lineRange(m_syntax.text.lineAt(m_offset)));
        if (const StageIndex stage = m_syntax.stageAt(m_offset)) {
            const Stage &whole = m_syntax.stages[stage.value];
            add({whole.range.begin, m_syntax.at(whole.last).lines.end});
            add(m_syntax.blockOf(stage));
        }
        add({0, bytes.size()});
        return nested();
    }

private:
    void add(TextRange range)
    {
        if (!range.isEmpty() && range.touches(m_offset))
            m_ranges.push_back(range);
    }

    void addInstruction(const Instruction &instruction)
    {
        for (const Instruction *part = &instruction; part; part = m_syntax.triggerOf(*part)) {
            add(part->keywordRange);
            addFlags(*part);
            for (const Word &word : m_syntax.wordsOf(*part)) {
                const bool isQuoted = word.role == WordRole::JsonString && word.range.size() >= 2;
                if (isQuoted)
                    add({word.range.begin + 1, word.range.end - 1});
                add(word.range);
            }
            addPairs(*part);
            add(part->arguments);
            add(part->range);
        }
        for (const Heredoc &heredoc : m_syntax.heredocsOf(instruction)) {
            add(heredoc.mark);
            add(heredoc.body);
        }
        add(instruction.lines);
        if (const auto comments = m_syntax.docCommentsOf(instruction); !comments.empty())
            add({comments.front().range.begin, instruction.range.end});
    }
    void addFlags(const Instruction &instruction)
    {
        for (const Flag &flag : m_syntax.flagsOf(instruction)) {
            if (!flag.range.touches(m_offset))
                continue;
            for (const FlagOption &option : flagOptions(m_syntax, instruction, flag)) {
                add(option.valueRange);
                add(option.range);
            }
            add(flag.value);
            add(flag.range);
        }
    }
    /// `KEY=value` as a whole.
    void addPairs(const Instruction &instruction)
    {
        const Word *key = nullptr;
        for (const Word &word : m_syntax.wordsOf(instruction)) {
            if (word.role == WordRole::Key)
                key = &word;
            else if (word.role == WordRole::Value && key)
                add({key->range.begin, word.range.end});
        }
    }

    /// Sorted by size; what does not hold all that is smaller is left out.
    std::vector<TextRange> nested()
    {
        std::ranges::stable_sort(m_ranges, {}, &TextRange::size);
        std::vector<TextRange> result;
        for (const TextRange &range : m_ranges) {
            if (result.empty() || (range.contains(result.back()) && range.size() > result.back().size()))
                result.push_back(range);
        }
        return result;
    }

    const Syntax &m_syntax;
    std::size_t m_offset;
    std::vector<TextRange> m_ranges;
};

} // namespace

std::vector<TextRange> selectionRanges(const Syntax &syntax, std::size_t offset)
{
    return RangeFinder(syntax, offset).find();
}

TextRange expandedSelection(const Syntax &syntax, TextRange selection)
{
    for (const TextRange &range : selectionRanges(syntax, selection.begin)) {
        if (range.contains(selection) && range.size() > selection.size())
            return range;
    }
    return selection;
}

} // namespace drydock
