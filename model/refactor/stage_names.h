// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/references.h"

#include <set>
#include <string>
#include <string_view>

namespace drydock {

/// Whether BuildKit takes `name` behind AS (`instructions/parse.go`: parseBuildStageName), and whether it means
/// something already. \returns the reason why not.
Result<void> checkStageName(std::string_view name);

/// Whether a stage at `place` may be called `name` without taking anyone's place: no other stage has the name, no
/// reference that would then find this stage means an image or a build context.
/// \param place where the stage stands or will stand: stages from there on are below it.
/// \param self the stage that is renamed; none for a new one.
bool isFreeName(const GestureContext &context, const References &references, std::string_view name,
                std::size_t place, StageIndex self = {});

/// A free name made of an image: "golang" for "docker.io/library/golang:1.22", "golang-2" if that is taken.
/// \param reserved lower-case names that are given away already.
std::string nameFromImage(const GestureContext &context, const References &references, std::string_view image,
                          std::size_t place, StageIndex self = {},
                          const std::set<std::string> &reserved = {});

/// The last part of an image's path, without tag and digest, as far as it can stand behind AS: "golang". "stage" if
/// nothing is left or the rest means something else.
std::string imageStem(std::string_view image);

/// The first free of `stem`, `stem`-2, `stem`-3 …
std::string freeNameLike(const GestureContext &context, const References &references, const std::string &stem,
                         std::size_t place, StageIndex self = {}, const std::set<std::string> &reserved = {});

/// The first free of stage-1, stage-2 … counted from how many stages there are.
std::string numberedName(const GestureContext &context, const References &references, std::size_t place);

} // namespace drydock
