// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QWidget>

#include <cstdint>

class QStackedWidget;

namespace drydock::ui {

class SizeNotice;

/// Stands before a view that needs the files of an image, until somebody has read them.
class FilesPage final : public QWidget {
    Q_OBJECT

public:
    /// \param content what is shown once there are files. Owned by the page from now on.
    explicit FilesPage(QWidget *content, QWidget *parent = nullptr);

    /// What showUnread() says instead of asking for one image. \param button with its letter marked.
    void setQuestion(const QString &sentence, const QString &button);
    void showUnread();
    /// \param done, total bytes; total 0: nobody knows.
    void showReading(std::uint64_t done, std::uint64_t total);
    void showFailed(const Error &error);
    void showContent();

signals:
    void filesRequested();
    void filesCancelled();

private:
    void showNotice();

    QString m_question;
    QString m_button;
    SizeNotice *m_notice; ///< This and the following are owned by the page.
    QWidget *m_content;
    QStackedWidget *m_pages;
};

} // namespace drydock::ui
