// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/signature.h"

#include "model/language/completion_place.h"
#include "model/language/flag_words.h"
#include "model/language/instruction_words.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// How many arguments the instruction has as it stands, those right of the caret included.
std::size_t argumentCount(const Syntax &syntax, const CompletionPlace &place)
{
    const Instruction *instruction = &syntax.at(place.instruction);
    while (const Instruction *trigger = syntax.triggerOf(*instruction))
        instruction = trigger;
    return std::max<std::size_t>(place.words.size() + 1, syntax.wordsOf(*instruction).size());
}

std::size_t activeWord(const Syntax &syntax, const CompletionPlace &place, const InstructionForm &form)
{
    const auto isFlags = [](const FormWord &word) { return word.part == FormPart::Flags; };
    if (place.kind == PlaceKind::FlagName || place.kind == PlaceKind::FlagValue) {
        const auto flags = std::ranges::find_if(form.words, isFlags);
        return flags == form.words.end() ? Signature::none
                                         : static_cast<std::size_t>(flags - form.words.begin());
    }
    const std::size_t current = place.words.size(); // Counts from 0.
    const bool isLast = current + 1 == argumentCount(syntax, place);
    std::size_t passed = 0;
    for (std::size_t i = 0; i < form.words.size(); ++i) {
        const FormWord &word = form.words[i];
        switch (word.part) {
        case FormPart::Flags:
            break;
        case FormPart::Argument:
            if (passed++ == current)
                return i;
            break;
        case FormPart::As:
            return i;
        case FormPart::Arguments: {
            const bool hasMore = i + 1 < form.words.size() && form.words[i + 1].text != "]";
            return hasMore && isLast && current > passed ? i + 1 : i;
        }
        }
    }
    return Signature::none;
}

SignatureForm labelled(std::string_view keyword, const InstructionForm &form)
{
    SignatureForm result;
    result.label = keyword;
    for (const FormWord &word : form.words) {
        const bool isClosing = word.text == "]";
        result.label += isClosing ? "" : " ";
        result.parameters.push_back({result.label.size(), result.label.size() + word.text.size()});
        result.label += word.text;
    }
    result.about = {form.about, {}};
    return result;
}

bool fits(const CompletionPlace &place, const InstructionForm &form)
{
    if (place.isJson)
        return form.isJson;
    const auto isMark = [](std::string_view word) { return word.starts_with("<<"); };
    const bool isHeredoc = isMark(place.typed()) || std::ranges::any_of(place.words, isMark);
    if (form.isJson || form.isHeredoc != isHeredoc)
        return false;
    if (place.keyword == Keyword::Healthcheck && !place.words.empty())
        return (form.words.size() > 1) != equalsIgnoringCase(place.words.front(), "NONE");
    return true;
}

/// The keys that a mount of its type takes.
Signature mountSignature(const Syntax &syntax, const CompletionPlace &place)
{
    std::string type = "bind";
    std::string_view rest = place.typed();
    std::string key;
    while (true) {
        const std::string_view field = rest.substr(0, rest.find(','));
        key = lowered(field.substr(0, field.find('=')));
        if (key == "type" && field.size() > 5)
            type = lowered(field.substr(5));
        if (field.size() == rest.size())
            break;
        rest.remove_prefix(field.size() + 1);
    }
    if (!mountKeyNamed("type")
        || std::ranges::none_of(mountKeyNamed("type")->values,
                                [&](const WordChoice &known) { return known.word == type; }))
        type = "bind";
    // The key's letters right of the caret belong to it.
    const std::string_view after = syntax.text.bytes().substr(place.caret);
    const bool isKey = rest.find('=') == std::string_view::npos;
    if (isKey)
        key += lowered(after.substr(0, after.find_first_of("=, \t\r\n")));
    const MountKeyWords *active = mountKeyNamed(key);
    Signature signature;
    SignatureForm form;
    form.label = "--mount=";
    for (const MountKeyWords &known : mountKeys()) {
        if (!suits(known, type))
            continue;
        if (!form.parameters.empty())
            form.label += ',';
        if (active == &known) {
            signature.activeParameter = form.parameters.size();
            form.about = {known.about, {}};
        }
        const std::size_t begin = form.label.size();
        form.label += known.key;
        if (known.key == "type")
            form.label += "=" + type;
        else if (!known.isSwitch)
            form.label += "=…";
        form.parameters.push_back({begin, form.label.size()});
    }
    if (form.about.source.empty())
        form.about = {flagWords(Keyword::Run, "mount").about, {}};
    signature.forms.push_back(std::move(form));
    return signature;
}

} // namespace

std::optional<Signature> signatureAt(const Syntax &syntax, std::size_t offset)
{
    const CompletionPlace place = completionPlace(syntax, offset);
    const bool isBehindKeyword = place.kind == PlaceKind::FlagName || place.kind == PlaceKind::FlagValue
        || place.kind == PlaceKind::Arguments || (place.kind == PlaceKind::Nothing && place.isJson);
    if (!isBehindKeyword || !place.instruction || formsOf(place.keyword).empty())
        return {};
    if (place.kind == PlaceKind::FlagValue && place.keyword == Keyword::Run && place.flag == "mount")
        return mountSignature(syntax, place);
    Signature signature;
    const auto forms = formsOf(place.keyword);
    const auto active
        = std::ranges::find_if(forms, [&](const InstructionForm &form) { return fits(place, form); });
    const InstructionForm &chosen = active == forms.end() ? forms.front() : *active;
    for (const InstructionForm &form : forms)
        signature.forms.push_back(labelled(nameOf(place.keyword), form));
    signature.activeForm = static_cast<std::size_t>(&chosen - forms.data());
    signature.activeParameter = activeWord(syntax, place, chosen);
    return signature;
}

} // namespace drydock
