// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/commands.h"

#include <utility>

namespace drydock {
namespace {

class CommandReader {
public:
    std::vector<PlacedCommand> read(std::string_view script)
    {
        for (m_at = 0; m_at < script.size(); ++m_at)
            take(script);
        endCommand(ShellJoint::End);
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
            beginWord();
        } else if (c == '\\') {
            if (m_at + 1 < script.size() && script[m_at + 1] != '\n') {
                beginWord();
                append(script[++m_at]);
            } else {
                ++m_at;
            }
        } else if (c == '$' && script.substr(m_at, 2) == "${") {
            for (; m_at < script.size() && script[m_at] != '}'; ++m_at)
                append(script[m_at]);
            if (m_at < script.size())
                append('}');
        } else if (c == '#' && !m_isWord) {
            while (m_at + 1 < script.size() && script[m_at + 1] != '\n')
                ++m_at;
        } else if (std::string_view(" \t\r").find(c) != std::string_view::npos) {
            endWord();
        } else if (std::string_view(";&|\n(){}`").find(c) != std::string_view::npos && !isRedirection(c)) {
            endCommand(jointAt(script));
        } else {
            append(c);
        }
    }
    /// Goes behind the first of two characters.
    ShellJoint jointAt(std::string_view script)
    {
        const char c = script[m_at];
        const char next = m_at + 1 < script.size() ? script[m_at + 1] : '\0';
        if (c == '&' && next == '&') {
            ++m_at;
            return ShellJoint::And;
        }
        if (c == '|' && next == '|') {
            ++m_at;
            return ShellJoint::Or;
        }
        return c == '|' ? ShellJoint::Pipe : c == '&' ? ShellJoint::Background : ShellJoint::Next;
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
    void beginWord()
    {
        if (!std::exchange(m_isWord, true))
            m_wordBegin = m_at;
    }
    void append(char c)
    {
        beginWord();
        m_word += c;
    }
    void endWord()
    {
        if (std::exchange(m_isWord, false))
            m_command.words.push_back({std::exchange(m_word, {}), m_wordBegin, m_at});
    }
    void endCommand(ShellJoint joint)
    {
        // The first of two characters has been passed already.
        const bool isDouble = joint == ShellJoint::And || joint == ShellJoint::Or;
        m_at -= isDouble ? 1 : 0;
        endWord();
        m_at += isDouble ? 1 : 0;
        if (!m_command.words.empty()) {
            m_command.joint = joint;
            m_commands.push_back(std::exchange(m_command, {}));
        } else if (!m_commands.empty() && m_commands.back().joint == ShellJoint::Next
                   && joint != ShellJoint::End) {
            // `(a) && b`: what joins them stands behind the parenthesis.
            m_commands.back().joint = joint;
        }
    }

    std::size_t m_at = 0;
    char m_quote = '\0';
    bool m_isWord = false; ///< A word has begun; it may be empty so far.
    std::size_t m_wordBegin = 0;
    std::string m_word;
    PlacedCommand m_command;
    std::vector<PlacedCommand> m_commands;
};

} // namespace

std::vector<PlacedCommand> placedCommands(std::string_view script)
{
    return CommandReader().read(script);
}

std::vector<ShellCommand> shellCommands(std::string_view script)
{
    std::vector<ShellCommand> commands;
    for (PlacedCommand &placed : placedCommands(script)) {
        ShellCommand &command = commands.emplace_back();
        for (PlacedWord &word : placed.words)
            command.push_back(std::move(word.value));
    }
    return commands;
}

} // namespace drydock
