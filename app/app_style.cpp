// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_style.h"

#include "app/appearance.h"

#include <QMenuBar>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace drydock::app {
namespace {

using ui::Role;
using ui::Theme;

constexpr qreal cornerRadius = 4;

void fillRounded(QPainter *painter, const QRect &rect, const QColor &fill,
                 const QColor &border = Qt::transparent)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.alpha() ? QPen(border, 1) : Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter->restore();
}

/// Menu and tool bars: between the canvas and the headers of the panes, so that these stand out.
QColor barOf(const Theme &theme)
{
    const QColor canvas = theme.color(Role::Canvas);
    const QColor header = theme.color(Role::Header);
    const double share = theme.isDark() ? 0.35 : 0.6;
    const auto mixed = [share](int a, int b) { return int(a + (b - a) * share); };
    return QColor(mixed(canvas.red(), header.red()), mixed(canvas.green(), header.green()),
                  mixed(canvas.blue(), header.blue()));
}

QColor hoverOf(const Theme &theme, int alpha)
{
    QColor color = theme.color(Role::Text);
    color.setAlpha(alpha);
    return color;
}

void drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    const Theme &theme = themeOf(tab.palette);
    const bool isSelected = tab.state & QStyle::State_Selected;
    painter->fillRect(tab.rect, theme.color(isSelected ? Role::Node : Role::Header));
    if (!isSelected && (tab.state & QStyle::State_MouseOver))
        painter->fillRect(tab.rect, hoverOf(theme, 14));
    if (isSelected)
        painter->fillRect(QRect(tab.rect.left(), tab.rect.top(), tab.rect.width(), 2),
                          theme.color(Role::EdgeCopy));
    painter->fillRect(QRect(tab.rect.right(), tab.rect.top(), 1, tab.rect.height()),
                      theme.color(Role::Separator));
    if (!isSelected)
        painter->fillRect(QRect(tab.rect.left(), tab.rect.bottom(), tab.rect.width(), 1),
                          theme.color(Role::Separator));
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{ }

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    switch (element) {
    case CE_ToolBar:
        painter->fillRect(option->rect, barOf(theme));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme.color(Role::Separator));
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, barOf(theme));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, barOf(theme));
            if (item->state & (State_Selected | State_Sunken))
                fillRounded(painter, item->rect.adjusted(1, 2, -1, -2), hoverOf(theme, 24));
            int flags = Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip;
            flags |= styleHint(SH_UnderlineShortcut, item, widget, nullptr) ? Qt::TextShowMnemonic
                                                                            : Qt::TextHideMnemonic;
            drawItemText(painter, item->rect, flags, item->palette, item->state & State_Enabled, item->text,
                         QPalette::WindowText);
            return;
        }
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, theme.color(Role::Separator));
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(*tab, painter);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    switch (element) {
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, theme.color(Role::Header));
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                          theme.color(Role::Separator));
        return;
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(
            QRect(option->rect.center().x(), option->rect.top() + 6, 1, option->rect.height() - 12),
            theme.color(Role::Separator));
        return;
    case PE_PanelButtonTool:
        if (option->state & (State_Sunken | State_On))
            fillRounded(painter, option->rect, hoverOf(theme, 36));
        else if (option->state & State_MouseOver && option->state & State_Enabled)
            fillRounded(painter, option->rect, hoverOf(theme, 20));
        return;
    case PE_IndicatorTabClose: {
        const bool isHovered = option->state & State_MouseOver && option->state & State_Enabled;
        if (isHovered)
            fillRounded(painter, option->rect, hoverOf(theme, 30));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.color(isHovered ? Role::Text : Role::SecondaryText), 1.4, Qt::SolidLine,
                             Qt::RoundCap));
        const QPointF middle = QRectF(option->rect).center();
        constexpr qreal arm = 3.2;
        painter->drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
        painter->drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
        painter->restore();
        return;
    }
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, theme.color(Role::Separator));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme.color(Role::Separator));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 1;
    case PM_ToolBarFrameWidth:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuBarVMargin:
        return 3;
    case PM_MenuBarHMargin:
        return 8;
    case PM_ToolBarItemMargin:
        return 5;
    case PM_ToolBarItemSpacing:
        return 3;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_TabBarTabHSpace:
        return 28;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returnData) const
{
    if (hint == SH_TabBar_Alignment)
        return Qt::AlignLeft;
    // The letters work without lines below them; the menus still show theirs.
    if (hint == SH_UnderlineShortcut && qobject_cast<const QMenuBar *>(widget))
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace drydock::app
