// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/context/build_context.h"
#include "model/refactor/gesture_context.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

enum class CompletionKind : std::uint8_t {
    Instruction,
    Directive,
    Flag,
    MountKey,
    Value,
    Stage,
    Image,
    Variable,
    Path,
};

/// One thing that could stand at the caret.
struct Completion {
    std::string label; ///< What the list shows, and what is typed against.
    UserText
        detail; ///< A few words right of it, in the context "language"; source empty if there is nothing to say.
    TextRange replaced; ///< The bytes that go; the caret stands in it or at its end.
    std::string inserted; ///< The bytes that come.
    CompletionKind kind = CompletionKind::Value;
    bool goesOn = false; ///< What comes next is worth a list, too (`--from=`, a folder).
};

/// What is asked, and what of the world outside of the file is known. Borrowed, valid for one call.
struct CompletionRequest {
    const GestureContext &context;
    std::size_t offset = 0; ///< Of the caret. \pre inside of the text or at its end.
    const BuildContext *folder = nullptr; ///< The build context; null: nothing is known of it.
    /// Images that the engine has, with their tags.
    std::vector<std::string> images;
};

/// What could stand at the caret, the likeliest first; what begins with the letters typed so far comes before what
/// holds them. Only what BuildKit accepts there. Nothing inside of comments, of commands' words, of strings that are
/// nobody's business. Works on files that BuildKit would refuse.
std::vector<Completion> completionsAt(const CompletionRequest &request);

/// Whether typing `c` is a reason to show the list unasked.
bool opensCompletion(char c);

} // namespace drydock
