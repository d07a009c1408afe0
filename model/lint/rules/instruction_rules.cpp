// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/fixes.h"
#include "model/lint/rules/instruction_fixes.h"
#include "model/lint/rules/rules.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace drydock {
namespace {

std::string keywordText(const Syntax &syntax, const Instruction &instruction)
{
    return syntax.joined(instruction, instruction.keywordRange);
}

std::string legacyMessage(const std::string &keyword)
{
    return "\"" + keyword + " key=value\" should be used instead of legacy \"" + keyword
        + " key value\" format";
}

/// `word` stands in `text` between underscores or the ends.
bool hasPart(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == '_';
        const bool ends = at + word.size() == text.size() || text[at + word.size()] == '_';
        if (begins && ends)
            return true;
    }
    return false;
}

template <std::size_t N>
bool hasAnyPart(std::string_view text, const std::array<std::string_view, N> &words)
{
    for (const std::string_view word : words) {
        if (hasPart(text, word))
            return true;
    }
    return false;
}

bool looksSecret(std::string_view name)
{
    static constexpr std::array<std::string_view, 10> secret {
        "apikey",   "auth",  "credential", "credentials", "key",
        "password", "pword", "passwd",     "secret",      "token"};
    static constexpr std::array<std::string_view, 3> harmless {"public", "file", "version"};
    const std::string lower = lowered(name);
    return hasAnyPart(lower, secret) && !hasAnyPart(lower, harmless);
}

} // namespace

/// A blank line inside of a continued instruction, which later BuildKits will take for its end.
void checkNoEmptyContinuation(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        if (!instruction.hasEmptyContinuation)
            continue;
        // BuildKit points at the last line alone.
        report({&instruction,
                instruction.keywordRange,
                {"Empty continuation line", {}},
                withoutEmptyLines(syntax, instruction),
                {},
                0,
                LineSpan {instruction.lastLogicalLine, instruction.lastLogicalLine}});
    }
}

void checkMaintainerDeprecated(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.keyword == Keyword::Maintainer)
            report(instruction, instruction.keywordRange,
                   "Maintainer instruction is deprecated in favor of using label",
                   asLabel(syntax, instruction));
    }
}

/// All keywords of a file in one case, whichever most of them have; capitals if it is a draw.
void checkConsistentInstructionCasing(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    std::size_t lower = 0;
    std::size_t upper = 0;
    for (const Instruction &instruction : syntax.instructions) {
        const std::string keyword = keywordText(syntax, instruction);
        if (instruction.stage && keyword == lowered(keyword))
            ++lower;
        else if (instruction.stage && keyword == uppered(keyword))
            ++upper;
    }
    const bool isLower = lower > upper;
    for (const Instruction &instruction : syntax.instructions) {
        const std::string keyword = keywordText(syntax, instruction);
        if (instruction.stage && keyword != (isLower ? lowered(keyword) : uppered(keyword)))
            report(instruction, instruction.keywordRange,
                   "Command '" + keyword + "' should match the case of the command majority ("
                       + (isLower ? "lowercase" : "uppercase") + ")",
                   recased(syntax, instruction, isLower));
    }
}

/// `ENV name value` takes the whole rest of the line, which surprises.
void checkLegacyKeyValueFormat(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        if (!instruction.isLegacyKeyValue || !instruction.stage)
            continue;
        const std::string keyword = keywordText(syntax, instruction);
        report(instruction, instruction.arguments, legacyMessage(keyword), asKeyValue(syntax, instruction));
    }
}

/// Both stay readable in the image's history or configuration.
void checkSecretsUsedInArgOrEnv(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        const bool mayHold = instruction.keyword == Keyword::Env || instruction.keyword == Keyword::Arg;
        if (!instruction.stage || !mayHold)
            continue;
        for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
            const std::string key = wordValue(syntax, instruction, *pair.key);
            if (looksSecret(key))
                report(instruction, pair.key->range,
                       "Do not use ARG or ENV instructions for sensitive data ("
                           + std::string(nameOf(instruction.keyword)) + " " + quoted(key) + ")");
        }
    }
}

/// The shell form runs the program under a shell, which swallows signals. Whoever sets SHELL knows that.
void checkJsonArgsRecommended(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    std::map<std::string, bool> stageHasShell;
    for (std::size_t i = 0; i < syntax.stages.size(); ++i) {
        const Stage &stage = syntax.stages[i];
        const Instruction &from = syntax.at(stage.from);
        const auto parent = stageHasShell.find(syntax.joined(from, stage.image));
        bool isSet = parent != stageHasShell.end() && parent->second;
        for (std::size_t k = stage.from.value + 1; k <= stage.last.value; ++k) {
            const Instruction &instruction = syntax.instructions[k];
            isSet = isSet || instruction.keyword == Keyword::Shell;
            const bool runs
                = instruction.keyword == Keyword::Cmd || instruction.keyword == Keyword::Entrypoint;
            if (runs && !instruction.isJson && !isSet)
                report(instruction, instruction.range,
                       "JSON arguments recommended for " + keywordText(syntax, instruction)
                           + " to prevent unintended behavior related to OS signals",
                       asJsonArray(syntax, instruction));
        }
        if (!stage.name.isEmpty())
            stageHasShell[lowered(syntax.joined(from, stage.name))] = isSet;
    }
}

/// Only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage count.
void checkMultipleInstructions(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Stage &stage : syntax.stages) {
        std::map<Keyword, const Instruction *> earlier;
        for (std::size_t k = stage.from.value + 1; k <= stage.last.value; ++k) {
            const Instruction &instruction = syntax.instructions[k];
            const Keyword keyword = instruction.keyword;
            if (keyword != Keyword::Cmd && keyword != Keyword::Entrypoint && keyword != Keyword::Healthcheck)
                continue;
            const Instruction *&before = earlier[keyword];
            if (before)
                report(
                    *before, before->range,
                    "Multiple " + keywordText(syntax, instruction)
                        + " instructions should not be used in the same stage because only the last one "
                          "will be used",
                    removingInstruction({QT_TRANSLATE_NOOP("lint", "Delete this one"), {}}, syntax, *before));
            before = &instruction;
        }
    }
}

void checkExposeProtoCasing(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.keyword != Keyword::Expose)
            continue;
        for (const Word &word : syntax.wordsOf(instruction)) {
            const std::string port = wordValue(syntax, instruction, word);
            const std::size_t slash = port.find('/');
            if (slash != std::string::npos && port.find('$') == std::string::npos
                && port.substr(slash) != lowered(port.substr(slash)))
                report(instruction, word.range,
                       "Defined protocol '" + port + "' in EXPOSE instruction should be lowercase",
                       replacing({QT_TRANSLATE_NOOP("lint", "Write “%1”"), {lowered(port)}}, word.range,
                                 lowered(port)));
        }
    }
}

void checkExposeInvalidFormat(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.keyword != Keyword::Expose)
            continue;
        for (const Word &word : syntax.wordsOf(instruction)) {
            const std::string port = wordValue(syntax, instruction, word);
            if (port.find(':') != std::string::npos && port.find('$') == std::string::npos)
                report(
                    instruction, word.range,
                    "EXPOSE instruction should not define an IP address or host-port mapping, found '" + port
                        + "'",
                    replacing({QT_TRANSLATE_NOOP("lint", "Write “%1”"), {port.substr(port.rfind(':') + 1)}},
                              word.range, port.substr(port.rfind(':') + 1)));
        }
    }
}

} // namespace drydock
