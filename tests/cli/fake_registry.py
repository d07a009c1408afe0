# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry with the images that it is given, on a port of this machine alone."""
import hashlib
import http.server
import json
import threading

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"


def digest_of(data):
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


class FakeRegistry:
    """Knows one repository, "app"; notes every request as "METHOD path"."""

    def __init__(self):
        self.content = {}  # digest -> (type, bytes)
        self.tags = {}  # tag -> digest
        self.asked = []
        registry = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                registry.asked.append(f"{self.command} {self.path}")
                status, headers, data = registry.answer(self.path.partition("?")[0])
                self.send_response(status)
                for name, value in {**headers, "Content-Length": len(data)}.items():
                    self.send_header(name, str(value))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(data)

            do_HEAD = do_GET

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path):
        if path == "/v2/app/tags/list":
            return 200, {}, json.dumps({"name": "app", "tags": [*self.tags]}).encode()
        name = path.rpartition("/")[2]
        found = self.content.get(self.tags.get(name, name))
        if not found or not path.startswith("/v2/app/"):
            return 404, {}, json.dumps({"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown"}]}).encode()
        return 200, {"Content-Type": found[0], "Docker-Content-Digest": digest_of(found[1])}, found[1]

    def _keep(self, kind, value):
        data = json.dumps(value).encode()
        self.content[digest_of(data)] = kind, data
        return {"mediaType": kind, "digest": digest_of(data), "size": len(data)}

    def has_image(self, tag, layers, platforms=("linux/amd64",)):
        """LAYERS: bytes of each; those of the second platform are twice as big, and so on. Returns the digest of the tag."""
        entries = []
        for number, platform in enumerate(platforms, 1):
            words = dict(zip(("os", "architecture", "variant"), platform.split("/")))
            config = self._keep("application/vnd.oci.image.config.v1+json",
                                {**words, "config": {"Cmd": ["/app"]}, "rootfs": {"type": "layers", "diff_ids": []}})
            manifest = {"schemaVersion": 2, "mediaType": MANIFEST, "config": config,
                        "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "size": number * size,
                                    "digest": digest_of(str(size).encode())} for size in layers]}
            entries.append({**self._keep(MANIFEST, manifest), "platform": words})
        top = entries[0]
        if len(entries) > 1:
            top = self._keep(INDEX, {"schemaVersion": 2, "mediaType": INDEX, "manifests": entries})
        self.tags[tag] = top["digest"]
        return top["digest"]

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
