// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_client.h"

namespace drydock {

std::string EngineFacts::label() const
{
    return product + ' ' + version.substr(0, version.find_first_of("+~"));
}

} // namespace drydock
