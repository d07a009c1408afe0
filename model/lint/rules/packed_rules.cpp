// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/context/path_match.h"
#include "model/edits/line_style.h"
#include "model/lint/copy_steps.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool isPackedFile(std::string_view name)
{
    static constexpr std::array<std::string_view, 19> endings {
        ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz", ".tbz2", ".tar.zst", ".zip",
        ".whl", ".deb",    ".rpm", ".apk",    ".gz",  ".xz",      ".bz2", ".zst",  ".7z"};
    return std::ranges::any_of(endings, [name](std::string_view ending) { return name.ends_with(ending); });
}

bool isWheelFolder(std::string_view name)
{
    return isOneOf(name, {"wheels", "wheelhouse", "wheel"});
}

/// What a RUN deletes with `rm`.
struct Deletion {
    const Instruction *run;
    const ScriptCommand *command;
    const ScriptWord *word;
    std::string path; ///< Absolute; may end with a wildcard. Empty if it is not known.
};

std::string withoutSlashes(std::string path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

/// The deletions of `run`, `cd` heeded.
std::vector<Deletion> deletionsOf(const LintContext &context, const Instruction &run)
{
    std::vector<Deletion> found;
    std::optional<std::string> directory = context.workingDirectoryAt(run);
    for (const ScriptCommand &command : context.commandsOf(run)) {
        const auto operands = command.operands();
        if (command.name() == "cd") {
            const std::string path = operands.empty() ? "" : absolutePath(operands[0]->value, directory);
            directory = path.empty() ? std::nullopt : std::optional(path);
        }
        if (command.name() != "rm")
            continue;
        for (const ScriptWord *word : operands) {
            const std::string plain = expandedAt(context, run, word->value).value_or("");
            // A wildcard in the name is fine, one in the folder is not.
            const std::string_view folder = folderOfPath(plain);
            const std::string above = plain.starts_with('/') && folder.empty() ? "/"
                : folder.empty()                                               ? directory.value_or("")
                                 : absolutePath(folder, directory);
            std::string path;
            if (!above.empty() && !plain.empty())
                path = withoutSlashes(hasWildcard(nameOfPath(plain))
                                          ? (above == "/" ? "" : above) + "/" + std::string(nameOfPath(plain))
                                          : absolutePath(plain, directory));
            found.push_back({&run, &command, word, std::move(path)});
        }
    }
    return found;
}

/// All that lies in `folder`, written as `folder/*`, or the folder itself.
bool isAllOf(std::string_view path, std::string_view folder)
{
    return path == folder
        || (path.starts_with(folder) && isOneOf(path.substr(folder.size()), {"/*", "/*.whl"}));
}

/// Where a source of `step` comes to lie, and whether `path` names it or a folder around it.
bool covers(const Deletion &deletion, const CopyStep &step, const CopiedSource &source)
{
    const std::string &path = deletion.path;
    if (path.size() < 2 || step.destination.empty() || source.path.empty())
        return false;
    const auto names = [&](const std::string &place) {
        if (path.ends_with("/*") && liesIn(place, std::string_view(path).substr(0, path.size() - 2)))
            return true;
        return liesIn(place, path) || place == path
            || (hasWildcard(path) && matchPath(path, place) == PathMatch::Yes);
    };
    if (isWheelFolder(source.name()) || isWheelFolder(nameOfPath(step.destination)))
        return names(step.destination) || isAllOf(path, step.destination);
    return names(step.pathInside(source)) || (!step.isIntoFolder && names(step.destination));
}

/// Between two commands there is one joint and nothing else.
bool isPlainJoint(const Syntax &syntax, std::size_t begin, std::size_t end)
{
    std::string between;
    for (const char c : syntax.text.slice({begin, end})) {
        if (!isAsciiSpace(c) && c != syntax.escape)
            between += c;
    }
    return between == "&&" || between == ";";
}

/// Mounts the source for the RUN instead of copying it, where that RUN alone uses it.
class MountFix {
public:
    MountFix(const LintContext &context, const CopyStep &step, const Deletion &deletion)
        : m_context(context)
        , m_syntax(context.syntax())
        , m_step(step)
        , m_deletion(deletion)
    { }

    std::vector<Fix> make()
    {
        const Instruction &run = *m_deletion.run;
        const CopiedSource &source = m_step.sources.front();
        const bool isFolder = isWheelFolder(nameOfPath(m_step.destination)) && !isPackedFile(source.name());
        m_target = isFolder || !m_step.isIntoFolder ? m_step.destination : m_step.pathInside(source);
        // Without a slash it cannot be told whether the destination is a folder; the deletion knows.
        if (!isFolder && !m_step.isIntoFolder && m_deletion.path == m_step.pathInside(source))
            m_target = m_deletion.path;
        const bool isExact = isFolder ? isAllOf(m_deletion.path, m_target) : m_deletion.path == m_target;
        if (!isExact || m_step.sources.size() != 1 || run.isJson || !run.heredocs.isEmpty()
            || !isPlain(source) || !isUsedByRunAlone())
            return {};
        std::string mount = " --mount=type=bind,";
        if (m_step.from)
            mount += "from=" + m_syntax.valueOf(*m_step.instruction, *m_step.from) + ",";
        mount += "source=" + withoutSlashes(source.path) + ",target=" + m_target;
        std::vector<TextEdit> edits {{{run.keywordRange.end, run.keywordRange.end}, mount}};
        for (const TextRange &lines : linesToRemove(m_syntax, {m_context.indexOf(*m_step.instruction)}))
            edits.push_back({lines, {}});
        if (!removeDeletion(edits))
            return {};
        return fixOf({QT_TRANSLATE_NOOP("lint", "Mount “%1” for line %2 instead"),
                      {source.path, std::to_string(run.firstLine)}},
                     std::move(edits), FixSafety::AskFirst);
    }

private:
    /// Nothing that a mount would understand in another way.
    bool isPlain(const CopiedSource &source) const
    {
        for (const Flag &flag : m_syntax.flagsOf(*m_step.instruction)) {
            if (!isOneOf(m_syntax.textOf(flag.name), {"--from", "--chown", "--chmod", "--link"}))
                return false;
        }
        const auto isSimple = [](std::string_view text) {
            return text.find_first_of("$*?[]{},\"'\\ \t`<>") == std::string_view::npos;
        };
        const bool isNamed = !m_step.from || isSimple(m_syntax.valueOf(*m_step.instruction, *m_step.from));
        return isNamed && isSimple(m_syntax.textOf(source.word->range)) && isSimple(m_target);
    }

    /// Programs that only read it.
    static bool isReader(std::string_view name)
    {
        return name.starts_with("pip") || name.starts_with("python")
            || isOneOf(name, {"tar",     "bsdtar", "unzip", "7z",   "dpkg",      "apt",    "apt-get",
                              "apk",     "yum",    "dnf",   "tdnf", "microdnf",  "zypper", "rpm",
                              "uv",      "conda",  "cp",    "ls",   "sha256sum", "poetry", "cat",
                              "sha1sum", "md5sum", "gem",   "echo", "zcat"});
    }

    bool isUsedByRunAlone() const
    {
        const std::string name(nameOfPath(m_target));
        for (const ScriptCommand &command : m_context.commandsOf(*m_deletion.run)) {
            const bool mentions = std::ranges::any_of(command.words, [&](const ScriptWord &word) {
                return word.value.find(name) != std::string::npos;
            });
            if (mentions && &command != m_deletion.command && !isReader(command.name()))
                return false;
        }
        // No other line between the two or behind them speaks of it.
        for (const Instruction &other : m_context.instructionsOf(m_deletion.run->stage)) {
            if (&other <= m_step.instruction || &other == m_deletion.run)
                continue;
            if (m_syntax.textOf(other.range).find(name) != std::string_view::npos)
                return false;
            if (&other < m_deletion.run && other.keyword == Keyword::Run)
                return false;
        }
        return true;
    }

    bool removeDeletion(std::vector<TextEdit> &edits) const
    {
        const ScriptCommand &remove = *m_deletion.command;
        if (remove.operands().size() > 1) {
            edits.push_back(withoutWord(m_syntax, m_deletion.word->range));
            return true;
        }
        const auto commands = m_context.commandsOf(*m_deletion.run);
        const auto index = static_cast<std::size_t>(&remove - commands.data());
        if (index == 0 || !isPlainJoint(m_syntax, commands[index - 1].range.end, remove.range.begin))
            return false;
        const bool isLast = index + 1 == commands.size();
        if (isLast ? remove.range.end != m_deletion.run->arguments.end
                   : !isPlainJoint(m_syntax, remove.range.end, commands[index + 1].range.begin))
            return false;
        edits.push_back({{commands[index - 1].range.end, remove.range.end}, {}});
        return true;
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    const CopyStep &m_step;
    const Deletion &m_deletion;
    std::string m_target;
};

} // namespace

bool isOfPackedFiles(const CopyStep &step)
{
    return step.instruction->keyword == Keyword::Copy
        && (isWheelFolder(nameOfPath(step.destination))
            || std::ranges::any_of(step.sources, [](const CopiedSource &source) {
                   return isPackedFile(source.name()) || isWheelFolder(source.name());
               }));
}

/// Once it is unpacked or installed, nobody needs it; the layer of the COPY keeps it all the same.
void checkPackedThenDeleted(const LintContext &context, const Report &report)
{
    for (const StageIndex stage : context.shippedStages()) {
        std::vector<CopyStep> steps;
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            if (auto step = copyStepOf(context, instruction); step && isOfPackedFiles(*step))
                steps.push_back(std::move(*step));
            if (instruction.keyword != Keyword::Run || steps.empty())
                continue;
            for (const Deletion &deletion : deletionsOf(context, instruction)) {
                const auto found = std::ranges::find_if(steps, [&](const CopyStep &step) {
                    return std::ranges::any_of(step.sources, [&](const CopiedSource &source) {
                        return covers(deletion, step, source);
                    });
                });
                if (found == steps.end())
                    continue;
                report({found->instruction,
                        found->instruction->arguments,
                        {QT_TRANSLATE_NOOP("lint",
                                           "Line %1 deletes this again, and the layer of this COPY keeps it "
                                           "all the same. Mount it for the RUN that needs it."),
                         {std::to_string(instruction.firstLine)}},
                        MountFix(context, *found, deletion).make()});
                steps.erase(found);
            }
        }
    }
}

} // namespace drydock
