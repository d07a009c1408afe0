// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/native_project.h"
#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {

bool Makefile::hasTarget(std::string_view name) const
{
    return std::find(targets.begin(), targets.end(), name) != targets.end();
}

Result<Makefile> readMakefile(std::string_view bytes)
{
    Makefile result;
    for (const std::string_view raw : linesOf(bytes)) {
        const std::string_view line = beforeMark(raw, "#");
        const std::vector<std::string_view> words = spacedWords(line);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == "-o" && i + 1 < words.size())
                addOnce(result.outputs, words[i + 1]);
            else if (words[i].starts_with("-l") && words[i].size() > 2)
                addOnce(result.libraries, words[i].substr(2));
        }
        const std::size_t colon = line.find(':');
        if (line.starts_with('\t') || colon == std::string_view::npos || line.find('=') < colon
            || line.substr(colon + 1).starts_with('=') || line.substr(colon).starts_with("::="))
            continue; // A recipe or a variable.
        for (const std::string_view target : spacedWords(line.substr(0, colon))) {
            if (target.front() != '.' && target.find('%') == std::string_view::npos)
                addOnce(result.targets, target);
        }
    }
    return result;
}

} // namespace drydock
