// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// The forms that a project can ask of the values of its labels (hadolint's label-schema).

namespace drydock {

/// text, rawtext, url, email, semver, rfc3339, spdx or hash.
bool isLabelKind(std::string_view kind);

/// RFC 3986: a scheme, a colon and something behind it, with none of the characters that have to be escaped.
bool isUrl(std::string_view value);
/// RFC 5322: an addr-spec without comments and line breaks.
bool isEmail(std::string_view value);
/// semver.org, version 2.0.0.
bool isSemanticVersion(std::string_view value);
/// RFC 3339, date-time: `2026-02-28T12:00:00Z`.
bool isTimestamp(std::string_view value);
/// A commit: 7 to 40 hexadecimal digits, or 64 of SHA-256.
bool isGitHash(std::string_view value);
/// An SPDX license expression (SPDX 2.3, annex D) of identifiers on the license list or `LicenseRef-…`.
bool isLicense(std::string_view value);

} // namespace drydock
