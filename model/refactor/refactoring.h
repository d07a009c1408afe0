// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contract/runtime_contract.h"
#include "model/knowledge/image_answers.h"
#include "model/lint/lint_context.h"
#include "model/refactor/gesture_context.h"
#include "model/refactor/size_estimate.h"
#include "model/text/edit_set.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

struct Manifests;

/// How sure it is that the program does afterwards what it does now.
enum class Verdict : std::uint8_t {
    Safe, ///< Whatever the program does.
    Assumes, ///< If the assumptions hold; a person has to agree to each.
    Blocked, ///< Something stands in the way; the reason names it and the way out.
};

/// What refactorings look at. Borrowed, valid for one call.
struct RefactorContext {
    const LintContext &lint; ///< Text, graph, build options, what lies beside the file.
    const Manifests *manifests = nullptr; ///< What the files beside it say; null if nobody has looked.
    const ImageSource *images = nullptr; ///< Who knows images better than the tables; may be null.

    const Syntax &syntax() const { return lint.syntax(); }
    const StageGraph &graph() const { return lint.graph(); }
    GestureContext gesture() const { return {lint.syntax(), lint.graph(), lint.options()}; }
};

/// What a person asks of a refactoring.
struct RefactorWish {
    std::map<std::string, std::string, std::less<>> settings; ///< By Choice::key.
    std::optional<std::size_t> caret; ///< Offset in the text; nothing: the whole file is meant.

    /// The setting, or empty.
    std::string_view setting(std::string_view key) const;
};

/// Something that has to hold and that no text can prove.
struct Assumption {
    UserText text; ///< One sentence.
    TextRange range; ///< The words that it comes from; empty if it comes from no line.
};

/// Something to choose, with what is chosen now.
struct Choice {
    struct Answer {
        std::string value;
        UserText about; ///< Why one would take it; source may be empty.
    };
    std::string key; ///< Of RefactorWish::settings: "base", "artifact" …
    UserText title; ///< “Runtime base”
    std::vector<Answer> answers; ///< The best first. May be empty: any text will do.
    std::string chosen; ///< Empty: a person has to say it.
    bool isOpen = false; ///< Other values than `answers` may be given.
};

/// A piece of a change that can be left out by itself.
struct Part {
    UserText title; ///< “CGO_ENABLED=0: the new base has no C library”
    std::vector<TextEdit>
        edits; ///< For the text as it is; those of different parts do not collide, but insertions at the same place are put behind one another in the order of the parts.
    std::vector<std::size_t> needs; ///< Indexes of parts that it makes no sense without.
    bool isOptional = true; ///< False: without it nothing of the change is left.
};

/// A difference of the target's contract that is meant.
struct DeclaredChange {
    // NOLINTNEXTLINE(google-explicit-constructor): a part stands for all of it.
    DeclaredChange(ContractPart changed, std::string which = {})
        : part(changed)
        , key(std::move(which))
    { }

    ContractPart part;
    std::string key; ///< As ContractDifference::key; empty: whatever it is.

    bool operator<(const DeclaredChange &other) const
    {
        return part != other.part ? part < other.part : key < other.key;
    }
};

/// What a refactoring would do. Nothing has happened yet.
struct Proposal {
    UserText name; ///< Of the undo step: “Split into build and runtime”.
    UserText explanation; ///< What it brings, one or two sentences.
    std::vector<Part> parts; ///< Empty if blocked.
    std::vector<Assumption> assumptions;
    std::vector<Choice> choices; ///< Also if blocked: an answer may be the way out.
    std::set<DeclaredChange> declared;
    std::optional<SizeEstimate> sizeBefore; ///< Of the target's image.
    std::optional<SizeEstimate> sizeAfter;
    /// Other files to be written with it, such as .dockerignore: path relative to the folder of the build → bytes.
    std::map<std::string, std::string> files;

    UserText reason; ///< Blocked: why, and the way out. Source empty if it is not.
    TextRange where; ///< Blocked: the words that stand in the way.

    Verdict verdict() const;
    bool isBlocked() const { return !reason.source.empty(); }
    bool declares(const ContractDifference &difference) const;
};

/// A no with its reason. \param where the words that stand in the way.
Proposal blocked(UserText reason, TextRange where = {});

/// Where a refactoring stands in menus and lists.
enum class RefactoringGroup : std::uint8_t { Image, Cache, Stages, Instructions, Security, Runtime };

/// One refactoring: what it is called and what it does. Stateless.
struct Refactoring {
    std::string_view id; ///< “split”; also the name of its teaching page.
    UserText title; ///< An order in a few words.
    RefactoringGroup group = RefactoringGroup::Instructions;
    Proposal (*propose)(const RefactorContext &context, const RefactorWish &wish) = nullptr;
    bool needsCaret = false; ///< Works on the stage or instruction at the caret, if there is one.
};

} // namespace drydock
