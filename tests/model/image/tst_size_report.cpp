// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/stage_graph.h"
#include "model/image/size_report.h"

#include <QTest>

using namespace drydock;

namespace {

/// A line per entry: "BYTES WORDS", oldest first.
std::vector<HistoryEntry> historyOf(const QString &text)
{
    std::vector<HistoryEntry> history;
    for (const QString &line : text.split('\n', Qt::SkipEmptyParts)) {
        HistoryEntry entry;
        entry.bytes = line.section(' ', 0, 0).toULongLong();
        entry.createdBy = line.section(' ', 1).toStdString();
        history.push_back(std::move(entry));
    }
    return history;
}

QString nameOf(LayerCategory category)
{
    switch (category) {
    case LayerCategory::Base:
        return "base";
    case LayerCategory::Packages:
        return "packages";
    case LayerCategory::Dependencies:
        return "dependencies";
    case LayerCategory::BuildOutput:
        return "build output";
    case LayerCategory::Application:
        return "application";
    case LayerCategory::Other:
        break;
    }
    return "other";
}

/// A line per layer: "LINE CATEGORY BYTES DIFFID", then what is approximate.
QString inWords(const StageSize &size, const Syntax &syntax)
{
    QStringList lines;
    for (const LayerSize &layer : size.layers) {
        const QString line
            = layer.instruction ? QString::number(syntax.at(layer.instruction).firstLine) : QString("-");
        lines << QString("%1 %2 %3 %4")
                     .arg(line, nameOf(layer.category))
                     .arg(layer.bytes)
                     .arg(QString::fromStdString(layer.diffId))
                     .trimmed();
    }
    lines << QString("%1 of base %2%3")
                 .arg(size.bytes)
                 .arg(size.baseBytes)
                 .arg(size.isApproximate ? ", about" : "");
    return lines.join('\n');
}

} // namespace

class TestSizeReport : public QObject {
    Q_OBJECT

private slots:
    void entriesFindTheirLines_data();
    void entriesFindTheirLines();
    void layersFindTheirEntries_data();
    void layersFindTheirEntries();
    void instructionsHaveACategory_data();
    void instructionsHaveACategory();
    void aTextIsNamedByItsBytes();
    void aStageIsFoundInAMeasurement();
};

void TestSizeReport::entriesFindTheirLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("history");
    QTest::addColumn<QString>("expected");

    const QString app = "FROM alpine:3.18\nARG SIZE=2\nWORKDIR /app\nCOPY . .\nRUN go build -o /s \\\n    "
                        ".\nCMD [\"/s\"]\n";
    QTest::newRow("the classic builder’s words")
        << app << 0
        << "20 \n0 /bin/sh -c #(nop)  ARG SIZE=2\n0 /bin/sh -c #(nop) WORKDIR /app\n"
           "30 /bin/sh -c #(nop) COPY dir:8507 in . \n400 |1 SIZE=2 /bin/sh -c go build -o /s     .\n"
           "0 /bin/sh -c #(nop)  CMD [\"/s\"]"
        << "- base 20\n2 other 0\n3 other 0\n4 application 30\n5 build output 400\n7 other 0\n450 of base 20";
    QTest::newRow("BuildKit’s words")
        << app << 0
        << "5 ADD alpine.tar / # buildkit\n0 CMD [\"sh\"]\n0 ARG SIZE=9\n8192 WORKDIR /app\n30 COPY . . # "
           "buildkit\n"
           "400 RUN |1 SIZE=2 /bin/sh -c go build -o /s     . # buildkit\n0 CMD [\"/s\"]"
        << "- base 5\n- base 0\n2 other 0\n3 other 8192\n4 application 30\n5 build output 400\n7 other "
           "0\n8627 of base 5";
    QTest::newRow("labels of the request are one more entry with the classic builder")
        << "FROM a\nRUN apk add git\nLABEL a=1\n"
        << 0
        << "1 \n2 /bin/sh -c apk add git\n0 /bin/sh -c #(nop)  LABEL a=1\n0 /bin/sh -c #(nop)  LABEL "
           "drydock.stage=a"
        << "- base 1\n2 packages 2\n3 other 0\n- other 0\n3 of base 1";
    QTest::newRow("and where no LABEL stands at the end")
        << "FROM a\nRUN apk add git\n"
        << 0 << "1 \n2 /bin/sh -c apk add git\n0 /bin/sh -c #(nop)  LABEL drydock.stage=a"
        << "- base 1\n2 packages 2\n- other 0\n3 of base 1";
    QTest::newRow("a stage on a stage: its lines are known, and are of the base")
        << "FROM a AS deps\nRUN npm ci\nFROM deps\nCOPY . .\n"
        << 1 << "1 \n2 RUN /bin/sh -c npm ci # buildkit\n4 COPY . . # buildkit"
        << "- base 1\n2 base 2\n4 application 4\n7 of base 3";
    QTest::newRow("a stage that no other stage needs to know")
        << "FROM a AS deps\nRUN npm ci\nFROM deps\nCOPY . .\n"
        << 0 << "1 \n2 RUN /bin/sh -c npm ci # buildkit"
        << "- base 1\n2 dependencies 2\n3 of base 1";
    QTest::newRow("ONBUILD of a stage of this file")
        << "FROM a AS one\nONBUILD COPY . /src\nFROM one\nRUN make\n"
        << 1 << "1 \n0 ONBUILD COPY . /src\n8 COPY . /src # buildkit\n16 RUN /bin/sh -c make # buildkit"
        << "- base 1\n2 base 0\n2 base 8\n4 build output 16\n25 of base 9";
    QTest::newRow("ONBUILD of the base image belongs to the base")
        << "FROM a\nRUN make\n"
        << 0 << "1 \n8 COPY . /src # buildkit\n16 RUN /bin/sh -c make # buildkit"
        << "- base 1\n- base 8\n2 build output 16\n25 of base 9";
    QTest::newRow("from nothing, every entry is a line") << "FROM scratch\nCOPY s /s\nCMD [\"/s\"]\n"
                                                         << 0 << "7 COPY s /s # buildkit\n0 CMD [\"/s\"]"
                                                         << "2 application 7\n3 other 0\n7 of base 0";
    QTest::newRow("a line that was added since: the words decide")
        << "FROM a\nENV A=1\nRUN make\nCOPY b /b\n"
        << 0 << "1 \n16 RUN /bin/sh -c make # buildkit\n2 COPY b /b # buildkit"
        << "- base 1\n3 build output 16\n4 application 2\n19 of base 1, about";
    QTest::newRow("a line that was removed since")
        << "FROM a\nRUN make\n"
        << 0 << "1 \n16 RUN /bin/sh -c make # buildkit\n2 COPY b /b # buildkit\n0 USER 7"
        << "- base 1\n2 build output 16\n- other 2\n- other 0\n19 of base 1, about";
    QTest::newRow("an image of another file") << "FROM a\nCOPY . .\n"
                                              << 0 << "1 \n2 /bin/sh -c echo"
                                              << "- other 1\n- other 2\n3 of base 0, about";
    QTest::newRow("no history") << "FROM a\nCOPY . .\n"
                                << 0 << ""
                                << "0 of base 0, about";
    QTest::newRow("a stage of nothing but FROM") << "FROM a\n"
                                                 << 0 << "3 x\n4 y"
                                                 << "- base 3\n- base 4\n7 of base 7";
    QTest::newRow("a shell of one’s own")
        << "FROM a\nSHELL [\"/bin/bash\",\"-c\"]\nENV A=1\n"
        << 0 << "1 \n0 /bin/sh -c #(nop)  SHELL [/bin/bash -c]\n0 /bin/bash -c #(nop) ENV A=1"
        << "- base 1\n2 other 0\n3 other 0\n1 of base 1";
    QTest::newRow("stages in a circle") << "FROM b AS a\nRUN x\nFROM a AS b\nRUN y\n"
                                        << 1 << "1 \n2 RUN x\n3 RUN y"
                                        << "- base 1\n2 base 2\n4 other 3\n6 of base 3";
}

void TestSizeReport::entriesFindTheirLines()
{
    QFETCH(QString, text);
    QFETCH(int, stage);
    QFETCH(QString, history);
    const Syntax syntax = parse(SourceText(text.toStdString()));
    const StageGraph graph = makeStageGraph(syntax, {});
    const StageSize size
        = matchHistory(syntax, graph, {static_cast<std::size_t>(stage)}, historyOf(history), {});
    QTEST(inWords(size, syntax), "expected");
}

void TestSizeReport::layersFindTheirEntries_data()
{
    QTest::addColumn<QString>("history");
    QTest::addColumn<QStringList>("layers");
    QTest::addColumn<QString>("expected");
    QTest::newRow("those with bytes") << "9 \n0 ENV A=1\n2 COPY . ." << QStringList {"a", "b"} << "a  b";
    QTest::newRow("each has one") << "9 \n0 WORKDIR /a\n2 COPY . ." << QStringList {"a", "b", "c"} << "a b c";
    QTest::newRow("a layer of no bytes is somewhere")
        << "9 \n0 WORKDIR /a\n0 ENV A=1\n2 COPY . ." << QStringList {"a", "b", "c"} << "   ";
    QTest::newRow("nobody said") << "9 \n2 COPY . ." << QStringList() << " ";
}

void TestSizeReport::layersFindTheirEntries()
{
    QFETCH(QString, history);
    QFETCH(QStringList, layers);
    const Syntax syntax = parse(SourceText(std::string("FROM a\nCOPY . .\n")));
    std::vector<std::string> ids;
    for (const QString &layer : layers)
        ids.push_back(layer.toStdString());
    const StageSize size = matchHistory(syntax, makeStageGraph(syntax, {}), {0}, historyOf(history), ids);
    QStringList found;
    for (const LayerSize &layer : size.layers)
        found << QString::fromStdString(layer.diffId);
    QTEST(found.join(' '), "expected");
}

void TestSizeReport::instructionsHaveACategory_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *instruction, const char *expected) {
        QTest::newRow(instruction) << QString(expected);
    };
    row("RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*", "packages");
    row("RUN apt-get -o Dpkg::Use-Pty=0 install -y curl", "packages");
    row("RUN apk add --no-cache git", "packages");
    row("RUN dnf -y install gcc", "packages");
    row("RUN go mod download", "dependencies");
    row("RUN npm ci", "dependencies");
    row("RUN npm ci && npm run build", "build output");
    row("RUN pip3 install -r requirements.txt", "dependencies");
    row("RUN python -m pip install flask", "dependencies");
    row("RUN apt-get install -y python3-pip && pip install flask", "dependencies");
    row("RUN --mount=type=cache,target=/root/.cache CGO_ENABLED=0 go build -o /s .", "build output");
    row("RUN cargo build --release", "build output");
    row("RUN ./mvnw -B dependency:go-offline", "dependencies");
    row("RUN mvn -B package", "build output");
    row("RUN gradle bootJar", "build output");
    row("RUN dotnet restore", "dependencies");
    row("RUN yarn", "dependencies");
    row("RUN yarn build", "build output");
    row("RUN [\"make\", \"install\"]", "build output");
    row("RUN mkdir /x", "other");
    row("RUN apt-get clean", "other");
    row("COPY . .", "application");
    row("ADD a.tar /", "application");
    row("ENV A=1", "other");
}

void TestSizeReport::instructionsHaveACategory()
{
    const Syntax syntax = parse(SourceText(std::string("FROM a\n") + QTest::currentDataTag() + "\n"));
    QTEST(nameOf(categoryOf(syntax, syntax.at({1}))), "expected");
}

void TestSizeReport::aTextIsNamedByItsBytes()
{
    // Known answers of FNV-1a, 64 bits.
    QCOMPARE(hashOf(""), std::string("cbf29ce484222325"));
    QCOMPARE(hashOf("a"), std::string("af63dc4c8601ec8c"));
    QCOMPARE(hashOf("foobar"), std::string("85944171f73967e8"));
}

void TestSizeReport::aStageIsFoundInAMeasurement()
{
    Measurement measurement;
    measurement.stages.resize(2);
    measurement.stages[0].stage = {4};
    measurement.stages[1].stage = {7};
    measurement.target = {7};
    QCOMPARE(measurement.result(), &measurement.stages[1]);
    QCOMPARE(measurement.ofStage({4}), &measurement.stages[0]);
    QVERIFY(!measurement.ofStage({5}));
    measurement.stages[0].stage = {};
    QVERIFY(!measurement.ofStage({}));
}

QTEST_APPLESS_MAIN(TestSizeReport)
#include "tst_size_report.moc"
