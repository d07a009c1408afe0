// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/flag_check.h"

#include "model/base/suggest.h"
#include "model/syntax/characters.h"
#include "model/syntax/flags.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace drydock {

std::span<const KnownFlag> flagsKnownTo(Keyword keyword)
{
    static constexpr std::array<KnownFlag, 1> from {{{"platform"}}};
    static constexpr std::array<KnownFlag, 4> run {
        {{"device", FlagType::Texts}, {"mount", FlagType::Texts}, {"network"}, {"security"}}};
    static constexpr std::array<KnownFlag, 6> copy {{{"chown"},
                                                     {"from"},
                                                     {"chmod"},
                                                     {"link", FlagType::Boolean},
                                                     {"parents", FlagType::Boolean},
                                                     {"exclude", FlagType::Texts}}};
    static constexpr std::array<KnownFlag, 7> add {{{"chown"},
                                                    {"chmod"},
                                                    {"link", FlagType::Boolean},
                                                    {"keep-git-dir", FlagType::Boolean},
                                                    {"checksum"},
                                                    {"unpack", FlagType::Boolean},
                                                    {"exclude", FlagType::Texts}}};
    static constexpr std::array<KnownFlag, 5> healthcheck {
        {{"interval"}, {"timeout"}, {"start-period"}, {"start-interval"}, {"retries"}}};
    switch (keyword) {
    case Keyword::From:
        return from;
    case Keyword::Run:
        return run;
    case Keyword::Copy:
        return copy;
    case Keyword::Add:
        return add;
    case Keyword::Healthcheck:
        return healthcheck;
    default:
        return {};
    }
}

std::string checkFlags(const Syntax &syntax, const Instruction &instruction, TextRange &culprit)
{
    const std::span<const KnownFlag> known = flagsKnownTo(instruction.keyword);
    std::vector<std::string_view> names;
    for (const KnownFlag &flag : known)
        names.push_back(flag.name);
    std::set<std::string> used;
    for (const Flag &flag : syntax.flagsOf(instruction)) {
        const std::string text = flagText(syntax.joined(instruction, flag.range)).substr(2);
        const std::size_t equals = text.find('=');
        const std::string name = text.substr(0, equals);
        const std::string value = equals == std::string::npos ? "" : text.substr(equals + 1);
        const auto found = std::ranges::find(known, name, &KnownFlag::name);
        std::string error;
        if (found == known.end())
            error = "unknown flag: --" + name + didYouMean(name, names, MatchCase::Sensitive);
        else if (!used.insert(name).second && found->type != FlagType::Texts)
            error = "duplicate flag specified: --" + name;
        else if (found->type == FlagType::Boolean ? equals != std::string::npos && value.empty()
                                                  : equals == std::string::npos)
            error = "missing a value on flag: --" + name;
        else if (found->type == FlagType::Boolean && !value.empty() && lowered(value) != "true"
                 && lowered(value) != "false")
            error.append("expecting boolean value for flag --").append(name).append(", not: ").append(value);
        if (!error.empty()) {
            culprit = flag.range;
            return error;
        }
    }
    return {};
}

} // namespace drydock
