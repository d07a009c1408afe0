// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layered_layout.h"
#include "model/layout/layout_file.h"
#include "tests/model/layout/layout_checks.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace drydock;
using namespace drydock::test;

Q_DECLARE_METATYPE(drydock::LayoutDirection)

namespace {

/// Proper crossings of segments of different arrows.
std::size_t crossingsOf(const LayoutResult &result)
{
    struct Segment {
        Point a, b;
        std::size_t arrow;
    };
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < result.routes.size(); ++i) {
        for (std::size_t k = 1; k < result.routes[i].size(); ++k)
            segments.push_back({result.routes[i][k - 1], result.routes[i][k], i});
    }
    const auto side
        = [](Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); };
    const auto differ = [](double a, double b) { return (a > 1e-6 && b < -1e-6) || (a < -1e-6 && b > 1e-6); };
    std::size_t count = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        for (std::size_t j = i + 1; j < segments.size(); ++j) {
            const Segment &s = segments[i];
            const Segment &t = segments[j];
            if (s.arrow != t.arrow && differ(side(s.a, s.b, t.a), side(s.a, s.b, t.b))
                && differ(side(t.a, t.b, s.a), side(t.a, t.b, s.b)))
                ++count;
        }
    }
    return count;
}

QString sharedFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("DRYDOCK_SHARED");
    return fromEnvironment.isEmpty() ? QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared") : fromEnvironment;
}

LayoutInput readGraph(const QString &path, LayoutDirection direction)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    LayoutInput input = readLayoutGraph(file.readAll().toStdString(), path.toStdString()).value().input;
    input.direction = direction;
    return input;
}

} // namespace

class TestLayeredLayout : public QObject {
    Q_OBJECT

private slots:
    void nothing();
    void keepsPromises_data();
    void keepsPromises();
    void imageStandsBeforeItsFirstUser();
    void realGraphs_data();
    void realGraphs();
};

void TestLayeredLayout::nothing()
{
    const LayoutResult result = LayeredLayout().arrange({}, {}, {});
    QVERIFY(result.centres.empty());
    QVERIFY(result.routes.empty());
    QCOMPARE(result.width, 0.0);
}

void TestLayeredLayout::keepsPromises_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 300; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestLayeredLayout::keepsPromises()
{
    QFETCH(quint32, seed);
    LayoutInput input = randomInput(seed);
    const LayoutResult result = LayeredLayout().arrange(input, {}, {});
    QCOMPARE(brokenPromise(input, result), QString());

    const LayoutResult again = LayeredLayout().arrange(input, {}, {});
    QVERIFY(again.centres == result.centres);
    QVERIFY(again.routes == result.routes);
}

void TestLayeredLayout::imageStandsBeforeItsFirstUser()
{
    // 0 → 1 → 2 → 3, and image 4 is used by 2 and 3.
    LayoutInput input {{{200, 90}, {200, 90}, {200, 90}, {200, 90}, {180, 44}},
                       {{0, 1, 0, 0}, {1, 2, 0, 0}, {2, 3, 0, 0}, {4, 2, 0, 0}, {4, 3, 0, 0}},
                       LayoutDirection::LeftToRight};
    const LayoutResult result = LayeredLayout().arrange(input, {}, {});
    QVERIFY(result.centres[4].x > result.centres[0].x + 200);
    QVERIFY(result.centres[4].x < result.centres[2].x - 200);
}

void TestLayeredLayout::realGraphs_data()
{
    QTest::addColumn<LayoutDirection>("direction");
    QTest::newRow("left to right") << LayoutDirection::LeftToRight;
    QTest::newRow("top to bottom") << LayoutDirection::TopToBottom;
}

void TestLayeredLayout::realGraphs()
{
    QFETCH(LayoutDirection, direction);
    const QDir folder(sharedFolder() + QStringLiteral("/layout/graphs_real"));
    const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        QSKIP("The real graphs are not here; set DRYDOCK_SHARED to the folder that has layout/graphs_real.");
    std::size_t total = 0;
    for (const QString &file : files) {
        const LayoutInput input = readGraph(folder.filePath(file), direction);
        const LayoutResult result = LayeredLayout().arrange(input, {}, {});
        const QString broken = brokenPromise(input, result);
        QVERIFY2(broken.isEmpty(), qPrintable(file + QStringLiteral(": ") + broken));
        total += crossingsOf(result);
    }
    // The best of dot, dagre and elkjs for each file come to 276 left to right and to 264 top to bottom.
    QVERIFY2(total <= 264, qPrintable(QStringLiteral("%1 crossings").arg(total)));
}

QTEST_GUILESS_MAIN(TestLayeredLayout)
#include "tst_layered_layout.moc"
