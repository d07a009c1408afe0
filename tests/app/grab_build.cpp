// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of what the window shows of builds, to be judged by eye: grab_build FOLDER [light|dark|hc]
#include "app/app_style.h"
#include "app/engine_button.h"
#include "app/status_line.h"
#include "tests/ui/common/made_up_build.h"
#include "ui/build/build_log_view.h"
#include "ui/build/build_panel.h"
#include "ui/build/verify_pane.h"
#include "ui/common/build_marks.h"
#include "ui/graph/graph_pane.h"
#include "ui/graph/graph_view.h"
#include "ui/text/line_notes.h"
#include "ui/text/text_view.h"

#include <QApplication>
#include <QFontDatabase>
#include <QSplitter>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

class Shots {
public:
    Shots(QString folder, QString theme)
        : m_folder(std::move(folder))
        , m_theme(std::move(theme))
    { }

    void take(QWidget &widget, const char *name, int width, int height) const
    {
        widget.resize(width, height);
        widget.show();
        for (int turn = 0; turn < 8; ++turn)
            QCoreApplication::processEvents();
        QTest::qWait(120);
        widget.grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, QLatin1String(name), m_theme));
    }

private:
    QString m_folder;
    QString m_theme;
};

/// Graph and text side by side, as in the window.
struct Desk {
    explicit Desk(ThemeKind theme)
        : graph(new GraphPane(document, selection, &split))
        , text(new TextView(document, selection, &split))
    {
        document.reset(twoStages);
        graph->setTheme(theme);
        text->setTheme(Theme::of(theme));
        text->setCodeFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        graph->setMarks(&marks);
        split.addWidget(graph);
        split.addWidget(text);
        QObject::connect(&marks, &BuildMarks::changed, &split, [this] { showNotes(); });
    }
    void showNotes() { text->setLineNotes(lineNotes(*marks.marks(), document.analysis())); }
    void measure()
    {
        marks.setMeasurement(madeUpMeasurement(), document.snapshot());
        const StageGraph &graphOf = document.analysis().graph;
        marks.setImageSizes({{graphOf.nodes[2].reference, {826'000'000}}, {graphOf.nodes[3].reference, {}}});
    }
    void build(const std::vector<StepState> &states)
    {
        marks.setSteps(madeUpSteps(states), document.snapshot());
    }

    Document document;
    Selection selection;
    BuildMarks marks {document};
    QSplitter split;
    GraphPane *graph; // Owned by the splitter, as the next.
    TextView *text;
};

void grabDesk(const Shots &shots, ThemeKind theme)
{
    using S = StepState;
    Desk desk(theme);
    shots.take(desk.split, "desk-0-plain", 1280, 560);
    desk.build({S::Cached, S::Done, S::Running, S::Waiting});
    shots.take(desk.split, "desk-1-running", 1280, 560);
    desk.build({S::Cached, S::Done, S::Failed, S::Cancelled});
    shots.take(desk.split, "desk-2-failed", 1280, 560);
    desk.build({S::Cached, S::Done, S::Done, S::Done});
    desk.measure();
    shots.take(desk.split, "desk-3-done", 1280, 560);
    desk.graph->view().setZoom(0.45);
    shots.take(desk.split, "desk-5-small", 1280, 560);
    desk.graph->view().setZoom(1);
    const std::size_t at = twoStages.find("COPY . .");
    desk.document.apply(EditSet::replacing({at, at + 8}, "COPY src ."), Origin::Text, QStringLiteral("edit"));
    shots.take(desk.split, "desk-4-stale", 1280, 560);
}

std::vector<ProgressStep> steps(StepState last)
{
    std::vector<ProgressStep> all;
    ProgressStep context = madeUpStep(0, {}, "[internal] load build context", StepState::Done, 300);
    context.instruction = {};
    all.push_back(context);
    ProgressStep base = madeUpStep(0, "build", "FROM docker.io/library/golang:1.21", StepState::Running);
    base.current = 310;
    base.total = 826;
    if (last != StepState::Running)
        base = madeUpStep(0, "build", "FROM docker.io/library/golang:1.21", StepState::Done, 21'000);
    all.push_back(base);
    for (ProgressStep &step : madeUpSteps({StepState::Cached, StepState::Done, last, StepState::Waiting}))
        all.push_back(std::move(step));
    for (int i = 0; i < 40; ++i)
        all[4].log.append("#9 0." + std::to_string(100 + i) + " go: downloading golang.org/x/net v0.17.0\n");
    all[4].log.append("main.go:12:2: undefined: hello\n");
    return all;
}

void grabPanel(const Shots &shots, ThemeKind theme)
{
    const auto syntax = madeUpAnalysis();
    const BuildStart start {
        QStringLiteral("final"), QStringLiteral("BuildKit of docker 20.10"),
        QStringLiteral("docker build --target final --tag go-webapp:dev --file Dockerfile .")};
    BuildPanel panel;
    panel.setTheme(theme);
    panel.setTarget(QStringLiteral("final"));
    shots.take(panel, "panel-0-idle", 1100, 300);
    panel.showStart(start);
    shots.take(panel, "panel-1-start", 1100, 300);
    panel.showSteps(steps(StepState::Running), syntax->syntax, {});
    panel.selectStep(4);
    shots.take(panel, "panel-2-running", 1100, 300);
    panel.showSteps(steps(StepState::Failed), syntax->syntax, {0, 1, 2, 3, 4, 5});
    panel.showEnd(
        {BuildPhase::Failed, QStringLiteral("The build stopped at a step."),
         QStringLiteral(
             "process \"/bin/sh -c go build -o server\" did not complete successfully: exit code: 1")});
    shots.take(panel, "panel-3-failed", 1100, 300);
    panel.showStart(start);
    panel.showSteps(steps(StepState::Done), syntax->syntax, {});
    panel.showEnd({BuildPhase::Done, {}, {}});
    shots.take(panel, "panel-4-done", 1100, 300);
    panel.showEnd({BuildPhase::Cancelled, {}, {}});
    shots.take(panel, "panel-5-cancelled", 1100, 300);
    panel.showEnd({BuildPhase::Lost, QStringLiteral("The engine went away while it built."),
                   QStringLiteral("read unix /var/run/docker.sock: connection reset by peer")});
    shots.take(panel, "panel-6-lost", 700, 300);
}

VerifySide answered(int status, const char *probe)
{
    VerifySide side;
    side.state = VerifyState::Over;
    side.hasStarted = true;
    side.health = QStringLiteral("none");
    side.status = status;
    side.bodyBytes = 13;
    side.probe = QString::fromUtf8(probe);
    side.logs = QStringLiteral("2026/01/01 12:00:00 listening on :8080\n2026/01/01 12:00:01 GET / 200\n");
    return side;
}

void grabVerify(const Shots &shots, ThemeKind theme)
{
    VerifyPane pane;
    pane.setTheme(theme);
    shots.take(pane, "verify-0-nothing", 1000, 360);
    pane.setImages(QStringLiteral("go-webapp:before"), QStringLiteral("go-webapp:after"),
                   {QStringLiteral("8080/tcp")});
    shots.take(pane, "verify-1-ready", 1000, 360);
    VerifyReport report;
    report.before = answered(200, "root, has a shell");
    report.after.state = VerifyState::Starting;
    pane.showReport(report);
    shots.take(pane, "verify-2-running", 1000, 360);
    report.after = answered(200, "user 65532, no shell");
    report.isBodyEqual = true;
    report.isOver = report.isGood = true;
    report.verdict = QStringLiteral("The image after answers like the one before.");
    pane.showReport(report);
    shots.take(pane, "verify-3-good", 1000, 360);
    report.after.status = 500;
    report.isBodyEqual = false;
    report.bodyDifference = QStringLiteral("1 of 1 lines differs\n-hello, world\n+no such file");
    report.isGood = false;
    report.verdict = QStringLiteral("The image after answers 500 where the one before answered 200.");
    pane.showReport(report);
    shots.take(pane, "verify-4-bad", 1000, 420);
}

void grabStatus(const Shots &shots)
{
    app::StatusLine bar;
    const auto analysis = madeUpAnalysis();
    bar.setAnalysis(*analysis);
    bar.setCaretText(QStringLiteral("Ln 8, Col 12"));
    using app::EngineReach;
    for (const auto &[reach, name] :
         {std::pair(EngineReach::Asking, "status-asking"), std::pair(EngineReach::Reached, "status-reached"),
          std::pair(EngineReach::Missing, "status-missing")}) {
        bar.engine().setStatus({reach, QStringLiteral("docker 20.10.24"), {}, {}});
        shots.take(bar, name, 900, 28);
    }
    shots.take(bar, "status-narrow", 520, 28);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString name = arguments.value(2, QStringLiteral("light"));
    const ThemeKind theme = name == QLatin1String("dark") ? ThemeKind::Dark
        : name == QLatin1String("hc")                     ? ThemeKind::HighContrast
                                                          : ThemeKind::Light;
    QApplication::setStyle(new app::AppStyle);
    QApplication::setPalette(Theme::of(theme).palette());
    const Shots shots(arguments.value(1, QStringLiteral(".")), name);
    grabDesk(shots, theme);
    grabPanel(shots, theme);
    grabVerify(shots, theme);
    grabStatus(shots);
    return 0;
}
