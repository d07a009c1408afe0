# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An engine that only says what it is told to, on a socket of its own."""
import http.server
import json
import pathlib
import socketserver
import threading
import urllib.parse


class FakeEngine:
    """Answers GET requests by their path without the version; notes every request as "METHOD path"."""

    def __init__(self, folder):
        self.socket = pathlib.Path(folder) / "engine.sock"
        self.answers = {
            "/_ping": (200, "OK"),
            "/version": (200, {"Version": "20.10.24", "ApiVersion": "1.41", "MinAPIVersion": "1.12", "Os": "linux", "Arch": "amd64"}),
            "/info": (200, {"OSType": "linux", "Architecture": "x86_64", "Driver": "overlay2", "DriverStatus": []}),
        }
        self.asked = []
        engine = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = urllib.parse.urlparse(self.path).path
                if path.startswith("/v1."):
                    path = "/" + path.split("/", 2)[2]
                engine.asked.append(f"{self.command} {path}")
                status, body = engine.answers.get(path, (404, {"message": f"no such thing: {path}"}))
                data = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                self.send_header("Api-Version", "1.41")
                self.send_header("Content-Type", "text/plain" if isinstance(body, str) else "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(data)

            do_HEAD = do_POST = do_DELETE = do_GET

            def address_string(self):
                return "socket"

            def log_message(self, *_):
                pass

        class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass  # whoever asked has left

        self.server = Server(str(self.socket), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def has_image(self, name, layers, identity="sha256:" + "a" * 64):
        """LAYERS: (created by, bytes), oldest first."""
        history = [{"Id": "<missing>", "CreatedBy": by, "Size": size, "Created": 1, "Comment": "", "Tags": None} for by, size in layers]
        history[-1].update(Id=identity, Tags=[name])
        self.answers[f"/images/{name}/history"] = (200, history[::-1])
        self.answers[f"/images/{name}/json"] = (200, {
            "Id": identity, "RepoTags": [name], "Size": sum(size for _, size in layers), "Os": "linux", "Architecture": "amd64",
            "Config": {"Cmd": ["/server"], "ExposedPorts": {"8080/tcp": {}}}, "RootFS": {"Type": "layers", "Layers": []}})

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
