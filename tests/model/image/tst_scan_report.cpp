// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/scan_report.h"

#include <QTest>

using namespace drydock;

namespace {

const char *const trivy
    = R"json({"SchemaVersion":2,"Trivy":{"Version":"0.65.0"},"ArtifactName":"app:1","ArtifactType":"container_image",
"Results":[{"Target":"app:1 (debian 12.5)","Class":"os-pkgs","Type":"debian","Vulnerabilities":[
{"VulnerabilityID":"CVE-2024-1","PkgName":"openssl","InstalledVersion":"3.0.1","FixedVersion":"3.0.2","Status":"fixed","Title":"a\nb","ScanSeverity":"HIGH"},
{"VulnerabilityID":"CVE-2024-2","PkgName":"zlib","InstalledVersion":"1.2","Status":"affected","ScanSeverity":"LOW"},
{"VulnerabilityID":"CVE-2024-2","PkgName":"zlib","InstalledVersion":"1.2","Status":"affected","ScanSeverity":"LOW"}]},
{"Target":"server","Class":"lang-pkgs","Type":"gobinary"},
{"Target":"x","Vulnerabilities":null},
{"Target":"y","Vulnerabilities":[{"VulnerabilityID":"CVE-2024-3","PkgName":"stdlib","ScanSeverity":"CRITICAL"}]}]})json";

const char *const grype
    = R"json({"matches":[{"vulnerability":{"id":"CVE-2024-1","severity":"High","description":"words","fix":{"versions":["3.0.2","3.1.0"],"state":"fixed"}},
"relatedVulnerabilities":[],"matchDetails":[],"artifact":{"name":"openssl","version":"3.0.1","type":"deb"}},
{"vulnerability":{"id":"CVE-2024-9","severity":"Negligible","fix":{"versions":[],"state":"wont-fix"}},"artifact":{"name":"bash","version":"5"}},
{"vulnerability":null,"artifact":{}}],"source":{},"distro":{},"descriptor":{"name":"grype","version":"0.97.1"}})json";

const char *const scout
    = R"json({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"docker scout","version":"1.18.0","rules":[
{"id":"CVE-2019-9192","name":"OsPackageVulnerability","shortDescription":{"text":"CVE-2019-9192"},
"properties":{"affected_version":">=2.36","fixed_version":"not fixed","purls":["pkg:deb/debian/glibc@2.36-9%2Bdeb12u9?os_name=debian"],"security-severity":"3.3","tags":["LOW"]}},
{"id":"CVE-2023-1","properties":{"fixed_version":"2.0","purls":["pkg:npm/%40angular/core@1.0.0","pkg:golang/golang.org/x/net@v0.1.0"],"security-severity":"9.8"}},
{"id":"CVE-2023-2"}]}},"results":[]}]})json";

QByteArray rows(const std::vector<Vulnerability> &findings)
{
    const char *const names[] = {"unknown", "negligible", "low", "medium", "high", "critical"};
    QByteArray all;
    for (const Vulnerability &one : findings) {
        all += QByteArray(names[std::size_t(one.severity)]) + ' ' + QByteArray::fromStdString(one.id) + ' '
            + QByteArray::fromStdString(one.package) + ' ' + QByteArray::fromStdString(one.installed) + " > "
            + QByteArray::fromStdString(one.fixedIn) + " (" + QByteArray::fromStdString(one.title) + ")\n";
    }
    return all;
}

} // namespace

class TestScanReport : public QObject {
    Q_OBJECT

private slots:
    void readsTrivy()
    {
        const auto report = readScanReport(ScanTool::Trivy, trivy);
        QVERIFY(report);
        QCOMPARE(report->version, std::string("0.65.0"));
        QCOMPARE(rows(report->findings),
                 QByteArray("critical CVE-2024-3 stdlib  >  ()\n"
                            "high CVE-2024-1 openssl 3.0.1 > 3.0.2 (a b)\n"
                            "low CVE-2024-2 zlib 1.2 >  ()\n"));
        QCOMPARE(report->count(ScanSeverity::High), 1U);
        QCOMPARE(report->count(ScanSeverity::Medium), 0U);
    }

    void readsGrype()
    {
        const auto report = readScanReport(ScanTool::Grype, grype);
        QVERIFY(report);
        QCOMPARE(report->version, std::string("0.97.1"));
        QCOMPARE(rows(report->findings),
                 QByteArray("high CVE-2024-1 openssl 3.0.1 > 3.0.2, 3.1.0 (words)\n"
                            "negligible CVE-2024-9 bash 5 >  ()\n"));
    }

    void readsScout()
    {
        const auto report = readScanReport(ScanTool::Scout, scout);
        QVERIFY(report);
        QCOMPARE(report->version, std::string("1.18.0"));
        QCOMPARE(rows(report->findings),
                 QByteArray("critical CVE-2023-1 @angular/core 1.0.0 > 2.0 ()\n"
                            "critical CVE-2023-1 golang.org/x/net v0.1.0 > 2.0 ()\n"
                            "low CVE-2019-9192 glibc 2.36-9+deb12u9 >  (CVE-2019-9192)\n"
                            "unknown CVE-2023-2   >  ()\n"));
    }

    void refusesWhatIsNoReport_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a sentence") << QByteArray("FATAL no database");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("another object") << QByteArray("{\"matches\":3}");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"matches\":[\"\xff\"]}");
    }

    void refusesWhatIsNoReport()
    {
        QFETCH(QByteArray, text);
        for (const ScanTool tool : {ScanTool::Trivy, ScanTool::Grype, ScanTool::Scout}) {
            const auto report = readScanReport(tool, text.toStdString());
            QVERIFY(!report);
            QCOMPARE(inEnglish(report.error().text),
                     std::string("What ") + nameOf(tool) + " printed is not a report of weaknesses.");
        }
    }

    void aCleanImageHasNoFindings()
    {
        QVERIFY(readScanReport(ScanTool::Trivy, "{\"SchemaVersion\":2,\"Results\":null}")->findings.empty());
        QVERIFY(readScanReport(ScanTool::Grype, "{\"matches\":[]}")->findings.empty());
        QVERIFY(readScanReport(ScanTool::Scout, "{\"runs\":[]}")->findings.empty());
    }

    void standsAnyPieceOfAReport()
    {
        for (const auto &[tool, text] :
             {std::pair(ScanTool::Trivy, std::string(trivy)), std::pair(ScanTool::Grype, std::string(grype)),
              std::pair(ScanTool::Scout, std::string(scout))}) {
            for (std::size_t i = 0; i < text.size(); i += 11) {
                QVERIFY(!readScanReport(tool, text.substr(0, i)));
                // One byte is another one: whatever comes of it, it is no crash.
                std::string other = text;
                other[i] = other[i] == '"' ? '1' : '{';
                (void)readScanReport(tool, other);
                other[i] = '0';
                (void)readScanReport(tool, other);
            }
        }
    }

    void cutsAFloodShort()
    {
        std::string many = "{\"matches\":[";
        for (int i = 0; i < 10'001; ++i)
            many += "{\"vulnerability\":{\"id\":\"" + std::to_string(i)
                + "\"},\"artifact\":{\"name\":\"a\"}},";
        many.back() = ']';
        const auto report = readScanReport(ScanTool::Grype, many + '}');
        QVERIFY(report);
        QCOMPARE(report->findings.size(), 10'000U);
        QVERIFY(report->isCut);
    }

    void comparesTwoReports()
    {
        const auto before = readScanReport(ScanTool::Trivy, trivy);
        const auto after = readScanReport(ScanTool::Grype, grype);
        const ScanComparison comparison = compareScans(*before, *after);
        QCOMPARE(rows(comparison.gone),
                 QByteArray("critical CVE-2024-3 stdlib  >  ()\nlow CVE-2024-2 zlib 1.2 >  ()\n"));
        QCOMPARE(rows(comparison.kept), QByteArray("high CVE-2024-1 openssl 3.0.1 > 3.0.2, 3.1.0 (words)\n"));
        QCOMPARE(rows(comparison.brought), QByteArray("negligible CVE-2024-9 bash 5 >  ()\n"));
    }
};

QTEST_GUILESS_MAIN(TestScanReport)
#include "tst_scan_report.moc"
