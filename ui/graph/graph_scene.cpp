// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_scene.h"

#include "model/graph/graph_diff.h"
#include "ui/graph/stage_item.h"

#include <QGuiApplication>

#include <algorithm>
#include <optional>

namespace drydock::ui {
namespace {

constexpr std::size_t layOutInThreadAbove = 300; ///< Boxes.
constexpr std::size_t targetOnlyAbove = 12; ///< Stages.
constexpr int typingPause = 150; ///< Milliseconds.
constexpr std::size_t drawnAtOnceUpTo = 120; ///< Boxes; larger pictures wait for a pause in typing.
constexpr int hoverPause = 200; ///< Milliseconds.

bool isSameQuestion(const LayoutInput &a, const LayoutInput &b)
{
    const auto sameBox
        = [](const LayoutBox &x, const LayoutBox &y) { return x.width == y.width && x.height == y.height; };
    const auto sameArrow = [](const LayoutArrow &x, const LayoutArrow &y) {
        return x.source == y.source && x.target == y.target && x.labelWidth == y.labelWidth
            && x.labelHeight == y.labelHeight;
    };
    return a.direction == b.direction
        && std::equal(a.boxes.begin(), a.boxes.end(), b.boxes.begin(), b.boxes.end(), sameBox)
        && std::equal(a.arrows.begin(), a.arrows.end(), b.arrows.begin(), b.arrows.end(), sameArrow);
}

} // namespace

GraphScene::GraphScene(QObject *parent)
    : QGraphicsScene(parent)
{
    m_style.fonts = GraphFonts::of(QGuiApplication::font());
    setItemIndexMethod(QGraphicsScene::NoIndex); // Items are few and move all at once.
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(typingPause);
    connect(&m_refresh, &QTimer::timeout, this, &GraphScene::refresh);
    m_hoverDelay.setSingleShot(true);
    m_hoverDelay.setInterval(hoverPause);
    connect(&m_hoverDelay, &QTimer::timeout, this, [this] {
        m_highlighted = m_hovered;
        updateStates();
    });
    connect(&m_runner, &LayoutRunner::finished, this, [this](const LayoutResult &result) {
        apply(result);
        emit pictureChanged(std::exchange(m_isOtherFile, false));
    });
}

GraphScene::~GraphScene() = default;

void GraphScene::show(std::shared_ptr<const Analysis> analysis)
{
    m_refresh.stop();
    m_analysis = std::move(analysis);
    for (const auto &[key, item] : m_items)
        m_gone.push_back(item);
    m_items.clear();
    m_selectedNode = {};
    m_selectedBox.reset();
    m_selectedEdge.reset();
    m_marked.clear();
    m_dragRoles.clear();
    m_options.isExpanded.clear();
    const bool isBig = m_analysis->graph.stageCount() > targetOnlyAbove && m_analysis->graph.target.isValid();
    m_options.scope = isBig ? PictureScope::TargetOnly : PictureScope::All;
    layOut(true, false);
}

void GraphScene::update(const Change &change)
{
    if (!m_analysis || change.before != m_analysis) {
        show(change.after);
        return;
    }
    const GraphDiff diff = diffGraphs(change.before->syntax, change.before->graph, change.edits,
                                      change.after->syntax, change.after->graph);
    const auto newOf = [&](NodeIndex old) {
        return old.isValid() && old.value < diff.newOf.size() ? diff.newOf[old.value] : NodeIndex {};
    };
    std::map<BoxKey, NodeItem *> items;
    for (const auto &[old, item] : m_items) {
        const BoxKey key {newOf(old.node), newOf(old.user)};
        const bool isStage
            = key.node.isValid() && change.after->graph.nodes[key.node.value].kind == NodeKind::Stage;
        const bool isSame = old.node.isValid() == key.node.isValid()
            && old.user.isValid() == key.user.isValid() && (item->type() == StageItem::Type) == isStage;
        if (isSame && items.try_emplace(key, item).second)
            item->setKey(key);
        else
            m_gone.push_back(item);
    }
    m_items = std::move(items);
    std::map<std::size_t, bool> isExpanded;
    for (const auto &[old, is] : m_options.isExpanded) {
        if (const NodeIndex node = newOf({old}))
            isExpanded[node.value] = is;
    }
    m_options.isExpanded = std::move(isExpanded);
    m_selectedNode = newOf(m_selectedNode);
    if (m_selectedBox)
        m_selectedBox = BoxKey {newOf(m_selectedBox->node), newOf(m_selectedBox->user)};
    m_dragRoles.clear();
    m_selectedEdge.reset();
    std::set<NodeIndex> marked;
    for (const NodeIndex node : std::exchange(m_marked, {})) {
        if (node.value < diff.newOf.size() && diff.newOf[node.value].isValid())
            marked.insert(diff.newOf[node.value]);
    }
    m_marked = std::move(marked);
    m_pins.follow(change.before->graph, change.after->graph, diff);
    m_analysis = change.after;

    const bool isLarge = m_analysis->graph.nodes.size() > drawnAtOnceUpTo;
    if (change.origin == Origin::Text && isLarge && m_refresh.interval() > 0)
        m_refresh.start();
    else
        refresh();
}

void GraphScene::refresh()
{
    m_refresh.stop();
    if (m_analysis)
        layOut(false, true);
}

bool GraphScene::refreshNow()
{
    if (m_refresh.isActive())
        refresh();
    return !m_runner.isRunning();
}

void GraphScene::setLook(ThemeKind theme, const QFont &font)
{
    m_style.theme = &Theme::of(theme);
    m_style.fonts = GraphFonts::of(font);
    if (m_analysis)
        layOut(false, true);
    QGraphicsScene::update();
}

void GraphScene::setDirectionChoice(DirectionChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    if (m_analysis)
        layOut(true, false);
}

void GraphScene::setPaneSize(QSizeF size)
{
    if (size == m_paneSize || size.isEmpty())
        return;
    m_paneSize = size;
    // Never while a hand is at work on the picture.
    if (!m_analysis || m_isHandBusy || mouseGrabberItem() || m_runner.isRunning()
        || m_picture.nodes.size() > layOutInThreadAbove)
        return;
    const LayoutDirection direction = m_style.direction;
    const PictureDetail detail = m_picture.detail;
    const LayoutResult result = arrangeBestDetail(true);
    if (m_style.direction == direction && m_picture.detail == detail)
        return;
    m_input = m_picture.layoutInput(m_style.fonts, m_style.direction);
    apply(result);
    emit pictureChanged(true);
}

void GraphScene::tidy()
{
    m_input = {};
    if (m_analysis)
        layOut(true, false);
}

/// What is drawn, told in the boxes of `m_picture`. With another detail every size differs: then only the direction
/// is worth keeping.
PreviousLayout GraphScene::previousLayout(const LayoutInput &input, bool isOtherDetail) const
{
    std::vector<std::optional<std::size_t>> oldBoxOf(m_picture.nodes.size());
    for (std::size_t box = 0; box < oldBoxOf.size() && !isOtherDetail; ++box) {
        const NodeItem *item = itemAt(m_picture.nodes[box].key);
        const auto found = std::find(m_shown.begin(), m_shown.end(), item);
        if (item && found != m_shown.end())
            oldBoxOf[box] = std::size_t(found - m_shown.begin());
    }
    return carryOver(m_drawnInput, m_drawn, oldBoxOf, input);
}

qreal GraphScene::fitZoom(const LayoutResult &result) const
{
    return drydock::fitZoom(result, m_paneSize.width(), m_paneSize.height());
}

/// Lays out in the chosen direction; if that is Auto, in the one that fits the pane better.
LayoutResult GraphScene::arrangeBestWay(const LayoutInput &input, const PreviousLayout &previous)
{
    LayoutResult result = m_choice == DirectionChoice::Auto
        ? arrangeToFit(m_layout, input, previous, m_paneSize.width(), m_paneSize.height(), {})
        : m_layout.arrange(input, previous, {});
    m_style.direction = result.direction;
    return result;
}

/// As much detail as can still be read when all of the picture is in the pane; a little less is kept rather than
/// let the picture flicker between two.
LayoutResult GraphScene::arrangeBestDetail(bool keepPositions)
{
    constexpr qreal kept = 0.85;
    const PictureDetail present = m_picture.detail;
    if (m_choice != DirectionChoice::Auto)
        m_style.direction = m_choice == DirectionChoice::LeftToRight ? LayoutDirection::LeftToRight
                                                                     : LayoutDirection::TopToBottom;
    const LayoutDirection direction = m_style.direction;
    // Who opened a card accepts a picture that does not fit, and does not want the others closed for it.
    const bool isChosen = keepPositions && !m_options.isExpanded.empty();
    for (auto detail = isChosen ? present : GraphPicture::mostDetail(*m_analysis, m_options.scope);;
         detail = PictureDetail(int(detail) + 1)) {
        m_style.direction = direction;
        m_picture = GraphPicture::of(*m_analysis, m_options, detail, m_style.fonts, m_marks.get());
        const LayoutInput input = m_picture.layoutInput(m_style.fonts, direction);
        LayoutResult result = arrangeBestWay(
            input, keepPositions ? previousLayout(input, detail != present) : PreviousLayout {});
        const bool isKept = keepPositions && detail == present;
        if (isChosen || detail == PictureDetail::Plain
            || fitZoom(result) >= fullFromZoom * (isKept ? kept : 1))
            return result;
    }
}

void GraphScene::layOut(bool isOtherFile, bool keepPositions)
{
    GraphPicture picture
        = GraphPicture::of(*m_analysis, m_options, m_picture.detail, m_style.fonts, m_marks.get());
    LayoutInput input = picture.layoutInput(m_style.fonts, m_style.direction);
    const bool hasAllItems = std::all_of(picture.nodes.begin(), picture.nodes.end(),
                                         [&](const auto &node) { return itemAt(node.key) != nullptr; });
    if (!isOtherFile && hasAllItems && !m_runner.isRunning() && m_edges.size() == picture.edges.size()
        && isSameQuestion(input, m_input)) {
        m_picture = std::move(picture);
        updateCards();
        return;
    }
    m_isOtherFile = m_isOtherFile || isOtherFile;
    if (picture.nodes.size() > layOutInThreadAbove) {
        m_picture
            = GraphPicture::of(*m_analysis, m_options, PictureDetail::Plain, m_style.fonts, m_marks.get());
        if (m_choice == DirectionChoice::TopToBottom)
            m_style.direction = LayoutDirection::TopToBottom;
        else if (m_choice == DirectionChoice::LeftToRight || isOtherFile)
            m_style.direction = LayoutDirection::LeftToRight; // Cards are flat: high layers take less room.
        m_input = m_picture.layoutInput(m_style.fonts, m_style.direction);
        m_runner.start(m_input, keepPositions ? previousLayout(m_input, false) : PreviousLayout {});
        return;
    }
    m_runner.forget();
    const LayoutResult result = arrangeBestDetail(keepPositions);
    m_input = m_picture.layoutInput(m_style.fonts, m_style.direction);
    apply(result);
    emit pictureChanged(std::exchange(m_isOtherFile, false));
}

/// What the reader sees changes, not how much of it: the same detail, and as little movement as can be.
void GraphScene::layOutInPlace()
{
    if (m_runner.isRunning() || m_picture.nodes.size() > layOutInThreadAbove)
        return layOut(false, true);
    m_picture = GraphPicture::of(*m_analysis, m_options, m_picture.detail, m_style.fonts, m_marks.get());
    const LayoutInput input = m_picture.layoutInput(m_style.fonts, m_style.direction);
    const LayoutResult result = arrangeBestWay(input, previousLayout(input, false));
    m_input = m_picture.layoutInput(m_style.fonts, m_style.direction);
    apply(result);
    emit pictureChanged(false);
}

/// The text changed but no size and no arrow did: nothing moves.
void GraphScene::updateCards()
{
    placeNodes({}, {});
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const EdgeBundle &bundle = m_picture.edges[i];
        m_edges[i].item->updateBundle(bundle);
    }
    qDeleteAll(m_gone);
    m_gone.clear();
    updateStates();
    emit pictureChanged(false);
}

} // namespace drydock::ui
