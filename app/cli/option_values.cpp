// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/option_values.h"

#include "model/base/suggest.h"
#include "model/exporting/printable.h"

namespace drydock::cli {

tl::unexpected<Error> wrong(const char *sentence, std::vector<std::string> arguments)
{
    for (std::string &argument : arguments)
        argument = printable(argument);
    return tl::unexpected(Error {{sentence, std::move(arguments)}, {}});
}

tl::unexpected<Error> unknownWord(std::string_view word, std::span<const std::string_view> known,
                                  const char *unknown, const char *similar)
{
    const std::string meant = nearestOption(word, known, MatchCase::Insensitive);
    if (meant.empty())
        return wrong(unknown, {std::string(word)});
    return wrong(similar, {std::string(word), meant});
}

std::pair<std::string, std::optional<std::string>> splitPair(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return {std::string(text), {}};
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

} // namespace drydock::cli
