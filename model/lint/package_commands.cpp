// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/package_commands.h"

#include "model/base/one_of.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// `pip`, `pip3`, `pip3.11`.
bool isPip(std::string_view name)
{
    return name.starts_with("pip")
        && name.substr(3).find_first_not_of("0123456789.") == std::string_view::npos;
}

std::optional<PackageManager> managerCalled(std::string_view name)
{
    if (isOneOf(name, {"apt-get", "apt", "aptitude"}))
        return PackageManager::Apt;
    if (name == "apk")
        return PackageManager::Apk;
    if (name == "yum")
        return PackageManager::Yum;
    if (isOneOf(name, {"dnf", "microdnf", "tdnf"}))
        return PackageManager::Dnf;
    if (name == "zypper")
        return PackageManager::Zypper;
    if (isPip(name))
        return PackageManager::Pip;
    if (name == "npm")
        return PackageManager::Npm;
    if (name == "yarn")
        return PackageManager::Yarn;
    if (name == "gem")
        return PackageManager::Gem;
    if (name == "go")
        return PackageManager::Go;
    return std::nullopt;
}

/// The next word is the option's value.
bool takesValue(PackageManager manager, std::string_view option)
{
    switch (manager) {
    case PackageManager::Apt:
        return isOneOf(option, {"-o", "--option", "-t", "--target-release", "--default-release", "-c", "-a"});
    case PackageManager::Apk:
        return isOneOf(option,
                       {"-t", "--virtual", "-X", "--repository", "-p", "--root", "--keys-dir", "--arch",
                        "--cache-dir", "--repositories-file", "--wait"});
    case PackageManager::Yum:
    case PackageManager::Dnf:
        return isOneOf(option,
                       {"-c", "--config", "-x", "--exclude", "--enablerepo", "--disablerepo", "--repo",
                        "--installroot", "--releasever", "--setopt"});
    case PackageManager::Zypper:
        return isOneOf(option,
                       {"-r", "--repo", "--from", "-t", "--type", "-C", "--config", "-R", "--root", "-p",
                        "--plus-repo", "--name"});
    case PackageManager::Pip:
        return isOneOf(option,
                       {"-r",
                        "--requirement",
                        "-c",
                        "--constraint",
                        "-e",
                        "--editable",
                        "-i",
                        "--index-url",
                        "--extra-index-url",
                        "-f",
                        "--find-links",
                        "-t",
                        "--target",
                        "--prefix",
                        "--root",
                        "--trusted-host",
                        "--proxy",
                        "--timeout",
                        "--retries",
                        "--no-binary",
                        "--only-binary",
                        "--platform",
                        "--python-version",
                        "--abi",
                        "--cache-dir",
                        "-d",
                        "--src",
                        "--log",
                        "--progress-bar",
                        "--upgrade-strategy",
                        "--global-option",
                        "--install-option",
                        "--config-settings",
                        "--python"});
    case PackageManager::Npm:
        return isOneOf(option,
                       {"--prefix", "--registry", "--cache", "--loglevel", "-C", "--only", "--omit",
                        "--include", "--userconfig", "-w", "--workspace"});
    case PackageManager::Yarn:
        return isOneOf(option,
                       {"--cwd", "--network-timeout", "--cache-folder", "--modules-folder", "--registry",
                        "--mutex", "--network-concurrency"});
    case PackageManager::Gem:
        return isOneOf(option,
                       {"-v", "--version", "-i", "--install-dir", "-n", "--bindir", "-s", "--source", "-p",
                        "--http-proxy", "-P", "--platform"});
    case PackageManager::Go:
        return isOneOf(option,
                       {"-C", "-o", "-tags", "-ldflags", "-gcflags", "-asmflags", "-mod", "-modfile",
                        "-buildmode", "-p", "-installsuffix", "-pkgdir", "-toolexec", "-overlay"});
    }
    return false;
}

} // namespace

bool PackageCommand::isAnyVerb(std::initializer_list<std::string_view> words) const
{
    return verb && isOneOf(verb->value, words);
}

bool PackageCommand::installs() const
{
    switch (manager) {
    case PackageManager::Apk:
        return isVerb("add");
    case PackageManager::Yum:
    case PackageManager::Dnf:
        return isAnyVerb({"install", "groupinstall", "localinstall", "reinstall"});
    case PackageManager::Zypper:
        return isAnyVerb({"install", "in", "source-install", "si"});
    case PackageManager::Npm:
        return isAnyVerb({"install", "i", "add"});
    case PackageManager::Yarn:
        // Without a verb it installs.
        return !verb || isAnyVerb({"install", "add"});
    case PackageManager::Gem:
        return isAnyVerb({"install", "i"});
    case PackageManager::Go:
        return isAnyVerb({"install", "get", "run"});
    default:
        return isVerb("install");
    }
}

std::optional<PackageCommand> packageCommandOf(const ScriptCommand &command)
{
    std::string_view name = command.name();
    auto words = command.arguments();
    // python -m pip install …
    if (name.starts_with("python") && words.size() >= 2 && words[0].value == "-m"
        && words[1].value == "pip") {
        name = "pip";
        words = words.subspan(2);
    }
    const auto manager = managerCalled(name);
    if (!manager)
        return std::nullopt;
    PackageCommand result {*manager, &command, nullptr, {}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].value;
        if (word.find_first_of("<>") != std::string_view::npos && !word.starts_with("-")
            && *manager != PackageManager::Pip && *manager != PackageManager::Apk)
            break; // A redirection: what follows is a file.
        if (word.starts_with('-')) {
            i += takesValue(*manager, word) ? 1 : 0;
        } else if (!result.verb) {
            result.verb = &words[i];
        } else {
            result.packages.push_back(&words[i]);
        }
    }
    return result;
}

} // namespace drydock
