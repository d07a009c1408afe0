// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/value_checks.h"

#include "model/syntax/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

namespace drydock {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::optional<std::uint32_t> number(std::string_view text, int base, std::uint32_t most)
{
    std::uint32_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (status != std::errc() || end != text.data() + text.size() || text.empty() || value > most)
        return std::nullopt;
    return value;
}

struct PortRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

std::optional<PortRange> portRange(std::string_view text)
{
    const auto parts = split(text, '-');
    if (parts.size() > 2)
        return std::nullopt;
    const auto first = number(parts.front(), 10, 65535);
    const auto last = number(parts.back(), 10, 65535);
    if (!first || !last || *last < *first)
        return std::nullopt;
    return PortRange {*first, *last};
}

bool isIpAddress(std::string_view text)
{
    if (text.find(':') != std::string_view::npos)
        return text.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos
            && std::ranges::count(text, ':') >= 2;
    const auto parts = split(text, '.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](std::string_view part) {
               return number(part, 10, 255).has_value() && (part.size() == 1 || part[0] != '0');
           });
}

constexpr std::array<std::string_view, 17> systems {
    "aix",   "android", "darwin", "dragonfly", "freebsd", "hurd",    "illumos", "ios", "js",
    "linux", "nacl",    "netbsd", "openbsd",   "plan9",   "solaris", "windows", "zos"};
constexpr std::array<std::string_view, 33> architectures {
    "386",     "amd64", "amd64p32", "arm",        "armbe",    "arm64",     "arm64be",     "ppc64",  "ppc64le",
    "loong64", "mips",  "mipsle",   "mips64",     "mips64le", "mips64p32", "mips64p32le", "ppc",    "riscv",
    "riscv64", "s390",  "s390x",    "sparc",      "sparc64",  "wasm",      "i386",        "x86_64", "x86-64",
    "aarch64", "armhf", "armel",    "aarch64_be", "arm/v7",   "arm/v6"};

} // namespace

std::string checkPort(std::string_view spec)
{
    // What stands before the last two colons is an address, which may hold colons itself.
    std::string_view address;
    std::string_view host;
    std::string_view container = spec;
    if (const std::size_t last = spec.rfind(':'); last != std::string_view::npos) {
        container = spec.substr(last + 1);
        host = spec.substr(0, last);
        if (const std::size_t colon = host.rfind(':'); colon != std::string_view::npos) {
            address = host.substr(0, colon);
            host.remove_prefix(colon + 1);
        }
    }
    const std::size_t slash = container.find('/');
    const std::string_view protocol = slash == std::string_view::npos ? "" : container.substr(slash + 1);
    container = container.substr(0, slash);
    const std::string prefix = "invalid port: " + quoted(spec) + ": ";
    if (container.empty())
        return prefix + "no port specified: " + std::string(spec) + "<empty>";
    const std::string lower = lowered(protocol);
    if (!lower.empty() && lower != "tcp" && lower != "udp" && lower != "sctp")
        return prefix + "invalid proto: " + lower;
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    if (!address.empty() && !isIpAddress(address))
        return "invalid IP address: " + std::string(address);
    const auto range = portRange(container);
    if (!range)
        return "invalid containerPort: " + std::string(container);
    if (host.empty())
        return {};
    const auto hostRange = portRange(host);
    if (!hostRange)
        return "invalid hostPort: " + std::string(host);
    const bool fits = hostRange->last - hostRange->first == range->last - range->first;
    if (!fits && range->last != range->first)
        return "invalid ranges specified for container and host Ports: " + std::string(container) + " and "
            + std::string(host);
    return {};
}

std::string checkSignal(std::string_view signal)
{
    static constexpr std::array<std::string_view, 36> names {
        "ABRT", "ALRM", "BUS",  "CHLD", "CLD",  "CONT", "FPE",    "HUP",    "ILL",  "INT",  "IO",    "IOT",
        "KILL", "PIPE", "POLL", "PROF", "PWR",  "QUIT", "SEGV",   "STKFLT", "STOP", "SYS",  "TERM",  "TRAP",
        "TSTP", "TTIN", "TTOU", "URG",  "USR1", "USR2", "VTALRM", "WINCH",  "XCPU", "XFSZ", "RTMIN", "RTMAX"};
    std::string_view digits = signal;
    if (digits.size() > 1 && (digits[0] == '+' || digits[0] == '-'))
        digits.remove_prefix(1);
    const bool isNumber = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (isNumber)
        return digits.find_first_not_of('0') == std::string_view::npos
            ? "invalid signal: " + std::string(signal)
            : "";
    std::string name = uppered(signal);
    if (name.starts_with("SIG"))
        name.erase(0, 3);
    if (std::ranges::find(names, name) != names.end())
        return {};
    const auto offset = name.starts_with("RTMIN+") ? number(name.substr(6), 10, 15)
        : name.starts_with("RTMAX-")               ? number(name.substr(6), 10, 14)
                                                   : std::nullopt;
    return offset && *offset > 0 ? "" : "invalid signal: " + std::string(signal);
}

std::string checkPlatform(std::string_view platform)
{
    const std::string start = quoted(platform) + ": ";
    if (platform.find('*') != std::string_view::npos)
        return start + "wildcards not yet supported: invalid argument";
    const auto parts = split(platform, '/');
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 4); ++i) {
        const auto isPlain = [i](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                || c == '_' || (c == '.' && i > 0);
        };
        std::string_view part = parts[i];
        if (i == 0 && part.ends_with(')') && part.find('(') != std::string_view::npos)
            part = part.substr(0, part.find('(')); // linux(version)
        if (part.empty() || !std::ranges::all_of(part, isPlain))
            return quoted(parts[i]) + " is an invalid " + (i == 0 ? "OS component" : "component") + " of "
                + quoted(platform) + ": "
                + (i == 0 ? "OSAndVersion specifier component must match "
                            "\"^([A-Za-z0-9_-]+)(?:\\\\(([A-Za-z0-9_.-]*)\\\\))?$\""
                          : "platform specifier component must match \"^[A-Za-z0-9_.-]+$\"")
                + ": invalid argument";
    }
    if (parts.size() > 3)
        return start + "cannot parse platform specifier: invalid argument";
    if (parts.size() == 1) {
        const std::string word = lowered(parts[0].substr(0, parts[0].find('(')));
        const bool isKnown = std::ranges::find(systems, word) != systems.end() || word == "macos"
            || std::ranges::find(architectures, word) != architectures.end();
        if (!isKnown)
            return start + "unknown operating system or architecture: invalid argument";
    }
    return {};
}

std::string checkChmod(std::string_view mode)
{
    const auto octal = number(mode, 8, 0xFFFFFFFF);
    std::string outOfRange = "invalid chmod parameter: '" + std::string(mode)
        + "'. it should be octal string and between 0 and 07777";
    if (octal)
        return *octal > 07777 ? outOfRange : "";
    if (!mode.empty() && mode[0] >= '0' && mode[0] <= '9')
        return outOfRange;
    for (const std::string_view clause : split(mode, ',')) {
        std::size_t at = 0;
        const auto skip = [&](std::string_view set) {
            const std::size_t begin = at;
            while (at < clause.size() && set.find(clause[at]) != std::string_view::npos)
                ++at;
            return at > begin;
        };
        skip("ugoa");
        bool hasOperator = false;
        while (at < clause.size() && std::string_view("+-=").find(clause[at]) != std::string_view::npos) {
            ++at;
            hasOperator = true;
            skip("rwxXstugo");
        }
        if (!hasOperator || at != clause.size())
            return "invalid syntax";
    }
    return {};
}

bool isHttpSource(std::string_view source)
{
    return source.starts_with("http://") || source.starts_with("https://");
}

bool isGitReference(std::string_view source)
{
    if (source.starts_with("git://") || source.starts_with("ssh://"))
        return true;
    const std::string_view path = source.substr(0, source.find_first_of("#?"));
    if (isHttpSource(source))
        return path.ends_with(".git");
    // scp-like: user@host:path
    const std::size_t at = path.find('@');
    const std::size_t colon = path.find(':');
    return at != std::string_view::npos && at > 0 && colon != std::string_view::npos && colon > at + 1
        && path.substr(0, colon).find('/') == std::string_view::npos;
}

} // namespace drydock
