// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Checks and their fixes on any bytes whatever: every range lies inside of the text, and every fix keeps its promises.
#include "tests/model/lint/fix_promises.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace drydock;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    const auto analysis = analyse(SourceText(text));
    std::size_t tried = 0;
    for (const Diagnostic &finding : analysis->diagnostics) {
        std::string broken;
        if (finding.range.begin > finding.range.end || finding.range.end > size)
            broken = "the range lies outside of the text";
        for (const Fix &fix : finding.fixes) {
            // Each is analysed again: the same few hundred times over would only take time.
            if (broken.empty() && ++tried < 40)
                broken = brokenPromise(*analysis, finding, fix);
        }
        if (broken.empty())
            continue;
        std::fprintf(stderr, "%s: %s\n--- text\n%s\n", finding.rule.c_str(), broken.c_str(), text.c_str());
        std::abort();
    }
    return 0;
}
