// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/node_steps.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Where frameworks leave what they build (REFACTORINGS §4.2), as far as package.json and their settings say it.

namespace drydock {

enum class NodeOutputKind : std::uint8_t {
    Server, ///< Runs by node, with its packages.
    SelfContained, ///< Runs by node, and has its packages within.
    Pages, ///< Files for any web server.
};

/// What a build leaves in the folder of package.json.
struct NodeOutput {
    NodeOutputKind kind = NodeOutputKind::Server;
    std::string_view framework; ///< "Nuxt"
    std::string folder; ///< Relative: "dist", ".output".
    bool isStandaloneNext
        = false; ///< `folder` is to be spread out in the program's own, and more comes beside it.
};

/// Nothing if nobody has looked, or if it is not clear what is built.
std::optional<NodeOutput> nodeOutputOf(const SplitStage &stage);

/// A program that serves a folder of pages as they are, and nothing else.
struct PageServer {
    std::string folder; ///< As written: "build".
    std::string port; ///< That it listens on.
    bool fallsBack = false; ///< What is not there gets index.html.
};

/// What CMD and ENTRYPOINT start, also by a script of package.json: `serve -s build`, `http-server dist`, `vite preview`. Nothing
/// if it is something else, or if its options say more than that.
std::optional<PageServer> pageServerOf(const SplitStage &stage);

/// The settings of nginx that do the same, one line of text for printf.
std::string nginxSettings(const PageServer &server);

} // namespace drydock
