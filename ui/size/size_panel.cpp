// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/size_panel.h"

#include "ui/common/tool_tip.h"
#include "ui/size/compare_pane.h"
#include "ui/size/instruction_match.h"
#include "ui/size/layers_pane.h"
#include "ui/size/map_pane.h"
#include "ui/size/size_header.h"
#include "ui/size/size_notice.h"
#include "ui/size/size_words.h"
#include "ui/size/waste_pane.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr std::size_t mostChoices = 20; ///< Measurements that are offered to compare with.

const StageSize *sizeOfStage(const Measurement &measurement, StageIndex stage)
{
    for (const StageSize &each : measurement.stages)
        if (each.stage == stage)
            return &each;
    return nullptr;
}

} // namespace

SizePanel::SizePanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_notice(new SizeNotice(m_pages))
    , m_header(new SizeHeader(m_pages))
    , m_stages(new QComboBox(m_pages))
    , m_tabs(new QTabWidget(m_pages))
    , m_compare(new ComparePane(m_tabs))
    , m_layers(new LayersPane(m_tabs))
    , m_maps {new MapPane(MapShape::Treemap, m_tabs), new MapPane(MapShape::Icicle, m_tabs)}
    , m_waste(new WastePane(m_tabs))
{
    makeTabs();
    // The colours of bars and maps are made for this ground.
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *measured = new QWidget(m_pages);
    auto *column = new QVBoxLayout(measured);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tabs, 1);
    m_pages->addWidget(m_notice);
    m_pages->addWidget(measured);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    connect(m_header, &SizeHeader::rebuildRequested, this, &SizePanel::buildRequested);
    connect(m_header, &SizeHeader::pinRequested, this, &SizePanel::pinRequested);
    connect(m_header, &SizeHeader::runRequested, this, &SizePanel::runRequested);
    connect(m_compare, &ComparePane::otherImageRequested, this, &SizePanel::otherImageRequested);
    connect(m_compare, &ComparePane::imagesChanged, this, &SizePanel::refreshChangedFiles);
    connectFilesPage(m_compare->filesPage(), [this] { return m_compare->images(); });
    connect(m_layers, &LayersPane::chosen, this, [this](InstructionIndex instruction) {
        if (const TextRange range = rangeOf(instruction); !range.isEmpty())
            emit revealed(range);
    });
    connect(m_layers, &LayersPane::pointedAt, this,
            [this](InstructionIndex instruction) { emit pointedAt(rangeOf(instruction)); });
    connect(m_waste, &WastePane::fixRequested, this, &SizePanel::requestFix);
    setState(Unknown {});
}

void SizePanel::makeTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Views of the size"));
    m_tabs->addTab(m_compare, tr("&Compare"));
    m_tabs->addTab(m_layers, tr("&Layers"));
    makeFilePage(m_maps.front(), tr("&Treemap"));
    makeFilePage(m_maps.back(), tr("&Icicle"));
    makeFilePage(m_waste, tr("&Waste"));
    connect(m_tabs->tabBar(), &QTabBar::tabBarClicked, this, [this] { m_hasChosenTab = true; });
    m_stages->setAccessibleName(tr("Stage"));
    m_stages->setToolTip(asToolTip(tr("The stage whose size is shown")));
    m_stages->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_stages, &QComboBox::activated, this,
            [this](int row) { setStage(StageIndex {std::size_t(m_stages->itemData(row).toULongLong())}); });
    m_tabs->setCornerWidget(m_stages);
}

void SizePanel::setTheme(ThemeKind kind)
{
    m_theme = kind;
    m_header->setTheme(kind);
    m_compare->setTheme(kind);
    m_layers->setTheme(kind);
    for (MapPane *map : m_maps)
        map->setTheme(kind);
    m_waste->setTheme(kind);
}

void SizePanel::setAnalysis(std::shared_ptr<const Analysis> analysis)
{
    m_analysis = std::move(analysis);
}

void SizePanel::showUnknown()
{
    setState(Unknown {});
}

void SizePanel::showNotConnected(const QString &sentence, const QString &detail)
{
    setState(NotConnected {sentence, detail});
}

void SizePanel::showWaiting(const QString &sentence)
{
    setState(Waiting {sentence});
}

void SizePanel::showFailed(const Error &error)
{
    setState(error);
}

void SizePanel::showMeasured(const Measurement &measurement, std::optional<ComparedSize> before, bool isStale)
{
    const auto *last = std::get_if<Measured>(&m_state);
    const bool isSameText = last && last->measurement.textHash == measurement.textHash;
    if (!isStale)
        m_built = m_analysis;
    else if (!isSameText)
        m_built = nullptr;
    if (!isSameText)
        m_stage = {};
    forgetFiles();
    setState(Measured {measurement, std::move(before), isStale});
}

void SizePanel::setProposal(bool isProposal)
{
    m_header->setProposal(isProposal);
}

void SizePanel::setStale(bool isStale)
{
    auto *measured = std::get_if<Measured>(&m_state);
    if (!measured)
        return;
    const bool isOther = measured->isStale != isStale;
    measured->isStale = isStale;
    const bool isBuilt = !isStale && m_built != m_analysis;
    if (isBuilt)
        m_built = m_analysis;
    // An estimate is shown for as long as the text is another one.
    if (isBuilt || (isOther && !m_estimates.empty()))
        refresh();
    m_header->setStale(isStale);
}

void SizePanel::setEstimates(std::vector<ComparedSize> stages, StageIndex target)
{
    if (stages.empty() && m_estimates.empty())
        return;
    m_estimates = std::move(stages);
    m_estimatedTarget = target;
    refresh();
}

const ComparedSize *SizePanel::estimateOf(const Measured &state, const StageSize &shown) const
{
    if (!state.isStale)
        return nullptr;
    const bool isTarget = shown.stage == state.measurement.target;
    for (const ComparedSize &each : m_estimates) {
        if (isTarget ? each.size.stage == m_estimatedTarget
                     : !shown.name.empty() && each.size.name == shown.name)
            return &each;
    }
    return nullptr;
}

void SizePanel::compareWith(const ComparedSize &side)
{
    std::erase_if(m_others, [&side](const ComparedSize &other) { return other.name == side.name; });
    m_others.push_back(side);
    refresh();
    m_compare->choose(side.name);
}

void SizePanel::setMeasurements(std::vector<Measurement> measurements)
{
    m_measurements = std::move(measurements);
    refresh();
}

void SizePanel::setSteps(std::vector<LayerStep> steps)
{
    m_layers->setSteps(std::move(steps));
}

void SizePanel::setVerification(const QString &text, bool isGood)
{
    m_header->setVerification(text, isGood);
}

void SizePanel::setCurrentInstruction(InstructionIndex instruction)
{
    if (m_built && m_analysis)
        m_layers->setCurrent(sameInstruction(*m_analysis, instruction, *m_built));
}

TextRange SizePanel::rangeOf(InstructionIndex instruction) const
{
    if (!m_built || !m_analysis)
        return {};
    const InstructionIndex now = sameInstruction(*m_built, instruction, *m_analysis);
    return now ? m_analysis->syntax.at(now).range : TextRange();
}

void SizePanel::setState(State state)
{
    m_state = std::move(state);
    std::visit([this](const auto &shown) { showState(shown); }, m_state);
}

void SizePanel::showState(const Unknown &)
{
    m_notice->showText(tr("Build to see what each stage weighs."), {},
                       {{tr("&Build"), [this] { emit buildRequested(); }}});
    m_pages->setCurrentIndex(0);
}

void SizePanel::showState(const NotConnected &state)
{
    m_notice->showText(state.sentence, state.detail,
                       {{tr("&Retry"), [this] { emit retryRequested(); }},
                        {tr("&Choose Engine…"), [this] { emit chooseEngineRequested(); }},
                        {tr("Use a &Saved Image…"), [this] { emit savedImageRequested(); }}});
    m_pages->setCurrentIndex(0);
}

void SizePanel::showState(const Waiting &state)
{
    m_notice->showProgress(state.sentence, 0, 0, {});
    m_pages->setCurrentIndex(0);
}

void SizePanel::showState(const Error &error)
{
    m_notice->showText(errorSentence(error), QString::fromStdString(error.detail),
                       {{tr("&Retry"), [this] { emit retryRequested(); }}});
    m_pages->setCurrentIndex(0);
}

void SizePanel::showState(const Measured &state)
{
    if (!shownStage()) {
        m_notice->showText(tr("No stage was measured."), {},
                           {{tr("&Build"), [this] { emit buildRequested(); }}});
        m_pages->setCurrentIndex(0);
        return;
    }
    refresh();
    if (!m_hasChosenTab)
        m_tabs->setCurrentWidget(choices(state).empty() ? static_cast<QWidget *>(m_layers) : m_compare);
    m_pages->setCurrentIndex(1);
}

const StageSize *SizePanel::shownStage() const
{
    const auto *measured = std::get_if<Measured>(&m_state);
    if (!measured || measured->measurement.stages.empty())
        return nullptr;
    const Measurement &measurement = measured->measurement;
    if (const StageSize *chosen = m_stage ? sizeOfStage(measurement, m_stage) : nullptr)
        return chosen;
    const StageSize *target = sizeOfStage(measurement, measurement.target);
    return target ? target : &measurement.stages.back();
}

StageIndex SizePanel::stage() const
{
    const StageSize *shown = shownStage();
    return shown ? shown->stage : StageIndex();
}

void SizePanel::setStage(StageIndex stage)
{
    m_stage = stage;
    refresh();
}

void SizePanel::fillStages(const Measured &state)
{
    const Measurement &measurement = state.measurement;
    std::size_t count = m_built ? m_built->graph.stageCount() : 0;
    for (const StageSize &each : measurement.stages)
        if (each.stage)
            count = std::max(count, each.stage.value + 1);
    const QSignalBlocker silence(m_stages);
    m_stages->clear();
    auto *rows = qobject_cast<QStandardItemModel *>(m_stages->model());
    for (std::size_t i = 0; i < count; ++i) {
        const StageIndex stage {i};
        const StageSize *size = sizeOfStage(measurement, stage);
        const QString name = stageText(m_built.get(), stage);
        m_stages->addItem(size ? tr("%1 · %2").arg(name, sizeText(size->bytes))
                               : tr("%1 · not built").arg(name),
                          qulonglong(i));
        if (!size && rows)
            rows->item(int(i))->setEnabled(false);
    }
    m_stages->setCurrentIndex(m_stages->findData(qulonglong(stage().value)));
    m_stages->setVisible(count > 1);
}

ComparedSize SizePanel::sideOf(const Measured &state, const StageSize &shown) const
{
    ComparedSize side;
    side.name = stageText(m_built.get(), shown.stage);
    side.size = shown;
    side.store = state.measurement.store;
    side.analysis = m_built;
    if (shown.stage == state.measurement.target)
        side.config = state.measurement.config;
    return side;
}

std::vector<ComparedSize> SizePanel::choices(const Measured &state) const
{
    std::vector<ComparedSize> all;
    if (state.before)
        all.push_back(*state.before);
    all.insert(all.end(), m_others.begin(), m_others.end());
    const std::size_t most = all.size() + mostChoices;
    for (const Measurement &each : m_measurements) {
        const bool isShown
            = each.time == state.measurement.time && each.textHash == state.measurement.textHash;
        if (!each.result() || isShown || all.size() >= most)
            continue;
        ComparedSize side;
        side.name = tr("%1, measured %2").arg(QString::fromStdString(each.image), timeText(each.time));
        side.size = *each.result();
        side.store = each.store;
        side.config = each.config;
        side.measurement = std::make_shared<const Measurement>(each);
        all.push_back(std::move(side));
    }
    if (const StageSize *shown = shownStage()) {
        for (ComparedSize &side : all)
            side = atStage(std::move(side), *shown, shown->stage == state.measurement.target);
    }
    return all;
}

void SizePanel::refresh()
{
    const auto *state = std::get_if<Measured>(&m_state);
    const StageSize *shown = shownStage();
    if (!state || !shown)
        return;
    m_header->setMeasurement(state->measurement, *shown);
    m_header->setStale(state->isStale);
    fillStages(*state);
    refreshFiles(*shown);
}

} // namespace drydock::ui
