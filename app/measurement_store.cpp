// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/measurement_store.h"

namespace drydock::app {

MeasurementList MeasurementStore::measurementsOf(const QString &path) const
{
    const QByteArray bytes = m_store.bytesOf(path);
    if (bytes.isEmpty())
        return {};
    Result<MeasurementList> list = MeasurementList::read({bytes.constData(), std::size_t(bytes.size())});
    return list ? std::move(*list) : MeasurementList();
}

void MeasurementStore::keep(const QString &path, const MeasurementList &measurements) const
{
    m_store.keep(path, QByteArray::fromStdString(measurements.text()));
}

} // namespace drydock::app
