# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The teaching pages: there is one per instruction, it starts briefly, and its examples are accepted.

Usage: check_teach.py ROOT [DRYDOCK-CLI]

The first paragraph is what a tooltip shows. Every fenced block marked `dockerfile` has to be a whole file; without
the program the examples are not tried.
"""
import json
import pathlib
import re
import subprocess
import sys

from common import report

MOST_CHARACTERS = 220
KEYWORD = re.compile(r'"([A-Z]+)"')
BLOCK = re.compile(r"^```dockerfile\s*\n(.*?)^```\s*$", re.MULTILINE | re.DOTALL)


def keywords(root):
    """All instructions, from the table that the parser uses."""
    text = (root / "model/syntax/keyword.cpp").read_text(encoding="utf-8")
    return sorted(set(KEYWORD.findall(text)))


def first_paragraph(text):
    text = re.sub(r"<!--.*?-->\n?", "", text, flags=re.DOTALL)
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [line for line in paragraph.strip().splitlines() if not line.startswith("#")]
        if lines:
            return " ".join(lines)
    return ""


def example_findings(name, text, program):
    for match in BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        run = subprocess.run([program, "parse", "-"], input=match.group(1).encode(), capture_output=True, timeout=20)
        if run.returncode == 0:
            continue
        message = run.stderr.decode(errors="replace").strip()
        if run.stdout:
            said = json.loads(run.stdout)
            message = said.get("parseErr") or said.get("instrErr") or said.get("buildErr") or message
        yield f"{name}:{line}: BuildKit would refuse this example: {message}"


def findings(root, program=None):
    folder = root / "resources/teach/en"
    for keyword in keywords(root):
        if not (folder / f"{keyword.lower()}.md").exists():
            yield f"resources/teach/en: there is no page {keyword.lower()}.md for {keyword}"
    for path in sorted(folder.glob("*.md")):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        paragraph = first_paragraph(text)
        if not paragraph:
            yield f"{name}:1: the page has no first paragraph"
        elif len(paragraph) > MOST_CHARACTERS:
            yield f"{name}:1: the first paragraph has {len(paragraph)} characters, more than {MOST_CHARACTERS}"
        if program:
            yield from example_findings(name, text, program)


if __name__ == "__main__":
    tool = sys.argv[2] if len(sys.argv) > 2 else None
    sys.exit(report(list(findings(pathlib.Path(sys.argv[1]), tool)), "Teaching pages"))
