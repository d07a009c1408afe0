// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/build_job.h"

namespace drydock {

/// Builds by the engine itself: sends it the folder and follows what its builder streams. No program is needed.
///
/// If the engine turns out to have no BuildKit the classic builder takes over, before anything was built; way() says so.
/// \param way BuildKit or Classic.
/// \param engine borrowed; must outlive the job.
BuildPtr startEngineBuild(EngineClient &engine, const BuildWish &wish, BuildWay way);

} // namespace drydock
