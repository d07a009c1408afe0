// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/words.h"

#include "model/shell/pattern.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

constexpr char32_t endOfText = 0xFFFFFFFF;

/// Words as they fall out while a text is put together.
class WordList {
public:
    void add(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t length = characterLengthAt(text, at);
            if (spaceLengthAt(text, at) == 0)
                addRaw(text.substr(at, length));
            else if (m_isInWord && !m_word.empty())
                finish();
            at += length;
        }
    }
    void addRaw(std::string_view text)
    {
        m_word += text;
        m_isInWord = true;
    }
    std::vector<std::string> take()
    {
        if (!m_word.empty())
            finish();
        return std::move(m_words);
    }

private:
    void finish()
    {
        m_words.push_back(std::move(m_word));
        m_word.clear();
        m_isInWord = false;
    }
    std::vector<std::string> m_words;
    std::string m_word;
    bool m_isInWord = false;
};

/// A recursive descent over one word. An error unwinds through `m_error`.
class Expander {
public:
    Expander(std::string_view word, const Environment &environment, char escape, QuoteRule quotes)
        : m_text(word)
        , m_environment(environment)
        , m_escape(static_cast<unsigned char>(escape))
        , m_quotes(quotes)
    { }

    ExpandedWord run()
    {
        WordList words;
        ExpandedWord result;
        std::string text = until(endOfText, false, words);
        result.matched = std::move(m_matched);
        result.unmatched = std::move(m_unmatched);
        if (!m_error.empty()) {
            result.error = "failed to process " + quoted(withValidUtf8(m_text)) + ": " + m_error;
        } else {
            result.text = std::move(text);
            result.words = words.take();
        }
        return result;
    }

private:
    char32_t peek() const { return m_at < m_text.size() ? characterAt(m_text, m_at) : endOfText; }
    char32_t next()
    {
        const char32_t character = peek();
        if (character != endOfText)
            m_at += characterLengthAt(m_text, m_at);
        return character;
    }
    std::string fail(std::string message)
    {
        if (m_error.empty())
            m_error = std::move(message);
        return {};
    }
    static std::string textOf(char32_t character)
    {
        std::string text;
        appendUtf8(text, character == endOfText ? 0xFFFD : character);
        return text;
    }

    std::string until(char32_t stop, bool keepEscapes, WordList &words)
    {
        std::string result;
        const bool keptBefore = std::exchange(m_keepEscapes, keepEscapes);
        while (m_error.empty() && peek() != endOfText) {
            char32_t c = peek();
            if (stop != endOfText && c == stop) {
                next();
                m_keepEscapes = keptBefore;
                return result;
            }
            const bool isQuote = m_quotes == QuoteRule::Process && (c == '\'' || c == '"');
            if (c == '$') {
                const std::string value = dollar();
                result += value;
                words.add(value);
            } else if (isQuote) {
                const std::string value = c == '\'' ? singleQuotes() : doubleQuotes();
                result += value;
                words.addRaw(value);
            } else if (next() == m_escape) {
                if (m_keepEscapes) {
                    words.addRaw(textOf(c));
                    result += textOf(c);
                }
                c = next();
                if (c == endOfText)
                    break;
                words.addRaw(textOf(c));
                result += textOf(c);
            } else {
                words.add(textOf(c));
                result += textOf(c);
            }
        }
        m_keepEscapes = keptBefore;
        if (m_error.empty() && stop != endOfText)
            return fail("unexpected end of statement while looking for matching " + textOf(stop));
        return result;
    }

    std::string singleQuotes()
    {
        std::string result;
        next();
        while (true) {
            const char32_t c = next();
            if (c == endOfText)
                return fail("unexpected end of statement while looking for matching single-quote");
            if (c == '\'')
                return result;
            result += textOf(c);
        }
    }

    std::string doubleQuotes()
    {
        std::string result;
        next();
        while (m_error.empty()) {
            char32_t c = peek();
            if (c == endOfText)
                return fail("unexpected end of statement while looking for matching double-quote");
            if (c == '$') {
                result += dollar();
                continue;
            }
            next();
            if (c == '"')
                return result;
            if (c == m_escape) {
                if (m_keepEscapes)
                    result += textOf(c);
                if (peek() == endOfText)
                    continue;
                if (peek() == '"' || peek() == '$' || peek() == m_escape)
                    c = next();
            }
            result += textOf(c);
        }
        return {};
    }

    std::string name()
    {
        const auto isDigit = [](char32_t c) { return c >= '0' && c <= '9'; };
        // Beyond ASCII every character counts as a letter: Go knows which are, and a name is never split here.
        const auto isLetter = [](char32_t c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                || (c >= 0x80 && c != endOfText && c != 0xA0 && c != 0xFFFD);
        };
        std::string result;
        if (isDigit(peek())) {
            while (isDigit(peek()))
                result += textOf(next());
            return result;
        }
        if (peek() < 0x80
            && std::string_view("@*#?-$!").find(static_cast<char>(peek())) != std::string_view::npos)
            return textOf(next());
        while (isLetter(peek()) || isDigit(peek()) || peek() == '_')
            result += textOf(next());
        return result;
    }

    /// \returns the value, or null if the variable is not set.
    const std::string *lookUp(const std::string &variable)
    {
        const auto found = m_environment.find(variable);
        const bool isSet = found != m_environment.end();
        (isSet ? m_matched : m_unmatched).insert(variable);
        return isSet ? &found->second : nullptr;
    }
    static std::string valueOr(const std::string *value) { return value ? *value : std::string(); }

    std::string dollar()
    {
        next();
        if (peek() != '{') {
            const std::string variable = name();
            return variable.empty() ? "$" : valueOr(lookUp(variable));
        }
        next();
        if (peek() == endOfText)
            return fail("syntax error: missing '}'");
        if (peek() == '{' || peek() == '}' || peek() == ':')
            return fail("syntax error: bad substitution");
        if (++m_depth > mostNested)
            return fail("syntax error: too many nested substitutions");
        std::string value = braces();
        --m_depth;
        return value;
    }

    std::string braces()
    {
        const std::string variable = name();
        char32_t c = next();
        std::string modifier = textOf(c);
        if (c == '}')
            return valueOr(lookUp(variable));
        const bool isEmptyUnset = c == ':';
        if (isEmptyUnset) {
            c = next();
            modifier += textOf(c);
        }
        if (c == '/' && !isEmptyUnset)
            return replacement(variable);
        const bool isKnown
            = c < 0x80 && std::string_view("+-?#%").find(static_cast<char>(c)) != std::string_view::npos;
        if (!isKnown && !isEmptyUnset)
            return fail("unsupported modifier (" + modifier + ") in substitution");
        std::string word = braced('}', c == '#' || c == '%');
        if (!m_error.empty())
            return {};
        const std::string *const value = lookUp(variable);
        // ":#" and the like are only noticed behind the closing brace, as in BuildKit.
        if (!isKnown || (isEmptyUnset && (c == '#' || c == '%')))
            return fail("unsupported modifier (" + modifier + ") in substitution");
        const bool isUnset = !value || (isEmptyUnset && value->empty());
        switch (c) {
        case '-':
            return isUnset ? word : *value;
        case '+':
            return isUnset ? std::string() : word;
        case '?':
            if (!isUnset)
                return *value;
            if (word.empty())
                word = value ? "is not allowed to be empty" : "is not allowed to be unset";
            return fail(variable + ": " + word);
        default:
            return withoutPattern(word, valueOr(value), c == '%');
        }
    }

    /// A word inside of braces up to `stop`; the braces' own message if the text ends before it.
    std::string braced(char32_t stop, bool keepEscapes)
    {
        WordList ignored;
        std::string word = until(stop, keepEscapes, ignored);
        if (!m_error.empty() && peek() == endOfText)
            m_error = stop == '/' ? "syntax error: missing '/' in ${}" : "syntax error: missing '}'";
        return word;
    }

    std::string withoutPattern(std::string pattern, const std::string &value, bool isSuffix)
    {
        const char mark = isSuffix ? '%' : '#';
        const bool isLongest = !pattern.empty() && pattern.front() == mark;
        if (isLongest)
            pattern.erase(0, 1);
        std::string badEscape;
        const auto compiled = ShellPattern::compile(pattern, badEscape);
        if (!compiled)
            return failPattern(pattern, badEscape);
        if (isSuffix) {
            const auto length = compiled->matchAtEnd(value, isLongest);
            return value.substr(0, value.size() - length.value_or(0));
        }
        return value.substr(compiled->matchAtStart(value, isLongest).value_or(0));
    }
    std::string failPattern(const std::string &pattern, const std::string &badEscape)
    {
        return fail("invalid pattern (" + pattern + ") in substitution: invalid escape '\\" + badEscape
                    + "'");
    }

    std::string replacement(const std::string &variable)
    {
        const bool isEverywhere = peek() == '/';
        if (isEverywhere)
            next();
        const std::string pattern = braced('/', true);
        if (!m_error.empty())
            return {};
        const std::string by = braced('}', true);
        if (!m_error.empty())
            return {};
        const std::string value = valueOr(lookUp(variable));
        std::string badEscape;
        const auto compiled = ShellPattern::compile(pattern, badEscape);
        if (!compiled)
            return failPattern(pattern, badEscape);
        std::string result;
        for (std::size_t at = 0; at <= value.size();) {
            const auto length = compiled->matchAtStart(std::string_view(value).substr(at), true);
            if (length) {
                result += by;
                at += *length;
                if (!isEverywhere)
                    return result + value.substr(at);
            }
            if (!length || *length == 0) {
                if (at == value.size())
                    break;
                const std::size_t one = characterLengthAt(value, at);
                result.append(value, at, one);
                at += one;
            } else if (at == value.size()) {
                break;
            }
        }
        return result;
    }

    static constexpr int mostNested = 200; // Deeper is an attack on the stack, not a Dockerfile.

    std::string_view m_text;
    const Environment &m_environment;
    char32_t m_escape;
    QuoteRule m_quotes;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_keepEscapes = false;
    std::set<std::string> m_matched;
    std::set<std::string> m_unmatched;
    std::string m_error;
};

} // namespace

ExpandedWord expandWord(std::string_view word, const Environment &environment, char escape, QuoteRule quotes)
{
    // Most words are what they say.
    const bool isPlain = std::ranges::all_of(word, [escape](char c) {
        return c > ' ' && c < '\x7F' && c != '$' && c != '\'' && c != '"' && c != escape;
    });
    if (isPlain) {
        ExpandedWord result;
        result.text = word;
        if (!word.empty())
            result.words.emplace_back(word);
        return result;
    }
    return Expander(word, environment, escape, quotes).run();
}

} // namespace drydock
