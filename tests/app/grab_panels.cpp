// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the window's panels, to be judged by eye: grab_panels FOLDER FILE [THEME]
#include "app/editor_tab.h"
#include "app/file_controller.h"
#include "app/key_field.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/program.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

using namespace drydock;
using namespace drydock::app;

namespace {

void settle()
{
    for (int turn = 0; turn < 8; ++turn)
        QCoreApplication::processEvents();
}

class Shots {
public:
    Shots(MainWindow &window, QString folder, QString theme)
        : m_window(window)
        , m_folder(std::move(folder))
        , m_theme(std::move(theme))
    { }

    void take(const char *name) { take(m_window, name); }
    void take(QWidget &widget, const char *name)
    {
        settle();
        widget.grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, QLatin1String(name), m_theme));
    }

    void trigger(const char *action)
    {
        if (auto *found = m_window.findChild<QAction *>(QLatin1String(action)))
            found->trigger();
        settle();
    }

private:
    MainWindow &m_window;
    QString m_folder;
    QString m_theme;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    QApplication application(argc, argv);
    prepareApplication();
    const QString theme = argc > 3 ? QString::fromLocal8Bit(argv[3]) : QStringLiteral("light");
    Settings settings;
    settings.isPersistent = false;
    Appearance appearance;
    ThemeChoice choice = ThemeChoice::Light;
    if (!readThemeChoice(theme, choice))
        return 2;
    appearance.choose(choice);
    FileController files(settings, {}, {});
    MainWindow window(settings, appearance, files);
    window.resize(1400, 880);
    if (!files.open(QString::fromLocal8Bit(argv[2])))
        return 1;
    window.show();
    Shots shots(window, QString::fromLocal8Bit(argv[1]), theme);
    shots.take("window");
    shots.trigger("view.palette");
    shots.take("palette");
    if (auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        field->setText(QStringLiteral("th"));
    shots.take("palette-query");
    window.currentTab()->focusPane(EditorTab::Pane::Text);
    shots.trigger("panel.inspector");
    OpenFile &file = window.currentTab()->file();
    const auto select = [&file](TextRange range) {
        file.selection().set(range, nullptr);
        settle();
    };
    const Analysis &analysis = file.document().analysis();
    select(analysis.graph.nodes[analysis.graph.stageCount() - 1].range);
    shots.take("inspector-stage");
    for (const Instruction &instruction : analysis.syntax.instructions)
        if (instruction.keyword == Keyword::Run && instruction.isContinued())
            select(instruction.range);
    shots.take("inspector-instruction");
    for (const GraphEdge &edge : analysis.graph.edges)
        if (edge.kind == EdgeKind::Copy)
            select(edge.cause);
    shots.take("inspector-edge");
    for (auto *field : window.findChildren<QLineEdit *>())
        if (field->isVisible() && field->accessibleName() == QStringLiteral("--chmod")) {
            field->setText(QStringLiteral("nonsense"));
            QTest::keyClick(field, Qt::Key_Return);
        }
    shots.take("inspector-error");
    shots.trigger("panel.inspector");
    window.currentTab()->focusPane(EditorTab::Pane::Text);
    for (const char *letters : {"# one", "# two"}) {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(letters));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    shots.trigger("panel.history");
    shots.take("history");
    shots.trigger("help.reference");
    shots.take("help");
    QTimer::singleShot(0, &window, [&] {
        auto *dialog = QApplication::activeModalWidget();
        auto *key = dialog->findChild<KeyField *>();
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("find"));
        settle();
        shots.take(*dialog, "shortcuts");
        key->setKey(QKeySequence(Qt::CTRL | Qt::Key_S));
        shots.take(*dialog, "shortcuts-conflict");
        dialog->close();
    });
    shots.trigger("settings.shortcuts");
    return 0;
}
