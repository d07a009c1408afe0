# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives for `docker load`, made of layers."""
import hashlib
import io
import json
import os
import tarfile

import standins

DATE = "2026-01-01T00:00:00Z"


class Archive:
    """Of the image NAME of standins.IMAGES, with USER instead of its own user if there is one."""

    def __init__(self, name, user, layers):
        image = standins.IMAGES[name]
        self.source = layers
        self.names = image.layers
        self.layers = [layers.get(layer)[1] for layer in image.layers]
        settings = {key: value for key, value in image.config.items() if value is not None}
        if user:
            settings["User"] = user
        self.config = json.dumps({
            "architecture": "amd64", "os": "linux", "created": DATE, "config": settings,
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}" for digest in self.layers]},
            "history": [{"created": DATE, "created_by": layer} for layer in image.layers]}).encode()
        self.identity = hashlib.sha256(self.config).hexdigest()
        self.tag = f"standin:{self.identity}"  # what it is called in every engine; not all know it by its configuration

    def write(self, stream, known=0):
        """\\param known the engine has the image of so many of the lowest layers: it does not look at those."""
        manifest = [{"Config": f"{self.identity}.json", "RepoTags": [self.tag], "Layers": [f"{digest}.tar" for digest in self.layers]}]
        with tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as tar:
            _add(tar, f"{self.identity}.json", self.config)
            for name, digest in list(zip(self.names, self.layers))[known:]:
                with self.source.open(name) as data:
                    entry = tarfile.TarInfo(f"{digest}.tar")
                    entry.size = os.fstat(data.fileno()).st_size
                    tar.addfile(entry, data)
            _add(tar, "manifest.json", json.dumps(manifest).encode())


def _add(tar, name, data):
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    tar.addfile(entry, io.BytesIO(data))
