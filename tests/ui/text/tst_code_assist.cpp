// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/selection.h"
#include "ui/text/code_assist.h"
#include "ui/text/code_edit.h"
#include "ui/text/completion_popup.h"
#include "ui/text/rename_bar.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

/// The language services under the hand: keys in, text out.
class TestCodeAssist : public QObject {
    Q_OBJECT

private slots:
    void completesWhatIsTyped()
    {
        Bench bench("FROM a\n", 7);
        QTest::keyClicks(&bench.edit, QStringLiteral("WO"));
        CompletionPopup &popup = bench.edit.assist().popup();
        QVERIFY(!popup.isHidden());
        QCOMPARE(popup.completions().size(), std::size_t(1));
        QTest::keyClick(&bench.edit, Qt::Key_Return);
        QVERIFY(popup.isHidden());
        QCOMPARE(bench.text(), QByteArray("FROM a\nWORKDIR "));
        QCOMPARE(bench.edit.caret(), std::size_t(15));
        bench.document.undoStack().undo();
        QCOMPARE(bench.text(), QByteArray("FROM a\nWO"));
        QVERIFY(bench.edit.mirror().isInStep());
    }
    void goesOnBehindAFlag()
    {
        Bench bench("FROM a AS one\nFROM b\nCOPY \n", 26);
        QTest::keyClicks(&bench.edit, QStringLiteral("--fr"));
        QTest::keyClick(&bench.edit, Qt::Key_Tab);
        QVERIFY(!bench.edit.assist().popup().isHidden());
        QTest::keyClick(&bench.edit, Qt::Key_Tab);
        QCOMPARE(bench.text(), QByteArray("FROM a AS one\nFROM b\nCOPY --from=one\n"));
    }
    void walksTheListAndLeavesIt()
    {
        Bench bench("FROM a\n", 7);
        bench.view.actions().complete->trigger();
        CompletionPopup &popup = bench.edit.assist().popup();
        QVERIFY(!popup.isHidden());
        QTest::keyClick(&bench.edit, Qt::Key_Down);
        QCOMPARE(popup.current(), 1);
        QTest::keyClick(&bench.edit, Qt::Key_Escape);
        QVERIFY(popup.isHidden());
        QCOMPARE(bench.text(), QByteArray("FROM a\n"));
    }
    void saysTheFormOfWhatIsWritten()
    {
        const QString html = signatureHtml(parse(SourceText("FROM a\nCOPY a <b>\n")), 14);
        QVERIFY2(html.contains(QStringLiteral("COPY [OPTIONS] SOURCE… <b><u>DESTINATION</u></b>")),
                 qPrintable(html));
    }
    void renamesInPlace()
    {
        Bench bench("FROM a\nARG V=1\nRUN echo $V\n", 11);
        bench.view.actions().rename->trigger();
        RenameBar &bar = bench.view.renameBar();
        QVERIFY(!bar.isHidden());
        QVERIFY(!bar.rename(QStringLiteral("1")));
        QVERIFY(bar.message().contains(QStringLiteral("digit")));
        QVERIFY(bar.rename(QStringLiteral("VERSION")));
        QCOMPARE(bench.text(), QByteArray("FROM a\nARG VERSION=1\nRUN echo $VERSION\n"));
        bench.document.undoStack().undo();
        QCOMPARE(bench.text(), QByteArray("FROM a\nARG V=1\nRUN echo $V\n"));
    }
    void formatsInOneStep()
    {
        Bench bench("from  a\nRUN b\nRUN c", 0);
        bench.view.actions().format->trigger();
        QCOMPARE(bench.text(), QByteArray("FROM a\nRUN b\nRUN c\n"));
        bench.document.undoStack().undo();
        QCOMPARE(bench.text(), QByteArray("from  a\nRUN b\nRUN c"));
    }
    void growsAndShrinksTheSelection()
    {
        Bench bench("FROM a\nCOPY x y\n", 12);
        bench.view.actions().expandSelection->trigger();
        QCOMPARE(bench.edit.selectedRange(), (TextRange {12, 13}));
        bench.view.actions().expandSelection->trigger();
        QCOMPARE(bench.edit.selectedRange(), (TextRange {12, 15}));
        bench.view.actions().shrinkSelection->trigger();
        QCOMPARE(bench.edit.selectedRange(), (TextRange {12, 13}));
    }

private:
    struct Bench {
        Bench(const char *bytes, std::size_t caret)
            : view(document, selection)
            , edit(view.editor())
        {
            document.reset(bytes);
            view.resize(500, 300);
            view.show();
            edit.reveal({caret, caret});
        }
        QByteArray text() const { return QByteArray::fromStdString(std::string(document.text().bytes())); }

        Document document;
        Selection selection;
        TextView view;
        CodeEdit &edit;
    };
};

QTEST_MAIN(TestCodeAssist)
#include "tst_code_assist.moc"
