// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/byte_queue.h"
#include "model/engine/fake_engine_client.h"
#include "model/engine/saved_files_job.h"
#include "tests/model/image/made_archive.h"

#include <sys/stat.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace drydock;

namespace {

/// An image with one layer that holds a file of so many bytes.
std::string savedImage(std::size_t bytes)
{
    const std::string layer = madeTar({{"bin/", "", AE_IFDIR}, {"bin/big", std::string(bytes, 'x')}});
    return madeTar(
        {{"l.tar", layer},
         {"c.json",
          "{\"history\":[{\"created_by\":\"COPY . . # buildkit\"}],"
          "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:1\"]}}"},
         {"manifest.json", "[{\"Config\":\"c.json\",\"RepoTags\":[\"a:1\"],\"Layers\":[\"l.tar\"]}]"}});
}

FakeImage imageOf(std::string archive)
{
    FakeImage image;
    image.facts.id = "sha256:a";
    image.facts.tags = {"a:1"};
    image.archive = std::move(archive);
    return image;
}

QByteArray wordsOf(const JobOf<ImageContents> &job)
{
    if (!job.isFinished())
        return "waiting";
    if (!job.result())
        return QByteArray::fromStdString(inEnglish(job.result().error().text));
    QByteArray all;
    for (const FileLayer &layer : job.result()->layers) {
        for (const LayerEntry &entry : layer.entries)
            all += QByteArray::fromStdString(entry.path) + ' ' + QByteArray::number(qulonglong(entry.bytes))
                + ' ';
    }
    return all.trimmed();
}

} // namespace

class TestSavedFiles : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void readsAnImageOfAnEngine()
    {
        FakeEngineClient engine;
        engine.addImage(imageOf(savedImage(3'500'000)));
        const auto job = readFilesOfImage(engine, "a:1");
        QSignalSpy progress(job.get(), &Job::progressed);
        QVERIFY(!job->isFinished());
        QTRY_COMPARE(wordsOf(*job), QByteArray("bin 0 bin/big 3500000"));
        QVERIFY(!progress.isEmpty());
    }

    void readsAnArchiveWithoutAnEngine()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.tar");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(savedImage(5)));
        file.close();
        const auto job = readFilesOfArchive(path.toStdString());
        QTRY_COMPARE(wordsOf(*job), QByteArray("bin 0 bin/big 5"));
        QCOMPARE(job->result()->tags, std::vector<std::string> {"a:1"});
    }

    void readsNoPipe()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("pipe").toStdString();
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        const auto pipe = readFilesOfArchive(path);
        QVERIFY(!pipe->isFinished());
        QTRY_COMPARE(wordsOf(*pipe), QByteArray::fromStdString("There is no file “" + path + "”."));
    }

    void saysWhatTheEngineSays()
    {
        FakeEngineClient engine;
        const auto none = readFilesOfImage(engine, "nosuch:1");
        QTRY_COMPARE(wordsOf(*none), QByteArray("The engine does not hand the image over (status 404)."));
        QVERIFY(none->result().error().detail.find("No such image") != std::string::npos);
        // Without its last pieces: whoever has the whole archive needs no good end.
        engine.addImage(imageOf(savedImage(100'000).substr(0, 60'000)));
        engine.fail("saveImage", {{"The connection broke off.", {}}, {}});
        const auto broken = readFilesOfImage(engine, "a:1");
        QTRY_COMPARE(wordsOf(*broken), QByteArray("The connection broke off."));
    }

    void standsAnyBeginningOfAnArchive()
    {
        const std::string whole = savedImage(100);
        for (std::size_t size = 0; size < whole.size() - 1024; size += 1777) {
            FakeEngineClient engine;
            engine.addImage(imageOf(whole.substr(0, size)));
            const auto job = readFilesOfImage(engine, "a:1");
            QTRY_VERIFY(job->isFinished());
            QVERIFY(!job->result());
        }
    }

    void isDroppedAtOnceAndLeavesNobodyWaiting()
    {
        FakeEngineClient engine;
        engine.addImage(imageOf(savedImage(3'500'000)));
        for (int i = 0; i < 10; ++i) {
            auto job = readFilesOfImage(engine, "a:1");
            QSignalSpy progress(job.get(), &Job::progressed);
            if (i % 2 == 0)
                QTRY_VERIFY(!progress.isEmpty());
            job.reset();
        }
        // All threads are free again: more than there are of them have begun.
        const auto last = readFilesOfImage(engine, "a:1");
        QTRY_COMPARE(wordsOf(*last), QByteArray("bin 0 bin/big 3500000"));
    }

    void holdsTheSenderBackWhenNobodyReads()
    {
        int calls = 0;
        ByteQueue queue([&calls] { ++calls; });
        std::size_t pushed = 0;
        while (queue.push(std::string(65536, 'a')))
            pushed += 65536;
        QVERIFY(pushed < ByteQueue::fullBytes);
        std::string to(100'000, '\0');
        std::size_t read = 0;
        while (calls == 0)
            read += *queue.read(to.data(), to.size());
        QVERIFY(pushed + 65536 - read < ByteQueue::lowBytes);
        QVERIFY(queue.push("b"));
        queue.close();
        while (const std::size_t one = *queue.read(to.data(), to.size()))
            read += one;
        QCOMPARE(read, pushed + 65536 + 1);
        QCOMPARE(calls, 1);
    }

    void wakesAReaderThatWaits()
    {
        ByteQueue queue([] {});
        bool hasEnded = false;
        std::thread reader([&] {
            char to[10];
            hasEnded = !queue.read(to, sizeof to);
        });
        queue.stop();
        reader.join();
        QVERIFY(hasEnded);
    }
};

QTEST_GUILESS_MAIN(TestSavedFiles)
#include "tst_saved_files.moc"
