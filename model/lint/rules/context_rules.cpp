// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/copy_request.h"
#include "model/lint/build_folder.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/layer_rules.h"
#include "model/syntax/characters.h"

namespace drydock {
namespace {

template <typename Visit>
void eachSource(const LintContext &context, Visit visit)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &copy : syntax.instructions) {
        if (!copy.stage)
            continue;
        for (const Word &word : contextSourcesOf(syntax, copy)) {
            if (const auto request = copyRequestOf(syntax, copy, word))
                visit(copy, word, *request);
        }
    }
}

std::string cleaned(std::string_view source)
{
    while (source.starts_with("./"))
        source.remove_prefix(2);
    while (source.starts_with('/'))
        source.remove_prefix(1);
    while (source.ends_with('/'))
        source.remove_suffix(1);
    return std::string(source);
}

} // namespace

/// The file is not sent to the builder, so the build will not find it (`convert.go`: validateCopySourcePath).
void checkCopyIgnoredFile(const LintContext &context, const Report &report)
{
    const BuildContext *folder = context.settings().folder.get();
    if (!folder || folder->ignoreFile().rules.hasExceptions())
        return;
    eachSource(context, [&](const Instruction &copy, const Word &word, const CopyRequest &request) {
        const std::string &source = request.source;
        const std::string path = cleaned(source);
        if (!path.empty() && path != "." && folder->ignoreFile().rules.isSourceIgnored(path))
            report(copy, word.range,
                   "Attempting to " + std::string(copy.keyword == Keyword::Copy ? "Copy" : "Add") + " file "
                       + quoted(source) + " that is excluded by .dockerignore");
    });
}

/// The build stops there.
void checkMissingSource(const LintContext &context, const Report &report)
{
    const BuildContext *folder = buildFolderOf(context);
    if (!folder)
        return;
    eachSource(context, [&](const Instruction &copy, const Word &word, const CopyRequest &request) {
        const std::string &source = request.source;
        const CopySource taken = takenBy(*folder, request);
        if (taken.state != CopySource::State::Missing)
            return;
        // Built or downloaded by a script before the image is: that cannot be known, so it is a warning.
        Finding finding {
            &copy,
            word.range,
            {QT_TRANSLATE_NOOP("lint", "There is no “%1” in the folder of the Dockerfile."), {source}}};
        if (!taken.suggestion.empty()) {
            finding.message
                = {QT_TRANSLATE_NOOP("lint",
                                     "There is no “%1” in the folder of the Dockerfile. Did you mean “%2”?"),
                   {source, taken.suggestion}};
            if (context.syntax().textOf(word.range) == source)
                finding.fixes = replacing({QT_TRANSLATE_NOOP("lint", "Copy “%1”"), {taken.suggestion}},
                                          word.range, taken.suggestion, FixSafety::AskFirst);
        }
        report(std::move(finding));
    });
}

} // namespace drydock
