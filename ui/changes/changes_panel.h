// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/changes/change_draft.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>
#include <string>

class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QTabWidget;
class QVBoxLayout;

namespace drydock::ui {

class DecisionPane;
class DiffView;
class EffectPane;
class TouchPane;

/// A refactoring before it happens: what it would do, what it rests on, what can be chosen. Nothing changes before Apply,
/// which is one undo step. Follows the text: what is proposed is always meant for the text as it is.
class ChangesPanel final : public QWidget {
    Q_OBJECT

public:
    /// Writes files beside the Dockerfile. \returns why not; empty if they are written.
    using WriteFiles = std::function<QString(const std::map<std::string, std::string> &files)>;

    explicit ChangesPanel(QWidget *parent = nullptr);
    ~ChangesPanel() override;

    /// \param document borrowed until the next call; null: no file is open. Another one ends what is proposed.
    void setDocument(Document *document);
    void setSources(const ChangeSources &sources);
    /// \param write empty: files cannot be written. Call it for each document.
    void setFileWriter(WriteFiles write);
    void setTheme(ThemeKind kind);

    /// Shows what `refactoring` proposes.
    void open(const Refactoring &refactoring, RefactorWish wish);
    /// Nothing is proposed any more.
    void close();
    /// Null if nothing is proposed.
    const ChangeDraft *draft() const { return m_draft.get(); }
    /// Shows what runs again when a file changes.
    void showTouch();

    void apply();

    QSize sizeHint() const override { return {1000, 340}; }
    QSize minimumSizeHint() const override { return {260, 160}; }

signals:
    /// A place of the text is to be shown.
    void revealed(drydock::TextRange range);
    void statusText(const QString &sentence);
    /// It was applied or given up: the panel has nothing more to show.
    void done();
    /// What is proposed is to be built in a copy and compared with what is there: see draft().
    void tryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    enum class Shape : std::uint8_t { Columns, Halves, Stacked };

    void makeButtons(QVBoxLayout *column);
    void takeShape();
    void onChanged(const Change &change);
    void askAgain();
    /// \param isOther another proposal: views go to its beginning.
    void refresh(bool isOther);
    void showEffect();
    void showFiles(bool isOther);
    void updateApply();
    void cancel();

    QPointer<Document> m_document;
    ChangeSources m_sources;
    WriteFiles m_write;
    std::unique_ptr<ChangeDraft> m_draft;
    ThemeKind m_theme = ThemeKind::Light;
    Shape m_shape = Shape::Halves;
    QTimer m_ask; ///< The text changed; it is asked again when typing pauses.
    bool m_isStale = false; ///< It changed while nobody looked.
    QSplitter *m_splitter; ///< This and the following are owned by the panel.
    QScrollArea *m_left;
    QScrollArea *m_right; ///< Of the effect, if there is room for a column of its own.
    DecisionPane *m_decision;
    EffectPane *m_effect;
    QTabWidget *m_tabs;
    DiffView *m_diff;
    std::map<std::string, DiffView *> m_files; ///< By path.
    TouchPane *m_touch;
    QLabel *m_why;
    QPushButton *m_apply = nullptr;
    QPushButton *m_try = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace drydock::ui
