// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/proposal_text.h"

#include "model/base/byte_size.h"
#include "model/exporting/printable.h"

namespace drydock {
namespace {

std::string shown(const UserText &text)
{
    return printable(inEnglish(text));
}

/// "line 12: ", or nothing if it comes from no line.
std::string lineText(const Proposed &proposed, TextRange range)
{
    const std::size_t line = lineIn(proposed.text, range);
    return line == 0 ? std::string() : "line " + std::to_string(line) + ": ";
}

/// "Dockerfile:12: "
std::string placeText(const Proposed &proposed, std::string_view name, TextRange range)
{
    const std::size_t line = lineIn(proposed.text, range);
    return printable(name) + ":" + (line == 0 ? std::string() : std::to_string(line) + ":") + " ";
}

void addChoices(std::string &out, const Proposal &proposal)
{
    if (!proposal.choices.empty())
        out += "To choose, with --set:\n";
    for (const Choice &choice : proposal.choices) {
        out += "  " + choice.key + "=" + printable(choice.chosen) + "  " + shown(choice.title) + "\n";
        for (const Choice::Answer &answer : choice.answers) {
            out += "    " + printable(answer.value);
            if (!answer.about.source.empty())
                out += ": " + shown(answer.about);
            out += "\n";
        }
    }
}

void addParts(std::string &out, const Proposed &proposed)
{
    const std::vector<Part> &parts = proposed.proposal.parts;
    // One that cannot be left out is all of the change; the diff shows it.
    if (parts.size() < 2)
        return;
    out += "Parts; --without N leaves one out:\n";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += "  " + std::to_string(i + 1) + "  " + shown(parts[i].title);
        if (!proposed.taken.isTaken[i])
            out += " (left out)";
        else if (!parts[i].isOptional)
            out += " (always)";
        out += "\n";
    }
}

void addDifferences(std::string &out, const Proposed &proposed)
{
    if (!proposed.result)
        return;
    const std::vector<ContractDifference> &differences = proposed.result->differences;
    out += differences.empty() ? "Whoever runs the image notices nothing.\n"
                               : "What whoever runs the image will notice:\n";
    for (const ContractDifference &difference : differences)
        out += "  " + shown(difference.text) + "\n";
}

void addSizes(std::string &out, const Proposal &proposal)
{
    if (proposal.sizeBefore && proposal.sizeAfter)
        out += "Size: " + sizeText(*proposal.sizeBefore) + " before, " + sizeText(*proposal.sizeAfter)
            + " after\n";
    else if (proposal.sizeAfter)
        out += "Size: " + sizeText(*proposal.sizeAfter) + " after\n";
}

} // namespace

std::string sizeText(const SizeEstimate &size)
{
    const std::string least = byteSize(size.least);
    const std::string most = byteSize(size.most);
    std::string out = (size.isPartial ? "at least " : "") + least;
    if (!size.isPartial && least != most)
        out += " to " + most;
    switch (size.basis) {
    case SizeBasis::Measured:
        return out + " (measured)";
    case SizeBasis::Table:
        return out + " (as of " + size.date + ")";
    case SizeBasis::Guess:
        break;
    }
    return out + " (a guess)";
}

std::string proposalText(const Proposed &proposed)
{
    const Proposal &proposal = proposed.proposal;
    std::string out = shown(proposed.title()) + ": " + std::string(nameOf(proposal.verdict())) + "\n";
    if (proposal.isBlocked())
        out += "  " + lineText(proposed, proposal.where) + shown(proposal.reason) + "\n";
    else if (!proposal.explanation.source.empty())
        out += "  " + shown(proposal.explanation) + "\n";
    if (!proposal.assumptions.empty())
        out += "It assumes:\n";
    for (const Assumption &assumption : proposal.assumptions)
        out += "  " + lineText(proposed, assumption.range) + shown(assumption.text) + "\n";
    addChoices(out, proposal);
    addParts(out, proposed);
    addDifferences(out, proposed);
    addSizes(out, proposal);
    return out;
}

std::vector<std::string> assumptionTexts(const Proposed &proposed, std::string_view name)
{
    std::vector<std::string> texts;
    for (const Assumption &assumption : proposed.proposal.assumptions)
        texts.push_back(placeText(proposed, name, assumption.range)
                        + "it is assumed: " + shown(assumption.text));
    return texts;
}

std::string refusalText(const Proposed &proposed, std::string_view name)
{
    return placeText(proposed, name, proposed.proposal.where) + shown(proposed.proposal.reason);
}

std::string readableDiff(std::string_view diff)
{
    std::string out;
    while (!diff.empty()) {
        const std::size_t end = diff.find('\n');
        std::string_view line = diff.substr(0, end);
        diff.remove_prefix(end == std::string_view::npos ? diff.size() : end + 1);
        // A file's line ends are no news.
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
            out += printable(line.substr(0, tab)) + "\t";
            line.remove_prefix(tab + 1);
        }
        out += printable(line) + "\n";
    }
    return out;
}

} // namespace drydock
