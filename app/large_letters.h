// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace drydock::app {

/// For a room: everything written 1.6 times as large. Ends with end() or its own end.
class LargeLetters final {
public:
    ~LargeLetters() { end(); }
    LargeLetters() = default;
    LargeLetters(const LargeLetters &) = delete;
    LargeLetters &operator=(const LargeLetters &) = delete;

    /// Enlarges the application's font.
    void begin();
    void end();
    bool isOn() const { return m_isOn; }
    /// By how many points the text of the file grows, whose font does not follow the application's.
    static int ofText();

private:
    QFont m_before;
    bool m_isOn = false;
};

} // namespace drydock::app
