// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layered_layout.h"
#include "model/layout/layout_file.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace drydock;
using Json = nlohmann::json;

namespace {

Json smallGraph()
{
    return {{"format", "drydock-layout-graph/1"},
            {"nodesep", 20},
            {"ranksep", 50},
            {"nodes",
             {{{"id", "golang"}, {"kind", "external"}, {"w", 150}, {"h", 44}},
              {{"id", "build"}, {"kind", "stage"}, {"w", 200}, {"h", 96}},
              {{"id", "final"}, {"kind", "stage"}, {"w", 210}, {"h", 96}}}},
            {"edges",
             {{{"id", "a"}, {"source", "golang"}, {"target", "build"}},
              {{"id", "b"}, {"source", "build"}, {"target", "final"}},
              {{"id", "c"}, {"source", "golang"}, {"target", "final"}}}}};
}

QString problemOf(const std::string &json)
{
    const Result<NamedGraph> graph = readLayoutGraph(json, "g.json");
    return graph ? QString() : QString::fromStdString(inEnglish(graph.error().text));
}

} // namespace

class TestLayoutFile : public QObject {
    Q_OBJECT

private slots:
    void readsAGraph();
    void separationsAreHonoured();
    void wrongGraphs_data();
    void wrongGraphs();
    void writtenLayoutIsReadBack();
    void foreignLayoutIsReadToo();
    void wrongLayouts_data();
    void wrongLayouts();
};

void TestLayoutFile::readsAGraph()
{
    const NamedGraph graph = readLayoutGraph(smallGraph().dump(), "g.json").value();
    QVERIFY(graph.boxNames == std::vector<std::string>({"build", "final", "golang"}));
    QCOMPARE(graph.input.boxes[2].width, 150.0);
    QCOMPARE(graph.input.arrows[0].source, std::size_t(2));
    QCOMPARE(graph.input.arrows[0].target, std::size_t(0));
    QCOMPARE(graph.input.spacing.betweenBoxes, 20.0);
    QCOMPARE(graph.input.spacing.betweenLayers, 50.0);
    QVERIFY(graph.arrowNames == std::vector<std::string>({"a", "b", "c"}));
}

void TestLayoutFile::separationsAreHonoured()
{
    Json json = smallGraph();
    json["nodes"].push_back({{"id", "other"}, {"kind", "stage"}, {"w", 200}, {"h", 96}});
    json["edges"].push_back({{"id", "d"}, {"source", "golang"}, {"target", "other"}});
    json["edges"].push_back({{"id", "e"}, {"source", "other"}, {"target", "final"}});
    json["edges"].erase(2);
    const NamedGraph graph = readLayoutGraph(json.dump(), "g.json").value();
    const LayoutResult result = LayeredLayout().arrange(graph.input, {}, {});
    QCOMPARE(result.centres[2].y - result.centres[0].y, 96.0 + 20.0);
    QCOMPARE(result.centres[1].x - result.centres[0].x, 200.0 / 2 + 50.0 + 210.0 / 2);
}

void TestLayoutFile::wrongGraphs_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("problem");
    const auto add = [](const char *row, const Json &json, const char *problem) {
        QTest::newRow(row) << QString::fromStdString(json.dump()) << QString::fromUtf8(problem);
    };
    const QString notJson = QStringLiteral("g.json is not JSON.");
    QTest::newRow("nothing") << QString() << notJson;
    QTest::newRow("half a file") << QStringLiteral("{\"format\": \"drydock") << notJson;
    QTest::newRow("brackets without end") << QString(200'000, QLatin1Char('[')) << notJson;
    const char *noGraph = "g.json is not a graph to lay out: its “format” is not “drydock-layout-graph/1”.";
    add("a list", Json::array({1, 2}), noGraph);
    add("a number", Json(7), noGraph);
    add("another format", {{"format", "dot"}}, noGraph);
    add("no nodes", {{"format", "drydock-layout-graph/1"}, {"edges", Json::array()}},
        "g.json needs “nodes” and “edges”, both lists.");
    const auto with = [](const char *pointer, const Json &value) {
        Json json = smallGraph();
        json[Json::json_pointer(pointer)] = value;
        return json;
    };
    add("nodes are an object", with("/nodes", Json::object()),
        "g.json needs “nodes” and “edges”, both lists.");
    add("a node is a number", with("/nodes/1", 5), "In g.json, a node has no “id”.");
    add("an id is a number", with("/nodes/1/id", 5), "In g.json, a node has no “id”.");
    const char *noSize = "In g.json, the node “build” needs “w” and “h”, numbers from 0 to 100000.";
    add("a width is text", with("/nodes/1/w", "200"), noSize);
    add("a width is negative", with("/nodes/1/w", -1), noSize);
    add("a width is beyond reason", with("/nodes/1/w", 1e300), noSize);
    add("two nodes of one name", with("/nodes/2/id", "build"), "In g.json, two nodes are called “build”.");
    add("an edge is null", with("/edges/0", nullptr), "In g.json, an edge has no “source”.");
    add("an edge to nowhere", with("/edges/0/target", "biuld"),
        "In g.json, an edge leads to the node “biuld”, which is not there.");
    add("a separation is text", with("/nodesep", "wide"),
        "In g.json, “nodesep” is not a number from 0 to 100000.");
    add("a separation is negative", with("/ranksep", -3),
        "In g.json, “ranksep” is not a number from 0 to 100000.");
}

void TestLayoutFile::wrongGraphs()
{
    QFETCH(QString, json);
    QFETCH(QString, problem);
    QCOMPARE(problemOf(json.toStdString()), problem);
}

void TestLayoutFile::writtenLayoutIsReadBack()
{
    const NamedGraph graph = readLayoutGraph(smallGraph().dump(), "g.json").value();
    const LayoutResult result = LayeredLayout().arrange(graph.input, {}, {});
    const std::string written = layoutJson(graph, result, 1.5);
    const Json json = Json::parse(written);
    QCOMPARE(json["ms"].get<double>(), 1.5);
    QCOMPARE(json["nodes"][2]["id"].get<std::string>(), std::string("golang"));
    QCOMPARE(json["nodes"][2]["x"].get<double>(), result.centres[2].x);
    QCOMPARE(json["edges"][0]["source"].get<std::string>(), std::string("golang"));
    QCOMPARE(json["edges"][0]["points"].size(), result.routes[0].size());

    const PreviousLayout previous = readPreviousLayout(written, "l.json", graph).value();
    const LayoutResult again = LayeredLayout().arrange(graph.input, previous, {});
    QVERIFY(again.centres == result.centres);
    QVERIFY(again.routes == result.routes);
}

void TestLayoutFile::foreignLayoutIsReadToo()
{
    const NamedGraph graph = readLayoutGraph(smallGraph().dump(), "g.json").value();
    const LayoutResult result = LayeredLayout().arrange(graph.input, {}, {});
    Json json = Json::parse(layoutJson(graph, result, 1));
    for (Json &node : json["nodes"]) {
        node.erase("layer");
        node.erase("group");
    }
    for (Json &edge : json["edges"])
        edge.erase("lanes");
    json.erase("direction");
    const PreviousLayout previous = readPreviousLayout(json.dump(), "l.json", graph).value();
    QVERIFY(LayeredLayout().arrange(graph.input, previous, {}).centres == result.centres);
}

void TestLayoutFile::wrongLayouts_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nothing") << QString() << QStringLiteral("l.json is not JSON.");
    QTest::newRow("text") << QStringLiteral("\"x\"")
                          << QStringLiteral("l.json needs “nodes” and “edges”, both lists.");
    QTest::newRow("a node without a place")
        << QStringLiteral("{\"nodes\": [{\"id\": \"a\", \"x\": 1}], \"edges\": []}")
        << QStringLiteral("In l.json, a node has no “id” or no numbers “x”, “y”, “w” and “h”.");
    QTest::newRow("strange lanes") << QStringLiteral(
        "{\"nodes\": [], \"edges\": [1, {\"id\": \"a\", \"lanes\": [null]}]}")
                                   << QString();
}

void TestLayoutFile::wrongLayouts()
{
    QFETCH(QString, json);
    QFETCH(QString, problem);
    const NamedGraph graph = readLayoutGraph(smallGraph().dump(), "g.json").value();
    const auto previous = readPreviousLayout(json.toStdString(), "l.json", graph);
    QCOMPARE(previous ? QString() : QString::fromStdString(inEnglish(previous.error().text)), problem);
}

QTEST_GUILESS_MAIN(TestLayoutFile)
#include "tst_layout_file.moc"
