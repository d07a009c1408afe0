// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/made_up_build.h"
#include "ui/build/build_log_view.h"
#include "ui/build/build_panel.h"
#include "ui/build/build_steps_model.h"
#include "ui/common/build_marks.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace drydock;
using namespace drydock::ui;

namespace {

const BuildStart started {QStringLiteral("final"), QStringLiteral("BuildKit of docker 20.10"),
                          QStringLiteral("docker build --target final .")};

struct Fixture {
    Fixture()
    {
        document.reset(twoStages);
        panel.resize(900, 320);
        panel.show();
        isReady = QTest::qWaitForWindowExposed(&panel);
        tree = panel.findChild<QTreeView *>();
        tester = std::make_unique<QAbstractItemModelTester>(
            tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void show(const std::vector<StepState> &states) { show(madeUpSteps(states)); }
    void show(const std::vector<ProgressStep> &steps)
    {
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i < steps.size(); ++i)
            all.push_back(i);
        panel.showSteps(steps, document.analysis().syntax, all);
    }
    /// "build 1/3: WORKDIR /app cached; …", a stage a line.
    QString rows() const
    {
        const QAbstractItemModel &model = *tree->model();
        QStringList lines;
        for (int i = 0; i < model.rowCount(); ++i) {
            const QModelIndex stage = model.index(i, 0);
            QStringList steps;
            for (int j = 0; j < model.rowCount(stage); ++j) {
                const QModelIndex step = model.index(j, 0, stage);
                steps << step.data(Qt::AccessibleTextRole).toString();
            }
            lines << QStringLiteral("%1 %2: %3")
                         .arg(stage.data().toString(), stage.siblingAtColumn(1).data().toString(),
                              steps.join(QStringLiteral("; ")));
        }
        return lines.join(u'\n');
    }
    /// Of what can be seen.
    QStringList words() const
    {
        QStringList found;
        for (const QLabel *label : panel.findChildren<QLabel *>())
            if (label->isVisible() && !label->text().isEmpty())
                found << label->text();
        return found;
    }
    QStringList buttons() const
    {
        QStringList found;
        for (const QPushButton *button : panel.findChildren<QPushButton *>())
            if (button->isVisible())
                found << button->text();
        found.sort();
        return found;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : panel.findChildren<QPushButton *>())
            if (each->isVisible() && each->text() == text)
                return each;
        return nullptr;
    }

    Document document;
    BuildPanel panel;
    bool isReady = false;
    QTreeView *tree = nullptr;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

} // namespace

/// The Build panel in each of its states.
class TestBuildPanel : public QObject {
    Q_OBJECT

private slots:
    void atFirstThereIsOnlyAButton()
    {
        Fixture f;
        QVERIFY(f.isReady);
        f.panel.setTarget(QStringLiteral("final"));
        QCOMPARE(f.panel.phase(), BuildPhase::Idle);
        QCOMPARE(f.buttons(), QStringList {"Build final"});
        const QSignalSpy spy(&f.panel, &BuildPanel::buildRequested);
        f.button(QStringLiteral("Build final"))->click();
        QCOMPARE(spy.count(), 1);
        QVERIFY(!f.tree->isVisible());
    }

    void aRunningBuildShowsItsSteps()
    {
        Fixture f;
        f.panel.showStart(started);
        f.show({StepState::Cached, StepState::Done, StepState::Running, StepState::Waiting});
        QCOMPARE(f.rows(),
                 QStringLiteral(
                     "build 2/3: WORKDIR /app, cached; COPY . ., rebuilt; RUN go build -o server, running\n"
                     "stage-1 0/1: COPY --from=build /app/server /server, waiting"));
        QCOMPARE(f.buttons(), QStringList {"Cancel"});
        QVERIFY(f.words().contains(QStringLiteral("Building final")));
        QVERIFY(f.words().contains(QStringLiteral("BuildKit of docker 20.10")));
        QVERIFY(f.words().contains(QStringLiteral("docker build --target final .")));
        const auto *bar = f.panel.findChild<QProgressBar *>();
        QCOMPARE(bar->value(), 2);
        QCOMPARE(bar->maximum(), 4);
        const QSignalSpy spy(&f.panel, &BuildPanel::cancelRequested);
        f.button(QStringLiteral("Cancel"))->click();
        QCOMPARE(spy.count(), 1);
    }

    void stepsOfNoStageStandByThemselves()
    {
        Fixture f;
        f.panel.showStart(started);
        ProgressStep context = madeUpStep(0, {}, "transferring context", StepState::Running);
        context.instruction = {};
        context.current = 25;
        context.total = 100;
        f.show(std::vector<ProgressStep> {context});
        QCOMPARE(f.rows(), QStringLiteral("Preparation 0/1: transferring context, running"));
        const QModelIndex step = f.tree->model()->index(0, 0, f.tree->model()->index(0, 0));
        QCOMPARE(step.data(BuildStepsModel::FractionRole).toDouble(), 0.25);
    }

    void newsAboutOneStepChangeOneRow()
    {
        Fixture f;
        f.panel.showStart(started);
        f.show({StepState::Running, StepState::Waiting});
        auto steps = madeUpSteps({StepState::Done, StepState::Running});
        const QSignalSpy inserted(f.tree->model(), &QAbstractItemModel::rowsInserted);
        f.panel.showSteps(steps, f.document.analysis().syntax, {0, 1});
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(f.rows(), QStringLiteral("build 1/2: WORKDIR /app, rebuilt; COPY . ., running"));
        f.panel.showSteps(steps, f.document.analysis().syntax, {77}); // Borne.
    }

    void aFailureSaysWhyAndWhere()
    {
        Fixture f;
        f.panel.showStart(started);
        f.show({StepState::Cached, StepState::Done, StepState::Failed});
        f.panel.showEnd(
            {BuildPhase::Failed, QStringLiteral("The build stopped at a step."),
             QStringLiteral("process \"/bin/sh -c go build\" did not complete successfully: exit code: 1")});
        QVERIFY(f.words().contains(QStringLiteral("Build failed")));
        QVERIFY(f.words().contains(
            QStringLiteral("process \"/bin/sh -c go build\" did not complete successfully: exit code: 1")));
        QCOMPARE(f.buttons(), QStringList({"Build Again", "Go to Line 4"}));
        QCOMPARE(f.tree->currentIndex().data().toString(), QStringLiteral("RUN go build -o server"));
        QSignalSpy spy(&f.panel, &BuildPanel::revealed);
        f.button(QStringLiteral("Go to Line 4"))->click();
        QCOMPARE(spy.count(), 1);
        const auto range = spy[0][0].value<TextRange>();
        QCOMPARE(std::string(f.document.text().slice(range)), std::string("RUN go build -o server"));
    }

    void linesAreFoundWhereTheyAreNow()
    {
        Fixture f;
        BuildMarks marks(f.document);
        f.panel.setMarks(&marks);
        f.panel.showStart(started);
        const auto steps = madeUpSteps({StepState::Cached, StepState::Done, StepState::Failed});
        marks.setSteps(steps, f.document.snapshot());
        f.show(steps);
        f.panel.showEnd({BuildPhase::Failed, {}, {}});
        f.document.apply(EditSet::replacing({0, 0}, "# one more line\n"), Origin::Text,
                         QStringLiteral("edit"));
        QSignalSpy spy(&f.panel, &BuildPanel::revealed);
        f.button(QStringLiteral("Go to Line 4"))->click();
        QCOMPARE(std::string(f.document.text().slice(spy[0][0].value<TextRange>())),
                 std::string("RUN go build -o server"));
    }

    void endings_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("buttons");
        QTest::newRow("done") << int(BuildPhase::Done) << "Built final" << QStringList {"Build"};
        QTest::newRow("failed") << int(BuildPhase::Failed) << "Build failed" << QStringList {"Build Again"};
        QTest::newRow("cancelled") << int(BuildPhase::Cancelled) << "Build cancelled"
                                   << QStringList {"Build Again"};
        QTest::newRow("lost") << int(BuildPhase::Lost) << "Connection lost" << QStringList {"Build Again"};
    }
    void endings()
    {
        QFETCH(int, phase);
        QFETCH(QString, title);
        QFETCH(QStringList, buttons);
        Fixture f;
        f.panel.showStart(started);
        f.show({StepState::Done});
        f.panel.showEnd({BuildPhase(phase), {}, {}});
        QVERIFY(f.words().contains(title));
        QCOMPARE(f.buttons(), buttons);
        QVERIFY(!f.panel.findChild<QProgressBar *>()->isVisible());
        f.show({StepState::Failed}); // Late news of a build that is over.
        QVERIFY(f.words().contains(title));
        f.panel.showStart(started);
        QCOMPARE(f.rows(), QString());
    }

    void theCommandCanBeCopied()
    {
        Fixture f;
        f.panel.showStart(started);
        for (QToolButton *button : f.panel.findChildren<QToolButton *>())
            if (button->text() == QLatin1String("Copy Command"))
                button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), started.command);
    }

    void markupOfABuilderStaysText()
    {
        Fixture f;
        f.panel.showStart(started);
        f.show(std::vector<ProgressStep> {madeUpStep(1, "<i>x</i>", "RUN <img src=x>", StepState::Failed)});
        f.panel.showEnd({BuildPhase::Failed, QStringLiteral("<b>no</b>"), QStringLiteral("<b>words</b>")});
        QVERIFY(f.words().contains(QStringLiteral("<b>words</b>")));
        const QModelIndex step = f.tree->model()->index(0, 0, f.tree->model()->index(0, 0));
        QVERIFY(!step.data(Qt::ToolTipRole).toString().contains(QLatin1String("<img")));
        for (const QLabel *label : f.panel.findChildren<QLabel *>())
            if (label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestBuildPanel)
#include "tst_build_panel.moc"
