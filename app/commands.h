// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/language/symbols.h"
#include "ui/palette/palette_model.h"

#include <functional>

class QAction;
class QMenuBar;

namespace drydock::app {

/// The name of the property in which an action keeps why it is disabled, a sentence.
constexpr const char *reasonProperty = "drydockReason";

/// Why `action` is disabled; empty if it is not. \param hasFile a file is open.
QString reasonOf(const QAction &action, bool hasFile);

/// Adds what is in the menus of `bar`, disabled entries with their reason. Entries hold on to no action that dies.
void addCommands(ui::PaletteContent &content, const QMenuBar &bar, bool hasFile);

/// Adds the stages.
/// \param go is called with the range to select.
void addStages(ui::PaletteContent &content, const Analysis &analysis,
               const std::function<void(TextRange)> &go);

/// Adds the lines that use `symbol`, without the one that makes it.
void addOccurrences(ui::PaletteContent &content, const Analysis &analysis, const Symbol &symbol,
                    const std::function<void(TextRange)> &go);

/// Adds the instructions by their text, and "Go to line 12" for a number.
void addLines(ui::PaletteContent &content, const std::shared_ptr<const Analysis> &analysis,
              const std::function<void(TextRange)> &go);

} // namespace drydock::app
