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
    connectFilesPage(*page, [this] {
        const StageSize *shown = shownStage();
        return shown ? QStringList {QString::fromStdString(shown->image)} : QStringList();
    });
}

void SizePanel::connectFilesPage(FilesPage &page, const std::function<QStringList()> &images)
{
    connect(&page, &FilesPage::filesRequested, this, [this, images] {
        QStringList wanted = images();
        wanted.removeDuplicates();
        for (const QString &image : std::as_const(wanted)) {
            const Files files = filesOf(image);
            if (files.index() == 0 || std::holds_alternative<Error>(files))
                emit filesRequested(image);
        }
    });
    connect(&page, &FilesPage::filesCancelled, this, [this, images] {
        for (const QString &image : images()) {
            if (!std::holds_alternative<Reading>(filesOf(image)))
                continue;
            m_files.erase(image);
            emit filesCancelled(image);
        }
        if (const StageSize *shown = shownStage())
            refreshFiles(*shown);
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

SizePanel::Files SizePanel::filesOf(const QString &image) const
{
    const auto found = m_files.find(image);
    return found == m_files.end() ? Files() : found->second;
}

/// \returns false if the files are there and the page is to show them.
bool SizePanel::showFilesState(FilesPage &page, const Files &files)
{
    if (const auto *reading = std::get_if<Reading>(&files))
        page.showReading(reading->done, reading->total);
    else if (const auto *error = std::get_if<Error>(&files))
        page.showFailed(*error);
    else if (std::holds_alternative<std::monostate>(files))
        page.showUnread();
    else
        return false;
    return true;
}

void SizePanel::refreshFiles(const StageSize &shown)
{
    const auto &state = std::get<Measured>(m_state);
    const Files files = filesOf(QString::fromStdString(shown.image));
    for (FilesPage *page : m_filePages) {
        if (!showFilesState(*page, files))
            page->showContent();
    }
    const auto *read = std::get_if<std::shared_ptr<const ImageContents>>(&files);
    const ComparedSize now = sideOf(state, shown);
    const WasteByLayer waste = read ? showFiles(**read, now) : WasteByLayer();
    std::vector<ComparedSize> before = choices(state);
    if (const ComparedSize *estimate = estimateOf(state, shown)) {
        before.insert(before.begin(), now);
        before.front().name = tr("measured %1").arg(timeText(state.measurement.time));
        m_compare->setSizes(std::move(before), *estimate, {});
    } else {
        m_compare->setSizes(std::move(before), now, waste);
    }
    m_layers->setSize(now, waste);
    refreshChangedFiles();
}

void SizePanel::refreshChangedFiles()
{
    const QStringList images = m_compare->images();
    if (images.contains(QString()))
        return;
    std::vector<Files> both;
    Reading together;
    for (const QString &image : images) {
        both.push_back(filesOf(image));
        const auto *read = std::get_if<std::shared_ptr<const ImageContents>>(&both.back());
        if (const auto *reading = std::get_if<Reading>(&both.back())) {
            together.done += reading->done;
            together.total += reading->total;
        } else if (!read) {
            showFilesState(m_compare->filesPage(), both.back());
            return;
        }
    }
    const auto *before = std::get_if<std::shared_ptr<const ImageContents>>(&both.front());
    const auto *after = std::get_if<std::shared_ptr<const ImageContents>>(&both.back());
    if (before && after)
        m_compare->showFiles(*before, *after);
    else
        showFilesState(m_compare->filesPage(), together);
}

void SizePanel::forgetFiles()
{
    // What an id names never changes; a path or a tag may name something else by now.
    std::erase_if(m_files, [](const auto &known) {
        return !known.first.startsWith(QLatin1String("sha256:"))
            || std::holds_alternative<Error>(known.second);
    });
    // Files of some images are megabytes; of those beyond, the reader has not asked lately.
    constexpr std::size_t mostImages = 6;
    while (m_files.size() > mostImages)
        m_files.erase(m_files.begin());
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
