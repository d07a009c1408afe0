// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_command.h"

#include "app/cli/folders_beside.h"
#include "app/cli/input_file.h"
#include "app/cli/replace_file.h"
#include "model/analysis/analysis.h"
#include "model/analysis/mend.h"
#include "model/exporting/findings.h"
#include "model/exporting/printable.h"
#include "model/exporting/sarif.h"
#include "model/lint/hadolint_config.h"
#include "model/lint/registry.h"

#include <algorithm>
#include <filesystem>

namespace drydock::cli {
namespace {

std::string printed(const Analysis &analysis, const Arguments &arguments, const std::string &name)
{
    const Severity least = arguments.check.least;
    switch (arguments.format) {
    case Format::Json:
        return findingsJson(analysis, name, least);
    case Format::Sarif:
        return sarifResults(analysis, name, least);
    case Format::Checkstyle:
        return findingsCheckstyle(analysis, name, least);
    case Format::Github:
        return findingsGithub(analysis, name, least);
    default:
        return findingsText(analysis, name, least);
    }
}

ExitCode codeOf(const Analysis &analysis, const std::optional<Severity> &failsFrom)
{
    const bool fails = failsFrom && std::ranges::any_of(analysis.diagnostics, [&](const Diagnostic &finding) {
                           return finding.severity >= *failsFrom;
                       });
    return fails ? ExitCode::Refused : ExitCode::Fine;
}

class FileCheck {
public:
    FileCheck(const Arguments &arguments, const FoundFile &file, FolderBeside folder)
        : m_arguments(arguments)
        , m_file(file)
        , m_folder(std::move(folder))
    { }

    Outcome run()
    {
        Result<std::string> bytes = readInput(m_file.path);
        if (!bytes)
            return {{}, inEnglish(bytes.error().text), ExitCode::Unreadable};
        auto analysis = analysed(std::move(*bytes));
        if (m_arguments.check.fixes) {
            if (Result<void> done = mend(analysis); !done)
                return {{}, inEnglish(done.error().text), ExitCode::Unreadable};
            if (m_file.path == "-")
                return {std::string(analysis->text().bytes()), {}, ExitCode::Fine};
        }
        return {
            printed(*analysis, m_arguments, m_file.name), {}, codeOf(*analysis, m_arguments.check.failsFrom)};
    }

private:
    std::shared_ptr<const Analysis> analysed(std::string bytes) const
    {
        LintSettings settings = m_arguments.check.settings;
        settings.folder = m_folder.context;
        settings.contents = m_folder.contents;
        return analyse(SourceText(std::move(bytes)), m_arguments.build, settings);
    }

    Result<void> mend(std::shared_ptr<const Analysis> &analysis) const
    {
        const Severity least = m_arguments.check.least;
        const EditSet edits
            = mended(*analysis, [least](const Diagnostic &finding) { return finding.severity >= least; });
        if (edits.isEmpty())
            return {};
        std::string text = edits.applyTo(analysis->text().bytes());
        if (m_file.path != "-") {
            if (Result<void> written = replaceFile(m_file.path, text); !written)
                return written;
        }
        analysis = analysed(std::move(text));
        return {};
    }

    const Arguments &m_arguments;
    const FoundFile &m_file;
    FolderBeside m_folder;
};

} // namespace

namespace {

/// Reads the settings of the project: the file that was named, else hadolint's in the working directory, if there is one.
/// What the command line says goes before what the file says.
Result<void> takeConfig(Arguments &arguments)
{
    std::string path = arguments.check.config;
    std::error_code code;
    for (const char *usual : {".hadolint.yaml", ".hadolint.yml"}) {
        if (path.empty() && std::filesystem::is_regular_file(usual, code))
            path = usual;
    }
    if (path.empty())
        return {};
    Result<std::string> text = readInput(path);
    if (!text)
        return tl::unexpected(text.error());
    Result<HadolintConfig> config = readHadolintConfig(*text);
    if (!config)
        return refusal(QT_TRANSLATE_NOOP("cli", "%1: %2"), {printable(path), inEnglish(config.error().text)});
    LintSettings settings = std::move(config->settings);
    settings.onlyBuildKit = arguments.check.settings.onlyBuildKit;
    choose(settings.severities, arguments.check.settings.severities);
    arguments.check.settings = std::move(settings);
    if (config->neverFails && !arguments.check.isFailGiven)
        arguments.check.failsFrom.reset();
    else if (config->failsFrom && !arguments.check.isFailGiven)
        arguments.check.failsFrom = config->failsFrom;
    return {};
}

} // namespace

ExitCode check(Arguments arguments, FileFinder &finder, Output &output, unsigned jobs)
{
    if (const Result<void> taken = takeConfig(arguments); !taken) {
        output.error(inEnglish(taken.error().text));
        return ExitCode::Unreadable;
    }
    if (arguments.format == Format::Sarif) {
        output.write(sarifHead(DRYDOCK_VERSION));
        output.separateBy(",\n");
    } else if (arguments.format == Format::Checkstyle) {
        output.write(checkstyleHead);
    }
    FoldersBeside folders;
    const ExitCode code = runInOrder(
        finder, [&](const FoundFile &file) { return FileCheck(arguments, file, folders.beside(file)).run(); },
        output, jobs);
    output.separateBy({});
    if (arguments.format == Format::Sarif)
        output.write(sarifTail);
    else if (arguments.format == Format::Checkstyle)
        output.write(checkstyleTail);
    return code;
}

} // namespace drydock::cli
