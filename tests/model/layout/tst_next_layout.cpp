// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the next picture owes to the last one.
#include "model/layout/layered_layout.h"
#include "tests/model/layout/layout_checks.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <optional>
#include <stop_token>

using namespace drydock;
using namespace drydock::test;

Q_DECLARE_METATYPE(drydock::LayoutDirection)

namespace {

using OldBoxOf = std::vector<std::optional<std::size_t>>;

/// A graph as a hand changes it.
struct Edited {
    LayoutInput input;
    OldBoxOf oldBoxOf;
};

Edited unchanged(const LayoutInput &input)
{
    Edited edited {input, {}};
    for (std::size_t i = 0; i < input.boxes.size(); ++i)
        edited.oldBoxOf.emplace_back(i);
    return edited;
}

void removeBox(Edited &edited, std::size_t box)
{
    edited.input.boxes.erase(edited.input.boxes.begin() + std::ptrdiff_t(box));
    edited.oldBoxOf.erase(edited.oldBoxOf.begin() + std::ptrdiff_t(box));
    std::erase_if(edited.input.arrows,
                  [&](const LayoutArrow &arrow) { return arrow.source == box || arrow.target == box; });
    for (LayoutArrow &arrow : edited.input.arrows) {
        arrow.source -= arrow.source > box ? 1 : 0;
        arrow.target -= arrow.target > box ? 1 : 0;
    }
}

/// Puts a new box at place `box` of the file.
void insertBox(Edited &edited, std::size_t box, LayoutBox size)
{
    edited.input.boxes.insert(edited.input.boxes.begin() + std::ptrdiff_t(box), size);
    edited.oldBoxOf.insert(edited.oldBoxOf.begin() + std::ptrdiff_t(box), std::nullopt);
    for (LayoutArrow &arrow : edited.input.arrows) {
        arrow.source += arrow.source >= box ? 1 : 0;
        arrow.target += arrow.target >= box ? 1 : 0;
    }
}

void editAtRandom(Edited &edited, QRandomGenerator &random)
{
    const std::size_t count = edited.input.boxes.size();
    const auto anyBox = [&] { return below(random, edited.input.boxes.size()); };
    switch (random.bounded(5)) {
    case 0: // A stage between two others.
        insertBox(edited, below(random, count + 1), {60.0 + random.bounded(200), 30.0 + random.bounded(120)});
        edited.input.arrows.push_back({anyBox(), anyBox(), 0, 0});
        edited.input.arrows.push_back({anyBox(), anyBox(), 40, 20});
        break;
    case 1:
        edited.input.arrows.push_back({anyBox(), anyBox(), double(random.bounded(2) * 70), 20});
        break;
    case 2:
        if (count > 1)
            removeBox(edited, anyBox());
        break;
    case 3:
        if (!edited.input.arrows.empty())
            edited.input.arrows.erase(edited.input.arrows.begin()
                                      + std::ptrdiff_t(below(random, edited.input.arrows.size())));
        break;
    default: // A card grows or shrinks.
        edited.input.boxes[anyBox()] = {40.0 + random.bounded(300), 20.0 + random.bounded(200)};
    }
}

LayoutResult next(const LayoutInput &before, const LayoutResult &picture, const Edited &after)
{
    return LayeredLayout().arrange(after.input, carryOver(before, picture, after.oldBoxOf, after.input), {});
}

/// The boxes that moved, besides the whole.
std::size_t movedBoxes(const LayoutResult &before, const LayoutResult &after, const OldBoxOf &oldBoxOf)
{
    std::vector<Point> ways;
    for (std::size_t i = 0; i < oldBoxOf.size(); ++i) {
        if (oldBoxOf[i])
            ways.push_back({after.centres[i].x - before.centres[*oldBoxOf[i]].x,
                            after.centres[i].y - before.centres[*oldBoxOf[i]].y});
    }
    std::size_t most = 0;
    for (const Point &whole : ways)
        most = std::max(most, std::size_t(std::count(ways.begin(), ways.end(), whole)));
    return ways.size() - most;
}

/// A pair of boxes that stood in one layer, do so again, and have changed sides; or nothing.
QString changedSides(const LayoutInput &input, const LayoutResult &before, const LayoutResult &after,
                     const OldBoxOf &oldBoxOf)
{
    const auto across = [&](const LayoutResult &picture, std::size_t box) {
        return input.direction == LayoutDirection::LeftToRight ? picture.centres[box].y
                                                               : picture.centres[box].x;
    };
    // Layers may be counted from another one now; a box that is alone in that counts as moved.
    std::vector<long> shifts;
    for (std::size_t i = 0; i < oldBoxOf.size(); ++i)
        shifts.push_back(oldBoxOf[i] ? long(after.layers[i]) - long(before.layers[*oldBoxOf[i]])
                                     : std::numeric_limits<long>::max());
    for (std::size_t i = 0; i < oldBoxOf.size(); ++i) {
        for (std::size_t k = 0; k < oldBoxOf.size(); ++k) {
            if (!oldBoxOf[i] || !oldBoxOf[k] || shifts[i] != shifts[k]
                || before.layers[*oldBoxOf[i]] != before.layers[*oldBoxOf[k]]
                || before.groups[*oldBoxOf[i]] != before.groups[*oldBoxOf[k]])
                continue;
            const bool isMostCommon = std::count(shifts.begin(), shifts.end(), shifts[i]) * 2
                > std::count_if(shifts.begin(), shifts.end(),
                                [](long shift) { return shift != std::numeric_limits<long>::max(); });
            if (isMostCommon && across(before, *oldBoxOf[i]) < across(before, *oldBoxOf[k])
                && across(after, i) > across(after, k))
                return QStringLiteral("boxes %1 and %2").arg(i).arg(k);
        }
    }
    return {};
}

std::size_t knownBoxes(const OldBoxOf &oldBoxOf)
{
    return std::size_t(
        std::count_if(oldBoxOf.begin(), oldBoxOf.end(), [](const auto &old) { return old.has_value(); }));
}

/// 0 → 1 → 2 → 3, and image 4 is used by 2 and 3.
LayoutInput chain()
{
    return {{{200, 90}, {200, 90}, {200, 90}, {200, 90}, {180, 44}},
            {{0, 1, 0, 0}, {1, 2, 0, 0}, {2, 3, 0, 0}, {4, 2, 0, 0}, {4, 3, 0, 0}},
            LayoutDirection::LeftToRight};
}

void addSeeds(quint32 count)
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= count; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

} // namespace

class TestNextLayout : public QObject {
    Q_OBJECT

private slots:
    void samePictureOfTheSameGraph_data() { addSeeds(100); }
    void samePictureOfTheSameGraph();
    void takingAwayMovesNothing_data() { addSeeds(150); }
    void takingAwayMovesNothing();
    void loneNewBoxMovesNothing_data() { addSeeds(60); }
    void loneNewBoxMovesNothing();
    void anyEditsKeepThePromises_data() { addSeeds(300); }
    void anyEditsKeepThePromises();
    void onlyWhatMustMakesWay();
    void orderIsKept();
    void imageStepsBackRatherThanAllOnwards();
    void mostlyNewGraphIsDrawnAfresh();
    void otherDirectionIsDrawnAfresh();
    void twoPicturesGrowTogether();
    void stoppedSearchKeepsThePromises();
    void turnsOnlyIfMuchBetter();
};

void TestNextLayout::samePictureOfTheSameGraph()
{
    QFETCH(quint32, seed);
    const LayoutInput input = randomInput(seed);
    const LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    const LayoutResult again = next(input, picture, unchanged(input));
    QVERIFY(again.centres == picture.centres);
    QVERIFY(again.routes == picture.routes);
    QVERIFY(again.labelCentres == picture.labelCentres);
    QCOMPARE(again.width, picture.width);
    QCOMPARE(again.height, picture.height);
}

void TestNextLayout::takingAwayMovesNothing()
{
    QFETCH(quint32, seed);
    if (seed % 3 == 0)
        return; // There may be cycles: where one is opened, an arrow turns round and its ends change sides.
    QRandomGenerator random(seed);
    const LayoutInput input = randomInput(seed);
    const LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    Edited edited = unchanged(input);
    if (seed % 2 == 0 && !input.arrows.empty())
        edited.input.arrows.erase(edited.input.arrows.begin()
                                  + std::ptrdiff_t(below(random, input.arrows.size())));
    else if (input.boxes.size() > 1)
        removeBox(edited, below(random, input.boxes.size()));
    const LayoutResult result = next(input, picture, edited);
    QCOMPARE(brokenPromise(edited.input, result), QString());
    QCOMPARE(movedBoxes(picture, result, edited.oldBoxOf), std::size_t(0));
}

void TestNextLayout::loneNewBoxMovesNothing()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const LayoutInput input = randomInput(seed);
    const LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    Edited edited = unchanged(input);
    insertBox(edited, below(random, input.boxes.size() + 1), {220, 96});
    const LayoutResult result = next(input, picture, edited);
    QCOMPARE(brokenPromise(edited.input, result), QString());
    QCOMPARE(movedBoxes(picture, result, edited.oldBoxOf), std::size_t(0));
}

void TestNextLayout::anyEditsKeepThePromises()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    LayoutInput input = randomInput(seed);
    LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    for (int step = 0; step < 6; ++step) {
        Edited edited = unchanged(input);
        editAtRandom(edited, random);
        const LayoutResult result = next(input, picture, edited);
        QCOMPARE(brokenPromise(edited.input, result), QString());
        const LayoutResult again = next(input, picture, edited);
        QVERIFY(again.centres == result.centres);
        QVERIFY(again.routes == result.routes);
        if (knownBoxes(edited.oldBoxOf) * 2 >= edited.input.boxes.size())
            QCOMPARE(changedSides(edited.input, picture, result, edited.oldBoxOf), QString());
        input = edited.input;
        picture = result;
    }
}

void TestNextLayout::onlyWhatMustMakesWay()
{
    const LayoutInput input = chain();
    const LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    Edited edited = unchanged(input);
    edited.input.boxes.push_back({220, 96});
    edited.oldBoxOf.emplace_back();
    edited.input.arrows.push_back({0, 5, 0, 0});
    edited.input.arrows.push_back({5, 2, 0, 0}); // Beside box 1: there is room.
    const LayoutResult besides = next(input, picture, edited);
    QCOMPARE(movedBoxes(picture, besides, edited.oldBoxOf), std::size_t(0));
    QCOMPARE(besides.layers[5], picture.layers[1]);

    edited = unchanged(input);
    edited.input.boxes.push_back({220, 96});
    edited.oldBoxOf.emplace_back();
    edited.input.arrows.push_back({2, 5, 0, 0});
    edited.input.arrows.push_back({5, 3, 0, 0}); // Between two that stood next to each other.
    const LayoutResult between = next(input, picture, edited);
    QCOMPARE(movedBoxes(picture, between, edited.oldBoxOf), std::size_t(1));
    QVERIFY(between.centres[3].x > between.centres[5].x);
    QCOMPARE(between.centres[3].y - between.centres[0].y, picture.centres[3].y - picture.centres[0].y);
}

void TestNextLayout::orderIsKept()
{
    const LayoutInput input {
        {{200, 90}, {200, 90}, {200, 90}}, {{0, 2, 0, 0}, {1, 2, 0, 0}}, LayoutDirection::LeftToRight};
    const LayoutResult fresh = LayeredLayout().arrange(input, {}, {});
    QVERIFY(fresh.centres[0].y < fresh.centres[1].y);
    LayoutResult upsideDown = fresh;
    std::swap(upsideDown.centres[0], upsideDown.centres[1]);
    const LayoutResult result = next(input, upsideDown, unchanged(input));
    QVERIFY(result.centres == upsideDown.centres);
}

void TestNextLayout::imageStepsBackRatherThanAllOnwards()
{
    // Image 0 feeds 1, on which 2, 3 and 4 rest; a new stage comes between 0 and 1.
    const LayoutInput input {{{180, 44}, {200, 90}, {200, 90}, {200, 90}, {200, 90}},
                             {{0, 1, 0, 0}, {1, 2, 0, 0}, {1, 3, 0, 0}, {1, 4, 0, 0}},
                             LayoutDirection::LeftToRight};
    const LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    Edited edited = unchanged(input);
    edited.input.boxes.push_back({200, 90});
    edited.oldBoxOf.emplace_back();
    edited.input.arrows[0] = {0, 5, 0, 0};
    edited.input.arrows.push_back({5, 1, 0, 0});
    const LayoutResult result = next(input, picture, edited);
    QCOMPARE(movedBoxes(picture, result, edited.oldBoxOf), std::size_t(1));
    QVERIFY(result.centres[5].x < result.centres[1].x - 200);
    QVERIFY(result.centres[0].x < result.centres[5].x - 180);
}

void TestNextLayout::mostlyNewGraphIsDrawnAfresh()
{
    const LayoutInput before {{{100, 50}}, {}, LayoutDirection::LeftToRight};
    const LayoutResult picture = LayeredLayout().arrange(before, {}, {});
    Edited edited {chain(), {0, {}, {}, {}, {}}};
    const LayoutResult result = next(before, picture, edited);
    QVERIFY(result.centres == LayeredLayout().arrange(chain(), {}, {}).centres);
}

void TestNextLayout::otherDirectionIsDrawnAfresh()
{
    LayoutInput input = randomInput(20);
    const LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    Edited edited = unchanged(input);
    edited.input.direction = input.direction == LayoutDirection::LeftToRight ? LayoutDirection::TopToBottom
                                                                             : LayoutDirection::LeftToRight;
    QVERIFY(next(input, picture, edited).centres == LayeredLayout().arrange(edited.input, {}, {}).centres);
}

void TestNextLayout::twoPicturesGrowTogether()
{
    const LayoutInput input {{{200, 90}, {200, 90}, {200, 90}, {200, 90}, {200, 90}},
                             {{0, 1, 0, 0}, {1, 2, 0, 0}, {3, 4, 0, 0}},
                             LayoutDirection::LeftToRight};
    const LayoutResult picture = LayeredLayout().arrange(input, {}, {});
    QVERIFY(picture.groups[0] != picture.groups[3]);
    Edited edited = unchanged(input);
    edited.input.arrows.push_back({0, 4, 0, 0});
    const LayoutResult result = next(input, picture, edited);
    QCOMPARE(brokenPromise(edited.input, result), QString());
    QCOMPARE(result.groups[0], result.groups[3]);
    QCOMPARE(movedBoxes(picture, result, edited.oldBoxOf), std::size_t(0));
}

void TestNextLayout::stoppedSearchKeepsThePromises()
{
    std::stop_source source;
    source.request_stop();
    for (const quint32 seed : {10U, 20U, 30U, 40U}) {
        const LayoutInput input = randomInput(seed);
        QCOMPARE(brokenPromise(input, LayeredLayout().arrange(input, {}, source.get_token())), QString());
    }
}

void TestNextLayout::turnsOnlyIfMuchBetter()
{
    const LayoutInput input = chain();
    const LayeredLayout layout;
    const LayoutResult flat = layout.arrange(input, {}, {});
    QCOMPARE(arrangeToFit(layout, input, {}, flat.width, flat.height, {}).direction,
             LayoutDirection::LeftToRight);
    const LayoutResult upright = arrangeToFit(layout, input, {}, flat.height, flat.width, {});
    QCOMPARE(upright.direction, LayoutDirection::TopToBottom);

    // A pane in which lying fits 1.2 times better than standing: no reason to turn a standing picture.
    const PreviousLayout previous = carryOver(input, upright, unchanged(input).oldBoxOf, input);
    const double width = flat.width * 0.6;
    QCOMPARE(arrangeToFit(layout, input, previous, width, upright.height * 0.5, {}).direction,
             LayoutDirection::TopToBottom);
    QCOMPARE(arrangeToFit(layout, input, previous, width, upright.height * 0.45, {}).direction,
             LayoutDirection::LeftToRight);
}

QTEST_GUILESS_MAIN(TestNextLayout)
#include "tst_next_layout.moc"
