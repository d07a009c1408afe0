// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/path_store.h"
#include "model/image/measurement_list.h"

namespace drydock::app {

/// What was measured of files, and what is pinned: kept from run to run.
class MeasurementStore {
public:
    explicit MeasurementStore(const QString &folder = PathStore::folderOf(QStringLiteral("measurements")))
        : m_store(folder)
    { }

    /// Empty if nothing was kept, or if it cannot be read. \param path of the Dockerfile; empty for one that has no place.
    MeasurementList measurementsOf(const QString &path) const;
    void keep(const QString &path, const MeasurementList &measurements) const;

private:
    PathStore m_store;
};

} // namespace drydock::app
