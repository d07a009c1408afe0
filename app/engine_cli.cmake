# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The commands of drydock-cli that ask an engine or a registry, in a program of their own: it needs an event loop, and
# drydock-cli is to start in the time of a shell built-in. drydock-cli becomes it.
add_executable(drydock-cli-engine
    cli/arguments.cpp
    cli/commands.cpp
    cli/engine_options.cpp
    cli/file_finder.cpp
    cli/folders_beside.cpp
    cli/input_file.cpp
    cli/option_values.cpp
    cli/output.cpp
    cli/refactor_command.cpp
    cli/refactor_options.cpp
    cli/replace_file.cpp
    engine_cli/build_command.cpp
    engine_cli/build_input.cpp
    engine_cli/compare_command.cpp
    engine_cli/engine_session.cpp
    engine_cli/files_words.cpp
    engine_cli/main.cpp
    engine_cli/measuring.cpp
    engine_cli/registry_command.cpp
    engine_cli/registry_session.cpp
    engine_cli/size_words.cpp
    engine_cli/sizes_command.cpp
    engine_cli/step_words.cpp
    engine_cli/verify_command.cpp
)
target_link_libraries(drydock-cli-engine PRIVATE drydock_engine drydock_warnings nlohmann_json::nlohmann_json)
# drydock-cli looks beside itself first, then there.
install(TARGETS drydock-cli-engine RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/drydock)
# Whoever builds the one wants the other beside it.
add_dependencies(drydock-cli drydock-cli-engine)
