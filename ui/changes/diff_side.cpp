// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/diff_side.h"

#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>

namespace drydock::ui {
namespace {

constexpr std::size_t longestLine = 4'000; ///< Bytes that are shown.

QString shown(std::string_view bytes)
{
    QString text = QString::fromUtf8(bytes.data(), qsizetype(std::min(bytes.size(), longestLine)));
    // A block of the widget is a line; these would make two of it.
    text.replace(QChar::Null, QChar(0x2400)).replace(u'\r', QChar(0x240D));
    text.replace(QChar::LineSeparator, QChar(0x2424)).replace(QChar::ParagraphSeparator, QChar(0x2424));
    return bytes.size() > longestLine ? text + QChar(0x2026) : text;
}

int lettersIn(std::string_view bytes)
{
    return int(QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).size());
}

} // namespace

class DiffSide::Margin final : public QWidget {
public:
    explicit Margin(DiffSide &side)
        : QWidget(&side)
        , m_side(side)
    { }

protected:
    void paintEvent(QPaintEvent *event) override { m_side.paintMargin(event->rect()); }
    void wheelEvent(QWheelEvent *event) override { m_side.wheelEvent(event); }

private:
    DiffSide &m_side;
};

DiffSide::DiffSide(Which which, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_which(which)
    , m_margin(new Margin(*this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(which == Which::Before ? tr("Text as it is") : tr("Text as it will be"));
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
}

void DiffSide::setTheme(ThemeKind kind)
{
    m_theme = kind;
    fill();
}

const SideLine &DiffSide::mine(const SideRow &row) const
{
    return m_which == Which::Before ? row.before : row.after;
}

void DiffSide::setRows(const std::vector<SideRow> &rows)
{
    m_rows = rows;
    fill();
}

QColor DiffSide::tint(bool isStrong) const
{
    const Theme &theme = Theme::of(m_theme);
    QColor color = theme.color(m_which == Which::Before ? Role::Error : Role::Cached);
    color.setAlpha(isStrong ? (theme.isDark() ? 110 : 80) : (theme.isDark() ? 44 : 28));
    return color;
}

void DiffSide::fill()
{
    const int place = verticalScrollBar()->value();
    const Theme &theme = Theme::of(m_theme);
    m_lines.clear();
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const SideRow &row : m_rows) {
        const SideLine &line = mine(row);
        Line kept {line.number, Sign::None};
        QTextBlockFormat block;
        if (line.number == 0) {
            block.setBackground(QBrush(theme.color(Role::Separator), Qt::BDiagPattern));
        } else if (!row.isSame()) {
            block.setBackground(tint(false));
            const bool isAlone = row.before.number == 0 || row.after.number == 0;
            kept.sign = !isAlone ? Sign::Changed : m_which == Which::Before ? Sign::Removed : Sign::Added;
        }
        if (!m_lines.empty())
            cursor.insertBlock();
        cursor.setBlockFormat(block);
        cursor.setBlockCharFormat({});
        const std::string_view bytes = line.text;
        std::size_t done = 0;
        QTextCharFormat strong;
        strong.setBackground(tint(true));
        if (m_theme == ThemeKind::HighContrast)
            strong.setFontUnderline(true);
        for (const TextRange mark : line.marks) {
            if (mark.end > longestLine)
                break;
            cursor.insertText(shown(bytes.substr(done, mark.begin - done)), {});
            cursor.insertText(shown(bytes.substr(mark.begin, mark.size())), strong);
            done = mark.end;
        }
        cursor.insertText(shown(bytes.substr(done)), {});
        m_lines.push_back(kept);
    }
    cursor.endEditBlock();
    verticalScrollBar()->setValue(place);
    updateMargin();
}

void DiffSide::updateMargin()
{
    std::size_t last = 1;
    for (const Line &line : m_lines)
        last = std::max(last, line.number);
    const int digits = std::max(2, lettersIn(std::to_string(last)));
    const QFontMetrics metrics(font());
    const int width = (digits + 2) * metrics.horizontalAdvance(u'0') + 14;
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
    m_margin->update();
}

void DiffSide::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargin();
}

QRectF DiffSide::rowRect(int row) const
{
    const QTextBlock block = document()->findBlockByNumber(row);
    return block.isValid() ? blockBoundingGeometry(block).translated(contentOffset()) : QRectF();
}

void DiffSide::paintMargin(const QRect &rect)
{
    const Theme &theme = Theme::of(m_theme);
    QPainter painter(m_margin);
    painter.fillRect(rect, theme.color(Role::Canvas));
    painter.setFont(font());
    const QFontMetrics metrics(font());
    const int signWidth = metrics.horizontalAdvance(u'0');
    const int width = m_margin->width();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > rect.bottom())
            break;
        const std::size_t row = std::size_t(block.blockNumber());
        if (row >= m_lines.size() || m_lines[row].number == 0)
            continue;
        const Line &line = m_lines[row];
        const QRectF one(0, place.top(), width, place.height());
        if (line.sign != Sign::None)
            painter.fillRect(one, tint(false));
        painter.setPen(theme.color(Role::SecondaryText));
        painter.drawText(one.adjusted(0, 0, -signWidth - 10, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line.number));
        static const char16_t signs[] = {u' ', u'−', u'+', u'~'};
        painter.setPen(theme.color(m_which == Which::Before ? Role::Error : Role::Cached));
        painter.drawText(one.adjusted(0, 0, -5, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString(QChar(signs[std::size_t(line.sign)])));
    }
}

} // namespace drydock::ui
