// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/heredoc.h"

#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// Splits a line into words as BuildKit's shell lexer does with raw quotes, raw escapes and no variables: every
/// byte stays, so a word is a slice. Heredocs are always lexed with `\` as escape, whatever the file says.
class RawWords {
public:
    explicit RawWords(std::string_view text)
        : m_text(text)
    { }

    /// False if a quote or brace is left open or a substitution is malformed: then there are no words.
    bool split(std::vector<std::pair<std::size_t, std::size_t>> &words)
    {
        m_words = &words;
        const bool isFine = until('\0', true);
        endWord(m_at);
        return isFine;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return m_text[m_at]; }

    void endWord(std::size_t end)
    {
        if (m_inWord)
            m_words->emplace_back(m_wordBegin, end);
        m_inWord = false;
    }
    void beginWord()
    {
        if (!m_inWord) {
            m_inWord = true;
            m_wordBegin = m_at;
        }
    }
    /// A character that splits words if it is white space. Inside of `${…}` too: BuildKit re-splits its value.
    void plainCharacter()
    {
        if (const std::size_t space = spaceLengthAt(m_text, m_at)) {
            endWord(m_at);
            m_at += space;
        } else {
            beginWord();
            m_at += characterLengthAt(m_text, m_at);
        }
    }

    bool until(char stop, bool isTop)
    {
        while (!atEnd()) {
            const char c = peek();
            if (stop != '\0' && c == stop) {
                ++m_at;
                return true;
            }
            if (c == '\'' || c == '"') {
                beginWord();
                if (!(c == '\'' ? singleQuotes() : doubleQuotes()))
                    return false;
            } else if (c == '$') {
                beginWord();
                if (!dollar())
                    return false;
            } else if (c == '<' && isTop) {
                beginWord();
                ++m_at;
                if (!atEnd() && peek() == '<') {
                    ++m_at;
                    m_at = skipSpace(m_text, m_at); // "<< EOF" is one word
                }
            } else if (c == '\\') {
                beginWord();
                ++m_at;
                if (!atEnd())
                    m_at += characterLengthAt(m_text, m_at);
            } else {
                plainCharacter();
            }
        }
        return stop == '\0';
    }

    bool singleQuotes()
    {
        const std::size_t close = m_text.find('\'', m_at + 1);
        if (close == std::string_view::npos)
            return false;
        m_at = close + 1;
        return true;
    }

    bool doubleQuotes()
    {
        for (++m_at; !atEnd();) {
            const char c = peek();
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '$') {
                if (!dollar())
                    return false;
            } else {
                ++m_at;
                if (c == '\\' && !atEnd() && (peek() == '"' || peek() == '$' || peek() == '\\'))
                    ++m_at;
            }
        }
        return false;
    }

    void name()
    {
        const auto isNameCharacter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
                || (c & 0x80);
        };
        if (!atEnd() && std::string_view("@*#?-$!0").find(peek()) != std::string_view::npos) {
            ++m_at;
            return;
        }
        while (!atEnd() && isNameCharacter(peek()))
            ++m_at;
    }

    bool dollar()
    {
        ++m_at;
        if (atEnd() || peek() != '{') {
            name();
            return true;
        }
        ++m_at;
        if (atEnd() || peek() == '{' || peek() == '}' || peek() == ':' || ++m_depth > mostNested)
            return false;
        name();
        if (atEnd())
            return false;
        char c = m_text[m_at++];
        if (c == '}')
            return --m_depth, true;
        if (c == ':') {
            if (atEnd())
                return false;
            c = m_text[m_at++];
            if (std::string_view("+-?").find(c) == std::string_view::npos)
                return false;
        }
        bool isFine = false;
        if (c == '/') {
            if (!atEnd() && peek() == '/')
                ++m_at;
            isFine = until('/', false) && until('}', false);
        } else {
            isFine = std::string_view("+-?#%").find(c) != std::string_view::npos && until('}', false);
        }
        --m_depth;
        return isFine;
    }

    static constexpr int mostNested = 500; // Deeper is an attack on the stack, not a Dockerfile.

    std::string_view m_text;
    std::vector<std::pair<std::size_t, std::size_t>> *m_words = nullptr;
    std::size_t m_at = 0;
    std::size_t m_wordBegin = 0;
    int m_depth = 0;
    bool m_inWord = false;
};

/// Quotes and escapes removed, variables left as they are.
std::string unquoted(std::string_view word)
{
    std::string result;
    char quote = '\0';
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (quote == '\'' ? c == '\'' : quote == '"' && c == '"') {
            quote = '\0';
        } else if (quote == '\0' && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == '\\' && quote != '\'') {
            const bool isEscape = quote == '\0'
                || (i + 1 < word.size()
                    && std::string_view("\"$\\").find(word[i + 1]) != std::string_view::npos);
            if (!isEscape)
                result += c;
            else if (i + 1 < word.size())
                result += word[++i];
        } else {
            result += c;
        }
    }
    return result;
}

std::ptrdiff_t quotesIn(std::string_view text)
{
    return std::ranges::count_if(text, [](char c) { return c == '\'' || c == '"'; });
}

/// Escapes outside and inside of quotes removed, the quotes kept: what BuildKit compares with.
std::string unescaped(std::string_view word)
{
    std::string result;
    bool isSingle = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '\'')
            isSingle = !isSingle;
        if (word[i] == '\\' && !isSingle && i + 1 < word.size())
            ++i;
        result += word[i];
    }
    return result;
}

} // namespace

std::optional<HeredocMark> heredocOf(std::string_view word)
{
    // ^(\d*)<<(-?)\s*([^<]*)$
    HeredocMark mark;
    std::size_t at = 0;
    std::uint64_t fd = 0;
    for (; at < word.size() && word[at] >= '0' && word[at] <= '9'; ++at)
        fd = std::min<std::uint64_t>(fd * 10 + static_cast<std::uint64_t>(word[at] - '0'), 0xFFFFFFFF);
    if (word.substr(at, 2) != "<<")
        return std::nullopt;
    at += 2;
    mark.fd = static_cast<std::uint32_t>(fd);
    mark.chomp = at < word.size() && word[at] == '-';
    at += mark.chomp ? 1 : 0;
    while (at < word.size() && isAsciiSpace(word[at]) && word[at] != '\v')
        ++at;
    const std::string_view rest = word.substr(at);
    if (rest.empty() || rest.find('<') != std::string_view::npos)
        return std::nullopt;
    std::vector<std::pair<std::size_t, std::size_t>> words;
    if (!RawWords(rest).split(words) || words.size() != 1)
        return std::nullopt;
    mark.name = unquoted(rest.substr(words[0].first, words[0].second - words[0].first));
    if (mark.name.empty())
        return std::nullopt;
    mark.expand = quotesIn(mark.name) == quotesIn(unescaped(rest));
    mark.end = word.size();
    return mark;
}

std::vector<HeredocMark> heredocsIn(std::string_view line)
{
    std::vector<HeredocMark> marks;
    std::vector<std::pair<std::size_t, std::size_t>> words;
    if (!RawWords(line).split(words))
        return marks;
    for (const auto &[begin, end] : words) {
        if (auto mark = heredocOf(line.substr(begin, end - begin))) {
            mark->begin = begin;
            mark->end = end;
            marks.push_back(std::move(*mark));
        }
    }
    return marks;
}

} // namespace drydock
