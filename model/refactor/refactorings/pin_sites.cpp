// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/pin_sites.h"

#include "model/shell/variable_name.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// A variable of a word.
struct WordVariable {
    std::string name;
    std::size_t begin = 0; ///< Of the sign.
    std::size_t end = 0;
};

/// Those without modifiers.
std::vector<WordVariable> variablesIn(std::string_view word)
{
    std::vector<WordVariable> uses;
    for (std::size_t sign = word.find('$'); sign != std::string_view::npos; sign = word.find('$', sign + 1)) {
        const bool isBraced = word.substr(sign + 1).starts_with('{');
        const std::size_t begin = sign + (isBraced ? 2 : 1);
        std::size_t end = begin;
        while (end < word.size() && isVariableNameByte(word[end], end == begin))
            ++end;
        const bool isPlain = end > begin && (!isBraced || word.substr(end).starts_with('}'));
        if (isPlain)
            uses.push_back({std::string(word.substr(begin, end - begin)), sign, isBraced ? end + 1 : end});
    }
    return uses;
}

/// The bytes of a word's value without the quotes around it; nothing if it is spread over quotes or holds variables.
std::optional<TextRange> plainValue(const Syntax &syntax, const Instruction &instruction, const Word &word)
{
    const std::string_view raw = syntax.textOf(word.range);
    if (raw.find('$') != std::string_view::npos || raw.find('\n') != std::string_view::npos)
        return std::nullopt;
    const bool isQuoted
        = raw.size() >= 2 && (raw.front() == '"' || raw.front() == '\'') && raw.back() == raw.front();
    const TextRange inner = isQuoted ? TextRange {word.range.begin + 1, word.range.end - 1} : word.range;
    const std::string_view text = syntax.textOf(inner);
    if (text.find_first_of("\"'\\`") != std::string_view::npos
        || wordValue(syntax, instruction, word).find(text) == std::string::npos)
        return std::nullopt;
    return inner;
}

UserText noPlaceFor(const std::string &reference)
{
    return {
        QT_TRANSLATE_NOOP("refactor",
                          "“%1” is put together from variables in a way that has no place for it: write it "
                          "as one word, or as the default of one ARG."),
        {reference}};
}

/// The default of the global ARG `name`, if it is one plain word.
std::optional<TextRange> defaultOf(const Syntax &syntax, const std::string &name)
{
    std::optional<TextRange> found;
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.stage)
            break;
        if (instruction.keyword != Keyword::Arg)
            continue;
        for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
            if (pair.value && wordValue(syntax, instruction, *pair.key) == name)
                found = plainValue(syntax, instruction, *pair.value);
        }
    }
    return found;
}

/// Where the text decides what a FROM with variables means.
void findVariables(const RefactorContext &context, PinSite &site)
{
    const Syntax &syntax = context.syntax();
    const Environment &globals = context.lint.resolution().globals;
    const std::string written = syntax.joined(syntax.at(site.instruction), site.word->whole);
    site.obstacle = noPlaceFor(site.reference);
    for (const WordVariable &use : variablesIn(written)) {
        const ExpandedWord head = expandWord(written.substr(0, use.begin), globals, syntax.escape);
        const ExpandedWord tail = expandWord(written.substr(use.end), globals, syntax.escape);
        const auto value = defaultOf(syntax, use.name);
        if (!value || !head.isFine() || !tail.isFine())
            continue;
        if (context.lint.options().buildArgs.contains(use.name))
            site.obstacle
                = {QT_TRANSLATE_NOOP("refactor",
                                     "%1 comes from outside of the file (--build-arg): change it there."),
                   {use.name}};
        else
            site.variables.push_back({use.name, *value, head.text, tail.text});
    }
    if (!site.variables.empty())
        site.obstacle = {};
}

std::optional<PinSite> siteOf(const RefactorContext &context, const Reference &reference)
{
    const Resolution &resolution = context.lint.resolution();
    const bool isFrom = reference.kind == ReferenceKind::From;
    if (reference.stage || reference.isNumber || reference.value.empty() || reference.value == "scratch"
        || context.lint.options().contexts.contains(reference.value))
        return std::nullopt;
    if (isFrom ? !resolution.bases[reference.user.value].isKnown : reference.hasVariable)
        return std::nullopt;
    auto image = parseImageReference(reference.value);
    if (!image)
        return std::nullopt;
    PinSite site {
        reference.value, std::move(*image), reference.content, reference.instruction, reference, {}, {}};
    if (reference.hasVariable)
        findVariables(context, site);
    return site;
}

} // namespace

std::string PinSite::name() const
{
    const std::string text = reference.substr(0, reference.find('@'));
    const std::size_t slash = text.rfind('/');
    return text.substr(0, text.find(':', slash == std::string::npos ? 0 : slash));
}

Result<PinEdit> PinSite::renamed(const std::string &newReference) const
{
    if (!obstacle.source.empty())
        return tl::unexpected(Error {obstacle, {}});
    if (!word)
        return PinEdit {{where, newReference}, {}};
    if (variables.empty()) {
        if (auto edit = replacementOf(*word, newReference))
            return PinEdit {std::move(*edit), {}};
        return tl::unexpected(Error {noPlaceFor(reference), {}});
    }
    // The last of them is the one that says the tag, if any does.
    const auto fits = [&](const PinVariable &variable) {
        return newReference.size() > variable.head.size() + variable.tail.size()
            && newReference.starts_with(variable.head) && newReference.ends_with(variable.tail);
    };
    const auto found = std::find_if(variables.rbegin(), variables.rend(), fits);
    if (found == variables.rend())
        return refusal(QT_TRANSLATE_NOOP("refactor",
                                         "“%1” is put together from %2, which cannot say “%3”: let one ARG "
                                         "hold the whole image, and FROM name just that."),
                       {reference, variables.back().name, newReference});
    const std::size_t length = newReference.size() - found->head.size() - found->tail.size();
    return PinEdit {{found->value, newReference.substr(found->head.size(), length)}, found->name};
}

std::vector<PinSite> pinSitesOf(const RefactorContext &context)
{
    const Syntax &syntax = context.syntax();
    std::vector<PinSite> sites;
    for (const Directive &directive : syntax.directives) {
        const std::string value(syntax.textOf(directive.value));
        auto image = parseImageReference(value);
        if (syntax.textOf(directive.name) == "syntax" && image)
            sites.push_back({value, std::move(*image), directive.value, {}, {}, {}, {}});
    }
    const GestureContext gesture = context.gesture();
    const References references(gesture);
    for (const Reference &reference : references.all()) {
        if (auto site = siteOf(context, reference))
            sites.push_back(std::move(*site));
    }
    return sites;
}

} // namespace drydock
