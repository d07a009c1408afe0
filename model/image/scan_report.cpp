// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/scan_report.h"

#include "model/image/json_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace drydock {

namespace {

constexpr std::size_t mostFindings = 10'000;
constexpr std::size_t mostBytes = 400; ///< Of one text; no more is ever shown in a row.

/// One line of a text that some database wrote.
std::string plain(std::string text)
{
    if (text.size() > mostBytes) {
        std::size_t end = mostBytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        text.resize(end);
    }
    for (char &c : text) {
        if (static_cast<unsigned char>(c) < 0x20U || c == 0x7F)
            c = ' ';
    }
    return text;
}

std::string plainIn(const Json &object, const char *key)
{
    return plain(textIn(object, key));
}

ScanSeverity severityOf(std::string word)
{
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (word == "CRITICAL")
        return ScanSeverity::Critical;
    if (word == "HIGH" || word == "IMPORTANT")
        return ScanSeverity::High;
    if (word == "MEDIUM" || word == "MODERATE")
        return ScanSeverity::Medium;
    if (word == "LOW")
        return ScanSeverity::Low;
    if (word == "NEGLIGIBLE")
        return ScanSeverity::Negligible;
    return ScanSeverity::Unknown;
}

/// Of a CVSS score from 0 to 10 (first.org/cvss/v3.1/specification-document, 5).
ScanSeverity severityOfScore(const std::string &score)
{
    // "9.8": the digits in front of the point decide, but for what is between 0 and 0.1.
    if (score.empty() || score[0] < '0' || score[0] > '9')
        return ScanSeverity::Unknown;
    if (score.compare(0, 2, "10") == 0 || score[0] == '9')
        return ScanSeverity::Critical;
    if (score[0] >= '7')
        return ScanSeverity::High;
    if (score[0] >= '4')
        return ScanSeverity::Medium;
    return score == "0" || score == "0.0" ? ScanSeverity::Unknown : ScanSeverity::Low;
}

void add(ScanReport &report, Vulnerability finding)
{
    if (finding.id.empty())
        return;
    if (report.findings.size() < mostFindings)
        report.findings.push_back(std::move(finding));
    else
        report.isCut = true;
}

template <typename Reader>
void forEachObject(const Json *array, const Reader &read)
{
    if (!array)
        return;
    for (const Json &element : *array) {
        if (element.is_object())
            read(element);
    }
}

/// github.com/aquasecurity/trivy, docs/configuration/reporting: JSON. An image without weaknesses has no array.
bool readTrivy(const Json &root, ScanReport &report)
{
    if (!root.contains("SchemaVersion"))
        return false;
    if (const Json *const trivy = objectIn(root, "Trivy"))
        report.version = plainIn(*trivy, "Version");
    forEachObject(arrayIn(root, "Results"), [&](const Json &target) {
        forEachObject(arrayIn(target, "Vulnerabilities"), [&](const Json &one) {
            add(report,
                {plainIn(one, "VulnerabilityID"), severityOf(textIn(one, "ScanSeverity")),
                 plainIn(one, "PkgName"), plainIn(one, "InstalledVersion"), plainIn(one, "FixedVersion"),
                 plainIn(one, "Title")});
        });
    });
    return true;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string all;
    for (const std::string &word : words)
        all.append(all.empty() ? "" : ", ").append(word);
    return plain(std::move(all));
}

/// github.com/anchore/grype, grype/presenter/models: Document.
bool readGrype(const Json &root, ScanReport &report)
{
    const Json *const matches = arrayIn(root, "matches");
    if (!matches)
        return false;
    if (const Json *const descriptor = objectIn(root, "descriptor"))
        report.version = plainIn(*descriptor, "version");
    forEachObject(matches, [&](const Json &match) {
        const Json *const weakness = objectIn(match, "vulnerability");
        const Json *const artifact = objectIn(match, "artifact");
        if (!weakness || !artifact)
            return;
        const Json *const fix = objectIn(*weakness, "fix");
        add(report,
            {plainIn(*weakness, "id"), severityOf(textIn(*weakness, "severity")), plainIn(*artifact, "name"),
             plainIn(*artifact, "version"), fix ? joined(textsIn(*fix, "versions")) : std::string(),
             plainIn(*weakness, "description")});
    });
    return true;
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decoded(std::string_view text)
{
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? digitOf(text[i + 1]) : -1;
        const int low = high >= 0 ? digitOf(text[i + 2]) : -1;
        // Bytes above ASCII could make it invalid UTF-8; package names and versions have none.
        if (high >= 0 && low >= 0 && high < 8) {
            all += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            all += text[i];
        }
    }
    return plain(std::move(all));
}

/// "pkg:deb/debian/glibc@2.36-9%2Bdeb12u9?os_name=debian" (github.com/package-url/purl-spec). A distribution's packages are
/// known by their bare name, those of a language with what stands in front.
void readPackageUrl(std::string_view url, Vulnerability &finding)
{
    if (url.substr(0, 4) != "pkg:")
        return;
    url.remove_prefix(4);
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t slash = url.find('/');
    const std::string_view type = url.substr(0, slash);
    url = slash == std::string_view::npos ? std::string_view() : url.substr(slash + 1);
    const std::size_t at = url.rfind('@');
    // The "@" of "@angular/core" is written as %40.
    std::string_view name = url.substr(0, at);
    if (at != std::string_view::npos)
        finding.installed = decoded(url.substr(at + 1));
    if (type == "deb" || type == "apk" || type == "rpm")
        name = name.substr(name.rfind('/') + 1);
    finding.package = decoded(name);
}

ScanSeverity sarifSeverity(const Json &properties)
{
    ScanSeverity worst = severityOf(textIn(properties, "cvssV3_severity"));
    for (const std::string &tag : textsIn(properties, "tags"))
        worst = std::max(worst, severityOf(tag));
    if (worst != ScanSeverity::Unknown)
        return worst;
    return severityOfScore(textIn(properties, "security-severity"));
}

/// One rule is one weakness; its packages are named by their package URLs.
void readSarifRule(const Json &rule, ScanReport &report)
{
    Vulnerability finding;
    finding.id = plainIn(rule, "id");
    if (const Json *const words = objectIn(rule, "shortDescription"))
        finding.title = plainIn(*words, "text");
    const Json *const properties = objectIn(rule, "properties");
    if (!properties) {
        add(report, std::move(finding));
        return;
    }
    finding.severity = sarifSeverity(*properties);
    finding.fixedIn = plainIn(*properties, "fixed_version");
    if (finding.fixedIn == "not fixed")
        finding.fixedIn.clear();
    const std::vector<std::string> packages = textsIn(*properties, "purls");
    for (const std::string &package : packages) {
        Vulnerability one = finding;
        readPackageUrl(package, one);
        add(report, std::move(one));
    }
    if (packages.empty())
        add(report, std::move(finding));
}

/// docs.oasis-open.org/sarif, 2.1.0: runs[].tool.driver.rules[]
bool readSarif(const Json &root, ScanReport &report)
{
    const Json *const runs = arrayIn(root, "runs");
    if (!runs)
        return false;
    forEachObject(runs, [&](const Json &run) {
        const Json *const tool = objectIn(run, "tool");
        const Json *const driver = tool ? objectIn(*tool, "driver") : nullptr;
        if (!driver)
            return;
        report.version = plainIn(*driver, "version");
        forEachObject(arrayIn(*driver, "rules"), [&](const Json &rule) { readSarifRule(rule, report); });
    });
    return true;
}

void sortAndThin(std::vector<Vulnerability> &findings)
{
    const auto key = [](const Vulnerability &one) {
        return std::make_tuple(-static_cast<int>(one.severity), std::string_view(one.id),
                               std::string_view(one.package), std::string_view(one.installed));
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Vulnerability &a, const Vulnerability &b) { return key(a) < key(b); });
    findings.erase(
        std::unique(findings.begin(), findings.end(),
                    [&](const Vulnerability &a, const Vulnerability &b) { return key(a) == key(b); }),
        findings.end());
}

using Key = std::pair<std::string_view, std::string_view>;

std::map<Key, const Vulnerability *> indexOf(const ScanReport &report)
{
    std::map<Key, const Vulnerability *> all;
    for (const Vulnerability &one : report.findings)
        all.emplace(Key(one.id, one.package), &one);
    return all;
}

} // namespace

const char *nameOf(ScanTool tool)
{
    switch (tool) {
    case ScanTool::Trivy:
        return "trivy";
    case ScanTool::Grype:
        return "grype";
    case ScanTool::Scout:
        return "docker scout";
    }
    return "";
}

std::size_t ScanReport::count(ScanSeverity severity) const
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const Vulnerability &one) { return one.severity == severity; }));
}

Result<ScanReport> readScanReport(ScanTool tool, std::string_view json)
{
    ScanReport report;
    report.tool = tool;
    const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
    bool isRead = root.is_object();
    if (isRead && tool == ScanTool::Trivy)
        isRead = readTrivy(root, report);
    else if (isRead && tool == ScanTool::Grype)
        isRead = readGrype(root, report);
    else if (isRead)
        isRead = readSarif(root, report);
    if (!isRead)
        return refusal(QT_TRANSLATE_NOOP("image", "What %1 printed is not a report of weaknesses."),
                       {nameOf(tool)});
    sortAndThin(report.findings);
    return report;
}

ScanComparison compareScans(const ScanReport &before, const ScanReport &after)
{
    ScanComparison comparison;
    const auto old = indexOf(before);
    const auto now = indexOf(after);
    // In the order of the reports: the worst first.
    for (const Vulnerability &one : before.findings) {
        const auto found = old.find(Key(one.id, one.package));
        if (found->second == &one && now.count(found->first) == 0)
            comparison.gone.push_back(one);
    }
    for (const Vulnerability &one : after.findings) {
        const auto found = now.find(Key(one.id, one.package));
        if (found->second == &one)
            (old.count(found->first) > 0 ? comparison.kept : comparison.brought).push_back(one);
    }
    return comparison;
}

} // namespace drydock
