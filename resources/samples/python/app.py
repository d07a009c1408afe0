# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small Flask application. gunicorn imports `app` from this module."""

from flask import Flask, Response

app = Flask(__name__)


@app.get("/")
def home() -> Response:
    return Response("Hello from a Python container.\n", mimetype="text/plain")


@app.get("/healthz")
def health() -> Response:
    return Response("ok\n", mimetype="text/plain")
