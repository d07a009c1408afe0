// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/install_tree.h"

#include "model/base/one_of.h"
#include "model/lint/stage_bases.h"

#include <algorithm>

namespace drydock {
namespace {

bool isInstall(const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const auto has = [&](std::string_view text) {
        return std::ranges::any_of(command.arguments(),
                                   [&](const ScriptWord &word) { return word.value == text; });
    };
    if (isOneOf(name, {"make", "gmake", "ninja", "meson"}))
        return std::ranges::any_of(command.operands(), [](const ScriptWord *word) {
            return isOneOf(word->value, {"install", "install-strip", "install/strip"});
        });
    return name == "cmake" && (has("--install") || (has("--build") && has("install")));
}

/// What an earlier command of the stage has been told of the place to install to.
struct Setup {
    std::optional<std::string> prefix; ///< None: nobody has said; empty: not known.
    bool isStageable = false;
};

Setup setupBefore(const SplitStage &stage, const BuildStep &install)
{
    Setup setup;
    for (const BuildStep &step : stage.steps()) {
        if (&step == &install)
            break;
        const std::string_view name = step.command->name();
        if (!isOneOf(name, {"configure", "cmake", "meson", "config", "Configure"}))
            continue;
        setup.isStageable = true;
        for (const std::string_view option :
             {"--prefix", "-DCMAKE_INSTALL_PREFIX", "-DCMAKE_INSTALL_PREFIX:PATH"}) {
            if (const std::string text = optionOf(*step.command, {option}); !text.empty())
                setup.prefix = pathFor(stage, step, text);
        }
    }
    return setup;
}

/// \param pattern of rm, absolute; may hold wildcards.
bool isRemovedBy(std::string_view pattern, std::string_view folder)
{
    const std::size_t wild = pattern.find_first_of("*?[");
    return wild == std::string_view::npos ? liesIn(folder, pattern)
                                          : folder.starts_with(pattern.substr(0, wild));
}

} // namespace

std::optional<InstallStep> lastInstall(const SplitStage &stage, std::size_t &count)
{
    std::optional<InstallStep> last;
    count = 0;
    for (const BuildStep &step : stage.steps()) {
        if (!isInstall(*step.command))
            continue;
        ++count;
        const Setup setup = setupBefore(stage, step);
        InstallStep install {&step, setup.prefix.value_or("/usr/local"), {}, setup.isStageable};
        for (const ScriptWord &word : step.command->words) {
            const std::string_view text = word.value;
            const std::size_t equals = text.find('=');
            const std::string_view name = text.substr(0, equals);
            if (equals != std::string_view::npos && isOneOf(name, {"PREFIX", "prefix", "--prefix"}))
                install.prefix = pathFor(stage, step, text.substr(equals + 1));
            else if (equals != std::string_view::npos && name == "DESTDIR")
                install.stagedBelow = pathFor(stage, step, text.substr(equals + 1));
        }
        if (const std::string text = optionOf(*step.command, {"--prefix"}); !text.empty())
            install.prefix = pathFor(stage, step, text);
        if (const std::string text = optionOf(*step.command, {"--destdir"}); !text.empty())
            install.stagedBelow = pathFor(stage, step, text);
        last = std::move(install);
    }
    return last;
}

std::string stagedInstallLine(const SplitStage &stage, const InstallStep &install, const std::string &folder)
{
    const BuildStep &step = *install.step;
    if (!step.directory)
        return {};
    // What has been removed since cannot be installed again, nor without the tools for it.
    bool isBehind = false;
    for (const BuildStep &each : stage.steps()) {
        if (&each == &step) {
            isBehind = true;
            continue;
        }
        if (!isBehind)
            continue;
        const PackageCommand *package = stage.lint().packageOf(*each.command);
        if (package && package->isOfSystem()
            && package->isAnyVerb({"del", "purge", "remove", "erase", "autoremove"}))
            return {};
        if (each.command->name() != "rm")
            continue;
        for (const ScriptWord *word : each.command->operands()) {
            const std::string path = pathFor(stage, each, word->value);
            if (path.empty() || liesIn(path, *step.directory) || isRemovedBy(path, *step.directory))
                return {};
        }
    }
    std::string words;
    for (std::size_t i = step.command->program; i < step.command->words.size(); ++i) {
        const std::string &word = step.command->words[i].value;
        if (word.find_first_of(" \t\"'`();&|<>*?") != std::string::npos)
            return {};
        words += (words.empty() ? "" : " ") + word;
    }
    const std::string_view name = step.command->name();
    const std::string staged
        = isOneOf(name, {"make", "gmake"}) ? words + " DESTDIR=" + folder : "DESTDIR=" + folder + " " + words;
    return "RUN cd " + *step.directory + " && " + staged;
}

} // namespace drydock
