// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/split_stage.h"

#include "model/contract/base_contract.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// Follows `cd` through one script. Parentheses open a shell of its own, whose `cd` ends with it.
class Directories {
public:
    explicit Directories(std::optional<std::string> start)
        : m_current(std::move(start))
    { }

    const std::optional<std::string> &current() const { return m_current; }

    /// What stands between two commands.
    void passGap(std::string_view gap)
    {
        for (const char c : gap) {
            if (c == '(') {
                m_outer.push_back(m_current);
            } else if (c == ')' && !m_outer.empty()) {
                m_current = m_outer.back();
                m_outer.pop_back();
            }
        }
    }

    void pass(const ScriptCommand &command)
    {
        const std::string_view name = command.name();
        if (name == "pushd" || name == "popd") {
            m_current.reset();
        } else if (name == "cd") {
            const auto operands = command.operands();
            const std::string path
                = operands.size() == 1 ? absolutePath(operands[0]->value, m_current) : std::string();
            m_current = path.empty() ? std::nullopt : std::optional(path);
        }
    }

private:
    std::optional<std::string> m_current;
    std::vector<std::optional<std::string>> m_outer;
};

bool matchesName(std::string_view pattern, std::string_view name)
{
    const bool opensLeft = pattern.starts_with('*');
    const bool opensRight = pattern.size() > 1 && pattern.ends_with('*');
    const std::string_view middle
        = pattern.substr(opensLeft ? 1 : 0, pattern.size() - (opensLeft ? 1 : 0) - (opensRight ? 1 : 0));
    if (opensLeft && opensRight)
        return name.find(middle) != std::string_view::npos;
    if (opensLeft)
        return name.ends_with(middle);
    return opensRight ? name.starts_with(middle) : name == pattern;
}

/// A path of the build context without "./" in front and slashes at the end.
std::string insideContext(std::string_view path)
{
    std::string inside = pathFrom("/", path).substr(1);
    return inside;
}

} // namespace

std::string BuildStep::pathOf(std::string_view path) const
{
    return absolutePath(path, directory);
}

SplitStage::SplitStage(const RefactorContext &context, StageIndex stage)
    : m_context(context)
    , m_stage(stage)
    , m_reference(rootImageOf(context.lint, stage))
    , m_contract(contractOf(context.syntax(), context.graph(), context.lint.options(), stage, context.images))
    , m_workingDirectory(m_contract.workingDirectory)
    , m_copies(copyStepsOf(context.lint, stage))
{
    if (const Result<ImageReference> image = parseImageReference(m_reference)) {
        m_imageName = bareNameOf(*image);
        m_tag = image->tag;
    }
    const BaseContract base = baseContractOf(m_reference, context.images);
    if (!base.contract.open.contains(ContractPart::WorkingDirectory))
        m_baseDirectory = base.contract.workingDirectory;
    readSteps();
    readPackages();
    completeCopies();
}

std::optional<std::string> SplitStage::directoryAt(const Instruction &instruction) const
{
    if (auto known = lint().workingDirectoryAt(instruction))
        return known;
    const bool isSaid = std::ranges::any_of(instructions(), [&](const Instruction &other) {
        return &other < &instruction && other.keyword == Keyword::Workdir;
    });
    return isSaid ? std::nullopt : m_baseDirectory;
}

/// Relative destinations below the base's own directory.
void SplitStage::completeCopies()
{
    for (CopyStep &copy : m_copies) {
        if (!copy.destination.empty())
            continue;
        const Word &last = syntax().wordsOf(*copy.instruction).back();
        const auto path = expandedAt(lint(), *copy.instruction, wordValue(syntax(), *copy.instruction, last));
        const auto directory = directoryAt(*copy.instruction);
        if (path && directory && !path->empty())
            copy.destination = pathFrom(*directory, *path);
    }
}

void SplitStage::readSteps()
{
    for (const Instruction &run : instructions()) {
        if (run.keyword != Keyword::Run)
            continue;
        Directories directories(directoryAt(run));
        std::size_t end = run.arguments.begin;
        for (const ScriptCommand &command : lint().commandsOf(run)) {
            if (end < command.range.begin)
                directories.passGap(syntax().textOf({end, command.range.begin}));
            end = command.range.end;
            m_steps.push_back({&run, &command, directories.current()});
            directories.pass(command);
        }
    }
}

void SplitStage::readPackages()
{
    for (const BuildStep &step : m_steps) {
        const PackageCommand *package = lint().packageOf(*step.command);
        if (!package || !package->isOfSystem() || !package->installs())
            continue;
        for (const ScriptWord *word : package->packages)
            m_packages.push_back({&step, word});
    }
}

bool SplitStage::isAlpine() const
{
    const auto &traits = traitsOf(lint(), m_stage);
    return traits && traits->libc == Libc::Musl;
}

std::string SplitStage::version() const
{
    const auto parts = tagParts(m_tag);
    return !parts.empty() && isVersion(parts.front()) ? std::string(parts.front()) : std::string();
}

std::string SplitStage::release() const
{
    const ReleaseOfImage found = releaseOf(m_reference);
    if (!found.release)
        return {};
    return found.release->name.empty() ? found.release->version : found.release->name;
}

const BuildStep *SplitStage::lastStep(std::initializer_list<std::string_view> names,
                                      std::initializer_list<std::string_view> verbs) const
{
    const auto found = std::find_if(m_steps.rbegin(), m_steps.rend(), [&](const BuildStep &step) {
        if (std::ranges::find(names, step.command->name()) == names.end())
            return false;
        return verbs.size() == 0
            || std::ranges::any_of(step.command->operands(), [&](const ScriptWord *word) {
                   return std::ranges::find(verbs, word->value) != verbs.end();
               });
    });
    return found == m_steps.rend() ? nullptr : &*found;
}

const Instruction *SplitStage::program() const
{
    return programOf(lint(), m_stage);
}

bool SplitStage::copies(std::string_view pattern) const
{
    return std::ranges::any_of(m_copies, [&](const CopyStep &copy) {
        return copy.isFromFolderOfBuild()
            && std::ranges::any_of(copy.sources, [&](const CopiedSource &source) {
                   return matchesName(pattern, source.name()) || matchesName(source.name(), pattern);
               });
    });
}

std::string SplitStage::placeOf(std::string_view path) const
{
    const std::string wanted = insideContext(path);
    // The last one that brings it counts.
    for (std::size_t i = m_copies.size(); i-- > 0;) {
        const CopyStep &copy = m_copies[i];
        if (!copy.isFromFolderOfBuild() || copy.destination.empty())
            continue;
        for (const CopiedSource &source : copy.sources) {
            if (source.path.empty())
                continue;
            const std::string from = insideContext(source.path);
            if (from.empty())
                return pathFrom(copy.destination, wanted);
            if (from == wanted)
                return copy.isIntoFolder ? copy.pathInside(source) : copy.destination;
            // The contents of a folder end up in the destination.
            if (wanted.starts_with(from + "/"))
                return pathFrom(copy.destination, std::string_view(wanted).substr(from.size() + 1));
        }
    }
    return {};
}

} // namespace drydock
