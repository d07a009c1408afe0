// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/code_edit.h"
#include "ui/text/find_bar.h"
#include "ui/text/go_to_bar.h"
#include "ui/text/search.h"
#include "ui/text/utf16_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

class TestSearch : public QObject {
    Q_OBJECT

private slots:
    void utf16KnowsItsBytes();
    void finds_data();
    void finds();
    void replaces_data();
    void replaces();
    void badPatternIsTold();
    void endlessPatternEnds();
    void barFindsAndGoesRound();
    void replaceAllIsOneStep();
    void replaceOneGoesOn();
    void readOnlyIsNotReplaced();
    void goesToLinesAndStages();
};

static QByteArray bytes(const Document &document)
{
    return {document.text().bytes().data(), static_cast<qsizetype>(document.text().size())};
}

void TestSearch::utf16KnowsItsBytes()
{
    const std::string text = "aä🚢\xff\xe2\x82z";
    const Utf16Text utf16(text);
    QCOMPARE(utf16.text, QStringLiteral("aä🚢\ufffd\ufffd\ufffdz"));
    const std::vector<std::uint32_t> offsets {0, 1, 3, 3, 7, 8, 9, 10, 11};
    QCOMPARE(utf16.offsets, offsets);
}

void TestSearch::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("how"); // c: case, w: words, r: regular expression
    QTest::addColumn<QByteArray>("found"); // begin-end …

    const auto row = [](const char *name, const char *text, const QString &pattern, const char *how,
                        const char *found) {
        QTest::newRow(name) << QByteArray(text) << pattern << QString::fromLatin1(how) << QByteArray(found);
    };
    row("any case", "RUN run Run", "run", "", "0-3 4-7 8-11");
    row("case", "RUN run Run", "run", "c", "4-7");
    row("words", "run running _run run", "run", "w", "0-3 17-20");
    row("dots are dots", "a.b axb", "a.b", "", "0-3");
    row("regular expression", "a.b axb", "a.b", "r", "0-3 4-7");
    row("lines begin", "a\nb\n", "^", "r", "0-0 2-2");
    row("line ends before CR LF", "a\r\nb\r\n", "$", "r", "1-1 4-4 6-6");
    row("other letters", "Ä ä", "ä", "", "0-2 3-5");
    row("bytes behind other letters", "ä🚢x", "x", "", "6-7");
    row("bytes behind invalid ones", "\xff\xfex", "x", "", "2-3");
    row("an invalid byte is one character",
        "a\xff"
        "b",
        "a.b", "r", "0-3");
    row("nothing", "abc", "", "", "");
    row("not there", "abc", "z", "", "");
}

void TestSearch::finds()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pattern);
    QFETCH(QString, how);
    QFETCH(QByteArray, found);
    const SearchResult result = search(SourceText(text.toStdString()),
                                       {pattern, how.contains('c'), how.contains('w'), how.contains('r')});
    QByteArrayList ranges;
    for (const TextRange match : result.matches)
        ranges << QByteArray::number(qulonglong(match.begin)) + '-'
                + QByteArray::number(qulonglong(match.end));
    QCOMPARE(ranges.join(' '), found);
    QCOMPARE(result.problem, QString());
}

void TestSearch::replaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("isRegularExpression");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("plain") << QByteArray("a b a") << "a" << false << "\\1" << QByteArray("\\1 b \\1");
    QTest::newRow("groups") << QByteArray("a=1 b=2") << "(\\w)=(\\d)" << true << "\\2=\\1"
                            << QByteArray("1=a 2=b");
    QTest::newRow("all of it") << QByteArray("ab") << "a" << true << "[\\0]" << QByteArray("[a]b");
    QTest::newRow("line start") << QByteArray("a\nb") << "^" << true << "# " << QByteArray("# a\n# b");
    QTest::newRow("the file's line end") << QByteArray("a b\r\n") << " " << true << "\\n"
                                         << QByteArray("a\r\nb\r\n");
    QTest::newRow("invalid bytes in a group")
        << QByteArray("<\xff>") << "<(.)>" << true << "\\1\\1" << QByteArray("\xff\xff");
    QTest::newRow("invalid bytes around")
        << QByteArray("\xff x \xfe") << "x" << false << "ä" << QByteArray("\xff ä \xfe");
    QTest::newRow("neighbours") << QByteArray("aaa") << "a" << false << "" << QByteArray("");
}

void TestSearch::replaces()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pattern);
    QFETCH(bool, isRegularExpression);
    QFETCH(QString, replacement);
    QFETCH(QByteArray, after);
    const SourceText source(text.toStdString());
    const EditSet edits
        = replacing(source, {pattern, false, false, isRegularExpression}, replacement, {0, source.size()});
    QCOMPARE(QByteArray::fromStdString(edits.applyTo(source.bytes())), after);
}

void TestSearch::badPatternIsTold()
{
    Document document;
    document.reset("FROM a\n");
    CodeEdit edit(document);
    FindBar bar(edit, nullptr);
    bar.setQuery({QStringLiteral("a("), false, false, true});
    QVERIFY2(bar.message().contains(QLatin1String("Not a regular expression")), qPrintable(bar.message()));
    QCOMPARE(bar.replaceAll(), 0);
    QCOMPARE(bytes(document), QByteArray("FROM a\n"));
}

void TestSearch::endlessPatternEnds()
{
    const SourceText text("RUN " + std::string(5000, 'a') + "\nb\n");
    QElapsedTimer clock;
    clock.start();
    const SearchResult result = search(text, {QStringLiteral("(a|aa)+[bc]"), false, false, true});
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!result.problem.isEmpty());
}

void TestSearch::barFindsAndGoesRound()
{
    Document document;
    document.reset("FROM a\nRUN a\n");
    CodeEdit edit(document);
    FindBar bar(edit, nullptr);
    bar.show();
    bar.setQuery({QStringLiteral("a"), false, false, false});
    QCOMPARE(edit.selectedRange(), (TextRange {5, 6}));
    QCOMPARE(bar.message(), QStringLiteral("1 of 2"));
    bar.findNext();
    QCOMPARE(edit.selectedRange(), (TextRange {11, 12}));
    bar.findNext();
    QCOMPARE(edit.selectedRange(), (TextRange {5, 6}));
    QVERIFY2(bar.message().contains(QLatin1String("from the top")), qPrintable(bar.message()));
    bar.findPrevious();
    QCOMPARE(edit.selectedRange(), (TextRange {11, 12}));
    QVERIFY2(bar.message().contains(QLatin1String("from the bottom")), qPrintable(bar.message()));
    bar.setQuery({QStringLiteral("zzz"), false, false, false});
    QCOMPARE(bar.message(), QStringLiteral("No matches"));
}

void TestSearch::replaceAllIsOneStep()
{
    Document document;
    document.reset("a \xff a\na\n");
    CodeEdit edit(document);
    FindBar bar(edit, nullptr);
    bar.show();
    bar.setQuery({QStringLiteral("a"), false, false, false});
    bar.setReplacement(QStringLiteral("bc"));
    QCOMPARE(bar.replaceAll(), 3);
    QCOMPARE(bytes(document), QByteArray("bc \xff bc\nbc\n"));
    QVERIFY(edit.mirror().isInStep());
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(bar.message(), QStringLiteral("3 place(s) changed"));
    document.undoStack().undo();
    QCOMPARE(bytes(document), QByteArray("a \xff a\na\n"));
}

void TestSearch::replaceOneGoesOn()
{
    Document document;
    document.reset("a a a\n");
    CodeEdit edit(document);
    FindBar bar(edit, nullptr);
    bar.show();
    bar.setQuery({QStringLiteral("a"), false, false, false});
    bar.setReplacement(QStringLiteral("aa"));
    bar.replaceOne();
    QCOMPARE(bytes(document), QByteArray("aa a a\n"));
    QCOMPARE(edit.selectedRange(), (TextRange {3, 4})); // Not the letters just put in.
    bar.replaceOne();
    QCOMPARE(bytes(document), QByteArray("aa aa a\n"));
    QCOMPARE(document.undoStack().count(), 2);
}

void TestSearch::readOnlyIsNotReplaced()
{
    Document document;
    document.reset("a\n");
    CodeEdit edit(document);
    edit.setReadOnly(true);
    FindBar bar(edit, nullptr);
    bar.show();
    bar.setQuery({QStringLiteral("a"), false, false, false});
    bar.setReplacement(QStringLiteral("b"));
    bar.replaceOne();
    QCOMPARE(bar.replaceAll(), 0);
    QCOMPARE(bytes(document), QByteArray("a\n"));
}

void TestSearch::goesToLinesAndStages()
{
    Document document;
    document.reset("ARG v\nFROM a AS Build\nRUN x\nFROM b\n");
    CodeEdit edit(document);
    GoToBar bar(edit, nullptr);
    QVERIFY(bar.goTo(QStringLiteral("3")));
    QCOMPARE(edit.caret(), std::size_t(22));
    QVERIFY(bar.goTo(QStringLiteral(" build ")));
    QCOMPARE(edit.caret(), std::size_t(6));
    QVERIFY(bar.goTo(QStringLiteral("stage 1")));
    QCOMPARE(edit.caret(), std::size_t(28));
    QVERIFY(!bar.goTo(QStringLiteral("99")));
    QCOMPARE(bar.message(), QStringLiteral("There are only 5 line(s)."));
    QVERIFY(!bar.goTo(QStringLiteral("<b>x")));
    QCOMPARE(edit.caret(), std::size_t(28));
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
