// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/graph_words.h"

namespace drydock {

std::string_view wordOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Stage:
        return "stage";
    case NodeKind::Image:
        return "image";
    case NodeKind::Context:
        return "context";
    case NodeKind::Remote:
        return "remote";
    case NodeKind::Missing:
        break;
    }
    return "missing";
}

std::string_view wordOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return "from";
    case EdgeKind::Copy:
        return "copy";
    case EdgeKind::Mount:
        return "mount";
    case EdgeKind::Add:
        break;
    }
    return "add";
}

std::string_view wordOf(ImagePin pin)
{
    switch (pin) {
    case ImagePin::Digest:
        return "digest";
    case ImagePin::Tag:
        return "tag";
    case ImagePin::Latest:
        return "latest";
    case ImagePin::None:
        return "none";
    case ImagePin::Variable:
        return "variable";
    case ImagePin::Scratch:
        break;
    }
    return "scratch";
}

std::string_view wordOf(Phase phase)
{
    switch (phase) {
    case Phase::Parse:
        return "parse";
    case Phase::Instruction:
        return "instruction";
    case Phase::Build:
        break;
    }
    return "build";
}

std::string pathsOf(const GraphEdge &edge)
{
    if (edge.sourcePath.empty() || edge.targetPath.empty())
        return edge.sourcePath + edge.targetPath;
    return edge.sourcePath + " → " + edge.targetPath;
}

} // namespace drydock
