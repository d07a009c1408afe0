# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `drydock-cli check` as a person or a pipeline would.

Usage: tst_cli_check.py DRYDOCK-CLI ROOT [unittest arguments]
"""
import json
import os
import stat
import xml.dom.minidom

from cli_case import FINE, REFUSED, UNREADABLE, USAGE, Cli, main

# Speaks of these three and, under --only-buildkit, of nothing else.
WRONG = "FROM golang:1.21 as build\nMAINTAINER me\nCMD a b\n"
MENDED = 'FROM golang:1.21 AS build\nLABEL org.opencontainers.image.authors="me"\nCMD ["a", "b"]\n'
ONLY = "--only-buildkit"


class Check(Cli):
    def setUp(self):
        super().setUp()
        self.add("Dockerfile", WRONG)

    def test_text_names_place_severity_and_rule(self):
        out, err = self.expect(REFUSED, "check", ONLY, "Dockerfile")
        self.assertEqual("", err)
        self.assertEqual(3, len(out.splitlines()))
        self.assertTrue(out.startswith("Dockerfile:1:18: warning: 'as' and 'FROM'"), out)
        self.assertIn("[FromAsCasing] (fixable)", out)

    def test_json_has_bytes_and_fixes(self):
        out, _ = self.expect(REFUSED, "check", ONLY, "--format=json", "Dockerfile")
        file = json.loads(out)
        self.assertEqual(("Dockerfile", 3), (file["file"], len(file["findings"])))
        for finding in file["findings"]:
            self.assertLessEqual(finding["endByte"], len(WRONG))
            self.assertEqual({"rule", "severity", "message", "start", "end", "startByte", "endByte", "fixes"},
                             set(finding) - {"savedBytes"})
        edit = file["findings"][0]["fixes"][0]["edits"][0]
        self.assertEqual("as", WRONG[edit["startByte"]:edit["endByte"]])
        self.assertEqual("AS", edit["text"])

    def test_one_sarif_report_for_all_files(self):
        self.add("b/Dockerfile", "FROM a:1\nMAINTAINER \u00e4\n")
        self.add("c d/Dockerfile", "FROM a:1\n")
        out, _ = self.expect(REFUSED, "check", ONLY, "--format", "sarif", "Dockerfile", "b", "c d")
        report = json.loads(out)
        self.assertEqual("2.1.0", report["version"])
        run = report["runs"][0]
        ids = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertEqual(4, len(run["results"]))
        for result in run["results"]:
            self.assertIn(result["ruleId"], ids)
        self.assertEqual("b/Dockerfile",
                         run["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])

    def test_sarif_without_findings_is_a_report(self):
        self.add("Dockerfile", "FROM a:1\n")
        out, _ = self.expect(FINE, "check", ONLY, "--format", "sarif", "Dockerfile")
        self.assertEqual([], json.loads(out)["runs"][0]["results"])

    def test_checkstyle_is_xml(self):
        self.add('a"&<.Dockerfile', WRONG)
        out, _ = self.expect(REFUSED, "check", ONLY, "--format", "checkstyle", ".")
        files = xml.dom.minidom.parseString(out).getElementsByTagName("file")
        self.assertEqual(["./Dockerfile", './a"&<.Dockerfile'], sorted(file.getAttribute("name") for file in files))
        self.assertEqual(6, len(xml.dom.minidom.parseString(out).getElementsByTagName("error")))

    def test_github_annotations(self):
        out, _ = self.expect(REFUSED, "check", ONLY, "--format", "github", "Dockerfile")
        self.assertTrue(out.startswith("::warning file=Dockerfile,line=1,col=18,"), out)

    def test_fix_writes_what_is_safe(self):
        path = self.folder / "Dockerfile"
        path.chmod(0o640)
        out, _ = self.expect(FINE, "check", ONLY, "--fix", "Dockerfile")
        self.assertEqual(("", MENDED), (out, path.read_text()))
        self.assertEqual(0o640, stat.S_IMODE(path.stat().st_mode))
        self.assertEqual(["Dockerfile"], os.listdir(self.folder))

    def test_fix_keeps_a_link(self):
        (self.folder / "link.Dockerfile").symlink_to("Dockerfile")
        self.expect(FINE, "check", ONLY, "--fix", "link.Dockerfile")
        self.assertTrue((self.folder / "link.Dockerfile").is_symlink())
        self.assertEqual(MENDED, (self.folder / "Dockerfile").read_text())

    def test_fix_prints_standard_input(self):
        out, _ = self.expect(FINE, "check", ONLY, "--fix", "-", stdin=WRONG.encode())
        self.assertEqual(MENDED, out)

    def test_thresholds(self):
        self.expect(FINE, "check", ONLY, "--fail-on", "error", "Dockerfile")
        self.expect(FINE, "check", ONLY, "--fail-on=never", "Dockerfile")
        out, _ = self.expect(FINE, "check", ONLY, "--show=error", "--fail-on=error", "Dockerfile")
        self.assertEqual("", out)
        self.expect(REFUSED, "check", ONLY, "--rule", "FromAsCasing=error", "--fail-on", "error", "Dockerfile")

    def test_rules_can_be_off(self):
        off = [word for rule in ("FromAsCasing", "DL4000", "S22") for word in ("--rule", rule + "=off")]
        out, _ = self.expect(FINE, "check", ONLY, *off, "Dockerfile")
        self.assertEqual("", out)

    def test_a_projects_settings(self):
        self.add(".hadolint.yaml", "ignored: [DL4000]\noverride:\n  info: [FromAsCasing]\n")
        out, _ = self.expect(REFUSED, "check", ONLY, "Dockerfile")
        self.assertNotIn("MaintainerDeprecated", out)
        self.assertIn("info: 'as' and 'FROM'", out)
        self.add("other.yaml", "no-fail: true\n")
        self.expect(FINE, "check", ONLY, "--config", "other.yaml", "Dockerfile")
        self.expect(REFUSED, "check", ONLY, "--config", "other.yaml", "--fail-on=warning", "Dockerfile")
        self.add("bad.yaml", "ignored: [\n")
        _, err = self.expect(UNREADABLE, "check", "--config", "bad.yaml", "Dockerfile")
        self.assertIn("bad.yaml", err)

    def test_what_lies_beside_the_file(self):
        self.add("Dockerfile", "FROM scratch\nCOPY notes.txt mian.go /\n")
        self.add("main.go", "package main\n")
        self.add("notes.txt", "\n")
        out, _ = self.expect(FINE, "check", "--fail-on", "error", "Dockerfile")
        self.assertNotIn("S54", out) # Nothing says that this is the folder of the build.
        self.add(".dockerignore", "notes.txt\n")
        out, _ = self.expect(FINE, "check", "--fail-on", "error", "Dockerfile")
        self.assertIn('Attempting to Copy file "notes.txt" that is excluded by .dockerignore [CopyIgnoredFile]', out)
        self.assertIn("Did you mean “main.go”? [S54]", out)

    def test_what_buildkit_refuses_is_an_error(self):
        self.add("Dockerfile", "FROM a:1\nRUNN x\n")
        out, _ = self.expect(REFUSED, "check", "--fail-on", "error", "Dockerfile")
        self.assertIn("error: dockerfile parse error on line 2: unknown instruction: RUNN", out)

    def test_bad_words(self):
        for words, sentence in ((["--rule", "FromAsCasin=off"], "Did you mean “fromascasing”?"),
                                (["--rule", "FromAsCasing"], "--rule takes"),
                                (["--fail-on", "high"], "--fail-on takes info, warning, error or never"),
                                (["--format", "dot"], "There is no format “dot” here")):
            _, err = self.expect(USAGE, "check", *words, "Dockerfile")
            self.assertIn(sentence, err)
        _, err = self.expect(USAGE, "graph", "--fix", "Dockerfile")
        self.assertIn("“graph” does not take the option “--fix”", err)

    def test_a_file_that_is_not_there(self):
        out, err = self.expect(UNREADABLE, "check", ONLY, "--fail-on=never", "nowhere", "Dockerfile")
        self.assertIn("nowhere", err)
        self.assertEqual(3, len(out.splitlines()))


if __name__ == "__main__":
    main()
