# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The command line program: no Qt, so that it starts in the time of a shell built-in.
find_package(Threads REQUIRED)
add_executable(drydock-cli
    cli_main.cpp
    cli/arguments.cpp
    cli/check_command.cpp
    cli/commands.cpp
    cli/engine_options.cpp
    cli/engine_program.cpp
    cli/file_finder.cpp
    cli/folders_beside.cpp
    cli/input_file.cpp
    cli/layout_command.cpp
    cli/option_values.cpp
    cli/ordered_run.cpp
    cli/output.cpp
    cli/refactor_command.cpp
    cli/refactor_options.cpp
    cli/replace_file.cpp
)
target_compile_definitions(drydock-cli PRIVATE DRYDOCK_VERSION="${PROJECT_VERSION}"
    DRYDOCK_LIBEXEC="${CMAKE_INSTALL_LIBEXECDIR}/drydock")
target_link_libraries(drydock-cli PRIVATE drydock_core drydock_warnings Threads::Threads)
# Finding and relocating the C++ library at run time would be half of the start-up. Two of them in one program get in each other's
# way, and libraries of ours in files of their own bring another one.
if(NOT BUILD_SHARED_LIBS)
    target_link_options(drydock-cli PRIVATE -static-libstdc++ -static-libgcc)
endif()
install(TARGETS drydock-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
