// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/copy_paths.h"
#include "model/shell/commands.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

class TestCopyPaths : public QObject {
    Q_OBJECT

private slots:
    void proposes_data()
    {
        QTest::addColumn<QByteArray>("file"); // Stage 0 gives, the last one takes.
        QTest::addColumn<QByteArray>("proposals"); // "from -> to (why)", one a line.
        const auto row = [](const char *name, const char *file, const char *proposals) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(proposals);
        };
        row("go build -o, started by ENTRYPOINT",
            "FROM go AS b\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /out/app ./cmd\nFROM "
            "scratch\nENTRYPOINT [\"/usr/bin/app\"]\n",
            "/out/app -> /usr/bin/app (Line 6 starts a file of that name.)\n"
            "/out/app -> /out/app (Line 4 names it as its output: “go -o”.)\n"
            "/src -> /src (Line 3 copies something there.)");
        row("relative to WORKDIR and cd",
            "FROM go AS b\nWORKDIR /src\nRUN cd cmd && go build -o=bin/app\nFROM scratch\n",
            "/src/cmd/bin/app -> /src/cmd/bin/app (Line 3 names it as its output: “go -o”.)\n"
            "/src -> /src (It is the working directory there.)");
        row("a variable with a value", "FROM go AS b\nENV out=/o\nRUN go build -o $out/app\nFROM scratch\n",
            "/o/app -> /o/app (Line 3 names it as its output: “go -o”.)");
        row("a variable without", "FROM go AS b\nRUN go build -o $out/app\nFROM scratch\n", "");
        row("nobody knows where", "FROM go AS b\nRUN go build -o app\nFROM scratch\n", "");
        row("what the stage below sets counts",
            "FROM go AS b\nWORKDIR /w\nFROM b AS c\nRUN go build -o app\nFROM b AS d\nFROM scratch\n",
            "/w -> /w (It is the working directory there.)");
        row("make install",
            "FROM c AS b\nRUN ./configure --prefix=/opt/x && make && make install DESTDIR=/d\nFROM y\n",
            "/d -> /d (Line 2 names it as its output: “DESTDIR”.)\n"
            "/opt/x -> /opt/x (Line 2 names it as its output: “--prefix”.)");
        row("maven, a kind that CMD starts",
            "FROM maven AS b\nWORKDIR /w\nRUN mvn -q package\nFROM jre\nCMD java -jar /app.jar\n",
            "/w/target/*.jar -> /app.jar (Line 5 starts a file of that kind.)\n"
            "/w/target/*.jar -> /w/target/ (“mvn package” in line 3 usually writes there.)\n"
            "/w -> /w (It is the working directory there.)");
        row("npm", "FROM node AS b\nWORKDIR /w\nRUN npm ci && npm run build\nFROM nginx\n",
            "/w/build -> /w/build (“npm build” in line 3 usually writes there.)\n"
            "/w/dist -> /w/dist (“npm build” in line 3 usually writes there.)\n"
            "/w/node_modules -> /w/node_modules (“npm ci” in line 3 usually writes there.)\n"
            "/w -> /w (It is the working directory there.)");
        row("cargo",
            "FROM rust AS b\nWORKDIR /w\nRUN cargo build --release\nRUN cargo install --root /usr/local "
            "x\nFROM y\n",
            "/usr/local -> /usr/local (Line 4 names it as its output: “cargo --root”.)\n"
            "/w/target/release/ -> /w/target/release/ (“cargo build” in line 3 usually writes there.)\n"
            "/w -> /w (It is the working directory there.)");
        row("a here-document", "FROM go AS b\nRUN <<E\nset -e\ngo build -o /a # not /b\nE\nFROM scratch\n",
            "/a -> /a (Line 2 names it as its output: “go -o”.)");
        row("what others take comes first",
            "FROM go AS b\nRUN go build -o /a\nFROM x\nCOPY --from=b /z /y\nFROM scratch\n",
            "/z -> /y (Line 4 copies it so.)\n/a -> /a (Line 2 names it as its output: “go -o”.)");
        row("nothing to say", "FROM x AS b\nRUN true\nFROM y\n", "");
    }
    void proposes()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, proposals);
        const GestureCase known(file);
        QByteArrayList lines;
        for (const PathProposal &proposal :
             proposedPaths(known.context(), {0}, {known.syntax().stages.size() - 1}))
            lines << QByteArray::fromStdString(proposal.paths.from + " -> " + proposal.paths.to) + " ("
                    + english(proposal.why) + ")";
        QCOMPARE(lines.join('\n'), proposals);
    }

    void splitsCommands_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("commands");
        QTest::newRow("lists") << QByteArray("a b && c;d | e || f & g") << QByteArray("a_b/c/d/e/f/g");
        QTest::newRow("quotes") << QByteArray("a 'b c' \"d \\\" e\" f\\ g ''")
                                << QByteArray("a_b c_d \" e_f g_");
        QTest::newRow("comment") << QByteArray("a # b\nc#d") << QByteArray("a/c#d");
        QTest::newRow("groups") << QByteArray("(a; b) && { c; }") << QByteArray("a/b/c");
        QTest::newRow("redirections") << QByteArray("a 2>&1 >b") << QByteArray("a_2>&1_>b");
        QTest::newRow("variables") << QByteArray("a ${b:-c d} $e") << QByteArray("a_${b:-c d}_$e");
        QTest::newRow("continued") << QByteArray("a \\\n b") << QByteArray("a_b");
        QTest::newRow("an open quote") << QByteArray("a 'b") << QByteArray("a_b");
        QTest::newRow("an open brace") << QByteArray("a ${b") << QByteArray("a_${b");
    }
    void splitsCommands()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, commands);
        QByteArrayList found;
        for (const ShellCommand &command : shellCommands(script.toStdString())) {
            QByteArrayList words;
            for (const std::string &word : command)
                words << QByteArray::fromStdString(word);
            found << words.join('_');
        }
        QCOMPARE(found.join('/'), commands);
    }
};

QTEST_GUILESS_MAIN(TestCopyPaths)
#include "tst_copy_paths.moc"
