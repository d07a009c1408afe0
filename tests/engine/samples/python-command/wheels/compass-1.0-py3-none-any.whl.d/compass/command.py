# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import http.server
import os

from compass import heading


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"steer {heading(float(os.environ.get('COURSE', 0)))}\n".encode())


def main():
    http.server.HTTPServer(("", 8000), Answer).serve_forever()
