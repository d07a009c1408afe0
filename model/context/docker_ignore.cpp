// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/docker_ignore.h"

#include "model/context/path_match.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::size_t longestLine = 64 * 1024 - 1; ///< What Go's bufio.Scanner takes.

auto refusal(UserText text)
{
    return tl::unexpected(Error {std::move(text), {}});
}

/// The folders above `path`, from the top, and `path` itself.
template <typename Visit>
void visitDown(std::string_view path, Visit visit)
{
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1))
        visit(path.substr(0, slash));
    visit(path);
}

/// As Go's filepath.Clean for the line of an ignore file, which then loses a "/" in front.
std::string fromRoot(std::string_view pattern)
{
    if (pattern.empty())
        return {};
    std::string clean = cleanPath(pattern);
    if (clean.size() > 1 && clean.front() == '/')
        clean.erase(0, 1);
    return clean;
}

/// May the pattern name a path that begins with `folder` ("a/b/")? Yes if in doubt.
bool canNameBelow(std::string_view pattern, std::string_view folder)
{
    if (pattern.find_first_of("|{") != std::string_view::npos)
        return true;
    for (const std::string_view end : {"/**", "/*"}) {
        if (pattern.ends_with(end))
            pattern.remove_suffix(end.size());
    }
    const auto *const special = std::find_if_not(pattern.begin(), pattern.end(), isPlainAscii);
    if (special == pattern.end())
        return (std::string(pattern) + '/').starts_with(folder);
    const std::string_view head = pattern.substr(0, static_cast<std::size_t>(special - pattern.begin()));
    return head.starts_with(folder) || folder.starts_with(head);
}

} // namespace

Result<void> DockerIgnore::addRule(std::string_view pattern, TextRange range)
{
    pattern = trimmed(pattern);
    if (pattern.empty())
        return {};
    std::string clean = cleanPath(pattern);
    const bool isException = clean.front() == '!';
    if (isException)
        clean.erase(0, 1);
    if (clean.empty())
        return refusal({QT_TRANSLATE_NOOP("context", "A pattern has to follow the “!”."), {}});
    std::optional<IgnorePattern> compiled = IgnorePattern::compile(clean);
    if (!compiled)
        return refusal(
            {QT_TRANSLATE_NOOP("context", "“%1” is not a valid pattern."), {std::string(pattern)}});
    m_rules.push_back({range, isException, std::move(*compiled)});
    m_hasExceptions = m_hasExceptions || isException;
    return {};
}

Result<DockerIgnore> DockerIgnore::parse(std::string_view bytes)
{
    DockerIgnore result;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::size_t first = begin;
        begin = end + 1;
        ++number;
        const std::string where = std::to_string(number) + ": ";
        if (end - first > longestLine) {
            return tl::unexpected(Error {
                {QT_TRANSLATE_NOOP("context", "Line %1 is too long."), {std::to_string(number)}}, where});
        }
        if (number == 1 && bytes.starts_with("\xEF\xBB\xBF"))
            first = 3;
        if (first < end && bytes[first] == '#')
            continue;
        const std::string_view line = trimmed(bytes.substr(first, end - first));
        if (line.empty())
            continue;
        const auto at = static_cast<std::size_t>(line.data() - bytes.data());
        const bool isException = line.front() == '!';
        const std::string pattern = isException ? "!" + fromRoot(trimmed(line.substr(1))) : fromRoot(line);
        if (auto added = result.addRule(pattern, {at, at + line.size()}); !added) {
            Error error = added.error();
            if (!error.text.arguments.empty()) // As written, not as cleaned.
                error.text.arguments.front() = line;
            error.detail = where + std::string(line);
            return tl::unexpected(std::move(error));
        }
    }
    return result;
}

Result<DockerIgnore> DockerIgnore::fromPatterns(std::span<const std::string> patterns)
{
    DockerIgnore result;
    for (const std::string &pattern : patterns) {
        if (auto added = result.addRule(pattern, {}); !added)
            return tl::unexpected(added.error());
    }
    return result;
}

DockerIgnore::Verdict DockerIgnore::verdictIn(const Folder &parent, std::string_view path) const
{
    Verdict verdict;
    verdict.folder.isMatched.assign(m_rules.size(), false);
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const bool isInherited = !parent.isMatched.empty() && parent.isMatched[i];
        // A rule that could change nothing is not asked, and then does not count for what lies below either.
        if (!isInherited
            && (m_rules[i].isException != verdict.isIgnored
                || !m_rules[i].pattern.isMatch(path, verdict.work)))
            continue;
        verdict.folder.isMatched[i] = true;
        if (verdict.isIgnored == m_rules[i].isException)
            verdict.rule = i;
        verdict.isIgnored = !m_rules[i].isException;
    }
    return verdict;
}

std::optional<std::size_t> DockerIgnore::decidingRule(std::string_view path) const
{
    Verdict verdict;
    if (m_rules.empty())
        return std::nullopt;
    visitDown(path, [&](std::string_view above) { verdict = verdictIn(verdict.folder, above); });
    return verdict.rule;
}

bool DockerIgnore::isIgnored(std::string_view path) const
{
    const std::optional<std::size_t> rule = decidingRule(path);
    return rule && !m_rules[*rule].isException;
}

bool DockerIgnore::isSourceIgnored(std::string_view source) const
{
    bool isIgnored = false;
    for (const IgnoreRule &rule : m_rules) {
        if (rule.isException != isIgnored)
            continue;
        bool isMatch = false;
        std::size_t work = 0; // Asked for one path now and then; nobody counts.
        visitDown(source,
                  [&](std::string_view above) { isMatch = isMatch || rule.pattern.isMatch(above, work); });
        if (isMatch)
            isIgnored = !rule.isException;
    }
    return isIgnored;
}

bool DockerIgnore::isIgnoredThroughout(std::string_view path) const
{
    // An exception that names the folder itself has been asked already, so it would have to name something below.
    const std::string below = std::string(path) + '/';
    return std::none_of(m_rules.begin(), m_rules.end(), [&](const IgnoreRule &rule) {
        return rule.isException && canNameBelow(rule.pattern.text(), below);
    });
}

} // namespace drydock
