// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_server.h"
#include "model/engine/engine_error.h"
#include "model/engine/http_client.h"
#include "model/engine/ssh_tunnel.h"

#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTest>

using namespace drydock;

namespace {

QByteArray sentence(EngineTrouble trouble)
{
    return QByteArray::fromStdString(engineError(trouble, {}).text.source);
}

/// Makes an authority, a server's certificate and a client's by the openssl program.
constexpr const char *makeCertificates = R"(set -e
req() { openssl req -newkey rsa:2048 -nodes -keyout "$1-key.pem" -subj "/CN=$2" "${@:3}"; }
req ca authority -x509 -out ca.pem -days 2
req other stranger -x509 -out other.pem -days 2
printf 'subjectAltName=IP:127.0.0.1\n' > server.ext
for name in server client; do
    req $name $name -out $name.csr
    openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 2 -extfile server.ext -out $name.pem
done
)";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestEngineFaults : public QObject {
    Q_OBJECT

private slots:
    void namesTheCause_data();
    void namesTheCause();
    void cutAtEveryByte();
    void asksOnceOnly();
    void waitsNoLongerThanAllowed();
    void nobodyListens();
    void anotherEngineOnTheSameSocket();
    void permissionDenied();
    void tls_data();
    void tls();
    void plainHttpToTls();
    void alertsOfTls();
    void sshArguments();
    void throughSsh();
    void sshThatFails();

private:
    QByteArray ask(const Endpoint &endpoint, HttpRequest request = {})
    {
        if (request.url.empty())
            request.url = "/x";
        const ExchangePtr exchange = m_client.send(endpoint, std::move(request));
        QSignalSpy finished(exchange.get(), &Job::finished);
        if (!finished.wait())
            return "nothing";
        if (exchange->result())
            return QByteArray::number(exchange->result()->status) + ' '
                + QByteArray::fromStdString(exchange->result()->body);
        m_detail = QByteArray::fromStdString(exchange->result().error().detail);
        return QByteArray::fromStdString(exchange->result().error().text.source);
    }

    HttpClient m_client;
    QByteArray m_detail;
};

void TestEngineFaults::namesTheCause_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EngineTrouble>("trouble");
    QTest::newRow("closes before it answers") << QByteArray() << EngineTrouble::NoAnswer;
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 20") << EngineTrouble::NoAnswer;
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                                 << EngineTrouble::BrokenOff;
    QTest::newRow("chunks without their end")
        << chunked({"{\"stream\":\"Step 1/2 "}, false) << EngineTrouble::BrokenOff;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << EngineTrouble::NotHttp;
    QTest::newRow("bytes of any kind") << QByteArray("\x00\xff\x01\n\n\n", 6) << EngineTrouble::NotHttp;
    QTest::newRow("chunks that are none")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n")
        << EngineTrouble::BrokenOff;
}

void TestEngineFaults::namesTheCause()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const EngineTrouble, trouble);
    FaultReply reply;
    reply.bytes = bytes;
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    QCOMPARE(ask(server.endpoint()), sentence(trouble));
    FaultServer tcp([&reply](const FaultRequest &) { return reply; });
    QVERIFY(tcp.listenTcp());
    QCOMPARE(ask(tcp.endpoint()), sentence(trouble));
}

void TestEngineFaults::cutAtEveryByte()
{
    const QByteArray whole = chunked({"{\"a\":1}", "{\"b\":2}"});
    FaultReply reply;
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    // The last line end may be missing.
    for (qsizetype cut = 0; cut < whole.size() - 2; ++cut) {
        reply.bytes = whole.left(cut);
        const QByteArray words = ask(server.endpoint());
        QVERIFY2(words != "nothing" && !words.startsWith("200"), QByteArray::number(cut) + ": " + words);
    }
    reply.bytes = whole;
    QCOMPARE(ask(server.endpoint()), QByteArray("200 {\"a\":1}{\"b\":2}"));
}

void TestEngineFaults::asksOnceOnly()
{
    FaultServer server([](const FaultRequest &) { return FaultReply(); });
    QVERIFY(server.listenLocal());
    for (const char *method : {"POST", "GET", "DELETE"}) {
        HttpRequest request;
        request.method = method;
        request.url = "/build";
        QCOMPARE(ask(server.endpoint(), request), sentence(EngineTrouble::NoAnswer));
    }
    QCOMPARE(server.asked(), QByteArrayList({"POST /build", "GET /build", "DELETE /build"}));
}

void TestEngineFaults::waitsNoLongerThanAllowed()
{
    FaultReply reply;
    reply.closes = false;
    FaultServer server([&reply](const FaultRequest &) { return reply; });
    QVERIFY(server.listenLocal());
    HttpRequest request;
    request.url = "/x";
    request.headerTimeout = 30;
    QCOMPARE(ask(server.endpoint(), request), sentence(EngineTrouble::TimedOut));
    reply.bytes = chunked({"begin"}, false);
    request.headerTimeout = 0;
    request.idleTimeout = 30;
    QCOMPARE(ask(server.endpoint(), request), sentence(EngineTrouble::TimedOut));
    QTRY_COMPARE(server.connections(), 0);
}

void TestEngineFaults::nobodyListens()
{
    Endpoint endpoint;
    endpoint.path = "/nonexistent/engine.sock";
    QCOMPARE(ask(endpoint), sentence(EngineTrouble::NotRunning));
    endpoint.path = "/" + std::string(300, 'p');
    QVERIFY(ask(endpoint) != "nothing");

    // The file of an engine that was killed is still there.
    const QTemporaryDir folder;
    endpoint.path = folder.filePath(QStringLiteral("stale.sock")).toStdString();
    QFile file(QString::fromStdString(endpoint.path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(ask(endpoint), sentence(EngineTrouble::NotRunning));

    FaultServer server;
    QVERIFY(server.listenTcp());
    const Endpoint closed = server.endpoint();
    server.stop();
    QCOMPARE(ask(closed), sentence(EngineTrouble::NotRunning));
}

void TestEngineFaults::anotherEngineOnTheSameSocket()
{
    auto server = std::make_unique<FaultServer>([](const FaultRequest &) { return jsonReply("old"); });
    QVERIFY(server->listenLocal());
    const Endpoint endpoint = server->endpoint();
    QCOMPARE(ask(endpoint), QByteArray("200 old"));
    server->stop();
    FaultServer other([](const FaultRequest &) { return jsonReply("new"); });
    QVERIFY(other.listenLocal(QString::fromStdString(endpoint.path)));
    QCOMPARE(ask(endpoint), QByteArray("200 new"));
}

void TestEngineFaults::permissionDenied()
{
    if (geteuid() == 0)
        QSKIP("root may use every socket");
    FaultServer server;
    QVERIFY(server.listenLocal());
    QVERIFY(QFile::setPermissions(QString::fromStdString(server.endpoint().path), {}));
    QCOMPARE(ask(server.endpoint()), sentence(EngineTrouble::PermissionDenied));
}

void TestEngineFaults::tls_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<bool>("hasCertificate");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("all is right") << "ca.pem" << true << QByteArray("200 safe");
    QTest::newRow("another authority") << "other.pem" << true << sentence(EngineTrouble::UnknownAuthority);
    QTest::newRow("no certificate of the client")
        << "ca.pem" << false << sentence(EngineTrouble::NeedsCertificate);
    QTest::newRow("no file of an authority") << "missing.pem" << true << sentence(EngineTrouble::TlsFailed);
}

void TestEngineFaults::tls()
{
    QFETCH(const QString, authority);
    QFETCH(const bool, hasCertificate);
    QFETCH(const QByteArray, words);
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty() || !QSslSocket::supportsSsl())
        QSKIP("there is no openssl program to make certificates with");
    static const QTemporaryDir folder;
    if (!QFile::exists(folder.filePath(QStringLiteral("client.pem")))) {
        QProcess openssl;
        openssl.setWorkingDirectory(folder.path());
        openssl.start(QStringLiteral("bash"), {QStringLiteral("-c"), QString::fromLatin1(makeCertificates)});
        QVERIFY(openssl.waitForFinished());
        QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError());
    }
    QSslConfiguration configuration;
    configuration.setLocalCertificate(
        QSslCertificate(contentOf(folder.filePath(QStringLiteral("server.pem")))));
    configuration.setPrivateKey(
        QSslKey(contentOf(folder.filePath(QStringLiteral("server-key.pem"))), QSsl::Rsa));
    configuration.setCaCertificates(QSslCertificate::fromPath(folder.filePath(QStringLiteral("ca.pem"))));
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    auto ssl = std::make_unique<QSslServer>();
    ssl->setSslConfiguration(configuration);
    QVERIFY(ssl->listen(QHostAddress::LocalHost));
    FaultServer server([](const FaultRequest &) { return jsonReply("safe"); });
    QVERIFY(server.listenTcp(std::move(ssl)));

    Endpoint endpoint = server.endpoint();
    endpoint.kind = EndpointKind::Tls;
    endpoint.authority = folder.filePath(authority).toStdString();
    if (hasCertificate) {
        endpoint.certificate = folder.filePath(QStringLiteral("client.pem")).toStdString();
        endpoint.key = folder.filePath(QStringLiteral("client-key.pem")).toStdString();
    }
    QByteArray answer = ask(endpoint);
    // Qt's server only closes where Go's sends an alert.
    if (!hasCertificate && answer == sentence(EngineTrouble::NoAnswer))
        answer = sentence(EngineTrouble::NeedsCertificate);
    QVERIFY2(answer == words, answer + " / " + m_detail);
}

void TestEngineFaults::plainHttpToTls()
{
    FaultServer server([](const FaultRequest &) { return jsonReply("plain"); });
    QVERIFY(server.listenTcp());
    Endpoint endpoint = server.endpoint();
    endpoint.kind = EndpointKind::Tls;
    // The fake engine waits for the end of a request that never ends; a real one answers 400 at once.
    HttpRequest request;
    request.url = "/x";
    request.connectTimeout = 50;
    const QByteArray words = ask(endpoint, request);
    QVERIFY2(words == sentence(EngineTrouble::TlsFailed) || words == sentence(EngineTrouble::TimedOut),
             words);
}

void TestEngineFaults::alertsOfTls()
{
    // 56: CURLE_RECV_ERROR.
    const auto trouble = [](std::string_view words) { return troubleOfCurl(56, 0, words, false); };
    QCOMPARE(
        trouble("OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0"),
        EngineTrouble::NeedsCertificate);
    QCOMPARE(trouble("OpenSSL SSL_read: error:0A000412:SSL routines::sslv3 alert bad certificate, errno 0"),
             EngineTrouble::NeedsCertificate);
    QCOMPARE(trouble("Recv failure: Connection reset by peer"), EngineTrouble::NoAnswer);
}

void TestEngineFaults::sshArguments()
{
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Ssh;
    endpoint.host = "host";
    QCOMPARE(SshTunnel::arguments(endpoint).join(QLatin1Char('|')),
             QStringLiteral("-o|ConnectTimeout=30|-o|BatchMode=yes|-T|--|host|docker|system|dial-stdio"));
    endpoint.user = "me";
    endpoint.port = 22;
    endpoint.path = "/run/it's; rm -rf";
    QCOMPARE(SshTunnel::arguments(endpoint).join(QLatin1Char('|')),
             QStringLiteral("-o|ConnectTimeout=30|-o|BatchMode=yes|-T|-l|me|-p|22|--|host|docker|--host|"
                            "'unix:///run/it'\\''s; rm -rf'|system|dial-stdio"));
    endpoint.user = "-oProxyCommand=x";
    QVERIFY(!SshTunnel::open(endpoint));
}

void TestEngineFaults::throughSsh()
{
    // The system's: others may be scripts that need an environment.
    const QString python = QStandardPaths::findExecutable(
        QStringLiteral("python3"), {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")});
    if (python.isEmpty())
        QSKIP("there is no python3 to play ssh with");
    FaultServer server([](const FaultRequest &request) { return jsonReply("far " + request.target); });
    QVERIFY(server.listenLocal());
    const QTemporaryDir folder;
    QFile ssh(folder.filePath(QStringLiteral("ssh")));
    QVERIFY(ssh.open(QIODevice::WriteOnly));
    ssh.write("#!" + python.toUtf8() + R"(
import os, select, socket
far = socket.socket(socket.AF_UNIX)
far.connect(")"
              + QByteArray::fromStdString(server.endpoint().path) + R"(")
while True:
    for ready in select.select([0, far], [], [])[0]:
        data = os.read(0, 65536) if ready == 0 else far.recv(65536)
        if not data:
            raise SystemExit
        far.sendall(data) if ready == 0 else os.write(1, data)
)");
    ssh.close();
    QVERIFY(ssh.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(folder.path()) + ":" + path);
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Ssh;
    endpoint.host = "far.example";
    endpoint.url = "ssh://far.example";
    const QByteArray words = ask(endpoint);
    qputenv("PATH", path);
    QVERIFY2(words == "200 far /x", words + " / " + m_detail);
}

void TestEngineFaults::sshThatFails()
{
    const QTemporaryDir folder;
    QFile ssh(folder.filePath(QStringLiteral("ssh")));
    QVERIFY(ssh.open(QIODevice::WriteOnly));
    ssh.write("#!/bin/sh\necho 'Permission denied (publickey).' >&2\nexit 255\n");
    ssh.close();
    QVERIFY(ssh.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Ssh;
    endpoint.host = "far.example";
    endpoint.url = "ssh://far.example";
    qputenv("PATH", QFile::encodeName(folder.path()));
    const QByteArray words = ask(endpoint);
    const QByteArray detail = m_detail;
    // Only absolute folders count: no program of the project is run.
    qputenv("PATH", "." + QByteArray(":relative:"));
    const QByteArray missing = ask(endpoint);
    qputenv("PATH", path);
    QCOMPARE(words, sentence(EngineTrouble::SshFailed));
    QCOMPARE(detail, QByteArray("Permission denied (publickey).\n"));
    QCOMPARE(missing, sentence(EngineTrouble::SshMissing));
}

QTEST_GUILESS_MAIN(TestEngineFaults)
#include "tst_engine_faults.moc"
