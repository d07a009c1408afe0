# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packages of the distribution, as files: nothing is installed, no other source is asked."""
import contextlib
import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile

LISTS = pathlib.Path("/var/lib/apt/lists")
INSTALLED = re.compile(r"^Inst (\S+) \((\S+) .*\[(\w+)\]\)", re.MULTILINE)


class Unavailable(Exception):
    """Something that the tests need cannot be had here. The text is a sentence for whoever runs them."""


class Distribution:
    """\\param cache a folder that outlives a run."""

    def __init__(self, cache):
        self.cache = pathlib.Path(cache)
        self.is_fresh = False
        self.debs = self.cache / "debs"
        (self.debs / "partial").mkdir(parents=True, exist_ok=True)
        (self.cache / "locks").mkdir(exist_ok=True)
        (self.cache / "no-packages").write_text("")
        if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
            raise Unavailable("the engine tests take their images from Debian packages, and there is no apt-get here")

    def _apt(self, *arguments):
        # As if nothing were installed, so that the whole closure is named.
        options = {"Dir::State::status": self.cache / "no-packages", "Debug::NoLocking": 1, "APT::Sandbox::User": "root",
                   "APT::Install-Recommends": 0, "Dir::Cache::archives": self.debs,
                   "Dir::Cache::pkgcache": self.cache / "pkgcache.bin", "Dir::Cache::srcpkgcache": self.cache / "srcpkgcache.bin"}
        command = ["apt-get", "-qq", "-y", *(f"-o{name}={value}" for name, value in options.items()), *arguments]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def closure(self, packages, may_refresh=True):
        """File names of PACKAGES and of all they depend on, in the order in which they would be installed.
        \\param may_refresh asks for newer lists if these do not have all of PACKAGES."""
        known = self.cache / "closures.json"
        with self.locked("closures"):
            stamp = _stamp_of_lists()
            closures = json.loads(known.read_text()) if known.exists() else {}
            if closures.get("stamp") != stamp:
                closures = {"stamp": stamp}
            wanted = " ".join(packages)
            if wanted not in closures:
                run = self._apt("--simulate", "install", *packages)
                if run.returncode != 0 and may_refresh and self.refresh():
                    closures["stamp"] = _stamp_of_lists()
                    run = self._apt("--simulate", "install", *packages)
                if run.returncode != 0:
                    raise Unavailable(f"apt-get cannot tell what {wanted} needs: {_last_line(run.stderr)}")
                closures[wanted] = [f"{name}_{version.replace(':', '%3a')}_{architecture}.deb"
                                    for name, version, architecture in INSTALLED.findall(run.stdout)]
                known.write_text(json.dumps(closures))
            return closures[wanted]

    def fetch(self, packages):
        """Sees to it that the files of closure(PACKAGES) are in self.debs."""
        if all((self.debs / name).exists() for name in self.closure(packages)):
            return
        with self.locked("debs"):
            run = self._apt("--download-only", "install", *packages)
            if run.returncode != 0 and self.refresh():  # there are newer ones
                run = self._apt("--download-only", "install", *packages)
        missing = [name for name in self.closure(packages) if not (self.debs / name).exists()]
        if missing:
            raise Unavailable(f"{missing[0]} cannot be downloaded: {_last_line(run.stderr)}")

    def unpack(self, name, packages, is_wanted):
        """The folder NAME of the cache, with what is in those files of closure(PACKAGES) that IS_WANTED."""
        files = [file for file in self.closure(packages) if is_wanted(file)]
        folder = self.cache / name
        with self.locked(name):
            if not (folder / "packages").exists() or (folder / "packages").read_text() != "\n".join(files):
                self.fetch(packages)
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                for file in files:
                    subprocess.run(["dpkg-deb", "--extract", self.debs / file, folder], check=True)
                (folder / "packages").write_text("\n".join(files))
        return folder

    def refresh(self):
        """Once at most; returns whether there is a chance that the answer is another one now."""
        if self.is_fresh or os.geteuid() != 0:
            return False
        self.is_fresh = True
        return subprocess.run(["apt-get", "-qq", "-oDPkg::Lock::Timeout=300", "update"], capture_output=True).returncode == 0

    def forget_files(self):
        """What has been unpacked is not needed any more."""
        for path in self.debs.glob("*.deb"):
            path.unlink()

    @contextlib.contextmanager
    def locked(self, name):
        with open(self.cache / "locks" / name, "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def entries(self, names):
        """(tar entry, file object or None) of everything in the packages NAMES, file names of closure()."""
        for name in names:
            with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", self.debs / name], stdout=subprocess.PIPE) as unpack:
                with tarfile.open(fileobj=unpack.stdout, mode="r|") as files:
                    for entry in files:
                        yield entry, files.extractfile(entry) if entry.isreg() else None


def _stamp_of_lists():
    """Changes when `apt-get update` brought something new."""
    found = sorted((path.name, path.stat().st_mtime_ns) for path in LISTS.glob("*_Packages*"))
    return hashlib.sha256(repr(found).encode()).hexdigest()


def _last_line(text):
    return ([line for line in text.splitlines() if line.strip()] or ["it says nothing"])[-1]
