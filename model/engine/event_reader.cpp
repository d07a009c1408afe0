// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_client.h"
#include "model/engine/engine_json.h"

#include <algorithm>
#include <string_view>

namespace drydock {

std::optional<EngineEvent> readEvent(std::string_view line)
{
    const Json json = parsedObject(line);
    EngineEvent event;
    event.type = textIn(json, "Type");
    if (event.type != "image" && event.type != "container")
        return std::nullopt;
    // "health_status: healthy", "exec_create: /bin/sh -c …"
    event.action = textIn(json, "Action");
    event.action.resize(std::min(event.action.size(), event.action.find(':')));
    // A health check makes three of them each time.
    if (event.action.empty() || event.action == "health_status" || event.action.compare(0, 5, "exec_") == 0)
        return std::nullopt;
    const Json &actor = childIn(json, "Actor");
    event.id = textIn(actor, "ID");
    event.attributes = textMapIn(actor, "Attributes");
    return event;
}

} // namespace drydock
