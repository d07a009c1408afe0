# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence lines, file sizes, host names, and source files that nobody builds.

Usage: check_headers.py ROOT
"""
import pathlib
import re
import sys

from common import files, report

CODE = {".h", ".cpp", ".py", ".sh", ".mjs", ".cmake"}
SCRIPTS = {"run"}  # Without an ending.
COPYRIGHT = "SPDX-FileCopyrightText: 2026 Drydock contributors"
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"

MOST_LINES = 400
LENGTH_NOTE = re.compile(r"\bLength: \S")  # "Length: one table, and tables do not get clearer by halves."
NOTE_WITHIN = 15

# Mirrors are configured on the machine, never in our scripts.
HOST = re.compile(r"https?://[\w.-]+|\b(?:[\w-]+\.)*(?:debian\.org|ubuntu\.com|docker\.com|ghcr\.io|quay\.io|gcr\.io|"
                  r"mcr\.microsoft\.com|npmjs\.org|pypi\.org|pythonhosted\.org|kde\.org|qt\.io)\b|\bdocker\.io/")
HOST_FREE = ("packaging", ".ci", "tests/run")

SOURCE_IN_LIST = re.compile(r"[\w./${}-]+\.cpp\b")


def is_code(path):
    return path.suffix in CODE or path.name == "CMakeLists.txt" or path.name in SCRIPTS


def is_script(path):
    """A program for a shell or for a CI service; homepages in package descriptions are not meant."""
    if path.suffix in (".sh", ".py", ".yml", ".yaml"):
        return True
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def header_findings(root):
    for path in files(root):
        if not is_code(path):
            continue
        name = path.relative_to(root).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()
        top = "\n".join(lines[:5])
        for wanted in (COPYRIGHT, LICENCE):
            if wanted not in top:
                yield f"{name}:1: the first lines lack “{wanted}”"
        if len(lines) > MOST_LINES and not LENGTH_NOTE.search("\n".join(lines[:NOTE_WITHIN])):
            yield (f"{name}:1: {len(lines)} lines are more than {MOST_LINES}; split it, "
                   f"or say why not in a “Length: …” note at the top")


def host_findings(root):
    for path in files(root):
        name = path.relative_to(root).as_posix()
        if not name.startswith(HOST_FREE) or not is_script(path):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if match := HOST.search(line):
                yield f"{name}:{number}: names the host {match.group()}; the machine's configuration decides that"


def list_findings(root):
    """Source files that no CMake list names are not built, and nobody notices."""
    named = set()
    for path in files(root):
        if path.name != "CMakeLists.txt" and path.suffix != ".cmake":
            continue
        for source in SOURCE_IN_LIST.findall(path.read_text(encoding="utf-8")):
            source = re.sub(r"^\$\{(PROJECT|CMAKE)_SOURCE_DIR\}/", str(root) + "/", source)
            source = re.sub(r"^\$\{CMAKE_CURRENT_(SOURCE|LIST)_DIR\}/", "", source)
            named.add((path.parent / source).resolve())
    for path in files(root, "model", "ui", "app", "tests"):
        if path.suffix == ".cpp" and path.resolve() not in named:
            yield f"{path.relative_to(root).as_posix()}:1: no CMake list names this file"


def findings(root):
    yield from header_findings(root)
    yield from host_findings(root)
    yield from list_findings(root)


if __name__ == "__main__":
    sys.exit(report(list(findings(pathlib.Path(sys.argv[1]).resolve())), "Headers and lists"))
