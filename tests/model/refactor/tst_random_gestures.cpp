// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/gesture_case.h"
#include "tests/model/refactor/random_gesture.h"

#include <QDir>
#include <QRandomGenerator>

using namespace drydock;

namespace {

constexpr int gesturesPerFile = 10; // Accepted ones.
constexpr int triesPerFile = 120;

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Gestures that chance chooses, one after the other, on files that nobody made for it.
class TestRandomGestures : public QObject {
    Q_OBJECT

private slots:
    void onRealFiles_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 50; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void onRealFiles()
    {
        QFETCH(quint32, seed);
        const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles"));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        if (names.isEmpty())
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        QRandomGenerator random(seed);
        // One file in three is taken for its stages: most files have only one.
        QByteArray text;
        do {
            text = readFile(folder.filePath(names[random.bounded(int(names.size()))]));
        } while (text.size() > 20000 || (seed % 3 != 0 && text.toUpper().count("\nFROM ") < 2));
        play(text, random);
    }

    void onSamples_data()
    {
        QTest::addColumn<QString>("path");
        const QDir samples(QStringLiteral(DRYDOCK_SOURCE_DIR "/resources/samples"));
        for (const QString &folder : samples.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            const QDir sample(samples.filePath(folder));
            for (const QString &name :
                 sample.entryList({QStringLiteral("Dockerfile*")}, QDir::Files, QDir::Name))
                QTest::addRow("%s/%s", qPrintable(folder), qPrintable(name)) << sample.filePath(name);
        }
    }
    void onSamples()
    {
        QFETCH(QString, path);
        QRandomGenerator random(1);
        play(readFile(path), random);
    }

    void onOddFiles_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 100; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void onOddFiles()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        play(QByteArray::fromStdString(oddFile(diceOf(random))), random);
    }

    void cleanupTestCase()
    {
        // A test that is refused everything proves nothing.
        QVERIFY2(m_accepted >= 500 || m_tried == 0, qPrintable(QString::number(m_accepted)));
        qInfo("%d gestures accepted of %d tried", m_accepted, m_tried);
    }

private:
    static Dice diceOf(QRandomGenerator &random)
    {
        return [&random](std::size_t bound) { return std::size_t(random.bounded(quint32(bound))); };
    }

    void play(QByteArray text, QRandomGenerator &random)
    {
        const QByteArray start = text;
        QList<EditSet> undo;
        for (int accepted = 0, tries = 0; accepted < gesturesPerFile && tries < triesPerFile; ++tries) {
            const GestureCase file(text);
            if (file.syntax().stages.empty())
                return;
            const TriedGesture tried = tryGesture(file.context(), diceOf(random));
            ++m_tried;
            const std::string broken = brokenPromise(file.context(), tried);
            if (!broken.empty()) {
                QFAIL(
                    qPrintable(QStringLiteral("%1: %2\n--- before\n%3\n--- after\n%4")
                                   .arg(QString::fromStdString(tried.words), QString::fromStdString(broken),
                                        QString::fromUtf8(text), QString::fromUtf8(file.after(tried.plan)))));
            }
            if (!tried.plan)
                continue;
            ++accepted;
            ++m_accepted;
            const QByteArray edited
                = QByteArray::fromStdString(tried.plan->edits.applyTo(text.toStdString()));
            undo.prepend(tried.plan->edits.inverse(text.toStdString()));
            text = edited;
        }
        for (const EditSet &edits : undo)
            text = QByteArray::fromStdString(edits.applyTo(text.toStdString()));
        QCOMPARE(text, start);
    }

    int m_accepted = 0;
    int m_tried = 0;
};

QTEST_GUILESS_MAIN(TestRandomGestures)
#include "tst_random_gestures.moc"
