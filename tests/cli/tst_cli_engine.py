# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `drydock-cli sizes`, `build`, `compare` and `verify` without a real engine: what is wrong with the command line, what is
said when no engine is there, and what comes of an engine's answers. What they do with a real one: tests/engine/stories.py.

Usage: tst_cli_engine.py DRYDOCK-CLI ROOT [unittest arguments]
"""
import json

from cli_case import FINE, REFUSED, UNREADABLE, USAGE, Cli, main
from fake_engine import FakeEngine

FAILED = 4
TEXT = 'FROM alpine:3.20\nCOPY app /app\nCMD ["/app"]\n'


class Engine(Cli):
    def setUp(self):
        super().setUp()
        self.add("Dockerfile", TEXT)
        self.engine = FakeEngine(self.folder)
        self.addCleanup(self.engine.stop)
        self.host = f"--host=unix://{self.engine.socket}"

    def test_says_what_is_wrong_with_the_command_line(self):
        for arguments, sentence in (
                (("compare", "Dockerfile"), "“compare” takes two, or one with --refactor NAME."),
                (("compare", "a", "b", "c"), "“compare” takes two, or one with --refactor NAME."),
                (("verify", "a", "b", "c"), "“verify” takes one or two."),
                (("sizes", "a", "b"), "“sizes” takes one file."),
                (("build",), "Which file? “drydock-cli build Dockerfile”, for example."),
                (("compare", "a", "b", "--refactor=split"), "With --refactor, “compare” takes one file."),
                (("compare", "a", "--refactor=spilt"), "There is no refactoring “spilt”. Did you mean “split”?"),
                (("compare", "a", "--refactor=split", "--image"), "--refactor takes a Dockerfile, not an image."),
                (("sizes", "a", "--max-size=large"), "--max-size takes a size like 50MB, not “large”."),
                (("verify", "a", "--port=0"), "--port takes a number from 1 to 65535, not “0”."),
                (("verify", "a", "--expect=20"), "--expect takes a number from 100 to 599, not “20”."),
                (("build", "a", "--secret=token"), "--secret takes ID=FILE or ID=env:NAME, not “token”."),
                (("build", "a", "--host=unix:///s", "--docker-context=c"), "--host and --docker-context both say where the engine is."),
                (("graph", "a", "--max-size=5MB"), "“graph” does not take the option “--max-size”.")):
            with self.subTest(arguments=arguments):
                _, err = self.expect(USAGE, *arguments)
                self.assertEqual(f"drydock-cli: {sentence}\n", err)

    def test_says_that_no_engine_is_there(self):
        _, err = self.expect(FAILED, "sizes", "Dockerfile", "--host=unix:///nowhere/at/all.sock")
        self.assertIn("/nowhere/at/all.sock", err)
        _, err = self.expect(FAILED, "sizes", "Dockerfile", "--host=gopher://somewhere")
        self.assertIn("gopher", err)
        _, err = self.expect(FAILED, "sizes", "Dockerfile", "--docker-context=none-like-this", environment={"HOME": str(self.folder)})
        self.assertIn("none-like-this", err)

    def test_says_what_an_image_weighs(self):
        self.engine.has_image("web:1", [("/bin/sh -c #(nop) ADD file:1 in / ", 2_000_000), ("RUN make # buildkit", 3_000_000),
                                        ("CMD [\"/server\"]", 0)])
        out, _ = self.expect(FINE, "sizes", "--image", "web:1", self.host)
        self.assertIn("5 MB", out)
        self.assertIn("RUN make", out)
        out, _ = self.expect(FINE, "sizes", "--image", "web:1", self.host, "--format=json")
        told = json.loads(out)
        self.assertEqual(5_000_000, told["bytes"])
        self.assertEqual([2_000_000, 3_000_000, 0], [layer["bytes"] for layer in told["layers"]])
        self.assertEqual("graph-driver", told["store"])
        _, err = self.expect(REFUSED, "sizes", "--image", "web:1", self.host, "--max-size=4MB")
        self.assertIn("5 MB, which is more than 4 MB", err)
        self.assertNotIn("POST", " ".join(self.engine.asked))

    def test_says_that_an_image_is_not_there(self):
        _, err = self.expect(FAILED, "sizes", "--image", "nobody:1", self.host)
        self.assertIn("nobody:1", err)

    def test_compares_two_images(self):
        self.engine.has_image("web:1", [("base", 700_000_000), ("RUN make # buildkit", 40_000_000)])
        self.engine.has_image("web:2", [("base", 2_000_000), ("COPY /server /server # buildkit", 7_000_000)], "sha256:" + "b" * 64)
        out, _ = self.expect(FINE, "compare", "--image", "web:1", "web:2", self.host)
        self.assertIn("740 MB", out)
        self.assertIn("9 MB", out)
        self.assertIn("98.8 %", out)
        out, _ = self.expect(FINE, "compare", "--image", "web:1", "web:2", self.host, "--format=json")
        told = json.loads(out)
        self.assertEqual((740_000_000, 9_000_000), (told["before"]["bytes"], told["after"]["bytes"]))
        self.assertEqual([], told["contract"])
        self.expect(REFUSED, "compare", "--image", "web:1", "web:2", self.host, "--max-size=8MB")

    def test_reads_nothing_that_is_no_file(self):
        _, err = self.expect(UNREADABLE, "sizes", "missing", self.host)
        self.assertIn("missing", err)
        self.add("broken", "FROM alpine\nRUNN true\n")
        _, err = self.expect(REFUSED, "sizes", "broken", self.host)
        self.assertIn("unknown instruction: RUNN", err)


if __name__ == "__main__":
    main()
