// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Gestures on any bytes whatever: each is refused with a reason or keeps its promises. Chance comes from the bytes
// themselves, so that every input is played the same way each time.
#include "tests/model/refactor/random_gesture.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace drydock;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string text(reinterpret_cast<const char *>(data), size);
    // FNV-1a to begin with, then Knuth's linear congruential generator (MMIX).
    std::uint64_t state = 0xcbf29ce484222325U;
    for (const char c : text)
        state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    const Dice dice = [&state](std::size_t bound) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33) % bound;
    };
    const BuildOptions options;
    for (int i = 0; i < 8; ++i) {
        const Syntax syntax = parse(SourceText(text));
        if (syntax.stages.empty())
            return 0;
        const StageGraph graph = makeStageGraph(syntax, options);
        const GestureContext context {syntax, graph, options};
        const TriedGesture tried = tryGesture(context, dice);
        if (const std::string broken = brokenPromise(context, tried); !broken.empty()) {
            std::fprintf(stderr, "Broken promise: %s: %s\n--- before\n%s\n--- after\n%s\n",
                         tried.words.c_str(), broken.c_str(), text.c_str(),
                         tried.plan ? tried.plan->edits.applyTo(text).c_str() : "");
            std::abort();
        }
        if (tried.plan)
            text = tried.plan->edits.applyTo(text);
    }
    return 0;
}
