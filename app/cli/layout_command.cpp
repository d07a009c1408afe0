// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/layout_command.h"

#include "app/cli/input_file.h"
#include "model/exporting/printable.h"
#include "model/layout/layered_layout.h"
#include "model/layout/layout_file.h"

#include <chrono>
#include <optional>
#include <string>

namespace drydock::cli {

namespace {

std::string shown(const std::string &path)
{
    return path == "-" ? "standard input" : "“" + printable(path) + "”";
}

Result<PreviousLayout> previousOf(const LayoutWish &wish, const NamedGraph &graph)
{
    if (wish.previous.empty())
        return PreviousLayout {};
    const Result<std::string> bytes = readInput(wish.previous);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return readPreviousLayout(*bytes, shown(wish.previous), graph);
}

Result<std::string> laidOut(const Arguments &arguments)
{
    const LayoutWish &wish = arguments.layout;
    const std::string &path = arguments.inputs.front();
    const Result<std::string> bytes = readInput(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<NamedGraph> graph = readLayoutGraph(*bytes, shown(path));
    if (!graph)
        return tl::unexpected(graph.error());
    const Result<PreviousLayout> previous = previousOf(wish, *graph);
    if (!previous)
        return tl::unexpected(previous.error());
    const LayeredLayout layout;
    graph->input.direction = wish.direction.value_or(LayoutDirection::LeftToRight);
    const auto start = std::chrono::steady_clock::now();
    const LayoutResult result = wish.direction
        ? layout.arrange(graph->input, *previous, {})
        : arrangeToFit(layout, graph->input, *previous, wish.paneWidth, wish.paneHeight, {});
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    return layoutJson(*graph, result, time.count()) + "\n";
}

} // namespace

ExitCode layOut(const Arguments &arguments, Output &output)
{
    const Result<std::string> json = laidOut(arguments);
    if (!json) {
        output.error(inEnglish(json.error().text));
        return ExitCode::Unreadable;
    }
    output.write(*json);
    return ExitCode::Fine;
}

} // namespace drydock::cli
