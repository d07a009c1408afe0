// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/layer_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

namespace drydock {
namespace {

constexpr std::string_view whiteout = ".wh.";
constexpr std::string_view special = ".wh..wh.";
constexpr std::string_view opaque = ".wh..wh..opq";

/// Hands the bytes of an entry of one archive to another one that reads it as an archive.
struct Feed {
    archive *outer = nullptr;
    std::string head;
    ReadBudget *budget = nullptr;
    la_int64_t offset = 0; ///< Of the next byte that `outer` gives.
    bool isHeadGiven = false;
};

la_ssize_t feed(archive *inner, void *client, const void **buffer)
{
    auto &feed = *static_cast<Feed *>(client);
    const auto unpacked = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(inner, 0), 0));
    if (!feed.budget->checkUnpacked(feed.budget->unpackedBefore + unpacked))
        return ARCHIVE_FATAL;
    if (!feed.isHeadGiven) {
        feed.isHeadGiven = true;
        feed.offset = static_cast<la_int64_t>(feed.head.size());
        if (!feed.head.empty()) {
            *buffer = feed.head.data();
            return static_cast<la_ssize_t>(feed.head.size());
        }
    }
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(feed.outer, buffer, &size, &offset);
    if (result == ARCHIVE_EOF)
        return 0;
    // A hole of a sparse entry: nobody saves a layer like that, and its zeros may have no end.
    if (result < ARCHIVE_WARN || offset != feed.offset) {
        archive_set_error(inner, EILSEQ, "%s", "The archive ends inside this layer");
        return ARCHIVE_FATAL;
    }
    feed.offset += static_cast<la_int64_t>(size);
    return static_cast<la_ssize_t>(size);
}

LayerEntryKind kindOf(archive_entry *entry)
{
    if (archive_entry_hardlink(entry))
        return LayerEntryKind::File;
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return LayerEntryKind::File;
    case AE_IFDIR:
        return LayerEntryKind::Folder;
    case AE_IFLNK:
        return LayerEntryKind::Link;
    default:
        return LayerEntryKind::Other;
    }
}

std::uint64_t bytesOf(archive_entry *entry)
{
    const bool isFile = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
    return isFile ? static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0)) : 0;
}

/// Reads entries until there are no more. \returns libarchive's words if it cannot go on.
std::string readEntries(archive *inner, ReadBudget &budget, ReadLayer &layer)
{
    for (;;) {
        archive_entry *entry = nullptr;
        const int result = archive_read_next_header(inner, &entry);
        if (result == ARCHIVE_EOF)
            return {};
        if (result < ARCHIVE_WARN) {
            const char *words = archive_error_string(inner);
            return words ? words : "The layer is broken";
        }
        std::string name = nameOf(entry);
        if (!budget.addEntry(name))
            return "The layer has too many files";
        LayerEntry each;
        if (!makeEntry(std::move(name), kindOf(entry), bytesOf(entry), each))
            continue;
        layer.bytes += std::min(each.bytes, std::numeric_limits<std::uint64_t>::max() - layer.bytes);
        layer.entries.push_back(std::move(each));
    }
}

} // namespace

bool makeEntry(std::string name, LayerEntryKind kind, std::uint64_t bytes, LayerEntry &entry)
{
    const std::size_t slash = name.rfind('/');
    const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
    const std::string_view last = std::string_view(name).substr(begin);
    entry.kind = kind;
    entry.bytes = bytes;
    if (last.starts_with(whiteout)) {
        entry.bytes = 0;
        if (last == opaque) {
            entry.kind = LayerEntryKind::Emptied;
            name.erase(slash == std::string::npos ? 0 : slash);
        } else if (last.starts_with(special) || last.size() == whiteout.size()) {
            return false; // Book-keeping of aufs.
        } else {
            entry.kind = LayerEntryKind::Removed;
            name.erase(begin, whiteout.size());
        }
    } else if (name.empty()) {
        return false; // The root itself.
    }
    name.shrink_to_fit();
    entry.path = std::move(name);
    return true;
}

ReadLayer readLayer(archive *outer, std::string head, ReadBudget &budget)
{
    ReadLayer layer;
    Feed source {outer, std::move(head), &budget};
    const ArchivePointer inner = newTarReader();
    // A layer of nothing may have no bytes at all.
    archive_read_support_format_empty(inner.get());
    if (archive_read_open(inner.get(), &source, nullptr, feed, nullptr) < ARCHIVE_WARN) {
        const char *words = archive_error_string(inner.get());
        layer.fault = words ? words : "The layer is broken";
        return layer;
    }
    layer.fault = readEntries(inner.get(), budget, layer);
    layer.entries.shrink_to_fit();
    const la_int64_t unpacked = archive_filter_bytes(inner.get(), 0);
    budget.unpackedBefore += static_cast<std::uint64_t>(std::max<la_int64_t>(unpacked, 0));
    return layer;
}

} // namespace drydock
