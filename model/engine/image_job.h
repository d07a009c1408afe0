// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/job.h"

#include <string>

namespace drydock {

/// Asks an engine what an image weighs that no text of ours has made: one stage, of no file, whose layers belong to no line.
/// Nothing is built or pulled: an Error if the engine does not have it.
/// \param engine borrowed; must outlive the job. \param image a reference or an id.
JobPtr<Measurement> measureImage(EngineClient &engine, const std::string &image);

} // namespace drydock
