// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/pattern_compiler.h"

#include "model/context/pattern_escape.h"
#include "model/syntax/characters.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

constexpr std::size_t mostRepeats = 1000; ///< As Go.
constexpr std::size_t mostSteps = 1'000'000; ///< Go gives up somewhat later.

/// Reads the expression from left to right and writes the steps.
class PatternCompiler {
public:
    explicit PatternCompiler(std::string_view expression)
        : m_text(expression)
    { }

    std::optional<PatternProgram> compile()
    {
        std::vector<std::size_t> ends; // Jumps behind alternatives.
        std::size_t least = std::string_view::npos;
        std::size_t begin = 0;
        while (m_at < m_text.size()) {
            if (m_text[m_at] != '|') {
                if (!compileItem() || m_program.steps.size() > mostSteps)
                    return std::nullopt;
                continue;
            }
            ++m_at;
            insertSplit(begin);
            ends.push_back(m_program.steps.size());
            m_program.steps.push_back({Kind::Jump});
            m_program.steps[begin].target = stepCount();
            begin = m_program.steps.size();
            least = std::min(least, std::exchange(m_leastLength, 0));
        }
        for (const std::size_t end : ends)
            m_program.steps[end].target = stepCount();
        m_program.steps.push_back({Kind::Accept});
        m_program.leastLength = std::min(least, m_leastLength);
        return std::move(m_program);
    }

private:
    using Kind = PatternStep::Kind;

    bool startsWith(std::string_view text) const { return m_text.substr(m_at).starts_with(text); }
    bool hasMore() const { return m_at < m_text.size(); }

    /// A character, class, place or group, and how often.
    bool compileItem()
    {
        if (startsWith("\\Q"))
            return compileQuoted();
        const Place begin = here();
        if (m_text[m_at] == '(') {
            ++m_at;
            while (hasMore() && m_text[m_at] != ')') {
                const Place inner = here();
                if (m_text[m_at] == '(' || !compileAtom() || !repeat(inner))
                    return false;
            }
            if (!hasMore())
                return false;
            ++m_at;
        } else if (!compileAtom()) {
            return false;
        }
        return repeat(begin);
    }

    /// Everything up to \E or to the end is meant as it stands.
    bool compileQuoted()
    {
        m_at += 2;
        Place last = here();
        while (hasMore() && !startsWith("\\E")) {
            last = here();
            addCharacter(characterAt(m_text, m_at));
            m_at += characterLengthAt(m_text, m_at);
        }
        if (!hasMore())
            return true;
        m_at += 2;
        return repeat(last);
    }

    /// Something that matches one character or a place.
    bool compileAtom()
    {
        const char c = m_text[m_at];
        switch (c) {
        case '^':
            m_program.steps.push_back({Kind::Begin});
            ++m_at;
            return true;
        case '$':
            m_program.steps.push_back({Kind::End});
            ++m_at;
            return true;
        case '.': {
            CharacterClass newline;
            newline.add('\n', '\n');
            newline.negate();
            addClass(newline);
            ++m_at;
            return true;
        }
        case '[':
            return compileClass();
        case '\\':
            return compileEscape();
        case '*':
        case '?':
        case '+':
        case ')':
            return false;
        case '{':
            if (countsAt(m_at))
                return false;
            addCharacter('{');
            ++m_at;
            return true;
        default:
            addCharacter(characterAt(m_text, m_at));
            m_at += characterLengthAt(m_text, m_at);
            return true;
        }
    }

    bool compileEscape()
    {
        if (m_at + 1 == m_text.size())
            return false;
        const char c = m_text[m_at + 1];
        if (c == 'A' || c == 'z' || c == 'b' || c == 'B') {
            m_program.steps.push_back({c == 'A'       ? Kind::Begin
                                           : c == 'z' ? Kind::End
                                           : c == 'b' ? Kind::WordEdge
                                                      : Kind::NoWordEdge});
            m_at += 2;
            return true;
        }
        if (const auto letters = CharacterClass::byLetter(c)) {
            addClass(*letters);
            m_at += 2;
            return true;
        }
        const std::optional<char32_t> character = takeEscape(m_text, m_at);
        if (character)
            addCharacter(*character);
        return character.has_value();
    }

    bool compileClass()
    {
        ++m_at;
        CharacterClass result;
        const bool isNegated = hasMore() && m_text[m_at] == '^';
        if (isNegated)
            ++m_at;
        for (bool isFirst = true; !hasMore() || m_text[m_at] != ']' || isFirst; isFirst = false) {
            if (!hasMore() || !addMember(result))
                return false;
        }
        ++m_at;
        if (isNegated)
            result.negate();
        addClass(result);
        return true;
    }

    bool addMember(CharacterClass &result)
    {
        if (startsWith("[:")) {
            const std::size_t end = m_text.find(":]", m_at + 2);
            if (end != std::string_view::npos) {
                const auto byName = CharacterClass::byName(m_text.substr(m_at + 2, end - m_at - 2));
                m_at = end + 2;
                if (byName)
                    result.add(*byName);
                return byName.has_value();
            }
        }
        if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
            if (const auto letters = CharacterClass::byLetter(m_text[m_at + 1])) {
                result.add(*letters);
                m_at += 2;
                return true;
            }
        }
        const auto low = memberCharacter();
        if (!low)
            return false;
        auto high = low;
        if (startsWith("-") && m_at + 1 < m_text.size() && m_text[m_at + 1] != ']') {
            ++m_at;
            high = memberCharacter();
        }
        if (!high || *high < *low)
            return false;
        result.add(*low, *high);
        return true;
    }

    std::optional<char32_t> memberCharacter()
    {
        if (!hasMore())
            return std::nullopt;
        if (m_text[m_at] == '\\')
            return takeEscape(m_text, m_at);
        const char32_t character = characterAt(m_text, m_at);
        m_at += characterLengthAt(m_text, m_at);
        return character;
    }

    struct Place {
        std::size_t step; ///< Number of steps so far.
        std::size_t leastLength; ///< Number of characters that the steps so far need.
    };
    Place here() const { return {m_program.steps.size(), m_leastLength}; }

    std::uint32_t stepCount() const { return static_cast<std::uint32_t>(m_program.steps.size()); }

    /// Its target is still to be set.
    void insertSplit(std::size_t begin)
    {
        auto &steps = m_program.steps;
        shiftTargets(begin, 1);
        steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(begin), {Kind::Split});
    }

    /// Steps from `begin` on move by `distance`, and all that they refer to with them.
    void shiftTargets(std::size_t begin, std::uint32_t distance)
    {
        for (std::size_t i = begin; i < m_program.steps.size(); ++i) {
            const Kind kind = m_program.steps[i].kind;
            if (kind == Kind::Split || kind == Kind::Jump)
                m_program.steps[i].target += distance;
        }
    }

    struct Counts {
        std::size_t least = 0;
        std::optional<std::size_t> most; ///< Nothing: any number.
        std::size_t end = 0; ///< Behind the operator.
    };

    /// The operator at `at`: `*`, `?`, `{2}`, `{2,}` or `{2,3}`; anything else is none.
    std::optional<Counts> countsAt(std::size_t at) const
    {
        const std::string_view text = m_text.substr(std::min(at, m_text.size()));
        if (text.starts_with('*'))
            return Counts {0, std::nullopt, at + 1};
        if (text.starts_with('?'))
            return Counts {0, 1, at + 1};
        const std::size_t end = text.find('}');
        if (!text.starts_with('{') || end == std::string_view::npos)
            return std::nullopt;
        const std::string_view inside = text.substr(1, end - 1);
        const std::size_t comma = std::min(inside.find(','), inside.size());
        const std::optional<std::size_t> least = number(inside.substr(0, comma));
        if (!least)
            return std::nullopt;
        Counts counts {*least, least, at + end + 1};
        if (comma < inside.size()) {
            counts.most = number(inside.substr(comma + 1));
            if (!counts.most && comma + 1 < inside.size())
                return std::nullopt;
        }
        return counts;
    }

    /// No sign, no leading zero; what is too large is some number above mostRepeats.
    static std::optional<std::size_t> number(std::string_view digits)
    {
        if (digits.empty() || (digits.size() > 1 && digits.front() == '0'))
            return std::nullopt;
        std::size_t value = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9')
                return std::nullopt;
            value = std::min(value * 10 + static_cast<std::size_t>(c - '0'), mostRepeats + 1);
        }
        return value;
    }

    /// Applies the operator that follows, if one does, to the steps from `from` on. \returns false if it is refused.
    bool repeat(const Place &from)
    {
        const std::optional<Counts> counts = countsAt(m_at);
        if (!counts)
            return true;
        const std::size_t most = counts->most.value_or(counts->least);
        if (counts->least > mostRepeats || most > mostRepeats || most < counts->least)
            return false;
        m_at = counts->end;
        if (countsAt(m_at)) // Go knows no operator behind an operator.
            return false;
        auto &steps = m_program.steps;
        const std::vector<PatternStep> body(steps.begin() + static_cast<std::ptrdiff_t>(from.step),
                                            steps.end());
        m_leastLength = from.leastLength + (m_leastLength - from.leastLength) * counts->least;
        steps.resize(from.step);
        const auto addBody = [&] {
            const std::size_t begin = steps.size();
            steps.insert(steps.end(), body.begin(), body.end());
            shiftTargets(begin, static_cast<std::uint32_t>(begin - from.step));
        };
        for (std::size_t i = 0; i < counts->least; ++i)
            addBody();
        if (!counts->most) {
            const std::size_t split = steps.size();
            steps.push_back({Kind::Split});
            addBody();
            steps.push_back({Kind::Jump, static_cast<std::uint32_t>(split)});
            steps[split].target = stepCount();
            return true;
        }
        std::vector<std::size_t> splits;
        for (std::size_t i = counts->least; i < *counts->most; ++i) {
            splits.push_back(steps.size());
            steps.push_back({Kind::Split});
            addBody();
        }
        for (const std::size_t split : splits)
            steps[split].target = stepCount();
        return true;
    }

    void addCharacter(char32_t character)
    {
        m_program.steps.push_back({Kind::Class, PatternStep::anyOne, character});
        ++m_leastLength;
    }
    void addClass(const CharacterClass &added)
    {
        m_program.steps.push_back({Kind::Class, static_cast<std::uint32_t>(m_program.classes.size())});
        m_program.classes.push_back(added);
        ++m_leastLength;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_leastLength = 0;
    PatternProgram m_program;
};

} // namespace

std::optional<PatternProgram> compilePattern(std::string_view expression)
{
    return PatternCompiler(expression).compile();
}

} // namespace drydock
