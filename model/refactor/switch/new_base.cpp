// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/new_base.h"

#include "model/base/one_of.h"
#include "model/knowledge/base_images.h"
#include "model/knowledge/base_variants.h"
#include "model/knowledge/end_of_life.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"
#include "model/lint/stage_bases.h"

#include <algorithm>
#include <optional>

namespace drydock {
namespace {

NewBase refused(UserText reason)
{
    NewBase base;
    base.refusal = std::move(reason);
    return base;
}

bool startsWithDigit(std::string_view text)
{
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

/// A tag as it is written, part by part, and what the parts come to.
struct TagPart {
    std::string written;
    std::string value;
};

/// Parts at hyphens outside of `${…}`.
std::vector<std::string> writtenParts(std::string_view tag)
{
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : tag) {
        if (c == '{')
            ++depth;
        else if (c == '}')
            --depth;
        if (c == '-' && depth == 0)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    if (parts.size() == 1 && parts[0].empty())
        parts.clear();
    return parts;
}

/// `name:tag@digest` taken apart as text: variables may stand anywhere.
struct WrittenReference {
    std::string name;
    std::string tag;
    bool hasDigest = false;
};

WrittenReference takenApart(std::string_view written)
{
    WrittenReference result;
    const std::size_t at = written.find('@');
    result.hasDigest = at != std::string_view::npos;
    written = written.substr(0, at);
    int depth = 0;
    std::size_t colon = std::string_view::npos;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] == '{')
            ++depth;
        else if (written[i] == '}')
            --depth;
        else if (depth == 0 && written[i] == '/')
            colon = std::string_view::npos; // It was a port.
        else if (depth == 0 && written[i] == ':')
            colon = i;
    }
    result.name = written.substr(0, colon);
    if (colon != std::string_view::npos)
        result.tag = written.substr(colon + 1);
    return result;
}

/// What the words of a tag are.
struct Tag {
    TagPart version; ///< Empty if it is the newest.
    std::string flavour;
    std::string release; ///< "bookworm"
    bool isSlim = false;
    bool isAlpine = false;
    std::string unknown; ///< A word that nobody understands.
};

bool isRelease(std::string_view word)
{
    const ReleaseOfImage found = releaseOf("debian:" + std::string(word));
    return found.release && !found.isAssumed && !startsWithDigit(word);
}

Tag readTag(const std::vector<TagPart> &parts, const BaseVariants &variants, bool isDistribution)
{
    Tag tag;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string &word = parts[i].value;
        const bool isFirst = i == 0;
        const bool isKind = word == "slim" || word.starts_with("alpine")
            || std::ranges::find(variants.flavours, word) != variants.flavours.end()
            || std::ranges::find(variants.withoutAlpine, word) != variants.withoutAlpine.end();
        const bool isVersionWord = startsWithDigit(word)
            || isOneOf(word, {"lts", "current", "stable", "mainline", "rc"})
            || (isDistribution && !isKind && word != "latest");
        if (isFirst && isVersionWord)
            tag.version = parts[i];
        else if (isFirst && word == "latest")
            continue;
        else if (word == "slim")
            tag.isSlim = true;
        else if (word.starts_with("alpine"))
            tag.isAlpine = true;
        else if (std::ranges::find(variants.flavours, word) != variants.flavours.end()
                 || std::ranges::find(variants.withoutAlpine, word) != variants.withoutAlpine.end())
            tag.flavour += "-" + word;
        else if (isRelease(word)
                 || isOneOf(word,
                            {"xenial", "bionic", "focal", "jammy", "noble", "jessie", "stretch", "buster"}))
            tag.release = word;
        else
            tag.unknown = word;
        // A variable may stand for a version, for nothing else.
        if (parts[i].written.find('$') != std::string::npos && tag.version.written != parts[i].written)
            tag.unknown = parts[i].written;
    }
    if (!tag.flavour.empty())
        tag.flavour.erase(0, 1);
    // Java's small image has no compiler.
    tag.isSlim = tag.isSlim || tag.flavour == "jre";
    return tag;
}

/// A template with the parts of `tag` in it. \param isWritten variables as they stand in the file.
std::string filled(std::string_view pattern, const Tag &tag, bool isWritten)
{
    std::string result;
    while (!pattern.empty()) {
        const std::size_t end = std::min(pattern.find(' '), pattern.size());
        const std::string_view word = pattern.substr(0, end);
        pattern.remove_prefix(std::min(end + 1, pattern.size()));
        const std::string part = word == "version" ? (isWritten ? tag.version.written : tag.version.value)
            : word == "flavour"                    ? tag.flavour
            : word == "release"                    ? tag.release
                                                   : std::string(word);
        if (!part.empty())
            result += (result.empty() ? "" : "-") + part;
    }
    return result;
}

class Finder {
public:
    Finder(const LintContext &context, StageIndex root, BaseKind kind, Linking linking)
        : m_base(context.resolution().bases[root.value])
        , m_kind(kind)
        , m_linking(linking)
    { }

    NewBase find()
    {
        const auto image = parseImageReference(m_base.image.text);
        if (!m_base.isKnown || !image)
            return refused(
                {QT_TRANSLATE_NOOP("refactor", "What “%1” stands for is not known: give its ARG a default."),
                 {m_base.written}});
        const std::string name = bareNameOf(*image);
        if (isWindowsTag(image->tag))
            return refused(
                {QT_TRANSLATE_NOOP("refactor", "“%1” is a Windows image: it has no smaller sister."),
                 {name}});
        if (m_kind == BaseKind::Newer)
            return newer();
        m_variants = variantsOf(name);
        if (!m_variants)
            return refused({QT_TRANSLATE_NOOP("refactor",
                                              "Too little is known of “%1” to say what could take its place: "
                                              "choose a base by hand."),
                            {name}});
        m_written = takenApart(m_base.written);
        if (m_written.name.find('$') != std::string::npos)
            return refused({QT_TRANSLATE_NOOP("refactor",
                                              "The name of the image comes from a variable (“%1”): change "
                                              "what it stands for."),
                            {m_base.written}});
        if (image->tag.empty() && !image->digest.empty())
            return refused({QT_TRANSLATE_NOOP("refactor",
                                              "“%1” is named by its digest alone, which does not say its "
                                              "version: write the tag in front of it."),
                            {m_base.written}});
        std::vector<TagPart> parts;
        const std::vector<std::string> words = writtenParts(m_written.tag);
        const auto values = tagParts(image->tag);
        if (words.size() != values.size())
            return refused(
                {QT_TRANSLATE_NOOP("refactor",
                                   "A variable holds more than the version in “%1”: change what it "
                                   "stands for."),
                 {m_base.written}});
        for (std::size_t i = 0; i < words.size(); ++i)
            parts.push_back({words[i], std::string(values[i])});
        m_isDistribution = isOneOf(name, {"debian", "ubuntu", "fedora", "rockylinux", "almalinux", "alpine"});
        m_tag = readTag(parts, *m_variants, m_isDistribution);
        if (!m_tag.unknown.empty() && (!m_isDistribution || m_kind == BaseKind::Slim))
            return refused(
                {QT_TRANSLATE_NOOP("refactor",
                                   "“%1” in the tag says something that is not known here: choose a "
                                   "base by hand."),
                 {m_tag.unknown}});
        NewBase base = m_kind == BaseKind::Slim || m_kind == BaseKind::Alpine ? sister() : other();
        base.dropsDigest = m_written.hasDigest && base.refusal.source.empty();
        return base;
    }

private:
    std::string label() const { return m_base.image.text; }

    /// The same image in another version: nothing has to be known of its sisters.
    NewBase newer()
    {
        m_written = takenApart(m_base.written);
        const std::string tag = newerTagOf(label());
        if (tag.empty())
            return refused({QT_TRANSLATE_NOOP("refactor", "No newer version than “%1” was known on %2."),
                            {label(), endOfLifeDate()}});
        // A program does not roll forward to another major version by itself (learn.microsoft.com: “.NET runtime roll forward”).
        if (const auto image = parseImageReference(label()); image
            && bareNameOf(*image).starts_with("mcr.microsoft.com/dotnet/")
            && !bareNameOf(*image).ends_with("/runtime-deps"))
            return refused(
                {QT_TRANSLATE_NOOP("refactor",
                                   "What has been published for “%1” does not start on another major "
                                   "version of .NET: change its TargetFramework and all images together."),
                 {label()}});
        if (m_base.written.find('$') != std::string::npos)
            return refused({QT_TRANSLATE_NOOP("refactor",
                                              "The version of “%1” comes from a variable: change what it "
                                              "stands for (“%2”)."),
                            {m_base.written, tag}});
        NewBase base;
        base.reference = base.written = m_written.name + ":" + tag;
        base.dropsDigest = m_written.hasDigest;
        return base;
    }

    NewBase sister() const
    {
        const bool isSlim = m_kind == BaseKind::Slim;
        const std::string &pattern = isSlim ? m_variants->slim : m_variants->alpine;
        const bool isThere = isSlim ? m_tag.isSlim && !m_tag.isAlpine : m_tag.isAlpine;
        const bool isAlpineItself = m_variants->name == "alpine";
        if (isThere || (isAlpineItself && !isSlim))
            return refused({isSlim ? QT_TRANSLATE_NOOP("refactor", "“%1” is the slim image already.")
                                   : QT_TRANSLATE_NOOP("refactor", "“%1” is on Alpine already."),
                            {label()}});
        if (pattern.empty())
            return refused({isSlim ? QT_TRANSLATE_NOOP("refactor", "There is no slim image of “%1”.")
                                   : QT_TRANSLATE_NOOP("refactor", "There is no Alpine image of “%1”."),
                            {label()}});
        const auto &without = m_variants->withoutAlpine;
        if (!isSlim && std::ranges::find(without, m_tag.flavour) != without.end())
            return refused({QT_TRANSLATE_NOOP("refactor",
                                              "There is no Alpine image of “%1” with “%2”: choose another "
                                              "way to serve it first."),
                            {m_written.name, m_tag.flavour}});
        NewBase base;
        if (pattern.starts_with('=')) {
            base.reference = base.written = suggestedReference(pattern.substr(1));
            return base;
        }
        if (m_isDistribution && m_tag.version.value.empty()) {
            base.reference = base.written = m_written.name + ":stable-slim";
        } else {
            base.written = m_written.name + ":" + filled(pattern, m_tag, true);
            base.reference = m_written.name + ":" + filled(pattern, m_tag, false);
        }
        const std::string &below = m_variants->adviceBelow;
        const bool isLater = !below.empty() && isVersion(m_tag.version.value)
            && compareVersions(m_tag.version.value, below) >= 0;
        if (!isSlim && !isLater)
            base.advice = m_variants->advice;
        return base;
    }

    /// "22" and "22.11" of 22.11.0: what tables of versions are keyed by.
    std::string keyed(const std::map<std::string, std::string, std::less<>> &byVersion) const
    {
        const auto any = byVersion.find("any");
        if (any != byVersion.end())
            return any->second;
        for (const auto &[version, reference] : byVersion) {
            std::string value = m_tag.version.value;
            std::ranges::replace(value, '_', '.');
            if (isVersion(value) && isOfCycle(value, version))
                return reference;
        }
        return {};
    }

    NewBase other() const
    {
        NewBase base;
        if (m_isDistribution) {
            const std::string_view linking = m_linking == Linking::Static ? "static"
                : m_linking == Linking::Glibc                             ? "glibc"
                                                                          : "cxx";
            base.reference = programBase(linking, nameOf(m_kind));
            if (base.reference.empty())
                return refused(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "The program needs a C library, and scratch has none: link it "
                                       "statically, or choose another base."),
                     {}});
            if (m_kind == BaseKind::Distroless)
                takeRelease(base.reference);
        } else if (m_kind == BaseKind::Scratch) {
            return refused(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The program needs what “%1” has besides it: on scratch it cannot "
                                   "run."),
                 {m_written.name}});
        } else {
            const auto &byVersion
                = m_kind == BaseKind::Distroless ? m_variants->distroless : m_variants->chainguard;
            base.reference = keyed(byVersion);
            if (base.reference.empty())
                return refused(
                    {QT_TRANSLATE_NOOP("refactor", "There is no such image of “%1” with this version."),
                     {label()}});
        }
        base.written = base.reference;
        base.isFloating = m_kind == BaseKind::Chainguard;
        return base;
    }

    /// What runs on Debian 12 stays there.
    void takeRelease(std::string &reference) const
    {
        const Release *release = releaseOf(m_base.image.text).release;
        const std::size_t place = reference.find("-debian13");
        if (release && release->name == "bookworm" && place != std::string::npos)
            reference.replace(place, 9, "-debian12");
    }

    const ResolvedBase &m_base;
    BaseKind m_kind;
    Linking m_linking;
    const BaseVariants *m_variants = nullptr;
    WrittenReference m_written;
    bool m_isDistribution = false;
    Tag m_tag;
};

} // namespace

std::string_view nameOf(BaseKind kind)
{
    switch (kind) {
    case BaseKind::Slim:
        return "slim";
    case BaseKind::Alpine:
        return "alpine";
    case BaseKind::Distroless:
        return "distroless";
    case BaseKind::Chainguard:
        return "chainguard";
    case BaseKind::Newer:
        return "newer";
    case BaseKind::Scratch:
        break;
    }
    return "scratch";
}

std::string imageNameOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    return image ? bareNameOf(*image) : std::string();
}

NewBase newBaseOf(const LintContext &context, StageIndex root, BaseKind kind, Linking linking)
{
    return Finder(context, root, kind, linking).find();
}

} // namespace drydock
