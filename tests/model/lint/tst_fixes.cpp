// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/fixes.h"
#include "model/lint/registry.h"
#include "tests/model/lint/fix_promises.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>

using namespace drydock;

namespace {

std::string contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

/// Fixes keep what they promise, on real files.
class TestFixes : public QObject {
    Q_OBJECT

private slots:
    void keepTheirPromises_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("samples") << QStringLiteral(DRYDOCK_SOURCE_DIR "/resources/samples");
        QTest::newRow("corpus") << QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles");
    }
    void keepTheirPromises()
    {
        QFETCH(QString, folder);
        if (!QFile::exists(folder))
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        std::map<std::string, int> tried;
        int broken = 0;
        QDir directory(folder);
        QStringList files = directory.entryList(QDir::Files);
        for (const QString &sub : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            files << sub + "/Dockerfile";
        for (const QString &name : files) {
            const std::string text = contentsOf(directory.filePath(name));
            if (text.empty())
                continue;
            const auto before = analyse(SourceText(text));
            for (const Diagnostic &finding : before->diagnostics) {
                QVERIFY2(finding.range.begin <= finding.range.end && finding.range.end <= text.size(),
                         qPrintable(name + " " + QString::fromStdString(finding.rule)));
                for (const Fix &fix : finding.fixes) {
                    // Some rules speak hundreds of times in one file, always with the same fix.
                    if (++tried[finding.rule] > mostOfARule)
                        continue;
                    const std::string why = brokenPromise(*before, finding, fix);
                    if (why.empty())
                        continue;
                    if (++broken < 40)
                        qWarning("%s, %s, “%s”: %s\n--- line\n%s\n", qPrintable(name), finding.rule.c_str(),
                                 inEnglish(fix.title).c_str(), why.c_str(), lineOf(*before, finding).c_str());
                }
            }
        }
        for (const auto &[rule, count] : tried)
            qInfo("%s: %d", rule.c_str(), count);
        QCOMPARE(broken, 0);
    }

    /// A comment that silences a finding silences it, and nothing else changes.
    void silencingSilences()
    {
        const std::string text = "FROM golang AS Build\nRUN x\nMAINTAINER me\n";
        for (const auto before = analyse(SourceText(text)); const Diagnostic &finding : before->diagnostics) {
            for (const Fix &fix : silencing(before->syntax, finding))
                QCOMPARE(brokenPromise(*before, finding, fix), std::string());
        }
    }

private:
    static constexpr int mostOfARule = 300;

    static std::string lineOf(const Analysis &analysis, const Diagnostic &finding)
    {
        const InstructionIndex index = analysis.syntax.instructionAt(finding.range.begin);
        return index ? std::string(analysis.syntax.textOf(analysis.syntax.at(index).range)).substr(0, 600)
                     : "";
    }
};

QTEST_GUILESS_MAIN(TestFixes)
#include "tst_fixes.moc"
