// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.13.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/compiled.h"

#include <algorithm>

namespace drydock {
namespace {

/// A name that a shell takes as one word.
bool isPlainName(std::string_view name)
{
    return !name.empty() && name.find_first_of("$`\"'*?[] \t;&|<>()/") == std::string_view::npos
        && !name.starts_with('-');
}

class HaskellSplit {
public:
    HaskellSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
    { }

    SplitRecipe run()
    {
        m_build = m_stage.lastStep(
            {"stack", "cabal", "ghc"},
            {"build", "install", "v2-build", "v2-install", "new-build", "new-install", "new-run"});
        if (!m_build)
            m_build = m_stage.lastStep({"ghc"});
        if (findProgram())
            chooseBase();
        if (m_recipe.isRefused())
            return std::move(m_recipe);
        addNamedFiles(m_stage, m_recipe, m_started);
        addData(m_stage, m_recipe);
        assumeNoSources(m_stage, m_recipe);
        m_recipe.buildTools = {"stack", "cabal", "ghc", "hpack", "strip", "cp", "mv", "install"};
        m_recipe.artifactLeast = 3'000'000;
        m_recipe.artifactMost = 50'000'000;
        return std::move(m_recipe);
    }

private:
    bool findProgram()
    {
        if (!m_build)
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor", "No line builds a program with stack, cabal or ghc."), {}},
                baseWords(m_stage));
        for (const StartedCommand &started : m_started) {
            if (isOneOf(started.name(), {"stack", "cabal", "runhaskell", "runghc"}))
                return copyInsteadOfTool(started);
            if (takeStarted(started))
                return true;
        }
        const std::string answer = askedArtifact(
            m_recipe, m_wish, {},
            {QT_TRANSLATE_NOOP("refactor",
                               "The file does not say which program of line %1 is started: choose it "
                               "(artifact)."),
             {std::to_string(m_build->run->firstLine)}},
            m_build->command->range);
        if (answer.empty())
            return false;
        addFile(m_recipe, answer, programTitle(*m_build));
        return true;
    }

    bool takeStarted(const StartedCommand &started)
    {
        const std::string &word = started.words.front();
        if (isScriptPath(word))
            return false;
        if (word.find('/') != std::string::npos) {
            const std::string path = pathOfWord(m_stage, started, word);
            if (path.empty() || path.find_first_of("*?[") != std::string::npos)
                return false;
            addFile(m_recipe, path, programTitle(*m_build));
            return true;
        }
        if (!isPlainName(word)
            || isOneOf(word, {"sh", "bash", "java", "python", "python3", "node", "nginx", "supervisord"}))
            return false;
        // stack and cabal install to a place that depends on their version: PATH finds it, now as at run time.
        takeFound(word, "command -v " + word);
        return true;
    }

    void takeFound(const std::string &name, const std::string &query)
    {
        m_recipe.buildLines.push_back("RUN mkdir -p /out && cp -L \"$(" + query + ")\" /out/" + name);
        m_recipe.files.push_back(
            {"/out/" + name, "/usr/local/bin/" + name, programTitle(*m_build), false, {}});
    }

    /// `stack exec server -- args`, `cabal run server -- args`
    bool copyInsteadOfTool(const StartedCommand &started)
    {
        const std::string line = std::to_string(started.instruction->firstLine);
        const auto &words = started.words;
        const auto end = std::ranges::find(words, "--");
        const bool isExec = started.has("exec");
        const bool isRun = started.name() == "cabal"
            && (started.has("run") || started.has("v2-run") || started.has("new-run"));
        std::string name;
        for (auto word = words.begin() + 1; word != end; ++word) {
            if (isOneOf(*word, {"exec", "run", "v2-run", "new-run"}))
                continue;
            if (!name.empty() || word->starts_with('-')) {
                name.clear();
                break;
            }
            name = *word;
        }
        if (name.empty() && isRun)
            name = onlyProgram();
        if (!started.isWhole || (!isExec && !isRun) || !isPlainName(name))
            return m_recipe.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 leaves the start to “%2”, which needs its own files: install the "
                                   "program in a RUN and start it by its name, in exec form."),
                 {line, std::string(started.name())}},
                started.range);
        takeFound(name,
                  started.name() == "stack" ? "stack exec -- which " + name
                      : isRun               ? "cabal list-bin " + name
                                            : "cabal exec -- which " + name);
        std::vector<std::string> program {name};
        if (end != words.end())
            program.insert(program.end(), end + 1, words.end());
        m_recipe.program = std::move(program);
        return true;
    }

    std::string onlyProgram() const
    {
        std::vector<std::string> names;
        const Manifests *manifests = m_stage.manifests();
        for (std::size_t i = 0; manifests && i < manifests->haskellProjects.size(); ++i) {
            for (const std::string &name : manifests->haskellProjects[i].facts.programs) {
                if (std::ranges::find(names, name) == names.end())
                    names.push_back(name);
            }
        }
        return names.size() == 1 ? names.front() : std::string();
    }

    void chooseBase()
    {
        SystemBase base = systemBaseOf(m_stage);
        m_recipe.bases = std::move(base.bases);
        for (Assumption &each : base.assumptions)
            m_recipe.assumptions.push_back(std::move(each));
        if (!base.refusal.source.empty() && m_wish.setting("base").empty()) {
            m_recipe.refuse(std::move(base.refusal), baseWords(m_stage));
            return;
        }
        m_recipe.base = m_recipe.bases.empty() ? std::string(m_wish.setting("base"))
                                               : chosenBase(m_recipe.bases, m_wish);
        // The base has the libraries; what else there would be cannot be installed any more.
        if (!isArchived(m_stage.release()))
            m_recipe.packages
                = packagesOfLanguage("haskell", m_stage.isAlpine() ? PackageWorld::Apk : PackageWorld::Apt);
        m_recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor",
                                "The program reads none of its packages' data files while it runs."),
              {}},
             {}});
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    const BuildStep *m_build = nullptr;
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitHaskell(const SplitStage &stage, const RefactorWish &wish)
{
    return HaskellSplit(stage, wish).run();
}

} // namespace drydock
