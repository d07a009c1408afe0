// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_server.h"

#include <QLocalSocket>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace drydock {

/// One socket of a client, until either end closes it.
class FaultServer::Connection : public QObject {
public:
    Connection(QIODevice *socket, FaultServer *server)
        : QObject(server)
        , m_socket(socket)
        , m_server(server)
    {
        m_socket->setParent(this);
        connect(m_socket, &QIODevice::readyRead, this, &Connection::read);
        connect(m_socket, &QIODevice::bytesWritten, this, &Connection::sendMore);
        if (auto *local = qobject_cast<QLocalSocket *>(socket))
            connect(local, &QLocalSocket::disconnected, this, &Connection::leave);
        if (auto *tcp = qobject_cast<QTcpSocket *>(socket))
            connect(tcp, &QTcpSocket::disconnected, this, &Connection::leave);
        read();
    }

    void close()
    {
        if (auto *local = qobject_cast<QLocalSocket *>(m_socket))
            local->disconnectFromServer();
        if (auto *tcp = qobject_cast<QTcpSocket *>(m_socket))
            tcp->disconnectFromHost();
    }

private:
    void leave()
    {
        m_server->m_connections.removeOne(this);
        deleteLater();
    }

    void read()
    {
        m_read += m_socket->readAll();
        const qsizetype end = m_read.indexOf("\r\n\r\n");
        if (m_isAnswered || end < 0)
            return;
        FaultRequest request;
        request.head = m_read.left(end + 4);
        const QByteArrayList words = request.head.left(request.head.indexOf('\r')).split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        if (!takeBody(request, m_read.mid(end + 4)))
            return;
        m_isAnswered = true;
        m_server->m_requests.append(request);
        m_reply = m_server->m_handler ? m_server->m_handler(request) : FaultReply();
        emit m_server->askedFor(request.target);
        sendPart(0, 0);
    }

    /// \returns false if it is not all there.
    static bool takeBody(FaultRequest &request, const QByteArray &rest)
    {
        const QByteArray head = request.head.toLower();
        const qsizetype length = head.indexOf("content-length: ");
        if (length >= 0) {
            const qsizetype count
                = head.mid(length + 16, head.indexOf('\r', length) - length - 16).toLongLong();
            request.body = rest.left(count);
            return rest.size() >= count;
        }
        if (!head.contains("transfer-encoding: chunked"))
            return true;
        // By position: copies of the rest for each chunk would take longer than any test may.
        qsizetype at = 0;
        while (true) {
            const qsizetype line = rest.indexOf("\r\n", at);
            if (line < 0)
                return false;
            const qsizetype size = rest.mid(at, line - at).toLongLong(nullptr, 16);
            if (rest.size() < line + 2 + size + 2)
                return false;
            if (size == 0)
                return true;
            request.body += rest.mid(line + 2, size);
            at = line + 2 + size + 2;
        }
    }

    void sendPart(qsizetype begin, qsizetype cut)
    {
        const bool isLast = cut >= m_reply.cuts.size();
        const qsizetype end = isLast ? m_reply.bytes.size() : m_reply.cuts[cut];
        m_socket->write(m_reply.bytes.mid(begin, end - begin));
        if (auto *local = qobject_cast<QLocalSocket *>(m_socket))
            local->flush();
        if (isLast) {
            m_isSent = true;
            sendMore();
            return;
        }
        // A timer comes after the sockets: the client sees this part alone.
        QTimer::singleShot(0, this, [this, end, cut] { sendPart(end, cut + 1); });
    }

    void sendMore()
    {
        if (!m_isSent || m_socket->bytesToWrite() > 65536)
            return;
        if (m_reply.more) {
            const QByteArray bytes = m_reply.more();
            if (!bytes.isEmpty()) {
                m_socket->write(bytes);
                return;
            }
            m_reply.more = {};
        }
        if (m_reply.closes)
            close();
    }

    QIODevice *m_socket;
    FaultServer *m_server;
    QByteArray m_read;
    FaultReply m_reply;
    bool m_isAnswered = false;
    bool m_isSent = false;
};

FaultReply jsonReply(const QByteArray &body, int status)
{
    FaultReply reply;
    reply.bytes = "HTTP/1.1 " + QByteArray::number(status)
        + " Words\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
    return reply;
}

QByteArray chunked(const QList<QByteArray> &parts, bool isWhole)
{
    QByteArray bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const QByteArray &part : parts)
        bytes += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    return isWhole ? bytes + "0\r\n\r\n" : bytes;
}

QList<qsizetype> everyByte(const QByteArray &bytes)
{
    QList<qsizetype> cuts;
    for (qsizetype i = 1; i < bytes.size(); ++i)
        cuts.append(i);
    return cuts;
}

FaultServer::FaultServer(Handler handler)
    : m_handler(std::move(handler))
{
    connect(&m_local, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_local.nextPendingConnection())
            take(socket);
    });
}

FaultServer::~FaultServer()
{
    stop();
    qDeleteAll(std::exchange(m_connections, {}));
}

bool FaultServer::listenLocal(const QString &path)
{
    const QString name = path.isEmpty() ? m_folder.filePath(QStringLiteral("engine.sock")) : path;
    QLocalServer::removeServer(name);
    return m_local.listen(name);
}

bool FaultServer::listenTcp(std::unique_ptr<QTcpServer> server)
{
    const bool isGiven = server != nullptr;
    m_tcp = isGiven ? std::move(server) : std::make_unique<QTcpServer>();
    connect(m_tcp.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_tcp->nextPendingConnection())
            take(socket);
    });
    return isGiven || m_tcp->listen(QHostAddress::LocalHost);
}

void FaultServer::take(QIODevice *socket)
{
    m_connections.append(new Connection(socket, this));
}

void FaultServer::stop()
{
    m_local.close();
    if (m_tcp)
        m_tcp->close();
    dropConnections();
}

void FaultServer::dropConnections()
{
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->close();
}

Endpoint FaultServer::endpoint() const
{
    Endpoint endpoint;
    if (m_tcp) {
        endpoint.kind = EndpointKind::Tcp;
        endpoint.host = "127.0.0.1";
        endpoint.port = m_tcp->serverPort();
        endpoint.url = "tcp://127.0.0.1:" + std::to_string(endpoint.port);
    } else {
        endpoint.path = m_local.fullServerName().toStdString();
        endpoint.url = "unix://" + endpoint.path;
    }
    return endpoint;
}

QByteArrayList FaultServer::asked() const
{
    QByteArrayList lines;
    for (const FaultRequest &request : m_requests) {
        QByteArray path = request.target.split('?').first();
        if (path.startsWith("/v1."))
            path = path.mid(path.indexOf('/', 1));
        lines.append(request.method + ' ' + path);
    }
    return lines;
}

FaultServer::Handler dockerHandler(FaultServer::Handler more, const QByteArray &api,
                                   const QByteArray &version)
{
    return [more = std::move(more), api, version](const FaultRequest &request) -> FaultReply {
        if (request.target == "/_ping") {
            FaultReply reply;
            reply.bytes = "HTTP/1.1 200 OK\r\nApi-Version: " + api + "\r\nContent-Length: 2\r\n\r\nOK";
            return reply;
        }
        if (request.target == "/version")
            return jsonReply("{\"Version\":\"" + version + "\",\"ApiVersion\":\"" + api
                             + "\",\"MinAPIVersion\":\"1.12\",\"Os\":\"linux\",\"Arch\":\"amd64\"}");
        if (request.target == "/v" + api + "/info")
            return jsonReply("{\"Driver\":\"overlay2\",\"DriverStatus\":[[\"Backing Filesystem\",\"extfs\"]],"
                             "\"SecurityOptions\":[\"name=seccomp,profile=default\"],\"OSType\":\"linux\"}");
        if (more)
            return more(request);
        return jsonReply("{\"message\":\"page not found\"}", 404);
    };
}

} // namespace drydock
