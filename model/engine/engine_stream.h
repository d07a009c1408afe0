// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_session.h"

#include <memory>

namespace drydock {

/// A streamed question to an engine that begins when a version is agreed on.
/// \param request its URL has no version.
ExchangePtr streamFrom(std::shared_ptr<EngineSession> session, HttpRequest request);
/// One that is not asked and ends in `error`.
ExchangePtr refusedStream(Error error);

} // namespace drydock
