// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qsci/qsciscintilla.h>

#include <cstddef>
#include <string_view>

namespace drydock::ui {

using Sci = QsciScintilla;

/// SendScintilla() with one spelling for its many overloads.
inline long send(const QsciScintillaBase &editor, unsigned int message, std::size_t w = 0, long l = 0)
{
    return editor.SendScintilla(message, static_cast<unsigned long>(w), l);
}

inline long send(const QsciScintillaBase &editor, unsigned int message, std::string_view bytes)
{
    return editor.SendScintilla(message, static_cast<uintptr_t>(bytes.size()), bytes.data());
}

inline std::size_t sendSize(const QsciScintillaBase &editor, unsigned int message, std::size_t w = 0,
                            long l = 0)
{
    return static_cast<std::size_t>(send(editor, message, w, l));
}

} // namespace drydock::ui
