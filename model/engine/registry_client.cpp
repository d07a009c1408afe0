// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_client.h"

#include "model/engine/registry_jobs.h"
#include "model/image/json_fields.h"

#include <nlohmann/json.hpp>

#include <QUrl>

#include <set>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t mostTags = 100'000;
constexpr std::size_t mostPages = 100;
constexpr std::size_t mostPlatforms = 16;

class TagsJob final : public RegistryJob<std::vector<std::string>> {
public:
    using RegistryJob::RegistryJob;

private:
    void begin() override
    {
        if (const auto known = m_desk.cache().answer(name(), m_desk.now(), secondsKept)) {
            if (auto tags = readTags(*known))
                return finish(std::move(tags));
        }
        askPage(RegistryDesk::urlFor(m_image, "tags/list?n=1000"));
    }
    void askPage(const std::string &url)
    {
        m_pages.insert(url);
        ask({m_image, "GET", url, {}, false}, [this, url](const HttpAnswer &answer) { take(answer, url); });
    }
    void take(const HttpAnswer &answer, const std::string &url)
    {
        const auto tags = readTags(answer.body);
        if (!tags)
            return fail(tags.error());
        m_tags.insert(m_tags.end(), tags->begin(), tags->end());
        const std::string next = resolved(url, nextLink(answer.header("link")));
        // A page that has been there already would come again for ever.
        if (next.empty() || m_pages.contains(next) || m_pages.size() >= mostPages
            || m_tags.size() >= mostTags)
            return end();
        askPage(next);
    }
    /// Empty if it does not lead to the same registry.
    static std::string resolved(const std::string &page, const std::string &link)
    {
        if (link.empty())
            return {};
        const QUrl url = QUrl(QString::fromStdString(page)).resolved(QUrl(QString::fromStdString(link)));
        std::string text = url.toEncoded(QUrl::RemoveFragment).toStdString();
        const auto here = originOf(page);
        const auto there = originOf(text);
        return here && there && *here == *there ? text : std::string();
    }
    void end()
    {
        sortTags(m_tags);
        if (m_tags.size() > mostTags)
            m_tags.resize(mostTags);
        const Json json = {{"tags", m_tags}};
        m_desk.cache().keepAnswer(name(), json.dump(), m_desk.now());
        finish(m_tags);
    }
    std::string name() const { return "tags " + m_image.domain + '/' + m_image.path; }

    std::set<std::string> m_pages;
    std::vector<std::string> m_tags;
};

class DigestJob final : public RegistryJob<std::string> {
public:
    using RegistryJob::RegistryJob;

private:
    void begin() override
    {
        askDigest([this](const std::string &digest) { finish(digest); });
    }
};

class ImageJob final : public RegistryJob<RegistryImage> {
public:
    ImageJob(RegistryDesk &desk, const std::string &reference, ImagePlatform platform)
        : RegistryJob(desk, reference)
        , m_platform(std::move(platform))
    { }

private:
    void begin() override
    {
        askDigest([this](const std::string &digest) {
            m_found.digest = digest;
            fetch(digest, false, [this](const std::string &bytes) { takeManifest(bytes); });
        });
    }
    void takeManifest(const std::string &bytes)
    {
        const auto manifest = readManifest(bytes);
        if (!manifest)
            return fail(manifest.error());
        if (manifest->isIndex() && m_found.platforms.empty())
            return takeIndex(*manifest);
        if (manifest->isIndex())
            return fail(
                {{QT_TRANSLATE_NOOP("engine", "The registry’s index leads to another index."), {}}, {}});
        m_found.layers = manifest->layers;
        m_found.downloadBytes = manifest->downloadBytes();
        fetch(manifest->config->digest, true, [this](const std::string &config) { takeConfig(config); });
    }
    void takeIndex(const RegistryManifest &index)
    {
        for (const PlatformManifest &each : index.platforms)
            m_found.platforms.push_back(each.platform);
        const PlatformManifest *mine = index.forPlatform(m_platform);
        if (!mine)
            return failForPlatform();
        fetch(mine->manifest.digest, false, [this](const std::string &bytes) { takeManifest(bytes); });
    }
    void takeConfig(const std::string &bytes)
    {
        auto config = readRegistryConfig(bytes);
        if (!config)
            return fail(config.error());
        m_found.platform = config->platform;
        if (config->platform.os != m_platform.os || config->platform.architecture != m_platform.architecture)
            return failForPlatform();
        m_found.config = std::move(*config);
        finish(std::move(m_found));
    }
    void failForPlatform()
    {
        fail({{QT_TRANSLATE_NOOP("engine", "There is no “%1” for %2."),
               {m_image.familiar(), m_platform.label()}},
              {}});
    }

    ImagePlatform m_platform;
    RegistryImage m_found;
};

class DownloadsJob final : public RegistryJob<std::vector<PlatformDownload>> {
public:
    using RegistryJob::RegistryJob;

private:
    void begin() override
    {
        askDigest([this](const std::string &digest) {
            fetch(digest, false, [this](const std::string &bytes) { takeFirst(bytes); });
        });
    }
    void takeFirst(const std::string &bytes)
    {
        const auto manifest = readManifest(bytes);
        if (!manifest)
            return fail(manifest.error());
        if (manifest->isIndex()) {
            m_open = manifest->platforms;
            if (m_open.size() > mostPlatforms)
                m_open.resize(mostPlatforms);
            return next();
        }
        const std::uint64_t size = manifest->downloadBytes();
        fetch(manifest->config->digest, true, [this, size](const std::string &config) {
            const auto read = readRegistryConfig(config);
            if (!read)
                return fail(read.error());
            finish(std::vector {PlatformDownload {read->platform, size}});
        });
    }
    void next()
    {
        if (m_found.size() == m_open.size())
            return finish(std::move(m_found));
        const PlatformManifest &mine = m_open[m_found.size()];
        fetch(mine.manifest.digest, false, [this](const std::string &bytes) {
            const auto manifest = readManifest(bytes);
            if (!manifest)
                return fail(manifest.error());
            m_found.push_back({m_open[m_found.size()].platform, manifest->downloadBytes()});
            next();
        });
    }

    std::vector<PlatformManifest> m_open;
    std::vector<PlatformDownload> m_found;
};

} // namespace

RegistryClient::RegistryClient(HttpClient &http, RegistryPlaces places, QObject *parent)
    : QObject(parent)
    , m_desk(http, std::move(places))
{ }

JobPtr<std::vector<std::string>> RegistryClient::tags(const std::string &reference)
{
    return JobPtr<std::vector<std::string>>(new TagsJob(m_desk, reference));
}

JobPtr<std::string> RegistryClient::digest(const std::string &reference)
{
    return JobPtr<std::string>(new DigestJob(m_desk, reference));
}

JobPtr<RegistryImage> RegistryClient::image(const std::string &reference, const ImagePlatform &platform)
{
    return JobPtr<RegistryImage>(new ImageJob(m_desk, reference, platform));
}

JobPtr<std::vector<PlatformDownload>> RegistryClient::downloads(const std::string &reference)
{
    return JobPtr<std::vector<PlatformDownload>>(new DownloadsJob(m_desk, reference));
}

} // namespace drydock
