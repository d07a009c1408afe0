// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/stage_graph.h"
#include "model/image/estimate.h"
#include "model/image/measurement_list.h"
#include "model/image/measurement_text.h"

#include <QTest>

using namespace drydock;

namespace {

Measurement sample()
{
    Measurement measurement;
    measurement.target = {1};
    measurement.textHash = "cbf29ce484222325";
    measurement.image = "web:latest";
    measurement.engine = "docker 20.10.24";
    measurement.store = ImageStore::Containerd;
    measurement.time = 1'767'225'600;
    ImageConfig config;
    config.entrypoint = {"/app", "serve"};
    config.command = {"--port", "80"};
    config.environment = {{"PATH", "/bin"}, {"A", ""}};
    config.workingDirectory = "/srv";
    config.user = "10001";
    config.ports = {"80/tcp"};
    config.volumes = {"/data"};
    config.stopSignal = "SIGINT";
    config.healthcheck = {"--interval=5s", "CMD", "true"};
    config.labels = {{"b", "1"}, {"a", "2"}};
    config.shell = {"/bin/bash", "-c"};
    config.triggers = {"RUN true"};
    measurement.config = config;
    StageSize stage;
    stage.stage = {1};
    stage.name = "build";
    stage.image = "sha256:1";
    stage.bytes = std::numeric_limits<std::uint64_t>::max();
    stage.baseBytes = 3;
    stage.downloadBytes = 5;
    stage.isApproximate = true;
    stage.layers.push_back({{}, "ADD x / # buildkit", 3, LayerCategory::Base, "sha256:a"});
    stage.layers.push_back({{7}, "RUN echo \"ü\"\n", 4, LayerCategory::BuildOutput, ""});
    measurement.stages.push_back(stage);
    stage.downloadBytes.reset();
    stage.stage = {0};
    measurement.stages.push_back(stage);
    return measurement;
}

Measurement ofText(const char *hash, ImageStore store = ImageStore::GraphDriver)
{
    Measurement measurement;
    measurement.textHash = hash;
    measurement.store = store;
    return measurement;
}

/// What was measured of the two-stage text below.
struct Measured {
    Syntax syntax;
    StageGraph graph;
    Measurement measurement;
};

const char *const oldText = "FROM golang:1.21 AS build\nCOPY . .\nRUN go build -o /s\nFROM alpine:3.18\n"
                            "COPY --from=build /s /s\nCMD [\"/s\"]\n";

Measured measured()
{
    Measured result;
    result.syntax = parse(SourceText(std::string(oldText)));
    result.graph = makeStageGraph(result.syntax, {});
    const auto entry = [](const char *words, std::uint64_t bytes) {
        HistoryEntry made;
        made.createdBy = words;
        made.bytes = bytes;
        return made;
    };
    result.measurement.target = {1};
    result.measurement.stages.push_back(matchHistory(
        result.syntax, result.graph, {0},
        {entry("", 700), entry("COPY . . # buildkit", 5), entry("RUN go build -o /s # buildkit", 60)}, {}));
    result.measurement.stages.push_back(
        matchHistory(result.syntax, result.graph, {1},
                     {entry("", 7), entry("COPY /s /s # buildkit", 30), entry("CMD [\"/s\"]", 0)}, {}));
    return result;
}

QString inWords(const Estimate &estimate)
{
    QStringList lines;
    for (const EstimatedStage &stage : estimate.stages) {
        QStringList layers;
        for (const LayerSize &layer : stage.size.layers)
            layers << QString::number(layer.bytes)
                    + (layer.instruction ? QString("@%1").arg(layer.instruction.value) : QString());
        lines << QString("%1%2 (%3), %4 unknown")
                     .arg(stage.isEstimate ? "about " : "")
                     .arg(stage.size.bytes)
                     .arg(layers.join(' '))
                     .arg(stage.unknownLayers);
    }
    return lines.join('\n');
}

} // namespace

class TestMeasurements : public QObject {
    Q_OBJECT

private slots:
    void aTextGivesTheMeasurementBack();
    void bytesThatAreNoTextAreKeptReadable();
    void oddTextsAreRead_data();
    void oddTextsAreRead();
    void whatIsNoMeasurementIsRefused_data();
    void whatIsNoMeasurementIsRefused();
    void theLastOnesAreKept();
    void thePinnedOneStays();
    void theOneBeforeIsFound();
    void aListIsWrittenAndRead();
    void aTextIsEstimated_data();
    void aTextIsEstimated();
    void everyFigureHasABasis();
};

void TestMeasurements::aTextGivesTheMeasurementBack()
{
    const Measurement before = sample();
    const auto after = readMeasurement(measurementText(before));
    QVERIFY(after);
    QVERIFY(*after == before);
    QVERIFY(*readMeasurement(measurementText({})) == Measurement());
}

void TestMeasurements::bytesThatAreNoTextAreKeptReadable()
{
    Measurement measurement = sample();
    measurement.image = "a\xff";
    const auto after = readMeasurement(measurementText(measurement));
    QVERIFY(after);
    QCOMPARE(after->image, std::string("a\xef\xbf\xbd"));
}

void TestMeasurements::oddTextsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing but a version") << R"({"version":1})";
    QTest::newRow("every field is null")
        << R"({"version":1,"target":null,"textHash":null,"image":null,"store":null,"time":null,"stages":null})";
    QTest::newRow("every field is of another type")
        << R"({"version":1,"target":"x","textHash":[],"image":7,"engine":{},"store":9,"time":"now","stages":{}})";
    QTest::newRow("a store that is not known yet") << R"({"version":1,"store":"cloud"})";
    QTest::newRow("indexes that cannot be")
        << R"({"version":1,"target":18446744073709551615,"stages":[1,null,[]]})";
}

void TestMeasurements::oddTextsAreRead()
{
    QFETCH(QString, text);
    const auto measurement = readMeasurement(text.toStdString());
    QVERIFY(measurement);
    QVERIFY(*measurement == Measurement());
}

void TestMeasurements::whatIsNoMeasurementIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QString none = "This is no measurement of an image.";
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("half of one") << QByteArray(R"({"version":1,"st)") << none;
    QTest::newRow("something else") << QByteArray("[]") << none;
    QTest::newRow("no version") << QByteArray("{}") << none;
    QTest::newRow("a version to come")
        << QByteArray(R"({"version":2})") << "A newer Drydock wrote this measurement.";
}

void TestMeasurements::whatIsNoMeasurementIsRefused()
{
    QFETCH(QByteArray, text);
    const auto measurement = readMeasurement(text.toStdString());
    QVERIFY(!measurement);
    QTEST(QString::fromStdString(inEnglish(measurement.error().text)), "expected");
}

void TestMeasurements::theLastOnesAreKept()
{
    MeasurementList list;
    for (int i = 0; i < 25; ++i)
        list.add(ofText(std::to_string(i).c_str()));
    QCOMPARE(list.measurements().size(), MeasurementList::mostMeasurements);
    QCOMPARE(list.measurements().front().textHash, std::string("5"));
    QCOMPARE(list.measurements().back().textHash, std::string("24"));
    QVERIFY(!list.ofText("4"));
    QCOMPARE(list.ofText("7"), &list.measurements()[2]);
}

void TestMeasurements::thePinnedOneStays()
{
    MeasurementList list;
    list.add(ofText("first"));
    list.pin(0);
    for (int i = 0; i < 25; ++i)
        list.add(ofText("other"));
    QCOMPARE(list.pinned()->textHash, std::string("first"));
    QCOMPARE(list.ofText("first"), list.pinned());
    QCOMPARE(list.before(), list.pinned());
    list.unpin();
    QVERIFY(!list.pinned());
    QVERIFY(!list.ofText("first"));
}

void TestMeasurements::theOneBeforeIsFound()
{
    MeasurementList list;
    QVERIFY(!list.before());
    list.add(ofText("a"));
    QVERIFY(!list.before());
    list.add(ofText("b", ImageStore::Containerd));
    QVERIFY(!list.before());
    list.add(ofText("c"));
    list.add(ofText("c"));
    QCOMPARE(list.before(), list.measurements().data());
}

void TestMeasurements::aListIsWrittenAndRead()
{
    MeasurementList list;
    list.add(sample());
    list.add(ofText("b"));
    list.pin(0);
    const auto after = MeasurementList::read(list.text());
    QVERIFY(after);
    QVERIFY(after->measurements() == list.measurements());
    QVERIFY(*after->pinned() == *list.pinned());
    const auto partly
        = MeasurementList::read(R"({"measurements":[7,{"version":9},{"version":1}],"pinned":{}})");
    QVERIFY(partly);
    QCOMPARE(partly->measurements().size(), std::size_t {1});
    QVERIFY(!partly->pinned());
    QVERIFY(!MeasurementList::read("[]"));
    QVERIFY(!MeasurementList::read("{}"));
}

void TestMeasurements::aTextIsEstimated_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString same = oldText;
    const QString build = "765 (700 5@1 60@2), 0 unknown\n";
    QTest::newRow("as it was built") << same << build + "37 (7 30@4 0@5), 0 unknown";
    QTest::newRow("a line above all does not matter")
        << "ARG X=1\n" + same << "about 765 (700 5@2 60@3), 0 unknown\nabout 37 (7 30@5 0@6), 0 unknown";
    QTest::newRow("a comment does not matter") << "# more\n" + same << build + "37 (7 30@4 0@5), 0 unknown";
    QTest::newRow("a line that takes nothing is added") << same + "USER 7\n"
                                                        << build + "about 37 (7 30@4 0@5 0@6), 0 unknown";
    QTest::newRow("a line nobody knows is added") << same + "RUN x\n"
                                                  << build + "about 37 (7 30@4 0@5 0@6), 1 unknown";
    QTest::newRow("a line is removed")
        << same.left(same.indexOf("CMD")) << build + "about 37 (7 30@4), 0 unknown";
    QTest::newRow("what a stage takes from another one has changed")
        << QString(same).replace("RUN go build", "RUN CGO_ENABLED=0 go build")
        << "about 705 (700 5@1 0@2), 1 unknown\nabout 37 (7 30@4 0@5), 0 unknown";
    QTest::newRow("another base nobody knows")
        << QString(same).replace("alpine:3.18", "who/knows") << build + "about 30 (0 30@4 0@5), 1 unknown";
    QTest::newRow("the base of another stage was measured")
        << QString(same).replace("alpine:3.18", "golang:1.21")
        << build + "about 730 (700 30@4 0@5), 0 unknown";
    QTest::newRow("from nothing") << QString(same).replace("alpine:3.18", "scratch")
                                  << build + "about 30 (30@4 0@5), 0 unknown";
    QTest::newRow("a stage upon a stage") << QString(same).replace("alpine:3.18", "build")
                                          << build + "about 795 (700 5@1 60@2 30@4 0@5), 0 unknown";
    QTest::newRow("a stage upon itself") << "FROM x AS y\nFROM y AS x\n"
                                         << "about 0 (0), 1 unknown\nabout 0 (0), 1 unknown";
    QTest::newRow("no stages") << ""
                               << "";
}

void TestMeasurements::aTextIsEstimated()
{
    QFETCH(QString, text);
    const Measured before = measured();
    const Syntax syntax = parse(SourceText(text.toStdString()));
    QTEST(inWords(estimateFrom(before.measurement, before.syntax, before.graph, syntax,
                               makeStageGraph(syntax, {}))),
          "expected");
}

void TestMeasurements::everyFigureHasABasis()
{
    const Measured before = measured();
    const Syntax syntax = parse(
        SourceText(std::string("FROM debian:bookworm-slim\nRUN x\nENV A=1\nCOPY --from=build /s /s\n")));
    const Estimate estimate
        = estimateFrom(before.measurement, before.syntax, before.graph, syntax, makeStageGraph(syntax, {}));
    const EstimatedStage &stage = *estimate.result();
    QVERIFY(stage.isEstimate);
    QVERIFY(stage.size.layers[0].bytes > 10'000'000);
    QStringList bases;
    for (const UserText &basis : stage.layerBases)
        bases << QString::fromStdString(inEnglish(basis)).left(29);
    QCOMPARE(bases.join('\n'),
             QString("“debian:bookworm-slim” takes \nNot known before it is built.\nBrings no files.\n"
                     "Measured: the same line weigh"));
    QCOMPARE(QString::fromStdString(inEnglish(stage.basis)),
             QString("At least this much; 1 instructions were never measured."));
}

QTEST_APPLESS_MAIN(TestMeasurements)
#include "tst_measurements.moc"
