// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"
#include "ui/rail/stage_order_model.h"

#include <QListView>

#include <optional>

class QAction;

namespace drydock::ui {

/// A narrow strip with a cell for each stage in the order of the file, which the graph does not show. A cell dragged
/// up or down, or moved with the keyboard, moves the stage's block of text.
///
/// A list like any other for the keyboard and for screen readers.
class OrderRail final : public QListView {
    Q_OBJECT

public:
    /// \param document, selection borrowed; must outlive the rail.
    OrderRail(Document &document, Selection &selection, QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    /// Pixels above the first cell, so that it begins below the headers beside it.
    void setHeaderHeight(int height);

    /// "rail.moveUp" and "rail.moveDown"; their keys work while the rail has the keyboard. Owned by the rail.
    QAction *moveUpAction() const { return m_moveUp; }
    QAction *moveDownAction() const { return m_moveDown; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {sizeHint().width(), 0}; }

signals:
    /// A sentence for the status bar: what has moved, or why not.
    void statusText(const QString &sentence);
    void textRequested(); ///< Enter: the keyboard goes to the text.
    /// For what can be done with the selected stage. \param place global.
    void menuRequested(const QPoint &place);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    /// A stage under way to another place.
    struct Drag {
        int from; ///< Row.
        int gap; ///< It would come above this row; rowCount() is the end.
        bool isAllowed;
    };
    void follow();
    void move(int from, int to);
    int gapAt(int y) const;
    void dragTo(int y);
    void endDrag();

    Document &m_document;
    Selection &m_selection;
    StageOrderModel *m_model; // Owned by this, as are the actions.
    QAction *m_moveUp;
    QAction *m_moveDown;
    ThemeKind m_theme;
    std::optional<QPoint> m_pressedAt;
    std::optional<Drag> m_drag;
    bool m_isFollowing = false; ///< The current cell changes because the selection did.
};

} // namespace drydock::ui
