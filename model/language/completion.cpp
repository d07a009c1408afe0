// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/completion.h"

#include "model/language/completion_list.h"
#include "model/language/instruction_words.h"
#include "model/language/shell_names.h"
#include "model/language/variables.h"
#include "model/lint/registry.h"
#include "model/refactor/stage_paths.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>
#include <set>

namespace drydock {
namespace {

constexpr std::array<Keyword, 18> usualOrder {
    Keyword::From,    Keyword::Run,        Keyword::Copy,        Keyword::Workdir, Keyword::Env,
    Keyword::Arg,     Keyword::Cmd,        Keyword::Entrypoint,  Keyword::Expose,  Keyword::User,
    Keyword::Add,     Keyword::Label,      Keyword::Healthcheck, Keyword::Volume,  Keyword::Shell,
    Keyword::Onbuild, Keyword::Stopsignal, Keyword::Maintainer};

/// As the file writes them; as what is typed writes them if there is nothing else to go by.
bool writesLowerCase(const CompletionList &list)
{
    std::size_t lower = 0;
    std::size_t all = 0;
    for (const Instruction &instruction : list.syntax().instructions) {
        if (instruction.keyword == Keyword::Unknown)
            continue;
        const std::string_view word = list.syntax().textOf(instruction.keywordRange);
        lower += word == lowered(word) ? 1 : 0;
        ++all;
    }
    const std::string_view typed = list.typed();
    return all == 0 ? !typed.empty() && typed == lowered(typed) : 2 * lower > all;
}

void completeKeyword(CompletionList &list)
{
    const bool isLower = writesLowerCase(list);
    for (const Keyword keyword : usualOrder) {
        const bool isInner = list.place.isTrigger;
        if (isInner
            && (keyword == Keyword::From || keyword == Keyword::Onbuild || keyword == Keyword::Maintainer))
            continue;
        // Above the first FROM nothing but ARG and FROM may stand.
        const bool isAbove = !list.place.stage && !isInner;
        if (isAbove && keyword != Keyword::From && keyword != Keyword::Arg)
            continue;
        const std::string name = isLower ? lowered(nameOf(keyword)) : std::string(nameOf(keyword));
        static const std::set<Keyword> hasList {Keyword::From,       Keyword::Copy,  Keyword::Healthcheck,
                                                Keyword::Stopsignal, Keyword::Shell, Keyword::Onbuild};
        list.add(name, {aboutInstruction(keyword), {}}, CompletionKind::Instruction, name + " ",
                 hasList.contains(keyword));
    }
}

void completeDirective(CompletionList &list)
{
    const std::string_view text = list.place.before;
    const std::size_t name = skipSpace(text, list.place.word + 1);
    const std::size_t equals = text.find('=', name);
    if (equals == std::string_view::npos) {
        list.setWord(name);
        list.add("syntax", {QT_TRANSLATE_NOOP("language", "which version of the language is meant"), {}},
                 CompletionKind::Directive, "syntax=", true);
        list.add("escape", {QT_TRANSLATE_NOOP("language", "the character that continues lines"), {}},
                 CompletionKind::Directive, "escape=", true);
        list.add("check", {QT_TRANSLATE_NOOP("language", "which checks are left out, or stop the build"), {}},
                 CompletionKind::Directive, "check=", true);
        return;
    }
    const std::string directive = lowered(trimmed(text.substr(name, equals - name)));
    list.setWord(skipSpace(text, equals + 1));
    if (directive == "syntax") {
        list.add("docker/dockerfile:1", {QT_TRANSLATE_NOOP("language", "the newest stable version 1"), {}},
                 CompletionKind::Value);
        list.add("docker/dockerfile:1-labs",
                 {QT_TRANSLATE_NOOP("language", "with what is still on trial"), {}}, CompletionKind::Value);
    } else if (directive == "escape") {
        list.add("`", {QT_TRANSLATE_NOOP("language", "for Windows paths"), {}}, CompletionKind::Value);
        list.add("\\", {QT_TRANSLATE_NOOP("language", "what it is without the line"), {}},
                 CompletionKind::Value);
    } else if (directive == "check") {
        const std::size_t part = text.find_last_of("=;,");
        list.setWord(skipSpace(text, part + 1));
        if (part == equals || text[part] == ';') {
            for (const char *option : {"skip=", "error=", "experimental="})
                list.add(option, {}, CompletionKind::Value, option, true);
        } else if (text.substr(text.find_last_of("=;", part - 1) + 1, 5) == "error"
                   || text.substr(0, part).ends_with("error")) {
            list.add("true", {}, CompletionKind::Value);
            list.add("false", {}, CompletionKind::Value);
        } else {
            list.add("all", {}, CompletionKind::Value);
            for (const Rule &rule : rules())
                list.add(std::string(rule.id), {}, CompletionKind::Value);
        }
    }
}

/// Whether anything replaces variables where the caret stands, and who.
std::optional<VariableReader> readerAt(const CompletionPlace &place)
{
    if (place.kind == PlaceKind::Heredoc)
        return VariableReader::Build;
    if (place.kind == PlaceKind::FlagValue) {
        const bool isRead = place.flag == "platform" || place.flag == "chown" || place.flag == "chmod"
            || place.flag == "checksum" || place.flag == "mount";
        if (!isRead)
            return {};
        return place.keyword == Keyword::From ? VariableReader::From : VariableReader::Build;
    }
    if (place.kind != PlaceKind::Arguments)
        return {};
    switch (place.keyword) {
    case Keyword::From:
        return place.words.empty() ? std::optional(VariableReader::From) : std::nullopt;
    case Keyword::Arg:
        return place.stage || place.isTrigger ? VariableReader::Build : VariableReader::From;
    case Keyword::Cmd:
    case Keyword::Entrypoint:
    case Keyword::Healthcheck:
        return VariableReader::Container;
    case Keyword::Shell:
    case Keyword::Maintainer:
    case Keyword::Unknown:
        return {};
    default:
        return VariableReader::Build;
    }
}

std::string shortened(std::string text)
{
    constexpr std::size_t most = 60;
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

} // namespace

CompletionList::CompletionList(const CompletionRequest &asked, const CompletionPlace &at)
    : request(asked)
    , place(at)
    , m_word(at.word)
{ }

void CompletionList::add(std::string label, UserText detail, CompletionKind kind, std::string inserted,
                         bool goesOn)
{
    const std::optional<TextRange> range = place.rangeFrom(m_word);
    if (!range || label.empty())
        return;
    Completion completion {std::move(label), std::move(detail), *range, std::move(inserted), kind, goesOn};
    if (completion.inserted.empty())
        completion.inserted = completion.label;
    m_all.push_back(std::move(completion));
}

void CompletionList::addChoices(std::span<const WordChoice> choices, CompletionKind kind)
{
    for (const WordChoice &choice : choices)
        add(std::string(choice.word), {choice.about, {}}, kind);
}

std::vector<Completion> CompletionList::take()
{
    const std::string wanted = lowered(typed());
    std::vector<Completion> begins;
    std::vector<Completion> holds;
    std::set<std::string> seen;
    // What the rest of the word would repeat is replaced with it: `ca|che` becomes `cache`, not `cacheche`.
    const std::string_view bytes = syntax().text.bytes();
    std::size_t restEnd = place.caret;
    while (restEnd < bytes.size() && !isAsciiSpace(bytes[restEnd])
           && std::string_view(",=:\"'/$}").find(bytes[restEnd]) == std::string_view::npos)
        ++restEnd;
    const std::string_view rest = bytes.substr(place.caret, restEnd - place.caret);
    for (Completion &completion : m_all) {
        const std::string label = lowered(completion.label);
        const bool isBegin = label.starts_with(wanted);
        const bool isInside = wanted.size() > 1 && label.find(wanted) != std::string::npos;
        if ((!isBegin && !isInside) || !seen.insert(completion.label).second)
            continue;
        if (!rest.empty() && !wanted.empty() && trimmed(completion.label).ends_with(rest))
            completion.replaced.end = restEnd;
        (isBegin ? begins : holds).push_back(std::move(completion));
    }
    std::ranges::move(holds, std::back_inserter(begins));
    return begins;
}

bool completeVariables(CompletionList &list)
{
    const CompletionPlace &place = list.place;
    const std::string_view text = place.before;
    std::size_t name = text.size();
    while (name > 0 && isVariableNameByte(text[name - 1], false))
        --name;
    const bool isBraced = text.substr(0, name).ends_with("${");
    if (!isBraced && !text.substr(0, name).ends_with("$"))
        return false;
    const std::optional<VariableReader> reader = readerAt(place);
    if (!reader || !place.instruction)
        return true;
    list.setWord(name);
    const std::string_view after = list.syntax().text.bytes().substr(place.caret);
    const std::string closing = isBraced && !after.starts_with('}') ? "}" : "";
    const Variables variables(list.request.context);
    const References references(list.request.context);
    const auto visible = variables.visibleAt(place.instruction, *reader);
    std::optional<StagePaths> values;
    if (const StageIndex stage = list.syntax().at(place.instruction).stage;
        stage && *reader != VariableReader::From) {
        values.emplace(list.request.context, references, stage);
        for (std::size_t i = list.syntax().stages[stage.value].from.value + 1; i < place.instruction.value;
             ++i)
            values->pass(list.syntax().instructions[i]);
    }
    const Environment &globals = references.resolution().globals;
    for (const auto &[variable, index] : visible) {
        const VariableDeclaration &declaration = variables.declarations()[index];
        std::optional<std::string> value = values ? values->expanded("${" + variable + "}") : std::nullopt;
        if (const auto global = globals.find(variable); !values && global != globals.end())
            value = global->second;
        const std::string line = std::to_string(list.syntax().at(declaration.instruction).firstLine);
        UserText detail = value
            ? UserText {QT_TRANSLATE_NOOP("language", "%1 (line %2)"), {shortened(*value), line}}
            : UserText {QT_TRANSLATE_NOOP("language", "no value (line %1)"), {line}};
        list.add(variable, std::move(detail), CompletionKind::Variable, variable + closing);
    }
    if (*reader == VariableReader::From) {
        for (const std::string_view variable : platformVariables()) {
            const auto global = globals.find(variable);
            list.add(std::string(variable),
                     {QT_TRANSLATE_NOOP("language", "%1, from BuildKit"),
                      {global == globals.end() ? std::string() : global->second}},
                     CompletionKind::Variable, std::string(variable) + closing);
        }
    }
    return true;
}

std::vector<Completion> completionsAt(const CompletionRequest &request)
{
    const CompletionPlace place = completionPlace(request.context.syntax, request.offset);
    CompletionList list(request, place);
    const bool hasVariables = place.kind != PlaceKind::Nothing && place.kind != PlaceKind::Keyword
        && place.kind != PlaceKind::Directive;
    if (hasVariables && completeVariables(list))
        return list.take();
    switch (place.kind) {
    case PlaceKind::Nothing:
    case PlaceKind::Heredoc:
        break;
    case PlaceKind::Keyword:
        completeKeyword(list);
        break;
    case PlaceKind::Directive:
        completeDirective(list);
        break;
    case PlaceKind::FlagName:
        completeFlagNames(list);
        break;
    case PlaceKind::FlagValue:
        completeFlagValue(list);
        break;
    case PlaceKind::Arguments:
        completeArguments(list);
        break;
    }
    return list.take();
}

bool opensCompletion(char c)
{
    return isVariableNameByte(c, true) || std::string_view("-=,$/:{").find(c) != std::string_view::npos;
}

} // namespace drydock
