// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace drydock::ui {

/// One thing that can be done or gone to.
struct PaletteEntry {
    QString title; ///< "Save As…". What is searched first, and marked.
    QString place; ///< "File", "line 12": where it is found otherwise. Searched too.
    QString keys; ///< As the reader's keyboard names them; may be empty.
    QString reason; ///< Why it cannot be done now; empty if it can.
    std::function<void()> run;
};

/// What the palette offers. Made anew each time it opens.
struct PaletteContent {
    std::vector<PaletteEntry> entries; ///< In the order they stand in without a query.
    /// Something that only exists because it was asked for ("Go to line 12"); comes first. May be null.
    std::function<std::optional<PaletteEntry>(const QString &query)> forQuery;
};

/// The entries that answer to a query, the best first.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role : std::uint16_t {
        PlaceRole = Qt::UserRole,
        KeysRole,
        ReasonRole,
        MarksRole, ///< QList<qsizetype>: the letters of the title that answered.
    };

    using QAbstractListModel::QAbstractListModel;

    void setContent(PaletteContent content);
    void setQuery(const QString &query);
    /// \pre 0 <= row < rowCount()
    const PaletteEntry &entry(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        const PaletteEntry *entry; ///< Lives in m_content or m_asked.
        int score;
        std::vector<qsizetype> marks;
    };
    PaletteContent m_content;
    std::optional<PaletteEntry> m_asked;
    std::vector<Row> m_rows;
};

} // namespace drydock::ui
