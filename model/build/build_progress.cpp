// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/build_progress.h"

namespace drydock {

bool BuildNews::isEmpty() const
{
    return steps.empty() && output.empty() && amounts.empty() && warnings.empty() && imageIds.empty() && error.empty()
        && notice.empty();
}

} // namespace drydock
