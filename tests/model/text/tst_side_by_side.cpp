// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/side_by_side.h"

#include <QTest>

#include <algorithm>

using namespace drydock;

namespace {

QByteArray shown(const SideLine &line)
{
    if (line.number == 0)
        return "-";
    std::string text = line.text;
    for (std::size_t i = line.marks.size(); i-- > 0;) {
        text.insert(line.marks[i].end, "]");
        text.insert(line.marks[i].begin, "[");
    }
    return QByteArray::number(qulonglong(line.number)) + ' ' + QByteArray::fromStdString(text);
}

/// A line for each row, what became something else in brackets.
QByteArray shown(const std::vector<SideRow> &rows)
{
    QByteArray all;
    for (const SideRow &row : rows)
        all += shown(row.before) + (row.isSame() ? " = " : " | ") + shown(row.after) + '\n';
    return all;
}

/// What stands on one side, put together again.
QByteArray linesOf(const std::vector<SideRow> &rows, SideLine SideRow::*side)
{
    QByteArray all;
    std::size_t number = 0;
    for (const SideRow &row : rows) {
        if ((row.*side).number == 0)
            continue;
        if ((row.*side).number != ++number)
            return "numbers are out of order";
        all += QByteArray::fromStdString((row.*side).text) + '\n';
    }
    return all;
}

} // namespace

class TestSideBySide : public QObject {
    Q_OBJECT

private slots:
    void aligns_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char *name, const char *before, const char *after, const char *rows) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(rows);
        };
        row("the same", "a\nb\n", "a\nb\n", "1 a = 1 a\n2 b = 2 b\n");
        row("nothing", "", "", "");
        row("a new file", "", "a\n", "- | 1 a\n");
        row("a word", "FROM golang:1.21\n", "FROM golang:1.22\n",
            "1 FROM golang:1.[21] | 1 FROM golang:1.[22]\n");
        row("a name is given", "FROM golang\nRUN x\n", "FROM golang AS build\nRUN x\n",
            "1 FROM golang | 1 FROM golang[ AS build]\n2 RUN x = 2 RUN x\n");
        row("a line more", "a\nb\n", "a\nnew line\nb\n", "1 a = 1 a\n- | 2 new line\n2 b = 3 b\n");
        row("a line less", "a\nold line\nb\n", "a\nb\n", "1 a = 1 a\n2 old line | -\n3 b = 2 b\n");
        row("nothing in common", "x\nAAA bbb\ny\n", "x\nccc DDD\ny\n",
            "1 x = 1 x\n2 AAA bbb | -\n- | 2 ccc DDD\n3 y = 3 y\n");
        row("the pair is not the first", "RUN make install\n", "# a remark above\nRUN make clean install\n",
            "- | 1 # a remark above\n1 RUN make install | 2 RUN make [clean ]install\n");
        row("words beside each other", "CMD go run the server\n", "CMD go run my program\n",
            "1 CMD go run [the server] | 1 CMD go run [my program]\n");
        row("the last line gets its end", "a\nb", "a\nb\nc\n", "1 a = 1 a\n2 b = 2 b\n- | 3 c\n");
        row("the last line loses its end", "a\nb\n", "a\nb", "1 a = 1 a\n2 b = 2 b\n");
        row("CR LF", "a\r\nRUN one two\r\n", "a\r\nRUN one three\r\n",
            "1 a = 1 a\n2 RUN one [two] | 2 RUN one [three]\n");
        row("empty lines", "a\n\n\nb\n", "a\n\nb\n", "1 a = 1 a\n2  = 2 \n3  | -\n4 b = 3 b\n");
        row("letters of several bytes",
            "LABEL a=stra\xC3\x9F"
            "e b\n",
            "LABEL a=stra\xC3\x9F"
            "en b\n",
            "1 LABEL a=[stra\xC3\x9F"
            "e] b | 1 LABEL a=[stra\xC3\x9F"
            "en] b\n");
    }
    void aligns()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(shown(sideBySide(before.toStdString(), after.toStdString())), "rows");
    }

    void nothingIsLost_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 0; seed < 300; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void nothingIsLost()
    {
        QFETCH(uint, seed);
        const auto random = [&seed](uint most) {
            seed = seed * 1664525U + 1013904223U;
            return (seed >> 8U) % most;
        };
        const auto text = [&random] {
            QByteArray all;
            for (uint line = random(12); line > 0; --line) {
                for (uint word = random(5); word > 0; --word)
                    all += QByteArray("abc").at(int(random(3))) + QByteArray(random(2) ? " " : "");
                all += '\n';
            }
            return all;
        };
        const QByteArray before = text();
        const QByteArray after = text();
        const auto rows = sideBySide(before.toStdString(), after.toStdString());
        QCOMPARE(linesOf(rows, &SideRow::before), before);
        QCOMPARE(linesOf(rows, &SideRow::after), after);
        QVERIFY(std::ranges::none_of(
            rows, [](const SideRow &row) { return row.before.number == 0 && row.after.number == 0; }));
    }
};

QTEST_GUILESS_MAIN(TestSideBySide)
#include "tst_side_by_side.moc"
