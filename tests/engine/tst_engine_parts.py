# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine tests stand on, as far as it can be tried without an engine."""
import pathlib
import re
import tempfile
import unittest
import zipfile

import builds
import contract
import samples
import standins


class StandIns(unittest.TestCase):
    def test_names(self):
        for reference, name in {
                "golang:1.21": "golang", "golang": "golang", "docker.io/library/golang:1.24-bookworm": "golang",
                "golang:1.21-alpine": "golang-alpine", "golang:1.21-alpine3.18": "golang-alpine", "node:20": "node",
                "node:20-slim": "node-slim", "node:20-bookworm-slim": "node-slim", "python:3.11-slim": "python-slim",
                "python:3.11-slim-bookworm": "python-slim", "ruby:3.1-slim": "ruby-slim", "debian:bookworm-slim": "debian",
                "eclipse-temurin:17-jdk": "jdk", "eclipse-temurin:17": "jdk", "eclipse-temurin:17-jre": "jre",
                "gcr.io/distroless/static-debian12:nonroot": "static", "gcr.io/distroless/static": "static",
                "gcr.io/distroless/cc-debian12": "cc", "gcr.io/distroless/base-debian12@sha256:00": "base", "alpine:3.20": "alpine",
                "node:20-alpine": None, "example.com/golang:1.21": None}.items():
            self.assertEqual(standins.standin_for(reference), name, reference)

    def test_only_one_stands_in(self):
        for reference in ("golang:1.21-alpine", "node:20-slim", "python:3.11-slim-bookworm", "eclipse-temurin:17-jre"):
            fitting = [name for name, image in standins.IMAGES.items() if re.fullmatch(image.names, reference)]
            self.assertEqual(len(fitting), 1, f"{reference}: {fitting}")

    def test_layers_exist(self):
        for name, image in standins.IMAGES.items():
            self.assertLessEqual(set(image.layers), set(standins.LAYERS), name)

    def test_user(self):
        self.assertEqual(standins.user_of("gcr.io/distroless/static-debian12:nonroot"), "65532")
        self.assertIsNone(standins.user_of("gcr.io/distroless/static-debian12"))


class Samples(unittest.TestCase):
    def test_all_are_used(self):
        folders = {path.name for path in samples.FOLDER.iterdir()}
        self.assertEqual(folders, set(samples.SAMPLES))
        self.assertLessEqual({case.sample for case in samples.CASES.values()}, folders)

    def test_wheels_are_packed(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch) / "sample"
            samples.lay_out("python-app", folder)
            with zipfile.ZipFile(folder / "wheels" / "compass-1.0-py3-none-any.whl") as wheel:
                record = wheel.read("compass-1.0.dist-info/RECORD").decode()
                self.assertEqual(sorted(line.split(",")[0] for line in record.splitlines()), sorted(wheel.namelist()))
            self.assertEqual([path.name for path in (folder / "wheels").iterdir()], ["compass-1.0-py3-none-any.whl"])

    def test_every_image_has_a_stand_in(self):
        for name in samples.SAMPLES:
            for reference in builds.images_of((samples.FOLDER / name / "Dockerfile").read_text()):
                self.assertIsNotNone(standins.standin_for(reference), f"{name}: {reference}")


class Images(unittest.TestCase):
    def test_of_a_dockerfile(self):
        text = ("FROM --platform=$BUILDPLATFORM golang:1 AS Build\nCOPY --from=tools:2 /a /b\nFROM build\nFROM scratch\n"
                "COPY --link --from=Build /a /b\nRUN --mount=type=bind,from=composer:2,target=/c true\nCOPY --from=0 /a /b\n")
        self.assertEqual(builds.images_of(text), ["golang:1", "tools:2", "composer:2"])


class Contract(unittest.TestCase):
    def image(self, **config):
        return contract.of_image({"Config": config})

    def test_of_an_image(self):
        found = self.image(Entrypoint=["/a"], Cmd=["b"], Env=["X=1=2"], User="0", ExposedPorts={"80/tcp": {}}, Labels={"drydock-engine-test": "x"})
        self.assertEqual(found["argv"], ["/a", "b"])
        self.assertEqual(found["environment"], {"X": "1=2"})
        self.assertEqual((found["user"], found["ports"], found["workingDirectory"], found["labels"]), ("", ["80/tcp"], "/", {}))

    def test_lost(self):
        base = self.image(Env=["PATH=/go", "GOPATH=/go"])
        before = self.image(Env=["PATH=/go", "GOPATH=/go", "PORT=1", "CGO_ENABLED=0"], User="me", ExposedPorts={"80/tcp": {}}, StopSignal="SIGQUIT")
        fine = self.image(Env=["PATH=/", "PORT=1"], User="65532", ExposedPorts={"80/tcp": {}}, StopSignal="SIGQUIT")
        self.assertEqual(contract.lost(before, fine, base), [])
        self.assertEqual(len(contract.lost(before, self.image(), base)), 4)
        self.assertEqual(contract.lost(before, {**fine, "user": ""}, base), ["the user was me and is root"])

    def test_contradicted(self):
        built = self.image(Cmd=["/a"], Env=["PATH=/", "PORT=1", "GO_VERSION=1.19"], WorkingDir="/app")
        said = {**built, "user": "root", "environment": {"PATH": "/bin", "PORT": "1", "GO_VERSION": "1.21"}, "fromBase": ["GO_VERSION"],
                "open": []}
        self.assertEqual(contract.contradicted(said, built), [])
        wrong = {**said, "argv": ["/b"], "workingDirectory": "/", "environment": {"PORT": "2"}, "user": "me"}
        self.assertEqual(len(contract.contradicted(wrong, built)), 4)
        self.assertEqual(contract.contradicted({**said, "argv": ["/b"], "open": ["program"]}, built), [])


if __name__ == "__main__":
    unittest.main()
