// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/lint/rule_findings.h"
#include "tests/ui/changes/made_up_refactoring.h"
#include "ui/changes/change_words.h"
#include "ui/changes/changes_panel.h"
#include "ui/changes/diff_view.h"
#include "ui/changes/mini_graphs.h"
#include "ui/changes/tick_row.h"
#include "ui/changes/touch_pane.h"
#include "ui/changes/verdict_badge.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace drydock;
using namespace drydock::ui;

namespace {

const QByteArray sample = "FROM scratch\nCOPY src /src\nRUN make\n";

struct Fixture {
    explicit Fixture(const QByteArray &text = sample)
    {
        document.reset(text.toStdString());
        LintSettings settings;
        settings.folder = folderOf("src/ src/a.c README", "README\n");
        document.setLintSettings(settings);
        panel.setDocument(&document);
        panel.setFileWriter([this](const auto &files) {
            written = files;
            return trouble;
        });
        panel.resize(1200, 420);
        panel.show();
        isReady = QTest::qWaitForWindowExposed(&panel);
    }
    QByteArray text() { return QByteArray::fromStdString(std::string(document.text().bytes())); }
    void open()
    {
        panel.open(threeLines, {});
        QCoreApplication::processEvents(); // New rows are shown with the next layout.
    }
    TickRow *tick(const QString &words)
    {
        for (TickRow *row : panel.findChildren<TickRow *>())
            if (row->text() == words && row->isVisible())
                return row;
        return nullptr;
    }
    QPushButton *button(const QString &label)
    {
        for (QPushButton *each : panel.findChildren<QPushButton *>())
            if (each->text().remove(u'&') == label && each->isVisible())
                return each;
        return nullptr;
    }
    bool says(const QString &words)
    {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    void agreeToAll()
    {
        tick(QStringLiteral("Nobody minds."))->box()->click();
        tick(QStringLiteral("It is late."))->box()->click();
    }

    Document document;
    std::map<std::string, std::string> written;
    QString trouble;
    ChangesPanel panel;
    bool isReady = false;
};

} // namespace

/// What is shown of a change before it happens, and that nothing happens before.
class TestChangesPanel : public QObject {
    Q_OBJECT

private slots:
    void nothingIsProposedAtFirst()
    {
        Fixture f;
        QVERIFY(f.isReady);
        QVERIFY(f.says(QStringLiteral("Nothing is proposed")));
        QVERIFY(!f.button(QStringLiteral("Apply")));
    }

    void saysWhatIsProposed()
    {
        Fixture f;
        f.open();
        QVERIFY(f.says(QStringLiteral("Add three lines")));
        QVERIFY(f.says(QStringLiteral("It adds lines.")));
        QCOMPARE(f.panel.findChild<VerdictBadge *>()->text(), QStringLiteral("▲ Assumes"));
        QVERIFY(f.says(QStringLiteral("≈ 800 MB → at least ≈ 9 MB to 14 MB (−99 %)")));
        QVERIFY(f.says(QStringLiteral("2026-03-01")));
        QVERIFY(f.says(QStringLiteral("a guess")));
        QCOMPARE(f.text(), sample);
        const auto &rows = f.panel.findChild<DiffView *>(QStringLiteral("text"))->rows();
        QCOMPARE(rows.size(), std::size_t(6));
        QCOMPARE(rows[3].after.text, std::string("ENV FIRST=one"));
    }

    void applyWaitsForEachAssumption()
    {
        Fixture f;
        f.open();
        QPushButton *apply = f.button(QStringLiteral("Apply"));
        QVERIFY(!apply->isEnabled());
        QCOMPARE(apply->toolTip(), QStringLiteral("2 assumptions are not ticked yet."));
        f.tick(QStringLiteral("Nobody minds."))->box()->click();
        QVERIFY(!apply->isEnabled());
        QVERIFY(f.says(QStringLiteral("One assumption is not ticked yet.")));
        QTest::keyClick(apply, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.text(), sample);
        f.tick(QStringLiteral("It is late."))->box()->click();
        QVERIFY(apply->isEnabled());
    }

    void anAssumptionLeadsToItsLine()
    {
        Fixture f("# x\n" + sample);
        f.open();
        QSignalSpy revealed(&f.panel, &ChangesPanel::revealed);
        TickRow *row = f.tick(QStringLiteral("Nobody minds."));
        QTest::mouseClick(row->findChild<QLabel *>(), Qt::LeftButton);
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(revealed[0][0].value<TextRange>(), (TextRange {4, 8}));
        QVERIFY(!row->box()->isChecked());
        QTest::mouseClick(f.button(QStringLiteral("Line 2")), Qt::LeftButton);
        QCOMPARE(revealed.size(), 2);
        // One that comes from nowhere is ticked by its words.
        QTest::mouseClick(f.tick(QStringLiteral("It is late."))->findChild<QLabel *>(), Qt::LeftButton);
        QVERIFY(f.tick(QStringLiteral("It is late."))->box()->isChecked());
    }

    void isOneStep()
    {
        Fixture f;
        f.open();
        QSignalSpy done(&f.panel, &ChangesPanel::done);
        f.agreeToAll();
        QTest::keyClick(f.tick(QStringLiteral("It is late."))->box(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.text(), sample + "ENV FIRST=one\nRUN second\nRUN third\n");
        QCOMPARE(f.written, (std::map<std::string, std::string> {{".dockerignore", "node_modules\n"}}));
        QCOMPARE(f.document.undoStack().count(), 1);
        QCOMPARE(f.document.undoStack().undoText(), QStringLiteral("Add three lines"));
        QCOMPARE(done.size(), 1);
        QVERIFY(!f.panel.draft());
        f.document.undoStack().undo();
        QCOMPARE(f.text(), sample);
    }

    void partsFollowOneAnother()
    {
        Fixture f;
        f.open();
        const auto box = [&](const char *words) { return f.tick(QLatin1String(words))->box(); };
        QVERIFY(!box("The first line")->isEnabled());
        box("The second line")->click();
        QVERIFY(!box("The third line")->isChecked());
        box("The third line")->click();
        QVERIFY(box("The second line")->isChecked());
        box("The third line")->click();
        f.agreeToAll();
        f.button(QStringLiteral("Apply"))->click();
        QCOMPARE(f.text(), sample + "ENV FIRST=one\nRUN second\n");
    }

    void anotherAnswerIsAnotherProposal()
    {
        Fixture f;
        f.open();
        f.tick(QStringLiteral("The third line"))->box()->click();
        auto *box = f.panel.findChild<QComboBox *>();
        QCOMPARE(box->accessibleName(), QStringLiteral("The word"));
        QVERIFY(f.says(QStringLiteral("The usual one.")));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QVERIFY(f.says(QStringLiteral("Twice as much.")));
        const auto &rows = f.panel.findChild<DiffView *>(QStringLiteral("text"))->rows();
        QCOMPARE(rows[3].after.text, std::string("ENV FIRST=two"));
        QVERIFY(!f.tick(QStringLiteral("The third line"))->box()->isChecked());
        // Anything may be typed.
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("many"));
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QCOMPARE(f.panel.findChild<DiffView *>(QStringLiteral("text"))->rows()[3].after.text,
                 std::string("ENV FIRST=many"));
    }

    void followsTheText()
    {
        Fixture f;
        f.open();
        f.agreeToAll();
        f.document.apply(EditSet::replacing({0, 0}, "# why\n"), Origin::Text, QStringLiteral("type"));
        // At once, though it would be asked again only in a moment.
        f.panel.apply();
        QCOMPARE(f.text(), "# why\n" + sample + "ENV FIRST=one\nRUN second\nRUN third\n");
    }

    void asksAgainWhenTypingPauses()
    {
        Fixture f;
        f.open();
        f.document.apply(EditSet::replacing({0, 0}, "# never\n"), Origin::Text, QStringLiteral("type"));
        QTRY_COMPARE(f.panel.findChild<VerdictBadge *>()->text(), QStringLiteral("✕ Blocked"));
        QVERIFY(f.says(QStringLiteral("✕ The word “never” stands in the way: take it out.")));
        QVERIFY(!f.button(QStringLiteral("Apply"))->isEnabled());
        QVERIFY(f.panel.findChild<QComboBox *>()->isVisible());
        QSignalSpy revealed(&f.panel, &ChangesPanel::revealed);
        f.button(QStringLiteral("Show Line 1"))->click();
        QCOMPARE(revealed[0][0].value<TextRange>(), (TextRange {2, 7}));
        f.document.undoStack().undo();
        QTRY_COMPARE(f.panel.findChild<VerdictBadge *>()->text(), QStringLiteral("▲ Assumes"));
    }

    void filesThatCannotBeWrittenStopIt()
    {
        Fixture f;
        f.open();
        f.agreeToAll();
        f.trouble = QStringLiteral("The disk is full.");
        f.panel.apply();
        QVERIFY(f.says(f.trouble));
        QCOMPARE(f.text(), sample);
        f.tick(QStringLiteral("Write “.dockerignore”. Undo does not take it back."))->box()->click();
        f.written.clear();
        f.panel.apply();
        QVERIFY(f.text() != sample && f.written.empty());
    }

    void withoutAFolderNoFiles()
    {
        Fixture f;
        f.panel.setFileWriter({});
        f.open();
        TickRow *row = f.tick(QStringLiteral("Write “.dockerignore”. Undo does not take it back."));
        QVERIFY(!row->box()->isEnabled() && !row->box()->isChecked());
        f.agreeToAll();
        f.panel.apply();
        QVERIFY(f.text() != sample);
    }

    void escapeGivesUp()
    {
        Fixture f;
        f.open();
        QSignalSpy done(&f.panel, &ChangesPanel::done);
        QTest::keyClick(f.button(QStringLiteral("Cancel")), Qt::Key_Escape);
        QCOMPARE(done.size(), 1);
        QCOMPARE(f.text(), sample);
        QVERIFY(!f.panel.draft());
    }

    void anotherFileEndsIt()
    {
        Fixture f;
        f.open();
        Document other;
        f.panel.setDocument(&other);
        QVERIFY(!f.panel.draft());
        f.panel.setDocument(nullptr);
    }

    void bothSidesScroll()
    {
        DiffView view;
        view.resize(500, 200);
        QByteArray text;
        for (int line = 0; line < 60; ++line)
            text += "RUN " + QByteArray(line == 30 ? 300 : 3, 'x') + '\n';
        view.setTexts("FROM a\n" + text.toStdString(),
                      "FROM b\n" + text.toStdString() + std::string(600, 'y'), true);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto sides = view.findChildren<QPlainTextEdit *>();
        QCOMPARE(sides.size(), 2);
        QScrollBar *down = sides[1]->verticalScrollBar();
        QCOMPARE(sides[0]->verticalScrollBar()->maximum(), down->maximum());
        down->setValue(down->maximum());
        QCOMPARE(down->value(), down->maximum());
        QCOMPARE(sides[0]->verticalScrollBar()->value(), down->maximum());
        // The shorter line does not hold the longer one back.
        QScrollBar *along = sides[1]->horizontalScrollBar();
        QVERIFY(along->maximum() > sides[0]->horizontalScrollBar()->maximum());
        along->setValue(along->maximum());
        QCOMPARE(along->value(), along->maximum());
        QCOMPARE(sides[0]->horizontalScrollBar()->value(), sides[0]->horizontalScrollBar()->maximum());
    }

    void theGraphSaysWhatIsNew()
    {
        MiniGraphs graphs;
        const std::string before = "FROM a AS one\nFROM b\n";
        const EditSet edits = EditSet::replacing({0, 6}, "FROM c AS zero\nFROM a");
        graphs.setGraphs(analyse(SourceText(before)), analyse(SourceText(edits.applyTo(before))), edits);
        QVERIFY2(graphs.sentence().startsWith(QStringLiteral("New: zero")), qPrintable(graphs.sentence()));
        graphs.setGraphs(analyse(SourceText(before)), analyse(SourceText(before)), {});
        QCOMPARE(graphs.sentence(), QStringLiteral("The graph stays as it is."));
    }

    void touchesAFile()
    {
        Fixture f;
        f.panel.showTouch();
        auto *pane = f.panel.findChild<TouchPane *>();
        pane->touch(QStringLiteral("src/a.c"));
        QVERIFY(f.says(QStringLiteral("2 of 2 steps run again.")));
        f.open();
        f.panel.showTouch();
        QVERIFY(f.says(QStringLiteral("Now: 2 of 2 steps run again.")));
        QVERIFY(f.says(QStringLiteral("Afterwards: 4 of 4 steps run again.")));
        const auto lists = pane->findChildren<QTreeWidget *>();
        QCOMPARE(lists.size(), 2);
        QVERIFY(lists[0]->topLevelItem(0)->child(0)->text(0).contains(QStringLiteral("COPY src /src")));
        QCOMPARE(lists[0]->topLevelItem(0)->child(0)->text(1), QStringLiteral("takes the file"));
        pane->touch(QStringLiteral("README"));
        QVERIFY(f.says(
            QStringLiteral("Now: Nothing runs again: line 1 of “.dockerignore” leaves the file out.")));
        // The .dockerignore that is written with it lets the file through.
        QVERIFY(f.says(QStringLiteral("Afterwards: Nothing runs again: no step takes this file.")));
    }

    void isNarrow()
    {
        Fixture f;
        f.open();
        for (const int width : {320, 700, 1300}) {
            f.panel.resize(width, 500);
            QCoreApplication::processEvents();
            QVERIFY(f.panel.findChild<MiniGraphs *>()->isVisible());
            QVERIFY(f.panel.findChild<DiffView *>(QStringLiteral("text"))->isVisible());
            QVERIFY(f.panel.minimumSizeHint().width() <= 320);
        }
    }

    void everythingHasAName()
    {
        Fixture f;
        f.open();
        for (const QWidget *each : f.panel.findChildren<QWidget *>()) {
            if (!each->isVisible() || each->focusPolicy() == Qt::NoFocus || each->focusProxy()
                || qobject_cast<const QLabel *>(each) // Its text.
                || each->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const auto *push = qobject_cast<const QAbstractButton *>(each);
            QVERIFY2(!each->accessibleName().isEmpty() || (push && !push->text().isEmpty())
                         || each->parentWidget()->accessibleName().size() > 0
                         || QByteArray(each->metaObject()->className()) == "QTabBar"
                         || QByteArray(each->metaObject()->className()) == "QTabWidget",
                     each->metaObject()->className());
        }
    }

    void sizesInWords_data()
    {
        QTest::addColumn<qulonglong>("least");
        QTest::addColumn<qulonglong>("most");
        QTest::addColumn<int>("basis");
        QTest::addColumn<bool>("isPartial");
        QTest::addColumn<QString>("words");
        QTest::newRow("measured") << 5'000'000ULL << 5'000'000ULL << int(SizeBasis::Measured) << false
                                  << QStringLiteral("5 MB");
        QTest::newRow("one figure") << 80'000'000ULL << 80'000'000ULL << int(SizeBasis::Table) << false
                                    << QStringLiteral("≈ 80 MB");
        QTest::newRow("two figures") << 80'000'000ULL << 95'000'000ULL << int(SizeBasis::Guess) << true
                                     << QStringLiteral("at least ≈ 80 MB to 95 MB");
    }
    void sizesInWords()
    {
        QFETCH(qulonglong, least);
        QFETCH(qulonglong, most);
        QFETCH(int, basis);
        QFETCH(bool, isPartial);
        QTEST(sizeText({least, most, SizeBasis(basis), {}, isPartial}), "words");
    }
};

QTEST_MAIN(TestChangesPanel)
#include "tst_changes_panel.moc"
