// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/build_context.h"
#include "model/context/copy_source.h"
#include "tests/model/context/folder_tree.h"

#include <sys/stat.h>
#include <unistd.h>

#include <QTest>

#include <fstream>

using namespace drydock;

namespace {

/// "path:bytes", "path/" for a folder, "path -> target"; in parentheses what is not sent.
QByteArray listed(const BuildContext &context)
{
    QByteArray all;
    for (const ContextEntry &entry : context.entries()) {
        QByteArray one = QByteArray::fromStdString(entry.path);
        if (entry.kind == EntryKind::Folder)
            one += '/';
        else if (entry.kind == EntryKind::Link)
            one += " -> " + QByteArray::fromStdString(entry.target);
        else if (entry.kind == EntryKind::Other)
            one += '|';
        else
            one += ':' + QByteArray::number(qulonglong(entry.bytes));
        all += (all.isEmpty() ? "" : "  ") + (entry.isSent ? one : '(' + one + ')');
    }
    return all;
}

BuildContext readContext(const FolderTree &tree, const std::string &dockerfile = "Dockerfile",
                         const ContextLimits &limits = {})
{
    auto context = readBuildContext(tree.root(), dockerfile, limits);
    return context ? std::move(*context) : BuildContext();
}

} // namespace

class TestBuildContext : public QObject {
    Q_OBJECT

private slots:
    void listsWhatLiesInTheFolder()
    {
        const FolderTree tree;
        tree.add("a.b", "12");
        tree.add("a/b", "1");
        tree.add("a/c/d", "");
        tree.add("Dockerfile", "FROM x\n");
        const BuildContext context = readContext(tree);
        QCOMPARE(listed(context), QByteArray("Dockerfile:7  a/  a/b:1  a/c/  a/c/d:0  a.b:2"));
        QCOMPARE(context.sentFiles(), 4U);
        QCOMPARE(context.sentBytes(), 10U);
        QVERIFY(context.isWhole());
        QVERIFY(context.ignoreFile().path.empty());
        QVERIFY(!context.ignoreFile().problem);
    }

    void leavesOutWhatTheIgnoreFileSays()
    {
        const FolderTree tree;
        tree.add(".dockerignore", "# all\n*\n!src\nsrc/*.log\n");
        tree.add("src/main.go", "123");
        tree.add("src/x.log", "123");
        tree.add("node_modules/a/b.js", "123");
        const BuildContext context = readContext(tree);
        // node_modules is not even listed.
        QCOMPARE(listed(context),
                 QByteArray("(.dockerignore:23)  (node_modules/)  src/  src/main.go:3  (src/x.log:3)"));
        QCOMPARE(context.sentBytes(), 3U);
        const auto index = context.find("src/x.log");
        QVERIFY(index);
        QCOMPARE(context.ignoreFile().lineOfRule(*context.entries()[*index].rule), 4U);
        QCOMPARE(context.ignoreFile().path, ".dockerignore");
    }

    void sendsAFolderForWhatLiesInIt()
    {
        const FolderTree tree;
        tree.add(".dockerignore", "*\n!a/b/c\n");
        tree.add("a/b/c", "1");
        tree.add("a/x", "1");
        tree.add("d/b/c", "1");
        QCOMPARE(listed(readContext(tree)),
                 QByteArray("(.dockerignore:9)  a/  a/b/  a/b/c:1  (a/x:1)  (d/)"));
    }

    void prefersTheIgnoreFileBesideTheDockerfile_data()
    {
        QTest::addColumn<QByteArray>("dockerfile");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("its own") << QByteArray("docker/Dockerfile")
                                 << QByteArray("docker/Dockerfile.dockerignore");
        QTest::newRow("written otherwise")
            << QByteArray("./docker//Dockerfile") << QByteArray("docker/Dockerfile.dockerignore");
        QTest::newRow("none of its own") << QByteArray("Dockerfile") << QByteArray(".dockerignore");
        QTest::newRow("no Dockerfile") << QByteArray("") << QByteArray(".dockerignore");
        QTest::newRow("an empty one of its own") << QByteArray("empty") << QByteArray("empty.dockerignore");
        QTest::newRow("outside of the folder") << QByteArray("../outside/x") << QByteArray(".dockerignore");
    }
    void prefersTheIgnoreFileBesideTheDockerfile()
    {
        QFETCH(QByteArray, dockerfile);
        const FolderTree tree;
        tree.add(".dockerignore", "a");
        tree.add("docker/Dockerfile.dockerignore", "b");
        tree.add("empty.dockerignore", "");
        std::ofstream(tree.outside() + "/x.dockerignore") << "c";
        const BuildContext context = readContext(tree, dockerfile.toStdString());
        QTEST(QByteArray::fromStdString(context.ignoreFile().path), "expected");
    }

    void tellsWhatIsWrongWithTheIgnoreFile_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a bad pattern") << QByteArray("bad") << QByteArray("“b[” is not a valid pattern.");
        QTest::newRow("a folder") << QByteArray("folder") << QByteArray("“.dockerignore” cannot be read.");
        QTest::newRow("a pipe") << QByteArray("pipe") << QByteArray("“.dockerignore” cannot be read.");
        QTest::newRow("too large") << QByteArray("large")
                                   << QByteArray("“.dockerignore” is too large to be read.");
        QTest::newRow("a link in a circle")
            << QByteArray("circle") << QByteArray("“.dockerignore” cannot be read.");
        QTest::newRow("a link to nothing") << QByteArray("nothing") << QByteArray("-");
        QTest::newRow("a link out of the folder") << QByteArray("outside") << QByteArray("-");
        QTest::newRow("a link within the folder") << QByteArray("inside") << QByteArray("-");
    }
    void tellsWhatIsWrongWithTheIgnoreFile()
    {
        QFETCH(QByteArray, kind);
        const FolderTree tree;
        const std::string path = tree.root() + "/.dockerignore";
        tree.add("d/ignored", "c\n");
        if (kind == "bad")
            tree.add(".dockerignore", "a\nb[");
        else if (kind == "folder")
            tree.add(".dockerignore/x", "");
        else if (kind == "pipe")
            QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        else if (kind == "large")
            tree.add(".dockerignore", std::string(1024 * 1024 + 1, '#'));
        else if (kind == "circle")
            tree.link(".dockerignore", "./.dockerignore");
        else if (kind == "nothing")
            tree.link(".dockerignore", "nothing");
        else if (kind == "outside")
            tree.link(".dockerignore", "../outside/secret.txt");
        else
            tree.link(".dockerignore", "/x/../d/ignored"); // The folder is the root.
        const BuildContext context = readContext(tree);
        const IgnoreFile &file = context.ignoreFile();
        QTEST(file.problem ? QByteArray::fromStdString(inEnglish(file.problem->text)) : QByteArray("-"),
              "expected");
        QCOMPARE(file.text.find("secret"), std::string::npos);
    }

    void readsTheIgnoreFileThroughLinks_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("beside it") << QByteArray("x/rules") << QByteArray("beside");
        QTest::newRow("from the root of the folder") << QByteArray("/x/rules") << QByteArray("root");
        QTest::newRow("up, and never out") << QByteArray("../../../x/rules") << QByteArray("root");
    }
    void readsTheIgnoreFileThroughLinks()
    {
        QFETCH(QByteArray, target);
        const FolderTree tree;
        tree.add("x/rules", "root");
        tree.add("docker/x/rules", "beside");
        tree.link("docker/Dockerfile.dockerignore", target.toStdString());
        QTEST(QByteArray::fromStdString(readContext(tree, "docker/Dockerfile").ignoreFile().text),
              "expected");
    }

    void doesNotTrustTheSizeOfAFile()
    {
        const auto folder = Folder::open("/proc/self");
        if (!folder)
            QSKIP("there is no /proc here");
        const auto bytes = folder->read("maps", 10); // Says that it is empty.
        QVERIFY(!bytes);
        QCOMPARE(inEnglish(bytes.error().text), "“maps” is too large to be read.");
    }

    void followsNoLinkAndOpensNoPipe()
    {
        const FolderTree tree;
        tree.link("out", "../outside");
        tree.link("away", "/etc/passwd");
        tree.link("round", "round");
        tree.add("a/b", "1");
        tree.link("a/up", "..");
        QCOMPARE(::mkfifo((tree.root() + "/pipe").c_str(), 0600), 0);
        const BuildContext context = readContext(tree);
        QCOMPARE(listed(context),
                 QByteArray("a/  a/b:1  a/up -> ..  away -> /etc/passwd  out -> ../outside  pipe|  "
                            "round -> round"));
        QCOMPARE(context.sentBytes(), 1U);
        QCOMPARE(context.sentFiles(), 5U);
    }

    void takesNamesThatAreNoText()
    {
        const FolderTree tree;
        tree.add("\xFF\n/\xC3", "1");
        tree.add(std::string(255, 'x'), "1");
        const BuildContext context = readContext(tree);
        QVERIFY(context.find("\xFF\n/\xC3"));
        QVERIFY(context.find(std::string(255, 'x')));
        QCOMPARE(context.sentBytes(), 2U);
    }

    void countsWhatCannotBeRead()
    {
        const FolderTree tree;
        tree.add("closed/x", "1");
        tree.openForAll();
        const std::string closed = tree.root() + "/closed";
        QCOMPARE(::chmod(closed.c_str(), 0), 0);
        const bool isRoot = ::geteuid() == 0; // For whom nothing is closed.
        QVERIFY(!isRoot || ::seteuid(65534) == 0);
        const BuildContext context = readContext(tree);
        QVERIFY(!isRoot || ::seteuid(0) == 0);
        QCOMPARE(::chmod(closed.c_str(), 0700), 0);
        QCOMPARE(context.unreadable(), 1U);
        QVERIFY(!context.isWhole());
        QCOMPARE(listed(context), QByteArray("closed/"));
    }

    void needsTheFolder()
    {
        const auto context = readBuildContext("/nowhere/at/all", "Dockerfile");
        QVERIFY(!context);
        QCOMPARE(inEnglish(context.error().text), "“/nowhere/at/all” cannot be read.");
        const FolderTree tree;
        tree.add("file", "");
        QVERIFY(!readBuildContext(tree.root() + "/file", "Dockerfile"));
    }

    void stopsAtItsLimits_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<int>("expected");
        QTest::addColumn<qulonglong>("entries");
        QTest::newRow("entries") << QByteArray("entries") << int(ContextStop::Entries) << 5ULL;
        QTest::newRow("entries of one folder") << QByteArray("folder") << int(ContextStop::Entries) << 2ULL;
        QTest::newRow("depth") << QByteArray("depth") << int(ContextStop::Depth) << 3ULL;
        QTest::newRow("bytes of paths") << QByteArray("paths") << int(ContextStop::PathBytes) << 4ULL;
        QTest::newRow("steps of patterns") << QByteArray("steps") << int(ContextStop::PatternSteps) << 3ULL;
        QTest::newRow("none") << QByteArray("") << int(ContextStop::None) << 7ULL;
    }
    void stopsAtItsLimits()
    {
        QFETCH(QByteArray, limit);
        QFETCH(qulonglong, entries);
        const FolderTree tree;
        tree.add(".dockerignore", "x\ny\n");
        tree.add("a/b/c/d", "1");
        tree.add("a/b/e", "1");
        tree.add("f", "1");
        ContextLimits limits;
        if (limit == "entries")
            limits.entries = 5;
        else if (limit == "folder")
            limits.entries = 2;
        else if (limit == "depth")
            limits.depth = 0;
        else if (limit == "paths")
            limits.pathBytes = 13 + 1 + 3 + 5;
        else if (limit == "steps")
            limits.patternSteps = 5;
        const BuildContext context = readContext(tree, "Dockerfile", limits);
        QTEST(int(context.stop()), "expected");
        QCOMPARE(qulonglong(context.entries().size()), entries);
        QCOMPARE(context.isWhole(), limit.isEmpty());
        // What was not found may still be there.
        const CopySource::State state = takenBy(context, {"nothere", {}, false}).state;
        QCOMPARE(int(state), int(limit.isEmpty() ? CopySource::State::Missing : CopySource::State::Unknown));
    }

    void canBeCancelled()
    {
        const FolderTree tree;
        tree.add("a", "");
        std::stop_source source;
        source.request_stop();
        const auto context = readBuildContext(tree.root(), "Dockerfile", {}, source.get_token());
        QVERIFY(context);
        QCOMPARE(int(context->stop()), int(ContextStop::Cancelled));
        QVERIFY(context->entries().empty());
    }
};

QTEST_GUILESS_MAIN(TestBuildContext)
#include "tst_build_context.moc"
