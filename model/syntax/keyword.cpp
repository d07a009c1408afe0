// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/keyword.h"

#include <array>

namespace drydock {
namespace {

/// In the order of the enum.
constexpr std::array<std::string_view, 19> names {
    "",      "ADD",        "ARG",     "CMD", "COPY",  "ENTRYPOINT", "ENV",  "EXPOSE", "FROM",   "HEALTHCHECK",
    "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"};

bool equalsIgnoringCase(std::string_view word, std::string_view capitals)
{
    for (std::size_t i = 0; i < capitals.size(); ++i) {
        if ((word[i] & ~0x20) != capitals[i])
            return false;
    }
    return true;
}

} // namespace

Keyword keywordOf(std::string_view word)
{
    const auto isIt = [word](Keyword keyword) {
        return equalsIgnoringCase(word, names[static_cast<std::size_t>(keyword)]) ? keyword
                                                                                  : Keyword::Unknown;
    };
    const char first = word.empty() ? '\0' : static_cast<char>(word.front() & ~0x20);
    switch (word.size()) {
    case 3:
        switch (first) {
        case 'R':
            return isIt(Keyword::Run);
        case 'E':
            return isIt(Keyword::Env);
        case 'C':
            return isIt(Keyword::Cmd);
        case 'A':
            return (word[1] & ~0x20) == 'R' ? isIt(Keyword::Arg) : isIt(Keyword::Add);
        default:
            return Keyword::Unknown;
        }
    case 4:
        return first == 'C' ? isIt(Keyword::Copy) : first == 'F' ? isIt(Keyword::From) : isIt(Keyword::User);
    case 5:
        return first == 'L' ? isIt(Keyword::Label) : isIt(Keyword::Shell);
    case 6:
        return first == 'E' ? isIt(Keyword::Expose) : isIt(Keyword::Volume);
    case 7:
        return first == 'W' ? isIt(Keyword::Workdir) : isIt(Keyword::Onbuild);
    case 10:
        return first == 'E' ? isIt(Keyword::Entrypoint)
            : first == 'M'  ? isIt(Keyword::Maintainer)
                            : isIt(Keyword::Stopsignal);
    case 11:
        return isIt(Keyword::Healthcheck);
    default:
        return Keyword::Unknown;
    }
}

std::string_view nameOf(Keyword keyword)
{
    return names[static_cast<std::size_t>(keyword)];
}

} // namespace drydock
