// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/build_input.h"

#include "app/cli/folders_beside.h"
#include "app/cli/input_file.h"
#include "model/exporting/printable.h"
#include "model/lint/lint_context.h"
#include "model/refactor/refactor_registry.h"

#include <filesystem>

namespace drydock::cli {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Complaint> complain(Error error, ExitCode code)
{
    return tl::unexpected<Complaint>(Complaint {std::move(error), code});
}

/// What BuildKit would say of it, at its line.
std::optional<Complaint> verdictOn(const Analysis &analysis, const std::string &name)
{
    const Problem *problem = analysis.verdict();
    if (!problem)
        return {};
    const std::size_t line = analysis.text().lineAt(problem->range.begin) + 1;
    return Complaint {{{QT_TRANSLATE_NOOP("cli", "%1:%2: %3"),
                        {printable(name), std::to_string(line), printable(problem->message)}},
                       {}},
                      ExitCode::Refused};
}

void takeOptions(BuildWish &wish, const Arguments &arguments)
{
    const EngineOrder &order = arguments.engine;
    wish.target = arguments.build.target;
    wish.buildArgs = arguments.build.buildArgs;
    wish.contexts = arguments.build.contexts;
    wish.platform = arguments.isPlatformGiven ? arguments.build.platform : std::string();
    wish.tags = order.tags;
    wish.secrets = order.secrets;
    wish.cacheFrom = order.cacheFrom;
    wish.cacheTo = order.cacheTo;
    wish.builder = order.builder;
    wish.noCache = order.noCache;
    wish.pull = order.pull;
}

} // namespace

tl::expected<BuildInput, Complaint> readBuildInput(const std::string &path, const Arguments &arguments)
{
    Result<std::string> bytes = readInput(path);
    if (!bytes)
        return complain(bytes.error(), ExitCode::Unreadable);
    BuildInput input;
    input.name = path;
    input.wish.text = *bytes;
    input.analysis = analyse(SourceText(std::move(*bytes)), arguments.build);
    if (auto verdict = verdictOn(*input.analysis, path))
        return tl::unexpected(std::move(*verdict));
    std::error_code code;
    const fs::path file = path == "-" ? fs::path() : fs::absolute(path, code);
    const std::string &given = arguments.refactor.context;
    const fs::path folder = !given.empty() ? fs::absolute(given, code)
        : file.empty()                     ? fs::current_path(code)
                                           : file.parent_path();
    if (!fs::is_directory(folder, code))
        return complain({{QT_TRANSLATE_NOOP("cli", "%1 is no folder."), {printable(folder.string())}}, {}},
                        ExitCode::Unreadable);
    input.wish.folder = folder.string();
    const fs::path relative = file.lexically_relative(folder);
    if (!file.empty() && !relative.empty() && *relative.begin() != "..")
        input.wish.dockerfile = relative.string();
    takeOptions(input.wish, arguments);
    return input;
}

tl::expected<BuildInput, Complaint> refactoredInput(const BuildInput &input, const Arguments &arguments)
{
    const Refactoring *refactoring = refactoringCalled(arguments.engine.refactoring);
    const FoundFile file {input.name, input.name};
    Result<BuildFolder> folder = readBuildFolder(input.wish.folder, file);
    if (!folder)
        return complain(folder.error(), ExitCode::Unreadable);
    LintSettings settings;
    settings.folder = folder->contents.context;
    settings.contents = folder->contents.contents;
    const LintContext lint(input.analysis->syntax, input.analysis->graph, input.analysis->options, settings);
    const RefactorContext context {lint, folder->manifests.get(), nullptr};
    RefactorWish wish;
    wish.settings = arguments.refactor.settings;
    const Proposal proposal = propose(*refactoring, context, wish);
    const auto blocked = [&](const UserText &reason) {
        return complain({{QT_TRANSLATE_NOOP("cli", "%1: %2"),
                          {printable(arguments.engine.refactoring), printable(inEnglish(reason))}},
                         {}},
                        ExitCode::Refused);
    };
    if (proposal.isBlocked())
        return blocked(proposal.reason);
    const Result<Refactored> made = refactored(context, proposal, PartChoice::all(proposal));
    if (!made)
        return blocked(made.error().text);
    BuildInput after = input;
    after.name += " (" + arguments.engine.refactoring + ")";
    after.analysis = analyse(SourceText(made->text), input.analysis->options);
    after.wish.text = made->text;
    for (const auto &[path, bytes] : proposal.files)
        after.wish.files[path] = bytes;
    return after;
}

tl::expected<std::vector<BuildInput>, Complaint> readBuildInputs(const Arguments &arguments)
{
    std::vector<BuildInput> inputs;
    for (const std::string &path : arguments.inputs) {
        auto input = readBuildInput(path, arguments);
        if (!input)
            return tl::unexpected(std::move(input.error()));
        inputs.push_back(std::move(*input));
    }
    if (!arguments.engine.refactoring.empty()) {
        auto after = refactoredInput(inputs.front(), arguments);
        if (!after)
            return tl::unexpected(std::move(after.error()));
        inputs.push_back(std::move(*after));
    }
    return inputs;
}

} // namespace drydock::cli
