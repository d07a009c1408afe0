// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/exporting/parse_json.h"
#include "model/lint/registry.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTest>

#include <set>

using namespace drydock;
using Json = nlohmann::json;

namespace {

/// What the checks find is compared by their own test; everything else must be equal.
const std::set<std::string> comparedElsewhere {"lint"};

/// Files where we believe that BuildKit is at fault, each with the reason. None so far.
const std::set<std::string> knownFaults {};

std::string differences(const Json &expected, const Json &actual)
{
    std::set<std::string> fields;
    for (const auto &[name, value] : expected.items())
        fields.insert(name);
    for (const auto &[name, value] : actual.items())
        fields.insert(name);
    std::string text;
    for (const std::string &field : fields) {
        if (comparedElsewhere.contains(field) || expected.value(field, Json()) == actual.value(field, Json()))
            continue;
        text += "\n  " + field + "\n    BuildKit " + expected.value(field, Json()).dump().substr(0, 400)
            + "\n    Drydock  " + actual.value(field, Json()).dump().substr(0, 400);
    }
    return text;
}

} // namespace

/// 2,289 real files against what BuildKit's own parser and linter made of them.
class TestCorpus : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_folder = QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus");
        if (!QFile::exists(m_folder + "/expected.jsonl"))
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
    }

    void equalsBuildKit()
    {
        QFile answers(m_folder + "/expected.jsonl");
        QVERIFY(answers.open(QIODevice::ReadOnly));
        int files = 0;
        int different = 0;
        while (!answers.atEnd()) {
            const Json expected = Json::parse(answers.readLine().toStdString());
            const auto name = expected["file"].get<std::string>();
            const std::string bytes = contentsOf(name);
            const Json actual = Json::parse(parseJson(*analyse(SourceText(bytes)), name));
            ++files;
            const std::string difference = differences(expected, actual);
            if (difference.empty() || knownFaults.contains(name))
                continue;
            ++different;
            qWarning("%s%s", name.c_str(), difference.c_str());
        }
        qInfo("%d files, %d different", files, different);
        QCOMPARE(files, 2289);
        QCOMPARE(different, 0);
    }

    /// The checks that Drydock has, against the same of BuildKit's.
    void findingsEqualBuildKit()
    {
        QFile answers(m_folder + "/expected.jsonl");
        QVERIFY(answers.open(QIODevice::ReadOnly));
        int findings = 0;
        int different = 0;
        while (!answers.atEnd()) {
            const Json expected = Json::parse(answers.readLine().toStdString());
            const auto name = expected["file"].get<std::string>();
            std::multiset<std::string> theirs;
            for (const Json &finding : expected.contains("lint") && expected["lint"].is_array()
                     ? expected["lint"]
                     : Json::array()) {
                if (isKnown(finding["rule"]))
                    theirs.insert(finding["rule"].get<std::string>() + " " + finding["start"].dump() + "-"
                                  + finding["end"].dump() + " " + finding["msg"].get<std::string>());
            }
            std::multiset<std::string> ours;
            const bool isRefused = !expected["instrOk"].get<bool>();
            LintSettings settings;
            settings.onlyBuildKit = settings.basesSetOnlyPath = true;
            const auto analysis = analyse(SourceText(contentsOf(name)), {}, settings);
            for (const Diagnostic &finding : analysis->diagnostics) {
                if (finding.severity == Severity::Warning)
                    ours.insert(finding.rule + " " + std::to_string(finding.lines[0].first) + "-"
                                + std::to_string(finding.lines[0].last) + " " + inEnglish(finding.message));
            }
            findings += int(theirs.size());
            // BuildKit stops checking where it stops building.
            const bool isSame = isRefused || expected.contains("buildErr")
                ? std::ranges::includes(ours, theirs)
                : ours == theirs;
            if (isSame)
                continue;
            ++different;
            for (const std::string &finding : theirs)
                qWarning("%s BuildKit %s%s", name.c_str(), finding.c_str(),
                         ours.contains(finding) ? "" : " (missing)");
            for (const std::string &finding : ours)
                qWarning("%s Drydock  %s%s", name.c_str(), finding.c_str(),
                         theirs.contains(finding) ? "" : " (extra)");
        }
        qInfo("%d findings, %d files different", findings, different);
        QCOMPARE(different, 0);
    }

    void tokensTileEveryFile()
    {
        const QDir folder(m_folder + "/dockerfiles");
        for (const QString &name : folder.entryList(QDir::Files)) {
            const std::string bytes = contentsOf(name.toStdString());
            const Syntax syntax = parse(SourceText(bytes));
            std::size_t end = 0;
            for (const Token &token : syntax.tokens) {
                QVERIFY2(token.begin == end && token.end > token.begin, qPrintable(name));
                end = token.end;
            }
            QVERIFY2(end == bytes.size(), qPrintable(name));
        }
    }

private:
    std::string contentsOf(const std::string &name) const
    {
        QFile file(m_folder + "/dockerfiles/" + QString::fromStdString(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    static bool isKnown(const std::string &rule)
    {
        return std::ranges::any_of(rules(), [&](const Rule &known) { return known.id == rule; });
    }
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
