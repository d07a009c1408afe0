// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/context_archive.h"
#include "model/engine/job.h"

#include <memory>
#include <string>

namespace drydock {

/// An archive that its receiver owns.
using ContextArchivePtr = std::shared_ptr<ContextArchive>;

/// Looks at a folder in another thread, since it may be large or slow, and opens the archive of it
/// (ContextArchive::open()). Only names and sizes are read until the archive is.
/// \param files as BuildWish::files.
JobPtr<ContextArchivePtr> openContext(const std::string &folder, const std::string &dockerfile,
                                      std::string text, const ContextFiles &files = {});

} // namespace drydock
