// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/file_tree.h"
#include "model/image/treemap.h"
#include "tests/model/image/made_image.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <span>

using namespace drydock;

namespace {

void write(const FileTree &tree, std::size_t node, int depth, QStringList &lines)
{
    static const char *const kinds[] = {"image", "layer", "folder", "file", "removed", "others"};
    const FileNode &each = tree.nodes[node];
    lines << QString(depth * 2, ' ')
            + QString("%1 %2 %3 in %4")
                  .arg(kinds[static_cast<int>(each.kind)], QString::fromStdString(each.name))
                  .arg(each.bytes)
                  .arg(each.files);
    for (std::size_t i = 0; i < each.childCount; ++i)
        write(tree, each.firstChild + i, depth + 1, lines);
}

QString inWords(const FileTree &tree)
{
    QStringList lines;
    write(tree, 0, 0, lines);
    return lines.join('\n');
}

bool overlap(const Box &a, const Box &b)
{
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return width > 1e-6 && height > 1e-6;
}

bool isInside(const Box &inner, const Box &outer)
{
    return inner.x >= outer.x - 1e-6 && inner.y >= outer.y - 1e-6
        && inner.x + inner.width <= outer.x + outer.width + 1e-6
        && inner.y + inner.height <= outer.y + outer.height + 1e-6;
}

} // namespace

class TestFileTree : public QObject {
    Q_OBJECT

private slots:
    void theFinalTreeIsWhatAContainerSees();
    void theLayerTreeIsWhatIsStored();
    void smallOnesArePutTogether_data();
    void smallOnesArePutTogether();
    void deepPathsEndSomewhere();
    void sumsAgreeInEveryTree();
    void rectanglesAreAsLargeAsTheirShare_data();
    void rectanglesAreAsLargeAsTheirShare();
    void thePaperIsFollowed();
    void aTreeIsDrawnInsideItsParents();
    void anIcicleStandsUnderItsParents();
};

void TestFileTree::theFinalTreeIsWhatAContainerSees()
{
    const ImageContents image
        = madeImage("usr/ 0\nusr/lib/a 5\nusr/lib/b 7\nusr.txt 1\nold 50\n--\n-old\nusr/lib/a 6\nempty/ 0\n");
    const FileTree tree = finalTreeOf(image);
    QCOMPARE(inWords(tree),
             QString("image  14 in 3\n  folder usr 13 in 2\n    folder lib 13 in 2\n      file b 7 in 1\n"
                     "      file a 6 in 1\n  file usr.txt 1 in 1\n  folder empty 0 in 0"));
    QCOMPARE(tree.pathOf(tree.nodes.size() - 1), std::string("usr/lib/a"));
    QCOMPARE(tree.pathOf(0), std::string());
}

void TestFileTree::theLayerTreeIsWhatIsStored()
{
    ImageContents image = madeImage("a 1\nold 50\n--\n-old\nb/c 60\n");
    image.layers[1].createdBy = "RUN make";
    QCOMPARE(
        inWords(layerTreeOf(image)),
        QString(
            "image  111 in 4\n  layer  51 in 2\n    file old 50 in 1\n    file a 1 in 1\n"
            "  layer RUN make 60 in 2\n    folder b 60 in 1\n      file c 60 in 1\n    removed old 0 in 1"));
}

void TestFileTree::smallOnesArePutTogether_data()
{
    QTest::addColumn<int>("most");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all of them") << 0 << 0.0 << "c d b a";
    QTest::newRow("as many as asked for") << 2 << 0.0 << "c d +2 of 3";
    QTest::newRow("one alone stays") << 3 << 0.0 << "c d b a";
    QTest::newRow("by their share") << 0 << 0.1 << "c d +2 of 3";
}

void TestFileTree::smallOnesArePutTogether()
{
    QFETCH(int, most);
    QFETCH(double, share);
    const FileTree tree
        = finalTreeOf(madeImage("a 1\nb 2\nc 30\nd 20\n"), {static_cast<std::size_t>(most), share});
    QStringList names;
    for (const FileNode &node : tree.childrenOf(0))
        names << (node.kind == FileNodeKind::Others ? QString("+%1 of %2").arg(node.files).arg(node.bytes)
                                                    : QString::fromStdString(node.name));
    QTEST(names.join(' '), "expected");
}

void TestFileTree::deepPathsEndSomewhere()
{
    ImageContents image = madeImage("a 1\n");
    std::string path;
    for (int i = 0; i < 100'000; ++i)
        path.append("x/");
    image.layers[0].entries.push_back({path + "y", LayerEntryKind::File, 7});
    image.layers[0].entries.push_back({path + "z", LayerEntryKind::File, 8});
    image.layers[0].entries.push_back({"//", LayerEntryKind::File, 9});
    const FileTree tree = finalTreeOf(image);
    QCOMPARE(tree.nodes[0].bytes, std::uint64_t {25});
    QVERIFY(tree.nodes.size() < 100);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i)
        longest = std::max(longest, tree.pathOf(i).size());
    QCOMPARE(longest, path.size() + 1);
}

void TestFileTree::sumsAgreeInEveryTree()
{
    std::mt19937 random(5);
    for (int round = 0; round < 100; ++round) {
        QString text;
        for (int i = 0; i < 60; ++i) {
            for (auto depth = random() % 4; depth > 0; --depth)
                text += QString("%1/").arg(random() % 4);
            text += QString("%1 %2\n").arg(random() % 6).arg(random() % 100);
        }
        const FileTree tree = layerTreeOf(madeImage(text), {3, 0});
        for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
            const auto children = tree.childrenOf(i);
            std::uint64_t bytes = 0;
            std::size_t files = 0;
            bool isParent = true;
            for (const FileNode &child : children) {
                bytes += child.bytes;
                files += child.files;
                isParent = isParent && child.parent == i;
            }
            // A file may have others below it in a broken archive: its own bytes come on top.
            const FileNode &node = tree.nodes[i];
            const bool fits = children.empty() || (bytes <= node.bytes && files <= node.files);
            QVERIFY2(fits && isParent, qPrintable(text));
        }
    }
}

void TestFileTree::rectanglesAreAsLargeAsTheirShare_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::newRow("one") << 1 << 100.0 << 50.0;
    QTest::newRow("a few, lying") << 7 << 300.0 << 100.0;
    QTest::newRow("a few, standing") << 7 << 100.0 << 300.0;
    QTest::newRow("many") << 300 << 640.0 << 480.0;
    QTest::newRow("no room") << 20 << 0.0 << 100.0;
}

void TestFileTree::rectanglesAreAsLargeAsTheirShare()
{
    QFETCH(int, count);
    QFETCH(double, width);
    QFETCH(double, height);
    std::mt19937_64 random(9);
    std::vector<std::uint64_t> sizes;
    for (int i = 0; i < count; ++i)
        sizes.push_back(i % 10 == 9 ? 0 : 1 + random() % (std::uint64_t {1} << (random() % 30)));
    const Box bounds {10, 20, width, height};
    const double sum = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    const std::vector<Box> boxes = squarified(sizes, bounds);
    QCOMPARE(boxes.size(), sizes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        QVERIFY(isInside(boxes[i], bounds));
        QVERIFY(std::abs(boxes[i].area() - bounds.area() * static_cast<double>(sizes[i]) / sum)
                < 1e-6 * bounds.area() + 1e-9);
        const auto before = std::span(boxes).first(i);
        QVERIFY(std::ranges::none_of(before, [&](const Box &each) { return overlap(each, boxes[i]); }));
    }
    QCOMPARE(squarified(sizes, bounds), boxes);
    QCOMPARE(squarified({}, bounds).size(), std::size_t {0});
}

/// The example of the paper: 6 6 4 3 2 2 1 in a field of 6 by 4.
void TestFileTree::thePaperIsFollowed()
{
    const std::vector<std::uint64_t> sizes {6, 6, 4, 3, 2, 2, 1};
    QStringList boxes;
    for (const Box &box : squarified(sizes, {0, 0, 6, 4}))
        boxes << QString("%1,%2 %3x%4")
                     .arg(box.x, 0, 'f', 2)
                     .arg(box.y, 0, 'f', 2)
                     .arg(box.width, 0, 'f', 2)
                     .arg(box.height, 0, 'f', 2);
    QCOMPARE(boxes.join('\n'),
             QString("0.00,0.00 3.00x2.00\n0.00,2.00 3.00x2.00\n3.00,0.00 1.71x2.33\n4.71,0.00 1.29x2.33\n"
                     "3.00,2.33 1.20x1.67\n4.20,2.33 1.20x1.67\n5.40,2.33 0.60x1.67"));
}

void TestFileTree::aTreeIsDrawnInsideItsParents()
{
    const FileTree tree = finalTreeOf(madeImage("a/b 50\na/c/d 30\na/c/e 10\nf 40\n"));
    const std::vector<NodeBox> boxes = treemapOf(tree, 0, {0, 0, 400, 300}, {16, 2, 4, 8});
    QCOMPARE(boxes.size(), tree.nodes.size());
    for (const NodeBox &each : boxes) {
        const auto parent = std::ranges::find(boxes, tree.nodes[each.node].parent, &NodeBox::node);
        QVERIFY(isInside(each.box, parent->box));
    }
    QCOMPARE(treemapOf(tree, 0, {0, 0, 400, 300}, {16, 2, 4, 1}).size(), std::size_t {3});
    QCOMPARE(treemapOf(tree, 99, {0, 0, 1, 1}).size(), std::size_t {0});
    QCOMPARE(treemapOf(tree, 0, {0, 0, 3, 3}).size(), std::size_t {1});
}

void TestFileTree::anIcicleStandsUnderItsParents()
{
    const FileTree tree = finalTreeOf(madeImage("a/b 50\na/c 30\nf 20\n"));
    QStringList boxes;
    for (const NodeBox &each : icicleOf(tree, 0, {0, 0, 100, 60}, 20))
        boxes << QString("%1 %2,%3 %4")
                     .arg(QString::fromStdString(tree.nodes[each.node].name))
                     .arg(each.box.x)
                     .arg(each.box.y)
                     .arg(each.box.width);
    QCOMPARE(boxes.join('\n'), QString(" 0,0 100\na 0,20 80\nf 80,20 20\nb 0,40 50\nc 50,40 30"));
    QCOMPARE(icicleOf(tree, 0, {0, 0, 100, 59}, 20).size(), std::size_t {3});
    QCOMPARE(icicleOf(tree, 0, {0, 0, 100, 60}, 20, 40).size(), std::size_t {3});
}

QTEST_APPLESS_MAIN(TestFileTree)
#include "tst_file_tree.moc"
