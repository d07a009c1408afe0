// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

var app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/", () => "Hello from a .NET container.\n");
app.MapGet("/healthz", () => "ok\n");

app.Run();
