// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "split_case.h"

namespace drydock {
namespace {

const SplitCase bunCases[] = {
    {"a server",
     "FROM oven/bun:1\nWORKDIR /app\nCOPY package.json bun.lock ./\n"
     "RUN bun install --frozen-lockfile\nCOPY . .\nCMD [\"bun\", \"run\", \"src/index.ts\"]\n",
     "FROM oven/bun:1 AS builder\nWORKDIR /app\nCOPY package.json bun.lock ./\n"
     "RUN bun install --frozen-lockfile\nRUN rm -rf node_modules && bun install --production\n\n"
     "FROM oven/bun:1-slim\nWORKDIR /app\n"
     "COPY --from=builder /app/node_modules /app/node_modules\nCOPY . .\n"
     "CMD [\"bun\", \"run\", \"src/index.ts\"]\n"},
    {"a server that is built",
     "FROM oven/bun:1.3-debian\nWORKDIR /app\nCOPY . .\nRUN bun install\nRUN bun run build\n"
     "CMD [\"bun\", \"dist/main.js\"]\n",
     "FROM oven/bun:1.3-debian AS builder\nWORKDIR /app\nCOPY . .\nRUN bun install\n"
     "RUN bun run build\nRUN rm -rf node_modules && bun install --production\n\n"
     "FROM oven/bun:1.3-slim\nWORKDIR /app\nCOPY --from=builder /app /app\n"
     "CMD [\"bun\", \"dist/main.js\"]\n"},
    {"no: small already",
     "FROM oven/bun:1-slim\nWORKDIR /app\nCOPY . .\nRUN bun install --production\n"
     "CMD [\"bun\", \"run\", \"src/index.ts\"]\n",
     "no: There is little to gain, about 0 MB: the program has to stay on oven/bun:1-slim, and nothing is "
     "installed that only a build needs."},
};

} // namespace

std::span<const SplitCase> bunSplits()
{
    return bunCases;
}

} // namespace drydock
