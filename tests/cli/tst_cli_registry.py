# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `drydock-cli sizes --image --registry` and `refactor --registry` against a registry that only plays one. What they do
with a real one: tests/engine/stories.py.

Usage: tst_cli_registry.py DRYDOCK-CLI ROOT [unittest arguments]
"""
import json

from cli_case import FINE, REFUSED, USAGE, Cli, main
from fake_registry import FakeRegistry

FAILED = 4


class Registry(Cli):
    def setUp(self):
        super().setUp()
        self.registry = FakeRegistry()
        self.addCleanup(self.registry.stop)
        self.name = f"{self.registry.host}/app"

    def run_cli(self, *arguments, **more):
        return super().run_cli(*arguments, **more, environment={"DOCKER_CONFIG": str(self.folder), "no_proxy": "127.0.0.1"})

    def test_says_what_is_wrong_with_the_command_line(self):
        for arguments, sentence in (
                (("sizes", "Dockerfile", "--registry"), "--registry is about an image: “sizes --image --registry NAME”."),
                (("sizes", "--image", "a", "--registry", "--files"),
                 "--registry asks no engine: it does not go with --files, --no-build or --max-size."),
                (("refactor", "pin-digest", "Dockerfile", "--registry", "--images=x"),
                 "--images and --registry both say who is asked about the images."),
                (("build", "a", "--registry"), "“build” does not take the option “--registry”.")):
            with self.subTest(arguments=arguments):
                _, err = self.expect(USAGE, *arguments)
                self.assertEqual(f"drydock-cli: {sentence}\n", err)

    def test_says_what_the_registry_has(self):
        digest = self.registry.has_image("1.9", [1_000_000, 500_000], ("linux/amd64", "linux/arm64/v8"))
        self.registry.has_image("1.10", [7])
        self.registry.has_image("latest", [7])
        out, _ = self.expect(FINE, "sizes", "--image", "--registry", f"{self.name}:1.9", "--format=json")
        told = json.loads(out)
        self.assertEqual(digest, told["digest"])
        self.assertEqual([("linux/amd64", 1_500_000, 3_750_000), ("linux/arm64/v8", 3_000_000, 7_500_000)],
                         [(each["platform"], each["downloadBytes"], each["estimatedBytes"]) for each in told["platforms"]])
        self.assertEqual(["latest", "1.10", "1.9"], told["tags"])
        out, _ = self.expect(FINE, "sizes", "--image", "--registry", f"{self.name}:1.9")
        for words in (digest, "linux/arm64/v8", "1.5 MB", "≈ 3.8 MB", "latest, 1.10, 1.9"):
            self.assertIn(words, out)

    def test_for_one_platform(self):
        self.registry.has_image("1", [1000], ("linux/amd64", "linux/arm64/v8"))
        out, _ = self.expect(FINE, "sizes", "--image", "--registry", f"{self.name}:1", "--platform=linux/arm64", "--format=json")
        self.assertEqual([2000], [each["downloadBytes"] for each in json.loads(out)["platforms"]])
        _, err = self.expect(FAILED, "sizes", "--image", "--registry", f"{self.name}:1", "--platform=linux/arm")
        self.assertIn("linux/arm", err)

    def test_says_that_it_is_not_there(self):
        _, err = self.expect(FAILED, "sizes", "--image", "--registry", f"{self.name}:none")
        self.assertIn("app:none", err)

    def test_pins_and_refreshes(self):
        first = self.registry.has_image("1", [1000])
        file = self.add("Dockerfile", f"FROM {self.name}:1\nRUN x\n")
        self.expect(FINE, "refactor", "pin-digest", "Dockerfile", "--registry", "--write")
        self.assertEqual(f"FROM {self.name}:1@{first}\nRUN x\n", file.read_text())
        self.expect(REFUSED, "refactor", "refresh-digests", "Dockerfile", "--registry")
        second = self.registry.has_image("1", [2000])
        out, _ = self.expect(FINE, "refactor", "refresh-digests", "Dockerfile", "--registry", "--format=json")
        self.assertEqual(f"FROM {self.name}:1@{second}\nRUN x\n", json.loads(out)["text"])

    def test_says_why_it_knows_nothing(self):
        self.add("Dockerfile", f"FROM {self.name}:none\nRUN x\n")
        out, err = self.expect(REFUSED, "refactor", "pin-digest", "Dockerfile", "--registry")
        self.assertIn("app:none", err)
        self.assertIn("Nobody here knows the digest", out)

    def test_asks_nobody_by_itself(self):
        self.registry.has_image("1", [1000])
        self.add("Dockerfile", f"FROM {self.name}:1\nRUN x\n")
        self.expect(REFUSED, "refactor", "pin-digest", "Dockerfile")
        self.assertEqual([], self.registry.asked)


if __name__ == "__main__":
    main()
