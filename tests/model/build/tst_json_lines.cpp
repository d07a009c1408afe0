// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/json_lines.h"

#include <QTest>

using namespace drydock;

namespace {

/// One line per piece: the first letter of its kind, and its text.
QByteArray inWords(const std::vector<JsonPiece> &pieces)
{
    QByteArray words;
    for (const JsonPiece &piece : pieces) {
        words += "OTLU"[static_cast<int>(piece.kind)];
        words += ' ' + QByteArray::fromStdString(piece.text).replace('\n', "\\n") + '\n';
    }
    return words;
}

std::vector<JsonPiece> split(JsonLines lines, const std::vector<std::string_view> &parts)
{
    std::vector<JsonPiece> pieces;
    for (const std::string_view part : parts) {
        for (JsonPiece &piece : lines.add(part))
            pieces.push_back(std::move(piece));
    }
    if (std::optional<JsonPiece> last = lines.finish())
        pieces.push_back(std::move(*last));
    return pieces;
}

} // namespace

class TestJsonLines : public QObject {
    Q_OBJECT

private slots:
    void takesStreamsApart_data();
    void takesStreamsApart();
    void capsWhatDoesNotEnd();
    void finishesTwice();
};

void TestJsonLines::takesStreamsApart_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("pieces");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("one per line") << QByteArray("{\"a\":1}\n{\"b\":2}\n")
                                  << QByteArray("O {\"a\":1}\nO {\"b\":2}\n");
    QTest::newRow("lines of the classic builder end in two characters")
        << QByteArray("{\"a\":1}\r\n{\"b\":2}\r\n") << QByteArray("O {\"a\":1}\nO {\"b\":2}\n");
    QTest::newRow("several in one line")
        << QByteArray("{\"a\":1}{\"b\":2} {}") << QByteArray("O {\"a\":1}\nO {\"b\":2}\nO {}\n");
    QTest::newRow("spread over lines") << QByteArray("{\n  \"a\": {\n    \"b\": [1]\n  }\n}\n")
                                       << QByteArray("O {\\n  \"a\": {\\n    \"b\": [1]\\n  }\\n}\n");
    QTest::newRow("braces and quotes in strings")
        << QByteArray("{\"a\":\"}{\\\"}\\\\\"}\n{}") << QByteArray("O {\"a\":\"}{\\\"}\\\\\"}\nO {}\n");
    QTest::newRow("text between") << QByteArray("ERROR: failed\r\n\n   3 | >>> RUN {\n{\"a\":1}\nend")
                                  << QByteArray("T ERROR: failed\nT    3 | >>> RUN {\nO {\"a\":1}\nT end\n");
    QTest::newRow("a text that begins with a brace") << QByteArray("{{.Name}} is no object\n{\"a\":1}\n")
                                                     << QByteArray("T {{.Name}} is no object\nO {\"a\":1}\n");
    QTest::newRow("text behind an object") << QByteArray("{} rest\n") << QByteArray("O {}\nT  rest\n");
    QTest::newRow("half an object, then the end")
        << QByteArray("{\"stream\":\"Step 1/2 ") << QByteArray("U {\"stream\":\"Step 1/2 \n");
    QTest::newRow("half an object, then a whole one")
        << QByteArray("{\"stream\":\"Step 1/2 \n{\"a\":1}\n")
        << QByteArray("T {\"stream\":\"Step 1/2 \nO {\"a\":1}\n");
    QTest::newRow("only a brace") << QByteArray("{") << QByteArray("U {\n");
    QTest::newRow("bytes that are no text")
        << QByteArray("\xff\xfe\n{\"a\":\"\xc3\"}") << QByteArray("T \xff\xfe\nO {\"a\":\"\xc3\"}\n");
    QTest::newRow("closing braces only") << QByteArray("}}\n{}") << QByteArray("T }}\nO {}\n");
}

void TestJsonLines::takesStreamsApart()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QByteArray, pieces);
    const std::string_view all(stream.constData(), static_cast<std::size_t>(stream.size()));
    QCOMPARE(inWords(split(JsonLines(), {all})), pieces);

    for (std::size_t cut = 0; cut <= all.size(); ++cut)
        QCOMPARE(inWords(split(JsonLines(), {all.substr(0, cut), all.substr(cut)})), pieces);
    std::vector<std::string_view> single;
    single.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        single.push_back(all.substr(i, 1));
    QCOMPARE(inWords(split(JsonLines(), single)), pieces);
}

void TestJsonLines::capsWhatDoesNotEnd()
{
    const std::string flood(1000, 'x');
    JsonLines text(4000);
    std::vector<JsonPiece> pieces;
    for (int i = 0; i < 100; ++i) {
        for (JsonPiece &piece : text.add(flood))
            pieces.push_back(std::move(piece));
    }
    QCOMPARE(pieces.size(), 1U);
    QCOMPARE(pieces.front().kind, JsonPieceKind::TooLong);
    QCOMPARE(pieces.front().text.size(), 4000U);
    QCOMPARE(inWords(text.add("x\n{\"a\":1}\n")), QByteArray("O {\"a\":1}\n"));

    JsonLines object(10);
    QCOMPARE(inWords(object.add("{\"long\":\"}}}}}}}}}\\\"}\"}{\"a\":1}")),
             QByteArray("L {\"long\":\"}\nO {\"a\":1}\n"));
    QCOMPARE(inWords(object.add("{\"a\":\"1\"}")), QByteArray("O {\"a\":\"1\"}\n"));

    JsonLines blanks(10);
    QCOMPARE(inWords(blanks.add(std::string(100, ' ') + "{}\n")), QByteArray("O {}\n"));
}

void TestJsonLines::finishesTwice()
{
    JsonLines lines;
    lines.add("{\"a\":");
    QVERIFY(lines.finish());
    QVERIFY(!lines.finish());
    QCOMPARE(inWords(lines.add("{}")), QByteArray("O {}\n"));
}

QTEST_APPLESS_MAIN(TestJsonLines)
#include "tst_json_lines.moc"
