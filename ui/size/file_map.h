// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/size/map_tree.h"

#include <QWidget>

#include <memory>

namespace drydock::ui {

enum class MapShape : std::uint8_t {
    Treemap, ///< Areas in areas.
    Icicle, ///< A row for each level, below what they are part of.
};

/// Where a node is drawn.
struct MapTile {
    std::size_t node = 0;
    QRectF rect;
    QRectF label; ///< Where its name may stand; empty if there is no room for one.
    bool isOpen = false; ///< What is in it has tiles of its own; they come later in the list.
};

/// Stage, layers, directories and files as areas that are as large as what they weigh. A click or Enter goes into one,
/// Backspace out again; arrows walk: to and fro beside each other, up and down from whole to part.
class FileMap final : public QWidget {
    Q_OBJECT

public:
    explicit FileMap(MapShape shape, QWidget *parent = nullptr);

    /// Begins at the stage. \param tree shared; null: nothing.
    void setTree(std::shared_ptr<const MapTree> tree);
    void setTheme(ThemeKind kind);
    /// Shows `node` as the whole.
    void setRoot(std::size_t node);
    std::size_t root() const { return m_root; }
    std::size_t current() const { return m_current; }
    const std::vector<MapTile> &tiles() const { return m_tiles; }
    /// "/usr/local/go: 220 MB, 31.5 % of build · base image".
    QString describe(std::size_t node) const;

    /// What a tile is filled with; letters in Role::Text can be read on it.
    static QColor fillOf(const Theme &theme, LayerCategory category, bool isOpen);

    QSize sizeHint() const override { return {600, 240}; }
    QSize minimumSizeHint() const override { return {120, 60}; }

signals:
    void rootChanged(std::size_t node);
    void currentChanged(std::size_t node);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void layOut();
    std::vector<MapTile> tilesOf(const QRectF &area) const;
    void setCurrent(std::size_t node);
    void enter(std::size_t node);
    std::size_t tileAt(QPointF place) const; ///< Size of the list: none.
    bool isDrawn(std::size_t node) const;
    void stepInto(); ///< To the first part that is drawn.
    void step(int direction); ///< To the one before or behind, under the same parent.
    QRectF onScreen(const QRectF &rect) const; ///< Mirrored where people read from the right.
    void paintTile(QPainter &painter, const MapTile &tile, const Theme &theme) const;

    MapShape m_shape;
    std::shared_ptr<const MapTree> m_tree;
    std::vector<MapTile> m_tiles;
    std::vector<bool> m_isDrawn; ///< By node.
    std::size_t m_root = 0;
    std::size_t m_current = 0;
    std::size_t m_hovered; ///< A node; none: SIZE_MAX.
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
