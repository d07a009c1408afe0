// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/commands.h"

#include <utility>

namespace drydock {
namespace {

class CommandReader {
public:
    std::vector<ShellCommand> read(std::string_view script)
    {
        for (m_at = 0; m_at < script.size(); ++m_at)
            take(script);
        endCommand();
        return std::move(m_commands);
    }

private:
    void take(std::string_view script)
    {
        const char c = script[m_at];
        if (m_quote != '\0') {
            takeQuoted(script, c);
        } else if (c == '\'' || c == '"') {
            m_quote = c;
            m_isWord = true;
        } else if (c == '\\') {
            if (++m_at < script.size() && script[m_at] != '\n')
                append(script[m_at]);
        } else if (c == '$' && script.substr(m_at, 2) == "${") {
            for (; m_at < script.size() && script[m_at] != '}'; ++m_at)
                append(script[m_at]);
            append('}');
        } else if (c == '#' && !m_isWord) {
            while (m_at + 1 < script.size() && script[m_at + 1] != '\n')
                ++m_at;
        } else if (std::string_view(" \t\r").find(c) != std::string_view::npos) {
            endWord();
        } else if (std::string_view(";&|\n(){}`").find(c) != std::string_view::npos && !isRedirection(c)) {
            endCommand();
        } else {
            append(c);
        }
    }
    /// The `&` of `2>&1`.
    bool isRedirection(char c) const { return c == '&' && m_isWord && m_word.ends_with('>'); }

    void takeQuoted(std::string_view script, char c)
    {
        if (c == m_quote) {
            m_quote = '\0';
        } else if (c == '\\' && m_quote == '"' && m_at + 1 < script.size()
                   && std::string_view("\"\\$`\n").find(script[m_at + 1]) != std::string_view::npos) {
            if (script[++m_at] != '\n')
                append(script[m_at]);
        } else {
            append(c);
        }
    }
    void append(char c)
    {
        m_word += c;
        m_isWord = true;
    }
    void endWord()
    {
        if (std::exchange(m_isWord, false))
            m_command.push_back(std::exchange(m_word, {}));
    }
    void endCommand()
    {
        endWord();
        if (!m_command.empty())
            m_commands.push_back(std::exchange(m_command, {}));
    }

    std::size_t m_at = 0;
    char m_quote = '\0';
    bool m_isWord = false; ///< A word has begun; it may be empty so far.
    std::string m_word;
    ShellCommand m_command;
    std::vector<ShellCommand> m_commands;
};

} // namespace

std::vector<ShellCommand> shellCommands(std::string_view script)
{
    return CommandReader().read(script);
}

} // namespace drydock
