// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/compare_pane.h"
#include "ui/size/files_page.h"
#include "ui/size/layers_pane.h"
#include "ui/size/map_pane.h"
#include "ui/size/size_panel.h"
#include "ui/size/size_words.h"
#include "ui/size/waste_pane.h"

#include <QTabWidget>

#include <algorithm>

// What the panel shows of the files of an image.

namespace drydock::ui {

void SizePanel::makeFilePage(QWidget *content, const QString &title)
{
    auto *page = new FilesPage(content, m_tabs);
    m_tabs->addTab(page, title);
    m_filePages.push_back(page);
    connect(page, &FilesPage::filesRequested, this, [this] {
        if (const StageSize *shown = shownStage())
            emit filesRequested(QString::fromStdString(shown->image));
    });
    connect(page, &FilesPage::filesCancelled, this, [this] {
        if (const StageSize *shown = shownStage())
            emit filesCancelled(QString::fromStdString(shown->image));
    });
}

void SizePanel::setFiles(const QString &image, std::shared_ptr<const ImageContents> files)
{
    m_files[image] = std::move(files);
    refresh();
}

void SizePanel::setFilesProgress(const QString &image, std::uint64_t done, std::uint64_t total)
{
    m_files[image] = Reading {done, total};
    if (const StageSize *shown = shownStage())
        refreshFiles(*shown);
}

void SizePanel::setFilesFailed(const QString &image, const Error &error)
{
    m_files[image] = error;
    if (const StageSize *shown = shownStage())
        refreshFiles(*shown);
}

void SizePanel::refreshFiles(const StageSize &shown)
{
    const auto &state = std::get<Measured>(m_state);
    const auto found = m_files.find(QString::fromStdString(shown.image));
    const Files files = found == m_files.end() ? Files() : found->second;
    const auto *read = std::get_if<std::shared_ptr<const ImageContents>>(&files);
    for (FilesPage *page : m_filePages) {
        if (const auto *reading = std::get_if<Reading>(&files))
            page->showReading(reading->done, reading->total);
        else if (const auto *error = std::get_if<Error>(&files))
            page->showFailed(*error);
        else if (read && *read)
            page->showContent();
        else
            page->showUnread();
    }
    const ComparedSize after {
        stageText(m_built.get(), shown.stage), shown, state.measurement.store, {}, m_built};
    const WasteByLayer waste = read && *read ? showFiles(**read, after) : WasteByLayer();
    m_compare->setSizes(choices(state), after, waste);
    m_layers->setSize(after, waste);
}

WasteByLayer SizePanel::showFiles(const ImageContents &files, const ComparedSize &size)
{
    WasteReport report = wasteOf(files);
    WasteByLayer waste;
    for (const WastePair &pair : report.pairs)
        waste[layerOf(files.layers[pair.addedIn], size.size)] += pair.bytes;
    const auto tree = std::make_shared<const MapTree>(makeMapTree(files, size, waste));
    for (MapPane *map : m_maps)
        map->setTree(tree);
    std::vector<InstructionIndex> instructions;
    instructions.reserve(files.layers.size());
    for (const FileLayer &layer : files.layers) {
        const std::size_t of = layerOf(layer, size.size);
        instructions.push_back(of < size.size.layers.size() ? size.size.layers[of].instruction
                                                            : InstructionIndex());
    }
    m_waste->setWaste(std::move(report), std::move(instructions), m_built);
    return waste;
}

void SizePanel::requestFix(const QString &refactoring, std::size_t caret)
{
    if (!m_built || !m_analysis)
        return;
    // The text may have changed since: the same instruction, the same place in it.
    const InstructionIndex built = m_built->syntax.instructionAt(caret);
    const TextRange now = rangeOf(built);
    if (!now.isEmpty())
        emit fixRequested(refactoring,
                          now.begin + (caret - std::min(caret, m_built->syntax.at(built).range.begin)));
}

} // namespace drydock::ui
