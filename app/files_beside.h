// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/build_context.h"

#include <QString>

#include <map>
#include <string>

namespace drydock::app {

/// Writes files beside a Dockerfile, path relative to its folder → bytes. What is there and is not what `folder` says of
/// it is left alone. \returns a sentence about the first that could not be written; empty if all were.
/// \param folder what was known of the folder when the files were made; may be null.
QString writeBeside(const QString &dockerfile, const BuildContext *folder,
                    const std::map<std::string, std::string> &files);

} // namespace drydock::app
