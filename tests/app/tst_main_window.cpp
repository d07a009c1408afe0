// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/file_controller.h"
#include "app/main_window.h"
#include "app/message_bar.h"
#include "app/open_file.h"
#include "app/program.h"
#include "app/screenshot.h"
#include "app/status_line.h"
#include "app/target_box.h"
#include "odd_files.h"
#include "ui/graph/graph_pane.h"
#include "ui/text/code_edit.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSet>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace drydock;
using namespace drydock::app;

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void startsEmpty();
    void typesAndUndoesAll_data() { addOddFiles(); }
    void typesAndUndoesAll();
    void showsProblemsOfOpening();
    void labelsShowForeignTextPlainly();
    void dropsFolder();
    void backgroundTabsHaveNoViews();
    void titleSaysWhatIsOpen();
    void closingKeepsSession();
    void choosesTarget();
    void maximisesPane();
    void switchesThemes();
    void everyActionHasWords();
    void screenshots_data();
    void screenshots();
    void screenshotOfMissingFileFails();

private:
    QString at(const QString &name) const { return m_dir->filePath(name); }
    QList<MessageBar *> bars() const { return m_window->findChildren<MessageBar *>(); }

    std::optional<QTemporaryDir> m_dir;
    Settings m_settings;
    std::optional<Appearance> m_appearance;
    std::optional<FileController> m_files;
    std::optional<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    prepareApplication();
}

void TestMainWindow::init()
{
    m_dir.emplace();
    m_settings = {};
    m_settings.isPersistent = false;
    QVERIFY(
        put(at("Dockerfile"), "FROM alpine AS one\nRUN true\n\nFROM one AS two\nCOPY --from=one /a /b\n"));
    m_appearance.emplace();
    m_files.emplace(m_settings, FileServices {}, BuildOptions {});
    m_window.emplace(m_settings, *m_appearance, *m_files);
    m_window->resize(1000, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(&*m_window));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_files.reset();
    m_appearance.reset();
}

void TestMainWindow::startsEmpty()
{
    QVERIFY(!m_window->currentTab());
    QCOMPARE(m_window->windowTitle(), QString("Drydock"));
    for (const char *name : {"file.save"})
        QVERIFY(!m_window->findChild<QAction *>(name)->isEnabled());
}

void TestMainWindow::typesAndUndoesAll()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(put(at("odd"), bytes));
    QVERIFY(m_files->open(at("odd")));
    EditorTab *tab = m_window->currentTab();
    QVERIFY(tab);
    QWidget *editor = QApplication::focusWidget();
    QVERIFY(editor);
    QTest::keyClicks(editor, "RUN x");
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClicks(editor, "y");
    QVERIFY(tab->file().needsSaving());
    QVERIFY(m_window->isWindowModified());
    for (int step = 0; step < 50 && tab->file().document().undoStack().canUndo(); ++step)
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!tab->file().needsSaving());
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(tab->file().overwrite(), OpenFile::SaveResult::Saved);
    QCOMPARE(contentOf(at("odd")), bytes);
}

void TestMainWindow::showsProblemsOfOpening()
{
    QVERIFY(!m_files->open(at("missing")));
    QCOMPARE(bars().size(), 1);
    QVERIFY(bars().front()->text().contains("There is no file"));
    QVERIFY(bars().front()->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(put(at("binary"), QByteArray("a\0b", 3)));
    QVERIFY(m_files->open(at("binary")));
    QCOMPARE(bars().size(), 2);
}

void TestMainWindow::labelsShowForeignTextPlainly()
{
    const QString name = at("<h1>x<img src=y>");
    QVERIFY(put(name, "FROM a AS <b>x</b>\nFROM <i>q</i>\nBAD <u>\n"));
    QVERIFY(m_files->open(name));
    m_files->open(at("<b>missing</b>"));
    for (const QLabel *label : m_window->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                 qPrintable(label->text()));
    const auto *tabs = m_window->findChild<QTabWidget *>();
    QVERIFY(!tabs->tabToolTip(0).contains("<h1>"));
}

void TestMainWindow::dropsFolder()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_dir->path())});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(&*m_window, &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&*m_window, &drop);
    QCOMPARE(m_files->files().size(), 1U);
    QVERIFY(m_window->currentTab());
}

void TestMainWindow::backgroundTabsHaveNoViews()
{
    QVERIFY(put(at("Dockerfile.b"), "FROM b\n"));
    QVERIFY(put(at("Dockerfile.c"), "FROM c\n"));
    QVERIFY(m_files->open(m_dir->path()));
    auto *tabs = m_window->findChild<QTabWidget *>();
    QCOMPARE(tabs->count(), 3);
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(qobject_cast<EditorTab *>(tabs->widget(0))->textView());
    QVERIFY(!qobject_cast<EditorTab *>(tabs->widget(1))->textView());
    tabs->setCurrentIndex(1);
    QVERIFY(qobject_cast<EditorTab *>(tabs->widget(1))->graphPane());
    QVERIFY(!qobject_cast<EditorTab *>(tabs->widget(2))->textView());
    QVERIFY(m_files->closeAll());
    QCOMPARE(tabs->count(), 0);
}

void TestMainWindow::titleSaysWhatIsOpen()
{
    QDir(m_dir->path()).mkdir("go-webapp");
    QVERIFY(put(at("go-webapp/Dockerfile"), "FROM x\n"));
    QVERIFY(m_files->open(at("go-webapp/Dockerfile")));
    QCOMPARE(m_window->windowTitle(), QString("[*]Dockerfile — go-webapp — Drydock"));
}

void TestMainWindow::closingKeepsSession()
{
    QVERIFY(put(at("Dockerfile.b"), "FROM b\n"));
    QVERIFY(m_files->openAll({at("Dockerfile"), at("Dockerfile.b")}));
    QCOMPARE(m_window->currentTab()->file().title(), QString("Dockerfile"));
    m_window->findChild<QTabWidget *>()->setCurrentIndex(1);
    QVERIFY(m_window->close());
    QCoreApplication::processEvents(); // What was put off until later must not spoil it.
    QCOMPARE(m_settings.session, QStringList({at("Dockerfile"), at("Dockerfile.b")}));
    QCOMPARE(m_settings.activeFile, 1);
}

void TestMainWindow::choosesTarget()
{
    QVERIFY(m_files->open(at("Dockerfile")));
    auto *box = m_window->findChild<TargetBox *>();
    QCOMPARE(box->count(), 3);
    QCOMPARE(box->itemText(0), QString("last: two"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    const Analysis &analysis = m_window->currentTab()->file().document().analysis();
    QCOMPARE(analysis.options.target, std::string("one"));
    QCOMPARE(analysis.graph.target.value, 0U);
    QVERIFY(!m_window->currentTab()->file().needsSaving());
}

void TestMainWindow::maximisesPane()
{
    QVERIFY(m_files->open(at("Dockerfile")));
    EditorTab *tab = m_window->currentTab();
    QVERIFY(tab->graphPane()->isVisible() && tab->textView()->isVisible());
    tab->setMaximised(true);
    QVERIFY(!tab->graphPane()->isVisible() && tab->textView()->isVisible());
    tab->focusPane(EditorTab::Pane::Graph);
    QVERIFY(tab->graphPane()->isVisible() && !tab->textView()->isVisible());
    tab->setMaximised(false);
    QVERIFY(tab->graphPane()->isVisible() && tab->textView()->isVisible());
}

void TestMainWindow::switchesThemes()
{
    QVERIFY(m_files->open(at("Dockerfile")));
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light}) {
        m_appearance->choose(choice);
        QCoreApplication::processEvents();
        QCOMPARE(themeOf(QApplication::palette()).kind(), m_appearance->kind());
        QCOMPARE(themeOf(m_window->palette()).kind(), m_appearance->kind());
    }
    m_appearance->choose(ThemeChoice::Auto);
    // The desktop turns dark.
    QApplication::setPalette(ui::Theme::of(ui::ThemeKind::Dark).palette());
    QCoreApplication::processEvents();
    QCOMPARE(m_appearance->kind(), ui::ThemeKind::Dark);
    QApplication::setPalette(ui::Theme::of(ui::ThemeKind::Light).palette());
    QCoreApplication::processEvents();
    QCOMPARE(m_appearance->kind(), ui::ThemeKind::Light);
}

void TestMainWindow::everyActionHasWords()
{
    QVERIFY(m_files->open(at("Dockerfile")));
    QMap<QKeySequence, const QAction *> keys;
    QList<QMenu *> menus;
    for (const QAction *action : m_window->menuBar()->actions())
        menus.append(action->menu());
    while (!menus.isEmpty()) {
        const QMenu *menu = menus.takeFirst();
        QVERIFY2(!menu->title().isEmpty(), qPrintable(menu->title()));
        for (const QAction *action : menu->actions()) {
            if (action->menu())
                menus.append(action->menu());
            QVERIFY(action->isSeparator() || !action->text().isEmpty());
            for (const QKeySequence &key : action->shortcuts()) {
                // One action may be in two menus; the graph and the text may each have a key for itself.
                const QAction *other = keys.value(key, action);
                const bool isApart = other->shortcutContext() != Qt::WindowShortcut
                    && action->shortcutContext() != Qt::WindowShortcut;
                QVERIFY2(other == action || isApart, qPrintable(key.toString() + " " + action->text()));
                keys.insert(key, action);
            }
        }
    }
}

void TestMainWindow::screenshots_data()
{
    QTest::addColumn<QString>("theme");
    for (const char *theme : {"light", "dark", "high-contrast"})
        QTest::newRow(theme) << theme;
}

void TestMainWindow::screenshots()
{
    QFETCH(QString, theme);
    Arguments arguments = Arguments::of(
        {"drydock", "--screenshot", at("out.png"), "--size", "800x600", "--theme", theme, at("Dockerfile")});
    QCOMPARE(takeScreenshot(arguments), 0);
    const QImage picture(at("out.png"));
    QCOMPARE(picture.size(), QSize(800, 600));
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3)
            colors.insert(picture.pixel(x, y));
    }
    QVERIFY2(colors.size() > 20, qPrintable(QString::number(colors.size())));
    QCOMPARE(QColor(picture.pixel(2, 2)).lightness() < 128, theme != "light");
}

void TestMainWindow::screenshotOfMissingFileFails()
{
    QCOMPARE(takeScreenshot(Arguments::of({"drydock", "--screenshot", at("out.png"), at("missing")})), 1);
    QVERIFY(!QFile::exists(at("out.png")));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
