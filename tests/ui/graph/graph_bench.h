// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_pane.h"
#include "ui/graph/graph_view.h"

#include <QApplication>
#include <QTest>

namespace drydock::ui {

inline const QByteArray twoStages = "FROM golang:1.21 AS build\n"
                                    "RUN go build -o /app\n"
                                    "\n"
                                    "FROM alpine:3.18\n"
                                    "COPY --from=build /app /usr/bin/app\n"
                                    "CMD [\"app\"]\n";

/// A pane over a text, shown off screen.
struct Bench {
    Document document;
    Selection selection;
    GraphPane pane {document, selection};

    explicit Bench(const QByteArray &text, QSize size = {1000, 700})
    {
        document.reset(text.toStdString());
        pane.scene().setRefreshDelay(0);
        pane.resize(size);
        pane.show();
        QApplication::processEvents();
    }

    QByteArray text() const { return QByteArray::fromStdString(std::string(document.text().bytes())); }
    std::size_t offsetOf(const QByteArray &word) const { return std::size_t(text().indexOf(word)); }
    void type(std::size_t at, const char *inserted)
    {
        document.apply(EditSet::replacing({at, at}, inserted), Origin::Text, QStringLiteral("Typing"));
    }
    void caret(std::size_t at) { selection.set({at, at}, nullptr); }
    NodeItem *node(const QString &title) const
    {
        for (NodeItem *item : const_cast<Bench *>(this)->pane.scene().nodesInOrder()) {
            if (item->title() == title)
                return item;
        }
        return nullptr;
    }
    void click(QPointF scenePosition)
    {
        QTest::mouseClick(pane.view().viewport(), Qt::LeftButton, {},
                          pane.view().mapFromScene(scenePosition));
    }
    QString selectedTitle()
    {
        const NodeItem *item = pane.scene().nodeItem(pane.scene().selectedNode());
        return item && item->state().isSelected ? item->title() : QString();
    }
    QByteArray selectedText() const
    {
        return QByteArray::fromStdString(std::string(document.text().slice(selection.range())));
    }
};

} // namespace drydock::ui
