# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "DRYDOCK_FUZZ needs clang: cmake --preset fuzz")
endif()

add_executable(fuzz_parse fuzz_parse.cpp)
add_executable(fuzz_gestures fuzz_gestures.cpp ${gesture_sources})
add_executable(fuzz_context fuzz_context.cpp)
add_executable(fuzz_image fuzz_image.cpp)
add_executable(fuzz_language fuzz_language.cpp)
add_executable(fuzz_lint fuzz_lint.cpp ${fix_sources})
add_executable(fuzz_refactorings fuzz_refactorings.cpp ${refactoring_sources})
foreach(target fuzz_parse fuzz_gestures fuzz_context fuzz_language fuzz_lint fuzz_refactorings fuzz_image)
    target_link_libraries(${target} PRIVATE drydock_core drydock_warnings)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
endforeach()
target_link_libraries(fuzz_image PRIVATE drydock_image)
add_executable(fuzz_build fuzz_build.cpp)
target_link_libraries(fuzz_build PRIVATE drydock_image drydock_warnings)
target_link_options(fuzz_build PRIVATE -fsanitize=fuzzer)

# cmake --build --preset fuzz --target fuzz_smoke
set(corpus ${PROJECT_BINARY_DIR}/corpus)
set(DRYDOCK_FUZZ_SECONDS 30 CACHE STRING "How long fuzz_smoke runs each target")
set(options -max_total_time=${DRYDOCK_FUZZ_SECONDS} -max_len=4096 -timeout=10 -rss_limit_mb=2048
    -print_final_stats=1 -dict=${CMAKE_CURRENT_SOURCE_DIR}/dockerfile.dict)
set(folders ${CMAKE_CURRENT_SOURCE_DIR}/seeds ${CMAKE_CURRENT_SOURCE_DIR}/crashes)
add_custom_target(fuzz_smoke
    COMMAND ${CMAKE_COMMAND} -E make_directory ${corpus}
    COMMAND fuzz_parse ${options} ${corpus} ${folders}
    COMMAND fuzz_gestures ${options} ${corpus} ${folders}
    COMMAND fuzz_language ${options} ${corpus} ${folders}
    COMMAND fuzz_lint ${options} ${corpus} ${folders}
    COMMAND fuzz_refactorings ${options} ${corpus} ${folders}
    COMMAND fuzz_context ${options} ${corpus} ${folders} ${CMAKE_CURRENT_SOURCE_DIR}/seeds/fuzz_context
    COMMAND fuzz_image ${options} ${corpus} ${folders} ${CMAKE_CURRENT_SOURCE_DIR}/seeds/fuzz_image
    COMMAND fuzz_build ${options} ${corpus} ${folders} ${CMAKE_CURRENT_SOURCE_DIR}/seeds/fuzz_build
    USES_TERMINAL VERBATIM)
