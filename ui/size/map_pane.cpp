// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/map_pane.h"

#include "ui/common/tool_tip.h"
#include "ui/size/elided_label.h"
#include "ui/size/size_words.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace drydock::ui {
namespace {

constexpr int longestCrumb = 150; ///< Pixels.
constexpr std::size_t mostCrumbs = 5;

} // namespace

MapPane::MapPane(MapShape shape, QWidget *parent)
    : QWidget(parent)
    , m_path(new QHBoxLayout)
    , m_current(new ElidedLabel(this))
    , m_map(new FileMap(shape, this))
{
    m_path->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 12, 4);
    row->addLayout(m_path);
    row->addStretch();
    row->addWidget(m_current);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_map, 1);
    setFocusProxy(m_map);
    connect(m_map, &FileMap::rootChanged, this, &MapPane::showPath);
    connect(m_map, &FileMap::currentChanged, this,
            [this](std::size_t node) { m_current->setText(m_map->describe(node)); });
}

void MapPane::setTree(std::shared_ptr<const MapTree> tree)
{
    m_tree = tree;
    m_map->setTree(std::move(tree));
}

void MapPane::setTheme(ThemeKind kind)
{
    m_map->setTheme(kind);
    m_current->setColor(Theme::of(kind).color(Role::SecondaryText));
}

void MapPane::showPath(std::size_t root)
{
    while (QLayoutItem *item = m_path->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    if (!m_tree || root >= m_tree->size())
        return;
    std::vector<std::size_t> path = m_tree->pathTo(root);
    // The stage and the last few: what lies between is on the way of Backspace.
    if (path.size() > mostCrumbs)
        path.erase(path.begin() + 1, path.end() - std::ptrdiff_t(mostCrumbs - 1));
    for (const std::size_t node : path) {
        auto *crumb = new QToolButton(this);
        const QString name = m_tree->nameOf(node);
        crumb->setAutoRaise(true);
        const QString shown = crumb->fontMetrics().elidedText(name, Qt::ElideRight, longestCrumb);
        // An ampersand is a letter here.
        crumb->setText((node == path.front() ? QString() : QStringLiteral("▸ "))
                       + QString(shown).replace(u'&', QStringLiteral("&&")));
        crumb->setToolTip(asToolTip(name));
        crumb->setAccessibleName(tr("Up to %1").arg(name));
        connect(crumb, &QToolButton::clicked, m_map, [this, node] { m_map->setRoot(node); });
        m_path->addWidget(crumb);
    }
}

} // namespace drydock::ui
