// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/points_in_time.h"

#include <charconv>
#include <chrono>

namespace drydock {
namespace {

/// Takes `digits` digits and then `end` off the front; `end` 0 is nothing.
bool take(std::string_view &text, std::size_t digits, char end, int &number)
{
    if (text.size() < digits + (end == 0 ? 0 : 1) || (end != 0 && text[digits] != end))
        return false;
    const char *const last = text.data() + digits;
    unsigned value = 0; // Takes no sign.
    const auto [stop, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc() || stop != last)
        return false;
    number = static_cast<int>(value);
    text.remove_prefix(digits + (end == 0 ? 0 : 1));
    return true;
}

/// "Z", "+01:00"
std::optional<std::chrono::minutes> offsetOf(std::string_view text)
{
    if (text == "Z" || text == "z")
        return std::chrono::minutes(0);
    const bool isWest = text.starts_with('-');
    if (!isWest && !text.starts_with('+'))
        return std::nullopt;
    text.remove_prefix(1);
    int hours = 0;
    int minutes = 0;
    if (!take(text, 2, ':', hours) || !take(text, 2, 0, minutes) || !text.empty())
        return std::nullopt;
    const std::chrono::minutes offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return isWest ? -offset : offset;
}

} // namespace

std::optional<std::int64_t> secondsOf(std::string_view text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!take(text, 4, '-', year) || !take(text, 2, '-', month) || !take(text, 2, 'T', day)
        || !take(text, 2, ':', hour) || !take(text, 2, ':', minute) || !take(text, 2, 0, second))
        return std::nullopt;
    const std::chrono::year_month_day date {std::chrono::year(year),
                                            std::chrono::month(static_cast<unsigned>(month)),
                                            std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    if (text.starts_with('.'))
        text.remove_prefix(1 + std::min(text.substr(1).find_first_not_of("0123456789"), text.size() - 1));
    const auto offset = offsetOf(text);
    if (!offset)
        return std::nullopt;
    const auto point = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute)
        + std::chrono::seconds(second) - *offset;
    return std::chrono::duration_cast<std::chrono::seconds>(point.time_since_epoch()).count();
}

} // namespace drydock
