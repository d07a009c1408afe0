// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Values that BuildKit checks only once their variables are replaced. Each function returns BuildKit's own
// sentence, or an empty string if the value is fine.

namespace drydock {

/// One word of EXPOSE: `[ip:][hostPort:]port[-port][/proto]` (`convert_expose.go`: parsePortSpec).
std::string checkPort(std::string_view spec);

/// STOPSIGNAL: a number or a Linux signal's name (moby/sys `signal`).
std::string checkSignal(std::string_view signal);

/// FROM --platform: `os[/arch[/variant]]` (containerd `platforms.Parse`).
std::string checkPlatform(std::string_view platform);

/// COPY --chmod: octal up to 07777, or symbolic as in `u=rwX,go=rX`.
std::string checkChmod(std::string_view mode);

/// A git repository that ADD would clone and COPY refuses (`dfgitutil`: ParseGitRef), other than plain
/// `github.com/…` paths, which may be local.
bool isGitReference(std::string_view source);
bool isHttpSource(std::string_view source);

} // namespace drydock
