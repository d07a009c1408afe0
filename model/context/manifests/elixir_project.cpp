// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/elixir_project.h"

#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// The offset behind "key:"; nothing if it is not there as a key.
std::optional<std::size_t> behindKey(std::string_view line, std::string_view key)
{
    const std::optional<std::size_t> behind = behindWord(line, key);
    if (!behind || *behind == line.size() || line[*behind] != ':')
        return std::nullopt;
    return *behind + 1;
}

/// ":name" behind white space
std::string_view atom(std::string_view text)
{
    text = trimmed(text);
    return text.starts_with(':') ? nameAt(text, 1, "") : std::string_view();
}

} // namespace

Result<ElixirProject> readMix(std::string_view bytes)
{
    ElixirProject result;
    int depth = 0; // Brackets inside of `releases: [`.
    for (const std::string_view raw : linesOf(bytes)) {
        std::string_view line = beforeMark(raw, "#");
        if (const auto app = behindKey(line, "app"); app && result.app.empty())
            result.app = atom(line.substr(*app));
        if (const auto version = behindKey(line, "version"); version && result.version.empty())
            result.version = quotedText(line, *version).value_or("");
        if (const auto elixir = behindKey(line, "elixir"); elixir && result.elixirVersion.empty())
            result.elixirVersion = quotedText(line, *elixir).value_or("");
        const std::string_view text = trimmed(line);
        if (text.starts_with("{:"))
            addOnce(result.dependencies, nameAt(text, 2, ""));
        if (depth == 0) {
            const auto releases = behindKey(line, "releases");
            if (!releases)
                continue;
            line = line.substr(*releases);
        } else if (depth == 1) {
            const std::string_view name = nameAt(text, 0, "");
            if (!name.empty() && text.substr(name.size()).starts_with(':'))
                addOnce(result.releases, name);
        }
        for (const char c : line)
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        depth = std::max(depth, 0);
    }
    return result;
}

} // namespace drydock
