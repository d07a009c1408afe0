// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/engine_message.h"

#include "model/build/json_parts.h"
#include "model/build/log_text.h"

namespace drydock {

void takeEngineMessage(const nlohmann::json &message, BuildNews &news)
{
    if (const nlohmann::json *const aux = partOf(message, "aux")) {
        std::string id = textOf(*aux, "ID");
        if (!id.empty())
            news.imageIds.push_back(std::move(id));
    }
    const nlohmann::json *const detail = partOf(message, "errorDetail");
    std::string error = detail ? textOf(*detail, "message") : std::string();
    if (error.empty())
        error = textOf(message, "error");
    if (error.empty() && detail)
        error = "unknown error"; // It failed all the same.
    if (!error.empty())
        news.error = std::move(error);
}

std::string wordsOfRefusal(std::string_view body)
{
    constexpr std::size_t mostBytes = std::size_t {64} * 1024;
    std::string message = textOf(readJson(body), "message");
    if (message.empty())
        message = body.substr(0, mostBytes);
    while (message.ends_with('\n') || message.ends_with('\r'))
        message.pop_back();
    return plainText(message);
}

} // namespace drydock
