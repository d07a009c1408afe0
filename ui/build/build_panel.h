// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/build_phase.h"
#include "ui/build/joint_log.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace drydock {
class BuildProgress;
struct ProgressStep;
struct Syntax;
} // namespace drydock

namespace drydock::ui {

class BuildHeader;
class BuildLogView;
class BuildMarks;
class BuildStepDelegate;
class BuildStepsModel;

/// A build while it runs and after: its steps, what they print, how it ended. Told everything; asks no engine.
class BuildPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BuildPanel(QWidget *parent = nullptr);
    ~BuildPanel() override;

    /// What a build would make, while none runs.
    void setTarget(const QString &target);
    void setTheme(ThemeKind kind);
    /// Where lines of the text that is built stand by now; without, they are taken to stand where they stood.
    /// \param marks borrowed, may die first; null for none.
    void setMarks(const BuildMarks *marks);

    /// Another build: what the last one said is gone.
    void showStart(const BuildStart &start);
    /// \param changed indexes into progress.steps(), as BuildProgress::add() returns them.
    void showProgress(const BuildProgress &progress, const std::vector<std::size_t> &changed);
    /// The same, of steps from anywhere. \param syntax of the text that is built.
    void showSteps(const std::vector<ProgressStep> &steps, const Syntax &syntax,
                   const std::vector<std::size_t> &changed);
    void showEnd(const BuildEnd &end);
    /// Nothing was built, as at first.
    void clear();

    BuildPhase phase() const;
    /// What all steps printed, for a file.
    QString logText() const;
    /// Selects a step and shows its log.
    void selectStep(std::size_t step);

signals:
    void buildRequested();
    void cancelRequested();
    /// The place of a step is to be shown. In the present text if there are marks, else in the one that is built.
    void revealed(drydock::TextRange range);
    void saveLogRequested(const QString &text);

private:
    struct Kept; ///< What the panel keeps of a step besides its row.

    QWidget *makeIdlePage();
    QWidget *makeBuildPage();
    void keep(std::size_t index, const ProgressStep &step, const Syntax &syntax);
    void updateFailure();
    void showLog();
    void reveal(std::size_t step);
    void tick();

    std::vector<std::unique_ptr<Kept>>
        m_steps; ///< By pointer: the log view holds on to a log while others come.
    JointLog m_all;
    std::optional<std::size_t> m_failed;
    std::optional<std::size_t> m_shown; ///< Whose log is shown; none: all.
    QPointer<const BuildMarks> m_marks;
    QElapsedTimer m_clock;
    QTimer m_second;
    BuildStepsModel *m_model; ///< This and the following are owned by the panel.
    BuildStepDelegate *m_delegate;
    BuildHeader *m_header;
    QStackedWidget *m_pages;
    QTreeView *m_tree = nullptr;
    BuildLogView *m_log = nullptr;
    QPushButton *m_build = nullptr;
};

} // namespace drydock::ui
