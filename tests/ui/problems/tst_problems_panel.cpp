// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/fix_pane.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace drydock;
using namespace drydock::ui;

namespace {

/// Three of BuildKit's checks, each with a safe fix; a file that says this of itself is left in peace by other rules.
const QByteArray sample = "FROM scratch as build\n"
                          "MAINTAINER me\n"
                          "FROM scratch as final\n";

struct Fixture {
    explicit Fixture(const QByteArray &text = sample)
    {
        document.reset(text.toStdString());
        panel.setDocument(&document, &selection);
        panel.resize(900, 260);
        panel.show();
        isReady = QTest::qWaitForWindowExposed(&panel);
        table = panel.findChild<QTreeView *>();
        fixes = panel.findChild<FixPane *>();
    }
    QByteArray text() { return QByteArray::fromStdString(std::string(document.text().bytes())); }
    QString cell(int row, int column) { return table->model()->index(row, column).data().toString(); }
    int rowOf(const QString &rule)
    {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (cell(row, ProblemsModel::RuleId) == rule)
                return row;
        return -1;
    }
    void choose(const QString &rule) { table->setCurrentIndex(table->model()->index(rowOf(rule), 0)); }
    QPushButton *button(const QString &label)
    {
        for (QPushButton *each : panel.findChildren<QPushButton *>())
            if (each->text().remove(u'&') == label)
                return each;
        return nullptr;
    }

    Document document;
    Selection selection;
    ProblemsPanel panel;
    bool isReady = false;
    QTreeView *table = nullptr;
    FixPane *fixes = nullptr;
};

} // namespace

/// The list of findings, what it offers and what it does.
class TestProblemsPanel : public QObject {
    Q_OBJECT

private slots:
    void listsFindings()
    {
        Fixture f;
        QVERIFY(f.isReady);
        const int row = f.rowOf(QStringLiteral("MaintainerDeprecated"));
        QVERIFY(row >= 0);
        QVERIFY(f.cell(row, ProblemsModel::Message)
                    .contains(QLatin1String("Maintainer instruction is deprecated")));
        QCOMPARE(f.cell(row, ProblemsModel::Line), QStringLiteral("2"));
    }

    void filtersByWords()
    {
        Fixture f;
        QVERIFY(f.isReady);
        f.panel.findChild<QLineEdit *>()->setText(QStringLiteral("casing as"));
        QCOMPARE(f.table->model()->rowCount(), 2);
        f.panel.findChild<QLineEdit *>()->setText(QStringLiteral("nothing like it"));
        QCOMPARE(f.table->model()->rowCount(), 0);
        QVERIFY(!f.table->isVisible());
    }

    void filtersBySeverity()
    {
        Fixture f;
        QVERIFY(f.isReady);
        const int all = f.table->model()->rowCount();
        for (QToolButton *button : f.panel.findChildren<QToolButton *>())
            if (button->toolTip().contains(QLatin1String("Warning")))
                button->setChecked(false);
        QVERIFY(f.table->model()->rowCount() < all);
    }

    void goesToThePlace()
    {
        Fixture f;
        QVERIFY(f.isReady);
        QSignalSpy chosen(&f.panel, &ProblemsPanel::chosen);
        f.choose(QStringLiteral("MaintainerDeprecated"));
        QTest::keyClick(f.table, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<TextRange>().begin, std::size_t(sample.indexOf("MAINTAINER")));
    }

    void showsWhatAFixWouldDo()
    {
        Fixture f;
        QVERIFY(f.isReady);
        f.choose(QStringLiteral("MaintainerDeprecated"));
        const QString preview = f.fixes->previewText();
        QVERIFY2(preview.contains(QLatin1String("-    2  MAINTAINER me")), qPrintable(preview));
        QVERIFY2(preview.contains(QLatin1String("+    2  LABEL org.opencontainers.image.authors=\"me\"")),
                 qPrintable(preview));
        QCOMPARE(f.text(), sample); // Nothing has happened yet.
    }

    void appliesAFixAsOneStep()
    {
        Fixture f;
        QVERIFY(f.isReady);
        f.choose(QStringLiteral("MaintainerDeprecated"));
        QTest::mouseClick(f.button(QStringLiteral("Apply")), Qt::LeftButton);
        QVERIFY(f.text().contains("LABEL org.opencontainers.image.authors"));
        QCOMPARE(f.rowOf(QStringLiteral("MaintainerDeprecated")), -1);
        QCOMPARE(f.document.undoStack().count(), 1);
        f.document.undoStack().undo();
        QCOMPARE(f.text(), sample);
    }

    void fixesAllOfARule()
    {
        Fixture f;
        QVERIFY(f.isReady);
        f.panel.fixAll(QStringLiteral("FromAsCasing"));
        QCOMPARE(f.text(), QByteArray(sample).replace(" as ", " AS "));
        QCOMPARE(f.document.undoStack().count(), 1);
    }

    void saysWhenNothingCanBeMended()
    {
        Fixture f("FROM scratch\n");
        QVERIFY(f.isReady);
        QSignalSpy said(&f.panel, &ProblemsPanel::statusText);
        f.panel.fixAll(QStringLiteral("FromAsCasing"));
        QCOMPARE(said.size(), 1);
        QCOMPARE(f.document.undoStack().count(), 0);
    }

    void silencesHere()
    {
        Fixture f("FROM scratch AS x\nMAINTAINER me\n");
        QVERIFY(f.isReady);
        f.choose(QStringLiteral("MaintainerDeprecated"));
        const Fix last = f.fixes->fixes().back();
        f.document.apply(last.edits, Origin::Refactoring, QStringLiteral("x"));
        QCOMPARE(f.text(),
                 QByteArray("FROM scratch AS x\n# check=skip=MaintainerDeprecated\nMAINTAINER me\n"));
        QCOMPARE(f.rowOf(QStringLiteral("MaintainerDeprecated")), -1);
    }

    void copiesTheList()
    {
        Fixture f;
        QVERIFY(f.isReady);
        f.panel.copyShown();
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            QLatin1String("Line 2, Warning: Maintainer instruction is deprecated in favor of using label "
                          "[MaintainerDeprecated]")));
    }

    void saysWhenNothingIsOpen()
    {
        Fixture f;
        QVERIFY(f.isReady);
        f.panel.setDocument(nullptr, nullptr);
        QCOMPARE(f.table->model()->rowCount(), 0);
        f.panel.fixAll({});
    }
};

QTEST_MAIN(TestProblemsPanel)
#include "tst_problems_panel.moc"
