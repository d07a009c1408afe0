// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/ruby_lock.h"

#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

namespace drydock {

Result<RubyLock> readGemfileLock(std::string_view bytes)
{
    RubyLock result;
    std::string_view section;
    for (const std::string_view line : linesOf(bytes)) {
        if (line.empty())
            continue;
        if (line.front() != ' ') {
            section = trimmed(line);
            continue;
        }
        const std::string_view text = trimmed(line);
        const bool isGem = line.starts_with("    ") && !line.starts_with("     ");
        if (isGem && (section == "GEM" || section == "GIT" || section == "PATH")) {
            const std::size_t open = text.find(" (");
            if (open != std::string_view::npos && text.ends_with(')'))
                result.gems.emplace(text.substr(0, open), text.substr(open + 2, text.size() - open - 3));
        } else if (section == "PLATFORMS") {
            addOnce(result.platforms, text);
        } else if (section == "RUBY VERSION" && text.starts_with("ruby ")) {
            result.rubyVersion = trimmed(text.substr(5));
        } else if (section == "BUNDLED WITH") {
            result.bundlerVersion = text;
        }
    }
    return result;
}

} // namespace drydock
