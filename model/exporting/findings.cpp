// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/findings.h"

#include "model/exporting/printable.h"
#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

namespace drydock {
namespace {

using Json = nlohmann::ordered_json;

template <typename Visit>
void eachFinding(const Analysis &analysis, Severity least, Visit visit)
{
    for (const Diagnostic &finding : analysis.diagnostics) {
        if (finding.severity >= least)
            visit(finding);
    }
}

std::string placeOf(const Analysis &analysis, const Diagnostic &finding)
{
    const TextPosition start = analysis.text().positionOf(finding.range.begin);
    return std::to_string(start.line + 1) + ":" + std::to_string(start.column + 1);
}

bool hasSafeFix(const Diagnostic &finding)
{
    return !finding.fixes.empty() && finding.fixes.front().isSafe;
}

Json positionJson(const Analysis &analysis, std::size_t offset)
{
    const TextPosition position = analysis.text().positionOf(offset);
    return {{"line", position.line + 1}, {"column", position.column + 1}};
}

Json fixJson(const Fix &fix)
{
    Json edits = Json::array();
    for (const TextEdit &edit : fix.edits)
        edits.push_back({{"startByte", edit.range.begin},
                         {"endByte", edit.range.end},
                         {"text", withValidUtf8(edit.replacement)}});
    return {
        {"title", withValidUtf8(inEnglish(fix.title))}, {"safe", fix.isSafe}, {"edits", std::move(edits)}};
}

/// Text for an XML attribute; what XML cannot hold becomes a question mark.
std::string forXml(std::string_view text)
{
    std::string result;
    for (const char c : withValidUtf8(text)) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\n':
            result += "&#10;";
            break;
        default:
            result += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? '?' : c;
        }
    }
    return result;
}

/// As the runner reads a command's data; \param isProperty commas and colons part properties.
std::string forWorkflow(std::string_view text, bool isProperty)
{
    std::string result;
    for (const char c : withValidUtf8(text)) {
        if (c == '%')
            result += "%25";
        else if (c == '\r')
            result += "%0D";
        else if (c == '\n')
            result += "%0A";
        else if (c == ':' && isProperty)
            result += "%3A";
        else if (c == ',' && isProperty)
            result += "%2C";
        else
            result += c;
    }
    return result;
}

} // namespace

const std::string_view checkstyleHead
    = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<checkstyle version=\"4.3\">\n";
const std::string_view checkstyleTail = "</checkstyle>\n";

std::string_view nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return {};
}

std::optional<Severity> severityCalled(std::string_view name)
{
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (name == nameOf(severity))
            return severity;
    }
    return {};
}

std::string findingsText(const Analysis &analysis, std::string_view name, Severity least)
{
    std::string out;
    eachFinding(analysis, least, [&](const Diagnostic &finding) {
        out += printable(name) + ":" + placeOf(analysis, finding) + ": "
            + std::string(nameOf(finding.severity)) + ": " + printable(inEnglish(finding.message)) + " ["
            + finding.rule + "]" + (hasSafeFix(finding) ? " (fixable)" : "") + "\n";
    });
    return out;
}

std::string findingsJson(const Analysis &analysis, std::string_view name, Severity least)
{
    Json findings = Json::array();
    eachFinding(analysis, least, [&](const Diagnostic &finding) {
        Json fixes = Json::array();
        for (const Fix &fix : finding.fixes)
            fixes.push_back(fixJson(fix));
        Json item {{"rule", finding.rule},
                   {"severity", nameOf(finding.severity)},
                   {"message", withValidUtf8(inEnglish(finding.message))},
                   {"start", positionJson(analysis, finding.range.begin)},
                   {"end", positionJson(analysis, finding.range.end)},
                   {"startByte", finding.range.begin},
                   {"endByte", finding.range.end}};
        if (finding.savedBytes > 0)
            item["savedBytes"] = finding.savedBytes;
        item["fixes"] = std::move(fixes);
        findings.push_back(std::move(item));
    });
    const Json file {{"file", withValidUtf8(name)}, {"findings", std::move(findings)}};
    return file.dump() + "\n";
}

std::string findingsGithub(const Analysis &analysis, std::string_view name, Severity least)
{
    std::string out;
    eachFinding(analysis, least, [&](const Diagnostic &finding) {
        const TextPosition start = analysis.text().positionOf(finding.range.begin);
        const TextPosition end = analysis.text().positionOf(finding.range.end);
        const std::string_view kind
            = finding.severity == Severity::Info ? "notice" : nameOf(finding.severity);
        out += "::" + std::string(kind) + " file=" + forWorkflow(name, true)
            + ",line=" + std::to_string(start.line + 1) + ",col=" + std::to_string(start.column + 1)
            + ",endLine=" + std::to_string(end.line + 1) + ",title=" + forWorkflow(finding.rule, true)
            + "::" + forWorkflow(inEnglish(finding.message), false) + "\n";
    });
    return out;
}

std::string findingsCheckstyle(const Analysis &analysis, std::string_view name, Severity least)
{
    std::string out = "<file name=\"" + forXml(name) + "\">\n";
    eachFinding(analysis, least, [&](const Diagnostic &finding) {
        const TextPosition start = analysis.text().positionOf(finding.range.begin);
        out += "<error line=\"" + std::to_string(start.line + 1) + "\" column=\""
            + std::to_string(start.column + 1) + "\" severity=\"" + std::string(nameOf(finding.severity))
            + "\" message=\"" + forXml(inEnglish(finding.message)) + "\" source=\"drydock."
            + forXml(finding.rule) + "\"/>\n";
    });
    return out + "</file>\n";
}

} // namespace drydock
