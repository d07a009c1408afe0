// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace drydock::app {

/// Version, licence and the libraries inside, with their versions.
void showAbout(QWidget *parent);

} // namespace drydock::app
