// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_server.h"
#include "model/engine/engine_error.h"
#include "model/engine/http_client.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace drydock;

namespace {

HttpRequest get(const std::string &url = "/x")
{
    HttpRequest request;
    request.url = url;
    return request;
}

/// "200 body", or the sentence of the error.
QByteArray inWords(const Result<HttpAnswer> &result)
{
    if (!result)
        return QByteArray::fromStdString(result.error().text.source);
    return QByteArray::number(result->status) + ' ' + QByteArray::fromStdString(result->body);
}

QByteArray sentence(EngineTrouble trouble)
{
    return QByteArray::fromStdString(engineError(trouble, {}).text.source);
}

} // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

private slots:
    void answersWhole();
    void answersOfAnyShape_data();
    void answersOfAnyShape();
    void streamsPieces();
    void streamsOnlyGoodAnswers();
    void capsAnswers();
    void holdsTheSenderBack();
    void goesOnAfterEveryPause();
    void floodLeavesTurnsForOthers();
    void nothingHappensInsideSend();
    void droppedInItsOwnSignals_data();
    void droppedInItsOwnSignals();
    void manyStreamsAtOnce();
    void outlivesItsClient();

private:
    QByteArray ask(FaultServer &server, HttpRequest request = get(), Delivery delivery = Delivery::Whole)
    {
        const ExchangePtr exchange = m_client.send(server.endpoint(), std::move(request), delivery);
        QSignalSpy finished(exchange.get(), &Job::finished);
        if (!finished.wait())
            return "nothing";
        return inWords(exchange->result());
    }

    HttpClient m_client;
};

void TestHttpClient::answersWhole()
{
    FaultServer server(
        [](const FaultRequest &request) { return jsonReply(request.method + ' ' + request.target); });
    QVERIFY(server.listenLocal());
    const ExchangePtr exchange = m_client.send(server.endpoint(), get("/v1.41/a%20b?c=../d"));
    QSignalSpy finished(exchange.get(), &Job::finished);
    QSignalSpy started(exchange.get(), &HttpExchange::started);
    QVERIFY(finished.wait());
    QCOMPARE(inWords(exchange->result()), QByteArray("200 GET /v1.41/a%20b?c=../d"));
    QCOMPARE(started.size(), 1);
    QCOMPARE(exchange->head().header("content-type"), std::string_view("application/json"));
    QCOMPARE(exchange->result()->header("nothing"), std::string_view());
    QVERIFY(server.requests().first().head.contains("Host: docker\r\n"));
    QVERIFY(!server.requests().first().head.contains("Expect"));

    FaultServer tcp([](const FaultRequest &request) { return jsonReply(request.body); });
    QVERIFY(tcp.listenTcp());
    HttpRequest post = get();
    post.method = "POST";
    post.body = std::string(100'000, 'b');
    QCOMPARE(ask(tcp, post), "200 " + QByteArray(100'000, 'b'));
}

void TestHttpClient::answersOfAnyShape_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("with its length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
                                     << QByteArray("200 hello");
    QTest::newRow("in chunks") << chunked({"he", "llo"}) << QByteArray("200 hello");
    QTest::newRow("to the end of the connection")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\nhello") << QByteArray("200 hello");
    QTest::newRow("an old HTTP") << QByteArray("HTTP/1.0 404 No\r\n\r\ngone") << QByteArray("404 gone");
    QTest::newRow("nothing to say") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << QByteArray("204 ");
    QTest::newRow("after a provisional one")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
        << QByteArray("200 x");
    QTest::newRow("chunks with trailers")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nA: b\r\n\r\n")
        << QByteArray("200 x");
}

void TestHttpClient::answersOfAnyShape()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, words);
    FaultReply reply;
    reply.bytes = bytes;
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    QCOMPARE(ask(server), words);
    reply.cuts = everyByte(bytes);
    QCOMPARE(ask(server), words);
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        reply.cuts = {cut};
        QCOMPARE(ask(server), words);
    }
}

void TestHttpClient::streamsPieces()
{
    const QByteArray body(300'000, 's');
    FaultServer server([&body](const FaultRequest &) { return jsonReply(body); });
    QVERIFY(server.listenLocal());
    const ExchangePtr exchange = m_client.send(server.endpoint(), get(), Delivery::Streamed);
    QByteArray received;
    qsizetype largest = 0;
    qint64 total = 0;
    bool wasStarted = false;
    connect(exchange.get(), &HttpExchange::started, this,
            [&] { wasStarted = exchange->head().status == 200; });
    connect(exchange.get(), &HttpExchange::received, this, [&](const QByteArray &bytes) {
        QVERIFY(wasStarted);
        received += bytes;
        largest = std::max(largest, bytes.size());
    });
    connect(exchange.get(), &Job::progressed, this, [&](qint64, qint64 all) { total = all; });
    QSignalSpy finished(exchange.get(), &Job::finished);
    QVERIFY(finished.wait());
    QCOMPARE(received, body);
    QCOMPARE(total, 300'000);
    QVERIFY(largest <= 65536);
    QCOMPARE(inWords(exchange->result()), QByteArray("200 "));
}

void TestHttpClient::streamsOnlyGoodAnswers()
{
    QByteArray body = "the engine's words";
    FaultServer server([&body](const FaultRequest &) { return jsonReply(body, 500); });
    QVERIFY(server.listenLocal());
    const ExchangePtr exchange = m_client.send(server.endpoint(), get(), Delivery::Streamed);
    QSignalSpy received(exchange.get(), &HttpExchange::received);
    QSignalSpy finished(exchange.get(), &Job::finished);
    QVERIFY(finished.wait());
    QCOMPARE(inWords(exchange->result()), QByteArray("500 the engine's words"));
    QCOMPARE(received.size(), 0);
    body = QByteArray(2'000'000, 'w');
    QCOMPARE(ask(server, get(), Delivery::Streamed), sentence(EngineTrouble::TooLarge));
}

void TestHttpClient::capsAnswers()
{
    FaultReply reply;
    reply.bytes = "HTTP/1.1 200 OK\r\n\r\n";
    const QByteArray part(65536, 'f');
    qint64 sent = 0;
    reply.more = [&sent, part] {
        sent += part.size();
        return sent > 100'000'000 ? QByteArray() : part;
    };
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    HttpRequest request = get();
    request.mostBytes = 4'000'000;
    QCOMPARE(ask(server, request), sentence(EngineTrouble::TooLarge));
    QVERIFY2(sent < 20'000'000, QByteArray::number(sent));

    reply.bytes = "HTTP/1.1 200 OK\r\n";
    sent = 0;
    reply.more = [&sent] {
        ++sent;
        return "X-Header: " + QByteArray(60'000, 'h') + "\r\n";
    };
    QCOMPARE(ask(server), sentence(EngineTrouble::TooLarge));
}

void TestHttpClient::holdsTheSenderBack()
{
    FaultReply reply;
    reply.bytes = "HTTP/1.1 200 OK\r\n\r\n";
    int parts = 0;
    reply.more = [&parts] { return ++parts > 200 ? QByteArray() : QByteArray(65536, 'f'); };
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    const ExchangePtr exchange = m_client.send(server.endpoint(), get(), Delivery::Streamed);
    qint64 received = 0;
    int afterPause = 0;
    bool isPaused = false;
    connect(exchange.get(), &HttpExchange::received, this, [&](const QByteArray &bytes) {
        afterPause += isPaused ? 1 : 0;
        if (received == 0) {
            isPaused = true;
            exchange->setPaused(true);
        }
        received += bytes.size();
    });
    QSignalSpy finished(exchange.get(), &Job::finished);
    QTRY_VERIFY(isPaused);
    // Other questions are answered meanwhile; many turns of the loop pass.
    FaultServer other([](const FaultRequest &) { return jsonReply("other"); });
    QVERIFY(other.listenLocal());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(ask(other), QByteArray("200 other"));
    QCOMPARE(afterPause, 0);
    QVERIFY2(parts < 60, QByteArray::number(parts));
    isPaused = false;
    exchange->setPaused(false);
    QVERIFY(finished.wait());
    QCOMPARE(received, 200 * 65536);
}

void TestHttpClient::goesOnAfterEveryPause()
{
    // So much at once that libcurl itself is held back while the receiver pauses.
    FaultReply reply;
    reply.bytes = "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(200 * 65536, 'f');
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    const ExchangePtr exchange = m_client.send(server.endpoint(), get(), Delivery::Streamed);
    qint64 received = 0;
    connect(exchange.get(), &HttpExchange::received, this, [&](const QByteArray &bytes) {
        received += bytes.size();
        exchange->setPaused(true);
        QTimer::singleShot(0, exchange.get(), [&] { exchange->setPaused(false); });
    });
    QTRY_VERIFY(exchange->isFinished());
    QCOMPARE(received, 200 * 65536);
}

void TestHttpClient::floodLeavesTurnsForOthers()
{
    // 200,000 lines, as a step of a build may print them.
    FaultReply reply;
    reply.bytes = "HTTP/1.1 200 OK\r\n\r\n";
    int lines = 0;
    reply.more = [&lines] {
        if (lines == 200'000)
            return QByteArray();
        lines += 1000;
        return QByteArray("{\"stream\":\"one of very many lines\\n\"}\r\n").repeated(1000);
    };
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    const ExchangePtr exchange = m_client.send(server.endpoint(), get(), Delivery::Streamed);
    int turns = 0;
    QTimer turn;
    connect(&turn, &QTimer::timeout, this, [&turns] { ++turns; });
    turn.start(0);
    qsizetype received = 0;
    int pieces = 0;
    int last = -1;
    connect(exchange.get(), &HttpExchange::received, this, [&](const QByteArray &bytes) {
        received += bytes.count('\n');
        ++pieces;
        QVERIFY2(turns != last || pieces == 1, "two pieces in one turn of the event loop");
        last = turns;
    });
    QSignalSpy finished(exchange.get(), &Job::finished);
    QVERIFY(finished.wait(20'000));
    QCOMPARE(received, 200'000);
    QVERIFY(pieces > 100);
}

void TestHttpClient::nothingHappensInsideSend()
{
    Endpoint nowhere;
    nowhere.kind = EndpointKind::Ssh;
    nowhere.host = "-oProxyCommand=false";
    nowhere.url = "ssh://nowhere";
    const ExchangePtr exchange = m_client.send(nowhere, get());
    QVERIFY(!exchange->isFinished());
    QSignalSpy finished(exchange.get(), &Job::finished);
    QVERIFY(finished.wait());
    QCOMPARE(inWords(exchange->result()), sentence(EngineTrouble::SshFailed));
}

void TestHttpClient::droppedInItsOwnSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("started") << 0;
    QTest::newRow("received") << 1;
    QTest::newRow("progressed") << 2;
    QTest::newRow("finished") << 3;
}

void TestHttpClient::droppedInItsOwnSignals()
{
    QFETCH(const int, signal);
    FaultServer server([](const FaultRequest &) { return jsonReply(QByteArray(200'000, 'x')); });
    QVERIFY(server.listenLocal());
    ExchangePtr exchange = m_client.send(server.endpoint(), get(), Delivery::Streamed);
    int count = 0;
    const auto drop = [&exchange, &count] {
        ++count;
        exchange.reset();
    };
    if (signal == 0)
        connect(exchange.get(), &HttpExchange::started, this, drop);
    else if (signal == 1)
        connect(exchange.get(), &HttpExchange::received, this, drop);
    else if (signal == 2)
        connect(exchange.get(), &Job::progressed, this, drop);
    else
        connect(exchange.get(), &Job::finished, this, drop);
    QTRY_COMPARE(count, 1);
    QTRY_COMPARE(server.connections(), 0);
    QCOMPARE(count, 1);
}

void TestHttpClient::manyStreamsAtOnce()
{
    FaultServer server([](const FaultRequest &request) {
        FaultReply reply = jsonReply("quick");
        if (request.target == "/events") {
            reply.bytes = chunked({"{}"}, false);
            reply.closes = false;
        }
        return reply;
    });
    QVERIFY(server.listenLocal());
    std::vector<ExchangePtr> streams;
    streams.reserve(20);
    for (int i = 0; i < 20; ++i)
        streams.push_back(m_client.send(server.endpoint(), get("/events"), Delivery::Streamed));
    QTRY_COMPARE(server.requests().size(), 20);
    QCOMPARE(ask(server), QByteArray("200 quick"));
    streams.clear();
    QTRY_COMPARE(server.connections(), 0);
}

void TestHttpClient::outlivesItsClient()
{
    FaultServer server([](const FaultRequest &) { return jsonReply("late"); });
    QVERIFY(server.listenLocal());
    auto client = std::make_unique<HttpClient>();
    const ExchangePtr exchange = client->send(server.endpoint(), get());
    client.reset();
    QSignalSpy finished(exchange.get(), &Job::finished);
    QVERIFY(finished.wait());
    QCOMPARE(inWords(exchange->result()), QByteArray("200 late"));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
