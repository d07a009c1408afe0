// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/credentials.h"
#include "model/engine/http_client.h"
#include "model/engine/registry_auth.h"
#include "model/engine/registry_cache.h"
#include "model/graph/image_reference.h"

#include <QObject>
#include <QPointer>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace drydock {

/// What a registry client stands on.
struct RegistryPlaces {
    CredentialPlaces credentials;
    std::string cacheFolder; ///< Empty: nothing is kept on the disk.
    std::function<std::int64_t()> clock; ///< Seconds since 1970; null: the system's.
};

/// One question to a registry.
struct RegistryQuestion {
    ImageReference image; ///< Whose registry and repository.
    std::string method = "GET";
    std::string url; ///< Whole.
    std::string accept; ///< May be empty.
    /// Where it is led to, it goes without a login: content lies with others (distribution spec, "Pulling blobs").
    bool isBlob = false;
};

class RegistryCall;

/// Where all questions to registries pass: at most four at a time, none to a registry that has had enough, each with the
/// token that was given for its repository.
class RegistryDesk final : public QObject {
    Q_OBJECT

public:
    /// \param http borrowed; must outlive this and all questions.
    RegistryDesk(HttpClient &http, RegistryPlaces places);

    /// Ends in an answer with a status of 2xx, or in an Error for a person.
    JobPtr<HttpAnswer> ask(RegistryQuestion question);

    const RegistryCache &cache() const { return m_cache; }
    std::int64_t now() const;
    /// "https://registry-1.docker.io/v2/library/alpine/" and what follows. Http for programs of this machine only.
    static std::string urlFor(const ImageReference &image, const std::string &rest);

private:
    friend class RegistryCall;
    struct Pass {
        std::string authorization; ///< Never logged.
        std::int64_t until = 0;
    };
    using Place = std::pair<std::string, std::string>; ///< Registry and repository.

    void enter(RegistryCall *call);
    void startNext();
    void leave();
    /// Empty if there is none that still holds.
    std::string passFor(const Place &place) const;
    /// Seconds until a registry may be asked again; 0: now.
    std::int64_t closedFor(const std::string &domain) const;
    void noteLimit(const std::string &domain, const HttpAnswer &answer);

    HttpClient &m_http;
    RegistryPlaces m_places;
    RegistryCache m_cache;
    std::map<Place, Pass> m_passes;
    std::map<std::string, std::int64_t> m_closedUntil;
    std::deque<QPointer<RegistryCall>> m_waiting;
    int m_running = 0;
};

} // namespace drydock
