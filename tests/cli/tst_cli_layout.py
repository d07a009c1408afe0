# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives `drydock-cli layout`.

Usage: tst_cli_layout.py DRYDOCK-CLI ROOT [unittest arguments]
"""
import json

from cli_case import FINE, UNREADABLE, Cli, main


class Layout(Cli):
    def graph(self, **changes):
        node = lambda name, kind="stage": {"id": name, "kind": kind, "w": 220, "h": 96}
        edge = lambda source, target: {"id": source + target, "source": source, "target": target}
        return {"format": "drydock-layout-graph/1", "nodesep": 32, "ranksep": 72,
                "nodes": [node("image", "external"), node("a"), node("b"), node("c")],
                "edges": [edge("image", "a"), edge("a", "b"), edge("b", "c"), edge("a", "c")], **changes}

    def add_graph(self, name="g.json", **changes):
        return self.add(name, json.dumps(self.graph(**changes)))

    def lay_out(self, *arguments, **more):
        out, err = self.expect(FINE, "layout", *arguments, **more)
        self.assertEqual("", err)
        self.assertEqual(1, out.count("\n"))
        layout = json.loads(out)
        layout["at"] = {node["id"]: (node["x"], node["y"]) for node in layout["nodes"]}
        return layout

    def test_form(self):
        layout = self.lay_out(self.add_graph())
        self.assertGreaterEqual(layout["ms"], 0)
        self.assertEqual({"image", "a", "b", "c"}, set(layout["at"]))
        for node in layout["nodes"]:
            self.assertEqual((220, 96), (node["w"], node["h"]))
            self.assertGreaterEqual(node["x"], 110)
            self.assertGreaterEqual(node["y"], 48)
        self.assertEqual([("imagea", "image", "a"), ("ab", "a", "b"), ("bc", "b", "c"), ("ac", "a", "c")],
                         [(edge["id"], edge["source"], edge["target"]) for edge in layout["edges"]])
        for edge in layout["edges"]:
            (x0, _), (x1, _) = edge["points"][0], edge["points"][-1]
            self.assertEqual(layout["at"][edge["source"]][0] + 110, x0)
            self.assertEqual(layout["at"][edge["target"]][0] - 110, x1)

    def test_separation(self):
        narrow = self.lay_out(self.add_graph(ranksep=60))
        self.assertEqual(220 + 60, narrow["at"]["b"][0] - narrow["at"]["a"][0])

    def test_directions(self):
        graph = self.add_graph()
        down = self.lay_out(graph, "--direction", "tb")["at"]
        self.assertEqual(96 + 72, down["b"][1] - down["a"][1])
        right = self.lay_out(graph, "--direction=lr")["at"]
        self.assertEqual(right, self.lay_out(graph)["at"])
        for pane, same in (("900x760", down), ("2000x300", right), ("300x2000", down)):
            self.assertEqual(same, self.lay_out(graph, "--direction=auto", "--pane", pane)["at"], pane)
        self.assertEqual(down, self.lay_out(graph, "--direction=auto")["at"])

    def test_previous(self):
        before = self.add("before.json", self.expect(FINE, "layout", self.add_graph())[0])
        graph = self.graph()
        graph["nodes"].insert(1, {"id": "new", "kind": "stage", "w": 220, "h": 96})
        graph["edges"] += [{"id": "n1", "source": "image", "target": "new"}, {"id": "n2", "source": "new", "target": "c"}]
        after = self.lay_out(self.add("after.json", json.dumps(graph)), "--previous", before)["at"]
        old = {node["id"]: (node["x"], node["y"]) for node in json.loads(before.read_text())["nodes"]}
        ways = {(after[name][0] - old[name][0], after[name][1] - old[name][1]) for name in old}
        self.assertEqual(1, len(ways), "what was there moved as a whole, or not at all")

    def test_nothing_to_lay_out(self):
        self.assertEqual({}, self.lay_out(self.add_graph(nodes=[], edges=[]))["at"])

    def test_standard_input(self):
        self.assertEqual(4, len(self.lay_out("-", stdin=json.dumps(self.graph()).encode())["nodes"]))

    def test_wrong_files(self):
        self.add_graph()
        for text, sentence in ((b"", "“x.json” is not JSON."), (b"\xff\xfe\0", "“x.json” is not JSON."),
                               (b"[" * 100000, "“x.json” is not JSON."), (b"FROM a\n", "“x.json” is not JSON."),
                               (b"[]", "its “format” is not “drydock-layout-graph/1”"),
                               (json.dumps(self.graph(nodes={})).encode(), "“x.json” needs “nodes” and “edges”"),
                               (json.dumps(self.graph(nodes=[])).encode(), "the node “image”, which is not there")):
            with self.subTest(text[:20]):
                self.add("x.json", text)
                out, err = self.expect(UNREADABLE, "layout", "x.json")
                self.assertEqual("", out)
                self.assertIn(sentence, err)
                self.assertEqual(1, err.count("\n"))
        self.add("x.json", "{}")
        _, err = self.expect(UNREADABLE, "layout", "g.json", "--previous", "x.json")
        self.assertIn("“x.json” needs “nodes” and “edges”", err)
        for arguments in (["no.json"], ["g.json", "--previous=no.json"], ["."]):
            self.assertIn("Cannot read", self.expect(UNREADABLE, "layout", *arguments)[1])


if __name__ == "__main__":
    main()
