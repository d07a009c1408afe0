// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/proposal_list.h"

#include "model/exporting/printable.h"
#include "model/exporting/proposal_json.h"
#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock {
namespace {

using Json = nlohmann::ordered_json;

} // namespace

std::string refactoringsText(std::span<const ListedRefactoring> all, const SourceText *text)
{
    std::size_t width = 0;
    for (const ListedRefactoring &each : all)
        width = std::max(width, each.refactoring->id.size());
    std::string out;
    for (const ListedRefactoring &each : all) {
        const std::string_view id = each.refactoring->id;
        out += std::string(id) + std::string(width + 2 - id.size(), ' ');
        if (text) {
            const std::string_view verdict = nameOf(each.proposal.verdict());
            out += std::string(verdict) + std::string(9 - verdict.size(), ' ');
        }
        if (text && each.proposal.isBlocked()) {
            if (const std::size_t line = lineIn(*text, each.proposal.where))
                out += "line " + std::to_string(line) + ": ";
            out += printable(inEnglish(each.proposal.reason));
        } else {
            const bool isNamed = !each.proposal.name.source.empty();
            out += printable(inEnglish(isNamed ? each.proposal.name : each.refactoring->title));
        }
        out += "\n";
    }
    return out;
}

std::string refactoringsJson(std::span<const ListedRefactoring> all, const SourceText *text)
{
    Json list = Json::array();
    for (const ListedRefactoring &each : all) {
        Json item {{"name", each.refactoring->id},
                   {"title", inEnglish(each.refactoring->title)},
                   {"group", nameOf(each.refactoring->group)},
                   {"needsCaret", each.refactoring->needsCaret}};
        if (text) {
            const std::size_t line = lineIn(*text, each.proposal.where);
            item["verdict"] = nameOf(each.proposal.verdict());
            item["reason"] = withValidUtf8(inEnglish(each.proposal.reason));
            item["line"] = line == 0 ? Json() : Json(line);
        }
        list.push_back(std::move(item));
    }
    return list.dump() + "\n";
}

} // namespace drydock
