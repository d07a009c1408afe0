// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "model/refactor/gestures/delete_stage.h"
#include "ui/common/selection.h"
#include "ui/graph/graph_pins.h"

#include <QObject>
#include <QPointer>
#include <QRectF>

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace drydock::ui {

class GraphView;
class Popover;

/// What can be done to the graph, by whichever hand: every function asks the model for a Plan and makes it one
/// undo step of the Document, or says in a sentence why not. The picture follows because the document changed.
///
/// Mouse (GraphHand) and keyboard (GraphKeys) both come here, so that neither can do what the other cannot.
class GraphGestures final : public QObject {
    Q_OBJECT

public:
    /// \param document, selection, view borrowed; must outlive the gestures.
    GraphGestures(Document &document, Selection &selection, GraphView &view);
    ~GraphGestures() override;

    /// The picture shows the present text. If it lags, it is brought up to date first; says so if that takes time.
    bool isReady();
    Document &document() { return m_document; }
    Selection &selection() { return m_selection; }
    const StageGraph &graph() const { return m_document.analysis().graph; }
    QString nameOf(NodeIndex node) const;
    void refuse(const QString &sentence);

    // What a hand may do, before it does. By node; empty where it may.
    std::vector<QString> reasonsAgainst(NodeIndex source, EdgeKind kind) const;
    std::vector<QString> reasonsToReconnect(const std::vector<std::size_t> &edges) const;
    std::vector<QString> reasonsToEndIn(std::size_t edge) const;
    QString reasonToMoveRow(InstructionIndex what, InstructionIndex behind) const;
    bool canBeInserted(NodeIndex node) const;
    /// What a drop would do. \param target none: the canvas.
    QString promise(NodeIndex source, NodeIndex target, EdgeKind kind) const;
    QString promiseToInsert(std::size_t edge, NodeIndex stage) const;

    // Selecting.
    void choose(NodeIndex node);
    void chooseEdge(std::size_t edge);
    void toggleMark(NodeIndex node);
    void markNodes(std::set<NodeIndex> nodes);
    void selectRow(InstructionIndex instruction);
    /// The instruction that is selected as a row of the selected stage, or none.
    InstructionIndex selectedRow() const;

    // Changing the text.
    void connectTo(NodeIndex source, NodeIndex target, EdgeKind kind);
    void newStage();
    void newStageOn(NodeIndex source);
    void insertOn(std::size_t edge, NodeIndex stage);
    void reconnect(const std::vector<std::size_t> &edges, NodeIndex source);
    /// Lets a COPY end in another stage.
    void endIn(std::size_t edge, NodeIndex target);
    void moveRow(InstructionIndex what, InstructionIndex behind);
    void moveStage(NodeIndex stage, bool isUp);
    void moveRowBy(InstructionIndex what, bool isUp);
    void editName(NodeIndex stage);
    void editBase(NodeIndex stage);
    void changeBase(NodeIndex stage, const QString &image);
    void newStageFromImage(const QString &image);
    void removeNodes(const std::vector<NodeIndex> &nodes);
    void removeEdges(const std::vector<std::size_t> &edges);
    /// Writes what was probably meant where a `--from` names nothing.
    void mend(NodeIndex missing);
    void setTarget(NodeIndex stage);
    void copy(const std::vector<NodeIndex> &stages);
    void paste();
    void duplicate(NodeIndex stage);

    // Changing the view.
    void moveNodes(const GraphPins &pins);
    void nudge(QPointF by);
    void tidy();
    void toggleExpanded(NodeIndex stage);

    /// Popovers and fields in cards close; what is written in them counts if it does.
    void closeEditors();
    /// They close and nothing comes of what is written in them.
    void dismissEditors();

signals:
    /// A sentence for the status bar.
    void said(const QString &sentence);
    /// A node or an edge was chosen by hand.
    void nodeChosen(drydock::NodeIndex node);
    void edgeChosen(std::size_t edge);
    void rowChosen(drydock::InstructionIndex instruction);

private:
    static QString reasonOf(const Error &error);
    void move(const GraphPins &pins, const QString &run);
    /// A change that was made, to find it again.
    struct Step {
        int index = 0; ///< Of the undo stack behind it.
        SourceText text; ///< What it led to.
        EditSet edits;
        QString name;
    };
    GestureContext context() const;
    bool perform(const Result<Plan> &plan);
    bool isLastStep(const Step &step) const;
    void redoStep(const Step &step, const std::function<Result<Plan>()> &plan);
    void extendStep(const Step &step, const std::function<Result<Plan>()> &plan);
    void open(Popover *editor);
    std::function<QRectF()> placeOfEdge(std::size_t edge) const;
    std::function<QRectF()> placeOfNode(NodeIndex node) const;
    void askForOtherBase(std::size_t edge);
    void askForDependants(const std::vector<StageIndex> &stages, const std::vector<std::size_t> &dependants);
    void removeStages(const std::vector<StageIndex> &stages, DependantsChoice choice);
    bool performAll(const QString &name, const std::vector<std::function<Result<Plan>()>> &plans);
    void copyInto(NodeIndex source, NodeIndex target);
    void askForName(NodeIndex stage, const std::optional<Step> &step);
    void askForBase(NodeIndex stage, const std::optional<Step> &step);
    QStringList knownBases(NodeIndex stage) const;
    NodeIndex stageOfFocus() const; ///< The stage that the last change made or changed.

    Document &m_document;
    Selection &m_selection;
    GraphView &m_view;
    Step m_last; ///< What perform() did last.
    bool m_isPerforming = false; ///< The document changes because of us.
    QPointer<Popover> m_editor; ///< What is open now. Owned by the viewport.
};

} // namespace drydock::ui
