# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What nearly every file with widgets includes, read once: such a file then compiles in less than half of the time.
# Each file still includes what it uses; clang-tidy looks at it without this.
function(drydock_precompile target)
    target_precompile_headers(${target} PRIVATE
        <QAction> <QApplication> <QGraphicsObject> <QGraphicsView> <QHBoxLayout> <QKeyEvent> <QLabel> <QMenu> <QPainter>
        <QTimer> <QToolButton> <QUndoStack> <QVBoxLayout> <tl/expected.hpp>
        <algorithm> <map> <memory> <optional> <string> <variant> <vector>)
    # ccache can only tell what a precompiled header holds if the compiler keeps the reference to it.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
endfunction()
