// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/path_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock::app;

class TestPathStore : public QObject {
    Q_OBJECT

private slots:
    void keepsByFile();
    void sameFileByAnotherRoad();
    void emptyForgets();
    void filesWithoutAPlaceKeepNothing();
};

namespace {

QString makeFile(const QTemporaryDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write("FROM scratch\n");
    return file.fileName();
}

} // namespace

void TestPathStore::keepsByFile()
{
    const QTemporaryDir folder;
    const QString first = makeFile(folder, QStringLiteral("Dockerfile"));
    const QString second = makeFile(folder, QStringLiteral("web.Dockerfile"));
    const PathStore store(folder.filePath(QStringLiteral("pins")));
    store.keep(first, "one");
    store.keep(second, "two");
    QCOMPARE(store.bytesOf(first), QByteArray("one"));
    QCOMPARE(store.bytesOf(second), QByteArray("two"));
    // Nothing appears beside the Dockerfile.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

void TestPathStore::sameFileByAnotherRoad()
{
    const QTemporaryDir folder;
    const QString path = makeFile(folder, QStringLiteral("Dockerfile"));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(path, link));
    const PathStore store(folder.filePath(QStringLiteral("pins")));
    store.keep(path, "one");
    QCOMPARE(store.bytesOf(link), QByteArray("one"));
}

void TestPathStore::emptyForgets()
{
    const QTemporaryDir folder;
    const QString path = makeFile(folder, QStringLiteral("Dockerfile"));
    const PathStore store(folder.filePath(QStringLiteral("pins")));
    store.keep(path, "one");
    store.keep(path, {});
    QCOMPARE(store.bytesOf(path), QByteArray());
    QVERIFY(QDir(folder.filePath(QStringLiteral("pins"))).entryList(QDir::Files).isEmpty());
}

void TestPathStore::filesWithoutAPlaceKeepNothing()
{
    const QTemporaryDir folder;
    const PathStore store(folder.filePath(QStringLiteral("pins")));
    store.keep({}, "one");
    QCOMPARE(store.bytesOf({}), QByteArray());
}

QTEST_GUILESS_MAIN(TestPathStore)
#include "tst_path_store.moc"
