// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/health_check.h"

#include "model/syntax/json_array.h"

#include <algorithm>

namespace drydock {

std::vector<ShellCommand> commandsOfCheck(const Syntax &syntax, const Instruction &check, bool &isExec)
{
    isExec = false;
    const std::string text = syntax.joined(check, check.arguments);
    const bool isCommand = text.size() > 3 && (text[0] == 'C' || text[0] == 'c');
    if (!isCommand)
        return {};
    std::string_view script = std::string_view(text).substr(3);
    script.remove_prefix(std::min(script.find_first_not_of(" \t"), script.size()));
    std::vector<std::pair<std::size_t, std::size_t>> elements;
    std::vector<std::size_t> separators;
    if (readJsonArray(script, elements, separators) != JsonArrayKind::Strings)
        return shellCommands(script);
    isExec = true;
    ShellCommand words;
    for (const auto &[begin, end] : elements)
        words.push_back(jsonStringValue(script.substr(begin, end - begin)));
    return {words};
}

} // namespace drydock
