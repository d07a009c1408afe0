// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// First, since the moc of Qt 6.4 stumbles over <concepts> if it meets that before Qt's headers.

#include "tests/model/language/marked_text.h"

// Behind Qt: moc 6.4 cannot read <concepts> before it.
#include "model/language/folding.h"
#include "model/language/links.h"
#include "model/language/selection_ranges.h"
#include "model/language/signature.h"

using namespace drydock;

/// What depends on the place alone: selections that grow, folds, links, signatures.
class TestPlaces : public QObject {
    Q_OBJECT

private slots:
    void grows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("ranges");
        const auto row = [](const char *name, const char *text, const QByteArrayList &ranges) {
            QTest::newRow(name) << QByteArray(text) << ranges;
        };
        row("a part of a flag", "FROM a\nRUN --mount=type=ca‸che,target=/x make\n",
            {"cache", "type=cache", "type=cache,target=/x", "--mount=type=cache,target=/x",
             "RUN --mount=type=cache,target=/x make", "RUN --mount=type=cache,target=/x make\n",
             "FROM a\nRUN --mount=type=cache,target=/x make\n"});
        row("a value", "FROM a\nENV A=b‸c D=e\n",
            {"bc", "A=bc", "A=bc D=e", "ENV A=bc D=e", "ENV A=bc D=e\n", "FROM a\nENV A=bc D=e\n"});
        row("a string of an array", "FROM a\nCMD [\"x ‸y\", \"z\"]\n",
            {"y", "x y", "\"x y\"", "[\"x y\", \"z\"]", "CMD [\"x y\", \"z\"]", "CMD [\"x y\", \"z\"]\n",
             "FROM a\nCMD [\"x y\", \"z\"]\n"});
        row("a comment above an instruction", "FROM a\n# w‸hy\nRUN b\n",
            {"why", "# why", "FROM a\n# why\nRUN b\n"});
        row("an empty file", "‸", {});
    }
    void grows()
    {
        QFETCH(QByteArray, text);
        const MarkedText marked(text);
        QByteArrayList ranges;
        for (const TextRange range : selectionRanges(marked.syntax(), marked.offset()))
            ranges << marked.textOf(range);
        QTEST(ranges, "ranges");
    }
    void growsFromASelection()
    {
        const Syntax syntax = parse(SourceText("FROM a\nCOPY a b\n"));
        const TextRange word = expandedSelection(syntax, {12, 12});
        QCOMPARE(word, (TextRange {12, 13}));
        const TextRange both = expandedSelection(syntax, word);
        QCOMPARE(both, (TextRange {12, 15}));
        QCOMPARE(expandedSelection(syntax, both), (TextRange {7, 15}));
        QCOMPARE(expandedSelection(syntax, {0, 16}), (TextRange {0, 16}));
    }

    void folds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("folds");
        const auto row = [](const char *name, const char *text, const char *folds) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(folds);
        };
        row("stages", "FROM a\nRUN b\n\nFROM c\nRUN d\n", "s1-2 s4-5");
        row("a stage of one line", "FROM a\n", "");
        row("an instruction over lines", "FROM a\nRUN b \\\n  c\n", "s1-3 i2-3");
        row("a FROM over lines goes with its stage", "FROM a \\\n  AS b\nRUN c\n", "s1-3");
        row("a here-document", "FROM a\nRUN <<E\nx\nE\n", "s1-4 i2-4");
        row("two here-documents", "FROM a\nCOPY <<A <<B /\nx\nA\ny\nB\n", "s1-6 i2-6 h2-4 h4-6");
        row("a here-document behind two lines", "FROM a\nRUN b \\\n  <<E\nx\nE\n", "s1-5 i2-5 h3-5");
        row("comments", "# a\n# b\n\n# c\nFROM a\n# d\n# e\nRUN b\n", "c1-2 s5-8 c6-7");
    }
    void folds()
    {
        QFETCH(QByteArray, text);
        QByteArrayList folds;
        for (const Fold &fold : foldsOf(parse(SourceText(text.toStdString()))))
            folds << QByteArray("sihc").mid(int(fold.kind), 1) + QByteArray::number(fold.first) + "-"
                    + QByteArray::number(fold.last);
        QTEST(folds.join(' '), "folds");
    }

    void links_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("links");
        const auto row = [](const char *name, const char *text, const char *links) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(links);
        };
        row("an official image", "FROM golang:1.22 AS b\nFROM b\n",
            "golang:1.22 https://hub.docker.com/_/golang");
        row("somebody's image", "FROM grafana/grafana\n",
            "grafana/grafana https://hub.docker.com/r/grafana/grafana");
        row("GitHub", "FROM ghcr.io/o/i:1\n", "ghcr.io/o/i:1 https://ghcr.io/o/i");
        row("Quay", "FROM quay.io/o/i\n", "quay.io/o/i https://quay.io/repository/o/i");
        row("Microsoft", "FROM mcr.microsoft.com/dotnet/sdk:8.0\n",
            "mcr.microsoft.com/dotnet/sdk:8.0 https://mcr.microsoft.com/artifact/mar/dotnet/sdk");
        row("Google", "FROM gcr.io/distroless/static\n",
            "gcr.io/distroless/static https://gcr.io/distroless/static");
        row("an unknown registry", "FROM registry.example.com/a\n", "");
        row("scratch", "FROM scratch\n", "");
        row("an image behind a variable", "ARG V=1\nFROM alpine:$V\n",
            "alpine:$V https://hub.docker.com/_/alpine");
        row("a variable without a value", "FROM $NOTHING\n", "");
        row("COPY --from", "FROM scratch\nCOPY --from=nginx:1 a b\n",
            "nginx:1 https://hub.docker.com/_/nginx");
        row("ADD", "FROM scratch\nADD https://example.com/x.tar.gz /\n",
            "https://example.com/x.tar.gz https://example.com/x.tar.gz");
        row("nothing but http", "FROM scratch\nADD file:///etc/passwd javascript:alert(1) /\n", "");
    }
    void links()
    {
        QFETCH(QByteArray, text);
        const GestureCase file(text);
        QByteArrayList links;
        for (const Link &link : linksOf(file.syntax(), file.graph()))
            links << QByteArray::fromStdString(std::string(file.syntax().textOf(link.range)) + " "
                                               + link.target);
        QTEST(links.join(", "), "links");
    }

    void hints_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hint"); ///< The active form with the active parameter in ‹ ›.
        const auto row = [](const char *name, const char *text, const char *hint) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(hint);
        };
        row("the first of COPY", "FROM a\nCOPY ‸\n", "COPY [OPTIONS] ‹SOURCE…› DESTINATION");
        row("the last of COPY", "FROM a\nCOPY a b c‸\n", "COPY [OPTIONS] SOURCE… ‹DESTINATION›");
        row("a middle one of COPY", "FROM a\nCOPY a b‸ c\n", "COPY [OPTIONS] ‹SOURCE…› DESTINATION");
        row("a flag of COPY", "FROM a\nCOPY --fr‸om=x a b\n", "COPY ‹[OPTIONS]› SOURCE… DESTINATION");
        row("COPY as an array", "FROM a\nCOPY [\"a\", \"‸b\"]\n",
            "COPY [OPTIONS] [\"SOURCE\"…, ‹\"DESTINATION\"›]");
        row("the image", "FROM go‸\n", "FROM [OPTIONS] ‹IMAGE[:TAG|@DIGEST]› [AS NAME]");
        row("the name", "FROM go AS ‸\n", "FROM [OPTIONS] IMAGE[:TAG|@DIGEST] ‹[AS NAME]›");
        row("a command", "FROM a\nRUN apt‸\n", "RUN [OPTIONS] ‹COMMAND›");
        row("a program", "FROM a\nRUN [\"a‸\"]\n", "RUN [OPTIONS] ‹[\"PROGRAM\",› \"ARGUMENT\"…]");
        row("a program's argument", "FROM a\nRUN [\"a\", \"b‸\"]\n",
            "RUN [OPTIONS] [\"PROGRAM\", ‹\"ARGUMENT\"…›]");
        row("a cache mount", "FROM a\nRUN --mount=type=cache,tar‸get=/x m\n",
            "--mount=type=cache,‹target=…›,from=…,source=…,id=…");
        row("a health check", "FROM a\nHEALTHCHECK CMD cu‸rl\n", "HEALTHCHECK [OPTIONS] CMD ‹COMMAND›");
        row("a health check's flag", "FROM a\nHEALTHCHECK --interval=5‸s CMD x\n",
            "HEALTHCHECK ‹[OPTIONS]› CMD COMMAND");
        row("inside of ONBUILD", "FROM a\nONBUILD COPY a ‸\n", "COPY [OPTIONS] SOURCE… ‹DESTINATION›");
        row("a comment", "# a‸\nFROM a\n", "");
        row("the body of a here-document", "FROM a\nRUN <<E\nx‸\nE\n", "");
        row("something unknown", "FROM a\nRUNN x‸\n", "");
    }
    void hints()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hint);
        const MarkedText marked(text);
        const auto signature = signatureAt(marked.syntax(), marked.offset());
        if (!signature) {
            QCOMPARE(QByteArray(), hint);
            return;
        }
        const SignatureForm &form = signature->forms[signature->activeForm];
        QVERIFY(!form.about.source.empty());
        std::string label = form.label;
        if (signature->activeParameter != Signature::none) {
            const TextRange range = form.parameters[signature->activeParameter];
            label.insert(range.end, "›");
            label.insert(range.begin, "‹");
        }
        const QByteArray actual = QByteArray::fromStdString(label);
        if (hint.startsWith("--mount"))
            QVERIFY2(actual.startsWith("--mount=type=cache,‹target=…›,"), actual.constData());
        else
            QCOMPARE(actual, hint);
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
