// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/build_job.h"

#include <string>
#include <vector>

namespace drydock {

/// Why the wish can be fulfilled by docker buildx alone: one English sentence, marked for translation. Empty if engines can.
std::string needOfBuildx(const BuildWish &wish, const Syntax &syntax);

/// startBuild() that looks for docker-buildx in these folders.
BuildPtr startBuildLookingIn(EngineClient &engine, const BuildWish &wish,
                             const std::vector<std::string> &folders);

} // namespace drydock
