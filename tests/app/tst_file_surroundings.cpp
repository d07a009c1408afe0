// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_surroundings.h"
#include "app/open_file.h"
#include "odd_files.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace drydock;
using namespace drydock::app;

/// What the folder beside a file and the project's settings do to what is said about it.
class TestFileSurroundings : public QObject {
    Q_OBJECT

private slots:
    void init();
    void findsMissingSources();
    void leavesFoldersAloneThatAreNotTheContext();
    void seesWhatIsLeftOut();
    void samePlaceTwiceChangesNothing();
    void projectGoesBeforeReader_data();
    void projectGoesBeforeReader();
    void findsSettingsAbove();
    void leavesOtherProjectsAlone();
    void saysWhyTheyAreRefused();
    void ofAFileThatGetsANewPlace();

private:
    QString at(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
        QVERIFY(put(at(name), bytes));
    }
    /// The rules that speak about `text` as the file `name`, once its surroundings are known.
    QByteArray rulesFor(const char *text, const QString &name, const SeverityChoices &own = {})
    {
        write(name, text);
        Document document;
        document.reset(text);
        FileSurroundings surroundings(document);
        surroundings.setOwnChoices(own);
        look(surroundings, name);
        QByteArrayList found;
        for (const Diagnostic &finding : document.analysis().diagnostics)
            found << QByteArray::fromStdString(finding.rule)
                    + (finding.severity == Severity::Error         ? "!"
                           : finding.severity == Severity::Warning ? ""
                                                                   : "?");
        return found.join(' ');
    }
    void look(FileSurroundings &surroundings, const QString &name) const
    {
        QSignalSpy looked(&surroundings, &FileSurroundings::looked);
        surroundings.look(at(name).toStdString());
        QVERIFY(looked.wait());
    }

    std::optional<QTemporaryDir> m_dir;
};

void TestFileSurroundings::init()
{
    m_dir.emplace();
}

void TestFileSurroundings::findsMissingSources()
{
    write("there.txt", "x");
    QCOMPARE(rulesFor("FROM scratch\nCOPY there.txt gone.txt /\n", "Dockerfile").count("S54"), 1);
}

void TestFileSurroundings::leavesFoldersAloneThatAreNotTheContext()
{
    // Built as `docker build -f docker/Dockerfile .`: nothing of what it copies lies beside it.
    QVERIFY(!rulesFor("FROM scratch\nCOPY . /\nCOPY src go.mod /\n", "docker/Dockerfile").contains("S54"));
    write("docker/.dockerignore", "*.log\n");
    QCOMPARE(rulesFor("FROM scratch\nCOPY . /\nCOPY src go.mod /\n", "docker/Dockerfile").count("S54"), 2);
}

void TestFileSurroundings::seesWhatIsLeftOut()
{
    write("a.log", "x");
    write(".dockerignore", "*.log\n");
    QVERIFY(rulesFor("FROM scratch\nCOPY a.log /\n", "Dockerfile").contains("CopyIgnoredFile"));
    // One beside the Dockerfile under its name counts instead.
    write("other.Dockerfile.dockerignore", "*.tmp\n");
    QVERIFY(!rulesFor("FROM scratch\nCOPY a.log /\n", "other.Dockerfile").contains("CopyIgnoredFile"));
}

void TestFileSurroundings::samePlaceTwiceChangesNothing()
{
    write("Dockerfile", "FROM scratch\nCOPY gone /\n");
    Document document;
    document.reset("FROM scratch\nCOPY gone /\n");
    FileSurroundings surroundings(document);
    look(surroundings, "Dockerfile");
    QSignalSpy changed(&document, &Document::changed);
    look(surroundings, "Dockerfile");
    QCOMPARE(changed.count(), 0);
    QVERIFY(!document.undoStack().canUndo());
    write("gone", "here now");
    look(surroundings, "Dockerfile");
    QCOMPARE(changed.count(), 1);
}

void TestFileSurroundings::projectGoesBeforeReader_data()
{
    QTest::addColumn<QByteArray>("project");
    QTest::addColumn<QByteArray>("own"); // "id=error"
    QTest::addColumn<QByteArray>("rules"); // ! for errors, ? for advice
    QTest::newRow("as shipped") << QByteArray() << QByteArray() << QByteArray("DL4000");
    QTest::newRow("the reader") << QByteArray() << QByteArray("DL4000=error") << QByteArray("DL4000!");
    QTest::newRow("the reader, off") << QByteArray() << QByteArray("DL4000=off") << QByteArray();
    QTest::newRow("the project") << QByteArray("override:\n  info: [DL4000]\n") << QByteArray()
                                 << QByteArray("DL4000?");
    QTest::newRow("both") << QByteArray("override:\n  info: [DL4000]\n") << QByteArray("DL4000=error")
                          << QByteArray("DL4000?");
    QTest::newRow("under another name")
        << QByteArray("ignored: [DL4000]\n") << QByteArray("MaintainerDeprecated=error") << QByteArray();
}

void TestFileSurroundings::projectGoesBeforeReader()
{
    QFETCH(QByteArray, project);
    QFETCH(QByteArray, own);
    SeverityChoices choices;
    if (!own.isEmpty()) {
        const QByteArrayList parts = own.split('=');
        choices[parts[0].toStdString()] = parts[1] == "error" ? std::optional(Severity::Error) : std::nullopt;
    }
    if (!project.isEmpty())
        write(".hadolint.yaml", project);
    const char *text = "FROM scratch\nMAINTAINER somebody\n";
    QByteArray found = rulesFor(text, "Dockerfile", choices);
    found.replace("MaintainerDeprecated", "DL4000");
    QTEST(found, "rules");
}

void TestFileSurroundings::findsSettingsAbove()
{
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".hadolint.yml", "ignored: [DL4000]\n");
    QCOMPARE(rulesFor("FROM scratch\nMAINTAINER somebody\n", "images/web/Dockerfile"), QByteArray());
    // The nearest one counts.
    write("images/.hadolint.yaml", "override:\n  error: [DL4000]\n");
    QVERIFY(rulesFor("FROM scratch\nMAINTAINER somebody\n", "images/web/Dockerfile").endsWith('!'));
}

void TestFileSurroundings::leavesOtherProjectsAlone()
{
    write(".hadolint.yaml", "ignored: [DL4000]\n");
    write("project/.git", "gitdir: elsewhere\n");
    QVERIFY(!rulesFor("FROM scratch\nMAINTAINER somebody\n", "project/Dockerfile").isEmpty());
    // Without a work tree nobody knows where the project ends.
    QVERIFY(!rulesFor("FROM scratch\nMAINTAINER somebody\n", "plain/Dockerfile").isEmpty());
}

void TestFileSurroundings::saysWhyTheyAreRefused()
{
    write("Dockerfile", "FROM scratch\nMAINTAINER somebody\n");
    write(".hadolint.yaml", "ignored: {DL4000\n");
    auto file = OpenFile::open(at("Dockerfile"), {nullptr, nullptr, true});
    QVERIFY(file);
    QSignalSpy looked(&(*file)->surroundings(), &FileSurroundings::looked);
    (*file)->lookAround();
    QVERIFY(looked.wait());
    QCOMPARE((*file)->notices().size(), std::size_t(1));
    const Notice notice = (*file)->notices().front();
    QCOMPARE(notice.kind, NoticeKind::BadConfig);
    QVERIFY2(notice.text.contains(".hadolint.yaml"), qPrintable(notice.text));
    // Mended: the complaint goes.
    write(".hadolint.yaml", "ignored: [DL4000]\n");
    (*file)->lookAround();
    QVERIFY(looked.wait());
    QVERIFY((*file)->notices().empty());
    QVERIFY((*file)->document().analysis().diagnostics.empty());
}

void TestFileSurroundings::ofAFileThatGetsANewPlace()
{
    write("b/gone", "x");
    auto file = OpenFile::untitled("new", "FROM scratch\nCOPY gone /\n", {nullptr, nullptr, true});
    file->lookAround(); // Lies nowhere yet.
    QVERIFY(!file->document().analysis().settings.folder);
    QSignalSpy looked(&file->surroundings(), &FileSurroundings::looked);
    QCOMPARE(file->saveAs(at("b/Dockerfile")), OpenFile::SaveResult::Saved);
    QVERIFY(looked.wait());
    QVERIFY(file->document().analysis().settings.folder->find("gone"));
}

QTEST_MAIN(TestFileSurroundings)
#include "tst_file_surroundings.moc"
