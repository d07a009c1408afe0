// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/margin_marks.h"

#include "ui/text/scintilla_call.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr int numberMargin = 0;
constexpr int foldMargin = 1;
constexpr int barMargin = 2;
constexpr int barWidth = 4;
constexpr int symbolWidth = 14;
constexpr int minDigits = 2;

} // namespace

struct MarginMarks::Row {
    std::size_t line = 0; ///< Of the text, from 0.
    std::size_t sciLine = 0;
    QRect rect; ///< The whole width.
    int firstHeight = 0; ///< Of its first display line.
    bool hasNumber = true; ///< False behind a lone CR, which ends a line for Scintilla only.
    bool isCurrent = false;
};

std::vector<StageBar> stageBars(const Analysis &analysis)
{
    const Syntax &syntax = analysis.syntax;
    std::vector<StageBar> bars;
    bars.reserve(syntax.stages.size());
    for (std::size_t i = 0; i < syntax.stages.size(); ++i) {
        const Stage &stage = syntax.stages[i];
        bars.push_back({syntax.text.lineAt(syntax.blockOf({i}).begin), syntax.at(stage.last).lastLine - 1U,
                        i >= analysis.graph.nodes.size() || analysis.graph.nodes[i].isReachable});
    }
    return bars;
}

MarginMarks::MarginMarks(QsciScintilla &editor)
    : m_editor(editor)
    , m_analysis(analyse(SourceText()))
{
    for (int margin = 0; margin < 5; ++margin) {
        send(editor, Sci::SCI_SETMARGINTYPEN, static_cast<std::size_t>(margin), Sci::SC_MARGIN_SYMBOL);
        send(editor, Sci::SCI_SETMARGINWIDTHN, static_cast<std::size_t>(margin), 0);
        send(editor, Sci::SCI_SETMARGINMASKN, static_cast<std::size_t>(margin), 0);
    }
    send(editor, Sci::SCI_SETMARGINMASKN, foldMargin, static_cast<long>(Sci::SC_MASK_FOLDERS));
    send(editor, Sci::SCI_SETMARGINSENSITIVEN, foldMargin, 1);
    send(editor, Sci::SCI_SETAUTOMATICFOLD,
         Sci::SC_AUTOMATICFOLD_SHOW | Sci::SC_AUTOMATICFOLD_CLICK | Sci::SC_AUTOMATICFOLD_CHANGE);
    for (std::size_t marker = Sci::SC_MARKNUM_FOLDEREND; marker <= Sci::SC_MARKNUM_FOLDEROPEN; ++marker)
        send(editor, Sci::SCI_MARKERDEFINE, marker, Sci::SC_MARK_EMPTY); // We paint them.
    send(editor, Sci::SCI_SETMARGINLEFT, 0, 10);
}

void MarginMarks::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QColor paper = theme.color(Role::Canvas);
    m_editor.SendScintilla(Sci::SCI_SETFOLDMARGINCOLOUR, 1UL, paper);
    m_editor.SendScintilla(Sci::SCI_SETFOLDMARGINHICOLOUR, 1UL, paper);
}

void MarginMarks::setFont(const QFont &font)
{
    m_font = font;
}

void MarginMarks::setAnalysis(std::shared_ptr<const Analysis> analysis, const std::vector<EditSet> &edits)
{
    for (LineNote &note : m_notes) {
        std::size_t offset = m_analysis->text().offsetOf({note.line, 0});
        for (const EditSet &set : edits)
            offset = set.mapOffset(offset);
        note.line = analysis->text().lineAt(std::min(offset, analysis->text().size()));
    }
    m_analysis = std::move(analysis);
    m_bars = stageBars(*m_analysis);
    m_problems.clear();
    for (const Diagnostic &diagnostic : m_analysis->diagnostics)
        m_problems.emplace_back(m_analysis->text().lineAt(diagnostic.range.begin), diagnostic.severity);
    // The worst of a line comes first.
    std::sort(m_problems.begin(), m_problems.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
}

void MarginMarks::setSelectedStage(StageIndex stage)
{
    m_selectedStage = stage;
}

void MarginMarks::setNotes(std::vector<LineNote> notes)
{
    m_notes = std::move(notes);
}

QFont MarginMarks::numberFont() const
{
    QFont font = m_font;
    const auto zoom = static_cast<double>(send(m_editor, Sci::SCI_GETZOOM));
    font.setPointSizeF(std::max(5.0, (font.pointSizeF() + zoom) * 0.92));
    return font;
}

void MarginMarks::updateWidths()
{
    const auto digits = static_cast<int>(std::to_string(m_analysis->text().lineCount()).size());
    const double digit = QFontMetricsF(numberFont()).horizontalAdvance(QLatin1Char('0'));
    const int numbers = static_cast<int>(std::ceil(std::max(digits, minDigits) * digit));
    const auto lineHeight = static_cast<int>(send(m_editor, Sci::SCI_TEXTHEIGHT));
    const auto set = [this](std::size_t margin, int width) {
        if (send(m_editor, Sci::SCI_GETMARGINWIDTHN, margin) != width)
            send(m_editor, Sci::SCI_SETMARGINWIDTHN, margin, width);
    };
    set(numberMargin, 6 + symbolWidth + 4 + numbers + 2);
    set(foldMargin, std::max(12, lineHeight * 3 / 4));
    set(barMargin, barWidth);
}

MarginMarks::Columns MarginMarks::columns() const
{
    const auto width = [this](std::size_t margin) {
        return static_cast<int>(send(m_editor, Sci::SCI_GETMARGINWIDTHN, margin));
    };
    Columns columns;
    columns.symbol = 6;
    columns.fold = width(numberMargin);
    columns.number = columns.fold - 2;
    columns.bar = columns.fold + width(foldMargin);
    columns.end = columns.bar + width(barMargin);
    return columns;
}

int MarginMarks::textLeft() const
{
    return columns().end + static_cast<int>(send(m_editor, Sci::SCI_GETMARGINLEFT));
}

void MarginMarks::paint(QPainter &painter, const QRegion &dirty) const
{
    const SourceText &text = m_analysis->text();
    if (sendSize(m_editor, Sci::SCI_GETLENGTH) != text.size())
        return; // In the midst of a change.
    painter.setRenderHint(QPainter::Antialiasing);
    const auto lineHeight = static_cast<int>(send(m_editor, Sci::SCI_TEXTHEIGHT));
    const std::size_t top = sendSize(m_editor, Sci::SCI_GETFIRSTVISIBLELINE);
    const std::size_t count = sendSize(m_editor, Sci::SCI_GETLINECOUNT);
    const std::size_t caretLine
        = sendSize(m_editor, Sci::SCI_LINEFROMPOSITION, sendSize(m_editor, Sci::SCI_GETCURRENTPOS));
    for (std::size_t line = sendSize(m_editor, Sci::SCI_DOCLINEFROMVISIBLE, top); line < count; ++line) {
        if (send(m_editor, Sci::SCI_GETLINEVISIBLE, line) == 0)
            continue;
        const long displayLine = send(m_editor, Sci::SCI_VISIBLEFROMDOCLINE, line);
        const int y = static_cast<int>(displayLine - static_cast<long>(top)) * lineHeight;
        if (y > dirty.boundingRect().bottom())
            break;
        // Not SCI_WRAPCOUNT: that lays the line out, also one that need not be painted.
        const auto wraps
            = static_cast<int>(send(m_editor, Sci::SCI_VISIBLEFROMDOCLINE, line + 1) - displayLine);
        const QRect rect(0, y, m_editor.viewport()->width(), wraps * lineHeight);
        if (!dirty.intersects(rect))
            continue;
        const std::size_t start = sendSize(m_editor, Sci::SCI_POSITIONFROMLINE, line);
        const std::size_t textLine = text.lineAt(start);
        paintRow(painter,
                 {textLine, line, rect, lineHeight, text.lineStart(textLine) == start, line == caretLine});
    }
}

void MarginMarks::paintRow(QPainter &painter, const Row &row) const
{
    const Columns place = columns();
    QRect margin = row.rect;
    margin.setWidth(place.end);
    if (row.isCurrent)
        painter.fillRect(row.rect.adjusted(0, 0, textLeft() - row.rect.width(), 0),
                         m_theme.color(Role::SelectedLine));
    if (row.hasNumber) {
        painter.setFont(numberFont());
        painter.setPen(m_theme.color(row.isCurrent ? Role::Text : Role::Dimmed));
        painter.drawText(QRect(0, row.rect.top(), place.number, row.firstHeight),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(row.line + 1));
        const auto problem
            = std::lower_bound(m_problems.begin(), m_problems.end(), row.line,
                               [](const auto &entry, std::size_t line) { return entry.first < line; });
        if (problem != m_problems.end() && problem->first == row.line)
            paintSymbol(painter, row, problem->second);
        paintFold(painter, row);
    }
    paintBar(painter, row);
    const auto note
        = std::lower_bound(m_notes.begin(), m_notes.end(), row.line,
                           [](const LineNote &entry, std::size_t line) { return entry.line < line; });
    if (note != m_notes.end() && note->line == row.line && row.hasNumber)
        paintNote(painter, row, *note);
}

void MarginMarks::paintSymbol(QPainter &painter, const Row &row, Severity severity) const
{
    const qreal size = std::min<qreal>(symbolWidth - 3, row.firstHeight * 0.55);
    const QPointF middle(columns().symbol + symbolWidth / 2.0, row.rect.top() + row.firstHeight / 2.0);
    const qreal r = size / 2;
    switch (severity) {
    case Severity::Error: {
        painter.setPen(QPen(m_theme.color(Role::Error), 2, Qt::SolidLine, Qt::RoundCap));
        const qreal d = r * 0.75;
        painter.drawLine(middle + QPointF(-d, -d), middle + QPointF(d, d));
        painter.drawLine(middle + QPointF(-d, d), middle + QPointF(d, -d));
        break;
    }
    case Severity::Warning: {
        QPainterPath triangle(middle + QPointF(0, -r * 0.9));
        triangle.lineTo(middle + QPointF(r, r * 0.8));
        triangle.lineTo(middle + QPointF(-r, r * 0.8));
        triangle.closeSubpath();
        painter.fillPath(triangle, m_theme.color(Role::Warning));
        break;
    }
    case Severity::Info:
        painter.setPen(QPen(m_theme.color(Role::SecondaryText), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, r * 0.6, r * 0.6);
        break;
    }
}

void MarginMarks::paintFold(QPainter &painter, const Row &row) const
{
    if ((send(m_editor, Sci::SCI_GETFOLDLEVEL, row.sciLine) & static_cast<long>(Sci::SC_FOLDLEVELHEADERFLAG))
        == 0)
        return;
    const bool isOpen = send(m_editor, Sci::SCI_GETFOLDEXPANDED, row.sciLine) != 0;
    const Columns place = columns();
    const QPointF middle((place.fold + place.bar) / 2.0, row.rect.top() + row.firstHeight / 2.0);
    const qreal r = std::max(2.5, row.firstHeight / 7.0);
    QPolygonF chevron;
    if (isOpen)
        chevron << middle + QPointF(-r, -r / 2) << middle + QPointF(0, r / 2) << middle + QPointF(r, -r / 2);
    else
        chevron << middle + QPointF(-r / 2, -r) << middle + QPointF(r / 2, 0) << middle + QPointF(-r / 2, r);
    painter.setPen(QPen(m_theme.color(isOpen ? Role::Dimmed : Role::Text), 1.3, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(chevron);
    if (isOpen)
        return;
    // What is folded away is said behind the line.
    const auto last = send(m_editor, Sci::SCI_GETLASTCHILD, row.sciLine, -1);
    const QString hidden = QStringLiteral("⋯ %1").arg(last - static_cast<long>(row.sciLine));
    const long end = send(m_editor, Sci::SCI_GETLINEENDPOSITION, row.sciLine);
    const auto x = static_cast<int>(send(m_editor, Sci::SCI_POINTXFROMPOSITION, 0, end));
    const QFontMetricsF metrics(numberFont());
    QRectF pill(x + 10, row.rect.top() + 2, metrics.horizontalAdvance(hidden) + 12, row.firstHeight - 4);
    painter.setPen(m_theme.color(Role::Separator));
    painter.setBrush(m_theme.color(Role::Header));
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(m_theme.color(Role::SecondaryText));
    painter.setFont(numberFont());
    painter.drawText(pill, Qt::AlignCenter, hidden);
}

void MarginMarks::paintBar(QPainter &painter, const Row &row) const
{
    const auto behind
        = std::upper_bound(m_bars.begin(), m_bars.end(), row.line,
                           [](std::size_t line, const StageBar &bar) { return line < bar.firstLine; });
    if (behind == m_bars.begin())
        return;
    const StageBar &bar = *std::prev(behind);
    const auto index = static_cast<std::size_t>(std::prev(behind) - m_bars.begin());
    if (bar.firstLine == row.line && row.line > 0 && row.hasNumber)
        painter.fillRect(QRect(0, row.rect.top(), row.rect.width(), 1), m_theme.color(Role::Separator));
    if (row.line > bar.lastLine)
        return;
    const bool isSelected = m_selectedStage.value == index;
    QColor color = m_theme.color(index % 2 == 0 ? Role::Border : Role::EdgeFrom);
    if (isSelected)
        color = m_theme.color(Role::EdgeCopy);
    QRect rect(columns().bar, row.rect.top(), barWidth, row.rect.height());
    if (bar.firstLine == row.line)
        rect.setTop(rect.top() + 2); // A gap between neighbours.
    if (bar.isReachable) {
        painter.fillRect(rect, color);
        return;
    }
    // Hatched, in step with the text so that scrolling does not make it crawl.
    painter.save();
    painter.setClipRect(rect);
    painter.setPen(QPen(color, 1.4));
    for (int y = row.rect.top() - barWidth; y < row.rect.bottom() + barWidth; y += 4)
        painter.drawLine(QPointF(rect.left(), y + barWidth), QPointF(rect.right() + 1, y));
    painter.restore();
}

void MarginMarks::paintNote(QPainter &painter, const Row &row, const LineNote &note) const
{
    const QFont font = numberFont();
    const QFontMetricsF metrics(font);
    const qreal markRoom = metrics.horizontalAdvance(QLatin1Char('M')) * 2;
    const QRectF rect(row.rect.left(), row.rect.top(), row.rect.width() - 12, row.firstHeight);
    const qreal left = rect.right() - markRoom - metrics.horizontalAdvance(note.text) - 12;
    const long end = send(m_editor, Sci::SCI_GETLINEENDPOSITION, row.sciLine);
    if (static_cast<qreal>(send(m_editor, Sci::SCI_POINTXFROMPOSITION, 0, end)) > left)
        return; // The text comes first.
    painter.setFont(font);
    painter.setPen(m_theme.color(note.textRole));
    painter.drawText(rect.adjusted(0, 0, -markRoom, 0), Qt::AlignRight | Qt::AlignVCenter, note.text);
    painter.setPen(m_theme.color(note.markRole));
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, note.mark);
}

} // namespace drydock::ui
