// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/hover_context.h"

#include "model/base/byte_size.h"
#include "model/context/copy_request.h"

#include <algorithm>

namespace drydock {
namespace {

UserText ruleText(const BuildContext &folder, std::size_t rule)
{
    return {QT_TRANSLATE_NOOP("language", "Line %1 of %2 leaves it out."),
            {std::to_string(folder.ignoreFile().lineOfRule(rule)), folder.ignoreFile().path}};
}

void sayTaken(const BuildContext &folder, const CopySource &taken, Hover &hover)
{
    const std::string size = byteSize(taken.bytes);
    if (taken.entries.size() == 1)
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "Takes one file, %1."), {size}});
    else
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "Takes %1 files, %2."),
                                   {std::to_string(taken.entries.size()), size}});
    // A part of the context is the more telling beside the whole.
    if (taken.bytes < folder.sentBytes() && folder.isWhole())
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "The whole build context has %1 files, %2."),
                                   {std::to_string(folder.sentFiles()), byteSize(folder.sentBytes())}});
    if (!taken.entries.empty() && taken.entries.size() > 1) {
        const auto isLarger = [&](std::size_t a, std::size_t b) {
            return folder.entries()[a].bytes < folder.entries()[b].bytes;
        };
        const ContextEntry &largest
            = folder.entries()[*std::max_element(taken.entries.begin(), taken.entries.end(), isLarger)];
        if (largest.bytes > 0)
            hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "The largest is “%1”, %2."),
                                       {largest.path, byteSize(largest.bytes)}});
    }
}

} // namespace

std::optional<Hover> hoverOfContextSource(const Analysis &analysis, const Instruction &instruction,
                                          std::size_t offset)
{
    const BuildContext *folder = analysis.settings.folder.get();
    if (!folder)
        return {};
    const Syntax &syntax = analysis.syntax;
    const auto words = contextSourcesOf(syntax, instruction);
    const auto word
        = std::ranges::find_if(words, [&](const Word &each) { return each.range.contains(offset); });
    if (word == words.end())
        return {};
    const auto request = copyRequestOf(syntax, instruction, *word);
    if (!request)
        return {};
    Hover hover;
    hover.title = request->source;
    hover.range = word->range;
    hover.page = instruction.keyword == Keyword::Copy ? "copy" : "add";
    const CopySource taken = takenBy(*folder, *request);
    switch (taken.state) {
    case CopySource::State::Taken:
        sayTaken(*folder, taken, hover);
        break;
    case CopySource::State::Nothing:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "Takes nothing: the build goes on without."), {}});
        if (taken.rule)
            hover.sentences.push_back(ruleText(*folder, *taken.rule));
        break;
    case CopySource::State::Missing:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "There is none in the folder of the Dockerfile."), {}});
        break;
    case CopySource::State::Ignored:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "It is there, but is not sent to the build."), {}});
        if (taken.rule)
            hover.sentences.push_back(ruleText(*folder, *taken.rule));
        break;
    case CopySource::State::BadPattern:
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "A wildcard in it cannot be read."), {}});
        break;
    case CopySource::State::Unknown:
        return {};
    }
    return hover;
}

} // namespace drydock
