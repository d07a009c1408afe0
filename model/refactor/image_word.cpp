// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/image_word.h"

#include "model/graph/image_reference.h"
#include "model/refactor/plan.h"

#include <algorithm>

namespace drydock {

Result<void> checkImageWord(std::string_view image)
{
    const std::string name(image);
    if (image.empty())
        return refusal(QT_TRANSLATE_NOOP("refactor", "A base needs a name."));
    // What the reference grammar does not know would be read as something else: a blank, a quote, an escape.
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("-_.:/@${}+").find(c) != std::string_view::npos;
    };
    const bool hasVariable = image.find('$') != std::string_view::npos;
    if (image.starts_with("-") || !std::ranges::all_of(image, isPlain)
        || (!hasVariable && image != "scratch" && !parseImageReference(image)))
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is no image name."), {name});
    return {};
}

} // namespace drydock
