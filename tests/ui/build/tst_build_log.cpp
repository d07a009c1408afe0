// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_log_view.h"
#include "ui/build/joint_log.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

using namespace drydock::ui;

namespace {

std::deque<std::string> numbered(std::size_t from, std::size_t to)
{
    std::deque<std::string> lines;
    for (std::size_t i = from; i < to; ++i)
        lines.push_back("line " + std::to_string(i));
    return lines;
}

QString joined(const LogCopy &log)
{
    return QStringList(log.lines.begin(), log.lines.end()).join(u'|');
}

} // namespace

/// Logs on their way to the screen.
class TestBuildLog : public QObject {
    Q_OBJECT

private slots:
    void aCopyFollowsItsLog()
    {
        LogCopy copy;
        copy.follow({"a", "b", "10 %"}, 0);
        copy.follow({"a", "b", "20 %"}, 0); // Begun anew.
        QCOMPARE(joined(copy), QStringLiteral("a|b|20 %"));
        copy.follow({"b", "done", "c"}, 1); // The oldest went, two came.
        QCOMPARE(joined(copy), QStringLiteral("b|done|c"));
        QCOMPARE(copy.dropped, std::size_t(1));
        copy.follow({"x", "y"}, 100); // All of them went.
        QCOMPARE(joined(copy), QStringLiteral("x|y"));
        QCOMPARE(copy.end(), std::size_t(102));
        copy.follow({"new"}, 0); // Another log.
        QCOMPARE(joined(copy), QStringLiteral("new"));
    }

    /// However a log comes, the copy has what the log has.
    void aCopyIsTheSameHoweverItCame()
    {
        for (std::size_t step = 1; step < 12; ++step) {
            LogCopy copy;
            constexpr std::size_t kept = 7;
            for (std::size_t end = 0; end <= 60; end += step) {
                const std::size_t dropped = end > kept ? end - kept : 0;
                const std::deque<std::string> lines = numbered(dropped, end);
                copy.follow(lines, dropped);
                QStringList expected;
                for (const std::string &line : lines)
                    expected << QString::fromStdString(line);
                QCOMPARE(joined(copy), expected.join(u'|'));
            }
        }
    }

    void stepsAreToldInTheOrderInWhichTheyPrint()
    {
        JointLog joint;
        LogCopy first;
        LogCopy second;
        first.follow({"a1", "a2 is not whole"}, 0);
        joint.add(0, QStringLiteral("one"), first, false);
        second.follow({"b1", ""}, 0);
        joint.add(1, QStringLiteral("two"), second, false);
        first.follow({"a1", "a2", ""}, 0);
        joint.add(0, QStringLiteral("one"), first, true);
        joint.add(0, QStringLiteral("one"), first, true);
        QCOMPARE(joined(joint.log()), QStringLiteral("── one|a1|── two|b1|── one|a2"));
    }

    void theViewShowsWhatTheLogHas()
    {
        BuildLogView view;
        LogCopy log;
        log.follow(numbered(0, 5), 0);
        view.setLog(&log, QStringLiteral("log"));
        QCOMPARE(view.text(), QStringLiteral("line 0\nline 1\nline 2\nline 3\nline 4"));
        log.follow(numbered(2, 8), 2);
        view.catchUp();
        QTRY_VERIFY(view.isCurrent());
        QCOMPARE(view.text(), QStringLiteral("line 2\nline 3\nline 4\nline 5\nline 6\nline 7"));
        log.follow({"gone", "far"}, 500);
        view.catchUp();
        QTRY_VERIFY(view.isCurrent());
        QCOMPARE(view.text(), QStringLiteral("gone\nfar"));
        view.setLog(nullptr, {});
        QCOMPARE(view.text(), QString());
    }

    void aLineThatIsBegunAnewIsReplaced()
    {
        BuildLogView view;
        LogCopy log;
        log.follow({"a", "10 %"}, 0);
        view.setLog(&log, QStringLiteral("log"));
        log.follow({"a", "20 %"}, 0);
        view.catchUp();
        QTRY_COMPARE(view.text(), QStringLiteral("a\n20 %"));
    }

    void veryLongLinesAreCutOnTheScreen()
    {
        BuildLogView view;
        LogCopy log;
        log.follow({std::string(60000, 'x')}, 0);
        view.setLog(&log, QStringLiteral("log"));
        QTRY_VERIFY(view.isCurrent());
        QVERIFY(view.text().endsWith(QStringLiteral(" … 56000 more characters")));
    }

    void theEndIsFollowedOnlyFromTheEnd()
    {
        BuildLogView view;
        view.resize(400, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *text = view.findChild<QPlainTextEdit *>();
        LogCopy log;
        log.follow(numbered(0, 500), 0);
        view.setLog(&log, QStringLiteral("log"));
        QTRY_VERIFY(view.isCurrent());
        QScrollBar *bar = text->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        log.follow(numbered(0, 600), 0);
        view.catchUp();
        QTRY_VERIFY(view.isCurrent());
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(10);
        log.follow(numbered(0, 700), 0);
        view.catchUp();
        QTRY_VERIFY(view.isCurrent());
        QCOMPARE(bar->value(), 10);
    }

    void tenThousandLinesComeInBatches()
    {
        BuildLogView view;
        LogCopy log;
        log.follow(numbered(0, 10000), 0);
        view.setLog(&log, QStringLiteral("log"));
        QTRY_VERIFY(view.isCurrent());
        QVERIFY(view.text().endsWith(QStringLiteral("line 9999")));
    }

    void searchGoesRound()
    {
        BuildLogView view;
        LogCopy log;
        log.follow({"error one", "fine", "error two"}, 0);
        view.setLog(&log, QStringLiteral("log"));
        auto *text = view.findChild<QPlainTextEdit *>();
        auto *words = view.findChild<QLineEdit *>();
        words->setText(QStringLiteral("error"));
        QStringList found;
        text->moveCursor(QTextCursor::Start);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(words, Qt::Key_Return);
            found << QString::number(text->textCursor().blockNumber());
        }
        QCOMPARE(found.join(u' '), QStringLiteral("0 2 0"));
        words->setText(QStringLiteral("no such thing"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(view.findChild<QLabel *>()->text(), QStringLiteral("not found"));
    }

    void markupStaysText()
    {
        BuildLogView view;
        LogCopy log;
        log.follow({"<b>bold</b> &amp;"}, 0);
        view.setLog(&log, QStringLiteral("log"));
        QCOMPARE(view.text(), QStringLiteral("<b>bold</b> &amp;"));
    }
};

QTEST_MAIN(TestBuildLog)
#include "tst_build_log.moc"
