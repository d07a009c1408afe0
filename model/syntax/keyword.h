// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace drydock {

/// The instructions of the Dockerfile language (BuildKit `command/command.go`).
enum class Keyword : std::uint8_t {
    Unknown,
    Add,
    Arg,
    Cmd,
    Copy,
    Entrypoint,
    Env,
    Expose,
    From,
    Healthcheck,
    Label,
    Maintainer,
    Onbuild,
    Run,
    Shell,
    Stopsignal,
    User,
    Volume,
    Workdir,
};

/// Any case. \returns Unknown for anything that is no instruction.
Keyword keywordOf(std::string_view word);

/// In capitals, "FROM". Empty for Unknown.
std::string_view nameOf(Keyword keyword);

} // namespace drydock
