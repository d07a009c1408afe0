// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.12.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/compiled.h"

#include <algorithm>

namespace drydock {
namespace {

std::string folderIn(std::string_view path)
{
    return std::string(path.substr(0, std::max<std::size_t>(path.rfind('/'), 1)));
}

class ElixirSplit {
public:
    ElixirSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
        , m_release(stage.lastStep({"mix"}, {"release"}))
    { }

    SplitRecipe run()
    {
        if (findProgram())
            chooseBase();
        if (m_recipe.isRefused())
            return std::move(m_recipe);
        for (const StartedCommand &started : m_started)
            addNamedFiles(m_stage, m_recipe, started, {started.words.front()});
        addData(m_stage, m_recipe);
        assumeNoSources(m_stage, m_recipe);
        m_recipe.buildTools = {"mix", "npm", "yarn", "node", "elixir"};
        m_recipe.artifactLeast = 15'000'000;
        m_recipe.artifactMost = 60'000'000;
        return std::move(m_recipe);
    }

private:
    bool findProgram()
    {
        for (const StartedCommand &started : m_started) {
            if (isOneOf(started.name(), {"mix", "elixir", "iex"}))
                return releaseInsteadOfMix(started);
            if (takeRelease(started))
                return true;
        }
        if (!m_release)
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "No line makes a release (“mix release”), which is what runs without "
                                   "Elixir."),
                 {}},
                m_started.empty() ? baseWords(m_stage) : m_started.front().range);
        const std::string answer = askedArtifact(
            m_recipe, m_wish, releases(),
            {QT_TRANSLATE_NOOP("refactor",
                               "The file does not say where the release of line %1 lies that is "
                               "started: name its folder (artifact)."),
             {std::to_string(m_release->run->firstLine)}},
            m_release->command->range);
        if (answer.empty())
            return false;
        addFile(m_recipe, answer, title());
        return true;
    }

    UserText title() const
    {
        return m_release ? UserText {QT_TRANSLATE_NOOP("refactor", "The release of line %1"),
                                     {std::to_string(m_release->run->firstLine)}}
                         : UserText {QT_TRANSLATE_NOOP("refactor", "The release"), {}};
    }

    /// `_build/prod/rel/shop/bin/shop start`
    bool takeRelease(const StartedCommand &started)
    {
        const std::string path = pathOfWord(m_stage, started, started.words.front());
        const std::string folder = folderIn(path);
        if (path.empty() || !folder.ends_with("/bin"))
            return false;
        const std::string root = folderIn(folder);
        const bool isNamed = root.find("/rel/") != std::string::npos
            || (m_release && pathFor(m_stage, *m_release, optionOf(*m_release->command, {"--path"})) == root)
            || originOf(placedFiles(m_stage), root) != root;
        if (!isNamed || isOneOf(root, {"/", "/usr", "/usr/local"}))
            return false;
        addFile(m_recipe, root, title());
        return true;
    }

    /// By the manifests: the names that a release may have.
    std::vector<std::string> names() const
    {
        const Manifests *manifests = m_stage.manifests();
        for (std::size_t i = 0; manifests && i < manifests->elixirProjects.size(); ++i) {
            const auto &found = manifests->elixirProjects[i];
            if (m_stage.placeOf(found.path) != pathFrom(m_stage.workingDirectory(), "mix.exs"))
                continue;
            if (!found.facts.releases.empty())
                return found.facts.releases;
            return found.facts.app.empty() ? std::vector<std::string> {} : std::vector {found.facts.app};
        }
        return {};
    }

    Candidates releases() const
    {
        Candidates candidates;
        for (const std::string &name : names())
            candidates.push_back({pathFrom(m_stage.workingDirectory(), "_build/prod/rel/" + name),
                                  {QT_TRANSLATE_NOOP("refactor", "By mix.exs"), {}}});
        return candidates;
    }

    bool releaseInsteadOfMix(const StartedCommand &started)
    {
        const std::string line = std::to_string(started.instruction->firstLine);
        const auto env = m_stage.contract().environment.find("MIX_ENV");
        if (env == m_stage.contract().environment.end() || env->second != "prod")
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "MIX_ENV is not “prod”: this looks like an image to develop in, which needs "
                     "its sources and tools."),
                 {}},
                started.range);
        const bool isPhoenix = started.has("phx.server");
        const bool isRun = started.has("run") && started.has("--no-halt");
        if (started.name() != "mix" || !started.isWhole || (!isPhoenix && !isRun)
            || started.words.size() != (isPhoenix ? 2U : 3U))
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 leaves the start to mix, with all sources: make a release (“mix "
                                   "release”) in a RUN and start that."),
                 {line}},
                started.range);
        const Candidates candidates = releases();
        std::string folder = candidates.size() == 1 && m_wish.setting("artifact").empty()
            ? candidates.front().value
            : std::string();
        if (folder.empty())
            folder = askedArtifact(
                m_recipe, m_wish, candidates,
                {QT_TRANSLATE_NOOP("refactor",
                                   "The name of the release stands in mix.exs: name its folder, such "
                                   "as %1/_build/prod/rel/NAME (artifact)."),
                 {m_stage.workingDirectory()}},
                started.range);
        if (folder.empty())
            return false;
        if (!m_release)
            m_recipe.buildLines.emplace_back("RUN mix release");
        addFile(m_recipe, folder, title());
        m_recipe.program = {{folder + "/bin/" + folder.substr(folder.rfind('/') + 1), "start"}};
        if (isPhoenix) {
            m_recipe.runtimeLines.emplace_back("ENV PHX_SERVER=true");
            m_recipe.declared.insert({ContractPart::Variables, "PHX_SERVER"});
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "config/runtime.exs heeds PHX_SERVER, and says all that the release needs to know."),
                  {}},
                 started.range});
        } else {
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "The release starts the same application as “mix run” on line %1."),
                  {line}},
                 started.range});
        }
        return true;
    }

    void chooseBase()
    {
        // `1.18.1-erlang-27.2-alpine-3.21.2`: with a dash.
        const std::size_t alpine = m_stage.tag().find("-alpine-3.");
        if (alpine != std::string::npos) {
            const std::string_view version = std::string_view(m_stage.tag()).substr(alpine + 8);
            m_recipe.bases
                = {{"alpine:" + std::string(version.substr(0, version.find('.', 2))),
                    {QT_TRANSLATE_NOOP("refactor", "The same distribution, without what builds"), {}}}};
        } else {
            SystemBase base = systemBaseOf(m_stage);
            m_recipe.bases = std::move(base.bases);
            for (Assumption &each : base.assumptions)
                m_recipe.assumptions.push_back(std::move(each));
            if (!base.refusal.source.empty() && m_wish.setting("base").empty()) {
                m_recipe.refuse(std::move(base.refusal), baseWords(m_stage));
                return;
            }
        }
        m_recipe.base = m_recipe.bases.empty() ? std::string(m_wish.setting("base"))
                                               : chosenBase(m_recipe.bases, m_wish);
        m_recipe.packages = packagesOfLanguage(
            "elixir",
            m_stage.isAlpine() || m_stage.tag().find("alpine") != std::string::npos ? PackageWorld::Apk
                                                                                    : PackageWorld::Apt);
        const auto &environment = m_stage.contract().environment;
        if (!environment.contains("LANG") || m_stage.contract().fromBase.contains("LANG"))
            m_recipe.runtimeLines.emplace_back("ENV LANG=C.UTF-8");
        m_recipe.declared.insert({ContractPart::Variables, "LANG"});
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    const BuildStep *m_release = nullptr;
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitElixir(const SplitStage &stage, const RefactorWish &wish)
{
    return ElixirSplit(stage, wish).run();
}

} // namespace drydock
