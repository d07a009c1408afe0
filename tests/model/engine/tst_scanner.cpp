// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/scanner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace drydock;

namespace {

/// A folder with programs that we wrote.
class Programs {
public:
    std::string folder() const { return m_folder.path().toStdString(); }
    /// \param script for sh.
    std::string add(const QString &name, const QByteArray &script) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path.toStdString();
    }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

QByteArray found(const ScannerPlaces &places, const Programs &programs)
{
    QByteArray all;
    for (const Scanner &scanner : findScanners(places)) {
        all += QByteArray(nameOf(scanner.tool)) + '='
            + QByteArray::fromStdString(scanner.program)
                  .replace(QByteArray::fromStdString(programs.folder()), "~")
            + (scanner.asksTheInternet ? "! " : " ");
    }
    return all;
}

QByteArray wordsOf(const JobOf<ScanReport> &job)
{
    if (!job.isFinished())
        return "waiting";
    if (!job.result())
        return QByteArray::fromStdString(inEnglish(job.result().error().text));
    return QByteArray::number(qulonglong(job.result()->findings.size())) + " findings";
}

} // namespace

class TestScanner : public QObject {
    Q_OBJECT

private slots:
    void cleanup()
    {
        // Programs that were killed are waited for in the event loop.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void findsWhatIsThere()
    {
        const Programs programs;
        programs.add("bin/grype", "");
        programs.add("bin/trivy", "");
        programs.add("bin/docker", "");
        const std::string bin = programs.folder() + "/bin";
        QCOMPARE(found({bin, {programs.folder() + "/plugins"}, {}}, programs),
                 QByteArray("trivy=~/bin/trivy grype=~/bin/grype "));
        programs.add("plugins/docker-scout", "");
        QCOMPARE(found({bin, {programs.folder() + "/plugins"}, {}}, programs),
                 QByteArray("trivy=~/bin/trivy grype=~/bin/grype docker scout=~/bin/docker! "));
        QCOMPARE(found({"/nowhere", {}, {}}, programs), QByteArray());
        QVERIFY(inEnglish(howToAddAScanner()).find("trivy") != std::string::npos);
    }

    void neverRunsWhatLiesInTheProject()
    {
        const Programs programs;
        programs.add("trivy", "");
        programs.add("sub/grype", "");
        QFile::link(QString::fromStdString(programs.folder()) + "/trivy",
                    QString::fromStdString(programs.folder()) + "/linked");
        const QString old = QDir::currentPath();
        QDir::setCurrent(QString::fromStdString(programs.folder()));
        // Empty entries and "." are the current folder.
        QCOMPARE(found({":.:sub:", {}, {}}, programs), QByteArray());
        QDir::setCurrent(old);
        QCOMPARE(
            found({programs.folder() + ":" + programs.folder() + "/sub", {}, programs.folder()}, programs),
            QByteArray());
    }

    void forbidsDownloads_data()
    {
        QTest::addColumn<int>("tool");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("trivy")
            << int(ScanTool::Trivy)
            << QByteArray("image --format json --quiet --scanners vuln --image-src docker --skip-db-update "
                          "--skip-java-db-update --offline-scan -- app:1 DOCKER_HOST=unix:///s "
                          "TRIVY_DISABLE_TELEMETRY=true TRIVY_SKIP_VERSION_CHECK=true");
        QTest::newRow("grype") << int(ScanTool::Grype)
                               << QByteArray("--quiet --output json docker:app:1 DOCKER_HOST=unix:///s "
                                             "GRYPE_CHECK_FOR_APP_UPDATE=false "
                                             "GRYPE_DB_AUTO_UPDATE=false GRYPE_DB_VALIDATE_AGE=false");
        QTest::newRow("docker scout")
            << int(ScanTool::Scout)
            << QByteArray("scout cves --format sarif local://app:1 DOCKER_HOST=unix:///s");
    }

    void forbidsDownloads()
    {
        QFETCH(int, tool);
        QFETCH(QByteArray, line);
        Endpoint endpoint;
        endpoint.url = "unix:///s";
        const auto command = scanCommand({ScanTool(tool), "/x", false}, "app:1", endpoint);
        QVERIFY(command);
        QByteArray all;
        for (const std::string &word : command->arguments)
            all += (all.isEmpty() ? "" : " ") + QByteArray::fromStdString(word);
        for (const auto &[name, value] : command->environment)
            all += ' ' + QByteArray::fromStdString(name) + '=' + QByteArray::fromStdString(value);
        QCOMPARE(all, line);
        QVERIFY(!scanCommand({ScanTool(tool), "/x", false}, "--privileged", endpoint));
        QVERIFY(!scanCommand({ScanTool(tool), "/x", false}, "", endpoint));
    }

    void handsOverTheCertificates()
    {
        Endpoint endpoint;
        endpoint.kind = EndpointKind::Tls;
        endpoint.url = "tcp://far:2376";
        endpoint.certificate = "/certs/cert.pem";
        const auto command = scanCommand({ScanTool::Grype, "/x", false}, "app:1", endpoint);
        QCOMPARE(command->environment.at("DOCKER_CERT_PATH"), std::string("/certs"));
        QCOMPARE(command->environment.at("DOCKER_TLS_VERIFY"), std::string("1"));
    }

    void runsAScanner()
    {
        const Programs programs;
        Scanner scanner;
        scanner.tool = ScanTool::Grype;
        scanner.program = programs.add("grype", R"(for a; do echo "$a"; done >"$(dirname "$0")/arguments"
echo "$DOCKER_HOST" >>"$(dirname "$0")/arguments"
echo '{"matches":[{"vulnerability":{"id":"CVE-1","severity":"High"},'
echo '"artifact":{"name":"a","version":"1"}}],"descriptor":{"version":"9"}}'
)");
        Endpoint endpoint;
        endpoint.url = "unix:///s";
        const auto job = scanImage(scanner, "a b;$(id)", endpoint);
        QVERIFY(!job->isFinished());
        QTRY_COMPARE(wordsOf(*job), QByteArray("1 findings"));
        QCOMPARE(job->result()->version, std::string("9"));
        QCOMPARE(programs.read("arguments"),
                 QByteArray("--quiet\n--output\njson\ndocker:a b;$(id)\nunix:///s\n"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("tool");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("trivy without a database")
            << int(ScanTool::Trivy)
            << QByteArray("echo 'FATAL init error: DB error: database error: --skip-db-update cannot be "
                          "specified on the first run' >&2; exit 1")
            << QByteArray("trivy has no usable database on this machine, and Drydock downloads none. Run "
                          "“trivy image "
                          "--download-db-only” once.");
        QTest::newRow("grype without a database")
            << int(ScanTool::Grype)
            << QByteArray("echo 'ERROR failed to load vulnerability db: database does not exist' >&2; exit 1")
            << QByteArray("grype has no usable database on this machine, and Drydock downloads none. Run "
                          "“grype db update” once.");
        QTest::newRow("docker scout without a login")
            << int(ScanTool::Scout) << QByteArray("echo 'Log in with your Docker ID' >&2; exit 1")
            << QByteArray("docker scout wants a login. Run “docker login” once.");
        QTest::newRow("any other error") << int(ScanTool::Trivy) << QByteArray("echo oops >&2; exit 3")
                                         << QByteArray("trivy could not look into the image.");
        QTest::newRow("silence") << int(ScanTool::Trivy) << QByteArray("")
                                 << QByteArray("trivy could not look into the image.");
        QTest::newRow("no report") << int(ScanTool::Grype) << QByteArray("echo '[1]'")
                                   << QByteArray("What grype printed is not a report of weaknesses.");
        QTest::newRow("an error after a report")
            << int(ScanTool::Grype) << QByteArray("echo '{\"matches\":[]}'; exit 1")
            << QByteArray("0 findings");
    }

    void saysWhatIsWrong()
    {
        QFETCH(int, tool);
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, sentence);
        const Programs programs;
        const auto job = scanImage({ScanTool(tool), programs.add("tool", script), false}, "app:1", {});
        QTRY_COMPARE(wordsOf(*job), sentence);
    }

    void saysThatAProgramIsNotThere()
    {
        const auto job = scanImage({ScanTool::Trivy, "/nowhere/trivy", false}, "app:1", {});
        QTRY_COMPARE(wordsOf(*job), QByteArray("trivy could not look into the image."));
        QVERIFY(!job->result().error().detail.empty());
    }

    void showsOnlyPlainWords()
    {
        const Error error = scanError(ScanTool::Trivy, "\x1b[31mred\x1b[0m\x1b]52;c;aGk=\a end\n");
        QCOMPARE(error.detail, std::string("red end"));
        QVERIFY(scanError(ScanTool::Trivy, std::string(100'000, 'x')).detail.size() <= 2000);
    }

    void endsWhatTakesTooLong()
    {
        const Programs programs;
        ScanJob *const raw
            = new ScanJob({ScanTool::Trivy, programs.add("tool", "sleep 100"), false}, "app:1", {}, {50});
        const JobPtr<ScanReport> job(raw);
        QTRY_COMPARE(wordsOf(*job), QByteArray("trivy takes too long; it was ended."));
    }

    void endsTheProgramWithAllItsChildrenWhenItIsDropped()
    {
        const Programs programs;
        const std::string program
            = programs.add("tool",
                           "trap '' TERM\nsleep 100 &\necho $! >\"$(dirname \"$0\")/child.part\"\n"
                           "mv \"$(dirname \"$0\")/child.part\" \"$(dirname \"$0\")/child\"\nwait\n");
        auto job = scanImage({ScanTool::Trivy, program, false}, "app:1", {});
        QTRY_VERIFY(!programs.read("child").isEmpty());
        const pid_t child = programs.read("child").trimmed().toInt();
        QCOMPARE(::kill(child, 0), 0);
        job.reset();
        const auto isGone = [child] {
            QFile status(QStringLiteral("/proc/%1/stat").arg(child));
            return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
        };
        QTRY_VERIFY(isGone());
    }

    void endsAFlood()
    {
        const Programs programs;
        ScanLimits limits;
        limits.bytes = 100'000;
        const Scanner scanner {ScanTool::Trivy, programs.add("tool", "yes"), false};
        const JobPtr<ScanReport> job(new ScanJob(scanner, "app:1", {}, limits));
        QTRY_COMPARE(wordsOf(*job), QByteArray("trivy prints more than anybody can read; it was ended."));
    }
};

QTEST_GUILESS_MAIN(TestScanner)
#include "tst_scanner.moc"
