# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The window without its main(), so that tests can link it.
add_library(drydock_app
    about.cpp
    app_style.cpp
    appearance.cpp
    arguments.cpp
    build_extras.cpp
    build_options_dialog.cpp
    check_dialog.cpp
    check_list.cpp
    commands.cpp
    compare_view.cpp
    disk_watch.cpp
    editor_tab.cpp
    engine_button.cpp
    engine_desk.cpp
    engine_desk_panels.cpp
    engine_desk_runs.cpp
    engine_desk_sizes.cpp
    engine_room.cpp
    file_build.cpp
    file_controller.cpp
    file_reader.cpp
    file_surroundings.cpp
    file_writer.cpp
    files_beside.cpp
    graph_export.cpp
    help_panel.cpp
    icons.cpp
    image_choice.cpp
    key_field.cpp
    large_letters.cpp
    lifetime_signals.cpp
    link_row.cpp
    main_window.cpp
    main_window_commands.cpp
    main_window_dialogs.cpp
    main_window_engine.cpp
    main_window_events.cpp
    main_window_graph.cpp
    main_window_graph_menu.cpp
    main_window_menus.cpp
    main_window_panels.cpp
    main_window_problems.cpp
    main_window_refactor.cpp
    measurement_store.cpp
    message_bar.cpp
    open_file.cpp
    open_file_recovery.cpp
    palette_button.cpp
    panels.cpp
    path_store.cpp
    program.cpp
    project_facts.cpp
    recovery_journal.cpp
    recovery_record.cpp
    recovery_store.cpp
    samples.cpp
    scan_dialog.cpp
    screenshot.cpp
    settings.cpp
    shortcut_dialog.cpp
    shortcut_list.cpp
    shortcuts.cpp
    start_page.cpp
    status_line.cpp
    target_box.cpp
    text_header.cpp
    verify_words.cpp
    word_filter.cpp
    words.cpp
)
set_target_properties(drydock_app PROPERTIES AUTOMOC ON)
target_link_libraries(drydock_app
    PUBLIC drydock_ui drydock_document drydock_engine Qt6::Widgets
    PRIVATE drydock_warnings Qt6::Svg QScintilla::QScintilla nlohmann_json::nlohmann_json Syntax::Highlighting)
drydock_precompile(drydock_app)
target_compile_definitions(drydock_app PRIVATE
    DRYDOCK_VERSION="${PROJECT_VERSION}"
    DRYDOCK_SYNTAX_VERSION="$<IF:$<TARGET_EXISTS:KF6::SyntaxHighlighting>,${KF6SyntaxHighlighting_VERSION},${KF5SyntaxHighlighting_VERSION}>")

# Icons, samples and teaching pages travel inside the program. New files are found without touching this list.
foreach(kind IN ITEMS icons samples teach)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/${kind}/*)
    if(files)
        qt_add_resources(drydock_app ${kind} PREFIX / BASE ${PROJECT_SOURCE_DIR}/resources FILES ${files})
    endif()
endforeach()

add_executable(drydock main.cpp)
target_link_libraries(drydock PRIVATE drydock_app drydock_warnings)
