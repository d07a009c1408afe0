// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/command_palette.h"
#include "ui/palette/fuzzy_match.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace drydock::ui;

namespace {

/// The letters that answered stand in brackets.
QString marked(const QString &query, const QString &text)
{
    const std::optional<FuzzyMatch> match = fuzzyMatch(query, text);
    if (!match)
        return QStringLiteral("no");
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isMarked = std::find(match->marks.begin(), match->marks.end(), i) != match->marks.end();
        result += isMarked ? QStringLiteral("[%1]").arg(text[i]) : QString(text[i]);
    }
    return result.replace(QStringLiteral("]["), QString());
}

PaletteEntry entry(const QString &title, QStringList *log = nullptr, const QString &reason = {},
                   const QString &place = {})
{
    return {title, place, {}, reason, [title, log] {
                if (log)
                    log->append(title);
            }};
}

} // namespace

class TestCommandPalette : public QObject {
    Q_OBJECT

private slots:
    void findsWords_data();
    void findsWords();
    void ordersByFit_data();
    void ordersByFit();
    void longTextsAreNoTrouble();
    void runsWithTheKeyboardAlone();
    void refusesWhatIsDisabled();
    void escapeGivesTheKeyboardBack();
    void otherFocusCloses();
    void saysWhenNothingFits();
    void offersWhatOnlyTheQueryKnows();
};

void TestCommandPalette::findsWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a beginning") << "sav"
                                 << "Save As…"
                                 << "[Sav]e As…";
    QTest::newRow("any case") << "SAVE"
                              << "save"
                              << "[save]";
    QTest::newRow("initials") << "sa"
                              << "Save All"
                              << "[Sa]ve All";
    QTest::newRow("initials of two words") << "fs"
                                           << "Full Screen"
                                           << "[F]ull [S]creen";
    QTest::newRow("two words in the other order") << "dark theme"
                                                  << "Theme Dark"
                                                  << "[Theme] [Dark]";
    QTest::newRow("a letter left out") << "fulscren"
                                       << "Full Screen"
                                       << "[Ful]l [Scre]e[n]";
    QTest::newRow("the midst of a word, side by side") << "lock"
                                                       << "Unlock"
                                                       << "Un[lock]";
    QTest::newRow("one letter in the midst is too little") << "k"
                                                           << "Unlock"
                                                           << "no";
    QTest::newRow("letters of the midst, apart") << "nk"
                                                 << "Unlock"
                                                 << "no";
    QTest::newRow("camel case begins words") << "bs"
                                             << "buildStage"
                                             << "[b]uild[S]tage";
    QTest::newRow("every word must be there") << "save xyz"
                                              << "Save As…"
                                              << "no";
    QTest::newRow("no words at all") << "  "
                                     << "Save"
                                     << "Save";
    QTest::newRow("an empty text") << "a"
                                   << ""
                                   << "no";
    QTest::newRow("order matters inside a word") << "vas"
                                                 << "Save"
                                                 << "no";
    QTest::newRow("punctuation separates") << "dev"
                                           << "base-dev"
                                           << "base-[dev]";
    QTest::newRow("no letter across the word's end") << "sed"
                                                     << "Save edge"
                                                     << "[S]ave [ed]ge";
}

void TestCommandPalette::findsWords()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QTEST(marked(query, text), "expected");
}

void TestCommandPalette::ordersByFit_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("whole word before its beginning") << "save"
                                                     << "Save"
                                                     << "Saver";
    QTest::newRow("beginning before midst") << "log"
                                            << "Login"
                                            << "Catalog";
    QTest::newRow("first word before a later one") << "go"
                                                   << "Go to line"
                                                   << "Let go";
    QTest::newRow("side by side before apart") << "dep"
                                               << "Deploy"
                                               << "Deterministic epoch";
}

void TestCommandPalette::ordersByFit()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto first = fuzzyMatch(query, better);
    const auto second = fuzzyMatch(query, worse);
    QVERIFY(first && second);
    QVERIFY2(first->score > second->score,
             qPrintable(QStringLiteral("%1 %2").arg(first->score).arg(second->score)));
}

void TestCommandPalette::longTextsAreNoTrouble()
{
    QVERIFY(fuzzyMatch(QString(30, u'a'), QString(100'000, u'a')));
    QVERIFY(!fuzzyMatch(QString(1000, u'a'), QString(100'000, u'a')));
}

void TestCommandPalette::runsWithTheKeyboardAlone()
{
    QWidget window;
    window.resize(800, 500);
    CommandPalette palette(&window);
    window.show();
    QStringList log;
    palette.open(
        {{entry("Open", &log), entry("Save", &log), entry("Save As", &log), entry("Theme", &log)}, {}});
    QVERIFY(palette.isVisible());
    QCOMPARE(palette.model().rowCount(), 4);
    QTest::keyClicks(&palette.field(), "sav");
    QCOMPARE(palette.model().rowCount(), 2);
    QTest::keyClick(&palette.field(), Qt::Key_Down);
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QCOMPARE(log, QStringList({"Save As"}));
    QVERIFY(palette.isHidden());
    palette.open({{entry("Open", &log), entry("Save", &log)}, {}});
    QCOMPARE(palette.field().text(), QString());
    QTest::keyClick(&palette.field(), Qt::Key_Up); // Around the end.
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QCOMPARE(log, QStringList({"Save As", "Save"}));
}

void TestCommandPalette::refusesWhatIsDisabled()
{
    QWidget window;
    CommandPalette palette(&window);
    window.show();
    QStringList log;
    palette.open({{entry("Undo", &log, "There is nothing to undo."), entry("Undress", &log)}, {}});
    QTest::keyClicks(&palette.field(), "und");
    // What can be done comes first.
    QCOMPARE(palette.model().entry(0).title, QString("Undress"));
    const QModelIndex second = palette.model().index(1, 0);
    QVERIFY(second.data(Qt::AccessibleTextRole).toString().contains("There is nothing to undo."));
    QTest::keyClick(&palette.field(), Qt::Key_Down);
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QVERIFY(palette.isVisible());
    QVERIFY(log.isEmpty());
}

void TestCommandPalette::escapeGivesTheKeyboardBack()
{
    QWidget window;
    QLineEdit other(&window);
    CommandPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    other.setFocus();
    QTRY_VERIFY(other.hasFocus());
    palette.open({{entry("One")}, {}});
    QVERIFY(palette.field().hasFocus());
    QTest::keyClick(&palette.field(), Qt::Key_Escape);
    QVERIFY(palette.isHidden());
    QVERIFY(other.hasFocus());
}

void TestCommandPalette::otherFocusCloses()
{
    QWidget window;
    QLineEdit other(&window);
    CommandPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    palette.open({{entry("One")}, {}});
    other.setFocus(Qt::MouseFocusReason);
    QVERIFY(palette.isHidden());
    QVERIFY(other.hasFocus());
}

void TestCommandPalette::saysWhenNothingFits()
{
    QWidget window;
    CommandPalette palette(&window);
    window.show();
    palette.open({{entry("One")}, {}});
    QTest::keyClicks(&palette.field(), "zzz");
    QCOMPARE(palette.model().rowCount(), 0);
    QVERIFY(!palette.findChild<QListView *>()->isVisible());
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QTest::keyClick(&palette.field(), Qt::Key_Down);
    QVERIFY(palette.isVisible());
}

void TestCommandPalette::offersWhatOnlyTheQueryKnows()
{
    QWidget window;
    CommandPalette palette(&window);
    window.show();
    QStringList log;
    palette.open({{entry("12 angry men", &log)}, [&log](const QString &query) -> std::optional<PaletteEntry> {
                      if (query != "12")
                          return std::nullopt;
                      return entry("Go to line 12", &log);
                  }});
    QTest::keyClicks(&palette.field(), "12");
    QCOMPARE(palette.model().rowCount(), 2);
    QTest::keyClick(&palette.field(), Qt::Key_Return);
    QCOMPARE(log, QStringList({"Go to line 12"}));
}

QTEST_MAIN(TestCommandPalette)
#include "tst_command_palette.moc"
