// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/disk_watch.h"
#include "open_file_words.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace drydock;
using namespace drydock::app;

class TestOpenFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void openAndSaveKeepsBytes_data() { addOddFiles(); }
    void openAndSaveKeepsBytes();
    void untitledNeedsPath();
    void savesUnderAnotherName();
    void failedSaveAsChangesNothing();
    void touchedFileIsQuiet();
    void cleanFileReloadsQuietly_data();
    void cleanFileReloadsQuietly();
    void dirtyFileAsks();
    void sameChangeIsNoConflict();
    void keepMine();
    void takeTheirs();
    void compare();
    void savingDoesNotOverwriteUnseen();
    void deletedFileIsSaidAndSavedAgain();
    void deletedAndMadeAgain();
    void watcherSurvivesRename();
    void hundredChanges();
    void readOnlyIsSaid();
    void binaryIsSaid();
    void largeIsTextOnly();
    void secondWindowIsSaid();

private:
    std::unique_ptr<OpenFile> open(DiskWatch *watch = nullptr)
    {
        auto file = OpenFile::open(path(), {watch, &*m_store});
        return file ? std::move(*file) : nullptr;
    }
    QString path() const { return m_dir->filePath("Dockerfile"); }
    QStringList recoveries() const { return QDir(m_store->folder()).entryList({"*.recovery"}, QDir::Files); }

    std::optional<QTemporaryDir> m_dir;
    std::optional<RecoveryStore> m_store;
};

void TestOpenFile::init()
{
    m_dir.emplace();
    m_store.emplace(m_dir->filePath("state/recovery"));
    QVERIFY(put(path(), "FROM a\nRUN b\n"));
}

void TestOpenFile::openAndSaveKeepsBytes()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(put(path(), bytes));
    auto file = open();
    QVERIFY(file);
    QVERIFY(!file->needsSaving());
    QCOMPARE(file->overwrite(), SaveResult::Saved);
    QCOMPARE(contentOf(path()), bytes);
    type(*file, "X");
    QVERIFY(file->needsSaving());
    QCOMPARE(file->save(), SaveResult::Saved);
    QCOMPARE(contentOf(path()), bytes + "X");
    QVERIFY(!file->needsSaving());
    file->document().undoStack().undo();
    QVERIFY(file->needsSaving());
    QCOMPARE(file->save(), SaveResult::Saved);
    QCOMPARE(contentOf(path()), bytes);
}

void TestOpenFile::untitledNeedsPath()
{
    auto file = OpenFile::untitled("Untitled", "", {nullptr, &*m_store});
    QVERIFY(!file->needsSaving());
    QCOMPARE(file->save(), SaveResult::NeedsPath);
    type(*file, "FROM x\n");
    QVERIFY(file->needsSaving());
    QVERIFY(file->keepForRecovery());
    QCOMPARE(recoveries().size(), 1);
    QCOMPARE(file->saveAs(m_dir->filePath("named")), SaveResult::Saved);
    QCOMPARE(contentOf(m_dir->filePath("named")), QByteArray("FROM x\n"));
    QCOMPARE(file->title(), QString("named"));
    QCOMPARE(recoveries().size(), 0);
}

void TestOpenFile::savesUnderAnotherName()
{
    auto file = open();
    type(*file, "X");
    QCOMPARE(file->saveAs(m_dir->filePath("other")), SaveResult::Saved);
    QCOMPARE(contentOf(path()), QByteArray("FROM a\nRUN b\n"));
    QCOMPARE(contentOf(m_dir->filePath("other")), QByteArray("FROM a\nRUN b\nX"));
    QCOMPARE(file->path(), m_dir->filePath("other"));
    QVERIFY(!file->needsSaving());
}

void TestOpenFile::failedSaveAsChangesNothing()
{
    auto file = open();
    type(*file, "X");
    QCOMPARE(file->saveAs(m_dir->filePath("no/such/folder/f")), SaveResult::Refused);
    QVERIFY(has(*file, NoticeKind::SaveFailed));
    QCOMPARE(file->path(), path());
    QVERIFY(file->needsSaving());
    QCOMPARE(file->save(), SaveResult::Saved);
    QVERIFY(!has(*file, NoticeKind::SaveFailed));
}

void TestOpenFile::touchedFileIsQuiet()
{
    auto file = open();
    QSignalSpy changed(&file->document(), &Document::changed);
    type(*file, "X");
    QVERIFY(put(path(), "FROM a\nRUN b\n"));
    file->checkDisk();
    QVERIFY(file->notices().empty());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(file->save(), SaveResult::Saved);
}

void TestOpenFile::cleanFileReloadsQuietly_data()
{
    QTest::addColumn<bool>("renames");
    QTest::newRow("written in place") << false;
    QTest::newRow("renamed over") << true;
}

void TestOpenFile::cleanFileReloadsQuietly()
{
    QFETCH(bool, renames);
    DiskWatch watch;
    auto file = open(&watch);
    if (renames) {
        QVERIFY(put(m_dir->filePath("new"), "FROM a\nRUN c\n"));
        QCOMPARE(::rename(QFile::encodeName(m_dir->filePath("new")).constData(),
                          QFile::encodeName(path()).constData()),
                 0);
    } else {
        QVERIFY(put(path(), "FROM a\nRUN c\n"));
    }
    QTRY_COMPARE(textOf(*file), QByteArray("FROM a\nRUN c\n"));
    QVERIFY(file->notices().empty());
    QVERIFY(!file->needsSaving());
    file->document().undoStack().undo();
    QCOMPARE(textOf(*file), QByteArray("FROM a\nRUN b\n"));
    QVERIFY(file->needsSaving());
}

void TestOpenFile::dirtyFileAsks()
{
    DiskWatch watch;
    auto file = open(&watch);
    type(*file, "mine\n");
    QVERIFY(put(path(), "theirs\n"));
    QTRY_VERIFY(has(*file, NoticeKind::ChangedOnDisk));
    QCOMPARE(textOf(*file), QByteArray("FROM a\nRUN b\nmine\n"));
    QCOMPARE(contentOf(path()), QByteArray("theirs\n"));
}

void TestOpenFile::sameChangeIsNoConflict()
{
    auto file = open();
    type(*file, "X");
    QVERIFY(put(path(), "FROM a\nRUN b\nX"));
    file->checkDisk();
    QVERIFY(file->notices().empty());
    QVERIFY(!file->needsSaving());
}

void TestOpenFile::keepMine()
{
    auto file = open();
    type(*file, "mine\n");
    QVERIFY(put(path(), "theirs\n"));
    file->checkDisk();
    file->answer(NoticeKind::ChangedOnDisk, NoticeAction::KeepMine);
    QVERIFY(file->notices().empty());
    QVERIFY(file->needsSaving());
    QCOMPARE(file->save(), SaveResult::Saved);
    QCOMPARE(contentOf(path()), QByteArray("FROM a\nRUN b\nmine\n"));
}

void TestOpenFile::takeTheirs()
{
    auto file = open();
    type(*file, "mine\n");
    QVERIFY(put(path(), "theirs\n"));
    file->checkDisk();
    file->answer(NoticeKind::ChangedOnDisk, NoticeAction::Reload);
    QVERIFY(file->notices().empty());
    QVERIFY(!file->needsSaving());
    QCOMPARE(textOf(*file), QByteArray("theirs\n"));
    file->document().undoStack().undo(); // Mine are not lost.
    QCOMPARE(textOf(*file), QByteArray("FROM a\nRUN b\nmine\n"));
}

void TestOpenFile::compare()
{
    auto file = open();
    type(*file, "mine\n");
    QVERIFY(put(path(), "theirs\n"));
    file->checkDisk();
    QSignalSpy compared(file.get(), &OpenFile::compareRequested);
    file->answer(NoticeKind::ChangedOnDisk, NoticeAction::Compare);
    QCOMPARE(compared.size(), 1);
    QVERIFY(has(*file, NoticeKind::ChangedOnDisk));
}

void TestOpenFile::savingDoesNotOverwriteUnseen()
{
    auto file = open();
    type(*file, "mine\n");
    QVERIFY(put(path(), "theirs\n"));
    QCOMPARE(file->save(), SaveResult::Refused); // Before anybody has told us.
    QVERIFY(textOf(*file, NoticeKind::ChangedOnDisk).startsWith("Not saved"));
    QCOMPARE(contentOf(path()), QByteArray("theirs\n"));
    QCOMPARE(file->save(), SaveResult::Refused);
    file->answer(NoticeKind::ChangedOnDisk, NoticeAction::Overwrite);
    QVERIFY(file->notices().empty());
    QCOMPARE(contentOf(path()), QByteArray("FROM a\nRUN b\nmine\n"));
}

void TestOpenFile::deletedFileIsSaidAndSavedAgain()
{
    DiskWatch watch;
    auto file = open(&watch);
    QVERIFY(QFile::remove(path()));
    QTRY_VERIFY(has(*file, NoticeKind::DeletedOnDisk));
    QVERIFY(file->needsSaving());
    QCOMPARE(textOf(*file), QByteArray("FROM a\nRUN b\n"));
    QCOMPARE(file->save(), SaveResult::Saved);
    QCOMPARE(contentOf(path()), QByteArray("FROM a\nRUN b\n"));
    QVERIFY(!has(*file, NoticeKind::DeletedOnDisk));
    QVERIFY(!file->needsSaving());
}

void TestOpenFile::deletedAndMadeAgain()
{
    DiskWatch watch;
    auto file = open(&watch);
    QVERIFY(QFile::remove(path()));
    QTRY_VERIFY(has(*file, NoticeKind::DeletedOnDisk));
    QVERIFY(put(path(), "FROM again\n"));
    QTRY_COMPARE(textOf(*file), QByteArray("FROM again\n"));
    QVERIFY(file->notices().empty());
}

void TestOpenFile::watcherSurvivesRename()
{
    DiskWatch watch;
    auto file = open(&watch);
    for (int round = 0; round < 3; ++round) {
        const QByteArray text = "FROM round" + QByteArray::number(round) + "\n";
        QVERIFY(put(m_dir->filePath("new"), text));
        QCOMPARE(::rename(QFile::encodeName(m_dir->filePath("new")).constData(),
                          QFile::encodeName(path()).constData()),
                 0);
        QTRY_COMPARE(textOf(*file), text);
    }
    QVERIFY(put(path(), "in place\n"));
    QTRY_COMPARE(textOf(*file), QByteArray("in place\n"));
}

void TestOpenFile::hundredChanges()
{
    DiskWatch watch;
    auto file = open(&watch);
    QSignalSpy touched(&watch, &DiskWatch::touched);
    for (int round = 0; round < 100; ++round) {
        QVERIFY(put(path(), "FROM x\nRUN " + QByteArray::number(round)));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(textOf(*file), QByteArray("FROM x\nRUN 99"));
    QVERIFY2(touched.size() < 20, qPrintable(QString::number(touched.size())));
}

void TestOpenFile::readOnlyIsSaid()
{
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadOther | QFile::ReadGroup);
    QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7777));
    const int said = inChild(becomeNobody, [&] {
        auto file = OpenFile::open(path(), {});
        if (!file || !has(**file, NoticeKind::ReadOnly))
            return 0;
        type(**file, "X");
        return (*file)->save() == SaveResult::Refused && has(**file, NoticeKind::SaveFailed)
                && (*file)->needsSaving()
            ? 1
            : 2;
    });
    QCOMPARE(said, 1);
    QCOMPARE(contentOf(path()), QByteArray("FROM a\nRUN b\n"));
}

void TestOpenFile::binaryIsSaid()
{
    QVERIFY(put(path(),
                QByteArray("\x7f"
                           "ELF\0\0",
                           6)));
    QVERIFY(has(*open(), NoticeKind::Binary));
}

void TestOpenFile::largeIsTextOnly()
{
    QVERIFY(put(path(), QByteArray("RUN something quite long\n").repeated(250'000)));
    auto file = open();
    QVERIFY(file->isTextOnly());
    QVERIFY(has(*file, NoticeKind::Large));
}

void TestOpenFile::secondWindowIsSaid()
{
    auto first = open();
    QVERIFY(first->notices().empty());
    QVERIFY(has(*open(), NoticeKind::OtherWindow));
    first.reset();
    QVERIFY(open()->notices().empty());
}

QTEST_GUILESS_MAIN(TestOpenFile)
#include "tst_open_file.moc"
