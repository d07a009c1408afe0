// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/fixes.h"
#include "model/lint/rules/rules.h"
#include "model/syntax/characters.h"

#include <set>
#include <string>

namespace drydock {
namespace {

template <typename Visit>
void eachNamedStage(const Syntax &syntax, Visit visit)
{
    for (const Stage &stage : syntax.stages) {
        const Instruction &from = syntax.at(stage.from);
        if (!stage.name.isEmpty())
            visit(from, stage, syntax.joined(from, stage.name));
    }
}

std::string casingMessage(const std::string &as, const std::string &keyword)
{
    return "'" + as + "' and '" + keyword + "' keywords' casing do not match";
}

/// The value of --platform, or nothing.
std::string platformOf(const Syntax &syntax, const Instruction &from, TextRange &range)
{
    const Flag *flag = syntax.flagNamed(from, "--platform");
    if (!flag)
        return {};
    range = flag->value;
    return syntax.valueOf(from, *flag);
}

std::vector<Fix> withoutPlatform(const Syntax &syntax, const Instruction &from, FixSafety safety)
{
    return removingWord({QT_TRANSLATE_NOOP("lint", "Remove the flag"), {}}, syntax,
                        syntax.flagNamed(from, "--platform")->range, safety);
}

} // namespace

/// Stage names are matched without regard to case, so `Build` and `build` are one stage that looks like two.
void checkStageNameCasing(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    eachNamedStage(syntax, [&](const Instruction &from, const Stage &stage, const std::string &name) {
        if (name != lowered(name))
            report(from, stage.name, "Stage name '" + name + "' should be lowercase",
                   replacing({QT_TRANSLATE_NOOP("lint", "Call it “%1”"), {lowered(name)}}, stage.name,
                             lowered(name)));
    });
}

/// `FROM x as y`: two spellings of shouting in one line.
void checkFromAsCasing(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Stage &stage : syntax.stages) {
        const Instruction &from = syntax.at(stage.from);
        const auto words = syntax.wordsOf(from);
        if (words.size() != 3 || words[1].role != WordRole::As)
            continue;
        const std::string keyword = syntax.joined(from, from.keywordRange);
        const std::string as = syntax.joined(from, words[1].range);
        const bool isLower = keyword == lowered(keyword);
        // Where the keyword itself is mixed another check speaks.
        if (!isLower && keyword != uppered(keyword))
            continue;
        if (as != (isLower ? lowered(as) : uppered(as)))
            report(from, words[1].range, casingMessage(as, keyword),
                   replacing({QT_TRANSLATE_NOOP("lint", "Write “%1”"), {isLower ? "as" : "AS"}},
                             words[1].range, isLower ? "as" : "AS"));
    }
}

/// `scratch` and `context` mean something already.
void checkReservedStageName(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    eachNamedStage(syntax, [&](const Instruction &from, const Stage &stage, const std::string &name) {
        if (lowered(name) == "scratch" || lowered(name) == "context")
            report(from, stage.name,
                   "Stage name should not use the same name as reserved stage " + quoted(lowered(name)));
    });
}

/// FROM sees the nearest stage of that name above, --from the last one in the file.
void checkDuplicateStageName(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    std::set<std::string> seen;
    eachNamedStage(syntax, [&](const Instruction &from, const Stage &stage, const std::string &name) {
        if (!seen.insert(lowered(name)).second)
            report(from, stage.name,
                   "Duplicate stage name " + quoted(lowered(name)) + ", stage names should be unique");
    });
}

/// The target platform is what a FROM without the flag gets anyway.
void checkRedundantTargetPlatform(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Stage &stage : syntax.stages) {
        const Instruction &from = syntax.at(stage.from);
        TextRange range;
        const std::string platform = platformOf(syntax, from, range);
        if (platform == "$TARGETPLATFORM" || platform == "${TARGETPLATFORM}")
            report(from, range,
                   "Setting platform to predefined " + platform
                       + " in FROM is redundant as this is the default behavior",
                   withoutPlatform(syntax, from, FixSafety::Safe));
    }
}

/// A fixed platform makes a multi-platform build impossible, unless the stage says by its name that it means it.
void checkFromPlatformFlagConst(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Stage &stage : syntax.stages) {
        const Instruction &from = syntax.at(stage.from);
        TextRange range;
        const std::string platform = platformOf(syntax, from, range);
        if (platform.empty() || platform.find('$') != std::string::npos)
            continue;
        const std::string name = lowered(syntax.joined(from, stage.name));
        const std::size_t slash = platform.find('/');
        const std::string os = platform.substr(0, slash);
        const std::string rest = slash == std::string::npos ? os : platform.substr(slash + 1);
        const std::string architecture = rest.substr(0, rest.find('/'));
        const bool isMeant = !name.empty()
            && (name.find(os) != std::string::npos || name.find(architecture) != std::string::npos);
        if (!isMeant)
            report(from, range, "FROM --platform flag should not use constant value " + quoted(platform),
                   withoutPlatform(syntax, from, FixSafety::AskFirst));
    }
}

} // namespace drydock
