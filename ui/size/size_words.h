// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/base/result.h"
#include "model/image/size_report.h"
#include "ui/common/theme.h"

#include <QString>

namespace drydock::ui {

/// The categories in the order in which bars and legends show them.
constexpr std::array<LayerCategory, 6> layerCategories {
    LayerCategory::Base,        LayerCategory::Packages,    LayerCategory::Dependencies,
    LayerCategory::BuildOutput, LayerCategory::Application, LayerCategory::Other,
};

/// "8.9 MB", "740 MB", "0 bytes": powers of 1000 as Docker counts, in the reader's language.
QString sizeText(std::uint64_t bytes);
/// "≈ 8.9 MB" for what nobody measured.
QString estimateText(std::uint64_t bytes);
/// "98.4 %" of a share from 0 to 1; never "100 %" or "0 %" of what is only nearly so.
QString percentText(double share);
/// "−731 MB", "+3 kB", "0 bytes".
QString changeText(std::uint64_t before, std::uint64_t after);

/// "base image", "packages" …
QString categoryWord(LayerCategory category);

/// "12:04" today, with the date on other days. \param seconds since 1970.
QString timeText(std::int64_t seconds);

/// The instruction of a layer in one line: as the text has it, else in the builder's words without their decoration.
/// \param analysis of the text that was built; null if it is not at hand.
QString layerText(const Analysis *analysis, const LayerSize &layer);
/// "stage 1 · build" for the lists.
QString stageText(const Analysis *analysis, StageIndex stage);

/// The sentence of an error in the reader's language; its detail is shown apart.
QString errorSentence(const Error &error);

} // namespace drydock::ui
