// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/byte_size.h"
#include "model/base/one_of.h"
#include "model/knowledge/packages.h"
#include "model/lint/layer_mounts.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_refactorings.h"
#include "model/refactor/refactorings/run_text.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::string_view lists = "/var/lib/apt/lists";

bool removesLists(const ScriptCommand &command)
{
    return command.name() == "rm" && std::ranges::any_of(command.arguments(), [](const ScriptWord &word) {
               return word.value.starts_with(lists)
                   || isOneOf(word.value, {"/var/lib/apt/*", "/var/lib/apt", "/var/lib/apt/"});
           });
}

const PackageCommand *aptOf(const LintContext &context, const ScriptCommand &command)
{
    const PackageCommand *package = context.packageOf(command);
    return package && package->manager == PackageManager::Apt ? package : nullptr;
}

/// The word behind which the lists are there and stay; null if they do not.
const ScriptWord *keptLists(const LintContext &context, const Instruction &run)
{
    const ScriptWord *updated = nullptr;
    for (const ScriptCommand &command : context.commandsOf(run)) {
        const PackageCommand *apt = aptOf(context, command);
        if (apt && apt->isVerb("update"))
            updated = apt->verb;
        else if (removesLists(command))
            updated = nullptr;
    }
    return updated;
}

/// A RUN behind `run` in the image's chain that installs with lists that it has not fetched itself; null if none.
const Instruction *userOfLists(const LintContext &context, const Instruction &run)
{
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &later : context.instructionsOf(stage)) {
            if (&later <= &run || later.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(later)) {
                const PackageCommand *apt = aptOf(context, command);
                if (apt && apt->isVerb("update"))
                    return nullptr;
                if (apt && apt->installs())
                    return &later;
            }
        }
    }
    return nullptr;
}

bool holds(const LintContext &context, std::string_view setting)
{
    return context.syntax().text.bytes().find(setting) != std::string_view::npos;
}

/// Somebody installs the root certificates by name, or the base has them.
bool hasCertificates(const LintContext &context, const Instruction &run)
{
    const auto &traits = traitsOf(context, run.stage);
    if (traits && traits->hasCertificates == true)
        return true;
    for (StageIndex stage = run.stage; stage; stage = context.stage(stage).parent) {
        for (const Instruction &other : context.instructionsOf(stage)) {
            for (const ScriptCommand &command : context.commandsOf(other)) {
                const PackageCommand *apt = aptOf(context, command);
                if (apt && apt->installs() && std::ranges::any_of(apt->packages, [](const ScriptWord *word) {
                        return packageName(word->value) == "ca-certificates";
                    }))
                    return true;
            }
            if (&other == &run)
                break;
        }
    }
    return false;
}

/// Bytes that are said to go; 0 if nothing is known.
std::uint64_t savedBy(const PackageCommand &apt)
{
    std::uint64_t most = 0;
    for (const ScriptWord *word : apt.packages) {
        // They share what they recommend: the largest is a safe guess for all.
        if (const auto size = sizeOfPackage(packageName(word->value)))
            most = std::max(most,
                            size->bytesWithRecommended - std::min(size->bytes, size->bytesWithRecommended));
    }
    return most;
}

} // namespace

Proposal proposeCleanApt(const RefactorContext &context, const RefactorWish &)
{
    const LintContext &lint = context.lint;
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Remove apt’s package lists"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP(
            "refactor", "The lists of all packages that there are, about 20 MB, do not end up in the image."),
        {}};
    std::vector<Proposal> reasons;
    for (const StageIndex stage : lint.shippedStages()) {
        for (const Instruction &run : lint.instructionsOf(stage)) {
            const ScriptWord *kept = run.keyword == Keyword::Run && !isMounted(lint, run, lists)
                ? keptLists(lint, run)
                : nullptr;
            if (!kept)
                continue;
            if (const Instruction *user = userOfLists(lint, run)) {
                reasons.push_back(blocked(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "Line %1 installs with the lists of line %2: merge the two first."),
                     {lineOf(*user), lineOf(run)}},
                    kept->range));
                continue;
            }
            auto edit = commandAppended(lint, run, "rm -rf /var/lib/apt/lists/*");
            if (!edit) {
                reasons.push_back(blocked(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "Behind the last command of line %1 there is no place for another."),
                     {lineOf(run)}},
                    kept->range));
                continue;
            }
            addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "Line %1: about 20 MB less"), {lineOf(run)}},
                    {std::move(*edit)});
            proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "Nothing in the running container installs packages with the "
                                    "lists of line %1."),
                  {lineOf(run)}},
                 kept->range});
        }
    }
    return orBlocked(std::move(proposal), reasons,
                     {QT_TRANSLATE_NOOP("refactor", "No RUN leaves apt’s package lists in the image."), {}});
}

Proposal proposeNoInstallRecommends(const RefactorContext &context, const RefactorWish &)
{
    const LintContext &lint = context.lint;
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Install no recommended packages"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "apt installs what was asked for and what that cannot do without, and no longer what goes "
               "well with it."),
           {}};
    if (holds(lint, "APT::Install-Recommends"))
        return blocked(
            {QT_TRANSLATE_NOOP("refactor", "The file sets APT::Install-Recommends for all calls already."),
             {}});
    for (const Instruction &run : context.syntax().instructions) {
        if (!lint.isRun(run) || !run.stage)
            continue;
        for (const ScriptCommand &command : lint.commandsOf(run)) {
            const PackageCommand *apt = aptOf(lint, command);
            if (!apt || !apt->installs() || apt->packages.empty()
                || command.has({"--no-install-recommends", "--install-recommends"}))
                continue;
            std::vector<TextEdit> edits {
                {{apt->verb->range.end, apt->verb->range.end}, " --no-install-recommends"}};
            const bool fetches = std::ranges::any_of(apt->packages, [](const ScriptWord *word) {
                return isOneOf(packageName(word->value), {"curl", "wget", "git"});
            });
            const std::string line = lineOf(run);
            if (fetches && !hasCertificates(lint, run)) {
                const std::size_t end = apt->packages.back()->range.end;
                edits.push_back({{end, end}, " ca-certificates"});
            }
            const std::uint64_t saved = savedBy(*apt);
            UserText title = saved >= 1'000'000
                ? UserText {QT_TRANSLATE_NOOP("refactor", "Line %1: about %2 less"), {line, byteSize(saved)}}
                : UserText {QT_TRANSLATE_NOOP("refactor", "Line %1: --no-install-recommends"), {line}};
            addPart(proposal, std::move(title), std::move(edits));
            std::string names;
            for (const ScriptWord *word : apt->packages)
                names += (names.empty() ? "" : " ") + word->value;
            proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "Nothing needs what is only recommended together with: %1."),
                  {names}},
                 apt->verb->range});
        }
    }
    return orBlocked(
        std::move(proposal), {},
        {QT_TRANSLATE_NOOP("refactor", "No call of apt installs recommended packages along with others."),
         {}});
}

} // namespace drydock
