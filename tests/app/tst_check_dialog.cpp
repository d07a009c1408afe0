// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_dialog.h"
#include "app/check_list.h"
#include "app/program.h"
#include "model/lint/registry.h"
#include "window_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QTreeView>

using namespace drydock;
using namespace drydock::app;

/// How severe rules are is chosen in a dialog, holds at once and for the next time.
class TestCheckDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRuleHasATitle();
    void findsByWords();
    void changesHoldAtOnce();
    void saysWhatTheProjectSays();
    void choicesSurvive();

private:
    static void inDialog(WindowFixture &fixture, const std::function<void(CheckDialog &)> &act)
    {
        bool isDone = false;
        QTimer::singleShot(0, &fixture.window(), [&] {
            if (auto *dialog = qobject_cast<CheckDialog *>(QApplication::activeModalWidget())) {
                act(*dialog);
                isDone = true;
                dialog->close();
            }
        });
        fixture.action("settings.checks")->trigger();
        QVERIFY(isDone);
    }
    static void choose(const CheckDialog &dialog, int index)
    {
        auto *box = dialog.findChild<QComboBox *>("severity");
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    static QString foundRules(WindowFixture &fixture)
    {
        QStringList found;
        for (const Diagnostic &finding : fixture.document().analysis().diagnostics)
            found << QString::fromStdString(finding.rule) + (finding.severity == Severity::Error ? "!" : "");
        return found.join(u' ');
    }
};

void TestCheckDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("drydock-test");
    QCoreApplication::setApplicationName("tst_check_dialog");
    prepareApplication();
}

void TestCheckDialog::everyRuleHasATitle()
{
    const CheckList list({});
    QCOMPARE(std::size_t(list.rowCount()), rules().size());
    for (int row = 0; row < list.rowCount(); ++row)
        QVERIFY2(!list.index(row, CheckList::What).data().toString().isEmpty(),
                 qPrintable(list.index(row, CheckList::Id).data().toString()));
}

void TestCheckDialog::findsByWords()
{
    const CheckDialog dialog({}, nullptr);
    auto *view = dialog.findChild<QTreeView *>();
    dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->setText("dl3020");
    QCOMPARE(view->model()->rowCount(), 1);
    dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->setText("no such words at all");
    QCOMPARE(view->model()->rowCount(), 0);
    QVERIFY(!dialog.findChild<QComboBox *>("severity")->isEnabled());
}

void TestCheckDialog::changesHoldAtOnce()
{
    WindowFixture fixture("FROM scratch\nMAINTAINER somebody\n");
    QCOMPARE(foundRules(fixture), QString("MaintainerDeprecated"));
    inDialog(fixture, [&](CheckDialog &dialog) {
        dialog.showRule("DL4000"); // By its other name.
        const auto *box = dialog.findChild<QComboBox *>("severity");
        QCOMPARE(box->currentText(), QString("As shipped (Warning)"));
        choose(dialog, 1);
        QCOMPARE(foundRules(fixture), QString("MaintainerDeprecated!"));
        QCOMPARE(box->currentText(), QString("Error"));
        choose(dialog, 4);
        QCOMPARE(foundRules(fixture), QString());
        QCOMPARE(box->currentText(), QString("Off"));
        QTest::mouseClick(dialog.findChild<QPushButton *>("resetAll"), Qt::LeftButton);
        QCOMPARE(foundRules(fixture), QString("MaintainerDeprecated"));
        choose(dialog, 1);
        choose(dialog, 0);
        QCOMPARE(foundRules(fixture), QString("MaintainerDeprecated"));
    });
}

void TestCheckDialog::saysWhatTheProjectSays()
{
    ProjectFacts facts;
    facts.config = "/project/.hadolint.yaml";
    facts.checks.severities["DL4000"] = Severity::Info;
    CheckDialog dialog({}, &facts);
    dialog.showRule("MaintainerDeprecated");
    QStringList said;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        said << label->text();
    QVERIFY2(said.join(u'\n').contains("In this project “.hadolint.yaml” counts: Advice."),
             qPrintable(said.join(u'\n')));
}

void TestCheckDialog::choicesSurvive()
{
    QSettings().clear();
    Settings settings;
    settings.checks["DL3008"] = std::nullopt;
    settings.checks["S21"] = Severity::Error;
    settings.keys.insert("file.new", {"Ctrl+J"});
    settings.save();
    QCOMPARE(Settings::load().checks, settings.checks);
    QCOMPARE(Settings::load().keys, settings.keys);
    // What somebody else has written there is passed over.
    QSettings().setValue("checks/DL3009", "loud");
    QCOMPARE(Settings::load().checks, settings.checks);
    QSettings().clear();
}

QTEST_MAIN(TestCheckDialog)
#include "tst_check_dialog.moc"
