// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "size_samples.h"
#include "ui/size/file_map.h"
#include "ui/size/files_page.h"
#include "ui/size/map_pane.h"
#include "ui/size/size_panel.h"
#include "ui/size/waste_model.h"
#include "ui/size/waste_pane.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace drydock;
using namespace drydock::ui;

Q_DECLARE_METATYPE(drydock::ui::MapShape)

namespace {

ComparedSize buildSize()
{
    const Measurement measurement = samples::goMeasurement();
    return {QStringLiteral("build"),
            measurement.stages.front(),
            measurement.store,
            {},
            samples::goAnalysis(),
            {},
            nullptr};
}

std::shared_ptr<const MapTree> buildTree()
{
    return std::make_shared<const MapTree>(makeMapTree(samples::buildFiles(), buildSize(), {}));
}

std::size_t nodeOf(const MapTree &tree, const QString &place)
{
    for (std::size_t i = 0; i < tree.size(); ++i)
        if (tree.placeOf(i) == place)
            return i;
    return tree.size();
}

void addShapes()
{
    QTest::addColumn<MapShape>("shape");
    QTest::newRow("treemap") << MapShape::Treemap;
    QTest::newRow("icicle") << MapShape::Icicle;
}

/// Of each layer of buildFiles().
std::vector<InstructionIndex> buildInstructions()
{
    return {
        {}, {}, {}, InstructionIndex {2}, InstructionIndex {3}, InstructionIndex {4}, InstructionIndex {5}};
}

QStringList row(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells;
}

} // namespace

/// The maps of an image's files, its waste, and the way to them.
class TestFileMap : public QObject {
    Q_OBJECT

private slots:
    void namesPlaces()
    {
        const auto tree = buildTree();
        QCOMPARE(tree->nameOf(0), QStringLiteral("build"));
        const std::size_t gin = nodeOf(*tree, QStringLiteral("/go/pkg/mod/github.com"));
        QVERIFY(gin < tree->size());
        QStringList path;
        for (const std::size_t node : tree->pathTo(gin))
            path.append(tree->nameOf(node));
        QCOMPARE(path.join(QStringLiteral(" ▸ ")),
                 QStringLiteral("build ▸ RUN go mod download ▸ go ▸ pkg ▸ mod ▸ github.com"));
        QCOMPARE(tree->categoryOf(gin), LayerCategory::Dependencies);
    }

    void showsNoControlCharacters()
    {
        QCOMPARE(printable("a\nb\x1b[31m"), QStringLiteral("a\uFFFDb\uFFFD[31m"));
        QCOMPARE(printable("\u202Egpj"), QStringLiteral("\uFFFDgpj"));
    }

    void tilesStayInsideAndLabelsDoNotOverlap_data() { addShapes(); }
    void tilesStayInsideAndLabelsDoNotOverlap()
    {
        QFETCH(MapShape, shape);
        FileMap map(shape);
        map.setTree(buildTree());
        for (const QSize size : {QSize(700, 150), QSize(1600, 400), QSize(90, 40)}) {
            map.resize(size);
            map.grab();
            QVERIFY(!map.tiles().empty());
            const int line = map.fontMetrics().height();
            QList<QRectF> labels;
            for (const MapTile &tile : map.tiles()) {
                QVERIFY(QRectF(map.rect()).adjusted(-0.5, -0.5, 0.5, 0.5).contains(tile.rect));
                if (tile.label.isEmpty())
                    continue;
                QVERIFY(tile.label.height() >= line);
                QVERIFY(tile.rect.contains(tile.label));
                for (const QRectF &other : labels)
                    QVERIFY(!other.adjusted(0.5, 0.5, -0.5, -0.5).intersects(tile.label));
                labels.append(tile.label);
            }
        }
    }

    void walksWithTheKeyboard_data() { addShapes(); }
    void walksWithTheKeyboard()
    {
        QFETCH(MapShape, shape);
        FileMap map(shape);
        const auto tree = buildTree();
        map.resize(1600, 400);
        map.setTree(tree);
        map.grab();
        QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(map.current(), std::size_t(1));
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.current(), std::size_t(2));
        QTest::keyClick(&map, Qt::Key_Left);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.current(), std::size_t(1));
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(map.root(), std::size_t(1));
        QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(tree->files.nodes[map.current()].parent, std::size_t(1));
        QTest::keyClick(&map, Qt::Key_Up);
        QTest::keyClick(&map, Qt::Key_Backspace);
        QCOMPARE(map.root(), std::size_t(0));
        QCOMPARE(map.current(), std::size_t(1));
    }

    void walksTheOtherWayInRightToLeft()
    {
        FileMap map(MapShape::Icicle);
        map.setLayoutDirection(Qt::RightToLeft);
        map.resize(1600, 400);
        map.setTree(buildTree());
        map.grab();
        QTest::keyClick(&map, Qt::Key_Down);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.current(), std::size_t(2));
    }

    void lettersCanBeReadOnTiles()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast})
            for (const LayerCategory category :
                 {LayerCategory::Base, LayerCategory::Packages, LayerCategory::Dependencies,
                  LayerCategory::BuildOutput, LayerCategory::Application, LayerCategory::Other})
                for (const bool isOpen : {false, true}) {
                    const Theme &theme = Theme::of(kind);
                    const double ratio
                        = contrastRatio(theme.color(Role::Text), FileMap::fillOf(theme, category, isOpen));
                    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
                }
    }

    void tellsScreenReadersWhereOneIs()
    {
        FileMap map(MapShape::Treemap);
        map.resize(1600, 400);
        map.setTree(buildTree());
        QVERIFY2(map.accessibleDescription().startsWith(QLatin1String("build: 699 MB, 100 % of build")),
                 qPrintable(map.accessibleDescription()));
    }

    void goesInWithAClickAndOutByThePath()
    {
        MapPane pane(MapShape::Treemap);
        pane.resize(1200, 400);
        pane.setTree(buildTree());
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        auto *map = pane.findChild<FileMap *>();
        const auto isGo = [&](const MapTile &tile) {
            return map->describe(tile.node).startsWith(QLatin1String("/usr/local/go/bin/go:"));
        };
        const auto tile = std::find_if(map->tiles().begin(), map->tiles().end(), isGo);
        QVERIFY(tile != map->tiles().end());
        QTest::mouseClick(map, Qt::LeftButton, {}, tile->rect.center().toPoint());
        QVERIFY(map->describe(map->root()).startsWith(QLatin1String("/usr/local/go/bin: 40.1 MB")));
        for (auto *crumb : pane.findChildren<QToolButton *>())
            if (crumb->accessibleName() == QLatin1String("Up to build"))
                crumb->click();
        QCOMPARE(map->root(), std::size_t(0));
    }

    void survivesAnImageOfNothing_data() { addShapes(); }
    void survivesAnImageOfNothing()
    {
        QFETCH(MapShape, shape);
        FileMap map(shape);
        map.setTree(std::make_shared<const MapTree>(makeMapTree({}, {}, {})));
        map.grab();
        for (const auto key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Right, Qt::Key_Return, Qt::Key_Backspace})
            QTest::keyClick(&map, key);
        map.setTree(nullptr);
        QTest::keyClick(&map, Qt::Key_Down);
        QVERIFY(map.tiles().empty());
    }

    void tellsWhoIsToBlame()
    {
        WasteModel model;
        QAbstractItemModelTester tester(&model);
        model.setWaste(wasteOf(samples::buildFiles()), buildInstructions(), samples::goAnalysis());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(row(model, 0).mid(0, 3),
                 QStringList({QStringLiteral("/tmp/tools.tar.gz"), QStringLiteral("4.1 MB"),
                              QStringLiteral("added line 4, deleted line 6")}));
        QCOMPARE(row(model, 1).mid(0, 3),
                 QStringList({QStringLiteral("/src/go.sum"), QStringLiteral("2.0 kB"),
                              QStringLiteral("added line 3, stored again line 5")}));
    }

    void countsLayersIfNobodyKnowsTheText()
    {
        WasteModel model;
        model.setWaste(wasteOf(samples::buildFiles()), buildInstructions(), nullptr);
        QCOMPARE(row(model, 0)[WasteModel::Why], QStringLiteral("added in layer 5, deleted in layer 7"));
        QVERIFY(!model.fixAt(0));
    }

    void sumsUpTheWaste()
    {
        WastePane pane;
        pane.setWaste(wasteOf(samples::buildFiles()), buildInstructions(), samples::goAnalysis());
        QCOMPARE(pane.summary(), QStringLiteral("4.1 MB of 699 MB wasted · 2 files · efficiency 99.4 %"));
        pane.setWaste({}, {}, nullptr);
        QCOMPARE(pane.summary(), QStringLiteral("Nothing is wasted: a container sees all 0 bytes."));
    }

    void asksForTheFilesAndShowsThem()
    {
        SizePanel panel;
        panel.setAnalysis(samples::goAnalysis());
        panel.resize(1200, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.showMeasured(samples::goMeasurement(), {}, false);
        panel.setStage(StageIndex {0});
        panel.findChild<QTabWidget *>()->setCurrentIndex(2);
        QSignalSpy requests(&panel, &SizePanel::filesRequested);
        QSignalSpy cancels(&panel, &SizePanel::filesCancelled);
        const auto isMapVisible = [&] {
            const QList<FileMap *> maps = panel.findChildren<FileMap *>();
            return std::any_of(maps.begin(), maps.end(), [](const FileMap *map) { return map->isVisible(); });
        };
        const auto press = [&](const QString &text) {
            for (auto *button : panel.findChildren<QPushButton *>())
                if (button->isVisible() && button->text().remove(u'&') == text) {
                    button->click();
                    return;
                }
            QFAIL("no such button");
        };
        press(QStringLiteral("Read the Image's Files"));
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.front().front().toString(), QStringLiteral("sha256:build"));
        panel.setFilesProgress(QStringLiteral("sha256:build"), 1'000'000, 2'000'000);
        press(QStringLiteral("Cancel"));
        QCOMPARE(cancels.size(), 1);
        panel.setFilesFailed(QStringLiteral("sha256:build"), {{"The engine stopped answering.", {}}, "EOF"});
        press(QStringLiteral("Read Again"));
        QCOMPARE(requests.size(), 2);
        panel.setFiles(QStringLiteral("sha256:build"),
                       std::make_shared<const ImageContents>(samples::buildFiles()));
        QVERIFY(isMapVisible());
        // Another stage has other files.
        panel.setStage(StageIndex {1});
        QVERIFY(!isMapVisible());
    }

    void asksForAFixWhereTheTextStandsNow()
    {
        SizePanel panel;
        panel.setAnalysis(samples::goAnalysis());
        panel.showMeasured(samples::goMeasurement(), {}, false);
        panel.setStage(StageIndex {0});
        panel.setFiles(QStringLiteral("sha256:build"),
                       std::make_shared<const ImageContents>(samples::buildFiles()));
        const std::string changed = "# one more line\n" + std::string(samples::goText);
        panel.setAnalysis(samples::goAnalysis(changed));
        panel.setStale(true);
        QSignalSpy fixes(&panel, &SizePanel::fixRequested);
        auto *waste = panel.findChild<WastePane *>();
        const std::size_t caret = std::string(samples::goText).find("RUN go mod");
        emit waste->fixRequested(QStringLiteral("merge-runs"), caret);
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(fixes.front()[0].toString(), QStringLiteral("merge-runs"));
        QCOMPARE(fixes.front()[1].value<std::size_t>(), changed.find("RUN go mod"));
    }
};

QTEST_MAIN(TestFileMap)
#include "tst_file_map.moc"
