// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_button.h"
#include "app/engine_desk.h"
#include "app/engine_room.h"
#include "ui/build/build_panel.h"
#include "ui/size/size_panel.h"
#include "window_fixture.h"

#include <QLabel>
#include <QLocalServer>
#include <QLocalSocket>

using namespace drydock;
using namespace drydock::app;

namespace {

/// Everything that can be read in `widget`.
QString wordsIn(const QWidget &widget)
{
    QStringList words;
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible())
            words << label->text();
    }
    return words.join(u'\n');
}

} // namespace

/// What the window does about engines, as far as that takes none.
class TestEngineDesk : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_socket = m_folder->filePath(QStringLiteral("engine.sock"));
        qputenv("HOME", QFile::encodeName(m_folder->path()));
        qputenv("DOCKER_HOST", "unix://" + QFile::encodeName(m_socket));
    }
    void cleanup() { qunsetenv("DOCKER_HOST"); }

    void openingAFileAsksNobody()
    {
        QLocalServer server;
        QVERIFY(server.listen(m_socket));
        WindowFixture fixture("FROM alpine:3.20 AS one\nRUN true\n");
        QVERIFY(fixture.isReady());
        fixture.type(QStringLiteral("# typed"));
        fixture.action("refactor.pin")->trigger();
        // A question would have been sent by now: an engine that is asked on purpose answers at once.
        QLocalSocket marker;
        marker.connectToServer(m_socket);
        QVERIFY(marker.waitForConnected());
        QTRY_VERIFY(server.hasPendingConnections());
        delete server.nextPendingConnection();
        QVERIFY(!server.hasPendingConnections());
        auto *button = fixture.window().findChild<EngineButton *>();
        QVERIFY(button);
        QCOMPARE(button->status().reach, EngineReach::Unknown);
    }

    void saysWhyThereIsNoEngine()
    {
        WindowFixture fixture("FROM alpine:3.20 AS one\nRUN true\n");
        QVERIFY(fixture.isReady());
        fixture.action("panel.size")->trigger();
        auto *size = fixture.window().findChild<ui::SizePanel *>();
        QVERIFY(size);
        QAction *build = fixture.action("build.build");
        build->trigger();
        QVERIFY(!build->isEnabled());
        QTRY_VERIFY(build->isEnabled());
        auto *panel = fixture.window().findChild<ui::BuildPanel *>();
        QVERIFY(panel);
        QCOMPARE(panel->phase(), ui::BuildPhase::Failed);
        QTRY_COMPARE(fixture.window().findChild<EngineButton *>()->status().reach, EngineReach::Missing);
        QVERIFY2(wordsIn(*panel).contains(m_socket), qPrintable(wordsIn(*panel)));
        QCOMPARE(fixture.text(), QByteArray("FROM alpine:3.20 AS one\nRUN true\n"));
    }

    void panelsHaveTheWindowsColours()
    {
        Settings settings;
        settings.isPersistent = false;
        Appearance appearance;
        appearance.choose(ThemeChoice::Dark);
        FileController files(settings, {}, {});
        MainWindow window(settings, appearance, files);
        window.findChild<QAction *>(QStringLiteral("panel.size"))->trigger();
        QCOMPARE(window.findChild<ui::SizePanel *>()->theme(), ui::ThemeKind::Dark);
        appearance.choose(ThemeChoice::Light);
    }

    void anEngineThatNeverAnswersCanBeLeft()
    {
        QLocalServer server;
        QVERIFY(server.listen(m_socket));
        WindowFixture fixture("FROM alpine:3.20\n");
        QVERIFY(fixture.isReady());
        QAction *build = fixture.action("build.build");
        build->trigger();
        QTRY_VERIFY(server.hasPendingConnections());
        QTRY_VERIFY(fixture.action("build.cancel")->isEnabled());
        fixture.tab().focusPane(EditorTab::Pane::Text);
        fixture.type(QStringLiteral("# still here"));
        QVERIFY(fixture.text().contains("still here"));
        // Closing the window in the midst of it is safe.
    }

    void anUntitledFileIsNotBuilt()
    {
        WindowFixture fixture {QByteArray()};
        fixture.action("file.new")->trigger();
        fixture.action("build.build")->trigger();
        QVERIFY(fixture.action("build.build")->isEnabled());
        QVERIFY(!fixture.window().findChild<ui::BuildPanel *>());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_socket;
};

QTEST_MAIN(TestEngineDesk)
#include "tst_engine_desk.moc"
