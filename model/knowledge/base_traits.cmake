# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Facts with a date are data, and travel inside the program.
set(traits ${PROJECT_SOURCE_DIR}/resources/knowledge/base_traits.toml)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${traits})
file(READ ${traits} BASE_TRAITS)
configure_file(${CMAKE_CURRENT_LIST_DIR}/base_traits_table.cpp.in
    ${CMAKE_CURRENT_BINARY_DIR}/base_traits_table.cpp @ONLY)
target_sources(drydock_core PRIVATE knowledge/base_traits.cpp ${CMAKE_CURRENT_BINARY_DIR}/base_traits_table.cpp)
