// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "split_case.h"

namespace drydock {
namespace {

const SplitCase denoCases[] = {
    {"modules",
     "FROM denoland/deno:2.1.4\nWORKDIR /app\nCOPY deno.json main.ts ./\nRUN deno cache main.ts\n"
     "COPY . .\nEXPOSE 8000\nCMD [\"run\", \"--allow-net\", \"main.ts\"]\n",
     "FROM denoland/deno:2.1.4 AS builder\nWORKDIR /app\nCOPY deno.json main.ts ./\n"
     "RUN deno cache main.ts\n\nFROM denoland/deno:distroless-2.1.4\nWORKDIR /app\n"
     "COPY --from=builder /deno-dir /deno-dir\nCOPY . .\nEXPOSE 8000\n"
     "CMD [\"run\", \"--allow-net\", \"main.ts\"]\n"},
    {"with the name of the program",
     "FROM denoland/deno:2.1.4\nWORKDIR /app\nCOPY . .\nRUN deno cache main.ts\n"
     "CMD [\"deno\", \"run\", \"-A\", \"main.ts\"]\n",
     "FROM denoland/deno:2.1.4 AS builder\nWORKDIR /app\nCOPY . .\nRUN deno cache main.ts\n\n"
     "FROM denoland/deno:distroless-2.1.4\nWORKDIR /app\nCOPY . .\n"
     "COPY --from=builder /deno-dir /deno-dir\nCMD [\"run\", \"-A\", \"main.ts\"]\n"},
    {"no: small already",
     "FROM denoland/deno:alpine-2.1.4\nWORKDIR /app\nCOPY . .\nRUN deno cache main.ts\n"
     "CMD [\"run\", \"main.ts\"]\n",
     "no: There is little to gain, about 0 MB: the program has to stay on denoland/deno:alpine-2.1.4, and "
     "nothing is installed that only a build needs."},
    {"no: a watcher",
     "FROM denoland/deno:2.1.4\nWORKDIR /app\nCOPY . .\nRUN deno cache main.ts\n"
     "CMD [\"deno\", \"run\", \"--watch\", \"main.ts\"]\n",
     "no: Line 5 starts “deno watch”: this looks like an image to develop in, which needs its sources and "
     "tools."},
};

} // namespace

std::span<const SplitCase> denoSplits()
{
    return denoCases;
}

} // namespace drydock
