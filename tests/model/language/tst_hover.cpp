// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/build_context.h"
#include "model/language/hover.h"
#include "tests/model/language/marked_text.h"

using namespace drydock;

class TestHover : public QObject {
    Q_OBJECT

private slots:
    void saysWhatCopyTakes_data()
    {
        QTest::addColumn<QByteArray>("copy");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *copy, const char *said) {
            QTest::newRow(copy) << QByteArray(copy) << QByteArray(said);
        };
        row("COPY ‸. /", "Takes 3 files, 1.3 MB. The largest is “src/big.bin”, 1.2 MB.");
        row("COPY go.mod s‸rc /x/",
            "Takes 2 files, 1.3 MB. The whole build context has 3 files, 1.3 MB. The largest is "
            "“src/big.bin”, "
            "1.2 MB.");
        row("ADD go.m‸od /x/", "Takes one file, 40 bytes. The whole build context has 3 files, 1.3 MB.");
        row("COPY --exclude=*.bin sr‸c /x/",
            "Takes one file, 60 kB. The whole build context has 3 files, 1.3 MB.");
        row("COPY g‸one /", "There is none in the folder of the Dockerfile.");
        row("COPY a.l‸og /",
            "It is there, but is not sent to the build. Line 2 of .dockerignore leaves it out.");
        row("COPY *.l‸og /",
            "Takes nothing: the build goes on without. Line 2 of .dockerignore leaves it out.");
        row("COPY go.mod /‸x", "");
        row("COPY --from=b s‸rc /", "");
        row("COPY http://x.o‸rg/y /", "");
        row("COPY a$W‸HERE /", "No line above sets it: it comes from the base image, if at all.");
    }
    void saysWhatCopyTakes()
    {
        QFETCH(QByteArray, copy);
        std::vector<ContextEntry> entries;
        const auto add = [&entries](const char *path, std::uint64_t bytes) {
            entries.push_back({path, bytes ? EntryKind::File : EntryKind::Folder, bytes});
        };
        add("a.log", 100);
        add("go.mod", 40);
        add("src", 0);
        add("src/big.bin", 1'200'000);
        add("src/main.go", 60'000);
        LintSettings settings;
        settings.folder = std::make_shared<BuildContext>(
            std::move(entries),
            IgnoreFile {".dockerignore", "# logs\n*.log\n", *DockerIgnore::parse("# logs\n*.log\n"), {}});
        const QByteArray text = "FROM a:1 AS b\n" + copy + "\n";
        const auto analysis
            = analyse(SourceText(QByteArray(text).replace("‸", "").toStdString()), {}, settings);
        const auto hover = hoverAt(*analysis, std::size_t(text.indexOf("‸")));
        QByteArrayList said;
        if (hover)
            for (const UserText &sentence : hover->sentences)
                said << english(sentence);
        QTEST(said.join(' '), "said");
    }
    void says_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said"); ///< "title (page): sentences".
        const auto row = [](const char *name, const char *text, const char *said) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(said);
        };
        row("an instruction", "FROM a:1\nCO‸PY x y\n",
            "COPY (copy): Copies files of the build context, a stage or an image.");
        row("what ONBUILD holds", "FROM a:1\nONBUILD R‸UN x\n",
            "RUN (run): Runs a command and keeps what it changes as a layer.");
        row("a flag", "FROM a:1\nRUN --net‸work=none x\n",
            "--network (run): Which network the command sees. no network at all");
        row("a key of a mount", "FROM a:1\nRUN --mount=type=cache,target=/x,shar‸ing=locked x\n",
            "sharing (edge-mount): What happens when two builds use the cache at the same time. one build "
            "waits for the other, as apt needs it");
        row("a variable", "FROM a:1\nARG V=1.2.3\nRUN $‸V\n",
            "$V (arg): Its value here is “1.2.3”. ARG in line 2 sets it.");
        row("a variable that is cut", "FROM a:1\nARG V=1.2.3\nENV W=${‸V%.*}\n",
            "$V (arg): Its value here is “1.2.3”. ARG in line 2 sets it. “${V%.*}” becomes “1.2”.");
        row("a global one that is fetched", "ARG V=1\nFROM a:1\nARG V\nENV W=$‸V\n",
            "$V (arg): Its value here is “1”. ARG in line 3 fetches it; line 1 sets it for all stages.");
        row("a global one that is not fetched", "ARG V=1\nFROM a:$V\nRUN echo $‸V\n",
            "$V (arg): A stage sees it only below “ARG V” of its own.");
        row("in FROM", "ARG V=1\nFROM a:$‸V\n", "$V (arg): Its value here is “1”. ARG in line 1 sets it.");
        row("an ARG in the container", "FROM a:1\nARG V=1\nENTRYPOINT echo $‸V\n",
            "$V (arg): It is an ARG: the container does not have it any more.");
        row("what the base brings", "FROM a:1\nRUN echo $‸PATH\n",
            "$PATH (arg): No line above sets it: it comes from the base image, if at all.");
        row("where it is set", "FROM a:1\nENV ‸V=1\nRUN $V\n",
            "$V (env): ENV in line 2 sets it. Places that read it: 1.");
        row("where it is set in vain", "FROM a:1\nENV ‸V=1\n",
            "$V (env): ENV in line 2 sets it. Nothing in this file reads it.");
        row("a stage", "FROM a:1 AS b\nFROM x:1\nCOPY --from=‸b /p /q\n",
            "b (stage): A stage of this file, based on a:1, line 1. stage 1 copies from it (line 3).");
        row("a stage in vain", "FROM a:1 AS ‸b\nFROM x:1\n",
            "b (stage): A stage of this file, based on a:1, line 1. What the build makes does not need it: "
            "it "
            "is not built.");
        row("an image with a tag", "FROM go‸lang:1.22\n",
            "golang:1.22 (external-image): An image of docker.io, repository library/golang. Its tag can be "
            "moved to another image; a digest cannot.");
        row("an image through a variable", "ARG V=1.22\nFROM gol‸ang:$V\n",
            "golang:$V (external-image): With its variables replaced: golang:1.22. An image of docker.io, "
            "repository library/golang. Its tag can be moved to another image; a digest cannot.");
        row("no tag", "FROM alp‸ine\n",
            "alpine (external-image): An image of docker.io, repository library/alpine. Without a tag it "
            "means “latest”: whatever was pushed last.");
        row("a here-document", "FROM a:1\nRUN cat <<E‸OF\nx\nEOF\n",
            "<<EOF (heredoc): Its text stands in the lines 3 to 3. Variables in it are replaced; quotes "
            "around "
            "the name keep them as they are.");
        row("a directive", "# esc‸ape=`\nFROM a:1\n",
            "# escape (parser-directives): The character that continues lines and escapes others.");
        row("a word of a command", "FROM a:1\nRUN ec‸ho\n", "");
        row("a comment", "# V‸\nFROM a:1\n", "");
        row("the end", "FROM a:1\n‸", "");
    }
    void says()
    {
        QFETCH(QByteArray, text);
        const qsizetype caret = text.indexOf("‸");
        const auto analysis = analyse(SourceText(QByteArray(text).replace("‸", "").toStdString()));
        const auto hover = hoverAt(*analysis, std::size_t(caret));
        QByteArray said;
        if (hover && !hover->title.empty()) {
            said = QByteArray::fromStdString(hover->title + " (" + hover->page + "):");
            for (const UserText &sentence : hover->sentences)
                said += " " + english(sentence);
            QVERIFY(hover->range.contains(std::size_t(caret)));
        }
        QTEST(said, "said");
    }
    void saysWhatIsWrong()
    {
        const auto analysis = analyse(SourceText("FROM a:1\nRUNN x\n"));
        const auto hover = hoverAt(*analysis, 10);
        QVERIFY(hover);
        QCOMPARE(hover->problems.size(), std::size_t(1));
        QVERIFY(hover->title.empty());
    }
};

QTEST_GUILESS_MAIN(TestHover)
#include "tst_hover.moc"
