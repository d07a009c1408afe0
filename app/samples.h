// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <string>

namespace drydock::app {

/// A Dockerfile to try things with. It lives in the program and is never changed: opening one makes a copy.
struct Sample {
    QString id;
    QString title; ///< "Go web server".
    QString language; ///< "Go".
    QString file; ///< Resource path.
    QString sentence; ///< Why it is worth a look.

    std::string bytes() const;
};

/// Those of `:/samples/index.json`; empty if there are none.
QList<Sample> samples();

} // namespace drydock::app
