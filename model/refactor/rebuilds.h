// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// Why a step runs anew when a file of the build context changes.
enum class RebuildCause : std::uint8_t {
    Takes, ///< The file is among what it takes from the context.
    MayTake, ///< It takes something that hangs on a variable without a value here.
    TakesResult, ///< It takes something from a stage that runs anew: BuildKit compares what it takes by content.
    Follows, ///< A step before it in its stage, or of the stage it is FROM, runs anew.
};

/// A step that runs anew.
struct Rebuild {
    InstructionIndex instruction; ///< For what a stage inherits: the ONBUILD.
    StageIndex stage; ///< In which it runs.
    RebuildCause cause = RebuildCause::Follows;
    bool isSure = true; ///< False: only if what TakesResult or MayTake says is so, here or before it.

    bool operator==(const Rebuild &) const = default;
};

/// What the build after a change to one file of the context cannot take from its cache, everything else being there.
struct Rebuilds {
    enum class Reach : std::uint8_t {
        Sent, ///< The file reaches the build, whether something takes it or not.
        Ignored, ///< The .dockerignore leaves it out.
        Missing, ///< There is no such file in the context.
        Unknown, ///< Nobody has looked at the context, or not to its end.
    };
    Reach reach = Reach::Unknown;
    std::optional<std::size_t> rule; ///< Ignored: the rule of the .dockerignore that says so.
    std::vector<Rebuild> steps; ///< By stage, then in file order. Empty unless it is sent.
    std::size_t stepCount = 0; ///< Steps of the stages that the target needs.

    std::size_t sureCount() const;
};

/// What changing the contents of `path` leads to. Steps are RUN, COPY, ADD and WORKDIR of the stages that the target
/// needs: what else runs anew is a note in the image's configuration and takes no time.
///
/// BuildKit's rules (`solver/llbsolver/ops/file.go` and `exec.go`: CacheMap): what COPY, ADD and bind mounts take is
/// compared by content, with the paths that are taken; the files that a RUN or COPY starts on are not, so all that
/// follows a step that runs anew does too.
/// \param path relative to the folder of the build. A folder stands for any file in it.
Rebuilds rebuildsOf(const LintContext &context, std::string_view path);

/// The folder as it is once `files` (path → bytes, relative to it) are written: what a .dockerignore among them leaves out
/// is not sent any more. The folder itself if it has no say; null for null.
/// \param dockerfile the Dockerfile's name in it: its own ignore file goes before the common one.
std::shared_ptr<const BuildContext> withFiles(std::shared_ptr<const BuildContext> folder,
                                              const std::map<std::string, std::string> &files,
                                              std::string_view dockerfile = {});

} // namespace drydock
