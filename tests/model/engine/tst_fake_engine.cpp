// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/fake_engine_client.h"

#include <QSignalSpy>
#include <QTest>

using namespace drydock;

namespace {

FakeImage alpine()
{
    FakeImage image;
    image.facts.id = "sha256:a1";
    image.facts.tags = {"alpine:3.18"};
    image.facts.config.labels = {{"who", "me"}};
    image.history = {{"sha256:a1", "", "Imported from -", 1, 1984139, {}}};
    image.archive = std::string(100'000, 'x');
    return image;
}

template <typename T>
QByteArray wordsOf(const JobOf<T> &job)
{
    if (!job.isFinished())
        return "waiting";
    return job.result() ? QByteArray("well")
                        : QByteArray::fromStdString(inEnglish(job.result().error().text));
}

} // namespace

class TestFakeEngine : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void answersFromTheEventLoop()
    {
        FakeEngineClient engine;
        engine.addImage(alpine());
        const auto job = engine.history("alpine:3.18");
        QVERIFY(!job->isFinished());
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result()->front().bytes, 1984139U);
        QCOMPARE(engine.count("history"), 1);
        QCOMPARE(engine.count("history alpine:3.18"), 1);
        QCOMPARE(engine.count("history alpine"), 0);
    }

    void saysWhatItIsToldToFailWith()
    {
        FakeEngineClient engine;
        engine.addImage(alpine());
        engine.fail("inspectImage", {{"No luck.", {}}, "words"});
        const auto job = engine.inspectImage("alpine:3.18");
        QTRY_COMPARE(wordsOf(*job), QByteArray("No luck."));
        engine.mend("inspectImage");
        const auto again = engine.inspectImage("nosuch:1");
        QTRY_COMPARE(wordsOf(*again), QByteArray("The engine has no image “nosuch:1”."));
    }

    void holdsItsAnswers()
    {
        FakeEngineClient engine;
        engine.hold();
        const auto job = engine.greet();
        auto dropped = engine.greet();
        QCoreApplication::processEvents();
        QVERIFY(!job->isFinished());
        dropped.reset();
        engine.release();
        QVERIFY(job->isFinished());
    }

    void findsImagesByLabel()
    {
        FakeEngineClient engine;
        engine.addImage(alpine());
        const auto all = engine.images("who");
        const auto mine = engine.images("who=me");
        const auto others = engine.images("who=you");
        QTRY_VERIFY(others->isFinished());
        QCOMPARE(all->result()->size(), 1U);
        QCOMPARE(mine->result()->size(), 1U);
        QCOMPARE(others->result()->size(), 0U);
    }

    void keepsWhatABuildBrings()
    {
        FakeEngineClient engine;
        FakeImage image;
        image.facts.id = "sha256:b1";
        engine.setBuild("app", {{"one\n", "two\n"}, 200, image, {}});
        BuildQuery query;
        query.target = "app";
        query.tags = {"x:y"};
        query.labels = {{"drydock.stage", "app"}};
        const auto exchange = engine.build(query, nullptr);
        QByteArray bytes;
        QObject::connect(exchange.get(), &HttpExchange::received,
                         [&](const QByteArray &part) { bytes += part; });
        QTRY_VERIFY(exchange->isFinished());
        QCOMPARE(bytes, QByteArray("one\ntwo\n"));
        QCOMPARE(engine.allImages().front().facts.tags, std::vector<std::string> {"x:y"});
        const auto labelled = engine.images("drydock.stage=app");
        QTRY_VERIFY(labelled->isFinished());
        QCOMPARE(labelled->result()->size(), 1U);
    }

    void runsContainersByTheScript()
    {
        FakeEngineClient engine;
        engine.addImage(alpine());
        ContainerFacts starting;
        starting.isRunning = true;
        starting.health = HealthState::Starting;
        ContainerFacts healthy = starting;
        healthy.health = HealthState::Healthy;
        FakeProgram program;
        program.moments = {starting, healthy};
        program.commands = {{"echo hi", {0, "hi\n", {}}}};
        engine.setProgram("alpine:3.18", program);
        ContainerPlan plan;
        plan.image = "alpine:3.18";
        const auto created = engine.createContainer(plan);
        QTRY_VERIFY(created->isFinished());
        const std::string id = **&created->result();
        const auto started = engine.startContainer(id);
        const auto first = engine.inspectContainer(id);
        const auto second = engine.inspectContainer(id);
        const auto third = engine.inspectContainer(id);
        const auto echo = engine.execute(id, {"echo", "hi"});
        const auto none = engine.execute(id, {"curl"});
        QTRY_VERIFY(none->isFinished());
        QCOMPARE(first->result()->health, HealthState::Starting);
        QCOMPARE(second->result()->health, HealthState::Healthy);
        QCOMPARE(third->result()->health, HealthState::Healthy);
        QCOMPARE(echo->result()->output, std::string("hi\n"));
        QCOMPARE(none->result()->exitCode, 127);
        const auto removed = engine.removeContainer(id);
        QCOMPARE(engine.allContainers().size(), 0U);
    }

    void pausesAndGoesOn()
    {
        FakeEngineClient engine;
        engine.addImage(alpine());
        const auto exchange = engine.saveImage("alpine:3.18");
        qsizetype bytes = 0;
        QObject::connect(exchange.get(), &HttpExchange::received, [&](const QByteArray &part) {
            bytes += part.size();
            exchange->setPaused(true);
        });
        QTRY_COMPARE(bytes, qsizetype(65536));
        QCoreApplication::processEvents();
        QCOMPARE(bytes, qsizetype(65536));
        exchange->setPaused(false);
        QTRY_COMPARE(bytes, qsizetype(100'000));
        QVERIFY(!exchange->isFinished());
        exchange->setPaused(false);
        QTRY_VERIFY(exchange->isFinished());
    }

    void keepsABodyThatIsAnError()
    {
        FakeEngineClient engine;
        const auto exchange = engine.saveImage("nosuch");
        QSignalSpy received(exchange.get(), &HttpExchange::received);
        QTRY_VERIFY(exchange->isFinished());
        QCOMPARE(received.count(), 0);
        QCOMPARE(exchange->result()->status, 404);
        QCOMPARE(exchange->result()->body, std::string(R"({"message":"No such image"})"));
    }

    void tellsOfEvents()
    {
        FakeEngineClient engine;
        const auto exchange = engine.events();
        QByteArray bytes;
        QObject::connect(exchange.get(), &HttpExchange::received,
                         [&](const QByteArray &part) { bytes += part; });
        engine.tell("{}");
        QTRY_COMPARE(bytes, QByteArray("{}\n"));
        QVERIFY(!exchange->isFinished());
    }
};

QTEST_GUILESS_MAIN(TestFakeEngine)
#include "tst_fake_engine.moc"
