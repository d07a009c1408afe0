// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/rebuilds.h"
#include "tests/model/lint/rule_findings.h"

#include <QTest>

using namespace drydock;

namespace {

/// "2 takes, 3 follows?": the line of each step that runs anew, "?" if that is not sure, then how many of how many.
QByteArray shown(const Analysis &analysis, const Rebuilds &rebuilds)
{
    switch (rebuilds.reach) {
    case Rebuilds::Reach::Sent:
        break;
    case Rebuilds::Reach::Ignored:
        return "ignored, line "
            + (rebuilds.rule ? QByteArray::number(qulonglong(*rebuilds.rule + 1)) : QByteArray("?"));
    case Rebuilds::Reach::Missing:
        return "missing";
    case Rebuilds::Reach::Unknown:
        return "unknown";
    }
    static const char *const causes[] = {"takes", "may take", "takes result", "follows"};
    QByteArray all;
    for (const Rebuild &step : rebuilds.steps)
        all += (all.isEmpty() ? "" : ", ")
            + QByteArray::number(analysis.syntax.at(step.instruction).firstLine) + ' '
            + causes[int(step.cause)] + (step.isSure ? "" : "?");
    return all + " | " + QByteArray::number(qulonglong(rebuilds.sureCount())) + " of "
        + QByteArray::number(qulonglong(rebuilds.stepCount));
}

QByteArray touched(const QByteArray &text, const LintSettings &settings, const QByteArray &path,
                   const QByteArray &target = {})
{
    BuildOptions options;
    options.target = target.toStdString();
    const auto analysis = analyse(SourceText(text.toStdString()), options, settings);
    const LintContext context(analysis->syntax, analysis->graph, analysis->options, analysis->settings);
    return shown(*analysis, rebuildsOf(context, path.toStdString()));
}

const char *const files = "package.json package-lock.json src/ src/main.js src/a.css docs/ docs/x.md "
                          "web/ web/app.js Makefile";
const char *const ignored = "docs\n";

} // namespace

class TestRebuilds : public QObject {
    Q_OBJECT

private slots:
    void touches_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const char *text, const char *path, const char *answer) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(answer);
        };
        row("all of it", "FROM a\nCOPY . .\nRUN npm ci\nCMD [\"x\"]\n", "src/main.js",
            "2 takes, 3 follows | 2 of 2");
        row("by name", "FROM a\nCOPY package.json ./\nRUN npm ci\nCOPY . .\nRUN make\n", "src/main.js",
            "4 takes, 5 follows | 2 of 4");
        row("the manifest itself", "FROM a\nCOPY package.json ./\nRUN npm ci\nCOPY . .\nRUN make\n",
            "package.json", "2 takes, 3 follows, 4 takes, 5 follows | 4 of 4");
        row("a wildcard", "FROM a\nCOPY package*.json ./\nRUN x\n", "package-lock.json",
            "2 takes, 3 follows | 2 of 2");
        row("a folder", "FROM a\nADD src /src\nWORKDIR /src\nENV A=1\n", "src/a.css",
            "2 takes, 3 follows | 2 of 2");
        row("any file of a folder", "FROM a\nCOPY src/main.js /x\n", "src", "2 takes | 1 of 1");
        row("another file", "FROM a\nCOPY src/main.js /x\nRUN y\n", "src/a.css", " | 0 of 2");
        row("excluded", "FROM a\nCOPY --exclude=*.css src /x\nCOPY src /y\n", "src/a.css",
            "3 takes | 1 of 2");
        row("left out", "FROM a\nCOPY . .\n", "docs/x.md", "ignored, line 1");
        row("not there", "FROM a\nCOPY . .\n", "nothing", "missing");
        row("with dots and a slash in front", "FROM a\nCOPY src/main.js /x\n", "/src/../src/main.js",
            "2 takes | 1 of 1");
        row("fetched or written in place", "FROM a\nADD https://x.org/src /x\nCOPY <<E /y\nsrc\nE\n",
            "src/main.js", " | 0 of 2");

        row("a variable that is set", "FROM a\nENV D=src\nCOPY $D/main.js /x\n", "src/main.js",
            "3 takes | 1 of 1");
        row("a variable that is not", "FROM a\nARG D\nCOPY $D /x\nRUN y\nCOPY src /z\nRUN z\n", "src/main.js",
            "3 may take?, 4 follows?, 5 takes, 6 follows | 2 of 4");
        row("fetched from an unknown place", "FROM a\nARG D\nADD https://$D/x /x\n", "src/main.js",
            " | 0 of 1");

        row("a stage on a stage", "FROM a AS one\nCOPY src /x\nFROM one\nRUN y\n", "src/main.js",
            "2 takes, 4 follows | 2 of 2");
        row("copied from a stage",
            "FROM a AS one\nCOPY src /x\nFROM b\nRUN y\nCOPY --from=one /x /x\nRUN z\n", "src/main.js",
            "2 takes, 5 takes result?, 6 follows? | 1 of 4");
        row("copied by number", "FROM a\nCOPY src /x\nFROM b\nCOPY --from=0 /x /x\n", "src/main.js",
            "2 takes, 4 takes result? | 1 of 2");
        row("copied from a stage that stays",
            "FROM a AS one\nCOPY web /x\nFROM b\nCOPY --from=one /x /x\nCOPY src /y\n", "src/main.js",
            "5 takes | 1 of 3");
        row("copied from an image", "FROM a\nCOPY --from=nginx /src /x\n", "src/main.js", " | 0 of 1");
        row("only perhaps, then for sure",
            "FROM a AS one\nCOPY src /x\nFROM b\nCOPY --from=one /x /x\nCOPY src /y\nRUN z\n", "src/main.js",
            "2 takes, 4 takes result?, 5 takes, 6 follows | 3 of 4");
        row("a stage that nobody needs", "FROM a AS one\nCOPY src /x\nFROM b\nCOPY web /y\n", "src/main.js",
            " | 0 of 1");

        row("a bind mount", "FROM a\nRUN --mount=type=bind,source=src,target=/s make\n", "src/main.js",
            "2 takes | 1 of 1");
        row("bind is what a mount is by itself", "FROM a\nRUN --mount=target=/s make\nRUN x\n", "Makefile",
            "2 takes, 3 follows | 2 of 2");
        row("a bind mount of something else", "FROM a\nRUN --mount=source=web,target=/s make\n",
            "src/main.js", " | 0 of 1");
        row("a bind mount of one file of a folder", "FROM a\nRUN --mount=source=src/main.js,target=/s make\n",
            "src", "2 takes | 1 of 1");
        row("other mounts", "FROM a\nRUN --mount=type=cache,target=/s --mount=type=secret,id=src make\n",
            "src/main.js", " | 0 of 1");
        row("a mount from a stage",
            "FROM a AS one\nCOPY src /x\nFROM b\nRUN --mount=from=one,source=/x,target=/x make\n",
            "src/main.js", "2 takes, 4 takes result? | 1 of 2");

        row("what a stage hands on", "FROM a AS one\nONBUILD COPY src /x\nRUN y\nFROM one\nRUN z\n",
            "src/main.js", "2 takes, 5 follows | 2 of 3");
        row("what a stage hands on by mount",
            "FROM a AS one\nONBUILD RUN --mount=source=src,target=/s make\nFROM one\n", "src/main.js",
            "2 takes | 1 of 1");
        row("no stage", "ARG A\n", "src/main.js", " | 0 of 0");
    }
    void touches()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, path);
        LintSettings settings;
        settings.folder = folderOf(files, ignored);
        QTEST(touched(text, settings, path), "answer");
    }

    void nobodyHasLooked() { QCOMPARE(touched("FROM a\nCOPY . .\n", {}, "x"), QByteArray("unknown")); }

    void onlyWhatTheTargetNeeds()
    {
        LintSettings settings;
        settings.folder = folderOf(files, ignored);
        QCOMPARE(touched("FROM a AS one\nCOPY src /x\nFROM b\nCOPY src /y\n", settings, "src/main.js", "one"),
                 QByteArray("2 takes | 1 of 1"));
    }

    void aNewIgnoreFileCounts()
    {
        LintSettings settings;
        settings.folder = withFiles(folderOf(files, ignored), {{".dockerignore", "**/*.css\n"}});
        QCOMPARE(touched("FROM a\nCOPY . .\n", settings, "src/a.css"), QByteArray("ignored, line 1"));
        QCOMPARE(touched("FROM a\nCOPY . .\n", settings, "docs/x.md"), QByteArray("2 takes | 1 of 1"));
    }

    void theOwnIgnoreFileGoesFirst()
    {
        const auto folder = withFiles(folderOf(files), {{"Dockerfile.dockerignore", "web\n"}}, "Dockerfile");
        QCOMPARE(folder->ignoreFile().path, std::string("Dockerfile.dockerignore"));
        // Of the common one nothing is heard any more.
        const auto again = withFiles(folder, {{".dockerignore", "src\n"}}, "Dockerfile");
        LintSettings settings;
        settings.folder = again;
        QCOMPARE(touched("FROM a\nCOPY . .\n", settings, "src/a.css"), QByteArray("2 takes | 1 of 1"));
        QCOMPARE(touched("FROM a\nCOPY . .\n", settings, "web/app.js"), QByteArray("ignored, line 1"));
    }

    void otherFilesAreThereAfterwards()
    {
        LintSettings settings;
        settings.folder = withFiles(folderOf(files), {{"requirements.txt", "x\n"}});
        QCOMPARE(touched("FROM a\nCOPY requirements.txt /\n", settings, "requirements.txt"),
                 QByteArray("2 takes | 1 of 1"));
    }
};

QTEST_GUILESS_MAIN(TestRebuilds)
#include "tst_rebuilds.moc"
