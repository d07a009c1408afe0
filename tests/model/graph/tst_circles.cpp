// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/graph/circles.h"

#include <QTest>

using namespace drydock;

class TestCircles : public QObject {
    Q_OBJECT

private slots:
    void circlesAreTold_data();
    void circlesAreTold();
};

void TestCircles::circlesAreTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("circles");

    QTest::newRow("none") << QByteArray("FROM scratch AS a\nFROM a AS b\nCOPY --from=a x y\n")
                          << QByteArray();
    QTest::newRow("two stages") << QByteArray("FROM scratch AS a\nCOPY --from=b x y\nFROM a AS b\n")
                                << QByteArray("a b");
    QTest::newRow("a stage that needs itself")
        << QByteArray("FROM scratch AS a\nCOPY --from=a x y\n") << QByteArray("a");
    QTest::newRow("the shortest of two ways")
        << QByteArray("FROM scratch AS a\nCOPY --from=c x y\nFROM a AS b\nFROM b AS c\nCOPY --from=a x y\n")
        << QByteArray("a c; a b c");
    QTest::newRow("two apart, what leads there is not told")
        << QByteArray("FROM scratch AS z\nFROM z AS a\nCOPY --from=b x y\nFROM a AS b\n"
                      "FROM scratch AS c\nCOPY --from=d x y\nFROM c AS d\nFROM d\n")
        << QByteArray("a b; c d");
}

void TestCircles::circlesAreTold()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, circles);
    const auto analysis = analyse(SourceText(text.toStdString()));
    QByteArrayList told;
    for (const auto &circle : circlesOf(analysis->graph)) {
        QByteArrayList names;
        for (const NodeIndex node : circle)
            names << QByteArray::fromStdString(analysis->graph.nodes[node.value].label());
        told << names.join(' ');
    }
    QCOMPARE(told.join("; "), circles);
}

QTEST_GUILESS_MAIN(TestCircles)
#include "tst_circles.moc"
