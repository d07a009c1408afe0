// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace drydock {

/// A release of a distribution (resources/knowledge/releases.toml). Texts are empty where nothing is known.
struct Release {
    std::string family; ///< "debian"
    std::string name; ///< "bookworm"; empty if it has none in tags.
    std::string version; ///< "12"
    std::string glibc; ///< "2.36"; empty with musl.
    std::string openssl; ///< "3"
    std::string python; ///< The minor version of its own Python: "3.11".

    /// "bookworm", or "alpine 3.22".
    std::string label() const;
};

/// What an image rests on.
struct ReleaseOfImage {
    const Release *release = nullptr; ///< Lives as long as the program. Null if it is not known.
    bool isAssumed = false; ///< The tag does not say it; it was so on the day of the table.
};

/// \param reference as parseImageReference() takes it, variables replaced.
ReleaseOfImage releaseOf(std::string_view reference);

/// The name of a release as tags spell it: "bookworm".
bool isReleaseName(std::string_view word);

/// The Python that an image brings under the names `python3` and `python`: "3.12" of `python:3.12-slim`; that of the
/// distribution for distroless. Empty if there is none or it is not known.
std::string pythonOf(std::string_view reference);

} // namespace drydock
