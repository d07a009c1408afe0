// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <string>
#include <vector>

// Archives for tests, made by libarchive.

namespace drydock {

enum class Packing : std::uint8_t { Plain, Gzip, Zstd };

/// An entry of an archive to make.
struct MadeEntry {
    std::string name;
    std::string bytes;
    int type = AE_IFREG;
    std::string link = {}; ///< Symbolic: where it points to.
    std::string hardLink = {};
};

namespace made {

inline la_ssize_t take(archive *, void *client, const void *bytes, std::size_t size)
{
    static_cast<std::string *>(client)->append(static_cast<const char *>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

} // namespace made

inline std::string madeTar(const std::vector<MadeEntry> &entries, Packing packing = Packing::Plain)
{
    std::string result;
    archive *writer = archive_write_new();
    archive_write_set_format_pax_restricted(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    if (packing == Packing::Gzip)
        archive_write_add_filter_gzip(writer);
    if (packing == Packing::Zstd)
        archive_write_add_filter_zstd(writer);
    archive_write_open(writer, &result, nullptr, made::take, nullptr);
    for (const MadeEntry &each : entries) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, each.name.c_str());
        archive_entry_set_filetype(entry, static_cast<unsigned>(each.type));
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(each.bytes.size()));
        if (!each.link.empty())
            archive_entry_set_symlink(entry, each.link.c_str());
        if (!each.hardLink.empty())
            archive_entry_set_hardlink(entry, each.hardLink.c_str());
        archive_write_header(writer, entry);
        if (!each.bytes.empty())
            archive_write_data(writer, each.bytes.data(), each.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return result;
}

// An image of two layers.

inline const char *const config = R"({"architecture":"amd64","config":{"Cmd":["/s"],"Env":["A=1"]},
         "history":[{"created":"2026-01-01T00:00:00Z","created_by":"ADD base / # buildkit"},
                    {"created":"2026-01-01T01:00:00+01:00","created_by":"ENV A=1","empty_layer":true},
                    {"created":"1970-01-01T00:01:00.5Z","created_by":"COPY s /s # buildkit"}],
         "rootfs":{"type":"layers","diff_ids":["sha256:1","sha256:2"]}})";

inline const char *const manifest
    = R"([{"Config":"c.json","RepoTags":["a:1"],"Layers":["one/layer.tar","two/layer.tar"]}])";

inline std::string lowerLayer(Packing packing = Packing::Plain)
{
    return madeTar({{"./", "", AE_IFDIR},
                    {"etc/", "", AE_IFDIR},
                    {"./etc/passwd", "root"},
                    {"etc/link", "", AE_IFLNK, "passwd"},
                    {"bin/sh", std::string(1000, 'x')},
                    {"bin/ash", "", AE_IFREG, "", "bin/sh"},
                    {"dev/null", "", AE_IFCHR}},
                   packing);
}

inline std::string upperLayer(Packing packing = Packing::Plain)
{
    return madeTar(
        {{"s", "12345"}, {"etc/.wh.passwd", ""}, {"bin/.wh..wh..opq", ""}, {".wh..wh.plnk", "", AE_IFDIR}},
        packing);
}

} // namespace drydock
