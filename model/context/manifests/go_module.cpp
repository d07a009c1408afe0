// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/go_module.h"

#include "model/context/manifests/text_scan.h"
#include "model/context/path_match.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

std::string unquoted(std::string_view word)
{
    if (word.size() >= 2 && (word.front() == '"' || word.front() == '`') && word.back() == word.front())
        word = word.substr(1, word.size() - 2);
    return std::string(word);
}

bool isMajorVersion(std::string_view element)
{
    return element.size() > 1 && element.front() == 'v'
        && std::all_of(element.begin() + 1, element.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string GoModule::programName() const
{
    const std::string_view last = nameOfPath(module);
    return std::string(isMajorVersion(last) ? nameOfPath(folderOfPath(module)) : last);
}

Result<GoModule> readGoModule(std::string_view bytes)
{
    GoModule result;
    std::string block; // "require" inside of its parentheses.
    for (const std::string_view line : linesOf(bytes)) {
        std::vector<std::string_view> words = spacedWords(beforeMark(line, "//"));
        if (words.empty())
            continue;
        if (words[0] == ")") {
            block.clear();
            continue;
        }
        if (words.size() > 1 && words[1] == "(") {
            block = words[0];
            continue;
        }
        if (!block.empty())
            words.insert(words.begin(), block);
        if (words.size() < 2)
            continue;
        if (words[0] == "module")
            result.module = unquoted(words[1]);
        else if (words[0] == "go")
            result.goVersion = words[1];
        else if (words[0] == "toolchain")
            result.toolchain = words[1];
        else if (words[0] == "require")
            addOnce(result.dependencies, unquoted(words[1]));
    }
    return result;
}

Result<GoPackage> readGoSource(std::string_view bytes)
{
    GoPackage result;
    bool isImporting = false;
    for (const std::string_view line : linesOf(bytes)) {
        const std::string_view text = trimmed(line);
        if (text.starts_with("//go:embed "))
            result.embedsFiles = true;
        const std::vector<std::string_view> words = spacedWords(beforeMark(text, "//"));
        if (words.empty())
            continue;
        if (words[0] == "package" && words.size() > 1)
            result.isMain = words[1] == "main";
        if (words[0] == "import")
            isImporting = true;
        if (isImporting) {
            const std::string_view imported = quotedText(text).value_or("");
            result.usesC = result.usesC || imported == "C";
            result.holdsTimeZones = result.holdsTimeZones || imported == "time/tzdata";
        }
        if (words[0] == ")" || (words[0] == "import" && words.size() > 1 && words[1] != "("))
            isImporting = false;
    }
    return result;
}

} // namespace drydock
