// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/compared_size.h"

#include <algorithm>

namespace drydock::ui {

ComparedSize atStage(ComparedSize side, const StageSize &shown, bool isTarget)
{
    if (isTarget || shown.name.empty() || !side.measurement)
        return side;
    const std::vector<StageSize> &stages = side.measurement->stages;
    const auto same = std::ranges::find(stages, shown.name, &StageSize::name);
    if (same == stages.end() || same->stage == side.size.stage)
        return side;
    side.size = *same;
    side.config.reset(); // That of the target.
    side.name = QStringLiteral("%1 · %2").arg(side.name, QString::fromStdString(shown.name));
    return side;
}

} // namespace drydock::ui
