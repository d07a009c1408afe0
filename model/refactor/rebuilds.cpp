// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/rebuilds.h"

#include "model/context/build_context.h"
#include "model/context/copy_request.h"
#include "model/context/path_match.h"
#include "model/lint/copy_steps.h"
#include "model/syntax/mount_options.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

/// How sure it is that something runs anew; more is surer.
enum class Freshness : std::uint8_t { Cached, Perhaps, Fresh };

bool doesWork(const Instruction &instruction)
{
    return instruction.keyword == Keyword::Run || instruction.keyword == Keyword::Copy
        || instruction.keyword == Keyword::Add || instruction.keyword == Keyword::Workdir;
}

class Touch {
public:
    /// \param file, past the entries that change.
    Touch(const LintContext &context, const BuildContext &folder, std::size_t file, std::size_t past)
        : m_context(context)
        , m_syntax(context.syntax())
        , m_folder(folder)
        , m_file(file)
        , m_past(past)
        , m_stages(context.stageCount(), Freshness::Cached)
    { }

    void run(Rebuilds &rebuilds, bool isSent)
    {
        for (std::size_t i = 0; i < m_context.stageCount(); ++i) {
            if (!m_context.graph().nodes[i].isReachable)
                continue;
            m_stage = {i};
            const StageIndex parent = m_context.stage(m_stage).parent;
            const bool isOnStage = parent && parent < m_stage;
            m_state = isOnStage ? m_stages[parent.value] : Freshness::Cached;
            if (isOnStage) {
                for (const Instruction &onbuild : m_context.instructionsOf(parent))
                    if (const Instruction *trigger = m_syntax.triggerOf(onbuild))
                        pass(rebuilds, onbuild, *trigger, isSent);
            }
            for (const Instruction &instruction : m_context.instructionsOf(m_stage))
                pass(rebuilds, instruction, instruction, isSent);
            m_stages[i] = m_state;
        }
    }

private:
    /// \param written where it stands; `step` what runs: the same, or what an ONBUILD brings.
    void pass(Rebuilds &rebuilds, const Instruction &written, const Instruction &step, bool isSent)
    {
        if (!doesWork(step))
            return;
        ++rebuilds.stepCount;
        if (!isSent)
            return;
        Rebuild rebuild {m_context.indexOf(written), m_stage, RebuildCause::Follows, true};
        // What it does by itself tells more than that it follows, if it is as sure.
        const auto own = causeOf(written, step);
        const Freshness fresh = !own      ? Freshness::Cached
            : *own == RebuildCause::Takes ? Freshness::Fresh
                                          : Freshness::Perhaps;
        if (own && fresh >= m_state)
            rebuild.cause = *own;
        m_state = std::max(m_state, fresh);
        rebuild.isSure = m_state == Freshness::Fresh;
        if (m_state != Freshness::Cached)
            rebuilds.steps.push_back(rebuild);
    }

    std::optional<RebuildCause> causeOf(const Instruction &written, const Instruction &step) const
    {
        switch (step.keyword) {
        case Keyword::Copy:
        case Keyword::Add:
            return causeOfCopy(written, step);
        case Keyword::Run:
            return causeOfMounts(written, step);
        default:
            return std::nullopt;
        }
    }

    std::optional<RebuildCause> causeOfCopy(const Instruction &written, const Instruction &copy) const
    {
        if (const Flag *from = m_syntax.flagNamed(copy, "--from"))
            return causeOfStage(m_syntax.valueOf(copy, *from));
        std::optional<RebuildCause> cause;
        for (const Word &word : contextSourcesOf(m_syntax, copy)) {
            std::optional<CopyRequest> request = copyRequestOf(m_syntax, copy, word);
            if (!request) {
                const std::string source = wordValue(m_syntax, copy, word);
                // Without a variable it is fetched, or stands in the file.
                if (source.find('$') == std::string::npos || !copyRequestFor(m_syntax, copy, source))
                    continue;
                const auto path = known(written, copy, source);
                if (!path) {
                    cause = RebuildCause::MayTake;
                    continue;
                }
                request = copyRequestFor(m_syntax, copy, *path);
            }
            if (!request)
                continue;
            const CopySource taken = takenBy(m_folder, *request);
            const auto entry = std::lower_bound(taken.entries.begin(), taken.entries.end(), m_file);
            if (entry != taken.entries.end() && *entry < m_past)
                return RebuildCause::Takes;
            if (taken.state == CopySource::State::Unknown)
                cause = RebuildCause::MayTake;
        }
        return cause;
    }

    std::optional<RebuildCause> causeOfMounts(const Instruction &written, const Instruction &run) const
    {
        std::optional<RebuildCause> cause;
        for (const Flag &flag : m_syntax.flagsOf(run)) {
            if (m_syntax.joined(run, flag.name) != "--mount")
                continue;
            const auto options = flagOptions(m_syntax, run, flag);
            const FlagOption *type = findOption(options, {"type"});
            const FlagOption *from = findOption(options, {"from"});
            const FlagOption *source = findOption(options, {"source", "src"});
            const bool isBind = !type || type->value == "bind";
            std::optional<RebuildCause> one;
            if (from && !from->value.empty())
                one = causeOfStage(from->value);
            else if (isBind)
                one = causeOfBind(written, run, source ? source->value : std::string());
            if (one == RebuildCause::Takes)
                return one;
            if (one)
                cause = one;
        }
        return cause;
    }

    std::optional<RebuildCause> causeOfBind(const Instruction &written, const Instruction &run,
                                            const std::string &source) const
    {
        const auto path = known(written, run, source);
        if (!path)
            return RebuildCause::MayTake;
        const std::string wanted = m_folder.withoutLinks(pathFromRoot(*path)).value_or(std::string());
        if (wanted.empty())
            return RebuildCause::Takes;
        const auto at = m_folder.find(wanted);
        if (!at)
            return std::nullopt;
        return *at < m_past && m_file < m_folder.endOf(*at) ? std::optional(RebuildCause::Takes)
                                                            : std::nullopt;
    }

    std::optional<RebuildCause> causeOfStage(const std::string &name) const
    {
        StageIndex stage = m_context.resolution().stageNamed(name);
        if (long long number = 0; !stage && parseStageNumber(name, number) && number >= 0)
            stage = {static_cast<std::size_t>(number)};
        if (!stage || !(stage < m_stage) || m_stages[stage.value] == Freshness::Cached)
            return std::nullopt;
        return RebuildCause::TakesResult;
    }

    /// What an ONBUILD brings runs among variables of another stage: there only what holds none is known.
    std::optional<std::string> known(const Instruction &written, const Instruction &step,
                                     const std::string &text) const
    {
        if (text.find('$') == std::string::npos)
            return text;
        return &written == &step ? expandedAt(m_context, step, text) : std::nullopt;
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    const BuildContext &m_folder;
    std::size_t m_file;
    std::size_t m_past;
    std::vector<Freshness> m_stages; ///< At the end of each stage.
    StageIndex m_stage;
    Freshness m_state = Freshness::Cached;
};

} // namespace

std::size_t Rebuilds::sureCount() const
{
    return static_cast<std::size_t>(std::ranges::count(steps, true, &Rebuild::isSure));
}

Rebuilds rebuildsOf(const LintContext &context, std::string_view path)
{
    Rebuilds rebuilds;
    const BuildContext *folder = context.settings().folder.get();
    if (!folder)
        return rebuilds;
    const auto file = folder->find(pathFromRoot(path));
    if (file) {
        const ContextEntry &entry = folder->entries()[*file];
        rebuilds.reach = entry.isSent ? Rebuilds::Reach::Sent : Rebuilds::Reach::Ignored;
        if (!entry.isSent && entry.rule)
            rebuilds.rule = *entry.rule;
    } else if (folder->isWhole()) {
        rebuilds.reach = Rebuilds::Reach::Missing;
    }
    const bool isSent = rebuilds.reach == Rebuilds::Reach::Sent;
    Touch(context, *folder, file.value_or(0), file ? folder->endOf(*file) : 0).run(rebuilds, isSent);
    return rebuilds;
}

std::shared_ptr<const BuildContext> withFiles(std::shared_ptr<const BuildContext> folder,
                                              const std::map<std::string, std::string> &files,
                                              std::string_view dockerfile)
{
    if (!folder || files.empty())
        return folder;
    std::vector<ContextEntry> entries;
    for (const auto &[path, bytes] : files) {
        ContextEntry entry;
        entry.path = path;
        entry.bytes = bytes.size();
        entries.push_back(std::move(entry));
    }
    IgnoreFile ignore = folder->ignoreFile();
    const std::string own = std::string(dockerfile) + ".dockerignore";
    const bool hasOwn = !dockerfile.empty() && (files.contains(own) || ignore.path == own);
    if (const auto written = files.find(hasOwn ? own : ".dockerignore"); written != files.end()) {
        ignore = {written->first, written->second, {}, std::nullopt};
        if (auto rules = DockerIgnore::parse(written->second))
            ignore.rules = std::move(*rules);
        else
            ignore.problem = rules.error();
    }
    return std::make_shared<const BuildContext>(folder->with(std::move(entries), std::move(ignore)));
}

} // namespace drydock
