// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/size/waste_model.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace drydock::ui {

class ElidedLabel;
class SizeDelegate;

/// What is stored for nothing: how much, which files, which lines are to blame, and the way out.
class WastePane final : public QWidget {
    Q_OBJECT

public:
    explicit WastePane(QWidget *parent = nullptr);

    /// As WasteModel::setWaste().
    void setWaste(WasteReport report, std::vector<InstructionIndex> instructions,
                  std::shared_ptr<const Analysis> analysis);
    void setTheme(ThemeKind kind);
    /// "4.1 MB of 740 MB wasted · 3 files · efficiency 99.4 %".
    QString summary() const;

signals:
    /// \param caret in the text that was built.
    void fixRequested(const QString &refactoring, std::size_t caret);

private:
    void fixCurrent();
    void showFix();

    WasteModel *m_model; ///< This and the following are owned by the pane.
    ElidedLabel *m_summary;
    QPushButton *m_fix;
    QTableView *m_table;
    SizeDelegate *m_delegate;
};

} // namespace drydock::ui
