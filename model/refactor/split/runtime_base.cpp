// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/runtime_base.h"

#include "model/base/one_of.h"
#include "model/knowledge/releases.h"
#include "model/knowledge/runtime_images.h"
#include "model/lint/image_files.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/package_sources.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>

namespace drydock {
namespace {

class Fitting {
public:
    Fitting(const SplitStage &stage, const SplitRecipe &recipe, const Placement &placement)
        : m_stage(stage)
        , m_recipe(recipe)
        , m_placement(placement)
        , m_traits(baseTraitsOf(recipe.knownBase()))
    { }

    BaseFit run()
    {
        if (m_recipe.program)
            m_fit.program = *m_recipe.program;
        if (!m_traits)
            m_fit.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "%1 has a shell and all else that the program needs: nothing is known of it."),
                  {m_recipe.base}},
                 {}});
        if (m_traits && m_traits->hasShell == false)
            fitWithoutShell();
        addPackages();
        addUser();
        addDirectory();
        assumeTheRest();
        if (!m_fit.program.empty())
            m_fit.declared.insert(ContractPart::Program);
        return std::move(m_fit);
    }

private:
    void refuse(UserText reason, TextRange where)
    {
        if (m_fit.refusal.source.empty()) {
            m_fit.refusal = std::move(reason);
            m_fit.where = where;
        }
    }

    void fitWithoutShell()
    {
        if (const auto need = shellNeedOf(m_stage)) {
            refuse({QT_TRANSLATE_NOOP("refactor", "%1 It cannot run on %2; choose a base with a shell."),
                    {inEnglish(need->reason), m_recipe.base}},
                   need->range);
            return;
        }
        if (!m_recipe.finishLines.empty() || !m_recipe.boundRuns.empty()) {
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "“%1” has to be run on the new base, and %2 has no shell; choose another base."),
                    {m_recipe.finishLines.empty() ? m_recipe.boundRuns.front().command
                                                  : m_recipe.finishLines.front(),
                     m_recipe.base}},
                   {});
            return;
        }
        for (const Instruction &instruction : m_stage.instructions()) {
            const Home home = m_placement.homeOf(m_stage, instruction);
            if (instruction.keyword == Keyword::Run && home != Home::Build) {
                refuse({QT_TRANSLATE_NOOP("refactor",
                                          "The RUN of line %1 belongs to the runtime stage, and %2 has no "
                                          "shell to run it; choose another base."),
                        {std::to_string(instruction.firstLine), m_recipe.base}},
                       instruction.range);
                return;
            }
        }
        const std::vector<std::string> words = plainProgramOf(m_stage);
        if (m_fit.program.empty() && m_stage.contract().form == StartForm::Shell && !words.empty())
            m_fit.program = words;
    }

    void addPackages()
    {
        KeptPackages kept
            = m_recipe.keepsPackages ? keptPackages(m_stage, m_recipe.keepsLibraries) : KeptPackages {};
        for (Assumption &each : kept.assumptions)
            m_fit.assumptions.push_back(std::move(each));
        std::vector<std::string> names = m_recipe.packages;
        std::ranges::copy_if(kept.names, std::back_inserter(names), [&](const std::string &name) {
            return !m_recipe.buildPackages.contains(name) && std::ranges::find(names, name) == names.end();
        });
        const auto &before = traitsOf(m_stage.lint(), m_stage.index());
        const bool loses = before && m_traits;
        // What the file installs itself it has found a way to.
        const Release *release = releaseOf(m_recipe.knownBase()).release;
        const bool isGone = kept.names.empty() && release && isArchived(release->name);
        const std::optional<PackageWorld> world
            = isGone ? std::nullopt : packageWorldOf(m_recipe.knownBase());
        const auto provide = [&](const char *package, bool isLost, std::optional<bool> isThere,
                                 const char *path, UserText title) {
            if (isThere == true)
                std::erase(names, package);
            else if (isLost && world && std::ranges::find(names, package) == names.end())
                names.emplace_back(package);
            else if (isLost && !world)
                m_fit.files.push_back({path, path, std::move(title), true, {}});
        };
        if (m_recipe.needsSystemData) {
            provide("ca-certificates",
                    loses && before->hasCertificates == true && m_traits->hasCertificates == false,
                    m_traits ? m_traits->hasCertificates : std::nullopt, "/etc/ssl/certs/ca-certificates.crt",
                    {QT_TRANSLATE_NOOP("refactor", "Root certificates, for TLS to other servers"), {}});
            provide("tzdata", loses && before->hasTimeZones == true && m_traits->hasTimeZones == false,
                    m_traits ? m_traits->hasTimeZones : std::nullopt, "/usr/share/zoneinfo",
                    {QT_TRANSLATE_NOOP("refactor", "Time zones"), {}});
        }
        if (names.empty())
            return;
        if (kept.names.empty())
            std::ranges::sort(names);
        if (!world) {
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "The program needs the package “%1”, and %2 has no package manager; choose "
                        "another base."),
                    {names.front(), m_recipe.base}},
                   kept.ranges.empty() ? TextRange {} : kept.ranges.front());
            return;
        }
        if (const Instruction *source = packageSourceOf(m_stage)) {
            const auto behind = std::ranges::find_if(
                kept.ranges, [&](TextRange word) { return word.begin > source->range.begin; });
            // Where each command has been judged, the line comes along if it has to.
            if (!m_recipe.tellsAll && behind != kept.ranges.end()) {
                refuse({QT_TRANSLATE_NOOP(
                            "refactor",
                            "“%1” may come from where line %2 lets packages be taken from, and a stage "
                            "that begins anew does not know that place: install what the program needs "
                            "ahead of it."),
                        {kept.names[static_cast<std::size_t>(behind - kept.ranges.begin())],
                         std::to_string(source->firstLine)}},
                       *behind);
                return;
            }
        }
        if (!kept.names.empty() && *world != kept.world) {
            refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "The packages that the program needs have other names on %1 than here (“%2”): choose a "
                     "base of the same distribution, and switch it in a second step."),
                 {m_recipe.base, kept.names.front()}},
                kept.ranges.front());
            return;
        }
        m_fit.packageLines.push_back(installLine(*world, names, kept));
    }

    /// The file installs what Debian's packages recommend along with them, and the program may have come to rely on it.
    bool takesRecommended(const KeptPackages &kept) const
    {
        if (!kept.model)
            return false;
        return std::ranges::none_of(m_stage.lint().commandsOf(*kept.model), [](const ScriptCommand &command) {
            return std::ranges::any_of(command.words, [](const ScriptWord &word) {
                return word.value.find("no-install-recommends") != std::string::npos
                    || word.value.find("Install-Recommends=") != std::string::npos;
            });
        });
    }

    /// CentOS 7 and what is older have no dnf.
    bool usesYum(const KeptPackages &kept) const
    {
        return kept.model
            && std::ranges::any_of(m_stage.lint().commandsOf(*kept.model),
                                   [](const ScriptCommand &command) { return command.name() == "yum"; });
    }

    std::string installLine(PackageWorld world, const std::vector<std::string> &names,
                            const KeptPackages &kept) const
    {
        std::string list;
        for (const std::string &name : names)
            list += " " + name;
        switch (world) {
        case PackageWorld::Apk:
            return "RUN apk add --no-cache" + list;
        case PackageWorld::Dnf:
            if (usesYum(kept))
                return "RUN yum install -y" + list + " && yum clean all";
            return "RUN dnf install -y --setopt=install_weak_deps=False" + list + " && dnf clean all";
        case PackageWorld::Apt:
            break;
        }
        return std::string("RUN apt-get update && apt-get install -y")
            + (takesRecommended(kept) ? "" : " --no-install-recommends") + list
            + " && rm -rf /var/lib/apt/lists/*";
    }

    void addUser()
    {
        const std::string &user = m_stage.contract().user;
        if (!user.empty() || !m_traits || m_traits->user.empty() || m_traits->user == "root")
            return;
        m_fit.declared.insert(ContractPart::User);
        m_fit.assumptions.push_back({{QT_TRANSLATE_NOOP("refactor",
                                                        "The program writes to no file of root's and needs "
                                                        "no port below 1024: on %1 it runs as “%2”."),
                                      {m_recipe.base, m_traits->user}},
                                     {}});
    }

    /// The file relies on the base's WORKDIR: golang images start in /go.
    void addDirectory()
    {
        if (m_stage.lint().lastOf(m_stage.index(), Keyword::Workdir))
            return;
        const std::string &directory = m_stage.contract().workingDirectory;
        if (directory == "/")
            return;
        const std::vector<std::string> words
            = m_fit.program.empty() ? plainProgramOf(m_stage) : m_fit.program;
        const bool isFilled = std::ranges::any_of(
            m_recipe.files, [&](const RuntimeFile &file) { return liesIn(file.destination, directory); });
        if (isFilled || words.empty() || words.front().starts_with('.'))
            m_fit.saysDirectory = true;
        else
            m_fit.declared.insert(ContractPart::WorkingDirectory);
    }

    /// What lines of the build do besides building.
    void assumeTheRest()
    {
        if (m_recipe.tellsAll)
            return;
        for (const Instruction &run : m_stage.instructions()) {
            if (run.keyword != Keyword::Run || m_placement.homeOf(m_stage, run) != Home::Build
                || isTransparent(m_stage.lint(), run))
                continue;
            for (const BuildStep &step : m_stage.steps()) {
                if (step.run != &run || isOfBuild(*step.command))
                    continue;
                m_fit.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor", "What “%1” on line %2 does is done for the build alone."),
                      {std::string(step.command->name()), std::to_string(run.firstLine)}},
                     step.command->range});
                break;
            }
        }
    }

    bool isOfBuild(const ScriptCommand &command) const
    {
        const std::string_view name = command.name();
        return name.empty() || m_stage.lint().packageOf(command) || isBuildStep(command)
            || std::ranges::find(m_recipe.buildTools, name) != m_recipe.buildTools.end()
            || isOneOf(name, {"go",    "git",   "cd",   "set",  "export", "rm",    "mkdir",
                              "chmod", "chown", "true", "test", "[",      "ls",    "pwd",
                              "env",   "uname", "date", "cat",  "rustup", "cargo", "corepack"});
    }

    const SplitStage &m_stage;
    const SplitRecipe &m_recipe;
    const Placement &m_placement;
    std::optional<BaseTraits> m_traits;
    BaseFit m_fit;
};

} // namespace

BaseFit fitOf(const SplitStage &stage, const SplitRecipe &recipe, const Placement &placement)
{
    return Fitting(stage, recipe, placement).run();
}

} // namespace drydock
