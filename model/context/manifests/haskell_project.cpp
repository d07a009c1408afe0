// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/haskell_project.h"

#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

namespace drydock {

Result<HaskellProject> readHaskell(std::string_view bytes)
{
    HaskellProject result;
    std::size_t programs = 0; // hpack: how far the names under `executables:` are indented; 0 outside.
    bool isAfterExecutables = false;
    for (const std::string_view raw : linesOf(bytes)) {
        const std::string_view line = raw.substr(0, raw.find("--"));
        const std::string_view text = trimmed(line.substr(0, line.find('#')));
        if (text.empty())
            continue;
        const std::size_t indent = line.find_first_not_of(' ');
        const std::size_t colon = text.find(':');
        const std::string key = lowered(text.substr(0, std::min(colon, text.size())));
        const std::string_view value
            = colon == std::string_view::npos ? std::string_view() : trimmed(text.substr(colon + 1));
        if (isAfterExecutables && indent > 0)
            programs = indent;
        isAfterExecutables = false;
        if (indent == 0)
            programs = 0;
        if (programs > 0 && indent == programs && value.empty() && colon != std::string_view::npos)
            addOnce(result.programs, text.substr(0, colon));
        if (indent == 0 && key == "name")
            result.name = value;
        else if (indent == 0 && key == "executables")
            isAfterExecutables = true;
        else if (key == "resolver" || key == "snapshot")
            result.resolver = value;
        else if (key == "extra-libraries") {
            std::string names(value);
            for (char &c : names)
                c = c == ',' || c == '[' || c == ']' ? ' ' : c;
            for (const std::string_view library : spacedWords(names))
                addOnce(result.libraries, library);
        } else if (indent == 0 && lowered(text).starts_with("executable ")) {
            addOnce(result.programs, trimmed(text.substr(11)));
        }
    }
    return result;
}

} // namespace drydock
