// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine_button.h"
#include "model/analysis/analysis.h"
#include "model/engine/discovery.h"
#include "model/engine/engine_link.h"
#include "model/engine/known_images.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace drydock::app {

/// The one engine that the program works with, and what is known of images. Nothing is looked for, connected to or asked
/// before the reader wants something of an engine.
class EngineRoom final : public QObject {
    Q_OBJECT

public:
    explicit EngineRoom(QObject *parent = nullptr);
    ~EngineRoom() override;

    /// The reader wants an engine: finds one as docker does, and connects, unless that was done before.
    void open();
    /// Looks and connects anew.
    void retry();
    /// \param index into status().choices.
    void choose(std::size_t index);

    /// Null if there is none to ask: trouble() says why. Its answers may still be errors.
    EngineClient *client();
    /// Why there is no engine; nothing while there is one, or nobody wanted it.
    const std::optional<Error> &trouble() const { return m_trouble; }
    EngineStatus status() const;
    /// "docker 20.10.24", or where it is expected.
    QString label() const;
    /// Containers publish their ports on this machine.
    bool isLocal() const;

    /// What images are built for; empty: the engine's own platform.
    const std::string &platform() const { return m_platform; }
    void setPlatform(const std::string &platform) { m_platform = platform; }

    /// What is known of images by now, for refactorings. Lives as long as the room.
    const ImageSource *images() const { return &m_images; }
    /// Asks the engine, if it is there, about the images of a file.
    void askEngine(const Analysis &analysis);
    /// Asks the registries about the images of a file: the reader has said so.
    void askRegistries(const Analysis &analysis);

signals:
    /// status() is another one.
    void changed();
    /// The client is about to be replaced: whoever works with it has to stop now.
    void clientGoing();
    /// More is known of images.
    void imagesChanged();
    /// The engine has other images than before.
    void engineImagesChanged();

private:
    void find();
    void connectTo(const Endpoint &endpoint);
    void onLinkChanged();
    static std::vector<std::string> referencesOf(const Analysis &analysis);

    Discovery m_found;
    std::optional<Error> m_trouble;
    std::unique_ptr<EngineLink> m_link; ///< Null before the reader wants it.
    HttpClient m_http;
    RegistryClient m_registries;
    KnownImages m_images;
    std::string m_platform;
    JobPtr<int> m_sweep;
    bool m_isSwept = false; ///< What a crash has left was looked for.
};

} // namespace drydock::app
