// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/saved_manifest.h"

#include "model/graph/image_reference.h"
#include "model/image/json_fields.h"
#include "model/image/points_in_time.h"
#include "model/knowledge/image_config_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace drydock {
namespace {

constexpr const char *brokenManifest
    = QT_TRANSLATE_NOOP("image", "The list of images in the archive is broken.");

bool isSameImage(std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    const auto left = parseImageReference(a);
    const auto right = parseImageReference(b);
    const auto tagOf = [](const ImageReference &reference) {
        return reference.tag.empty() ? std::string("latest") : reference.tag;
    };
    return left && right && left->domain == right->domain && left->path == right->path
        && tagOf(*left) == tagOf(*right);
}

bool isCalled(const std::vector<std::string> &tags, std::string_view tag)
{
    return tag.empty()
        || std::ranges::any_of(tags, [tag](const std::string &each) { return isSameImage(each, tag); });
}

/// `manifest.json`: [{"Config": "…", "RepoTags": […], "Layers": […]}].
std::optional<SavedManifest> ofDocker(const Json &images, std::string_view tag)
{
    for (const Json &each : images) {
        if (!each.is_object())
            continue;
        SavedManifest manifest {textsIn(each, "RepoTags"), textIn(each, "Config"), textsIn(each, "Layers")};
        if (!manifest.config.empty() && isCalled(manifest.tags, tag))
            return manifest;
    }
    return std::nullopt;
}

std::string blobOf(const Json &descriptor)
{
    std::string digest = textIn(descriptor, "digest");
    std::ranges::replace(digest, ':', '/');
    return "blobs/" + digest;
}

/// An index of several platforms lists what vouches for them, too, for a platform that does not exist.
bool isForNoPlatform(const Json &descriptor)
{
    const Json *platform = objectIn(descriptor, "platform");
    return platform && textIn(*platform, "architecture") == "unknown";
}

std::vector<std::string> tagsIn(const Json &descriptor)
{
    const Json *annotations = objectIn(descriptor, "annotations");
    if (!annotations)
        return {};
    for (const char *key : {"io.containerd.image.name", "org.opencontainers.image.ref.name"}) {
        if (std::string name = textIn(*annotations, key); !name.empty())
            return {std::move(name)};
    }
    return {};
}

/// An image layout (OCI image-spec, image-layout.md): indexes may hold indexes.
class LayoutReader {
public:
    LayoutReader(const SavedTexts &texts, std::string_view tag)
        : m_texts(texts)
        , m_tag(tag)
    { }

    std::optional<SavedManifest> inIndex(std::string_view name, const std::vector<std::string> &tags,
                                         int depth)
    {
        const auto text = m_texts.find(name);
        if (text == m_texts.end())
            return std::nullopt;
        const Json json = Json::parse(text->second, nullptr, false);
        if (!json.is_object())
            return std::nullopt;
        if (const Json *config = objectIn(json, "config"))
            return ofManifest(json, *config, tags);
        const Json *manifests = arrayIn(json, "manifests");
        if (!manifests || depth == 0)
            return std::nullopt;
        for (const Json &each : *manifests) {
            // An index that holds itself would be looked through for ever otherwise.
            if (!each.is_object() || isForNoPlatform(each) || ++m_steps > mostSteps)
                continue;
            const std::vector<std::string> own = tagsIn(each);
            if (auto found = inIndex(blobOf(each), own.empty() ? tags : own, depth - 1))
                return found;
        }
        return std::nullopt;
    }

private:
    static constexpr int mostSteps = 1000;

    std::optional<SavedManifest> ofManifest(const Json &json, const Json &config,
                                            const std::vector<std::string> &tags) const
    {
        if (!isCalled(tags, m_tag))
            return std::nullopt;
        SavedManifest manifest {tags, blobOf(config), {}};
        if (const Json *layers = arrayIn(json, "layers")) {
            manifest.layers.reserve(layers->size());
            for (const Json &each : *layers)
                manifest.layers.push_back(each.is_object() ? blobOf(each) : std::string());
        }
        return manifest;
    }

    const SavedTexts &m_texts;
    std::string_view m_tag;
    int m_steps = 0;
};

std::vector<HistoryEntry> historyIn(const Json &blob, std::vector<bool> &hasLayer)
{
    std::vector<HistoryEntry> history;
    const Json *entries = arrayIn(blob, "history");
    if (!entries)
        return history;
    history.reserve(entries->size());
    for (const Json &each : *entries) {
        HistoryEntry entry;
        if (each.is_object()) {
            entry.createdBy = textIn(each, "created_by");
            entry.comment = textIn(each, "comment");
            entry.created = secondsOf(textIn(each, "created")).value_or(0);
        }
        hasLayer.push_back(!each.is_object() || !isTrueIn(each, "empty_layer"));
        history.push_back(std::move(entry));
    }
    return history;
}

} // namespace

Result<SavedManifest> savedManifestOf(const SavedTexts &texts, std::string_view tag)
{
    std::optional<SavedManifest> found;
    if (const auto text = texts.find("manifest.json"); text != texts.end()) {
        const Json json = Json::parse(text->second, nullptr, false);
        if (!json.is_array())
            return refusal(brokenManifest);
        found = ofDocker(json, tag);
    } else if (texts.contains("index.json")) {
        found = LayoutReader(texts, tag).inIndex("index.json", {}, 4);
    } else {
        return refusal(QT_TRANSLATE_NOOP("image", "This is no archive of an image."));
    }
    if (found)
        return std::move(*found);
    if (tag.empty())
        return refusal(QT_TRANSLATE_NOOP("image", "The archive holds no image."));
    return refusal(QT_TRANSLATE_NOOP("image", "The archive holds no image that is called “%1”."),
                   {std::string(tag)});
}

Result<void> readSavedConfig(std::string_view json, ImageContents &image)
{
    const Json blob = Json::parse(json, nullptr, false);
    if (!blob.is_object())
        return refusal(QT_TRANSLATE_NOOP("image", "The configuration of the image is broken."));
    if (const Json *config = objectIn(blob, "config"))
        image.config = imageConfigOf(*config);
    if (const Json *root = objectIn(blob, "rootfs")) {
        const std::vector<std::string> ids = textsIn(*root, "diff_ids");
        for (std::size_t i = 0; ids.size() == image.layers.size() && i < ids.size(); ++i)
            image.layers[i].diffId = ids[i];
    }
    std::vector<bool> hasLayer;
    image.history = historyIn(blob, hasLayer);
    if (static_cast<std::size_t>(std::ranges::count(hasLayer, true)) != image.layers.size()) {
        image.history.assign(image.layers.size(), {});
        hasLayer.assign(image.layers.size(), true);
    }
    auto layer = image.layers.begin();
    for (std::size_t i = 0; i < image.history.size(); ++i) {
        if (!hasLayer[i])
            continue;
        image.history[i].bytes = layer->bytes;
        layer->createdBy = image.history[i].createdBy;
        layer->historyEntry = i;
        ++layer;
    }
    return {};
}

} // namespace drydock
