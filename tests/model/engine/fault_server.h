// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/endpoint.h"

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QLocalServer>
#include <QObject>
#include <QTcpServer>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace drydock {

/// What a client has asked.
struct FaultRequest {
    QByteArray method;
    QByteArray target; ///< "/v1.41/info?x=y"
    QByteArray head; ///< All of it.
    QByteArray body; ///< Without the chunks.
};

/// What the server does about it.
struct FaultReply {
    QByteArray bytes; ///< Head, body and all, as they go out.
    /// Where the bytes are cut: each part goes out in a turn of the event loop of its own.
    QList<qsizetype> cuts;
    /// More bytes for as long as it gives any; asked when the client has taken the last.
    std::function<QByteArray()> more;
    bool closes = true; ///< Else the connection stays open and silent.
};

/// 200 with that body and its right length.
FaultReply jsonReply(const QByteArray &body, int status = 200);
/// A body of one chunk per part, with or without its end.
QByteArray chunked(const QList<QByteArray> &parts, bool isWhole = true);
/// Cuts everywhere.
QList<qsizetype> everyByte(const QByteArray &bytes);

/// An engine that says what it is told to say, and breaks when it is told to break. One answer per connection.
class FaultServer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<FaultReply(const FaultRequest &)>;

    explicit FaultServer(Handler handler = {});
    /// Ends all connections, so that nothing arrives at half a server.
    ~FaultServer() override;

    /// \param path of the socket; empty: one of its own.
    bool listenLocal(const QString &path = {});
    /// \param server that is to be used, for TLS; it is listening already. Null: one of its own.
    bool listenTcp(std::unique_ptr<QTcpServer> server = {});
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Takes the socket away and ends all connections.
    void stop();
    void dropConnections();

    Endpoint endpoint() const;
    quint16 port() const { return m_tcp->serverPort(); }
    const QList<FaultRequest> &requests() const { return m_requests; }
    /// Connections that are open.
    qsizetype connections() const { return m_connections.size(); }
    /// Targets in order, without the version and the query.
    QByteArrayList asked() const;

signals:
    void askedFor(const QByteArray &target);

private:
    class Connection;

    void take(QIODevice *socket);

    Handler m_handler;
    QTemporaryDir m_folder;
    QLocalServer m_local;
    std::unique_ptr<QTcpServer> m_tcp;
    QList<Connection *> m_connections;
    QList<FaultRequest> m_requests;
};

/// Answers the questions of a greeting as Docker `version` with `api` does; everything else by `more`.
FaultServer::Handler dockerHandler(FaultServer::Handler more = {}, const QByteArray &api = "1.41",
                                   const QByteArray &version = "20.10.24+dfsg1");

} // namespace drydock
