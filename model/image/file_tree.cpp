// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/file_tree.h"

#include "model/image/file_history.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace drydock {
namespace {

/// Deeper folders are shown as one name, "a/b/c": nobody has them, and evil archives have them by the thousand.
constexpr std::size_t mostLevels = 64;

void add(std::uint64_t &sum, std::uint64_t bytes)
{
    sum += std::min(bytes, std::numeric_limits<std::uint64_t>::max() - sum);
}

/// Folders before what is called like them with something behind: "a/b" comes before "a.b".
bool comesBefore(const PlacedEntry &a, const PlacedEntry &b)
{
    const auto weight = [](char each) { return each == '/' ? 0 : 1 + static_cast<unsigned char>(each); };
    return std::ranges::lexicographical_compare(a.entry->path, b.entry->path, std::ranges::less(), weight,
                                                weight);
}

FileNodeKind kindOf(const LayerEntry &entry)
{
    switch (entry.kind) {
    case LayerEntryKind::Folder:
        return FileNodeKind::Folder;
    case LayerEntryKind::Removed:
    case LayerEntryKind::Emptied:
        return FileNodeKind::Removed;
    default:
        return FileNodeKind::File;
    }
}

/// A part of the sorted entries that becomes one node.
struct Share {
    FileNode node;
    std::span<const PlacedEntry> entries;
};

class TreeMaker {
public:
    TreeMaker(const FoldRule &rule, std::uint64_t total)
        : m_leastBytes(rule.leastShare > 0 ? rule.leastShare * static_cast<double>(total) : 0)
        , m_mostChildren(rule.mostChildren)
    { }

    std::size_t addNode(FileNode node)
    {
        m_tree.nodes.push_back(std::move(node));
        return m_tree.nodes.size() - 1;
    }

    FileNode &node(std::size_t index) { return m_tree.nodes[index]; }

    /// \param entries of which all lie below `parent`, sorted by comesBefore(). \param begin where their paths differ.
    void addChildren(std::size_t parent, std::span<const PlacedEntry> entries, std::size_t begin,
                     std::size_t level)
    {
        std::vector<Share> shares = sharesOf(entries, begin, level);
        std::ranges::sort(shares, [](const Share &a, const Share &b) {
            return a.node.bytes != b.node.bytes ? a.node.bytes > b.node.bytes : a.node.name < b.node.name;
        });
        fold(shares);
        const std::size_t first = m_tree.nodes.size();
        node(parent).firstChild = first;
        node(parent).childCount = shares.size();
        m_tree.nodes.reserve(std::max(m_tree.nodes.capacity(), first + shares.size()));
        for (Share &share : shares) {
            share.node.parent = parent;
            m_tree.nodes.push_back(std::move(share.node));
        }
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const std::size_t end = begin + m_tree.nodes[first + i].name.size() + 1;
            if (!shares[i].entries.empty())
                addChildren(first + i, shares[i].entries, end, level + 1);
        }
    }

    FileTree take() { return std::move(m_tree); }

private:
    static std::vector<Share> sharesOf(std::span<const PlacedEntry> entries, std::size_t begin,
                                       std::size_t level)
    {
        std::vector<Share> shares;
        for (std::size_t i = 0; i < entries.size();) {
            const std::string_view path = entries[i].entry->path;
            const std::size_t end
                = level + 1 < mostLevels ? std::min(path.find('/', begin), path.size()) : path.size();
            const std::string_view whole = path.substr(0, end);
            Share share;
            share.node.name = whole.substr(std::min(begin, whole.size()));
            share.node.kind = FileNodeKind::Folder;
            share.node.layer = entries[i].layer;
            std::size_t last = i;
            std::size_t own = i; // Entries of this very path come before those below it.
            for (; last < entries.size() && isAtOrBelow(entries[last].entry->path, whole); ++last) {
                const LayerEntry &entry = *entries[last].entry;
                if (entry.path.size() == whole.size())
                    own = last + 1;
                add(share.node.bytes, entry.bytes);
                share.node.files += entry.kind == LayerEntryKind::Folder ? 0 : 1;
            }
            share.entries = entries.subspan(own, last - own);
            if (share.entries.empty())
                share.node.kind = kindOf(*entries[own - 1].entry);
            shares.push_back(std::move(share));
            i = last;
        }
        return shares;
    }

    static bool isAtOrBelow(std::string_view path, std::string_view whole)
    {
        return path.starts_with(whole) && (path.size() == whole.size() || path[whole.size()] == '/');
    }

    void fold(std::vector<Share> &shares) const
    {
        std::size_t kept = m_mostChildren == 0 ? shares.size() : std::min(shares.size(), m_mostChildren);
        while (kept > 0 && static_cast<double>(shares[kept - 1].node.bytes) < m_leastBytes)
            --kept;
        if (shares.size() - kept < 2)
            return;
        Share others;
        others.node.kind = FileNodeKind::Others;
        for (std::size_t i = kept; i < shares.size(); ++i) {
            add(others.node.bytes, shares[i].node.bytes);
            others.node.files += shares[i].node.files;
            others.node.layer = shares[i].node.layer;
        }
        shares.resize(kept);
        shares.push_back(std::move(others));
    }

    FileTree m_tree;
    double m_leastBytes;
    std::size_t m_mostChildren;
};

FileNode imageNode(std::span<const PlacedEntry> entries)
{
    FileNode root;
    root.kind = FileNodeKind::Image;
    for (const PlacedEntry &each : entries) {
        add(root.bytes, each.entry->bytes);
        root.files += each.entry->kind == LayerEntryKind::Folder ? 0 : 1;
    }
    return root;
}

} // namespace

std::span<const FileNode> FileTree::childrenOf(std::size_t node) const
{
    return std::span(nodes).subspan(nodes[node].firstChild, nodes[node].childCount);
}

std::string FileTree::pathOf(std::size_t node) const
{
    std::string path;
    for (; node < nodes.size(); node = nodes[node].parent) {
        const FileNode &each = nodes[node];
        if (each.kind == FileNodeKind::Image || each.kind == FileNodeKind::Layer)
            break;
        path.insert(0, path.empty() ? each.name : each.name + '/');
    }
    return path;
}

FileTree finalTreeOf(const ImageContents &image, const FoldRule &rule)
{
    std::vector<PlacedEntry> entries = finalFilesOf(image);
    std::ranges::stable_sort(entries, comesBefore);
    FileNode root = imageNode(entries);
    TreeMaker maker(rule, root.bytes);
    maker.addNode(std::move(root));
    maker.addChildren(0, entries, 0, 0);
    return maker.take();
}

FileTree layerTreeOf(const ImageContents &image, const FoldRule &rule)
{
    std::vector<std::vector<PlacedEntry>> layers(image.layers.size());
    FileNode root;
    root.kind = FileNodeKind::Image;
    root.firstChild = 1;
    root.childCount = layers.size();
    std::vector<FileNode> nodes;
    nodes.reserve(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].reserve(image.layers[i].entries.size());
        for (const LayerEntry &entry : image.layers[i].entries)
            layers[i].push_back({&entry, i});
        std::ranges::stable_sort(layers[i], comesBefore);
        FileNode node = imageNode(layers[i]);
        node.kind = FileNodeKind::Layer;
        node.name = image.layers[i].createdBy;
        node.layer = i;
        add(root.bytes, node.bytes);
        root.files += node.files;
        nodes.push_back(std::move(node));
    }
    TreeMaker maker(rule, root.bytes);
    maker.addNode(std::move(root));
    for (FileNode &node : nodes)
        maker.addNode(std::move(node));
    for (std::size_t i = 0; i < layers.size(); ++i)
        maker.addChildren(1 + i, layers[i], 0, 0);
    return maker.take();
}

} // namespace drydock
