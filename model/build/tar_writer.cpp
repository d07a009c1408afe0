// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/tar_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace drydock {
namespace {

struct FreeEntry {
    void operator()(archive_entry *entry) const { ::archive_entry_free(entry); }
};

la_ssize_t append(archive * /*writer*/, void *written, const void *bytes, std::size_t size)
{
    static_cast<std::string *>(written)->append(static_cast<const char *>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

} // namespace

void TarWriter::Free::operator()(archive *writer) const
{
    ::archive_write_free(writer);
}

TarWriter::TarWriter()
    : m_archive(::archive_write_new())
{
    // Without the option hdrcharset=BINARY, with which each entry gets an extended header: BuildKit looks at the first 1,024
    // bytes and then does not see that this is an archive. Names that the locale cannot tell are written as bytes all the same.
    ::archive_write_set_format_pax_restricted(m_archive.get());
    ::archive_write_set_bytes_per_block(m_archive.get(), 0);
    ::archive_write_set_bytes_in_last_block(m_archive.get(), 1);
    ::archive_write_open(m_archive.get(), &m_written, nullptr, append, nullptr);
}

TarWriter::~TarWriter() = default;

Result<void> TarWriter::checked(int code) const
{
    if (code >= ARCHIVE_WARN)
        return {};
    const char *const words = ::archive_error_string(m_archive.get());
    return tl::unexpected(
        Error {{QT_TRANSLATE_NOOP("build", "The build context cannot be packed."), {}}, words ? words : ""});
}

Result<void> TarWriter::header(const Entry &entry, std::uint32_t kind, std::uint64_t bytes,
                               const std::string *target)
{
    const std::unique_ptr<archive_entry, FreeEntry> header(::archive_entry_new());
    ::archive_entry_copy_pathname(header.get(), entry.path.c_str());
    ::archive_entry_set_filetype(header.get(), kind);
    ::archive_entry_set_perm(header.get(), static_cast<mode_t>(entry.mode));
    ::archive_entry_set_mtime(header.get(), std::max<std::int64_t>(entry.modified, 0), 0);
    ::archive_entry_set_size(header.get(), static_cast<la_int64_t>(bytes));
    ::archive_entry_set_uid(header.get(), 0);
    ::archive_entry_set_gid(header.get(), 0);
    if (target)
        ::archive_entry_copy_symlink(header.get(), target->c_str());
    return checked(::archive_write_header(m_archive.get(), header.get()));
}

Result<void> TarWriter::folder(const Entry &entry)
{
    return header(entry, AE_IFDIR, 0, nullptr);
}

Result<void> TarWriter::link(const Entry &entry, const std::string &target)
{
    return header(entry, AE_IFLNK, 0, &target);
}

Result<void> TarWriter::file(const Entry &entry, std::uint64_t bytes)
{
    return header(entry, AE_IFREG, bytes, nullptr);
}

Result<void> TarWriter::write(std::string_view bytes)
{
    const la_ssize_t written = ::archive_write_data(m_archive.get(), bytes.data(), bytes.size());
    return checked(written < 0 ? static_cast<int>(written) : ARCHIVE_OK);
}

Result<void> TarWriter::close()
{
    return checked(::archive_write_close(m_archive.get()));
}

std::string TarWriter::take(std::size_t most)
{
    std::string taken = m_written.substr(0, most);
    m_written.erase(0, taken.size());
    return taken;
}

} // namespace drydock
