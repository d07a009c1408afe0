// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/inspect_answers.h"

#include "model/graph/image_reference.h"
#include "model/knowledge/image_config_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock {
namespace {

using Json = nlohmann::json;

/// The strings of an array; what is no string is left out.
std::vector<std::string> texts(const Json &object, const char *key)
{
    std::vector<std::string> result;
    if (const auto found = object.find(key); found != object.end() && found->is_array()) {
        for (const Json &each : *found) {
            if (each.is_string())
                result.push_back(each.get<std::string>());
        }
    }
    return result;
}

struct KnownImage {
    std::vector<ImageReference> tags;
    std::vector<ImageReference> digests;
    ImageAnswer answer;
};

KnownImage imageOf(const Json &json)
{
    KnownImage image;
    for (const auto &[key, references] :
         {std::pair {"RepoTags", &image.tags}, {"RepoDigests", &image.digests}}) {
        for (const std::string &each : texts(json, key)) {
            if (auto reference = parseImageReference(each))
                references->push_back(std::move(*reference));
        }
    }
    image.answer.source = AnswerSource::Engine;
    if (const auto config = json.find("Config"); config != json.end() && config->is_object())
        image.answer.config = imageConfigOf(*config);
    if (const auto size = json.find("Size"); size != json.end() && size->is_number_unsigned())
        image.answer.bytes = size->get<std::uint64_t>();
    return image;
}

class InspectAnswers : public ImageSource {
public:
    explicit InspectAnswers(std::vector<KnownImage> images)
        : m_images(std::move(images))
    { }

    std::optional<ImageAnswer> answerFor(std::string_view reference) const override
    {
        const auto asked = parseImageReference(reference);
        if (!asked)
            return std::nullopt;
        const auto isSameRepository = [&](const ImageReference &other) {
            return other.domain == asked->domain && other.path == asked->path;
        };
        const std::string tag = asked->tag.empty() ? "latest" : asked->tag;
        const auto names = [&](const ImageReference &other) {
            return isSameRepository(other)
                && (asked->digest.empty() ? other.tag == tag : other.digest == asked->digest);
        };
        const auto found = std::ranges::find_if(m_images, [&](const KnownImage &image) {
            return std::ranges::any_of(asked->digest.empty() ? image.tags : image.digests, names);
        });
        if (found == m_images.end())
            return std::nullopt;
        ImageAnswer answer = found->answer;
        for (const ImageReference &other : found->tags) {
            if (isSameRepository(other))
                answer.tags.push_back(other.tag);
        }
        // An image may be in several repositories, with a digest in each.
        if (const auto digest = std::ranges::find_if(found->digests, isSameRepository);
            digest != found->digests.end())
            answer.digest = digest->digest;
        return answer;
    }

private:
    std::vector<KnownImage> m_images;
};

} // namespace

Result<std::unique_ptr<ImageSource>> readInspectAnswers(std::string_view json)
{
    const Json all = Json::parse(json, nullptr, false);
    const auto isImage = [](const Json &each) {
        return each.is_object() && (each.contains("RepoTags") || each.contains("RepoDigests"));
    };
    if (!all.is_array() || !std::ranges::all_of(all, isImage))
        return refusal(QT_TRANSLATE_NOOP("knowledge", "This is not what “docker image inspect” prints."));
    std::vector<KnownImage> images;
    for (const Json &each : all)
        images.push_back(imageOf(each));
    return std::make_unique<InspectAnswers>(std::move(images));
}

} // namespace drydock
