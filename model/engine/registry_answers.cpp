// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_answers.h"

#include "model/image/json_fields.h"
#include "model/knowledge/image_tags.h"
#include "model/syntax/characters.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace drydock {
namespace {

constexpr std::int64_t longestWindow = std::int64_t {24} * 3600;
constexpr std::size_t longestTag = 128;

bool isTag(std::string_view text)
{
    return !text.empty() && text.size() <= longestTag && text.front() != '-' && text.front() != '.'
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
                   || c == '.' || c == '-';
           });
}

/// The digits at the front of a text; nothing if there are none, or too many.
std::optional<std::uint64_t> leadingNumber(std::string_view text)
{
    std::uint64_t number = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
        number = number * 10 + static_cast<std::uint64_t>(text[digits] - '0');
    return digits == 0 || digits > 18 ? std::nullopt : std::optional(number);
}

bool isOlder(const std::string &a, const std::string &b)
{
    const auto versionOf = [](std::string_view tag) {
        std::string_view first = tagParts(tag).front();
        if (first.starts_with('v'))
            first.remove_prefix(1);
        return isVersion(first) ? first : std::string_view();
    };
    const auto rank = [](const std::string &tag, std::string_view version) {
        return tag == "latest" ? 2 : version.empty() ? 0 : 1;
    };
    const std::string_view ofA = versionOf(a);
    const std::string_view ofB = versionOf(b);
    if (rank(a, ofA) != rank(b, ofB))
        return rank(a, ofA) < rank(b, ofB);
    if (const int order = ofA.empty() || ofB.empty() ? 0 : compareVersions(ofA, ofB); order != 0)
        return order < 0;
    return a > b;
}

} // namespace

Result<std::vector<std::string>> readTags(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("tags"))
        return refusal(QT_TRANSLATE_NOOP("engine", "The registry did not answer with a list of tags."));
    std::vector<std::string> tags = textsIn(json, "tags");
    std::erase_if(tags, [](const std::string &tag) { return !isTag(tag); });
    return tags;
}

void sortTags(std::vector<std::string> &tags)
{
    std::sort(tags.begin(), tags.end(),
              [](const std::string &a, const std::string &b) { return isOlder(b, a); });
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
}

std::string nextLink(std::string_view header)
{
    while (true) {
        const std::size_t begin = header.find('<');
        const std::size_t end = header.find('>', begin);
        if (begin == std::string_view::npos || end == std::string_view::npos)
            return {};
        const std::string_view url = header.substr(begin + 1, end - begin - 1);
        header.remove_prefix(end + 1);
        const std::string parameters = lowered(header.substr(0, header.find('<')));
        if (parameters.find("rel=\"next\"") != std::string::npos
            || parameters.find("rel=next") != std::string::npos)
            return std::string(url);
    }
}

bool isSha256(std::string_view digest)
{
    constexpr std::string_view algorithm = "sha256:";
    return digest.starts_with(algorithm) && digest.size() == algorithm.size() + 64
        && digest.find_first_not_of("0123456789abcdef", algorithm.size()) == std::string_view::npos;
}

RateLimit readRateLimit(std::string_view limit, std::string_view remaining)
{
    RateLimit result;
    result.remaining = leadingNumber(trimmed(remaining));
    for (const std::string_view header : {remaining, limit}) {
        const std::size_t at = header.find("w=");
        const auto window
            = at == std::string_view::npos ? std::nullopt : leadingNumber(header.substr(at + 2));
        if (window && result.window == 0)
            result.window = static_cast<std::int64_t>(std::min<std::uint64_t>(*window, longestWindow));
    }
    return result;
}

Error registryError(int status, std::string_view body, const std::string &image, const std::string &host)
{
    const Json json = Json::parse(body, nullptr, false);
    std::string words;
    std::string code;
    if (json.is_object()) {
        const Json *errors = arrayIn(json, "errors");
        if (errors && !errors->empty() && errors->front().is_object()) {
            code = textIn(errors->front(), "code");
            words = code + ": " + textIn(errors->front(), "message");
        } else {
            words = textIn(json, "details");
        }
    }
    constexpr std::size_t longestDetail = 500;
    words = withValidUtf8(words.substr(0, longestDetail));
    const auto error = [&](const char *sentence, std::vector<std::string> arguments) {
        return Error {{sentence, std::move(arguments)}, words};
    };
    if (status == 401 || status == 403)
        return error(
            QT_TRANSLATE_NOOP(
                "engine",
                "%2 does not show “%1”: there is no such image, or it wants a login (docker login %2)."),
            {image, host});
    if (status == 404 && code == "NAME_UNKNOWN")
        return error(QT_TRANSLATE_NOOP("engine", "%2 has no repository for “%1”."), {image, host});
    if (status == 404)
        return error(QT_TRANSLATE_NOOP("engine", "%2 has no image “%1”."), {image, host});
    if (status == 429)
        return error(
            QT_TRANSLATE_NOOP("engine", "%1 lets nobody ask so often: wait, or log in for a higher limit."),
            {host});
    if (status >= 500)
        return error(
            QT_TRANSLATE_NOOP("engine", "%1 has a fault of its own (status %2): try it again later."),
            {host, std::to_string(status)});
    return error(QT_TRANSLATE_NOOP("engine", "%1 answered with status %2, which nobody expected."),
                 {host, std::to_string(status)});
}

} // namespace drydock
