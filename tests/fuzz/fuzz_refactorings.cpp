// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every refactoring on any bytes whatever: each is blocked with a reason or keeps its promises.
#include "tests/model/refactor/refactoring_promises.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace drydock;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const PreparedFile file(std::string(reinterpret_cast<const char *>(data), size));
    const auto &instructions = file.syntax().instructions;
    for (const Refactoring &refactoring : refactorings()) {
        RefactorWish wish;
        // The bytes decide where the caret is, so that every input is played the same way each time.
        if (refactoring.needsCaret && !instructions.empty())
            wish.caret = instructions[data[size - 1] % instructions.size()].range.begin;
        const TriedRefactoring tried = tryRefactoring(refactoring, file, wish);
        if (tried.broken.empty())
            continue;
        std::fprintf(stderr, "Broken promise: %s: %s\n--- before\n%s\n--- after\n%s\n",
                     std::string(refactoring.id).c_str(), tried.broken.c_str(),
                     std::string(file.bytes()).c_str(), tried.result ? tried.result->text.c_str() : "");
        std::abort();
    }
    return 0;
}
