// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/syntax/characters.h"
#include "model/syntax/mount_options.h"
#include "model/syntax/values.h"

#include <QRandomGenerator>
#include <QTest>

using namespace drydock;

static Syntax parsed(const char *text)
{
    return parse(SourceText(text));
}

/// One letter a token kind, in the order of the enum.
static QByteArray kindsOf(const Syntax &syntax)
{
    static constexpr std::string_view letters = "BsnCDcKf=vE.AWk:VP\"THh";
    QByteArray kinds;
    for (const Token &token : syntax.tokens)
        kinds += letters[std::size_t(token.kind)];
    return kinds;
}

class TestSyntax : public QObject {
    Q_OBJECT

private slots:
    void tokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("kinds");
        QTest::newRow("FROM with a name") << QByteArray("FROM a AS b\n") << QByteArray("Ks.sAsWn");
        QTest::newRow("flag") << QByteArray("COPY --from=b x y") << QByteArray("Ksf=vs.s.");
        QTest::newRow("end of flags") << QByteArray("COPY -- a b") << QByteArray("KsEs.s.");
        QTest::newRow("pairs") << QByteArray("ENV a=b c=\"d e\"") << QByteArray("Ksk:Vsk:V");
        QTest::newRow("legacy pair") << QByteArray("ENV a b c") << QByteArray("KskskV").replace("skV", "sV");
        QTest::newRow("JSON") << QByteArray("CMD [\"a\", \"b\"]") << QByteArray("KsP\"Ps\"P");
        QTest::newRow("shell") << QByteArray("RUN a && b") << QByteArray("KsT");
        QTest::newRow("continued") << QByteArray("RUN a \\ \n# c\n\n  b\n") << QByteArray("KsTcnCnnTn");
        QTest::newRow("split word") << QByteArray("RU\\\nN a") << QByteArray("KcnKsT");
        QTest::newRow("heredoc") << QByteArray("RUN <<E\nx\nE\n") << QByteArray("KsTnHhn");
        QTest::newRow("open heredoc") << QByteArray("RUN <<E\nx") << QByteArray("KsTnH");
        QTest::newRow("directive, comment") << QByteArray("# syntax=a\n# b\n") << QByteArray("DnCn");
        QTest::newRow("mark of bytes, CR LF") << QByteArray("\xEF\xBB\xBF"
                                                            "FROM a\r\n")
                                              << QByteArray("BKs.n");
        QTest::newRow("continued into nothing")
            << QByteArray("RUN a \\") << QByteArray("KsTc").replace("Tc", "Tsc");
    }
    void tokens()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, kinds);
        QCOMPARE(kindsOf(parse(SourceText(text.toStdString()))), kinds);
    }

    /// Ranges of words, flags and their parts, printed as the text they cover.
    void rangesCoverTheirText()
    {
        const Syntax syntax = parsed("FROM --platform=$P alpine AS b\n"
                                     "RUN --mount=type=cache,target=\"/a b\",from=x \\\n  --network=none go\n"
                                     "ENV K=v L='w x'\n");
        QCOMPARE(syntax.textOf(syntax.flags[0].name), std::string_view("--platform"));
        QCOMPARE(syntax.textOf(syntax.flags[0].value), std::string_view("$P"));
        QCOMPARE(syntax.textOf(syntax.stages[0].image), std::string_view("alpine"));
        QCOMPARE(syntax.textOf(syntax.stages[0].name), std::string_view("b"));
        const Instruction &run = syntax.instructions[1];
        const auto options = flagOptions(syntax, run, syntax.flags[1]);
        QStringList parts;
        for (const FlagOption &option : options)
            parts << QString::fromStdString(std::string(syntax.textOf(option.keyRange)) + "|"
                                            + std::string(syntax.textOf(option.valueRange)) + "|"
                                            + option.value);
        QCOMPARE(parts, QStringList({"type|cache|cache", "target|/a b|/a b", "from|x|x"}));
        QCOMPARE(syntax.textOf(run.arguments), std::string_view("go"));
        QCOMPARE(syntax.joined(run, run.range),
                 std::string("RUN --mount=type=cache,target=\"/a b\",from=x   --network=none go"));
        QStringList words;
        for (const Word &word : syntax.wordsOf(syntax.instructions[2]))
            words << QString::fromStdString(std::string(syntax.textOf(word.range)));
        QCOMPARE(words, QStringList({"K", "v", "L", "'w x'"}));
    }

    void heredocRanges()
    {
        const Syntax syntax = parsed("FROM a\nCOPY <<-\"E\" <<F /d/\n\t1\n\tE\n2\nF\nRUN x\n");
        QCOMPARE(syntax.heredocs.size(), std::size_t(2));
        QCOMPARE(syntax.textOf(syntax.heredocs[0].mark), std::string_view("<<-\"E\""));
        QCOMPARE(syntax.textOf(syntax.heredocs[0].body), std::string_view("\t1\n"));
        QCOMPARE(syntax.textOf(syntax.heredocs[0].terminator), std::string_view("\tE"));
        QCOMPARE(syntax.heredocs[0].expand, false);
        QCOMPARE(syntax.textOf(syntax.heredocs[1].body), std::string_view("2\n"));
        QCOMPARE(syntax.instructions[1].lastLine, 6u);
        QCOMPARE(syntax.instructions[2].firstLine, 7u);
    }

    void whatStandsAtAnOffset_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("instruction"); // -1 is none
        QTest::addColumn<int>("stage");
        // "# top\n\nFROM a\nRUN x\n\n# about b\nFROM b\n"
        QTest::newRow("comment on top") << 2 << -1 << -1;
        QTest::newRow("first FROM") << 9 << 0 << 0;
        QTest::newRow("end of the RUN line") << 19 << 1 << 0;
        QTest::newRow("blank line behind") << 20 << -1 << 0;
        QTest::newRow("comment above the second FROM") << 24 << -1 << 1;
        QTest::newRow("second FROM") << 33 << 2 << 1;
        QTest::newRow("end of the file") << 38 << -1 << 1;
    }
    void whatStandsAtAnOffset()
    {
        QFETCH(int, offset);
        const Syntax syntax = parsed("# top\n\nFROM a\nRUN x\n\n# about b\nFROM b\n");
        const InstructionIndex instruction = syntax.instructionAt(std::size_t(offset));
        const StageIndex stage = syntax.stageAt(std::size_t(offset));
        QTEST(instruction ? int(instruction.value) : -1, "instruction");
        QTEST(stage ? int(stage.value) : -1, "stage");
    }

    void blocksCoverTheFile()
    {
        const Syntax syntax = parsed("# top\n\nFROM a\nRUN x\n\n# about b\n# more\nFROM b\n");
        QCOMPARE(syntax.textOf(syntax.blockOf({0})), std::string_view("FROM a\nRUN x\n\n"));
        QCOMPARE(syntax.textOf(syntax.blockOf({1})), std::string_view("# about b\n# more\nFROM b\n"));
    }

    void overlongLineIsRefusedAndUnderstood()
    {
        const Syntax syntax = parse(SourceText("FROM a\nRUN " + std::string(70000, 'x') + "\nRUN y\n"));
        QCOMPARE(syntax.problems.size(), std::size_t(1));
        QCOMPARE(syntax.problems[0].message,
                 std::string("dockerfile line greater than max allowed size of 65535"));
        QCOMPARE(syntax.instructions.size(), std::size_t(3));
        QVERIFY(parse(SourceText("FROM a\nRUN " + std::string(65531, 'x') + "\n")).problems.empty());
    }

    void quotedAsGoDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << QByteArray("a b") << QByteArray("\"a b\"");
        QTest::newRow("quote and backslash") << QByteArray("\"\\") << QByteArray("\"\\\"\\\\\"");
        QTest::newRow("controls") << QByteArray("\n\t\x01") << QByteArray("\"\\n\\t\\x01\"");
        QTest::newRow("invalid byte") << QByteArray("\xFF") << QByteArray("\"\\xff\"");
        QTest::newRow("umlaut") << QByteArray("\xC3\xA4") << QByteArray("\"\xC3\xA4\"");
        QTest::newRow("hard blank") << QByteArray("\xC2\xA0") << QByteArray("\"\\u00a0\"");
    }
    void quotedAsGoDoes()
    {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(drydock::quoted(text.toStdString())), "expected");
    }

    /// Random texts made of Dockerfile parts: tokens tile, every range lies inside, a second time is the same.
    void anyBytesParse_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 300; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyBytesParse()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        static const std::vector<std::string> parts {"FROM ",
                                                     "a",
                                                     " AS ",
                                                     "b\n",
                                                     "RUN ",
                                                     "COPY ",
                                                     "--from=",
                                                     "--mount=",
                                                     "type=bind,from=b,",
                                                     "<<EOF",
                                                     "<<-'E'",
                                                     "\n",
                                                     "\\\n",
                                                     "# escape=`\n",
                                                     "`\n",
                                                     "# c\n",
                                                     "EOF\n",
                                                     "\tE\n",
                                                     "ENV ",
                                                     "k=v ",
                                                     "\"",
                                                     "'",
                                                     "[\"x\"",
                                                     "]",
                                                     ",",
                                                     "$",
                                                     "${",
                                                     "}",
                                                     ":-",
                                                     "ONBUILD ",
                                                     "HEALTHCHECK ",
                                                     "CMD ",
                                                     " ",
                                                     "\r\n",
                                                     "\xFF",
                                                     std::string(1, '\0'),
                                                     "ARG ",
                                                     "0"};
        std::string text;
        for (int i = 0; i < 60; ++i)
            text += parts[random.bounded(quint32(parts.size()))];
        const auto analysis = analyse(SourceText(text));
        std::string joined;
        for (const Token &token : analysis->syntax.tokens)
            joined += analysis->syntax.textOf(token.range());
        QCOMPARE(QByteArray::fromStdString(joined), QByteArray::fromStdString(text));
        const TextRange whole {0, text.size()};
        for (const Diagnostic &diagnostic : analysis->diagnostics)
            QVERIFY(whole.contains(diagnostic.range));
        for (const GraphEdge &edge : analysis->graph.edges)
            QVERIFY(whole.contains(edge.cause));
        for (const Instruction &instruction : analysis->syntax.instructions)
            QVERIFY(instruction.lines.contains(instruction.range) && whole.contains(instruction.lines));
    }
};

QTEST_GUILESS_MAIN(TestSyntax)
#include "tst_syntax.moc"
