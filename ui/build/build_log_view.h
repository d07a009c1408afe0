// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/log_copy.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace drydock::ui {

/// The log of a build: read-only, to search and copy. Takes over new lines twenty times a second, for at most half a frame
/// each time; stays at the end only while the reader is there.
class BuildLogView final : public QWidget {
    Q_OBJECT

public:
    explicit BuildLogView(QWidget *parent = nullptr);

    /// \param log borrowed until the next call; null shows nothing. \param title for screen readers.
    void setLog(const LogCopy *log, const QString &title);
    /// The log has grown.
    void catchUp();
    /// Nothing of the log is still to be taken over.
    bool isCurrent() const;

    /// The keyboard goes to the field that searches.
    void startSearch();
    QString text() const;

signals:
    void saveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Way { Next, Previous };
    QWidget *makeBar();
    void takeOver();
    void dropOld();
    void renewLast();
    void appendSome();
    void find(Way way);

    const LogCopy *m_log = nullptr;
    std::size_t m_first = 0; ///< The log's line that is the first block.
    std::size_t m_next = 0; ///< The log's line that is to come next.
    QTimer m_pace;
    QPlainTextEdit *m_text; ///< Owned by this, as the following.
    QLineEdit *m_words = nullptr;
    QLabel *m_answer = nullptr; ///< "not found"
};

} // namespace drydock::ui
