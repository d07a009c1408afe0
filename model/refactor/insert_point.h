// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

namespace drydock {

/// The instruction of `stage` behind which a new COPY --from goes: the last COPY --from, else the last WORKDIR, ENV
/// or ARG above the first RUN, else FROM; never below a USER other than root, a CMD or an ENTRYPOINT.
InstructionIndex placeForCopy(const Syntax &syntax, StageIndex stage);

} // namespace drydock
