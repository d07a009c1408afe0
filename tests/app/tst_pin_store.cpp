// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pin_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock::app;

class TestPinStore : public QObject {
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

void TestPinStore::keepsByFile()
{
    const QTemporaryDir folder;
    const QString first = makeFile(folder, QStringLiteral("Dockerfile"));
    const QString second = makeFile(folder, QStringLiteral("web.Dockerfile"));
    const PinStore store(folder.filePath(QStringLiteral("pins")));
    store.keep(first, "one");
    store.keep(second, "two");
    QCOMPARE(store.pinsOf(first), QByteArray("one"));
    QCOMPARE(store.pinsOf(second), QByteArray("two"));
    // Nothing appears beside the Dockerfile.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

void TestPinStore::sameFileByAnotherRoad()
{
    const QTemporaryDir folder;
    const QString path = makeFile(folder, QStringLiteral("Dockerfile"));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(path, link));
    const PinStore store(folder.filePath(QStringLiteral("pins")));
    store.keep(path, "one");
    QCOMPARE(store.pinsOf(link), QByteArray("one"));
}

void TestPinStore::emptyForgets()
{
    const QTemporaryDir folder;
    const QString path = makeFile(folder, QStringLiteral("Dockerfile"));
    const PinStore store(folder.filePath(QStringLiteral("pins")));
    store.keep(path, "one");
    store.keep(path, {});
    QCOMPARE(store.pinsOf(path), QByteArray());
    QVERIFY(QDir(folder.filePath(QStringLiteral("pins"))).entryList(QDir::Files).isEmpty());
}

void TestPinStore::filesWithoutAPlaceKeepNothing()
{
    const QTemporaryDir folder;
    const PinStore store(folder.filePath(QStringLiteral("pins")));
    store.keep({}, "one");
    QCOMPARE(store.pinsOf({}), QByteArray());
}

QTEST_GUILESS_MAIN(TestPinStore)
#include "tst_pin_store.moc"
