// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/context/folder_facts.h"
#include "model/lint/registry.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace drydock;

namespace {

/// The bodies of the fenced blocks below the heading `## name`.
QStringList examplesUnder(const QString &page, const QString &name)
{
    QStringList examples;
    QString heading;
    bool isInside = false;
    for (const QString &line : page.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```"))) {
            isInside = !isInside;
            if (isInside && heading == name)
                examples << QString();
        } else if (isInside) {
            if (heading == name)
                examples.last() += line + QLatin1Char('\n');
        } else if (line.startsWith(QLatin1String("## "))) {
            heading = line.mid(3).trimmed();
        }
    }
    return examples;
}

bool speaks(const std::string &text, const Rule &rule)
{
    LintSettings settings;
    if (rule.isOptional)
        settings.severities[std::string(rule.id)] = rule.severity;
    if (rule.id == "DL3026")
        settings.trustedRegistries = {"docker.io"};
    if (rule.family == RuleFamily::Context) {
        IgnoreFile ignore;
        ignore.path = ".dockerignore";
        ignore.rules = *DockerIgnore::parse("notes.txt\n");
        std::vector<ContextEntry> entries(2);
        entries[0].path = "main.go";
        entries[1].path = "notes.txt";
        settings.folder = std::make_shared<BuildContext>(std::move(entries), std::move(ignore));
    }
    if (rule.id == "S32") {
        FolderFacts facts;
        facts.workflows = {{".github/workflows/image.yml", true, false}};
        settings.contents = std::make_shared<FolderFacts>(std::move(facts));
    }
    if (rule.id >= "DL3049" && rule.id <= "DL3058" && rule.id != "DL3057") {
        settings.labels = {{"title", "text"}};
        settings.areLabelsStrict = rule.id == "DL3050";
    }
    if (rule.id >= "DL3052" && rule.id <= "DL3058" && rule.id != "DL3057")
        settings.labels = {{"home", "url"},    {"created", "rfc3339"}, {"license", "spdx"},
                           {"commit", "hash"}, {"version", "semver"},  {"contact", "email"}};
    const auto analysis = analyse(SourceText(text), {}, settings);
    return std::ranges::any_of(analysis->diagnostics,
                               [&](const Diagnostic &finding) { return finding.rule == rule.id; });
}

} // namespace

/// Every rule has a page, and what the page says is true (pages about the folder beside the file assume main.go and an
/// ignored notes.txt there, that of S32 a workflow that builds images): each example under “Before” triggers the rule,
/// none under “After” or “When not to” does.
class TestRulePages : public QObject {
    Q_OBJECT

private slots:
    void examplesAreTrue_data()
    {
        QTest::addColumn<QString>("id");
        for (const Rule &rule : rules())
            QTest::newRow(std::string(rule.id).c_str()) << QString::fromStdString(std::string(rule.id));
    }
    void examplesAreTrue()
    {
        QFETCH(QString, id);
        QFile file(QStringLiteral(DRYDOCK_SOURCE_DIR "/resources/teach/en/rules/%1.md").arg(id.toLower()));
        QVERIFY2(file.open(QIODevice::ReadOnly), "there is no teaching page for the rule");
        const QString page = QString::fromUtf8(file.readAll());
        QVERIFY2(page.contains(QStringLiteral("\n# %1").arg(id)), "the title begins with the rule's id");
        const Rule &rule = *ruleCalled(id.toStdString());
        const QStringList before = examplesUnder(page, QStringLiteral("Before"));
        const QStringList after = examplesUnder(page, QStringLiteral("After"));
        QVERIFY2(!before.isEmpty() && !after.isEmpty(), "a page shows a file before and after");
        for (const QString &example : before)
            QVERIFY2(speaks(example.toStdString(), rule), qPrintable("silent:\n" + example));
        for (const QString &example : after + examplesUnder(page, QStringLiteral("When not to")))
            QVERIFY2(!speaks(example.toStdString(), rule), qPrintable("speaks:\n" + example));
    }

    /// An id or alias names one rule alone.
    void namesAreUnique()
    {
        QStringList names;
        for (const Rule &rule : rules()) {
            names << QString::fromStdString(std::string(rule.id)).toLower();
            names
                << QString::fromStdString(std::string(rule.aliases)).toLower().split(' ', Qt::SkipEmptyParts);
        }
        const qsizetype all = names.size();
        names.removeDuplicates();
        QCOMPARE(names.size(), all);
    }
};

QTEST_GUILESS_MAIN(TestRulePages)
#include "tst_rule_pages.moc"
