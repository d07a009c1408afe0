// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/image/size_report.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// The measurements of one Dockerfile: the last ones, and one that a person has pinned as "before".
class MeasurementList {
public:
    static constexpr std::size_t mostMeasurements = 20; ///< Without the pinned one.

    /// The oldest one goes if there are too many.
    void add(Measurement measurement);
    /// Keeps a copy of `measurements()[index]` until another one is pinned. \pre `index` exists.
    void pin(std::size_t index);
    void unpin() { m_pinned.reset(); }

    const std::vector<Measurement> &measurements() const { return m_measurements; } ///< The newest last.
    /// Null if none is pinned.
    const Measurement *pinned() const { return m_pinned ? &*m_pinned : nullptr; }
    /// The newest one of the text with this hashOf(), null if there is none.
    const Measurement *ofText(std::string_view textHash) const;
    /// What the newest one is compared with: the pinned one, or else the newest of another text and of the same store. Null if
    /// there is none.
    const Measurement *before() const;

    /// JSON of one line.
    std::string text() const;
    /// What text() gave. Measurements that cannot be read are left out. \returns an Error if it is no such text.
    static Result<MeasurementList> read(std::string_view text);

private:
    std::vector<Measurement> m_measurements;
    std::optional<Measurement> m_pinned;
};

} // namespace drydock
