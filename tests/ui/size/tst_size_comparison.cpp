// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "size_samples.h"
#include "ui/size/compare_bars.h"
#include "ui/size/elided_label.h"
#include "ui/size/size_panel.h"

#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

struct Fixture {
    Fixture()
    {
        panel.setAnalysis(samples::goAnalysis());
        panel.resize(1200, 360);
        panel.show();
    }
    void measure(std::optional<ComparedSize> before = samples::pinned(), bool isStale = false)
    {
        panel.showMeasured(measurement, std::move(before), isStale);
    }
    QString sentence() const { return panel.findChild<CompareBars *>()->sentence(); }
    QComboBox *combo(const char *name) const
    {
        for (auto *each : panel.findChildren<QComboBox *>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        return nullptr;
    }
    void choose(const char *box, const QString &entry) const
    {
        QComboBox *const chosen = combo(box);
        const int row = chosen->findText(entry);
        QVERIFY2(row >= 0, qPrintable(entry));
        chosen->setCurrentIndex(row);
        emit chosen->activated(row);
    }
    QString labels() const
    {
        QStringList words;
        for (const auto *label : panel.findChildren<ElidedLabel *>())
            if (label->isVisible())
                words.append(label->text());
        return words.join(u'\n');
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *each : panel.findChildren<QPushButton *>())
            if (each->isVisible() && each->text().remove(u'&') == text)
                return each;
        return nullptr;
    }

    Measurement measurement = samples::goMeasurement();
    SizePanel panel;
};

ComparedSize named(const char *name, std::uint64_t bytes)
{
    ComparedSize side;
    side.name = QLatin1String(name);
    side.size = samples::sized(StageIndex {0}, std::string("sha256:") + name,
                               {samples::layer(0, bytes, LayerCategory::Other)});
    return side;
}

std::shared_ptr<const ImageContents> holding(std::vector<LayerEntry> entries)
{
    ImageContents files;
    FileLayer layer;
    layer.entries = std::move(entries);
    files.history.emplace_back();
    files.layers.push_back(std::move(layer));
    return std::make_shared<const ImageContents>(std::move(files));
}

} // namespace

/// What the panel compares, and with what.
class TestSizeComparison : public QObject {
    Q_OBJECT

private slots:
    void comparesWithAnotherImage()
    {
        Fixture f;
        f.measure();
        f.panel.compareWith(named("nginx:1", 18'000'000));
        QCOMPARE(f.combo("Compared with")->currentText(), QStringLiteral("nginx:1"));
        QVERIFY2(f.sentence().startsWith(QStringLiteral("−49.8 % · 9.0 MB less")), qPrintable(f.sentence()));
        // It stays when the same is measured again, and is there once.
        f.measure();
        f.panel.compareWith(named("nginx:1", 4'520'000));
        QCOMPARE(f.combo("Compared with")->findText(QStringLiteral("nginx:1")), 1);
        QVERIFY2(f.sentence().startsWith(QStringLiteral("2.0 times as much")), qPrintable(f.sentence()));
    }

    void saysWhatWhoeverRunsItNotices()
    {
        Fixture f;
        ComparedSize before = samples::pinned();
        before.config = ImageConfig();
        f.measurement.config = ImageConfig();
        f.measure(before);
        QVERIFY(
            f.labels().contains(QStringLiteral("Whoever runs it notices no difference in how it starts.")));
        f.measurement.config->user = "10001";
        f.measure(before);
        QVERIFY2(f.labels().contains(QRegularExpression(QStringLiteral("Whoever runs it notices: .*10001"))),
                 qPrintable(f.labels()));
        before.config.reset();
        f.measure(before);
        QVERIFY(!f.labels().contains(QStringLiteral("Whoever")));
    }

    void comparesStagesOfOneName()
    {
        Fixture f;
        f.measurement.stages.front().name = "build";
        Measurement old = f.measurement;
        old.time -= 60;
        old.textHash = "old";
        old.stages.front().layers.push_back(samples::layer(5, 100'000'000, LayerCategory::Other));
        old.stages.front().bytes += 100'000'000;
        f.panel.setMeasurements({old});
        f.measure(std::nullopt);
        QCOMPARE(f.sentence(), QStringLiteral("Nothing changed: both weigh the same."));
        f.panel.setStage(StageIndex {0});
        QVERIFY2(f.sentence().startsWith(QStringLiteral("−12.5 % · 100 MB less")), qPrintable(f.sentence()));
        QVERIFY(f.combo("Compared with")->currentText().endsWith(QStringLiteral(" · build")));
    }

    void estimatesWhatWasNotBuilt()
    {
        Fixture f;
        f.measure(std::nullopt);
        ComparedSize now = named("this text", 4'520'000);
        now.size.stage = StageIndex {2};
        now.basis = QStringLiteral("Two layers as measured.");
        f.panel.setEstimates({now}, StageIndex {2});
        QCOMPARE(f.sentence(), QString());
        f.panel.setStale(true);
        QVERIFY2(f.sentence().startsWith(QStringLiteral("−50.0 % · ≈ 4.5 MB less")),
                 qPrintable(f.sentence()));
        QVERIFY(f.sentence().endsWith(QLatin1String("estimated: Two layers as measured.")));
        QVERIFY(!f.combo("What is compared")->isVisible()); // An estimate has no files.
        f.panel.setStale(false);
        QCOMPARE(f.sentence(), QString());
    }

    void comparesFiles()
    {
        Fixture f;
        f.measurement.stages.back().image = "sha256:after";
        ComparedSize before = samples::pinned();
        before.size.image = "sha256:before";
        f.measure(before);
        f.choose("What is compared", QStringLiteral("by file"));
        QSignalSpy asked(&f.panel, &SizePanel::filesRequested);
        f.button(QStringLiteral("Read the Files of Both"))->click();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("sha256:before"));
        f.panel.setFilesProgress(QStringLiteral("sha256:before"), 5, 0);
        f.panel.setFilesProgress(QStringLiteral("sha256:after"), 5, 0);
        f.panel.setFiles(QStringLiteral("sha256:before"),
                         holding({samples::file("gone", 9'000'000), samples::file("same", 5),
                                  samples::file("grown", 1'000)}));
        QSignalSpy cancelled(&f.panel, &SizePanel::filesCancelled);
        f.button(QStringLiteral("Cancel"))->click();
        QCOMPARE(cancelled.size(), 1);
        f.button(QStringLiteral("Read the Files of Both"))->click();
        QCOMPARE(asked.size(), 3); // What is there is not read again.
        f.panel.setFiles(
            QStringLiteral("sha256:after"),
            holding({samples::file("same", 5), samples::file("grown", 3'000), samples::file("new", 7)}));
        QVERIFY2(f.labels().contains(QStringLiteral("Files: 1 gone · 1 new · 1 of another size · 1 alike")),
                 qPrintable(f.labels()));
        const QTableView *table = nullptr;
        for (const auto *each : f.panel.findChildren<QTableView *>())
            if (each->accessibleName() == QLatin1String("Files that differ"))
                table = each;
        QVERIFY(table);
        QStringList rows;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                cells.append(table->model()->index(row, column).data().toString());
            rows.append(cells.join(QStringLiteral(" | ")));
        }
        QCOMPARE(rows,
                 QStringList({QStringLiteral("/gone | 9.0 MB | – | −9.0 MB"),
                              QStringLiteral("/grown | 1.0 kB | 3.0 kB | +2.0 kB"),
                              QStringLiteral("/new | – | 7 bytes | +7 bytes")}));
        // Other news of the engine make nobody read again.
        f.measure(before);
        QVERIFY(f.labels().contains(QStringLiteral("Files: 1 gone")));
    }

    void saysWhyFilesCannotBeRead()
    {
        Fixture f;
        f.measurement.stages.back().image = "sha256:after";
        ComparedSize before = samples::pinned();
        before.size.image = "sha256:before";
        f.measure(before);
        f.choose("What is compared", QStringLiteral("by file"));
        f.panel.setFilesFailed(QStringLiteral("sha256:before"),
                               {{"The engine has no image “%1”.", {"x"}}, {}});
        QVERIFY(f.button(QStringLiteral("Read Again")));
    }
};

QTEST_MAIN(TestSizeComparison)
#include "tst_size_comparison.moc"
