// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/tar_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <utility>

#ifndef _WIN32
#include <locale.h> // NOLINT(modernize-deprecated-headers): newlocale() is not in <clocale>
#endif

namespace drydock {

void ArchiveEnd::operator()(archive *each) const
{
    archive_read_free(each);
}

ArchivePointer newTarReader()
{
    ArchivePointer reader(archive_read_new());
    // A filter that this libarchive was built without would call a program; what it says of that is found out when reading.
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_format_tar(reader.get());
    return reader;
}

#ifdef _WIN32
Utf8Names::Utf8Names() = default;
Utf8Names::~Utf8Names() = default;
#else
Utf8Names::Utf8Names()
    : m_locale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
{
    if (m_locale)
        m_before = uselocale(static_cast<locale_t>(m_locale));
}

Utf8Names::~Utf8Names()
{
    if (!m_locale)
        return;
    uselocale(static_cast<locale_t>(m_before));
    freelocale(static_cast<locale_t>(m_locale));
}
#endif

std::string_view bareName(std::string_view name)
{
    for (;;) {
        if (name.starts_with('/'))
            name.remove_prefix(1);
        else if (name.starts_with("./"))
            name.remove_prefix(2);
        else
            break;
    }
    while (name.ends_with('/'))
        name.remove_suffix(1);
    return name == "." ? std::string_view() : name;
}

std::string nameOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (!name)
        name = archive_entry_pathname_utf8(entry);
    return name ? std::string(bareName(name)) : std::string();
}

ReadBudget::ReadBudget(const SavedImageOptions &options)
    : m_options(options)
{ }

bool ReadBudget::refuse(const char *sentence)
{
    fail(Error {{sentence, {}}, {}});
    return false;
}

void ReadBudget::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

bool ReadBudget::addInput(std::uint64_t bytes)
{
    if (m_options.stop.stop_requested())
        return refuse(QT_TRANSLATE_NOOP("image", "Reading the image was cancelled."));
    m_input += bytes;
    if (m_options.progress)
        m_options.progress(m_input);
    return true;
}

bool ReadBudget::addEntry(const std::string &name)
{
    ++m_entries;
    m_nameBytes += name.size();
    if (m_entries > m_options.limits.entries || m_nameBytes > m_options.limits.nameBytes)
        return refuse(QT_TRANSLATE_NOOP("image", "The archive has more files than Drydock reads."));
    return !m_error;
}

bool ReadBudget::addText(std::size_t bytes)
{
    m_textBytes += bytes;
    if (m_textBytes > m_options.limits.textBytes)
        return refuse(
            QT_TRANSLATE_NOOP("image", "The archive has larger descriptions of images than Drydock reads."));
    return true;
}

bool ReadBudget::checkUnpacked(std::uint64_t bytes)
{
    if (m_options.stop.stop_requested())
        return refuse(QT_TRANSLATE_NOOP("image", "Reading the image was cancelled."));
    const SavedImageLimits &limits = m_options.limits;
    if (bytes > limits.freeUnpackedBytes && bytes / limits.unpackedPerByte > m_input)
        return refuse(QT_TRANSLATE_NOOP("image", "The archive unpacks to far more than an image would."));
    return true;
}

} // namespace drydock
