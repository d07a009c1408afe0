// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::array<std::string_view, 9> platforms {"linux/amd64",  "linux/arm64",   "linux/arm/v7",
                                                     "linux/arm/v6", "linux/arm/v5",  "linux/386",
                                                     "linux/s390x",  "linux/ppc64le", "linux/riscv64"};

struct Asked {
    std::string_view platform;
    std::uint32_t line = 0; ///< Where the file speaks of it; 0: the build is for it.
};

/// What the file or the build names and the base has not; nothing if all is there.
std::optional<Asked> missing(const LintContext &context, StageIndex root,
                             const std::vector<std::string> &there)
{
    const auto isThere = [&](std::string_view platform) {
        return std::ranges::any_of(there, [platform](const std::string &each) { return each == platform; });
    };
    const auto lacks = [&](std::string_view text) {
        const auto *const found = std::ranges::find(platforms, text);
        return found != platforms.end() && !isThere(*found);
    };
    const std::string &asked = context.resolution().bases[root.value].platform;
    const std::string &built = asked.empty() ? context.options().platform : asked;
    if (lacks(built))
        return Asked {
            *std::ranges::find(platforms, std::string_view(built)),
            asked.empty() ? 0 : context.syntax().at(context.syntax().stages[root.value].from).firstLine};
    if (!asked.empty())
        return std::nullopt; // It is built for that one alone.
    // A stage that asks which platform it builds for, and knows one that the base does not.
    for (const Instruction &run : context.syntax().instructions) {
        const std::string_view text = context.syntax().textOf(run.range);
        if (run.keyword != Keyword::Run || text.find("TARGET") == std::string_view::npos)
            continue;
        for (const std::string_view platform : platforms) {
            if (lacks(platform) && text.find(platform) != std::string_view::npos)
                return Asked {platform, run.firstLine};
        }
    }
    return std::nullopt;
}

} // namespace

/// The build for that platform stops at FROM (“no match for platform in manifest”).
void checkPlatformMissing(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    const auto traits = target ? traitsOf(context, target) : std::nullopt;
    if (!traits || traits->platforms.empty())
        return;
    const StageIndex root = context.stage(target).root;
    const auto asked = missing(context, root, traits->platforms);
    if (!asked)
        return;
    const std::string platform(asked->platform);
    const std::string image = rootImageOf(context, target);
    report({&context.syntax().at(context.syntax().stages[root.value].from),
            context.syntax().stages[root.value].image,
            asked->line == 0
                ? UserText {QT_TRANSLATE_NOOP("lint", "“%1” does not exist for %2, which the build is for."),
                            {image, platform}}
                : UserText {QT_TRANSLATE_NOOP("lint", "“%1” does not exist for %2, which line %3 speaks of."),
                            {image, platform, std::to_string(asked->line)}}});
}

} // namespace drydock
