// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace drydock {

/// The label that every container of a run carries; its value is a runOwner().
constexpr const char *runLabel = "drydock.run";

/// Names this process among all that ever ran: machine, start of the machine, process namespace, number, start.
const std::string &runOwner();

/// The process that `owner` names is surely over. False also for what cannot be known from here: another machine, another
/// process namespace, a value that is no runOwner().
bool isOwnerGone(std::string_view owner);

} // namespace drydock
