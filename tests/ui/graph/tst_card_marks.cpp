// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/made_up_build.h"
#include "ui/common/build_marks.h"
#include "ui/graph/graph_pane.h"
#include "ui/graph/graph_sentences.h"
#include "ui/graph/stage_item.h"

#include <QGuiApplication>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

struct Fixture {
    explicit Fixture(const std::string &text = twoStages) { document.reset(text); }
    StageCard card(std::size_t stage, CardForm form = CardForm::Expanded) const
    {
        return makeStageCard(document.analysis(), {stage}, form, marks.marks().get());
    }
    void measure() { marks.setMeasurement(madeUpMeasurement(), document.snapshot()); }
    void build(const std::vector<StepState> &states)
    {
        marks.setSteps(madeUpSteps(states), document.snapshot());
    }

    Document document;
    BuildMarks marks {document};
    GraphFonts fonts = GraphFonts::of(QGuiApplication::font());
};

QString joined(const StageCard &card)
{
    return card.lines().join(QStringLiteral(" / "));
}

} // namespace

/// What cards tell of builds, and that it never makes them jump.
class TestCardMarks : public QObject {
    Q_OBJECT

private slots:
    void nothingIsSaidOfWhatNobodyMeasured()
    {
        const Fixture f;
        const StageCard plain = makeStageCard(f.document.analysis(), {0}, CardForm::Expanded);
        QCOMPARE(f.card(0), plain);
        const CardGeometry geometry = CardGeometry::of(plain, f.fonts);
        QVERIFY(geometry.bar.isEmpty());
        QVERIFY(geometry.size.isEmpty());
    }

    void sizesAndStatesAreSaid()
    {
        Fixture f;
        f.measure();
        f.build({StepState::Cached, StepState::Done, StepState::Done});
        QCOMPARE(joined(f.card(0)),
                 QStringLiteral(
                     "build / golang:1.21 [tag] / 3 instructions · 3 s · ⟳ 2 / 847 MB / WORKDIR /app ≡ / "
                     "COPY . . | 12 kB ⟳ / ▲ RUN go build -o server | 21 MB ⟳ / ▲ 2"));
        QCOMPARE(joined(f.card(1, CardForm::Collapsed)),
                 QStringLiteral("stage 1 | final ◎ / alpine:3.18 [tag] / 2 instructions / 14 MB / ▲ 1"));
    }

    void whatIsOlderThanTheTextIsMarked()
    {
        Fixture f;
        f.measure();
        f.document.apply(EditSet::replacing({0, 0}, "FROM scratch AS new\n"), Origin::Text,
                         QStringLiteral("edit"));
        const std::size_t at = f.document.text().bytes().find("COPY . .");
        f.document.apply(EditSet::replacing({at, at + 8}, "COPY a ."), Origin::Text, QStringLiteral("edit"));
        QCOMPARE(f.card(0, CardForm::Collapsed).marks.size, QStringLiteral("?"));
        QVERIFY(f.card(1).marks.isSizeStale);
        QVERIFY(joined(f.card(1)).contains(QStringLiteral("847 MB (older than the text)")));
        QVERIFY(sentenceOf(f.document.analysis(), {1}, f.marks.marks().get())
                    .contains(QStringLiteral("847 megabytes, older than the text")));
    }

    void estimatesSaySo()
    {
        Fixture f;
        Measurement measurement = madeUpMeasurement();
        measurement.stages[1].isApproximate = true;
        f.marks.setMeasurement(measurement, f.document.snapshot());
        QCOMPARE(f.card(1).marks.size, QStringLiteral("≈ 14 MB"));
        QVERIFY(f.card(1).marks.spoken.startsWith(QStringLiteral("about 14 megabytes")));
    }

    void barsAreScaledToTheLargestStage()
    {
        Fixture f;
        f.measure();
        QCOMPARE(f.card(0).marks.fill, 1.0);
        QVERIFY(f.card(1).marks.fill > 0.016 && f.card(1).marks.fill < 0.017);
    }

    void imagesSayWhetherTheyAreThere()
    {
        Fixture f;
        const ImageCard before = makeImageCard(f.document.analysis(), {2});
        QCOMPARE(before.subtitle, QStringLiteral("docker.io"));
        f.marks.setImageSizes({{f.document.analysis().graph.nodes[2].reference, {826'000'000}},
                               {f.document.analysis().graph.nodes[3].reference, {}}});
        const auto subtitle = [&](std::size_t node) {
            return makeImageCard(f.document.analysis(), {node}, f.marks.marks().get()).subtitle;
        };
        QCOMPARE(subtitle(2), QStringLiteral("826 MB · local"));
        QCOMPARE(subtitle(3), QStringLiteral("not pulled"));
    }

    void boxesKeepTheirSizeWhileABuildRuns()
    {
        Fixture f;
        f.build({StepState::Waiting});
        std::vector<QRectF> frames;
        const std::vector<std::vector<StepState>> states {
            {StepState::Waiting},
            {StepState::Running},
            {StepState::Cached, StepState::Done, StepState::Running},
            {StepState::Cached, StepState::Done, StepState::Failed},
            {StepState::Cached, StepState::Done, StepState::Done, StepState::Cancelled}};
        for (const auto &each : states) {
            f.build(each);
            frames.push_back(CardGeometry::of(f.card(0), f.fonts).frame);
        }
        f.measure();
        frames.push_back(CardGeometry::of(f.card(0), f.fonts).frame);
        for (const QRectF &frame : frames)
            QCOMPARE(frame, frames.front());
    }

    void partsLieInTheFrameAndNotOnEachOther()
    {
        Fixture f;
        f.measure();
        for (const CardForm form : {CardForm::Collapsed, CardForm::Expanded}) {
            const CardGeometry g = CardGeometry::of(f.card(0, form), f.fonts);
            for (const QRectF &part : {g.size, g.bar, g.details, g.base})
                QVERIFY(g.frame.contains(part));
            QVERIFY(!g.size.intersects(g.details));
            QVERIFY(!g.bar.intersects(g.details));
            for (const RowPlace &row : g.rows)
                QVERIFY(!g.bar.intersects(row.rect));
        }
    }

    void thePictureDoesNotJump()
    {
        Fixture f;
        Selection selection;
        GraphPane pane(f.document, selection);
        pane.resize(900, 640);
        pane.setMarks(&f.marks);
        f.build({StepState::Running}); // The one time when boxes grow.
        const auto places = [&] {
            QList<QPointF> found;
            for (const NodeItem *item : pane.scene().nodesInOrder())
                found << item->pos();
            return found;
        };
        const QList<QPointF> before = places();
        f.build({StepState::Cached, StepState::Done, StepState::Failed});
        QCOMPARE(places(), before);
        f.measure();
        QCOMPARE(places(), before);
        const auto *item = qgraphicsitem_cast<const StageItem *>(pane.scene().nodeItem({0}));
        QVERIFY(item);
        QCOMPARE(item->card().marks.size, QStringLiteral("847 MB"));
        // An edit draws the card once, with what is known of the new text.
        const std::size_t at = f.document.text().bytes().find("COPY . .");
        f.document.apply(EditSet::replacing({at, at + 8}, "COPY a ."), Origin::Text, QStringLiteral("edit"));
        item = qgraphicsitem_cast<const StageItem *>(pane.scene().nodeItem({0}));
        QVERIFY(item->card().marks.isSizeStale);
        QVERIFY(pane.scene().sentenceFor({0}).contains(QStringLiteral("847 megabytes")));
    }

    void marksMayDieFirst()
    {
        Document document;
        document.reset(twoStages);
        Selection selection;
        GraphPane pane(document, selection);
        {
            BuildMarks marks(document);
            pane.setMarks(&marks);
            marks.setMeasurement(madeUpMeasurement(), document.snapshot());
        }
        document.apply(EditSet::replacing({0, 0}, "# x\n"), Origin::Text, QStringLiteral("edit"));
        QCOMPARE(document.analysis().graph.stageCount(), std::size_t(2));
    }
};

QTEST_MAIN(TestCardMarks)
#include "tst_card_marks.moc"
