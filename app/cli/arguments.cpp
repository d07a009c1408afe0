// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/engine_options.h"
#include "app/cli/option_values.h"
#include "app/cli/refactor_options.h"
#include "model/exporting/findings.h"
#include "model/lint/registry.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <utility>

namespace drydock::cli {

namespace {

const Command *commandNamed(std::string_view name)
{
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command &c) { return c.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const Option *optionNamed(std::string_view name)
{
    if (name == "-h")
        name = "--help";
    else if (name == "-j")
        name = "--jobs";
    const auto all = options();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Option &o) { return o.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Result<void> setFormat(Arguments &arguments, std::string_view value)
{
    static constexpr std::pair<std::string_view, Format> names[]
        = {{"text", Format::Text},       {"json", Format::Json},   {"dot", Format::Dot},
           {"mermaid", Format::Mermaid}, {"sarif", Format::Sarif}, {"checkstyle", Format::Checkstyle},
           {"github", Format::Github},   {"diff", Format::Diff}};
    const std::vector<std::string_view> &allowed = arguments.command->formats;
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
        std::string list;
        for (const std::string_view each : allowed)
            list += (list.empty() ? "" : ", ") + std::string(each);
        return wrong(QT_TRANSLATE_NOOP("cli", "There is no format “%1” here; there is: %2."),
                     {std::string(value), list});
    }
    arguments.isFormatGiven = true;
    arguments.format = std::find_if(std::begin(names), std::end(names), [&](const auto &n) {
                           return n.first == value;
                       })->second;
    return {};
}

Result<void> setDirection(LayoutWish &layout, std::string_view value)
{
    if (value == "auto")
        layout.direction.reset();
    else if (value == "lr")
        layout.direction = LayoutDirection::LeftToRight;
    else if (value == "tb")
        layout.direction = LayoutDirection::TopToBottom;
    else
        return wrong(QT_TRANSLATE_NOOP("cli", "--direction takes lr, tb or auto, not “%1”."),
                     {std::string(value)});
    return {};
}

/// "900x760".
Result<void> setPane(LayoutWish &layout, std::string_view value)
{
    constexpr unsigned most = 100'000;
    unsigned width = 0;
    unsigned height = 0;
    const char *const end = value.data() + value.size();
    const auto first = std::from_chars(value.data(), end, width);
    const bool hasTwo = first.ec == std::errc() && first.ptr != end && *first.ptr == 'x';
    const auto second = hasTwo ? std::from_chars(first.ptr + 1, end, height) : first;
    if (!hasTwo || second.ec != std::errc() || second.ptr != end || width < 1 || height < 1 || width > most
        || height > most)
        return wrong(QT_TRANSLATE_NOOP("cli", "--pane takes a size in pixels like 900x760, not “%1”."),
                     {std::string(value)});
    layout.paneWidth = width;
    layout.paneHeight = height;
    return {};
}

/// Nothing for `none`, which stands for no severity at all.
Result<std::optional<Severity>> severityFor(std::string_view option, std::string_view value,
                                            std::string_view none)
{
    if (const auto severity = severityCalled(value))
        return severity;
    if (!none.empty() && value == none)
        return std::optional<Severity> {};
    return wrong(QT_TRANSLATE_NOOP("cli", "%1 takes info, warning, error%2, not “%3”."),
                 {std::string(option), none.empty() ? "" : " or " + std::string(none), std::string(value)});
}

Result<void> setRule(LintSettings &settings, std::string_view value)
{
    const std::size_t equals = std::min(value.find('='), value.size());
    const std::string_view id = value.substr(0, equals);
    if (!ruleCalled(id)) {
        std::vector<std::string_view> names;
        for (const Rule &rule : rules())
            names.push_back(rule.id);
        return unknownWord(id, names, QT_TRANSLATE_NOOP("cli", "There is no rule “%1”."),
                           QT_TRANSLATE_NOOP("cli", "There is no rule “%1”. Did you mean “%2”?"));
    }
    const std::string_view severity = equals < value.size() ? value.substr(equals + 1) : std::string_view();
    const auto wanted = severityFor("--rule", severity, "off");
    if (!wanted)
        return tl::unexpected(wanted.error());
    settings.severities[std::string(id)] = *wanted;
    return {};
}

/// \returns false if `name` is none of the options of `check`.
Result<bool> setCheckOption(CheckWish &check, std::string_view name, std::string_view value)
{
    if (name == "--fix") {
        check.fixes = true;
    } else if (name == "--only-buildkit") {
        check.settings.onlyBuildKit = true;
    } else if (name == "--config") {
        check.config = value;
    } else if (name == "--rule") {
        if (auto set = setRule(check.settings, value); !set)
            return tl::unexpected(set.error());
    } else if (name == "--show") {
        const auto severity = severityFor(name, value, {});
        if (!severity)
            return tl::unexpected(severity.error());
        check.least = **severity;
    } else if (name == "--fail-on") {
        const auto severity = severityFor(name, value, "never");
        if (!severity)
            return tl::unexpected(severity.error());
        check.failsFrom = *severity;
        check.isFailGiven = true;
    } else {
        return false;
    }
    return true;
}

Result<void> setOption(Arguments &arguments, std::string_view name, std::string_view value)
{
    if (const auto taken = setRefactorOption(arguments.refactor, name, value); !taken || *taken)
        return taken ? Result<void> {} : tl::unexpected(taken.error());
    if (const auto taken = setEngineOption(arguments.engine, name, value); !taken || *taken)
        return taken ? Result<void> {} : tl::unexpected(taken.error());
    if (const auto taken = setCheckOption(arguments.check, name, value); !taken || *taken)
        return taken ? Result<void> {} : tl::unexpected(taken.error());
    if (name == "--format")
        return setFormat(arguments, value);
    if (name == "--direction")
        return setDirection(arguments.layout, value);
    if (name == "--pane")
        return setPane(arguments.layout, value);
    if (name == "--target")
        arguments.build.target = value;
    else if (name == "--previous")
        arguments.layout.previous = value;
    else if (name == "--platform") {
        arguments.build.platform = value;
        arguments.isPlatformGiven = true;
    } else if (name == "--jobs") {
        const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), arguments.jobs);
        if (code != std::errc() || end != value.data() + value.size() || arguments.jobs < 1
            || arguments.jobs > 1024)
            return wrong(QT_TRANSLATE_NOOP("cli", "--jobs takes a number from 1 to 1024, not “%1”."),
                         {std::string(value)});
    } else {
        auto [key, text] = splitPair(value);
        if (name == "--build-arg" && !text) {
            // As docker does it: the environment's value, and nothing if there is none.
            if (const char *inherited = std::getenv(key.c_str()))
                text = inherited;
            else
                return {};
        }
        if (key.empty() || !text)
            return wrong(QT_TRANSLATE_NOOP("cli", "%1 takes NAME=VALUE, not “%2”."),
                         {std::string(name), std::string(value)});
        (name == "--build-arg" ? arguments.build.buildArgs : arguments.build.contexts)[key] = *text;
    }
    return {};
}

tl::unexpected<Error> unknownOption(std::string_view name)
{
    std::vector<std::string_view> names;
    for (const Option &option : options())
        names.push_back(option.name);
    return unknownWord(name, names, QT_TRANSLATE_NOOP("cli", "There is no option “%1”."),
                       QT_TRANSLATE_NOOP("cli", "There is no option “%1”. Did you mean “%2”?"));
}

tl::unexpected<Error> unknownCommand(std::string_view name)
{
    std::vector<std::string_view> names;
    for (const Command &command : commands())
        names.push_back(command.name);
    return unknownWord(name, names, QT_TRANSLATE_NOOP("cli", "There is no command “%1”."),
                       QT_TRANSLATE_NOOP("cli", "There is no command “%1”. Did you mean “%2”?"));
}

/// Takes the option at the head of `words`, with its value, off them.
Result<void> takeOption(Arguments &arguments, std::span<const std::string_view> &words)
{
    const std::string_view word = words.front();
    words = words.subspan(1);
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
    const std::string_view name = word.substr(0, equals);
    const Option *option = optionNamed(name);
    if (!option)
        return unknownOption(name);
    if (arguments.command && !takes(*arguments.command, *option))
        return wrong(QT_TRANSLATE_NOOP("cli", "“%1” does not take the option “%2”."),
                     {std::string(arguments.command->name), std::string(name)});
    const bool hasValue = equals != std::string_view::npos;
    if (option->value.empty()) {
        if (hasValue)
            return wrong(QT_TRANSLATE_NOOP("cli", "%1 takes no value."), {std::string(name)});
        if (option->name == "--help")
            arguments.wish = Arguments::Wish::Help;
        else if (option->name == "--version")
            arguments.wish = Arguments::Wish::Version;
        else
            return setOption(arguments, option->name, {});
        return {};
    }
    if (!hasValue && words.empty())
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 needs a value: %1 %2."),
                     {std::string(name), std::string(option->value)});
    const std::string_view value = hasValue ? word.substr(equals + 1) : words.front();
    if (!hasValue)
        words = words.subspan(1);
    return setOption(arguments, option->name, value);
}

} // namespace

Result<Arguments> parseArguments(std::span<const std::string_view> words)
{
    Arguments arguments;
    if (words.empty())
        return wrong(QT_TRANSLATE_NOOP("cli", "What shall I do? “drydock-cli --help” lists the commands."),
                     {});
    if (words.front() == "help") {
        arguments.wish = Arguments::Wish::Help;
        words = words.subspan(1);
        if (words.empty())
            return arguments;
    }
    if (!words.front().starts_with('-')) {
        arguments.command = commandNamed(words.front());
        if (!arguments.command)
            return unknownCommand(words.front());
        words = words.subspan(1);
        if (Result<void> set = setFormat(arguments, arguments.command->formats.front()); !set)
            return tl::unexpected(set.error());
        arguments.isFormatGiven = false;
    }
    bool onlyFiles = false;
    while (!words.empty() && arguments.wish == Arguments::Wish::Work) {
        const std::string_view word = words.front();
        if (word == "--" && !onlyFiles) {
            onlyFiles = true;
            words = words.subspan(1);
        } else if (!onlyFiles && word.size() > 1 && word.starts_with('-')) {
            if (!arguments.command && word != "--help" && word != "-h" && word != "--version")
                return wrong(QT_TRANSLATE_NOOP("cli", "A command has to stand before “%1”."),
                             {std::string(word)});
            if (auto taken = takeOption(arguments, words); !taken)
                return tl::unexpected(taken.error());
        } else if (!arguments.command) {
            return unknownCommand(word);
        } else {
            arguments.inputs.emplace_back(word);
            words = words.subspan(1);
        }
    }
    const bool isRefactor = arguments.command && arguments.command->action == Action::Refactor;
    if (arguments.wish == Arguments::Wish::Work && isRefactor) {
        if (Result<void> taken = takeRefactoring(arguments); !taken)
            return tl::unexpected(taken.error());
        return arguments;
    }
    const bool isLayout = arguments.command && arguments.command->action == Action::Layout;
    if (arguments.wish == Arguments::Wish::Work && isLayout && arguments.inputs.size() != 1)
        return wrong(QT_TRANSLATE_NOOP("cli", "“layout” takes one graph: “drydock-cli layout GRAPH.json”."),
                     {});
    if (arguments.wish == Arguments::Wish::Work && arguments.inputs.empty())
        return wrong(QT_TRANSLATE_NOOP("cli", "Which file? “drydock-cli %1 Dockerfile”, for example."),
                     {std::string(arguments.command ? arguments.command->name : "graph")});
    if (arguments.wish == Arguments::Wish::Work && arguments.command
        && needsEngine(arguments.command->action)) {
        if (Result<void> fits = checkEngineOrder(arguments); !fits)
            return tl::unexpected(fits.error());
    }
    return arguments;
}

} // namespace drydock::cli
