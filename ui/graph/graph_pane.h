// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/common/selection.h"
#include "ui/graph/graph_actions.h"
#include "ui/graph/graph_scene.h"

#include <QButtonGroup>
#include <QImage>
#include <QLabel>
#include <QPointer>
#include <QWidget>

namespace drydock::ui {

class BuildMarks;
class GraphAnnouncer;
class GraphGestures;
class GraphHand;
class GraphKeys;
class GraphView;

/// The graph of a Document with its header: "Graph", the direction, the zoom, how much there is.
///
/// Watches the document and the shared selection; a click here selects a range of the text, the caret there
/// selects a node. What hand and keyboard do to the graph goes to the document through GraphGestures.
class GraphPane final : public QWidget {
    Q_OBJECT

public:
    /// \param document, selection borrowed; must outlive the pane.
    GraphPane(Document &document, Selection &selection, QWidget *parent = nullptr);
    ~GraphPane() override;

    void setTheme(ThemeKind kind);
    /// Sizes and states on the cards. \param marks of the same document; borrowed, may die first; null for none.
    void setMarks(BuildMarks *marks);
    void setDirection(DirectionChoice choice);
    DirectionChoice direction() const { return m_scene.directionChoice(); }

    void fitAll();
    void zoomIn();
    void zoomOut();
    void zoomReset();
    qreal zoom() const;
    /// Lays out anew, as if nothing had stood anywhere.
    void tidy();

    /// The whole graph at full detail in the present theme and direction; an empty image without stages.
    /// \param scale pixels for one device-independent pixel. Very large graphs are drawn smaller so that no side
    /// exceeds 16,000 pixels.
    QImage image(qreal scale = 1) const;

    GraphScene &scene() { return m_scene; }
    GraphView &view() { return *m_view; }
    GraphHand &hand() { return *m_hand; }
    GraphKeys &keys() { return *m_keys; }
    const GraphActions &actions() const;

    /// Where boxes were put by hand, to be kept for the next time the file is opened; empty if nowhere.
    QByteArray pins() const { return m_scene.pins().isEmpty() ? QByteArray() : m_scene.pins().toBytes(); }
    void setPins(const QByteArray &pins) { m_scene.setPins(GraphPins::fromBytes(pins)); }

signals:
    void textRequested(); ///< Enter or a double click: the keyboard goes to the text.
    void statusText(const QString &text);
    void directionChanged(drydock::ui::DirectionChoice choice);
    void pinsChanged();

private:
    void onDocumentChanged(const Change &change);
    void onSelectionChanged(TextRange range, const QObject *by);
    void followSelection();
    void selectNode(NodeIndex node);
    void selectEdge(std::size_t edge);
    void selectInstruction(InstructionIndex instruction);
    void updateHeader();
    void updateNotice();
    void updateColors();
    QWidget *makeHeader();

    Document &m_document;
    Selection &m_selection;
    QPointer<BuildMarks> m_marks;
    GraphScene m_scene;
    ThemeKind m_theme;
    GraphView *m_view; // Owned by this.
    GraphAnnouncer *m_announcer; // Owned by the view.
    GraphGestures *m_gestures; // Owned by the view, as the next two.
    GraphHand *m_hand;
    GraphKeys *m_keys;
    QWidget *m_header = nullptr; // Owned by this, as all below.
    QLabel *m_notice = nullptr; ///< Circles, one a line; hidden without.
    QLabel *m_zoom = nullptr;
    QLabel *m_counts = nullptr;
    QButtonGroup *m_directions = nullptr;
    bool m_isSelectionOurs = false; ///< The graph was used last, not the text.
};

} // namespace drydock::ui
