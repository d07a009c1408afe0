# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Defines Syntax::Highlighting: the distribution's KF6SyntaxHighlighting, or else a
# KF5SyntaxHighlighting built for Qt 6, as packaging/deps.sh makes one in .deps.
# Used with include().
if(NOT TARGET Syntax::Highlighting)
    # The static build names these in its link interface, but its configuration does not find them all.
    find_package(Qt6 REQUIRED COMPONENTS Core Gui Network)
    set(_syntax_target "")
    set(_syntax_qt5_build "")

    find_package(KF6SyntaxHighlighting QUIET)
    if(KF6SyntaxHighlighting_FOUND)
        set(_syntax_target KF6::SyntaxHighlighting)
        set(_syntax_version ${KF6SyntaxHighlighting_VERSION})
    else()
        # A distribution's KF5 package is the Qt 5 build, and only loading its configuration
        # would pull in Qt 5. So look into the file first, and load it only if it names Qt 6.
        set(_syntax_dirs)
        foreach(_syntax_prefix IN LISTS CMAKE_PREFIX_PATH ITEMS "${PROJECT_SOURCE_DIR}/.deps" /usr/local /usr)
            file(GLOB _syntax_configs
                "${_syntax_prefix}/lib*/cmake/KF5SyntaxHighlighting/KF5SyntaxHighlightingConfig.cmake"
                "${_syntax_prefix}/lib/*/cmake/KF5SyntaxHighlighting/KF5SyntaxHighlightingConfig.cmake")
            foreach(_syntax_config IN LISTS _syntax_configs)
                file(STRINGS "${_syntax_config}" _syntax_names_qt6 REGEX "find_dependency\\(Qt6")
                if(_syntax_names_qt6)
                    get_filename_component(_syntax_dir "${_syntax_config}" DIRECTORY)
                    list(APPEND _syntax_dirs "${_syntax_dir}")
                else()
                    set(_syntax_qt5_build "${_syntax_config}")
                endif()
            endforeach()
        endforeach()
        if(_syntax_dirs)
            find_package(KF5SyntaxHighlighting QUIET NO_DEFAULT_PATH PATHS ${_syntax_dirs})
        endif()
        if(KF5SyntaxHighlighting_FOUND)
            set(_syntax_target KF5::SyntaxHighlighting)
            set(_syntax_version ${KF5SyntaxHighlighting_VERSION})
        endif()
    endif()

    if(NOT _syntax_target)
        set(_syntax_note "")
        if(_syntax_qt5_build)
            set(_syntax_note "\n  (${_syntax_qt5_build} is the Qt 5 build, which cannot be used.)")
        endif()
        message(FATAL_ERROR "No Qt 6 build of KSyntaxHighlighting was found.${_syntax_note}\n"
            "  Debian 12:             sh packaging/deps.sh .deps   (builds one privately, about a minute)\n"
            "  Debian 13 and newer:   apt install libkf6syntaxhighlighting-dev\n"
            "  Fedora 40 and newer:   dnf install kf6-syntax-highlighting-devel\n")
    endif()

    message(STATUS "KSyntaxHighlighting: ${_syntax_target} ${_syntax_version}")
    # An alias of an imported target needs it to be visible everywhere.
    set_target_properties(${_syntax_target} PROPERTIES IMPORTED_GLOBAL TRUE)
    add_library(Syntax::Highlighting ALIAS ${_syntax_target})

    foreach(_syntax_v target version note dirs dir config configs prefix names_qt6 qt5_build v)
        unset(_syntax_${_syntax_v})
    endforeach()
endif()
