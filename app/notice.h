// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>

namespace drydock::app {

/// What a bar above the views is about. One bar per kind and file; in the order in which they are shown.
enum class NoticeKind : std::uint8_t {
    Recovery, ///< Unsaved changes of an earlier run were found.
    SaveFailed,
    ChangedOnDisk,
    DeletedOnDisk,
    OtherWindow, ///< Another Drydock has the file open.
    ReadOnly,
    Binary,
    Large,
    BadConfig, ///< The project's settings for the rules cannot be understood.
    NoRecovery, ///< The recovery folder cannot be written.
    Plain, ///< A sentence, nothing to decide.
};

enum class NoticeLevel : std::uint8_t { Info, Warning, Error };

/// What the reader can do about it.
enum class NoticeAction : std::uint8_t {
    Recover,
    Discard,
    Reload,
    KeepMine,
    Compare,
    Save,
    SaveAs,
    Overwrite,
    Dismiss
};

/// A sentence with buttons. Never stops anybody from working.
struct Notice {
    NoticeKind kind = NoticeKind::Plain;
    NoticeLevel level = NoticeLevel::Info;
    QString text; ///< Plain text.
    QList<NoticeAction> actions; ///< Buttons in this order. Dismiss is the bar's own close button.
};

} // namespace drydock::app
