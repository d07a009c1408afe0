#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of drydock-cli beside those of docker, of the same run on the private engine: rows of a table, as those of tests/bench.
It fails only if it cannot run.

    reach.py DRYDOCK-CLI [FOLDER]   FOLDER: the notes of an engine that runs already (run_engine_tests.py start)

Exit code 77: it cannot be done here, and the sentence says why.
"""
import contextlib
import json
import os
import pathlib
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import builds
import housekeeping
import layers
import private_engine
import run_engine_tests
import standins
import stories
from distribution import Distribution

LARGE = "golang:1.21"


class Relay:
    """A socket that hands everything on to the engine, and knows when the engine's last byte came."""

    def __init__(self, engine, folder):
        self.there = f"{engine.folder}/socket"
        self.path = pathlib.Path(folder) / "relay"
        self.last = 0.0
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.path))
        self.listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self._hand_on, args=(client,), daemon=True).start()

    def _hand_on(self, client):
        with client, socket.socket(socket.AF_UNIX) as engine, selectors.DefaultSelector() as ready:
            engine.connect(self.there)
            ready.register(client, selectors.EVENT_READ, engine)
            ready.register(engine, selectors.EVENT_READ, client)
            with contextlib.suppress(OSError):
                while True:
                    for key, _ in ready.select():
                        data = key.fileobj.recv(1 << 16)
                        if not data:
                            return
                        if key.fileobj is engine:
                            self.last = time.monotonic()
                        key.data.sendall(data)

    def stop(self):
        self.listener.close()


class Bench:
    def __init__(self, engine, program, scratch):
        self.engine = engine
        self.program = program
        self.scratch = pathlib.Path(scratch)
        self.environment = {**os.environ, "HOME": str(scratch), "QT_QPA_PLATFORM": "offscreen"}
        self.docker_environment = {**engine.settings["environment"], "DOCKER_HOST": f"unix://{engine.folder}/socket",
                                   "DOCKER_CONFIG": f"{engine.folder}/config", "HOME": str(scratch)}

    def cli(self, *arguments, host=None):
        return [self.program, *map(str, arguments), f"--host=unix://{host or f'{self.engine.folder}/socket'}"]

    def seconds(self, *commands, environment=None, **more):
        begin = time.monotonic()
        for command in commands:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment or self.environment, **more)
        return time.monotonic() - begin

    def most_memory(self, command):
        """VmHWM of the last program that COMMAND becomes, in bytes, as often as it can be read."""
        most = 0
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=self.environment) as run:
            while run.poll() is None:
                with contextlib.suppress(OSError, StopIteration):
                    lines = pathlib.Path(f"/proc/{run.pid}/status").read_text().splitlines()
                    most = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024
                time.sleep(0.001)
        if run.returncode != 0:
            raise builds.Failure(f"{' '.join(map(str, command))} ends with {run.returncode}")
        return most

    def until_told(self, command, relay):
        """Seconds from the engine's last byte to the first byte of the report."""
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment) as run:
            run.stdout.read(1)
            told = time.monotonic()
            run.stdout.read()
        return told - relay.last


def row(what, figure, reach, beside):
    print(f"| {what} | {figure} | {reach} | {beside} |", flush=True)


def all_stages(bench, file):
    """The measuring calls alone: everything is built."""
    told = json.loads(subprocess.run(bench.cli("sizes", file, "--format=json"), check=True, capture_output=True, text=True,
                                     env=bench.environment).stdout)
    images = [stage["image"] for stage in told["stages"]]
    calls = [["docker", *words, image] for image in images
             for words in (["history", "--no-trunc", "--human=false", "--format={{.Size}}"], ["image", "inspect"])]
    ours, theirs = [], []
    for _ in range(25):
        ours.append(bench.seconds(bench.cli("sizes", file, "--no-build")))
        theirs.append(bench.seconds(*calls, environment=bench.docker_environment))
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    row(f"Sizes of all {len(images)} stages of a file that is built, median of 25", f"{1000 * ours:.0f} ms, {ours / theirs:.2f}x",
        "≤ 1.1x", f"docker history and docker image inspect of each: {1000 * theirs:.0f} ms")


def first_size(bench, file):
    relay = Relay(bench.engine, bench.scratch)
    try:
        for what, arguments in ((f"of an image", ["--image", LARGE]), ("of a file", [file, "--no-build"])):
            times = [bench.until_told(bench.cli("sizes", *arguments, host=relay.path), relay) for _ in range(25)]
            row(f"Engine's last byte → size shown, {what}, median of 25", f"{1000 * statistics.median(times):.1f} ms", "≤ 100 ms",
                f"at most {1000 * max(times):.1f} ms")
    finally:
        relay.stop()


def saved_files(bench):
    size = stories.history_size(bench.engine, LARGE)
    ours, theirs = [], []
    for _ in range(5):
        theirs.append(bench.seconds(["sh", "-c", f"docker save {LARGE} | tar t >/dev/null"], environment=bench.docker_environment))
        ours.append(bench.seconds(bench.cli("sizes", "--image", LARGE, "--files")))
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    row(f"Files of an image of {size / 1e6:.0f} MB, from the engine, median of 5", f"{ours:.1f} s, {ours / theirs:.2f}x", "≤ 1.0x",
        f"docker save \\| tar t: {theirs:.1f} s, without the files inside of layers")
    idle = bench.most_memory(bench.cli("sizes", "--image", LARGE))
    reading = bench.most_memory(bench.cli("sizes", "--image", LARGE, "--files"))
    row("The memory that takes", f"{(reading - idle) / 2**20:.1f} MiB", "≤ 32 MiB",
        f"{reading / 2**20:.1f} MiB at most, {idle / 2**20:.1f} MiB without the files")


def measure(engine, program):
    builder = builds.Builder(engine, layers.Layers(Distribution(run_engine_tests.cache()), standins.LAYERS),
                             f"{housekeeping.LABEL}=reach")
    with tempfile.TemporaryDirectory(prefix="drydock-engine-reach-") as scratch:
        teller = stories.Teller(engine, builder, program, scratch)
        file = teller.sample() / "Dockerfile.multi"
        bench = Bench(engine, program, scratch)
        all_stages(bench, file)
        first_size(bench, file)
        saved_files(bench)


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    program = pathlib.Path(arguments[0]).resolve()
    if len(arguments) == 2:
        measure(private_engine.Engine((pathlib.Path(arguments[1]) / "engine").read_text()), program)
        return 0
    with tempfile.TemporaryDirectory(prefix="drydock-engine-reach-") as place:
        notes = pathlib.Path(place) / "notes"
        try:
            failed = run_engine_tests.start(notes, os.getpid())
            if not failed:
                measure(private_engine.Engine((notes / "engine").read_text()), program)
            return failed
        finally:
            run_engine_tests.stop(notes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
