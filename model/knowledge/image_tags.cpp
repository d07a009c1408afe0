// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/image_tags.h"

#include <algorithm>

namespace drydock {
namespace {

/// Takes the first number of a version off. Numbers beyond any version stay what they are: large.
unsigned long nextNumber(std::string_view &version)
{
    const std::string_view digits = version.substr(0, version.find('.'));
    version.remove_prefix(std::min(version.size(), digits.size() + 1));
    unsigned long number = 0;
    for (const char digit : digits.substr(0, 9))
        number = number * 10 + static_cast<unsigned long>(digit - '0');
    return number;
}

} // namespace

std::string bareNameOf(const ImageReference &image)
{
    ImageReference bare = image;
    bare.tag.clear();
    bare.digest.clear();
    return bare.familiar();
}

bool matchesImage(std::string_view pattern, std::string_view name)
{
    if (!pattern.ends_with('*'))
        return name == pattern;
    return name.starts_with(pattern.substr(0, pattern.size() - 1));
}

std::vector<std::string_view> tagParts(std::string_view tag)
{
    std::vector<std::string_view> parts;
    while (!tag.empty()) {
        const std::size_t dash = tag.find('-');
        if (const std::string_view part = tag.substr(0, dash); !part.empty())
            parts.push_back(part);
        tag = dash == std::string_view::npos ? std::string_view() : tag.substr(dash + 1);
    }
    return parts;
}

bool isVersion(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos
        && text.front() != '.' && text.back() != '.';
}

bool isOfCycle(std::string_view version, std::string_view cycle)
{
    return version == cycle || (version.starts_with(cycle) && version.substr(cycle.size()).starts_with('.'));
}

int compareVersions(std::string_view a, std::string_view b)
{
    while (!a.empty() || !b.empty()) {
        const unsigned long left = nextNumber(a);
        const unsigned long right = nextNumber(b);
        if (left != right)
            return left < right ? -1 : 1;
    }
    return 0;
}

bool isWindowsTag(std::string_view tag)
{
    return tag.find("windowsservercore") != std::string_view::npos
        || tag.find("nanoserver") != std::string_view::npos || tag.find("ltsc20") != std::string_view::npos;
}

} // namespace drydock
