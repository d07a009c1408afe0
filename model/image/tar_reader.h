// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/image/saved_image.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace drydock {

/// Ends an archive when it goes out of scope.
struct ArchiveEnd {
    void operator()(archive *each) const;
};
using ArchivePointer = std::unique_ptr<archive, ArchiveEnd>;

/// A reader of tar archives of all kinds, plain, gzip or zstd; not opened yet.
ArchivePointer newTarReader();

/// libarchive turns the UTF-8 of newer archives into the encoding of the locale and would lose letters on the way: while one of
/// these lives, that encoding is UTF-8 in this thread. Nothing happens where there is no such locale.
class Utf8Names {
public:
    Utf8Names();
    Utf8Names(const Utf8Names &) = delete;
    Utf8Names &operator=(const Utf8Names &) = delete;
    ~Utf8Names();

private:
    void *m_locale = nullptr;
    void *m_before = nullptr;
};

/// The name of an entry without "/" and "./" in front and "/" behind; empty for the root.
std::string nameOf(archive_entry *entry);

/// The same for a name from elsewhere.
std::string_view bareName(std::string_view name);

/// What reading has cost so far, and why it has to end.
class ReadBudget {
public:
    explicit ReadBudget(const SavedImageOptions &options);

    /// \returns false if no more may be read; error() says why. Here and below.
    bool addInput(std::uint64_t bytes);
    bool addEntry(const std::string &name);
    bool addText(std::size_t bytes);
    /// \param bytes all that were unpacked so far, packed twice counted twice.
    bool checkUnpacked(std::uint64_t bytes);
    void fail(Error error);

    const std::optional<Error> &error() const { return m_error; }
    /// Bytes that layers which are over were unpacked to.
    std::uint64_t unpackedBefore = 0;

private:
    bool refuse(const char *sentence);

    const SavedImageOptions &m_options;
    std::uint64_t m_input = 0;
    std::size_t m_entries = 0;
    std::size_t m_nameBytes = 0;
    std::size_t m_textBytes = 0;
    std::optional<Error> m_error;
};

} // namespace drydock
