// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_scene.h"

#include <QGraphicsView>
#include <QPixmap>
#include <QToolButton>
#include <QWidget>

#include <optional>
#include <vector>

namespace drydock::ui {

class GraphLegend;
class GraphView;

/// The whole picture, small, with a frame for what is in view. A click goes there.
class GraphMinimap final : public QWidget {
    Q_OBJECT

public:
    explicit GraphMinimap(GraphView &view, QWidget *parent);
    QSize sizeHint() const override { return {150, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QTransform fromScene() const;
    GraphView &m_view;
};

/// Looks at a GraphScene: zoom, pan, keyboard walk. The graph itself is the scene's.
class GraphView final : public QGraphicsView {
    Q_OBJECT

public:
    /// \param scene borrowed; must outlive the view.
    explicit GraphView(GraphScene &scene, QWidget *parent = nullptr);

    GraphScene &graphScene() const { return m_scene; }
    /// 1.0 is 100 %.
    qreal zoom() const { return transform().m11(); }
    void setZoom(qreal zoom);
    void zoomIn();
    void zoomOut();
    void resetZoom();
    /// All of the picture, but never larger than 100 %.
    void fitAll();
    /// Scrolls as little as needed, and not at all if it is in view.
    void showItem(const QGraphicsItem &item);
    /// A hand changes only `live`: all else is painted once and kept until thaw(), so that a big picture follows the
    /// hand as fast as a small one. \param live borrowed, in the order they are painted in; must outlive thaw().
    void freeze(std::vector<QGraphicsItem *> live);
    void thaw();
    bool isPanning() const { return m_isPanning || m_isSpaceDown; }
    bool isFitted() const { return m_isFitted; }
    /// The picture is not all in view.
    bool isPictureCut() const;
    /// Room around the picture that fitAll() keeps; legend and chip stand in it.
    QMargins fitMargins() const;

signals:
    void zoomChanged(qreal zoom);
    void textRequested(); ///< Enter.
    void spaceTapped(); ///< The space bar was pressed and let go without panning.

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void onPictureChanged(bool isOtherFile);
    void zoomAround(qreal factor, QPoint viewportPosition);
    void pan(QPoint by);
    void updateSceneRect();
    void placeOverlays();
    void tellFocus();
    void updateChip();
    void restyleChip();
    int legendWidth() const;
    void paintGhost(QPainter &painter) const;
    void paintFrozen();
    bool walk(Qt::Key direction);
    void choose(NodeItem &item);

    GraphScene &m_scene;
    GraphLegend *m_legend; // Owned by the viewport.
    GraphMinimap *m_minimap; // Owned by the viewport.
    QToolButton *m_chip; // Owned by the viewport.
    QTimer m_turnDelay; ///< Between a resize and asking Auto again.
    /// The picture without what a hand changes.
    struct Frozen {
        std::vector<QGraphicsItem *> live;
        QPixmap picture;
        QTransform transform; ///< Of the view when it was painted.
    };
    std::optional<Frozen> m_frozen;
    QPoint m_panFrom;
    bool m_isPanning = false;
    bool m_isSpaceDown = false;
    bool m_hasPanned = false; ///< Since the space bar went down.
    bool m_isFitted = true; ///< Nobody zoomed or panned since the last fitAll().
};

} // namespace drydock::ui
