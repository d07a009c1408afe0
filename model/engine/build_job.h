// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_progress.h"
#include "model/build/context_archive.h"
#include "model/engine/engine_client.h"
#include "model/engine/job.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace drydock {

/// What is built, and how. The text is given as it is in the window; nothing is read from the Dockerfile on disk.
struct BuildWish {
    std::string text; ///< Of the Dockerfile.
    std::string folder; ///< The build context, absolute.
    std::string
        dockerfile; ///< Its path relative to the folder ("docker/Dockerfile"): which .dockerignore counts. May be empty.
    std::string target; ///< A stage's name, or "stage N" by its number for unnamed ones; empty: the last.
    std::vector<std::string> tags;
    std::map<std::string, std::string> buildArgs;
    std::map<std::string, std::string> contexts; ///< `--build-context`; buildx only.
    /// Files of the context that stand in the place of those on disk, or beside them: path → bytes. Not for buildx.
    ContextFiles files;
    std::map<std::string, std::string> secrets; ///< id → "/path" or "env:NAME"; buildx only.
    std::map<std::string, std::string> labels;
    std::vector<std::string> cacheFrom;
    std::vector<std::string> cacheTo; ///< Buildx only.
    std::string platform; ///< Empty: the engine's.
    std::string builder; ///< Of buildx; empty: the default one.
    bool noCache = false;
    bool pull = false;
};

/// Which way builds go.
enum class BuildWay : std::uint8_t {
    Buildx, ///< The docker-buildx program: secrets, private bases, remote builders.
    BuildKit, ///< POST /build?version=2
    Classic, ///< POST /build
};

struct BuildOutcome {
    BuildWay way = BuildWay::BuildKit;
    std::string imageId; ///< "sha256:…"; empty if the result stays with a remote builder.
};

/// A build under way. Ends in its outcome, or in an Error whose text says what happened and whose detail holds the builder's own
/// words. Dropping it cancels the build: the engine stops working on it.
class BuildJob : public JobOf<BuildOutcome> {
    Q_OBJECT

public:
    using JobOf<BuildOutcome>::JobOf;

    virtual const BuildProgress &progress() const = 0;
    virtual BuildWay way() const = 0;
    /// The command line or the request that does the same, for a person.
    virtual std::string inWords() const = 0;
    /// Ends the build, which then finishes with an Error “cancelled”: whoever wants to see the log keeps the job.
    virtual void cancel() = 0;

signals:
    /// Steps changed; at most 20 times a second. \param steps indexes into progress().steps().
    void stepsChanged(const std::vector<std::size_t> &steps);
};

using BuildPtr = std::unique_ptr<BuildJob, AbortAndDelete>;

/// Takes the first way that can do what is wished: buildx, the engine's BuildKit, the classic builder. An Error tells what
/// none of those at hand can do ("secrets need docker buildx").
/// \param engine borrowed; must outlive the job.
BuildPtr startBuild(EngineClient &engine, const BuildWish &wish);

} // namespace drydock
