// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/registry_answers.h"
#include "model/engine/registry_desk.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <string>
#include <utility>

namespace drydock {

/// Several questions, one after the other, that end in a T.
template <typename T>
class RegistryJob : public JobOf<T> {
public:
    RegistryJob(RegistryDesk &desk, const std::string &reference)
        : m_desk(desk)
        , m_reference(reference)
    {
        QTimer::singleShot(0, this, [this] {
            if (m_isAborted)
                return;
            auto image = parseImageReference(m_reference);
            if (!image)
                return fail(image.error());
            m_image = std::move(*image);
            if (m_image.tag.empty() && m_image.digest.empty())
                m_image.tag = "latest";
            begin();
        });
    }

    void abort() override
    {
        m_isAborted = true;
        m_call.reset();
    }

protected:
    virtual void begin() = 0;

    void fail(Error error) { this->finish(tl::unexpected(std::move(error))); }

    template <typename Then>
    void ask(RegistryQuestion question, Then then)
    {
        m_call = m_desk.ask(std::move(question));
        QObject::connect(m_call.get(), &Job::finished, this, [this, then] {
            const Result<HttpAnswer> result = m_call->result();
            if (!result)
                return fail(result.error());
            then(*result);
        });
    }

    /// The digest of what the reference names, asked without the image itself.
    void askDigest(const std::function<void(const std::string &)> &then)
    {
        if (!m_image.digest.empty())
            return isSha256(m_image.digest) ? then(m_image.digest) : failWithoutDigest();
        const std::string name = "digest " + m_image.domain + '/' + m_image.path + ':' + m_image.tag;
        if (const auto known = m_desk.cache().answer(name, m_desk.now(), secondsKept);
            known && isSha256(*known))
            return then(*known);
        const auto keep = [this, name, then](const std::string &digest) {
            m_desk.cache().keepAnswer(name, digest, m_desk.now());
            then(digest);
        };
        ask(manifestQuestion("HEAD", m_image.tag), [this, keep](const HttpAnswer &answer) {
            const std::string digest(answer.header("docker-content-digest"));
            const bool isOld = answer.header("content-type").find("manifest.v1+") != std::string_view::npos
                && answer.header("content-type").find("oci") == std::string_view::npos;
            if (isOld)
                return failWithoutDigest();
            if (isSha256(digest))
                return keep(digest);
            // Registries need not say it in the head: then it is counted.
            ask(manifestQuestion("GET", m_image.tag), [this, keep](const HttpAnswer &whole) {
                if (const auto manifest = readManifest(whole.body); !manifest)
                    return fail(manifest.error());
                const std::string counted = digestOf(whole.body);
                m_desk.cache().keepBytes(counted, whole.body);
                keep(counted);
            });
        });
    }

    /// The bytes with a digest, from the disk or from the registry, and really those.
    void fetch(const std::string &digest, bool isBlob, const std::function<void(const std::string &)> &then)
    {
        if (const auto known = m_desk.cache().bytesOf(digest))
            return then(*known);
        RegistryQuestion question = isBlob
            ? RegistryQuestion {m_image, "GET", RegistryDesk::urlFor(m_image, "blobs/" + digest), {}, true}
            : manifestQuestion("GET", digest);
        ask(std::move(question), [this, digest, then](const HttpAnswer &answer) {
            if (digestOf(answer.body) != digest)
                return fail(
                    {{QT_TRANSLATE_NOOP("engine", "%1 answered with other content than was asked for."),
                      {m_image.domain}},
                     digest});
            m_desk.cache().keepBytes(digest, answer.body);
            then(answer.body);
        });
    }

    static constexpr std::int64_t secondsKept = 3600;

    RegistryDesk &m_desk;
    ImageReference m_image;

private:
    RegistryQuestion manifestQuestion(const char *method, const std::string &name) const
    {
        return {m_image, method, RegistryDesk::urlFor(m_image, "manifests/" + name),
                std::string(manifestTypes), false};
    }
    void failWithoutDigest()
    {
        fail({{QT_TRANSLATE_NOOP("engine", "%1 gives “%2” no digest that can be relied on."),
               {m_image.domain, m_image.familiar()}},
              {}});
    }

    std::string m_reference;
    JobPtr<HttpAnswer> m_call;
    bool m_isAborted = false;
};

} // namespace drydock
