// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_server.h"
#include "model/engine/engine_error.h"
#include "model/engine/engine_link.h"

#include <QSignalSpy>
#include <QTest>

using namespace drydock;

namespace {

LinkTimes quickTimes()
{
    LinkTimes times;
    times.retries = {std::chrono::milliseconds(1), std::chrono::milliseconds(2)};
    times.gathering = std::chrono::milliseconds(20);
    return times;
}

/// Answers /events with `events` and goes on listening.
FaultServer::Handler listening(QByteArrayList events = {}, const QByteArray &version = "20.10.24")
{
    return dockerHandler(
        [events = std::move(events)](const FaultRequest &) {
            FaultReply reply;
            reply.bytes = chunked(events, false);
            reply.closes = false;
            return reply;
        },
        "1.41", version);
}

} // namespace

class TestEngineLink : public QObject {
    Q_OBJECT

private slots:
    void asksNobodyByItself();
    void goesOnlineAndTellsOfChanges();
    void triesAgainAfterALoss();
    void greetsANewEngineOnTheSameSocket();
    void staysOnlineWithoutEvents();
    void switchesEngines();
    void switchesInsideItsOwnSignal();
    void staysAwayWhenTold();
};

void TestEngineLink::asksNobodyByItself()
{
    FaultServer server(listening());
    QVERIFY(server.listenLocal());
    EngineLink link(server.endpoint(), {}, quickTimes());
    QCoreApplication::processEvents();
    QCOMPARE(link.state(), LinkState::Offline);
    QVERIFY(!link.error());
    QCOMPARE(server.requests().size(), 0);
}

void TestEngineLink::goesOnlineAndTellsOfChanges()
{
    QByteArrayList events {R"({"Type":"image","Action":"tag","Actor":{"ID":"a"}})", "\n"};
    for (int i = 0; i < 500; ++i)
        events.append(R"({"Type":"container","Action":"die","Actor":{"ID":"c"}})");
    events.append(R"({"Type":"container","Action":"health_status: healthy","Actor":{"ID":"c"}})");
    FaultServer server(listening(events));
    QVERIFY(server.listenLocal());
    EngineLink link(server.endpoint(), {}, quickTimes());
    QSignalSpy images(&link, &EngineLink::imagesChanged);
    QSignalSpy containers(&link, &EngineLink::containersChanged);
    QSignalSpy states(&link, &EngineLink::stateChanged);
    link.retry();
    QCOMPARE(link.state(), LinkState::Connecting);
    QTRY_COMPARE(link.state(), LinkState::Online);
    QCOMPARE(states.size(), 2);
    QCOMPARE(link.facts().label(), std::string("docker 20.10.24"));
    QTRY_COMPARE(images.size(), 1);
    QTRY_VERIFY(!containers.isEmpty());
    QVERIFY2(containers.size() < 100, "events are not gathered");
}

void TestEngineLink::triesAgainAfterALoss()
{
    auto server = std::make_unique<FaultServer>(listening());
    QVERIFY(server->listenLocal());
    EngineLink link(server->endpoint(), {}, quickTimes());
    link.retry();
    QTRY_COMPARE(link.state(), LinkState::Online);
    QTRY_VERIFY(server->asked().contains("GET /events"));
    QSignalSpy states(&link, &EngineLink::stateChanged);
    server->stop();
    QTRY_VERIFY(states.size() > 4);
    QVERIFY(link.state() != LinkState::Online);
    QTRY_COMPARE(link.state(), LinkState::Offline);
    QCOMPARE(troubleOf(*link.error()), EngineTrouble::NotRunning);
    QVERIFY(server->listenLocal());
    QTRY_COMPARE(link.state(), LinkState::Online);
    QVERIFY(!link.error());
}

void TestEngineLink::greetsANewEngineOnTheSameSocket()
{
    auto server = std::make_unique<FaultServer>(listening());
    QVERIFY(server->listenLocal());
    EngineLink link(server->endpoint(), {}, quickTimes());
    link.retry();
    QTRY_COMPARE(link.state(), LinkState::Online);
    QTRY_VERIFY(server->asked().contains("GET /events"));
    server->setHandler(listening({}, "26.1.5"));
    server->dropConnections();
    QTRY_COMPARE(link.facts().version, std::string("26.1.5"));
    QTRY_COMPARE(link.state(), LinkState::Online);
}

void TestEngineLink::staysOnlineWithoutEvents()
{
    FaultServer server(dockerHandler());
    QVERIFY(server.listenLocal());
    EngineLink link(server.endpoint(), {}, quickTimes());
    link.retry();
    QTRY_VERIFY(server.asked().contains("GET /events"));
    QTRY_COMPARE(server.connections(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(link.state(), LinkState::Online);
    QCOMPARE(server.requests().size(), 4);
}

void TestEngineLink::switchesEngines()
{
    FaultServer first(listening());
    FaultServer second(listening({}, "28.5.2"));
    QVERIFY(first.listenLocal());
    QVERIFY(second.listenTcp());
    EngineLink link(first.endpoint(), {}, quickTimes());
    link.retry();
    QTRY_COMPARE(link.state(), LinkState::Online);
    link.use(second.endpoint());
    QVERIFY(link.state() != LinkState::Online);
    QTRY_COMPARE(link.state(), LinkState::Online);
    QCOMPARE(link.facts().version, std::string("28.5.2"));
    QTRY_COMPARE(first.connections(), 0);
}

void TestEngineLink::switchesInsideItsOwnSignal()
{
    FaultServer first(listening());
    FaultServer second(listening({}, "28.5.2"));
    QVERIFY(first.listenLocal());
    QVERIFY(second.listenLocal());
    EngineLink link(first.endpoint(), {}, quickTimes());
    connect(&link, &EngineLink::stateChanged, this, [&] {
        if (link.state() == LinkState::Online && link.facts().version == "20.10.24")
            link.use(second.endpoint());
    });
    link.retry();
    QTRY_COMPARE(link.facts().version, std::string("28.5.2"));
    QTRY_COMPARE(link.state(), LinkState::Online);
    QTRY_COMPARE(first.connections(), 0);
}

void TestEngineLink::staysAwayWhenTold()
{
    Endpoint nowhere;
    nowhere.path = "/nonexistent/engine.sock";
    nowhere.url = "unix:///nonexistent/engine.sock";
    EngineLink link(nowhere, {}, quickTimes());
    link.retry();
    QTRY_VERIFY(link.error());
    link.disconnectFromEngine();
    QCOMPARE(link.state(), LinkState::Offline);
    QVERIFY(!link.error());
    QSignalSpy states(&link, &EngineLink::stateChanged);
    QVERIFY(!states.wait(50));
}

QTEST_GUILESS_MAIN(TestEngineLink)
#include "tst_engine_link.moc"
