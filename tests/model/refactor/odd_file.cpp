// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/random_gesture.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace drydock {

std::string oddFile(const Dice &dice)
{
    static const std::vector<std::vector<std::string>> lines {
        {"RUN go build -o /out/app"},
        {"run <<EOF", "FROM no AS stage", "EOF"},
        {"RUN a \\", "  # why", "  && b"},
        {"WORKDIR /src"},
        {"ENV A=1 \\", "    B=\"x y\""},
        {"  ARG V=1"},
        {"# about what follows"},
        {""},
        {"USER app"},
        {"CMD [\"/out/app\"]"},
        {"COPY . ."},
        {"ONBUILD RUN true"},
        {"ADD https://h.example/f g /d/"},
        {"LABEL a=b"},
    };
    static const std::vector<std::string> names {"build", "Base", "final", "a", "b", "deps", "build"};
    static const std::vector<std::string> images {"golang:1.22", "scratch", "alpine", "$IMAGE",
                                                  "\"debian\"",  "build",   "a",      "base"};
    const std::size_t stages = 1 + dice(6);
    std::vector<std::string> text {"# syntax=docker/dockerfile:1", "ARG IMAGE=node:20"};
    const auto name
        = [&] { return dice(3) == 0 ? std::to_string(dice(stages + 1)) : names[dice(names.size())]; };
    for (std::size_t i = 0; i < stages; ++i) {
        if (dice(2) == 0)
            text.emplace_back();
        if (dice(3) == 0)
            text.push_back("# stage number " + std::to_string(i));
        std::string from = dice(4) == 0 ? "from " : "FROM ";
        from += dice(5) == 0 ? "--platform=$BUILDPLATFORM " : "";
        from += images[dice(images.size())];
        text.push_back(from + (dice(4) == 0 ? "" : " AS " + names[dice(names.size())]));
        for (std::size_t k = dice(6); k > 0; --k) {
            switch (dice(6)) {
            case 0:
                text.push_back("COPY --from=" + name() + " /p /q");
                break;
            case 1:
                text.push_back("COPY --chown=1:1 --from=\"" + name() + "\" [\"/p\", \"/q r\"]");
                break;
            case 2:
                text.push_back("RUN --mount=type=cache,target=/c --mount=from=" + name() + ",target=/m \\");
                text.emplace_back("    # inside");
                text.emplace_back("    make");
                break;
            default:
                std::ranges::copy(lines[dice(lines.size())], std::back_inserter(text));
            }
        }
        if (dice(12) == 0)
            text.push_back("ONBUILD COPY --from=" + name() + " /p /q");
    }
    const std::string endOfLine = dice(3) == 0 ? "\r\n" : "\n";
    std::string bytes = dice(8) == 0 ? "\xEF\xBB\xBF" : "";
    for (const std::string &line : text)
        bytes += line + endOfLine;
    if (dice(3) == 0)
        bytes.resize(bytes.size() - endOfLine.size());
    return bytes;
}

} // namespace drydock
