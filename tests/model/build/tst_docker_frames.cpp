// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/docker_frames.h"

#include <QTest>

using namespace drydock;

namespace {

QByteArray frame(char stream, const QByteArray &payload)
{
    const auto size = static_cast<quint32>(payload.size());
    QByteArray head(8, '\0');
    head[0] = stream;
    head[6] = static_cast<char>(size >> 8U);
    head[7] = static_cast<char>(size & 0xffU);
    return head + payload;
}

/// All of one stream, whatever its cuts, and then the other.
QByteArray inWords(const std::vector<std::string_view> &parts)
{
    DockerFrames frames;
    QByteArray out = "out ";
    QByteArray errors = "errors ";
    for (const std::string_view part : parts) {
        for (const OutputPiece &piece : frames.add(part))
            (piece.stream == OutputStream::Out ? out : errors) += QByteArray::fromStdString(piece.bytes);
    }
    out += QByteArray::fromStdString(frames.finish());
    return out + '|' + errors + (frames.isRaw() ? "|raw" : "");
}

} // namespace

class TestDockerFrames : public QObject {
    Q_OBJECT

private slots:
    void tellsStreamsApart_data();
    void tellsStreamsApart();
    void holdsNothingBack();
};

void TestDockerFrames::tellsStreamsApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QByteArray() << QByteArray("out |errors ");
    QTest::newRow("both streams") << frame(1, "one\n") + frame(2, "bad\n") + frame(1, "two")
                                  << QByteArray("out one\ntwo|errors bad\n");
    QTest::newRow("an empty frame") << frame(1, "") + frame(2, "x") << QByteArray("out |errors x");
    QTest::newRow("the engine's own trouble") << frame(3, "x") << QByteArray("out |errors x");
    QTest::newRow("a terminal") << QByteArray("hello\n") << QByteArray("out hello\n|errors |raw");
    QTest::newRow("a terminal that begins like a frame")
        << QByteArray("\1\0x", 3) << QByteArray("out \1\0x|errors |raw", 19);
    QTest::newRow("cut in a head") << frame(1, "one") + QByteArray("\1\0", 2)
                                   << QByteArray("out one\1\0|errors ", 17);
    QTest::newRow("cut in a payload") << frame(2, "one").chopped(1) << QByteArray("out |errors on");
    QTest::newRow("no frame behind a frame")
        << frame(2, "one") + "two" << QByteArray("out two|errors one|raw");
    QTest::newRow("a frame of 300 bytes")
        << frame(1, QByteArray(300, 'y')) << "out " + QByteArray(300, 'y') + "|errors ";
}

void TestDockerFrames::tellsStreamsApart()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, words);
    const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QCOMPARE(inWords({all}), words);
    for (std::size_t cut = 0; cut <= all.size(); ++cut)
        QCOMPARE(inWords({all.substr(0, cut), all.substr(cut)}), words);
    std::vector<std::string_view> single;
    single.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        single.push_back(all.substr(i, 1));
    QCOMPARE(inWords(single), words);
}

void TestDockerFrames::holdsNothingBack()
{
    DockerFrames frames;
    const std::string head("\1\0\0\0\xff\xff\xff\xff", 8);
    const std::vector<OutputPiece> pieces = frames.add(head + "first bytes");
    QCOMPARE(pieces.size(), 1U);
    QCOMPARE(pieces.front().bytes, std::string("first bytes"));
}

QTEST_APPLESS_MAIN(TestDockerFrames)
#include "tst_docker_frames.moc"
