// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_reader.h"
#include "app/words.h"
#include "odd_files.h"

#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>

using namespace drydock::app;

class TestFileReader : public QObject {
    Q_OBJECT

private slots:
    void keepsBytes_data() { addOddFiles(); }
    void keepsBytes();
    void refusesWithSentence_data();
    void refusesWithSentence();
    void refusesUnreadableFile();
    void doesNotWaitForPipe();
    void refusesHugeFile();
    void readsFileWithoutSize();
    void saysWhetherWritable();

private:
    QTemporaryDir m_dir;
};

void TestFileReader::keepsBytes()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_dir.filePath("odd");
    QVERIFY(put(path, bytes));
    const auto content = readFile(path);
    QVERIFY(content);
    QCOMPARE(QByteArray::fromStdString(content->bytes), bytes);
    QCOMPARE(looksBinary(content->bytes), bytes.contains('\0'));
}

void TestFileReader::refusesWithSentence_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << m_dir.filePath("missing") << "There is no file";
    QTest::newRow("in a missing folder") << m_dir.filePath("no/such/file") << "There is no file";
    QTest::newRow("folder") << m_dir.path() << "is a folder";
    QTest::newRow("device") << "/dev/zero"
                            << "device or a pipe";
}

void TestFileReader::refusesWithSentence()
{
    QFETCH(QString, path);
    QFETCH(QString, words);
    const auto content = readFile(path);
    QVERIFY(!content);
    QVERIFY2(sentence(content.error()).contains(words), qPrintable(sentence(content.error())));
    QVERIFY(sentence(content.error()).contains(path));
}

void TestFileReader::refusesUnreadableFile()
{
    const QString path = m_dir.filePath("secret");
    QVERIFY(put(path, "FROM x\n"));
    ::chmod(QFile::encodeName(m_dir.path()).constData(), 0755);
    ::chmod(QFile::encodeName(path).constData(), 0000);
    const int refused = inChild(becomeNobody, [&] {
        const auto content = readFile(path);
        return !content && sentence(content.error()).contains("permission") ? 1 : 0;
    });
    QCOMPARE(refused, 1);
}

void TestFileReader::doesNotWaitForPipe()
{
    const QString path = m_dir.filePath("pipe");
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QVERIFY(!readFile(path));
}

void TestFileReader::refusesHugeFile()
{
    const QString path = m_dir.filePath("huge");
    QVERIFY(put(path, ""));
    QVERIFY(QFile::resize(path, qint64(largestFile) + 1)); // A hole: takes no room.
    const auto content = readFile(path);
    QVERIFY(!content);
    QVERIFY2(sentence(content.error()).contains("MB"), qPrintable(sentence(content.error())));
}

void TestFileReader::readsFileWithoutSize()
{
    const auto content = readFile("/proc/self/status");
    QVERIFY(content);
    QVERIFY(content->bytes.size() > 100);
}

void TestFileReader::saysWhetherWritable()
{
    const QString path = m_dir.filePath("locked");
    QVERIFY(put(path, "FROM x\n"));
    QVERIFY(readFile(path)->isWritable);
    ::chmod(QFile::encodeName(m_dir.path()).constData(), 0755);
    ::chmod(QFile::encodeName(path).constData(), 0444);
    QCOMPARE(inChild(becomeNobody, [&] { return readFile(path)->isWritable ? 1 : 0; }), 0);
}

QTEST_GUILESS_MAIN(TestFileReader)
#include "tst_file_reader.moc"
