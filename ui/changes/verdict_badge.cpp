// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/verdict_badge.h"

#include <QPainter>

namespace drydock::ui {
namespace {

constexpr int sideMargin = 9;
constexpr int topMargin = 2;

} // namespace

VerdictBadge::VerdictBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVerdict(Verdict::Safe);
}

void VerdictBadge::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    setAccessibleName(text());
    switch (verdict) {
    case Verdict::Safe:
        setToolTip(tr("Whatever the program does, it does the same afterwards."));
        break;
    case Verdict::Assumes:
        setToolTip(tr("The program does the same afterwards if what is assumed is so. No text can tell."));
        break;
    case Verdict::Blocked:
        setToolTip(tr("Something stands in the way."));
        break;
    }
    updateGeometry();
    update();
}

void VerdictBadge::setTheme(ThemeKind kind)
{
    m_theme = kind;
    update();
}

QString VerdictBadge::text() const
{
    switch (m_verdict) {
    case Verdict::Safe:
        return tr("✓ Safe");
    case Verdict::Assumes:
        return tr("▲ Assumes");
    case Verdict::Blocked:
        break;
    }
    return tr("✕ Blocked");
}

QSize VerdictBadge::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 2 * sideMargin, metrics.height() + 2 * topMargin};
}

void VerdictBadge::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(m_theme);
    const QColor color = theme.color(m_verdict == Verdict::Safe          ? Role::Cached
                                         : m_verdict == Verdict::Assumes ? Role::Warning
                                                                         : Role::Error);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(theme.color(Role::Node));
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    // Round for what can be clicked through, with corners for what stops.
    const qreal radius = m_verdict == Verdict::Blocked ? 2 : frame.height() / 2;
    painter.drawRoundedRect(frame, radius, radius);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace drydock::ui
