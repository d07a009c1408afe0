// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/image/json_fields.h"

namespace drydock {

/// `GET /containers/{id}/json`. \pre `json` is an object.
ContainerFacts readContainer(const Json &json);
/// One of `GET /containers/json`, which tells exit code and health only in words ("Exited (2) 3 minutes ago").
/// \pre `json` is an object.
ContainerFacts readListedContainer(const Json &json);

} // namespace drydock
