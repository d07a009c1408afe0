// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/made_up_build.h"
#include "ui/common/build_marks.h"
#include "ui/common/mark_words.h"

#include <QSignalSpy>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

/// The marks as text, a line an instruction: "847 MB ≡"; "~" in front of what is stale, "-" for nothing.
QString told(const TextMarks &marks)
{
    QStringList lines;
    for (const InstructionMark &mark : marks.instructions) {
        QStringList parts;
        if (mark.bytes)
            parts << shortSize(*mark.bytes);
        if (mark.state)
            parts << stateGlyph(*mark.state);
        const QString text = parts.join(u' ');
        lines << (text.isEmpty() ? QStringLiteral("-") : mark.isStale ? u'~' + text : text);
    }
    return lines.join(QStringLiteral(" / "));
}

struct Fixture {
    Fixture()
    {
        document.reset(twoStages);
        marks.setMeasurement(madeUpMeasurement(), document.snapshot());
    }
    /// Replaces the first `what`.
    void edit(const std::string &what, const std::string &by)
    {
        const std::size_t at = document.text().bytes().find(what);
        QVERIFY(at != std::string_view::npos);
        document.apply(EditSet::replacing({at, at + what.size()}, by), Origin::Text, QStringLiteral("edit"));
    }
    const TextMarks &now() const { return *marks.marks(); }

    Document document;
    BuildMarks marks {document};
};

} // namespace

/// What builds told of a text, while the text is edited.
class TestTextMarks : public QObject {
    Q_OBJECT

private slots:
    void sizesStandOnTheirLines()
    {
        Fixture f;
        QCOMPARE(told(f.now()), QStringLiteral("826 MB / 0 B / 12 kB / 21 MB / 7.3 MB / 6.5 MB / 0 B"));
        QCOMPARE(f.now().stages[0].bytes, std::uint64_t(847'000'000));
        QCOMPARE(f.now().stages[0].shares.size(), std::size_t(3));
        QCOMPARE(f.now().largestStage, std::uint64_t(847'000'000));
        QVERIFY(!f.marks.isStale());
    }

    void editsMakeWhatFollowsStale_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a changed line and all below it in the stage, and what takes from the stage")
            << "COPY . ."
            << "COPY src ."
            << "826 MB / 0 B / ~12 kB / ~21 MB / 7.3 MB / ~6.5 MB / ~0 B";
        QTest::newRow("a new line") << "COPY . .\n"
                                    << "ENV A=1\nCOPY . .\n"
                                    << "826 MB / 0 B / - / ~12 kB / ~21 MB / 7.3 MB / ~6.5 MB / ~0 B";
        QTest::newRow("a line that is gone") << "COPY . .\n"
                                             << ""
                                             << "826 MB / 0 B / ~21 MB / 7.3 MB / ~6.5 MB / ~0 B";
        QTest::newRow("the last line of a stage that is gone")
            << "CMD [\"/server\"]\n"
            << ""
            << "826 MB / 0 B / 12 kB / 21 MB / 7.3 MB / 6.5 MB";
        QTest::newRow("a comment changes nothing") << "WORKDIR"
                                                   << "# here\nWORKDIR"
                                                   << "826 MB / 0 B / 12 kB / 21 MB / 7.3 MB / 6.5 MB / 0 B";
        QTest::newRow("another base") << "golang:1.21"
                                      << "golang:1.22"
                                      << "~826 MB / ~0 B / ~12 kB / ~21 MB / 7.3 MB / ~6.5 MB / ~0 B";
        QTest::newRow("another name is no other build, but COPY names it")
            << "alpine:3.18"
            << "alpine:3.18 AS final"
            << "826 MB / 0 B / 12 kB / 21 MB / 7.3 MB / 6.5 MB / 0 B";
        QTest::newRow("a new stage in the middle of another")
            << "RUN go"
            << "FROM scratch\nRUN go"
            << "826 MB / 0 B / 12 kB / - / - / 7.3 MB / ~6.5 MB / ~0 B";
        QTest::newRow("nothing is left") << QString::fromStdString(twoStages) << ""
                                         << "";
    }
    void editsMakeWhatFollowsStale()
    {
        QFETCH(QString, what);
        QFETCH(QString, by);
        QFETCH(QString, expected);
        Fixture f;
        const QSignalSpy spy(&f.marks, &BuildMarks::changed);
        f.edit(what.toStdString(), by.toStdString());
        QCOMPARE(told(f.now()), expected);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(f.now().analysis, f.document.snapshot());
        f.document.undoStack().undo();
        QCOMPARE(told(f.now()), QStringLiteral("826 MB / 0 B / 12 kB / 21 MB / 7.3 MB / 6.5 MB / 0 B"));
        QVERIFY(!f.marks.isStale());
    }

    void aLostLastLineMakesTheStageStale()
    {
        Fixture f;
        f.edit("CMD [\"/server\"]\n", "");
        QVERIFY(f.now().stages[1].isSizeStale);
        QVERIFY(!f.now().stages[0].isSizeStale);
        QVERIFY(f.marks.isStale());
    }

    void stagesThatMoveKeepWhatIsKnown()
    {
        Fixture f;
        const std::size_t cut = twoStages.find("FROM alpine");
        f.document.apply(diffLinesOf(twoStages.substr(cut) + twoStages.substr(0, cut)), Origin::Graph,
                         QStringLiteral("Move stage"));
        QCOMPARE(f.now().stages[1].bytes, std::uint64_t(847'000'000));
        QVERIFY(!f.now().stages[1].isSizeStale);
    }

    void argumentsAboveTheFirstStageCountForWhoUsesThem()
    {
        Document document;
        document.reset("ARG V=1\nFROM golang:$V AS a\nFROM alpine AS b\n");
        BuildMarks marks(document);
        StageSize a;
        a.stage = {0};
        a.baseBytes = a.bytes = 1000;
        StageSize b = a;
        b.stage = {1};
        Measurement measurement;
        measurement.stages = {a, b};
        marks.setMeasurement(measurement, document.snapshot());
        document.apply(EditSet::replacing({6, 7}, "2"), Origin::Text, QStringLiteral("edit"));
        QVERIFY(marks.marks()->stages[0].isSizeStale);
        QVERIFY(!marks.marks()->stages[1].isSizeStale);
    }

    void statesOfABuild_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QString>("first"); // Of the first stage: glyph, rebuilt, milliseconds.
        using S = StepState;
        const auto list = [](std::initializer_list<S> states) {
            QList<int> numbers;
            for (const S state : states)
                numbers << int(state);
            return numbers;
        };
        QTest::newRow("all from the cache") << list({S::Cached, S::Cached, S::Cached}) << "≡ 0 0";
        QTest::newRow("some done again") << list({S::Cached, S::Done, S::Done}) << "⟳ 2 3000";
        QTest::newRow("one still runs") << list({S::Cached, S::Done, S::Running}) << "▶ 1 1000";
        QTest::newRow("one failed") << list({S::Cached, S::Done, S::Failed}) << "✕ 1 3000";
        QTest::newRow("cancelled") << list({S::Cached, S::Cancelled, S::Waiting}) << "■ 0 1000";
        QTest::newRow("nothing has begun") << list({S::Waiting, S::Waiting, S::Waiting}) << "none";
    }
    void statesOfABuild()
    {
        QFETCH(QList<int>, states);
        QFETCH(QString, first);
        std::vector<StepState> steps;
        for (const int state : states)
            steps.push_back(StepState(state));
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        marks.setSteps(madeUpSteps(steps), document.snapshot());
        const StageMark &mark = marks.marks()->stages[0];
        QCOMPARE(mark.state ? QStringLiteral("%1 %2 %3")
                                  .arg(stateGlyph(*mark.state))
                                  .arg(mark.rebuilt)
                                  .arg(mark.milliseconds)
                            : QStringLiteral("none"),
                 first);
    }

    void progressOfAnOlderTextFindsItsLines()
    {
        Document document;
        document.reset(twoStages);
        const auto built = document.snapshot();
        BuildMarks marks(document);
        document.apply(EditSet::replacing({0, 0}, "# two lines\n# more\n"), Origin::Text,
                       QStringLiteral("edit"));
        marks.setSteps(madeUpSteps({StepState::Cached, StepState::Running}), built);
        QCOMPARE(told(*marks.marks()), QStringLiteral("- / ≡ / ▶ / - / - / - / -"));
        QCOMPARE(std::string(document.text().slice(marks.presentRangeOf({2}))), std::string("COPY . ."));
        QVERIFY(marks.presentRangeOf({99}).isEmpty());
    }

    void sameNewsAreNoNews()
    {
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        const QSignalSpy spy(&marks, &BuildMarks::changed);
        for (int i = 0; i < 5; ++i)
            marks.setSteps(madeUpSteps({StepState::Running}), document.snapshot());
        QCOMPARE(spy.count(), 1);
        marks.clear();
        QCOMPARE(spy.count(), 2);
        QVERIFY(marks.marks()->stages.empty());
    }

    void nonsenseFromAnEngineIsBorne()
    {
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        Measurement measurement = madeUpMeasurement();
        measurement.stages[0].stage = {77};
        measurement.stages[1].layers.push_back(madeUpLayer(999, 5, LayerCategory::Other));
        marks.setMeasurement(measurement, document.snapshot());
        QVERIFY(!marks.marks()->stages[0].bytes);
        QCOMPARE(marks.marks()->stages[1].bytes, std::uint64_t(13'800'000));
        std::vector<ProgressStep> steps = madeUpSteps({StepState::Done});
        steps[0].instruction = {999};
        marks.setSteps(steps, document.snapshot());
        QVERIFY(!marks.marks()->stages[0].state);
    }

    void aBaseThatIsThereIsNotMadeAnew()
    {
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        marks.setSteps({madeUpStep(0, "build", "FROM golang:1.21", StepState::Done, 20)},
                       document.snapshot());
        QCOMPARE(marks.marks()->instructions[0].state, StepState::Cached);
        marks.setSteps({madeUpStep(0, "build", "FROM golang:1.21", StepState::Done, 3000)},
                       document.snapshot());
        QCOMPARE(marks.marks()->instructions[0].state, StepState::Done);
        QCOMPARE(marks.marks()->stages[0].rebuilt, std::size_t(0));
    }

    void words_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("expected");
        QTest::newRow("bytes") << shortSize(512) << "512 B";
        QTest::newRow("one byte") << shortSize(1) << "1 B";
        QTest::newRow("nothing") << shortSize(0) << "0 B";
        QTest::newRow("heard") << spokenSize(9'100'000) << "9.1 megabytes";
        QTest::newRow("tenths") << shortDuration(440) << "0.4 s";
        QTest::newRow("seconds") << shortDuration(33'600) << "34 s";
        QTest::newRow("minutes") << shortDuration(125'000) << "2 min 5 s";
        QTest::newRow("hours") << shortDuration(3'725'000) << "1 h 2 min";
        QTest::newRow("clocks that disagree") << shortDuration(-5) << "0.0 s";
    }
    void words()
    {
        QFETCH(QString, said);
        QFETCH(QString, expected);
        QCOMPARE(said, expected);
    }

private:
    static EditSet diffLinesOf(const std::string &after)
    {
        // The second stage goes to the top, as a hand in the order rail moves it.
        const std::size_t cut = twoStages.find("FROM alpine");
        EditSet edits;
        (void)edits.add({{0, 0}, twoStages.substr(cut)});
        (void)edits.add({{cut, twoStages.size()}, ""});
        Q_ASSERT(edits.applyTo(twoStages) == after);
        return edits;
    }
};

QTEST_GUILESS_MAIN(TestTextMarks)
#include "tst_text_marks.moc"
