// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette_model.h"

#include "ui/palette/fuzzy_match.h"

#include <algorithm>

namespace drydock::ui {
namespace {

/// What can be done comes before what cannot, but a far better match still comes first.
constexpr int forDisabled = -12;
/// Found only with the help of the place.
constexpr int forPlace = -6;
/// More than anyone looks through.
constexpr std::size_t mostRows = 200;

/// What a screen reader says: a list of what there is, not a sentence.
QString spoken(const PaletteEntry &entry)
{
    QStringList parts {entry.title, entry.place, entry.keys, entry.reason};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

void PaletteModel::setContent(PaletteContent content)
{
    beginResetModel();
    m_rows.clear();
    m_asked.reset();
    m_content = std::move(content);
    endResetModel();
    setQuery({});
}

void PaletteModel::setQuery(const QString &query)
{
    beginResetModel();
    m_rows.clear();
    m_asked.reset();
    const QString wanted = query.trimmed();
    if (m_content.forQuery && !wanted.isEmpty())
        m_asked = m_content.forQuery(wanted);
    for (const PaletteEntry &entry : m_content.entries) {
        const int penalty = wanted.isEmpty() || entry.reason.isEmpty() ? 0 : forDisabled;
        if (std::optional<FuzzyMatch> match = fuzzyMatch(wanted, entry.title)) {
            m_rows.push_back({&entry, match->score + penalty, std::move(match->marks)});
            continue;
        }
        // "view dark": one word from the place, one from the title.
        const QString both = entry.title + u' ' + entry.place;
        if (std::optional<FuzzyMatch> match = fuzzyMatch(wanted, both)) {
            std::erase_if(match->marks, [&](qsizetype at) { return at >= entry.title.size(); });
            m_rows.push_back({&entry, match->score + penalty + forPlace, std::move(match->marks)});
        }
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.score > b.score; });
    if (m_rows.size() > mostRows)
        m_rows.resize(mostRows);
    if (m_asked)
        m_rows.insert(m_rows.begin(), Row {&*m_asked, 0, {}});
    endResetModel();
}

const PaletteEntry &PaletteModel::entry(int row) const
{
    return *m_rows[std::size_t(row)].entry;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_rows.size())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.entry->title;
    case Qt::AccessibleTextRole:
        return spoken(*row.entry);
    case PlaceRole:
        return row.entry->place;
    case KeysRole:
        return row.entry->keys;
    case ReasonRole:
        return row.entry->reason;
    case MarksRole:
        return QVariant::fromValue(QList<qsizetype>(row.marks.begin(), row.marks.end()));
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    // What cannot be done can still be walked to, to read why.
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled : Qt::NoItemFlags;
}

} // namespace drydock::ui
