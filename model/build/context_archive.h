// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/context/build_context.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace drydock {

/// Files of a context that lie on no disk: path → bytes.
using ContextFiles = std::map<std::string, std::string, std::less<>>;

/// The archive that goes to an engine: what the .dockerignore leaves of a folder, and a Dockerfile that need not be on the
/// disk. A tar that is made while it is read, the same for the same folder.
///
/// Nothing outside of the folder is ever opened, whatever happens to it meanwhile. Links are sent as links; pipes, sockets and
/// devices are left out; hard links are sent as the files that they are. Owners become 0:0, as docker does; names are bytes.
/// Engines do not look at the .dockerignore of an archive (measured: 26.1), so it is obeyed here; it is sent itself, even if
/// it leaves itself out.
class ContextArchive {
public:
    /// \param context of `folder`, read whole.
    /// \param dockerfile path of the Dockerfile relative to the folder. If nothing can stand under it in the archive ("",
    /// "../Dockerfile", below a link) the Dockerfile gets a name that is free.
    /// \param text of the Dockerfile; it takes the place of what is on the disk.
    /// \param files more of the folder: they take the place of what lies on the disk under their paths, and need not lie
    /// there. `context` knows of them (see withFiles()).
    /// \returns an Error if the folder cannot be opened, if `context` is not all of it, or if its .dockerignore is refused.
    static Result<ContextArchive> open(const std::string &folder, BuildContext context,
                                       std::string_view dockerfile, std::string text,
                                       ContextFiles files = {});
    ~ContextArchive();
    ContextArchive(ContextArchive &&other) noexcept;
    ContextArchive &operator=(ContextArchive &&other) noexcept;
    ContextArchive(const ContextArchive &) = delete;
    ContextArchive &operator=(const ContextArchive &) = delete;

    /// Where the Dockerfile stands in the archive.
    const std::string &dockerfile() const;
    /// Files and links, the Dockerfile included.
    std::size_t files() const;
    /// Of all files together, when the folder was looked at.
    std::uint64_t bytes() const;

    /// The next bytes of the archive, at most `most`; empty at its end. Reads at most 256 KB of files and opens at most 64 of
    /// them, so that it takes a few milliseconds.
    /// \returns an Error, from then on, if a file cannot be read or was made shorter meanwhile. What is gone by now is left
    /// out, what has grown is cut.
    Result<std::string> read(std::size_t most);

private:
    class Private;
    explicit ContextArchive(std::unique_ptr<Private> made);

    std::unique_ptr<Private> m_d;
};

/// `context` with `files` in it; a .dockerignore among them says what is left out.
/// \param dockerfile as for readBuildContext(). \returns an Error if that .dockerignore is refused.
Result<BuildContext> withFiles(const BuildContext &context, std::string_view dockerfile,
                               const ContextFiles &files);

} // namespace drydock
