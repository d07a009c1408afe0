// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/json_array.h"

#include "model/syntax/characters.h"

namespace drydock {
namespace {

/// A validator of RFC 8259 that keeps places: the libraries for JSON give values without ranges.
class Json {
public:
    explicit Json(std::string_view text)
        : m_text(text)
    { }

    void skip()
    {
        while (
            m_at < m_text.size()
            && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }
    bool accept(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool string()
    {
        if (!accept('"'))
            return false;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c != '\\')
                continue;
            if (m_at >= m_text.size())
                return false;
            const char escaped = m_text[m_at++];
            if (escaped == 'u') {
                for (int i = 0; i < 4; ++i) {
                    if (m_at >= m_text.size() || !isHex(m_text[m_at++]))
                        return false;
                }
            } else if (std::string_view("\"\\/bfnrt").find(escaped) == std::string_view::npos) {
                return false;
            }
        }
        return false;
    }
    bool value(int depth)
    {
        skip();
        if (m_at >= m_text.size() || depth > mostNested)
            return false;
        switch (m_text[m_at]) {
        case '"':
            return string();
        case '[':
            return members(']', false, depth);
        case '{':
            return members('}', true, depth);
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }
    std::size_t at() const { return m_at; }
    bool atEnd() const { return m_at == m_text.size(); }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

private:
    static bool isHex(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
    bool word(std::string_view expected)
    {
        if (m_text.substr(m_at, expected.size()) != expected)
            return false;
        m_at += expected.size();
        return true;
    }
    bool digits()
    {
        const std::size_t begin = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > begin;
    }
    bool number()
    {
        accept('-');
        if (!accept('0') && !digits())
            return false;
        if (accept('.') && !digits())
            return false;
        if (accept('e') || accept('E')) {
            if (!accept('+'))
                accept('-');
            return digits();
        }
        return true;
    }
    bool members(char close, bool areNamed, int depth)
    {
        ++m_at;
        skip();
        if (accept(close))
            return true;
        while (true) {
            skip();
            if (areNamed) {
                if (!string())
                    return false;
                skip();
                if (!accept(':'))
                    return false;
            }
            if (!value(depth + 1))
                return false;
            skip();
            if (accept(close))
                return true;
            if (!accept(','))
                return false;
        }
    }

    static constexpr int mostNested = 1000; // A line holds 65,535 bytes; Go stops at 10,000.

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

JsonArrayKind readJsonArray(std::string_view text, std::vector<std::pair<std::size_t, std::size_t>> &elements,
                            std::vector<std::size_t> &separators)
{
    elements.clear();
    separators.clear();
    Json json(text);
    json.skip();
    separators.push_back(json.at());
    if (!json.accept('['))
        return JsonArrayKind::NotJson;
    bool areStrings = true;
    json.skip();
    if (json.peek() != ']') {
        while (true) {
            json.skip();
            const std::size_t begin = json.at();
            areStrings = areStrings && json.peek() == '"';
            if (!json.value(0))
                return JsonArrayKind::NotJson;
            elements.emplace_back(begin, json.at());
            json.skip();
            if (json.peek() != ',')
                break;
            separators.push_back(json.at());
            json.accept(',');
        }
    }
    separators.push_back(json.at());
    if (!json.accept(']'))
        return JsonArrayKind::NotJson;
    json.skip();
    if (!json.atEnd())
        return JsonArrayKind::NotJson;
    return areStrings ? JsonArrayKind::Strings : JsonArrayKind::OtherElements;
}

std::string jsonStringValue(std::string_view literal)
{
    std::string result;
    const std::string_view inner = literal.substr(1, literal.size() - 2);
    const auto unit = [inner](std::size_t at) {
        char32_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = inner[i];
            value = value * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return value;
    };
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] != '\\') {
            result += inner[i];
            continue;
        }
        const char escaped = inner[++i];
        constexpr std::string_view from = "bfnrt";
        constexpr std::string_view to = "\b\f\n\r\t";
        if (escaped == 'u') {
            char32_t character = unit(i + 1);
            i += 4;
            const bool isHigh = character >= 0xD800 && character < 0xDC00;
            if (isHigh && inner.substr(i + 1, 2) == "\\u" && unit(i + 3) >= 0xDC00 && unit(i + 3) < 0xE000) {
                character = 0x10000 + ((character - 0xD800) << 10) + (unit(i + 3) - 0xDC00);
                i += 6;
            } else if (character >= 0xD800 && character < 0xE000) {
                character = 0xFFFD;
            }
            appendUtf8(result, character);
        } else if (const std::size_t named = from.find(escaped); named != std::string_view::npos) {
            result += to[named];
        } else {
            result += escaped;
        }
    }
    return withValidUtf8(result);
}

} // namespace drydock
