// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/refactor_command.h"

#include "app/cli/folders_beside.h"
#include "app/cli/input_file.h"
#include "app/cli/replace_file.h"
#include "model/base/suggest.h"
#include "model/exporting/printable.h"
#include "model/exporting/proposal_list.h"
#include "model/exporting/proposal_text.h"
#include "model/exporting/unified_diff.h"
#include "model/knowledge/inspect_answers.h"
#include "model/refactor/refactorings/pin_sites.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace drydock::cli {
namespace {

/// Why nothing came of it, and what the program says then.
struct Stop {
    UserText why;
    ExitCode code = ExitCode::Usage;
};

/// The file with all that refactorings look at.
class Work {
public:
    Work(std::string bytes, const BuildOptions &options)
        : m_options(options)
        , m_syntax(parse(SourceText(std::move(bytes))))
        , m_graph(makeStageGraph(m_syntax, m_options))
    { }

    /// Looks at what lies beside the file. To be called once, first of all.
    Result<void> look(const FoundFile &file, const std::string &folder)
    {
        if (folder.empty())
            m_folder = buildFolderBeside(file, {m_syntax, m_graph, m_options});
        else if (Result<BuildFolder> found = readBuildFolder(folder, file))
            m_folder = std::move(*found);
        else
            return tl::unexpected(found.error());
        m_settings.folder = m_folder.contents.context;
        m_settings.contents = m_folder.contents.contents;
        m_context.emplace(m_syntax, m_graph, m_options, m_settings);
        return {};
    }

    /// Asks the images that `docker image inspect` has told of in the file at `path`; empty: nobody.
    Result<void> askImages(const std::string &path)
    {
        if (path.empty())
            return {};
        const Result<std::string> bytes = readInput(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        Result<std::unique_ptr<ImageSource>> source = readInspectAnswers(*bytes);
        if (!source)
            return refusal(QT_TRANSLATE_NOOP("cli", "%1: %2"),
                           {printable(path), inEnglish(source.error().text)});
        m_read = std::move(*source);
        m_images = m_read.get();
        return {};
    }

    /// Has `asker` ask about all that the file names.
    Result<void> askImages(const ImageAsker &asker)
    {
        std::vector<std::string> references;
        for (const PinSite &site : pinSitesOf(context())) {
            if (std::ranges::find(references, site.reference) == references.end())
                references.push_back(site.reference);
        }
        const Result<const ImageSource *> source = asker(references);
        if (!source)
            return tl::unexpected(source.error());
        m_images = *source;
        return {};
    }

    RefactorContext context() const { return {*m_context, m_folder.manifests.get(), m_images}; }
    const SourceText &text() const { return m_syntax.text; }
    const BuildFolder &folder() const { return m_folder; }

private:
    BuildOptions m_options;
    Syntax m_syntax;
    StageGraph m_graph;
    BuildFolder m_folder;
    LintSettings m_settings;
    std::unique_ptr<ImageSource> m_read; ///< From --images.
    const ImageSource *m_images = nullptr; ///< Null if nobody was asked.
    std::optional<LintContext> m_context;
};

std::optional<Stop> refused(const char *sentence, std::vector<std::string> arguments)
{
    for (std::string &argument : arguments)
        argument = printable(argument);
    return Stop {{sentence, std::move(arguments)}};
}

std::string listed(const std::vector<std::string_view> &words)
{
    std::string list;
    for (const std::string_view word : words)
        list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

/// Whether what was set can be set.
std::optional<Stop> complaintAbout(const RefactorOrder &order, const Proposal &proposal)
{
    // What stands in the way may stand before any choice.
    if (proposal.isBlocked() && proposal.choices.empty())
        return {};
    std::vector<std::string_view> keys;
    for (const Choice &choice : proposal.choices)
        keys.push_back(choice.key);
    for (const auto &[key, value] : order.settings) {
        const auto found = std::ranges::find(proposal.choices, key, &Choice::key);
        if (found == proposal.choices.end()) {
            const std::string meant = nearestOption(key, keys, MatchCase::Insensitive);
            if (!meant.empty())
                return refused(QT_TRANSLATE_NOOP("cli", "There is no “%1” to set. Did you mean “%2”?"),
                               {key, meant});
            if (keys.empty())
                return refused(
                    QT_TRANSLATE_NOOP("cli", "There is no “%1” to set: there is nothing to choose."), {key});
            return refused(QT_TRANSLATE_NOOP("cli", "There is no “%1” to set; there is: %2."),
                           {key, listed(keys)});
        }
        std::vector<std::string_view> answers;
        for (const Choice::Answer &answer : found->answers)
            answers.push_back(answer.value);
        if (!found->isOpen && !answers.empty() && std::ranges::find(answers, value) == answers.end())
            return refused(QT_TRANSLATE_NOOP("cli", "“%1” cannot be “%2”, but: %3."),
                           {key, value, listed(answers)});
    }
    return {};
}

/// Leaves out what --without names.
std::optional<Stop> leaveOut(const RefactorOrder &order, const Proposal &proposal, PartChoice &taken)
{
    if (proposal.isBlocked())
        return {};
    for (const std::size_t number : order.without) {
        if (number > proposal.parts.size())
            return refused(QT_TRANSLATE_NOOP("cli", "There is no part %1; there are %2."),
                           {std::to_string(number), std::to_string(proposal.parts.size())});
        taken.set(proposal, number - 1, false);
        if (taken.isTaken[number - 1])
            return refused(
                QT_TRANSLATE_NOOP("cli",
                                  "Part %1 cannot be left out: without it nothing of the change is left."),
                {std::to_string(number)});
    }
    return {};
}

std::optional<Stop> caretOf(const RefactorOrder &order, const SourceText &text,
                            std::optional<std::size_t> &caret)
{
    if (!order.caret)
        return {};
    if (order.caret->line >= text.lineCount())
        return refused(QT_TRANSLATE_NOOP("cli", "There is no line %1; the file has %2."),
                       {std::to_string(order.caret->line + 1), std::to_string(text.lineCount())});
    TextPosition position = *order.caret;
    if (!order.hasColumn) {
        const std::string_view line = text.slice(text.lineRange(position.line));
        position.column = std::min(line.find_first_not_of(" \t"), line.size());
    }
    caret = text.offsetOf(position);
    return {};
}

/// Where a file that comes along goes: into the folder of the build, else beside the Dockerfile.
std::filesystem::path placeOf(const std::string &path, const Work &work, const FoundFile &file)
{
    if (!work.folder().path.empty())
        return std::filesystem::path(work.folder().path) / path;
    return file.path == "-" ? std::filesystem::path(path)
                            : std::filesystem::path(file.path).parent_path() / path;
}

/// The change of the Dockerfile and of all that comes along.
std::string diffOf(const Proposed &proposed, const Work &work, const FoundFile &file)
{
    std::string out
        = unifiedDiff(file.path == "-" ? "Dockerfile" : file.name, proposed.text.bytes(), proposed.newText());
    for (const auto &[path, bytes] : proposed.proposal.files) {
        const std::string place = placeOf(path, work, file).string();
        std::error_code code;
        std::optional<std::string> old;
        if (std::filesystem::exists(place, code)) {
            if (Result<std::string> read = readInput(place))
                old = std::move(*read);
        }
        out += unifiedDiff(place, old ? std::optional<std::string_view>(*old) : std::nullopt, bytes);
    }
    return out;
}

void tell(const Proposed &proposed, const Work &work, const FoundFile &file, Format format, Output &output)
{
    switch (format) {
    case Format::Json:
        output.write(proposalJson(proposed));
        return;
    case Format::Diff:
        if (proposed.proposal.isBlocked())
            output.error(refusalText(proposed, file.name));
        else
            output.write(diffOf(proposed, work, file));
        return;
    default:
        break;
    }
    output.write(proposalText(proposed));
    if (!proposed.proposal.isBlocked())
        output.write("\n" + readableDiff(diffOf(proposed, work, file)));
}

Result<void> write(const Proposed &proposed, const Work &work, const FoundFile &file)
{
    for (const auto &[path, bytes] : proposed.proposal.files) {
        if (Result<void> written = writeFile(placeOf(path, work, file).string(), bytes); !written)
            return written;
    }
    if (proposed.newText() == proposed.text.bytes())
        return {};
    return replaceFile(file.path, proposed.newText());
}

/// --write: never without a word about what it rests on.
ExitCode change(const Proposed &proposed, const Work &work, const FoundFile &file, Output &output)
{
    if (proposed.proposal.isBlocked()) {
        output.error(refusalText(proposed, file.name));
        return ExitCode::Refused;
    }
    for (const std::string &assumption : assumptionTexts(proposed, file.name))
        output.error(assumption);
    if (file.path == "-") {
        output.write(proposed.newText());
        for (const auto &[path, bytes] : proposed.proposal.files)
            output.error("Not written, since there is no folder: " + printable(path));
        return ExitCode::Fine;
    }
    if (const Result<void> written = write(proposed, work, file); !written) {
        output.error(inEnglish(written.error().text));
        return ExitCode::Unreadable;
    }
    return ExitCode::Fine;
}

ExitCode stopped(const Stop &stop, Output &output)
{
    output.error(inEnglish(stop.why));
    return stop.code;
}

ExitCode proposeOne(const Arguments &arguments, const Work &work, const RefactorWish &wish,
                    const FoundFile &file, Output &output)
{
    const RefactorOrder &order = arguments.refactor;
    Proposal proposal = propose(*order.refactoring, work.context(), wish);
    if (const auto stop = complaintAbout(order, proposal))
        return stopped(*stop, output);
    PartChoice taken = PartChoice::all(proposal);
    if (const auto stop = leaveOut(order, proposal, taken))
        return stopped(*stop, output);
    std::optional<Refactored> result;
    if (!proposal.isBlocked()) {
        if (Result<Refactored> applied = refactored(work.context(), proposal, taken)) {
            result = std::move(*applied);
        } else {
            // It holds together as a whole, but not without what was left out.
            proposal.reason = std::move(applied.error().text);
            proposal.parts.clear();
            taken = PartChoice::all(proposal);
        }
    }
    const Proposed proposed {*order.refactoring, proposal, work.text(), taken, result ? &*result : nullptr};
    if (!order.writes || arguments.isFormatGiven)
        tell(proposed, work, file, arguments.format, output);
    if (order.writes)
        return change(proposed, work, file, output);
    return proposal.isBlocked() ? ExitCode::Refused : ExitCode::Fine;
}

ExitCode list(const Arguments &arguments, const Work &work, const RefactorWish &wish, Output &output)
{
    std::vector<ListedRefactoring> all;
    for (const Refactoring &each : refactorings())
        all.push_back({&each, propose(each, work.context(), wish)});
    output.write(arguments.format == Format::Json ? refactoringsJson(all, &work.text())
                                                  : refactoringsText(all, &work.text()));
    return ExitCode::Fine;
}

} // namespace

ExitCode refactor(const Arguments &arguments, Output &output, const ImageAsker &asker)
{
    const RefactorOrder &order = arguments.refactor;
    if (arguments.inputs.empty()) {
        std::vector<ListedRefactoring> all;
        for (const Refactoring &each : refactorings())
            all.push_back({&each, {}});
        output.write(arguments.format == Format::Json ? refactoringsJson(all) : refactoringsText(all));
        return ExitCode::Fine;
    }
    const FoundFile file {arguments.inputs.front(), arguments.inputs.front()};
    Result<std::string> bytes = readInput(file.path);
    if (!bytes)
        return stopped({bytes.error().text, ExitCode::Unreadable}, output);
    Work work(std::move(*bytes), arguments.build);
    if (const Result<void> looked = work.look(file, order.context); !looked)
        return stopped({looked.error().text, ExitCode::Unreadable}, output);
    if (const Result<void> asked = work.askImages(order.images); !asked)
        return stopped({asked.error().text, ExitCode::Unreadable}, output);
    if (const Result<void> asked = asker ? work.askImages(asker) : Result<void>(); !asked)
        return stopped({asked.error().text, ExitCode::Failed}, output);
    RefactorWish wish;
    wish.settings = order.settings;
    if (const auto stop = caretOf(order, work.text(), wish.caret))
        return stopped(*stop, output);
    return order.lists ? list(arguments, work, wish, output)
                       : proposeOne(arguments, work, wish, file, output);
}

} // namespace drydock::cli
