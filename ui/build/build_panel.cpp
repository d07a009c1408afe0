// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_panel.h"

#include "ui/build/build_header.h"
#include "ui/build/build_log_view.h"
#include "ui/build/build_step_delegate.h"
#include "ui/build/build_steps_model.h"
#include "ui/common/build_marks.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {

struct BuildPanel::Kept {
    QString title;
    InstructionIndex instruction;
    TextRange range;
    std::uint32_t line = 0; ///< From 1; 0: nowhere.
    StepState state = StepState::Waiting;
    LogCopy log;
};

BuildPanel::BuildPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new BuildStepsModel(this))
    , m_delegate(new BuildStepDelegate(this))
    , m_header(new BuildHeader(this))
    , m_pages(new QStackedWidget(this))
{
    m_pages->addWidget(makeIdlePage());
    m_pages->addWidget(makeBuildPage());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &BuildPanel::tick);
    connect(m_header, &BuildHeader::buildRequested, this, &BuildPanel::buildRequested);
    connect(m_header, &BuildHeader::cancelRequested, this, &BuildPanel::cancelRequested);
    connect(m_header, &BuildHeader::failedLineRequested, this, [this] {
        if (m_failed)
            reveal(*m_failed);
    });
    clear();
}

BuildPanel::~BuildPanel() = default;

QWidget *BuildPanel::makeIdlePage()
{
    auto *page = new QWidget(this);
    auto *words
        = new QLabel(tr("A build tells what every stage weighs, what came from the cache and what had to be "
                        "done again."),
                     page);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    m_build = new QPushButton(tr("Build"), page);
    connect(m_build, &QPushButton::clicked, this, &BuildPanel::buildRequested);
    auto *column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(words);
    column->addWidget(m_build, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

QWidget *BuildPanel::makeBuildPage()
{
    m_tree = new QTreeView(this);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(14);
    m_tree->setAccessibleName(tr("Steps of the build"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(BuildStepsModel::Step, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(BuildStepsModel::Time, QHeaderView::Fixed);
    m_tree->header()->resizeSection(
        BuildStepsModel::Time, m_tree->fontMetrics().horizontalAdvance(QStringLiteral("88 min 88 s")) + 16);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BuildPanel::showLog);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree, [this](const QModelIndex &stage, int first) {
        if (stage.isValid() && first == 0) // Only once: who closes a stage wants it closed.
            m_tree->expand(stage);
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const auto step = m_model->stepAt(index))
            reveal(*step);
    });
    m_log = new BuildLogView(this);
    connect(m_log, &BuildLogView::saveRequested, this, [this] { emit saveLogRequested(logText()); });
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_log);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({400, 600});
    setFocusProxy(m_tree);
    return splitter;
}

void BuildPanel::setTarget(const QString &target)
{
    m_header->setTarget(target);
    m_build->setText(target.isEmpty() ? tr("Build") : tr("Build %1").arg(target));
}

void BuildPanel::setTheme(ThemeKind kind)
{
    m_header->setTheme(kind);
    m_delegate->setTheme(kind);
    m_tree->viewport()->update();
}

void BuildPanel::setMarks(const BuildMarks *marks)
{
    m_marks = marks;
}

BuildPhase BuildPanel::phase() const
{
    return m_header->phase();
}

void BuildPanel::clear()
{
    m_second.stop();
    m_log->setLog(nullptr, {});
    m_shown.reset();
    m_failed.reset();
    m_model->clear();
    m_steps.clear();
    m_all.clear();
    m_header->showEnd({BuildPhase::Idle, {}, {}});
    m_header->setFailedLine(0);
    m_pages->setCurrentIndex(0);
}

void BuildPanel::showStart(const BuildStart &start)
{
    clear();
    m_header->showStart(start);
    m_pages->setCurrentIndex(1);
    m_clock.start();
    m_second.start();
    showLog();
}

void BuildPanel::showProgress(const BuildProgress &progress, const std::vector<std::size_t> &changed)
{
    showSteps(progress.steps(), progress.syntax(), changed);
}

void BuildPanel::showSteps(const std::vector<ProgressStep> &steps, const Syntax &syntax,
                           const std::vector<std::size_t> &changed)
{
    if (phase() != BuildPhase::Running)
        return;
    std::vector<std::size_t> all = changed;
    for (std::size_t i = m_steps.size(); i < steps.size(); ++i)
        all.push_back(i);
    while (m_steps.size() < steps.size())
        m_steps.push_back(std::make_unique<Kept>());
    m_model->update(steps, changed);
    for (const std::size_t index : all) {
        if (index < steps.size())
            keep(index, steps[index], syntax);
    }
    std::size_t over = 0;
    std::size_t known = 0;
    for (const ProgressStep &step : steps) {
        known += std::size_t(step.instruction.isValid());
        over += std::size_t(step.instruction.isValid()
                            && (step.state == StepState::Done || step.state == StepState::Cached));
    }
    m_header->showSteps(over, known);
    m_log->catchUp();
    updateFailure();
}

void BuildPanel::keep(std::size_t index, const ProgressStep &step, const Syntax &syntax)
{
    Kept &kept = *m_steps[index];
    kept.title
        = QString::fromStdString(step.stage.empty() ? step.name : step.stage + ": " + step.name).simplified();
    kept.state = step.state;
    kept.instruction = step.instruction;
    if (step.instruction.value < syntax.instructions.size()) {
        kept.range = syntax.at(step.instruction).range;
        kept.line = syntax.at(step.instruction).firstLine;
    }
    kept.log.follow(step.log.lines(), step.log.dropped());
    const bool isOver = step.completed.has_value() || step.state == StepState::Failed
        || step.state == StepState::Cancelled || step.state == StepState::Done;
    m_all.add(index, kept.title, kept.log, isOver);
}

/// The step that failed is shown at once: nobody wants to look for it.
void BuildPanel::updateFailure()
{
    if (m_failed)
        return;
    const auto found = std::find_if(m_steps.begin(), m_steps.end(),
                                    [](const auto &step) { return step->state == StepState::Failed; });
    if (found == m_steps.end())
        return;
    m_failed = std::size_t(found - m_steps.begin());
    m_header->setFailedLine((*found)->line);
    selectStep(*m_failed);
}

void BuildPanel::showEnd(const BuildEnd &end)
{
    if (phase() == BuildPhase::Running)
        tick();
    m_second.stop();
    m_pages->setCurrentIndex(end.phase == BuildPhase::Idle ? 0 : 1);
    m_header->showEnd(end);
    updateFailure();
}

void BuildPanel::selectStep(std::size_t step)
{
    const QModelIndex place = m_model->indexOf(step);
    m_tree->setCurrentIndex(place);
    m_tree->scrollTo(place);
}

void BuildPanel::showLog()
{
    m_shown = m_model->stepAt(m_tree->currentIndex());
    if (m_shown && *m_shown < m_steps.size())
        m_log->setLog(&m_steps[*m_shown]->log, tr("Log of %1").arg(m_steps[*m_shown]->title));
    else
        m_log->setLog(&m_all.log(), tr("Log of all steps"));
}

void BuildPanel::reveal(std::size_t step)
{
    if (step >= m_steps.size() || m_steps[step]->line == 0)
        return;
    const TextRange range
        = m_marks ? m_marks->presentRangeOf(m_steps[step]->instruction) : m_steps[step]->range;
    if (!range.isEmpty())
        emit revealed(range);
}

QString BuildPanel::logText() const
{
    QString text;
    for (const auto &step : m_steps) {
        text += QStringLiteral("── %1\n").arg(step->title);
        for (const QString &line : step->log.lines)
            text.append(line).append(u'\n');
    }
    return text;
}

void BuildPanel::tick()
{
    m_header->showElapsed(m_clock.elapsed() / 1000 * 1000);
    m_model->setNow(QDateTime::currentMSecsSinceEpoch());
}

} // namespace drydock::ui
