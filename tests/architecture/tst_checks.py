# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of this folder, seen red: each gets a small tree with one thing wrong."""
import pathlib
import tempfile
import unittest

import check_headers
import check_includes
import check_knowledge
import check_teach
import check_type_names

SPDX = f"// {check_headers.COPYRIGHT}\n// {check_headers.LICENCE}\n"


class Tree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)

    def add(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class Includes(Tree):
    def found(self, name, line):
        self.add(name, line + "\n")
        return list(check_includes.findings(self.root))

    def test_the_step_to_the_left_may_be_known(self):
        self.assertEqual([], self.found("model/syntax/lexer.cpp", '#include "model/text/text_range.h"'))

    def test_the_step_to_the_right_may_not(self):
        self.assertIn("must not know model/graph", self.found("model/text/a.cpp", '#include "model/graph/b.h"')[0])

    def test_no_qt_before_document(self):
        self.assertIn("must not know Qt", self.found("model/layout/a.h", "#include <QString>")[0])
        self.assertIn("must not know Qt", self.found("model/layout/a.h", "#include <QtCore/QString>")[0])

    def test_qt_from_document_on(self):
        self.assertEqual([], self.found("model/document/a.h", "#include <QObject>"))

    def test_no_qt_on_the_command_line(self):
        self.assertIn("must not know Qt", self.found("app/cli_main.cpp", "#include <QString>")[0])
        self.assertEqual(2, len(self.found("app/cli/a.cpp", '#include "model/document/document.h"')))

    def test_views_do_not_know_each_other(self):
        self.assertIn("must not know ui/graph", self.found("ui/text/a.cpp", '#include "ui/graph/b.h"')[0])

    def test_nothing_of_ours_knows_the_window(self):
        self.assertIn("must not know app", self.found("ui/text/a.cpp", '#include "app/b.h"')[0])

    def test_a_new_folder_needs_a_place(self):
        self.assertIn("no place", self.found("model/helpers/a.cpp", "")[0])

    def test_banned(self):
        self.assertIn("banned", self.found("model/text/a.cpp", "#include <regex>")[0])


class TypeNames(Tree):
    def found(self, first, second):
        self.add("model/a.h", f"namespace drydock {{\n\n{first}\n\n}} // namespace drydock\n")
        self.add("ui/b.cpp", f"namespace drydock {{\n{second}\n}} // namespace drydock\n")
        return list(check_type_names.findings(self.root))

    def test_two_types_of_one_name(self):
        self.assertIn("ui/b.cpp:2: drydock::Use", self.found("enum class Use : int {", "struct Use {")[0])
        self.assertEqual(1, len(self.found("struct Use {};", "class Use final : public Base {")))

    def test_declared_is_not_defined(self):
        self.assertEqual([], self.found("enum class Use : int {", "enum class Use : int;\nstruct Use;"))

    def test_what_no_other_file_can_name(self):
        self.assertEqual([], self.found("struct Use {", "namespace {\nstruct Use {\n} // namespace"))
        self.assertEqual([], self.found("struct Use {", "namespace words {\nstruct Use {\n} // namespace words"))


class Headers(Tree):
    def found(self, *kinds):
        return [line for kind in kinds for line in kind(self.root)]

    def test_licence(self):
        self.add("model/a.h", "int a;\n")
        self.assertEqual(2, len(self.found(check_headers.header_findings)))

    def test_long_file(self):
        self.add("model/a.h", SPDX + "\n" * 400)
        self.assertIn("402 lines", self.found(check_headers.header_findings)[0])
        self.add("model/a.h", SPDX + "// Length: one table.\n" + "\n" * 400)
        self.assertEqual([], self.found(check_headers.header_findings))

    def test_host(self):
        self.add("packaging/fetch.sh", "curl https://example.org/x\n")
        self.assertIn("https://example.org", self.found(check_headers.host_findings)[0])
        self.add("packaging/fetch.sh", "FROM docker.io/debian\n")
        self.assertIn("docker.io", self.found(check_headers.host_findings)[0])
        self.add("packaging/fetch.sh", 'curl "$mirror/x"\n')
        self.assertEqual([], self.found(check_headers.host_findings))

    def test_forgotten_source(self):
        self.add("model/CMakeLists.txt", "add_library(x a.cpp)")
        self.add("model/a.cpp", SPDX)
        self.assertEqual([], self.found(check_headers.list_findings))
        self.add("model/b.cpp", SPDX)
        self.assertIn("model/b.cpp", self.found(check_headers.list_findings)[0])


class Teach(Tree):
    def setUp(self):
        super().setUp()
        self.add("model/syntax/keyword.cpp", '{"RUN"}')

    def test_missing_page(self):
        self.assertIn("no page run.md", list(check_teach.findings(self.root))[0])

    def test_long_first_paragraph(self):
        self.add("resources/teach/en/run.md", "<!-- SPDX -->\n# RUN\n\n" + "Runs. " * 40)
        self.assertIn("239 characters", list(check_teach.findings(self.root))[0])

    def test_fine(self):
        self.add("resources/teach/en/run.md", "# RUN\n\nRuns.\n")
        self.assertEqual([], list(check_teach.findings(self.root)))

    def test_refused_example(self):
        self.add("resources/teach/en/run.md", "# RUN\n\nRuns.\n\n```dockerfile\nFROM a\n```\n")
        self.assertIn("refuse", list(check_teach.findings(self.root, "false"))[0])



@unittest.skipUnless(check_knowledge.tomllib, "needs Python 3.11")
class Knowledge(Tree):
    SIZES = 'size = [{ image = "a", unpacked = [3, 4], packed = [1, 2], source = "read" }%s]'
    PACKAGES = """package = [%s]
pattern = []
[libraries.bookworm]
"liba-dev" = "liba1"
[libraries.trixie]
%s
[sizes]
"""

    def found(self, name, text, date="2026-08-31"):
        self.add(f"resources/knowledge/{name}.toml", f'date = "{date}"\n{text}\n')
        return " ".join(check_knowledge.findings(self.root))

    def test_a_good_one(self):
        self.assertEqual("", self.found("base_sizes", self.SIZES % ""))
        self.assertEqual("", self.found("packages", self.PACKAGES % ('{ apt = "liba-dev", use = "library" }', "")))

    def test_dates(self):
        self.assertIn("says not when", self.found("new_table", "", "2026-02-30"))
        self.assertIn("says not when", self.found("new_table", "", "soon"))

    def test_keys(self):
        self.assertIn("read by nobody", self.found("base_sizes", self.SIZES % ', { image = "b", weight = 3 }'))

    def test_ranges(self):
        entry = ', { image = "b", unpacked = %s, packed = [1, 2], source = "read" }'
        self.assertIn("no range", self.found("base_sizes", self.SIZES % entry % "[4, 3]"))
        self.assertIn("more packed", self.found("base_sizes", self.SIZES % entry % "[1, 1]"))

    def test_nothing_twice(self):
        self.assertIn("twice", self.found("base_sizes", self.SIZES % (
            ', { image = "a", unpacked = [5, 6], packed = [1, 2], source = "known" }')))
        row = '{ apt = "a", use = "tool" }'
        self.assertIn("apt: a stands there twice", self.found("packages", self.PACKAGES % (f"{row}, {row}", "")))

    def test_versions_can_be_put_in_order(self):
        self.assertIn("in order", self.found("releases", """release = [{ family = "a", version = "3.x" }]
standard = []"""))

    def test_names_of_packages(self):
        def packages(row, trixie=""):
            return self.found("packages", self.PACKAGES % (row, trixie))
        self.assertIn("libraries are missing", packages('{ apt = "libb-dev", use = "library" }'))
        self.assertIn("is no use", packages('{ apt = "b", use = "fun" }'))
        self.assertIn("no name of a package", packages('{ apt = "b,c", use = "tool" }'))
        self.assertIn("has no name in", packages('{ from = "apk", apt = "b", use = "tool" }'))
        self.assertIn("leads to", packages("", '"libc-dev" = "libd-dev"'))
        self.assertIn("differs in nothing", packages("", '"liba-dev" = "liba1"'))


if __name__ == "__main__":
    unittest.main()
