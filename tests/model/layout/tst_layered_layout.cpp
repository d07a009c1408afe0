// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layered_layout.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <fstream>
#include <set>

using namespace drydock;

Q_DECLARE_METATYPE(drydock::LayoutDirection)

namespace {

struct Rect {
    double left, top, right, bottom;

    bool overlaps(const Rect &other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    Rect shrunk(double by) const { return {left + by, top + by, right - by, bottom - by}; }
};

Rect rectOf(Point centre, double width, double height)
{
    return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}

/// Liang and Barsky's clipping: does the segment share a point with the rectangle?
bool touches(const Rect &rect, Point a, Point b)
{
    double from = 0;
    double to = 1;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const std::pair<double, double> sides[]
        = {{-dx, a.x - rect.left}, {dx, rect.right - a.x}, {-dy, a.y - rect.top}, {dy, rect.bottom - a.y}};
    for (const auto &[p, q] : sides) {
        if (p == 0) {
            if (q < 0)
                return false;
        } else if (p < 0) {
            from = std::max(from, q / p);
        } else {
            to = std::min(to, q / p);
        }
    }
    return from <= to;
}

bool isOnBorder(const Rect &rect, Point point)
{
    constexpr double tolerance = 0.01;
    const bool inside = point.x >= rect.left - tolerance && point.x <= rect.right + tolerance
        && point.y >= rect.top - tolerance && point.y <= rect.bottom + tolerance;
    const Rect inner = rect.shrunk(tolerance);
    return inside
        && !(point.x > inner.left && point.x < inner.right && point.y > inner.top && point.y < inner.bottom);
}

/// \returns the first broken promise as a sentence, or nothing.
QString brokenPromise(const LayoutInput &input, const LayoutResult &result)
{
    if (result.centres.size() != input.boxes.size() || result.routes.size() != input.arrows.size()
        || result.labelCentres.size() != input.arrows.size())
        return QStringLiteral("something is missing");
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < input.boxes.size(); ++i) {
        boxes.push_back(rectOf(result.centres[i], input.boxes[i].width, input.boxes[i].height));
        const Rect &box = boxes.back();
        if (!(box.left >= -0.01 && box.top >= -0.01 && box.right <= result.width + 0.01
              && box.bottom <= result.height + 0.01))
            return QStringLiteral("box %1 is outside").arg(i);
    }
    std::vector<Rect> labels;
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        const LayoutArrow &arrow = input.arrows[i];
        if (arrow.labelWidth > 0 && arrow.source != arrow.target)
            labels.push_back(rectOf(result.labelCentres[i], arrow.labelWidth, arrow.labelHeight));
    }
    std::vector<Rect> solid = boxes;
    solid.insert(solid.end(), labels.begin(), labels.end());
    for (std::size_t i = 0; i < solid.size(); ++i) {
        for (std::size_t j = i + 1; j < solid.size(); ++j) {
            if (solid[i].overlaps(solid[j]))
                return QStringLiteral("boxes or labels %1 and %2 overlap").arg(i).arg(j);
        }
    }
    for (std::size_t i = 0; i < input.arrows.size(); ++i) {
        const auto &route = result.routes[i];
        if (route.size() < 2)
            return QStringLiteral("arrow %1 has no route").arg(i);
        if (!isOnBorder(boxes[input.arrows[i].source], route.front())
            || !isOnBorder(boxes[input.arrows[i].target], route.back()))
            return QStringLiteral("arrow %1 does not begin or end at a border").arg(i);
        for (std::size_t k = 1; k < route.size(); ++k) {
            for (std::size_t box = 0; box < boxes.size(); ++box) {
                const bool isOwn = box == input.arrows[i].source || box == input.arrows[i].target;
                if (touches(boxes[box].shrunk(isOwn ? 0.5 : -2), route[k - 1], route[k]))
                    return QStringLiteral("arrow %1 runs over box %2").arg(i).arg(box);
            }
        }
    }
    return {};
}

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

std::size_t below(QRandomGenerator &random, std::size_t bound)
{
    return random.bounded(quint32(bound));
}

LayoutInput randomInput(quint32 seed)
{
    QRandomGenerator random(seed);
    LayoutInput input;
    input.direction = seed % 2 == 0 ? LayoutDirection::LeftToRight : LayoutDirection::TopToBottom;
    const std::size_t boxes = 1 + below(random, seed % 10 == 0 ? 60 : 14);
    for (std::size_t i = 0; i < boxes; ++i)
        input.boxes.push_back({40.0 + random.bounded(260), 20.0 + random.bounded(150)});
    const std::size_t arrows = below(random, boxes * 2 + 1);
    const bool mayCycle = seed % 3 == 0;
    for (std::size_t i = 0; i < arrows; ++i) {
        std::size_t source = below(random, boxes);
        std::size_t target = below(random, boxes);
        if (!mayCycle && source >= target)
            std::swap(source, target);
        if (!mayCycle && source == target)
            continue;
        const bool hasLabel = random.bounded(3) == 0;
        input.arrows.push_back(
            {source, target, hasLabel ? 30.0 + random.bounded(150) : 0, hasLabel ? 20.0 : 0});
    }
    return input;
}

QString sharedFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("DRYDOCK_SHARED");
    return fromEnvironment.isEmpty() ? QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared") : fromEnvironment;
}

/// Reads drydock-layout-graph/1. Boxes come in file order: stages, then external images, as in StageGraph.
LayoutInput readGraph(const QString &path, LayoutDirection direction)
{
    std::ifstream stream(path.toStdString());
    const auto json = nlohmann::json::parse(stream);
    LayoutInput input;
    input.direction = direction;
    std::map<std::string, std::size_t> indexOf;
    for (const bool stages : {true, false}) {
        for (const auto &node : json["nodes"]) {
            if ((node["kind"] == "stage") != stages)
                continue;
            indexOf[node["id"]] = input.boxes.size();
            input.boxes.push_back({node["w"], node["h"]});
        }
    }
    for (const auto &edge : json["edges"])
        input.arrows.push_back({indexOf.at(edge["source"]), indexOf.at(edge["target"]), 0, 0});
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
    void knownBoxesKeepTheirOrder();
    void realGraphs_data();
    void realGraphs();
    void bigGraphsTakeLessThanASecond_data();
    void bigGraphsTakeLessThanASecond();
};

void TestLayeredLayout::nothing()
{
    const LayoutResult result = LayeredLayout().arrange({}, {});
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
    const LayoutResult result = LayeredLayout().arrange(input, {});
    QCOMPARE(brokenPromise(input, result), QString());

    const LayoutResult again = LayeredLayout().arrange(input, {});
    QVERIFY(again.centres == result.centres);
    QVERIFY(again.routes == result.routes);

    std::vector<Point> previous = result.centres;
    input.boxes.push_back({100, 50});
    previous.push_back({std::nan(""), 0});
    input.arrows.push_back({0, input.boxes.size() - 1, 0, 0});
    QCOMPARE(brokenPromise(input, LayeredLayout().arrange(input, previous)), QString());
}

void TestLayeredLayout::imageStandsBeforeItsFirstUser()
{
    // 0 → 1 → 2 → 3, and image 4 is used by 2 and 3.
    LayoutInput input {{{200, 90}, {200, 90}, {200, 90}, {200, 90}, {180, 44}},
                       {{0, 1, 0, 0}, {1, 2, 0, 0}, {2, 3, 0, 0}, {4, 2, 0, 0}, {4, 3, 0, 0}},
                       LayoutDirection::LeftToRight};
    const LayoutResult result = LayeredLayout().arrange(input, {});
    QVERIFY(result.centres[4].x > result.centres[0].x + 200);
    QVERIFY(result.centres[4].x < result.centres[2].x - 200);
}

void TestLayeredLayout::knownBoxesKeepTheirOrder()
{
    LayoutInput input {
        {{200, 90}, {200, 90}, {200, 90}}, {{0, 2, 0, 0}, {1, 2, 0, 0}}, LayoutDirection::LeftToRight};
    const LayoutResult upsideDown = LayeredLayout().arrange(input, {{100, 300}, {100, 45}, {400, 150}});
    QVERIFY(upsideDown.centres[0].y > upsideDown.centres[1].y);
    const LayoutResult fresh = LayeredLayout().arrange(input, {});
    QVERIFY(fresh.centres[0].y < fresh.centres[1].y);
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
    double milliseconds = 0;
    for (const QString &file : files) {
        const LayoutInput input = readGraph(folder.filePath(file), direction);
        QElapsedTimer timer;
        timer.start();
        const LayoutResult result = LayeredLayout().arrange(input, {});
        const double elapsed = double(timer.nsecsElapsed()) / 1e6;
        milliseconds += elapsed;
        const QString broken = brokenPromise(input, result);
        QVERIFY2(broken.isEmpty(), qPrintable(file + QStringLiteral(": ") + broken));
        const std::size_t crossings = crossingsOf(result);
        total += crossings;
        if (crossings > 3) {
            qInfo("%4zu crossings %7.1f ms  %5.0f × %5.0f  %s", crossings, elapsed, result.width,
                  result.height, qPrintable(file.left(60)));
        }
    }
    qInfo("%zu crossings in %d graphs, %.1f ms", total, int(files.size()), milliseconds);
}

void TestLayeredLayout::bigGraphsTakeLessThanASecond_data()
{
    QTest::addColumn<int>("boxes");
    QTest::addColumn<int>("reach"); // How far back an arrow goes.
    QTest::newRow("500 near") << 500 << 20;
    QTest::newRow("2000 near") << 2000 << 20;
    QTest::newRow("2000 far") << 2000 << 2000;
    QTest::newRow("2000 alone") << 2000 << 0;
}

void TestLayeredLayout::bigGraphsTakeLessThanASecond()
{
    QFETCH(int, boxes);
    QFETCH(int, reach);
    QRandomGenerator random(7);
    LayoutInput input;
    for (int i = 0; i < boxes; ++i) {
        input.boxes.push_back({220, 96});
        for (int k = 0; k < 2 && i > 0 && reach > 0; ++k) {
            const int back = 1 + random.bounded(std::min(i, reach));
            input.arrows.push_back({std::size_t(i - back), std::size_t(i), 0, 0});
        }
    }
    QElapsedTimer timer;
    timer.start();
    const LayoutResult result = LayeredLayout().arrange(input, {});
    const auto elapsed = timer.elapsed();
    qInfo("%lld ms", static_cast<long long>(elapsed));
    QCOMPARE(result.centres.size(), input.boxes.size());
#ifdef __OPTIMIZE__
    constexpr int allowed = 1'000;
#else
    constexpr int allowed = 15'000; // A debug build on a busy machine: only to see that nothing explodes.
#endif
    QVERIFY(elapsed < allowed);
}

QTEST_GUILESS_MAIN(TestLayeredLayout)
#include "tst_layered_layout.moc"
