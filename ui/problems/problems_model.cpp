// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_model.h"

#include "ui/common/translated.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace drydock::ui {

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return ProblemsModel::tr("Advice");
    case Severity::Warning:
        return ProblemsModel::tr("Warning");
    case Severity::Error:
        return ProblemsModel::tr("Error");
    }
    return {};
}

QString glyphFor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("\u25CF");
    case Severity::Warning:
        return QStringLiteral("\u25B2");
    case Severity::Error:
        return QStringLiteral("\u2715");
    }
    return {};
}

Role roleFor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Role::SecondaryText;
    case Severity::Warning:
        return Role::Warning;
    case Severity::Error:
        return Role::Error;
    }
    return Role::Text;
}

void ProblemsModel::setAnalysis(std::shared_ptr<const Analysis> analysis)
{
    beginResetModel();
    m_analysis = std::move(analysis);
    endResetModel();
}

void ProblemsModel::setTheme(ThemeKind kind)
{
    m_theme = kind;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_analysis ? 0 : int(m_analysis->diagnostics.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::size_t ProblemsModel::lineOf(const Diagnostic &finding) const
{
    return m_analysis->text().lineAt(std::min(finding.range.begin, m_analysis->text().size())) + 1;
}

QVariant ProblemsModel::text(const Diagnostic &finding, int column) const
{
    switch (column) {
    case Message:
        return translated("lint", finding.message).simplified();
    case RuleId:
        return QString::fromStdString(finding.rule);
    case Line:
        return qulonglong(lineOf(finding));
    case Saves:
        return finding.savedBytes == 0 ? QString()
                                       : QStringLiteral("\u2248 ")
                + QLocale().formattedDataSize(qint64(finding.savedBytes), 0, QLocale::DataSizeSIFormat);
    default:
        return {};
    }
}

QPixmap ProblemsModel::sign(Severity severity) const
{
    const QString glyph = glyphFor(severity);
    const int side = QFontMetrics(qApp->font()).height();
    const qreal ratio = qApp->devicePixelRatio();
    QPixmap picture(int(side * ratio), int(side * ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(qApp->font());
    painter.setPen(Theme::of(m_theme).color(roleFor(severity)));
    painter.drawText(QRect(0, 0, side, side), Qt::AlignCenter, glyph);
    return picture;
}

QVariant ProblemsModel::sortKey(const Diagnostic &finding, int column) const
{
    switch (column) {
    case Message: // The worst first.
        return 2 - int(finding.severity);
    case Line:
        return qulonglong(finding.range.begin);
    case Saves: // What saves most first.
        return -qlonglong(finding.savedBytes);
    default:
        return text(finding, column);
    }
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Diagnostic &finding = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(finding, index.column());
    case Qt::DecorationRole:
        return index.column() == Message ? QVariant(sign(finding.severity)) : QVariant();
    case Qt::ForegroundRole:
        return Theme::of(m_theme).color(index.column() == Message ? Role::Text : Role::SecondaryText);
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(translated("lint", finding.message).toHtmlEscaped());
    case Qt::TextAlignmentRole:
        return index.column() == Line || index.column() == Saves ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                                 : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() == Message)
            return tr("%1: %2").arg(wordFor(finding.severity),
                                    translated("lint", finding.message).simplified());
        return text(finding, index.column());
    case sortRole:
        return sortKey(finding, index.column());
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Line || section == Saves ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                   : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Message:
        return tr("Problem");
    case RuleId:
        return tr("Rule");
    case Line:
        return tr("Line");
    case Saves:
        return tr("Saves");
    default:
        return {};
    }
}

} // namespace drydock::ui
