// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/registry_client.h"
#include "model/knowledge/image_answers.h"

#include <QObject>
#include <QPointer>

#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What the engine and registries have said about images, for whoever needs it at once: the refactorings, the contract.
///
/// Opening a file asks nobody: the engine is asked when there is a connection, a registry only when a person wants to know.
class KnownImages final : public QObject, public ImageSource {
    Q_OBJECT

public:
    /// \param registry borrowed; null: nobody is asked over the network.
    explicit KnownImages(RegistryClient *registry, QObject *parent = nullptr);

    /// Another engine, borrowed; null: none. What the one before said is forgotten.
    void setEngine(EngineClient *engine);

    /// Asks the engine for those that it has and that it has not been asked for. Nothing leaves for a registry.
    void askEngine(const std::vector<std::string> &references);
    /// Asks the engine and the registries, because the user wants to know. What they said within the hour is not asked again.
    /// Where a tag stands beside a digest, the registry is asked for both.
    void ask(const std::vector<std::string> &references);
    bool isAsking() const { return !m_questions.empty(); }
    /// Why the registry gave no answer for an image; nothing if it did, or was not asked.
    std::optional<Error> problemWith(std::string_view reference) const;

    /// The registry's answer where the tag names another image than the engine has; else the engine's, with the sizes that
    /// the registry adds.
    std::optional<ImageAnswer> answerFor(std::string_view reference) const override;

signals:
    /// There is an answer or a problem more.
    void changed();

private:
    struct Known {
        ImageReference image;
        bool wasEngineAsked = false;
        std::optional<ImageAnswer> engine;
        std::optional<ImageAnswer> registry;
        std::optional<Error> problem;
    };
    struct Question {
        std::string key;
        JobPtr<ImageFacts> facts;
        JobPtr<std::vector<HistoryEntry>> history;
        JobPtr<RegistryImage> image;
    };
    using QuestionPlace = std::list<Question>::iterator;

    /// With an answer to the reference itself, to its digest or to another tag of the same image; null if there is none.
    const Known *answered(const ImageReference &image) const;
    Known *knownFor(const std::string &reference);
    void askEngineFor(const std::string &reference, Known &known);
    void takeFacts(QuestionPlace question);
    void askRegistryFor(const std::string &reference, Known &known);
    void end(QuestionPlace question);
    ImagePlatform platform() const;

    RegistryClient *m_registry;
    QPointer<EngineClient> m_engine;
    std::map<std::string, Known, std::less<>>
        m_known; ///< By the whole name: "docker.io/library/alpine:3.20".
    std::list<Question> m_questions;
};

} // namespace drydock
