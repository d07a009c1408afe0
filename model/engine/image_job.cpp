// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/image_job.h"

#include <ctime>

namespace drydock {
namespace {

class ImageJob final : public JobOf<Measurement> {
public:
    ImageJob(EngineClient &engine, std::string image)
        : m_engine(engine)
        , m_image(std::move(image))
        , m_facts(engine.inspectImage(m_image))
        , m_history(engine.history(m_image))
    {
        const auto answered = [this] {
            if (m_facts->isFinished() && m_history->isFinished())
                end();
        };
        connect(m_facts.get(), &Job::finished, this, answered);
        connect(m_history.get(), &Job::finished, this, answered);
    }

    void abort() override
    {
        m_facts.reset();
        m_history.reset();
    }

private:
    void end()
    {
        const Result<ImageFacts> &facts = m_facts->result();
        const Result<std::vector<HistoryEntry>> &history = m_history->result();
        if (!facts || !history) {
            finish(tl::unexpected(facts ? history.error() : facts.error()));
            return;
        }
        StageSize size;
        size.stage = StageIndex {0};
        size.image = facts->id.empty() ? m_image : facts->id;
        size.bytes = sizeOf(*history);
        size.layers.reserve(history->size());
        for (const HistoryEntry &entry : *history)
            size.layers.push_back({{}, entry.createdBy, entry.bytes, LayerCategory::Other, {}});
        Measurement measurement;
        measurement.image = m_image;
        measurement.engine = m_engine.facts().label() + " (" + m_engine.endpoint().url + ')';
        measurement.store = m_engine.facts().store;
        measurement.time = std::int64_t(std::time(nullptr));
        measurement.target = size.stage;
        measurement.config = facts->config;
        measurement.stages.push_back(std::move(size));
        finish(std::move(measurement));
    }

    EngineClient &m_engine;
    std::string m_image;
    JobPtr<ImageFacts> m_facts;
    JobPtr<std::vector<HistoryEntry>> m_history;
};

} // namespace

JobPtr<Measurement> measureImage(EngineClient &engine, const std::string &image)
{
    return JobPtr<Measurement>(new ImageJob(engine, image));
}

} // namespace drydock
