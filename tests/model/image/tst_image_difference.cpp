// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/image_difference.h"
#include "tests/model/image/made_image.h"

#include <QTest>

#include <limits>

using namespace drydock;

namespace {

QString inWords(const std::vector<LayerDifference> &layers)
{
    QStringList lines;
    const auto place = [](const std::optional<std::size_t> &index) {
        return index ? QString::number(*index) : QString("-");
    };
    for (const LayerDifference &layer : layers)
        lines << QString("%1:%2 %3>%4")
                     .arg(place(layer.before), place(layer.after))
                     .arg(layer.bytes.before)
                     .arg(layer.bytes.after);
    return lines.join(' ');
}

/// "WORDS BYTES CATEGORY", parted by ";".
Measurement measurementOf(const QString &text)
{
    Measurement measurement;
    measurement.target = {0};
    measurement.store = ImageStore::GraphDriver;
    StageSize stage;
    stage.stage = {0};
    for (const QString &line : text.split(';', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(' ');
        LayerSize layer;
        layer.createdBy = parts[0].toStdString();
        layer.bytes = parts[1].toULongLong();
        layer.category = static_cast<LayerCategory>(parts[2].toInt());
        stage.bytes += layer.bytes;
        stage.layers.push_back(std::move(layer));
    }
    measurement.stages.push_back(std::move(stage));
    return measurement;
}

} // namespace

class TestImageDifference : public QObject {
    Q_OBJECT

private slots:
    void filesAreCompared_data();
    void filesAreCompared();
    void layersAreCompared_data();
    void layersAreCompared();
    void measurementsAreCompared();
    void whatCannotBeComparedIsRefused();
    void numbersAreSafe();
    void whatIsNoticedAtRunTimeIsSaid();
};

void TestImageDifference::filesAreCompared_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the same, in other layers") << "a 1\n--\nb 2\n"
                                               << "b 2\na 1\n"
                                               << "2 same, 3>3";
    QTest::newRow("the largest change first") << "a 1\nb 50\nc 7\n"
                                              << "a 3\nc 7\nd 9\n"
                                              << "removed b, added d, resized a, 1 same, 58>19";
    QTest::newRow("what is hidden does not count") << "a 5\n--\n-a\n"
                                                   << ""
                                                   << "0 same, 0>0";
    QTest::newRow("folders do not count") << "d/ 0\n"
                                          << "e/ 0\n"
                                          << "0 same, 0>0";
    QTest::newRow("a folder becomes a file") << "d/ 0\n"
                                             << "d 5\n"
                                             << "added d, 0 same, 0>5";
}

void TestImageDifference::filesAreCompared()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const ImageDifference difference = differenceOf(madeImage(before), madeImage(after));
    static const char *const changes[] = {"added", "removed", "resized", "same"};
    QStringList words;
    for (const FileDifference &file : difference.files)
        words << QString("%1 %2").arg(changes[static_cast<int>(file.change)],
                                      QString::fromStdString(file.path));
    words << QString("%1 same").arg(difference.sameFiles)
          << QString("%1>%2").arg(difference.bytes.before).arg(difference.bytes.after);
    QTEST(words.join(", "), "expected");
}

void TestImageDifference::layersAreCompared_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the same") << "ab"
                              << "ab"
                              << "0:0 1>1 1:1 1>1";
    QTest::newRow("one is new") << "ac"
                                << "abc"
                                << "0:0 1>1 -:1 0>1 1:2 1>1";
    QTest::newRow("one is gone") << "abc"
                                 << "ac"
                                 << "0:0 1>1 1:- 1>0 2:1 1>1";
    QTest::newRow("another one") << "ab"
                                 << "ac"
                                 << "0:0 1>1 1:- 1>0 -:1 0>1";
    QTest::newRow("nothing before") << ""
                                    << "a"
                                    << "-:0 0>1";
}

void TestImageDifference::layersAreCompared()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto imageOf = [](const QString &names) {
        ImageContents image;
        for (const QChar each : names) {
            image.layers.push_back({});
            image.layers.back().diffId = QString(each).toStdString();
            image.layers.back().bytes = 1;
        }
        return image;
    };
    QTEST(inWords(differenceOf(imageOf(before), imageOf(after)).layers), "expected");
}

void TestImageDifference::measurementsAreCompared()
{
    const auto difference = differenceOf(measurementOf("base 700 0;copy 20 4;make 80 3"),
                                         measurementOf("alpine 8 0;copy 22 4"));
    QVERIFY(difference);
    QStringList rows;
    for (const CategoryDifference &row : difference->categories)
        rows << QString("%1: %2>%3")
                    .arg(static_cast<int>(row.category))
                    .arg(row.bytes.before)
                    .arg(row.bytes.after);
    QCOMPARE(rows.join(", "), QString("0: 700>8, 3: 80>0, 4: 20>22"));
    QCOMPARE(inWords(difference->layers), QString("0:- 700>0 -:0 0>8 1:1 20>22 2:- 80>0"));
    QCOMPARE(difference->scale, std::uint64_t {800});
    QCOMPARE(difference->bytes.difference(), std::int64_t {-770});
    QCOMPARE(difference->bytes.share().value(), -0.9625);
}

void TestImageDifference::whatCannotBeComparedIsRefused()
{
    const Measurement before = measurementOf("a 1 0");
    Measurement after = before;
    after.store = ImageStore::Containerd;
    QCOMPARE(inEnglish(differenceOf(before, after).error().text),
             std::string("The two sizes come from different kinds of image stores, which count differently; "
                         "they cannot be "
                         "compared."));
    after.store = before.store;
    after.target = {7};
    QCOMPARE(inEnglish(differenceOf(before, after).error().text),
             std::string("One of the two images was not measured."));
}

void TestImageDifference::numbersAreSafe()
{
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    QCOMPARE((BytesChange {0, most}).difference(), std::numeric_limits<std::int64_t>::max());
    QCOMPARE((BytesChange {most, 0}).difference(), -std::numeric_limits<std::int64_t>::max());
    QVERIFY(!(BytesChange {0, 5}).share());
}

void TestImageDifference::whatIsNoticedAtRunTimeIsSaid()
{
    ImageConfig before;
    before.command = {"/s"};
    before.ports = {"80/tcp"};
    before.user = "app";
    ImageConfig after = before;
    QVERIFY(differencesOf(before, after).empty());
    after.ports.clear();
    after.command = {"/t"};
    const auto differences = differencesOf(before, after);
    QCOMPARE(differences.size(), std::size_t {2});
    QCOMPARE(static_cast<int>(differences[0].part), static_cast<int>(ContractPart::Program));
    QCOMPARE(static_cast<int>(differences[1].part), static_cast<int>(ContractPart::Ports));
}

QTEST_APPLESS_MAIN(TestImageDifference)
#include "tst_image_difference.moc"
