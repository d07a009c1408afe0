// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_server.h"
#include "model/engine/engine_error.h"
#include "model/engine/http_client.h"

#include <QSignalSpy>
#include <QTest>

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

/// Bytes in pieces, and then perhaps an Error.
class PiecesSource final : public BodySource {
public:
    PiecesSource(int pieces, bool fails)
        : m_pieces(pieces)
        , m_fails(fails)
    { }

    Result<std::string> read(std::size_t most) override
    {
        if (m_pieces == 0 && m_fails)
            return refusal("The file is gone.");
        if (m_pieces == 0)
            return std::string();
        --m_pieces;
        return std::string(std::min<std::size_t>(most, 1000), 'p');
    }

private:
    int m_pieces;
    bool m_fails;
};

} // namespace

class TestHttpRequests : public QObject {
    Q_OBJECT

private slots:
    void uploadsFromASource();
    void sourceThatFailsEndsIt();
    void followsRedirects_data();
    void followsRedirects();
    void environmentProxiesAreNotForEngines();

private:
    QByteArray ask(FaultServer &server, HttpRequest request = get())
    {
        const ExchangePtr exchange = m_client.send(server.endpoint(), std::move(request));
        QSignalSpy finished(exchange.get(), &Job::finished);
        if (!finished.wait())
            return "nothing";
        return inWords(exchange->result());
    }

    HttpClient m_client;
};

void TestHttpRequests::uploadsFromASource()
{
    FaultServer server(
        [](const FaultRequest &request) { return jsonReply(QByteArray::number(request.body.size())); });
    QVERIFY(server.listenLocal());
    HttpRequest request = get();
    request.method = "POST";
    request.source = std::make_shared<PiecesSource>(300, false);
    QCOMPARE(ask(server, request), QByteArray("200 300000"));
    request.source = std::make_shared<PiecesSource>(0, false);
    QCOMPARE(ask(server, request), QByteArray("200 0"));
}

void TestHttpRequests::sourceThatFailsEndsIt()
{
    FaultServer server([](const FaultRequest &) { return jsonReply("all of it"); });
    QVERIFY(server.listenLocal());
    HttpRequest request = get();
    request.method = "POST";
    request.source = std::make_shared<PiecesSource>(10, true);
    QCOMPARE(ask(server, request), QByteArray("The file is gone."));
    QCOMPARE(server.requests().size(), 0);
}

void TestHttpRequests::followsRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("most");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("to the same host, with its credentials")
        << QByteArray("/end") << 3 << QByteArray("200 end with secret");
    QTest::newRow("to another host, without")
        << QByteArray("OTHER/end") << 3 << QByteArray("200 end without");
    QTest::newRow("not at all") << QByteArray("/end") << 0 << QByteArray("307 moved");
    QTest::newRow("too often") << QByteArray("/begin") << 3 << sentence(EngineTrouble::UnsafeRedirect);
    QTest::newRow("to a file") << QByteArray("file:///etc/passwd") << 3
                               << sentence(EngineTrouble::UnsafeRedirect);
}

void TestHttpRequests::followsRedirects()
{
    QFETCH(QByteArray, location);
    QFETCH(const int, most);
    QFETCH(const QByteArray, words);
    const FaultServer::Handler handler = [&location](const FaultRequest &request) {
        if (request.target == "/end")
            return jsonReply(request.head.contains("secret") ? "end with secret" : "end without");
        FaultReply reply;
        reply.bytes = "HTTP/1.1 307 Moved\r\nContent-Length: 5\r\nLocation: " + location + "\r\n\r\nmoved";
        return reply;
    };
    FaultServer server(handler);
    FaultServer other(handler);
    QVERIFY(server.listenTcp());
    QVERIFY(other.listenTcp());
    location.replace("OTHER", "http://127.0.0.1:" + QByteArray::number(other.port()));
    HttpRequest request = get("http://127.0.0.1:" + std::to_string(server.port()) + "/begin");
    request.headers.emplace_back("Authorization", "Bearer secret");
    request.mostRedirects = most;
    const ExchangePtr exchange = m_client.send(request);
    QSignalSpy started(exchange.get(), &HttpExchange::started);
    QSignalSpy finished(exchange.get(), &Job::finished);
    QVERIFY(finished.wait());
    QCOMPARE(inWords(exchange->result()), words);
    QVERIFY(started.size() <= 1);
}

void TestHttpRequests::environmentProxiesAreNotForEngines()
{
    FaultServer proxy([](const FaultRequest &request) { return jsonReply("proxy " + request.target); });
    FaultServer engine([](const FaultRequest &request) { return jsonReply("engine " + request.target); });
    QVERIFY(proxy.listenTcp());
    QVERIFY(engine.listenTcp());
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
    qputenv("no_proxy", "");
    const QByteArray toEngine = ask(engine);
    const ExchangePtr exchange = m_client.send(get("http://registry.invalid/v2/"));
    QSignalSpy finished(exchange.get(), &Job::finished);
    const bool isOver = finished.wait();
    qunsetenv("http_proxy");
    qunsetenv("no_proxy");
    QVERIFY(isOver);
    QCOMPARE(toEngine, QByteArray("200 engine /x"));
    QCOMPARE(inWords(exchange->result()), QByteArray("200 proxy http://registry.invalid/v2/"));
}

QTEST_GUILESS_MAIN(TestHttpRequests)
#include "tst_http_requests.moc"
