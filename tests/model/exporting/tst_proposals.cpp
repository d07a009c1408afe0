// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/proposal_list.h"
#include "model/exporting/proposal_text.h"
#include "model/exporting/unified_diff.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock;
using Json = nlohmann::json;

namespace {

/// What `patch` makes of `before`; its complaint if it does not take the diff.
QByteArray patched(const QByteArray &before, const std::string &diff)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Dockerfile"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return "cannot write";
    file.write(before);
    file.close();
    QProcess patch;
    patch.setWorkingDirectory(folder.path());
    patch.start(QStringLiteral("patch"), {"--binary", "--fuzz=0", "-p0"});
    patch.write(diff.data(), static_cast<qint64>(diff.size()));
    patch.closeWriteChannel();
    if (!patch.waitForFinished() || patch.exitCode() != 0)
        return "refused: " + patch.readAll() + QByteArray::fromStdString(diff);
    if (!file.open(QIODevice::ReadOnly))
        return "gone";
    return file.readAll();
}

QByteArray anyLines()
{
    QRandomGenerator &chance = *QRandomGenerator::global();
    QByteArray text;
    for (int i = chance.bounded(30); i > 0; --i) {
        text += QByteArray::number(chance.bounded(4));
        text += chance.bounded(5) == 0 ? "\r\n" : "\n";
    }
    if (!text.isEmpty() && chance.bounded(2) == 0)
        text.chop(1);
    return text;
}

Proposal nothing(const RefactorContext &, const RefactorWish &)
{
    return {};
}

const Refactoring rewrite {"rewrite", {"Rewrite it", {}}, RefactoringGroup::Cache, nothing};

} // namespace

/// A proposal leaves the program as text, as JSON and as a diff.
class TestProposals : public QObject {
    Q_OBJECT

private slots:
    void patchTakesDiffs_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("first line") << QByteArray("a\nb\nc\n") << QByteArray("x\nb\nc\n");
        QTest::newRow("only line") << QByteArray("a\n") << QByteArray("b\n");
        QTest::newRow("line end added") << QByteArray("a\nb") << QByteArray("a\nb\n");
        QTest::newRow("line end lost") << QByteArray("a\nb\n") << QByteArray("a\nb");
        QTest::newRow("none before and after") << QByteArray("a\nb") << QByteArray("x\nb");
        QTest::newRow("added behind none") << QByteArray("a\nb") << QByteArray("a\nb\nc");
        QTest::newRow("two hunks") << QByteArray("a\n1\n2\n3\n4\n5\n6\n7\nb\n")
                                   << QByteArray("x\ny\n1\n2\n3\n4\n5\n6\n7\nz\n");
        QTest::newRow("one hunk") << QByteArray("a\n1\n2\n3\n4\n5\n6\nb\n")
                                  << QByteArray("x\n1\n2\n3\n4\n5\n6\nz\n");
        QTest::newRow("from nothing") << QByteArray("") << QByteArray("a\nb\n");
        QTest::newRow("carriage returns") << QByteArray("a\r\nb\r\n") << QByteArray("a\r\nc\r\nd\n");
        QTest::newRow("not UTF-8") << QByteArray("\xff\n\xfe\n") << QByteArray("\xff\n\xfd\n");
    }
    void patchTakesDiffs()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("patch")).isEmpty())
            QSKIP("The program “patch” is not on this system.");
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const std::string diff = unifiedDiff("Dockerfile", before.toStdString(), after.toStdString());
        QCOMPARE(patched(before, diff), after);
    }

    void patchTakesAnyDiff()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("patch")).isEmpty())
            QSKIP("The program “patch” is not on this system.");
        for (int i = 0; i < 60; ++i) {
            const QByteArray before = anyLines();
            const QByteArray after = anyLines();
            if (before == after || after.isEmpty())
                continue; // patch removes a file that becomes empty.
            const std::string diff = unifiedDiff("Dockerfile", before.toStdString(), after.toStdString());
            QCOMPARE(patched(before, diff), after);
        }
    }

    void headsOfDiffs()
    {
        QCOMPARE(unifiedDiff("f", "a\n", "a\n"), std::string());
        QCOMPARE(unifiedDiff("f", std::nullopt, "a\n"),
                 std::string("--- /dev/null\n+++ f\n@@ -0,0 +1 @@\n+a\n"));
        QCOMPARE(unifiedDiff("a b", "a\n", "b"),
                 std::string("--- a b\t\n+++ a b\t\n@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n"));
        const std::string two
            = unifiedDiff("f", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "x\ny\n1\n2\n3\n4\n5\n6\n7\nz\n");
        QVERIFY2(two.find("@@ -6,4 +7,4 @@") != std::string::npos, two.c_str());
        const std::string odd = unifiedDiff("\x1b\"\n", "a\n", "b\n");
        QVERIFY2(odd.starts_with("--- \"\\033\\\"\\012\"\n"), odd.c_str());
    }

    void saysWhatItIs()
    {
        const SourceText text("FROM a\nRUN b\n");
        Proposal proposal;
        proposal.name = {"Rewrite %1", {"b"}};
        proposal.explanation = {"It is shorter then.", {}};
        proposal.assumptions = {{{"Nobody needs \x1b.", {}}, {7, 12}}, {{"All is well.", {}}, {}}};
        proposal.choices = {{"base", {"Base", {}}, {{"c", {"small", {}}}, {"d", {}}}, "c", false}};
        proposal.parts = {{{"RUN", {}}, {{{7, 12}, "RUN c"}}, {}, false},
                          {{"FROM", {}}, {{{0, 6}, "FROM \xff"}}, {0}, true}};
        proposal.sizeBefore = SizeEstimate {800'000'000, 900'000'000, SizeBasis::Table, "2026-09-01", false};
        proposal.sizeAfter = SizeEstimate {12'000'000, 12'000'000, SizeBasis::Guess, {}, true};
        proposal.files = {{".dockerignore", ".git\n"}};
        PartChoice taken = PartChoice::all(proposal);
        taken.set(proposal, 1, false);
        Refactored result;
        result.text = "FROM a\nRUN c\n";
        result.before.argv = {"/b", "\xff"};
        result.before.form = StartForm::Exec;
        result.before.environment = {{"A", "1"}};
        result.after.ports = {"80/tcp"};
        result.after.open = {ContractPart::Variables};
        result.differences = {{ContractPart::Ports, {"Port %1 is open.", {"80"}}, "80/tcp"}};
        const Proposed proposed {rewrite, proposal, text, taken, &result};

        const Json json = Json::parse(proposalJson(proposed));
        QVERIFY(json["verdict"] == "assumes");
        QVERIFY(json["reason"] == "");
        QVERIFY(json["line"].is_null());
        QVERIFY(json["assumptions"][0]["line"] == 2);
        QVERIFY(json["assumptions"][1]["line"].is_null());
        QVERIFY(json["contractBefore"]["argv"][0] == "/b");
        QVERIFY(json["contractBefore"]["form"] == "exec");
        QVERIFY(json["contractBefore"]["environment"]["A"] == "1");
        QVERIFY(json["contractAfter"]["ports"][0] == "80/tcp");
        QVERIFY(json["contractAfter"]["open"][0] == "environment");
        QVERIFY(json["contractAfter"]["workingDirectory"] == "/");
        QVERIFY(json["differences"][0]["part"] == "ports");
        QVERIFY(json["differences"][0]["text"] == "Port 80 is open.");
        QVERIFY(json["text"] == "FROM a\nRUN c\n");
        QVERIFY(json["name"] == "rewrite");
        QVERIFY(json["title"] == "Rewrite b");
        QVERIFY(json["choices"][0]["answers"][0]["about"] == "small");
        QVERIFY(json["parts"][0]["edits"][0]["startByte"] == 7);
        QVERIFY(json["parts"][0]["optional"] == false);
        QVERIFY(json["parts"][1]["taken"] == false);
        QVERIFY(json["parts"][1]["needs"][0] == 1);
        QVERIFY(json["sizeBefore"]["basis"] == "table");
        QVERIFY(json["sizeAfter"]["partial"] == true);
        QVERIFY(json["files"][".dockerignore"] == ".git\n");

        QCOMPARE(QString::fromStdString(proposalText(proposed)),
                 QStringLiteral(
                     "Rewrite b: assumes\n"
                     "  It is shorter then.\n"
                     "It assumes:\n"
                     "  line 2: Nobody needs \\x1b.\n"
                     "  All is well.\n"
                     "To choose, with --set:\n"
                     "  base=c  Base\n"
                     "    c: small\n"
                     "    d\n"
                     "Parts; --without N leaves one out:\n"
                     "  1  RUN (always)\n"
                     "  2  FROM (left out)\n"
                     "What whoever runs the image will notice:\n"
                     "  Port 80 is open.\n"
                     "Size: 800 MB to 900 MB (as of 2026-09-01) before, at least 12 MB (a guess) after\n"));
        QCOMPARE(assumptionTexts(proposed, "D").front(),
                 std::string("D:2: it is assumed: Nobody needs \\x1b."));
    }

    void saysWhyNot()
    {
        const SourceText text("FROM a\nRUN b\n");
        const Proposal proposal = blocked({"There is nothing to do.", {}}, {7, 12});
        const Proposed proposed {rewrite, proposal, text, PartChoice::all(proposal)};
        const Json json = Json::parse(proposalJson(proposed));
        QVERIFY(json["verdict"] == "blocked");
        QVERIFY(json["reason"] == "There is nothing to do.");
        QVERIFY(json["line"] == 2);
        QVERIFY(json["text"] == "FROM a\nRUN b\n");
        QCOMPARE(proposalText(proposed),
                 std::string("Rewrite it: blocked\n  line 2: There is nothing to do.\n"));
        QCOMPARE(refusalText(proposed, "D"), std::string("D:2: There is nothing to do."));

        const std::vector<ListedRefactoring> list {{&rewrite, proposal}};
        QCOMPARE(refactoringsText(list, &text),
                 std::string("rewrite  blocked  line 2: There is nothing to do.\n"));
        QCOMPARE(refactoringsText(list), std::string("rewrite  Rewrite it\n"));
        const Json listed = Json::parse(refactoringsJson(list, &text));
        QVERIFY(listed[0]["line"] == 2);
        QVERIFY(listed[0]["group"] == "cache");
        QVERIFY(!Json::parse(refactoringsJson(list))[0].contains("verdict"));
    }

    void diffsForReading()
    {
        QCOMPARE(readableDiff("+RUN\ta\r\n \x1b[0m\n"), std::string("+RUN\ta\n \\x1b[0m\n"));
    }
};

QTEST_GUILESS_MAIN(TestProposals)
#include "tst_proposals.moc"
