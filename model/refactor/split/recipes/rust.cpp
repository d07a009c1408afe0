// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.8.
// Length: one walk through a file of Rust, from the call of cargo to the libraries; what cargo is told is read in cargo_call.cpp.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/packages.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/layer_mounts.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/cargo_call.h"
#include "model/refactor/split/recipes/compiled.h"

#include <algorithm>

namespace drydock {
namespace {

class RustSplit {
public:
    RustSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_started(startedCommands(stage))
        , m_placed(placedFiles(stage))
    { }

    SplitRecipe run()
    {
        readSteps();
        const bool isFound = findProgram();
        chooseBase(); // Also for a refusal: the choice may be a part of the way out.
        if (!isFound || m_recipe.isRefused())
            return std::move(m_recipe);
        addNamedFiles(m_stage, m_recipe, m_started);
        std::vector<std::string> programs;
        for (const RuntimeFile &file : m_recipe.files) {
            if (std::ranges::find(m_programs, file.path) != m_programs.end())
                programs.push_back(file.path);
        }
        addLibraries(programs);
        addData(m_stage, m_recipe);
        assumeNoSources(m_stage, m_recipe);
        m_recipe.buildTools = {"cargo", "rustup", "rustc", "strip", "cp", "mv", "install", "ln", "upx"};
        m_recipe.artifactLeast = 2'000'000;
        m_recipe.artifactMost = 30'000'000;
        return std::move(m_recipe);
    }

private:
    // The builds of the file.

    void readSteps()
    {
        for (const BuildStep &step : m_stage.steps()) {
            if (step.command->name() != "cargo")
                continue;
            std::vector<std::string> words;
            for (const ScriptWord &word : step.command->arguments())
                words.push_back(word.value);
            CargoCall call = cargoCallOf(m_stage, words, &step);
            if (call.verb.empty() || call.verb == "run" || call.verb == "r")
                continue;
            m_calls.push_back({std::move(call), &step});
        }
    }

    // The program.

    const BuildStep *lastStep() const { return m_calls.empty() ? nullptr : m_calls.back().second; }

    bool findProgram()
    {
        if (m_calls.empty() && !startsCargo()) {
            m_recipe.refuse({QT_TRANSLATE_NOOP("refactor", "No line builds a program with cargo."), {}},
                            baseWords(m_stage));
            return false;
        }
        for (const StartedCommand &started : m_started) {
            if (started.name() == "cargo")
                return replaceCargo(started);
            if (takeStarted(started))
                return true;
        }
        if (m_calls.empty()) {
            m_recipe.refuse({QT_TRANSLATE_NOOP("refactor", "No line builds a program with cargo."), {}},
                            baseWords(m_stage));
            return false;
        }
        const std::string asked(m_wish.setting("artifact"));
        if (asked.starts_with('/')) {
            offer(builtPrograms());
            return take(asked, lastStep());
        }
        // A script starts it, or a variable names it: what is known to be built.
        const Candidates candidates = builtPrograms();
        if (candidates.size() == 1 && startsScript()) {
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "Of what is built, the script of line %1 starts %2 and nothing else."),
                  {std::to_string(m_started.front().instruction->firstLine), candidates.front().value}},
                 m_started.front().range});
            offer(candidates);
            return take(candidates.front().value, lastStep());
        }
        askedArtifact(
            m_recipe, m_wish, candidates,
            {QT_TRANSLATE_NOOP("refactor",
                               "The file does not say which program that cargo builds on line %1 is "
                               "the one to keep: choose it (artifact)."),
             {std::to_string(lastStep()->run->firstLine)}},
            lastStep()->command->range);
        return false;
    }

    void offer(const Candidates &candidates)
    {
        SplitRecipe ignored;
        RefactorWish wish = m_wish;
        if (wish.setting("artifact").empty() && !candidates.empty())
            wish.settings["artifact"] = candidates.front().value;
        const std::string chosen = askedArtifact(ignored, wish, candidates, {}, {});
        static_cast<void>(chosen);
        m_recipe.choices.push_back(std::move(ignored.choices.front()));
    }

    bool startsCargo() const
    {
        return std::ranges::any_of(m_started,
                                   [](const StartedCommand &each) { return each.name() == "cargo"; });
    }

    bool startsScript() const
    {
        return !m_started.empty()
            && (isScriptPath(m_started.front().words.front())
                || std::ranges::any_of(m_started.front().words,
                                       [](const std::string &word) { return isScriptPath(word); }));
    }

    /// A word of `started` is a program that this stage makes.
    bool takeStarted(const StartedCommand &started)
    {
        for (const std::string &word : started.words) {
            const bool isFirst = &word == &started.words.front();
            if (word.find('/') == std::string::npos) {
                if (isFirst && takeByName(started, word))
                    return true;
                continue;
            }
            const std::string path = pathOfWord(m_stage, started, word);
            if (path.empty() || path.find_first_of("*?[") != std::string::npos)
                continue;
            if (const BuildStep *step = makerOf(path))
                return take(path, step);
            // Nothing else can have brought it: the container starts this very file.
            if (isFirst && !isScriptPath(path) && !liesIn(path, "/bin") && !liesIn(path, "/usr/bin")
                && !liesIn(path, "/usr/sbin") && !liesIn(path, "/sbin") && !isCopied(path))
                return take(path, lastStep());
        }
        return false;
    }

    bool isCopied(std::string_view path) const
    {
        return std::ranges::any_of(m_stage.copies(), [&](const CopyStep &copy) {
            return copy.destination == path
                || std::ranges::any_of(copy.sources, [&](const CopiedSource &source) {
                       return !copy.destination.empty() && copy.isIntoFolder
                           && copy.pathInside(source) == path;
                   });
        });
    }

    /// `CMD ["server"]`: found along PATH, where `cargo install` or a copy has put it.
    bool takeByName(const StartedCommand &started, const std::string &name)
    {
        for (const PlacedFile &file : m_placed) {
            const std::string inside = pathFrom(file.to, file.from.substr(file.from.rfind('/') + 1));
            for (const std::string &path : {file.to, inside}) {
                if (path.substr(path.rfind('/') + 1) == name
                    && isOneOf(path.substr(0, path.rfind('/')), {"/usr/local/bin", "/usr/bin", "/bin"}))
                    return take(path, file.step);
            }
        }
        for (const auto &[call, step] : m_calls) {
            if (call.verb != "install")
                continue;
            const std::string folder = call.root.empty() ? "/usr/local/cargo" : call.root;
            std::string path = folder;
            path += "/bin/";
            path += name;
            if (!take(path, step))
                return false;
            m_recipe.files.back().destination = "/usr/local/bin/" + name;
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "Line %1 installs the program “%2” that line %3 starts."),
                  {std::to_string(step->run->firstLine), name,
                   std::to_string(started.instruction->firstLine)}},
                 step->command->range});
            return true;
        }
        return false;
    }

    /// The line that makes `path`: cargo in its folder, or one that puts it there. Null if none is known to.
    const BuildStep *makerOf(const std::string &path) const
    {
        for (const auto &[call, step] : m_calls) {
            const bool isInTarget = path.find("/target/") != std::string::npos
                || (!call.targetFolder.empty() && liesIn(path, call.targetFolder));
            const bool isInstalled = call.verb == "install"
                && (liesIn(path, "/usr/local/cargo/bin") || (!call.root.empty() && liesIn(path, call.root)));
            if (isInTarget || isInstalled)
                return step;
        }
        const std::string origin = originOf(m_placed, path);
        if (origin == path)
            return nullptr;
        for (const PlacedFile &file : m_placed) {
            if (file.to == path || liesIn(path, file.to))
                return file.step;
        }
        return nullptr;
    }

    bool take(const std::string &path, const BuildStep *step)
    {
        for (const auto &[call, each] : m_calls) {
            if (isMounted(m_stage.lint(), *each->run, path)) {
                m_recipe.refuse(
                    {QT_TRANSLATE_NOOP(
                         "refactor",
                         "%1 lies in a mount that is gone behind line %2: copy the program elsewhere in the "
                         "same RUN."),
                     {path, std::to_string(each->run->firstLine)}},
                    each->command->range);
                return false;
            }
        }
        addFile(m_recipe, path,
                step ? programTitle(*step) : UserText {QT_TRANSLATE_NOOP("refactor", "The program"), {}});
        m_programs.push_back(path);
        return true;
    }

    /// What cargo is known to make here: by --bin, or by the manifests.
    Candidates builtPrograms() const
    {
        Candidates candidates;
        const auto add = [&](const CargoCall &call, std::string_view name, UserText about) {
            if (call.targetFolder.empty())
                return;
            std::string path = call.verb == "install"
                ? (call.root.empty() ? "/usr/local/cargo" : call.root) + "/bin/"
                : call.targetFolder + "/" + (call.triple.empty() ? "" : call.triple + "/") + call.profile
                    + "/";
            path += name;
            const bool isThere = std::ranges::any_of(
                candidates, [&](const Choice::Answer &each) { return each.value == path; });
            if (!isThere)
                candidates.push_back({std::move(path), std::move(about)});
        };
        for (const auto &[call, step] : m_calls) {
            for (const std::string &name : call.programs)
                add(call, name,
                    {QT_TRANSLATE_NOOP("refactor", "Built by name on line %1"),
                     {std::to_string(step->run->firstLine)}});
            if (!call.programs.empty())
                continue;
            for (const std::string &name : cargoProgramsOf(m_stage, call))
                add(call, name, {QT_TRANSLATE_NOOP("refactor", "By Cargo.toml"), {}});
        }
        return candidates;
    }

    /// `cargo run` compiles at every start, unless it has been done.
    bool replaceCargo(const StartedCommand &started)
    {
        const std::vector<std::string> words(started.words.begin() + 1, started.words.end());
        const CargoCall call = cargoCallOf(m_stage, words, nullptr);
        const UserText reason {
            QT_TRANSLATE_NOOP("refactor",
                              "Line %1 leaves the start to cargo: build the program in a RUN "
                              "and start it by its path."),
            {std::to_string(started.instruction->firstLine)}};
        if (!isOneOf(call.verb, {"run", "r"}) || !started.isWhole || call.targetFolder.empty()
            || std::ranges::find(words, "--example") != words.end()) {
            m_recipe.refuse(reason, started.range);
            return false;
        }
        std::vector<std::string> names = call.programs;
        if (names.empty())
            names = cargoProgramsOf(m_stage, call);
        Candidates candidates;
        const std::string folder
            = call.targetFolder + "/" + (call.triple.empty() ? "" : call.triple + "/") + call.profile + "/";
        for (const std::string &name : names)
            candidates.push_back(
                {folder + name, {QT_TRANSLATE_NOOP("refactor", "What cargo run starts"), {}}});
        std::string path = candidates.size() == 1 && m_wish.setting("artifact").empty()
            ? candidates.front().value
            : std::string();
        if (path.empty()) {
            path = askedArtifact(
                m_recipe, m_wish, candidates,
                {QT_TRANSLATE_NOOP("refactor",
                                   "“cargo run” on line %1 starts what Cargo.toml says: choose the "
                                   "program (artifact)."),
                 {std::to_string(started.instruction->firstLine)}},
                started.range);
            if (path.empty())
                return false;
        }
        const auto built = std::ranges::find_if(m_calls, [&](const auto &each) {
            return each.first.verb != "install" && each.first.profile == call.profile
                && each.first.triple == call.triple && each.first.targetFolder == call.targetFolder;
        });
        const auto end = std::ranges::find(words, "--");
        if (built == m_calls.end()) {
            std::string line = "RUN cargo build";
            for (auto word = words.begin(); word != end; ++word) {
                if (*word != call.verb && !isOneOf(*word, {"-q", "--quiet"}))
                    line += " " + *word;
            }
            m_recipe.buildLines.push_back(std::move(line));
        }
        take(path, built == m_calls.end() ? nullptr : built->second);
        std::vector<std::string> program {path};
        if (end != words.end())
            program.insert(program.end(), end + 1, words.end());
        else if (!wordsBehindOptions(words).empty())
            program = {};
        if (program.empty()) {
            m_recipe.refuse(reason, started.range);
            return false;
        }
        m_recipe.program = std::move(program);
        return !m_recipe.isRefused();
    }

    /// Words of `cargo run` that are neither options nor their values, besides the verb: the program's.
    static std::vector<std::string> wordsBehindOptions(const std::vector<std::string> &words)
    {
        std::vector<std::string> others;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].starts_with('-')) {
                if (isOneOf(words[i],
                            {"--bin", "-p", "--package", "--features", "-F", "--target", "--profile",
                             "--target-dir", "--manifest-path", "-j", "--jobs"}))
                    ++i;
                continue;
            }
            if (!isCargoVerb(words[i]) && !words[i].starts_with('+'))
                others.push_back(words[i]);
        }
        return others;
    }

    // The base and what it has to have.

    bool isStatic() const
    {
        const bool isMusl = std::ranges::any_of(
            m_calls, [](const auto &each) { return each.first.triple.find("musl") != std::string::npos; });
        if (isMusl || isOneOf(m_stage.imageName(), {"clux/muslrust", "ekidd/rust-musl-builder"})
            || m_stage.imageName().starts_with("messense/rust-musl-cross"))
            return !isDynamic();
        return m_stage.isAlpine() && m_stage.imageName() == "rust" && !isDynamic();
    }

    bool isDynamic() const
    {
        return std::ranges::any_of(m_stage.instructions(), [&](const Instruction &each) {
            return m_stage.syntax().textOf(each.range).find("-crt-static") != std::string_view::npos;
        });
    }

    void chooseBase()
    {
        if (isStatic() && !m_stage.isAlpine()) {
            m_recipe.bases
                = {{"alpine:3",
                    {QT_TRANSLATE_NOOP("refactor", "The program links nothing; small, with a shell"), {}}},
                   {"scratch", {QT_TRANSLATE_NOOP("refactor", "nothing at all"), {}}}};
        } else {
            SystemBase base = systemBaseOf(m_stage, !isStatic());
            m_recipe.bases = std::move(base.bases);
            for (Assumption &each : base.assumptions)
                m_recipe.assumptions.push_back(std::move(each));
            if (isStatic())
                m_recipe.bases.push_back({"scratch", {QT_TRANSLATE_NOOP("refactor", "nothing at all"), {}}});
            if (!base.refusal.source.empty() && m_wish.setting("base").empty()) {
                if (!m_recipe.isRefused())
                    m_recipe.refuse(std::move(base.refusal), baseWords(m_stage));
                return;
            }
        }
        m_recipe.base = m_recipe.bases.empty() ? std::string(m_wish.setting("base"))
                                               : chosenBase(m_recipe.bases, m_wish);
    }

    /// What crates link that do not bring their own: by Cargo.lock, else what the image has headers of without being asked.
    /// \returns false if there is one whose package is not known.
    bool findLibraries()
    {
        if (isStatic() || m_stage.isAlpine())
            return true;
        const Manifests *manifests = m_stage.manifests();
        if (manifests && manifests->rustLocks.size() == 1) {
            return std::ranges::all_of(manifests->rustLocks.front().facts.nativeCrates,
                                       [this](const std::string &crate) {
                                           const std::string package = packageOfCrate(crate);
                                           return package.empty() || addLibrary(package);
                                       });
        }
        // Slim images link OpenSSL only if the file installs it, and then it is carried over.
        if (m_stage.imageName() != "rust" || m_stage.tag().find("slim") != std::string::npos)
            return true;
        m_isGuess = true;
        return addLibrary("libssl-dev");
    }

    bool addLibrary(const std::string &package)
    {
        const std::vector<std::string> names
            = runtimePackagesFor(PackageWorld::Apt, package, m_stage.release());
        for (const std::string &name : names) {
            if (std::ranges::find(m_libraries, name) == m_libraries.end())
                m_libraries.push_back(name);
        }
        return !names.empty() && !isArchived(m_stage.release());
    }

    void addLibraries(const std::vector<std::string> &programs)
    {
        if (isStatic())
            return;
        const bool areKnown = findLibraries();
        if (addClosure(m_stage, m_recipe, m_wish, programs, !areKnown))
            return;
        m_recipe.packages = m_libraries;
        if (m_isGuess)
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "Of the libraries that “%1” has, the program links none but those of C and OpenSSL."),
                  {m_stage.reference()}},
                 baseWords(m_stage)});
    }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StartedCommand> m_started;
    std::vector<PlacedFile> m_placed;
    std::vector<std::pair<CargoCall, const BuildStep *>> m_calls;
    std::vector<std::string> m_programs;
    std::vector<std::string> m_libraries; ///< Packages.
    bool m_isGuess = false; ///< Nobody has read Cargo.lock.
    SplitRecipe m_recipe;
};

} // namespace

SplitRecipe splitRust(const SplitStage &stage, const RefactorWish &wish)
{
    return RustSplit(stage, wish).run();
}

} // namespace drydock
