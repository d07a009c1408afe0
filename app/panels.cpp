// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

#include <utility>

namespace drydock::app {

Panels::Panels(QMainWindow &window)
    : m_window(window)
{ }

void Panels::add(PanelPlan plan)
{
    plan.action->setCheckable(true);
    const std::size_t index = m_panels.size();
    connect(plan.action, &QAction::triggered, this, [this, index](bool on) {
        if (on)
            show(index, true);
        else if (m_panels[index].dock)
            m_panels[index].dock->close();
    });
    m_panels.push_back({std::move(plan), nullptr});
}

void Panels::ensure(std::size_t index)
{
    Panel &panel = m_panels[index];
    if (panel.dock)
        return;
    panel.dock = panel.plan.make();
    panel.dock->setObjectName(panel.plan.id);
    panel.dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    if (!m_window.restoreDockWidget(panel.dock)) {
        m_window.addDockWidget(panel.plan.area, panel.dock);
        // Beside each other they would leave nothing for the graph.
        for (const Panel &other : m_panels)
            if (other.dock && other.dock != panel.dock && other.dock->isVisible()
                && m_window.dockWidgetArea(other.dock) == panel.plan.area)
                m_window.tabifyDockWidget(other.dock, panel.dock);
        const bool isSide
            = panel.plan.area == Qt::LeftDockWidgetArea || panel.plan.area == Qt::RightDockWidgetArea;
        m_window.resizeDocks({panel.dock}, {panel.plan.width}, isSide ? Qt::Horizontal : Qt::Vertical);
    }
    connect(panel.dock, &QDockWidget::visibilityChanged, this, [this, index](bool isVisible) {
        const Panel &changed = m_panels[index];
        // Behind another tab it is not visible, but still open.
        changed.plan.action->setChecked(!changed.dock->isHidden());
        if (isVisible)
            emit shown(changed.plan.id);
    });
}

void Panels::show(std::size_t index, bool takeFocus)
{
    ensure(index);
    Panel &panel = m_panels[index];
    panel.dock->show();
    panel.dock->raise();
    panel.plan.action->setChecked(true);
    emit shown(panel.plan.id);
    if (takeFocus && panel.dock->widget())
        panel.dock->widget()->setFocus(Qt::ShortcutFocusReason);
}

void Panels::restore(const QStringList &open)
{
    for (std::size_t i = 0; i < m_panels.size(); ++i)
        if (open.contains(m_panels[i].plan.id))
            show(i, false);
}

QStringList Panels::open() const
{
    if (m_areHidden)
        return m_hidden;
    QStringList ids;
    for (const Panel &panel : m_panels)
        if (panel.dock && !panel.dock->isHidden())
            ids.append(panel.plan.id);
    return ids;
}

std::vector<QDockWidget *> Panels::visible() const
{
    std::vector<QDockWidget *> docks;
    for (const Panel &panel : m_panels)
        if (panel.dock && panel.dock->isVisible())
            docks.push_back(panel.dock);
    return docks;
}

void Panels::hideAll()
{
    if (m_areHidden)
        return;
    m_hidden = open();
    m_areHidden = true;
    for (const Panel &panel : m_panels)
        if (panel.dock)
            panel.dock->hide();
}

void Panels::showAgain()
{
    if (!std::exchange(m_areHidden, false))
        return;
    restore(std::exchange(m_hidden, {}));
}

} // namespace drydock::app
