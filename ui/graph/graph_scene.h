// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "model/layout/layered_layout.h"
#include "ui/graph/edge_item.h"
#include "ui/graph/graph_motion.h"
#include "ui/graph/graph_picture.h"
#include "ui/graph/graph_pins.h"
#include "ui/graph/layout_runner.h"
#include "ui/graph/node_item.h"

#include <QGraphicsScene>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace drydock::ui {

/// Which way arrows run.
enum class DirectionChoice : std::uint8_t {
    Auto, ///< The way that fits the pane better.
    LeftToRight,
    TopToBottom,
};

/// Analysis + layout → items. Draws nothing that the text did not cause.
///
/// Items live as long as their stage does: graph_diff finds out which stage is which while the text is edited.
class GraphScene final : public QGraphicsScene {
    Q_OBJECT

public:
    explicit GraphScene(QObject *parent = nullptr);
    ~GraphScene() override;

    /// Another file: nothing is kept.
    void show(std::shared_ptr<const Analysis> analysis);
    /// The same file, changed. Drawn at once; only typing in very large files waits for a pause (refresh delay).
    void update(const Change &change);
    const std::shared_ptr<const Analysis> &analysis() const { return m_analysis; }

    /// What builds told of the text that is shown. Boxes grow by a line when there is something to tell for the first
    /// time; after that nothing moves.
    void setMarks(std::shared_ptr<const TextMarks> marks);

    /// \param font the desktop's; sizes and styles derive from it.
    void setLook(ThemeKind theme, const QFont &font);
    const GraphStyle &style() const { return m_style; }

    void setDirectionChoice(DirectionChoice choice);
    DirectionChoice directionChoice() const { return m_choice; }
    LayoutDirection direction() const { return m_style.direction; }
    /// The picture may turn (Auto), if the other way would be more than 1.25 times as large in the pane, and show
    /// more or less detail.
    void setPaneSize(QSizeF size);

    void setScope(PictureScope scope);
    PictureScope scope() const { return m_options.scope; }
    /// Opens a stage's card, so that it lists its instructions, or closes it. Others stay as they are.
    void setExpanded(NodeIndex node, bool isExpanded);
    bool isExpanded(NodeIndex node) const;
    /// Images that many stages use: drawn once, or once for each use.
    void setImagePerUse(bool isPerUse);
    bool isImagePerUse() const { return m_options.isImagePerUse; }
    void setContextShown(bool isShown);
    bool isContextShown() const { return m_options.hasContext; }
    /// Forgets where things stood and lays everything out anew.
    void tidy();
    /// Milliseconds between typing and drawing. 0: at once.
    void setRefreshDelay(int milliseconds) { m_refresh.setInterval(milliseconds); }
    /// Draws what waits for a pause in typing. A hand must not work on a picture of an older text.
    /// \returns whether the picture shows the present text; false while a big graph is still being laid out.
    bool refreshNow();

    const GraphPins &pins() const { return m_pins; }
    /// Puts boxes where `pins` says and leads their arrows there. View state: nothing of the text changes.
    void setPins(const GraphPins &pins);

    /// Milliseconds in which boxes slide to where an edit puts them. 0, as at first: at once.
    void setMotion(int milliseconds) { m_motion.setDuration(milliseconds); }

    const GraphPicture &picture() const { return m_picture; }
    /// The drawing's own rectangle, without the margin to pan in.
    QRectF pictureRect() const { return m_pictureRect; }
    bool isLayingOut() const { return m_runner.isRunning(); }

    /// \returns null for none and for nodes that are not drawn; of an image drawn for each use, the selected one or
    /// the first.
    NodeItem *nodeItem(NodeIndex node) const;
    /// The drawn arrow that contains edge `edge` of the graph, or null.
    EdgeItem *edgeItem(std::size_t edge) const;
    const std::vector<NodeItem *> &nodesInOrder() const { return m_shown; }
    std::vector<EdgeItem *> edgeItems() const;
    /// The arrows that leave `node`, and where one comes from.
    std::vector<EdgeItem *> edgesFrom(const NodeItem &node) const;
    NodeItem *sourceOf(const EdgeItem &edge) const;

    /// Marks a node and an edge; none for nothing.
    void select(NodeIndex node, std::optional<std::size_t> edge);
    /// Marks just this box.
    void selectItem(const NodeItem &item);
    NodeItem *selectedItem() const;
    NodeIndex selectedNode() const { return m_selectedNode; }
    std::optional<std::size_t> selectedEdge() const { return m_selectedEdge; }
    /// Nodes that are selected besides the selected one; select() forgets them.
    void mark(std::set<NodeIndex> nodes);
    /// The selected node and the marked ones, in file order.
    std::vector<NodeIndex> selectedNodes() const;

    /// A hand is at work: nothing lights up under the pointer, the picture does not turn.
    void setHandBusy(bool isBusy);
    /// What screen readers and the status bar say about a node.
    QString sentenceFor(NodeIndex node) const;

    /// What a drag under way would do with each node of the graph; empty: nothing is dragged.
    void setDragRoles(std::vector<DragRole> roles);

signals:
    void nodePressed(drydock::NodeIndex node);
    void edgePressed(std::size_t edge);
    /// An arrow from the build context, or the context itself.
    void instructionPressed(drydock::InstructionIndex instruction);
    void activated(); ///< Double click on something.
    void pictureChanged(bool isOtherFile);
    void selectionMoved();
    void pinsChanged(); ///< Boxes were moved by hand, or put back.

private:
    struct DrawnEdge {
        EdgeItem *item;
        NodeItem *source;
        NodeItem *target;
        std::vector<QPointF> route; ///< As laid out, without pins.
        QPointF labelCentre;
        bool hasLabelRoom = false;
    };
    void refresh();
    void layOut(bool isOtherFile, bool keepPositions);
    LayoutResult arrangeBestDetail(bool keepPositions);
    PreviousLayout previousLayout(const LayoutInput &input, bool isOtherDetail) const;
    LayoutResult arrangeBestWay(const LayoutInput &input, const PreviousLayout &previous);
    qreal fitZoom(const LayoutResult &result) const;
    void layOutInPlace();
    void apply(const LayoutResult &result);
    NodeItem *itemAt(const BoxKey &key) const;
    QPointF anchorOffset(const LayoutResult &result) const;
    void placeNodes(const LayoutResult &result, QPointF offset);
    void placeEdges(const LayoutResult &result, QPointF offset);
    QPointF pinOf(const NodeItem &item) const;
    QPointF laidOutPlace(const NodeItem &item) const { return item.pos() - pinOf(item); }
    void leadEdge(const DrawnEdge &edge);
    void growPicture();
    void updateCards();
    NodeItem *makeItem(const PictureNode &node);
    EdgeItem *makeEdge();
    void onPressed(const NodeItem &item);
    void onPressed(const EdgeItem &item);
    void setHovered(QGraphicsItem *item, bool isInside);
    void updateStates();
    void setSelected(NodeIndex node, std::optional<std::size_t> edge, std::optional<BoxKey> box);

    std::shared_ptr<const Analysis> m_analysis;
    std::shared_ptr<const TextMarks> m_marks; ///< May be null, or of another text.
    GraphStyle m_style;
    LayeredLayout m_layout;
    LayoutRunner m_runner {m_layout};
    GraphMotion m_motion;
    GraphPicture m_picture;
    LayoutInput m_input; ///< Of what is drawn or under way.
    LayoutInput m_drawnInput; ///< Of what is drawn: its boxes are m_shown.
    LayoutResult m_drawn;
    QRectF m_pictureRect;
    QSizeF m_paneSize {900, 700};
    DirectionChoice m_choice = DirectionChoice::Auto;
    PictureOptions m_options;
    bool m_isOtherFile = false; ///< The layout under way belongs to another file than what is drawn.

    std::map<BoxKey, NodeItem *> m_items; ///< What is drawn. Owned by the scene.
    std::vector<NodeItem *> m_gone; ///< Drawn until the next picture. Owned by the scene.
    std::vector<NodeItem *> m_shown; ///< In file order.
    std::vector<DrawnEdge> m_edges; ///< As in m_picture.edges. Owned by the scene.

    GraphPins m_pins;
    NodeIndex m_selectedNode;
    std::optional<BoxKey> m_selectedBox; ///< If it was chosen itself, not by its node.
    std::set<NodeIndex> m_marked;
    bool m_isHandBusy = false;
    std::optional<std::size_t> m_selectedEdge;
    std::vector<DragRole> m_dragRoles; ///< By node of the graph.
    QGraphicsItem *m_hovered = nullptr; ///< Only compared.
    QGraphicsItem *m_highlighted = nullptr; ///< Only compared.
    QTimer m_refresh;
    QTimer m_hoverDelay;
};

} // namespace drydock::ui
