// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/sarif.h"

#include "model/lint/registry.h"
#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock {
namespace {

using Json = nlohmann::ordered_json;

std::string_view levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return "note";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return "none";
}

/// A path as a URI reference (RFC 3986): what is not unreserved is escaped byte by byte.
std::string uriOf(std::string_view path)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        const bool isPlain = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
            || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (isPlain) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return uri;
}

/// From 1, in characters of UTF-8.
std::size_t columnOf(const SourceText &text, std::size_t offset)
{
    const std::string_view before = text.slice({text.lineStart(text.lineAt(offset)), offset});
    return 1 + static_cast<std::size_t>(std::ranges::count_if(before, [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
           }));
}

Json regionOf(const Analysis &analysis, TextRange range)
{
    const SourceText &text = analysis.text();
    return {{"startLine", text.lineAt(range.begin) + 1},
            {"startColumn", columnOf(text, range.begin)},
            {"endLine", text.lineAt(range.end) + 1},
            {"endColumn", columnOf(text, range.end)},
            {"byteOffset", range.begin},
            {"byteLength", range.size()}};
}

Json replacementsOf(const Analysis &analysis, const Fix &fix)
{
    Json replacements = Json::array();
    for (const TextEdit &edit : fix.edits)
        replacements.push_back({{"deletedRegion", regionOf(analysis, edit.range)},
                                {"insertedContent", {{"text", withValidUtf8(edit.replacement)}}}});
    return replacements;
}

} // namespace

const std::string_view sarifTail = "\n]}]}\n";

std::string sarifHead(std::string_view version)
{
    Json all = Json::array();
    for (const Rule &rule : rules())
        all.push_back({{"id", rule.id}, {"defaultConfiguration", {{"level", levelOf(rule.severity)}}}});
    const Json driver {{"name", "Drydock"}, {"version", version}, {"rules", std::move(all)}};
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
           "\"runs\":[{\"tool\":{\"driver\":"
        + driver.dump() + "},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n";
}

std::string sarifResults(const Analysis &analysis, std::string_view name, Severity least)
{
    std::string out;
    const Json location {{"uri", uriOf(name)}};
    for (const Diagnostic &finding : analysis.diagnostics) {
        if (finding.severity < least)
            continue;
        Json result {{"ruleId", finding.rule},
                     {"level", levelOf(finding.severity)},
                     {"message", {{"text", withValidUtf8(inEnglish(finding.message))}}}};
        const Json physical {{"artifactLocation", location}, {"region", regionOf(analysis, finding.range)}};
        result["locations"] = Json::array({Json {{"physicalLocation", physical}}});
        Json fixes = Json::array();
        for (const Fix &fix : finding.fixes) {
            const Json change {{"artifactLocation", location},
                               {"replacements", replacementsOf(analysis, fix)}};
            fixes.push_back({{"description", {{"text", withValidUtf8(inEnglish(fix.title))}}},
                             {"artifactChanges", Json::array({change})}});
        }
        if (!fixes.empty())
            result["fixes"] = std::move(fixes);
        out += (out.empty() ? "" : ",\n") + result.dump();
    }
    return out;
}

} // namespace drydock
