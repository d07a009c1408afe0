// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/strong_index.h"
#include "model/graph/stage_graph.h"
#include "model/image/image_facts.h"
#include "model/syntax/syntax.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What kind of thing a layer brings.
enum class LayerCategory : std::uint8_t {
    Base, ///< Of the image or stage that FROM names.
    Packages, ///< Of the distribution: apt-get, apk, dnf …
    Dependencies, ///< Of the language: go mod, npm ci, pip …
    BuildOutput, ///< What a compiler or bundler made.
    Application, ///< COPY and ADD, from the context or from a stage.
    Other,
};

/// What one instruction left behind in an image.
struct LayerSize {
    InstructionIndex instruction; ///< None for what the base brings and for what belongs to no line.
    std::string createdBy; ///< The builder's words.
    std::uint64_t bytes = 0; ///< Unpacked.
    LayerCategory category = LayerCategory::Other;
    std::string
        diffId; ///< "sha256:…" of the layer; empty if the entry has none, or if it is not known which.

    bool operator==(const LayerSize &) const = default;
};

/// What one stage weighs. Layers come oldest first; those of the base stand before those of the stage.
struct StageSize {
    StageIndex stage;
    std::string name; ///< Behind AS; empty if it has none. Finds the stage in a measurement of another text.
    std::string image; ///< Its reference or id at the engine.
    std::uint64_t bytes = 0; ///< Unpacked: the sum of `layers`.
    std::uint64_t baseBytes = 0; ///< Of them from the base.
    std::optional<std::uint64_t> downloadBytes; ///< Compressed; where it is known.
    std::vector<LayerSize> layers;
    /// Lines were found by their words and not by counting, or not at all: ONBUILD of a base, an image of another file.
    bool isApproximate = false;

    bool operator==(const StageSize &) const = default;
};

/// Which kind of store the numbers come from. Numbers of two stores are never compared.
enum class ImageStore : std::uint8_t { Unknown, GraphDriver, Containerd, SavedArchive };

/// What was measured, of which text, when and where. Plain data.
struct Measurement {
    std::vector<StageSize> stages; ///< In file order; those that were not built are missing.
    StageIndex target; ///< The stage that the build produces.
    std::string textHash; ///< hashOf() of the text that was built.
    std::string image; ///< What a person calls it: "go-webapp:latest".
    std::string engine; ///< "docker 20.10.24 (unix:///var/run/docker.sock)"
    ImageStore store = ImageStore::Unknown;
    std::int64_t time = 0; ///< Seconds since 1970.
    std::optional<ImageConfig> config; ///< Of the target; nothing if it was not built.

    const StageSize *ofStage(StageIndex stage) const;
    /// The size of the target; null if it was not built.
    const StageSize *result() const { return ofStage(target); }

    bool operator==(const Measurement &) const = default;
};

/// Names a text: 64 bits in hexadecimal. Equal for equal bytes; different texts are only very likely to differ.
std::string hashOf(std::string_view text);

/// Gives each entry of an image's history its instruction.
///
/// Every instruction but FROM leaves exactly one entry, in order, with both builders (measured: 20.10, 26.1, 28.5), so
/// entries are counted from the end; their words are only a check. Where the numbers do not agree (ONBUILD, an image of
/// another text) the words decide, and the report says that it is approximate.
/// \param history oldest first. \param layers the image's diff ids from the bottom; may be empty.
/// \pre `graph` is made of `syntax`; `stage` is one of its stages.
StageSize matchHistory(const Syntax &syntax, const StageGraph &graph, StageIndex stage,
                       const std::vector<HistoryEntry> &history, const std::vector<std::string> &layers);

/// The category of what an instruction of a Dockerfile brings.
LayerCategory categoryOf(const Syntax &syntax, const Instruction &instruction);

} // namespace drydock
