// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace drydock::ui {

/// Lets screen readers walk the graph as a tree: the view is "Stage graph", its children the nodes in file
/// order, each with a sentence for a name. May be called often.
void installGraphAccessibility();

} // namespace drydock::ui
