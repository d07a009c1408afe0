// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/words.h"

#include <QTest>

using namespace drydock;

/// The rules of BuildKit's shell lexer, which the probes only touch.
class TestWords : public QObject {
    Q_OBJECT

private slots:
    void expands_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("expected"); // "!" in front of an error, without "failed to process …: "
        const auto row = [](const char *word, const char *expected) {
            QTest::newRow(word) << QByteArray(word) << QByteArray(expected);
        };
        // X=abcabc  E=  PATHLIKE=/usr/local/bin
        row("plain", "plain");
        row("$X", "abcabc");
        row("${X}y", "abcabcy");
        row("$Xy", "");
        row("'$X'", "$X");
        row("\"$X\"", "abcabc");
        row("\\$X", "$X");
        row("\"\\$X\"", "$X");
        row("\"a\\b\"", "a\\b");
        row("a\\b", "ab");
        row("$", "$");
        row("$$", "");
        row("a$1b", "ab");
        row("${E:-d}", "d");
        row("${E-d}", "");
        row("${NO:-d}", "d");
        row("${NO:+d}", "");
        row("${X:+d}", "d");
        row("${E:+d}", "");
        row("${E+d}", "d");
        row("${NO:-${X}}", "abcabc");
        row("${NO:-\"a b\"}", "a b");
        row("${X#a}", "bcabc");
        row("${X#*b}", "cabc");
        row("${X##*b}", "c");
        row("${X%c}", "abcab");
        row("${X%b*}", "abca");
        row("${X%%b*}", "a");
        row("${X/b/Z}", "aZcabc");
        row("${X//b/Z}", "aZcaZc");
        row("${X//?c/}", "aa");
        row("${PATHLIKE//\\//_}", "_usr_local_bin");
        row("${NO:?why}", "!NO: why");
        row("${E:?}", "!E: is not allowed to be empty");
        row("${NO?}", "!NO: is not allowed to be unset");
        row("${}", "!syntax error: bad substitution");
        row("${X", "!unsupported modifier (\xEF\xBF\xBD) in substitution");
        row("${X:-a", "!syntax error: missing '}'");
        row("${X/a}", "!syntax error: missing '/' in ${}");
        row("${X#\\a}", "!invalid pattern (\\a) in substitution: invalid escape '\\a'");
        row("\"a", "!unexpected end of statement while looking for matching double-quote");
        row("'a", "!unexpected end of statement while looking for matching single-quote");
    }
    void expands()
    {
        QFETCH(QByteArray, word);
        const Environment environment {{"X", "abcabc"}, {"E", ""}, {"PATHLIKE", "/usr/local/bin"}};
        const ExpandedWord expanded = expandWord(word.toStdString(), environment, '\\');
        QByteArray actual = QByteArray::fromStdString(expanded.text);
        if (!expanded.isFine())
            actual = "!" + QByteArray::fromStdString(expanded.error.substr(expanded.error.find("\": ") + 3));
        QTEST(actual, "expected");
    }

    void splitsIntoWords()
    {
        const Environment environment {{"P", "80 81"}};
        QCOMPARE(expandWord("$P \"82 83\" 84", environment, '\\').words,
                 (std::vector<std::string> {"80", "81", "82 83", "84"}));
    }

    void escapeFollowsTheFile() { QCOMPARE(expandWord("`$X c:\\d", {}, '`').text, std::string("$X c:\\d")); }

    void quotesMayBeLiteral()
    {
        QCOMPARE(expandWord("it's \"$X\"", {{"X", "1"}}, '\\', QuoteRule::Literal).text,
                 std::string("it's \"1\""));
    }

    void namesAreTold()
    {
        const ExpandedWord expanded = expandWord("$A${B:-$C}", {{"A", "1"}}, '\\');
        QCOMPARE(expanded.matched, (std::set<std::string> {"A"}));
        QCOMPARE(expanded.unmatched, (std::set<std::string> {"B", "C"}));
    }

    void deepNestingEnds()
    {
        std::string deep;
        for (int i = 0; i < 30000; ++i)
            deep += "${A:-";
        QVERIFY(!expandWord(deep, {}, '\\').isFine());
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
