// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/path_store.h"
#include "model/text/text_range.h"
#include "ui/common/theme.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QSplitter;

namespace drydock::ui {
class GraphPane;
class OrderRail;
class TextView;
} // namespace drydock::ui

namespace drydock::app {

class MessageStack;
class OpenFile;
class TextHeader;

/// One open file in the window: what is to be said about it, its graph and its text. The two views are made when
/// they are first needed, so that files in the background cost nothing.
class EditorTab final : public QWidget {
    Q_OBJECT

public:
    enum class Pane : std::uint8_t { Graph, Text };

    /// `file` is borrowed and must outlive the tab.
    EditorTab(OpenFile &file, QWidget *parent = nullptr);
    ~EditorTab() override;

    OpenFile &file() { return m_file; }

    /// \returns true if they were made now.
    bool ensureViews();
    ui::GraphPane *graphPane() const
    {
        return m_graph;
    } ///< Null before ensureViews() and for text-only files.
    ui::TextView *textView() const { return m_text; } ///< Null before ensureViews().
    ui::OrderRail *rail() const { return m_rail; } ///< Null where graphPane() is.

    void setTheme(ui::ThemeKind kind);
    void setStacked(bool isStacked);
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

    /// The pane that was used last.
    Pane currentPane() const { return m_current; }
    void focusPane(Pane pane);
    /// Only the current pane, or both.
    void setMaximised(bool isMaximised);
    bool isMaximised() const { return m_isMaximised; }

    /// Selects `range` and brings the caret there, into the text.
    void goTo(TextRange range);

    /// Zooms the current pane. \pre ensureViews() was called.
    void zoomIn();
    void zoomOut();
    void zoomReset();

signals:
    void caretMoved();
    void saveAsRequested();
    void paneLayoutChanged();
    /// Something to say in the status bar for a moment.
    void statusText(const QString &text);
    /// What can be done with the selected stage is to be shown. \param place global.
    void stageMenuRequested(const QPoint &place);

private:
    void adoptActions();
    void makeRail();
    void updateHeader();
    void showNotices();
    void noteFocus(const QWidget *now);
    void keepPins();

    OpenFile &m_file;
    MessageStack *m_messages; ///< This and the following are owned by the tab.
    QHBoxLayout *m_row; ///< The rail, where there is one, and the splitter.
    QSplitter *m_splitter;
    QWidget *m_textPane;
    TextHeader *m_header;
    ui::OrderRail *m_rail = nullptr;
    ui::GraphPane *m_graph = nullptr;
    ui::TextView *m_text = nullptr;
    ui::ThemeKind m_theme = ui::ThemeKind::Light;
    PathStore m_pinStore {PathStore::folderOf(QStringLiteral("pins"))};
    QTimer m_pinDelay; ///< Between moving a box and keeping its place.
    QByteArray m_splitterState; ///< To be applied when the views are there.
    Pane m_current = Pane::Text;
    bool m_isFocused = false; ///< focusPane() was called.
    bool m_isMaximised = false;
};

} // namespace drydock::app
