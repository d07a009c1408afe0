// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_writer.h"
#include "odd_files.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock::app;

namespace {

using Kind = WriteOutcome::Kind;

struct stat statusOf(const QString &path)
{
    struct stat status { };
    ::stat(QFile::encodeName(path).constData(), &status);
    return status;
}

WriteOutcome write(const QString &path, const QByteArray &bytes)
{
    return writeFile({path, {bytes.constData(), std::size_t(bytes.size())}, {}, {}});
}

} // namespace

class TestFileWriter : public QObject {
    Q_OBJECT

private slots:
    void keepsBytes_data() { addOddFiles(); }
    void keepsBytes();
    void keepsSymbolicLink();
    void makesTargetOfDanglingLink();
    void keepsHardLink();
    void keepsMode();
    void keepsExtendedAttribute();
    void keepsOwner();
    void newFileFollowsUmask();
    void copiesBeforeWritingInPlace();
    void refusesInPlaceWithoutCopy();
    void refusesReadOnlyFile();
    void writesInPlaceInReadOnlyFolder();
    void refusesFolder();
    void refusesChangedFile();
    void shortWriteLeavesOldFile();
    void shortWriteInPlaceLeavesOldFile();
    void fullDiskLeavesOldFile();
    void leavesNothingBehind();

private:
    QString at(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
};

void TestFileWriter::keepsBytes()
{
    QFETCH(QByteArray, bytes);
    const QString path = at("odd");
    QVERIFY(put(path, "something longer that was here before"));
    const auto outcome = write(path, bytes);
    QCOMPARE(outcome.kind, Kind::Written);
    QCOMPARE(contentOf(path), bytes);
    QCOMPARE(outcome.stamp, *FileStamp::of(path));
}

void TestFileWriter::keepsSymbolicLink()
{
    QVERIFY(put(at("real"), "old"));
    QVERIFY(QFile::link(at("real"), at("link")));
    QCOMPARE(write(at("link"), "new").kind, Kind::Written);
    QVERIFY(QFileInfo(at("link")).isSymLink());
    QCOMPARE(contentOf(at("real")), QByteArray("new"));
}

void TestFileWriter::makesTargetOfDanglingLink()
{
    QVERIFY(QFile::link(at("nowhere"), at("dangling")));
    QCOMPARE(write(at("dangling"), "new").kind, Kind::Written);
    QVERIFY(QFileInfo(at("dangling")).isSymLink());
    QCOMPARE(contentOf(at("nowhere")), QByteArray("new"));
}

void TestFileWriter::keepsHardLink()
{
    QVERIFY(put(at("one"), "old and longer"));
    QCOMPARE(::link(QFile::encodeName(at("one")).constData(), QFile::encodeName(at("two")).constData()), 0);
    QCOMPARE(write(at("one"), "new").kind, Kind::Written);
    QCOMPARE(contentOf(at("two")), QByteArray("new"));
    QCOMPARE(statusOf(at("one")).st_ino, statusOf(at("two")).st_ino);
}

void TestFileWriter::keepsMode()
{
    QVERIFY(put(at("moded"), "old"));
    QCOMPARE(::chmod(QFile::encodeName(at("moded")).constData(), 0751), 0);
    QCOMPARE(write(at("moded"), "new").kind, Kind::Written);
    QCOMPARE(statusOf(at("moded")).st_mode & 07777U, 0751U);
}

void TestFileWriter::keepsExtendedAttribute()
{
    const QByteArray path = QFile::encodeName(at("attributed"));
    QVERIFY(put(at("attributed"), "old"));
    if (::setxattr(path.constData(), "user.drydock", "kept", 4, 0) != 0)
        QSKIP("The temporary folder's file system has no user attributes.");
    QCOMPARE(write(at("attributed"), "new").kind, Kind::Written);
    QByteArray value(4, '\0');
    QCOMPARE(::getxattr(path.constData(), "user.drydock", value.data(), 4), 4);
    QCOMPARE(value, QByteArray("kept"));
}

void TestFileWriter::keepsOwner()
{
    if (::geteuid() != 0)
        QSKIP("Only root can make a file of somebody else.");
    QVERIFY(put(at("owned"), "old"));
    QCOMPARE(::chown(QFile::encodeName(at("owned")).constData(), 65534, 65534), 0);
    QCOMPARE(write(at("owned"), "new").kind, Kind::Written);
    QCOMPARE(statusOf(at("owned")).st_uid, 65534U);
    QCOMPARE(statusOf(at("owned")).st_gid, 65534U);
}

void TestFileWriter::newFileFollowsUmask()
{
    const mode_t old = ::umask(027);
    const auto outcome = write(at("fresh"), "new");
    ::umask(old);
    QCOMPARE(outcome.kind, Kind::Written);
    QCOMPARE(statusOf(at("fresh")).st_mode & 07777U, 0640U);
}

void TestFileWriter::copiesBeforeWritingInPlace()
{
    QVERIFY(put(at("linked"), "old"));
    QCOMPARE(::link(QFile::encodeName(at("linked")).constData(), QFile::encodeName(at("other")).constData()),
             0);
    QByteArray seen;
    const auto keep = [&] {
        seen = contentOf(at("linked"));
        return true;
    };
    QCOMPARE(writeFile({at("linked"), "new", {}, keep}).kind, Kind::Written);
    QCOMPARE(seen, QByteArray("old"));
}

void TestFileWriter::refusesInPlaceWithoutCopy()
{
    QVERIFY(put(at("unkept"), "old"));
    QCOMPARE(
        ::link(QFile::encodeName(at("unkept")).constData(), QFile::encodeName(at("unkept2")).constData()), 0);
    QCOMPARE(writeFile({at("unkept"), "new", {}, [] { return false; }}).kind, Kind::Failed);
    QCOMPARE(contentOf(at("unkept")), QByteArray("old"));
}

void TestFileWriter::refusesReadOnlyFile()
{
    QTemporaryDir dir;
    QVERIFY(put(dir.filePath("f"), "old"));
    ::chmod(QFile::encodeName(dir.path()).constData(), 0777);
    ::chmod(QFile::encodeName(dir.filePath("f")).constData(), 0444);
    // His own file in a folder he may write: only the mode stands in the way of a rename.
    (void)!::chown(QFile::encodeName(dir.filePath("f")).constData(), 65534, 65534);
    const int kind = inChild(becomeNobody, [&] { return int(write(dir.filePath("f"), "new").kind); });
    QCOMPARE(kind, int(Kind::NotPermitted));
    QCOMPARE(contentOf(dir.filePath("f")), QByteArray("old"));
}

void TestFileWriter::writesInPlaceInReadOnlyFolder()
{
    QTemporaryDir dir;
    QVERIFY(put(dir.filePath("f"), "old"));
    ::chmod(QFile::encodeName(dir.filePath("f")).constData(), 0666);
    ::chmod(QFile::encodeName(dir.path()).constData(), 0555);
    const int kind = inChild(becomeNobody, [&] { return int(write(dir.filePath("f"), "new").kind); });
    ::chmod(QFile::encodeName(dir.path()).constData(), 0755);
    QCOMPARE(kind, int(Kind::Written));
    QCOMPARE(contentOf(dir.filePath("f")), QByteArray("new"));
}

void TestFileWriter::refusesFolder()
{
    QCOMPARE(write(m_dir.path(), "new").kind, Kind::Failed);
    QVERIFY(QFileInfo(m_dir.path()).isDir());
}

void TestFileWriter::refusesChangedFile()
{
    QVERIFY(put(at("raced"), "old"));
    const auto seen = FileStamp::of(at("raced"));
    QVERIFY(put(at("raced"), "theirs"));
    QCOMPARE(writeFile({at("raced"), "mine", seen, {}}).kind, Kind::ChangedMeanwhile);
    QCOMPARE(contentOf(at("raced")), QByteArray("theirs"));
}

/// A limit on file sizes acts as a disk that fills part way: one write() that is cut short, the next one fails.
static void limitFileSize()
{
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit {24'576, 24'576};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

void TestFileWriter::shortWriteLeavesOldFile()
{
    const QByteArray old(20'000, 'o');
    QVERIFY(put(at("full"), old));
    const QByteArray large(60'000, 'n');
    QCOMPARE(inChild(limitFileSize, [&] { return int(write(at("full"), large).kind); }), int(Kind::Failed));
    QCOMPARE(contentOf(at("full")), old);
}

void TestFileWriter::shortWriteInPlaceLeavesOldFile()
{
    const QByteArray old(20'000, 'o');
    QVERIFY(put(at("fullLinked"), old));
    QCOMPARE(::link(QFile::encodeName(at("fullLinked")).constData(),
                    QFile::encodeName(at("fullLinked2")).constData()),
             0);
    const QByteArray large(60'000, 'n');
    QCOMPARE(inChild(limitFileSize, [&] { return int(write(at("fullLinked"), large).kind); }),
             int(Kind::Failed));
    QCOMPARE(contentOf(at("fullLinked")), old);
}

void TestFileWriter::fullDiskLeavesOldFile()
{
    QTemporaryDir dir;
    if (::geteuid() != 0
        || QProcess::execute("mount", {"-t", "tmpfs", "-o", "size=64k", "tmpfs", dir.path()}) != 0)
        QSKIP("A small disk can only be mounted by root.");
    const QByteArray old(40'000, 'o');
    const bool isPut = put(dir.filePath("f"), old);
    const auto outcome = write(dir.filePath("f"), QByteArray(60'000, 'n'));
    const QByteArray now = contentOf(dir.filePath("f"));
    QProcess::execute("umount", {dir.path()});
    QVERIFY(isPut);
    QCOMPARE(outcome.kind, Kind::Failed);
    QVERIFY(QByteArray::fromStdString(outcome.error.text.source).contains("no room"));
    QCOMPARE(now, old);
}

void TestFileWriter::leavesNothingBehind()
{
    QTemporaryDir dir;
    QVERIFY(put(dir.filePath("only"), "old"));
    QCOMPARE(write(dir.filePath("only"), "new").kind, Kind::Written);
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList {"only"});
}

QTEST_GUILESS_MAIN(TestFileWriter)
#include "tst_file_writer.moc"
