# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target that every target of ours links PRIVATE; no target sets a compiler flag of its own.
add_library(drydock_warnings INTERFACE)
target_compile_options(drydock_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(DRYDOCK_WERROR)
    target_compile_options(drydock_warnings INTERFACE -Werror)
endif()
# GCC 12 reports -Wrestrict inside of std::string's operator+ (GCC bug 105651); the code is fine.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(drydock_warnings INTERFACE -Wno-restrict)
endif()
