// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/waste.h"

#include "model/image/file_history.h"
#include "model/image/size_report.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace drydock {
namespace {

void add(std::uint64_t &sum, std::uint64_t bytes)
{
    sum += std::min(bytes, std::numeric_limits<std::uint64_t>::max() - sum);
}

WasteKind kindOf(const PlacedEntry &lost, LossKind kind, const LayerEntry *replacement)
{
    if (kind == LossKind::Removed)
        return WasteKind::Removed;
    const bool isRepeated
        = replacement->kind == LayerEntryKind::File && replacement->bytes == lost.entry->bytes;
    return isRepeated ? WasteKind::Repeated : WasteKind::Replaced;
}

std::vector<WastePair> pairsOf(const std::vector<WastedFile> &files)
{
    std::map<std::tuple<std::size_t, std::size_t, WasteKind>, WastePair> byPlace;
    for (const WastedFile &file : files) {
        WastePair &pair = byPlace[{file.addedIn, file.lostIn, file.kind}];
        pair.addedIn = file.addedIn;
        pair.lostIn = file.lostIn;
        pair.kind = file.kind;
        add(pair.bytes, file.bytes);
        ++pair.files;
    }
    std::vector<WastePair> pairs;
    pairs.reserve(byPlace.size());
    for (const auto &[place, pair] : byPlace)
        pairs.push_back(pair);
    std::ranges::stable_sort(pairs, std::ranges::greater(), &WastePair::bytes);
    return pairs;
}

} // namespace

double WasteReport::efficiency() const
{
    return totalBytes == 0 ? 1.0 : static_cast<double>(finalBytes) / static_cast<double>(totalBytes);
}

WasteReport wasteOf(const ImageContents &image)
{
    WasteReport report;
    const auto note
        = [&report](const PlacedEntry &lost, std::size_t by, LossKind kind, const LayerEntry *replacement) {
              if (lost.entry->bytes == 0)
                  return;
              add(report.wastedBytes, lost.entry->bytes);
              report.files.push_back(
                  {lost.entry->path, lost.entry->bytes, lost.layer, by, kindOf(lost, kind, replacement)});
          };
    for (const PlacedEntry &file : finalFilesOf(image, note))
        add(report.finalBytes, file.entry->bytes);
    report.totalBytes = report.finalBytes;
    add(report.totalBytes, report.wastedBytes);
    std::ranges::sort(report.files, [](const WastedFile &a, const WastedFile &b) {
        return std::tie(b.bytes, a.path, a.addedIn) < std::tie(a.bytes, b.path, b.addedIn);
    });
    report.pairs = pairsOf(report.files);
    return report;
}

std::vector<InstructionIndex> instructionsOfLayers(const Syntax &syntax, const StageGraph &graph,
                                                   StageIndex stage, const ImageContents &image)
{
    const StageSize size = matchHistory(syntax, graph, stage, image.history, {});
    std::vector<InstructionIndex> instructions;
    instructions.reserve(image.layers.size());
    for (const FileLayer &layer : image.layers) {
        const bool isKnown = layer.historyEntry < size.layers.size();
        instructions.push_back(isKnown ? size.layers[layer.historyEntry].instruction : InstructionIndex());
    }
    return instructions;
}

} // namespace drydock
