// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "split_case.h"

namespace drydock {
namespace {

const SplitCase nodeCases[] = {
    {"a server without a build",
     "FROM node:20\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nEXPOSE 3000\n"
     "CMD [\"node\", \"server.js\"]\n",
     "FROM node:20 AS builder\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\n"
     "RUN npm prune --omit=dev\n\nFROM node:20-slim\nWORKDIR /app\n"
     "COPY --from=builder /app/node_modules /app/node_modules\nCOPY . .\nEXPOSE 3000\n"
     "CMD [\"node\", \"server.js\"]\n"},
    {"a server that is built",
     "FROM node:22-bookworm\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\n"
     "COPY . .\nRUN npm run build\nENV NODE_ENV=production\nUSER node\nEXPOSE 3000\n"
     "CMD [\"node\", \"dist/main.js\"]\n",
     "FROM node:22-bookworm AS builder\nWORKDIR /app\nCOPY package.json package-lock.json ./\n"
     "RUN npm ci\nCOPY . .\nRUN npm run build\nRUN npm prune --omit=dev\n\n"
     "FROM node:22-bookworm-slim\nWORKDIR /app\nCOPY --from=builder /app /app\n"
     "ENV NODE_ENV=production\nUSER node\nEXPOSE 3000\nCMD [\"node\", \"dist/main.js\"]\n"},
    {"all in the root folder",
     "FROM node:22-slim\nCOPY ./ ./\nRUN npm install\nRUN npm run build\nENV NODE_ENV production\n"
     "CMD [\"node\", \"dist/main\"]\n",
     "FROM node:22-slim AS builder\nCOPY ./ ./\nRUN npm install\nRUN npm run build\n"
     "RUN npm prune --omit=dev\n\nFROM node:22-slim\nCOPY ./ ./\n"
     "COPY --from=builder /node_modules /node_modules\nCOPY --from=builder /dist /dist\n"
     "ENV NODE_ENV production\nCMD [\"node\", \"dist/main\"]\n"},
    {"a script of package.json",
     "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN yarn install\nRUN yarn build\n"
     "CMD [\"yarn\", \"start\"]\n",
     "FROM node:20 AS builder\nWORKDIR /app\nCOPY . .\nRUN yarn install\nRUN yarn build\n\n"
     "FROM node:20-slim\nWORKDIR /app\nCOPY --from=builder /app /app\nCMD [\"yarn\", \"start\"]\n"},
    {"packages of production alone",
     "FROM node:14\nWORKDIR /app\nCOPY package.json yarn.lock ./\nRUN yarn install --production\n"
     "COPY . .\nCMD [\"node\", \"index.js\"]\n",
     "FROM node:14 AS builder\nWORKDIR /app\nCOPY package.json yarn.lock ./\n"
     "RUN yarn install --production\n\nFROM node:14-slim\nWORKDIR /app\n"
     "COPY --from=builder /app/node_modules /app/node_modules\nCOPY . .\n"
     "CMD [\"node\", \"index.js\"]\n"},
    {"npm before version 7",
     "FROM node:14\nWORKDIR /app\nCOPY . .\nRUN npm install && npm run build\n"
     "CMD [\"node\", \"build/index.js\"]\n",
     "FROM node:14 AS builder\nWORKDIR /app\nCOPY . .\nRUN npm install && npm run build\n"
     "RUN npm prune --production\n\nFROM node:14-slim\nWORKDIR /app\n"
     "COPY --from=builder /app /app\nCMD [\"node\", \"build/index.js\"]\n"},
    {"pnpm, and a program for all the image",
     "FROM node:20\nRUN npm install -g pnpm pm2\nWORKDIR /app\nCOPY . .\n"
     "RUN pnpm install --frozen-lockfile && pnpm build\nCMD [\"pm2-runtime\", \"dist/main.js\"]\n",
     "FROM node:20 AS builder\nRUN npm install -g pnpm pm2\nWORKDIR /app\nCOPY . .\n"
     "RUN pnpm install --frozen-lockfile && pnpm build\nRUN CI=true pnpm prune --prod\n\n"
     "FROM node:20-slim\nRUN npm install -g pnpm pm2\nWORKDIR /app\n"
     "COPY --from=builder /app /app\nCMD [\"pm2-runtime\", \"dist/main.js\"]\n"},
    {"compilers on a small base",
     "FROM node:24-trixie-slim\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ ffmpeg\n"
     "WORKDIR /app\nCOPY package.json .\nRUN npm install\nCOPY . .\nCMD [\"node\", \"app.js\"]\n",
     "FROM node:24-trixie-slim AS builder\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ ffmpeg\n"
     "WORKDIR /app\nCOPY package.json .\nRUN npm install\nRUN npm prune --omit=dev\n\n"
     "FROM node:24-trixie-slim\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf "
     "/var/lib/apt/lists/*\n"
     "WORKDIR /app\nCOPY --from=builder /app/node_modules /app/node_modules\nCOPY . .\n"
     "CMD [\"node\", \"app.js\"]\n"},
    {"packages that are moved away",
     "FROM node:18\nWORKDIR /usr/local/app\nCOPY package*.json ./\n"
     "RUN npm ci && mv /usr/local/app/node_modules /node_modules\nCOPY . .\n"
     "CMD [\"node\", \"server.js\"]\n",
     "FROM node:18 AS builder\nWORKDIR /usr/local/app\nCOPY package*.json ./\n"
     "RUN npm ci && mv /usr/local/app/node_modules /node_modules\n\nFROM node:18-slim\n"
     "WORKDIR /usr/local/app\nCOPY --from=builder /node_modules /node_modules\nCOPY . .\n"
     "CMD [\"node\", \"server.js\"]\n"},
    {"two packages in one folder",
     "FROM node:20\nWORKDIR /code\nCOPY . .\nRUN cd client && npm install && npm run build\n"
     "RUN cd server && npm install\nCMD [\"node\", \"server/index.js\"]\n",
     "FROM node:20 AS builder\nWORKDIR /code\nCOPY . .\n"
     "RUN cd client && npm install && npm run build\nRUN cd server && npm install\n\n"
     "FROM node:20-slim\nWORKDIR /code\nCOPY --from=builder /code /code\n"
     "CMD [\"node\", \"server/index.js\"]\n"},
    {"a digest",
     "FROM node:20@sha256:0123456789012345678901234567890123456789012345678901234567890123\n"
     "WORKDIR /app\nCOPY package.json .\nRUN npm install --omit=dev\nCOPY . .\n"
     "CMD [\"node\", \"index.js\"]\n",
     "FROM node:20@sha256:0123456789012345678901234567890123456789012345678901234567890123 AS builder\n"
     "WORKDIR /app\nCOPY package.json .\nRUN npm install --omit=dev\n\nFROM node:20-slim\n"
     "WORKDIR /app\nCOPY --from=builder /app/node_modules /app/node_modules\nCOPY . .\n"
     "CMD [\"node\", \"index.js\"]\n"},
    {"files that are written along the way",
     "FROM node:20\n"
     "RUN curl -fsSL https://example.org/tool -o /usr/local/bin/tool && chmod +x /usr/local/bin/tool\n"
     "WORKDIR /app\nCOPY package.json .\nRUN npm install --omit=dev\n"
     "RUN mkdir -p /var/app && chown node:node /var/app\n"
     "RUN ln -s /app/bin/x /usr/local/bin/x && npm cache clean --force\nCOPY . .\nUSER node\n"
     "CMD [\"node\", \"index.js\"]\n",
     "FROM node:20 AS builder\n"
     "RUN curl -fsSL https://example.org/tool -o /usr/local/bin/tool && chmod +x /usr/local/bin/tool\n"
     "WORKDIR /app\nCOPY package.json .\nRUN npm install --omit=dev\n"
     "RUN mkdir -p /var/app && chown node:node /var/app\n"
     "RUN ln -s /app/bin/x /usr/local/bin/x && npm cache clean --force\n\nFROM node:20-slim\n"
     "WORKDIR /app\nRUN mkdir -p /var/app && chown node:node /var/app\n"
     "RUN ln -s /app/bin/x /usr/local/bin/x\n"
     "COPY --from=builder /app/node_modules /app/node_modules\n"
     "COPY --from=builder /usr/local/bin/tool /usr/local/bin/tool\nCOPY . .\nUSER node\n"
     "CMD [\"node\", \"index.js\"]\n"},
    {"a copy ahead of another WORKDIR",
     "FROM node:20\nWORKDIR /etc/app\nCOPY settings.json .\nWORKDIR /app\nCOPY package.json .\n"
     "RUN npm install --omit=dev\nCOPY . .\nCMD [\"node\", \"index.js\"]\n",
     "FROM node:20 AS builder\nWORKDIR /etc/app\nWORKDIR /app\nCOPY package.json .\n"
     "RUN npm install --omit=dev\n\nFROM node:20-slim\nWORKDIR /etc/app\nCOPY settings.json .\n"
     "WORKDIR /app\nCOPY --from=builder /app/node_modules /app/node_modules\nCOPY . .\n"
     "CMD [\"node\", \"index.js\"]\n"},
    {"no: small already",
     "FROM node:20-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\n"
     "RUN npm ci --omit=dev\nCOPY . .\nCMD [\"node\", \"server.js\"]\n",
     "no: There is little to gain, about 0 MB: the program has to stay on node:20-alpine, and nothing is "
     "installed that only a build needs."},
    {"no: small already, and nobody knows what it starts",
     "FROM node:20-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n"
     "CMD [\"npm\", \"start\"]\n",
     "no: Only packages of development could go, and nobody can tell which ones “npm start” needs: what it "
     "starts is not known here. Start the program by “node” and its file, or open the folder with its "
     "package.json."},
    {"no: a development server",
     "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD [\"npm\", \"run\", \"dev\"]\n",
     "no: Line 5 starts “npm run dev”: this looks like an image to develop in, which needs its sources and "
     "tools."},
    {"no: behind tini",
     "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\nENTRYPOINT [\"tini\", \"--\"]\n"
     "CMD [\"nodemon\", \"server.js\"]\n",
     "no: Line 6 starts “nodemon”: this looks like an image to develop in, which needs its sources and "
     "tools."},
    {"no: browsers land elsewhere",
     "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npx playwright install\n"
     "CMD [\"node\", \"server.js\"]\n",
     "no: Nobody can tell where “npx playwright” on line 4 leaves what the program needs. Give it a stage of "
     "its own first, and copy what it makes from there."},
    {"no: nothing is started", "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\n",
     "no: No CMD or ENTRYPOINT says what the image runs: it looks like one to work in or to build on. Say "
     "what it runs first."},
};

} // namespace

std::span<const SplitCase> nodeSplits()
{
    return nodeCases;
}

} // namespace drydock
