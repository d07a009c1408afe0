// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/cache_refactorings.h"
#include "model/refactor/refactorings/proposals.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// A folder that is a link in common bases, or lies behind one: a linked layer would replace the link by a folder.
bool mayBeLink(std::string_view path)
{
    static constexpr std::array<std::string_view, 8> links {"/bin",   "/sbin",    "/lib",      "/lib64",
                                                            "/lib32", "/var/run", "/var/lock", "/usr/tmp"};
    return path == "/"
        || std::ranges::any_of(links, [&](std::string_view link) { return liesIn(path, link); });
}

bool isNumeric(std::string_view owner)
{
    return owner.find_first_not_of("0123456789:") == std::string_view::npos;
}

} // namespace

Proposal proposeCopyLink(const RefactorContext &context, const RefactorWish &)
{
    if (auto old = frontendTooOld(context.syntax(), 4))
        return *old;
    const Syntax &syntax = context.syntax();
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Link copied layers"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "A linked layer does not hang on those below it: with a new base image it is used again "
               "as it is."),
           {}};
    std::vector<Proposal> reasons;
    for (const StageIndex stage : context.lint.shippedStages()) {
        for (const CopyStep &copy : copyStepsOf(context.lint, stage)) {
            const Instruction &instruction = *copy.instruction;
            if (instruction.keyword != Keyword::Copy || !copy.from || syntax.flagNamed(instruction, "--link"))
                continue;
            const Flag *owner = syntax.flagNamed(instruction, "--chown");
            if (owner && !isNumeric(syntax.valueOf(instruction, *owner))) {
                reasons.push_back(
                    blocked({QT_TRANSLATE_NOOP(
                                 "refactor",
                                 "Line %1 names an owner, and a linked layer cannot look names up in the "
                                 "base: write the numbers."),
                             {lineOf(instruction)}},
                            owner->range));
                continue;
            }
            if (copy.destination.empty() || mayBeLink(copy.destination)) {
                reasons.push_back(blocked(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "Line %1 copies to where a base may have a link instead of a folder."),
                     {lineOf(instruction)}},
                    instruction.arguments));
                continue;
            }
            const std::size_t place = instruction.keywordRange.end;
            addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "Line %1: --link"), {lineOf(instruction)}},
                    std::vector<TextEdit> {{{place, place}, " --link"}});
            proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "“%1” leads through no symbolic link in the base."),
                  {copy.destination}},
                 instruction.arguments});
        }
    }
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor", "No COPY of the image takes from another stage without --link."), {}});
}

} // namespace drydock
