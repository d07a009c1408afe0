// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A web server on POSIX sockets: one thread per connection, GET only.

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

constexpr std::size_t maxRequestBytes = 8192;

std::string readRequest(int socket)
{
    std::string request;
    char buffer[1024];
    while (request.size() < maxRequestBytes && request.find("\r\n\r\n") == std::string::npos) {
        const ssize_t count = recv(socket, buffer, sizeof buffer, 0);
        if (count <= 0) {
            break;
        }
        request.append(buffer, static_cast<std::size_t>(count));
    }
    return request;
}

std::string response(const std::string &request)
{
    std::string status = "200 OK";
    std::string body;
    if (request.rfind("GET / ", 0) == 0) {
        body = "Hello from a C++ container.\n";
    } else if (request.rfind("GET /healthz ", 0) == 0) {
        body = "ok\n";
    } else {
        status = "404 Not Found";
        body = "not found\n";
    }
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

void serve(int socket)
{
    const timeval timeout{5, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    const std::string text = response(readRequest(socket));
    std::size_t sent = 0;
    while (sent < text.size()) {
        const ssize_t count = send(socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) {
            break;
        }
        sent += static_cast<std::size_t>(count);
    }
    close(socket);
}

} // namespace

int main()
{
    // As process 1 in a container there is no default action for SIGTERM.
    std::signal(SIGTERM, [](int) { _exit(0); });

    const char *configured = std::getenv("PORT");
    const int port = configured ? std::atoi(configured) : 8080;

    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || listen(listener, 64) != 0) {
        std::cerr << "cannot listen on port " << port << '\n';
        return 1;
    }
    std::cout << "listening on :" << port << std::endl;

    for (;;) {
        const int client = accept(listener, nullptr, nullptr);
        if (client >= 0) {
            std::thread(serve, client).detach();
        }
    }
}
