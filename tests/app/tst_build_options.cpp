// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build_options_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace drydock;
using namespace drydock::app;

namespace {

std::shared_ptr<const Analysis> analysed(BuildOptions options = {})
{
    return analyse(
        SourceText("ARG GO=1.21\nFROM golang:${GO} AS build\nARG GO\nARG TOKEN\nENV X=1\nFROM scratch\n"),
        options);
}

QStringList rowsOf(const BuildOptionsDialog &dialog)
{
    const auto *table = dialog.findChild<QTableWidget *>();
    QStringList rows;
    for (int row = 0; row < table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table->columnCount(); ++column)
            cells.append(table->item(row, column)->text());
        rows.append(cells.join(u'|'));
    }
    return rows;
}

QPlainTextEdit *linesOf(const BuildOptionsDialog &dialog, const char *hint)
{
    for (auto *edit : dialog.findChildren<QPlainTextEdit *>())
        if (edit->placeholderText().startsWith(QLatin1String(hint)))
            return edit;
    return nullptr;
}

} // namespace

/// How a file is built, as a person says it.
class TestBuildOptions : public QObject {
    Q_OBJECT

private slots:
    void listsEachArgumentOnce()
    {
        BuildOptions options;
        options.buildArgs = {{"TOKEN", "t"}, {"OTHER", "o"}};
        const BuildOptionsDialog dialog(*analysed(options), {});
        QCOMPARE(rowsOf(dialog),
                 QStringList(
                     {QStringLiteral("GO|1.21|"), QStringLiteral("TOKEN||t"), QStringLiteral("OTHER||o")}));
        QCOMPARE(dialog.options().buildArgs, options.buildArgs);
    }

    void takesValues()
    {
        BuildOptions options;
        options.buildArgs = {{"TOKEN", "t"}};
        options.target = "build";
        const BuildOptionsDialog dialog(*analysed(options), {});
        auto *table = dialog.findChild<QTableWidget *>();
        table->item(0, 2)->setText(QStringLiteral("1.22"));
        table->item(1, 2)->setText({});
        QCOMPARE(dialog.options().buildArgs, (std::map<std::string, std::string> {{"GO", "1.22"}}));
        QCOMPARE(dialog.options().target, std::string("build"));
    }

    void givesBackWhatItWasGiven()
    {
        BuildExtras extras;
        extras.secrets = {{"key", "env:KEY"}, {"token", "/a=b"}};
        extras.cacheFrom = {"type=registry,ref=a", "b"};
        extras.cacheTo = {"type=inline"};
        extras.builder = "far";
        extras.noCache = true;
        const BuildOptionsDialog dialog(*analysed(), extras);
        QCOMPARE(dialog.extras(), extras);
    }

    void refusesWhatIsNoPair()
    {
        const BuildOptionsDialog dialog(*analysed(), {});
        QPlainTextEdit *secrets = linesOf(dialog, "id=");
        QVERIFY(secrets);
        const auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled());
        secrets->setPlainText(QStringLiteral("key=/a\n\nwhat\n"));
        QVERIFY(!ok->isEnabled());
        bool isSaid = false;
        for (const auto *label : dialog.findChildren<QLabel *>())
            isSaid = isSaid || label->text().contains(QStringLiteral("“what”"));
        QVERIFY(isSaid);
        secrets->setPlainText(QStringLiteral("key=/a\n"));
        QVERIFY(ok->isEnabled());
        QCOMPARE(dialog.extras().secrets, (std::map<std::string, std::string> {{"key", "/a"}}));
    }
};

QTEST_MAIN(TestBuildOptions)
#include "tst_build_options.moc"
