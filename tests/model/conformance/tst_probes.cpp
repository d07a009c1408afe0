// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/syntax/values.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

using namespace drydock;
using Json = nlohmann::json;

namespace {

/// A node as the probes write it: keyword, flags, arguments, here-documents.
Json nodeOf(const Syntax &syntax, const Instruction &instruction)
{
    Json node = Json::array({syntax.joined(instruction, instruction.keywordRange)});
    for (const std::string &flag : flagValues(syntax, instruction))
        node.push_back(flag);
    if (const Instruction *trigger = syntax.triggerOf(instruction)) {
        for (const Json &part : nodeOf(syntax, *trigger))
            node.push_back(part);
        return node;
    }
    for (const std::string &argument : argumentValues(syntax, instruction))
        node.push_back(argument);
    for (const Heredoc &heredoc : syntax.heredocsOf(instruction)) {
        const Json parts
            = {heredoc.name, heredoc.expand, heredoc.chomp, std::string(syntax.textOf(heredoc.body))};
        std::string text = "HD:[";
        for (std::size_t i = 0; i < parts.size(); ++i)
            text += (i ? ", " : "") + parts[i].dump();
        node.push_back(text + "]");
    }
    return node;
}

std::string phaseName(Phase phase)
{
    return phase == Phase::Parse ? "PARSE" : phase == Phase::Instruction ? "INSTR" : "BUILD";
}

/// "BUILD: message [[2,2]]", or "ok".
QByteArray verdictText(const std::string &phase, const std::string &message, const Json &lines)
{
    if (phase.empty())
        return "ok";
    return QByteArray::fromStdString(phase + ": " + message + " " + (lines.is_null() ? "[]" : lines.dump()));
}

} // namespace

/// BuildKit's own answers to 308 small files (probes.json), each a data row.
class TestProbes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(DRYDOCK_SOURCE_DIR "/tests/model/conformance/probes.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_probes = Json::parse(file.readAll().toStdString());
        QCOMPARE(m_probes.size(), std::size_t(308));
    }

    void verdict_data() { rows(); }
    void verdict()
    {
        const Json &probe = current();
        const auto analysis = analyse(SourceText(probe["source"].get<std::string>()));
        QByteArray actual = "ok";
        if (const Problem *problem = analysis->verdict()) {
            Json lines = Json::array();
            for (const LineSpan &span : problem->lines)
                lines.push_back({span.first, span.last});
            actual = verdictText(phaseName(problem->phase), problem->message, lines);
        }
        QCOMPARE(actual, verdictText(probe["phase"], probe["message"], probe["lines"]));
    }

    void structure_data() { rows(); }
    void structure()
    {
        const Json &probe = current();
        if (probe["ast"].is_null() || probe["phase"] == "PARSE")
            return; // BuildKit printed no nodes.
        const Syntax syntax = parse(SourceText(probe["source"].get<std::string>()));
        Json nodes = Json::array();
        for (const Instruction &instruction : syntax.instructions)
            nodes.push_back(nodeOf(syntax, instruction));
        // Only the last nodes were recorded.
        const Json &expected = probe["ast"];
        QVERIFY(nodes.size() >= expected.size());
        const Json tail(nodes.end() - static_cast<std::ptrdiff_t>(expected.size()), nodes.end());
        QCOMPARE(QByteArray::fromStdString(tail.dump(1)), QByteArray::fromStdString(expected.dump(1)));
    }

    void tokensTile_data() { rows(); }
    void tokensTile()
    {
        const std::string source = current()["source"];
        const Syntax syntax = parse(SourceText(source));
        std::string joined;
        for (const Token &token : syntax.tokens)
            joined += syntax.textOf(token.range());
        QCOMPARE(QByteArray::fromStdString(joined), QByteArray::fromStdString(source));
    }

private:
    void rows()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_probes.size(); ++i)
            QTest::newRow(m_probes[i]["name"].get<std::string>().c_str()) << int(i);
    }
    const Json &current()
    {
        const auto *index = static_cast<const int *>(QTest::qData("index", qMetaTypeId<int>()));
        return m_probes[std::size_t(*index)];
    }
    Json m_probes;
};

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
