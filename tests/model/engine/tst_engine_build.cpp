// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/build_ladder.h"
#include "model/engine/engine_build.h"
#include "tests/model/context/folder_tree.h"
#include "tests/model/engine/build_engine.h"

#include <QSignalSpy>
#include <QTest>

using namespace drydock;

namespace {

BuildWish wishFor(const FolderTree &tree)
{
    BuildWish wish;
    wish.text = "FROM alpine\nRUN a\nFROM x AS final\nRUN b\n";
    wish.folder = tree.root();
    wish.dockerfile = "Dockerfile";
    return wish;
}

QByteArray endOf(const BuildJob &job)
{
    if (!job.result())
        return QByteArray::fromStdString(inEnglish(job.result().error().text) + '|'
                                         + job.result().error().detail);
    return QByteArray::fromStdString("built " + job.result()->imageId);
}

const std::string goodClassic
    = "{\"stream\":\"Step 1/1 : FROM alpine\"}\r\n{\"stream\":\" ---\\u003e 76422255668d\\n\"}\r\n"
      "{\"aux\":{\"ID\":\"sha256:76\"}}\r\n";

} // namespace

class TestEngineBuild : public QObject {
    Q_OBJECT

private slots:
    void sendsWhatIsWished()
    {
        const FolderTree tree;
        tree.add("main.c", "int main;");
        BuildEngine engine;
        engine.place.url = "unix:///s";
        BuildWish wish = wishFor(tree);
        wish.target = "stage 0";
        wish.tags = {"a:1"};
        wish.buildArgs = {{"A", "b c"}};
        const BuildPtr job = startEngineBuild(engine, wish, BuildWay::BuildKit);
        QCOMPARE(QByteArray::fromStdString(job->inWords()),
                 QByteArray::fromStdString(
                     "DOCKER_BUILDKIT=1 DOCKER_HOST=unix:///s docker build --file=" + tree.root()
                     + "/Dockerfile --target=drydock-s0 --tag=a:1 '--build-arg=A=b c' " + tree.root()));
        QTRY_COMPARE(engine.queries.size(), 1U);
        const BuildQuery &query = engine.queries.front();
        QCOMPARE(query.target, std::string("drydock-s0"));
        QCOMPARE(query.dockerfile, std::string("Dockerfile"));
        QVERIFY(query.usesBuildKit && !query.buildId.empty());
        QVERIFY(engine.packed.find("FROM alpine AS drydock-s0\nRUN a\n") != std::string::npos);
        QVERIFY(engine.packed.find("int main;") != std::string::npos);
    }

    void endsAsTheStreamSays_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<bool>("isCut");
        QTest::addColumn<QByteArray>("end");
        const QByteArray good = QByteArray::fromStdString(goodClassic);
        QTest::newRow("well") << good << false << QByteArray("built sha256:76");
        QTest::newRow("an error after an image")
            << good + R"({"errorDetail":{"message":"no"}})" << false << QByteArray("The build failed.|no");
        QTest::newRow("without an image")
            << QByteArray("{\"stream\":\"a\"}\n") << false
            << QByteArray("The engine ended the build without an image and without a reason.|");
        QTest::newRow("a lost connection")
            << good << true
            << QByteArray("The connection to the engine was lost: whether the build went well is "
                          "not known.|reset");
    }
    void endsAsTheStreamSays()
    {
        QFETCH(QByteArray, stream);
        QFETCH(bool, isCut);
        QFETCH(QByteArray, end);
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::Classic);
        QSignalSpy finished(job.get(), &Job::finished);
        QTRY_VERIFY(engine.exchange);
        engine.exchange->send(stream.toStdString());
        if (isCut)
            engine.exchange->end(tl::unexpected(Error {{"Broken off.", {}}, "reset"}));
        else
            engine.exchange->endWith(200);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(endOf(*job), end);
    }

    void fallsBackBeforeAnythingIsBuilt()
    {
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::BuildKit);
        QTRY_VERIFY(engine.exchange);
        engine.exchange->endWith(400, R"({"message":"BuildKit is not enabled on this daemon"})");
        QTRY_COMPARE(engine.queries.size(), 2U);
        QVERIFY(!engine.queries.back().usesBuildKit);
        QCOMPARE(job->way(), BuildWay::Classic);
        engine.exchange->send(goodClassic);
        engine.exchange->endWith(200);
        QCOMPARE(endOf(*job), QByteArray("built sha256:76"));
    }

    void passesARefusalOn()
    {
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::Classic);
        QTRY_VERIFY(engine.exchange);
        engine.exchange->endWith(400,
                                 R"({"message":"dockerfile parse error line 2: unknown instruction: RUNN"})");
        QCOMPARE(endOf(*job),
                 QByteArray("The build failed.|dockerfile parse error line 2: unknown instruction: RUNN"));
    }

    void tellsOfStepsNowAndThen()
    {
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::Classic);
        QSignalSpy changed(job.get(), &BuildJob::stepsChanged);
        QTRY_VERIFY(engine.exchange);
        engine.exchange->send(goodClassic);
        for (int i = 0; i < 1000; ++i)
            engine.exchange->send("{\"stream\":\"Step " + std::to_string(i + 2) + "/9999 : RUN a\"}\n");
        QCOMPARE(changed.size(), 0);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(job->progress().steps().size(), 1001U);
    }

    void holdsAFloodBack()
    {
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::Classic);
        QTRY_VERIFY(engine.exchange);
        engine.exchange->send(goodClassic);
        const std::string noise = "{\"x\":\"" + std::string(65'000, 'x') + "\"}\n";
        for (int i = 0; i < 40; ++i)
            engine.exchange->send(noise);
        QVERIFY(engine.exchange->isHeld);
        QTRY_VERIFY(!engine.exchange->isHeld);
        QCOMPARE(engine.exchange->pauses, 1);
    }

    void asksBuildKitToEnd()
    {
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::BuildKit);
        QTRY_VERIFY(engine.exchange);
        job->cancel();
        QCOMPARE(engine.cancelled, std::vector<std::string> {engine.queries.front().buildId});
        QVERIFY(!job->isFinished());
        engine.exchange->send(R"({"errorDetail":{"message":"context canceled"}})");
        engine.exchange->endWith(200);
        QCOMPARE(endOf(*job), QByteArray("The build was cancelled.|"));
    }

    void doesNotWaitForEverForBuildKit()
    {
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::BuildKit);
        QTRY_VERIFY(engine.exchange);
        job->cancel();
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(endOf(*job), QByteArray("The build was cancelled.|"));
        QTRY_VERIFY(!engine.exchange);
    }

    void dropsTheConnectionOfAClassicBuild()
    {
        const FolderTree tree;
        BuildEngine engine;
        const BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::Classic);
        QTRY_VERIFY(engine.exchange);
        job->cancel();
        QCOMPARE(endOf(*job), QByteArray("The build was cancelled.|"));
        QTRY_VERIFY(!engine.exchange);
        QVERIFY(engine.cancelled.empty());
    }

    void dropsTheConnectionWithTheJob()
    {
        const FolderTree tree;
        BuildEngine engine;
        BuildPtr job = startEngineBuild(engine, wishFor(tree), BuildWay::BuildKit);
        job.reset(); // While the folder is read.
        job = startEngineBuild(engine, wishFor(tree), BuildWay::BuildKit);
        QTRY_VERIFY(engine.exchange);
        job.reset();
        QTRY_VERIFY(!engine.exchange);
        QCOMPARE(engine.queries.size(), 1U);
    }

    void refusesAFolderThatIsNone()
    {
        BuildEngine engine;
        BuildWish wish;
        wish.text = "FROM x\n";
        wish.folder = "/nowhere/at/all";
        const BuildPtr job = startEngineBuild(engine, wish, BuildWay::BuildKit);
        QTRY_VERIFY(job->isFinished());
        QVERIFY(endOf(*job).contains("cannot be read"));
        wish.target = "other";
        const BuildPtr second = startEngineBuild(engine, wish, BuildWay::BuildKit);
        QVERIFY(!second->isFinished());
        QTRY_VERIFY(second->isFinished());
        QCOMPARE(endOf(*second), QByteArray("There is no stage “other”.|"));
    }

    void takesTheWayThatIsThere_data()
    {
        QTest::addColumn<bool>("hasBuildKit");
        QTest::addColumn<bool>("usesBuildKit");
        QTest::newRow("BuildKit") << true << true;
        QTest::newRow("the classic builder") << false << false;
    }
    void takesTheWayThatIsThere()
    {
        QFETCH(bool, hasBuildKit);
        QFETCH(bool, usesBuildKit);
        const FolderTree tree;
        BuildEngine engine;
        engine.known.hasBuildKit = hasBuildKit;
        const BuildPtr job = startBuildLookingIn(engine, wishFor(tree), {});
        QTRY_COMPARE(engine.queries.size(), 1U);
        QCOMPARE(engine.queries.front().usesBuildKit, usesBuildKit);
        QCOMPARE(job->way(), usesBuildKit ? BuildWay::BuildKit : BuildWay::Classic);
        QVERIFY(!job->inWords().empty());
        job->cancel();
        QTRY_VERIFY(job->isFinished());
    }

    void saysWhatNeedsBuildx_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("a secret") << QByteArray("secret")
                                  << QByteArray("Secrets and SSH keys need docker buildx.|");
        QTest::newRow("a secret in the file")
            << QByteArray("mount") << QByteArray("Secrets and SSH keys need docker buildx.|");
        QTest::newRow("a context") << QByteArray("context")
                                   << QByteArray("Named build contexts need docker buildx.|");
        QTest::newRow("a builder") << QByteArray("builder")
                                   << QByteArray("Other builders need docker buildx.|");
    }
    void saysWhatNeedsBuildx()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, sentence);
        const FolderTree tree;
        BuildEngine engine;
        engine.known.hasBuildKit = true;
        BuildWish wish = wishFor(tree);
        if (what == "secret")
            wish.secrets = {{"a", "env:A"}};
        else if (what == "mount")
            wish.text = "FROM x\nRUN --mount=type=secret,id=a cat /run/secrets/a\n";
        else if (what == "context")
            wish.contexts = {{"a", "/b"}};
        else
            wish.builder = "remote";
        const BuildPtr job = startBuildLookingIn(engine, wish, {"", ".", "/nowhere"});
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(endOf(*job), sentence);
        QVERIFY(engine.queries.empty());
    }
};

QTEST_GUILESS_MAIN(TestEngineBuild)
#include "tst_engine_build.moc"
