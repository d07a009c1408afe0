// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/flooding_engine.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <string_view>

namespace drydock::bench {
namespace {

using Clock = std::chrono::steady_clock;

bool sendAll(int connection, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string chunk(const std::string &bytes)
{
    std::array<char, 32> size {};
    std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    return size.data() + bytes + "\r\n";
}

bool sendJson(int connection, const std::string &body, int status = 200)
{
    return sendAll(connection,
                   "HTTP/1.1 " + std::to_string(status)
                       + " X\r\nApi-Version: 1.41\r\nBuilder-Version: 1\r\nContent-Type: application/json\r\n"
                         "Content-Length: "
                       + std::to_string(body.size()) + "\r\n\r\n" + body);
}

/// Reads one request. \returns its first line; empty at the end. Bodies come in chunks or not at all.
std::string readRequest(int connection)
{
    std::string bytes;
    std::array<char, 65536> piece {};
    const auto more = [&] {
        const ssize_t count = ::recv(connection, piece.data(), piece.size(), 0);
        if (count > 0)
            bytes.append(piece.data(), static_cast<std::size_t>(count));
        return count > 0;
    };
    while (bytes.find("\r\n\r\n") == std::string::npos) {
        if (!more())
            return {};
    }
    std::string line = bytes.substr(0, bytes.find("\r\n"));
    if (bytes.find("chunked") != std::string::npos) {
        while (bytes.size() < 5 || bytes.compare(bytes.size() - 5, 5, "0\r\n\r\n") != 0) {
            if (!more())
                return {};
        }
    }
    return line;
}

} // namespace

FloodingEngine::FloodingEngine(std::string socket, int linesPerSecond, int lines)
    : m_socket(std::move(socket))
    , m_linesPerSecond(linesPerSecond)
    , m_lines(lines)
{
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (m_socket.size() >= sizeof address.sun_path)
        return;
    std::memcpy(address.sun_path, m_socket.c_str(), m_socket.size() + 1);
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(m_listener, 16) != 0) {
        ::close(m_listener);
        m_listener = -1;
        return;
    }
    m_thread = std::thread([this] { accept(); });
}

FloodingEngine::~FloodingEngine()
{
    m_isOver = true;
    if (m_listener >= 0) {
        ::shutdown(m_listener, SHUT_RDWR);
        ::close(m_listener);
    }
    if (m_thread.joinable())
        m_thread.join();
    ::unlink(m_socket.c_str());
}

void FloodingEngine::accept()
{
    while (!m_isOver) {
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            return;
        // Ends with its connection, and the program with all of them.
        std::thread([this, connection] {
            serve(connection);
            ::close(connection);
        }).detach();
    }
}

void FloodingEngine::serve(int connection)
{
    for (std::string line = readRequest(connection); !line.empty(); line = readRequest(connection)) {
        const auto asksFor = [&line](const char *what) { return line.find(what) != std::string::npos; };
        bool isWell = true;
        if (asksFor("/_ping")) {
            isWell = sendJson(connection, "OK");
        } else if (asksFor("/version")) {
            isWell = sendJson(
                connection,
                R"({"Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"})");
        } else if (asksFor("/info")) {
            isWell
                = sendJson(connection, R"({"OSType":"linux","Architecture":"x86_64","Driver":"overlay2"})");
        } else if (asksFor("/history")) {
            isWell = sendJson(
                connection,
                R"([{"Id":"sha256:2","CreatedBy":"/bin/sh -c seq 1 1000000","Size":5000000,"Created":1},)"
                R"({"Id":"sha256:1","CreatedBy":"ADD file:x in / ","Size":2000000,"Created":1}])");
            m_historySentAt = Clock::now().time_since_epoch().count();
        } else if (asksFor("/images/json")) {
            isWell = sendJson(connection, "[]");
        } else if (asksFor("/images/")) {
            isWell = sendJson(connection,
                              R"({"Id":"sha256:2","RootFS":{"Layers":["sha256:a","sha256:b"]},"Config":{}})");
        } else if (asksFor("POST") && asksFor("/build")) {
            build(connection);
            return; // As engines do, which close behind a stream.
        } else if (asksFor("/events")) {
            sendAll(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            readRequest(connection); // Until the other side goes.
            return;
        } else {
            isWell = sendJson(connection, R"({"message":"no such thing"})", 404);
        }
        if (!isWell)
            return;
    }
}

void FloodingEngine::build(int connection) const
{
    sendAll(connection,
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            "chunked\r\n\r\n");
    sendAll(connection,
            chunk("{\"stream\":\"Step 1/2 : FROM alpine:3.20\"}\r\n{\"stream\":\"\\n\"}\r\n"
                  "{\"stream\":\" ---\\u003e 111111111111\\n\"}\r\n"
                  "{\"stream\":\"Step 2/2 : RUN seq 1 1000000\"}\r\n{\"stream\":\"\\n\"}\r\n"
                  "{\"stream\":\" ---\\u003e Running in 333333333333\\n\"}\r\n"));
    // A hundredth of a second at a time.
    const int each = m_linesPerSecond / 100;
    auto next = Clock::now();
    for (int sent = 0; sent < m_lines && !m_isOver; sent += each) {
        std::string lines;
        for (int i = 0; i < each; ++i)
            lines += "{\"stream\":\"line " + std::to_string(sent + i) + " of what a step prints\\n\"}\r\n";
        if (!sendAll(connection, chunk(lines)))
            return;
        next += std::chrono::milliseconds(10);
        std::this_thread::sleep_until(next);
    }
    sendAll(connection,
            chunk("{\"stream\":\" ---\\u003e 222222222222\\n\"}\r\n{\"aux\":{\"ID\":\"sha256:2\"}}\r\n"
                  "{\"stream\":\"Successfully built 222222222222\\n\"}\r\n")
                + "0\r\n\r\n");
}

} // namespace drydock::bench
