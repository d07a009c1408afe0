// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_button.h"
#include "app/status_line.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace drydock;
using namespace drydock::app;

namespace {

EngineStatus reached()
{
    return {EngineReach::Reached,
            QStringLiteral("docker 20.10.24"),
            QStringLiteral("unix:///var/run/docker.sock"),
            {{QStringLiteral("default"), QStringLiteral("unix:///var/run/docker.sock"),
              QStringLiteral("found"), true},
             {QStringLiteral("a&b"), QStringLiteral("tcp://10.0.0.1:2376"), QStringLiteral("<b>context</b>"),
              false}}};
}

QStringList menuOf(const EngineButton &button)
{
    QStringList lines;
    for (const QAction *action : button.menu()->actions())
        lines << (action->isSeparator()
                      ? QStringLiteral("-")
                      : (action->isChecked() ? QStringLiteral("✓ ") : QString()) + action->text());
    return lines;
}

} // namespace

/// The corner of the status bar that tells of the engine.
class TestEngineButton : public QObject {
    Q_OBJECT

private slots:
    void saysWhatItKnows_data()
    {
        QTest::addColumn<int>("reach");
        QTest::addColumn<QString>("text");
        QTest::newRow("asking") << int(EngineReach::Asking) << "looking for an engine …";
        QTest::newRow("reached") << int(EngineReach::Reached) << "docker 20.10.24";
        QTest::newRow("missing") << int(EngineReach::Missing) << "no engine";
    }
    void saysWhatItKnows()
    {
        QFETCH(int, reach);
        QFETCH(QString, text);
        EngineButton button;
        EngineStatus status = reached();
        status.reach = EngineReach(reach);
        button.setStatus(status);
        QCOMPARE(button.text(), text + QStringLiteral(" ▾"));
        QCOMPARE(button.accessibleName(), QStringLiteral("Engine: ") + text);
    }

    void signsDifferInShape()
    {
        QList<QImage> shapes;
        for (const EngineReach reach : {EngineReach::Asking, EngineReach::Reached, EngineReach::Missing}) {
            EngineButton button;
            EngineStatus status = reached();
            status.reach = reach;
            button.setStatus(status);
            shapes << button.icon().pixmap(14, 14).toImage().convertToFormat(QImage::Format_Alpha8);
        }
        QVERIFY(shapes[0] != shapes[1]);
        QVERIFY(shapes[1] != shapes[2]);
        QVERIFY(shapes[0] != shapes[2]);
    }

    void theMenuChoosesAnEngine()
    {
        EngineButton button;
        button.setStatus(reached());
        QCOMPARE(menuOf(button),
                 QStringList({"✓ default\tunix:///var/run/docker.sock", "a&&b\ttcp://10.0.0.1:2376", "-",
                              "Try Again", "Start from a Saved Image…"}));
        QVERIFY(!button.menu()->actions()[1]->toolTip().contains(QLatin1String("<b>context")));
        QSignalSpy chosen(&button, &EngineButton::chosen);
        const QSignalSpy retry(&button, &EngineButton::retryRequested);
        const QSignalSpy saved(&button, &EngineButton::savedImageRequested);
        button.menu()->actions()[1]->trigger();
        QCOMPARE(chosen[0][0].value<std::size_t>(), std::size_t(1));
        button.menu()->actions()[3]->trigger();
        button.menu()->actions()[4]->trigger();
        QCOMPARE(retry.count(), 1);
        QCOMPARE(saved.count(), 1);
    }

    void theStatusBarHidesWordsWhereThereIsNoRoom()
    {
        StatusLine bar;
        bar.resize(1000, 24);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QVERIFY(!bar.engine().isVisible());
        bar.engine().setStatus(reached());
        QVERIFY(bar.engine().isVisible());
        QCOMPARE(bar.engine().toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        bar.resize(500, 24);
        QTRY_COMPARE(bar.engine().toolButtonStyle(), Qt::ToolButtonIconOnly);
        bar.clearAll();
        QVERIFY(bar.engine().isVisible()); // An engine is there without a file.
    }
};

QTEST_MAIN(TestEngineButton)
#include "tst_engine_button.moc"
