// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/image_reference.h"

#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::size_t longestName = 255;
constexpr std::size_t longestTag = 128;

bool isLowerAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool isAlnum(char c)
{
    return isLowerAlnum(c) || (c >= 'A' && c <= 'Z');
}
bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// [a-z0-9]+((?:[._]|__|-+)[a-z0-9]+)*
bool isPathComponent(std::string_view text)
{
    std::size_t at = 0;
    while (true) {
        const std::size_t begin = at;
        while (at < text.size() && isLowerAlnum(text[at]))
            ++at;
        if (at == begin)
            return false;
        if (at == text.size())
            return true;
        const std::size_t separator = at;
        while (at < text.size() && text[at] == '-')
            ++at;
        if (at == separator && text.substr(at, 2) == "__")
            at += 2;
        else if (at == separator && (text[at] == '.' || text[at] == '_'))
            ++at;
        if (at == separator)
            return false;
    }
}

/// Host name, IPv4 or [IPv6], optional port.
bool isDomain(std::string_view text)
{
    if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos && !text.ends_with(']')) {
        const std::string_view port = text.substr(colon + 1);
        if (port.empty() || !std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; }))
            return false;
        text = text.substr(0, colon);
    }
    if (text.starts_with('[') && text.ends_with(']') && text.size() > 2) {
        text = text.substr(1, text.size() - 2);
        return std::ranges::all_of(text, [](char c) { return isHex(c) || c == ':'; });
    }
    while (true) {
        const std::string_view component = text.substr(0, text.find('.'));
        if (component.empty() || !isAlnum(component.front()) || !isAlnum(component.back())
            || !std::ranges::all_of(component, [](char c) { return isAlnum(c) || c == '-'; }))
            return false;
        if (component.size() == text.size())
            return true;
        text.remove_prefix(component.size() + 1);
    }
}

/// [\w][\w.-]{0,127}
bool isTag(std::string_view text)
{
    const auto isWord = [](char c) { return isAlnum(c) || c == '_'; };
    return !text.empty() && text.size() <= longestTag && isWord(text.front())
        && std::ranges::all_of(text, [&](char c) { return isWord(c) || c == '.' || c == '-'; });
}

/// algorithm:hex with at least 32 digits
bool isDigest(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || text.size() - colon - 1 < 32)
        return false;
    const std::string_view algorithm = text.substr(0, colon);
    bool isStart = true;
    for (const char c : algorithm) {
        const bool isSeparator = c == '+' || c == '.' || c == '-' || c == '_';
        if (isStart ? !isAlnum(c) || (c >= '0' && c <= '9') : !isAlnum(c) && !isSeparator)
            return false;
        isStart = isSeparator;
    }
    return !isStart && std::ranges::all_of(text.substr(colon + 1), isHex);
}

auto invalid(std::string detail)
{
    return tl::unexpected(
        Error {{QT_TRANSLATE_NOOP("graph", "This is not a valid image name."), {}}, std::move(detail)});
}

constexpr std::string_view defaultDomain = "docker.io";

/// Puts a default domain and "library/" in front where they are left out (reference: splitDockerDomain).
std::pair<std::string, std::string> splitDomain(std::string_view name)
{
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos)
        return {std::string(defaultDomain), "library/" + std::string(name)};
    std::string domain(name.substr(0, slash));
    std::string rest(name.substr(slash + 1));
    const bool isDomainLike = domain == "localhost" || domain.find_first_of(".:") != std::string::npos
        || lowered(domain) != domain;
    if (domain == "index.docker.io") {
        domain = defaultDomain;
    } else if (!isDomainLike) {
        domain = defaultDomain;
        rest = name;
    }
    if (domain == defaultDomain && rest.find('/') == std::string::npos)
        rest = "library/" + rest;
    return {domain, rest};
}

} // namespace

std::string ImageReference::familiar() const
{
    std::string result;
    if (domain != defaultDomain)
        result = domain + "/" + path;
    else
        result = path.starts_with("library/") ? path.substr(8) : path;
    if (!tag.empty())
        result += ":" + tag;
    if (!digest.empty())
        result += "@" + digest;
    return result;
}

Result<ImageReference> parseImageReference(std::string_view text)
{
    if (text.size() == 64
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }))
        return invalid("invalid repository name (" + std::string(text)
                       + "), cannot specify 64-byte hexadecimal strings");
    const auto [domain, rest] = splitDomain(text);
    const std::string remote = rest.substr(0, rest.find(':'));
    if (lowered(remote) != remote)
        return invalid("invalid reference format: repository name (" + remote + ") must be lowercase");

    ImageReference reference {domain, rest, {}, {}};
    if (const std::size_t at = rest.find('@'); at != std::string::npos) {
        reference.digest = rest.substr(at + 1);
        reference.path = rest.substr(0, at);
        if (!isDigest(reference.digest))
            return invalid("invalid reference format");
    }
    if (const std::size_t colon = reference.path.find(':'); colon != std::string::npos) {
        reference.tag = reference.path.substr(colon + 1);
        reference.path.resize(colon);
        if (!isTag(reference.tag))
            return invalid("invalid reference format");
    }
    bool isValid = isDomain(domain);
    for (std::string_view path = reference.path; isValid;) {
        const std::string_view component = path.substr(0, path.find('/'));
        isValid = isPathComponent(component);
        if (component.size() == path.size())
            break;
        path.remove_prefix(component.size() + 1);
    }
    if (!isValid)
        return invalid("invalid reference format");
    if (domain.size() + 1 + reference.path.size() > longestName)
        return invalid("repository name must not be more than 255 characters");
    return reference;
}

ImagePin pinOf(std::string_view reference, bool isKnown)
{
    if (!isKnown)
        return ImagePin::Variable;
    if (reference == "scratch")
        return ImagePin::Scratch;
    const auto parsed = parseImageReference(reference);
    if (!parsed)
        return ImagePin::None;
    if (!parsed->digest.empty())
        return ImagePin::Digest;
    if (parsed->tag.empty())
        return ImagePin::None;
    return parsed->tag == "latest" ? ImagePin::Latest : ImagePin::Tag;
}

} // namespace drydock
