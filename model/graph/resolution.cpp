// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/resolution.h"

#include "model/shell/variable_name.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <charconv>

namespace drydock {
namespace {

/// The ARGs that BuildKit defines by itself, for one platform on both sides.
Environment automaticArguments(const Syntax &syntax, const BuildOptions &options)
{
    std::string target = options.target;
    if (target.empty() && !syntax.stages.empty()) {
        const Stage &last = syntax.stages.back();
        target = lowered(syntax.joined(syntax.at(last.from), last.name));
    }
    const std::string &platform = options.platform;
    const std::size_t first = std::min(platform.find('/'), platform.size());
    const std::size_t second = std::min(platform.find('/', first + 1), platform.size());
    const std::string os = platform.substr(0, first);
    const std::string arch = first < platform.size() ? platform.substr(first + 1, second - first - 1) : "";
    const std::string variant = second < platform.size() ? platform.substr(second + 1) : "";
    Environment result;
    for (const std::string side : {"BUILD", "TARGET"}) {
        result[side + "PLATFORM"] = platform;
        result[side + "OS"] = os;
        result[side + "OSVERSION"] = "";
        result[side + "ARCH"] = arch;
        result[side + "VARIANT"] = variant;
    }
    result["TARGETSTAGE"] = target.empty() ? "default" : target;
    for (auto &[name, value] : result) {
        if (const auto given = options.buildArgs.find(name); given != options.buildArgs.end())
            value = given->second;
    }
    return result;
}

/// Whether a variable that is not set is used without a default of its own.
bool hangsOnUnset(std::string_view word, const std::set<std::string> &unset)
{
    for (const std::string &name : unset) {
        for (std::size_t at = word.find(name); at != std::string_view::npos; at = word.find(name, at + 1)) {
            const std::string_view before = word.substr(0, at);
            const std::string_view after = word.substr(at + name.size());
            const auto isNamePart = [](char c) { return isVariableNameByte(c, false); };
            const bool isBare = before.ends_with('$') && (after.empty() || !isNamePart(after.front()));
            const bool isBraced = before.ends_with("${") && !after.empty() && after.front() != '-'
                && after.substr(0, 2) != ":-" && !isNamePart(after.front());
            if (isBare || isBraced)
                return true;
        }
    }
    return false;
}

} // namespace

bool parseStageNumber(std::string_view text, long long &number)
{
    if (text.size() > 1 && text[0] == '+' && text[1] != '-')
        text.remove_prefix(1);
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    return status == std::errc() && end == text.data() + text.size() && !text.empty();
}

StageIndex Resolution::stageNamed(std::string_view name) const
{
    const auto found = names.find(lowered(name));
    return found == names.end() ? StageIndex {} : found->second;
}

Resolution resolve(const Syntax &syntax, const BuildOptions &options)
{
    Resolution result;
    result.globals = automaticArguments(syntax, options);
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        const Instruction &instruction = syntax.instructions[i];
        if (instruction.stage)
            break;
        if (instruction.keyword != Keyword::Arg)
            continue;
        for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
            const std::string key = wordValue(syntax, instruction, *pair.key);
            result.declared.insert(key);
            const auto given = options.buildArgs.find(key);
            if (given != options.buildArgs.end()) {
                result.globals[key] = given->second;
            } else if (pair.value) {
                ExpandedWord value
                    = expandWord(wordValue(syntax, instruction, *pair.value), result.globals, syntax.escape);
                if (!value.isFine() && result.globalError.empty()) {
                    result.globalError = value.error;
                    result.globalErrorAt = {i};
                }
                result.globals[key] = std::move(value.text);
            }
        }
    }
    result.bases.reserve(syntax.stages.size());
    for (std::size_t i = 0; i < syntax.stages.size(); ++i) {
        const Stage &stage = syntax.stages[i];
        const Instruction &from = syntax.at(stage.from);
        ResolvedBase base;
        base.written = syntax.joined(from, stage.image);
        base.image = expandWord(base.written, result.globals, syntax.escape);
        base.isKnown = base.image.isFine() && !hangsOnUnset(base.written, base.image.unmatched);
        base.name = syntax.joined(from, stage.name);
        if (const Flag *platform = syntax.flagNamed(from, "--platform"))
            base.platform = syntax.valueOf(from, *platform);
        // FROM sees the stages above it, exactly as spelled, against their lower-cased names.
        if (const auto found = result.names.find(base.image.text);
            found != result.names.end() && base.image.isFine())
            base.parent = found->second;
        if (!base.name.empty())
            result.names[lowered(base.name)] = {i};
        result.bases.push_back(std::move(base));
    }
    return result;
}

} // namespace drydock
