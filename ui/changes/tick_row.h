// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace drydock::ui {

/// A check box with a sentence that wraps and, if it comes from somewhere in the text, a link to there.
class TickRow final : public QWidget {
    Q_OBJECT

public:
    explicit TickRow(QWidget *parent = nullptr);

    void setText(const QString &text);
    /// \param words of the link; empty: none. With one, a click on the sentence follows it, else it ticks.
    void setLink(const QString &words);
    void setTicked(bool isTicked);
    /// \param reason why it cannot be changed; empty: it can.
    void setLocked(const QString &reason);
    QCheckBox *box() const { return m_box; }
    QString text() const;

signals:
    void ticked(bool isTicked); ///< By the reader.
    void linkFollowed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QCheckBox *m_box; ///< This and the following are owned by the row.
    QLabel *m_label;
    QPushButton *m_link;
};

/// A push button that looks like a link: flat, underlined, in the colour of links.
QPushButton *makeLink(QWidget *parent);

} // namespace drydock::ui
