// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/build_context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// One source of a COPY or ADD without --from. URLs, git repositories and heredocs are no such source.
struct CopyRequest {
    std::string source; ///< Variables replaced. From the root of the context, with or without "/" in front.
    std::vector<std::string> excludes; ///< The values of --exclude.
    bool keepsParents = false; ///< --parents
};

/// What a source comes to.
struct CopySource {
    enum class State {
        Taken, ///< Something is copied, if only an empty folder.
        Nothing, ///< A wildcard that names nothing, or all is excluded: the build goes on and copies nothing.
        Missing, ///< The build fails: there is no such file.
        Ignored, ///< The build fails: the .dockerignore leaves it out.
        BadPattern, ///< The build fails: a wildcard or an --exclude cannot be read.
        Unknown, ///< Not found, but the folder was not read to its end.
    };
    State state = State::Nothing;
    std::vector<std::size_t>
        entries; ///< Files, links and others that are copied: indices into the context, ascending.
    std::size_t folders = 0; ///< Folders that are taken with all that lies in them.
    std::uint64_t bytes = 0; ///< Of the files among the entries.
    /// Ignored: the rule that hides it. Nothing: the rule that hides the first of what the wildcard would name, if any.
    std::optional<std::size_t> rule;
    /// Missing: a path that is there and was perhaps meant; may be empty.
    std::string suggestion;
};

/// What BuildKit would copy. Wildcards are those of matchPath(); a folder is taken with all in it that is sent; links
/// named by the source are followed within the context, links inside of a folder are copied as links.
/// --exclude applies to what lies inside of the folders that the source names, relative to each of them, and not to
/// files that the source names itself (that is what BuildKit does, moby/buildkit#5509).
CopySource takenBy(const BuildContext &context, const CopyRequest &request);

} // namespace drydock
