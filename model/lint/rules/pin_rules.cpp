// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/package_rules.h"

#include <algorithm>

namespace drydock {
namespace {

bool holdsAny(std::string_view text, std::string_view characters)
{
    return text.find_first_of(characters) != std::string_view::npos;
}

/// A path, an address, a variable, a substitution or a wildcard: which package that is cannot be told.
bool isElsewhere(std::string_view package)
{
    return package.starts_with('.') || package.starts_with('/')
        || package.find("://") != std::string_view::npos || holdsAny(package, "$`*");
}

using IsPinned = bool (*)(std::string_view package);

bool isAptPinned(std::string_view package)
{
    return holdsAny(package, "=/") || package.ends_with(".deb") || package.ends_with('-');
}

bool isApkPinned(std::string_view package)
{
    return holdsAny(package, "=~<>@") || package.ends_with(".apk") || package.starts_with('!');
}

/// name-1.2-3, and groups and files, which have no version.
bool isRpmPinned(std::string_view package)
{
    if (package.ends_with(".rpm") || package.starts_with('@') || holdsAny(package, "=<>:"))
        return true;
    for (std::size_t at = package.find('-'); at != std::string_view::npos; at = package.find('-', at + 1)) {
        if (at + 1 < package.size() && package[at + 1] >= '0' && package[at + 1] <= '9')
            return true;
    }
    return false;
}

bool isPipPinned(std::string_view package)
{
    return holdsAny(package, "=<>~@!") || package.ends_with(".whl") || package.ends_with(".tar.gz")
        || package.ends_with(".zip") || package.starts_with("git+");
}

bool isNpmPinned(std::string_view package)
{
    // The @ in front belongs to a scope.
    return package.find('@', 1) != std::string_view::npos || package.find('#') != std::string_view::npos
        || package.ends_with(".tgz") || package.starts_with("git") || package.starts_with("file:");
}

bool isGemPinned(std::string_view package)
{
    return package.find(':') != std::string_view::npos || package.ends_with(".gem");
}

bool isGoPinned(std::string_view package)
{
    const std::size_t at = package.find('@');
    // Without a dot in its first part it is the module's own or the standard library's.
    const bool isOwn = package.substr(0, package.find('/')).find('.') == std::string_view::npos;
    return isOwn || (at != std::string_view::npos && package.substr(at + 1) != "latest")
        || package.ends_with(".go");
}

/// Everything that `manager` is told to install without saying which version: what the next build gets is another.
void checkPins(const LintContext &context, const Report &report, PackageManager manager, IsPinned isPinned,
               std::string_view how)
{
    context.eachPackageCommand(manager, [&](const Instruction &run, const PackageCommand &package) {
        if (!package.installs())
            return;
        const ScriptCommand &command = *package.command;
        // What a file lists is the file's affair; gem's option holds for all.
        if (manager == PackageManager::Pip
            && command.has({"-r", "--requirement", "-c", "--constraint", "-e", "--editable"}))
            return;
        if (manager == PackageManager::Gem && command.has({"-v", "--version"}))
            return;
        std::vector<const ScriptWord *> loose;
        for (const ScriptWord *word : package.packages) {
            if (!isElsewhere(word->value) && !isPinned(word->value))
                loose.push_back(word);
        }
        if (loose.empty())
            return;
        const TextRange range {loose.front()->range.begin, loose.back()->range.end};
        if (loose.size() == 1)
            report({&run,
                    range,
                    {QT_TRANSLATE_NOOP("lint",
                                       "Which version of “%1” this brings depends on the day: %2 says it."),
                     {loose.front()->value, std::string(how)}}});
        else
            report({&run,
                    range,
                    {QT_TRANSLATE_NOOP(
                         "lint",
                         "Which versions of “%1” and %2 more this brings depends on the day: %3 says "
                         "it."),
                     {loose.front()->value, std::to_string(loose.size() - 1), std::string(how)}}});
    });
}

} // namespace

void checkAptPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Apt, isAptPinned, "name=version");
}

void checkApkPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Apk, isApkPinned, "name=version");
}

void checkYumPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Yum, isRpmPinned, "name-version");
}

void checkDnfPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Dnf, isRpmPinned, "name-version");
}

void checkZypperPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Zypper, isRpmPinned, "name=version");
}

void checkPipPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Pip, isPipPinned, "name==version");
}

void checkNpmPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Npm, isNpmPinned, "name@version");
}

void checkGemPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Gem, isGemPinned, "name:version");
}

void checkGoPins(const LintContext &context, const Report &report)
{
    checkPins(context, report, PackageManager::Go, isGoPinned, "path@version");
}

} // namespace drydock
