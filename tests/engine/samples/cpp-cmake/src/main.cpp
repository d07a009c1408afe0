// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

int main()
{
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(8080);
    if (bind(server, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || listen(server, 8) != 0)
        return 1;
    for (;;) {
        const int guest = accept(server, nullptr, nullptr);
        char question[4096];
        if (read(guest, question, sizeof question) > 0) {
            const std::string text = "two long, one short\n";
            const std::string answer
                = "HTTP/1.0 200 OK\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
            if (write(guest, answer.data(), answer.size()) < 0)
                return 1;
        }
        close(guest);
    }
}
