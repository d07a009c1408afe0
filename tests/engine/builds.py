# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Building and running images in the private engine."""
import dataclasses
import fcntl
import json
import os
import re

import housekeeping
import images
import standins

FROM = re.compile(r"^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?", re.IGNORECASE | re.MULTILINE)
COPY_FROM = re.compile(r"\bfrom=([^\s,]+)")
SYNTAX = re.compile(r"\A(\ufeff?)#\s*syntax\s*=", re.IGNORECASE)
STEP = re.compile(r"^#(\d+) \[.*?\d+/\d+\] (.*)$", re.MULTILINE)
CACHED = re.compile(r"^#(\d+) CACHED$", re.MULTILINE)
NOISE = re.compile(r"^#\d+ (sha256|DONE|CACHED|transferring).*\n|^#\d+ \[internal\].*\n|^\n", re.MULTILINE)
WAIT = 'i=0; until wget -q -O - "$0"; do i=$((i+1)); [ $i -lt 150 ] || exit 1; sleep 0.1; done'


def images_of(text):
    """What the Dockerfile TEXT takes from outside. No more than its samples need: variables in names are not known."""
    stages = {"scratch"}
    found = []
    for match in re.finditer(f"{FROM.pattern}|{COPY_FROM.pattern}", text, FROM.flags):
        reference = match[1] or match[3]
        if reference.lower() not in stages and not reference.isdigit() and reference not in found:
            found.append(reference)
        if match[2]:
            stages.add(match[2].lower())
    return found


class Failure(Exception):
    """A test that has failed; the text says how."""


@dataclasses.dataclass
class Run:
    """What somebody outside notices of a container."""
    answer: str
    status: int
    program: list


class Builder:
    def __init__(self, engine, layers, label):
        self.engine = engine
        self.layers = layers
        self.label = label
        self.kept = []  # of the last build: the steps that did not have to run

    def _docker(self, *arguments):
        run = self.engine.docker(*arguments)
        if run.returncode != 0:
            raise Failure(f"docker {' '.join(map(str, arguments))}\n{run.stdout[-3000:]}{run.stderr[-6000:]}")
        return run.stdout

    def provide(self, reference):
        """Sees to it that the engine has something under the name REFERENCE."""
        name = standins.standin_for(reference)
        if name is None:
            raise Failure(f"nothing stands in for the image {reference} (tests/engine/standins.py)")
        with open(self.engine.folder / "loading", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            archive = images.Archive(name, standins.user_of(reference), self.layers)
            there = housekeeping.layers_of_images(self.engine)
            if self.engine.docker("image", "inspect", archive.tag).returncode != 0:
                known = 0 if self.engine.has_containerd_store() else self._known(archive, there)
                self.engine.load(lambda stream: archive.write(stream, known))
            self._docker("tag", archive.tag, reference)

    @staticmethod
    def _known(archive, there):
        """How many of the lowest layers of ARCHIVE are in one of the images THERE."""
        wanted = [f"sha256:{digest}" for digest in archive.layers]
        return max([len(os.path.commonprefix([parts, wanted])) for parts in there.values()], default=0)

    def build(self, text, folder, tag):
        """Builds the Dockerfile TEXT with FOLDER as its context, without a network. Returns what `docker inspect` says."""
        for reference in images_of(text):
            self.provide(reference)
        # The frontend that the directive names would come from a registry.
        text = SYNTAX.sub(r"\1# without its syntax directive: ", text)
        run = self.engine.docker("build", "--network=none", f"--label={self.label}", f"--tag={tag}", "--file=-", folder, input=text)
        if run.returncode != 0:
            raise Failure(f"{tag} cannot be built:\n{NOISE.sub('', run.stderr)[-4000:]}")
        steps = dict(STEP.findall(run.stderr))
        self.kept = [steps[number] for number in CACHED.findall(run.stderr) if number in steps]
        return json.loads(self._docker("image", "inspect", tag))[0]

    def run(self, tag, port, name):
        """Starts the image TAG and asks it once."""
        self.provide("alpine:latest")
        self._docker("run", "--detach", f"--name={name}", "--network=none", f"--label={self.label}", tag)
        try:
            answer = None
            if port:
                asked = self.engine.docker("run", "--rm", f"--network=container:{name}", f"--label={self.label}", "alpine:latest",
                                           "sh", "-c", WAIT, f"http://127.0.0.1:{port}/")
                logs = self.engine.docker("logs", name)
                if asked.returncode != 0:
                    raise Failure(f"{tag} does not answer on port {port}: {asked.stderr[-300:]}\nits log: {logs.stdout[-2000:]}"
                                  f"{logs.stderr[-2000:]}")
                answer = asked.stdout
                self._docker("stop", "--time=1", name)
            else:
                self._docker("wait", name)
                logs = self.engine.docker("logs", name)
                answer = logs.stdout + logs.stderr
            state = json.loads(self._docker("container", "inspect", name))[0]
            return Run(answer, state["State"]["ExitCode"], [state["Path"], *state["Args"]])
        finally:
            self.engine.docker("rm", "--force", name)
