// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <string>

/// A registry on a port of this machine that answers as it is told, and notes what it was asked.
class FakeRegistry : public QTcpServer {
public:
    struct Request {
        QByteArray method;
        QByteArray target; ///< Path and query.
        std::map<QByteArray, QByteArray> headers; ///< Names in lower case.
        QByteArray body;

        QByteArray header(const char *name) const
        {
            const auto found = headers.find(name);
            return found == headers.end() ? QByteArray() : found->second;
        }
    };
    struct Answer {
        int status = 200;
        QByteArray headers; ///< Each with its line end.
        QByteArray body;
    };

    FakeRegistry()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    std::function<Answer(const Request &)> answer = [](const Request &) { return Answer {404, {}, {}}; };
    QByteArray asked; ///< "GET /v2/… (login)" a line each.

    std::string host() const { return "127.0.0.1:" + std::to_string(serverPort()); }
    QByteArray url() const { return "http://" + QByteArray::fromStdString(host()); }

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->peek(1 << 20);
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        const QList<QByteArray> first = lines.first().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.mid(1))
            request.headers[line.left(line.indexOf(':')).toLower()]
                = line.mid(line.indexOf(':') + 1).trimmed();
        request.body = bytes.mid(end + 4);
        if (request.body.size() < request.header("content-length").toInt())
            return;
        socket->readAll();
        asked += request.method + ' ' + request.target;
        if (const QByteArray login = request.header("authorization"); !login.isEmpty())
            asked += " (" + login + ")";
        asked += '\n';
        const Answer made = answer(request);
        socket->write("HTTP/1.1 " + QByteArray::number(made.status)
                      + " Whatever\r\nContent-Length: " + QByteArray::number(made.body.size())
                      + "\r\nConnection: close\r\n" + made.headers + "\r\n");
        if (request.method != "HEAD")
            socket->write(made.body);
        socket->disconnectFromHost();
    }
};
