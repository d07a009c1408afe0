// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/file_history.h"

#include <map>
#include <string_view>

namespace drydock {
namespace {

class FileHistory {
public:
    explicit FileHistory(const LossListener &listener)
        : m_listener(listener)
    { }

    void addLayer(const FileLayer &layer, std::size_t index)
    {
        m_layer = index;
        for (const LayerEntry &entry : layer.entries) {
            if (entry.kind == LayerEntryKind::Removed) {
                removeBelow(entry.path);
                removeAt(entry.path);
            } else if (entry.kind == LayerEntryKind::Emptied) {
                removeBelow(entry.path);
            }
        }
        for (const LayerEntry &entry : layer.entries) {
            if (entry.kind != LayerEntryKind::Removed && entry.kind != LayerEntryKind::Emptied)
                add(entry);
        }
    }

    std::vector<PlacedEntry> takeFiles() const
    {
        std::vector<PlacedEntry> files;
        files.reserve(m_files.size());
        for (const auto &[path, placed] : m_files)
            files.push_back(placed);
        return files;
    }

private:
    using Files = std::map<std::string_view, PlacedEntry, std::less<>>;

    void add(const LayerEntry &entry)
    {
        const auto [place, isNew] = m_files.try_emplace(entry.path, PlacedEntry {&entry, m_layer});
        if (isNew)
            return;
        PlacedEntry &there = place->second;
        const bool wasFolder = there.entry->kind == LayerEntryKind::Folder;
        const bool isFolder = entry.kind == LayerEntryKind::Folder;
        // An archive that has a path twice is unpacked one over the other: nothing of the first is in the layer.
        if (m_listener && there.layer != m_layer)
            m_listener(there, m_layer, LossKind::Replaced, &entry);
        there = {&entry, m_layer};
        if (wasFolder && !isFolder)
            removeBelow(entry.path);
    }

    void removeAt(std::string_view path)
    {
        if (const auto found = m_files.find(path); found != m_files.end())
            remove(found);
    }

    void removeBelow(std::string_view folder)
    {
        if (folder.empty()) {
            for (auto each = m_files.begin(); each != m_files.end();)
                each = remove(each);
            return;
        }
        const std::string prefix = std::string(folder) + '/';
        for (auto each = m_files.lower_bound(prefix);
             each != m_files.end() && each->first.starts_with(prefix);)
            each = remove(each);
    }

    Files::iterator remove(Files::iterator place)
    {
        if (m_listener && place->second.layer != m_layer)
            m_listener(place->second, m_layer, LossKind::Removed, nullptr);
        return m_files.erase(place);
    }

    const LossListener &m_listener;
    std::size_t m_layer = 0;
    Files m_files;
};

} // namespace

std::vector<PlacedEntry> finalFilesOf(const ImageContents &image, const LossListener &listener)
{
    FileHistory history(listener);
    for (std::size_t i = 0; i < image.layers.size(); ++i)
        history.addLayer(image.layers[i], i);
    return history.takeFiles();
}

} // namespace drydock
