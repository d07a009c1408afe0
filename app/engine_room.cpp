// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_room.h"

#include "model/engine/verify_job.h"
#include "ui/common/translated.h"

#include <QStandardPaths>

#include <set>
#include <utility>
#include <vector>

namespace drydock::app {
namespace {

RegistryPlaces registryPlaces()
{
    const DiscoveryPlaces surroundings = discoveryPlacesOfProcess();
    RegistryPlaces places;
    places.credentials.configFolder = surroundings.configFolder();
    places.credentials.programPath = surroundings.variable("PATH");
    places.cacheFolder
        = (QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/registry"))
              .toStdString();
    return places;
}

} // namespace

EngineRoom::EngineRoom(QObject *parent)
    : QObject(parent)
    , m_registries(m_http, registryPlaces())
    , m_images(&m_registries)
{
    connect(&m_images, &KnownImages::changed, this, &EngineRoom::imagesChanged);
}

EngineRoom::~EngineRoom()
{
    m_images.setEngine(nullptr);
}

void EngineRoom::find()
{
    m_found = discoverEngines(discoveryPlacesOfProcess());
    m_trouble.reset();
    if (!m_found.endpoint)
        m_trouble = m_found.endpoint.error();
}

void EngineRoom::open()
{
    if (m_link && m_link->state() != LinkState::Offline)
        return;
    if (m_link) {
        m_link->retry();
        return;
    }
    find();
    if (m_trouble)
        emit changed();
    else
        connectTo(*m_found.endpoint);
}

void EngineRoom::retry()
{
    if (m_link) {
        m_link->retry();
        return;
    }
    open();
}

void EngineRoom::choose(std::size_t index)
{
    if (index >= m_found.choices.size())
        return;
    for (std::size_t i = 0; i < m_found.choices.size(); ++i)
        m_found.choices[i].isCurrent = i == index;
    connectTo(m_found.choices[index].endpoint);
}

void EngineRoom::connectTo(const Endpoint &endpoint)
{
    m_trouble.reset();
    m_isSwept = false;
    emit clientGoing();
    m_sweep.reset();
    m_images.setEngine(nullptr);
    if (m_link) {
        m_link->use(endpoint);
    } else {
        m_link = std::make_unique<EngineLink>(endpoint);
        connect(m_link.get(), &EngineLink::stateChanged, this, &EngineRoom::onLinkChanged);
        connect(m_link.get(), &EngineLink::imagesChanged, this, &EngineRoom::engineImagesChanged);
        m_link->retry();
    }
    m_images.setEngine(&m_link->client());
    emit changed();
}

void EngineRoom::onLinkChanged()
{
    m_trouble = m_link->state() == LinkState::Offline ? m_link->error() : std::nullopt;
    if (m_link->state() == LinkState::Online && !std::exchange(m_isSwept, true))
        m_sweep = sweepLeftovers(m_link->client());
    emit changed();
}

EngineClient *EngineRoom::client()
{
    return m_link ? &m_link->client() : nullptr;
}

EngineStatus EngineRoom::status() const
{
    EngineStatus status;
    for (const EngineChoice &choice : m_found.choices) {
        EngineEntry entry;
        entry.name = QString::fromStdString(choice.endpoint.name);
        entry.url = QString::fromStdString(choice.endpoint.url);
        entry.description = QString::fromStdString(choice.description.empty() ? choice.endpoint.source
                                                                              : choice.description);
        entry.isCurrent = m_link && choice.endpoint.url == m_link->endpoint().url;
        status.choices.push_back(std::move(entry));
    }
    if (m_trouble) {
        status.reach = EngineReach::Missing;
        status.reason = ui::translated("engine", m_trouble->text);
    } else if (m_link && m_link->state() == LinkState::Online) {
        status.reach = EngineReach::Reached;
        status.label = QString::fromStdString(m_link->facts().label());
        status.reason = QString::fromStdString(m_link->endpoint().url);
    } else if (m_link) {
        status.reach = EngineReach::Asking;
    }
    return status;
}

QString EngineRoom::label() const
{
    if (!m_link)
        return {};
    const EngineFacts &facts = m_link->facts();
    return QString::fromStdString(facts.version.empty() ? m_link->endpoint().url : facts.label());
}

bool EngineRoom::isLocal() const
{
    return m_link && m_link->endpoint().isLocal();
}

std::vector<std::string> EngineRoom::referencesOf(const Analysis &analysis)
{
    std::set<std::string> references;
    for (const GraphNode &node : analysis.graph.nodes) {
        if (!node.reference.empty() && node.reference != "scratch")
            references.insert(node.reference);
    }
    return {references.begin(), references.end()};
}

void EngineRoom::askEngine(const Analysis &analysis)
{
    if (m_link && m_link->state() == LinkState::Online)
        m_images.askEngine(referencesOf(analysis));
}

void EngineRoom::askRegistries(const Analysis &analysis)
{
    m_images.ask(referencesOf(analysis));
}

} // namespace drydock::app
