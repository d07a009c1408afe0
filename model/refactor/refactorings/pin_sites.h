// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/image_reference.h"
#include "model/refactor/refactoring.h"
#include "model/refactor/references.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// The default of a global ARG that decides which image a FROM means.
struct PinVariable {
    std::string name;
    TextRange value; ///< Of the default, without quotes.
    std::string head; ///< What of the reference stands in front of the variable …
    std::string tail; ///< … and behind it.
};

/// A change of what an image is called.
struct PinEdit {
    TextEdit edit;
    std::string variable; ///< The ARG whose default changes; empty if none does.
};

/// A place where a file names an image.
struct PinSite {
    std::string reference; ///< Variables replaced.
    ImageReference image;
    TextRange where; ///< The words of the file that name it.
    InstructionIndex instruction; ///< None: the directive `# syntax=`.
    std::optional<Reference> word; ///< None: the directive.
    std::vector<PinVariable> variables; ///< Of a FROM with variables: one of them has to change.
    UserText obstacle; ///< Why the text cannot change; source empty if it can.

    /// "node" of `node:24@sha256:…`, as it is written.
    std::string name() const;
    /// What to do so that the image is called `newReference` there. \returns an Error if no text says so.
    Result<PinEdit> renamed(const std::string &newReference) const;
};

/// All images that the file names, in its order: no stages, no named contexts, not `scratch`, nothing that hangs on variables
/// without a value.
std::vector<PinSite> pinSitesOf(const RefactorContext &context);

} // namespace drydock
