// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notice.h"

#include <QFrame>

#include <vector>

class QBoxLayout;
class QLabel;

namespace drydock::app {

/// One notice as a bar: glyph, sentence, buttons. Says what it is by shape and words, not by colour alone.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(const Notice &notice, QWidget *parent = nullptr);

    NoticeKind kind() const { return m_notice.kind; }
    QString text() const { return m_notice.text; }

    /// What the button for `action` says.
    static QString labelOf(NoticeAction action);

signals:
    void answered(drydock::app::NoticeKind kind, drydock::app::NoticeAction action);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showGlyph();

    Notice m_notice;
    QLabel *m_glyph; ///< Owned by the bar.
};

/// The bars of one file or of the window, above each other. Takes no room when there is nothing to say.
class MessageStack final : public QWidget {
    Q_OBJECT

public:
    explicit MessageStack(QWidget *parent = nullptr);

    void setNotices(const std::vector<Notice> &notices);

signals:
    void answered(drydock::app::NoticeKind kind, drydock::app::NoticeAction action);

private:
    QBoxLayout *m_layout; ///< Owned by the widget, as the bars in it are.
};

} // namespace drydock::app
