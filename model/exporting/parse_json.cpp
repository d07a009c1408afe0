// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/parse_json.h"

#include "model/graph/resolution.h"
#include "model/syntax/characters.h"
#include "model/syntax/mount_options.h"
#include "model/syntax/values.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock {
namespace {

using Json = nlohmann::ordered_json;

std::string utf8(std::string_view text)
{
    return withValidUtf8(text);
}

Json strings(const std::vector<std::string> &values)
{
    Json list = Json::array();
    for (const std::string &value : values)
        list.push_back(utf8(value));
    return list;
}

Json locations(const Problem &problem)
{
    Json list = Json::array();
    for (const LineSpan &span : problem.lines)
        list.push_back({span.first, span.last});
    return list;
}

const Problem *firstOf(const Analysis &analysis, Phase phase)
{
    const auto found = std::ranges::find(analysis.problems, phase, &Problem::phase);
    return found == analysis.problems.end() ? nullptr : &*found;
}

Json instructionJson(const Syntax &syntax, const Instruction &instruction)
{
    Json result;
    result["cmd"] = utf8(syntax.joined(instruction, instruction.keywordRange));
    result["start"] = instruction.firstLine;
    result["end"] = instruction.lastLine;
    if (!instruction.flags.isEmpty())
        result["flags"] = strings(flagValues(syntax, instruction));
    result["args"] = strings(argumentValues(syntax, instruction));
    if (instruction.isJson)
        result["json"] = true;
    for (const Heredoc &heredoc : syntax.heredocsOf(instruction)) {
        Json item;
        item["name"] = utf8(heredoc.name);
        item["expand"] = heredoc.expand;
        item["chomp"] = heredoc.chomp;
        item["fd"] = heredoc.fd;
        item["content"] = utf8(syntax.textOf(heredoc.body));
        result["heredocs"].push_back(std::move(item));
    }
    if (const auto comments = docCommentValues(syntax, instruction); !comments.empty())
        result["prevComment"] = strings(comments);
    return result;
}

/// The stage's description: `# name text` above its FROM.
std::string descriptionOf(const Syntax &syntax, const Instruction &from, const std::string &name)
{
    for (const std::string &comment : docCommentValues(syntax, from)) {
        if (!name.empty() && comment.starts_with(name + " "))
            return comment.substr(name.size() + 1);
    }
    return {};
}

Json edgesJson(const Syntax &syntax, const Stage &stage)
{
    Json edges = Json::array();
    const auto add
        = [&edges](const Instruction &instruction, std::string_view kind, const std::string &from) {
              Json edge;
              edge["line"] = instruction.firstLine;
              edge["kind"] = kind;
              edge["from"] = utf8(from);
              edges.push_back(std::move(edge));
          };
    for (std::size_t i = stage.from.value + 1; i <= stage.last.value; ++i) {
        const Instruction &instruction = syntax.instructions[i];
        for (const Flag &flag : syntax.flagsOf(instruction)) {
            const std::string name = syntax.joined(instruction, flag.name);
            if (instruction.keyword == Keyword::Copy && name == "--from") {
                if (const std::string value = syntax.valueOf(instruction, flag); !value.empty())
                    add(instruction, "copy", value);
            } else if (instruction.keyword == Keyword::Run && name == "--mount") {
                const auto options = flagOptions(syntax, instruction, flag);
                if (const FlagOption *from = findOption(options, {"from"}); from && !from->value.empty())
                    add(instruction, "mount", from->value);
            }
        }
    }
    return edges;
}

Json stageJson(const Syntax &syntax, const Stage &stage)
{
    const Instruction &from = syntax.at(stage.from);
    const Instruction &last = syntax.at(stage.last);
    Json result;
    const std::string name = lowered(syntax.joined(from, stage.name));
    result["name"] = utf8(name);
    result["base"] = utf8(syntax.joined(from, stage.image));
    if (const Flag *platform = syntax.flagNamed(from, "--platform")) {
        if (const std::string value = syntax.valueOf(from, *platform); !value.empty())
            result["platform"] = utf8(value);
    }
    if (const std::string description = descriptionOf(syntax, from, name); !description.empty())
        result["doc"] = utf8(description);
    result["start"] = from.firstLine;
    result["end"] = last.lastLine;
    result["fromEnd"] = from.lastLine;
    result["commands"] = stage.last.value - stage.from.value;
    if (Json edges = edgesJson(syntax, stage); !edges.empty())
        result["edges"] = std::move(edges);
    return result;
}

Json metaArguments(const Syntax &syntax)
{
    Json list = Json::array();
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.stage)
            break;
        for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
            Json item;
            item["key"] = utf8(wordValue(syntax, instruction, *pair.key));
            item["value"] = pair.value ? Json(utf8(wordValue(syntax, instruction, *pair.value))) : Json();
            item["line"] = instruction.firstLine;
            list.push_back(std::move(item));
        }
    }
    return list;
}

} // namespace

std::string parseJson(const Analysis &analysis, std::string_view fileName)
{
    const Syntax &syntax = analysis.syntax;
    const Problem *const parseProblem = firstOf(analysis, Phase::Parse);
    const Problem *const instructionProblem = parseProblem ? nullptr : firstOf(analysis, Phase::Instruction);
    const Problem *const buildProblem = parseProblem ? nullptr
        : instructionProblem                         ? instructionProblem
                                                     : firstOf(analysis, Phase::Build);
    Json result;
    result["file"] = utf8(fileName);
    result["bytes"] = syntax.text.size();
    result["lines"] = syntax.text.lineCount() - 1; // Line ends, as wc counts
    result["parseOk"] = parseProblem == nullptr;
    if (parseProblem) {
        result["parseErr"] = utf8(parseProblem->message);
        result["parseErrLoc"] = locations(*parseProblem);
    }
    result["escape"] = parseProblem ? "" : std::string(1, syntax.escape);
    for (const Directive &directive : syntax.directives)
        result["directives"].push_back({lowered(syntax.textOf(directive.name)),
                                        utf8(syntax.textOf(directive.value)),
                                        std::to_string(directive.line)});
    result["instructions"] = Json::array();
    if (!parseProblem) {
        for (const Instruction &instruction : syntax.instructions) {
            result["instructions"].push_back(instructionJson(syntax, instruction));
            if (!instruction.hasEmptyContinuation)
                continue;
            Json warning;
            warning["short"]
                = "Empty continuation line found in: " + utf8(syntax.joined(instruction, instruction.lines));
            warning["line"] = instruction.lastLogicalLine;
            result["warnings"].push_back(std::move(warning));
        }
    }
    result["instrOk"] = !parseProblem && !instructionProblem;
    if (instructionProblem) {
        result["instrErr"] = utf8(instructionProblem->message);
        result["instrErrLoc"] = locations(*instructionProblem);
    }
    result["stages"] = Json::array();
    if (!parseProblem && !instructionProblem) {
        if (Json arguments = metaArguments(syntax); !arguments.empty())
            result["metaArgs"] = std::move(arguments);
        for (const Stage &stage : syntax.stages)
            result["stages"].push_back(stageJson(syntax, stage));
    }
    if (buildProblem) {
        result["buildErr"] = utf8(buildProblem->message);
        result["buildErrLoc"] = locations(*buildProblem);
    }
    return result.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace drydock
