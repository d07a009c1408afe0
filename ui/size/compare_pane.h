// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_layers.h"
#include "ui/size/compared_size.h"
#include "ui/size/segments.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace drydock::ui {

class CompareBars;
class CompareModel;
class ElidedLabel;
class FileChangesPane;
class FilesPage;
class SizeDelegate;
class SizeLegend;

/// What there was and what there is: bars on one scale, what is gone in words, what whoever runs it notices, and a table of
/// layers or of files.
class ComparePane final : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(QWidget *parent = nullptr);

    /// \param choices what may stand as "before", the best first; the first is chosen unless a person chose another that
    /// is still there.
    void setSizes(std::vector<ComparedSize> choices, ComparedSize after, WasteByLayer waste);
    void setTheme(ThemeKind kind);
    /// Compares with the choice of this name, now or as soon as there is one.
    void choose(const QString &name);

    /// The two images whose files may be compared, before and after; empty where one of them was not built.
    QStringList images() const;
    /// Stands before what showFiles() shows.
    FilesPage &filesPage() { return *m_files; }
    /// The files of images(); neither is null.
    void showFiles(std::shared_ptr<const ImageContents> before, std::shared_ptr<const ImageContents> after);

signals:
    /// images() are other ones.
    void imagesChanged();
    /// Another image is to be measured for "before".
    void otherImageRequested();

private:
    void choose(int entry);
    void refresh();
    std::optional<ComparedSize> before() const;
    void showBehaviour(const std::optional<ComparedSize> &before);
    void showView();
    void openMenu(QPoint place);

    std::vector<ComparedSize> m_choices;
    ComparedSize m_after;
    WasteByLayer m_waste;
    int m_chosen = -1; ///< Into m_choices; -1: compared with nothing.
    QString m_wanted; ///< Name of what a person chose; empty: the first.
    CompareBars *m_bars; ///< This and the following are owned by the pane.
    ElidedLabel *m_behaviour;
    SizeLegend *m_legend;
    QComboBox *m_view;
    QLabel *m_withWord;
    QComboBox *m_with;
    CompareModel *m_model;
    QTreeView *m_table;
    SizeDelegate *m_delegate;
    FileChangesPane *m_changes;
    FilesPage *m_files; ///< Around m_changes.
    QStackedWidget *m_views;
};

} // namespace drydock::ui
