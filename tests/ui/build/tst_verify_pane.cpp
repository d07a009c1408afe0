// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/verify_form.h"
#include "ui/build/verify_pane.h"
#include "ui/build/verify_table.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace drydock::ui;

namespace {

VerifySide answered(int status, const QString &probe)
{
    VerifySide side;
    side.state = VerifyState::Over;
    side.hasStarted = true;
    side.health = QStringLiteral("none");
    side.status = status;
    side.bodyBytes = 13;
    side.probe = probe;
    side.logs = QStringLiteral("listening\n");
    return side;
}

VerifyReport good()
{
    VerifyReport report;
    report.before = answered(200, QStringLiteral("root, has a shell"));
    report.after = answered(200, QStringLiteral("user 65532, no shell"));
    report.isBodyEqual = true;
    report.isOver = true;
    report.isGood = true;
    report.verdict = QStringLiteral("The image after answers like the one before.");
    return report;
}

/// "HTTP status: 200 | 200 ✓"
QString told(const VerifyReport &report, std::optional<int> expected = {})
{
    QStringList lines;
    for (const VerifyRow &row : verifyRows(report, expected))
        lines << QStringLiteral("%1: %2 | %3 %4")
                     .arg(row.question, row.before, row.after, verifyGlyph(row.sign))
                     .simplified();
    return lines.join(u'\n');
}

QPushButton *button(const QWidget &pane, const QString &text)
{
    for (QPushButton *each : pane.findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

} // namespace

/// "Run and Verify": what is asked and what is told.
class TestVerifyPane : public QObject {
    Q_OBJECT

private slots:
    void reportsSay_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all is well")
            << told(good())
            << "Started: yes | yes ✓\nHealth: none | none ✓\nHTTP status: 200 | 200 ✓\nAnswer: 13 B | 13 B · "
               "the same ✓\n"
               "Program: still running | still running ✓\nInside: root, has a shell | user 65532, no shell ≠";
        VerifyReport wrong = good();
        wrong.after.status = 500;
        wrong.isBodyEqual = false;
        wrong.bodyDifference = QStringLiteral("2 of 4 lines differ\n-a\n+b");
        wrong.after.exitCode = 137;
        wrong.after.wasKilledForMemory = true;
        QTest::newRow("another status, another body, killed")
            << told(wrong)
            << "Started: yes | yes ✓\nHealth: none | none ✓\nHTTP status: 200 | 500 ✕\n"
               "Answer: 13 B | 13 B · 2 of 4 lines differ … ≠\nProgram: still running | killed: out of "
               "memory ✕\n"
               "Inside: root, has a shell | user 65532, no shell ≠";
        QTest::newRow("another status than asked for")
            << told(good(), 204).section(u'\n', 2, 2) << "HTTP status: 200 | 200 ✕";
        VerifyReport half;
        half.before.state = VerifyState::Asking;
        half.before.hasStarted = true;
        half.after.state = VerifyState::Starting;
        QTest::newRow("under way nothing is judged") << told(half)
                                                     << "Started: yes | starting …\nHealth: |\nHTTP status: "
                                                        "asking … |\nAnswer: |\nProgram: |\nInside: |";
        VerifyReport dead = good();
        dead.after = {};
        dead.after.state = VerifyState::Over;
        dead.after.hasStarted = false;
        dead.after.error = QStringLiteral("exec: no such file");
        QTest::newRow("it does not start")
            << told(dead).section(u'\n', 0, 0) + u'\n' + told(dead).section(u'\n', -1)
            << "Started: yes | no ✕\nError: | exec: no such file ✕";
    }
    void reportsSay()
    {
        QFETCH(QString, said);
        QFETCH(QString, expected);
        QCOMPARE(said, expected);
    }

    void theFormTellsWhatIsWished()
    {
        VerifyForm form;
        form.setPorts({QStringLiteral("8080/tcp"), QStringLiteral("9090/tcp")});
        VerifyWish wish;
        wish.port = QStringLiteral("9090/tcp");
        wish.path = QStringLiteral("/health?x=1");
        wish.timeoutSeconds = 5;
        wish.expectedStatus = 204;
        wish.command = QStringLiteral("serve --fast");
        wish.memoryMegabytes = 128;
        form.setWish(wish);
        QCOMPARE(form.wish(), wish);
        form.setPorts({QStringLiteral("9090/tcp"), QStringLiteral("1/udp")});
        QCOMPARE(form.wish().port, QStringLiteral("9090/tcp"));
    }

    void whatCannotBeAskedIsToldAtOnce()
    {
        VerifyPane pane;
        pane.setImages(QStringLiteral("a:1"), QStringLiteral("a:2"), {QStringLiteral("8080/tcp")});
        QPushButton *run = button(pane, QStringLiteral("Run and Verify"));
        QVERIFY(run->isEnabled());
        VerifyWish wish = pane.form().wish();
        wish.path = QStringLiteral("no slash");
        pane.form().setWish(wish);
        QVERIFY(!run->isEnabled());
        QVERIFY(!pane.form().complaint().isEmpty());
        wish.path = QStringLiteral("/x");
        pane.form().setWish(wish);
        QVERIFY(run->isEnabled());
    }

    void withoutAnImageNothingRuns()
    {
        const VerifyPane pane;
        QVERIFY(!button(pane, QStringLiteral("Run and Verify"))->isEnabled());
    }

    void oneImageRunsAlone()
    {
        VerifyPane pane;
        pane.setImages({}, QStringLiteral("a:2"), {});
        QVERIFY(button(pane, QStringLiteral("Run and Verify"))->isEnabled());
        VerifyReport report = good();
        report.before = {};
        pane.showReport(report);
        const auto *table = pane.findChild<QTableView *>();
        QVERIFY(table->isColumnHidden(VerifyTable::Before));
        QVERIFY(!table->isColumnHidden(VerifyTable::After));
        pane.showReport(good());
        QVERIFY(!table->isColumnHidden(VerifyTable::Before));
    }

    void oneRunAtATime()
    {
        VerifyPane pane;
        pane.setImages(QStringLiteral("a:1"), QStringLiteral("a:2"), {QStringLiteral("8080/tcp")});
        QSignalSpy asked(&pane, &VerifyPane::runRequested);
        const QSignalSpy stopped(&pane, &VerifyPane::stopRequested);
        QPushButton *run = button(pane, QStringLiteral("Run and Verify"));
        run->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<VerifyWish>().port, QStringLiteral("8080/tcp"));
        QVERIFY(pane.isRunning());
        QVERIFY(!run->isEnabled());
        button(pane, QStringLiteral("Stop"))->click();
        QCOMPARE(stopped.count(), 1);
        pane.showReport(good());
        QVERIFY(!pane.isRunning());
        QVERIFY(run->isEnabled());
        run->click();
        pane.showError(QStringLiteral("No engine answers."), QStringLiteral("connect: no such file"));
        QVERIFY(run->isEnabled());
    }

    void wordsOfContainersStayText()
    {
        VerifyPane pane;
        VerifyReport report = good();
        report.verdict = QStringLiteral("<b>x</b>");
        report.after.probe = QStringLiteral("<img src=x>");
        pane.showReport(report);
        for (const QLabel *label : pane.findChildren<QLabel *>())
            if (label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        const auto *model = pane.findChild<VerifyTable *>();
        const QModelIndex cell = model->index(model->rowCount() - 1, VerifyTable::After);
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(QLatin1String("<img")));
    }
};

QTEST_MAIN(TestVerifyPane)
#include "tst_verify_pane.moc"
