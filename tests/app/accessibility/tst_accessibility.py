# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real program and reads and works the graph as a screen reader would.

Usage: dbus-run-session -- tst_accessibility.py DRYDOCK        with a display
"""
import os
import subprocess
import sys
import tempfile
import time
import unittest

SKIP = 77
try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    print("skipped: python3-gi and gir1.2-atspi-2.0 are needed:", error)
    sys.exit(SKIP)
if not os.environ.get("DISPLAY"):
    print("skipped: this test needs a display; tests/run --only xcb gives it one")
    sys.exit(SKIP)

DEADLINE = 20  # Seconds; only a failure takes that long.
# Qt 6.4 calls the items of a tree table cells, as those of its own tree views; later ones say what they are.
ITEM_ROLES = (Atspi.Role.TREE_ITEM, Atspi.Role.TABLE_CELL)
PROGRAM = sys.argv[1]
TEXT = """FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /app
MAINTAINER me

FROM alpine:3.18@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa AS final
COPY --from=build /app /app
CMD ["/app"]
"""


def wait_for(question, what):
    """The first true answer; fails if there is none in time."""
    context = GLib.MainContext.default()
    end = time.monotonic() + DEADLINE
    while True:
        while context.iteration(False):
            pass
        try:
            answer = question()
        except GLib.Error:  # The program is still starting, or what was asked is just going away.
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError("waited in vain for " + what)
        time.sleep(0.02)


def children(node):
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child]


def find(node, matches, depth=14):
    """Depth first."""
    if matches(node):
        return node
    if depth == 0:
        return None
    for child in children(node):
        found = find(child, matches, depth - 1)
        if found:
            return found
    return None


def actions(node):
    return [Atspi.Action.get_action_name(node, i) for i in range(node.get_n_actions())]


def act(node, name):
    node.do_action(actions(node).index(name))


def has(node, state):
    return node.get_state_set().contains(state)


class Graph(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.file = os.path.join(cls.home.name, "Dockerfile")
        with open(cls.file, "w", encoding="utf-8") as file:
            file.write(TEXT)
        environment = dict(os.environ, HOME=cls.home.name)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            environment.pop(name, None)
        cls.addClassCleanup(cls.home.cleanup)
        cls.program = subprocess.Popen([PROGRAM, cls.file], env=environment)
        cls.addClassCleanup(cls.stop)
        Atspi.init()
        cls.application = wait_for(cls.find_application, "the program on the accessibility bus")
        cls.tree = wait_for(cls.find_tree, "the graph of the file")

    @classmethod
    def stop(cls):
        cls.program.terminate()
        cls.program.wait(DEADLINE)

    @classmethod
    def find_application(cls):
        for child in children(Atspi.get_desktop(0)):
            if child.get_process_id() == cls.program.pid:
                child.set_cache_mask(Atspi.Cache.NONE)  # What was true while the window was made is not now.
                return child
        return None

    @classmethod
    def find_tree(cls):
        return find(cls.application, lambda node: (node.get_name() or "").startswith("Stage graph, 2 stages"))

    def node(self, start):
        found = [child for child in children(self.tree) if child.get_name().startswith(start)]
        self.assertEqual(len(found), 1, start)
        return found[0]

    def test_the_graph_is_a_tree(self):
        self.assertEqual(self.tree.get_name(), "Stage graph, 2 stages")
        self.assertEqual(self.tree.get_role(), Atspi.Role.TREE)

    def test_stages_and_images_are_items_in_file_order(self):
        items = [child for child in children(self.tree) if child.get_role() in ITEM_ROLES]
        self.assertEqual(
            [item.get_name() for item in items],
            [
                "Stage build, based on golang 1.26, floating tag, 4 instructions, copied into final, 2 warnings",
                "Stage final, based on alpine 3.18, pinned by digest, 2 instructions, final stage",
                "Image golang 1.26, floating tag, docker.io, base of build",
                "Image alpine 3.18, pinned by digest, docker.io, base of final",
            ],
        )

    def test_arrows_are_children_of_what_they_leave(self):
        arrows = children(self.node("Stage build"))
        self.assertEqual([arrow.get_name() for arrow in arrows], ["copies /app to /app in final"])
        self.assertIn(arrows[0].get_role(), ITEM_ROLES)
        self.assertEqual(arrows[0].get_parent(), self.node("Stage build"))
        self.assertEqual(
            [arrow.get_name() for arrow in children(self.node("Image golang"))], ["is the base of build"]
        )

    def test_items_have_a_place_on_the_screen(self):
        box = self.node("Stage build").get_extents(Atspi.CoordType.SCREEN)
        self.assertGreater(box.width, 50)
        self.assertGreater(box.height, 20)

    def test_pressing_selects(self):
        build, final = self.node("Stage build"), self.node("Stage final")
        self.assertIn("Press", actions(build))
        act(build, "Press")
        wait_for(lambda: has(build, Atspi.StateType.SELECTED), "the pressed stage to be selected")
        act(final, "Press")
        wait_for(lambda: has(final, Atspi.StateType.SELECTED), "the other stage to be selected")
        self.assertFalse(has(build, Atspi.StateType.SELECTED))

    def test_pressing_an_arrow_selects_it_and_its_stage(self):
        arrow = children(self.node("Stage build"))[0]
        act(arrow, "Press")
        wait_for(lambda: has(arrow, Atspi.StateType.SELECTED), "the arrow to be selected")
        self.assertTrue(has(self.node("Stage final"), Atspi.StateType.SELECTED))

    def test_cards_open_and_close(self):
        build = self.node("Stage build")
        self.assertTrue(has(build, Atspi.StateType.EXPANDABLE))
        was_open = has(build, Atspi.StateType.EXPANDED)
        act(build, "Toggle")
        wait_for(lambda: has(build, Atspi.StateType.EXPANDED) != was_open, "the card to open or close")
        act(build, "Toggle")
        wait_for(lambda: has(build, Atspi.StateType.EXPANDED) == was_open, "the card to be as before")

    def test_what_is_edited_is_announced(self):  # The last one by its name: the others need the text as it is.
        build = self.node("Stage build")
        self.assertEqual(
            [name for name in ("rename", "delete", "connect") if name not in actions(build)], [], actions(build)
        )
        arrow = children(build)[0]
        self.assertNotIn("connect", actions(arrow))
        act(arrow, "delete")
        wait_for(lambda: not children(self.node("Stage build")), "the arrow to be gone")
        speaker = [child for child in children(self.tree) if child.get_role() == Atspi.Role.NOTIFICATION]
        self.assertEqual([node.get_name() for node in speaker], ["Copy from build removed from final"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
