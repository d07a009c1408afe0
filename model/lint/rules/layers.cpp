// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"

namespace drydock {

std::span<const Rule> layerRules()
{
    return {};
}

} // namespace drydock
