// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/measurement_list.h"

#include "model/image/measurement_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace drydock {

void MeasurementList::add(Measurement measurement)
{
    m_measurements.push_back(std::move(measurement));
    if (m_measurements.size() > mostMeasurements)
        m_measurements.erase(m_measurements.begin());
}

void MeasurementList::pin(std::size_t index)
{
    m_pinned = m_measurements[index];
}

const Measurement *MeasurementList::ofText(std::string_view textHash) const
{
    const auto newest = std::find_if(m_measurements.rbegin(), m_measurements.rend(),
                                     [&](const Measurement &each) { return each.textHash == textHash; });
    if (newest != m_measurements.rend())
        return &*newest;
    return m_pinned && m_pinned->textHash == textHash ? &*m_pinned : nullptr;
}

const Measurement *MeasurementList::before() const
{
    if (m_pinned || m_measurements.empty())
        return pinned();
    const Measurement &newest = m_measurements.back();
    const auto other
        = std::find_if(m_measurements.rbegin(), m_measurements.rend(), [&newest](const Measurement &each) {
              return each.textHash != newest.textHash && each.store == newest.store;
          });
    return other == m_measurements.rend() ? nullptr : &*other;
}

std::string MeasurementList::text() const
{
    Json measurements = Json::array();
    for (const Measurement &each : m_measurements)
        measurements.push_back(measurementJson(each));
    return oneLineOf({{"measurements", std::move(measurements)},
                      {"pinned", m_pinned ? measurementJson(*m_pinned) : Json()}});
}

Result<MeasurementList> MeasurementList::read(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    const Json *measurements = json.is_object() ? arrayIn(json, "measurements") : nullptr;
    if (!measurements)
        return refusal(QT_TRANSLATE_NOOP("image", "This is no list of measurements."));
    MeasurementList list;
    for (const Json &each : *measurements) {
        if (auto measurement = measurementOf(each))
            list.add(std::move(*measurement));
    }
    if (const Json *pinned = objectIn(json, "pinned")) {
        if (auto measurement = measurementOf(*pinned))
            list.m_pinned = std::move(*measurement);
    }
    return list;
}

} // namespace drydock
