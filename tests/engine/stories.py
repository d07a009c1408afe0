# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with drydock-cli and an engine, told as stories: each is a function that takes a Teller and raises
builds.Failure. They run in the network of the private engine, since that is where it publishes ports."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import builds
import registry

SAMPLES = pathlib.Path(__file__).parents[2] / "resources" / "samples"


class Skipped(Exception):
    """What the story needs is not here; says what."""


class Teller:
    """Runs drydock-cli against the private engine."""

    def __init__(self, engine, builder, program, scratch):
        self.engine = engine
        self.builder = builder
        self.program = program
        self.scratch = pathlib.Path(scratch)
        self.notes = {}

    def sample(self, name="go-webapp"):
        """A copy of the sample NAME, with what its Dockerfiles stand on."""
        folder = self.scratch / name
        shutil.copytree(SAMPLES / name, folder)
        for file in folder.glob("Dockerfile*"):
            self.provide(file.read_text())
        return folder

    def provide(self, text):
        for reference in builds.images_of(text):
            self.builder.provide(reference)

    def registry(self):
        """A registry beside the engine, for `with`."""
        return registry.Registry(self.builder.layers.distribution, self.engine)

    def install_buildx(self):
        """Puts the docker-buildx that lies beside the engine's programs where drydock-cli looks for it."""
        for folder in self.engine.settings["environment"]["PATH"].split(":"):
            program = pathlib.Path(folder).parent / "libexec" / "docker" / "cli-plugins" / "docker-buildx"
            if program.exists():
                plugins = self.scratch / ".docker" / "cli-plugins"
                plugins.mkdir(parents=True)
                (plugins / "docker-buildx").symlink_to(program)
                return
        raise Skipped("no docker-buildx lies in usr/libexec/docker/cli-plugins beside the engine's programs; Debian has it since 13")

    def cli(self, *arguments, code=0):
        """Runs drydock-cli where the engine is; its standard output."""
        return self.cli_beside_engine(*arguments, f"--host=unix://{self.engine.folder}/socket", code=code)

    def cli_beside_engine(self, *arguments, code=0):
        return self._run(["nsenter", f"--net=/proc/{self.engine.process()}/ns/net"], arguments, code)

    def cli_without_engine(self, *arguments, code=0):
        return self._run([], [*arguments, "--host=unix:///nowhere"] if arguments[0] == "sizes" else arguments, code)

    def _run(self, where, arguments, code):
        command = [*where, self.program, *map(str, arguments)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(self.scratch), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        run = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=400, env=environment)
        expect(run.returncode == code, f"drydock-cli {' '.join(map(str, arguments))} ends with {run.returncode}, not {code}:\n"
               f"{run.stdout[-3000:]}{run.stderr[-3000:]}")
        self.errors = run.stderr
        return run.stdout


def expect(is_so, sentence):
    if not is_so:
        raise builds.Failure(sentence)


def history_size(engine, image):
    """What `docker history` says that IMAGE weighs."""
    lines = engine.docker("history", "--no-trunc", "--human=false", "--format={{.Size}}", image)
    expect(lines.returncode == 0, lines.stderr)
    return sum(int(line) for line in lines.stdout.split())


def every_stage_has_its_size(teller):
    folder = teller.sample()
    told = json.loads(teller.cli("sizes", folder / "Dockerfile.multi", "--format=json"))
    stages = {stage["index"]: stage for stage in told["stages"]}
    expect(sorted(stages) == [0, 1], f"the stages are {sorted(stages)}")
    for stage in stages.values():
        size = history_size(teller.engine, stage["image"])
        expect(size == stage["bytes"], f"stage {stage['stage']} weighs {size}, and drydock-cli says {stage['bytes']}")
        expect(sum(layer["bytes"] for layer in stage["layers"]) == stage["bytes"], "the layers are not all of it")
        expect(not stage["isApproximate"], f"{stage['stage']} is matched by guessing")
    lines = (folder / "Dockerfile.multi").read_text().splitlines()
    for layer in stages[1]["layers"]:
        if layer["category"] != "base":
            keyword = re.sub(r"^/bin/sh -c (#\(nop\) )?\s*", "", layer["createdBy"]).split()[0]
            expect(lines[layer["line"] - 1].startswith(keyword), f"line {layer['line']} is {layer['createdBy']}")
    teller.notes["stages"] = {stage["stage"]: stage["bytes"] for stage in stages.values()}


def the_split_shrinks_and_answers(teller):
    folder = teller.sample()
    split = json.loads(teller.cli_without_engine("refactor", "split", folder / "Dockerfile", "--format=json"))
    teller.provide(split["text"])
    told = json.loads(teller.cli("compare", folder / "Dockerfile", "--refactor=split", "--format=json"))
    before, after = told["before"]["bytes"], told["after"]["bytes"]
    expect(after < before / 20, f"it weighs {after} after {before}")
    teller.cli("compare", folder / "Dockerfile", "--refactor=split", "--max-size=50MB")
    same = json.loads(teller.cli("verify", folder / "Dockerfile", "--refactor=split", "--path=/", "--format=json"))
    expect(same["isSame"] and not same["differences"], f"they differ: {same['differences']}")
    for run in same["runs"]:
        expect(run["status"] == 200 and "Hello from a Go container." in run["body"], f"it answers {run}")
    left = teller.engine.docker("ps", "--all", "--quiet", "--filter=label=drydock.run").stdout
    expect(not left, f"containers are left: {left}")
    left = teller.engine.docker("image", "ls", "--quiet", "--filter=dangling=true", "--filter=label=drydock.verify").stdout
    expect(not left, f"images without a name are left: {left}")
    teller.notes["story"] = {"before": before, "after": after}


def a_budget_is_kept(teller):
    folder = teller.sample()
    teller.cli("sizes", folder / "Dockerfile", "--max-size=50MB", code=1)
    expect("50 MB" in teller.errors, teller.errors)
    teller.cli("sizes", folder / "Dockerfile", "--max-size=5GB")


def a_failed_step_names_its_line(teller):
    folder = teller.scratch / "failing"
    folder.mkdir()
    (folder / "Dockerfile").write_text("FROM alpine:latest\n\nRUN echo something to see\nRUN echo why it failed && false\n")
    teller.provide("FROM alpine:latest")
    teller.cli("build", folder / "Dockerfile", code=4)
    expect("line 4" in teller.errors and "why it failed" in teller.errors, teller.errors)


def what_is_not_sent_is_not_built(teller):
    folder = teller.scratch / "ignoring"
    folder.mkdir()
    (folder / "kept").write_text("kept")
    (folder / "secret").write_text("secret")
    (folder / "link").symlink_to("/etc/hostname")
    (folder / ".dockerignore").write_text("secret\n")
    (folder / "Dockerfile").write_text("FROM alpine:latest\nCOPY . /all\nCMD [\"ls\", \"-lA\", \"/all\"]\n")
    teller.provide("FROM alpine:latest")
    teller.cli("build", folder / "Dockerfile", "--tag=drydock/ignoring:test")
    listed = teller.engine.docker("run", "--rm", "drydock/ignoring:test").stdout
    expect("kept" in listed and "secret" not in listed, listed)
    expect("link -> /etc/hostname" in listed, listed)
    teller.engine.docker("image", "rm", "--force", "drydock/ignoring:test")


def a_saved_archive_needs_no_engine(teller):
    folder = teller.scratch / "wasting"
    folder.mkdir()
    (folder / "Dockerfile").write_text("FROM alpine:latest\nRUN head -c 3000000 /dev/zero > /waste\nRUN rm /waste\n")
    teller.provide("FROM alpine:latest")
    teller.cli("build", folder / "Dockerfile", "--tag=drydock/wasting:test")
    archive = teller.scratch / "image.tar"
    saved = teller.engine.docker("save", "--output", archive, "drydock/wasting:test")
    expect(saved.returncode == 0, saved.stderr)
    told = json.loads(teller.cli_without_engine("sizes", "--image", archive, "--files", "--format=json"))
    size = history_size(teller.engine, "drydock/wasting:test")
    # An engine counts what a layer took when it was made, an archive the bytes of its files: a few kilobytes apart. Containerd
    # counts whole blocks, also for each of the many links.
    apart = size - told["bytes"]
    expect(abs(apart) < size / 100 or apart > 0 and teller.engine.has_containerd_store(),
           f"the archive weighs {told['bytes']}, the image {size}")
    expect(any(item["path"] == "waste" and item["bytes"] == 3000000 for item in told["waste"]), f"waste: {told['waste']}")
    teller.engine.docker("image", "rm", "--force", "drydock/wasting:test")


def every_file_of_a_large_image_is_read(teller):
    name = "golang:1.21"
    teller.provide(f"FROM {name}")
    told = json.loads(teller.cli("sizes", "--image", name, "--files", "--format=json"))
    size = history_size(teller.engine, name)
    expect(told["bytes"] == size, f"it weighs {size}, and drydock-cli says {told['bytes']}")
    expect(told["efficiency"] > 0.99, f"of a base image {told['wastedBytes']} bytes are called wasted")


def a_registry_is_asked(teller):
    teller.provide("FROM alpine:latest\nFROM gcr.io/distroless/static-debian13:nonroot\n")
    with teller.registry() as there:
        for tag in ("3.9", "3.20", "edge"):
            name = there.push("alpine:latest", "library/alpine", tag)
        there.push("gcr.io/distroless/static-debian13:nonroot", "library/alpine", "other")
        index = there.put_index("library/alpine", "both", {"linux/amd64": "edge", "linux/arm64/v8": "other", "unknown/unknown": "other"})
        told = json.loads(teller.cli_beside_engine("sizes", "--image", "--registry", name, "--format=json"))
        digest = there.digest("library/alpine", "edge")
        expect(told["digest"] == digest, f"the digest is {digest}, not {told['digest']}")
        sizes = {tag: there.download_size("library/alpine", tag) for tag in ("edge", "other")}
        expect([(each["platform"], each["downloadBytes"]) for each in told["platforms"]] == [("linux/amd64", sizes["edge"])],
               f"a pull transfers {sizes['edge']}, and drydock-cli says {told['platforms']}")
        tags = there.tags("library/alpine")
        expect(sorted(told["tags"]) == sorted(tags), f"the tags are {tags}, and drydock-cli says {told['tags']}")
        expect(told["tags"] == ["3.20", "3.9", "both", "edge", "other"], f"the order is {told['tags']}")
        told = json.loads(teller.cli_beside_engine("sizes", "--image", "--registry", f"{there.name('library/alpine')}:both",
                                                   "--format=json"))
        expect(told["digest"] == index == there.digest("library/alpine", "both"), f"the index is {index}, not {told['digest']}")
        expect({each["platform"]: each["downloadBytes"] for each in told["platforms"]}
               == {"linux/amd64": sizes["edge"], "linux/arm64/v8": sizes["other"]}, f"the platforms are {told['platforms']}")
        teller.cli_beside_engine("sizes", "--image", "--registry", f"{there.name('library/alpine')}:none", code=4)
        expect(":none" in teller.errors, teller.errors)
        teller.notes["registry"] = {"digest": digest, "downloadBytes": sizes}


def a_digest_is_pinned_and_refreshed(teller):
    folder = teller.scratch / "pinning"
    folder.mkdir()
    file = folder / "Dockerfile"
    teller.provide("FROM alpine:latest\nFROM gcr.io/distroless/static-debian13:nonroot\n")
    with teller.registry() as there:
        name = there.push("alpine:latest", "base", "1")
        first = there.digest("base", "1")
        file.write_text(f"FROM {name}\nRUN echo pinned > /pinned\n")
        teller.cli_beside_engine("refactor", "pin-digest", file, "--registry", "--write")
        expect(file.read_text().splitlines()[0] == f"FROM {name}@{first}", file.read_text())
        teller.engine.docker("image", "rm", name)
        teller.cli("build", file, "--tag=drydock/pinned:test")
        there.push("gcr.io/distroless/static-debian13:nonroot", "base", "1")
        second = there.digest("base", "1")
        expect(first != second, "the tag names the same image as before")
        told = json.loads(teller.cli_beside_engine("refactor", "refresh-digests", file, "--registry", "--format=json"))
        expect(told["text"].splitlines()[0] == f"FROM {name}@{second}", told["text"])
        teller.cli_beside_engine("refactor", "refresh-digests", file, "--registry", "--write")
        teller.cli_beside_engine("refactor", "refresh-digests", file, "--registry", code=1)
        teller.engine.docker("image", "rm", "--force", "drydock/pinned:test", name)


def buildx_gets_secrets_and_caches(teller):
    teller.install_buildx()
    folder = teller.scratch / "secret"
    folder.mkdir()
    base = "FROM alpine:latest\n"
    (folder / "Dockerfile").write_text(base + "RUN --mount=type=secret,id=token wc -c < /run/secrets/token > /count\n")
    teller.provide(base)
    (teller.scratch / "token").write_text("five!")
    cache = teller.scratch / "cache"
    order = ["build", folder / "Dockerfile", "--format=json", "--secret", f"token={teller.scratch}/token"]
    told = teller.cli(*order, "--no-cache", "--tag=drydock/secret:test", f"--cache-to=type=local,dest={cache}")
    expect(json.loads(told.splitlines()[-1])["way"] == "buildx", told)
    expect((cache / "index.json").exists(), "no cache was written")
    counted = teller.engine.docker("run", "--rm", "drydock/secret:test", "cat", "/count").stdout.strip()
    expect(counted == "5", f"the step counted {counted} bytes of the secret")
    teller.cli(*order, f"--cache-from=type=local,src={cache}")
    teller.cli(*order, "--builder=nowhere", code=4)
    expect("nowhere" in teller.errors, teller.errors)
    (folder / "Dockerfile").write_text(base + "\nRUN echo why it failed && false\n")
    teller.cli(*order, code=4)
    expect("line 3" in teller.errors and "why it failed" in teller.errors, teller.errors)
    teller.engine.docker("image", "rm", "--force", "drydock/secret:test")


STORIES = {function.__name__: function for function in (
    every_stage_has_its_size, the_split_shrinks_and_answers, a_budget_is_kept, a_failed_step_names_its_line,
    what_is_not_sent_is_not_built, a_saved_archive_needs_no_engine, every_file_of_a_large_image_is_read, a_registry_is_asked,
    a_digest_is_pinned_and_refreshed, buildx_gets_secrets_and_caches)}


def tell(engine, builder, program, name):
    """Runs the story NAME. Returns its notes; raises builds.Failure, or Skipped."""
    with tempfile.TemporaryDirectory(prefix="drydock-engine-story-") as scratch:
        teller = Teller(engine, builder, program, scratch)
        STORIES[name](teller)
        return teller.notes
