# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share."""
import os
import pathlib

SKIPPED = {".git", ".deps", "build", "node_modules", "__pycache__"}


def files(root, *tops):
    """Every file below root (or below the folders `tops` in it), sorted, without what is built or fetched."""
    for top in tops or ("",):
        for folder, subfolders, names in os.walk(pathlib.Path(root) / top):
            subfolders[:] = sorted(name for name in subfolders if name not in SKIPPED)
            for name in sorted(names):
                yield pathlib.Path(folder) / name


def report(wrong, checked):
    """Prints the findings and returns the exit code."""
    for sentence in wrong:
        print(sentence)
    print(f"{checked}: {'fine' if not wrong else f'{len(wrong)} to mend'}")
    return bool(wrong)
