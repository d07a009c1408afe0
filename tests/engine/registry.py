# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry of images: Debian's docker-registry, unpacked and not installed. It listens in the network of the private engine
alone, where 127.0.0.0/8 needs no certificate, and keeps nothing when it ends."""
import ctypes
import hashlib
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time

from distribution import Unavailable

PACKAGE = "docker-registry"
INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
ALL = f"{INDEX}, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.oci.image.manifest.v1+json, {MANIFEST}"
NEW_NETWORK = 0x40000000  # CLONE_NEWNET
LISTENING = re.compile(r"listening on 127\.0\.0\.1:(\d+)")


class Registry:
    """Runs from `with` on to its end."""

    def __init__(self, distribution, engine):
        self.engine = engine
        self.programs = distribution.unpack("registry", [PACKAGE], lambda file: file.startswith(f"{PACKAGE}_"))
        self.port = None  # that it has chosen

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="drydock-engine-registry-")
        place = pathlib.Path(self.folder.name)
        (place / "config.yml").write_text(json.dumps({
            "version": "0.1", "log": {"level": "info"}, "storage": {"filesystem": {"rootdirectory": str(place / "data")}},
            "http": {"addr": "127.0.0.1:0"}}))
        self.log = place / "log"
        libc = ctypes.CDLL(None)
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["nsenter", f"--net=/proc/{self.engine.process()}/ns/net", self.programs / "usr/bin" / PACKAGE, "serve",
                 place / "config.yml"], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                preexec_fn=lambda: libc.prctl(1, signal.SIGKILL))  # PR_SET_PDEATHSIG
        try:
            self._wait()
        except Unavailable:
            self.__exit__()
            raise
        return self

    def _wait(self):
        end = time.monotonic() + 60
        while not self.port:
            said = self.log.read_text(errors="replace")
            if found := LISTENING.search(said):
                self.port = int(found[1])
            elif self.process.poll() is not None or time.monotonic() > end:
                raise Unavailable(f"the registry does not start here: {said[-300:]}")
            else:
                time.sleep(0.02)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def name(self, repository):
        return f"127.0.0.1:{self.port}/{repository}"

    def push(self, image, repository, tag):
        """Has the engine push what it calls IMAGE. Returns the whole name."""
        name = f"{self.name(repository)}:{tag}"
        for arguments in (("tag", image, name), ("push", name)):
            run = self.engine.docker(*arguments)
            if run.returncode != 0:
                raise RuntimeError(f"docker {' '.join(arguments)}: {run.stderr}")
        return name

    def ask(self, method, path, body=None, **headers):
        """(headers, body) of what it answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.sock = self._connected()
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        data = answer.read()
        if answer.status // 100 != 2:
            raise RuntimeError(f"the registry answers {method} {path} with {answer.status}: {data[:300]}")
        return answer.headers, data

    def _connected(self):
        """A connection in the engine's network: a thread goes there, and what it opens stays."""
        found = []

        def connect():
            libc = ctypes.CDLL(None, use_errno=True)
            place = os.open(f"/proc/{self.engine.process()}/ns/net", os.O_RDONLY)
            try:
                if libc.setns(place, NEW_NETWORK) == 0:
                    found.append(socket.create_connection(("127.0.0.1", self.port), 30))
            finally:
                os.close(place)

        thread = threading.Thread(target=connect)
        thread.start()
        thread.join()
        if not found:
            raise RuntimeError("the registry cannot be reached")
        return found[0]

    def digest(self, repository, tag):
        headers, _ = self.ask("HEAD", f"/v2/{repository}/manifests/{tag}", Accept=ALL)
        return headers["Docker-Content-Digest"]

    def download_size(self, repository, tag):
        """What a pull of the image transfers: the sum of its layers."""
        _, body = self.ask("GET", f"/v2/{repository}/manifests/{tag}", Accept=ALL)
        return sum(layer["size"] for layer in json.loads(body)["layers"])

    def tags(self, repository):
        _, body = self.ask("GET", f"/v2/{repository}/tags/list")
        return json.loads(body)["tags"]

    def put_index(self, repository, tag, platforms):
        """Makes TAG an index. PLATFORMS: {"os/architecture[/variant]": tag of its image}. Returns its digest."""
        entries = []
        for platform, other in platforms.items():
            headers, body = self.ask("GET", f"/v2/{repository}/manifests/{other}", Accept=ALL)
            words = dict(zip(("os", "architecture", "variant"), platform.split("/")))
            entries.append({"mediaType": headers["Content-Type"], "digest": headers["Docker-Content-Digest"], "size": len(body),
                            "platform": words})
        index = json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": entries}).encode()
        self.ask("PUT", f"/v2/{repository}/manifests/{tag}", index, Content_Type=INDEX)
        return f"sha256:{hashlib.sha256(index).hexdigest()}"
