// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/compare_pane.h"

#include "model/image/image_difference.h"
#include "ui/common/tool_tip.h"
#include "ui/common/translated.h"
#include "ui/size/compare_bars.h"
#include "ui/size/compare_model.h"
#include "ui/size/elided_label.h"
#include "ui/size/file_changes_pane.h"
#include "ui/size/files_page.h"
#include "ui/size/size_delegate.h"
#include "ui/size/size_legend.h"
#include "ui/size/size_table.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int otherImage = -2; ///< Item data; others are indexes of choices, -1 is nothing.
constexpr int comboLetters = 22;
enum View { Layers, Files };

} // namespace

ComparePane::ComparePane(QWidget *parent)
    : QWidget(parent)
    , m_bars(new CompareBars(this))
    , m_behaviour(new ElidedLabel(this))
    , m_legend(new SizeLegend(this))
    , m_view(new QComboBox(this))
    , m_withWord(makePlainLabel(tr("Compared &with"), this))
    , m_with(new QComboBox(this))
    , m_model(new CompareModel(this))
    , m_table(new QTreeView(this))
    , m_delegate(new SizeDelegate(m_table))
    , m_changes(new FileChangesPane(this))
    , m_files(new FilesPage(m_changes, this))
    , m_views(new QStackedWidget(this))
{
    m_view->addItem(tr("by layer"), Layers);
    m_view->addItem(tr("by file"), Files);
    m_view->setAccessibleName(tr("What is compared"));
    m_view->setToolTip(asToolTip(tr("What is compared")));
    connect(m_view, &QComboBox::activated, this, &ComparePane::showView);
    m_files->setQuestion(tr("Which files are gone, new or of another size? The engine can hand out both "
                            "images to look into them."),
                         tr("&Read the Files of Both"));
    m_withWord->setBuddy(m_with);
    m_withWord->setWordWrap(false);
    m_withWord->setForegroundRole(QPalette::PlaceholderText);
    m_with->setAccessibleName(tr("Compared with"));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_with->setMinimumContentsLength(comboLetters);
    connect(m_with, &QComboBox::activated, this, [this](int row) { choose(m_with->itemData(row).toInt()); });
    prepareTree(*m_table, tr("Comparison by category and layer"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparePane::openMenu);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 2, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_legend, 1);
    row->addWidget(m_view);
    row->addWidget(m_withWord);
    row->addWidget(m_with);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bars);
    auto *behaviour = new QHBoxLayout;
    behaviour->setContentsMargins(12, 0, 12, 4);
    behaviour->addWidget(m_behaviour);
    behaviour->addStretch();
    column->addLayout(behaviour);
    column->addLayout(row);
    m_views->addWidget(m_table);
    m_views->addWidget(m_files);
    column->addWidget(m_views, 1);
    setFocusProxy(m_views);
    showView();
}

void ComparePane::setSizes(std::vector<ComparedSize> choices, ComparedSize after, WasteByLayer waste)
{
    m_choices = std::move(choices);
    m_after = std::move(after);
    m_waste = std::move(waste);
    m_chosen = m_choices.empty() ? -1 : 0;
    const QSignalBlocker silence(m_with);
    m_with->clear();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_with->addItem(m_choices[i].name, int(i));
        if (!m_wanted.isEmpty() && m_choices[i].name == m_wanted)
            m_chosen = int(i);
    }
    m_with->addItem(tr("nothing"), -1);
    m_with->addItem(tr("Another image…"), otherImage);
    refresh();
}

void ComparePane::choose(int entry)
{
    if (entry == otherImage) {
        refresh();
        emit otherImageRequested();
        return;
    }
    m_chosen = entry;
    m_wanted = entry < 0 ? QString() : m_choices[std::size_t(entry)].name;
    refresh();
    emit imagesChanged();
}

void ComparePane::choose(const QString &name)
{
    m_wanted = name;
    const auto found = std::find_if(m_choices.begin(), m_choices.end(),
                                    [&](const ComparedSize &choice) { return choice.name == name; });
    if (found != m_choices.end())
        choose(int(found - m_choices.begin()));
}

std::optional<ComparedSize> ComparePane::before() const
{
    return m_chosen < 0 ? std::nullopt : std::optional(m_choices[std::size_t(m_chosen)]);
}

QStringList ComparePane::images() const
{
    const std::optional<ComparedSize> before = this->before();
    const auto imageOf = [](const ComparedSize &side) {
        return side.isEstimate() ? QString() : QString::fromStdString(side.size.image);
    };
    return {before ? imageOf(*before) : QString(), imageOf(m_after)};
}

void ComparePane::showFiles(std::shared_ptr<const ImageContents> before,
                            std::shared_ptr<const ImageContents> after)
{
    m_changes->setFiles(std::move(before), std::move(after));
    m_files->showContent();
}

void ComparePane::showView()
{
    const bool canCompareFiles = !images().contains(QString());
    m_view->setVisible(canCompareFiles);
    m_views->setCurrentWidget(
        canCompareFiles && m_view->currentData() == Files ? static_cast<QWidget *>(m_files) : m_table);
}

void ComparePane::showBehaviour(const std::optional<ComparedSize> &before)
{
    const bool isKnown = before && before->config && m_after.config;
    m_behaviour->setVisible(isKnown);
    if (!isKnown)
        return;
    QStringList words;
    for (const ContractDifference &difference : differencesOf(*before->config, *m_after.config))
        words.append(translated("contract", difference.text));
    m_behaviour->setText(words.isEmpty() ? tr("Whoever runs it notices no difference in how it starts.")
                                         : tr("Whoever runs it notices: %1").arg(words.join(u' ')));
    m_behaviour->setToolTip(words.isEmpty() ? QString() : asToolTip(words.join(u'\n')));
}

void ComparePane::refresh()
{
    m_with->setCurrentIndex(m_with->findData(m_chosen));
    const std::optional<ComparedSize> before = this->before();
    m_bars->setSizes(before, m_after, m_waste);
    std::vector<LayerCategory> categories;
    for (const ComparedSize &side : {before.value_or(ComparedSize()), m_after})
        for (const Segment &segment : segmentsOf(side.size))
            categories.push_back(segment.category); // NOLINT(performance-inefficient-vector-operation)
    m_legend->setShown(categories, !m_waste.empty());
    m_model->setSizes(before, m_after);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(CompareModel::What, QHeaderView::Stretch);
    const bool isAlone = !before || !areComparable(*before, m_after);
    m_table->setColumnHidden(CompareModel::Before, isAlone);
    m_table->setColumnHidden(CompareModel::Change, isAlone);
    showBehaviour(before);
    showView();
}

void ComparePane::setTheme(ThemeKind kind)
{
    m_bars->setTheme(kind);
    m_legend->setTheme(kind);
    m_model->setTheme(kind);
    m_delegate->setTheme(kind);
    m_changes->setTheme(kind);
    m_behaviour->setColor(Theme::of(kind).color(Role::SecondaryText));
    if (!m_after.size.layers.empty())
        refresh();
}

void ComparePane::openMenu(QPoint place)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Copy the Table")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_model->asText()); });
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

} // namespace drydock::ui
