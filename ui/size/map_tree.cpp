// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/map_tree.h"

#include "ui/size/size_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace drydock::ui {
namespace {

/// Lends its name to the translations of this file.
struct MapWords {
    Q_DECLARE_TR_FUNCTIONS(MapWords)
};

/// Enough for every node that could be seen; what is smaller is one tile together.
constexpr double leastShare = 0.00002;

} // namespace

QString printable(std::string_view bytes)
{
    QString text = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    for (QChar &letter : text)
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format)
            letter = QChar::ReplacementCharacter;
    return text;
}

std::size_t layerOf(const FileLayer &layer, const StageSize &size)
{
    for (std::size_t i = 0; i < size.layers.size() && !layer.diffId.empty(); ++i)
        if (size.layers[i].diffId == layer.diffId)
            return i;
    return std::min(layer.historyEntry, size.layers.size());
}

QString MapTree::nameOf(std::size_t node) const
{
    const FileNode &place = files.nodes[node];
    switch (place.kind) {
    case FileNodeKind::Image:
        return stage;
    case FileNodeKind::Layer:
        return place.layer < layers.size() ? layers[place.layer].name : printable(place.name);
    case FileNodeKind::Others:
        return MapWords::tr("%1 small ones").arg(place.files);
    default:
        return printable(place.name);
    }
}

QString MapTree::placeOf(std::size_t node) const
{
    const FileNodeKind kind = files.nodes[node].kind;
    if (kind == FileNodeKind::Image || kind == FileNodeKind::Layer)
        return nameOf(node);
    if (kind == FileNodeKind::Others)
        return MapWords::tr("%1 in %2").arg(nameOf(node), placeOf(files.nodes[node].parent));
    return u'/' + printable(files.pathOf(node));
}

LayerCategory MapTree::categoryOf(std::size_t node) const
{
    const FileNode &place = files.nodes[node];
    return place.kind == FileNodeKind::Image || place.layer >= layers.size() ? LayerCategory::Base
                                                                             : layers[place.layer].category;
}

std::uint64_t MapTree::wastedOf(std::size_t node) const
{
    const FileNode &place = files.nodes[node];
    return place.kind == FileNodeKind::Layer && place.layer < layers.size()
        ? std::min(layers[place.layer].wasted, place.bytes)
        : 0;
}

std::vector<std::size_t> MapTree::pathTo(std::size_t node) const
{
    std::vector<std::size_t> path {node};
    while (path.back() != 0)
        path.push_back(files.nodes[path.back()].parent);
    std::reverse(path.begin(), path.end());
    return path;
}

MapTree makeMapTree(const ImageContents &files, const ComparedSize &size, const WasteByLayer &waste)
{
    MapTree tree;
    FoldRule rule;
    rule.leastShare = leastShare;
    tree.files = layerTreeOf(files, rule);
    tree.stage = size.name;
    tree.layers.reserve(files.layers.size());
    for (const FileLayer &layer : files.layers) {
        MapTree::Layer shown;
        const std::size_t of = layerOf(layer, size.size);
        if (of < size.size.layers.size()) {
            shown.name = layerText(size.analysis.get(), size.size.layers[of]);
            shown.category = size.size.layers[of].category;
        }
        if (shown.name.isEmpty())
            shown.name = layer.createdBy.empty() ? MapWords::tr("layer") : printable(layer.createdBy);
        if (const auto found = waste.find(of); found != waste.end())
            shown.wasted = found->second;
        tree.layers.push_back(std::move(shown));
    }
    return tree;
}

} // namespace drydock::ui
