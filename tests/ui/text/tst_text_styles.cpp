// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/code_edit.h"
#include "ui/text/code_style.h"
#include "ui/text/scintilla_call.h"
#include "ui/text/text_styles.h"

#include <QRandomGenerator>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

class TestTextStyles : public QObject {
    Q_OBJECT

private slots:
    void styles_data();
    void styles();
    void partsEqualTheWhole();
    void languages_data();
    void languages();
    void restyledEqualsStyled_data();
    void restyledEqualsStyled();
    void scintillaShowsThem();
    void printForTheTable();
};

static QByteArray letters(std::string_view styles)
{
    QByteArray result;
    for (const char style : styles)
        result += letterOf(static_cast<CodeStyle>(style));
    return result;
}

static QByteArray stylesOf(const QByteArray &text)
{
    TextStyles styles;
    styles.setAnalysis(analyse(SourceText(text.toStdString())));
    return letters(styles.of({0, static_cast<std::size_t>(text.size())}));
}

/// Line above, its letters below. Line ends have no look and are left out.
static QByteArray asTable(const QByteArray &text, const QByteArray &styles)
{
    QByteArray table;
    qsizetype at = 0;
    for (const QByteArray &line : text.split('\n')) {
        table += line + '\n' + styles.mid(at, line.size()) + '\n';
        at += line.size() + 1;
    }
    return table;
}

void TestTextStyles::styles_data()
{
    QTest::addColumn<QByteArray>("table");
    // clang-format off
    QTest::newRow("directives, comments, ARG, FROM") << QByteArray(
        "# syntax=docker/dockerfile:1\n"
        "dddddddddddddddddddddddddddd\n"
        "# escape=`\n"
        "dddddddddd\n"
        "\n"
        "\n"
        "# a comment\n"
        "ccccccccccc\n"
        "ARG V=1.2 W\n"
        "KKK.kp000.k\n"
        "FROM --platform=$BUILDPLATFORM golang:${V}@sha256:ab AS build\n"
        "KKKK.fffffffffff$$$$$$$$$$$$$$........$$$$@@@@@@@@@@.KK.nnnnn\n"
        "from build as b2\n"
        "KKKK.nnnnn.KK.nn\n");
    QTest::newRow("uses of stages and variables") << QByteArray(
        "FROM a AS b\n"
        "KKKK...KK.n\n"
        "COPY --from=b --chown=$U:0 src \"$D\" /x\n"
        "KKKK.fffffffn.ffffffff$$vv......$$....\n"
        "COPY --from=img@sha256:ab . .\n"
        "KKKK.fffffffvvv@@@@@@@@@@....\n"
        "RUN --mount=type=bind,from=b,target=/$T echo hi\n"
        "KKK.ffffffffvvvvvvvvvvvvvvvnvvvvvvvvv$$.CCCCbbb\n"
        "ENV A=1 B=\"x $Y\" C='$n' D=\\$n\n"
        "KKK.kp0.kpsss$$s.kpssss.kp===\n"
        "ENV old some $V text\n"
        "KKK.kkk.=====$$=====\n"
        "EXPOSE 80 $P\n"
        "KKKKKK....$$\n"
        "USER ${U:-me}\n"
        "KKKK.$$$$$$$$\n"
        "CMD [\"a\", \"$HOME\"]\n"
        "KKK.psssp.sssssssp\n"
        "VOLUME [\"$D\"]\n"
        "KKKKKK.ps$$sp\n");
    QTest::newRow("shell bodies joined") << QByteArray(
        "FROM a\n"
        "KKKK..\n"
        "RUN set -e; \\\n"
        "KKK.CCCbOOWb\\\n"
        "  # why\n"
        "..ccccc\n"
        "  apt-get install -y \"a$B \\\n"
        "bbCCCCCCCbbbbbbbbbOObSSVVS\\\n"
        "  c\" && \\\n"
        "SSSSbWWb\\\n"
        "\n"
        "\n"
        "  echo 'it' > /x\n"
        "bbCCCCbSSSSb&bbb\n"
        "HEALTHCHECK --interval=5m CMD curl -f x || exit 1\n"
        "KKKKKKKKKKK.fffffffffffvv.KKK.CCCCbOObbbWWbCCCCbb\n"
        "ONBUILD RUN echo $A\n"
        "KKKKKKK.KKK.CCCCbVV\n"
        "RUNN x\n"
        "!!!!..\n"
        "LABEL a.b=\"c \\\n"
        "KKKKK.kkkpssss\n"
        "  d\" e=f\n"
        "ssss.kp=\n");
    QTest::newRow("escape is a backtick") << QByteArray(
        "# escape=`\n"
        "dddddddddd\n"
        "FROM a\n"
        "KKKK..\n"
        "RUN echo `\n"
        "KKK.CCCCb\\\n"
        "  \"b `\n"
        "bbSSS\\\n"
        "  d\" `\n"
        "SSSSb\\\n"
        "  && c\n"
        "bbWWbC\n"
        "ENV P=C:\\x$V Q=`$V\n"
        "KKK.kp====$$.kp===\n");
    QTest::newRow("SHELL sets the language") << QByteArray(
        "FROM a\n"
        "KKKK..\n"
        "SHELL [\"powershell\", \"-Command\"]\n"
        "KKKKK.pssssssssssssp.ssssssssssp\n"
        "RUN Get-Item $x \\\n"
        "KKK.CCCCCCCCbVVb\\\n"
        "  | Write-Output \"y\"\n"
        "bb&bCCCCCCCCCCCCbSSS\n"
        "SHELL [\"cmd\"]\n"
        "KKKKK.psssssp\n"
        "RUN dir\n"
        "KKK....\n"
        "FROM b\n"
        "KKKK..\n"
        "RUN ls\n"
        "KKK.CC\n");
    QTest::newRow("a stage goes on with the shell of its base") << QByteArray(
        "FROM x AS a\n"
        "KKKK...KK.n\n"
        "SHELL [\"pwsh\"]\n"
        "KKKKK.pssssssp\n"
        "FROM a\n"
        "KKKK.n\n"
        "RUN Get-Item\n"
        "KKK.CCCCCCCC\n"
        "FROM b\n"
        "KKKK..\n"
        "RUN Get-Item\n"
        "KKK.CCCCCCCC\n");
    QTest::newRow("script heredocs") << QByteArray(
        "FROM a\n"
        "KKKK..\n"
        "RUN <<EOF\n"
        "KKK.hhhhh\n"
        "echo \"hi\" # c\n"
        "CCCCbSSSSb###\n"
        "EOF\n"
        "hhh\n"
        "RUN <<E python3\n"
        "KKK.hhhbCCCCCCC\n"
        "import x\n"
        "WWWWWWbb\n"
        "E\n"
        "h\n"
        "RUN <<-E\n"
        "KKK.hhhh\n"
        "\t#!/usr/bin/env node\n"
        "H###################\n"
        "\tlet a = 1\n"
        "HWWWbbb&b9\n"
        "E\n"
        "h\n"
        "RUN cat <<E > /x/y.sh\n"
        "KKK.CCCbhhhb&bbbbbbbb\n"
        "if true; then exit; fi\n"
        "WWbCCCCWbWWWWbCCCCWbWW\n"
        "E\n"
        "h\n"
        "RUN frob <<E\n"
        "KKK.CCCCbhhh\n"
        "if x\n"
        "HHHH\n"
        "E\n"
        "h\n");
    QTest::newRow("file heredocs") << QByteArray(
        "FROM a\n"
        "KKKK..\n"
        "COPY <<a.py <<b.json /d/\n"
        "KKKK.hhhhhh.hhhhhhhh....\n"
        "def f(): return \"x\"\n"
        "WWWbbbbbbWWWWWWbSSS\n"
        "a.py\n"
        "hhhh\n"
        "{\"a\": 1}\n"
        "CxxxCb9C\n"
        "b.json\n"
        "hhhhhh\n"
        "COPY <<E /etc/unknown\n"
        "KKKK.hhh.............\n"
        "'x' $V \\$W\n"
        "HHHH$$HHHH\n"
        "E\n"
        "h\n"
        "COPY <<\"E\" /etc/unknown\n"
        "KKKK.hhhhh.............\n"
        "$V\n"
        "HH\n"
        "E\n"
        "h\n");
    QTest::newRow("letters beyond ASCII and invalid bytes") << QByteArray(
        "FROM a\n"
        "KKKK..\n"
        "RUN echo \"ä🚢\" x\n"
        "KKK.CCCCbSSSSSSSSbb\n"
        "LABEL a=\"ü\"\n"
        "KKKKK.kpssss\n"
        "RUN echo \"\377\" y\n"
        "KKK.CCCCbSSSbb\n");
    QTest::newRow("unterminated") << QByteArray(
        "FROM a\n"
        "KKKK..\n"
        "RUN <<E\n"
        "KKK.hhh\n"
        "x\n"
        "C\n"
        "FROM b\n"
        "CCCCbb\n");
    // clang-format on
}

void TestTextStyles::styles()
{
    QFETCH(QByteArray, table);
    QByteArrayList lines = table.split('\n');
    QByteArrayList source;
    for (qsizetype i = 0; i + 1 < lines.size(); i += 2)
        source << lines[i];
    const QByteArray text = source.join('\n');
    QCOMPARE(asTable(text, stylesOf(text)), table);
}

void TestTextStyles::partsEqualTheWhole()
{
    const QByteArray text
        = "# escape=`\nFROM a AS b\nRUN x \"$Y `\n z\" && w\nCOPY --from=b <<E /e.py\nimport x\nE\n";
    TextStyles styles;
    styles.setAnalysis(analyse(SourceText(text.toStdString())));
    const auto size = static_cast<std::size_t>(text.size());
    const std::string whole = styles.of({0, size});
    for (std::size_t begin = 0; begin <= size; ++begin)
        for (std::size_t end = begin; end <= size; end += 7)
            QCOMPARE(styles.of({begin, end}), whole.substr(begin, end - begin));
}

void TestTextStyles::languages_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QString>("language");
    QTest::newRow("python") << QByteArray("#!/usr/bin/env python3.12\nx") << "Python";
    QTest::newRow("env with options") << QByteArray("#!/usr/bin/env -S A=1 node --x\n") << "JavaScript";
    QTest::newRow("sh") << QByteArray("#! /bin/sh -e") << "Bash";
    QTest::newRow("unknown program") << QByteArray("#!/bin/frobnicate") << "";
    QTest::newRow("empty") << QByteArray("#!") << "";
    QTest::newRow("none") << QByteArray("python3") << "";
}

void TestTextStyles::languages()
{
    QFETCH(QByteArray, asked);
    QFETCH(QString, language);
    BodyHighlighter bodies;
    QCOMPARE(bodies.languageOfShebang(asked.toStdString()), language);
}

void TestTextStyles::restyledEqualsStyled_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// What the screen shows after each of many edits is what a fresh start would show.
void TestTextStyles::restyledEqualsStyled()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Document document;
    document.reset(
        "# escape=\\\nARG V=1\nFROM a:$V AS b\nRUN x \\\n  \"y $V\" \\\n # c\n z\nCOPY --from=b <<E /e.py\n"
        "import x\nE\nFROM c\nSHELL [\"pwsh\"]\nRUN Get-Item 'x'\nCOPY --from=b / /\n");
    CodeEdit edit(document);
    edit.resize(500, 700);
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit)); // Else repaint() paints nothing.
    const QByteArrayList pieces {
        "\\\n", "\n", "\"",        "'", "`", "E",  "<<E",  "FROM b AS d\n",    " AS b",
        "#",    "$V", "[",         "]", "ä", "x ", "RUN ", "SHELL [\"sh\"]\n", "b",
        "{",    "}",  "escape=`\n"};
    for (int i = 0; i < 90; ++i) {
        const std::size_t size = document.text().size();
        const std::size_t at = random.bounded(static_cast<quint32>(size + 1));
        const std::size_t end = random.bounded(3) == 0 ? std::min(size, at + random.bounded(9U)) : at;
        const QByteArray piece
            = random.bounded(4) == 0 ? QByteArray() : pieces[random.bounded(pieces.size())];
        document.apply(EditSet::replacing({at, end}, piece.toStdString()), Origin::Graph, QString());
        edit.viewport()->repaint();
        const std::size_t now = document.text().size();
        std::string shown(2 * (now + 1), '\0');
        edit.SendScintilla(Sci::SCI_GETSTYLEDTEXT, 0L, static_cast<long>(now), shown.data());
        std::string styles;
        for (std::size_t k = 0; k < now; ++k)
            styles += shown[2 * k + 1];
        const QByteArray text(document.text().bytes().data(), static_cast<qsizetype>(now));
        const QByteArray fresh = stylesOf(text);
        if (letters(styles) != fresh)
            QCOMPARE(asTable(text, letters(styles)), asTable(text, fresh));
        if (now > 1500)
            document.undoStack().undo();
    }
}

void TestTextStyles::scintillaShowsThem()
{
    Document document;
    std::string text;
    for (int i = 0; i < 6000; ++i)
        text += "RUN echo \"" + std::to_string(i) + "\"\n";
    document.reset(text);
    CodeEdit edit(document);
    edit.resize(300, 200);
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit)); // Else repaint() paints nothing.
    edit.viewport()->repaint();
    const auto styleAt = [&](std::size_t offset) { return send(edit, Sci::SCI_GETSTYLEAT, offset); };
    QCOMPARE(styleAt(0), static_cast<long>(CodeStyle::Keyword));
    // The end is seen: what lies between waits until it is, too.
    edit.reveal({text.size(), text.size()});
    edit.viewport()->repaint();
    QCOMPARE(styleAt(text.size() - 16), static_cast<long>(CodeStyle::Keyword));
    const std::size_t middle = document.text().lineStart(2000);
    QCOMPARE(styleAt(middle), 0L);
    edit.reveal({middle, middle});
    edit.viewport()->repaint();
    QCOMPARE(styleAt(middle), static_cast<long>(CodeStyle::Keyword));
}

/// To make a row of the table above: STYLES='FROM a\nRUN b' tst_text_styles printForTheTable
void TestTextStyles::printForTheTable()
{
    const QByteArray text = qgetenv("STYLES").replace("\\n", "\n");
    if (text.isEmpty())
        QSKIP("STYLES holds no text.");
    printf("%s", asTable(text, stylesOf(text)).constData());
}

QTEST_MAIN(TestTextStyles)
#include "tst_text_styles.moc"
