#!/usr/bin/env node
const fs = require("fs");
const [from, to] = process.argv.slice(2);
fs.mkdirSync(to, { recursive: true });
for (const name of fs.readdirSync(from))
  fs.writeFileSync(`${to}/${name}`, "// built by stamp\n" + fs.readFileSync(`${from}/${name}`));
