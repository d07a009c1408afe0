// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/image_reference.h"
#include "model/syntax/syntax.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace drydock {

/// What a person may say on the command line or in the window about the build to come.
struct BuildOptions {
    std::map<std::string, std::string> buildArgs; ///< `--build-arg name=value`.
    std::map<std::string, std::string> contexts; ///< `--build-context name=…`.
    std::string target; ///< Stage name; empty means the last stage.
    std::string platform = "linux/amd64"; ///< TARGETPLATFORM and BUILDPLATFORM.

    bool operator==(const BuildOptions &) const = default;
};

enum class NodeKind : std::uint8_t {
    Stage, ///< A FROM block of this file.
    Image, ///< An image that a FROM, COPY --from or mount names.
    Context, ///< A named build context (`--build-context`).
    Remote, ///< A URL or git repository that ADD fetches.
    Missing, ///< A `--from` that names nothing: a stage index out of range or a name with a variable.
};

/// A box of the graph.
struct GraphNode {
    NodeKind kind = NodeKind::Stage;
    StageIndex stage; ///< Stage only.
    std::string name; ///< Stage: name behind AS as written, or empty. Others: what the text calls it.
    std::string base; ///< Stage: its base as written. Others: as `name`.
    std::string reference; ///< Image reference after expansion of ARGs ("golang:1.21"). Empty if unknown.
    std::string platform; ///< Stage: value of --platform as written, or empty.
    std::string suggestion; ///< Missing: the stage that was probably meant; may be empty.
    ImagePin pin = ImagePin::None; ///< Of `reference`: the base image of a stage, the image of an Image.
    bool isTarget = false; ///< What the build produces.
    bool isReachable = true; ///< The target needs it.
    bool isUnknowable
        = false; ///< Parts hang on ONBUILD of a base image or on an unset variable: draw dashed, never guess.
    TextRange
        range; ///< What selecting the node selects: a stage's FROM instruction, the word that names an image.
    std::vector<TextRange> mentions; ///< Every word that names it, in file order.
    std::uint32_t instructionCount = 0; ///< Stage: instructions behind FROM.

    /// "build", or "stage 2" counted from 0 for an unnamed stage, as `--from=2` would say.
    std::string label() const;
};

enum class EdgeKind : std::uint8_t {
    From, ///< The target's base.
    Copy, ///< COPY --from.
    Mount, ///< RUN --mount=from.
    Add, ///< ADD of a URL or git repository.
};

/// An arrow from what is needed to the stage that needs it.
struct GraphEdge {
    EdgeKind kind = EdgeKind::From;
    NodeIndex source;
    NodeIndex target; ///< Always a stage.
    InstructionIndex instruction; ///< That causes it.
    TextRange cause; ///< The very word: `builder` in `--from=builder`, the image in FROM.
    std::string sourcePath; ///< Copy: first source (", …" if more). Mount: `source`. May be empty.
    std::string targetPath; ///< Copy: destination. Mount: `target`. May be empty.
    bool isForward = false; ///< Names a stage that comes later in the file.
    bool isInCycle = false; ///< Part of a circle, which BuildKit refuses.
    bool isInherited = false; ///< From an ONBUILD of the parent stage.
};

struct Resolution;

/// What a file without stages comes to.
std::shared_ptr<const Resolution> emptyResolution();

/// Stages, what they need, and why. A pure function of Syntax and BuildOptions; may contain cycles.
///
/// Invariant: node i is stage i for i < stage count; external nodes follow in order of first mention.
struct StageGraph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges; ///< In file order of their cause.
    StageIndex target; ///< None if there is no stage or the asked target does not exist.
    std::shared_ptr<const Resolution> resolution
        = emptyResolution(); ///< Names and bases that it rests on; never null, shared.

    std::size_t stageCount() const;
    /// The edges whose source or target is `node`.
    std::vector<std::size_t> edgesInto(NodeIndex node) const;
    std::vector<std::size_t> edgesOutOf(NodeIndex node) const;
    /// The edge whose causing word or line the caret at `offset` stands in; size() of edges if none.
    std::size_t edgeAt(const Syntax &syntax, std::size_t offset) const;
};

StageGraph makeStageGraph(const Syntax &syntax, const BuildOptions &options);

} // namespace drydock
