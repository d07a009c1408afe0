// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/language/hover.h"
#include "model/language/symbols.h"

namespace drydock {

// What there is to say about things with a name.

Hover hoverOfVariable(const Analysis &analysis, const Symbol &symbol);
Hover hoverOfStage(const Analysis &analysis, const Symbol &symbol);
Hover hoverOfImage(const Analysis &analysis, const Symbol &symbol);
Hover hoverOfHeredoc(const Analysis &analysis, const Symbol &symbol);

} // namespace drydock
