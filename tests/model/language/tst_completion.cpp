// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/completion.h"
#include "tests/model/language/marked_text.h"

using namespace drydock;

class TestCompletion : public QObject {
    Q_OBJECT

private slots:
    void offers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>(
            "offered"); ///< Labels that have to be there; with "=" in front all of them.
        QTest::addColumn<QByteArray>("missing"); ///< Labels that must not be there.
        const auto row
            = [](const char *name, const char *text, const char *offered, const char *missing = "") {
                  QTest::newRow(name) << QByteArray(text) << QByteArray(offered) << QByteArray(missing);
              };
        row("instructions in an empty file", "‸", "=FROM ARG");
        row("instructions", "FROM a\nWO‸", "=WORKDIR");
        row("instructions as the file writes them", "from a\nwo‸", "=workdir");
        row("instructions that hold the letters come last", "FROM a\nSH‸", "=SHELL");
        row("a blank line between", "FROM a\n‸\nRUN b\n", "RUN COPY");
        row("above the first FROM", "‸\nFROM a\n", "=FROM ARG");
        row("inside of ONBUILD", "FROM a\nONBUILD ‸\n", "RUN COPY", "FROM ONBUILD MAINTAINER");
        row("directives", "# ‸\nFROM a\n", "=syntax escape check");
        row("a directive's values", "# escape=‸\nFROM a\n", "=` \\");
        row("checks to skip", "# check=skip=Stage‸\nFROM a\n", "StageNameCasing", "all");
        row("no directives below", "FROM a\n# ‸\n", "=");
        row("nothing in comments", "FROM a\n# FR‸\n", "=");
        row("nothing in a comment inside of an instruction", "FROM a\nRUN b \\\n# --mo‸\n c\n", "=");
        row("nothing in the middle of a word, behind a continuation mark", "F\\\n‸ROM a\n", "=");
        row("nothing behind a continuation mark", "FROM a\nCOPY \\‸\n c\n", "=");
        row("flags of FROM", "FROM --‸\n", "=--platform");
        row("flags of RUN", "FROM a\nRUN --‸\n", "=--device --mount --network --security");
        row("flags of COPY", "FROM a\nCOPY --‸ a b\n", "=--chown --from --chmod --link --parents --exclude");
        row("flags of ADD", "FROM a\nADD --‸ a b\n",
            "=--chown --chmod --link --keep-git-dir --checksum --unpack --exclude");
        row("flags of HEALTHCHECK", "FROM a\nHEALTHCHECK --‸\n",
            "=--interval --timeout --start-period --start-interval --retries");
        row("a flag that is given", "FROM a\nCOPY --from=a --fr‸ a b\n", "=");
        row("a flag that may be repeated", "FROM a\nRUN --mount=type=ssh --mo‸\n", "=--mount");
        row("a flag on a line of its own", "FROM a\nRUN --mount=type=ssh \\\n  --net‸ \\\n  x\n",
            "=--network");
        row("a flag on a blank line between", "FROM a\nCOPY --link \\\n  ‸\n", "--from", "--link");
        row("values of a flag", "FROM a\nRUN --network=‸ x\n", "=default none host");
        row("booleans", "FROM a\nCOPY --link=‸ a b\n", "=true false");
        row("platforms", "FROM --platform=$BU‸ a\n",
            "=BUILDPLATFORM BUILDOS BUILDARCH BUILDVARIANT BUILDOSVERSION");
        row("platforms by name", "FROM --platform=linux/ar‸ a\n", "=linux/arm64 linux/arm/v7 linux/arm/v6");
        row("keys of a mount", "FROM a\nRUN --mount=‸ x\n", "type target source from readonly",
            "size sharing id");
        row("keys of a cache", "FROM a\nRUN --mount=type=cache,‸ x\n", "target sharing id mode uid gid",
            "type size required env");
        row("keys of a secret", "FROM a\nRUN --mount=type=secret,id=a,‸ x\n", "target env required",
            "id from sharing");
        row("a key under another spelling", "FROM a\nRUN --mount=dst=/x,t‸ x\n", "=", "target");
        row("types", "FROM a\nRUN --mount=type=‸ x\n", "=bind cache secret ssh tmpfs");
        row("sharing", "FROM a\nRUN --mount=type=cache,sharing=‸ x\n", "=shared private locked");
        row("ids as elsewhere",
            "FROM a\nRUN --mount=type=secret,id=npmrc x\nRUN --mount=type=secret,id=‸ x\n", "=npmrc");
        row("stages in FROM", "FROM a AS Base\nFROM ‸\n", "base alpine scratch --platform", "Base");
        row("earlier stages only", "FROM a AS one\nFROM b AS two\nCOPY --from=‸ x y\nFROM c AS three\n",
            "one", "two three");
        row("a stage by its number", "FROM a\nFROM b\nCOPY --from=‸ x y\n", "0");
        row("no number in a mount", "FROM a\nFROM b\nRUN --mount=from=‸ x\n", "alpine", "0");
        row("of two of one name the one that counts", "FROM a AS s\nFROM b\nCOPY --from=‸ x y\nFROM c AS s\n",
            "alpine", "s");
        row("stages in a mount", "FROM a AS one\nFROM b\nRUN --mount=type=bind,from=o‸ x\n", "one");
        row("images of the file", "FROM example.com/base:1\nFROM ex‸\n", "example.com/base:1");
        row("tags", "FROM golang:1.2‸\n", "golang:1.26 golang:1.26-alpine");
        row("tags under the long name", "FROM docker.io/library/golang:1.2‸\n",
            "docker.io/library/golang:1.26");
        row("no tags of nothing", "FROM nothing-known:‸\n", "=");
        row("AS", "FROM a ‸\n", "=AS");
        row("as", "from a ‸\n", "=as");
        row("variables", "ARG G=1\nFROM a\nARG V=2\nENV W=3\nRUN echo $‸\n", "=V W");
        row("variables in braces", "FROM a\nARG VERSION=2\nRUN echo ${VE‸\n", "=VERSION");
        row("not what comes later", "FROM a\nRUN echo $‸\nARG V=2\n", "=");
        row("what the base stage hands on", "FROM a AS s\nENV V=1\nFROM s\nRUN $‸\n", "=V");
        row("only ENV in the container", "FROM a\nARG V=1\nENV W=1\nCMD echo $‸\n", "=W");
        row("variables in a here-document", "FROM a\nARG V=1\nRUN <<E\necho $‸\nE\n", "=V");
        row("no variables where none are read", "FROM a\nARG V=1\nCOPY --from=$‸ a b\n", "=");
        row("global ARGs to fetch", "ARG V=1\nARG W=1\nFROM a\nARG W\nARG ‸\n", "V TARGETARCH", "W");
        row("paths of the context", "FROM a\nCOPY ‸ /x\n", "src/ go.mod --from");
        row("paths in a folder", "FROM a\nCOPY ./src/ma‸ /x\n", "=./src/main.go");
        row("paths of the context in an array", "FROM a\nCOPY [\"go‸\", \"/x\"]\n", "=go.mod");
        row("paths in a mount", "FROM a\nRUN --mount=type=bind,source=go‸ x\n", "=go.mod");
        row("what the stage produces",
            "FROM golang AS b\nWORKDIR /src\nRUN go build -o /out/app\nFROM x\nCOPY --from=b ‸ /app\n",
            "=/out/app /src --chown --chmod --link --parents --exclude", "go.mod");
        row("what the stage produces, in a mount",
            "FROM golang AS b\nRUN go build -o /out/app\nFROM x\nRUN --mount=from=b,source=‸ x\n",
            "=/out/app");
        row("destinations", "FROM a\nWORKDIR /srv\nCOPY x ‸\n", "./ /srv go.mod");
        row("health checks", "FROM a\nHEALTHCHECK ‸\n", "CMD NONE --interval");
        row("signals", "FROM a\nSTOPSIGNAL SIGQ‸\n", "=SIGQUIT");
        row("protocols", "FROM a\nEXPOSE 53/‸\n", "=tcp udp sctp");
        row("users of the file", "FROM a\nUSER app\nFROM b\nUSER ‸\n", "app nobody");
        row("owners of the file", "FROM a\nUSER app\nCOPY --chown=‸ a b\n", "app root:root");
        row("labels", "FROM a\nLABEL org.opencontainers.image.so‸\n", "=org.opencontainers.image.source");
        row("shells", "FROM a\nSHELL ‸\n",
            "=[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] [\"/bin/sh\", \"-c\"] [\"powershell\", "
            "\"-Command\"] [\"cmd\", \"/S\", \"/C\"]");
        row("a command's words are its own", "FROM a\nRUN mou‸\n", "=");
        row("a broken file", "FRO a\nCOPY --from= \"x\nFROM a AS b\nFROM c\nCOPY --from=‸", "b");
    }
    void offers()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, offered);
        QFETCH(QByteArray, missing);
        const MarkedText marked(text);
        const QByteArrayList labels = labelsAt(marked);
        const QByteArray all = labels.join(' ');
        if (offered.startsWith('=')) {
            QCOMPARE(all, offered.mid(1));
        } else {
            QCOMPARE(missingIn(labels, offered.split(' ')), QByteArray());
        }
        for (const QByteArray &label : missing.split(' '))
            QVERIFY2(label.isEmpty() || !labels.contains(label), all.constData());
    }

    void takes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *label, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(label) << QByteArray(after);
        };
        row("an instruction", "FROM a\nwor‸\n", "WORKDIR", "FROM a\nWORKDIR \n");
        row("a flag with a value", "FROM a\nCOPY --fr‸ a b\n", "--from", "FROM a\nCOPY --from= a b\n");
        row("a flag without", "FROM a\nCOPY --li‸ a b\n", "--link", "FROM a\nCOPY --link a b\n");
        row("in the middle of a word", "FROM a\nRUN --mount=type=ca‸che,target=/x y\n", "cache",
            "FROM a\nRUN --mount=type=cache,target=/x y\n");
        row("in front of a word", "FROM a AS b\nFROM c\nCOPY --from=‸ a b\n", "b",
            "FROM a AS b\nFROM c\nCOPY --from=b a b\n");
        row("a variable in braces", "FROM a\nARG VE=1\nRUN ${V‸\n", "VE", "FROM a\nARG VE=1\nRUN ${VE}\n");
        row("a variable in closed braces", "FROM a\nARG VE=1\nRUN ${V‸}\n", "VE",
            "FROM a\nARG VE=1\nRUN ${VE}\n");
        row("an image", "FROM gol‸\n", "golang", "FROM golang:\n");
        row("a tag", "FROM golang:1.26-alp‸\n", "golang:1.26-alpine", "FROM golang:1.26-alpine\n");
    }
    void takes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, label);
        const MarkedText marked(before);
        QByteArray after = "nothing is offered";
        for (const Completion &completion : at(marked)) {
            if (completion.label == label.toStdString())
                after = QByteArray::fromStdString(EditSet::replacing(completion.replaced, completion.inserted)
                                                      .applyTo(marked.syntax().text.bytes()));
        }
        QTEST(after, "after");
    }

    void saysTheValue()
    {
        const MarkedText marked("ARG G=7\nFROM a\nARG G\nENV V=$G-x\nRUN $‸\n");
        QByteArrayList details;
        for (const Completion &completion : at(marked))
            details << QByteArray::fromStdString(completion.label) + " " + english(completion.detail);
        QCOMPARE(details.join(", "), QByteArray("G 7 (line 3), V 7-x (line 4)"));
    }

private:
    static std::vector<Completion> at(const MarkedText &marked)
    {
        const GestureContext context = marked.context();
        std::vector<ContextEntry> entries;
        entries.push_back({"src", EntryKind::Folder});
        for (const char *path : {"src/main.go", "src/util.go", "src/left.out", "go.mod", "with blank"})
            entries.push_back({path, EntryKind::File});
        const BuildContext folder(
            entries, {".dockerignore", "*/left.out\n", *DockerIgnore::parse("*/left.out\n"), {}});
        return completionsAt({context, marked.offset(), &folder, {}});
    }
    static QByteArrayList labelsAt(const MarkedText &marked)
    {
        QByteArrayList labels;
        for (const Completion &completion : at(marked)) {
            labels << QByteArray::fromStdString(completion.label);
            if (completion.replaced.end > marked.syntax().text.size()
                || !completion.replaced.touches(marked.offset()) || completion.inserted.empty())
                labels << "badly placed";
        }
        return labels;
    }
    static QByteArray missingIn(const QByteArrayList &labels, const QByteArrayList &wanted)
    {
        QByteArrayList missing;
        for (const QByteArray &label : wanted)
            if (!labels.contains(label) && !label.startsWith('['))
                missing << label;
        return missing.isEmpty() ? QByteArray() : missing.join(' ') + " of " + labels.join(' ');
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
