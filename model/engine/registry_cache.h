// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// What registries have said, kept on the disk: registries count how often they are asked. Files are for their owner only
/// (0600). What is damaged, too old or from the future does not exist; what cannot be written is not kept.
class RegistryCache {
public:
    /// \param folder made when it is first needed; empty: nothing is kept. \param mostBytes of all files together: the oldest
    /// go first.
    explicit RegistryCache(std::string folder, std::uint64_t mostBytes = std::uint64_t {50} * 1000 * 1000);

    /// The bytes with this digest, which are checked against it. \param digest "sha256:…"
    std::optional<std::string> bytesOf(const std::string &digest) const;
    /// \pre digestOf(bytes) == digest
    void keepBytes(const std::string &digest, const std::string &bytes) const;

    /// What was kept under a name at most `age` seconds ago. \param now seconds since 1970.
    std::optional<std::string> answer(const std::string &name, std::int64_t now, std::int64_t age) const;
    void keepAnswer(const std::string &name, const std::string &text, std::int64_t now) const;

private:
    std::string pathOf(std::string_view kind, const std::string &name) const;
    void write(const std::string &path, const std::string &bytes) const;
    void makeRoom() const;

    std::string m_folder;
    std::uint64_t m_mostBytes;
};

/// "sha256:…" of some bytes.
std::string digestOf(std::string_view bytes);

} // namespace drydock
