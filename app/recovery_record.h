// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::app {

/// A running program, so exactly that a later one with the same number is not taken for it.
struct ProcessIdentity {
    std::int64_t pid = 0;
    std::uint64_t startTime = 0; ///< Clock ticks since boot.
    std::string bootId;

    static ProcessIdentity ofThisProcess();
    bool isAlive() const;

    bool operator==(const ProcessIdentity &) const = default;
};

/// Unsaved text and where it belongs.
struct RecoveryRecord {
    std::string path; ///< Absolute, as bytes; empty for an untitled file.
    std::string diskHash; ///< contentHash() of the file when the text was last loaded or saved.
    std::int64_t savedAt = 0; ///< Milliseconds since 1970.
    ProcessIdentity owner;
    std::string text;
    bool isWhole = true; ///< False if the file was damaged or cut off: `text` is what is left of it.

    /// Header lines, an empty line, the text; with a checksum of each.
    std::string encoded() const;
    /// Never fails on text: whatever stands behind the header is returned.
    /// \returns nothing if not even the header can be read.
    static std::optional<RecoveryRecord> decoded(std::string_view bytes);
};

/// SHA-256 in hex.
std::string contentHash(std::string_view bytes);

} // namespace drydock::app
