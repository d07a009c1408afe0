// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/lint/carried.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"
#include "model/lint/rules/run_fixes.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace drydock {
namespace {

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// How an installer is told to leave out what only developers need.
struct Installer {
    std::string_view folder; ///< That it fills, below the directory it runs in.
    std::string_view option; ///< To add; empty: no fix.
    const ScriptWord *verb = nullptr; ///< To add it behind.
};

std::string_view operandOf(const ScriptCommand &command, std::size_t index)
{
    const auto operands = command.operands();
    return index < operands.size() ? std::string_view(operands[index]->value) : std::string_view();
}

bool says(const ScriptCommand &command, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(command.words, [&](const ScriptWord &word) {
        return std::ranges::any_of(parts, [&](std::string_view part) { return holds(word.value, part); });
    });
}

/// \returns nothing if the command installs no packages of a project, or leaves the developers' out.
std::optional<Installer> fullInstall(const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const std::string_view verb = operandOf(command, 0);
    const ScriptWord *place = command.operands().empty() ? nullptr : command.operands()[0];
    const bool isGlobal = command.has({"-g", "--global", "--version", "-v", "--help"});
    if (name == "npm" && isOneOf(verb, {"install", "ci", "i"}) && operandOf(command, 1).empty() && !isGlobal
        && !says(command, {"--omit", "--production", "--prod", "--only", "--package-lock-only"}))
        return Installer {"node_modules", "--omit=dev", place};
    if (name == "pnpm" && isOneOf(verb, {"install", "i"}) && operandOf(command, 1).empty() && !isGlobal
        && !command.has({"--prod", "--production", "-P", "--lockfile-only"}))
        return Installer {"node_modules", "--prod", place};
    if (name == "yarn" && verb == "install" && !says(command, {"--production", "--prod", "--mode"}))
        // Yarn from version 2 on knows no such option.
        return Installer {"node_modules", {}, place};
    if (name == "composer" && verb == "install" && !command.has({"--no-dev"}))
        return Installer {"vendor", "--no-dev", place};
    if (name == "bundle" && verb == "install" && !says(command, {"--without", "--deployment"}))
        return Installer {"vendor/bundle", {}, place};
    if (name == "poetry" && verb == "install"
        && !says(command, {"--only", "--no-dev", "--without", "--main"}))
        return Installer {".venv", "--only main", place};
    if (name == "uv" && verb == "sync"
        && !says(command, {"--no-dev", "--only", "--no-default-groups", "--no-group"}))
        return Installer {".venv", "--no-dev", place};
    return std::nullopt;
}

/// Takes the developers' packages out again, or all, or installs once more without them.
bool removesThem(const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const std::string_view verb = operandOf(command, 0);
    if (isOneOf(name, {"npm", "yarn", "pnpm"}))
        return verb == "prune"
            || says(command, {"--production", "--omit", "--prod", "--only", "deploy", "focus"});
    if (name == "rm")
        return says(command, {"node_modules", "vendor", ".venv"});
    return (name == "composer" && says(command, {"--no-dev"}))
        || (name == "bundle" && says(command, {"clean", "without", "--deployment"}))
        || (isOneOf(name, {"poetry", "uv"}) && says(command, {"--only", "--no-dev", "--without"}));
}

/// A variable in force there says so.
bool isProduction(const LintContext &context, const Instruction &run, const ScriptCommand &command)
{
    if (says(command, {"NODE_ENV=production", "NO_DEV=1", "WITHOUT="}))
        return true;
    for (const std::string_view name :
         {"NODE_ENV", "NPM_CONFIG_PRODUCTION", "NPM_CONFIG_OMIT", "npm_config_omit", "npm_config_production",
          "COMPOSER_NO_DEV", "BUNDLE_WITHOUT", "BUNDLE_DEPLOYMENT", "BUNDLE_ONLY", "UV_NO_DEV",
          "POETRY_WITHOUT"}) {
        const VariableSetting *setting = context.variableAt(run, name);
        // A build argument without a value may be anything.
        if (setting && (name != "NODE_ENV" || !setting->value || *setting->value == "production"))
            return true;
    }
    return false;
}

/// By its name the stage, or by its command the image, is for those who develop.
bool isForDevelopers(const LintContext &context)
{
    static constexpr std::array<std::string_view, 8> names {"dev",   "test", "lint",  "ci",
                                                            "debug", "doc",  "story", "e2e"};
    static constexpr std::array<std::string_view, 18> programs {
        "nodemon",    "ts-node", "tsx",    "vite",  "webpack", "jest",      "vitest", "mocha", "cypress",
        "playwright", "ng",      "pytest", "rspec", "phpunit", "storybook", "gulp",   "grunt", "nest"};
    const StageIndex target = context.graph().target;
    for (const StageIndex stage : context.shippedStages()) {
        const std::string name = lowered(context.graph().nodes[stage.value].name);
        if (std::ranges::any_of(names, [&](std::string_view part) { return holds(name, part); }))
            return true;
    }
    const Instruction *program = programOf(context, target);
    if (!program)
        return true; // Nothing says what it runs: a base for others.
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *words = context.lastOf(target, keyword);
        if (!words)
            continue;
        for (const ScriptCommand &command : context.commandsOf(*words)) {
            const bool isManager = isOneOf(command.name(), {"npm", "yarn", "pnpm", "bun"});
            const std::string_view script
                = operandOf(command, 0) == "run" ? operandOf(command, 1) : operandOf(command, 0);
            if (std::ranges::find(programs, command.name()) != programs.end()
                || isOneOf(command.name(), {"npx", "sh", "bash"})
                || (isManager && !isOneOf(script, {"start", "serve", "start:prod", "prod", "production"})))
                return true;
        }
    }
    return false;
}

class DeveloperPackages {
public:
    DeveloperPackages(const LintContext &context, const Report &report)
        : m_context(context)
        , m_report(report)
        , m_finder(context)
    { }

    void run()
    {
        const StageIndex target = m_context.graph().target;
        if (!target || isForDevelopers(m_context))
            return;
        for (const Install &install : installsIn(target))
            tell(install);
        // What is copied out of other stages.
        std::map<std::size_t, std::vector<Install>> known;
        for (const Carried &carried : carriedInto(m_context)) {
            const auto [installs, isNew] = known.try_emplace(carried.from.value);
            if (isNew)
                installs->second = installsIn(carried.from);
            for (const Install &install : installs->second) {
                if (areOneInOther(install.folder, carried.path))
                    tell(install);
            }
        }
    }

private:
    struct Install {
        const Instruction *run = nullptr;
        const ScriptCommand *command = nullptr;
        Installer installer;
        std::string folder; ///< Absolute; empty if it is not known.
        bool builds = false; ///< Something is built with the packages.
    };

    static bool areOneInOther(std::string_view a, std::string_view b)
    {
        return !a.empty() && (liesIn(a, b) || liesIn(b, a));
    }

    /// What is there at the end of the stage.
    std::vector<Install> installsIn(StageIndex last) const
    {
        std::vector<StageIndex> line;
        for (StageIndex stage = last; stage; stage = m_context.stage(stage).parent)
            line.push_back(stage);
        std::vector<Install> installs;
        for (auto stage = line.end(); stage != line.begin();) {
            --stage;
            for (const Instruction &run : m_context.instructionsOf(*stage)) {
                if (run.keyword != Keyword::Run)
                    continue;
                for (const ScriptCommand &command : m_context.commandsOf(run))
                    take(run, command, installs);
            }
        }
        return installs;
    }
    void take(const Instruction &run, const ScriptCommand &command, std::vector<Install> &installs) const
    {
        if (removesThem(command)) {
            installs.clear();
        } else if (const auto found = fullInstall(command)) {
            const auto directory = m_context.workingDirectoryAt(run);
            if (!isProduction(m_context, run, command))
                installs.push_back(
                    {&run, &command, *found, directory ? absolutePath(found->folder, directory) : "", false});
        } else if (isBuildStep(command) || isScript(command)) {
            for (Install &install : installs)
                install.builds = true;
        }
    }

    /// `npm start`, `./start.sh`
    bool startsByManager() const
    {
        const Instruction *program = programOf(m_context, m_context.graph().target);
        return program
            && std::ranges::any_of(m_context.commandsOf(*program), [](const ScriptCommand &command) {
                   return isOneOf(command.name(), {"npm", "yarn", "pnpm", "bun"})
                       || command.name().ends_with(".sh");
               });
    }

    /// What starts without asking for the developers' packages. Bundler and uv look after all of them at the start.
    bool runsWithoutThem(const Installer &installer)
    {
        if (installer.folder == "vendor/bundle") {
            bool isProduction = false;
            for (const StageIndex stage : m_context.shippedStages()) {
                for (const VariableSetting &setting : m_context.settingsOf(stage)) {
                    const bool isMode = setting.name == "RAILS_ENV" || setting.name == "RACK_ENV";
                    isProduction = isProduction || (isMode && setting.value == "production");
                }
            }
            return isProduction && !m_finder.mentions(m_context.graph().target, "bundle config")
                && !m_finder.mentions(m_context.graph().target, "BUNDLE_WITH");
        }
        const Instruction *program = programOf(m_context, m_context.graph().target);
        return !program
            || std::ranges::none_of(m_context.commandsOf(*program), [](const ScriptCommand &command) {
                   return isOneOf(command.name(), {"uv", "poetry"});
               });
    }

    /// `npm run …`: it may need any of them.
    static bool isScript(const ScriptCommand &command)
    {
        return (isOneOf(command.name(), {"npm", "yarn", "pnpm"}) && !fullInstall(command)
                && isOneOf(operandOf(command, 0), {"run", "build", "test", "exec", "lint"}))
            || isOneOf(command.name(),
                       {"npx", "tsc", "vite", "webpack", "ng", "next", "nuxt", "gulp", "grunt"});
    }

    void tell(const Install &install)
    {
        if (!m_told.insert(install.run->range.begin).second || !runsWithoutThem(install.installer))
            return;
        Finding finding;
        finding.instruction = install.run;
        finding.range = install.command->range;
        if (install.builds) {
            finding.message
                = {QT_TRANSLATE_NOOP("lint",
                                     "Packages that only developers need are installed for the build "
                                     "and stay in the image: take them out behind it, or build in a "
                                     "stage of its own."),
                   {}};
            finding.severity = Severity::Info; // What starts the program may be one of them.
        } else {
            finding.message = {
                QT_TRANSLATE_NOOP("lint",
                                  "This installs the packages that only developers need, too, if the project "
                                  "names any, and they stay in the image."),
                {}};
            // The script may need any of them.
            if (startsByManager()) {
                finding.message
                    = {QT_TRANSLATE_NOOP("lint",
                                         "This installs the packages that only developers need, too. "
                                         "If what CMD starts does not need them, leave them out."),
                       {}};
                finding.severity = Severity::Info;
            }
            if (!install.installer.option.empty() && install.installer.verb)
                finding.fixes
                    = addingOption(*install.installer.verb, install.installer.option, FixSafety::AskFirst);
        }
        m_report(std::move(finding));
    }

    const LintContext &m_context;
    const Report &m_report;
    StageFinder m_finder;
    std::set<std::size_t> m_told; ///< Where the instructions begin that were told of.
};

} // namespace

/// Test runners, bundlers and linters are most of what is installed, and each has holes of its own.
void checkDeveloperPackages(const LintContext &context, const Report &report)
{
    DeveloperPackages(context, report).run();
}

} // namespace drydock
