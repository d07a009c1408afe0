// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the size panel in all its states, to be judged by eye: grab_size FOLDER [light|dark|high-contrast]
#include "size_samples.h"
#include "ui/size/size_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace drydock;
using namespace drydock::ui;

namespace {

void settle()
{
    for (int turn = 0; turn < 8; ++turn)
        QCoreApplication::processEvents();
}

class Shots {
public:
    Shots(SizePanel &panel, QString folder, QString theme)
        : m_panel(panel)
        , m_folder(std::move(folder))
        , m_theme(std::move(theme))
    { }

    void take(const QString &name)
    {
        settle();
        m_panel.grab().save(QStringLiteral("%1/size-%2-%3.png").arg(m_folder, name, m_theme));
    }

    void takeTabs(const QString &suffix)
    {
        auto *tabs = m_panel.findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            take(tabs->tabText(tab).remove(u'&').toLower() + suffix);
        }
    }

private:
    SizePanel &m_panel;
    QString m_folder;
    QString m_theme;
};

void takeStates(SizePanel &panel, Shots &shots)
{
    panel.resize(1000, 240);
    panel.showUnknown();
    shots.take(QStringLiteral("unknown"));
    panel.showNotConnected(QStringLiteral("Not connected: permission denied on /run/docker.sock."),
                           QStringLiteral("dial unix /run/docker.sock: connect: permission denied"));
    shots.take(QStringLiteral("not-connected"));
    panel.showWaiting(QStringLiteral("Asking docker 28.5 what the stages weigh…"));
    shots.take(QStringLiteral("waiting"));
    panel.showFailed(
        {{"The engine has no image called “%1”.", {"go-webapp:dev"}}, "No such image: go-webapp:dev"});
    shots.take(QStringLiteral("failed"));
}

/// Of files, of what whoever runs it notices, and with what was not built.
void takeComparison(SizePanel &panel, Shots &shots)
{
    Measurement now = samples::goMeasurement();
    now.stages.back().image = "sha256:after";
    now.config = ImageConfig();
    now.config->user = "10001";
    now.config->ports = {"8080/tcp"};
    ComparedSize before = samples::pinned();
    before.size.image = "sha256:before";
    before.config = ImageConfig();
    before.config->environment = {{"GOPATH", "/go"}};
    panel.resize(1200, 340);
    panel.showMeasured(now, before, false);
    panel.findChild<QTabWidget *>()->setCurrentIndex(0);
    shots.take(QStringLiteral("behaviour"));
    for (auto *box : panel.findChildren<QComboBox *>()) {
        if (box->accessibleName() != QLatin1String("What is compared"))
            continue;
        box->setCurrentIndex(1);
        emit box->activated(1);
    }
    shots.take(QStringLiteral("by-file-unread"));
    ImageContents few = samples::buildFiles();
    few.layers.resize(2);
    panel.setFiles(QStringLiteral("sha256:before"),
                   std::make_shared<const ImageContents>(samples::buildFiles()));
    panel.setFiles(QStringLiteral("sha256:after"), std::make_shared<const ImageContents>(few));
    shots.take(QStringLiteral("by-file"));
    ComparedSize text = before;
    text.name = QStringLiteral("this text");
    text.size.stage = StageIndex {7};
    text.basis = QStringLiteral("Five layers as measured; golang:1.21 as the table of base sizes has it.");
    panel.setEstimates({text}, StageIndex {7});
    panel.setStale(true);
    shots.take(QStringLiteral("estimate-after"));
    panel.setStale(false);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QString theme = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QStringLiteral("light");
    const ThemeKind kind = theme == QLatin1String("dark") ? ThemeKind::Dark
        : theme == QLatin1String("high-contrast")         ? ThemeKind::HighContrast
                                                          : ThemeKind::Light;
    QApplication::setPalette(Theme::of(kind).palette());
    SizePanel panel;
    panel.setTheme(kind);
    panel.setAnalysis(samples::goAnalysis());
    panel.show();
    Shots shots(panel, QString::fromLocal8Bit(argv[1]), theme);
    takeStates(panel, shots);
    panel.resize(1400, 320);
    panel.showMeasured(samples::goMeasurement(), samples::pinned(), false);
    panel.setVerification(QStringLiteral("answers 200 on /"), true);
    shots.takeTabs(QString());
    panel.resize(700, 220);
    panel.setStale(true);
    shots.takeTabs(QStringLiteral("-small"));
    panel.resize(1600, 500);
    panel.setStale(false);
    panel.setStage(StageIndex {0});
    panel.setSteps({{InstructionIndex {3}, true, {}}, {InstructionIndex {5}, false, 34'200}});
    for (auto *tree : panel.findChildren<QTreeView *>())
        tree->expandAll();
    shots.takeTabs(QStringLiteral("-build"));
    panel.setFilesProgress(QStringLiteral("sha256:build"), 310'000'000, 699'000'000);
    shots.take(QStringLiteral("reading"));
    panel.setFiles(QStringLiteral("sha256:build"),
                   std::make_shared<const ImageContents>(samples::buildFiles()));
    for (auto *tree : panel.findChildren<QTreeView *>())
        tree->expandAll();
    shots.takeTabs(QStringLiteral("-files"));
    panel.resize(700, 220);
    shots.takeTabs(QStringLiteral("-files-small"));
    panel.resize(1600, 500);
    ComparedSize estimate = samples::pinned();
    estimate.name = QStringLiteral("estimate");
    estimate.basis = QStringLiteral("Sizes of golang:1.21 as of 2026-10-01.");
    panel.setStage(StageIndex {1});
    panel.showMeasured(samples::goMeasurement(), estimate, false);
    panel.findChild<QTabWidget *>()->setCurrentIndex(0);
    shots.take(QStringLiteral("estimate"));
    takeComparison(panel, shots);
    panel.setLayoutDirection(Qt::RightToLeft);
    shots.takeTabs(QStringLiteral("-rtl"));
    return 0;
}
