// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "size_samples.h"
#include "ui/size/compare_bars.h"
#include "ui/size/elided_label.h"
#include "ui/size/size_panel.h"
#include "ui/size/size_words.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace drydock;
using namespace drydock::ui;

namespace {

struct Fixture {
    Fixture()
    {
        panel.setAnalysis(samples::goAnalysis());
        panel.resize(1200, 320);
        panel.show();
        isReady = QTest::qWaitForWindowExposed(&panel);
    }
    void measure(std::optional<ComparedSize> before = samples::pinned())
    {
        panel.showMeasured(samples::goMeasurement(), std::move(before), false);
    }
    /// All that can be read at the moment.
    QStringList words() const
    {
        QStringList all;
        for (const auto *label : panel.findChildren<QLabel *>())
            if (label->isVisible() && !label->text().isEmpty())
                all.append(label->text());
        for (const auto *label : panel.findChildren<ElidedLabel *>())
            if (label->isVisible())
                all.append(label->text());
        return all;
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *each : panel.findChildren<QPushButton *>())
            if (each->isVisible() && each->text().remove(u'&') == text)
                return each;
        return nullptr;
    }
    QString tab() const
    {
        const auto *tabs = panel.findChild<QTabWidget *>();
        return tabs->tabText(tabs->currentIndex()).remove(u'&');
    }
    QComboBox *combo(const QString &name) const
    {
        for (auto *each : panel.findChildren<QComboBox *>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
    QTableView *layers() const
    {
        for (auto *each : panel.findChildren<QTableView *>())
            if (each->accessibleName() == QLatin1String("Layers in the order of the file"))
                return each;
        return nullptr;
    }
    QStringList entries(const QString &name) const
    {
        QStringList all;
        for (int row = 0; row < combo(name)->count(); ++row)
            all.append(combo(name)->itemText(row));
        return all;
    }

    SizePanel panel;
    bool isReady = false;
};

QString layerCell(const QTableView *table, int row, int column)
{
    return table->model()->index(row, column).data().toString();
}

} // namespace

/// What the panel says in each state and how it follows the text.
class TestSizePanel : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsMissing()
    {
        Fixture f;
        QVERIFY(f.isReady);
        QCOMPARE(f.words(), QStringList {QStringLiteral("Build to see what each stage weighs.")});
        QSignalSpy builds(&f.panel, &SizePanel::buildRequested);
        f.button(QStringLiteral("Build"))->click();
        QCOMPARE(builds.size(), 1);
    }

    void offersWaysToAnEngine()
    {
        Fixture f;
        f.panel.showNotConnected(QStringLiteral("Not connected: permission denied on /run/docker.sock."));
        QCOMPARE(f.words(),
                 QStringList {QStringLiteral("Not connected: permission denied on /run/docker.sock.")});
        QSignalSpy retries(&f.panel, &SizePanel::retryRequested);
        QSignalSpy engines(&f.panel, &SizePanel::chooseEngineRequested);
        QSignalSpy images(&f.panel, &SizePanel::savedImageRequested);
        f.button(QStringLiteral("Retry"))->click();
        f.button(QStringLiteral("Choose Engine…"))->click();
        f.button(QStringLiteral("Use a Saved Image…"))->click();
        QCOMPARE(QList<qsizetype>({retries.size(), engines.size(), images.size()}),
                 QList<qsizetype>({1, 1, 1}));
    }

    void takesNoMarkup()
    {
        Fixture f;
        f.panel.showNotConnected(QStringLiteral("<b>bold</b>"), QStringLiteral("<img src=x>"));
        for (const auto *label : f.panel.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(f.words().contains(QStringLiteral("<b>bold</b>")));
    }

    void showsTheEnginesOwnWords()
    {
        Fixture f;
        f.panel.showFailed({{"The engine has no image called “%1”.", {"a:b"}}, "No such image"});
        QCOMPARE(f.words(),
                 QStringList({QStringLiteral("The engine has no image called “a:b”."),
                              QStringLiteral("No such image")}));
    }

    void headsWithWhatWasMeasured()
    {
        Fixture f;
        f.measure();
        QVERIFY(f.words().contains(QStringLiteral("go-webapp:dev")));
        QVERIFY2(
            f.words().join(u'\n').contains(QStringLiteral(
                "9.0 MB unpacked · 3.6 MB download · docker 28.5 (unix:///var/run/docker.sock) · measured ")),
            qPrintable(f.words().join(u'\n')));
        QVERIFY(!f.words().contains(QStringLiteral("▲ text changed since")));
        f.panel.setStale(true);
        QVERIFY(f.words().contains(QStringLiteral("▲ text changed since")));
        QSignalSpy builds(&f.panel, &SizePanel::buildRequested);
        f.button(QStringLiteral("Rebuild"))->click();
        QCOMPARE(builds.size(), 1);
    }

    void aProposalIsNoChangedText()
    {
        Fixture f;
        f.panel.setProposal(true);
        f.panel.showMeasured(samples::goMeasurement(), samples::pinned(), true);
        QVERIFY(f.words().contains(QStringLiteral("◇ proposed, not in the text yet")));
        QVERIFY(!f.button(QStringLiteral("Rebuild")));
        f.panel.setProposal(false);
        QVERIFY(f.words().contains(QStringLiteral("▲ text changed since")));
        QVERIFY(f.button(QStringLiteral("Rebuild")));
    }

    void showsWhetherTheImageWorks()
    {
        Fixture f;
        f.measure();
        f.panel.setVerification(QStringLiteral("answers 200 on /"), true);
        QVERIFY(f.words().contains(QStringLiteral("✓ answers 200 on /")));
        f.panel.setVerification(QStringLiteral("ended with 1"), false);
        QVERIFY(f.words().contains(QStringLiteral("✕ ended with 1")));
        f.panel.setVerification({}, false);
        QVERIFY(!f.words().join(u'\n').contains(u'✕'));
    }

    void beginsWithTheComparisonIfThereIsOne()
    {
        Fixture f;
        f.measure();
        QCOMPARE(f.tab(), QStringLiteral("Compare"));
        Fixture alone;
        alone.measure(std::nullopt);
        QCOMPARE(alone.tab(), QStringLiteral("Layers"));
    }

    void saysWhatIsGone()
    {
        Fixture f;
        f.measure();
        QCOMPARE(f.panel.findChild<CompareBars *>()->sentence(),
                 QStringLiteral(
                     "−98.8 % · 731 MB less: base image 525 MB, dependencies 96.3 MB, build output 71.5 "
                     "MB, application 38.9 MB"));
    }

    void offersEarlierMeasurements()
    {
        Fixture f;
        Measurement old = samples::fatMeasurement();
        old.image = "old:1";
        std::vector<Measurement> many(30, old);
        many.insert(many.begin(), samples::goMeasurement());
        f.panel.setMeasurements(many);
        f.measure();
        const QStringList entries = f.entries(QStringLiteral("Compared with"));
        QCOMPARE(entries.size(), 1 + 20 + 2);
        QCOMPARE(entries.front(), QStringLiteral("pinned 11:40"));
        QVERIFY(entries[1].startsWith(QLatin1String("old:1, measured ")));
        QCOMPARE(entries.mid(entries.size() - 2),
                 QStringList({QStringLiteral("nothing"), QStringLiteral("Another image…")}));
    }

    void asksForAnotherImageAndKeepsWhatIsShown()
    {
        Fixture f;
        f.measure();
        QSignalSpy asked(&f.panel, &SizePanel::otherImageRequested);
        QComboBox *with = f.combo(QStringLiteral("Compared with"));
        with->setCurrentIndex(with->count() - 1);
        emit with->activated(with->count() - 1);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(with->currentText(), QStringLiteral("pinned 11:40"));
    }

    void listsAllStages()
    {
        Fixture f;
        Measurement measurement = samples::goMeasurement();
        f.panel.showMeasured(measurement, {}, false);
        QCOMPARE(f.entries(QStringLiteral("Stage")),
                 QStringList({QStringLiteral("build · 699 MB"), QStringLiteral("stage 1 · 9.0 MB")}));
        QCOMPARE(f.combo(QStringLiteral("Stage"))->currentIndex(), 1);
        measurement.stages.erase(measurement.stages.begin());
        f.panel.showMeasured(measurement, {}, false);
        QCOMPARE(f.entries(QStringLiteral("Stage")).front(), QStringLiteral("build · not built"));
    }

    void showsAnotherStage()
    {
        Fixture f;
        f.measure(std::nullopt);
        f.panel.setStage(StageIndex {0});
        QVERIFY(f.words().join(u'\n').contains(QStringLiteral("699 MB unpacked")));
        QCOMPARE(layerCell(f.layers(), 0, LayersModel::Text), QStringLiteral("FROM golang:1.21 AS build"));
    }

    void revealsTheLineOfALayer()
    {
        Fixture f;
        f.measure(std::nullopt);
        QSignalSpy revealed(&f.panel, &SizePanel::revealed);
        QTableView *table = f.layers();
        emit table->clicked(table->model()->index(2, LayersModel::Text));
        QCOMPARE(revealed.size(), 1);
        const auto range = revealed.front().front().value<TextRange>();
        QCOMPARE(QString::fromStdString(std::string(samples::goText).substr(range.begin, range.size())),
                 QStringLiteral("COPY --from=build /server /server"));
    }

    void findsTheLineAgainInAChangedText()
    {
        Fixture f;
        f.measure(std::nullopt);
        const std::string changed = "# one more line\n" + std::string(samples::goText);
        f.panel.setAnalysis(samples::goAnalysis(changed));
        f.panel.setStale(true);
        QSignalSpy revealed(&f.panel, &SizePanel::revealed);
        QTableView *table = f.layers();
        emit table->clicked(table->model()->index(2, LayersModel::Text));
        QCOMPARE(revealed.size(), 1);
        const auto range = revealed.front().front().value<TextRange>();
        QCOMPARE(QString::fromStdString(changed.substr(range.begin, range.size())),
                 QStringLiteral("COPY --from=build /server /server"));
    }

    void followsTheCaretSilently()
    {
        Fixture f;
        f.measure(std::nullopt);
        QSignalSpy revealed(&f.panel, &SizePanel::revealed);
        f.panel.setCurrentInstruction(InstructionIndex {8});
        QCOMPARE(f.layers()->currentIndex().row(), 2);
        // What is folded away selects the row that hides it.
        f.panel.setCurrentInstruction(InstructionIndex {10});
        QCOMPARE(f.layers()->currentIndex().row(), 3);
        QCOMPARE(revealed.size(), 0);
    }

    void showsTheBuildersWordsForAnUnknownText()
    {
        Fixture f;
        f.panel.showMeasured(samples::fatMeasurement(), {}, true);
        QCOMPARE(layerCell(f.layers(), 0, LayersModel::Text), QStringLiteral("Base image"));
        QCOMPARE(layerCell(f.layers(), 3, LayersModel::Text), QStringLiteral("RUN go mod download"));
        QSignalSpy revealed(&f.panel, &SizePanel::revealed);
        emit f.layers()->clicked(f.layers()->model()->index(3, LayersModel::Text));
        QCOMPARE(revealed.size(), 0);
    }
};

QTEST_MAIN(TestSizePanel)
#include "tst_size_panel.moc"
