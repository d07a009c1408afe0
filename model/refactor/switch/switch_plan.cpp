// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/switch_plan.h"

#include "model/base/one_of.h"
#include "model/edits/line_style.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"
#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/runtime_needs.h"
#include "model/refactor/switch/artifact_gate.h"
#include "model/refactor/switch/inherited.h"
#include "model/refactor/switch/newer_release.h"
#include "model/refactor/switch/package_calls.h"
#include "model/refactor/switch/shell_less.h"
#include "model/refactor/switch/tool_needs.h"
#include "model/refactor/switch/user_calls.h"

#include <algorithm>

namespace drydock {
namespace {

bool isShellLess(BaseKind kind)
{
    return kind == BaseKind::Distroless || kind == BaseKind::Chainguard || kind == BaseKind::Scratch;
}

} // namespace

BaseSwitch::BaseSwitch(const RefactorContext &context, StageIndex stage)
    : m_context(context.lint)
    , m_stage(stage)
    , m_root(context.lint.stage(stage).root)
    , m_from(context.syntax().stages[m_root.value].image)
{ }

bool BaseSwitch::isOnAlpine() const
{
    const auto &traits = traitsOf(m_context, m_root);
    return traits && traits->libc == Libc::Musl;
}

/// What keeps it from being switched at all.
std::optional<Proposal> BaseSwitch::obstacle() const
{
    const Syntax &syntax = m_context.syntax();
    if (syntax.escape == '`')
        return refusedSwitch(
            {QT_TRANSLATE_NOOP("refactor",
                               "Windows images cannot be switched: they have no smaller sisters."),
             {}},
            m_from);
    if (isOpenEnded(syntax))
        return refusedSwitch(openEnd().value().text, {});
    const ResolvedBase &base = m_context.resolution().bases[m_root.value];
    if (base.isKnown && base.image.text == "scratch")
        return refusedSwitch(
            {QT_TRANSLATE_NOOP("refactor", "It is on scratch already: there is nothing smaller."), {}},
            m_from);
    if (!m_context.stage(m_stage).isShipped)
        return refusedSwitch(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "This stage is only built in. Switch the stage that ends up in the image: those "
                 "that have to go with it follow."),
             {}},
            m_from);
    for (const StageIndex member : membersOf(m_root)) {
        for (const Instruction &instruction : m_context.instructionsOf(member)) {
            if (instruction.keyword == Keyword::Onbuild)
                return refusedSwitch(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "The ONBUILD of line %1 makes this image one to build on: who does "
                                       "that relies on its base."),
                     {std::to_string(instruction.firstLine)}},
                    instruction.range);
        }
    }
    const auto &traits = traitsOf(m_context, m_root);
    if (traits && traits->isSdk && name().find("temurin") == std::string::npos)
        return refusedSwitch(
            {QT_TRANSLATE_NOOP("refactor",
                               "“%1” is made for building: split the stage into build and runtime first."),
             {rootImageOf(m_context, m_root)}},
            m_from);
    if (traits && !traits->user.empty())
        return refusedSwitch(
            {QT_TRANSLATE_NOOP("refactor",
                               "“%1” runs as a user of its own, which the other image may not have: choose a "
                               "base by hand."),
             {rootImageOf(m_context, m_root)}},
            m_from);
    return std::nullopt;
}

Attempt BaseSwitch::attempt(BaseKind kind) const
{
    Attempt result;
    result.kind = kind;
    result.base = newBaseOf(m_context, m_root, kind, Linking::Static);
    if (result.base.refusal.source.empty() && isShellLess(kind) && isDistribution()) {
        const Linking linking = linkingOf(m_context, m_stage, result.changes);
        result.base = newBaseOf(m_context, m_root, kind, linking);
    }
    if (!result.base.refusal.source.empty()) {
        result.changes.refuse(result.base.refusal, m_from);
        return result;
    }
    if (result.changes.isRefused())
        return result;
    if (isShellLess(kind))
        intoShellLess(result);
    else if (kind == BaseKind::Newer)
        intoNewer(result);
    else
        intoSister(result);
    addDoubts(result);
    return result;
}

std::vector<TextEdit> BaseSwitch::editsOf(const Attempt &attempt) const
{
    return allEdits(m_context.syntax(), attempt.changes);
}

std::string BaseSwitch::name() const
{
    return imageNameOf(rootImageOf(m_context, m_root));
}

bool BaseSwitch::isDistribution() const
{
    return isOneOf(name(), {"debian", "ubuntu", "fedora", "rockylinux", "almalinux", "alpine"});
}

/// The stages on the same image: they cannot have different ones.
std::vector<StageIndex> BaseSwitch::membersOf(StageIndex root) const
{
    std::vector<StageIndex> members {root};
    for (std::size_t i = 0; i < m_context.stageCount(); ++i) {
        if (i != root.value && m_context.stage({i}).root == root)
            members.push_back({i});
    }
    return members;
}

void BaseSwitch::takeImage(StageIndex root, const NewBase &base, Changes &changes) const
{
    changes.edits.push_back({m_context.syntax().stages[root.value].image, base.written});
}

/// New lines go right behind FROM.
void BaseSwitch::addLines(StageIndex root, Changes &changes) const
{
    if (changes.added.empty())
        return;
    auto edit = insertBehind(m_context.syntax(), m_context.syntax().stages[root.value].from, changes.added);
    if (edit)
        changes.edits.push_back(std::move(*edit));
    else
        changes.refuse(edit.error().text, m_from);
    changes.added.clear();
}

void BaseSwitch::intoShellLess(Attempt &result) const
{
    Changes &changes = result.changes;
    const std::vector<StageIndex> members = membersOf(m_root);
    if (members.size() > 1) {
        const Stage &other = m_context.syntax().stages[members[1].value];
        changes.refuse(
            {QT_TRANSLATE_NOOP("refactor",
                               "Other stages are built on this one, and without a shell nothing can be "
                               "built: give the last stage a base of its own first."),
             {}},
            other.image);
        return;
    }
    moveToShellLess(m_context, m_root, result.kind, result.base, changes);
    const auto traits = baseTraitsOf(result.base.reference);
    if (traits && traits->libc != Libc::None) {
        const auto along = gateArtifacts(m_context, members, result.base.reference, changes);
        if (!along.empty())
            changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "What is copied here was installed with another C library: switch to "
                                   "slim first, then again."),
                 {}},
                m_from);
    }
    takeImage(m_root, result.base, changes);
    inheritConfig(m_context, m_root, m_stage, result.base.reference, changes);
    addLines(m_root, changes);
}

void BaseSwitch::intoSister(Attempt &result) const
{
    Changes &changes = result.changes;
    std::vector<StageIndex> roots {m_root};
    std::vector<StageIndex> moving = membersOf(m_root);
    const std::vector<StageIndex> along = gateArtifacts(m_context, moving, result.base.reference, changes);
    for (const StageIndex root : along) {
        roots.push_back(root);
        for (const StageIndex member : membersOf(root))
            moving.push_back(member);
    }
    for (const StageIndex root : roots) {
        if (changes.isRefused())
            return;
        const auto base = baseAlong(root, result);
        if (!base)
            return;
        moveStages(root, *base, changes);
        takeImage(root, *base, changes);
        if (root == m_root)
            inheritConfig(m_context, m_root, m_stage, base->reference, changes);
        addLines(root, changes);
    }
}

/// What stands behind the FROM of a stage that goes along. Refuses if there is nothing.
std::optional<NewBase> BaseSwitch::baseAlong(StageIndex root, Attempt &result) const
{
    if (root == m_root)
        return result.base;
    NewBase base = newBaseOf(m_context, root, result.kind, Linking::Static);
    if (base.refusal.source.empty())
        return base;
    result.changes.refuse(
        {QT_TRANSLATE_NOOP("refactor", "The stage on “%1” would have to go with this one: %2"),
         {rootImageOf(m_context, root), inEnglish(base.refusal)}},
        m_context.syntax().stages[root.value].image);
    return std::nullopt;
}

void BaseSwitch::intoNewer(Attempt &result) const
{
    const std::vector<StageIndex> roots = olderSisters(m_context, m_root);
    std::vector<StageIndex> moving;
    for (const StageIndex root : roots) {
        for (const StageIndex member : membersOf(root))
            moving.push_back(member);
    }
    for (const StageIndex root : roots) {
        const auto base = baseAlong(root, result);
        if (!base || result.changes.isRefused())
            return;
        moveToNewer(m_context, {membersOf(root), moving, rootImageOf(m_context, root), base->reference},
                    result.changes);
        takeImage(root, *base, result.changes);
        if (root == m_root)
            inheritConfig(m_context, m_root, m_stage, base->reference, result.changes);
        addLines(root, result.changes);
    }
}

void BaseSwitch::moveStages(StageIndex root, const NewBase &base, Changes &changes) const
{
    const std::string old = rootImageOf(m_context, root);
    const auto &before = traitsOf(m_context, root);
    const auto after = baseTraitsOf(base.reference);
    const std::vector<StageIndex> members = membersOf(root);
    if (!before || !after || !before->family || !after->family) {
        changes.refuse(
            {QT_TRANSLATE_NOOP("refactor", "Which distribution “%1” is built on is not known."), {old}},
            m_context.syntax().stages[root.value].image);
        return;
    }
    ToolMove tools;
    tools.stages = members;
    tools.wasAlpine = before->family->name == "alpine";
    tools.wasRedHat = before->family->name == "redhat";
    tools.isAlpine = after->family->name == "alpine";
    tools.wasFull = before->tools && before->tools->size() > 1 && !tools.wasAlpine;
    const bool isOtherLibc = before->libc != after->libc;
    if (isOtherLibc && imageNameOf(old).ends_with("/runtime-deps"))
        changes.refuse(
            {QT_TRANSLATE_NOOP("refactor",
                               "On “%1” runs a program that was published for its C library: publish it for "
                               "the other one first."),
             {old}},
            m_context.syntax().stages[root.value].image);
    const auto from = packageWorldOf(old);
    const auto to = packageWorldOf(base.reference);
    if (from && to && *from != *to) {
        const Release *release = releaseOf(base.reference).release;
        const PackageMove move {*from, *to, release ? release->name : std::string()};
        for (const StageIndex member : members) {
            for (const Instruction &run : m_context.instructionsOf(member)) {
                if (run.keyword != Keyword::Run)
                    continue;
                movePackages(m_context, run, move, changes);
                moveUsers(m_context, run, tools.wasAlpine ? UserTools::Busybox : UserTools::Shadow,
                          tools.isAlpine ? UserTools::Busybox : UserTools::Shadow, changes);
            }
        }
    }
    gateInstalls(m_context, members, isOtherLibc, tools.wasFull && !tools.isAlpine, changes);
    moveTools(m_context, tools, changes);
    if (isOtherLibc && root == m_root)
        gateProgram(changes);
}

/// A program that lies in the build context was linked by nobody knows whom.
void BaseSwitch::gateProgram(Changes &changes) const
{
    const Instruction *program = programOf(m_context, m_stage);
    if (!program)
        return;
    const auto commands = m_context.commandsOf(*program);
    if (commands.empty() || commands[0].program >= commands[0].words.size())
        return;
    const ScriptWord &word = commands[0].words[commands[0].program];
    const std::string path = absolutePath(word.value, m_context.workingDirectoryAt(*program));
    if (path.empty() || word.value.find('/') == std::string::npos || path.ends_with(".sh")
        || path.ends_with("entrypoint"))
        return;
    for (StageIndex stage = m_stage; stage; stage = m_context.stage(stage).parent) {
        for (const CopyStep &step : copyStepsOf(m_context, stage)) {
            const bool isThere
                = step.isFromFolderOfBuild() && !step.destination.empty() && liesIn(path, step.destination);
            if (!isThere)
                continue;
            changes.assume(
                {QT_TRANSLATE_NOOP("refactor",
                                   "“%1”, which line %2 copies from the build context, runs with the C "
                                   "library of the new base."),
                 {word.value, std::to_string(step.instruction->firstLine)}},
                word.range);
            return;
        }
    }
}

void BaseSwitch::addDoubts(Attempt &result) const
{
    if (!result.base.advice.empty())
        result.changes.assume({result.base.advice, {}}, m_from);
    if (result.base.isFloating)
        result.changes.assume(
            {QT_TRANSLATE_NOOP("refactor", "Any version of %1 will do: its free tags always are the newest."),
             {result.base.reference}},
            m_from);
}

Proposal refusedSwitch(UserText reason, TextRange where)
{
    Proposal proposal = blocked(std::move(reason), where);
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Switch the base"), {}};
    return proposal;
}

} // namespace drydock
