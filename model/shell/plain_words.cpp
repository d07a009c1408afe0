// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/plain_words.h"

#include "model/base/one_of.h"

#include <nlohmann/json.hpp>

namespace drydock {
namespace {

/// The shell does these itself or reads them otherwise than as a program's name.
bool isOfShell(std::string_view word)
{
    return isOneOf(word, {"cd",   "export", "set",   "source",   ".",      "eval",    "ulimit", "umask",
                          "trap", "if",     "for",   "while",    "until",  "case",    "{",      "}",
                          "!",    "[[",     "alias", "unset",    "read",   "wait",    "exit",   "return",
                          "time", "test",   "[",     "echo",     "printf", "true",    "false",  "command",
                          "type", "shift",  "local", "function", ":",      "builtin", "shopt",  "exec"});
}

/// Takes one word at the front of `rest`. \returns nothing if the shell would make something else of it.
std::optional<std::string> takeWord(std::string_view &rest)
{
    std::string word;
    char quote = '\0';
    std::size_t i = 0;
    for (; i < rest.size(); ++i) {
        const char c = rest[i];
        if (quote == '\0' && (c == ' ' || c == '\t'))
            break;
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
            return std::nullopt;
        if (quote != '\'' && std::string_view("$`\\!").find(c) != std::string_view::npos)
            return std::nullopt;
        if (quote == '\0' && std::string_view("*?[]|&;<>()~#{}!").find(c) != std::string_view::npos)
            return std::nullopt;
        if (quote == '\0' && (c == '\'' || c == '"'))
            quote = c;
        else if (c == quote)
            quote = '\0';
        else
            word += c;
    }
    if (quote != '\0')
        return std::nullopt;
    rest.remove_prefix(i);
    return word;
}

} // namespace

std::optional<std::vector<std::string>> plainWords(std::string_view script)
{
    std::vector<std::string> words;
    for (;;) {
        const std::size_t begin = script.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos)
            break;
        script.remove_prefix(begin);
        // Behind a line end there would be another command.
        if (script.find_first_of("\r\n") != std::string_view::npos
            && script.find_last_not_of(" \t\r\n") > script.find_first_of("\r\n"))
            return std::nullopt;
        script = script.substr(0, script.find_last_not_of(" \t\r\n") + 1);
        std::optional<std::string> word = takeWord(script);
        if (!word)
            return std::nullopt;
        words.push_back(std::move(*word));
    }
    if (!words.empty() && words.front() == "exec")
        words.erase(words.begin());
    if (words.empty() || words.front().empty() || isOfShell(words.front())
        || words.front().find('=') != std::string::npos || words.front().starts_with('-'))
        return std::nullopt;
    return words;
}

std::string jsonArrayOf(const std::vector<std::string> &words)
{
    std::string result;
    for (const std::string &word : words) {
        result += result.empty() ? "[" : ", ";
        result += nlohmann::json(word).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    return result.empty() ? "[]" : result + "]";
}

} // namespace drydock
