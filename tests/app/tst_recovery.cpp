// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recovery_journal.h"
#include "app/recovery_store.h"
#include "odd_files.h"

#include <sys/stat.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock;
using namespace drydock::app;

namespace {

RecoveryRecord someRecord()
{
    RecoveryRecord record;
    record.path = "/home/\xff"
                  "x/Dockerfile\n";
    record.diskHash = contentHash("FROM a\n");
    record.savedAt = 1'700'000'000'123;
    record.owner = {1, 2, "no-such-boot"};
    record.text = "FROM b\r\n\xff";
    record.text.push_back('\0');
    return record;
}

void type(Document &document, const std::string &text)
{
    document.apply(EditSet::replacing({document.text().size(), document.text().size()}, text), Origin::Text,
                   "Typing");
}

} // namespace

class TestRecovery : public QObject {
    Q_OBJECT

private slots:
    void init() { QDir(m_dir.filePath("state")).removeRecursively(); }
    void recordSurvives_data() { addOddFiles(); }
    void recordSurvives();
    void recordCutAtEachLength();
    void recordDamagedAtEachByte();
    void livingProcessIsNoOrphan();
    void orphansBelongToTheirFile();
    void sameFileByAnotherName();
    void onlyOwnerMayRead();
    void brokenRecordIsFound();
    void journalWritesAfterChange();
    void journalForgetsWhenUndone();
    void journalFollowsItsFile();
    void journalReportsUnwritableFolder();
    void secondLockFails();
    void stateFolderFollowsXdg();

private:
    RecoveryStore store() const { return RecoveryStore(m_dir.filePath("state/drydock/recovery")); }
    QStringList files() const { return QDir(store().folder()).entryList({"*.recovery"}, QDir::Files); }

    QTemporaryDir m_dir;
};

void TestRecovery::recordSurvives()
{
    QFETCH(QByteArray, bytes);
    RecoveryRecord record = someRecord();
    record.text = bytes.toStdString();
    const auto back = RecoveryRecord::decoded(record.encoded());
    QVERIFY(back);
    QVERIFY(back->isWhole);
    QCOMPARE(back->path, record.path);
    QCOMPARE(back->diskHash, record.diskHash);
    QCOMPARE(back->savedAt, record.savedAt);
    QCOMPARE(back->owner, record.owner);
    QCOMPARE(back->text, record.text);
}

void TestRecovery::recordCutAtEachLength()
{
    const RecoveryRecord record = someRecord();
    const std::string bytes = record.encoded();
    const std::size_t header = bytes.size() - record.text.size();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const auto back = RecoveryRecord::decoded(std::string_view(bytes).substr(0, length));
        QCOMPARE(back.has_value(), length >= header);
        if (back) {
            QVERIFY(!back->isWhole);
            QCOMPARE(back->text, record.text.substr(0, length - header));
            QCOMPARE(back->path, record.path);
        }
    }
}

void TestRecovery::recordDamagedAtEachByte()
{
    const std::string bytes = someRecord().encoded();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = char(damaged[at] ^ 0x15);
        const auto back = RecoveryRecord::decoded(damaged);
        QVERIFY2(!back || !back->isWhole, qPrintable(QString::number(at)));
    }
}

void TestRecovery::livingProcessIsNoOrphan()
{
    RecoveryRecord record = someRecord();
    record.owner = ProcessIdentity::ofThisProcess();
    QVERIFY(record.owner.isAlive());
    QVERIFY(store().write(store().newFileFor("/x/Dockerfile"), record));
    QVERIFY(store().orphans().empty());
    record.owner.startTime += 1; // The same number, but another program.
    QVERIFY(store().write(store().newFileFor("/x/Dockerfile"), record));
    QCOMPARE(store().orphans().size(), 1U);
}

void TestRecovery::orphansBelongToTheirFile()
{
    QVERIFY(store().write(store().newFileFor("/x/Dockerfile"), someRecord()));
    QVERIFY(store().write(store().newFileFor("/y/Dockerfile"), someRecord()));
    QVERIFY(store().write(store().newFileFor({}), someRecord()));
    QCOMPARE(store().orphans().size(), 3U);
    QCOMPARE(store().orphansOf("/x/Dockerfile").size(), 1U);
    QCOMPARE(store().orphansOf("/z/Dockerfile").size(), 0U);
}

void TestRecovery::sameFileByAnotherName()
{
    QVERIFY(put(m_dir.filePath("real"), "x"));
    QFile::remove(m_dir.filePath("alias"));
    QVERIFY(QFile::link(m_dir.filePath("real"), m_dir.filePath("alias")));
    QVERIFY(store().write(store().newFileFor(m_dir.filePath("alias")), someRecord()));
    QCOMPARE(store().orphansOf(m_dir.filePath("real")).size(), 1U);
}

void TestRecovery::onlyOwnerMayRead()
{
    const mode_t old = ::umask(0);
    const QString file = store().newFileFor("/x");
    const bool ok = store().write(file, someRecord());
    ::umask(old);
    QVERIFY(ok);
    struct stat status { };
    QCOMPARE(::stat(QFile::encodeName(file).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
    QCOMPARE(::stat(QFile::encodeName(store().folder()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0700U);
}

void TestRecovery::brokenRecordIsFound()
{
    const QString file = store().newFileFor("/x");
    QVERIFY(store().write(file, someRecord()));
    QVERIFY(put(file, "drydock reco"));
    const auto found = store().orphansOf("/x");
    QCOMPARE(found.size(), 1U);
    QVERIFY(!found.front().record);
}

void TestRecovery::journalWritesAfterChange()
{
    const RecoveryStore where = store();
    Document document;
    document.reset("FROM a\n");
    RecoveryJournal journal(document, where);
    journal.setPath("/x/Dockerfile");
    type(document, "RUN b\n");
    QTRY_COMPARE_WITH_TIMEOUT(files().size(), 1, 1000); // The promise: at most a second.
    const auto record
        = RecoveryRecord::decoded(contentOf(where.folder() + "/" + files().front()).toStdString());
    QVERIFY(record && record->isWhole);
    QCOMPARE(record->text, std::string("FROM a\nRUN b\n"));
    QCOMPARE(record->path, std::string("/x/Dockerfile"));
    QCOMPARE(record->diskHash, contentHash("FROM a\n"));
    type(document, "RUN c\n");
    const auto isNewer
        = [&] { return contentOf(where.folder() + "/" + files().front()).endsWith("RUN c\n"); };
    QTRY_VERIFY_WITH_TIMEOUT(isNewer(), 1000);
    QCOMPARE(files().size(), 1);
}

void TestRecovery::journalForgetsWhenUndone()
{
    const RecoveryStore where = store();
    Document document;
    document.reset("FROM a\n");
    RecoveryJournal journal(document, where);
    type(document, "x");
    QVERIFY(journal.writeNow());
    QCOMPARE(files().size(), 1);
    document.undoStack().undo();
    QCOMPARE(files().size(), 0);
}

void TestRecovery::journalFollowsItsFile()
{
    const RecoveryStore where = store();
    Document document;
    RecoveryJournal journal(document, where);
    type(document, "x");
    QVERIFY(journal.writeNow());
    journal.setPath("/x/Dockerfile");
    QVERIFY(journal.writeNow());
    QCOMPARE(files().size(), 1);
    QVERIFY(!files().front().startsWith("untitled"));
}

void TestRecovery::journalReportsUnwritableFolder()
{
    QVERIFY(put(m_dir.filePath("state"), "a file where the folder should be"));
    const RecoveryStore where = store();
    Document document;
    RecoveryJournal journal(document, where);
    QSignalSpy failed(&journal, &RecoveryJournal::failed);
    type(document, "x");
    QVERIFY(!journal.writeNow());
    QVERIFY(!journal.writeNow());
    QCOMPARE(failed.size(), 1);
    QFile::remove(m_dir.filePath("state"));
    QSignalSpy worked(&journal, &RecoveryJournal::worked);
    QVERIFY(journal.writeNow());
    QCOMPARE(worked.size(), 1);
}

void TestRecovery::secondLockFails()
{
    qint64 pid = 0;
    auto first = store().lock("/x/Dockerfile", &pid);
    QVERIFY(first);
    QVERIFY(!store().lock("/x/Dockerfile", &pid));
    QCOMPARE(pid, qint64(::getpid()));
    QVERIFY(store().lock("/y/Dockerfile", &pid));
    first.reset();
    QVERIFY(store().lock("/x/Dockerfile", &pid));
}

void TestRecovery::stateFolderFollowsXdg()
{
    qputenv("XDG_STATE_HOME", "/somewhere");
    QCOMPARE(RecoveryStore::defaultFolder(), QString("/somewhere/drydock/recovery"));
    qputenv("XDG_STATE_HOME", "relative");
    QCOMPARE(RecoveryStore::defaultFolder(), QDir::homePath() + "/.local/state/drydock/recovery");
    qunsetenv("XDG_STATE_HOME");
    QCOMPARE(RecoveryStore::defaultFolder(), QDir::homePath() + "/.local/state/drydock/recovery");
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
