// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_pane.h"

#include "model/graph/circles.h"
#include "ui/common/build_marks.h"
#include "ui/graph/graph_accessible.h"
#include "ui/graph/graph_drop.h"
#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_hand.h"
#include "ui/graph/graph_keys.h"
#include "ui/graph/graph_sentences.h"
#include "ui/graph/graph_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace drydock::ui {

GraphPane::GraphPane(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_theme(Theme::kindFor(palette()))
    // Before the view tells anyone that it exists: what it is then taken for it stays.
    , m_view((installGraphAccessibility(), new GraphView(m_scene, this)))
    , m_announcer(new GraphAnnouncer(m_view))
    , m_gestures(new GraphGestures(document, selection, *m_view))
    , m_hand(new GraphHand(*m_gestures, *m_view))
    , m_keys(new GraphKeys(*m_gestures, *m_view))
{
    new GraphDrop(*m_gestures, *m_view); // Owned by the view.
    m_header = makeHeader();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("graphNotice"));
    m_notice->setTextFormat(Qt::RichText);
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(&document, &Document::changed, this, &GraphPane::onDocumentChanged);
    connect(&selection, &Selection::changed, this, &GraphPane::onSelectionChanged);
    connect(&m_scene, &GraphScene::nodePressed, this, &GraphPane::selectNode);
    connect(&m_scene, &GraphScene::edgePressed, this, &GraphPane::selectEdge);
    connect(&m_scene, &GraphScene::activated, this, &GraphPane::textRequested);
    connect(&m_scene, &GraphScene::pictureChanged, this, &GraphPane::updateHeader);
    connect(&m_scene, &GraphScene::pictureChanged, this, &GraphPane::updateNotice);
    connect(&m_scene, &GraphScene::instructionPressed, this, &GraphPane::selectInstruction);
    connect(m_view, &GraphView::textRequested, this, &GraphPane::textRequested);
    connect(m_view, &GraphView::zoomChanged, this, &GraphPane::updateHeader);
    connect(m_gestures, &GraphGestures::nodeChosen, this, &GraphPane::selectNode);
    connect(m_gestures, &GraphGestures::edgeChosen, this, &GraphPane::selectEdge);
    connect(m_gestures, &GraphGestures::rowChosen, this, &GraphPane::selectInstruction);
    connect(m_gestures, &GraphGestures::said, this, &GraphPane::statusText);
    connect(&m_scene, &GraphScene::pinsChanged, this, &GraphPane::pinsChanged);

    setTheme(m_theme);
    m_scene.show(document.snapshot());
    followSelection();
}

GraphPane::~GraphPane()
{
    // The scene goes before the view, whose hands hold on to parts of it; and a field that loses the keyboard with
    // the pane must not change the text.
    m_gestures->dismissEditors();
    m_hand->cancel();
    m_keys->cancel();
    delete m_view;
}

QWidget *GraphPane::makeHeader()
{
    auto *header = new QWidget(this);
    header->setObjectName(QStringLiteral("graphHeader"));
    header->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(12);
    auto *title = new QLabel(tr("Graph"), header);
    title->setObjectName(QStringLiteral("graphTitle"));
    row->addWidget(title);

    auto *segments = new QWidget(header);
    segments->setObjectName(QStringLiteral("segments"));
    segments->setAttribute(Qt::WA_StyledBackground);
    auto *segmentRow = new QHBoxLayout(segments);
    segmentRow->setContentsMargins(1, 1, 1, 1);
    segmentRow->setSpacing(0);
    m_directions = new QButtonGroup(header);
    const struct {
        DirectionChoice choice;
        QString text;
        QString tip;
    } choices[] = {
        {DirectionChoice::Auto, tr("Auto"), tr("The direction that fits the pane")},
        {DirectionChoice::LeftToRight, tr("LR"), tr("Left to right")},
        {DirectionChoice::TopToBottom, tr("TB"), tr("Top to bottom")},
    };
    for (const auto &[choice, text, tip] : choices) {
        auto *button = new QToolButton(segments);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setCheckable(true);
        button->setChecked(choice == DirectionChoice::Auto);
        button->setFocusPolicy(Qt::TabFocus);
        m_directions->addButton(button, int(choice));
        segmentRow->addWidget(button);
    }
    connect(m_directions, &QButtonGroup::idClicked, this,
            [this](int id) { setDirection(DirectionChoice(id)); });
    row->addWidget(segments);
    m_zoom = new QLabel(header);
    m_zoom->setObjectName(QStringLiteral("graphZoom"));
    row->addWidget(m_zoom);
    row->addStretch(1);
    m_counts = new QLabel(header);
    m_counts->setObjectName(QStringLiteral("graphCounts"));
    row->addWidget(m_counts);
    return header;
}

void GraphPane::updateColors()
{
    const Theme &theme = Theme::of(m_theme);
    const auto color = [&](Role role) { return theme.color(role).name(); };
    m_notice->setStyleSheet(
        QStringLiteral(
            "#graphNotice { color: %1; background: %2; border-bottom: 1px solid %3; padding: 5px 12px; }")
            .arg(color(Role::Text), color(Role::Node), color(Role::Separator)));
    m_header->setStyleSheet(
        QStringLiteral("#graphHeader { background: %1; border-bottom: 1px solid %2; }"
                       "QLabel { color: %3; background: transparent; }"
                       "#graphTitle { font-weight: bold; color: %4; }"
                       "#segments { border: 1px solid %5; border-radius: 5px; background: %6; }"
                       "QToolButton { border: 0; border-radius: 4px; padding: 2px 10px; color: %3;"
                       " background: transparent; }"
                       "QToolButton:checked { background: %7; color: %4; }"
                       "QToolButton:focus { border: 2px solid %8; padding: 0px 8px; }")
            .arg(color(m_theme == ThemeKind::Dark ? Role::Node : Role::Header), color(Role::Separator),
                 color(Role::SecondaryText), color(Role::Text), color(Role::Separator), color(Role::Canvas),
                 color(Role::SelectedLine), color(Role::EdgeCopy)));
}

void GraphPane::setTheme(ThemeKind kind)
{
    m_theme = kind;
    m_scene.setLook(kind, font());
    updateColors();
}

void GraphPane::setDirection(DirectionChoice choice)
{
    if (QAbstractButton *button = m_directions->button(int(choice)))
        button->setChecked(true);
    if (choice == m_scene.directionChoice())
        return;
    m_scene.setDirectionChoice(choice);
    emit directionChanged(choice);
}

void GraphPane::fitAll()
{
    m_view->fitAll();
}

void GraphPane::zoomIn()
{
    m_view->zoomIn();
}

void GraphPane::zoomOut()
{
    m_view->zoomOut();
}

void GraphPane::zoomReset()
{
    m_view->resetZoom();
}

qreal GraphPane::zoom() const
{
    return m_view->zoom();
}

void GraphPane::tidy()
{
    m_scene.tidy();
}

void GraphPane::updateHeader()
{
    m_zoom->setText(tr("%1 %").arg(std::lround(m_view->zoom() * 100)));
    const GraphPicture &picture = m_scene.picture();
    const int stages = int(picture.stageCount);
    const int images = int(picture.imageCount);
    const QString stageText = stages == 1 ? tr("1 stage") : tr("%1 stages").arg(stages);
    const QString imageText = images == 1 ? tr("1 image") : tr("%1 images").arg(images);
    m_counts->setText(stageText + QStringLiteral(" · ") + imageText);
}

/// The circles by name: the red arrows may be far apart, or out of sight.
void GraphPane::updateNotice()
{
    constexpr std::size_t mostLines = 3;
    const StageGraph &graph = m_scene.analysis()->graph;
    const std::vector<std::vector<NodeIndex>> circles = circlesOf(graph);
    const auto nameOf
        = [&](NodeIndex node) { return QString::fromStdString(graph.nodes[node.value].label()); };
    QStringList lines;
    for (std::size_t i = 0; i < circles.size() && i < mostLines; ++i) {
        QStringList names;
        for (const NodeIndex node : circles[i])
            names << nameOf(node);
        names << names.front();
        lines << QStringLiteral("<span style='color:%1'>✕</span> %2")
                     .arg(Theme::of(m_theme).color(Role::Error).name(),
                          tr("Circular: %1").arg(names.join(QStringLiteral(" → "))).toHtmlEscaped());
    }
    if (circles.size() > mostLines)
        lines << tr("%n more circles", nullptr, int(circles.size() - mostLines));
    m_notice->setText(lines.join(QStringLiteral("<br>")));
    m_notice->setVisible(!lines.isEmpty());
}

void GraphPane::onDocumentChanged(const Change &change)
{
    // Another file was loaded rather than this one edited or changed by another program.
    const TextRange whole {0, change.before->text().size()};
    const bool isOtherFile
        = change.origin == Origin::Disk && change.edits.size() == 1 && change.edits.begin()->range == whole;
    if (m_marks) { // Whoever hears of the change first: the cards are drawn once, with their sizes.
        m_marks->follow(change);
        m_scene.setMarks(m_marks->marks());
    }
    if (isOtherFile)
        m_scene.show(change.after);
    else
        m_scene.update(change);
    if (!m_isSelectionOurs || isOtherFile)
        followSelection();
    // Who types hears the letters; everything else is worth a sentence.
    if (change.origin != Origin::Text && !isOtherFile && !change.edits.isEmpty())
        m_announcer->announce(sentenceOf(change));
}

void GraphPane::setMarks(BuildMarks *marks)
{
    if (m_marks)
        m_marks->disconnect(this);
    m_marks = marks;
    const auto show = [this] { m_scene.setMarks(m_marks ? m_marks->marks() : nullptr); };
    if (marks)
        connect(marks, &BuildMarks::changed, this, show);
    show();
}

void GraphPane::onSelectionChanged(TextRange, const QObject *by)
{
    if (by == this)
        return;
    m_isSelectionOurs = false;
    // While a change is on its way the ranges belong to another text; onDocumentChanged() comes back here.
    if (m_scene.analysis() == m_document.snapshot())
        followSelection();
}

/// Shows where the caret is: its stage, and its edge if it stands on one.
void GraphPane::followSelection()
{
    const Analysis &analysis = m_document.analysis();
    const std::size_t offset = std::min(m_selection.range().begin, analysis.text().size());
    const StageIndex stage = analysis.syntax.stageAt(offset);
    std::optional<std::size_t> edge = analysis.graph.edgeAt(analysis.syntax, offset);
    if (*edge >= analysis.graph.edges.size() || analysis.graph.edges[*edge].kind == EdgeKind::From)
        edge.reset(); // On a FROM line the stage says enough.
    m_scene.select(stage.isValid() ? NodeIndex {stage.value} : NodeIndex {}, edge);
    if (const NodeItem *item = m_scene.nodeItem(m_scene.selectedNode()); item && isVisible())
        m_view->showItem(*item);
}

void GraphPane::selectNode(NodeIndex node)
{
    if (m_scene.analysis() != m_document.snapshot() || node.value >= m_document.analysis().graph.nodes.size())
        return;
    m_isSelectionOurs = true;
    m_scene.select(node, std::nullopt);
    emit statusText(m_scene.sentenceFor(node));
    m_selection.set(m_document.analysis().graph.nodes[node.value].range, this);
}

void GraphPane::selectEdge(std::size_t edge)
{
    const StageGraph &graph = m_document.analysis().graph;
    if (m_scene.analysis() != m_document.snapshot() || edge >= graph.edges.size())
        return;
    m_isSelectionOurs = true;
    m_scene.select(graph.edges[edge].target, edge);
    if (const EdgeItem *item = m_scene.edgeItem(edge))
        emit statusText(item->bundle().toolTip.split(u'\n').join(QStringLiteral(" · ")));
    m_selection.set(graph.edges[edge].cause, this);
}

/// What uses the build context is no edge of the graph.
void GraphPane::selectInstruction(InstructionIndex instruction)
{
    const Syntax &syntax = m_document.analysis().syntax;
    if (m_scene.analysis() != m_document.snapshot() || instruction.value >= syntax.instructions.size())
        return;
    m_isSelectionOurs = true;
    m_selection.set(syntax.at(instruction).range, this);
}

const GraphActions &GraphPane::actions() const
{
    return m_keys->actions();
}

QImage GraphPane::image(qreal scale) const
{
    constexpr qreal margin = 24;
    constexpr qreal longestSide = 16'000;
    if (m_scene.picture().nodes.empty())
        return {};
    const QRectF area = m_scene.pictureRect().adjusted(-margin, -margin, margin, margin);
    scale = std::min({scale, longestSide / area.width(), longestSide / area.height()});
    QImage image((area.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Theme::of(m_theme).color(Role::Canvas));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    // QGraphicsScene::render() is not const, but changes nothing that can be seen.
    const_cast<GraphScene &>(m_scene).render(&painter, QRectF(image.rect()), area);
    return image;
}

} // namespace drydock::ui
