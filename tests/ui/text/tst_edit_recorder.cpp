// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/edit_recorder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace drydock;
using drydock::ui::EditRecorder;

class TestEditRecorder : public QObject {
    Q_OBJECT

private slots:
    void sumsUp_data();
    void sumsUp();
};

static std::size_t below(QRandomGenerator &random, std::size_t bound)
{
    return bound == 0 ? 0 : static_cast<std::size_t>(random.bounded(static_cast<quint32>(bound)));
}

void TestEditRecorder::sumsUp_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestEditRecorder::sumsUp()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    std::string before;
    for (int i = 0; i < 60; ++i)
        before += static_cast<char>('a' + random.bounded(26));
    std::string now = before;
    EditRecorder recorder(before.size());
    for (int i = 0; i < 40; ++i) {
        const std::size_t at = below(random, now.size() + 1);
        if (random.bounded(2) == 0) {
            const std::string added(1 + below(random, 3), static_cast<char>('A' + random.bounded(26)));
            recorder.insert(at, added);
            now.insert(at, added);
        } else {
            const std::size_t end = std::min(now.size(), at + below(random, 6));
            recorder.remove({at, end});
            now.erase(at, end - at);
        }
    }
    const EditSet edits = recorder.edits();
    QCOMPARE(edits.applyTo(before), now);
    QCOMPARE(edits.inverse(before).applyTo(now), before);
}

QTEST_GUILESS_MAIN(TestEditRecorder)
#include "tst_edit_recorder.moc"
