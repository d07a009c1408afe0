# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tested: samples, which are folders below samples/ with a Dockerfile as people write it, and what is done to them."""
import dataclasses
import pathlib
import shutil
import zipfile

FOLDER = pathlib.Path(__file__).parent / "samples"


@dataclasses.dataclass
class Sample:
    answer: str  # what it says, on its port or on standard output
    port: int = 0  # 0: a program that ends by itself
    status: int = 0  # with which that ends


@dataclasses.dataclass
class Case:
    """Refactorings, one after the other: (name, {key: value to set})."""
    sample: str
    steps: list
    shrinks: float = -0.01  # the part of the image that goes at least
    touched: str = ""  # if this file of the sample changes,
    kept: str = ""  # then the command with this in it need not run again


SAMPLES = {
    "go-server": Sample("moored at /\n", 8080),
    "go-templates": Sample("<p>Ahoy: 12 berths, wind 19 knots (berths 2.1)</p>\n", 9000),
    "go-alpine": Sample("high water\n", 8000),
    "c-make": Sample("3 flashes, seen from 11.0 nautical miles\n", status=3),
    "cpp-cmake": Sample("two long, one short\n", 8080),
    "rust-server": Sample("holds fast", 3000),
    "node-build": Sample("next ferry: 12:40 (production)\n", 3000),
    "node-start": Sample("red to port\n", 8080),
    "python-app": Sample("wind from SW\n", 8000),
    "python-command": Sample("steer E\n", 8000),
    "java-maven": Sample("Captain Gulliver\n", 8080),
    "java-javac": Sample("Captain Nobody\n", 8080),
    "php-zip": Sample("unpacked: day 40, calm sea\n", 8080),
    "ruby-bundle": Sample("ebb at six\n", 4567),
}

SPLIT = [("split", {})]
SLIM = [("switch-base", {"base": "slim"})]
USER = [("non-root", {})]
CACHE = [("cache-mounts", {})]
CASES = {
    "split-go-server": Case("go-server", SPLIT, 0.95),
    "split-go-alpine": Case("go-alpine", SPLIT, 0.95),
    "split-go-templates": Case("go-templates", SPLIT, 0.95),
    "split-c-make": Case("c-make", SPLIT, 0.5),
    "split-cpp-cmake": Case("cpp-cmake", SPLIT, 0.5),
    "split-rust-server": Case("rust-server", SPLIT, 0.7),
    "split-node-build": Case("node-build", SPLIT, 0.3),
    "split-python-app": Case("python-app", SPLIT, 0.5),
    "split-python-command": Case("python-command", SPLIT, 0.5),
    "wheels-python-app": Case("python-app", [("split", {"packages": "wheels"})], 0.5),
    "split-java-maven": Case("java-maven", SPLIT, 0.3),
    "split-java-javac": Case("java-javac", SPLIT, 0.2),
    "split-php-zip": Case("php-zip", SPLIT),
    "split-ruby-bundle": Case("ruby-bundle", SPLIT, 0.5),
    "slim-node-start": Case("node-start", SLIM, 0.3),
    "slim-python-app": Case("python-app", SLIM, 0.5),
    "user-ruby-bundle": Case("ruby-bundle", USER),
    "cache-go-server": Case("go-server", [("manifests-first", {}), *CACHE], touched="main.go", kept="go mod download"),
    "cache-go-templates": Case("go-templates", CACHE, 0.02),
    "cache-rust-server": Case("rust-server", CACHE),
    "cache-node-start": Case("node-start", CACHE, touched="server.js", kept="npm install"),
    "cache-python-app": Case("python-app", CACHE, touched="app.py", kept="pip install"),
    "cache-ruby-bundle": Case("ruby-bundle", CACHE, touched="app.rb", kept="bundle install"),
}


def lay_out(name, folder):
    """Copies the sample NAME to FOLDER, ready to be built."""
    shutil.copytree(FOLDER / name, folder)
    # A wheel is an archive; nobody could read one in the repository.
    for unpacked in list(pathlib.Path(folder).rglob("*.whl.d")):
        with zipfile.ZipFile(unpacked.with_suffix(""), "w") as wheel:
            paths = [path for path in sorted(unpacked.rglob("*")) if path.is_file()]
            for path in paths:
                wheel.write(path, path.relative_to(unpacked))
            info = next(path.parent.relative_to(unpacked) for path in paths if path.name == "METADATA")
            record = "".join(f"{path.relative_to(unpacked)},,\n" for path in paths)
            wheel.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
        shutil.rmtree(unpacked)
