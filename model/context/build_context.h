// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/context/docker_ignore.h"
#include "model/context/folder.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// How much of a folder is looked at. Whoever opens an unknown repository must not wait for it.
struct ContextLimits {
    std::size_t entries = 200'000;
    std::size_t depth = 64; ///< Folders below the root. What lies deeper is left out.
    std::size_t pathBytes = std::size_t {64} * 1024 * 1024; ///< Of all paths together.
    std::size_t patternSteps
        = 1'000'000'000; ///< Of the rules of the .dockerignore (DockerIgnore::Verdict::work).
    std::size_t ignoreFileBytes = std::size_t {1024} * 1024;
};

/// Why a folder was not read to its end.
enum class ContextStop : std::uint8_t {
    None, ///< It was.
    Entries, ///< It holds too many.
    Depth, ///< A part of it lies too deep.
    PathBytes, ///< Its names are too long together.
    PatternSteps, ///< Its .dockerignore takes too long for so many entries.
    Cancelled,
};

/// One thing in the folder.
struct ContextEntry {
    std::string path; ///< Relative to the folder, "/" between, bytes as on disk.
    EntryKind kind = EntryKind::File;
    std::uint64_t bytes = 0; ///< File: its size. Link: length of its target. Else 0.
    std::string target = {}; ///< Link: what it points to, as it stands.
    /// It reaches the build: not left out, or a folder with something in it that is not.
    bool isSent = true;
    /// The rule of the .dockerignore that has the last word, if any applies (DockerIgnore::decidingRule()).
    std::optional<std::uint32_t> rule = {};
    /// Folder: what lies in it is listed too. It is not if all of it is left out, or if it could not be read.
    bool isListed = false;

    bool operator==(const ContextEntry &) const = default;
};

/// The file that says what is left out.
struct IgnoreFile {
    std::string path; ///< Relative to the folder; empty if there is none.
    std::string text; ///< Its bytes; ranges of rules refer to them.
    DockerIgnore rules; ///< Leaves nothing out if the file is refused.
    std::optional<Error> problem; ///< Why a build would fail on it, or why it could not be read.

    /// Counted from 1. \pre rule < rules.rules().size()
    std::size_t lineOfRule(std::size_t rule) const;
};

/// What lies in the folder of a build and what of it is sent: a snapshot that does not change and reads no disk.
///
/// Bytes are what `COPY . .` would take. BuildKit itself transfers only what some COPY, ADD or mount asks for.
class BuildContext {
public:
    BuildContext() = default;
    /// Of entries that need not come from a disk: sorts them and asks the rules about each. Folders above an entry
    /// need not be given.
    BuildContext(std::vector<ContextEntry> entries, IgnoreFile ignoreFile);

    /// The same folder with other rules, and with `more` in it. What could not be read stays unknown.
    BuildContext with(std::vector<ContextEntry> more, IgnoreFile ignoreFile) const;

    /// Each folder stands right before all that lies in it; names are in the order of their bytes. The root is not listed.
    const std::vector<ContextEntry> &entries() const { return m_entries; }
    const IgnoreFile &ignoreFile() const { return m_ignoreFile; }

    std::size_t sentFiles() const { return m_sentFiles; } ///< Files and links.
    std::uint64_t sentBytes() const { return m_sentBytes; }
    std::size_t unreadable() const
    {
        return m_unreadable;
    } ///< Entries and folders that could not be looked at.
    ContextStop stop() const { return m_stop; }
    /// False: what is not found may still be there.
    bool isWhole() const { return m_stop == ContextStop::None && m_unreadable == 0; }

    /// The same things lie there, and the same of them are sent.
    bool operator==(const BuildContext &other) const;

    /// Index of the entry with exactly this path; nothing if there is none.
    std::optional<std::size_t> find(std::string_view path) const;
    /// What is sent of the things right in `folder`, which is relative and may end in "/"; "" is the context itself. Names
    /// alone, those of folders with a "/" at the end.
    std::vector<std::string> namesIn(std::string_view folder) const;
    /// One past the last entry that lies in the folder at `index`; `index + 1` for anything else.
    std::size_t endOf(std::size_t index) const;

    /// `path` with every link on its way and at its end replaced by where it leads, the folder being the root.
    /// Nothing if links go in a circle. What does not exist stays as it stands.
    std::optional<std::string> withoutLinks(std::string_view path) const;

private:
    friend class ContextReader;

    void finish();

    std::vector<ContextEntry> m_entries;
    IgnoreFile m_ignoreFile;
    std::size_t m_sentFiles = 0;
    std::uint64_t m_sentBytes = 0;
    std::size_t m_unreadable = 0;
    ContextStop m_stop = ContextStop::None;
};

/// Reads the folder. Runs nothing, follows no link out of it, opens no file but the .dockerignore.
/// \param dockerfile the Dockerfile's path relative to the folder ("docker/Dockerfile"): `<dockerfile>.dockerignore`
/// beside it, if it exists, counts instead of `.dockerignore`. May be empty.
/// \returns an Error only if the folder itself cannot be opened. What lies in it and cannot be read is counted.
Result<BuildContext> readBuildContext(const std::string &folder, std::string_view dockerfile,
                                      const ContextLimits &limits = {}, const std::stop_token &stop = {});

} // namespace drydock
