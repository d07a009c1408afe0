// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_controller.h"
#include "odd_files.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace drydock;
using namespace drydock::app;

using Choice = FileController::UnsavedChoice;

class TestFileController : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void findsDockerfiles();
    void opensFolder();
    void saysWhenFolderHasNone();
    void opensOnceOnly();
    void sampleIsACopy();
    void remembersTenRecent();
    void closesAfterAsking_data();
    void closesAfterAsking();
    void doesNotSaveOverOpenFile();
    void restoresSession();
    void settingsSurvive();
    void untitledSurvivesCrash();
    void recoveryOfVanishedFile();
    void keepsAllAtOnce();

private:
    QString at(const QString &name) const { return m_dir->filePath(name); }
    static void type(OpenFile &file)
    {
        file.document().apply(EditSet::replacing({0, 0}, "X"), Origin::Text, "Typing");
    }

    std::optional<QTemporaryDir> m_dir;
    std::optional<RecoveryStore> m_store;
    Settings m_settings;
};

void TestFileController::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("drydock-test");
    QCoreApplication::setApplicationName("tst_file_controller");
}

void TestFileController::init()
{
    m_dir.emplace();
    m_store.emplace(at("state/recovery"));
    m_settings = {};
    m_settings.isPersistent = false;
    QDir().mkpath(at("project"));
    for (const char *name :
         {"Dockerfile", "Dockerfile.dev", "web.dockerfile", "api.Dockerfile", "Containerfile",
          "Dockerfile.dockerignore", "Dockerfile~", "README.md", "dockerfile.txt"})
        QVERIFY(put(at("project/") + name, QByteArray("FROM ") + name + "\n"));
    QDir().mkpath(at("project/Dockerfile.d"));
}

void TestFileController::findsDockerfiles()
{
    QStringList names;
    for (const QString &path : dockerfilesIn(at("project")))
        names.append(QFileInfo(path).fileName());
    QCOMPARE(
        names,
        QStringList({"Dockerfile", "Dockerfile.dev", "api.Dockerfile", "web.dockerfile", "Containerfile"}));
}

void TestFileController::opensFolder()
{
    FileController files(m_settings, {}, {});
    QSignalSpy activated(&files, &FileController::activated);
    QVERIFY(files.open(at("project")));
    QCOMPARE(files.files().size(), 5U);
    QCOMPARE(activated.back().front().value<OpenFile *>()->title(), QString("Dockerfile"));
}

void TestFileController::saysWhenFolderHasNone()
{
    FileController files(m_settings, {}, {});
    QSignalSpy problem(&files, &FileController::problem);
    QDir().mkpath(at("empty"));
    QVERIFY(!files.open(at("empty")));
    QVERIFY(!files.open(at("missing")));
    QCOMPARE(problem.size(), 2);
    QVERIFY(problem[0][0].toString().contains("no Dockerfile"));
    QVERIFY(problem[1][0].toString().contains("no file"));
    QVERIFY(files.files().empty());
    QVERIFY(m_settings.recent.isEmpty());
}

void TestFileController::opensOnceOnly()
{
    FileController files(m_settings, {}, {});
    QVERIFY(QFile::link(at("project/Dockerfile"), at("alias")));
    QVERIFY(files.open(at("project/Dockerfile")));
    QVERIFY(files.open(at("project/../project/Dockerfile")));
    QVERIFY(files.open(at("alias")));
    QCOMPARE(files.files().size(), 1U);
}

void TestFileController::sampleIsACopy()
{
    const QList<Sample> all = samples();
    QVERIFY(!all.isEmpty());
    FileController files(m_settings, {}, {});
    for (const Sample &sample : all) {
        QVERIFY2(!sample.bytes().empty(), qPrintable(sample.file));
        OpenFile *file = files.openSample(sample);
        QVERIFY(file->isUntitled());
        QVERIFY(!file->needsSaving());
        QCOMPARE(file->document().text().bytes(), std::string_view(sample.bytes()));
    }
}

void TestFileController::remembersTenRecent()
{
    for (int i = 0; i < 12; ++i)
        m_settings.addRecent(QString::number(i));
    m_settings.addRecent("5");
    QCOMPARE(m_settings.recent, QStringList({"5", "11", "10", "9", "8", "7", "6", "4", "3", "2"}));
}

void TestFileController::closesAfterAsking_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("saves");
    QTest::newRow("save") << int(Choice::Save) << true << true;
    QTest::newRow("discard") << int(Choice::Discard) << true << false;
    QTest::newRow("cancel") << int(Choice::Cancel) << false << false;
}

void TestFileController::closesAfterAsking()
{
    QFETCH(int, choice);
    QFETCH(bool, closes);
    QFETCH(bool, saves);
    FileController files(m_settings, {nullptr, &*m_store}, {});
    std::size_t asked = 0;
    files.setQuestions({{}, [&](const std::vector<OpenFile *> &unsaved) {
                            asked = unsaved.size();
                            return Choice(choice);
                        }});
    QVERIFY(files.open(at("project/Dockerfile")));
    QVERIFY(files.open(at("project/Dockerfile.dev")));
    type(*files.files().front());
    QVERIFY(files.keepAllForRecovery());
    QCOMPARE(files.closeAll(), closes);
    QCOMPARE(asked, 1U);
    QCOMPARE(files.files().size(), closes ? 0U : 2U);
    QCOMPARE(contentOf(at("project/Dockerfile")).startsWith('X'), saves);
    QCOMPARE(QDir(m_store->folder()).entryList({"*.recovery"}, QDir::Files).size(), closes ? 0 : 1);
}

void TestFileController::doesNotSaveOverOpenFile()
{
    FileController files(m_settings, {}, {});
    files.setQuestions({[&](const OpenFile &) { return at("project/Dockerfile.dev"); }, {}});
    QVERIFY(files.open(at("project/Dockerfile")));
    QVERIFY(files.open(at("project/Dockerfile.dev")));
    QVERIFY(!files.saveAs(*files.files().front()));
    QCOMPARE(contentOf(at("project/Dockerfile.dev")), QByteArray("FROM Dockerfile.dev\n"));
}

void TestFileController::restoresSession()
{
    {
        FileController files(m_settings, {}, {});
        QVERIFY(files.open(at("project/Dockerfile")));
        QVERIFY(files.open(at("project/Dockerfile.dev")));
        QVERIFY(files.open(at("project/Containerfile")));
        files.newFile();
        files.rememberSession(files.files()[1].get());
        QVERIFY(files.closeAll());
    }
    QCOMPARE(m_settings.session.size(), 3);
    QVERIFY(QFile::remove(at("project/Containerfile")));
    FileController files(m_settings, {}, {});
    QSignalSpy activated(&files, &FileController::activated);
    QSignalSpy problem(&files, &FileController::problem);
    files.restoreSession();
    QCOMPARE(files.files().size(), 2U);
    QCOMPARE(activated.back().front().value<OpenFile *>()->title(), QString("Dockerfile.dev"));
    QCOMPARE(problem.size(), 0);
}

void TestFileController::settingsSurvive()
{
    Settings settings;
    settings.theme = ThemeChoice::Dark;
    settings.restoresSession = false;
    settings.isStacked = true;
    settings.recent = {"/a b/Dockerfile", "/c,d/Dockerfile"};
    settings.session = {"/e"};
    settings.save();
    const Settings back = Settings::load();
    QCOMPARE(back.theme, ThemeChoice::Dark);
    QCOMPARE(back.restoresSession, false);
    QCOMPARE(back.isStacked, true);
    QCOMPARE(back.recent, settings.recent);
    QCOMPARE(back.session, settings.session);
    QSettings().clear();
}

void TestFileController::untitledSurvivesCrash()
{
    RecoveryRecord record;
    record.owner = {1, 2, "no-such-boot"};
    record.text = "FROM never-saved\n";
    QVERIFY(m_store->write(m_store->newFileFor({}), record));
    FileController files(m_settings, {nullptr, &*m_store}, {});
    files.offerOrphans();
    QCOMPARE(files.files().size(), 1U);
    OpenFile &file = *files.files().front();
    QVERIFY(file.isUntitled());
    QVERIFY(file.needsSaving());
    QCOMPARE(file.document().text().bytes(), std::string_view("FROM never-saved\n"));
    QCOMPARE(file.notices().size(), 1U);
    files.offerOrphans(); // It is ours now.
    QCOMPARE(files.files().size(), 1U);
}

void TestFileController::recoveryOfVanishedFile()
{
    RecoveryRecord record;
    record.path = QFile::encodeName(at("gone/Dockerfile")).toStdString();
    record.owner = {1, 2, "no-such-boot"};
    record.text = "FROM lost\n";
    QVERIFY(m_store->write(m_store->newFileFor(at("gone/Dockerfile")), record));
    FileController files(m_settings, {nullptr, &*m_store}, {});
    files.offerOrphans();
    QCOMPARE(files.files().size(), 1U);
    QCOMPARE(files.files().front()->document().text().bytes(), std::string_view("FROM lost\n"));
}

void TestFileController::keepsAllAtOnce()
{
    FileController files(m_settings, {nullptr, &*m_store}, {});
    QVERIFY(files.open(at("project")));
    type(*files.files()[0]);
    type(*files.files()[2]);
    type(*files.newFile());
    QVERIFY(files.keepAllForRecovery());
    QCOMPARE(QDir(m_store->folder()).entryList({"*.recovery"}, QDir::Files).size(), 3);
}

QTEST_GUILESS_MAIN(TestFileController)
#include "tst_file_controller.moc"
