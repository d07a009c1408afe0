// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/pin_plan.h"
#include "model/refactor/refactorings/pin_refactorings.h"

namespace drydock {
namespace {

bool isDigestOfSha256(std::string_view digest)
{
    constexpr std::string_view algorithm = "sha256:";
    return digest.starts_with(algorithm) && digest.size() == algorithm.size() + 64
        && digest.find_first_not_of("0123456789abcdef", algorithm.size()) == std::string_view::npos;
}

/// "sha256:0123456789ab…"
std::string shortened(const std::string &digest)
{
    return digest.substr(0, 19) + "…";
}

std::string tagged(const PinSite &site)
{
    return site.name() + ":" + (site.image.tag.empty() ? "latest" : site.image.tag);
}

/// What the tag names now.
Result<std::string> digestOf(const RefactorContext &context, const PinSite &site)
{
    const std::string reference = tagged(site);
    const auto answer = context.images ? context.images->answerFor(reference) : std::nullopt;
    if (!answer)
        return refusal(
            QT_TRANSLATE_NOOP(
                "refactor",
                "Nobody here knows the digest of “%1”: “docker buildx imagetools inspect %1” tells "
                "it, and “docker pull %1” lets the engine know it."),
            {reference});
    if (!isDigestOfSha256(answer->digest))
        return refusal(
            QT_TRANSLATE_NOOP("refactor",
                              "“%1” was built here and is in no registry: it has no digest that another "
                              "machine could ask for."),
            {reference});
    return answer->digest;
}

auto noTag(const PinSite &site)
{
    return refusal(
        QT_TRANSLATE_NOOP("refactor",
                          "“%1” has no tag beside its digest: write the tag that it came from in front "
                          "of the @."),
        {site.reference});
}

} // namespace

Proposal proposePinDigest(const RefactorContext &context, const RefactorWish &wish)
{
    PinOrder order;
    order.name = {QT_TRANSLATE_NOOP("refactor", "Pin images to digests"), {}};
    order.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "A digest names the same bytes for ever, on every platform. The tag stays for people "
               "and for tools that bring updates."),
           {}};
    order.nothingToDo = {QT_TRANSLATE_NOOP("refactor", "Every image has a digest already."), {}};
    order.decide = [&](const PinSite &site) -> std::optional<Result<Repinned>> {
        if (!site.image.digest.empty())
            return std::nullopt;
        const auto digest = digestOf(context, site);
        if (!digest)
            return tl::unexpected(digest.error());
        return Repinned {tagged(site) + "@" + *digest, {}};
    };
    return pinProposal(order, context, wish);
}

Proposal proposeRefreshDigests(const RefactorContext &context, const RefactorWish &wish)
{
    PinOrder order;
    order.isSameImage = false;
    order.name = {QT_TRANSLATE_NOOP("refactor", "Refresh the digests of images"), {}};
    order.explanation = {
        QT_TRANSLATE_NOOP("refactor", "The digests become those of the images that the tags name now."), {}};
    order.nothingToDo
        = {QT_TRANSLATE_NOOP("refactor",
                             "There is no digest that another image has come for under the same tag."),
           {}};
    order.decide = [&](const PinSite &site) -> std::optional<Result<Repinned>> {
        if (site.image.digest.empty())
            return std::nullopt;
        if (site.image.tag.empty())
            return noTag(site);
        const auto digest = digestOf(context, site);
        if (!digest)
            return tl::unexpected(digest.error());
        if (*digest == site.image.digest)
            return std::nullopt;
        return Repinned {
            tagged(site) + "@" + *digest,
            {QT_TRANSLATE_NOOP("refactor",
                               "The image that “%1” is now (%2) does as well as the one before (%3)."),
             {tagged(site), shortened(*digest), shortened(site.image.digest)}}};
    };
    return pinProposal(order, context, wish);
}

Proposal proposeUnpin(const RefactorContext &context, const RefactorWish &wish)
{
    PinOrder order;
    order.isSameImage = false;
    order.name = {QT_TRANSLATE_NOOP("refactor", "Take the digests off images"), {}};
    order.explanation = {
        QT_TRANSLATE_NOOP("refactor", "The tags decide again, and fixes of the images come by themselves."),
        {}};
    order.nothingToDo = {QT_TRANSLATE_NOOP("refactor", "No image has a digest."), {}};
    order.decide = [](const PinSite &site) -> std::optional<Result<Repinned>> {
        if (site.image.digest.empty())
            return std::nullopt;
        if (site.image.tag.empty())
            return noTag(site);
        return Repinned {
            tagged(site),
            {QT_TRANSLATE_NOOP("refactor",
                               "Whatever “%1” names at the time does as well as the image of its digest."),
             {tagged(site)}}};
    };
    return pinProposal(order, context, wish);
}

} // namespace drydock
