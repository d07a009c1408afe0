// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/pin_tag.h"

#include "model/base/one_of.h"
#include "model/knowledge/base_images.h"
#include "model/knowledge/end_of_life.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/image_versions.h"
#include "model/knowledge/releases.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace drydock {
namespace {

using Parts = std::vector<std::string_view>;

bool isMovingWord(std::string_view part)
{
    return isOneOf(part, {"latest", "stable", "lts", "current", "mainline"});
}

/// `bookworm`, `alpine3.22`.
bool isDistribution(std::string_view part)
{
    return (part.starts_with("alpine") && isVersion(part.substr(6))) || isReleaseName(part);
}

/// A tag with a version in front, taken apart.
struct VersionedTag {
    std::string text;
    std::string_view version; ///< Points into `text`. Also a code name: "trixie" of debian.
    Parts variant;
    std::size_t numbers = 0;
    bool hasDistribution = false;

    explicit VersionedTag(std::string tag)
        : text(std::move(tag))
    { }
};

bool isVersionOf(std::string_view part, std::string_view name)
{
    return isVersion(part) || (isReleaseName(part) && isOneOf(name, {"debian", "ubuntu", "buildpack-deps"}));
}

std::vector<VersionedTag> versioned(const std::vector<std::string> &tags, const std::string &name)
{
    std::vector<VersionedTag> result;
    result.reserve(tags.size()); // They point into themselves.
    for (const std::string &tag : tags) {
        if (const Parts parts = tagParts(tag); parts.empty() || !isVersionOf(parts.front(), name))
            continue;
        VersionedTag &each = result.emplace_back(tag);
        each.variant = tagParts(each.text);
        each.version = each.variant.front();
        each.variant.erase(each.variant.begin());
        each.numbers = static_cast<std::size_t>(std::ranges::count(each.version, '.')) + 1;
        each.hasDistribution = std::ranges::any_of(each.variant, isDistribution);
    }
    return result;
}

/// The same variant, but for a distribution that is said on top.
bool isVariant(const VersionedTag &tag, const Parts &wanted)
{
    const auto holds = [](const Parts &parts, std::string_view part) {
        return std::ranges::any_of(parts, [part](std::string_view each) {
            return each == part || (part == "alpine" && each.starts_with("alpine"));
        });
    };
    return std::ranges::all_of(wanted, [&](std::string_view part) { return holds(tag.variant, part); })
        && std::ranges::all_of(tag.variant, [&](std::string_view part) {
               return isDistribution(part) || holds(wanted, part);
           });
}

/// What of the tag is not about the version.
Parts variantOf(const ImageReference &image)
{
    Parts parts = tagParts(image.tag);
    if (!parts.empty() && isMovingWord(parts.front()))
        parts.erase(parts.begin());
    return parts;
}

std::string withVariant(std::string version, const Parts &variant)
{
    for (const std::string_view part : variant)
        version += "-" + std::string(part);
    return version;
}

/// Long-term versions only, where there are others.
bool isShortLived(std::string_view name, std::string_view version)
{
    const auto numberAt = [version](std::size_t index) {
        std::string_view rest = version;
        for (; index > 0; --index)
            rest = rest.substr(std::min(rest.find('.'), rest.size() - 1) + 1);
        unsigned number = 0;
        for (const char digit : rest.substr(0, rest.find('.')).substr(0, 4))
            number = number * 10 + static_cast<unsigned>(digit - '0');
        return number;
    };
    if (!isVersion(version))
        return false;
    if (name == "node")
        return numberAt(0) % 2 == 1;
    if (name == "ubuntu")
        return numberAt(0) % 2 == 1 || (version.find('.') != std::string_view::npos && numberAt(1) != 4);
    if (isOneOf(name, {"eclipse-temurin", "amazoncorretto", "openjdk"}))
        return numberAt(0) > 8 && numberAt(0) != 11 && (numberAt(0) < 17 || (numberAt(0) - 17) % 4 != 0);
    return false;
}

class TagSearch {
public:
    TagSearch(const ImageReference &image, std::string written, const std::optional<ImageAnswer> &answer,
              PinLevel level)
        : m_image(image)
        , m_written(std::move(written))
        , m_name(bareNameOf(image))
        , m_variant(variantOf(image))
        , m_answer(answer)
        , m_level(level)
        , m_saysDistribution(std::ranges::any_of(m_variant, isDistribution))
    {
        if (const BaseImage *known = baseImages().find(m_name))
            m_habits = versioned(known->tags, m_name);
        if (answer)
            m_tags = versioned(answer->tags, m_name);
    }

    Result<PinnedTag> run() const
    {
        const VersionedTag *tag = bestOfTags();
        if (tag && satisfies(tag->text) == 2)
            return judged({tag->text, {}});
        if (auto said = fromEnvironment(); said && (!tag || satisfies(said->tag) > satisfies(tag->text)))
            return judged(std::move(*said));
        if (tag)
            return judged({tag->text, {}});
        if (auto usual = fromTable())
            return judged(std::move(*usual));
        const BaseImage *known = baseImages().find(m_name);
        if (known && m_habits.empty())
            return refusal(
                QT_TRANSLATE_NOOP("refactor",
                                  "The tags of %1 name no versions: a digest is what pins it (pin-digest)."),
                {m_written});
        return refusal(
            QT_TRANSLATE_NOOP("refactor",
                              "Nobody here knows which version “%1” is: pull it and ask the engine, or "
                              "write the version behind it."),
            {reference(m_image.tag)});
    }

private:
    std::string reference(const std::string &tag) const
    {
        return tag.empty() ? m_written : m_written + ":" + tag;
    }

    bool wantsDistribution() const { return m_level.hasDistribution || m_saysDistribution; }

    /// How much of what is wanted a tag says: numbers enough, the distribution.
    int satisfies(const std::string &text) const
    {
        const Parts parts = tagParts(text);
        const auto numbers = static_cast<std::size_t>(std::ranges::count(parts.front(), '.')) + 1;
        const bool isDistributionAlone = !isVersion(parts.front());
        return (numbers >= m_level.numbers || isDistributionAlone ? 1 : 0)
            + (!wantsDistribution() || std::ranges::any_of(parts, isDistribution) ? 1 : 0);
    }

    /// Of the tags of the very same image the one that says just what is wanted, or a little more, or else less. Null if there is
    /// none.
    const VersionedTag *bestOfTags() const
    {
        const VersionedTag *best = nullptr;
        const auto rank = [this](const VersionedTag &tag) {
            const std::size_t more
                = tag.numbers >= m_level.numbers ? tag.numbers - m_level.numbers : 10 - tag.numbers;
            return std::pair(more, tag.hasDistribution != wantsDistribution());
        };
        for (const VersionedTag &tag : m_tags) {
            if (!isVariant(tag, m_variant) || endOfLifeOf(m_name + ":" + tag.text))
                continue;
            if (!best || rank(tag) < rank(*best))
                best = &tag;
        }
        return best;
    }

    std::optional<PinnedTag> fromEnvironment() const
    {
        if (!m_answer || !m_answer->config)
            return std::nullopt;
        const ImageVersion known = versionOf(m_name, *m_answer->config);
        if (!isVersion(known.version))
            return std::nullopt;
        const std::size_t numbers = std::clamp(m_level.numbers, known.least, known.most);
        const std::string version(firstNumbers(known.version, numbers));
        PinnedTag pinned {withVariant(version, m_variant), {}};
        if (m_level.hasDistribution && !m_saysDistribution) {
            const auto habit = std::ranges::find_if(m_habits, [&](const VersionedTag &tag) {
                return tag.hasDistribution && isVariant(tag, m_variant)
                    && isOfCycle(known.version, tag.version);
            });
            if (habit != m_habits.end())
                pinned.tag = withVariant(version, habit->variant);
        }
        pinned.assumption
            = {QT_TRANSLATE_NOOP("refactor",
                                 "“%1” is what “%2” has been here: its %3 says %4. No registry has "
                                 "been asked whether the tag is there."),
               {reference(pinned.tag), reference(m_image.tag), known.variable, known.version}};
        return pinned;
    }

    /// The first of the table that has the variant, with its distribution if there is such a tag.
    std::optional<PinnedTag> fromTable() const
    {
        const auto first = std::ranges::find_if(
            m_habits, [&](const VersionedTag &tag) { return isVariant(tag, m_variant); });
        PinnedTag pinned;
        if (first != m_habits.end()) {
            const VersionedTag *best = &*first;
            for (const VersionedTag &tag : m_habits) {
                const bool isBetter = tag.hasDistribution == m_level.hasDistribution
                    && best->hasDistribution != m_level.hasDistribution && tag.version == best->version
                    && isVariant(tag, m_variant);
                if (isBetter)
                    best = &tag;
            }
            pinned.tag = best->text;
        } else if (const std::string newest = newestVersionOf(m_name);
                   !newest.empty() && !m_saysDistribution) {
            pinned.tag = withVariant(newest, m_variant);
        } else {
            return std::nullopt;
        }
        pinned.assumption
            = {QT_TRANSLATE_NOOP(
                   "refactor",
                   "“%1” was there on %2, and “%3” may have come to another version since. No registry "
                   "has been asked."),
               {reference(pinned.tag), baseImages().date, reference(m_image.tag)}};
        return pinned;
    }

    Result<PinnedTag> judged(PinnedTag pinned) const
    {
        if (const auto end = endOfLifeOf(m_name + ":" + pinned.tag))
            return refusal(
                QT_TRANSLATE_NOOP("refactor", "“%1” is %2 here, which gets no fixes since %3: “%4” does."),
                {reference(m_image.tag), end->what, end->until, end->instead});
        if (isShortLived(m_name, tagParts(pinned.tag).front()))
            return refusal(
                QT_TRANSLATE_NOOP("refactor",
                                  "“%1” is “%2” here, which gets fixes for some months only: write a "
                                  "version with long support behind it."),
                {reference(m_image.tag), reference(pinned.tag)});
        return pinned;
    }

    const ImageReference &m_image;
    std::string m_written;
    std::string m_name;
    Parts m_variant;
    const std::optional<ImageAnswer> &m_answer;
    PinLevel m_level;
    bool m_saysDistribution;
    std::vector<VersionedTag> m_habits; ///< Tags of the image that the table knows.
    std::vector<VersionedTag> m_tags; ///< Tags of the very same image.
};

} // namespace

std::optional<PinLevel> pinLevelCalled(std::string_view word)
{
    PinLevel level;
    constexpr std::string_view distribution = "+distro";
    level.hasDistribution = word.ends_with(distribution);
    if (level.hasDistribution)
        word.remove_suffix(distribution.size());
    if (word == "major")
        level.numbers = 1;
    else if (word == "patch")
        level.numbers = 3;
    else if (word != "minor")
        return std::nullopt;
    return level;
}

bool isMoving(const ImageReference &image)
{
    if (isWindowsTag(image.tag))
        return false;
    const Parts parts = tagParts(image.tag);
    if (parts.empty() || isMovingWord(parts.front()))
        return image.digest.empty();
    const std::string name = bareNameOf(image);
    const BaseImage *known = baseImages().find(name);
    if (!known || isVersionOf(parts.front(), name))
        return false;
    // Nothing but what is a variant of some version: `slim-bookworm`.
    const std::vector<VersionedTag> habits = versioned(known->tags, name);
    return image.digest.empty() && !habits.empty() && std::ranges::all_of(parts, [&](std::string_view part) {
               return isDistribution(part) || std::ranges::any_of(habits, [part](const VersionedTag &tag) {
                          return std::ranges::find(tag.variant, part) != tag.variant.end();
                      });
           });
}

Result<PinnedTag> pinnedTagOf(const ImageReference &image, const std::string &name,
                              const std::optional<ImageAnswer> &answer, PinLevel level)
{
    return TagSearch(image, name, answer, level).run();
}

} // namespace drydock
