// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/arguments.h"

#include "model/syntax/characters.h"
#include "model/syntax/json_array.h"

#include <optional>

namespace drydock {
namespace {

/// One call's worth of state, so that the helpers need no long parameter lists.
class Splitter {
public:
    Splitter(const LogicalLine &line, std::size_t begin, std::size_t end, char escape,
             Instruction &instruction, std::vector<Word> &words, ArgumentScratch &scratch)
        : m_line(line)
        , m_text(line.text)
        , m_begin(begin)
        , m_end(end)
        , m_escape(escape)
        , m_instruction(instruction)
        , m_words(words)
        , m_scratch(scratch)
    { }

    std::string split()
    {
        switch (m_instruction.keyword) {
        case Keyword::From:
            fromWords();
            return {};
        case Keyword::Expose:
            blankSeparated();
            return {};
        case Keyword::Add:
        case Keyword::Copy:
        case Keyword::Volume:
            if (const auto json = jsonArray(m_begin))
                return *json;
            blankSeparated();
            return {};
        case Keyword::Run:
        case Keyword::Cmd:
        case Keyword::Entrypoint:
        case Keyword::Shell:
            if (const auto json = jsonArray(m_begin))
                return *json;
            rawRest(m_begin, TokenKind::Text);
            return {};
        case Keyword::Healthcheck:
            return healthcheck();
        case Keyword::Env:
        case Keyword::Label:
            return pairs();
        case Keyword::Arg:
            argumentNames();
            return {};
        case Keyword::Workdir:
        case Keyword::User:
        case Keyword::Stopsignal:
        case Keyword::Maintainer:
            rawRest(m_begin, TokenKind::Word);
            return {};
        case Keyword::Onbuild: // The lexer takes the inner instruction apart.
            return {};
        case Keyword::Unknown:
            if (m_begin < m_end)
                span(m_begin, m_end, TokenKind::Text);
            return {};
        }
        return {};
    }

private:
    void span(std::size_t begin, std::size_t end, TokenKind kind)
    {
        if (begin < end)
            m_scratch.spans.push_back(
                {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
    }
    void word(std::size_t begin, std::size_t end, WordRole role, TokenKind kind)
    {
        m_words.push_back({m_line.source(begin, end), role});
        span(begin, end, kind);
    }
    void rawRest(std::size_t begin, TokenKind kind)
    {
        if (begin < m_end)
            word(begin, m_end, WordRole::Plain, kind);
    }

    template <typename Visit>
    void eachBlankSeparated(Visit visit)
    {
        for (std::size_t at = m_begin; at < m_end;) {
            std::size_t end = at;
            while (end < m_end && !isWordSpace(m_text[end]))
                ++end;
            visit(at, end);
            at = end;
            while (at < m_end && isWordSpace(m_text[at]))
                ++at;
        }
    }
    void blankSeparated()
    {
        eachBlankSeparated(
            [this](auto begin, auto end) { word(begin, end, WordRole::Plain, TokenKind::Word); });
    }
    void fromWords()
    {
        const std::size_t first = m_words.size();
        eachBlankSeparated(
            [this](auto begin, auto end) { word(begin, end, WordRole::Plain, TokenKind::Word); });
        // `FROM image AS name`; anything else stays plain words and is refused later.
        if (m_words.size() - first != 3)
            return;
        const std::size_t lastSpan = m_scratch.spans.size() - 1;
        Span &as = m_scratch.spans[lastSpan - 1];
        if (!equalsIgnoringCase(m_text.substr(as.begin, as.end - as.begin), "as"))
            return;
        m_words[first + 1].role = WordRole::As;
        m_words[first + 2].role = WordRole::StageName;
        as.kind = TokenKind::As;
        m_scratch.spans[lastSpan].kind = TokenKind::StageName;
    }

    /// \returns nothing if this is no JSON array; else an error message, empty if all is well.
    std::optional<std::string> jsonArray(std::size_t begin)
    {
        if (begin >= m_end || m_text[begin] != '[')
            return std::nullopt;
        const std::string_view text = m_text.substr(begin, m_end - begin);
        switch (readJsonArray(text, m_scratch.elements, m_scratch.separators)) {
        case JsonArrayKind::NotJson:
            return std::nullopt;
        case JsonArrayKind::OtherElements:
            span(begin, m_end, TokenKind::Text);
            return "when using JSON array syntax, arrays must be comprised of strings only";
        case JsonArrayKind::Strings:
            break;
        }
        m_instruction.isJson = true;
        for (std::size_t i = 0; i < m_scratch.separators.size(); ++i) {
            const std::size_t separator = begin + m_scratch.separators[i];
            span(separator, separator + 1, TokenKind::Punctuation);
            if (i < m_scratch.elements.size())
                word(begin + m_scratch.elements[i].first, begin + m_scratch.elements[i].second,
                     WordRole::JsonString, TokenKind::String);
        }
        return std::string();
    }

    std::string healthcheck()
    {
        std::size_t typeEnd = m_begin;
        while (typeEnd < m_end && !isByteSpace(m_text[typeEnd]))
            ++typeEnd;
        if (typeEnd == m_begin)
            return {};
        word(m_begin, typeEnd, WordRole::Plain, TokenKind::Keyword);
        std::size_t command = typeEnd;
        while (command < m_end && isByteSpace(m_text[command]))
            ++command;
        if (const auto json = jsonArray(command))
            return *json;
        rawRest(command, TokenKind::Text);
        return {};
    }

    /// The next word with its quotes, as parseWords finds it; white space is Unicode's here.
    /// \returns false behind the last. `end` leaves out an escape character at the very end.
    bool nextQuotedWord(std::size_t &at, std::size_t &begin, std::size_t &end) const
    {
        while (true) {
            while (const std::size_t space = at < m_end ? spaceLengthAt(m_text, at) : 0)
                at += space;
            if (at >= m_end)
                return false;
            begin = at;
            end = at;
            char quote = '\0';
            bool isBlankFine = false;
            for (; at < m_end; end = at) {
                while (at < m_end && isPlain(m_text[at]))
                    ++at;
                end = at;
                if (at == m_end)
                    break;
                const char c = m_text[at];
                if (quote == '\0' && spaceLengthAt(m_text, at) > 0)
                    break;
                if (quote != '\0' ? c == quote : c == '\'' || c == '"') {
                    quote = quote != '\0' ? '\0' : c;
                    isBlankFine = true;
                    ++at;
                } else if (c == m_escape && quote != '\'') {
                    if (at + 1 == m_end) { // An escape at the end is dropped.
                        ++at;
                        break;
                    }
                    ++at;
                    at += characterLengthAt(m_text, at);
                } else {
                    at += characterLengthAt(m_text, at);
                }
            }
            if (end > begin || isBlankFine)
                return true;
        }
    }

    /// Most of a word: bytes that neither end nor quote nor escape.
    bool isPlain(char c) const
    {
        const auto byte = static_cast<unsigned char>(c);
        return byte - 0x21u < 0x5Eu && c != '"' && c != '\'' && c != m_escape;
    }

    std::string pairs()
    {
        std::size_t at = m_begin;
        std::size_t begin = 0;
        std::size_t end = 0;
        if (!nextQuotedWord(at, begin, end))
            return {};
        if (m_text.substr(begin, end - begin).find('=') == std::string_view::npos)
            return legacyPair();
        do {
            const std::size_t equals = m_text.substr(begin, end - begin).find('=');
            if (equals == std::string_view::npos) {
                span(begin, end, TokenKind::Text);
                std::string message = "Syntax error - can't find = in ";
                message += quoted(withValidUtf8(m_text.substr(begin, end - begin)));
                return message + ". Must be of the form: name=value";
            }
            keyAndValue(begin, begin + equals, end);
        } while (nextQuotedWord(at, begin, end));
        return {};
    }
    void keyAndValue(std::size_t begin, std::size_t equals, std::size_t end)
    {
        word(begin, equals, WordRole::Key, TokenKind::Key);
        span(equals, equals + 1, TokenKind::Equals);
        word(equals + 1, end, WordRole::Value, TokenKind::Value);
    }
    std::string legacyPair()
    {
        std::size_t keyEnd = m_begin;
        while (keyEnd < m_end && !isWordSpace(m_text[keyEnd]))
            ++keyEnd;
        std::size_t value = keyEnd;
        while (value < m_end && isWordSpace(m_text[value]))
            ++value;
        if (keyEnd == m_end) {
            span(m_begin, m_end, TokenKind::Key);
            return std::string(nameOf(m_instruction.keyword)) + " must have two arguments";
        }
        m_instruction.isLegacyKeyValue = true;
        word(m_begin, keyEnd, WordRole::Key, TokenKind::Key);
        word(value, m_end, WordRole::Value, TokenKind::Value);
        return {};
    }

    void argumentNames()
    {
        std::size_t at = m_begin;
        std::size_t begin = 0;
        std::size_t end = 0;
        while (nextQuotedWord(at, begin, end)) {
            const std::size_t equals = m_text.substr(begin, end - begin).find('=');
            if (equals == std::string_view::npos)
                word(begin, end, WordRole::Key, TokenKind::Key);
            else
                keyAndValue(begin, begin + equals, end);
        }
    }

    const LogicalLine &m_line;
    std::string_view m_text;
    std::size_t m_begin;
    std::size_t m_end;
    char m_escape;
    Instruction &m_instruction;
    std::vector<Word> &m_words;
    ArgumentScratch &m_scratch;
};

} // namespace

std::string splitArguments(const LogicalLine &line, std::size_t begin, std::size_t end, char escape,
                           Instruction &instruction, std::vector<Word> &words, ArgumentScratch &scratch)
{
    return Splitter(line, begin, end, escape, instruction, words, scratch).split();
}

} // namespace drydock
