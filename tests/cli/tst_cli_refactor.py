# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `drydock-cli refactor` as a person or a pipeline would.

Usage: tst_cli_refactor.py DRYDOCK-CLI ROOT [unittest arguments]
"""
import json

from cli_case import FINE, UNREADABLE, USAGE, Cli, main

TEXT = "FROM golang:1.21\nWORKDIR /src\nCOPY . .\nRUN go build -o /app\nCMD [\"/app\"]\n"


class Refactor(Cli):
    def setUp(self):
        super().setUp()
        self.add("Dockerfile", TEXT)

    def test_lists_what_there_is(self):
        out, err = self.expect(FINE, "refactor", "--list")
        self.assertEqual("", err)
        names = [line.split()[0] for line in out.splitlines()]
        out, _ = self.expect(FINE, "refactor", "--list", "--format=json")
        listed = json.loads(out)
        self.assertEqual(names, [each["name"] for each in listed])
        for each in listed:
            self.assertEqual({"name", "title", "group", "needsCaret"}, set(each))
        out, _ = self.expect(FINE, "refactor", "--list", "Dockerfile", "--format=json")
        for each in json.loads(out):
            self.assertIn(each["verdict"], ("safe", "assumes", "blocked"))
            self.assertEqual(each["verdict"] == "blocked", each["reason"] != "")

    def test_command_lines_without_sense(self):
        for words in ([], ["no-such-thing", "Dockerfile"], ["--list", "a", "b"], ["--set", "x", "a"],
                      ["--without", "0", "a"], ["--line", "1:", "a"], ["--jobs", "2", "a"]):
            _, err = self.expect(USAGE, "refactor", *words)
            self.assertEqual(1, len(err.splitlines()), err)
        _, err = self.expect(USAGE, "check", "--write", "Dockerfile")
        self.assertIn("--write", err)

    def test_lists_need_the_file(self):
        self.expect(UNREADABLE, "refactor", "--list", "missing")
        self.expect(UNREADABLE, "refactor", "--list", "--context", "missing", "Dockerfile")


if __name__ == "__main__":
    main()
