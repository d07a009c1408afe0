// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/folder_facts.h"
#include "model/knowledge/inspect_answers.h"
#include "tests/model/context/folder_tree.h"
#include "tests/model/refactor/refactoring_promises.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace drydock;

namespace {

constexpr qsizetype mostCharactersOfAParagraph = 220;

/// A Dockerfile on a page, with what stands before it on the page for it.
struct Example {
    std::string text;
    std::map<std::string, std::string> files; ///< Beside it.
    RefactorWish wish;
    QString caret; ///< The line's text that the caret is in; empty: none.
};

/// `<!-- settings: base=alpine; artifact=/app -->` and `<!-- caret: RUN npm ci -->`.
void readComment(const QString &line, Example &example)
{
    static const QRegularExpression comment(QStringLiteral("^<!-- (settings|caret): (.*) -->$"));
    const QRegularExpressionMatch match = comment.match(line);
    if (!match.hasMatch())
        return;
    if (match.captured(1) == QLatin1String("caret")) {
        example.caret = match.captured(2);
        return;
    }
    for (const QString &pair : match.captured(2).split(QLatin1Char(';'))) {
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        example.wish.settings[pair.left(equals).trimmed().toStdString()]
            = pair.mid(equals + 1).trimmed().toStdString();
    }
}

/// The Dockerfiles below the heading `## name`. A block whose mark has a second word (```json package.json) is a file
/// of that name beside the next Dockerfile, or beside the last if none follows.
std::vector<Example> examplesUnder(const QString &page, const QString &name)
{
    std::vector<Example> examples;
    Example next;
    QString heading;
    QStringList mark;
    std::string body;
    bool isInside = false;
    for (const QString &line : page.split(QLatin1Char('\n'))) {
        const bool isFence = line.startsWith(QLatin1String("```"));
        if (isFence && !isInside) {
            mark = line.mid(3).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            body.clear();
        } else if (isFence && heading == name && mark.size() == 2) {
            next.files[mark[1].toStdString()] = body;
        } else if (isFence && heading == name && mark == QStringList {QStringLiteral("dockerfile")}) {
            next.text = body;
            if (!next.caret.isEmpty()) {
                const std::size_t at = body.find(next.caret.toStdString());
                next.wish.caret = at == std::string::npos ? 0 : at;
            }
            examples.push_back(std::exchange(next, {}));
        } else if (isInside) {
            body += line.toStdString() + "\n";
        } else if (line.startsWith(QLatin1String("## "))) {
            heading = line.mid(3).trimmed();
        } else if (heading == name) {
            readComment(line, next);
        }
        if (isFence)
            isInside = !isInside;
    }
    if (!examples.empty())
        examples.back().files.merge(next.files);
    return examples;
}

QStringList headingsOf(const QString &page)
{
    QStringList headings;
    for (const QString &line : page.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("## ")))
            headings << line.mid(3).trimmed();
    }
    return headings;
}

/// The words between the title and the first section.
QString firstParagraph(QString page)
{
    page.remove(
        QRegularExpression(QStringLiteral("<!--.*?-->\n"), QRegularExpression::DotMatchesEverythingOption));
    const qsizetype begin = page.indexOf(QLatin1String("\n\n"), page.indexOf(QLatin1String("# "))) + 2;
    return page.mid(begin, page.indexOf(QLatin1String("\n\n"), begin) - begin);
}

/// Tries one example, with its files on the disk as a build would have them. The file images.json is what `docker image inspect`
/// prints.
TriedRefactoring tried(const Refactoring &refactoring, Example example)
{
    if (const auto images = example.files.extract("images.json")) {
        const auto source = readInspectAnswers(images.mapped());
        if (!source)
            return {{}, {}, inEnglish(source.error().text)};
        const PreparedFile file(example.text, {}, nullptr, source->get());
        return tryRefactoring(refactoring, file, example.wish);
    }
    if (example.files.empty())
        return tryRefactoring(refactoring, PreparedFile(example.text), example.wish);
    const FolderTree folder;
    for (const auto &[path, bytes] : example.files)
        folder.add(path, bytes);
    folder.add("Dockerfile", example.text);
    const auto context = readBuildContext(folder.root(), "Dockerfile");
    if (!context)
        return {{}, {}, "the folder cannot be read"};
    const Manifests manifests = readManifests(folder.root(), *context);
    LintSettings settings;
    settings.contents = std::make_shared<const FolderFacts>(readFolderFacts(folder.root(), *context));
    settings.folder = std::make_shared<const BuildContext>(*context);
    return tryRefactoring(refactoring, PreparedFile(example.text, settings, &manifests), example.wish);
}

} // namespace

/// Every refactoring has a page, and what the page says is true: it makes of each example under “Before” the one under
/// “After”, and of none under “When not to” anything.
class TestRefactoringPages : public QObject {
    Q_OBJECT

private slots:
    void examplesAreTrue_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("none is asked too much of") << QString();
        for (const Refactoring &each : refactorings())
            QTest::newRow(std::string(each.id).c_str()) << QString::fromStdString(std::string(each.id));
    }
    void examplesAreTrue()
    {
        QFETCH(QString, id);
        if (id.isEmpty())
            return;
        QFile file(m_folder + id + QStringLiteral(".md"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable("there is no page " + file.fileName()));
        const QString page = QString::fromUtf8(file.readAll());
        QVERIFY2(page.contains(QLatin1String("\n# ")), "the page has no title");
        QVERIFY2(firstParagraph(page).size() <= mostCharactersOfAParagraph,
                 qPrintable("the first paragraph is too long for a tooltip: " + firstParagraph(page)));
        QCOMPARE(
            headingsOf(page),
            QStringList({QStringLiteral("What happens"), QStringLiteral("Why it matters"),
                         QStringLiteral("Before"), QStringLiteral("After"), QStringLiteral("When not to")}));
        const Refactoring &refactoring = *refactoringCalled(id.toStdString());
        const std::vector<Example> before = examplesUnder(page, QStringLiteral("Before"));
        const std::vector<Example> after = examplesUnder(page, QStringLiteral("After"));
        QVERIFY2(!before.empty() && before.size() == after.size(), "each file before has one after");
        for (std::size_t i = 0; i < before.size(); ++i) {
            const TriedRefactoring one = tried(refactoring, before[i]);
            QVERIFY2(one.broken.empty(), one.broken.c_str());
            QVERIFY2(one.result, inEnglish(one.proposal.reason).c_str());
            QCOMPARE(QString::fromStdString(one.result->text), QString::fromStdString(after[i].text));
            for (const auto &[path, bytes] : after[i].files) {
                const auto written = one.proposal.files.find(path);
                QVERIFY2(written != one.proposal.files.end(), path.c_str());
                QCOMPARE(QString::fromStdString(written->second), QString::fromStdString(bytes));
            }
        }
        for (const Example &example : examplesUnder(page, QStringLiteral("When not to"))) {
            const TriedRefactoring one = tried(refactoring, example);
            QVERIFY2(one.proposal.isBlocked(), ("it is offered for:\n" + example.text).c_str());
        }
    }

    void pagesAreOfSomething()
    {
        for (const QString &name : QDir(m_folder).entryList({QStringLiteral("*.md")}))
            QVERIFY2(refactoringCalled(name.chopped(3).toStdString()), qPrintable(name));
    }

    /// An id is one word that can be typed.
    void idsAreUnique()
    {
        QStringList ids;
        for (const Refactoring &each : refactorings()) {
            ids << QString::fromStdString(std::string(each.id));
            QVERIFY2(ids.last().contains(QRegularExpression(QStringLiteral("^[a-z]+(-[a-z]+)*$"))),
                     qPrintable(ids.last()));
            QVERIFY2(!each.title.source.empty() && each.propose, qPrintable(ids.last()));
        }
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    }

private:
    const QString m_folder = QStringLiteral(DRYDOCK_SOURCE_DIR "/resources/teach/en/refactorings/");
};

QTEST_GUILESS_MAIN(TestRefactoringPages)
#include "tst_refactoring_pages.moc"
