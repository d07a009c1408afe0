// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/image_facts.h"

#include <QTest>

using namespace drydock;

namespace {

QString inWords(const std::vector<HistoryEntry> &history)
{
    QStringList lines;
    for (const HistoryEntry &entry : history)
        lines << QString::fromStdString(entry.id + "|" + entry.createdBy + "|" + entry.comment + "|")
                + QString::number(entry.created) + "|" + QString::number(entry.bytes) + "|"
                + QString::number(entry.tags.size());
    return lines.join('\n');
}

QString inWords(const ImageFacts &facts)
{
    QStringList lines {QString::fromStdString("id " + facts.id),
                       QString("tags %1 digests %2").arg(facts.tags.size()).arg(facts.digests.size()),
                       QString::fromStdString("for " + facts.os + "/" + facts.architecture + "/"
                                              + facts.variant + " of " + facts.created),
                       QString("says %1").arg(facts.reportedBytes)};
    for (const std::string &layer : facts.layers)
        lines << QString::fromStdString("layer " + layer);
    for (const std::string &word : facts.config.command)
        lines << QString::fromStdString("cmd " + word);
    return lines.join('\n');
}

} // namespace

class TestImageFacts : public QObject {
    Q_OBJECT

private slots:
    void historyIsRead_data();
    void historyIsRead();
    void whatIsNoHistoryIsRefused_data();
    void whatIsNoHistoryIsRefused();
    void factsAreRead_data();
    void factsAreRead();
    void whatDescribesNoImageIsRefused_data();
    void whatDescribesNoImageIsRefused();
    void aSizeIsTheSumOfTheHistory();
};

void TestImageFacts::historyIsRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("newest first becomes oldest first")
        << QByteArray(
               R"([{"Id":"sha256:b","Created":2,"CreatedBy":"COPY . . # buildkit","Tags":["a:1"],"Size":7,
                          "Comment":"buildkit.dockerfile.v0"},
                         {"Id":"<missing>","Created":1,"CreatedBy":"","Tags":null,"Size":5,"Comment":"Imported from -"}])")
        << QString(
               "<missing>||Imported from -|1|5|0\nsha256:b|COPY . . # buildkit|buildkit.dockerfile.v0|2|7|1");
    QTest::newRow("an image of nothing") << QByteArray("[]") << QString();
    QTest::newRow("every field is missing") << QByteArray("[{}]") << QString("|||0|0|0");
    QTest::newRow("every field is null") << QByteArray(
        R"([{"Id":null,"Created":null,"CreatedBy":null,"Tags":null,"Size":null,"Comment":null}])")
                                         << QString("|||0|0|0");
    QTest::newRow("every field is of another type")
        << QByteArray(R"([{"Id":1,"Created":"now","CreatedBy":[],"Tags":{},"Size":"7","Comment":true}])")
        << QString("|||0|0|0");
    QTest::newRow("sizes that nobody counted, that are too large, that have a fraction")
        << QByteArray(
               R"([{"Size":-1},{"Size":99999999999999999999},{"Size":18446744073709551615},{"Size":7.9}])")
        << QString("|||0|7|0\n|||0|0|0\n|||0|0|0\n|||0|0|0");
}

void TestImageFacts::historyIsRead()
{
    QFETCH(QByteArray, json);
    const auto history = readHistory(json.toStdString());
    QVERIFY(history);
    QTEST(inWords(*history), "expected");
}

void TestImageFacts::whatIsNoHistoryIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an error of the engine") << QByteArray(R"({"message":"No such image"})");
    QTest::newRow("half of it") << QByteArray(R"([{"Id":"sha)");
    QTest::newRow("a list of numbers") << QByteArray("[1]");
    QTest::newRow("not UTF-8") << QByteArray("[{\"Id\":\"\xff\"}]");
    QTest::newRow("nested without end") << QByteArray(200'000, '[');
}

void TestImageFacts::whatIsNoHistoryIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!readHistory(json.toStdString()));
}

void TestImageFacts::factsAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("of an engine with a graph driver") << QByteArray(
        R"({"Id":"sha256:c","RepoTags":["a:1","a:2"],"RepoDigests":["a@sha256:d"],"Created":"2026-01-01T00:00:00Z",
                         "Os":"linux","Architecture":"arm64","Variant":"v8","Size":9,"VirtualSize":9,
                         "RootFS":{"Type":"layers","Layers":["sha256:1","sha256:2"]},"Config":{"Cmd":["/server"]}})")
                                                      << QString(
                                                             "id sha256:c\ntags 2 digests 1\nfor "
                                                             "linux/arm64/v8 of 2026-01-01T00:00:00Z\nsays "
                                                             "9\nlayer sha256:1\n"
                                                             "layer sha256:2\ncmd /server");
    QTest::newRow("names that are none, of an engine before 1.43")
        << QByteArray(R"({"RepoTags":["<none>:<none>"],"RepoDigests":["<none>@<none>"]})")
        << QString("id \ntags 0 digests 0\nfor // of \nsays 0");
    QTest::newRow("nothing but braces")
        << QByteArray("{}") << QString("id \ntags 0 digests 0\nfor // of \nsays 0");
    QTest::newRow("every field is null or of another type") << QByteArray(
        R"({"Id":[],"RepoTags":null,"RepoDigests":"x","Created":7,"Os":null,"Size":"9","RootFS":[],
                         "Config":null})") << QString("id \ntags 0 digests 0\nfor // of \nsays 0");
}

void TestImageFacts::factsAreRead()
{
    QFETCH(QByteArray, json);
    const auto facts = readImageFacts(json.toStdString());
    QVERIFY(facts);
    QTEST(inWords(*facts), "expected");
}

void TestImageFacts::whatDescribesNoImageIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[{}]");
    QTest::newRow("plain text") << QByteArray("client version 1.11 is too old.");
}

void TestImageFacts::whatDescribesNoImageIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!readImageFacts(json.toStdString()));
}

void TestImageFacts::aSizeIsTheSumOfTheHistory()
{
    std::vector<HistoryEntry> history(3);
    history[0].bytes = 5;
    history[2].bytes = 7;
    QCOMPARE(sizeOf(history), std::uint64_t {12});
    history[1].bytes = std::numeric_limits<std::uint64_t>::max();
    QCOMPARE(sizeOf(history), std::numeric_limits<std::uint64_t>::max());
}

QTEST_APPLESS_MAIN(TestImageFacts)
#include "tst_image_facts.moc"
