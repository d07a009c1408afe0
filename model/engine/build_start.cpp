// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/build_ladder.h"
#include "model/engine/buildx_build.h"
#include "model/engine/discovery.h"
#include "model/engine/engine_build.h"

#include <utility>

namespace drydock {
namespace {

/// RUN --mount=type=secret and type=ssh get what they ask for from a session, which buildx alone holds.
bool asksForSession(const Syntax &syntax)
{
    for (const Instruction &instruction : syntax.instructions) {
        for (const Flag &flag : syntax.flagsOf(instruction)) {
            if (syntax.textOf(flag.name) != "--mount")
                continue;
            const std::string value = syntax.valueOf(instruction, flag);
            if (value.find("type=secret") != std::string::npos || value.find("type=ssh") != std::string::npos)
                return true;
        }
    }
    return false;
}

/// The first rung: what is there is found out, then the build that fits takes over.
class LadderBuild final : public BuildJob {
public:
    LadderBuild(EngineClient &engine, BuildWish wish, const std::vector<std::string> &folders)
        : m_engine(engine)
        , m_wish(std::move(wish))
        , m_empty(parse(SourceText(m_wish.text)))
        , m_need(needOfBuildx(m_wish, m_empty.syntax()))
        , m_buildx(findBuildx(folders, m_wish.folder))
    {
        m_greeting = m_engine.greet();
        connect(m_greeting.get(), &Job::finished, this, &LadderBuild::afterGreeting);
    }

    const BuildProgress &progress() const override { return m_build ? m_build->progress() : m_empty; }
    BuildWay way() const override { return m_build ? m_build->way() : BuildWay::BuildKit; }
    std::string inWords() const override { return m_build ? m_build->inWords() : std::string(); }

    void abort() override
    {
        m_greeting.reset();
        m_asking.reset();
        m_build.reset();
    }

    void cancel() override
    {
        if (m_build) {
            m_build->cancel();
        } else if (!isFinished()) {
            abort();
            finish(refusal(QT_TRANSLATE_NOOP("engine", "The build was cancelled.")));
        }
    }

private:
    void afterGreeting()
    {
        const Result<EngineFacts> &facts = m_greeting->result();
        if (!facts) {
            finish(tl::unexpected(facts.error()));
            return;
        }
        m_facts = *facts;
        // Buildx reads the folder itself, which does not hold the files that are only proposed.
        const bool isOnDisk = m_wish.files.empty() || !m_need.empty();
        if (m_buildx.empty() || m_facts.product == "podman" || !isOnDisk) {
            withoutBuildx({});
            return;
        }
        m_asking = askBuildx(m_buildx);
        connect(m_asking.get(), &Job::finished, this, [this] {
            if (const auto &program = m_asking->result())
                withBuildx(*program);
            else
                withoutBuildx(inEnglish(program.error().text));
        });
    }

    void withBuildx(const BuildxProgram &program)
    {
        // The engine's own BuildKit does with less, where an old program has nothing to add.
        if (program.version >= firstWithLines || !m_need.empty() || !m_facts.hasBuildKit)
            follow(startBuildx(program, m_engine.endpoint(), m_facts.store, m_wish));
        else
            follow(startEngineBuild(m_engine, m_wish, BuildWay::BuildKit));
    }

    /// \param reason why buildx cannot be used, although it is there.
    void withoutBuildx(const std::string &reason)
    {
        if (!m_need.empty()) {
            Error error {{m_need, {}}, reason};
            finish(tl::unexpected(std::move(error)));
            return;
        }
        follow(
            startEngineBuild(m_engine, m_wish, m_facts.hasBuildKit ? BuildWay::BuildKit : BuildWay::Classic));
    }

    void follow(BuildPtr build)
    {
        m_build = std::move(build);
        connect(m_build.get(), &BuildJob::stepsChanged, this, &BuildJob::stepsChanged);
        connect(m_build.get(), &Job::progressed, this, &Job::progressed);
        connect(m_build.get(), &Job::finished, this, [this] { finish(m_build->result()); });
    }

    EngineClient &m_engine;
    BuildWish m_wish;
    BuildProgress m_empty;
    std::string m_need; ///< Why nothing but buildx will do; empty if others do.
    std::string m_buildx; ///< Path; empty if there is none.
    EngineFacts m_facts;
    JobPtr<EngineFacts> m_greeting;
    JobPtr<BuildxProgram> m_asking;
    BuildPtr m_build;
};

} // namespace

std::string needOfBuildx(const BuildWish &wish, const Syntax &syntax)
{
    if (!wish.secrets.empty() || asksForSession(syntax))
        return QT_TRANSLATE_NOOP("engine", "Secrets and SSH keys need docker buildx.");
    if (!wish.contexts.empty())
        return QT_TRANSLATE_NOOP("engine", "Named build contexts need docker buildx.");
    if (!wish.cacheTo.empty())
        return QT_TRANSLATE_NOOP("engine", "A cache that is kept elsewhere needs docker buildx.");
    if (!wish.builder.empty())
        return QT_TRANSLATE_NOOP("engine", "Other builders need docker buildx.");
    if (wish.platform.find(',') != std::string::npos)
        return QT_TRANSLATE_NOOP("engine", "A build for several platforms needs docker buildx.");
    return {};
}

BuildPtr startBuildLookingIn(EngineClient &engine, const BuildWish &wish,
                             const std::vector<std::string> &folders)
{
    return BuildPtr(new LadderBuild(engine, wish, folders));
}

BuildPtr startBuild(EngineClient &engine, const BuildWish &wish)
{
    return startBuildLookingIn(engine, wish, buildxFolders(discoveryPlacesOfProcess()));
}

} // namespace drydock
