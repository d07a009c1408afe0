// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/file_map.h"

#include "model/image/treemap.h"
#include "ui/common/mark_words.h"
#include "ui/common/tool_tip.h"
#include "ui/size/size_words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace drydock::ui {
namespace {

constexpr std::size_t noNode = std::numeric_limits<std::size_t>::max();
constexpr qreal cardMargin = 1; ///< Pixels around the map, as all lengths here.
constexpr qreal roomForLetters = 28;
constexpr qreal thinnest = 3; ///< What is thinner is not drawn.
constexpr int titlePadding = 6;
constexpr qreal frame = 2; ///< Around what is in a directory.

/// `top` laid over `ground` with the given share.
QColor mixed(const QColor &ground, const QColor &top, double share)
{
    const auto part = [share](int a, int b) { return int(a + (b - a) * share); };
    return {part(ground.red(), top.red()), part(ground.green(), top.green()),
            part(ground.blue(), top.blue())};
}

} // namespace

FileMap::FileMap(MapShape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_hovered(noNode)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(shape == MapShape::Treemap ? tr("Treemap of the image's files")
                                                 : tr("Icicle of the image's files"));
}

void FileMap::setTree(std::shared_ptr<const MapTree> tree)
{
    m_tree = tree && tree->size() > 0 ? std::move(tree) : nullptr;
    m_root = 0;
    m_current = 0;
    m_hovered = noNode;
    layOut();
    emit rootChanged(m_root);
    if (m_tree)
        setCurrent(0);
}

void FileMap::setTheme(ThemeKind kind)
{
    m_theme = kind;
    update();
}

std::vector<MapTile> FileMap::tilesOf(const QRectF &area) const
{
    const qreal line = fontMetrics().height();
    const Box bounds {area.left(), area.top(), area.width(), area.height()};
    TreemapStyle style;
    style.titleHeight = line + titlePadding;
    style.padding = frame;
    style.leastSide = style.titleHeight;
    const std::vector<NodeBox> boxes = m_shape == MapShape::Treemap
        ? treemapOf(m_tree->files, m_root, bounds, style)
        : icicleOf(m_tree->files, m_root, bounds, line + titlePadding, thinnest);
    std::vector<MapTile> tiles;
    std::vector<std::size_t> tileOf(m_tree->size(), noNode);
    tiles.reserve(boxes.size());
    for (const NodeBox &each : boxes) {
        const QRectF rect(each.box.x, each.box.y, each.box.width - 1, each.box.height - 1);
        if (rect.width() < thinnest - 1 || rect.height() < thinnest - 1)
            continue;
        MapTile tile {each.node, rect, {}, false};
        if (rect.width() >= roomForLetters && rect.height() >= line)
            tile.label = QRectF(rect.left() + 4, rect.top(), rect.width() - 8,
                                std::min(rect.height(), line + titlePadding));
        // Parents stand before their children.
        if (const std::size_t parent = tileOf[m_tree->files.nodes[each.node].parent];
            parent != noNode && each.node != m_root)
            tiles[parent].isOpen = true;
        tileOf[each.node] = tiles.size();
        tiles.push_back(tile);
    }
    return tiles;
}

void FileMap::layOut()
{
    m_tiles = m_tree ? tilesOf(QRectF(rect()).adjusted(cardMargin, cardMargin, -cardMargin, -cardMargin))
                     : std::vector<MapTile>();
    m_isDrawn.assign(m_tree ? m_tree->size() : 0, false);
    for (const MapTile &tile : m_tiles)
        m_isDrawn[tile.node] = true;
    update();
}

void FileMap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

QString FileMap::describe(std::size_t node) const
{
    if (!m_tree || node >= m_tree->size())
        return {};
    const std::uint64_t bytes = m_tree->files.nodes[node].bytes;
    const std::uint64_t all = m_tree->files.nodes.front().bytes;
    const QString sized = tr("%1: %2, %3 of %4")
                              .arg(m_tree->placeOf(node), sizeText(bytes),
                                   percentText(all > 0 ? double(bytes) / double(all) : 0), m_tree->stage);
    const QString text = node == 0 ? sized : tr("%1 · %2").arg(sized, categoryWord(m_tree->categoryOf(node)));
    const std::uint64_t wasted = m_tree->wastedOf(node);
    return wasted == 0 ? text : tr("%1; wasted: %2").arg(text, sizeText(wasted));
}

void FileMap::setCurrent(std::size_t node)
{
    m_current = node;
    setAccessibleDescription(describe(node));
    QAccessibleEvent news(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&news);
    update();
    emit currentChanged(node);
}

void FileMap::setRoot(std::size_t node)
{
    if (!m_tree || node >= m_tree->size())
        return;
    m_root = node;
    layOut();
    emit rootChanged(node);
    setCurrent(node);
}

void FileMap::enter(std::size_t node)
{
    // A file has no inside: its directory shows it best.
    const FileNode &place = m_tree->files.nodes[node];
    const std::size_t whole = place.childCount > 0 ? node : place.parent;
    if (whole != m_root)
        setRoot(whole);
    if (whole != node)
        setCurrent(node);
}

bool FileMap::isDrawn(std::size_t node) const
{
    return node < m_isDrawn.size() && m_isDrawn[node];
}

void FileMap::step(int direction)
{
    if (m_current == m_root)
        return;
    const FileNode &parent = m_tree->files.nodes[m_tree->files.nodes[m_current].parent];
    const std::size_t end = parent.firstChild + parent.childCount;
    // What is too small to be seen is passed over. Below 0 the number becomes larger than any end.
    std::size_t next = m_current;
    do
        next = direction > 0 ? next + 1 : next - 1;
    while (next >= parent.firstChild && next < end && !isDrawn(next));
    if (next >= parent.firstChild && next < end)
        setCurrent(next);
}

void FileMap::stepInto()
{
    const FileNode &place = m_tree->files.nodes[m_current];
    for (std::size_t i = 0; i < place.childCount; ++i)
        if (isDrawn(place.firstChild + i)) {
            setCurrent(place.firstChild + i);
            return;
        }
}

void FileMap::keyPressEvent(QKeyEvent *event)
{
    if (!m_tree) {
        QWidget::keyPressEvent(event);
        return;
    }
    const FileNode &place = m_tree->files.nodes[m_current];
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        step((event->key() == Qt::Key_Right) != isRightToLeft() ? 1 : -1);
        return;
    case Qt::Key_Down:
        stepInto();
        return;
    case Qt::Key_Up:
        if (m_current != m_root)
            setCurrent(place.parent);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        enter(m_current);
        return;
    case Qt::Key_Backspace: {
        const std::size_t left = m_root;
        if (left != 0) {
            setRoot(m_tree->files.nodes[left].parent);
            setCurrent(left);
        }
        return;
    }
    case Qt::Key_Home:
        setRoot(0);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

QRectF FileMap::onScreen(const QRectF &rect) const
{
    if (!isRightToLeft())
        return rect;
    return {width() - rect.right(), rect.top(), rect.width(), rect.height()};
}

std::size_t FileMap::tileAt(QPointF place) const
{
    // What lies inside comes later.
    for (std::size_t i = m_tiles.size(); i-- > 0;)
        if (onScreen(m_tiles[i].rect).contains(place))
            return i;
    return m_tiles.size();
}

void FileMap::mouseMoveEvent(QMouseEvent *event)
{
    const std::size_t tile = tileAt(event->position());
    const std::size_t node = tile < m_tiles.size() ? m_tiles[tile].node : noNode;
    if (node == m_hovered)
        return;
    m_hovered = node;
    update();
}

void FileMap::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = noNode;
    update();
}

void FileMap::mouseReleaseEvent(QMouseEvent *event)
{
    const std::size_t tile = tileAt(event->position());
    if (event->button() == Qt::LeftButton && tile < m_tiles.size())
        enter(m_tiles[tile].node);
}

bool FileMap::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        layOut();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::size_t tile = tileAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       tile < m_tiles.size() ? asToolTip(describe(m_tiles[tile].node)) : QString(), this);
    return true;
}

QColor FileMap::fillOf(const Theme &theme, LayerCategory category, bool isOpen)
{
    // What is open is only tinted: the colour belongs to what is in it.
    constexpr double openShare = 0.2;
    const double closedShare = theme.isDark() ? 0.38 : 0.55;
    return mixed(theme.color(theme.isDark() ? Role::Canvas : Role::Node), theme.color(categoryRole(category)),
                 isOpen ? openShare : closedShare);
}

void FileMap::paintTile(QPainter &painter, const MapTile &tile, const Theme &theme) const
{
    const FileNode &node = m_tree->files.nodes[tile.node];
    const LayerCategory category = m_tree->categoryOf(tile.node);
    const QColor fill = fillOf(theme, category, tile.isOpen);
    const QColor own = theme.color(categoryRole(category));
    // Borders of what is open stay behind those of what is in it.
    constexpr double borderShare = 0.6;
    const QColor border = tile.isOpen ? mixed(fill, own, borderShare) : own;
    const QRectF rect = onScreen(tile.rect);
    const bool isMarked = tile.node == m_hovered || (tile.node == m_current && hasFocus());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRect(rect);
    if (const std::uint64_t wasted = m_tree->wastedOf(tile.node); wasted > 0 && !tile.label.isEmpty()) {
        const qreal share = double(wasted) / double(node.bytes);
        QRectF strip = onScreen(tile.label);
        strip.setWidth(strip.width() * share);
        paintHatching(painter, strip, theme);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(isMarked ? QPen(theme.color(Role::EdgeCopy), 2) : QPen(border, 1));
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
    if (tile.label.isEmpty())
        return;
    painter.setPen(theme.color(Role::Text));
    const QRectF label = onScreen(tile.label);
    const QFontMetrics metrics(painter.font());
    const QString size = sizeText(node.bytes);
    const QString name = m_tree->nameOf(tile.node);
    const QString whole = tr("%1 · %2").arg(name, size);
    const QString shown = metrics.horizontalAdvance(whole) <= label.width()
        ? whole
        : metrics.elidedText(name, Qt::ElideRight, int(label.width()));
    painter.drawText(label, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                     shown);
}

void FileMap::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(m_theme);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(theme.isDark() ? Role::Canvas : Role::Node));
    for (const MapTile &tile : m_tiles)
        paintTile(painter, tile, theme);
}

} // namespace drydock::ui
