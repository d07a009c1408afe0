// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/pin_plan.h"
#include "model/refactor/refactorings/pin_refactorings.h"
#include "model/refactor/refactorings/pin_tag.h"

namespace drydock {
namespace {

constexpr std::string_view usualLevel = "minor+distro";

Choice levelChoice(std::string_view chosen)
{
    return {"level",
            {QT_TRANSLATE_NOOP("refactor", "How much of the version"), {}},
            {{"minor+distro", {QT_TRANSLATE_NOOP("refactor", "24.19-trixie: fixes come by themselves"), {}}},
             {"minor", {QT_TRANSLATE_NOOP("refactor", "24.19: the distribution moves, too"), {}}},
             {"major+distro", {QT_TRANSLATE_NOOP("refactor", "24-trixie: new features come, too"), {}}},
             {"major", {QT_TRANSLATE_NOOP("refactor", "24"), {}}},
             {"patch+distro", {QT_TRANSLATE_NOOP("refactor", "24.19.0-trixie: nothing comes by itself"), {}}},
             {"patch", {QT_TRANSLATE_NOOP("refactor", "24.19.0"), {}}}},
            std::string(chosen),
            false};
}

std::optional<ImageAnswer> answerFor(const RefactorContext &context, const std::string &reference)
{
    return context.images ? context.images->answerFor(reference) : std::nullopt;
}

} // namespace

Proposal proposePin(const RefactorContext &context, const RefactorWish &wish)
{
    std::string_view word = wish.setting("level");
    const auto asked = pinLevelCalled(word.empty() ? usualLevel : word);
    if (!asked)
        word = usualLevel;
    const PinLevel level = asked.value_or(PinLevel {});
    PinOrder order;
    order.isSameImage
        = false; // It is, mostly, but what is known of the one tag need not be known of the other.
    order.name = {QT_TRANSLATE_NOOP("refactor", "Write out the versions of images"), {}};
    order.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "A tag that moves makes another image of the same file next month. With a version in "
               "it only fixes come by themselves."),
           {}};
    order.nothingToDo
        = {QT_TRANSLATE_NOOP("refactor", "Every image has a tag that says more than “latest” already."), {}};
    order.decide = [&](const PinSite &site) -> std::optional<Result<Repinned>> {
        if (!isMoving(site.image))
            return std::nullopt;
        // The syntax's own versions are made to go along with: 1 is the newest that reads the same.
        if (!site.word && site.image.path == "docker/dockerfile" && site.image.domain == "docker.io")
            return Repinned {site.name() + ":1", {}};
        const auto tag = pinnedTagOf(site.image, site.name(), answerFor(context, site.reference), level);
        if (!tag)
            return tl::unexpected(tag.error());
        return Repinned {site.name() + ":" + tag->tag, tag->assumption};
    };
    Proposal proposal = pinProposal(order, context, wish);
    proposal.choices.insert(proposal.choices.begin(), levelChoice(word.empty() ? usualLevel : word));
    return proposal;
}

} // namespace drydock
