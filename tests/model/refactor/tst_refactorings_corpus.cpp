// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "tests/model/refactor/brought_findings.h"
#include "tests/model/refactor/random_gesture.h"
#include "tests/model/refactor/refactoring_promises.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>

using namespace drydock;

namespace {

/// Every so many-th file is tried, or with DRYDOCK_WHOLE_CORPUS in the environment all are.
constexpr int stride = 9;
constexpr std::size_t mostCarets = 8; ///< In one file.

std::string contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::map<std::string, int> findingsOf(std::string_view text)
{
    std::map<std::string, int> counts;
    for (const auto analysis = analyse(SourceText(std::string(text)));
         const Diagnostic &finding : analysis->diagnostics)
        ++counts[finding.rule];
    return counts;
}

/// Where a caret is tried: at some of the instructions, spread over the file.
std::vector<std::optional<std::size_t>> caretsIn(const Syntax &syntax, bool needsCaret)
{
    std::vector<std::optional<std::size_t>> carets {std::nullopt};
    const std::size_t step = syntax.instructions.size() / mostCarets + 1;
    for (std::size_t i = 0; needsCaret && i < syntax.instructions.size(); i += step)
        carets.emplace_back(syntax.instructions[i].range.begin);
    return carets;
}

/// What became of one refactoring.
struct Tally {
    std::array<int, 3> verdicts {};
    std::map<std::string, int> reasons; ///< The sentence with its holes.
    std::map<std::string, int> assumptions;
    std::map<std::string, int> moreFindings; ///< Rules that speak more often afterwards.
    std::vector<std::string> broken; ///< File and what.
    double slowest = 0; ///< Milliseconds for one plan.
    std::string slowestFile;

    void take(const std::string &name, const Refactoring &refactoring, const PreparedFile &file,
              const std::map<std::string, int> &findings)
    {
        for (const auto caret : caretsIn(file.syntax(), refactoring.needsCaret)) {
            RefactorWish wish;
            wish.caret = caret;
            // Once for what is read only once, such as tables.
            (void)refactoring.propose(file.context(), wish);
            QElapsedTimer timer;
            timer.start();
            (void)refactoring.propose(file.context(), wish);
            const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            if (time > slowest) {
                slowest = time;
                slowestFile = name;
            }
            take(name, refactoring, tryRefactoring(refactoring, file, wish), findings);
        }
    }

    void print(std::string_view id) const
    {
        qInfo("%s: %d safe, %d with assumptions, %d blocked; slowest %.2f ms (%s)", std::string(id).c_str(),
              verdicts[0], verdicts[1], verdicts[2], slowest, slowestFile.c_str());
        printMost("blocked", reasons);
        printMost("assumes", assumptions);
        printMost("more findings of", moreFindings);
    }

private:
    void take(const std::string &name, const Refactoring &refactoring, const TriedRefactoring &tried,
              const std::map<std::string, int> &findings)
    {
        ++verdicts.at(static_cast<std::size_t>(tried.proposal.verdict()));
        if (!tried.broken.empty())
            broken.push_back(name + ": " + tried.broken);
        if (tried.proposal.isBlocked())
            ++reasons[tried.proposal.reason.source];
        for (const Assumption &assumption : tried.proposal.assumptions)
            ++assumptions[assumption.text.source];
        // What is found in a file that is no Dockerfile says little: a template has words of its own.
        if (!tried.result || findings.contains("instruction"))
            return;
        for (const auto &[rule, count] : findingsOf(tried.result->text)) {
            const auto before = findings.find(rule);
            if (count <= (before == findings.end() ? 0 : before->second))
                continue;
            ++moreFindings[rule];
            const bool isMeant = std::ranges::any_of(broughtByNature, [&](const Brought &brought) {
                return brought.refactoring == refactoring.id && brought.rule == rule;
            });
            if (!isMeant)
                broken.push_back(name + ": a new finding of " + rule);
        }
    }

    static void printMost(const char *what, const std::map<std::string, int> &counts)
    {
        std::vector<std::pair<int, std::string>> sorted;
        for (const auto &[text, count] : counts)
            sorted.emplace_back(-count, text);
        std::ranges::sort(sorted);
        for (const auto &[count, text] : sorted)
            qInfo("    %s %d: %s", what, -count, text.c_str());
    }
};

const std::vector<std::pair<const char *, std::string>> oddFiles {
    {"nothing", ""},
    {"only a comment", "# nothing\n"},
    {"only ARG", "ARG A=1\n"},
    {"FROM alone", "FROM"},
    {"FROM without a last line end", "FROM alpine"},
    {"CR LF",
     "FROM node:22\r\nWORKDIR /a\r\nCOPY . .\r\nRUN apt-get update && apt-get install -y git\r\nRUN npm "
     "ci\r\n"
     "CMD node server.js\r\n"},
    {"CR LF, no last line end",
     "FROM golang:1.21\r\nWORKDIR /a\r\nCOPY . .\r\nRUN go build -o /b .\r\nCMD /b"},
    {"mixed line ends", "FROM golang:1.21\r\nWORKDIR /a\nCOPY . .\r\nRUN go build -o /b .\nCMD [\"/b\"]\r\n"},
    {"byte order mark",
     "\xEF\xBB\xBF"
     "FROM python:3.12\nCOPY . .\nRUN pip install -r requirements.txt\n"
     "CMD python app.py\n"},
    {"escape by backtick",
     "# escape=`\nFROM golang:1.21 AS b\nRUN go build `\n  -o /b `\n  .\nFROM alpine\n"
     "COPY --from=b /b /b\nCMD /b\n"},
    {"directives",
     "# syntax=docker/dockerfile:1\n# check=skip=all\nFROM debian\nRUN apt-get install -y curl\n"},
    {"here-documents",
     "FROM debian:bookworm\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF\n"
     "COPY <<A <<B /d/\nFROM x AS y\nA\nRUN z\nB\nCMD [\"sh\"]\n"},
    {"here-document without an end", "FROM debian:bookworm\nRUN <<EOF\napt-get update\n"},
    {"lower case",
     "from golang:1.21 as build\nworkdir /a\ncopy . .\nrun go build -o /b .\nfrom alpine\n"
     "copy --from=build /b /b\ncmd /b\n"},
    {"ONBUILD", "FROM node:22\nONBUILD COPY . .\nONBUILD RUN npm ci\nONBUILD USER node\nCMD npm start\n"},
    {"duplicate names",
     "FROM golang:1.21 AS a\nRUN go build -o /b .\nFROM a AS A\nRUN true\nFROM alpine AS a\n"
     "COPY --from=a /b /b\nCMD /b\n"},
    {"by number", "FROM golang:1.21\nRUN go build -o /b .\nFROM alpine\nCOPY --from=0 /b /b\nCMD /b\n"},
    {"a circle", "FROM b AS a\nFROM a AS b\nCOPY --from=c /x /x\nFROM b AS c\n"},
    {"itself", "FROM alpine AS a\nCOPY --from=a /x /y\n"},
    {"variables everywhere",
     "ARG V=1.21\nARG I\nFROM golang:$V AS ${N:-b}\nARG V\nENV P=/o/$V\nWORKDIR $P\n"
     "COPY ${S} .\nRUN go build -o $P/b .\nFROM $I\nCOPY --from=b $P/b /b\n"
     "ENTRYPOINT [\"$P/b\"]\n"},
    {"everything at once",
     "FROM debian:12\nRUN apt-get update; cd /x; export A=1; curl x | sh || true && exit 3\n"
     "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nUSER 1000:1000\nVOLUME /d /e\nEXPOSE 80 90/udp\n"
     "STOPSIGNAL 9\nHEALTHCHECK --interval=1s CMD curl -f localhost\nLABEL a=b \"c d\"='e f'\n"
     "ENTRYPOINT exec /x \"$@\"\nCMD a b\nMAINTAINER me\n"},
    {"comments inside of instructions",
     "FROM node:22\nRUN npm ci \\\n# why\n  && npm run build \\\n\n  # so\n"
     "  && npm prune\nCMD node \\\n# here\n  x.js\n"},
    {"continued at the end", "FROM node:22\nRUN npm ci \\\n"},
    {"JSON that is none", "FROM node:22\nCMD [\"npm\", 'start']\nENTRYPOINT [\"a\",]\nSHELL []\n"},
    {"empty JSON", "FROM node:22\nRUN npm ci\nENTRYPOINT []\nCMD []\n"},
    {"empty instructions", "FROM node:22\nRUN\nCOPY\nENV\nCMD\nUSER\nWORKDIR\nEXPOSE\n"},
    {"unknown instructions", "FROM node:22\nFRM x\nRUNX y\nCOPY . .\nRUN npm ci\n"},
    {"scratch", "FROM scratch\nADD rootfs.tar.gz /\nCMD [\"/bin/sh\"]\n"},
    {"tabs and spaces",
     "\t FROM\tgolang:1.21 \t\n  WORKDIR\t/a\n\tCOPY\t.\t.\n \tRUN\tgo build -o /b .\n\tCMD /b\t\n"},
    {"bytes that are no text", "FROM node:22\nRUN echo \xff\xfe && npm ci\nCMD node \xc3\n"},
    {"NUL", std::string("FROM node:22\nRUN echo \0 && npm ci\nCMD node\n", 43)},
    {"digest and platform",
     "FROM --platform=$BUILDPLATFORM golang:1.21@sha256:"
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 AS b\n"
     "ARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /b .\nFROM scratch\n"
     "COPY --link --chown=1:1 --from=b /b /b\nCMD [\"/b\"]\n"},
    {"Windows",
     "# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL [\"powershell\", \"-Command\"]\n"
     "COPY . C:\\app\nWORKDIR C:\\app\nRUN Install-Thing x\nCMD .\\x.exe\n"},
};

/// A proposal with one edit and all the words that it takes.
Proposal replacing(TextRange range, std::string text)
{
    Proposal proposal;
    proposal.name = {"Change it", {}};
    proposal.explanation = {"It is better then.", {}};
    proposal.parts = {{{"The change", {}}, {{range, std::move(text)}}, {}, false}};
    return proposal;
}

using Propose = Proposal (*)(const RefactorContext &, const RefactorWish &);

/// Refactorings that break a promise each, on "FROM a\r\nRUN b\r\n", and how the complaint begins.
const std::vector<std::pair<const char *, Propose>> badOnes {
    {"it has no words",
     [](const RefactorContext &, const RefactorWish &) {
         Proposal proposal = replacing({12, 13}, "c");
         proposal.explanation = {};
         return proposal;
     }},
    {"it does nothing",
     [](const RefactorContext &, const RefactorWish &) {
         Proposal proposal = replacing({12, 13}, "c");
         proposal.parts.clear();
         return proposal;
     }},
    {"an edit lies outside of the text",
     [](const RefactorContext &, const RefactorWish &) {
         return replacing({12, 99}, "c");
     }},
    {"other line ends",
     [](const RefactorContext &, const RefactorWish &) {
         return replacing({8, 8}, "RUN c\n");
     }},
    {"the registry has to refuse it: It would change what the image does",
     [](const RefactorContext &, const RefactorWish &) {
         return replacing({8, 8}, "EXPOSE 80\r\n");
     }},
    {"the last line has lost its end",
     [](const RefactorContext &, const RefactorWish &) {
         return replacing({13, 15}, "");
     }},
    {"the registry has to refuse it",
     [](const RefactorContext &, const RefactorWish &) {
         return replacing({8, 11}, "RUNS");
     }},
    {"without “More” it does not apply",
     [](const RefactorContext &context, const RefactorWish &) {
         if (context.syntax().text.size() > 15)
             return blocked({"There is nothing to do.", {}});
         Proposal proposal = replacing({8, 8}, "HEALTHCHECK ");
         proposal.parts.push_back({{"More", {}}, {{{8, 8}, "NONE\r\n"}}, {}, true});
         return proposal;
     }},
    {"it is offered again",
     [](const RefactorContext &, const RefactorWish &) {
         return replacing({12, 13}, "c");
     }},
};

} // namespace

/// Every refactoring keeps what all of them promise, on files that nobody made for it.
class TestRefactoringsCorpus : public QObject {
    Q_OBJECT

private slots:
    void badOnesAreFound_data()
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < badOnes.size(); ++i)
            QTest::newRow(badOnes[i].first) << i;
    }
    void badOnesAreFound()
    {
        QFETCH(std::size_t, index);
        const auto &[complaint, function] = badOnes[index];
        const Refactoring bad {"bad", {"Change it", {}}, RefactoringGroup::Instructions, function};
        const TriedRefactoring tried = tryRefactoring(bad, PreparedFile("FROM a\r\nRUN b\r\n"));
        QVERIFY2(tried.broken.starts_with(complaint), tried.broken.c_str());
    }

    void onOddFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto &[name, text] : oddFiles)
            QTest::newRow(name) << QByteArray::fromStdString(text);
    }
    void onOddFiles()
    {
        QFETCH(QByteArray, text);
        tryAll(text.toStdString());
    }

    void onFilesByChance()
    {
        for (quint32 seed = 1; seed <= 150; ++seed) {
            QRandomGenerator random(seed);
            tryAll(oddFile([&](std::size_t bound) { return random.bounded(static_cast<quint32>(bound)); }));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void onRealFiles_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("all together") << QString();
        for (const Refactoring &each : refactorings())
            QTest::newRow(std::string(each.id).c_str()) << QString::fromStdString(std::string(each.id));
    }
    void onRealFiles()
    {
        QFETCH(QString, id);
        if (id.isEmpty())
            askCorpus();
        if (m_files == 0)
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        if (id.isEmpty())
            return;
        const Tally &tally = m_tallies[id.toStdString()];
        tally.print(id.toStdString());
        for (std::size_t i = 0; i < std::min<std::size_t>(tally.broken.size(), 25); ++i)
            qWarning("%s", tally.broken[i].substr(0, 3000).c_str());
        QCOMPARE(tally.broken.size(), std::size_t {0});
    }

private:
    void tryAll(const std::string &text)
    {
        const PreparedFile file(text);
        for (const Refactoring &refactoring : refactorings()) {
            for (const auto caret : caretsIn(file.syntax(), refactoring.needsCaret)) {
                RefactorWish wish;
                wish.caret = caret;
                const TriedRefactoring tried = tryRefactoring(refactoring, file, wish);
                if (tried.broken.empty())
                    continue;
                const std::string after = tried.result ? tried.result->text : std::string("nothing");
                QFAIL((std::string(refactoring.id) + ": " + tried.broken + "\n--- before\n" + text
                       + "\n--- after\n" + after)
                          .c_str());
            }
        }
    }

    void askCorpus()
    {
        const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles"));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        const int step = qEnvironmentVariableIsSet("DRYDOCK_WHOLE_CORPUS") ? 1 : stride;
        for (qsizetype i = 0; i < names.size(); i += step) {
            const std::string text = contentsOf(folder.filePath(names[i]));
            const std::map<std::string, int> findings = findingsOf(text);
            const PreparedFile file(text);
            for (const Refactoring &refactoring : refactorings())
                m_tallies[std::string(refactoring.id)].take(names[i].toStdString(), refactoring, file,
                                                            findings);
            ++m_files;
        }
        qInfo("%d of %d files", m_files, static_cast<int>(names.size()));
    }

    int m_files = 0;
    std::map<std::string, Tally> m_tallies;
};

QTEST_GUILESS_MAIN(TestRefactoringsCorpus)
#include "tst_refactorings_corpus.moc"
