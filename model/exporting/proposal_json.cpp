// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/proposal_json.h"

#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

namespace drydock {
namespace {

using Json = nlohmann::ordered_json;

std::string shown(const UserText &text)
{
    return withValidUtf8(inEnglish(text));
}

Json lineJson(const Proposed &proposed, TextRange range)
{
    const std::size_t line = lineIn(proposed.text, range);
    return line == 0 ? Json() : Json(line);
}

Json assumptionsJson(const Proposed &proposed)
{
    Json all = Json::array();
    for (const Assumption &assumption : proposed.proposal.assumptions)
        all.push_back({{"text", shown(assumption.text)}, {"line", lineJson(proposed, assumption.range)}});
    return all;
}

Json choicesJson(const Proposal &proposal)
{
    Json all = Json::array();
    for (const Choice &choice : proposal.choices) {
        Json answers = Json::array();
        for (const Choice::Answer &answer : choice.answers)
            answers.push_back({{"value", withValidUtf8(answer.value)}, {"about", shown(answer.about)}});
        all.push_back({{"key", choice.key},
                       {"title", shown(choice.title)},
                       {"chosen", withValidUtf8(choice.chosen)},
                       {"answers", std::move(answers)},
                       {"open", choice.isOpen || choice.answers.empty()}});
    }
    return all;
}

Json partsJson(const Proposed &proposed)
{
    Json all = Json::array();
    for (std::size_t i = 0; i < proposed.proposal.parts.size(); ++i) {
        const Part &part = proposed.proposal.parts[i];
        Json edits = Json::array();
        for (const TextEdit &edit : part.edits)
            edits.push_back({{"startByte", edit.range.begin},
                             {"endByte", edit.range.end},
                             {"text", withValidUtf8(edit.replacement)}});
        Json needs = Json::array();
        for (const std::size_t needed : part.needs)
            needs.push_back(needed + 1);
        all.push_back({{"number", i + 1},
                       {"title", shown(part.title)},
                       {"optional", part.isOptional},
                       {"taken", static_cast<bool>(proposed.taken.isTaken[i])},
                       {"needs", std::move(needs)},
                       {"edits", std::move(edits)}});
    }
    return all;
}

std::string_view nameOf(StartForm form)
{
    switch (form) {
    case StartForm::None:
        break;
    case StartForm::Exec:
        return "exec";
    case StartForm::Shell:
        return "shell";
    }
    return "none";
}

std::string_view nameOf(ContractPart part)
{
    switch (part) {
    case ContractPart::Program:
        return "program";
    case ContractPart::Variables:
        return "environment";
    case ContractPart::WorkingDirectory:
        return "workingDirectory";
    case ContractPart::User:
        return "user";
    case ContractPart::Ports:
        return "ports";
    case ContractPart::Volumes:
        return "volumes";
    case ContractPart::StopSignal:
        return "stopSignal";
    case ContractPart::Healthcheck:
        return "healthcheck";
    case ContractPart::Labels:
        return "labels";
    case ContractPart::Triggers:
        break;
    }
    return "triggers";
}

template <typename Words>
Json wordsJson(const Words &words)
{
    Json all = Json::array();
    for (const std::string &word : words)
        all.push_back(withValidUtf8(word));
    return all;
}

Json pairsJson(const std::map<std::string, std::string> &pairs)
{
    Json all = Json::object();
    for (const auto &[name, value] : pairs)
        all[withValidUtf8(name)] = withValidUtf8(value);
    return all;
}

Json contractJson(const RuntimeContract &contract)
{
    Json open = Json::array();
    for (const ContractPart part : contract.open)
        open.push_back(nameOf(part));
    return {{"entrypoint", wordsJson(contract.entrypoint)},
            {"command", wordsJson(contract.command)},
            {"argv", wordsJson(contract.argv)},
            {"form", nameOf(contract.form)},
            {"environment", pairsJson(contract.environment)},
            {"workingDirectory", withValidUtf8(contract.workingDirectory)},
            {"user", withValidUtf8(contract.user)},
            {"ports", wordsJson(contract.ports)},
            {"volumes", wordsJson(contract.volumes)},
            {"stopSignal", withValidUtf8(contract.stopSignal)},
            {"healthcheck", wordsJson(contract.healthcheck)},
            {"labels", pairsJson(contract.labels)},
            {"triggers", wordsJson(contract.triggers)},
            {"needsShell", contract.needsShell},
            {"baseKnown", contract.isBaseKnown},
            {"baseDate", contract.baseDate},
            {"fromBase", wordsJson(contract.fromBase)},
            {"open", std::move(open)}};
}

Json differencesJson(const Proposed &proposed)
{
    Json all = Json::array();
    if (!proposed.result)
        return all;
    for (const ContractDifference &difference : proposed.result->differences)
        all.push_back({{"part", nameOf(difference.part)},
                       {"key", withValidUtf8(difference.key)},
                       {"text", shown(difference.text)}});
    return all;
}

Json sizeJson(const std::optional<SizeEstimate> &size)
{
    if (!size)
        return {};
    return {{"least", size->least},
            {"most", size->most},
            {"basis", nameOf(size->basis)},
            {"date", size->date},
            {"partial", size->isPartial}};
}

} // namespace

std::size_t lineIn(const SourceText &text, TextRange range)
{
    return range.isEmpty() || range.end > text.size() ? 0 : text.positionOf(range.begin).line + 1;
}

const UserText &Proposed::title() const
{
    return proposal.name.source.empty() ? refactoring.title : proposal.name;
}

std::string_view nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Safe:
        return "safe";
    case Verdict::Assumes:
        return "assumes";
    case Verdict::Blocked:
        return "blocked";
    }
    return {};
}

std::string_view nameOf(SizeBasis basis)
{
    switch (basis) {
    case SizeBasis::Measured:
        return "measured";
    case SizeBasis::Table:
        return "table";
    case SizeBasis::Guess:
        return "guess";
    }
    return {};
}

std::string_view nameOf(RefactoringGroup group)
{
    switch (group) {
    case RefactoringGroup::Image:
        return "image";
    case RefactoringGroup::Cache:
        return "cache";
    case RefactoringGroup::Stages:
        return "stages";
    case RefactoringGroup::Instructions:
        return "instructions";
    case RefactoringGroup::Security:
        return "security";
    case RefactoringGroup::Runtime:
        return "runtime";
    }
    return {};
}

std::string proposalJson(const Proposed &proposed)
{
    const Proposal &proposal = proposed.proposal;
    Json json {{"verdict", nameOf(proposal.verdict())},
               {"reason", shown(proposal.reason)},
               {"line", lineJson(proposed, proposal.where)},
               {"assumptions", assumptionsJson(proposed)}};
    json["contractBefore"] = proposed.result ? contractJson(proposed.result->before) : Json();
    json["contractAfter"] = proposed.result ? contractJson(proposed.result->after) : Json();
    json["text"] = withValidUtf8(proposed.newText());
    json["name"] = proposed.refactoring.id;
    json["title"] = shown(proposed.title());
    json["explanation"] = shown(proposal.explanation);
    json["choices"] = choicesJson(proposal);
    json["parts"] = partsJson(proposed);
    json["differences"] = differencesJson(proposed);
    json["sizeBefore"] = sizeJson(proposal.sizeBefore);
    json["sizeAfter"] = sizeJson(proposal.sizeAfter);
    Json files = Json::object();
    for (const auto &[path, bytes] : proposal.files)
        files[withValidUtf8(path)] = withValidUtf8(bytes);
    json["files"] = std::move(files);
    return json.dump() + "\n";
}

} // namespace drydock
