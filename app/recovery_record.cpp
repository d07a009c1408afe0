// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recovery_record.h"

#include <signal.h>
#include <unistd.h>

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>

#include <charconv>

namespace drydock::app {
namespace {

constexpr std::string_view magic = "drydock recovery 1\n";

std::string fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::uint64_t startTimeOf(std::int64_t pid)
{
    const std::string status = fileText(QStringLiteral("/proc/%1/stat").arg(pid));
    // The second field, the program's name, may itself contain blanks and brackets: count from the last one.
    const std::size_t bracket = status.rfind(')');
    if (bracket == std::string::npos)
        return 0;
    const QList<QByteArray> fields
        = QByteArray::fromStdString(status.substr(bracket + 1)).simplified().split(' ');
    constexpr qsizetype startTimeField = 22 - 3;
    return fields.size() > startTimeField ? fields[startTimeField].toULongLong() : 0;
}

std::string hex(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())).toHex().toStdString();
}

std::string fromHex(std::string_view digits)
{
    return QByteArray::fromHex(QByteArray(digits.data(), qsizetype(digits.size()))).toStdString();
}

template <typename Number>
bool readNumber(std::string_view digits, Number &number)
{
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size();
}

} // namespace

std::string contentHash(std::string_view bytes)
{
    return QCryptographicHash::hash({bytes.data(), qsizetype(bytes.size())}, QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

ProcessIdentity ProcessIdentity::ofThisProcess()
{
    static const ProcessIdentity self {
        ::getpid(), startTimeOf(::getpid()),
        QByteArray::fromStdString(fileText(QStringLiteral("/proc/sys/kernel/random/boot_id")))
            .trimmed()
            .toStdString()};
    return self;
}

bool ProcessIdentity::isAlive() const
{
    const ProcessIdentity self = ofThisProcess();
    return pid > 0 && bootId == self.bootId && startTime == startTimeOf(pid) && startTime != 0;
}

std::string RecoveryRecord::encoded() const
{
    std::string header(magic);
    header += "path " + hex(path) + '\n';
    header += "disk " + diskHash + '\n';
    header += "time " + std::to_string(savedAt) + '\n';
    header += "owner " + std::to_string(owner.pid) + ' ' + std::to_string(owner.startTime) + ' '
        + owner.bootId + '\n';
    header += "text " + std::to_string(text.size()) + ' ' + contentHash(text) + '\n';
    header += "check " + contentHash(header) + '\n';
    return header + '\n' + text;
}

std::optional<RecoveryRecord> RecoveryRecord::decoded(std::string_view bytes)
{
    if (!bytes.starts_with(magic))
        return std::nullopt;
    RecoveryRecord record;
    record.isWhole = false;
    std::size_t textSize = 0;
    std::string textHash;
    std::size_t at = magic.size();
    bool isHeaderSound = false;
    while (at < bytes.size() && bytes[at] != '\n') {
        const std::size_t end = bytes.find('\n', at);
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view line = bytes.substr(at, end - at);
        const std::size_t blank = line.find(' ');
        const std::string_view key = line.substr(0, blank);
        const std::string_view value = blank == std::string_view::npos ? "" : line.substr(blank + 1);
        if (key == "path") {
            record.path = fromHex(value);
        } else if (key == "disk") {
            record.diskHash = value;
        } else if (key == "time") {
            readNumber(value, record.savedAt);
        } else if (key == "owner") {
            const std::size_t first = value.find(' ');
            const std::size_t second = value.find(' ', first == std::string_view::npos ? first : first + 1);
            if (second != std::string_view::npos) {
                readNumber(value.substr(0, first), record.owner.pid);
                readNumber(value.substr(first + 1, second - first - 1), record.owner.startTime);
                record.owner.bootId = value.substr(second + 1);
            }
        } else if (key == "text") {
            const std::size_t first = value.find(' ');
            readNumber(value.substr(0, first), textSize);
            textHash = first == std::string_view::npos ? "" : value.substr(first + 1);
        } else if (key == "check") {
            isHeaderSound = value == contentHash(bytes.substr(0, at));
        }
        at = end + 1;
    }
    if (at >= bytes.size())
        return std::nullopt;
    record.text = bytes.substr(at + 1);
    record.isWhole = isHeaderSound && record.text.size() == textSize && contentHash(record.text) == textHash;
    return record;
}

} // namespace drydock::app
