// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The same inputs as bench_parse, through the npm package dockerfile-ast (what the editors' language server uses).
// Usage: node peer_dockerfile_ast.mjs FOLDER-WITH-NODE_MODULES CORPUS-FOLDER
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [modules, corpus] = process.argv.slice(2);
let DockerfileParser;
let version;
try {
    const require = createRequire(resolve(modules, "x.js"));
    ({ DockerfileParser } = require("dockerfile-ast"));
    version = require("dockerfile-ast/package.json").version;
} catch {
    console.error(`peer_dockerfile_ast: dockerfile-ast is not in ${modules}; left out`);
    process.exit(0);
}
let files;
try {
    files = readdirSync(corpus).sort().map(name => readFileSync(join(corpus, name)));
} catch {
    console.error(`peer_dockerfile_ast: there is no corpus at ${corpus}; left out`);
    process.exit(0);
}

/** Median seconds over at least three runs and one second, after one to warm up. */
function medianSeconds(work) {
    work();
    const times = [];
    const begin = process.hrtime.bigint();
    while (times.length < 3 || (Number(process.hrtime.bigint() - begin) < 1e9 && times.length < 100)) {
        const start = process.hrtime.bigint();
        work();
        times.push(Number(process.hrtime.bigint() - start) / 1e9);
    }
    return times.sort((a, b) => a - b)[times.length >> 1];
}

let kept = 0;
function measure(what, buffers) {
    const texts = buffers.map(buffer => buffer.toString("utf8"));
    const bytes = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
    const seconds = medianSeconds(() => {
        for (const text of texts)
            kept += DockerfileParser.parse(text).getInstructions().length;
    });
    console.log(`| dockerfile-ast ${version}, ${what} | ${(bytes / 1e6 / seconds).toFixed(1)} MB/s | | node ${process.versions.node} |`);
}

measure("corpus file by file", files);
const joined = [];
for (let i = 0, size = 0; size < 1e6; i = (i + 1) % files.length) {
    if (files[i].includes("<<") || files[i].includes("escape="))
        continue;
    joined.push(files[i], Buffer.from("\n"));
    size += files[i].length + 1;
}
measure("1 MB", [Buffer.concat(joined)]);
