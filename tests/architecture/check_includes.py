# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The include arrows of the code, as a fact.

Usage: check_includes.py ROOT

The folders of model/ are a staircase: each may include what stands left of it, and nothing else. Qt begins at
model/document; drydock-cli has none at all. In ui/ the views do not know each other, only ui/common and the model.
"""
import pathlib
import re
import sys

from common import files, report

STAIRS = ["base", "text", "syntax", "shell", "graph", "edits", "layout", "knowledge", "context", "contract", "lint",
          "refactor", "analysis", "language", "exporting", "review", "lesson", "document"]
FIRST_WITH_QT = "document"
# A second flight beside it, on top of `contract`: what an engine reports is matched to instructions.
LANDING = "contract"
ENGINE_STAIRS = ["image", "build", "engine"]

INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)[">]')
QT = re.compile(r"(Q[A-Z]\w*|Qt\w*/.*|Qsci/.*|KSyntaxHighlighting/.*|KF\d.*)$")
BANNED = {"regex": "std::regex is banned: slow, and it overflows the stack on long input",
          "iostream": "iostream costs start-up time in every program that links it"}


def allowed(here):
    """The folders that a file in the folder `here` may include from."""
    if here.startswith("model/"):
        step = here.split("/")[1]
        if step in ENGINE_STAIRS:
            below = STAIRS[: STAIRS.index(LANDING) + 1] + ENGINE_STAIRS[: ENGINE_STAIRS.index(step) + 1]
        elif step in STAIRS:
            below = STAIRS[: STAIRS.index(step) + 1]
        else:
            return set()
        return {f"model/{s}" for s in below}
    if here.startswith("ui/"):
        return {"model", "ui/common", here}
    if here == "app/cli":
        return {"app/cli", *(f"model/{s}" for s in STAIRS[: STAIRS.index(FIRST_WITH_QT)])}
    if here == "app/engine_cli":
        return {"app/cli", here, "model"}
    return {"model", "ui", "app"}


def may_know_qt(here):
    if here == "app/cli":
        return False
    step = here.split("/")[1] if here.startswith("model/") else ""
    if step in ENGINE_STAIRS:
        return step == ENGINE_STAIRS[-1]
    return step not in STAIRS or STAIRS.index(step) >= STAIRS.index(FIRST_WITH_QT)


def folder_of(name):
    parts = name.split("/")
    if name == "app/cli_main.cpp" or name.startswith("app/cli/"):
        return "app/cli"
    if name.startswith("app/engine_cli/"):
        return "app/engine_cli"
    return "/".join(parts[:2]) if parts[0] in ("model", "ui") else parts[0]


def findings(root):
    for path in files(root, "model", "ui", "app"):
        if path.suffix not in (".h", ".cpp"):
            continue
        name = path.relative_to(root).as_posix()
        here = folder_of(name)
        if here.startswith("model/") and not allowed(here):
            yield f"{name}:1: {here} has no place on the staircase (tests/architecture/check_includes.py)"
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, target = match.groups()
            place = f"{name}:{number}"
            if quote == "<":
                if target in BANNED:
                    yield f"{place}: {BANNED[target]}"
                if QT.match(target) and not may_know_qt(here):
                    yield f"{place}: {here} must not know Qt"
                continue
            if "/" not in target:
                if not target.endswith(".moc"):
                    yield f'{place}: write the full path: "{path.parent.relative_to(root).as_posix()}/{target}"'
                continue
            there = folder_of(target)
            if not any(there == a or there.startswith(a + "/") for a in allowed(here)):
                yield f"{place}: {here} must not know {there}"


if __name__ == "__main__":
    sys.exit(report(list(findings(pathlib.Path(sys.argv[1]))), "Includes"))
