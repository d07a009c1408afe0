// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A program that looks for known weaknesses in an image.
enum class ScanTool : std::uint8_t { Trivy, Grype, Scout };

/// "trivy", "grype", "docker scout"
const char *nameOf(ScanTool tool);

/// How bad a weakness is, as the tool says; the worst comes last.
enum class ScanSeverity : std::uint8_t { Unknown, Negligible, Low, Medium, High, Critical };

/// One known weakness of one package.
struct Vulnerability {
    std::string id; ///< "CVE-2024-1234", "GHSA-…"
    ScanSeverity severity = ScanSeverity::Unknown;
    std::string package; ///< "openssl", "golang.org/x/net"
    std::string installed; ///< Version; may be empty.
    std::string fixedIn; ///< Version, or several with ", " between; empty: there is no fix.
    std::string title; ///< One line; may be empty.

    bool operator==(const Vulnerability &) const = default;
};

/// What a tool found in an image, whichever tool it was. Texts are plain, without control characters.
struct ScanReport {
    ScanTool tool = ScanTool::Trivy;
    std::string version; ///< Of the tool; empty if it does not say.
    std::vector<Vulnerability> findings; ///< The worst first, then by id and package; each once.
    bool isCut = false; ///< There were more than 10,000.

    std::size_t count(ScanSeverity severity) const;
    bool operator==(const ScanReport &) const = default;
};

/// Reads what `tool` prints: trivy's and grype's own JSON, SARIF 2.1 of docker scout. \param json of any size and content.
Result<ScanReport> readScanReport(ScanTool tool, std::string_view json);

/// What became of the findings of one image in another. Versions of packages do not count: an updated package with the same
/// weakness still has it.
struct ScanComparison {
    std::vector<Vulnerability> gone;
    std::vector<Vulnerability> brought;
    std::vector<Vulnerability> kept; ///< As the second report tells of them.
};

ScanComparison compareScans(const ScanReport &before, const ScanReport &after);

} // namespace drydock
