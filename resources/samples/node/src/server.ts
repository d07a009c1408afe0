// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import express from "express";

const app = express();
const port = Number(process.env.PORT ?? 3000);

app.get("/", (_request, response) => {
  response.type("text").send("Hello from a Node.js container.\n");
});

app.get("/healthz", (_request, response) => {
  response.type("text").send("ok\n");
});

const server = app.listen(port, () => {
  console.log(`listening on :${port}`);
});

process.on("SIGTERM", () => {
  server.close(() => process.exit(0));
});
