// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/rename.h"
#include "tests/model/language/marked_text.h"

using namespace drydock;

/// Definition, references and rename of stages, variables and here-documents.
class TestSymbols : public QObject {
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("definition"); ///< "line:text", empty if not in the file.
        QTest::addColumn<QByteArray>("occurrences"); ///< Lines; "none" for no symbol.
        const auto row = [](const char *name, const char *text, const char *definition,
                            const char *occurrences) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(definition) << QByteArray(occurrences);
        };
        row("a stage in COPY --from", "FROM a AS b\nFROM x\nCOPY --from=b‸ /p /q\n", "1:b", "1 3");
        row("a stage in a mount", "FROM a AS b\nFROM x\nRUN --mount=type=bind,from=‸b,target=/t m\nFROM b\n",
            "1:b", "1 3 4");
        row("a stage where it is named", "FROM a AS ‸b\nFROM b\n", "1:b", "1 2");
        row("a stage by its number", "FROM a\nFROM x\nCOPY --from=‸0 /p /q\n", "1:FROM", "1 3");
        row("a stage from its keyword", "‸FROM a AS b\nFROM b\n", "1:b", "1 2");
        row("an image is not made here", "FROM a:1‸\nFROM a:1\n", "", "1 2");
        row("an ARG in RUN", "FROM a\nARG V=1\nRUN echo $‸V\n", "2:V", "2 3");
        row("an ARG with braces and a default", "FROM a\nARG V\nRUN echo ${V‸:-x}\n", "2:V", "2 3");
        row("the last writer above", "FROM a\nENV V=1\nARG V=2\nRUN $‸V\n", "3:V", "2 3 4");
        row("a variable in a default of another", "FROM a\nARG V\nRUN echo ${W:-${V‸}}\n", "2:V", "2 3");
        row("a global ARG in FROM", "ARG V=1\nFROM a:$V‸\n", "1:V", "1 2");
        row("a global ARG that a stage fetches", "ARG V=1\nFROM a:$V\nARG V‸\nRUN $V\n", "1:V", "1 2 3 4");
        row("a global ARG means nothing in a stage", "ARG V=1\nFROM a\nRUN $‸V\n", "", "3");
        row("an ARG with a default of its own is another", "ARG V=1\nFROM a:$V\nARG V=2\nRUN $‸V\n", "3:V",
            "3 4");
        row("two stages have two", "FROM a\nARG V=1\nRUN $V\nFROM b\nARG V=1\nRUN $‸V\n", "5:V", "5 6");
        row("a stage hands on to the stage built on it", "FROM a AS s\nENV V=1\nFROM s\nRUN $‸V\n", "2:V",
            "2 4");
        row("ENV reads what was before it", "FROM a\nENV V=1\nENV V=$V‸/x\n", "2:V", "2 3 3");
        row("ARG goes from left to right", "FROM a\nARG V=1 W=$V‸\n", "2:V", "2 2");
        row("the container knows no ARG", "FROM a\nARG V=1\nCMD echo $‸V\n", "", "3");
        row("the container has what is set later", "FROM a\nCMD echo $‸V\nENV V=1\n", "3:V", "2 3");
        row("a here-document run by the shell", "FROM a\nARG V\nRUN <<E\necho $‸V\nE\n", "2:V", "2 4");
        row("a quoted here-document run by the shell", "FROM a\nARG V\nRUN <<'E'\necho $‸V\nE\n", "2:V",
            "2 4");
        row("a quoted here-document for a program", "FROM a\nARG V\nRUN cat <<'E'\necho $‸V\nE\n", "",
            "none");
        row("a script of another language", "FROM a\nARG V\nRUN <<E\n#!/usr/bin/env python3\n$‸V\nE\n", "",
            "none");
        row("a file that is copied in", "FROM a\nARG V\nCOPY <<E /f\n$‸V\nE\n", "2:V", "2 4");
        row("single quotes keep it", "FROM a\nARG V\nRUN echo '$‸V'\n", "", "none");
        row("an apostrophe in a comment of the shell", "FROM a\nARG V\nRUN <<E\n# don't\necho $‸V\nE\n",
            "2:V", "2 5");
        row("arithmetic", "FROM a\nARG V=1\nRUN echo $((‸V + 1))\n", "2:V", "2 3");
        row("sh -c in an array", "FROM a\nENV V=1\nCMD [\"sh\", \"-c\", \"echo $‸V\"]\n", "2:V", "2 3");
        row("no shell in an array", "FROM a\nENV V=1\nCMD [\"echo\", \"$‸V\"]\n", "", "none");
        row("flags", "FROM a\nARG U=1\nCOPY --chown=$‸U:$U x y\n", "2:U", "2 3 3");
        row("mounts", "FROM a\nARG D=/c\nRUN --mount=type=cache,target=${D‸} m\n", "2:D", "2 3");
        row("over a line break", "FROM a\nARG V=1\nRUN a && \\\n # why\n  b $‸V\n", "2:V", "2 5");
        row("the script's own variable", "FROM a\nARG i=1\nRUN for i in 1 2; do echo $‸i; done\n", "",
            "none");
        row("a here-document's name", "FROM a\nRUN cat <<-\"EO‸F\" >x\nEOF\n", "2:EOF", "2 3");
        row("a here-document's end", "FROM a\nRUN cat <<-EOF\n\tx\n\tEOF‸\n", "2:EOF", "2 4");
        row("a word of a command", "FROM a\nRUN ec‸ho\n", "", "none");
        row("a comment", "FROM a AS b\n# b‸\nFROM b\n", "", "none");
    }
    void finds()
    {
        QFETCH(QByteArray, text);
        const MarkedText marked(text);
        const auto symbol = symbolAt(marked.context(), marked.offset());
        QByteArray places = symbol ? "" : "none";
        if (symbol) {
            for (const Occurrence &occurrence : symbol->occurrences)
                places += " "
                    + QByteArray::number(qulonglong(marked.syntax().text.lineAt(occurrence.range.begin) + 1));
        }
        QTEST(places.trimmed(), "occurrences");
        QTEST(symbol && symbol->isDefined ? marked.placed(symbol->definition) : QByteArray(), "definition");
    }

    void renames_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *text, const char *newName, const char *after) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(newName) << QByteArray(after);
        };
        row("a global ARG, FROM and the stages that fetch it",
            "ARG V=1\nFROM a:$V\nARG V‸\nRUN get ${V%.*} '$V'\nFROM b\nARG V=2\nRUN $V\n", "W",
            "ARG W=1\nFROM a:$W\nARG W\nRUN get ${W%.*} '$V'\nFROM b\nARG V=2\nRUN $V\n");
        row("the one of the other stage", "ARG V=1\nFROM a\nARG V=2\nRUN $‸V\n", "W",
            "ARG V=1\nFROM a\nARG W=2\nRUN $W\n");
        row("here-documents and mounts",
            "FROM a\nENV D=/c\nRUN --mount=type=cache,target=$‸D <<E\ncd $D\nE\nCOPY <<F /f\n${D}\nF\n",
            "DIR",
            "FROM a\nENV DIR=/c\nRUN --mount=type=cache,target=$DIR <<E\ncd $DIR\nE\nCOPY <<F "
            "/f\n${DIR}\nF\n");
        row("a name that is taken", "FROM a\nARG V=1\nARG W=2\nRUN $‸V $W\n", "W",
            "no: “W” already means something else in this file.");
        row("a name that comes from the base", "FROM a\nARG V=1\nRUN $‸V $PATH\n", "PATH",
            "no: “PATH” already means something else in this file.");
        row("a name that another stage has", "FROM a\nARG V=1\nRUN $‸V\nFROM b\nARG W=2\nRUN $W\n", "W",
            "FROM a\nARG W=1\nRUN $W\nFROM b\nARG W=2\nRUN $W\n");
        row("no name at all", "FROM a\nARG V=1‸\nRUN $‸V\n", "1x",
            "no: Put the cursor on the name of a stage, a variable or a here-document.");
        row("not a name", "FROM a\nARG V‸=1\n", "1x",
            "no: A variable's name has letters, digits and “_” and does not begin with a digit.");
        row("what BuildKit sets", "FROM a\nARG TARGETARCH‸\nRUN $TARGETARCH\n", "ARCH",
            "no: BuildKit gives “TARGETARCH” its value; under another name it has none.");
        row("to what BuildKit sets", "FROM a\nARG A‸\nRUN $A\n", "TARGETARCH",
            "no: “TARGETARCH” is a variable that BuildKit sets itself.");
        row("what the base sets", "FROM a\nRUN $HOME‸\n", "H", "no: No line of this file sets “HOME”.");
        row("what the base sets, too", "FROM a\nENV PATH=/x:$PATH\nRUN $PATH‸\n", "P",
            "no: Line 2 reads “PATH” where no line has set it yet: its value comes from the base image, "
            "under this name.");
        row("what a script sets, too", "FROM a\nENV V=1\nRUN echo $V‸\nRUN V=2 && echo $V\n", "W",
            "no: The script in line 4 sets “V” itself: rename it in the text.");
        row("what a script would set", "FROM a\nENV V=1\nRUN W=2 && echo $V‸\n", "W",
            "no: “W” already means something else in this file.");
        row("a stage", "FROM a AS s\nFROM s\nRUN --mount=from=‸s,target=/m x\n", "n",
            "FROM a AS n\nFROM n\nRUN --mount=from=n,target=/m x\n");
        row("an image", "FROM golang:1‸\n", "n", "no: “golang:1” is not made in this file.");
        row("a here-document", "FROM a\nRUN <<-'EO‸F'\nEOF x\n\tEOF\n", "END",
            "FROM a\nRUN <<-'END'\nEOF x\n\tEND\n");
        row("a here-document that would end too early", "FROM a\nRUN <<EO‸F\nx\nEOF\n", "x",
            "no: A line of the here-document is “x”: it would end there.");
        row("a here-document's name in two words", "FROM a\nRUN <<EO‸F\nx\nEOF\n", "a b",
            "no: The name of a here-document has letters, digits, “_”, “.” and “-” only.");
        row("the same name", "FROM a\nARG V‸=1\n", "V", "no: It is called “V” already.");
    }
    void renames()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        if (text.count("‸") > 1)
            text.remove(text.lastIndexOf("‸"), qsizetype(strlen("‸")));
        const MarkedText marked(text);
        const auto plan = renameAt(marked.context(), marked.offset(), name.toStdString());
        QTEST(marked.file().after(plan), "after");
        if (plan)
            QCOMPARE(marked.file().focused(plan), name);
    }
};

QTEST_GUILESS_MAIN(TestSymbols)
#include "tst_symbols.moc"
