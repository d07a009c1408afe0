// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/context_archive.h"
#include "tests/model/context/folder_tree.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace drydock;

namespace {

/// Reads the archive to its end in pieces of at most `most`; "Error: …" if there is one.
std::string packed(ContextArchive &archive, std::size_t most = 65536)
{
    std::string all;
    for (;;) {
        const Result<std::string> piece = archive.read(most);
        if (!piece)
            return "Error: " + inEnglish(piece.error().text);
        if (piece->size() > most)
            return "Error: too long";
        if (piece->empty())
            return all;
        all += *piece;
    }
}

std::string packedFolder(const std::string &folder, const std::string &dockerfile, const std::string &text,
                         std::size_t most = 65536)
{
    auto context = readBuildContext(folder, dockerfile);
    if (!context)
        return "Error: " + inEnglish(context.error().text);
    auto archive = ContextArchive::open(folder, std::move(*context), dockerfile, text);
    return archive ? packed(*archive, most) : "Error: " + inEnglish(archive.error().text);
}

/// "path:content", "path/", "path -> target", owner if it is not 0:0.
QByteArray listed(const std::string &tar)
{
    if (tar.starts_with("Error: "))
        return QByteArray::fromStdString(tar);
    archive *const reader = archive_read_new();
    archive_read_support_format_tar(reader);
    QByteArray all;
    if (archive_read_open_memory(reader, tar.data(), tar.size()) != ARCHIVE_OK)
        all = "unreadable";
    archive_entry *entry = nullptr;
    int code = ARCHIVE_OK;
    while ((code = archive_read_next_header(reader, &entry)) == ARCHIVE_OK) {
        if (!all.isEmpty())
            all += "  ";
        all += archive_entry_pathname(entry);
        if (archive_entry_uid(entry) != 0 || archive_entry_gid(entry) != 0)
            all += " (owned)";
        if (archive_entry_filetype(entry) == AE_IFLNK) {
            all += QByteArray(" -> ") + archive_entry_symlink(entry);
        } else if (archive_entry_filetype(entry) == AE_IFREG) {
            QByteArray content(int(archive_entry_size(entry)), '\0');
            if (archive_read_data(reader, content.data(), size_t(content.size())) != content.size())
                all += " (short)";
            all += ':' + (content.size() > 40 ? QByteArray::number(content.size()) : content);
        }
    }
    if (code != ARCHIVE_EOF)
        all += QByteArray("  broken: ") + archive_error_string(reader);
    archive_read_free(reader);
    return all;
}

} // namespace

class TestContextArchive : public QObject {
    Q_OBJECT

private slots:
    void packsTheFolderAndTheTextOfTheWindow()
    {
        const FolderTree tree;
        tree.add("Dockerfile", "FROM disk\n");
        tree.add("src/main.go", "package main");
        tree.add("src.txt", "x");
        QCOMPARE(listed(packedFolder(tree.root(), "Dockerfile", "FROM window\n")),
                 QByteArray("Dockerfile:FROM window\n  src/  src/main.go:package main  src.txt:x"));
    }

    void beginsWithAPlainHeader_data()
    {
        QTest::addColumn<QByteArray>("dockerfile");
        QTest::newRow("as usual") << QByteArray("Dockerfile");
        QTest::newRow("no ASCII") << QByteArray("Dockérfile");
        QTest::newRow("longer than a plain header holds") << QByteArray(120, 'd');
        QTest::newRow("no name") << QByteArray();
    }
    void beginsWithAPlainHeader()
    {
        // BuildKit (frontend/dockerfile, `isArchive`) takes what begins otherwise for the text of a Dockerfile.
        QFETCH(QByteArray, dockerfile);
        const FolderTree tree;
        tree.add("na\xc3\xafve", "a name that takes an extended header");
        const std::string archive = packedFolder(tree.root(), dockerfile.toStdString(), "FROM x\n");
        constexpr std::size_t magic = 257;
        constexpr std::size_t type = 156;
        QCOMPARE(archive.substr(magic, 5), std::string("ustar"));
        QCOMPARE(archive[type], '0');
        QVERIFY(listed(archive).contains("na\xc3\xafve:a name"));
        tree.add("nai\xcc\x88ve", "decomposed"); // Another name, though it looks the same.
        tree.add("bad\xff", "no UTF-8");
        const QByteArray all = listed(packedFolder(tree.root(), dockerfile.toStdString(), "FROM x\n"));
        QVERIFY2(all.contains("nai\xcc\x88ve:decomposed") && all.contains("bad\xff:no UTF-8"), all);
    }

    void takesFilesThatAreOnNoDisk()
    {
        const FolderTree tree;
        tree.add(".dockerignore", "kept\n");
        tree.add("kept", "on the disk");
        tree.add("left", "on the disk");
        const ContextFiles files {
            {".dockerignore", "left\n"}, {"nginx.conf", "listen 80;"}, {"deep/in", "x"}};
        auto context = readBuildContext(tree.root(), "Dockerfile");
        QVERIFY(context);
        context = withFiles(*context, "Dockerfile", files);
        QVERIFY(context);
        auto archive = ContextArchive::open(tree.root(), *context, "Dockerfile", "FROM x\n", files);
        QVERIFY(archive);
        std::string all;
        for (;;) {
            const Result<std::string> piece = archive->read(1000);
            QVERIFY(piece);
            if (piece->empty())
                break;
            all += *piece;
        }
        QCOMPARE(listed(all),
                 QByteArray("Dockerfile:FROM x\n  .dockerignore:left\n  deep/in:x  kept:on the disk  "
                            "nginx.conf:listen 80;"));
    }

    void obeysTheIgnoreFileButSendsWhatABuildNeeds()
    {
        const FolderTree tree;
        tree.add(".dockerignore", "*\n!src\nsrc/*.o\n");
        tree.add("Dockerfile", "FROM disk\n");
        tree.add("src/a.c", "a");
        tree.add("src/a.o", "o");
        tree.add("secret", "s");
        QCOMPARE(listed(packedFolder(tree.root(), "Dockerfile", "FROM x\n")),
                 QByteArray("Dockerfile:FROM x\n  .dockerignore:*\n!src\nsrc/*.o\n  src/  src/a.c:a"));
    }

    void givesADockerfileFromOutsideAFreeName_data()
    {
        QTest::addColumn<QByteArray>("dockerfile");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("above the folder") << QByteArray("../Dockerfile");
        QTest::newRow("absolute") << QByteArray("/etc/passwd");
        QTest::newRow("below a link") << QByteArray("link/Dockerfile");
        QTest::newRow("the name of a folder") << QByteArray("folder");
    }
    void givesADockerfileFromOutsideAFreeName()
    {
        QFETCH(QByteArray, dockerfile);
        const FolderTree tree;
        tree.add(".dockerfile.drydock", "taken");
        tree.add("folder/a", "a");
        tree.link("link", tree.outside());
        QCOMPARE(listed(packedFolder(tree.root(), dockerfile.toStdString(), "FROM x\n")),
                 ".dockerfile.drydockx:FROM x\n  .dockerfile.drydock:taken  folder/  folder/a:a  link -> "
                     + QByteArray::fromStdString(tree.outside()));
    }

    void neverFollowsALink()
    {
        const FolderTree tree;
        tree.link("up", "../outside/secret.txt");
        tree.link("folder", "../outside");
        tree.link("absolute", "/etc/passwd");
        tree.link("loop", "loop");
        tree.link("Dockerfile", "../outside/secret.txt");
        const QByteArray all = listed(packedFolder(tree.root(), "Dockerfile", "FROM x\n"));
        QCOMPARE(
            all,
            QByteArray("Dockerfile:FROM x\n  absolute -> /etc/passwd  folder -> ../outside  loop -> loop  up "
                       "-> ../outside/secret.txt"));
    }

    void passesOverWhatIsNoFile()
    {
        const FolderTree tree;
        QCOMPARE(::mkfifo((tree.root() + "/pipe").c_str(), 0600), 0);
        tree.add("a", "a");
        QCOMPARE(listed(packedFolder(tree.root(), "Dockerfile", "")), QByteArray("Dockerfile:  a:a"));
    }

    void keepsNamesOfAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("a line end") << QByteArray("a\nb");
        QTest::newRow("no UTF-8") << QByteArray("a\xFF\xFE");
        QTest::newRow("other letters") << QByteArray("größe-λ");
        QTest::newRow("as long as the system takes") << QByteArray(255, 'n');
        QTest::newRow("a path of 300 bytes") << QByteArray(150, 'a') + '/' + QByteArray(149, 'b');
        QTest::newRow("like an option") << QByteArray("--checkpoint-action=exec=sh");
    }
    void keepsNamesOfAnyBytes()
    {
        QFETCH(QByteArray, name);
        const FolderTree tree;
        tree.add(name.toStdString(), "1");
        QVERIFY(listed(packedFolder(tree.root(), "Dockerfile", "")).endsWith("  " + name + ":1"));
    }

    void sendsHardLinksAsFiles()
    {
        const FolderTree tree;
        tree.add("a", "same");
        std::filesystem::create_hard_link(tree.root() + "/a", tree.root() + "/b");
        QCOMPARE(listed(packedFolder(tree.root(), "Dockerfile", "")),
                 QByteArray("Dockerfile:  a:same  b:same"));
    }

    void isTheSameHoweverItIsRead()
    {
        const FolderTree tree;
        tree.add("a/b", std::string(200'000, 'b'));
        tree.add("c", "c");
        const std::string whole = packedFolder(tree.root(), "Dockerfile", "FROM x\n");
        QCOMPARE(whole.size() % 512, 0U);
        for (const std::size_t most : {1000UL, 512UL, 10'000'000UL})
            QVERIFY(packedFolder(tree.root(), "Dockerfile", "FROM x\n", most) == whole);
    }

    void readsLittleAtOnce()
    {
        const FolderTree tree;
        tree.add("big", std::string(2'000'000, 'b'));
        auto archive
            = ContextArchive::open(tree.root(), *readBuildContext(tree.root(), ""), "Dockerfile", "FROM x\n");
        QVERIFY(archive.has_value());
        QCOMPARE(archive->files(), 2U);
        QCOMPARE(archive->bytes(), 2'000'007U);
        const auto piece = archive->read(10'000'000);
        QVERIFY(piece && piece->size() <= 256 * 1024 + 64 * 1024);
    }

    void knowsASparseFileBeforeItIsRead()
    {
        const FolderTree tree;
        tree.add("sparse", "");
        std::filesystem::resize_file(tree.root() + "/sparse", std::uintmax_t {1} << 40U);
        auto archive
            = ContextArchive::open(tree.root(), *readBuildContext(tree.root(), ""), "Dockerfile", "");
        QVERIFY(archive.has_value());
        QCOMPARE(archive->bytes(), std::uint64_t {1} << 40U);
    }

    void failsOnAFileThatIsMadeShorter()
    {
        const FolderTree tree;
        tree.add("a", std::string(1'000'000, 'a'));
        auto archive
            = ContextArchive::open(tree.root(), *readBuildContext(tree.root(), ""), "Dockerfile", "");
        QVERIFY(archive.has_value());
        QVERIFY(archive->read(100'000).has_value());
        tree.add("a", "short");
        QCOMPARE(QByteArray::fromStdString(packed(*archive)),
                 QByteArray("Error: “a” was made shorter while it was read."));
        QVERIFY(!archive->read(10).has_value());
    }

    void leavesOutWhatIsGone()
    {
        const FolderTree tree;
        tree.add("a/b", "b");
        tree.add("c", "c");
        tree.add("d", "d");
        auto archive
            = ContextArchive::open(tree.root(), *readBuildContext(tree.root(), ""), "Dockerfile", "");
        QVERIFY(archive.has_value());
        std::filesystem::remove_all(tree.root() + "/a");
        std::filesystem::remove(tree.root() + "/c");
        QCOMPARE(listed(packed(*archive)), QByteArray("Dockerfile:  d:d"));
    }

    void refusesWhatCannotBeSentWhole()
    {
        const FolderTree tree;
        tree.add("a", "a");
        tree.add("b", "b");
        ContextLimits limits;
        limits.entries = 1;
        const auto archive
            = ContextArchive::open(tree.root(), *readBuildContext(tree.root(), "", limits), "Dockerfile", "");
        QVERIFY(!archive.has_value());
        QVERIFY(inEnglish(archive.error().text).find("too much") != std::string::npos);
    }

    void neverReadsOutsideWhileFoldersBecomeLinks()
    {
        const FolderTree tree;
        tree.add("swap/secret.txt", "inside");
        std::filesystem::rename(tree.root() + "/swap", tree.root() + "/real");
        std::filesystem::create_directory_symlink(tree.outside(), tree.outside() + "/../way");
        const std::string swapped = tree.root() + "/swap";
        std::filesystem::rename(tree.root() + "/real", swapped);
        std::atomic<bool> isOver = false;
        std::thread swapper([&] {
            const std::string parked = tree.outside() + "/../parked";
            while (!isOver) {
                ::rename(swapped.c_str(), parked.c_str());
                ::symlink(tree.outside().c_str(), swapped.c_str());
                ::unlink(swapped.c_str());
                ::rename(parked.c_str(), swapped.c_str());
            }
        });
        bool wasRead = false;
        for (int i = 0; i < 1000 && !wasRead; ++i) {
            const QByteArray all = listed(packedFolder(tree.root(), "Dockerfile", ""));
            wasRead = all.contains(":secret");
        }
        isOver = true;
        swapper.join();
        QVERIFY(!wasRead);
    }
};

QTEST_APPLESS_MAIN(TestContextArchive)
#include "tst_context_archive.moc"
