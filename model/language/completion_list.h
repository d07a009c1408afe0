// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/language/completion.h"
#include "model/language/completion_place.h"
#include "model/language/flag_words.h"

#include <span>

namespace drydock {

/// Gathers what could stand at the caret. The word that is replaced begins where setWord() says.
class CompletionList {
public:
    CompletionList(const CompletionRequest &request, const CompletionPlace &place);

    const CompletionRequest &request;
    const CompletionPlace &place;

    const Syntax &syntax() const { return request.context.syntax; }
    /// \param begin in place.before.
    void setWord(std::size_t begin) { m_word = begin; }
    std::string_view typed() const { return std::string_view(place.before).substr(m_word); }

    /// Adds it once. \param inserted empty: the label.
    void add(std::string label, UserText detail, CompletionKind kind, std::string inserted = {},
             bool goesOn = false);
    void addChoices(std::span<const WordChoice> choices, CompletionKind kind = CompletionKind::Value);

    /// Those that fit what is typed.
    std::vector<Completion> take();

private:
    std::size_t m_word;
    std::vector<Completion> m_all;
};

// What each kind of place has to offer; completion*.cpp.
void completeFlagNames(CompletionList &list);
void completeFlagValue(CompletionList &list);
void completeArguments(CompletionList &list);
void completeImages(CompletionList &list);
void completeStages(CompletionList &list, bool isFrom);
/// Names in the folder that is being typed, of the build context.
void completeContextPaths(CompletionList &list);
/// What the stage or image called `from` is known to hold.
void completePathsOf(CompletionList &list, std::string_view from);
/// Paths that the stage itself names.
void completeOwnPaths(CompletionList &list);
/// \returns whether a variable is being typed, in which case nothing else fits.
bool completeVariables(CompletionList &list);

} // namespace drydock
