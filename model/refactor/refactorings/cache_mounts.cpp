// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/edits/line_style.h"
#include "model/lint/fixes.h"
#include "model/lint/layer_mounts.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/cache_obstacles.h"
#include "model/refactor/refactorings/cache_refactorings.h"
#include "model/refactor/refactorings/cache_tools.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_text.h"

#include <algorithm>
#include <set>

namespace drydock {
namespace {

/// A RUN that gets mounts.
struct MountedRun {
    const Instruction *run = nullptr;
    BuildUser user;
    std::vector<CacheTool> tools;
};

/// Tools that share a RUN: their mounts come and go together, for what cleans up may clean for several of them.
struct Group {
    std::vector<CacheTool> tools;
    std::vector<MountedRun> runs;
};

/// A path as `rm` gets it: the home folder put in, what comes from the first wildcard on left out.
std::string removedPath(const std::string &word, const std::string &home,
                        const std::optional<std::string> &directory)
{
    std::string path = word.substr(0, word.find('*'));
    for (const std::string_view name : {"${HOME}", "$HOME", "~"}) {
        if (path.starts_with(name))
            path.replace(0, name.size(), home);
    }
    return absolutePath(path, directory);
}

class CacheMounts {
public:
    CacheMounts(const RefactorContext &context, Proposal &proposal, std::vector<Proposal> &reasons)
        : m_context(context.lint)
        , m_taken(context.lint)
        , m_proposal(proposal)
        , m_reasons(reasons)
    { }

    void addStage(StageIndex stage)
    {
        for (const Group &group : groupsOf(stage))
            addGroup(stage, group);
    }

private:
    void refuse(UserText reason, TextRange where) { m_reasons.push_back(blocked(std::move(reason), where)); }

    std::vector<Group> groupsOf(StageIndex stage)
    {
        std::vector<Group> groups;
        for (const Instruction &run : m_context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            std::vector<CacheTool> tools;
            for (const ScriptCommand &command : m_context.commandsOf(run)) {
                const auto tool = cacheToolOf(command);
                if (tool && std::ranges::find(tools, *tool) == tools.end())
                    tools.push_back(*tool);
            }
            if (tools.empty())
                continue;
            const auto user = buildUserAt(m_context, run);
            if (!user) {
                refuse(
                    {QT_TRANSLATE_NOOP(
                         "refactor",
                         "Line %1 does not run as root, and the number and home of its user are not known."),
                     {lineOf(run)}},
                    run.keywordRange);
                continue;
            }
            Group merged {tools, {{&run, *user, tools}}};
            for (std::size_t i = 0; i < groups.size();) {
                const bool isShared = std::ranges::any_of(groups[i].tools, [&](CacheTool tool) {
                    return std::ranges::find(merged.tools, tool) != merged.tools.end();
                });
                if (!isShared) {
                    ++i;
                    continue;
                }
                for (const CacheTool tool : groups[i].tools) {
                    if (std::ranges::find(merged.tools, tool) == merged.tools.end())
                        merged.tools.push_back(tool);
                }
                merged.runs.insert(merged.runs.begin(), groups[i].runs.begin(), groups[i].runs.end());
                groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
            }
            groups.push_back(std::move(merged));
        }
        return groups;
    }

    void addGroup(StageIndex stage, const Group &group)
    {
        std::vector<TextEdit> edits;
        std::vector<Assumption> assumptions;
        for (const CacheTool tool : group.tools) {
            if (!mayMount(stage, group, tool, assumptions))
                return;
        }
        for (const MountedRun &run : group.runs) {
            if (!addRun(stage, run, edits))
                return;
        }
        if (edits.empty())
            return;
        if (std::ranges::find(group.tools, CacheTool::Apt) != group.tools.end())
            keepDownloads(stage, *group.runs.front().run, edits);
        std::string names;
        for (const CacheTool tool : group.tools)
            names += (names.empty() ? "" : ", ") + std::string(nameOf(tool));
        addPart(
            m_proposal,
            {QT_TRANSLATE_NOOP("refactor", "Keep the downloads of %1 from one build to the next"), {names}},
            std::move(edits));
        for (const MountedRun &run : group.runs) {
            if (run.user.isAssumed) {
                assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor", "Line %1 runs as root: nothing is known of its base."),
                      {lineOf(*run.run)}},
                     run.run->keywordRange});
                break;
            }
        }
        m_proposal.assumptions.insert(m_proposal.assumptions.end(), assumptions.begin(), assumptions.end());
    }

    /// What is in a mount is not in the image: nobody may need it there.
    bool mayMount(StageIndex stage, const Group &group, CacheTool tool, std::vector<Assumption> &assumptions)
    {
        const std::string name(nameOf(tool));
        const ScriptCommand *restoring = nullptr;
        for (const MountedRun &run : group.runs) {
            if (std::ranges::find(run.tools, tool) == run.tools.end())
                continue;
            for (const ScriptCommand &command : m_context.commandsOf(*run.run)) {
                if (cacheToolOf(command) != tool)
                    continue;
                if (command.has({"--offline", "--no-restore", "--prefer-offline-only"})
                    || (tool == CacheTool::Maven && command.has({"-o"}))) {
                    refuse(
                        {QT_TRANSLATE_NOOP(
                             "refactor",
                             "Line %1 takes what an earlier line has fetched and fetches nothing: in a cache "
                             "mount it may be gone by then."),
                         {lineOf(*run.run)}},
                        command.range);
                    return false;
                }
                restoring = restoring ? restoring : &command;
            }
            const auto obstacle = tool == CacheTool::Apt ? aptObstacle(m_context, *run.run)
                : tool == CacheTool::Apk                 ? apkObstacle(m_context, *run.run)
                                                         : std::nullopt;
            if (obstacle) {
                m_reasons.push_back(*obstacle);
                return false;
            }
        }
        const MountedRun &first = *std::ranges::find_if(group.runs, [&](const MountedRun &run) {
            return std::ranges::find(run.tools, tool) != run.tools.end();
        });
        const auto places = cachePlacesOf(m_context, *first.run, tool, first.user);
        if (!places) {
            refuse(places.error().text, first.run->keywordRange);
            return false;
        }
        if (tool == CacheTool::Apt && m_context.stage(stage).isShipped
            && std::ranges::any_of(group.runs,
                                   [&](const MountedRun &each) { return keepsLists(m_context, *each.run); }))
            assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "Nothing in the running container needs the package lists of line %1."),
                  {lineOf(*first.run)}},
                 restoring->range});
        for (const CachePlace &place : *places) {
            if (m_taken.has(stage, place.path)) {
                refuse({QT_TRANSLATE_NOOP(
                            "refactor",
                            "Another stage takes “%1” out of this one: in a cache mount it is not there."),
                        {place.path}},
                       first.run->keywordRange);
                return false;
            }
        }
        if (!m_context.stage(stage).isShipped || !isStore(tool))
            return true;
        if (startsWith(tool)) {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "The container starts %1, which then needs what it has fetched: build "
                                      "in a stage of its own "
                                      "first."),
                    {name}},
                   programOf(m_context, m_context.graph().target)->range);
            return false;
        }
        assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor",
                                "Nothing in the running container needs what %1 has fetched (%2)."),
              {name, places->front().path}},
             restoring->range});
        return true;
    }

    bool startsWith(CacheTool tool) const
    {
        const StageIndex target = m_context.graph().target;
        for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
            const Instruction *program = m_context.lastOf(target, keyword);
            if (!program)
                continue;
            for (const ScriptCommand &command : m_context.commandsOf(*program)) {
                if (cacheToolOf(command) == tool)
                    return true;
            }
        }
        return false;
    }

    bool addRun(StageIndex, const MountedRun &each, std::vector<TextEdit> &edits)
    {
        const Instruction &run = *each.run;
        std::vector<std::string> covered;
        for (const CacheTool tool : each.tools) {
            const auto places = cachePlacesOf(m_context, run, tool, each.user);
            if (!places) {
                refuse(places.error().text, run.keywordRange);
                return false;
            }
            for (const CachePlace &place : *places) {
                covered.push_back(place.path);
                if (isMounted(m_context, run, place.path))
                    continue;
                std::string flag = "--mount=type=cache,target=" + place.path;
                if (place.isLocked)
                    flag += ",sharing=locked";
                if (!each.user.isRoot())
                    flag += ",uid=" + each.user.number + ",gid=" + each.user.group;
                auto edit = flagAdded(m_context, run, flag);
                if (!edit) {
                    refuse(
                        {QT_TRANSLATE_NOOP("refactor", "Line %1 has no place for a mount."), {lineOf(run)}},
                        run.keywordRange);
                    return false;
                }
                join(edits, std::move(*edit));
            }
        }
        return keepCache(each, covered, edits);
    }

    static void join(std::vector<TextEdit> &edits, TextEdit edit)
    {
        if (!edits.empty() && edits.back().range == edit.range && edit.range.isEmpty())
            edits.back().replacement += edit.replacement;
        else
            edits.push_back(std::move(edit));
    }

    /// Takes away what would empty the cache or not use it.
    bool keepCache(const MountedRun &each, const std::vector<std::string> &covered,
                   std::vector<TextEdit> &edits)
    {
        const Instruction &run = *each.run;
        const Syntax &syntax = m_context.syntax();
        const auto commands = m_context.commandsOf(run);
        const auto directory = m_context.workingDirectoryAt(run);
        std::vector<std::size_t> gone;
        for (std::size_t i = 0; i < commands.size(); ++i) {
            const ScriptCommand &command = commands[i];
            bool isCleaner = false;
            for (const CacheTool tool : each.tools) {
                isCleaner = isCleaner || cleansCache(command, tool);
                const ScriptWord *refusal = cacheRefusal(command, tool);
                if (refusal && tool == CacheTool::Apk)
                    edits.push_back({refusal->range, "--update-cache"});
                else if (refusal)
                    edits.push_back(withoutWord(syntax, refusal->range));
                if ((tool == CacheTool::Dnf || tool == CacheTool::Yum) && cacheToolOf(command) == tool
                    && !command.has({"--setopt=keepcache=1"}) && !command.operands().empty()) {
                    const std::size_t end = command.operands().front()->range.end;
                    edits.push_back({{end, end}, " --setopt=keepcache=1"});
                }
            }
            if (command.name() != "rm") {
                if (isCleaner)
                    gone.push_back(i);
                continue;
            }
            std::vector<TextEdit> words;
            const auto operands = command.operands();
            for (const ScriptWord *word : operands) {
                const std::string path = removedPath(word->value, each.user.home, directory);
                if (path.empty())
                    continue;
                if (std::ranges::any_of(covered,
                                        [&](const std::string &place) { return liesIn(path, place); })) {
                    words.push_back(withoutWord(syntax, word->range));
                } else if (std::ranges::any_of(
                               covered, [&](const std::string &place) { return liesIn(place, path); })) {
                    refuse({QT_TRANSLATE_NOOP("refactor", "Line %1: “%2” would fail on the mount in it."),
                            {lineOf(run), std::string(syntax.textOf(command.range))}},
                           command.range);
                    return false;
                }
            }
            if (!words.empty() && words.size() == operands.size())
                gone.push_back(i);
            else
                edits.insert(edits.end(), words.begin(), words.end());
        }
        if (gone.empty())
            return true;
        const auto removed = commandsRemoved(m_context, run, gone);
        if (!removed) {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "Line %1: “%2” would empty the cache and cannot be taken out of its "
                                      "place: write it as a "
                                      "command of its own behind &&."),
                    {lineOf(run), std::string(syntax.textOf(commands[gone.front()].range))}},
                   commands[gone.front()].range);
            return false;
        }
        edits.insert(edits.end(), removed->begin(), removed->end());
        return true;
    }

    /// Debian's and Ubuntu's images tell apt to throw away what it has downloaded.
    void keepDownloads(StageIndex stage, const Instruction &run, std::vector<TextEdit> &edits) const
    {
        const Syntax &syntax = m_context.syntax();
        if (syntax.text.bytes().find("docker-clean") != std::string_view::npos)
            return;
        for (StageIndex below = m_context.stage(stage).parent; below; below = m_context.stage(below).parent) {
            if (m_kept.contains(below.value))
                return;
        }
        const InstructionIndex index = m_context.indexOf(run);
        auto edit = insertBehind(
            syntax, {index.value - 1},
            {keywordLike(syntax, run, "RUN")
             + " rm -f /etc/apt/apt.conf.d/docker-clean; echo 'Binary::apt::APT::Keep-Downloaded-Packages "
               "\"true\";' > /etc/apt/apt.conf.d/keep-cache"});
        if (!edit)
            return;
        m_kept.insert(stage.value);
        edits.push_back(std::move(*edit));
    }

    const LintContext &m_context;
    TakenPaths m_taken;
    Proposal &m_proposal;
    std::vector<Proposal> &m_reasons;
    mutable std::set<std::size_t> m_kept;
};

} // namespace

Proposal proposeCacheMounts(const RefactorContext &context, const RefactorWish &)
{
    if (auto old = frontendTooOld(context.syntax(), 2))
        return *old;
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Add cache mounts"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "What package managers download stays on the machine that builds, outside of the image: "
               "when a layer has to be built again, only what is new is fetched."),
           {}};
    std::vector<Proposal> reasons;
    CacheMounts mounts(context, proposal, reasons);
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i)
        mounts.addStage({i});
    return orBlocked(
        std::move(proposal), reasons,
        {QT_TRANSLATE_NOOP("refactor",
                           "No RUN fetches anything that a cache mount could keep and does not yet."),
         {}});
}

} // namespace drydock
