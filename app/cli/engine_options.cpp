// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_options.h"

#include "app/cli/option_values.h"
#include "model/base/byte_size.h"
#include "model/refactor/refactor_registry.h"

#include <charconv>

namespace drydock::cli {
namespace {

Result<int> numberIn(std::string_view name, std::string_view value, int least, int most)
{
    int number = 0;
    const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (code != std::errc() || end != value.data() + value.size() || number < least || number > most)
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 takes a number from %2 to %3, not “%4”."),
                     {std::string(name), std::to_string(least), std::to_string(most), std::string(value)});
    return number;
}

/// The options that are lists and switches.
bool takeWord(EngineOrder &order, std::string_view name, std::string_view value)
{
    if (name == "--host")
        order.host = value;
    else if (name == "--docker-context")
        order.dockerContext = value;
    else if (name == "--builder")
        order.builder = value;
    else if (name == "--path")
        order.path = value;
    else if (name == "--tag")
        order.tags.emplace_back(value);
    else if (name == "--cache-from")
        order.cacheFrom.emplace_back(value);
    else if (name == "--cache-to")
        order.cacheTo.emplace_back(value);
    else if (name == "--command")
        order.command.emplace_back(value);
    else if (name == "--no-cache")
        order.noCache = true;
    else if (name == "--pull")
        order.pull = true;
    else if (name == "--image")
        order.areImages = true;
    else if (name == "--no-build")
        order.onlyLooks = true;
    else if (name == "--files")
        order.listsFiles = true;
    else if (name == "--registry")
        order.asksRegistry = true;
    else
        return false;
    return true;
}

} // namespace

Result<bool> setEngineOption(EngineOrder &order, std::string_view name, std::string_view value)
{
    if (takeWord(order, name, value))
        return true;
    if (name == "--secret") {
        auto [id, place] = splitPair(value);
        if (id.empty() || !place || place->empty())
            return wrong(QT_TRANSLATE_NOOP("cli", "--secret takes ID=FILE or ID=env:NAME, not “%1”."),
                         {std::string(value)});
        order.secrets[id] = *place;
    } else if (name == "--max-size") {
        order.mostBytes = readByteSize(value);
        if (!order.mostBytes)
            return wrong(QT_TRANSLATE_NOOP("cli", "--max-size takes a size like 50MB, not “%1”."),
                         {std::string(value)});
    } else if (name == "--refactor") {
        if (!refactoringCalled(value)) {
            std::vector<std::string_view> names;
            for (const Refactoring &each : refactorings())
                names.push_back(each.id);
            return unknownWord(value, names, QT_TRANSLATE_NOOP("cli", "There is no refactoring “%1”."),
                               QT_TRANSLATE_NOOP("cli", "There is no refactoring “%1”. Did you mean “%2”?"));
        }
        order.refactoring = value;
    } else if (name == "--port") {
        const Result<int> port = numberIn(name, value, 1, 65535);
        if (!port)
            return tl::unexpected(port.error());
        order.port = std::uint16_t(*port);
    } else if (name == "--expect") {
        const Result<int> status = numberIn(name, value, 100, 599);
        if (!status)
            return tl::unexpected(status.error());
        order.status = *status;
    } else if (name == "--timeout") {
        const Result<int> seconds = numberIn(name, value, 1, 3600);
        if (!seconds)
            return tl::unexpected(seconds.error());
        order.seconds = *seconds;
    } else {
        return false;
    }
    return true;
}

Result<void> checkEngineOrder(const Arguments &arguments)
{
    const EngineOrder &order = arguments.engine;
    const Action action = arguments.command->action;
    const std::size_t given = arguments.inputs.size();
    const std::string name(arguments.command->name);
    if (!order.host.empty() && !order.dockerContext.empty())
        return wrong(QT_TRANSLATE_NOOP("cli", "--host and --docker-context both say where the engine is."),
                     {});
    if (!order.refactoring.empty() && order.areImages)
        return wrong(QT_TRANSLATE_NOOP("cli", "--refactor takes a Dockerfile, not an image."), {});
    if (!order.refactoring.empty() && given != 1)
        return wrong(QT_TRANSLATE_NOOP("cli", "With --refactor, “%1” takes one file."), {name});
    if (action == Action::Compare && order.refactoring.empty() && given != 2)
        return wrong(QT_TRANSLATE_NOOP("cli", "“compare” takes two, or one with --refactor NAME."), {});
    if (action == Action::Verify && given > 2)
        return wrong(QT_TRANSLATE_NOOP("cli", "“verify” takes one or two."), {});
    if ((action == Action::Sizes || action == Action::Build) && given != 1)
        return wrong(QT_TRANSLATE_NOOP("cli", "“%1” takes one file."), {name});
    if (order.asksRegistry && !order.areImages)
        return wrong(
            QT_TRANSLATE_NOOP("cli", "--registry is about an image: “sizes --image --registry NAME”."), {});
    if (order.asksRegistry && (order.listsFiles || order.onlyLooks || order.mostBytes))
        return wrong(
            QT_TRANSLATE_NOOP(
                "cli", "--registry asks no engine: it does not go with --files, --no-build or --max-size."),
            {});
    return {};
}

} // namespace drydock::cli
