// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast a saved image is read down to its files, beside tar(1) listing the same layer out of the same archive. The
// archive, 300 MB in 15,000 files, is made in the folder for temporary files and removed at the end.
#include "model/image/image_difference.h"
#include "model/image/saved_image.h"
#include "model/image/waste.h"
#include "tests/bench/measure.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace drydock;

namespace {

constexpr std::size_t fileCount = 15'000;
constexpr std::size_t fileBytes = 20'000;

/// Something to write to that becomes a file, or a part of an archive.
struct Part {
    archive *writer = archive_write_new();

    Part() { archive_write_set_format_gnutar(writer); }
    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;
    ~Part()
    {
        archive_write_close(writer);
        archive_write_free(writer);
    }
    void add(const std::string &name, const std::string &bytes) const
    {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
};

la_ssize_t take(archive *, void *client, const void *bytes, std::size_t size)
{
    static_cast<std::string *>(client)->append(static_cast<const char *>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

void makeArchive(const std::string &path)
{
    std::string layer;
    {
        const Part part;
        archive_write_open(part.writer, &layer, nullptr, take, nullptr);
        const std::string bytes(fileBytes, 'x');
        for (std::size_t i = 0; i < fileCount; ++i)
            part.add("usr/lib/" + std::to_string(i % 100) + "/file-" + std::to_string(i), bytes);
    }
    const Part saved;
    archive_write_open_filename(saved.writer, path.c_str());
    saved.add("layer.tar", layer);
    saved.add("c.json", R"({"rootfs":{"diff_ids":["sha256:1"]}})");
    saved.add("manifest.json", R"([{"Config":"c.json","RepoTags":["a:1"],"Layers":["layer.tar"]}])");
}

} // namespace

int main()
{
    const std::string path
        = (std::filesystem::temp_directory_path() / ("drydock-bench-" + std::to_string(std::rand()) + ".tar"))
              .string();
    makeArchive(path);
    std::size_t files = 0;
    const auto nothing = [] { return 0; };
    const double own = bench::medianSeconds(nothing, [&](int) {
        const auto input = FileInput::open(path);
        const auto image = input ? readSavedImage(**input) : tl::unexpected<Error>(input.error());
        files = image ? image->layers[0].entries.size() : 0;
    });
    const std::string command = "tar -xOf '" + path + "' layer.tar | tar -t >/dev/null";
    int failed = 0;
    const double peer = bench::medianSeconds(nothing, [&](int) { failed |= std::system(command.c_str()); });
    const auto input = FileInput::open(path);
    const auto whole = input ? readSavedImage(**input) : tl::unexpected<Error>(input.error());
    std::filesystem::remove(path);
    if (!whole)
        return 1;
    ImageContents half = *whole;
    half.layers[0].entries.resize(fileCount / 2);
    const double waste = bench::medianSeconds(nothing, [&](int) { bench::keep(wasteOf(*whole)); });
    const double difference
        = bench::medianSeconds(nothing, [&](int) { bench::keep(differenceOf(*whole, half)); });
    bench::printRow(
        "A saved image of 300 MB, down to its files", bench::number(own * 1000, 0) + " ms", "≤ 1.0 × tar",
        bench::number(peer * 1000, 0) + " ms (tar -t of the layer), " + bench::number(own / peer, 2) + " ×");
    bench::printRow(
        "The waste of an image of 15,000 files, and its difference to another, in the window's thread",
        bench::number(waste * 1000, 1) + " / " + bench::number(difference * 1000, 1) + " ms", "≤ 16 ms", "");
    return files == fileCount && failed == 0 ? 0 : 1;
}
