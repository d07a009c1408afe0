// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/refactor/rebuilds.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QStringListModel;
class QTreeWidget;

namespace drydock::ui {

/// "Touch a file": somebody edits a file of the build context; what has to be built again, now and after a change?
class TouchPane final : public QWidget {
    Q_OBJECT

public:
    explicit TouchPane(QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    /// \param before null: no file is open. \param after null: nothing is proposed.
    void setTexts(std::shared_ptr<const Analysis> before, std::shared_ptr<const Analysis> after);
    void touch(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Side {
        QWidget *column = nullptr;
        QLabel *summary = nullptr;
        QTreeWidget *steps = nullptr;
    };
    Side makeSide(const QString &name);
    void refresh();
    void offerPaths();
    void show(const Side &side, const Analysis &analysis, const QString &heading);

    std::shared_ptr<const Analysis> m_before;
    std::shared_ptr<const Analysis> m_after;
    std::shared_ptr<const BuildContext> m_offered; ///< Whose paths are offered.
    ThemeKind m_theme = ThemeKind::Light;
    QLineEdit *m_path; ///< This and the following are owned by the pane.
    QStringListModel *m_paths;
    QLabel *m_hint;
    Side m_now;
    Side m_then;
};

/// "3 of 7 steps run again", or why nothing does.
QString summaryOf(const Rebuilds &rebuilds, const BuildContext *folder);
/// Why a step runs again.
QString wordsFor(const Rebuild &step);

} // namespace drydock::ui
