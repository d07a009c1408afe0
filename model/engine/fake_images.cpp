// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/fake_answer.h"

#include <algorithm>
#include <utility>

namespace drydock {

JobPtr<EngineFacts> FakeEngineClient::greet()
{
    return answer<EngineFacts>("greet", {}, [this] { return m_facts; });
}

JobPtr<std::vector<ImageSummary>> FakeEngineClient::images(const std::string &label)
{
    return answer<std::vector<ImageSummary>>("images", label, [this, label] {
        std::vector<ImageSummary> all;
        for (const FakeImage &image : m_images) {
            const auto &labels = image.facts.config.labels;
            if (hasLabel(labels, label))
                all.push_back({image.facts.id,
                               image.facts.tags,
                               image.facts.digests,
                               {labels.begin(), labels.end()},
                               0});
        }
        return all;
    });
}

JobPtr<ImageFacts> FakeEngineClient::inspectImage(const std::string &image)
{
    return answer<ImageFacts>("inspectImage", image, [this, image]() -> Result<ImageFacts> {
        const FakeImage *const found = imageNamed(image);
        if (!found)
            return noSuchImage(image);
        return found->facts;
    });
}

JobPtr<std::vector<HistoryEntry>> FakeEngineClient::history(const std::string &image)
{
    using Entries = std::vector<HistoryEntry>;
    return answer<Entries>("history", image, [this, image]() -> Result<Entries> {
        const FakeImage *const found = imageNamed(image);
        if (!found)
            return noSuchImage(image);
        return found->history;
    });
}

JobPtr<bool> FakeEngineClient::tagImage(const std::string &image, const std::string &repository,
                                        const std::string &tag)
{
    return answer<bool>("tagImage", image, [this, image, name = repository + ':' + tag]() -> Result<bool> {
        if (!imageNamed(image))
            return noSuchImage(image);
        for (FakeImage &other : m_images)
            std::erase(other.facts.tags, name);
        imageNamed(image)->facts.tags.push_back(name);
        return true;
    });
}

JobPtr<bool> FakeEngineClient::removeImage(const std::string &image)
{
    return answer<bool>("removeImage", image, [this, image] { return takeTag(image); });
}

Result<bool> FakeEngineClient::takeTag(const std::string &image)
{
    FakeImage *const found = imageNamed(image);
    if (!found)
        return noSuchImage(image);
    const bool isUsed
        = std::any_of(m_containers.begin(), m_containers.end(),
                      [&](const Container &container) { return container.facts.image == found->facts.id; });
    const bool isLast = found->facts.id == image || found->facts.tags.size() < 2;
    if (isUsed && isLast)
        return refusal(QT_TRANSLATE_NOOP("engine", "A container uses the image “%1”."), {image});
    if (found->facts.id != image)
        std::erase_if(found->facts.tags,
                      [&](const std::string &tag) { return tag == image || tag == image + ":latest"; });
    if (isLast)
        m_images.erase(m_images.begin() + (found - m_images.data()));
    return true;
}

ExchangePtr FakeEngineClient::saveImage(const std::string &image)
{
    ExchangeScript script;
    if (const FakeImage *const found = imageNamed(image)) {
        script.pieces = {found->archive};
    } else {
        script.status = 404;
        script.pieces = {R"({"message":"No such image"})"};
    }
    return play("saveImage", image, std::move(script));
}

ExchangePtr FakeEngineClient::pullImage(const std::string &image, const std::string &platform,
                                        const RegistryLogin &login)
{
    Q_UNUSED(platform);
    Q_UNUSED(login);
    ExchangeScript script;
    script.pieces = {imageNamed(image) ? "{\"status\":\"Status: Image is up to date\"}\r\n"
                                       : "{\"errorDetail\":{\"message\":\"manifest unknown\"}}\r\n"};
    return play("pullImage", image, std::move(script));
}

ExchangePtr FakeEngineClient::build(const BuildQuery &query, std::shared_ptr<BodySource> context)
{
    note("build", query.target);
    m_queries.push_back(query);
    ExchangeScript script;
    std::optional<FakeImage> image;
    if (const auto found = m_builds.find(query.target); found != m_builds.end()) {
        script.status = found->second.status;
        script.pieces = found->second.pieces;
        script.breaksOff = found->second.breaksOff;
        image = found->second.image;
    } else {
        script.status = 400;
        script.pieces = {R"({"message":"failed to reach build target in Dockerfile"})"};
    }
    if (const Error *const failure = failureOf("build", query.target))
        script.breaksOff = *failure;
    auto *const exchange = new ScriptedExchange(
        std::move(script), [self = QPointer<FakeEngineClient>(this), image, query, context] {
            if (self && image)
                self->keepBuilt(*image, query);
        });
    whenFree(exchange, [exchange] { exchange->start(); });
    return ExchangePtr(exchange);
}

void FakeEngineClient::keepBuilt(const FakeImage &image, const BuildQuery &query)
{
    FakeImage kept = image;
    kept.facts.tags = query.tags;
    kept.facts.config.labels.insert(kept.facts.config.labels.end(), query.labels.begin(), query.labels.end());
    for (FakeImage &other : m_images) {
        for (const std::string &tag : query.tags)
            std::erase(other.facts.tags, tag);
    }
    std::erase_if(m_images, [&](const FakeImage &other) { return other.facts.id == kept.facts.id; });
    m_images.push_back(std::move(kept));
}

JobPtr<bool> FakeEngineClient::cancelBuild(const std::string &buildId)
{
    return answer<bool>("cancelBuild", buildId, [] { return true; });
}

} // namespace drydock
