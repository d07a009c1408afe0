// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_layers.h"

#include <QString>
#include <QStringList>

namespace drydock {

/// A line per entry: "PATH BYTES"; "/" behind is a folder, "-" in front deletes, "=" in front empties. Layers stand apart by "--".
inline ImageContents madeImage(const QString &text)
{
    ImageContents image;
    const QStringList layers = text.split("--\n");
    for (const QString &lines : layers) {
        FileLayer layer;
        layer.historyEntry = image.layers.size();
        for (const QString &line : lines.split('\n', Qt::SkipEmptyParts)) {
            LayerEntry entry;
            QString path = line.section(' ', 0, 0);
            entry.bytes = line.section(' ', 1).toULongLong();
            if (path.startsWith('-') || path.startsWith('=')) {
                entry.kind = path.startsWith('-') ? LayerEntryKind::Removed : LayerEntryKind::Emptied;
                path.remove(0, 1);
            } else if (path.endsWith('/')) {
                entry.kind = LayerEntryKind::Folder;
                path.chop(1);
            }
            entry.path = path.toStdString();
            layer.bytes += entry.bytes;
            layer.entries.push_back(std::move(entry));
        }
        image.history.push_back({});
        image.history.back().bytes = layer.bytes;
        image.layers.push_back(std::move(layer));
    }
    return image;
}

} // namespace drydock
