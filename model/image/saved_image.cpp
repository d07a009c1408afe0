// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/saved_image.h"

#include "model/image/layer_reader.h"
#include "model/image/saved_manifest.h"
#include "model/image/tar_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <map>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t blockBytes = 512; ///< Of a tar archive.
constexpr std::size_t bufferBytes = std::size_t {256} << 10;

std::string wordsOf(archive *each)
{
    const char *words = archive_error_string(each);
    return words ? words : std::string();
}

/// What the bytes at the front of an entry are.
enum class Content : std::uint8_t { Text, Layer, Unknown };

/// Blobs of an OCI layout have no names that tell.
Content contentOf(std::string_view name, std::string_view head)
{
    constexpr std::string_view gzip = "\x1f\x8b";
    constexpr std::string_view zstd = "\x28\xb5\x2f\xfd";
    constexpr std::size_t magicAt = 257; // pax: ustar
    if (name.ends_with(".json"))
        return Content::Text;
    if (head.starts_with(gzip) || head.starts_with(zstd) || name.ends_with(".tar"))
        return Content::Layer;
    if (head.size() >= blockBytes && head.substr(magicAt).starts_with("ustar"))
        return Content::Layer;
    // An archive without files is blocks of zeros.
    if (!head.empty() && std::ranges::all_of(head, [](char each) { return each == 0; }))
        return Content::Layer;
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    const bool isJson = begin != std::string_view::npos && (head[begin] == '{' || head[begin] == '[');
    return isJson ? Content::Text : Content::Unknown;
}

class SavedImageReader {
public:
    SavedImageReader(ByteInput &input, const SavedImageOptions &options)
        : m_input(input)
        , m_options(options)
        , m_budget(options)
        , m_buffer(bufferBytes)
    { }

    Result<ImageContents> read()
    {
        const Utf8Names names;
        m_archive = newTarReader();
        if (archive_read_open(m_archive.get(), this, nullptr, give, nullptr) < ARCHIVE_WARN)
            return fault();
        for (;;) {
            archive_entry *entry = nullptr;
            const int result = archive_read_next_header(m_archive.get(), &entry);
            if (result == ARCHIVE_EOF)
                break;
            if (result < ARCHIVE_WARN || !m_budget.addEntry(nameOf(entry)))
                return fault();
            readEntry(entry);
            if (m_budget.error())
                return fault();
        }
        return image();
    }

private:
    static la_ssize_t give(archive *outer, void *client, const void **buffer)
    {
        auto &self = *static_cast<SavedImageReader *>(client);
        const auto count = self.m_input.read(self.m_buffer.data(), self.m_buffer.size());
        if (!count)
            self.m_budget.fail(count.error());
        const auto unpacked
            = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(outer, 0), 0));
        if (!count || !self.m_budget.addInput(*count) || !self.m_budget.checkUnpacked(unpacked))
            return ARCHIVE_FATAL;
        *buffer = self.m_buffer.data();
        return static_cast<la_ssize_t>(*count);
    }

    tl::unexpected<Error> fault() const
    {
        if (m_budget.error())
            return tl::unexpected<Error>(*m_budget.error());
        auto error = refusal(QT_TRANSLATE_NOOP("image", "The archive of the image is broken."));
        error.value().detail = wordsOf(m_archive.get());
        return error;
    }

    void readEntry(archive_entry *entry)
    {
        std::string name = nameOf(entry);
        // Old engines save a layer that an image has twice as a link.
        if (const char *target = archive_entry_hardlink(entry)) {
            m_links.insert_or_assign(std::move(name), std::string(bareName(target)));
        } else if (archive_entry_filetype(entry) == AE_IFLNK) {
            if (const char *symlink = archive_entry_symlink(entry))
                m_links.insert_or_assign(name, resolved(name, symlink));
        } else if (archive_entry_filetype(entry) == AE_IFREG) {
            readFile(std::move(name));
        }
    }

    /// A symbolic link counts from the folder that it lies in.
    static std::string resolved(std::string_view name, std::string_view target)
    {
        const std::size_t slash = name.rfind('/');
        std::string folder(name.substr(0, slash == std::string_view::npos ? 0 : slash));
        while (target.starts_with("../")) {
            target.remove_prefix(3);
            const std::size_t end = folder.rfind('/');
            folder.erase(end == std::string::npos ? 0 : end);
        }
        return folder.empty() ? std::string(target) : folder + "/" + std::string(target);
    }

    void readFile(std::string name)
    {
        std::string head;
        while (head.size() < blockBytes && takeBlock(head)) { }
        switch (contentOf(name, head)) {
        case Content::Layer: {
            ReadLayer layer = readLayer(m_archive.get(), std::move(head), m_budget);
            m_layers.insert_or_assign(std::move(name), std::move(layer));
            break;
        }
        case Content::Text:
            while (m_budget.addText(head.size() - m_textCounted)) {
                m_textCounted = head.size();
                if (!takeBlock(head))
                    break;
            }
            m_textCounted = 0;
            m_texts.insert_or_assign(std::move(name), std::move(head));
            break;
        case Content::Unknown:
            break;
        }
    }

    /// Adds the next bytes of the entry to `text`. \returns false if there are none.
    bool takeBlock(std::string &text)
    {
        const void *block = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int result = archive_read_data_block(m_archive.get(), &block, &size, &offset);
        if (result == ARCHIVE_EOF)
            return false;
        if (result < ARCHIVE_WARN || offset != static_cast<la_int64_t>(text.size())) {
            m_budget.fail(fault().value());
            return false;
        }
        text.append(static_cast<const char *>(block), size);
        return true;
    }

    /// The layer called `name`, through links; null if there is none.
    ReadLayer *layerCalled(std::string name)
    {
        for (int hop = 0; hop < 8; ++hop) {
            if (const auto layer = m_layers.find(name); layer != m_layers.end())
                return &layer->second;
            const auto link = m_links.find(name);
            if (link == m_links.end())
                return nullptr;
            name = link->second;
        }
        return nullptr;
    }

    Result<ImageContents> image()
    {
        auto manifest = savedManifestOf(m_texts, m_options.tag);
        if (!manifest)
            return tl::unexpected<Error>(manifest.error());
        if (manifest->layers.size() > m_options.limits.layers)
            return refusal(QT_TRANSLATE_NOOP("image", "The image has more layers than Drydock reads."));
        ImageContents image;
        image.tags = std::move(manifest->tags);
        image.layers.reserve(manifest->layers.size());
        std::size_t entries = 0;
        for (const std::string &name : manifest->layers) {
            const ReadLayer *layer = layerCalled(std::string(bareName(name)));
            if (!layer)
                return refusal(QT_TRANSLATE_NOOP("image", "The archive lacks the layer “%1”."), {name});
            if (!layer->fault.empty()) {
                auto error = refusal(QT_TRANSLATE_NOOP("image", "The layer “%1” is broken."), {name});
                error.value().detail = layer->fault;
                return error;
            }
            // A layer may be named again and again.
            entries += layer->entries.size();
            if (entries > m_options.limits.entries)
                return refusal(QT_TRANSLATE_NOOP("image", "The archive has more files than Drydock reads."));
            FileLayer each;
            each.entries = layer->entries;
            each.bytes = layer->bytes;
            image.layers.push_back(std::move(each));
        }
        const auto config = m_texts.find(std::string(bareName(manifest->config)));
        if (config == m_texts.end())
            return refusal(QT_TRANSLATE_NOOP("image", "The archive lacks the configuration of the image."));
        if (const auto read = readSavedConfig(config->second, image); !read)
            return tl::unexpected<Error>(read.error());
        return image;
    }

    ByteInput &m_input;
    const SavedImageOptions &m_options;
    ReadBudget m_budget;
    std::vector<char> m_buffer;
    ArchivePointer m_archive;
    SavedTexts m_texts;
    std::size_t m_textCounted = 0;
    std::map<std::string, std::string, std::less<>> m_links;
    std::map<std::string, ReadLayer, std::less<>> m_layers;
};

} // namespace

Result<ImageContents> readSavedImage(ByteInput &input, const SavedImageOptions &options)
{
    return SavedImageReader(input, options).read();
}

} // namespace drydock
