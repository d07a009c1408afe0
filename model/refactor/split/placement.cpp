// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/placement.h"

#include "model/knowledge/variables.h"
#include "model/refactor/split/runtime_needs.h"
#include "model/shell/variable_name.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// Says how the container runs, not what is in it.
bool isMetadata(Keyword keyword)
{
    return isAnyOf(keyword,
                   {Keyword::Cmd, Keyword::Entrypoint, Keyword::Expose, Keyword::Healthcheck, Keyword::Label,
                    Keyword::Volume, Keyword::Stopsignal, Keyword::Maintainer});
}

std::vector<std::string> variablesSetBy(const SplitStage &stage, const Instruction &instruction)
{
    std::vector<std::string> names;
    for (const VariableSetting &setting : stage.lint().settingsOf(stage.index())) {
        if (&stage.syntax().at(setting.instruction) == &instruction)
            names.push_back(setting.name);
    }
    return names;
}

class Placing {
public:
    Placing(const SplitStage &stage, const SplitRecipe &recipe)
        : m_stage(stage)
        , m_recipe(recipe)
    { }

    Placement run()
    {
        const auto all = m_stage.instructions();
        m_placement.homes.assign(all.size(), Home::Build);
        const std::size_t end = endOfBuild();
        m_placement.lastOfBuild = {m_stage.syntax().stages[m_stage.index().value].from.value + end};
        for (std::size_t i = end; i < all.size(); ++i)
            m_placement.homes[i] = Home::Tail;
        for (std::size_t i = 0; i < end; ++i)
            m_placement.homes[i] = homeAbove(all[i], i);
        // From the end: what a later instruction needs has to come along.
        for (std::size_t i = all.size(); i-- > 0;)
            comeAlong(all[i], i);
        return std::move(m_placement);
    }

private:
    /// How many instructions behind FROM belong to the build.
    std::size_t endOfBuild() const
    {
        const auto all = m_stage.instructions();
        const bool addsLines = !m_recipe.buildLines.empty();
        std::size_t end = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool isRun = all[i].keyword == Keyword::Run && !isSetup(m_stage, all[i]);
            // A step that is added has to find all that the others find.
            const bool feeds = addsLines
                && isAnyOf(all[i].keyword,
                           {Keyword::Run, Keyword::Copy, Keyword::Add, Keyword::Env, Keyword::Arg,
                            Keyword::Workdir, Keyword::Shell});
            if (isRun || feeds)
                end = i + 1;
        }
        return end;
    }

    Home homeAbove(const Instruction &instruction, std::size_t own)
    {
        const std::size_t index = m_stage.lint().indexOf(instruction).value;
        if (m_recipe.moved.contains(index))
            return Home::Runtime;
        if (m_recipe.repeated.contains(index))
            return Home::Both;
        if (isMetadata(instruction.keyword))
            return Home::Runtime;
        if (instruction.keyword == Keyword::User)
            return isLastUser(own) ? (runsBelow(own) ? Home::Both : Home::Runtime) : Home::Build;
        if (instruction.keyword == Keyword::Env)
            return homeOfEnv(instruction, own);
        if (instruction.keyword == Keyword::Run && makesUsers(m_stage, instruction) && namesUser())
            return Home::Both;
        return Home::Build;
    }

    Home homeOfEnv(const Instruction &instruction, std::size_t own)
    {
        const std::vector<std::string> names = variablesSetBy(m_stage, instruction);
        const auto isFor = [](VariableUser use) {
            return [use](const std::string &name) { return useOfVariable(name) == use; };
        };
        if (!names.empty() && std::ranges::all_of(names, isFor(VariableUser::Build))) {
            m_placement.buildOnly.insert(names.begin(), names.end());
            return Home::Build;
        }
        if (!names.empty() && std::ranges::all_of(names, isFor(VariableUser::Runtime))
            && !isUsedBelow(names, own))
            return Home::Runtime;
        return Home::Both;
    }

    bool isLastUser(std::size_t own) const
    {
        const auto all = m_stage.instructions();
        return std::none_of(all.begin() + static_cast<std::ptrdiff_t>(own) + 1, all.end(),
                            [](const Instruction &each) { return each.keyword == Keyword::User; });
    }

    bool runsBelow(std::size_t own) const
    {
        const auto all = m_stage.instructions();
        for (std::size_t i = own + 1; i < all.size() && m_placement.homes[i] != Home::Tail; ++i) {
            if (isAnyOf(all[i].keyword, {Keyword::Run, Keyword::Copy, Keyword::Add, Keyword::Workdir}))
                return true;
        }
        return false;
    }

    bool namesUser() const
    {
        const std::string &user = m_stage.contract().user;
        return !user.empty() && user != "root" && user != "0";
    }

    bool isUsedBelow(const std::vector<std::string> &names, std::size_t own) const
    {
        const auto all = m_stage.instructions();
        for (std::size_t i = own + 1; i < all.size() && m_placement.homes[i] != Home::Tail; ++i) {
            const auto used = variablesIn(m_stage.syntax().textOf(all[i].range));
            if (std::ranges::any_of(names, [&](const std::string &name) { return used.contains(name); }))
                return true;
        }
        return false;
    }

    /// ARG and ENV that what is said in the runtime stage reads.
    void comeAlong(const Instruction &instruction, std::size_t own)
    {
        Home &home = m_placement.homes[own];
        if (home == Home::Build && isAnyOf(instruction.keyword, {Keyword::Arg, Keyword::Env})) {
            const std::vector<std::string> names = variablesSetBy(m_stage, instruction);
            const bool isNeeded = std::ranges::any_of(
                names, [&](const std::string &name) { return m_placement.needed.contains(name); });
            if (isNeeded) {
                home = Home::Both;
                for (const std::string &name : names)
                    m_placement.buildOnly.erase(name);
            }
        }
        if (home != Home::Build)
            m_placement.needed.merge(variablesIn(m_stage.syntax().textOf(instruction.range)));
    }

    const SplitStage &m_stage;
    const SplitRecipe &m_recipe;
    Placement m_placement;
};

} // namespace

Home Placement::homeOf(const SplitStage &stage, const Instruction &instruction) const
{
    const std::size_t first = stage.syntax().stages[stage.index().value].from.value + 1;
    return homes[stage.lint().indexOf(instruction).value - first];
}

Placement placementOf(const SplitStage &stage, const SplitRecipe &recipe)
{
    return Placing(stage, recipe).run();
}

bool isAnyOf(Keyword keyword, std::initializer_list<Keyword> keywords)
{
    return std::ranges::find(keywords, keyword) != keywords.end();
}

} // namespace drydock
