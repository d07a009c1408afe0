// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_style.h"

#include "app/appearance.h"
#include "app/icons.h"

#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace drydock::app {
namespace {

using ui::Role;
using ui::Theme;

constexpr qreal cornerRadius = 4;

void fillRounded(QPainter *painter, const QRect &rect, const QColor &fill,
                 const QColor &border = Qt::transparent, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.alpha() ? QPen(border, width) : Qt::NoPen);
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), cornerRadius, cornerRadius);
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

void drawCheck(QPainter *painter, const QRectF &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    painter->drawPolyline(QPolygonF {at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)});
    painter->restore();
}

/// As the headers of graph and text, so that panels stand in one line with them.
void drawDockTitle(const QStyleOptionDockWidget &dock, QPainter *painter)
{
    const Theme &theme = themeOf(dock.palette);
    painter->fillRect(dock.rect,
                      theme.color(theme.kind() == ui::ThemeKind::Dark ? Role::Node : Role::Header));
    painter->fillRect(QRect(dock.rect.left(), dock.rect.bottom(), dock.rect.width(), 1),
                      theme.color(Role::Separator));
    painter->save();
    QFont bold = painter->font();
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(theme.color(Role::Text));
    const QRect line = dock.rect.adjusted(12, 0, dock.closable ? -36 : -12, -1);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(dock.title, Qt::ElideRight, line.width()));
    painter->restore();
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
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.color(Role::Header));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme.color(Role::Separator));
        return;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            drawDockTitle(*dock, painter);
            return;
        }
        break;
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
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            const bool hasFocus = option->state & State_HasFocus;
            fillRounded(painter, option->rect, option->palette.color(QPalette::Base),
                        theme.color(hasFocus ? Role::EdgeCopy : Role::Border), hasFocus ? 2 : 1);
            return;
        }
        break;
    case PE_PanelButtonCommand: {
        const bool isOn = option->state & (State_Sunken | State_On);
        const bool isUsable = option->state & State_Enabled;
        const bool hasFocus = option->state & State_HasFocus && option->state & State_KeyboardFocusChange;
        fillRounded(painter, option->rect, option->palette.color(QPalette::Button),
                    theme.color(hasFocus       ? Role::EdgeCopy
                                    : isUsable ? Role::Border
                                               : Role::Separator),
                    hasFocus ? 2 : 1);
        if (isUsable && (isOn || option->state & State_MouseOver))
            fillRounded(painter, option->rect, hoverOf(theme, isOn ? 36 : 16));
        return;
    }
    case PE_IndicatorCheckBox: {
        const bool isOn = option->state & State_On;
        const bool hasFocus = option->state & State_HasFocus;
        fillRounded(painter, option->rect, theme.color(isOn ? Role::EdgeCopy : Role::Canvas),
                    theme.color(hasFocus || isOn ? Role::EdgeCopy : Role::Border), hasFocus ? 2 : 1);
        if (isOn)
            drawCheck(painter, option->rect, option->palette.color(QPalette::HighlightedText));
        return;
    }
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget))
            return; // The border says it.
        break;
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
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin:
        return 8; // Left of what stands in a row of a list.
    case PM_DockWidgetTitleMargin:
        return 9;
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

QRect AppStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_DockWidgetCloseButton) {
        constexpr int side = 22;
        return {option->rect.right() - side - 8, option->rect.center().y() - side / 2, side, side};
    }
    if (element == SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget).adjusted(4, 0, -4, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

/// Rows of lists and tables with room to aim at.
QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ItemViewItem)
        result.rheight() += 8;
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_PushButton)
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 12));
    return result;
}

QIcon AppStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    if (pixmap == SP_TitleBarCloseButton)
        return symbolicIcon(QStringLiteral("close"));
    return QProxyStyle::standardIcon(pixmap, option, widget);
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
