// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/line_style.h"
#include "model/lint/fixes.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/stage_refactorings.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <map>

namespace drydock {
namespace {

/// A FROM with an image and a tag, written out.
struct TaggedFrom {
    std::size_t stage = 0;
    TextRange tag;
};

std::string argumentName(std::string_view image)
{
    std::string name;
    for (const char c : image.substr(image.rfind('/') == std::string_view::npos ? 0 : image.rfind('/') + 1))
        name += (c >= 'a' && c <= 'z')                         ? static_cast<char>(c - 'a' + 'A')
            : (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c
                                                               : '_';
    return name + "_VERSION";
}

/// `${NODE_VERSION}`
std::string argumentWord(const std::string &name)
{
    return "${" + name + "}";
}

} // namespace

Proposal proposeExtractArg(const RefactorContext &context, const RefactorWish &)
{
    const Syntax &syntax = context.syntax();
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Say a version once"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "One ARG for all FROMs of the same image and tag: a new version is one change, or an option "
               "of the build."),
           {}};
    std::map<std::string, std::vector<TaggedFrom>> images; // By image and tag.
    for (std::size_t i = 0; i < syntax.stages.size(); ++i) {
        const std::string_view written = syntax.textOf(syntax.stages[i].image);
        const std::size_t colon = written.rfind(':');
        const bool isPlain = colon != std::string_view::npos
            && written.find_first_of("$@\"'\\`\r\n \t") == std::string_view::npos
            && written.find('/', colon) == std::string_view::npos && colon > 0 && colon + 1 < written.size();
        if (isPlain && !context.lint.stage({i}).parent)
            images[std::string(written)].push_back(
                {i, {syntax.stages[i].image.begin + colon + 1, syntax.stages[i].image.end}});
    }
    std::string lines;
    std::vector<TextEdit> edits;
    std::size_t count = 0;
    std::vector<std::string> names;
    const Instruction *first = nullptr;
    const Instruction *lastArg = nullptr;
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.keyword == Keyword::From && !first)
            first = &instruction;
        if (instruction.keyword == Keyword::Arg && !first)
            lastArg = &instruction;
    }
    if (!first)
        return blocked({QT_TRANSLATE_NOOP("refactor", "No two FROMs name the same image and tag."), {}});
    const auto isTaken = [&](const std::string &name) {
        return syntax.text.bytes().find(name) != std::string_view::npos
            || std::ranges::find(names, name) != names.end();
    };
    std::vector<std::string> added;
    for (const auto &[image, froms] : images) {
        if (froms.size() < 2)
            continue;
        const std::size_t colon = image.rfind(':');
        std::string name = argumentName(image.substr(0, colon));
        if (name.front() >= '0' && name.front() <= '9')
            continue;
        if (isTaken(name))
            continue;
        names.push_back(name);
        added.push_back(keywordLike(syntax, *first, "ARG"));
        added.back().append(" ").append(name).append("=").append(image.substr(colon + 1));
        for (const TaggedFrom &from : froms)
            edits.push_back({from.tag, argumentWord(name)});
        ++count;
    }
    if (count == 0)
        return blocked({QT_TRANSLATE_NOOP("refactor", "No two FROMs name the same image and tag."), {}});
    if (lastArg) {
        auto edit = insertBehind(syntax, context.lint.indexOf(*lastArg), added);
        if (!edit)
            return blocked(edit.error().text, lastArg->range);
        edits.push_back(std::move(*edit));
    } else {
        // Right above FROM's own comments, below the parser directives.
        const std::size_t place = std::max(
            syntax.blockOf({0}).begin, syntax.text.hasByteOrderMark() ? std::size_t {3} : std::size_t {0});
        const std::string end = endOfLineAt(syntax, place);
        for (const std::string &line : added)
            lines += line + end;
        edits.push_back({{place, place}, lines});
    }
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "" : ", ") + name;
    addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "%1 above the first FROM"), {list}}, std::move(edits));
    proposal.parts.front().isOptional = false;
    return proposal;
}

} // namespace drydock
