// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/layout/layout.h"
#include "model/text/edit_set.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace drydock::ui {

/// The graph as it is and as it will be, small. What stays stands at the same place in both; what is new has a thick frame
/// and a plus sign, what goes is struck through.
class MiniGraphs final : public QWidget {
    Q_OBJECT

public:
    explicit MiniGraphs(QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    /// \param after null: there is only one graph to show. \param edits lead from one to the other.
    void setGraphs(std::shared_ptr<const Analysis> before, std::shared_ptr<const Analysis> after,
                   const EditSet &edits);
    /// What it shows, for those who cannot see it.
    QString sentence() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Fate : std::uint8_t { Stays, New, Gone };
    struct Box {
        QString title;
        QString base; ///< Empty for an image.
        NodeKind kind = NodeKind::Stage;
        Fate fate = Fate::Stays;
        bool isTarget = false;
    };
    struct Picture {
        std::vector<Box> boxes;
        LayoutInput input;
        LayoutResult layout;
    };

    Picture pictureOf(const Analysis &analysis, const std::vector<bool> &isKept, Fate otherwise) const;
    void arrange();
    bool isSideBySide(int width) const;
    qreal zoomIn(int width) const;
    void paintPicture(QPainter &painter, const Picture &picture, QPointF origin, qreal zoom) const;
    void paintBox(QPainter &painter, const Box &box, const QRectF &rect) const;
    QSizeF drawingSize() const;
    int captionHeight() const;

    ThemeKind m_theme = ThemeKind::Light;
    std::shared_ptr<const Analysis> m_analysis;
    std::shared_ptr<const Analysis> m_afterAnalysis;
    EditSet m_edits;
    Picture m_before;
    Picture m_after;
};

} // namespace drydock::ui
