// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/stage_names.h"

#include "model/base/suggest.h"
#include "model/refactor/plan.h"
#include "model/syntax/characters.h"
#include "model/syntax/stage_name.h"

#include <algorithm>

namespace drydock {
namespace {

/// An image that a new stage name comes near would be taken for a slip of the pen (StageGraph: Missing).
bool looksMisspelt(std::string_view image, const std::vector<std::string_view> &names)
{
    return image.size() >= 4 && image.find_first_of("/:@.") == std::string_view::npos
        && !nearestOption(image, names, MatchCase::Insensitive).empty();
}

} // namespace

std::string imageStem(std::string_view image)
{
    image = image.substr(0, image.find('@'));
    if (const std::size_t slash = image.rfind('/'); slash != std::string_view::npos)
        image.remove_prefix(slash + 1);
    image = image.substr(0, image.find(':'));
    std::string stem;
    for (const char c : lowered(image)) {
        if (isStageNameCharacter(c))
            stem += c;
    }
    while (!stem.empty() && (stem.front() < 'a' || stem.front() > 'z'))
        stem.erase(stem.begin());
    return stem.empty() || stem == "scratch" || stem == "context" ? "stage" : stem;
}

Result<void> checkStageName(std::string_view name)
{
    const std::string lower = lowered(name);
    if (lower.empty())
        return refusal(QT_TRANSLATE_NOOP("refactor", "A stage needs a name."));
    if (lower.front() < 'a' || lower.front() > 'z')
        return refusal(QT_TRANSLATE_NOOP("refactor", "A stage name begins with a letter."));
    if (!std::ranges::all_of(lower, isStageNameCharacter))
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "A stage name holds only letters, digits, “-”, “_” and “.”."));
    if (lower == "scratch" || lower == "context")
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” means something else in a Dockerfile."), {lower});
    return {};
}

bool isFreeName(const GestureContext &context, const References &references, std::string_view name,
                std::size_t place, StageIndex self)
{
    const std::string lower = lowered(name);
    const Resolution &resolution = references.resolution();
    for (std::size_t i = 0; i < resolution.bases.size(); ++i) {
        if (i != self.value && lowered(resolution.bases[i].name) == lower)
            return false;
    }
    for (const auto &[contextName, source] : context.options.contexts) {
        if (lowered(contextName) == lower)
            return false;
    }
    const std::vector<std::string_view> option {lower};
    return std::ranges::none_of(references.all(), [&](const Reference &reference) {
        if (reference.stage && reference.stage == self)
            return false;
        if (reference.kind == ReferenceKind::From)
            return reference.value == lower && reference.user.value >= place && reference.user != self;
        return lowered(reference.value) == lower
            || (!reference.stage && looksMisspelt(reference.value, option));
    });
}

std::string freeNameLike(const GestureContext &context, const References &references, const std::string &stem,
                         std::size_t place, StageIndex self, const std::set<std::string> &reserved)
{
    std::string name = stem;
    for (std::size_t number = 2;
         reserved.contains(lowered(name)) || !isFreeName(context, references, name, place, self); ++number)
        name = stem + "-" + std::to_string(number);
    return name;
}

std::string nameFromImage(const GestureContext &context, const References &references, std::string_view image,
                          std::size_t place, StageIndex self, const std::set<std::string> &reserved)
{
    return freeNameLike(context, references, imageStem(image), place, self, reserved);
}

std::string numberedName(const GestureContext &context, const References &references, std::size_t place)
{
    std::size_t number = context.syntax.stages.size() + 1;
    std::string name = "stage-" + std::to_string(number);
    while (!isFreeName(context, references, name, place)) {
        ++number;
        name = "stage-" + std::to_string(number);
    }
    return name;
}

} // namespace drydock
