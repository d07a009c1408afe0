// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// What somebody who builds on an image should know about its age (resources/knowledge/end_of_life.toml).
struct EndOfLife {
    std::string what; ///< "python 3.7"; "debian 10" if what the image rests on is what has ended.
    std::string until; ///< The day of its last fixes, year-month-day, or the month.
    /// The reference with a tag that still gets fixes, its variant kept as far as that exists. Without a digest. Empty if the
    /// table cannot say.
    std::string instead;
    std::string insteadTag; ///< Of `instead`.
    std::string insteadUntil; ///< As `until`.
};

/// Nothing if the image still gets fixes, or if it is not known. Says what was known on the day of the table; asks no clock.
/// \param reference as parseImageReference() takes it, variables replaced.
std::optional<EndOfLife> endOfLifeOf(std::string_view reference);

/// The tag of the same image in its newest version, a long-term one where there are such; its variant is kept as far as that
/// exists: "24-slim" for `node:18-bullseye-slim`. Empty if there is no newer one, or if the table cannot say.
/// \param reference as endOfLifeOf() takes it.
std::string newerTagOf(std::string_view reference);

/// When the table was true, year-month-day.
std::string endOfLifeDate();

/// The version of an image to go to, a long-term one where there are such: "24" of node. Empty if it is not in the table.
/// \param name as bareNameOf() gives it.
std::string newestVersionOf(std::string_view name);

} // namespace drydock
