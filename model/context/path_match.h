// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace drydock {

/// The shortest path of the same meaning: no ".", no "//", no "x/..", no "/" at the end ("." if nothing is left).
/// Works on the text alone, as Go's path.Clean does.
std::string cleanPath(std::string_view path);

/// The file at `path`, seen from the root of the build context: no "/" in front, and ".." does not lead out.
/// Empty for the root itself.
std::string pathFromRoot(std::string_view path);

/// With a "/" between, unless one of them is empty.
std::string joinedPath(std::string_view folder, std::string_view path);
/// Everything before the last "/"; empty if there is none.
std::string_view folderOfPath(std::string_view path);
/// Everything behind the last "/".
std::string_view nameOfPath(std::string_view path);

/// `*`, `?` or `[` stands in it without a backslash in front (BuildKit's containsWildcards).
bool hasWildcard(std::string_view path);

enum class PathMatch { No, Yes, BadPattern };

/// Does the wildcard pattern describe the whole of `path`? Go's filepath.Match on Unix: `*` is any run without "/",
/// `?` one character but "/", `[a-z]` and `[^a-z]` one character (the latter "/" too), `\` takes the next character
/// as it is. What Go decides by taking the first place where a piece fits is decided so here, hence at most
/// pattern × path steps. \returns BadPattern for an unfinished class or escape, also
/// where Go would not have got to it.
PathMatch matchPath(std::string_view pattern, std::string_view path);

} // namespace drydock
