// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/check_options.h"

#include "model/syntax/characters.h"
#include "model/syntax/directives.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {

CheckOptions parseCheckOptions(std::string_view text)
{
    CheckOptions options;
    text = trimmed(text);
    // At most three parts; a fourth `;` belongs to the third.
    for (int part = 0; !text.empty(); ++part) {
        const std::size_t end = part < 2 ? std::min(text.find(';'), text.size()) : text.size();
        const std::string_view option = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = option.find('=');
        const std::string_view key = trimmed(option.substr(0, equals));
        if (equals == std::string_view::npos || (key != "skip" && key != "error" && key != "experimental")) {
            options.error = "invalid check option " + quoted(equals == std::string_view::npos ? option : key);
            return options;
        }
        const std::string_view value = trimmed(option.substr(equals + 1));
        if (key == "error") {
            static constexpr std::array<std::string_view, 6> yes {"1", "t", "T", "TRUE", "true", "True"};
            static constexpr std::array<std::string_view, 6> no {"0", "f", "F", "FALSE", "false", "False"};
            options.isError = std::ranges::find(yes, value) != yes.end();
            if (!options.isError && std::ranges::find(no, value) == no.end()) {
                options.error = "failed to parse check option " + quoted(option)
                    + ": strconv.ParseBool: parsing " + quoted(value) + ": invalid syntax";
                return options;
            }
        } else {
            (key == "skip" ? options.skipsAll : options.isAllExperimental) = value == "all";
            auto &names = key == "skip" ? options.skipped : options.experimental;
            for (std::string_view rest = value; !rest.empty();) {
                const std::size_t comma = std::min(rest.find(','), rest.size());
                names.emplace(trimmed(rest.substr(0, comma)));
                rest.remove_prefix(std::min(comma + 1, rest.size()));
            }
        }
    }
    return options;
}

CheckOptions checkOptionsOf(const Syntax &syntax)
{
    std::string_view text = syntax.text.bytes();
    if (syntax.text.hasByteOrderMark())
        text.remove_prefix(3);
    bool isFirst = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const bool isShebang = isFirst && line.starts_with("#!");
        isFirst = false;
        if (isShebang)
            continue;
        const auto directive = line.starts_with('#') ? directiveIn(line) : std::nullopt;
        if (!directive)
            break;
        if (equalsIgnoringCase(directive->name, "check"))
            return parseCheckOptions(directive->value.substr(0, directive->value.find(' ')));
    }
    return {};
}

CheckOptions checkOptionsOf(const Syntax &syntax, const Instruction &instruction)
{
    CheckOptions options;
    for (const std::string &comment : docCommentValues(syntax, instruction)) {
        const std::string line = "#" + comment; // The directive is a view into it.
        const auto directive = directiveIn(line);
        if (!directive || !equalsIgnoringCase(directive->name, "check"))
            continue;
        const CheckOptions found = parseCheckOptions(directive->value.substr(0, directive->value.find(' ')));
        options.skipsAll = options.skipsAll || found.skipsAll;
        options.skipped.insert(found.skipped.begin(), found.skipped.end());
    }
    return options;
}

} // namespace drydock
