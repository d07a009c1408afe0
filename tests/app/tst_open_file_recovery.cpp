// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_file_words.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace drydock;
using namespace drydock::app;

class TestOpenFileRecovery : public QObject {
    Q_OBJECT

private slots:
    void init();
    void crashIsRecovered();
    void recoveryOfChangedFile();
    void recoveryIsNotOfferedForSameText();
    void unansweredRecoveryStays();
    void unansweredRecoveryIsNotWrittenOver();
    void damagedRecovery();
    void discardedRecoveryIsGone();
    void savedFileLeavesNoRecovery();

private:
    std::unique_ptr<OpenFile> open()
    {
        auto file = OpenFile::open(path(), {nullptr, &*m_store});
        return file ? std::move(*file) : nullptr;
    }
    QString path() const { return m_dir->filePath("Dockerfile"); }
    /// As if another Drydock had crashed with `text` unsaved.
    QString leaveRecovery(const std::string &text, const std::string &disk) const
    {
        RecoveryRecord record;
        record.path = QFile::encodeName(path()).toStdString();
        record.diskHash = contentHash(disk);
        record.savedAt = 1'700'000'000'000;
        record.owner = {1, 2, "no-such-boot"};
        record.text = text;
        const QString file = m_store->newFileFor(path());
        return m_store->write(file, record) ? file : QString();
    }
    QStringList recoveries() const { return QDir(m_store->folder()).entryList({"*.recovery"}, QDir::Files); }

    std::optional<QTemporaryDir> m_dir;
    std::optional<RecoveryStore> m_store;
};

void TestOpenFileRecovery::init()
{
    m_dir.emplace();
    m_store.emplace(m_dir->filePath("state/recovery"));
    QVERIFY(put(path(), "FROM a\nRUN b\n"));
}

void TestOpenFileRecovery::crashIsRecovered()
{
    QVERIFY(!leaveRecovery("FROM a\nRUN b\nlost\n", "FROM a\nRUN b\n").isEmpty());
    auto file = open();
    QVERIFY(textOf(*file, NoticeKind::Recovery).startsWith("Recover unsaved changes from"));
    QCOMPARE(textOf(*file), QByteArray("FROM a\nRUN b\n"));
    QCOMPARE(recoveries().size(), 1);
    file->answer(NoticeKind::Recovery, NoticeAction::Recover);
    QCOMPARE(textOf(*file), QByteArray("FROM a\nRUN b\nlost\n"));
    QVERIFY(file->notices().empty());
    QVERIFY(file->needsSaving());
    QCOMPARE(contentOf(path()), QByteArray("FROM a\nRUN b\n"));
    QCOMPARE(recoveries().size(), 1); // Ours now: a second crash loses nothing either.
    file->document().undoStack().undo();
    QVERIFY(!file->needsSaving());
}

void TestOpenFileRecovery::recoveryOfChangedFile()
{
    QVERIFY(!leaveRecovery("lost\n", "what was there then").isEmpty());
    auto file = open();
    QVERIFY(textOf(*file, NoticeKind::Recovery).contains("changed by another program"));
    QSignalSpy compared(file.get(), &OpenFile::compareRequested);
    file->answer(NoticeKind::Recovery, NoticeAction::Compare);
    QCOMPARE(compared.size(), 1);
    QVERIFY(has(*file, NoticeKind::Recovery));
}

void TestOpenFileRecovery::recoveryIsNotOfferedForSameText()
{
    QVERIFY(!leaveRecovery("FROM a\nRUN b\n", "older").isEmpty());
    QVERIFY(open()->notices().empty());
    QCOMPARE(recoveries().size(), 0);
}

void TestOpenFileRecovery::unansweredRecoveryStays()
{
    QVERIFY(!leaveRecovery("lost\n", "x").isEmpty());
    open().reset();
    QCOMPARE(recoveries().size(), 1);
    QVERIFY(has(*open(), NoticeKind::Recovery));
}

void TestOpenFileRecovery::unansweredRecoveryIsNotWrittenOver()
{
    const QString kept = leaveRecovery("lost\n", "x");
    auto file = open();
    type(*file, "new work\n");
    QVERIFY(file->keepForRecovery());
    QCOMPARE(recoveries().size(), 2);
    QCOMPARE(file->save(), SaveResult::Saved);
    QCOMPARE(recoveries().size(), 1);
    QVERIFY(contentOf(kept).endsWith("lost\n"));
}

void TestOpenFileRecovery::damagedRecovery()
{
    const QString kept = leaveRecovery("a long text that is lost\n", "x");
    QVERIFY(QFile::resize(kept, QFileInfo(kept).size() - 10));
    auto file = open();
    QVERIFY(textOf(*file, NoticeKind::Recovery).contains("damaged"));
    file->answer(NoticeKind::Recovery, NoticeAction::Recover);
    QCOMPARE(textOf(*file), QByteArray("a long text tha"));
}

void TestOpenFileRecovery::discardedRecoveryIsGone()
{
    QVERIFY(!leaveRecovery("older\n", "x").isEmpty());
    QVERIFY(!leaveRecovery("lost\n", "x").isEmpty());
    auto file = open();
    file->answer(NoticeKind::Recovery, NoticeAction::Discard);
    QVERIFY(has(*file, NoticeKind::Recovery)); // One at a time.
    QCOMPARE(recoveries().size(), 1);
    file->answer(NoticeKind::Recovery, NoticeAction::Discard);
    QVERIFY(file->notices().empty());
    QCOMPARE(recoveries().size(), 0);
}

void TestOpenFileRecovery::savedFileLeavesNoRecovery()
{
    auto file = open();
    type(*file, "X");
    QVERIFY(file->keepForRecovery());
    QCOMPARE(recoveries().size(), 1);
    QCOMPARE(file->save(), SaveResult::Saved);
    QCOMPARE(recoveries().size(), 0);
}

QTEST_GUILESS_MAIN(TestOpenFileRecovery)
#include "tst_open_file_recovery.moc"
