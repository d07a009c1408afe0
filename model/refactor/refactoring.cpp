// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactoring.h"

#include <algorithm>
#include <utility>

namespace drydock {

std::string_view RefactorWish::setting(std::string_view key) const
{
    const auto found = settings.find(key);
    return found == settings.end() ? std::string_view() : std::string_view(found->second);
}

Verdict Proposal::verdict() const
{
    if (isBlocked())
        return Verdict::Blocked;
    return assumptions.empty() ? Verdict::Safe : Verdict::Assumes;
}

bool Proposal::declares(const ContractDifference &difference) const
{
    return std::ranges::any_of(declared, [&](const DeclaredChange &each) {
        return each.part == difference.part && (each.key.empty() || each.key == difference.key);
    });
}

Proposal blocked(UserText reason, TextRange where)
{
    Proposal proposal;
    proposal.reason = std::move(reason);
    proposal.where = where;
    return proposal;
}

} // namespace drydock
