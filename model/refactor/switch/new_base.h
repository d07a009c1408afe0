// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace drydock {

/// Kinds of bases to switch to; each is an answer of the choice “base”.
enum class BaseKind : std::uint8_t { Slim, Alpine, Distroless, Chainguard, Scratch, Newer };

inline constexpr std::array<BaseKind, 6> allBaseKinds {BaseKind::Slim,       BaseKind::Alpine,
                                                       BaseKind::Distroless, BaseKind::Chainguard,
                                                       BaseKind::Scratch,    BaseKind::Newer};

/// "slim", "alpine" …
std::string_view nameOf(BaseKind kind);

/// What stands behind FROM afterwards.
struct NewBase {
    std::string written; ///< Variables in the version kept: `node:${V}-alpine`.
    std::string reference; ///< Variables replaced.
    bool dropsDigest = false; ///< The old one belongs to the old tag.
    bool isFloating = false; ///< Its tag moves with every release.
    std::string advice; ///< A doubt, an English sentence; may be empty.
    UserText refusal; ///< Why there is none, and the way out. Source empty if there is one.
};

/// How a program that needs no interpreter is linked.
enum class Linking : std::uint8_t { Static, Glibc, Cxx };

/// "node" of `docker.io/library/node:22-slim`, as the tables spell it; empty if it is no reference.
std::string imageNameOf(std::string_view reference);

/// The sister of the image that `root` is FROM. \pre `root` names an image.
/// \param linking of the programs on a distribution's image, which asks for nothing else.
NewBase newBaseOf(const LintContext &context, StageIndex root, BaseKind kind, Linking linking);

} // namespace drydock
