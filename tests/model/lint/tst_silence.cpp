// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"

#include <QTest>

using namespace drydock;

/// Comments and settings that silence rules.
class TestSilence : public QObject {
    Q_OBJECT

private slots:
    void silences_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("speaks");
        QTest::newRow("nothing said") << QByteArray("FROM a AS Build\n") << true;
        QTest::newRow("check, for the file")
            << QByteArray("# check=skip=StageNameCasing\nFROM a AS Build\n") << false;
        QTest::newRow("check, all") << QByteArray("# check=skip=all\nFROM a AS Build\n") << false;
        QTest::newRow("check, above the instruction")
            << QByteArray("FROM x\n# check=skip=StageNameCasing\nFROM a AS Build\n") << false;
        QTest::newRow("check, above another instruction")
            << QByteArray("FROM x\n# check=skip=StageNameCasing\nRUN y\nFROM a AS Build\n") << true;
        QTest::newRow("another rule")
            << QByteArray("FROM x\n# check=skip=FromAsCasing\nFROM a AS Build\n") << true;
        QTest::newRow("drydock") << QByteArray("# why\n# drydock ignore=StageNameCasing\nFROM a AS Build\n")
                                 << false;
        QTest::newRow("drydock, several, blanks")
            << QByteArray("#  drydock  ignore = S06 , stagenamecasing\nFROM a AS Build\n") << false;
        QTest::newRow("drydock, for the file")
            << QByteArray("FROM x\n# drydock global ignore=StageNameCasing\nRUN y\nFROM a AS Build\n")
            << false;
        QTest::newRow("a reason behind the names")
            << QByteArray("# drydock ignore=StageNameCasing # they all say so\nFROM a AS Build\n") << false;
        QTest::newRow("all") << QByteArray("# drydock ignore=all\nFROM a AS Build\n") << false;
    }
    void silences()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, speaks);
        QCOMPARE(finds(text, "StageNameCasing", {}), speaks);
    }

    void hadolintsNamesAreUnderstood()
    {
        QVERIFY(finds("FROM a\nMAINTAINER x\n", "MaintainerDeprecated", {}));
        QVERIFY(!finds("FROM a\n# hadolint ignore=DL4000\nMAINTAINER x\n", "MaintainerDeprecated", {}));
        QVERIFY(!finds("FROM a\n# hadolint global ignore=DL3007,DL4000\nCMD a\nMAINTAINER x\n",
                       "MaintainerDeprecated", {}));
    }

    void settingsTurnRulesOffAndOn()
    {
        LintSettings settings;
        settings.severities["dl4000"] = std::nullopt;
        QVERIFY(!finds("FROM a\nMAINTAINER x\n", "MaintainerDeprecated", settings));
        settings.severities["DL4000"] = Severity::Error;
        settings.severities.erase("dl4000");
        QVERIFY(finds("FROM a\nMAINTAINER x\n", "MaintainerDeprecated", settings));
        const auto analysis = analyse(SourceText(std::string("FROM a\nMAINTAINER x\n")), {}, settings);
        QCOMPARE(analysis->diagnostics.back().severity, Severity::Error);
        QVERIFY(!finds("# not it\nFROM a AS b\n", "InvalidDefinitionDescription", {}));
        settings.severities["InvalidDefinitionDescription"] = Severity::Warning;
        QVERIFY(finds("# not it\nFROM a AS b\n", "InvalidDefinitionDescription", settings));
        QVERIFY(
            finds("# check=experimental=all\n# not it\nFROM a AS b\n", "InvalidDefinitionDescription", {}));
    }

    void commentsCanBeIgnored()
    {
        LintSettings settings;
        settings.heedsComments = false;
        QVERIFY(finds("# drydock ignore=all\nFROM a AS Build\n", "StageNameCasing", settings));
    }

private:
    static bool finds(const QByteArray &text, const std::string &rule, const LintSettings &settings)
    {
        const auto analysis = analyse(SourceText(text.toStdString()), {}, settings);
        return std::any_of(analysis->diagnostics.begin(), analysis->diagnostics.end(),
                           [&](const Diagnostic &finding) { return finding.rule == rule; });
    }
};

QTEST_GUILESS_MAIN(TestSilence)
#include "tst_silence.moc"
