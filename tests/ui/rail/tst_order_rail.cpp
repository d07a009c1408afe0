// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail/order_rail.h"

#include <QAccessible>
#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

const QByteArray threeStages
    = "FROM alpine AS one\nRUN true\n\n# why\nFROM node AS two\n\nFROM scratch\nCOPY --from=0 /a /b\n";

struct Rail {
    explicit Rail(const QByteArray &text)
    {
        document.reset(text.toStdString());
        rail.resize(28, 300);
        rail.show();
        rail.activateWindow();
        rail.setFocus();
        isReady = QTest::qWaitForWindowActive(&rail);
    }

    QByteArray text() { return QByteArray::fromStdString(std::string(document.text().bytes())); }
    QString said() { return spy.isEmpty() ? QString() : spy.last().first().toString(); }
    QPoint middleOf(int row) { return rail.visualRect(rail.model()->index(row, 0)).center(); }
    /// As a hand does it: press, move in steps, release.
    void drag(int row, QPoint to)
    {
        QWidget *viewport = rail.viewport();
        const QPoint from = middleOf(row);
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 8; ++step)
            move(from + (to - from) * step / 8);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    }
    void move(QPoint at)
    {
        QMouseEvent event(QEvent::MouseMove, at, rail.viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(rail.viewport(), &event);
    }

    Document document;
    Selection selection;
    OrderRail rail {document, selection};
    bool isReady = false;
    QSignalSpy spy {&rail, &OrderRail::statusText};
};

} // namespace

class TestOrderRail : public QObject {
    Q_OBJECT

private slots:
    void showsStagesInFileOrder();
    void saysWhatScreenReadersNeed();
    void followsTheSelection();
    void arrowsSelect();
    void keysMove_data();
    void keysMove();
    void dragMoves_data();
    void dragMoves();
    void refusesWithASentence();
    void escapeEndsADrag();
    void typingGoesToAStage();
    void enterGoesToTheText();
    void survivesAnEmptyFile();
};

void TestOrderRail::showsStagesInFileOrder()
{
    Rail fixture(threeStages);
    QVERIFY(fixture.isReady);
    QCOMPARE(fixture.rail.model()->rowCount(), 3);
    QCOMPARE(fixture.rail.model()->index(1, 0).data().toString(), QString("two"));
    QCOMPARE(fixture.rail.width(), 28);
    fixture.document.apply(EditSet::replacing({0, 0}, "FROM busybox AS zero\n"), Origin::Graph, "x");
    QCOMPARE(fixture.rail.model()->rowCount(), 4);
    QCOMPARE(fixture.rail.model()->index(0, 0).data().toString(), QString("zero"));
}

void TestOrderRail::saysWhatScreenReadersNeed()
{
    Rail fixture(threeStages);
    const auto sentence = [&](int row) {
        return fixture.rail.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(sentence(0), QString("one, from alpine, stage 1 of 3"));
    QCOMPARE(sentence(1), QString("two, from node, stage 2 of 3, not needed by the target"));
    QCOMPARE(sentence(2), QString("stage 2, from scratch, stage 3 of 3, the target"));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&fixture.rail);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 3);
    QCOMPARE(list->child(0)->text(QAccessible::Name), sentence(0));
}

void TestOrderRail::followsTheSelection()
{
    Rail fixture(threeStages);
    const auto at = std::size_t(threeStages.indexOf("COPY"));
    fixture.selection.set({at, at}, nullptr);
    QCOMPARE(fixture.rail.currentIndex().row(), 2);
    fixture.selection.set({0, 0}, nullptr);
    QCOMPARE(fixture.rail.currentIndex().row(), 0);
}

void TestOrderRail::arrowsSelect()
{
    Rail fixture(threeStages);
    QTest::keyClick(&fixture.rail, Qt::Key_Down);
    QCOMPARE(fixture.selection.range(), fixture.document.analysis().graph.nodes[1].range);
    QTest::mouseClick(fixture.rail.viewport(), Qt::LeftButton, {}, fixture.middleOf(2));
    QCOMPARE(fixture.selection.range(), fixture.document.analysis().graph.nodes[2].range);
    QCOMPARE(fixture.text(), threeStages);
}

void TestOrderRail::keysMove_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("key");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("down, with its comment left where it belongs")
        << 0 << int(Qt::Key_Down)
        << QByteArray("# why\nFROM node AS two\n\nFROM alpine AS one\nRUN true\n\nFROM scratch\nCOPY "
                      "--from=1 /a /b\n");
    QTest::newRow("up, with the comment above it")
        << 1 << int(Qt::Key_Up)
        << QByteArray("# why\nFROM node AS two\n\nFROM alpine AS one\nRUN true\n\nFROM scratch\nCOPY "
                      "--from=1 /a /b\n");
}

void TestOrderRail::keysMove()
{
    QFETCH(int, row);
    QFETCH(int, key);
    QFETCH(QByteArray, expected);
    Rail fixture(threeStages);
    fixture.rail.setCurrentIndex(fixture.rail.model()->index(row, 0));
    QTest::keyClick(&fixture.rail, Qt::Key(key), Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.text(), expected);
    QCOMPARE(fixture.rail.currentIndex().row(), key == Qt::Key_Up ? row - 1 : row + 1);
    QCOMPARE(fixture.document.undoStack().count(), 1);
    fixture.document.undoStack().undo();
    QCOMPARE(fixture.text(), threeStages);
}

void TestOrderRail::dragMoves_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("target");
    QTest::addColumn<int>("offset"); // From the middle of the target's cell.
    QTest::addColumn<QStringList>("order");
    QTest::newRow("below the second") << 0 << 1 << 8 << QStringList {"two", "one", "stage 2"};
    QTest::newRow("above the first") << 1 << 0 << -8 << QStringList {"two", "one", "stage 2"};
    QTest::newRow("below the last") << 1 << 2 << 60 << QStringList {"one", "stage 1", "two"};
    QTest::newRow("onto its own place") << 1 << 1 << 9 << QStringList {"one", "two", "stage 2"};
    QTest::newRow("into the gap above itself") << 1 << 0 << 8 << QStringList {"one", "two", "stage 2"};
}

void TestOrderRail::dragMoves()
{
    QFETCH(int, row);
    QFETCH(int, target);
    QFETCH(int, offset);
    Rail fixture(threeStages);
    fixture.drag(row, fixture.middleOf(target) + QPoint(0, offset));
    QStringList order;
    for (int i = 0; i < fixture.rail.model()->rowCount(); ++i)
        order.append(fixture.rail.model()->index(i, 0).data().toString());
    QTEST(order, "order");
    while (fixture.document.undoStack().canUndo())
        fixture.document.undoStack().undo();
    QCOMPARE(fixture.text(), threeStages);
}

void TestOrderRail::refusesWithASentence()
{
    const QByteArray chain = "FROM alpine AS one\nFROM one AS two\n";
    Rail fixture(chain);
    fixture.rail.setCurrentIndex(fixture.rail.model()->index(1, 0));
    QTest::keyClick(&fixture.rail, Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.text(), chain);
    QVERIFY2(fixture.said().endsWith(u'.') && fixture.said().contains("one"), qPrintable(fixture.said()));
    fixture.drag(0, fixture.middleOf(1) + QPoint(0, 9));
    QCOMPARE(fixture.text(), chain);
    QVERIFY(!fixture.document.undoStack().canUndo());
    fixture.rail.setCurrentIndex(fixture.rail.model()->index(0, 0));
    QTest::keyClick(&fixture.rail, Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.said(), QString("It is the first stage of the file."));
}

void TestOrderRail::escapeEndsADrag()
{
    Rail fixture(threeStages);
    QTest::mousePress(fixture.rail.viewport(), Qt::LeftButton, {}, fixture.middleOf(0));
    fixture.move(fixture.middleOf(1) + QPoint(0, 9));
    fixture.move(fixture.middleOf(2) + QPoint(0, 9));
    QTest::keyClick(&fixture.rail, Qt::Key_Escape);
    QTest::mouseRelease(fixture.rail.viewport(), Qt::LeftButton, {}, fixture.middleOf(2));
    QCOMPARE(fixture.text(), threeStages);
}

void TestOrderRail::typingGoesToAStage()
{
    Rail fixture(threeStages);
    QTest::keyClicks(&fixture.rail, "tw");
    QCOMPARE(fixture.rail.currentIndex().row(), 1);
}

void TestOrderRail::enterGoesToTheText()
{
    Rail fixture(threeStages);
    QSignalSpy text(&fixture.rail, &OrderRail::textRequested);
    QTest::keyClick(&fixture.rail, Qt::Key_Return);
    QCOMPARE(text.size(), 1);
}

void TestOrderRail::survivesAnEmptyFile()
{
    Rail fixture("");
    QCOMPARE(fixture.rail.model()->rowCount(), 0);
    QTest::keyClick(&fixture.rail, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QTest::keyClick(&fixture.rail, Qt::Key_Down);
    fixture.document.reset("FROM a\n");
    QCOMPARE(fixture.rail.currentIndex().row(), 0);
    fixture.document.reset("");
    QVERIFY(!fixture.rail.currentIndex().isValid());
}

QTEST_MAIN(TestOrderRail)
#include "tst_order_rail.moc"
