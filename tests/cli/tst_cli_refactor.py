# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `drydock-cli refactor` as a person or a pipeline would.

Usage: tst_cli_refactor.py DRYDOCK-CLI ROOT [unittest arguments]
"""
import json

import os
import shutil
import subprocess
import unittest

from cli_case import FINE, REFUSED, UNREADABLE, USAGE, Cli, main

# Assumes what lies beside it, and can be made once.
NODE = 'FROM node:22\r\nWORKDIR /app\r\nCOPY . .\r\nRUN npm ci\r\nCMD ["node", "server.js"]'
MOVED = NODE.replace("COPY . .\r\nRUN npm ci\r\n", "COPY package.json ./\r\nRUN npm ci\r\nCOPY . .\r\n")
# Safe.
FETCHES = "FROM node:22\nWORKDIR /app\nCOPY package.json ./\nRUN npm ci\nFROM golang:1.26\nRUN go install example.com/a@v1\n"
# Nothing to do.
TEXT = 'FROM alpine:3.20\nCOPY app /app\nCMD ["/app"]\n'


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

    def test_json_says_all(self):
        self.add("Dockerfile", NODE)
        self.add("package.json", "{}")
        out, err = self.expect(FINE, "refactor", "manifests-first", "Dockerfile", "--format=json")
        self.assertEqual("", err)
        said = json.loads(out)
        self.assertEqual(("assumes", "", None), (said["verdict"], said["reason"], said["line"]))
        self.assertEqual(MOVED, said["text"])
        self.assertEqual("manifests-first", said["name"])
        self.assertIn(4, [each["line"] for each in said["assumptions"]])
        self.assertLessEqual({"title", "explanation", "choices", "parts", "sizeBefore", "sizeAfter", "files"}, set(said))
        self.assertEqual(NODE, (self.folder / "Dockerfile").read_bytes().decode())

    def test_blocked_changes_nothing(self):
        for words in ([], ["--write"], ["--format=diff"], ["--write", "--format=json"]):
            out, err = self.expect(REFUSED, "refactor", "manifests-first", "Dockerfile", *words)
            self.assertEqual(TEXT, (self.folder / "Dockerfile").read_text())
            if words and "--format=json" not in words:
                self.assertEqual("", out)
                self.assertIn("Dockerfile:", err)
        said = json.loads(self.expect(REFUSED, "refactor", "manifests-first", "Dockerfile", "--format=json")[0])
        self.assertEqual(("blocked", TEXT), (said["verdict"], said["text"]))
        self.assertNotEqual("", said["reason"])

    @unittest.skipUnless(shutil.which("patch"), "The program “patch” is not on this system.")
    def test_patch_takes_the_diff(self):
        path = self.add("Dockerfile", NODE)
        self.add("package.json", "{}")
        out, _ = self.expect(FINE, "refactor", "manifests-first", "Dockerfile", "--format=diff")
        subprocess.run(["patch", "--binary", "-p0"], cwd=self.folder, input=out.encode(), check=True, capture_output=True)
        self.assertEqual(MOVED, path.read_bytes().decode())

    def test_write_says_what_it_rests_on(self):
        path = self.add("Dockerfile", NODE)
        path.chmod(0o640)
        self.add("package.json", "{}")
        out, err = self.expect(FINE, "refactor", "manifests-first", "Dockerfile", "--write")
        self.assertEqual("", out)
        self.assertIn("Dockerfile:4: it is assumed: ", err)
        self.assertEqual(MOVED, path.read_bytes().decode())
        self.assertEqual(0o640, path.stat().st_mode & 0o7777)
        self.assertEqual(["Dockerfile", "package.json"], sorted(os.listdir(self.folder)))
        self.expect(REFUSED, "refactor", "manifests-first", "Dockerfile", "--write")

    def test_write_prints_standard_input(self):
        out, err = self.expect(FINE, "refactor", "cache-mounts", "-", "--write", stdin=FETCHES.encode())
        self.assertIn("--mount=type=cache", out)

    def test_the_folder_shows_itself(self):
        """Without a manifest nothing is known of the folder; it is assumed then what is in it."""
        self.add("Dockerfile", NODE)
        self.add("notes.txt", "")
        text = ["refactor", "manifests-first", "Dockerfile", "--format=json"]
        unknown = json.loads(self.expect(FINE, *text)[0])
        self.assertIn("package*.json", unknown["text"])
        self.add("elsewhere/package.json", "{}")
        named = json.loads(self.expect(FINE, *text, "--context", "elsewhere")[0])
        self.assertEqual(MOVED, named["text"])
        self.add("package.json", "{}")
        shown = json.loads(self.expect(FINE, *text)[0])
        self.assertEqual(MOVED, shown["text"])

    def test_parts_can_be_left_out(self):
        self.add("Dockerfile", FETCHES)
        words = ["refactor", "cache-mounts", "Dockerfile", "--format=json"]
        whole = json.loads(self.expect(FINE, *words)[0])
        self.assertEqual([1, 2], [part["number"] for part in whole["parts"]])
        one = json.loads(self.expect(FINE, *words, "--without", "1")[0])
        self.assertEqual([False, True], [part["taken"] for part in one["parts"]])
        self.assertEqual((True, False), ("/root/.npm" in whole["text"], "/root/.npm" in one["text"]))
        self.assertIn("--mount", one["text"])
        _, err = self.expect(USAGE, *words, "--without", "3")
        self.assertIn("There is no part 3; there are 2.", err)
        # Nothing is left then.
        self.expect(REFUSED, *words, "--without", "1", "--without", "2")

    def test_names_and_keys_are_looked_at(self):
        _, err = self.expect(USAGE, "refactor", "cache-mount", "Dockerfile")
        self.assertIn("Did you mean “cache-mounts”?", err)
        self.add("Dockerfile", FETCHES)
        _, err = self.expect(USAGE, "refactor", "cache-mounts", "Dockerfile", "--set", "no-such-key=1")
        self.assertIn("no-such-key", err)
        _, err = self.expect(USAGE, "refactor", "cache-mounts", "Dockerfile", "--line", "99")
        self.assertIn("There is no line 99", err)
        self.expect(FINE, "refactor", "cache-mounts", "Dockerfile", "--line", "4:2")

    def test_images_are_known_from_inspect(self):
        self.add("Dockerfile", "FROM example.com/own:1\nRUN npm ci\n")
        self.add("images.json", json.dumps([{"RepoTags": ["example.com/own:1"], "Config": {
            "Cmd": ["/own"], "Env": ["PATH=/bin"], "WorkingDir": "/w", "ExposedPorts": {"80/tcp": {}}}}]))
        words = ["refactor", "cache-mounts", "Dockerfile", "--format=json"]
        self.assertFalse(json.loads(self.expect(FINE, *words)[0])["contractBefore"]["baseKnown"])
        known = json.loads(self.expect(FINE, *words, "--images", "images.json")[0])["contractAfter"]
        self.assertEqual((True, ["/own"], "/w", ["80/tcp"]),
                         (known["baseKnown"], known["argv"], known["workingDirectory"], known["ports"]))
        self.add("bad.json", "[")
        _, err = self.expect(UNREADABLE, *words, "--images", "bad.json")
        self.assertIn("bad.json", err)
        self.expect(UNREADABLE, *words, "--images", "missing.json")


if __name__ == "__main__":
    main()
