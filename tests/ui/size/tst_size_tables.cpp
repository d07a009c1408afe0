// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "size_samples.h"
#include "ui/size/compare_bars.h"
#include "ui/size/compare_model.h"
#include "ui/size/layers_model.h"
#include "ui/size/size_words.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

ComparedSize shown(std::size_t stage)
{
    const Measurement measurement = samples::goMeasurement();
    return {QStringLiteral("now"),
            measurement.stages[stage],
            measurement.store,
            {},
            samples::goAnalysis(),
            {},
            nullptr};
}

QStringList column(const LayersModel &model, int column)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells.append(model.index(row, column).data().toString());
    return cells;
}

} // namespace

/// Numbers in words, and the tables of the panel.
class TestSizeTables : public QObject {
    Q_OBJECT

private slots:
    void sizes_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << quint64(0) << "0 bytes";
        QTest::newRow("less than a thousand") << quint64(999) << "999 bytes";
        QTest::newRow("a decimal below a hundred") << quint64(8'940'000) << "8.9 MB";
        QTest::newRow("no decimal from a hundred on") << quint64(847'300'000) << "847 MB";
        QTest::newRow("as much as there can be") << ~quint64(0) << "9.2 EB";
    }
    void sizes()
    {
        QFETCH(quint64, bytes);
        QTEST(sizeText(bytes), "text");
    }

    void percentages_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << "0 %";
        QTest::newRow("all") << 1.0 << "100 %";
        QTest::newRow("nearly none is not none") << 0.00001 << "0.1 %";
        QTest::newRow("nearly all is not all") << 0.99999 << "99.9 %";
        QTest::newRow("some") << 0.984 << "98.4 %";
    }
    void percentages()
    {
        QFETCH(double, share);
        QTEST(percentText(share), "text");
    }

    void undressesTheBuildersWords_data()
    {
        QTest::addColumn<QByteArray>("createdBy");
        QTest::addColumn<QString>("text");
        QTest::newRow("classic metadata")
            << QByteArray("/bin/sh -c #(nop)  CMD [\"bash\"]") << "CMD [\"bash\"]";
        QTest::newRow("classic RUN") << QByteArray("/bin/sh -c apk add curl") << "RUN apk add curl";
        QTest::newRow("BuildKit RUN")
            << QByteArray("RUN /bin/sh -c apk add curl # buildkit") << "RUN apk add curl";
        QTest::newRow("BuildKit COPY") << QByteArray("COPY . . # buildkit") << "COPY . .";
        QTest::newRow("line ends become spaces") << QByteArray("RUN a\n\tb") << "RUN a b";
        QTest::newRow("nothing") << QByteArray() << "";
    }
    void undressesTheBuildersWords()
    {
        QFETCH(QByteArray, createdBy);
        LayerSize layer;
        layer.createdBy = createdBy.toStdString();
        QTEST(layerText(nullptr, layer), "text");
    }

    void listsLayersInFileOrder()
    {
        LayersModel model;
        QAbstractItemModelTester tester(&model);
        model.setSize(shown(1), {});
        QCOMPARE(column(model, LayersModel::Number),
                 QStringList(
                     {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4–6")}));
        QCOMPARE(column(model, LayersModel::Text),
                 QStringList({QStringLiteral("FROM alpine:3.18"),
                              QStringLiteral("RUN apk add --no-cache ca-certificates"),
                              QStringLiteral("COPY --from=build /server /server"),
                              QStringLiteral("EXPOSE 8080 · USER 10001 · CMD [\"/server\"]")}));
        QCOMPARE(column(model, LayersModel::Size),
                 QStringList({QStringLiteral("2.3 MB"), QStringLiteral("310 kB"), QStringLiteral("6.4 MB"),
                              QStringLiteral("0 bytes")}));
        QCOMPARE(column(model, LayersModel::Cumulative),
                 QStringList({QStringLiteral("2.3 MB"), QStringLiteral("2.6 MB"), QStringLiteral("9.0 MB"),
                              QStringLiteral("9.0 MB")}));
        QCOMPARE(column(model, LayersModel::Category),
                 QStringList({QStringLiteral("base image"), QStringLiteral("packages"),
                              QStringLiteral("application"), QStringLiteral("metadata")}));
    }

    void opensAndClosesRows()
    {
        LayersModel model;
        QAbstractItemModelTester tester(&model);
        model.setSize(shown(1), {});
        model.setOpen(3, true);
        model.setOpen(0, true);
        QCOMPARE(column(model, LayersModel::Number),
                 QStringList({QStringLiteral("1"), QString(), QString(), QStringLiteral("2"),
                              QStringLiteral("3"), QStringLiteral("4–6"), QStringLiteral("4"),
                              QStringLiteral("5"), QStringLiteral("6")}));
        QCOMPARE(model.instructionAt(6), InstructionIndex {9});
        model.setOpen(0, false);
        model.setOpen(3, false);
        QCOMPARE(model.rowCount(), 4);
    }

    void showsLongInstructionsWhole()
    {
        LayersModel model;
        model.setSize(shown(0), {});
        QCOMPARE(column(model, LayersModel::Text).back(),
                 QStringLiteral(
                     "RUN CGO_ENABLED=0 go build -trimpath -ldflags=\"-s -w\" -o /server ./cmd/server"));
    }

    void tellsHowTheLastBuildCameByIt()
    {
        LayersModel model;
        model.setSize(shown(1), {});
        model.setSteps({{InstructionIndex {7}, true, {}}, {InstructionIndex {8}, false, 1'200}});
        QCOMPARE(column(model, LayersModel::Time),
                 QStringList({QString(), QStringLiteral("≡ cached"), QStringLiteral("⟳ 1.2 s"), QString()}));
    }

    void copiesAllRows()
    {
        LayersModel model;
        model.setSize(shown(1), {});
        const QStringList lines = model.asText().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4 + 2 + 3);
        QCOMPARE(lines[3],
                 QStringLiteral("2\tRUN apk add --no-cache ca-certificates\t310 kB\t2.6 MB\tpackages"));
    }

    void survivesASizeWithoutLayers()
    {
        LayersModel model;
        QAbstractItemModelTester tester(&model);
        model.setSize({}, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.asText(), QString());
        QVERIFY(segmentsOf({}).empty());
    }

    void survivesInstructionsThatTheTextDoesNotHave()
    {
        LayersModel model;
        ComparedSize odd = shown(1);
        odd.size.stage = StageIndex {9};
        odd.size.layers = {samples::layer(999, 5, LayerCategory::Other, "RUN x")};
        model.setSize(odd, {});
        QCOMPARE(column(model, LayersModel::Text), QStringList {QStringLiteral("RUN x")});
    }

    void setsLayersSideBySide()
    {
        CompareModel model;
        QAbstractItemModelTester tester(&model);
        model.setSizes(samples::pinned(), shown(1));
        QVERIFY2(model.asText().startsWith(QStringLiteral("base image\t527 MB\t2.3 MB\t−525 MB\n")),
                 qPrintable(model.asText()));
        QVERIFY(model.asText().endsWith(QStringLiteral("together\t740 MB\t9.0 MB\t−731 MB\n")));
        QVERIFY(model.asText().contains(QStringLiteral("RUN go mod download\t96.3 MB\t–\t−96.3 MB\n")));
    }

    void marksEstimates()
    {
        CompareModel model;
        ComparedSize guess = samples::pinned();
        guess.basis = QStringLiteral("Sizes of golang:1.21.");
        model.setSizes(guess, shown(1));
        const QModelIndex before = model.index(0, CompareModel::Before);
        QCOMPARE(before.data().toString(), QStringLiteral("≈ 527 MB"));
        QVERIFY(before.data(Qt::FontRole).value<QFont>().italic());
        QCOMPARE(before.data(Qt::ToolTipRole).toString(),
                 QStringLiteral("<qt>Estimated. Sizes of golang:1.21.</qt>"));
        QVERIFY(changeSentence(guess, shown(1)).contains(QStringLiteral("≈ 731 MB less")));
    }

    void comparesNoNumbersOfTwoStores()
    {
        ComparedSize other = samples::pinned();
        other.store = ImageStore::Containerd;
        QVERIFY(changeSentence(other, shown(1)).contains(QLatin1String("cannot be compared")));
        CompareModel model;
        model.setSizes(other, shown(1));
        QVERIFY(!model.asText().contains(QLatin1String("740 MB")));
    }

    void saysGrowth_data()
    {
        QTest::addColumn<quint64>("before");
        QTest::addColumn<quint64>("after");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a little more")
            << quint64(100) << quint64(112) << "+12.0 % · 12 bytes more: other 12 bytes";
        QTest::newRow("many times as much")
            << quint64(100) << quint64(350) << "3.5 times as much · 250 bytes more: other 250 bytes";
        QTest::newRow("from nothing") << quint64(0) << quint64(5) << "5 bytes more: other 5 bytes";
        QTest::newRow("the same") << quint64(7) << quint64(7) << "Nothing changed: both weigh the same.";
    }
    void saysGrowth()
    {
        QFETCH(quint64, before);
        QFETCH(quint64, after);
        const auto side = [](quint64 bytes) {
            ComparedSize size;
            size.size = samples::sized({}, {}, {samples::layer(0, bytes, LayerCategory::Other)});
            return size;
        };
        QTEST(changeSentence(side(before), side(after)), "sentence");
    }

    void segmentsStayInsideTheLine()
    {
        std::vector<Segment> many(40, Segment {LayerCategory::Other, 1, 0});
        many.push_back({LayerCategory::Base, 1'000'000, 0});
        const QRectF line(10, 0, 50, 10);
        for (const bool isMirrored : {false, true})
            for (const QRectF &rect : segmentRects(many, line, 1'000'040, isMirrored))
                QVERIFY(rect.left() >= line.left() - 0.001 && rect.right() <= line.right() + 0.001);
    }
};

QTEST_MAIN(TestSizeTables)
#include "tst_size_tables.moc"
