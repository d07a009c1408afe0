// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/shell_names.h"

#include "model/shell/commands.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

class NameReader {
public:
    NameReader(std::string_view text, NameRules rules)
        : m_text(text)
        , m_rules(rules)
    { }

    std::vector<NameUse> read()
    {
        while (m_at < m_text.size())
            step();
        std::ranges::sort(m_uses, {}, &NameUse::nameBegin);
        return std::move(m_uses);
    }

private:
    char at(std::size_t offset) const { return offset < m_text.size() ? m_text[offset] : '\0'; }

    void step()
    {
        const char c = m_text[m_at];
        if (m_isSingle) {
            m_isSingle = c != '\'';
            ++m_at;
        } else if (m_rules.escape != '\0' && c == m_rules.escape) {
            m_at += 2;
        } else if (m_rules.hasQuotes && c == '\'' && !m_isDouble) {
            m_isSingle = true;
            ++m_at;
        } else if (m_rules.hasQuotes && c == '"') {
            m_isDouble = !m_isDouble;
            ++m_at;
        } else if (c == '$') {
            dollar();
        } else if (c == '}' && !m_open.empty()) {
            m_uses[m_open.back()].end = ++m_at;
            m_open.pop_back();
        } else if (m_rules.isShell && c == '#' && !m_isDouble && m_open.empty() && isWordStart()) {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        } else if (m_parentheses > 0) {
            arithmetic(c);
        } else {
            ++m_at;
        }
    }

    bool isWordStart() const
    {
        return m_at == 0 || std::string_view(" \t\n;&|(").find(m_text[m_at - 1]) != std::string_view::npos;
    }

    void dollar()
    {
        if (m_rules.isShell && m_text.substr(m_at, 3) == "$((") {
            m_parentheses += 2;
            m_at += 3;
            return;
        }
        NameUse use;
        use.begin = m_at;
        std::size_t name = m_at + 1;
        const bool isBraced = at(name) == '{';
        name += isBraced ? 1 : 0;
        if (m_rules.isShell && isBraced && (at(name) == '#' || at(name) == '!')
            && isVariableNameByte(at(name + 1), true))
            ++name;
        // PowerShell: $env:NAME
        if (m_rules.isShell && equalsIgnoringCase(m_text.substr(std::min(name, m_text.size()), 4), "env:"))
            name += 4;
        std::size_t end = name;
        while (isVariableNameByte(at(end), end == name))
            ++end;
        if (end == name) {
            m_at = name; // A lone `$`, `$1`, `${`: nothing that has a name.
            return;
        }
        use.nameBegin = name;
        use.nameEnd = end;
        use.end = end;
        m_uses.push_back(use);
        m_at = end;
        if (!isBraced)
            return;
        m_open.push_back(m_uses.size() - 1);
        m_uses.back().end = m_text.size(); // Unless its brace comes.
    }

    /// Inside of $(( )) names stand without a `$`.
    void arithmetic(char c)
    {
        if (c == '(' || c == ')') {
            m_parentheses += c == '(' ? 1 : -1;
            ++m_at;
            return;
        }
        std::size_t end = m_at;
        while (isVariableNameByte(at(end), end == m_at))
            ++end;
        if (end > m_at)
            m_uses.push_back({m_at, end, m_at, end});
        else if (c >= '0' && c <= '9') // 0x10 holds no name.
            while (isVariableNameByte(at(end), false))
                ++end;
        m_at = std::max(end, m_at + 1);
    }

    std::string_view m_text;
    NameRules m_rules;
    std::size_t m_at = 0;
    bool m_isSingle = false;
    bool m_isDouble = false;
    int m_parentheses = 0; ///< Open ones since `$((`.
    std::vector<std::size_t> m_open; ///< Uses whose brace is not closed yet.
    std::vector<NameUse> m_uses;
};

} // namespace

std::vector<NameUse> namesIn(std::string_view text, NameRules rules)
{
    if (text.find('$') == std::string_view::npos)
        return {};
    return NameReader(text, rules).read();
}

std::set<std::string, std::less<>> namesSetIn(std::string_view script)
{
    static constexpr std::array<std::string_view, 9> openers {"do",    "then",  "else", "elif", "if",
                                                              "while", "until", "!",    "time"};
    static constexpr std::array<std::string_view, 8> setters {"export",  "local", "declare", "readonly",
                                                              "typeset", "read",  "unset",   "for"};
    std::set<std::string, std::less<>> names;
    for (const ShellCommand &command : shellCommands(script)) {
        std::size_t word = 0;
        while (word < command.size() && std::ranges::find(openers, command[word]) != openers.end())
            ++word;
        const auto nameOf = [&](std::size_t index) {
            std::string name = command[index].substr(0, command[index].find('='));
            if (name.ends_with('+'))
                name.pop_back();
            return name;
        };
        for (; word < command.size() && command[word].find('=') != std::string::npos
             && isVariableName(nameOf(word));
             ++word)
            names.insert(nameOf(word));
        if (word >= command.size() || std::ranges::find(setters, command[word]) == setters.end())
            continue;
        const bool isLoop = command[word] == "for";
        for (++word; word < command.size(); ++word) {
            if (isVariableName(nameOf(word)))
                names.insert(nameOf(word));
            if (isLoop)
                break;
        }
    }
    return names;
}

} // namespace drydock
