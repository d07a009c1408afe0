// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace drydock::ui {

/// Where a build stands.
enum class BuildPhase : std::uint8_t {
    Idle, ///< None was started.
    Running,
    Done,
    Failed,
    Cancelled,
    Lost, ///< The connection broke; nobody knows how it ended.
};

/// What is said when a build starts. Words for a person.
struct BuildStart {
    QString target; ///< "final"
    QString way; ///< "BuildKit of docker 20.10"
    QString command; ///< The command line or request that does the same.
};

/// How a build ended.
struct BuildEnd {
    BuildPhase phase = BuildPhase::Done;
    QString words; ///< One sentence; empty: what the phase says is enough.
    QString detail; ///< The builder's or system's own words; may be empty.
};

} // namespace drydock::ui
