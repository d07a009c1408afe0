// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/completion_list.h"
#include "model/refactor/references.h"
#include "model/syntax/characters.h"
#include "model/syntax/flag_check.h"
#include "model/syntax/mount_options.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// The fields of a `--mount` left of the caret; the last is the one being typed.
struct MountFields {
    std::vector<std::string> keys; ///< In lower case, complete ones.
    std::string type = "bind";
    std::string from;
    std::string key; ///< Of the field being typed, if it has a `=`.
    std::size_t word = 0; ///< Where what is typed begins.
    bool hasValue = false;
};

MountFields mountFields(const CompletionPlace &place)
{
    MountFields fields;
    const std::string_view text = place.before;
    std::size_t at = place.word;
    while (true) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string_view field = text.substr(at, comma - at);
        const std::size_t equals = field.find('=');
        const std::string key = lowered(field.substr(0, equals));
        if (comma == text.size()) {
            fields.hasValue = equals != std::string_view::npos;
            fields.key = fields.hasValue ? key : "";
            fields.word = fields.hasValue ? at + equals + 1 : at;
            return fields;
        }
        const MountKeyWords *known = mountKeyNamed(key);
        fields.keys.emplace_back(known ? known->key : std::string_view(key));
        if (equals != std::string_view::npos && key == "type")
            fields.type = lowered(field.substr(equals + 1));
        if (equals != std::string_view::npos && key == "from")
            fields.from = std::string(field.substr(equals + 1));
        at = comma + 1;
    }
}

/// What the same key is given elsewhere in the file: ids of caches and secrets are used again and again.
void completeUsedValues(CompletionList &list, std::string_view key)
{
    const Syntax &syntax = list.syntax();
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        const Instruction &instruction = syntax.instructions[i];
        if (instruction.keyword != Keyword::Run || InstructionIndex {i} == list.place.instruction)
            continue;
        for (const Flag &flag : syntax.flagsOf(instruction)) {
            for (const FlagOption &option : flagOptions(syntax, instruction, flag)) {
                const MountKeyWords *known = mountKeyNamed(option.key);
                if (known && known->key == key && !option.value.empty())
                    list.add(option.value,
                             {QT_TRANSLATE_NOOP("language", "as in line %1"),
                              {std::to_string(instruction.firstLine)}},
                             CompletionKind::Value);
            }
        }
    }
}

void completeMount(CompletionList &list)
{
    const MountFields fields = mountFields(list.place);
    list.setWord(fields.word);
    if (!fields.hasValue) {
        for (const MountKeyWords &key : mountKeys()) {
            const bool isGiven = std::ranges::find(fields.keys, key.key) != fields.keys.end();
            // BuildKit reads from left to right: the type comes first or counts as bind.
            if (isGiven || !suits(key, fields.type) || (key.key == "type" && !fields.keys.empty()))
                continue;
            const std::string name(key.key);
            list.add(name, {key.about, {}}, CompletionKind::MountKey, key.isSwitch ? name : name + "=",
                     !key.isSwitch);
        }
        return;
    }
    const MountKeyWords *key = mountKeyNamed(fields.key);
    if (!key)
        return;
    if (key->key == "from") {
        completeStages(list, false);
        completeImages(list);
    } else if (key->key == "source" && fields.type == "bind") {
        if (fields.from.empty())
            completeContextPaths(list);
        else
            completePathsOf(list, fields.from);
    } else if (key->key == "target" && fields.type != "cache") {
        completeOwnPaths(list);
    } else {
        if (key->key != "type")
            completeUsedValues(list, key->key);
        list.addChoices(key->values);
    }
}

/// The users that the file speaks of.
void completeOwners(CompletionList &list)
{
    const Syntax &syntax = list.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        const UserText detail {QT_TRANSLATE_NOOP("language", "as in line %1"),
                               {std::to_string(instruction.firstLine)}};
        if (const Flag *owner = syntax.flagNamed(instruction, "--chown");
            owner && !owner->range.touches(list.place.caret))
            list.add(syntax.valueOf(instruction, *owner), detail, CompletionKind::Value);
        const auto words = syntax.wordsOf(instruction);
        if (instruction.keyword == Keyword::User && !words.empty())
            list.add(wordValue(syntax, instruction, words.front()), detail, CompletionKind::Value);
    }
}

} // namespace

void completeFlagNames(CompletionList &list)
{
    for (const KnownFlag &flag : flagsKnownTo(list.place.keyword)) {
        const bool isGiven = std::ranges::find(list.place.flags, flag.name) != list.place.flags.end();
        if (isGiven && flag.type != FlagType::Texts)
            continue;
        const std::string name = "--" + std::string(flag.name);
        const FlagWords words = flagWords(list.place.keyword, flag.name);
        const bool hasValue = flag.type != FlagType::Boolean;
        list.add(name, {words.about, {}}, CompletionKind::Flag, hasValue ? name + "=" : name, hasValue);
    }
}

void completeFlagValue(CompletionList &list)
{
    const CompletionPlace &place = list.place;
    if (place.keyword == Keyword::Run && place.flag == "mount") {
        completeMount(list);
        return;
    }
    if (place.keyword == Keyword::Copy && place.flag == "from") {
        completeStages(list, false);
        completeImages(list);
        return;
    }
    if (place.flag == "chown")
        completeOwners(list);
    if (place.flag == "exclude")
        completeContextPaths(list);
    list.addChoices(flagWords(place.keyword, place.flag).values);
}

} // namespace drydock
