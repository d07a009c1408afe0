// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/build_ending.h"
#include "model/build/build_progress.h"
#include "model/build/stage_names.h"

#include <QTest>

using namespace drydock;

namespace {

const std::string file = "ARG V=1\n"
                         "FROM golang:1 AS Build\n"
                         "WORKDIR /app\n"
                         "ARG X\n"
                         "COPY . .\n"
                         "RUN make\n"
                         "FROM alpine\n"
                         "COPY --from=build /a /a\n"
                         "FROM build\n"
                         "RUN test\n"
                         "FROM alpine\n"
                         "RUN last\n";

StepReport step(const std::string &id, const std::string &name, std::optional<std::int64_t> started = {},
                std::optional<std::int64_t> completed = {})
{
    StepReport report;
    report.id = id;
    report.name = name;
    report.started = started;
    report.completed = completed;
    return report;
}

BuildProgress progressWith(std::vector<StepReport> steps, const std::string &text = file)
{
    BuildProgress progress(parse(SourceText(text)));
    BuildNews news;
    news.steps = std::move(steps);
    progress.add(news);
    return progress;
}

/// "RUN make|build|6|Running": name, stage, line, state.
QByteArray shown(const BuildProgress &progress, std::size_t index = 0)
{
    constexpr const char *states[] = {"Waiting", "Running", "Cached", "Done", "Failed", "Cancelled"};
    const ProgressStep &one = progress.steps()[index];
    const auto line = one.instruction ? progress.syntax().at(one.instruction).firstLine : 0U;
    return QByteArray::fromStdString(one.name + '|' + one.stage + '|' + std::to_string(line) + '|'
                                     + states[std::size_t(one.state)]);
}

} // namespace

class TestBuildProgress : public QObject {
    Q_OBJECT

private slots:
    void findsTheInstructionOfAStep_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("FROM") << QByteArray("[build 1/4] FROM docker.io/library/golang:1@sha256:1")
                              << QByteArray("FROM docker.io/library/golang:1@sha256:1|build|2|Waiting");
        QTest::newRow("WORKDIR, padded")
            << QByteArray("[build  2/4] WORKDIR /app") << QByteArray("WORKDIR /app|build|3|Waiting");
        QTest::newRow("ARG is not counted")
            << QByteArray("[build 3/4] COPY . .") << QByteArray("COPY . .|build|5|Waiting");
        QTest::newRow("the last") << QByteArray("[build 4/4] RUN make")
                                  << QByteArray("RUN make|build|6|Waiting");
        QTest::newRow("a platform") << QByteArray("[linux/arm64 build 4/4] RUN make")
                                    << QByteArray("RUN make|build|6|Waiting");
        QTest::newRow("two platforms") << QByteArray("[linux/amd64->arm64 build 4/4] RUN make")
                                       << QByteArray("RUN make|build|6|Waiting");
        QTest::newRow("an unnamed stage") << QByteArray("[stage-1 2/2] COPY --from=build /a /a")
                                          << QByteArray("COPY --from=build /a /a|stage-1|8|Waiting");
        QTest::newRow("a stage with a generated name")
            << QByteArray("[drydock-s1 2/2] COPY --from=build /a /a")
            << QByteArray("COPY --from=build /a /a|stage-1|8|Waiting");
        QTest::newRow("FROM of a stage is not counted")
            << QByteArray("[stage-2 1/1] RUN test") << QByteArray("RUN test|stage-2|10|Waiting");
        QTest::newRow("triggers of the base")
            << QByteArray("[build 2/6] RUN trigger") << QByteArray("RUN trigger|build|2|Waiting");
        QTest::newRow("behind triggers of the base")
            << QByteArray("[build 6/6] RUN make") << QByteArray("RUN make|build|6|Waiting");
        QTest::newRow("another instruction")
            << QByteArray("[build 4/4] COPY x y") << QByteArray("COPY x y|build|0|Waiting");
        QTest::newRow("another stage")
            << QByteArray("[other 1/1] RUN x") << QByteArray("RUN x|other|0|Waiting");
        QTest::newRow("of the builder itself") << QByteArray("[internal] load build context")
                                               << QByteArray("[internal] load build context||0|Waiting");
        QTest::newRow("wrong numbers")
            << QByteArray("[build 5/4] RUN make") << QByteArray("[build 5/4] RUN make||0|Waiting");
        QTest::newRow("huge numbers") << QByteArray("[build 99999999999999999999/4] RUN")
                                      << QByteArray("[build 99999999999999999999/4] RUN||0|Waiting");
        QTest::newRow("classic, ARG is step 1")
            << QByteArray("Step 1/12 : ARG V=1") << QByteArray("ARG V=1||1|Waiting");
        QTest::newRow("classic") << QByteArray("Step 6/12 : RUN make")
                                 << QByteArray("RUN make|build|6|Waiting");
        QTest::newRow("classic, a label that was added")
            << QByteArray("Step 13/13 : LABEL a=b") << QByteArray("LABEL a=b||0|Waiting");
        QTest::newRow("Podman") << QByteArray("[2/4] STEP 2/2: COPY --from=build /a /a")
                                << QByteArray("COPY --from=build /a /a|stage-1|8|Waiting");
        QTest::newRow("Podman counts ARG")
            << QByteArray("[1/4] STEP 3/5: ARG X") << QByteArray("ARG X|build|4|Waiting");
        QTest::newRow("Podman, of a target that is the first stage")
            << QByteArray("STEP 5/5: RUN make") << QByteArray("RUN make|build|6|Waiting");
        QTest::newRow("Podman, a label that was added") << QByteArray("[2/4] STEP 3/3: LABEL \"a\"=\"b\"")
                                                        << QByteArray("LABEL \"a\"=\"b\"|stage-1|0|Waiting");
        QTest::newRow("Podman, a stage that is not there")
            << QByteArray("[7/7] STEP 1/1: FROM x") << QByteArray("FROM x||0|Waiting");
        QTest::newRow("escapes in a name")
            << QByteArray("[build 4/4] RUN \x1b]0;x\amake") << QByteArray("RUN make|build|6|Waiting");
    }
    void findsTheInstructionOfAStep()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, found);
        QCOMPARE(shown(progressWith({step("1", name.toStdString())})), found);
    }

    void knowsTheOnlyStageOfAFile()
    {
        QCOMPARE(shown(progressWith({step("1", "[2/2] RUN a")}, "FROM x\nRUN a\n")),
                 QByteArray("RUN a|stage-0|2|Waiting"));
    }

    void followsAStep()
    {
        BuildProgress progress = progressWith({step("1", "[build 4/4] RUN make", 100)});
        QCOMPARE(shown(progress), QByteArray("RUN make|build|6|Running"));
        BuildNews news;
        news.steps = {step("1", "", {}, 200)};
        QCOMPARE(progress.add(news), std::vector<std::size_t> {0});
        QCOMPARE(shown(progress), QByteArray("RUN make|build|6|Done"));
        news.steps = {step("1", "", 300)};
        progress.add(news);
        QCOMPARE(shown(progress), QByteArray("RUN make|build|6|Running"));
        news.steps = {step("1", "", 300, 400)};
        news.steps.front().isCached = true;
        progress.add(news);
        QCOMPARE(shown(progress), QByteArray("RUN make|build|6|Cached"));
        QCOMPARE(progress.steps().front().started, std::optional<std::int64_t>(100));
        QCOMPARE(progress.steps().front().completed, std::optional<std::int64_t>(400));
    }

    void endsWhatStillRuns()
    {
        BuildProgress progress = progressWith({step("1", "[build 4/4] RUN make", 100)});
        BuildNews news;
        news.error = "broken";
        progress.add(news);
        progress.finish(false);
        QCOMPARE(shown(progress), QByteArray("RUN make|build|6|Failed"));
        QVERIFY(progress.failed() == &progress.steps().front());

        BuildProgress cancelled = progressWith({step("1", "[build 4/4] RUN make", 100)});
        cancelled.finish(true);
        QCOMPARE(shown(cancelled), QByteArray("RUN make|build|6|Cancelled"));
    }

    void sharesTheStepOfAnImage()
    {
        const BuildProgress progress
            = progressWith({step("1", "[stage-3 1/2] FROM docker.io/library/alpine", 1, 2)});
        QCOMPARE(progress.stateOf({10}), StepState::Done); // FROM alpine of the last stage.
        QCOMPARE(progress.stateOf({6}),
                 StepState::Done); // Of the second, which the builder does not tell of.
        QCOMPARE(progress.stateOf({1}), StepState::Waiting);
        QCOMPARE(progress.stepsOver(), 1U);
        QCOMPARE(progress.stepsKnown(), 1U);
    }

    void addsAmountsUp()
    {
        BuildProgress progress = progressWith({step("1", "x")});
        BuildNews news;
        news.amounts = {{"1", "a", 5, 10}, {"1", "b", 1, 0}, {"1", "a", 7, 10}};
        progress.add(news);
        QCOMPARE(progress.steps().front().current, 8U);
        QCOMPARE(progress.steps().front().total, 10U);
    }

    void doesNotMakeStepsOfLines()
    {
        BuildProgress progress = progressWith({step("1", "[x 1/1] RUN a")});
        BuildNews news;
        news.steps.resize(2);
        news.steps[0].id = "1";
        news.steps[0].line = 6;
        news.steps[1].id = "2";
        news.steps[1].line = 6;
        progress.add(news);
        QCOMPARE(progress.steps().size(), 1U);
        QCOMPARE(shown(progress), QByteArray("RUN a|build|6|Waiting"));
    }

    void keepsToItsLimits()
    {
        BuildProgress progress = progressWith({});
        for (int i = 0; i < 21'000; ++i) {
            BuildNews news;
            news.output = {{std::to_string(i), "x"}};
            news.warnings = {"w"};
            progress.add(news);
        }
        QCOMPARE(progress.steps().size(), 20'000U);
        QCOMPARE(progress.warnings().size(), 1'000U);
    }

    void saysWhyItFailed_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("the step") << QByteArray("oops\n") << QByteArray("exit code: 1")
                                  << QByteArray("“RUN make” failed.");
        QTest::newRow("a full disk shows in the log only")
            << QByteArray("dd: error writing '/big': No space left on device\n58+0 records in\n")
            << QByteArray("returned a non-zero code: 1") << QByteArray("The engine's disk is full.");
        QTest::newRow("a quota") << QByteArray("cp: Disk quota exceeded") << QByteArray("exit code: 1")
                                 << QByteArray("The engine's disk quota is used up.");
        QTest::newRow("no bridge")
            << QByteArray() << QByteArray("could not find bridge docker0: no such network interface")
            << QByteArray("The engine has no network bridge: restart it, or build with the network “none” "
                          "or “host”.");
        QTest::newRow("no DNS")
            << QByteArray()
            << QByteArray("Get https://registry-1.docker.io/v2/: dial tcp: lookup "
                          "registry-1.docker.io: no such host")
            << QByteArray("The engine cannot reach the registry: it does not find the host by its name.");
        QTest::newRow("no network")
            << QByteArray()
            << QByteArray(
                   "failed to do request: Head "
                   "\"https://registry-1.docker.io/v2/docker/dockerfile/manifests/1\": "
                   "dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: dial udp 10.0.0.1:53: connect: "
                   "network is unreachable")
            << QByteArray(
                   "The engine cannot reach the registry: it has no network, or nobody answers there.");
        QTest::newRow("a private base")
            << QByteArray() << QByteArray("failed to solve: no active sessions")
            << QByteArray("The base image needs a login, which this way of building cannot pass on: "
                          "pull the image first, or install docker buildx.");
    }
    void saysWhyItFailed()
    {
        QFETCH(QByteArray, log);
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, sentence);
        BuildProgress progress = progressWith({step("1", "[build 4/4] RUN make", 100)});
        BuildNews news;
        news.output = {{"1", log.toStdString()}};
        news.error = words.toStdString();
        progress.add(news);
        progress.finish(false);
        const auto ending = endingOf(progress, "sha256:1", StreamEnd::Whole);
        QVERIFY(!ending);
        QCOMPARE(QByteArray::fromStdString(inEnglish(ending.error().text)), sentence);
        QCOMPARE(QByteArray::fromStdString(ending.error().detail), words);
    }

    void successNeedsAnImageAndAWholeStream()
    {
        BuildProgress progress = progressWith({});
        QCOMPARE(endingOf(progress, "sha256:1", StreamEnd::Whole).value(), std::string("sha256:1"));
        QVERIFY(!endingOf(progress, "", StreamEnd::Whole));
        const auto cut = endingOf(progress, "sha256:1", StreamEnd::Cut);
        QVERIFY(!cut && inEnglish(cut.error().text).find("lost") != std::string::npos);
    }

    void namesTheStageThatIsBuilt_data()
    {
        QTest::addColumn<QByteArray>("wish");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a name in any case") << QByteArray("BUILD") << QByteArray("build|");
        QTest::newRow("the last") << QByteArray() << QByteArray("|");
        QTest::newRow("the last by number") << QByteArray("stage 3") << QByteArray("|");
        QTest::newRow("a number of a named stage") << QByteArray("stage 0") << QByteArray("build|");
        QTest::newRow("an unnamed stage")
            << QByteArray("stage 1") << QByteArray("drydock-s1|FROM alpine AS drydock-s1");
        QTest::newRow("none of this name") << QByteArray("x") << QByteArray("There is no stage “x”.");
        QTest::newRow("none of this number")
            << QByteArray("stage 4") << QByteArray("There is no stage “stage 4”.");
        QTest::newRow("like an option")
            << QByteArray("--privileged") << QByteArray("There is no stage “--privileged”.");
    }
    void namesTheStageThatIsBuilt()
    {
        QFETCH(QByteArray, wish);
        QFETCH(QByteArray, answer);
        const Syntax syntax = parse(SourceText(file));
        const auto target = targetCalled(syntax, wish.toStdString());
        if (!target) {
            QCOMPARE(QByteArray::fromStdString(inEnglish(target.error().text)), answer);
            return;
        }
        const std::string edited = target->edits.applyTo(file);
        QCOMPARE(std::count(edited.begin(), edited.end(), '\n'), std::count(file.begin(), file.end(), '\n'));
        std::string line;
        if (!target->edits.isEmpty())
            line = edited.substr(edited.find("FROM alpine"),
                                 edited.find('\n', edited.find("FROM alpine")) - edited.find("FROM alpine"));
        QCOMPARE(QByteArray::fromStdString(target->name + '|' + line), answer);
    }
};

QTEST_APPLESS_MAIN(TestBuildProgress)
#include "tst_build_progress.moc"
