// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/resolution.h"
#include "model/refactor/gesture_context.h"
#include "model/text/edit_set.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

enum class ReferenceKind : std::uint8_t { From, CopyFrom, MountFrom };

/// A word that names a stage or an image, wherever it stands; ONBUILD's inner instruction included.
struct Reference {
    ReferenceKind kind = ReferenceKind::From;
    InstructionIndex instruction; ///< The ONBUILD itself if `isTrigger`.
    StageIndex user; ///< The stage it stands in.
    StageIndex stage; ///< The stage it names, as BuildKit reads it; none for an image or nothing that exists.
    std::string value; ///< As BuildKit sees it: quotes removed, a FROM's variables replaced.
    TextRange content; ///< The bytes of the name without quotes around it.
    TextRange whole; ///< What to replace if the name is not in one piece: the word or the whole flag.
    bool isPlain = true; ///< The bytes of `content` are `value`.
    bool isNumber = false; ///< `--from=0`
    bool hasVariable = false; ///< The text holds a `$`.
    bool isTrigger = false;
};

/// What the references of a file name and where. Made for one call, from one context.
class References {
public:
    explicit References(const GestureContext &context);

    const std::vector<Reference> &all() const { return m_all; } ///< In file order.
    /// Those that name `stage`.
    std::vector<const Reference *> to(StageIndex stage) const;
    /// The reference whose name the graph edge `cause` stands on, or null.
    const Reference *causedAt(TextRange cause) const;
    const Resolution &resolution() const { return *m_resolution; }

private:
    void addFrom(StageIndex stage);
    void addFlags(const Instruction &instruction, InstructionIndex index, StageIndex user, bool isTrigger);
    void addCopy(const Instruction &instruction, const Flag &flag, Reference reference);
    void addMount(const Instruction &instruction, const Flag &flag, Reference reference);
    StageIndex named(const std::string &name) const;

    const GestureContext &m_context;
    std::shared_ptr<const Resolution> m_resolution;
    std::vector<Reference> m_all;
};

/// Writes `name` in the place of `reference`: quotes around it stay, nothing else is touched.
/// \returns nothing if the reference is spread over quotes or lines in a way that has no safe place for a name.
std::optional<TextEdit> replacementOf(const Reference &reference, const std::string &name);

/// How `reference` has to be written to name a stage called `name`: FROM compares with the lower-cased name.
std::string spelledFor(ReferenceKind kind, const std::string &name);

} // namespace drydock
