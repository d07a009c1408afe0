// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <QTest>

#include <functional>
#include <string>

/// Contents that a careless editor would change by only opening and saving them: column "bytes", one row each.
inline void addOddFiles()
{
    using namespace std::string_literals;
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("empty", "");
    row("plain", "FROM alpine\nRUN true\n");
    row("CR LF", "FROM alpine\r\nRUN true\r\n");
    row("mixed line ends", "FROM alpine\r\nRUN true\nCMD x\r\n");
    row("lone CR", "FROM alpine\rRUN true\n");
    row("byte order mark",
        "\xef\xbb\xbf"
        "FROM alpine\n");
    row("no final line end", "FROM alpine\nRUN true");
    row("invalid UTF-8", "FROM alpine\nRUN echo \xff\xfe\xc3\n");
    row("Latin-1", "# K\xf6ln\nFROM alpine\n");
    row("NUL", "FROM alpine\nRUN echo a\0b\n"s);
    row("UTF-16",
        "\xff\xfe"
        "F\0R\0O\0M\0"s);
    row("tabs and trailing blanks", "FROM\talpine \t \n\n\n   \nRUN  true   \n");
    row("ship", "FROM alpine AS \xf0\x9f\x9a\xa2\n");
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<cannot be read>");
}

inline bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Runs `deed` in another process after `prepare`, for what would spoil this one: another user, a limit.
/// \returns what `deed` returned; -1 if it did not end by itself.
inline int inChild(const std::function<void()> &prepare, const std::function<int()> &deed)
{
    const pid_t child = ::fork();
    if (child == 0) {
        prepare();
        ::_exit(deed());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Root may do anything, so modes mean nothing to it: become somebody else.
inline void becomeNobody()
{
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0) {
        (void)!::setgid(nobody);
        (void)!::setuid(nobody);
    }
}
