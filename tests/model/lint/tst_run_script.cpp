// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/run_script.h"

#include <QTest>

using namespace drydock;

/// What a RUN's shell text says, and where.
class TestRunScript : public QObject {
    Q_OBJECT

private slots:
    void commands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>(
            "commands"); // words in brackets with their bytes in the file, joint behind
        const auto row = [](const char *name, const char *text, const char *commands) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(commands);
        };
        row("one", "RUN make all", "[make][all] .");
        row("joints", "RUN a && b || c | d; e & f", "[a] &&[b] ||[c] |[d] ;[e] &[f] .");
        row("quotes belong to a word's place", "RUN echo \"a b\"'c' d", "[echo][\"a b\"'c'][d] .");
        row("an escaped character begins a word", "RUN \\ls -l", "[\\ls][-l] .");
        row("over lines", "RUN apt-get update \\\n && apt-get install \\\n # why\n  curl",
            "[apt-get][update] &&[apt-get][install][curl] .");
        row("a word over lines", "RUN mak\\\ne", "[mak\\\ne] .");
        row("a group", "RUN (cd /x && make) || true", "[cd][/x] &&[make] ||[true] .");
        row("an array", "RUN [\"make\", \"all\"]", "[\"make\"][\"all\"] .");
        row("a shell in an array", "RUN [\"sh\", \"-c\", \"a && b\"]", "[\"a && b\"] &&[\"a && b\"] .");
        row("a script", "RUN <<EOF\na b\nc\nEOF\n", "[a][b] ;[c] ;");
        row("a file for a command", "RUN cat <<EOF > /x\na b\nEOF\n", "[cat][<<EOF][>][/x] .");
        row("a script for another program", "RUN <<EOF\n#!/usr/bin/python3\na b\nEOF\n", "");
        row("a script for bash", "RUN <<EOF\n#!/bin/bash -e\na b\nEOF\n", "[a][b] ;");
        row("what ONBUILD brings", "CMD a b", "[a][b] .");
    }
    void commands()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, commands);
        const Syntax syntax = parse(SourceText("FROM x\n" + text.toStdString()));
        std::string found;
        for (const ScriptCommand &command : scriptOf(syntax, syntax.instructions[1])) {
            for (const ScriptWord &word : command.words)
                found += "[" + std::string(syntax.textOf(word.range)) + "]";
            static constexpr const char *joints[] = {" .", " ;", " &&", " ||", " |", " &"};
            found += joints[static_cast<std::size_t>(command.joint)];
        }
        QCOMPARE(QByteArray::fromStdString(found), commands);
    }

    void programs()
    {
        const Syntax syntax = parse(SourceText(
            std::string("FROM x\nRUN A=1 B=2 /usr/bin/apt-get install -qy --no-recommends=1 curl\n")));
        const ScriptCommand command = scriptOf(syntax, syntax.instructions[1]).front();
        QCOMPARE(std::string(command.name()), std::string("apt-get"));
        QCOMPARE(command.arguments().size(), std::size_t(4));
        QCOMPARE(command.operands().size(), std::size_t(2));
        QVERIFY(command.hasLetter('y'));
        QVERIFY(!command.hasLetter('n'));
        QVERIFY(command.has({"--no-recommends"}));
        QVERIFY(!command.has({"--no"}));
    }
};

QTEST_GUILESS_MAIN(TestRunScript)
#include "tst_run_script.moc"
