// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/samples.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace drydock::app {

/// What the window shows when nothing is open: a way to open, the recent files, samples. No tour, nothing modal.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// Shows the first five that still exist.
    void setRecent(const QStringList &paths);

signals:
    void openRequested();
    void newRequested();
    void recentRequested(const QString &path);
    void sampleRequested(const drydock::app::Sample &sample);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_card; ///< Owned by the page.
    QWidget *m_recentColumn; ///< Owned by the card.
    QVBoxLayout *m_recent; ///< Owned by its column.
};

} // namespace drydock::app
