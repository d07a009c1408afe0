// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/copy_source.h"

#include <QTest>

using namespace drydock;

namespace {

/// A context without a disk: a path per word, folders end with "/", links as "path->target".
BuildContext contextOf(const QByteArray &words, const QByteArray &ignore)
{
    std::vector<ContextEntry> entries;
    for (const QByteArray &word : words.split(' ')) {
        ContextEntry entry;
        const qsizetype arrow = word.indexOf("->");
        entry.path = (arrow < 0 ? word : word.left(arrow)).toStdString();
        entry.bytes = 1;
        if (arrow >= 0) {
            entry.kind = EntryKind::Link;
            entry.target = word.mid(arrow + 2).toStdString();
        } else if (word.endsWith('/')) {
            entry.kind = EntryKind::Folder;
            entry.path.pop_back();
            entry.bytes = 0;
        }
        entries.push_back(std::move(entry));
    }
    IgnoreFile file;
    file.text = ignore.toStdString();
    file.rules = DockerIgnore::parse(file.text).value_or(DockerIgnore());
    return {std::move(entries), std::move(file)};
}

QByteArray shown(const BuildContext &context, const CopySource &source)
{
    using State = CopySource::State;
    switch (source.state) {
    case State::Taken:
        break;
    case State::Nothing:
        return source.rule
            ? "nothing, line " + QByteArray::number(qulonglong(context.ignoreFile().lineOfRule(*source.rule)))
            : QByteArray("nothing");
    case State::Missing:
        return source.suggestion.empty() ? QByteArray("missing")
                                         : "missing; " + QByteArray::fromStdString(source.suggestion) + "?";
    case State::Ignored:
        return "ignored, line "
            + QByteArray::number(qulonglong(context.ignoreFile().lineOfRule(*source.rule)));
    case State::BadPattern:
        return "bad pattern";
    case State::Unknown:
        return "unknown";
    }
    QByteArray all;
    for (const std::size_t index : source.entries)
        all += (all.isEmpty() ? "" : " ") + QByteArray::fromStdString(context.entries()[index].path);
    return all + " | " + QByteArray::number(qulonglong(source.folders)) + " folders";
}

} // namespace

class TestCopySource : public QObject {
    Q_OBJECT

private slots:
    void takesSources_data()
    {
        QTest::addColumn<QByteArray>("files");
        QTest::addColumn<QByteArray>("ignore");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("excludes");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray go = "go.mod go.sum main.go main_test.go pkg/a.go pkg/sub/b.go README.md";
        const auto row = [&](const char *name, const char *ignore, const char *source, const char *excludes,
                             const char *expected, QByteArray files = {}) {
            QTest::newRow(name) << (files.isEmpty() ? go : files) << QByteArray(ignore) << QByteArray(source)
                                << QByteArray(excludes) << QByteArray(expected);
        };
        row("a file", "", "go.mod", "", "go.mod | 0 folders");
        row("from the root", "", "/go.mod", "", "go.mod | 0 folders");
        row("no way out", "", "../../go.mod", "", "go.mod | 0 folders");
        row("a folder as a whole", "", "pkg", "", "pkg/a.go pkg/sub/b.go | 2 folders");
        row("a folder with a slash", "", "pkg/", "", "pkg/a.go pkg/sub/b.go | 2 folders");
        row("everything", "", ".", "",
            "README.md go.mod go.sum main.go main_test.go pkg/a.go pkg/sub/b.go | 3 folders");
        row("everything that is sent", "*.md\npkg/sub\n", ".", "",
            "go.mod go.sum main.go main_test.go pkg/a.go | 2 folders");
        row("a wildcard", "", "go.*", "", "go.mod go.sum | 0 folders");
        row("a wildcard does not go down", "", "*.go", "", "main.go main_test.go | 0 folders");
        row("a wildcard for a folder", "", "p*", "", "pkg/a.go pkg/sub/b.go | 2 folders");
        row("a wildcard in a folder", "", "pkg/*.go", "", "pkg/a.go | 0 folders");
        row("a wildcard for folders in the middle", "", "*/sub/b.go", "", "pkg/sub/b.go | 0 folders");
        row("two stars are one", "", "**/b.go", "", "nothing");
        row("what a wildcard names and is left out", "*.go\n", "*.go", "", "nothing, line 1");
        row("what a wildcard names and is left out in part", "*_test.go\n", "*.go", "",
            "main.go | 0 folders");
        row("a wildcard that names nothing", "", "package*.json", "", "nothing");
        row("a wildcard in a folder that is not there", "", "src/*.go", "", "missing");
        row("a wildcard in a folder that is left out", "# x\npkg\n", "pkg/*.go", "", "ignored, line 2");
        row("a bad wildcard", "", "[", "", "bad pattern");
        row("a bad exclude", "", ".", "[", "bad pattern");
        row("missing", "", "package.json", "", "missing");
        row("missing, and something like it is there", "", "go.mods", "", "missing; go.mod?");
        row("missing, and it is there in other letters", "", "readme.md", "", "missing; README.md?");
        row("missing, and there is one elsewhere", "", "b.go", "", "missing; pkg/sub/b.go?");
        row("missing in a folder", "", "pkg/suv", "", "missing; pkg/sub?");
        row("left out", "a\nREADME*\n", "README.md", "", "ignored, line 2");
        row("left out with its folder", "pkg\n", "pkg/sub/b.go", "", "ignored, line 1");
        row("not there, but would be left out", "*.json", "x.json", "", "missing");
        row("in a folder of which nothing is listed", "node_modules", "node_modules/x/y", "",
            "ignored, line 1", "node_modules/ a");
        row("left out but for a part", "pkg\n!pkg/sub\n", "pkg", "", "pkg/sub/b.go | 2 folders");
        row("excluded", "", ".", "*.go|pkg/sub", "README.md go.mod go.sum pkg/a.go | 2 folders");
        row("excluded relative to each folder", "", "pkg", "a.go", "pkg/sub/b.go | 2 folders");
        row("a named file is not excluded", "", "main.go", "*.go", "main.go | 0 folders");
        row("all of a folder excluded", "", "pkg", "**", "| 1 folders");
        row("a backslash is no escape in a plain name", "", "go\\.mod", "", "missing; go.mod?");
        row("a name with a star", "", "a\\*?", "", "a*b | 0 folders", "a*b acb");
        row("a link to a file", "", "l", "", "d/f | 0 folders", "l->d/f d/f");
        row("a link to a folder", "", "l", "", "d/f | 1 folders", "l->/d d/f");
        row("through a link", "", "l/f", "", "d/f | 0 folders", "l->./d d/f");
        row("a link that would lead out", "", "l", "", "d/f | 0 folders", "l->../../d/f d/f");
        row("a link from the root, in a folder", "", "x/l", "", "d/f | 1 folders", "x/l->/d d/f x/d/g");
        row("a link to what is left out", "d\n", "l", "", "ignored, line 1", "l->d/f d/f");
        row("a link to nothing", "", "l", "", "missing", "l->nowhere dddd/f");
        row("links in a circle", "", "a", "", "missing", "a->b b->a");
        row("a wildcard for a link", "", "l*", "", "d/f | 0 folders", "l->d/f d/f");
        row("a link inside of a folder stays one", "", "d", "", "d/f d/l | 1 folders", "d/f d/l->f");
        row("an empty folder", "", "d", "", "| 1 folders", "d/ x");
    }
    void takesSources()
    {
        QFETCH(QByteArray, files);
        QFETCH(QByteArray, ignore);
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, excludes);
        const BuildContext context = contextOf(files, ignore);
        CopyRequest request;
        request.source = source.toStdString();
        for (const QByteArray &exclude : excludes.split('|')) {
            if (!exclude.isEmpty())
                request.excludes.push_back(exclude.toStdString());
        }
        const CopySource taken = takenBy(context, request);
        QTEST(shown(context, taken).trimmed(), "expected");
        qulonglong files1 = 0;
        for (const std::size_t index : taken.entries)
            files1 += context.entries()[index].kind == EntryKind::File ? 1 : 0;
        QCOMPARE(qulonglong(taken.bytes), files1); // Each has one byte.
    }

    void keepsParents_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a file") << QByteArray("x/y/a.txt") << QByteArray("x/y/a.txt | 0 folders");
        QTest::newRow("with a pivot") << QByteArray("x/./y/a.txt") << QByteArray("x/y/a.txt | 0 folders");
        QTest::newRow("any depth") << QByteArray("**/*.txt") << QByteArray("b.txt x/y/a.txt | 0 folders");
        QTest::newRow("a wildcard in the middle")
            << QByteArray("./x/*/a.txt") << QByteArray("x/y/a.txt | 0 folders");
        QTest::newRow("a folder") << QByteArray("x/y") << QByteArray("x/y/a.txt x/y/c.md | 1 folders");
        QTest::newRow("nothing") << QByteArray("**/*.go") << QByteArray("nothing");
        QTest::newRow("missing") << QByteArray("x/a.txt") << QByteArray("missing; x/y/a.txt?");
        QTest::newRow("missing behind a pivot")
            << QByteArray("z/./a.txt") << QByteArray("missing; x/y/a.txt?");
    }
    void keepsParents()
    {
        QFETCH(QByteArray, source);
        const BuildContext context = contextOf("b.txt x/y/a.txt x/y/c.md", "");
        QTEST(shown(context, takenBy(context, {source.toStdString(), {}, true})), "expected");
    }
};

QTEST_GUILESS_MAIN(TestCopySource)
#include "tst_copy_source.moc"
