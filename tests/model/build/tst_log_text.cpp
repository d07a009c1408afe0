// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/log_text.h"

#include <QTest>

using namespace drydock;

namespace {

QByteArray shown(const LogText &text)
{
    QByteArray all;
    for (const std::string &line : text.lines())
        all += '|' + QByteArray::fromStdString(line);
    return all;
}

QByteArray shown(const QByteArray &bytes)
{
    LogText text;
    text.append(bytes.toStdString());
    return shown(text);
}

} // namespace

class TestLogText : public QObject {
    Q_OBJECT

private slots:
    void showsWhatATerminalWould_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("lines") << QByteArray("a\n\nb\r\nc") << QByteArray("|a||b|c");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("a bar that grows") << QByteArray("10%\r20%\r100%\n") << QByteArray("|100%");
        QTest::newRow("colours") << QByteArray("\x1b[31;1mred\x1b[0m \x1b(Bend") << QByteArray("|red end");
        QTest::newRow("a title") << QByteArray("\x1b]0;own3d\aa") << QByteArray("|a");
        QTest::newRow("a link") << QByteArray("\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\")
                                << QByteArray("|text");
        QTest::newRow("the clipboard") << QByteArray("\x1b]52;c;cm0gLXJm\aa") << QByteArray("|a");
        QTest::newRow("a device text") << QByteArray("\x1bPq#0\x1b\\a") << QByteArray("|a");
        QTest::newRow("a title without end hides one line only")
            << QByteArray("\x1b]0;aaa\nsecond\n") << QByteArray("||second");
        QTest::newRow("clear the screen") << QByteArray("a\x1b[2J\x1b[Hb") << QByteArray("|ab");
        QTest::newRow("control characters") << QByteArray("a\0b\x07\x7f\tc", 7) << QByteArray("|a␀b␇␡\tc");
        QTest::newRow("no UTF-8") << QByteArray("a\xff\xc3(\xe2\x82") << QByteArray("|a��(");
        QTest::newRow("overlong and surrogates")
            << QByteArray("\xc0\xaf\xed\xa0\x80") << QByteArray("|�����");
        QTest::newRow("UTF-8") << QByteArray("größe €😀") << QByteArray("|größe €😀");
        QTest::newRow("text that runs backwards") << QByteArray("a\xe2\x80\xae"
                                                                "b")
                                                  << QByteArray("|a<U+202E>b");
        QTest::newRow("a control sequence in one byte") << QByteArray("a\xc2\x9b"
                                                                      "31m")
                                                        << QByteArray("|a<U+009B>31m");
        QTest::newRow("a broken sequence") << QByteArray("\x1b[3\x01"
                                                         "a\x1b[\xc3\xa4")
                                           << QByteArray("|␁aä");
    }
    void showsWhatATerminalWould()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, lines);
        QCOMPARE(shown(bytes), lines);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            LogText text;
            text.append(bytes.left(cut).toStdString());
            text.append(bytes.mid(cut).toStdString());
            QCOMPARE(shown(text), lines);
        }
        LogText text;
        for (const char byte : bytes)
            text.append({&byte, 1});
        QCOMPARE(shown(text), lines);
    }

    void keepsTheLastLines()
    {
        LogText text;
        for (int i = 0; i < 12'000; ++i)
            text.append(std::to_string(i) + "\n");
        QCOMPARE(text.lines().size(), 10'000U);
        QCOMPARE(text.dropped(), 2'000U);
        QCOMPARE(text.lines().front(), std::string("2000"));
    }

    void keepsLittle()
    {
        LogText text;
        const std::string line(60'000, 'x');
        for (int i = 0; i < 120; ++i)
            text.append(line + "\n");
        QVERIFY(text.bytes() <= 5 * 1024 * 1024);
        QVERIFY(text.dropped() > 20);
    }

    void cutsLongLines()
    {
        LogText text;
        for (int i = 0; i < 100; ++i)
            text.append(std::string(10'000, 'x'));
        QCOMPARE(text.lines().size(), 1U);
        QVERIFY(text.lines().front().size() <= 64 * 1024);
        QVERIFY(text.lines().front().ends_with("…"));
        text.append("\nnext");
        QCOMPARE(text.lines().back(), std::string("next"));
    }

    void knowsThatTheEngineCutsItShort()
    {
        LogText text;
        text.append("a [output clipped\n");
        QVERIFY(!text.isClipped());
        text.append("\n[output clip");
        text.append("ped, log limit 200KiB/s reached]\n");
        QVERIFY(text.isClipped());
    }
};

QTEST_APPLESS_MAIN(TestLogText)
#include "tst_log_text.moc"
