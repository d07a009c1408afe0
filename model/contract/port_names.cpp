// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/port_names.h"

#include "model/syntax/characters.h"

#include <charconv>
#include <optional>

namespace drydock {
namespace {

constexpr unsigned longestRange = 256;

std::optional<unsigned> numberOf(std::string_view text)
{
    unsigned number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status != std::errc() || end != text.data() + text.size() || number > 65535)
        return std::nullopt;
    return number;
}

} // namespace

std::vector<std::string> portNames(std::string_view spec)
{
    // What stands before the last colon is for the host and not part of the image.
    const std::string_view container = spec.substr(spec.rfind(':') + 1);
    const std::size_t slash = container.find('/');
    const std::string protocol = slash == std::string_view::npos || slash + 1 == container.size()
        ? "tcp"
        : lowered(container.substr(slash + 1));
    const std::string_view ports = container.substr(0, slash);
    const std::size_t dash = ports.find('-');
    const auto first = numberOf(ports.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : numberOf(ports.substr(dash + 1));
    if (!first || !last || *last < *first)
        return {std::string(spec)};
    if (*last - *first >= longestRange)
        return {std::to_string(*first) + "-" + std::to_string(*last) + "/" + protocol};
    std::vector<std::string> names;
    for (unsigned port = *first; port <= *last; ++port)
        names.push_back(std::to_string(port) + "/" + protocol);
    return names;
}

} // namespace drydock
