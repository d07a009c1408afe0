// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/touch_pane.h"

#include "model/context/build_context.h"

#include <QCompleter>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr std::size_t mostOffered = 20'000; ///< Paths.
constexpr qsizetype longestStep = 160; ///< Letters.

QString stepText(const Syntax &syntax, const Instruction &instruction)
{
    const std::string_view text = syntax.textOf(instruction.range);
    return QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), std::size_t(longestStep))))
        .simplified();
}

} // namespace

QString summaryOf(const Rebuilds &rebuilds, const BuildContext *folder)
{
    switch (rebuilds.reach) {
    case Rebuilds::Reach::Sent:
        break;
    case Rebuilds::Reach::Ignored:
        return rebuilds.rule && folder
            ? TouchPane::tr("Nothing runs again: line %1 of “%2” leaves the file out.")
                  .arg(folder->ignoreFile().lineOfRule(*rebuilds.rule))
                  .arg(QString::fromStdString(folder->ignoreFile().path))
            : TouchPane::tr("Nothing runs again: the file is left out.");
    case Rebuilds::Reach::Missing:
        return TouchPane::tr("There is no such file beside the Dockerfile.");
    case Rebuilds::Reach::Unknown:
        return TouchPane::tr("It is not known what lies beside the Dockerfile.");
    }
    if (rebuilds.steps.empty())
        return TouchPane::tr("Nothing runs again: no step takes this file.");
    const std::size_t sure = rebuilds.sureCount();
    const std::size_t perhaps = rebuilds.steps.size() - sure;
    return perhaps == 0 ? TouchPane::tr("%1 of %2 steps run again.").arg(sure).arg(rebuilds.stepCount)
                        : TouchPane::tr("%1 of %2 steps run again, %3 more if a result differs.")
                              .arg(sure)
                              .arg(rebuilds.stepCount)
                              .arg(perhaps);
}

QString wordsFor(const Rebuild &step)
{
    switch (step.cause) {
    case RebuildCause::Takes:
        return TouchPane::tr("takes the file");
    case RebuildCause::MayTake:
        return TouchPane::tr("may take it");
    case RebuildCause::TakesResult:
        return TouchPane::tr("if what it takes differs");
    case RebuildCause::Follows:
        break;
    }
    return step.isSure ? TouchPane::tr("follows") : TouchPane::tr("may follow");
}

TouchPane::TouchPane(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit(this))
    , m_paths(new QStringListModel(this))
    , m_hint(new QLabel(this))
{
    auto *label = new QLabel(tr("&When this file changes:"), this);
    label->setBuddy(m_path);
    m_path->setPlaceholderText(tr("A file of the build context"));
    m_path->setAccessibleName(tr("A file of the build context"));
    m_path->setClearButtonEnabled(true);
    auto *completer = new QCompleter(m_paths, m_path);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    m_path->setCompleter(completer);
    connect(m_path, &QLineEdit::textChanged, this, &TouchPane::refresh);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setText(tr("A build takes from its cache what cannot have changed. Name a file that you often "
                       "edit, to see which "
                       "steps run again each time."));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_path, 1);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(10);
    m_now = makeSide(tr("Steps that run again now"));
    m_then = makeSide(tr("Steps that run again afterwards"));
    sides->addWidget(m_now.column, 1);
    sides->addWidget(m_then.column, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addLayout(sides, 1);
    column->addStretch();
    setFocusProxy(m_path);
}

TouchPane::Side TouchPane::makeSide(const QString &name)
{
    Side side;
    side.column = new QWidget(this);
    side.summary = new QLabel(side.column);
    side.summary->setTextFormat(Qt::PlainText);
    side.summary->setWordWrap(true);
    side.steps = new QTreeWidget(side.column);
    side.steps->setColumnCount(2);
    side.steps->setHeaderLabels({tr("Step"), tr("Why")});
    side.steps->setAccessibleName(name);
    side.steps->setFrameShape(QFrame::NoFrame);
    side.steps->setUniformRowHeights(true);
    side.steps->setRootIsDecorated(false);
    side.steps->setItemsExpandable(false);
    side.steps->setIndentation(10);
    side.steps->setSelectionMode(QAbstractItemView::NoSelection);
    side.steps->setTextElideMode(Qt::ElideRight);
    side.steps->header()->setStretchLastSection(false);
    side.steps->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    side.steps->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(side.column);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(side.summary);
    column->addWidget(side.steps, 1);
    return side;
}

void TouchPane::setTheme(ThemeKind kind)
{
    m_theme = kind;
    refresh();
}

void TouchPane::setTexts(std::shared_ptr<const Analysis> before, std::shared_ptr<const Analysis> after)
{
    m_before = std::move(before);
    m_after = std::move(after);
    if (isVisible())
        refresh();
}

void TouchPane::touch(const QString &path)
{
    m_path->setText(path);
}

void TouchPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TouchPane::offerPaths()
{
    const auto folder = m_before ? m_before->settings.folder : nullptr;
    if (folder == m_offered)
        return;
    m_offered = folder;
    QStringList paths;
    if (folder) {
        for (const ContextEntry &entry : folder->entries()) {
            if (entry.kind != EntryKind::Folder && std::size_t(paths.size()) < mostOffered)
                paths << QString::fromStdString(entry.path);
        }
    }
    m_paths->setStringList(paths);
}

void TouchPane::refresh()
{
    offerPaths();
    const bool hasPath = m_before && !m_path->text().trimmed().isEmpty();
    m_hint->setVisible(!hasPath);
    m_now.column->setVisible(hasPath);
    m_then.column->setVisible(hasPath && m_after);
    if (!hasPath)
        return;
    show(m_now, *m_before, m_after ? tr("Now: %1") : QStringLiteral("%1"));
    if (m_after)
        show(m_then, *m_after, tr("Afterwards: %1"));
}

void TouchPane::show(const Side &side, const Analysis &analysis, const QString &heading)
{
    const LintContext context(analysis.syntax, analysis.graph, analysis.options, analysis.settings);
    const Rebuilds rebuilds = rebuildsOf(context, m_path->text().trimmed().toStdString());
    side.summary->setText(heading.arg(summaryOf(rebuilds, analysis.settings.folder.get())));
    side.steps->clear();
    side.steps->setVisible(!rebuilds.steps.empty());
    const Theme &theme = Theme::of(m_theme);
    QTreeWidgetItem *stage = nullptr;
    StageIndex current;
    for (const Rebuild &step : rebuilds.steps) {
        if (!stage || step.stage != current) {
            current = step.stage;
            const GraphNode &node = analysis.graph.nodes[current.value];
            stage = new QTreeWidgetItem(side.steps, {QString::fromStdString(node.label())});
            stage->setFirstColumnSpanned(true);
            QFont bold = side.steps->font();
            bold.setBold(true);
            stage->setFont(0, bold);
            stage->setExpanded(true);
        }
        const Instruction &instruction = analysis.syntax.at(step.instruction);
        const QString sign = step.isSure ? QStringLiteral("⟳  ") : QStringLiteral("⟳? ");
        auto *item
            = new QTreeWidgetItem(stage, {sign + stepText(analysis.syntax, instruction), wordsFor(step)});
        item->setFont(0, QFontDatabase::systemFont(QFontDatabase::FixedFont));
        item->setForeground(0, theme.color(step.isSure ? Role::Rebuilt : Role::Text));
        item->setForeground(1, theme.color(Role::SecondaryText));
        item->setToolTip(0,
                         tr("Line %1: %2")
                             .arg(instruction.firstLine)
                             .arg(stepText(analysis.syntax, instruction).toHtmlEscaped()));
    }
}

} // namespace drydock::ui
