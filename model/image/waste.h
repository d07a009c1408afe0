// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/graph/stage_graph.h"
#include "model/image/file_layers.h"
#include "model/syntax/syntax.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// How bytes of a lower layer became useless.
enum class WasteKind : std::uint8_t {
    Replaced, ///< A later layer has another file in its place.
    /// A later layer has a file of the very same size in its place: mostly because its owner, mode or time was changed.
    Repeated,
    Removed, ///< A later layer deletes it.
};

/// A file that is in an image and that no container of it can see.
struct WastedFile {
    std::string path;
    std::uint64_t bytes = 0; ///< Of the hidden file: counted once, whatever hides it weighs.
    std::size_t addedIn = 0; ///< Into ImageContents::layers.
    std::size_t lostIn = 0; ///< Likewise; above `addedIn`.
    WasteKind kind = WasteKind::Replaced;

    bool operator==(const WastedFile &) const = default;
};

/// What one layer makes useless of another, in one way.
struct WastePair {
    std::size_t addedIn = 0;
    std::size_t lostIn = 0;
    WasteKind kind = WasteKind::Replaced;
    std::uint64_t bytes = 0;
    std::size_t files = 0;

    bool operator==(const WastePair &) const = default;
};

/// Invariant: totalBytes == finalBytes + wastedBytes.
struct WasteReport {
    std::vector<WastedFile> files; ///< The largest first, then by path; those of no bytes are left out.
    std::vector<WastePair> pairs; ///< The largest first.
    std::uint64_t wastedBytes = 0;
    std::uint64_t finalBytes = 0; ///< Of all files that a container sees.
    std::uint64_t totalBytes = 0; ///< Of all files in all layers.

    /// The share of the transferred bytes that a container can see: finalBytes / totalBytes, from 0 to 1; 1 for an image of
    /// nothing. A `chown -R` over 900 MB gives 0.5, as half of what was stored is of use.
    ///
    /// dive's figure of that name adds up every copy of a path that is there more than once, the last and useful one too, and
    /// calls that sum wasted: 1.8 GB here (dive#684). So it says that more is wasted than could be saved.
    double efficiency() const;
};

WasteReport wasteOf(const ImageContents &image);

/// The instruction of each layer of `image`, as matchHistory() finds it; none for those of the base image.
/// \pre `graph` is made of `syntax`; `stage`, which the image was built from, is one of its stages.
std::vector<InstructionIndex> instructionsOfLayers(const Syntax &syntax, const StageGraph &graph,
                                                   StageIndex stage, const ImageContents &image);

/// What removes a waste.
struct WasteFix {
    std::string_view refactoring; ///< Refactoring::id: "merge-runs".
    std::size_t caret = 0; ///< For RefactorWish::caret.
    UserText text; ///< Why it helps, one sentence.
};

/// \param file one of the waste of an image whose layers were made by `instructions`. \returns nothing if none of the
/// refactorings helps: two COPYs of one file, a base that replaces its own files.
std::optional<WasteFix> fixFor(const WastedFile &file, const Syntax &syntax,
                               const std::vector<InstructionIndex> &instructions);

} // namespace drydock
