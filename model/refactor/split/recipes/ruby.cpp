// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §4.10. Gems are installed in the build stage; the folder that holds them is taken over.
#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/carry_over.h"
#include "model/refactor/split/recipes/node_steps.h"
#include "model/refactor/split/recipes/script_base.h"

#include <algorithm>

namespace drydock {
namespace {

StepNote note(StepEffect effect)
{
    return {nullptr, effect, {}, {}, {}};
}

std::optional<StepNote> noteFor(const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    if (isOneOf(name, {"bundle", "bundler"})) {
        if (isOneOf(verb, {"exec", "binstubs"}))
            return note(StepEffect::Builds);
        return note(isOneOf(verb, {"clean", "check", "version", "list", "audit"}) ? StepEffect::Nothing
                                                                                  : StepEffect::Packages);
    }
    if (name == "gem")
        return note(isOneOf(verb, {"install", "i", "update", "uninstall", "cleanup"}) ? StepEffect::Packages
                                                                                      : StepEffect::Nothing);
    if (isOneOf(name, {"rails", "rake", "jekyll", "hanami", "middleman", "nanoc", "bootsnap"}))
        return note(StepEffect::Builds);
    if (name == "ruby")
        return note(verb.empty() || command.has({"-e"}) ? StepEffect::Unknown : StepEffect::Builds);
    if (isOneOf(name, {"rspec", "rubocop"}))
        return note(StepEffect::Nothing);
    return nodeNoteBeside(step, StepEffect::Nothing);
}

class RubySplit {
public:
    RubySplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_notes(notesOf(stage, noteFor))
    { }

    SplitRecipe run()
    {
        chooseBase();
        if (!m_recipe.isRefused())
            takeGems();
        if (!m_recipe.isRefused()) {
            m_plan.known = noteFor;
            leaveNode();
            carryOver(m_stage, m_plan, m_recipe);
        }
        if (!m_recipe.isRefused())
            addNeeds();
        m_recipe.artifactLeast = 5'000'000;
        m_recipe.artifactMost = 300'000'000;
        return std::move(m_recipe);
    }

private:
    void chooseBase()
    {
        m_base = slimBaseOf(m_stage, {{"ruby"}, SlimStyle::BeforeRelease});
        if (!m_base.isSlimmer && !leavesBuildPackages(m_stage)) {
            refuseLittleGain(m_stage, m_recipe);
            return;
        }
        takeBase(m_stage, m_base, m_wish, m_recipe);
    }

    void takeGems();
    void takeFolder(const std::string &path, UserText title);
    std::string configuredPath(const BuildStep &step) const;
    void leaveNode();
    void addNeeds();

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<StepNote> m_notes;
    SplitRecipe m_recipe;
    CarryPlan m_plan;
    ScriptBase m_base;
    const BuildStep *m_bundle = nullptr; ///< Installs what a Gemfile says.
    std::vector<std::string> m_names; ///< Of gems that stand in the file.
};

/// Where bundler was told to put gems; empty if nobody has.
std::string RubySplit::configuredPath(const BuildStep &install) const
{
    if (const VariableSetting *setting = m_stage.lint().variableAt(*install.run, "BUNDLE_PATH");
        setting && setting->value)
        return placeOfWord(m_stage, install, *setting->value);
    if (const std::string path = optionValue(install, {"--path"}); !path.empty())
        return placeOfWord(m_stage, install, path);
    const auto deploys = [&](const BuildStep &step) { return step.command->has({"--deployment"}); };
    std::string found = deploys(install) ? install.pathOf("vendor/bundle") : std::string();
    for (const BuildStep &step : m_stage.steps()) {
        if (!isOneOf(step.command->name(), {"bundle", "bundler"}))
            continue;
        const auto operands = step.command->operands();
        // bundle config set --local path vendor/bundle; bundle config path vendor/bundle
        for (std::size_t i = 1; i + 1 < operands.size(); ++i) {
            if (operands[0]->value == "config" && operands[i]->value == "path")
                found = placeOfWord(m_stage, install, operands[i + 1]->value);
            if (operands[0]->value == "config" && operands[i]->value == "deployment"
                && operands[i + 1]->value == "true" && found.empty())
                found = install.pathOf("vendor/bundle");
        }
    }
    return found;
}

void RubySplit::takeFolder(const std::string &path, UserText title)
{
    if (std::ranges::find(m_plan.taken, path) != m_plan.taken.end())
        return;
    m_recipe.take(path, std::move(title));
    m_plan.taken.push_back(path);
}

void RubySplit::takeGems()
{
    bool usesHome = false;
    const BuildStep *first = nullptr;
    std::string bundlePath;
    for (const StepNote &each : m_notes) {
        if (each.effect != StepEffect::Packages)
            continue;
        first = first ? first : each.step;
        const auto operands = each.step->command->operands();
        const std::string_view verb
            = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
        if (each.step->command->name() == "gem") {
            usesHome = usesHome || verb != "cleanup";
            for (std::size_t i = 1; i < operands.size(); ++i)
                m_names.push_back(operands[i]->value);
        } else if (isOneOf(verb, {"", "install", "update"})) {
            m_bundle = each.step;
            bundlePath = configuredPath(*each.step);
            usesHome = usesHome || bundlePath.empty();
        } else if (verb == "config" && each.step->command->has({"--global"})) {
            takeFolder("/root/.bundle", {QT_TRANSLATE_NOOP("refactor", "What bundler was told"), {}});
        } else {
            usesHome = true; // Configuration lies with the gems.
        }
    }
    if (!first) {
        m_recipe.refusal
            = {QT_TRANSLATE_NOOP("refactor", "No line installs gems: there is nothing to leave behind."), {}};
        m_recipe.where = m_stage.syntax().stages[m_stage.index().value].image;
        return;
    }
    // Ruby's own images keep all in one place.
    if (usesHome && !isOneOf(m_stage.imageName(), {"ruby", "jruby"})) {
        m_recipe.refusal
            = {QT_TRANSLATE_NOOP(
                   "refactor",
                   "Nobody can tell where %1 keeps gems. Set BUNDLE_PATH first: then that folder can be "
                   "taken over."),
               {m_stage.reference()}};
        m_recipe.where = first->command->range;
        return;
    }
    if (usesHome || liesIn(bundlePath, "/usr/local/bundle"))
        takeFolder("/usr/local/bundle", {QT_TRANSLATE_NOOP("refactor", "Gems"), {}});
    if (!bundlePath.empty() && !liesIn(bundlePath, "/usr/local/bundle"))
        takeFolder(bundlePath, {QT_TRANSLATE_NOOP("refactor", "Gems of the Gemfile"), {}});
}

/// It makes assets, in the build.
void RubySplit::leaveNode()
{
    if (runsAny(m_stage, {"node", "nodejs", "npm", "yarn"}))
        return;
    leaveToBuild(m_stage, {"nodejs", "npm", "yarn"}, m_recipe);
}

void RubySplit::addNeeds()
{
    if (!m_base.isSlimmer || m_recipe.base != m_base.reference)
        return;
    std::vector<std::string> names = m_names;
    const Manifests *manifests = m_stage.manifests();
    const bool isKnown = manifests && !manifests->rubyLocks.empty();
    if (isKnown) {
        for (const auto &found : manifests->rubyLocks) {
            for (const auto &[name, version] : found.facts.gems)
                names.push_back(name);
        }
    }
    addNeedsOf(m_stage, "ruby", names, m_recipe);
    if (m_bundle && !isKnown)
        m_recipe.assumptions.push_back(
            {{QT_TRANSLATE_NOOP(
                  "refactor",
                  "No gem that line %1 installs needs a shared library that %2 lacks, as pg needs libpq5 "
                  "and mysql2 libmariadb3."),
              {std::to_string(m_bundle->run->firstLine), m_recipe.base}},
             m_bundle->command->range});
}

} // namespace

SplitRecipe splitRuby(const SplitStage &stage, const RefactorWish &wish)
{
    return RubySplit(stage, wish).run();
}

} // namespace drydock
