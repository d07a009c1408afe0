# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of images: tar files made of packages and of a few files of our own."""
import dataclasses
import hashlib
import io
import json
import os
import pathlib
import re
import tarfile

# Nobody reads these in an image; published images have not all of them either.
LEFT_OUT = re.compile(r"usr/share/(doc|man|info|locale|lintian|bug|bash-completion)/|usr/share/go-[0-9.]+/(test|doc)/"
                      r"|usr/(local/go|lib/go-[0-9.]+)/pkg/linux_\w+/cmd/|usr/share/go-[0-9.]+/src/cmd/.*/testdata/"
                      r"|usr/share/zoneinfo/(right|posix)/|.*/(__pycache__|EXTERNALLY-MANAGED)(/|$)"
                      r"|usr/bin/(ctest|cpack|.*-lto-dump-\d+)/|.*/lib(asan|tsan|ubsan|lsan|hwasan)\.|usr/share/cmake-[0-9.]+/Help/")
MERGED = re.compile(r"(bin|sbin|lib|lib32|lib64|libx32)(/|$)")


@dataclasses.dataclass
class Layer:
    packages: list = dataclasses.field(default_factory=list)
    beneath: list = dataclasses.field(default_factory=list)  # layers whose packages need not be in this one
    only: str = ""  # if not empty: only packages whose file name this matches
    without: str = "$^"  # packages whose file name this matches are left out
    files: dict = dataclasses.field(default_factory=dict)  # path -> text; a path that ends in / is a folder
    links: dict = dataclasses.field(default_factory=dict)  # path -> where it points to
    moved: list = dataclasses.field(default_factory=list)  # (pattern, replacement) for paths
    changed: dict = dataclasses.field(default_factory=dict)  # pattern of a path -> [(old, new)] in its text
    merged: bool = True  # /bin is a link to /usr/bin and so on, as in today's Debian
    hook: object = None  # function(Writer), for what the above cannot say


class Writer:
    def __init__(self, layer, path):
        self.layer = layer
        self.tar = tarfile.open(path, "w", format=tarfile.GNU_FORMAT)
        self.seen = set()
        self.kept = {}  # texts that a hook asked for

    def place(self, path):
        """Where PATH of a package goes; empty if nowhere."""
        path = path.removeprefix("./").strip("/")
        if self.layer.merged and MERGED.match(path):
            path = "usr/" + path
        if LEFT_OUT.match(path + "/") or LEFT_OUT.match(path):
            return ""
        for pattern, replacement in self.layer.moved:
            path = re.sub(pattern, replacement, path)
        return path

    def take(self, entry, data):
        path = self.place(entry.name)
        if not path or path in self.seen:
            return
        self.seen.add(path)
        self._parents(path)
        entry.name = path
        if entry.islnk():
            entry.linkname = self.place(entry.linkname)
        changes = [change for pattern, some in self.layer.changed.items() if re.fullmatch(pattern, path) for change in some]
        if entry.isreg() and (changes or path == "usr/share/base-passwd/passwd.master" or path.endswith("group.master")):
            text = data.read().decode()
            for old, new in changes:
                text = text.replace(old, new)
            self.kept[path] = text
            entry.size = len(text.encode())
            data = io.BytesIO(text.encode())
        self.tar.addfile(entry, data)

    def _parents(self, path):
        parts = path.split("/")[:-1]
        for depth in range(1, len(parts) + 1):
            self.folder("/".join(parts[:depth]))

    def folder(self, path, mode=0o755):
        if path not in self.seen:
            self._add(path, tarfile.DIRTYPE, mode)

    def file(self, path, text, mode=None):
        if path.endswith("/"):
            self._parents(path.rstrip("/"))
            self.folder(path.rstrip("/"), mode or 0o755)
            return
        self._parents(path)
        data = text if isinstance(text, bytes) else text.encode()
        self._add(path, tarfile.REGTYPE, mode or (0o755 if data.startswith(b"#!") else 0o644), data)

    def link(self, path, target):
        self._parents(path)
        self._add(path, tarfile.SYMTYPE, 0o777, target=target)

    def _add(self, path, kind, mode, data=b"", target=""):
        if path in self.seen:
            raise ValueError(f"{path} is there already")  # the engine takes no layer that names a path twice
        self.seen.add(path)
        entry = tarfile.TarInfo(path)
        entry.type, entry.mode, entry.size, entry.linkname = kind, mode, len(data), target
        self.tar.addfile(entry, io.BytesIO(data))


class Layers:
    """Makes the layers of TABLE when somebody asks for them, and keeps them in the cache."""

    def __init__(self, distribution, table):
        self.distribution = distribution
        self.table = table
        self.folder = distribution.cache / "layers"
        self.folder.mkdir(exist_ok=True)
        here = pathlib.Path(__file__).parent
        self.code = (here / "layers.py").read_text() + (here / "standins.py").read_text().partition("\nLAYERS = {")[0]

    def packages_of(self, name):
        layer = self.table[name]
        if not layer.packages:
            return []
        found = self.distribution.closure(layer.packages)
        lower = {file for below in layer.beneath for file in self.closure_with_lower(below)}
        return [file for file in found
                if file not in lower and re.match(layer.only, file) and not re.match(layer.without, file)]

    def closure_with_lower(self, name):
        layer = self.table[name]
        return {*self.packages_of(name), *(file for lower in layer.beneath for file in self.closure_with_lower(lower))}

    def get(self, name):
        """(path of the tar file, its digest); the file need not be there, see write()."""
        files = self.packages_of(name)
        how = dataclasses.replace(self.table[name], hook=None), self.code
        key = hashlib.sha256(repr((name, files, how)).encode()).hexdigest()[:16]
        path = self.folder / f"{name}-{key}.tar"
        with self.distribution.locked("layers"):
            if not path.with_suffix(".json").exists():
                for old in self.folder.glob(f"{name}-{'?' * 16}.*"):
                    old.unlink()
                self._make(name, files, path)
            return path, json.loads(path.with_suffix(".json").read_text())["digest"]

    def open(self, name):
        """The tar file of the layer NAME."""
        path, _ = self.get(name)
        if not path.exists():
            path.with_suffix(".json").unlink()
            path, _ = self.get(name)
        return open(path, "rb")

    def digests(self):
        """Of all layers that are of use."""
        return {f"sha256:{json.loads(path.read_text())['digest']}" for path in self.folder.glob("*.json")}

    def forget_files(self, digests):
        """Somebody else has the layers with these DIGESTS now."""
        for path in self.folder.glob("*.json"):
            if f"sha256:{json.loads(path.read_text())['digest']}" in digests:
                path.with_suffix(".tar").unlink(missing_ok=True)

    def _make(self, name, files, path):
        layer = self.table[name]
        if files:
            self.distribution.fetch(layer.packages)
        writer = Writer(layer, path.with_suffix(".part"))
        for entry, data in self.distribution.entries(files):
            writer.take(entry, data)
        if layer.hook:
            layer.hook(writer)
        for path_in_image, text in layer.files.items():
            writer.file(path_in_image, text)
        if layer.packages and layer.merged:  # for the stand-in of apt-get
            writer.file(f"usr/share/standin/{name}.packages", "".join(f"{file.split('_')[0]}\n" for file in files))
        for path_in_image, target in layer.links.items():
            writer.link(path_in_image, target)
        writer.tar.close()
        with open(path.with_suffix(".part"), "rb") as tar:
            digest = hashlib.sha256()
            while block := tar.read(1 << 20):
                digest.update(block)
        os.replace(path.with_suffix(".part"), path)
        path.with_suffix(".json").write_text(json.dumps({"digest": digest.hexdigest()}))
