# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built drydock-cli as a person or a script would.

Usage: tst_cli.py DRYDOCK-CLI ROOT [unittest arguments]
"""
import json
import os
import signal
import subprocess

from cli_case import FINE, REFUSED, UNREADABLE, USAGE, Cli, main

TWO_STAGES = """\
FROM golang:1.21 AS build
RUN go build -o /out/app

FROM scratch
COPY --from=build /out/app /app
"""


class Graph(Cli):
    def setUp(self):
        super().setUp()
        self.add("Dockerfile", TWO_STAGES)

    def test_text(self):
        out, err = self.expect(FINE, "graph", "Dockerfile")
        self.assertEqual("", err)
        for words in ("Dockerfile", "2 stages", "build", "golang:1.21", "/out/app → /app", "target", "accepts"):
            self.assertIn(words, out)
        self.assertTrue(out.endswith("\n"))

    def test_text_fits_a_terminal(self):
        self.add("Dockerfile", "FROM " + "a/" * 60 + "b:1 AS " + "n" * 150 + "\nFROM a\nCOPY --from=" + "n" * 150 + " "
                 + "/p" * 90 + " " + "/q" * 90 + "\n")
        out, _ = self.expect(FINE, "graph", "Dockerfile")
        self.assertLess(max(map(len, out.splitlines())), 80)

    def test_json(self):
        out, _ = self.expect(FINE, "graph", "--format=json", "Dockerfile")
        graph = json.loads(out)
        self.assertEqual(1, out.count("\n"))
        self.assertEqual("Dockerfile", graph["file"])
        self.assertEqual((2, 1, True), (graph["stages"], graph["target"], graph["accepted"]))
        copy = [edge for edge in graph["edges"] if edge["kind"] == "copy"]
        self.assertEqual([(0, 1, "/out/app", "/app", 5)],
                         [(e["source"], e["target"], e["from"], e["to"], e["line"]) for e in copy])
        begin, end = copy[0]["range"]
        self.assertEqual("build", TWO_STAGES[begin:end])

    def test_dot(self):
        out, _ = self.expect(FINE, "graph", "--format", "dot", "Dockerfile")
        self.assertTrue(out.startswith('digraph "Dockerfile" {'))
        self.assertIn("n0 -> n1", out)

    def test_mermaid(self):
        out, _ = self.expect(FINE, "graph", "Dockerfile", "--format", "mermaid")
        self.assertTrue(out.startswith("flowchart"))
        self.assertIn('n0 -->|"/out/app → /app"| n1', out)

    def test_names_are_quoted(self):
        odd = b'FROM a"b\\<c>#&`\xff AS x\n'
        out, _ = self.expect(REFUSED, "graph", "-", "--format", "dot", stdin=odd)
        self.assertIn(r'a\"b\\<c>#&amp;`', out)
        out, _ = self.expect(REFUSED, "graph", "-", "--format", "mermaid", stdin=odd)
        self.assertIn("a#34;b#92;#60;c#62;#35;#38;#96;", out)

    def test_target(self):
        out, _ = self.expect(FINE, "graph", "--target", "build", "Dockerfile", "--format", "json")
        self.assertEqual(0, json.loads(out)["target"])

    def test_build_argument(self):
        self.add("Dockerfile", "ARG V=1\nFROM golang:$V\n")
        for arguments, environment, reference in (([], {}, "golang:1"), (["--build-arg", "V=2"], {}, "golang:2"),
                                                  (["--build-arg=V"], {"V": "3"}, "golang:3")):
            out, _ = self.expect(FINE, "graph", "--format=json", "Dockerfile", *arguments, environment=environment)
            self.assertIn(reference, [node.get("reference") for node in json.loads(out)["nodes"]])

    def test_build_context(self):
        self.add("Dockerfile", "FROM a\nCOPY --from=assets /x /y\n")
        out, _ = self.expect(FINE, "graph", "--format=json", "Dockerfile", "--build-context", "assets=../assets")
        self.assertIn(("context", "assets"), [(n["kind"], n["label"]) for n in json.loads(out)["nodes"]])

    def test_refused_file_is_drawn_all_the_same(self):
        self.add("Dockerfile", TWO_STAGES + "RUNN x\n")
        out, _ = self.expect(REFUSED, "graph", "Dockerfile")
        self.assertIn("unknown instruction: RUNN (did you mean RUN?)", out)
        self.assertIn("/out/app → /app", out)

    def test_names_cannot_control_the_terminal(self):
        out, _ = self.expect(REFUSED, "graph", "-", stdin="FROM \x1b[31mred\x07 AS x\u202e\x9b\nRUN\n".encode() + b"\xff\xc3\n")
        self.assertFalse([c for c in out if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c == "\u202e"])
        self.assertIn(r"\x1b[31mred\x07", out)


class Parse(Cli):
    def test_fields(self):
        self.add("Dockerfile", TWO_STAGES)
        out, _ = self.expect(FINE, "parse", "Dockerfile", "--format", "json")
        parsed = json.loads(out)
        self.assertEqual(1, out.count("\n"))
        self.assertEqual(("Dockerfile", len(TWO_STAGES), True), (parsed["file"], parsed["bytes"], parsed["parseOk"]))
        self.assertEqual(["FROM", "RUN", "FROM", "COPY"], [i["cmd"] for i in parsed["instructions"]])
        self.assertEqual(["build", ""], [s["name"] for s in parsed["stages"]])

    def test_refused_file_is_printed_all_the_same(self):
        out, _ = self.expect(REFUSED, "parse", "-", stdin=b"FROM a\nRUNN x\n")
        self.assertIn("unknown instruction: RUNN", json.loads(out)["instrErr"])

    def test_any_bytes_give_valid_json(self):
        everything = b"FROM a\nRUN " + bytes(b for b in range(256) if b != 10) + b"\n"
        for command in ("parse", "graph"):
            _, out, _ = self.run_cli(command, "--format=json", "-", stdin=everything)
            self.assertEqual("-", json.loads(out)["file"])

    def test_invalid_file_name(self):
        name = os.fsencode(self.folder) + b"/\xff.Dockerfile"
        with open(name, "wb") as file:
            file.write(b"FROM a\n")
        out, _ = self.expect(FINE, "parse", os.fsdecode(name))
        self.assertTrue(json.loads(out)["file"].endswith("\ufffd.Dockerfile"))
        out, _ = self.expect(FINE, "graph", ".")
        self.assertIn(r"./\xff.Dockerfile", out)

    def test_only_folder_names_files_from_there(self):
        self.add("a/b/Dockerfile", "FROM a\n")
        out, _ = self.expect(FINE, "parse", "a")
        self.assertEqual("b/Dockerfile", json.loads(out)["file"])
        out, _ = self.expect(FINE, "parse", "a", "a/b/Dockerfile")
        self.assertEqual(["a/b/Dockerfile"] * 2, [json.loads(line)["file"] for line in out.splitlines()])


class Files(Cli):
    def names(self, *arguments, code=FINE):
        out, err = self.expect(code, "graph", "--format=json", *arguments)
        return [json.loads(line)["file"] for line in out.splitlines()], err

    def test_folder(self):
        for name in ("Dockerfile", "Dockerfile.dev", "api.Dockerfile", "web.dockerfile", "Containerfile", "Containerfile.x",
                     "sub/deep/Dockerfile"):
            self.add("p/" + name, "FROM a\n")
        for name in ("README.md", "Dockerfile.dockerignore", "MyDockerfile", ".git/Dockerfile", "node_modules/x/Dockerfile",
                     "sub/.hidden/Dockerfile"):
            self.add("p/" + name, "nothing\n")
        os.symlink("..", self.folder / "p/sub/loop")
        os.symlink("missing", self.folder / "p/sub/Dockerfile")
        names, err = self.names("p")
        self.assertEqual(["p/Containerfile", "p/Containerfile.x", "p/Dockerfile", "p/Dockerfile.dev", "p/api.Dockerfile",
                          "p/web.dockerfile", "p/sub/deep/Dockerfile"], names)
        self.assertEqual("", err)

    def test_link_to_a_folder_as_argument_is_followed(self):
        self.add("p/Dockerfile", "FROM a\n")
        os.symlink("p", self.folder / "link")
        self.assertEqual(["link/Dockerfile"], self.names("link/")[0])

    def test_empty_folder(self):
        (self.folder / "p").mkdir()
        names, err = self.names("p", code=UNREADABLE)
        self.assertEqual([], names)
        self.assertIn("no Dockerfile in the folder “p”", err)

    def test_order_with_many_files(self):
        given = []
        for i in range(400):
            name = f"{(i * 37) % 400}.Dockerfile"
            self.add(name, "FROM a\n" + "RUN x\n" * (3000 if i % 50 == 0 else 1))
            given.append(name)
        for jobs in ("1", "2", "7"):
            self.assertEqual(given, self.names("--jobs", jobs, *given)[0])

    def test_missing_file_does_not_stop_the_others(self):
        self.add("a", "FROM a\n")
        self.add("b", "FROM b\nRUNN\n")
        names, err = self.names("a", "gone", "b", code=UNREADABLE)
        self.assertEqual(["a", "b"], names)
        self.assertEqual(1, err.count("\n"))
        self.assertIn("“gone”", err)
        self.assertIn("No such file", err)

    def test_unreadable_file(self):
        self.add("a", "FROM a\n").chmod(0)
        if os.access(self.folder / "a", os.R_OK):
            self.skipTest("this user may read everything")
        self.assertIn("Permission denied", self.names("a", code=UNREADABLE)[1])

    def test_huge_file(self):
        with open(self.folder / "big", "wb") as file:
            file.truncate(201_000_000)
        self.assertIn("larger than 200 MB", self.names("big", code=UNREADABLE)[1])

    def test_endless_device(self):
        self.assertIn("larger than 200 MB", self.names("/dev/zero", code=UNREADABLE)[1])

    def test_pipe(self):
        os.mkfifo(self.folder / "pipe")
        if os.fork() == 0:
            with open(self.folder / "pipe", "wb") as pipe:
                pipe.write(b"FROM a\n" * 30000)
            os._exit(0)
        out, _ = self.expect(FINE, "graph", "--format=json", "pipe")
        self.assertEqual(30000, json.loads(out)["stages"])

    def test_standard_input(self):
        out, _ = self.expect(FINE, "graph", "-", stdin=TWO_STAGES.encode())
        self.assertIn("2 stages", out)

    def test_escape_in_a_path(self):
        _, err = self.expect(UNREADABLE, "graph", "\x1b[31m")
        self.assertIn(r"\x1b[31m", err)

    def test_closed_pipe_is_quiet(self):
        self.add("Dockerfile", "FROM a\nRUN x\n" * 20000)
        for disposition in (signal.SIG_DFL, signal.SIG_IGN):
            run = subprocess.Popen([self.program, "graph", *["Dockerfile"] * 20], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, restore_signals=False,
                                   preexec_fn=lambda: signal.signal(signal.SIGPIPE, disposition))
            run.stdout.read(10)
            run.stdout.close()
            self.assertEqual(b"", run.stderr.read())
            run.stderr.close()
            run.wait(20)

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        self.add("Dockerfile", "FROM a\n")
        with open("/dev/full", "wb") as full:
            run = subprocess.run([self.program, "graph", "Dockerfile"], cwd=self.folder, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(UNREADABLE, run.returncode)
        self.assertIn(b"Cannot write", run.stderr)

    def test_samples_are_accepted(self):
        out, err = self.expect(FINE, "graph", self.root / "resources/samples")
        self.assertEqual("", err)
        self.assertIn("go-webapp/Dockerfile", out)


class CommandLine(Cli):
    def test_help(self):
        for arguments in (["--help"], ["-h"], ["help"]):
            out, _ = self.expect(FINE, *arguments)
            for words in ("graph", "parse", "--format", "Exit codes", "Containerfile"):
                self.assertIn(words, out)
        for arguments in (["help", "graph"], ["graph", "--help"], ["graph", "x", "-h"]):
            self.assertIn("mermaid", self.expect(FINE, *arguments)[0])
        self.assertLess(max(map(len, self.expect(FINE, "graph", "--help")[0].splitlines())), 81)
        out, _ = self.expect(FINE, "layout", "--help")
        self.assertIn("--previous", out)
        self.assertNotIn("--target", out)
        self.assertLess(max(map(len, out.splitlines())), 81)

    def test_version(self):
        out, _ = self.expect(FINE, "--version")
        self.assertRegex(out, r"^drydock-cli \d+\.\d+\.\d+\n$")

    def test_usage_errors(self):
        for arguments, sentence in (
                ([], "--help"),
                (["grahp", "f"], "Did you mean “graph”?"),
                (["Dockerfile"], "no command “Dockerfile”"),
                (["graph"], "Which file?"),
                (["graph", "--fromat=json", "f"], "Did you mean “--format”?"),
                (["graph", "--xyzzy", "f"], "no option “--xyzzy”"),
                (["graph", "-x", "f"], "no option “-x”"),
                (["graph", "f", "--format"], "--format needs a value"),
                (["graph", "f", "--format=svg"], "text, json, dot, mermaid"),
                (["parse", "f", "--format=text"], "there is: json"),
                (["graph", "f", "--jobs", "0"], "number from 1"),
                (["graph", "f", "--jobs=many"], "number from 1"),
                (["graph", "f", "--help=x"], "takes no value"),
                (["graph", "f", "--build-context", "x"], "NAME=VALUE"),
                (["layout"], "one graph"),
                (["layout", "a.json", "b.json"], "one graph"),
                (["layout", "f", "--direction=up"], "lr, tb or auto"),
                (["layout", "f", "--pane=900"], "a size in pixels like 900x760"),
                (["layout", "f", "--pane", "900x0"], "a size in pixels like 900x760"),
                (["layout", "f", "--target=x"], "“layout” does not take the option “--target”"),
                (["graph", "f", "--previous=x"], "“graph” does not take the option “--previous”"),
                (["--format=json", "graph", "f"], "command has to stand before")):
            with self.subTest(arguments):
                out, err = self.expect(USAGE, *arguments)
                self.assertEqual("", out)
                self.assertIn(sentence, err)
                self.assertEqual(1, err.count("\n"))

    def test_dashes_end_the_options(self):
        self.add("--help", "FROM a\n")
        self.assertIn("1 stage", self.expect(FINE, "graph", "--", "--help")[0])


if __name__ == "__main__":
    main()
