// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/diff.h"
#include "model/text/edit_set.h"
#include "model/text/source_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace drydock;

/// A few hundred bytes with everything that is awkward in them.
static std::string awkwardText(QRandomGenerator &random, int length)
{
    static constexpr std::string_view letters = "FROM a\\\r\n # \xC3\xA9\xFF\0x";
    std::string text;
    for (int i = 0; i < length; ++i)
        text += letters[random.bounded(quint32(letters.size()))];
    return text;
}

static void seeds()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

class TestText : public QObject {
    Q_OBJECT

private slots:
    void randomEditsUndo_data() { seeds(); }
    void randomEditsUndo()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const std::string text = awkwardText(random, 200);
        EditSet edits;
        for (int i = 0; i < 12; ++i) {
            const std::size_t a = random.bounded(201);
            const std::size_t b = std::min<std::size_t>(a + random.bounded(6), 200);
            (void)edits.add({{a, b}, std::string(random.bounded(4), 'y')});
        }
        const std::string edited = edits.applyTo(text);
        QCOMPARE(edits.inverse(text).applyTo(edited), text);
    }

    void editsThatCollideAreRefused_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<bool>("isTaken");
        // Against a replacement of [10, 20).
        QTest::newRow("inside") << 12 << 14 << false;
        QTest::newRow("over its start") << 8 << 11 << false;
        QTest::newRow("over its end") << 19 << 22 << false;
        QTest::newRow("around it") << 5 << 25 << false;
        QTest::newRow("the same") << 10 << 20 << false;
        QTest::newRow("right before") << 5 << 10 << true;
        QTest::newRow("right behind") << 20 << 22 << true;
        QTest::newRow("insertion at its start") << 10 << 10 << true;
        QTest::newRow("insertion at its end") << 20 << 20 << true;
        QTest::newRow("insertion inside") << 15 << 15 << false;
    }
    void editsThatCollideAreRefused()
    {
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(bool, isTaken);
        EditSet edits;
        QVERIFY(edits.add({{10, 20}, "x"}));
        const auto added = edits.add({{std::size_t(begin), std::size_t(end)}, "y"});
        QCOMPARE(added.has_value(), isTaken);
        QCOMPARE(edits.size(), std::size_t(isTaken ? 2 : 1));
    }

    void offsetsFollowEdits_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        // [2, 4) becomes "wxyz", "!" is inserted at 8.
        QTest::newRow("ahead of all") << 1 << 1;
        QTest::newRow("start of a replacement") << 2 << 2;
        QTest::newRow("inside of it") << 3 << 2;
        QTest::newRow("its end") << 4 << 6;
        QTest::newRow("between") << 7 << 9;
        QTest::newRow("at the insertion") << 8 << 11;
        QTest::newRow("behind") << 9 << 12;
    }
    void offsetsFollowEdits()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        EditSet edits;
        QVERIFY(edits.add({{2, 4}, "wxyz"}));
        QVERIFY(edits.add({{8, 8}, "!"}));
        QCOMPARE(edits.mapOffset(std::size_t(before)), std::size_t(after));
    }

    void linesAndPlaces()
    {
        const SourceText text("ab\r\nc\n\nlast");
        QCOMPARE(text.lineCount(), std::size_t(4));
        QCOMPARE(text.slice(text.lineRange(0)), std::string_view("ab"));
        QCOMPARE(text.slice(text.lineRange(3)), std::string_view("last"));
        QCOMPARE(text.lineAt(3), std::size_t(0));
        QCOMPARE(text.lineAt(4), std::size_t(1));
        QCOMPARE(text.lineAt(text.size()), std::size_t(3));
        QCOMPARE(text.offsetOf({0, 99}), std::size_t(2));
        QCOMPARE(text.endOfLine(), EndOfLine::Mixed);
        for (std::size_t offset = 0; offset <= text.size(); ++offset) {
            if (offset != 3 && offset != 2) // Between CR and LF there is no place of its own.
                QCOMPARE(text.offsetOf(text.positionOf(offset)), offset);
        }
    }

    void encodingIsSeen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isValid");
        QTest::newRow("plain") << QByteArray("FROM a") << true;
        QTest::newRow("umlaut") << QByteArray("\xC3\xA4") << true;
        QTest::newRow("ship") << QByteArray("\xF0\x9F\x9A\xA2") << true;
        QTest::newRow("Latin-1") << QByteArray("\xE4 ") << false;
        QTest::newRow("cut short") << QByteArray("\xF0\x9F\x9A") << false;
        QTest::newRow("overlong") << QByteArray("\xC0\x80") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80") << false;
    }
    void encodingIsSeen()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isValid);
        QCOMPARE(SourceText(bytes.toStdString()).isValidUtf8(), isValid);
    }

    void differenceLeadsToTheOtherText_data() { seeds(); }
    void differenceLeadsToTheOtherText()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const std::string before = awkwardText(random, 300);
        std::string after = before;
        for (int i = 0; i < 5; ++i)
            after.replace(random.bounded(quint32(after.size())), random.bounded(9), awkwardText(random, 6));
        const EditSet edits = diffLines(before, after);
        QCOMPARE(edits.applyTo(before), after);
        QCOMPARE(edits.inverse(before).applyTo(after), before);
    }

    void differenceIsSmall()
    {
        const EditSet edits = diffLines("a\nb\nc\nd\n", "a\nc\nx\nd\n");
        QCOMPARE(edits.size(), std::size_t(2));
        QCOMPARE(edits.begin()->range, (TextRange {2, 4}));
        QVERIFY(diffLines("same\n", "same\n").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
