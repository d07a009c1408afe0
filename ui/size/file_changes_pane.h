// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_layers.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>

class QTableView;

namespace drydock::ui {

class ElidedLabel;
class FileChangesModel;
class SizeDelegate;

/// What two images have in files: a sentence and a table.
class FileChangesPane final : public QWidget {
    Q_OBJECT

public:
    explicit FileChangesPane(QWidget *parent = nullptr);

    /// Both shared, neither null. Looks anew only if they are other ones than before.
    void setFiles(std::shared_ptr<const ImageContents> before, std::shared_ptr<const ImageContents> after);
    void setTheme(ThemeKind kind);

private:
    void openMenu(QPoint place);

    std::shared_ptr<const ImageContents> m_before;
    std::shared_ptr<const ImageContents> m_after;
    FileChangesModel *m_model; ///< This and the following are owned by the pane.
    ElidedLabel *m_summary;
    QTableView *m_table;
    SizeDelegate *m_delegate;
};

} // namespace drydock::ui
