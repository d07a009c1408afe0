// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

/// "a b" → "a%20b". \param spared bytes that stand for themselves beside letters, digits and "-._~".
std::string percentEncoded(std::string_view text, std::string_view spared = {});

/// Whether a name or id can stand in a path: not empty, no part that is empty, "." or "..", no control characters. Other
/// names would ask the engine something else.
bool isPathName(std::string_view name);
/// "/images/" + name + "/json" with the name escaped as engines want it: "/" and ":" stay. \pre isPathName(name)
std::string pathOf(std::string_view before, std::string_view name, std::string_view after);

/// "?a=b&c=d" of what has a value; empty if nothing has.
std::string queryOf(const std::vector<std::pair<std::string, std::string>> &parameters);
/// {"label":["key=value"]}; empty if there is no label.
std::string labelFilter(const std::string &label);

/// A reference as pulls want it: "repo:5000/a:1" → {"repo:5000/a", "1"}; a digest counts as a tag. Without a tag it is
/// "latest": an engine would pull them all.
std::pair<std::string, std::string> nameAndTag(std::string_view reference);

/// The path and query of `POST /build`.
std::string buildPath(const BuildQuery &query);
/// The body of `POST /containers/create`.
std::string containerBody(const ContainerPlan &plan);

} // namespace drydock
