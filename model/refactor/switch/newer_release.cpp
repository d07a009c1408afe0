// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/newer_release.h"

#include "model/graph/image_reference.h"
#include "model/knowledge/end_of_life.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/packages.h"
#include "model/knowledge/releases.h"
#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/switch/new_base.h"

#include <algorithm>

namespace drydock {
namespace {

/// "3.9" of `python:3.9-slim`, "bullseye" of `debian:bullseye`.
std::string versionOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    const auto parts = image ? tagParts(image->tag) : std::vector<std::string_view>();
    return parts.empty() ? std::string() : std::string(parts.front());
}

class Move {
public:
    Move(const LintContext &context, const NewerMove &move, Changes &changes)
        : m_context(context)
        , m_move(move)
        , m_before(releaseOf(move.from).release)
        , m_after(releaseOf(move.to).release)
        , m_name(imageNameOf(move.from))
        , m_changes(changes)
    { }

    void run()
    {
        const Stage &stage = m_context.syntax().stages[m_move.stages.front().value];
        m_changes.assume({QT_TRANSLATE_NOOP("refactor", "What is in there works with %1 as it does with %2."),
                          {m_move.to, m_move.from}},
                         stage.image);
        for (const StageIndex member : m_move.stages) {
            for (const Instruction &instruction : m_context.instructionsOf(member)) {
                checkNames(instruction);
                if (instruction.keyword == Keyword::Run && isOtherRelease())
                    movePackagesOf(instruction);
            }
            checkCopies(member);
        }
    }

private:
    /// Another distribution underneath, or maybe so.
    bool isOtherRelease() const { return !m_before || m_before != m_after; }

    /// Paths and package sources that hold the old version.
    void checkNames(const Instruction &instruction)
    {
        const std::string version = versionOf(m_move.from);
        std::vector<std::string> words;
        if (isVersion(version)) {
            const std::string two(firstTwo(version));
            // `python3.9/site-packages`, `/etc/php/7.4`, `ruby-3.1`
            for (const char *joint : {"", "/", "-"})
                words.push_back(m_name + joint + two);
        }
        if (m_before && isOtherRelease() && !m_before->name.empty())
            words.push_back(m_before->name);
        const std::string_view text = m_context.syntax().textOf(instruction.range);
        for (const std::string &word : words) {
            const std::size_t at = text.find(word);
            if (at == std::string_view::npos)
                continue;
            const std::size_t begin = instruction.range.begin + at;
            m_changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 says “%2”, which is not there in %3: write it without "
                                   "the version first."),
                 {std::to_string(instruction.firstLine), word, m_move.to}},
                {begin, begin + word.size()});
        }
    }

    static std::string_view firstTwo(std::string_view version)
    {
        const std::size_t dot = version.find('.');
        return dot == std::string_view::npos ? version : version.substr(0, version.find('.', dot + 1));
    }

    void movePackagesOf(const Instruction &run)
    {
        for (const ScriptCommand &command : m_context.commandsOf(run)) {
            const PackageCommand *package = m_context.packageOf(command);
            if (!package || !package->isOfSystem() || !package->installs())
                continue;
            for (const ScriptWord *word : package->packages)
                movePackage(run, *package, *word);
        }
    }

    void movePackage(const Instruction &run, const PackageCommand &package, const ScriptWord &word)
    {
        const std::string_view bare = packageName(word.value);
        if (word.value.find_first_of("=~") != std::string::npos) {
            m_changes.refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 asks for a version of “%2” that %3 need not have: take "
                                   "it off first."),
                 {std::to_string(run.firstLine), std::string(bare), m_move.to}},
                word.range);
            return;
        }
        const bool isApt = package.manager == PackageManager::Apt;
        const std::string release = m_after ? m_after->name : std::string();
        const auto names
            = isApt ? translated(bare, PackageWorld::Apt, PackageWorld::Apt, release) : std::nullopt;
        if (names) {
            const bool isPlain = m_context.syntax().textOf(word.range) == word.value && bare == word.value;
            if (names->size() == 1 && names->front() != bare && isPlain)
                m_changes.edits.push_back({word.range, names->front()});
            return;
        }
        // A number in a name mostly is the version of a library, which changes with the release.
        if (bare.find_first_of("0123456789") == std::string_view::npos)
            return;
        m_changes.assume({QT_TRANSLATE_NOOP("refactor", "“%1” is called so in %2 as well."),
                          {std::string(bare), m_move.to}},
                         word.range);
    }

    /// Programs that were linked on another image find their libraries there, and maybe no more here.
    void checkCopies(StageIndex member)
    {
        if (!isOtherRelease())
            return;
        for (const CopyStep &step : copyStepsOf(m_context, member)) {
            const bool stays = step.stage
                && std::ranges::find(m_move.moving, step.stage) == m_move.moving.end()
                && rootImageOf(m_context, step.stage) != "scratch";
            if (stays)
                m_changes.assume(
                    {QT_TRANSLATE_NOOP("refactor", "What line %1 copies finds its libraries in %2."),
                     {std::to_string(step.instruction->firstLine), m_move.to}},
                    step.instruction->range);
        }
    }

    const LintContext &m_context;
    const NewerMove &m_move;
    const Release *m_before;
    const Release *m_after;
    std::string m_name;
    Changes &m_changes;
};

} // namespace

std::vector<StageIndex> olderSisters(const LintContext &context, StageIndex root)
{
    std::vector<StageIndex> sisters {root};
    const std::string name = imageNameOf(rootImageOf(context, root));
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const StageIndex stage {i};
        const bool isSister = stage != root && context.stage(stage).root == stage
            && imageNameOf(rootImageOf(context, stage)) == name
            && !newerTagOf(rootImageOf(context, stage)).empty();
        if (isSister)
            sisters.push_back(stage);
    }
    return sisters;
}

void moveToNewer(const LintContext &context, const NewerMove &move, Changes &changes)
{
    Move(context, move, changes).run();
}

} // namespace drydock
