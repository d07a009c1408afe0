// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;

namespace drydock::app {

/// A dock of the window, before it exists.
struct PanelPlan {
    QString id; ///< The dock's object name; names it in the settings.
    QAction *action = nullptr; ///< Shows and hides it. Checkable, borrowed.
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea;
    int width = 320; ///< When it is shown for the first time ever.
    /// Makes the dock; called once, when it is first shown.
    std::function<QDockWidget *()> make;
};

/// The docks of a window: made when they are first shown, so that those that nobody looks at cost nothing. They come
/// back where they stood.
class Panels final : public QObject {
    Q_OBJECT

public:
    /// \param window borrowed; owns the docks.
    explicit Panels(QMainWindow &window);

    void add(PanelPlan plan);
    /// Shows those that were open when the window's state was saved. Call it behind QMainWindow::restoreState().
    void restore(const QStringList &open);
    /// The ids of those that are shown, but for the time of hideAll() of those that were.
    QStringList open() const;
    /// The docks that are to be seen, in the order of add().
    std::vector<QDockWidget *> visible() const;

    void hideAll();
    void showAgain();

signals:
    /// One was shown, or came to the front.
    void shown(const QString &id);

private:
    struct Panel {
        PanelPlan plan;
        QDockWidget *dock = nullptr; ///< Owned by the window; null before it is needed.
    };
    void show(std::size_t index, bool takeFocus);
    void ensure(std::size_t index);

    QMainWindow &m_window;
    std::vector<Panel> m_panels;
    QStringList m_hidden; ///< Between hideAll() and showAgain().
    bool m_areHidden = false;
};

} // namespace drydock::app
