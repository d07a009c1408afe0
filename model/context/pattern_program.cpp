// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/pattern_program.h"

#include "model/context/pattern_escape.h"
#include "model/syntax/characters.h"

#include <utility>

namespace drydock {
namespace {

/// The steps that stand at one place of the text, each once.
class Front {
public:
    explicit Front(std::size_t size)
        : m_isIn(size, false)
    { }

    bool add(std::uint32_t step)
    {
        if (m_isIn[step])
            return false;
        m_isIn[step] = true;
        m_steps.push_back(step);
        return true;
    }
    void clear()
    {
        for (const std::uint32_t step : m_steps)
            m_isIn[step] = false;
        m_steps.clear();
    }
    std::size_t size() const { return m_steps.size(); }
    std::uint32_t operator[](std::size_t i) const { return m_steps[i]; }

private:
    std::vector<bool> m_isIn;
    std::vector<std::uint32_t> m_steps;
};

} // namespace

bool PatternProgram::isMatch(std::string_view text, std::size_t &work) const
{
    if (text.size() < leastLength)
        return false;
    Front now(steps.size());
    Front next(steps.size());
    bool wasWord = false;
    for (std::size_t at = 0;; now.clear(), std::swap(now, next)) {
        now.add(0);
        const bool isAtEnd = at == text.size();
        const char32_t character = isAtEnd ? 0 : characterAt(text, at);
        const bool isWord = !isAtEnd && isRegexWordCharacter(character);
        for (std::size_t i = 0; i < now.size(); ++i) { // Grows while it is walked.
            const std::uint32_t here = now[i];
            ++work;
            const PatternStep &step = steps[here];
            switch (step.kind) {
            case PatternStep::Kind::Accept:
                return true;
            case PatternStep::Kind::Split:
                now.add(here + 1);
                now.add(step.target);
                break;
            case PatternStep::Kind::Jump:
                now.add(step.target);
                break;
            case PatternStep::Kind::Begin:
                if (at == 0)
                    now.add(here + 1);
                break;
            case PatternStep::Kind::End:
                if (isAtEnd)
                    now.add(here + 1);
                break;
            case PatternStep::Kind::WordEdge:
            case PatternStep::Kind::NoWordEdge:
                if ((wasWord != isWord) == (step.kind == PatternStep::Kind::WordEdge))
                    now.add(here + 1);
                break;
            case PatternStep::Kind::Class:
                if (!isAtEnd
                    && (step.target == PatternStep::anyOne ? step.character == character
                                                           : classes[step.target].contains(character)))
                    next.add(here + 1);
                break;
            }
        }
        if (isAtEnd || (next.size() == 0 && steps.front().kind == PatternStep::Kind::Begin))
            return false;
        at += characterLengthAt(text, at);
        wasWord = isWord;
    }
}

} // namespace drydock
