# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of drydock-cli share."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

FINE, REFUSED, USAGE, UNREADABLE = 0, 1, 2, 3


class Cli(unittest.TestCase):
    program = ""
    root = pathlib.Path()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def add(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run_cli(self, *arguments, stdin=b"", environment=None):
        run = subprocess.run([self.program, *map(os.fspath, arguments)], cwd=self.folder, input=stdin, capture_output=True,
                             timeout=60, env={**os.environ, **(environment or {})})
        self.assertGreaterEqual(run.returncode, 0, f"killed by signal {-run.returncode}")
        return run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8")

    def expect(self, code, *arguments, **more):
        got, out, err = self.run_cli(*arguments, **more)
        self.assertEqual(code, got, err)
        return out, err


def main():
    """To be called with the arguments DRYDOCK-CLI ROOT [unittest arguments]."""
    Cli.program, Cli.root = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
