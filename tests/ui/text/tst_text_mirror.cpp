// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Length: one property, the mirror, seen from every side that can break it.
#include "ui/text/code_edit.h"
#include "ui/text/scintilla_call.h"
#include "ui/text/text_mirror.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTest>

using namespace drydock;
using drydock::ui::CodeEdit;
using drydock::ui::send;
using Sci = QsciScintilla;

class TestTextMirror : public QObject {
    Q_OBJECT

private slots:
    void staysInStep_data();
    void staysInStep();
    void keepsBytes_data();
    void keepsBytes();
    void typingIsOneStep();
    void replacingASelectionIsOneStep();
    void severalCaretsAreOneStep();
    void indentingManyLinesIsOneStep();
    void rectangularPasteIsOneStep();
    void droppingInsideIsOneStep();
    void twoPastesAreTwoSteps();
    void composedInputArrivesOnce();
    void undoGoesThroughTheDocument();
    void foreignEditMovesTheCaret();
    void anObserverMayEditAtOnce();
    void readOnlyViewStillFollows();
    void loadStartsAtTheTop();
};

static QByteArray bytes(const CodeEdit &edit)
{
    const auto *text = static_cast<const char *>(edit.SendScintillaPtrResult(Sci::SCI_GETCHARACTERPOINTER));
    return {text, static_cast<qsizetype>(send(edit, Sci::SCI_GETLENGTH))};
}

static QByteArray bytes(const Document &document)
{
    return {document.text().bytes().data(), static_cast<qsizetype>(document.text().size())};
}

static std::size_t below(QRandomGenerator &random, std::size_t bound)
{
    return bound == 0 ? 0 : static_cast<std::size_t>(random.bounded(static_cast<quint32>(bound)));
}

void TestTextMirror::staysInStep_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// 3,000 acts of typing, deleting, selecting, pasting, undoing and editing from elsewhere.
void TestTextMirror::staysInStep()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Document document;
    document.reset("FROM golang AS b\nRUN a \\\n  && ä\nCOPY --from=b 🚢 /\nRUN <<E\nx\nE\n");
    CodeEdit edit(document);
    edit.resize(500, 300);
    edit.show();
    const QStringList pieces {"x",         "ä",   "🚢",    "\\\n", "\n", "FROM a\n",
                              "RUN <<E\n", "E\n", "\r\n", "`",    "# ", "\""};
    const auto caretAnywhere = [&] {
        const std::size_t size = document.text().size();
        const std::size_t a = static_cast<std::size_t>(
            send(edit, Sci::SCI_POSITIONBEFORE, below(random, size) + 1)); // whole characters only
        const std::size_t b = random.bounded(3) == 0 ? static_cast<std::size_t>(send(
                                  edit, Sci::SCI_POSITIONBEFORE, std::min(size, a + below(random, 12)) + 1))
                                                     : a;
        send(edit, Sci::SCI_SETSEL, a, static_cast<long>(b));
    };
    for (int i = 0; i < 3000; ++i) {
        const QString piece = pieces[random.bounded(pieces.size())];
        switch (random.bounded(12)) {
        case 0:
        case 1:
            caretAnywhere();
            break;
        case 2:
        case 3:
        case 4:
            QTest::keyClicks(&edit, QString(QLatin1Char(static_cast<char>('a' + random.bounded(26)))));
            break;
        case 5:
            QTest::keyClick(&edit, random.bounded(2) ? Qt::Key_Backspace : Qt::Key_Delete);
            break;
        case 6:
            QTest::keyClick(&edit, random.bounded(2) ? Qt::Key_Return : Qt::Key_Tab);
            break;
        case 7: // A modification without a key: from the accessibility bridge, say.
            edit.SendScintilla(Sci::SCI_REPLACESEL, static_cast<uintptr_t>(0), piece.toUtf8().constData());
            break;
        case 8:
            document.undoStack().undo();
            break;
        case 9:
            document.undoStack().redo();
            break;
        case 10: {
            const std::size_t at = below(random, document.text().size() + 1);
            const std::size_t end = std::min(document.text().size(), at + below(random, 5));
            EditSet edits = EditSet::replacing({at, end}, piece.toStdString());
            if (end + 3 < document.text().size())
                (void)edits.add({{end + 2, end + 3}, "Z"});
            document.apply(edits, Origin::Graph, QStringLiteral("Elsewhere"));
            break;
        }
        default:
            QTest::keyClick(&edit, random.bounded(2) ? Qt::Key_Left : Qt::Key_Up,
                            random.bounded(2) ? Qt::ShiftModifier : Qt::NoModifier);
        }
        if (bytes(edit) != bytes(document))
            QFAIL(qPrintable(QStringLiteral("differs after act %1").arg(i)));
        if (document.text().size() > 1500)
            document.reset("FROM a\n");
    }
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    QCOMPARE(bytes(edit), bytes(document));
    while (document.undoStack().canRedo())
        document.undoStack().redo();
    QCOMPARE(bytes(edit), bytes(document));
    QVERIFY(edit.mirror().isInStep());
}

void TestTextMirror::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("CR LF") << QByteArray("FROM a\r\nRUN b\r\n");
    QTest::newRow("mixed ends and a lone CR") << QByteArray("FROM a\rx\nRUN b\r\n\r\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "FROM a\n");
    QTest::newRow("invalid UTF-8") << QByteArray("FROM a\nRUN \xff\xfe\xc3( \xed\xa0\x80\n");
    QTest::newRow("NUL") << QByteArray("FROM a\0b\nRUN c\0\n", 16);
    QTest::newRow("NUL at the end, no final newline") << QByteArray("FROM a\0", 7);
    QTest::newRow("beyond the BMP") << QByteArray("LABEL a=🚢ä\n");
}

void TestTextMirror::keepsBytes()
{
    QFETCH(QByteArray, text);
    Document document;
    CodeEdit edit(document);
    document.reset(text.toStdString());
    QCOMPARE(bytes(edit), text);

    // Then typed into: every other byte stays.
    send(edit, Sci::SCI_GOTOPOS, 0);
    QTest::keyClicks(&edit, QStringLiteral("x"));
    QCOMPARE(bytes(document), "x" + text);
    // And through an edit from elsewhere, NUL and all.
    document.apply(EditSet::replacing({0, 1}, std::string("\0\xff", 2)), Origin::Graph, QString());
    QCOMPARE(bytes(edit), QByteArray("\0\xff", 2) + text);
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(bytes(edit), text);
}

void TestTextMirror::typingIsOneStep()
{
    Document document;
    CodeEdit edit(document);
    QTest::keyClicks(&edit, QStringLiteral("FROM alpine"));
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(document.undoStack().text(0), QStringLiteral("Typing"));
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QCOMPARE(document.undoStack().count(), 2);
    QCOMPARE(document.undoStack().text(1), QStringLiteral("Delete"));

    QTest::keyClick(&edit, Qt::Key_Home);
    QTest::keyClicks(&edit, QStringLiteral("# "));
    QTest::keyClick(&edit, Qt::Key_Right);
    QTest::keyClick(&edit, Qt::Key_Left);
    QTest::keyClicks(&edit, QStringLiteral("b"));
    QCOMPARE(document.undoStack().count(), 4); // The caret went away in between.
}

void TestTextMirror::replacingASelectionIsOneStep()
{
    Document document;
    document.reset("FROM alpine\n");
    CodeEdit edit(document);
    send(edit, Sci::SCI_SETSEL, 5, 11);
    QTest::keyClicks(&edit, QStringLiteral("d"));
    QCOMPARE(bytes(document), QByteArray("FROM d\n"));
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QCOMPARE(bytes(edit), QByteArray("FROM alpine\n"));
}

void TestTextMirror::severalCaretsAreOneStep()
{
    Document document;
    document.reset("a\nb\nc\n");
    CodeEdit edit(document);
    send(edit, Sci::SCI_SETSELECTION, 0, 0);
    send(edit, Sci::SCI_ADDSELECTION, 2, 2);
    send(edit, Sci::SCI_ADDSELECTION, 4, 4);
    QTest::keyClicks(&edit, QStringLiteral("x"));
    QCOMPARE(bytes(document), QByteArray("xa\nxb\nxc\n"));
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QCOMPARE(bytes(edit), QByteArray("a\nb\nc\n"));
}

void TestTextMirror::indentingManyLinesIsOneStep()
{
    Document document;
    document.reset("RUN a \\\nb \\\nc\n");
    CodeEdit edit(document);
    send(edit, Sci::SCI_SETSEL, 8, 14);
    QTest::keyClick(&edit, Qt::Key_Tab);
    QCOMPARE(bytes(document), QByteArray("RUN a \\\n    b \\\n    c\n"));
    QCOMPARE(document.undoStack().count(), 1);
    QTest::keyClick(&edit, Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(bytes(document), QByteArray("RUN a \\\nb \\\nc\n"));
    QCOMPARE(document.undoStack().count(), 2);
}

void TestTextMirror::rectangularPasteIsOneStep()
{
    Document document;
    document.reset("ab\nab\nab\n");
    CodeEdit edit(document);
    send(edit, Sci::SCI_SETRECTANGULARSELECTIONANCHOR, 1);
    send(edit, Sci::SCI_SETRECTANGULARSELECTIONCARET, 8);
    send(edit, Sci::SCI_COPY);
    send(edit, Sci::SCI_GOTOPOS, 0);
    edit.pasteText();
    QCOMPARE(bytes(document), QByteArray("bab\nbab\nbab\n"));
    QCOMPARE(document.undoStack().count(), 1);
}

void TestTextMirror::droppingInsideIsOneStep()
{
    Document document;
    document.reset("one two\n");
    CodeEdit edit(document);
    edit.resize(400, 200);
    edit.show();
    QMimeData mime;
    mime.setText(QStringLiteral("three "));
    const QPoint place(static_cast<int>(send(edit, Sci::SCI_POINTXFROMPOSITION, 0, 4)) + 1,
                       static_cast<int>(send(edit, Sci::SCI_POINTYFROMPOSITION, 0, 4)) + 2);
    QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(edit.viewport(), &enter);
    QDropEvent drop(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(edit.viewport(), &drop);
    QCOMPARE(bytes(document), QByteArray("one three two\n"));
    QCOMPARE(bytes(edit), bytes(document));
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(document.undoStack().text(0), QStringLiteral("Drag"));
}

void TestTextMirror::twoPastesAreTwoSteps()
{
    Document document;
    document.reset("FROM a\r\n");
    CodeEdit edit(document);
    QGuiApplication::clipboard()->setText(QStringLiteral("x\ny"));
    edit.pasteText();
    edit.pasteText();
    QCOMPARE(document.undoStack().count(), 2);
    QCOMPARE(bytes(document), QByteArray("x\r\nyx\r\nyFROM a\r\n")); // In the file's own line ends.
}

void TestTextMirror::composedInputArrivesOnce()
{
    Document document;
    CodeEdit edit(document);
    QInputMethodEvent composing(QStringLiteral("に"), {});
    QApplication::sendEvent(&edit, &composing);
    QInputMethodEvent more(QStringLiteral("にほ"), {});
    QApplication::sendEvent(&edit, &more);
    QCOMPARE(bytes(document), QByteArray());
    QInputMethodEvent chosen;
    chosen.setCommitString(QStringLiteral("日本"));
    QApplication::sendEvent(&edit, &chosen);
    QCOMPARE(bytes(document), QByteArray("日本"));
    QCOMPARE(document.undoStack().count(), 1);
}

void TestTextMirror::undoGoesThroughTheDocument()
{
    Document document;
    CodeEdit edit(document);
    QTest::keyClicks(&edit, QStringLiteral("abc"));
    document.apply(EditSet::replacing({0, 0}, "# graph\n"), Origin::Graph, QStringLiteral("Graph"));
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bytes(edit), QByteArray("abc"));
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bytes(edit), QByteArray());
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bytes(edit), QByteArray("abc"));
    QCOMPARE(edit.caret(), std::size_t(3)); // Behind what came back.
}

void TestTextMirror::foreignEditMovesTheCaret()
{
    Document document;
    document.reset("FROM a\nRUN b\n");
    CodeEdit edit(document);
    send(edit, Sci::SCI_GOTOPOS, 11);
    document.apply(EditSet::replacing({0, 0}, "# top\n"), Origin::Graph, QString());
    QCOMPARE(edit.caret(), std::size_t(17));
    document.apply(EditSet::replacing({0, 19}, "x"), Origin::Graph, QString());
    QCOMPARE(edit.caret(), std::size_t(0));
}

/// The worst observer: it changes the document from inside changed(), that is from inside SCN_MODIFIED.
void TestTextMirror::anObserverMayEditAtOnce()
{
    Document document;
    CodeEdit edit(document);
    bool isDone = false;
    connect(&document, &Document::changed, this, [&] {
        if (!std::exchange(isDone, true))
            document.apply(EditSet::replacing({0, 0}, "# "), Origin::Refactoring, QString());
    });
    edit.SendScintilla(Sci::SCI_INSERTTEXT, static_cast<uintptr_t>(0), "RUN x");
    QTRY_COMPARE(bytes(edit), QByteArray("# RUN x"));
    QCOMPARE(bytes(document), QByteArray("# RUN x"));

    isDone = false;
    QTest::keyClicks(&edit, QStringLiteral("y"));
    QCOMPARE(bytes(edit), bytes(document));
    QCOMPARE(bytes(document).count('#'), 2);
}

void TestTextMirror::readOnlyViewStillFollows()
{
    Document document;
    document.reset("FROM a\n");
    CodeEdit edit(document);
    edit.setReadOnly(true);
    QTest::keyClicks(&edit, QStringLiteral("x"));
    QTest::keyClick(&edit, Qt::Key_Return);
    edit.pasteText();
    QCOMPARE(bytes(document), QByteArray("FROM a\n"));
    document.apply(EditSet::replacing({5, 6}, "b"), Origin::Graph, QString());
    QCOMPARE(bytes(edit), QByteArray("FROM b\n"));
    QVERIFY(edit.isReadOnly());
}

void TestTextMirror::loadStartsAtTheTop()
{
    Document document;
    document.reset(std::string(300, '\n'));
    CodeEdit edit(document);
    edit.resize(300, 200);
    edit.show();
    send(edit, Sci::SCI_GOTOPOS, 299);
    document.reset(std::string(400, '\n'));
    QCOMPARE(edit.caret(), std::size_t(0));
    QCOMPARE(send(edit, Sci::SCI_GETFIRSTVISIBLELINE), 0L);
}

QTEST_MAIN(TestTextMirror)
#include "tst_text_mirror.moc"
