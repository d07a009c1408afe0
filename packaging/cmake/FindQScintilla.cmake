# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Finds the Qt 6 build of QScintilla and defines the target QScintilla::QScintilla.
# Sets QScintilla_FOUND and QScintilla_VERSION; honours QScintilla_ROOT and CMAKE_PREFIX_PATH.
# QScintilla ships no CMake files of its own, and its header and library names differ
# between distributions, hence this module.
include(FindPackageHandleStandardArgs)

find_path(QScintilla_INCLUDE_DIR
    NAMES Qsci/qsciscintilla.h
    HINTS ${Qt6Widgets_INCLUDE_DIRS}
    PATH_SUFFIXES qt6 include/qt6 include/${CMAKE_LIBRARY_ARCHITECTURE}/qt6 include)
# No bare "qscintilla2": that name belongs to Qt 4 and Qt 5 builds.
find_library(QScintilla_LIBRARY
    NAMES qscintilla2_qt6 qscintilla2-qt6 libqscintilla2_qt6)

if(QScintilla_INCLUDE_DIR AND EXISTS "${QScintilla_INCLUDE_DIR}/Qsci/qsciglobal.h")
    file(STRINGS "${QScintilla_INCLUDE_DIR}/Qsci/qsciglobal.h" _qsci_version_line
        REGEX "^#define[ \t]+QSCINTILLA_VERSION_STR")
    string(REGEX REPLACE ".*\"([0-9.]+)[^\"]*\".*" "\\1" QScintilla_VERSION "${_qsci_version_line}")
    unset(_qsci_version_line)
endif()

find_package_handle_standard_args(QScintilla
    REQUIRED_VARS QScintilla_LIBRARY QScintilla_INCLUDE_DIR
    VERSION_VAR QScintilla_VERSION
    REASON_FAILURE_MESSAGE "the Qt 6 build is needed (Debian, Ubuntu: libqscintilla2-qt6-dev, Fedora: qscintilla-qt6-devel)")

if(QScintilla_FOUND AND NOT TARGET QScintilla::QScintilla)
    add_library(QScintilla::QScintilla UNKNOWN IMPORTED)
    set_target_properties(QScintilla::QScintilla PROPERTIES
        IMPORTED_LOCATION "${QScintilla_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${QScintilla_INCLUDE_DIR}"
        INTERFACE_COMPILE_DEFINITIONS "QSCINTILLA_DLL"
        INTERFACE_LINK_LIBRARIES "Qt6::Widgets;Qt6::PrintSupport")
endif()
mark_as_advanced(QScintilla_INCLUDE_DIR QScintilla_LIBRARY)
