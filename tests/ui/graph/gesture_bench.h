// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_gestures.h"
#include "ui/graph/graph_hand.h"
#include "ui/graph/graph_keys.h"
#include "ui/graph/graph_pane.h"
#include "ui/graph/graph_spot.h"
#include "ui/graph/graph_view.h"
#include "ui/graph/popover.h"
#include "ui/graph/stage_item.h"
#include "ui/graph/target_chooser.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QTest>

namespace drydock::ui {

/// A pane over a text, shown off screen, with a hand and a keyboard that send real events.
struct GestureBench {
    Document document;
    Selection selection;
    GraphPane pane {document, selection};
    QStringList said;

    explicit GestureBench(const QByteArray &text, QSize size = {1200, 800})
    {
        document.reset(text.toStdString());
        pane.scene().setRefreshDelay(0);
        pane.setDirection(DirectionChoice::LeftToRight);
        pane.resize(size);
        pane.show();
        QApplication::setActiveWindow(&pane);
        pane.view().setFocus();
        QObject::connect(&pane, &GraphPane::statusText, &pane,
                         [this](const QString &sentence) { said << sentence; });
        QApplication::processEvents();
    }

    QByteArray text() const { return QByteArray::fromStdString(std::string(document.text().bytes())); }
    QString undoText() const { return const_cast<GestureBench *>(this)->document.undoStack().undoText(); }
    int steps() const { return const_cast<GestureBench *>(this)->document.undoStack().index(); }
    void undo() { document.undoStack().undo(); }
    void redo() { document.undoStack().redo(); }
    void type(std::size_t at, const char *inserted)
    {
        document.apply(EditSet::replacing({at, at}, inserted), Origin::Text, QStringLiteral("Typing"));
    }

    NodeItem *node(const QString &title) const
    {
        for (NodeItem *item : const_cast<GestureBench *>(this)->pane.scene().nodesInOrder()) {
            if (item->title() == title)
                return item;
        }
        return nullptr;
    }
    EdgeItem *edge(EdgeKind kind, const QString &source = {}) const
    {
        auto &scene = const_cast<GestureBench *>(this)->pane.scene();
        for (EdgeItem *item : scene.edgeItems()) {
            const NodeItem *from = scene.nodeItem(item->bundle().source);
            if (item->bundle().kind == kind && (source.isEmpty() || (from && from->title() == source)))
                return item;
        }
        return nullptr;
    }
    std::size_t edgeCount() { return pane.scene().edgeItems().size(); }

    QPoint onScreen(QPointF scenePlace) { return pane.view().mapFromScene(scenePlace); }
    QPoint outPort(const QString &title) { return onScreen(outPortOf(*node(title))); }
    QPoint fromPort(const QString &title) { return onScreen(fromPortOf(*node(title))); }
    /// On the card, but on none of its parts.
    QPoint body(const QString &title)
    {
        const NodeItem *item = node(title);
        return onScreen(item->pos() + item->frame().bottomLeft() + QPointF(30, -4));
    }
    QPoint name(const QString &title)
    {
        const auto *item = static_cast<const StageItem *>(node(title));
        return onScreen(item->pos() + item->cardGeometry().title.center());
    }
    QPoint base(const QString &title)
    {
        const auto *item = static_cast<const StageItem *>(node(title));
        const QRectF rect = item->cardGeometry().base;
        return onScreen(item->pos() + QPointF(rect.left() + 20, rect.center().y()));
    }
    QPoint row(const QString &title, std::size_t index)
    {
        const auto rows = shownRows(*node(title));
        return index < rows.size() ? onScreen(rows[index].rect.center()) : QPoint();
    }
    QPoint canvas() { return {pane.view().viewport()->width() - 30, 60}; }

    void mouse(QEvent::Type type, QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const bool isMove = type == QEvent::MouseMove;
        const bool isUp = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, pane.view().viewport()->mapToGlobal(at),
                          isMove ? Qt::NoButton : Qt::LeftButton, isUp ? Qt::NoButton : Qt::LeftButton,
                          modifiers);
        QApplication::sendEvent(pane.view().viewport(), &event);
    }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        mouse(QEvent::MouseButtonPress, at, modifiers);
    }
    void moveTo(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        mouse(QEvent::MouseMove, at, modifiers);
    }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        mouse(QEvent::MouseButtonRelease, at, modifiers);
    }
    /// Presses, moves there in three steps and stays.
    void dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        press(from, modifiers);
        moveTo(from + (to - from) / 3, modifiers);
        moveTo(from + (to - from) * 2 / 3, modifiers);
        moveTo(to, modifiers);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        dragTo(from, to, modifiers);
        release(to, modifiers);
    }
    void doubleClick(QPoint at)
    {
        press(at);
        release(at);
        mouse(QEvent::MouseButtonDblClick, at);
        release(at);
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        press(at, modifiers);
        release(at, modifiers);
    }

    /// To whoever has the keyboard.
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &pane.view(), Qt::Key(key), modifiers);
    }
    void keys(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    Popover *popover() const
    {
        for (Popover *found :
             const_cast<GestureBench *>(this)->pane.view().viewport()->findChildren<Popover *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QList<QLineEdit *> fields() const
    {
        return popover() ? popover()->findChildren<QLineEdit *>() : QList<QLineEdit *>();
    }
    QPushButton *button(const QString &text) const
    {
        if (!popover())
            return nullptr;
        for (QPushButton *found : popover()->findChildren<QPushButton *>()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }
    QString selectedTitle()
    {
        const NodeItem *item = pane.scene().nodeItem(pane.scene().selectedNode());
        return item ? item->title() : QString();
    }
};

} // namespace drydock::ui
