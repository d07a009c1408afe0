# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One name, one type: the linker keeps one of two types' functions of one name, says nothing, and the program crashes.

Usage: check_type_names.py ROOT
"""
import pathlib
import re
import sys

from common import files, report

# clang-format sees to it that what stands at the left edge stands in a namespace.
NAMESPACE = re.compile(r"^(?:inline )?namespace(?: ([\w:]+))? \{")
NAMESPACE_END = re.compile(r"^\} ?// namespace")
TYPE = re.compile(r"^(?:struct|class|enum class|enum|union) (?:[A-Z_]+_EXPORT )?(\w+)(?: final)?(?: : [^;]*)?(?: \{.*)?$")
TOPS = ("model", "ui", "app")


def types_of(path):
    """Name with namespaces, and line, of each type that other files could name as well."""
    stack = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if opened := NAMESPACE.match(line):
            stack.append(opened.group(1))
        elif NAMESPACE_END.match(line):
            if stack:
                stack.pop()
        elif (found := TYPE.match(line)) and None not in stack:
            yield "::".join([*stack, found.group(1)]), number


def findings(root):
    first = {}
    for path in files(root, *TOPS):
        if path.suffix not in (".h", ".cpp"):
            continue
        for name, line in types_of(path):
            place = f"{path.relative_to(root).as_posix()}:{line}"
            if name in first:
                yield f"{place}: {name} is also the name of a type at {first[name]}"
            else:
                first[name] = place


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(report(list(findings(pathlib.Path(sys.argv[1]))), "type names"))
