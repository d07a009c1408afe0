// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/stage_paths.h"

#include "model/shell/words.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <filesystem>

namespace drydock {

StagePaths::StagePaths(const GestureContext &context, const References &references, StageIndex stage)
    : m_context(context)
    , m_commandContext {context.syntax, references.resolution(), context.options, stage.value, {}}
{
    std::vector<StageIndex> chain;
    for (StageIndex at = references.resolution().bases[stage.value].parent; at;
         at = references.resolution().bases[at.value].parent)
        chain.push_back(at);
    const StageIndex root = chain.empty() ? stage : chain.back();
    m_isDirectoryKnown = references.resolution().bases[root.value].image.text == "scratch";
    std::reverse(chain.begin(), chain.end());
    for (const StageIndex link : chain) {
        const Stage &block = context.syntax.stages[link.value];
        for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i)
            pass(context.syntax.instructions[i]);
    }
}

void StagePaths::pass(const Instruction &instruction)
{
    switch (instruction.keyword) {
    case Keyword::Workdir: {
        const auto words = m_context.syntax.wordsOf(instruction);
        const auto path = words.empty() ? std::nullopt
                                        : expanded(wordValue(m_context.syntax, instruction, words.front()));
        m_isDirectoryKnown = path && (m_isDirectoryKnown || path->starts_with('/'));
        break;
    }
    case Keyword::Env:
    case Keyword::Arg:
        break;
    default:
        return;
    }
    TextRange culprit;
    (void)checkCommand(m_commandContext, instruction, m_state, culprit); // Its errors are told elsewhere.
}

std::optional<std::string> StagePaths::expanded(const std::string &text) const
{
    ExpandedWord word = expandWord(text, m_state.environment, m_context.syntax.escape);
    if (!word.isFine() || !word.unmatched.empty())
        return {};
    return std::move(word.text);
}

std::optional<std::string> StagePaths::absolute(const std::string &path) const
{
    // A drive letter, a home directory, a command's output: nothing that could be looked up here.
    if (path.empty() || path.starts_with('~') || path.find_first_of("\\:`\n") != std::string::npos)
        return {};
    const auto text = expanded(path);
    if (!text || text->empty() || (!text->starts_with('/') && !m_isDirectoryKnown))
        return {};
    const std::filesystem::path whole
        = std::filesystem::path(text->starts_with('/') ? "/" : m_state.workingDirectory) / *text;
    std::string result = whole.lexically_normal().generic_string();
    // "." leaves a slash behind that nobody wrote.
    if (result.size() > 1 && result.ends_with('/') && !text->ends_with('/'))
        result.pop_back();
    return result;
}

std::optional<std::string> StagePaths::workingDirectory() const
{
    return m_isDirectoryKnown ? std::optional(m_state.workingDirectory) : std::nullopt;
}

} // namespace drydock
