// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/refactor_options.h"

#include "app/cli/option_values.h"
#include "model/refactor/refactor_registry.h"

#include <charconv>

namespace drydock::cli {
namespace {

/// "12" or "12:5".
Result<void> setCaret(RefactorOrder &order, std::string_view value)
{
    std::size_t line = 0;
    std::size_t column = 1;
    const char *const end = value.data() + value.size();
    auto read = std::from_chars(value.data(), end, line);
    order.hasColumn = read.ec == std::errc() && read.ptr != end && *read.ptr == ':';
    if (order.hasColumn)
        read = std::from_chars(read.ptr + 1, end, column);
    if (read.ec != std::errc() || read.ptr != end || line < 1 || column < 1)
        return wrong(QT_TRANSLATE_NOOP("cli", "--line takes a line from 1 on like 12 or 12:5, not “%1”."),
                     {std::string(value)});
    order.caret = TextPosition {line - 1, column - 1};
    return {};
}

} // namespace

Result<bool> setRefactorOption(RefactorOrder &order, std::string_view name, std::string_view value)
{
    if (name == "--list") {
        order.lists = true;
    } else if (name == "--write") {
        order.writes = true;
    } else if (name == "--context") {
        order.context = value;
    } else if (name == "--images") {
        order.images = value;
    } else if (name == "--set") {
        auto [key, text] = splitPair(value);
        if (key.empty() || !text)
            return wrong(QT_TRANSLATE_NOOP("cli", "%1 takes KEY=VALUE, not “%2”."),
                         {std::string(name), std::string(value)});
        order.settings[key] = *text;
    } else if (name == "--without") {
        std::size_t number = 0;
        const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (code != std::errc() || end != value.data() + value.size() || number < 1)
            return wrong(
                QT_TRANSLATE_NOOP("cli", "--without takes the number of a part from 1 on, not “%1”."),
                {std::string(value)});
        order.without.push_back(number);
    } else if (name == "--line") {
        if (auto set = setCaret(order, value); !set)
            return tl::unexpected(set.error());
    } else {
        return false;
    }
    return true;
}

Result<void> takeRefactoring(Arguments &arguments)
{
    RefactorOrder &order = arguments.refactor;
    if (!order.images.empty() && arguments.engine.asksRegistry)
        return wrong(
            QT_TRANSLATE_NOOP("cli", "--images and --registry both say who is asked about the images."), {});
    std::vector<std::string> &inputs = arguments.inputs;
    if (order.lists) {
        if (inputs.size() > 1)
            return wrong(QT_TRANSLATE_NOOP("cli", "“refactor --list” takes one file at most."), {});
        return {};
    }
    if (inputs.empty())
        return wrong(
            QT_TRANSLATE_NOOP("cli", "Which refactoring? “drydock-cli refactor --list” names them all."), {});
    order.refactoring = refactoringCalled(inputs.front());
    if (!order.refactoring) {
        std::vector<std::string_view> names;
        for (const Refactoring &each : refactorings())
            names.push_back(each.id);
        return unknownWord(
            inputs.front(), names,
            QT_TRANSLATE_NOOP("cli",
                              "There is no refactoring “%1”; “drydock-cli refactor --list” names them all."),
            QT_TRANSLATE_NOOP("cli", "There is no refactoring “%1”. Did you mean “%2”?"));
    }
    if (inputs.size() != 2)
        return wrong(
            QT_TRANSLATE_NOOP("cli", "“refactor” takes one file: “drydock-cli refactor %1 Dockerfile”."),
            {inputs.front()});
    inputs.erase(inputs.begin());
    return {};
}

} // namespace drydock::cli
