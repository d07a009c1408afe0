// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/endpoint.h"

#include <QTest>

using namespace drydock;

namespace {

/// All that is in an endpoint, on one line, or "no: " and the reason.
QByteArray inWords(const Result<Endpoint> &endpoint)
{
    if (!endpoint)
        return "no: " + QByteArray::fromStdString(inEnglish(endpoint.error().text));
    const char *const kinds[] = {"unix", "tcp", "tls", "ssh"};
    QByteArray words = kinds[static_cast<std::size_t>(endpoint->kind)];
    for (const auto &[name, value] :
         {std::pair {"user", endpoint->user}, {"host", endpoint->host}, {"path", endpoint->path}}) {
        if (!value.empty())
            words += QByteArray(" ") + name + "=" + QByteArray::fromStdString(value);
    }
    if (endpoint->port != 0)
        words += " port=" + QByteArray::number(endpoint->port);
    return words + (endpoint->isLocal() ? " local " : " ") + QByteArray::fromStdString(endpoint->url);
}

} // namespace

/// What DOCKER_HOST and contexts may say.
class TestEndpoint : public QObject {
    Q_OBJECT

private slots:
    void isTakenApart_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *name, const char *url, const char *words) {
            QTest::newRow(name) << QByteArray(url) << QByteArray(words);
        };
        row("a socket", "unix:///run/docker.sock",
            "unix path=/run/docker.sock local unix:///run/docker.sock");
        row("the usual socket", "unix://",
            "unix path=/var/run/docker.sock local unix:///var/run/docker.sock");
        row("tcp with a port", "tcp://10.0.0.1:99", "tcp host=10.0.0.1 port=99 tcp://10.0.0.1:99");
        row("tcp without a port", "tcp://box", "tcp host=box port=2375 tcp://box:2375");
        row("a slash at the end", "tcp://box:1/", "tcp host=box port=1 tcp://box:1");
        row("no scheme", "bogus", "tcp host=bogus port=2375 tcp://bogus:2375");
        row("no scheme but a port", "bogus:1", "tcp host=bogus port=1 tcp://bogus:1");
        row("a port alone", "tcp://:2375", "tcp host=localhost port=2375 local tcp://localhost:2375");
        row("IPv6", "tcp://[::1]:7", "tcp host=::1 port=7 local tcp://[::1]:7");
        row("IPv6 without a port", "tcp://[fe80::1]", "tcp host=fe80::1 port=2375 tcp://[fe80::1]:2375");
        row("spaces around", " tcp://box \n", "tcp host=box port=2375 tcp://box:2375");
        row("ssh", "ssh://me@host", "ssh user=me host=host ssh://me@host");
        row("ssh with all", "ssh://me@host:22/run/x.sock",
            "ssh user=me host=host path=/run/x.sock port=22 ssh://me@host:22/run/x.sock");
        row("ssh without a user", "ssh://host/", "ssh host=host ssh://host/");
        row("ssh to this machine", "ssh://localhost", "ssh host=localhost ssh://localhost");
        row("ssh with an escaped user", "ssh://a%40b@host", "ssh user=a@b host=host ssh://a%40b@host");
    }
    void isTakenApart()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, words);
        QCOMPARE(inWords(parseEndpoint(url.toStdString())), words);
    }
    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *name, const QByteArray &url, const char *words) {
            QTest::newRow(name) << url << QByteArray(words);
        };
        const auto bad = "is not the address of an engine";
        row("nothing", "", bad);
        row("another scheme", "fd://3", "not reached by “fd”");
        row("the web", "https://box", "not reached by “https”");
        row("a named pipe", "npipe:////./pipe/docker_engine", "exists on Windows only");
        row("a relative socket", "unix://docker.sock", "no absolute path");
        row("a port that is none", "tcp://box:http", bad);
        row("a port that is too big", "tcp://box:65536", bad);
        row("port 0", "tcp://box:0", bad);
        row("a path", "tcp://box:1/v1", bad);
        row("an open bracket", "tcp://[::1", bad);
        row("no IPv6 in brackets", "tcp://[evil host]", bad);
        row("ssh without a host", "ssh://", bad);
        row("ssh with an empty user", "ssh://@host", bad);
        row("ssh with a password", "ssh://me:secret@host", "holds no password");
        row("a host that is an option", "ssh://-oProxyCommand=x", "ssh would take");
        row("a user that is an option", "ssh://-oProxyCommand=x@host", "ssh would take");
        row("a user that is an escaped option", "ssh://%2doProxyCommand=x@host", "ssh would take");
        row("a host with a space", "ssh://a b", bad);
        row("a line end in a user", "ssh://a%0ab@host", bad);
        row("half an escape", "ssh://a%4@host", bad);
        row("a query", "ssh://host/x?y", bad);
    }
    void isRefused()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, words);
        const QByteArray said = inWords(parseEndpoint(url.toStdString()));
        QVERIFY2(said.startsWith("no: ") && said.contains(words), said.constData());
        QVERIFY2(!said.contains("secret"), said.constData());
    }
    void usesTls()
    {
        QCOMPARE(inWords(parseEndpoint("tcp://box", true)),
                 QByteArray("tls host=box port=2376 tcp://box:2376"));
        QCOMPARE(inWords(parseEndpoint("tcp://127.0.0.1:1", true)),
                 QByteArray("tls host=127.0.0.1 port=1 local tcp://127.0.0.1:1"));
        QCOMPARE(inWords(parseEndpoint("unix:///s", true)), QByteArray("unix path=/s local unix:///s"));
    }
    void knowsLoopback()
    {
        for (const char *host : {"localhost", "LocalHost", "127.0.0.1", "127.9.9.9", "::1"})
            QVERIFY2(isLoopbackHost(host), host);
        for (const char *host : {"", "127", "127.0.0", "127.0.0.1.example.com", "127.evil.example",
                                 "10.0.0.1", "localhost.example"})
            QVERIFY2(!isLoopbackHost(host), host);
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
