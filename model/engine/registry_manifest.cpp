// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_answers.h"
#include "model/image/json_fields.h"
#include "model/knowledge/image_config_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace drydock {
namespace {

/// Nothing if its digest is none: it will become a part of a URL.
std::optional<Descriptor> descriptorOf(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    Descriptor descriptor {textIn(json, "digest"), bytesIn(json, "size"), textIn(json, "mediaType")};
    return isSha256(descriptor.digest) ? std::optional(std::move(descriptor)) : std::nullopt;
}

ImagePlatform platformOf(const Json &json)
{
    return {textIn(json, "os"), textIn(json, "architecture"), textIn(json, "variant")};
}

auto notAManifest()
{
    return refusal(QT_TRANSLATE_NOOP("engine", "The registry did not answer with the manifest of an image."));
}

Result<RegistryManifest> readIndex(const Json &manifests)
{
    RegistryManifest result;
    for (const Json &each : manifests) {
        const auto manifest = descriptorOf(each);
        const Json *platform = manifest ? objectIn(each, "platform") : nullptr;
        if (!platform)
            continue;
        // "unknown/unknown" are attestations of how an image was made.
        ImagePlatform of = platformOf(*platform);
        if (!of.os.empty() && of.os != "unknown" && of.architecture != "unknown")
            result.platforms.push_back({std::move(of), *manifest});
    }
    if (result.platforms.empty())
        return refusal(QT_TRANSLATE_NOOP("engine", "The registry’s index lists no image for any platform."));
    return result;
}

/// arm64 and arm64/v8 are the same.
std::string variantOf(const ImagePlatform &platform)
{
    return platform.architecture == "arm64" && platform.variant == "v8" ? std::string() : platform.variant;
}

/// What "created" says, in seconds since 1970; 0 if it is no date. ("2026-01-02T03:04:05.6Z")
std::int64_t secondsOf(const std::string &date)
{
    const auto number = [&](std::size_t at, std::size_t length) {
        std::int64_t value = 0;
        for (std::size_t i = at; i < at + length; ++i) {
            if (i >= date.size() || date[i] < '0' || date[i] > '9')
                return std::int64_t {-1};
            value = value * 10 + (date[i] - '0');
        }
        return value;
    };
    const std::int64_t year = number(0, 4);
    const std::int64_t month = number(5, 2);
    const std::int64_t day = number(8, 2);
    const std::int64_t seconds = number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
    if (year < 1970 || month < 1 || month > 12 || day < 1 || seconds < 0)
        return 0;
    const std::int64_t shifted = month <= 2 ? year - 1 : year;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t days
        = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719468;
    return days * 86400 + seconds;
}

} // namespace

std::string ImagePlatform::label() const
{
    return os + '/' + architecture + (variant.empty() ? std::string() : '/' + variant);
}

std::uint64_t RegistryManifest::downloadBytes() const
{
    std::uint64_t sum = 0;
    for (const Descriptor &layer : layers)
        sum += std::min(layer.bytes, std::numeric_limits<std::uint64_t>::max() - sum);
    return sum;
}

const PlatformManifest *RegistryManifest::forPlatform(const ImagePlatform &platform) const
{
    const PlatformManifest *best = nullptr;
    for (const PlatformManifest &each : platforms) {
        if (each.platform.os != platform.os || each.platform.architecture != platform.architecture)
            continue;
        if (variantOf(each.platform) == variantOf(platform))
            return &each;
        if (!best)
            best = &each;
    }
    return best;
}

Result<RegistryManifest> readManifest(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return notAManifest();
    if (json.contains("schemaVersion") && numberIn(json, "schemaVersion") == 1)
        return refusal(
            QT_TRANSLATE_NOOP("engine", "The registry knows this image in the old format only (schema 1)."));
    if (const Json *manifests = arrayIn(json, "manifests"))
        return readIndex(*manifests);
    RegistryManifest result;
    const Json *config = objectIn(json, "config");
    result.config = config ? descriptorOf(*config) : std::nullopt;
    const Json *layers = arrayIn(json, "layers");
    if (!result.config || !layers)
        return notAManifest();
    result.layers.reserve(layers->size());
    for (const Json &each : *layers) {
        auto layer = descriptorOf(each);
        if (!layer)
            return notAManifest();
        result.layers.push_back(std::move(*layer));
    }
    return result;
}

Result<RegistryConfig> readRegistryConfig(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !objectIn(json, "rootfs"))
        return refusal(
            QT_TRANSLATE_NOOP("engine", "The registry did not answer with the configuration of an image."));
    RegistryConfig result;
    result.platform = platformOf(json);
    result.created = textIn(json, "created");
    result.diffIds = textsIn(*objectIn(json, "rootfs"), "diff_ids");
    if (const Json *config = objectIn(json, "config"))
        result.config = imageConfigOf(*config);
    const Json *history = arrayIn(json, "history");
    for (std::size_t i = 0; history && i < history->size(); ++i) {
        const Json &each = (*history)[i];
        if (!each.is_object())
            continue;
        HistoryEntry entry;
        entry.createdBy = textIn(each, "created_by");
        entry.comment = textIn(each, "comment");
        entry.created = secondsOf(textIn(each, "created"));
        result.history.push_back(std::move(entry));
        result.hasLayer.push_back(!isTrueIn(each, "empty_layer"));
    }
    return result;
}

} // namespace drydock
