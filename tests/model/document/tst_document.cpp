// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/document.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace drydock;

static QByteArray textOf(const Document &document)
{
    return QByteArray::fromStdString(std::string(document.text().bytes()));
}

class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void typingIsOneStep()
    {
        Document document;
        const std::string typed = "FROM alpine";
        for (std::size_t i = 0; i < typed.size(); ++i)
            document.apply(EditSet::replacing({i, i}, typed.substr(i, 1)), Origin::Text, "Typing");
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QCOMPARE(textOf(document), QByteArray());
        document.undoStack().redo();
        QCOMPARE(textOf(document), QByteArray("FROM alpine"));
    }

    void typingEndsAtALineEndAndWhenTold()
    {
        Document document;
        document.apply(EditSet::replacing({0, 0}, "a"), Origin::Text, "Typing");
        document.apply(EditSet::replacing({1, 1}, "\n"), Origin::Text, "Typing");
        QCOMPARE(document.undoStack().count(), 2);
        document.apply(EditSet::replacing({2, 2}, "b"), Origin::Text, "Typing");
        document.endTyping();
        document.apply(EditSet::replacing({3, 3}, "c"), Origin::Text, "Typing");
        QCOMPARE(document.undoStack().count(), 4);
    }

    void deletingIsOneStep()
    {
        Document document;
        document.reset("abcdef");
        for (std::size_t at : {5, 4, 3}) // Backspace
            document.apply(EditSet::replacing({at, at + 1}, {}), Origin::Text, "Delete");
        document.endTyping();
        for (int i = 0; i < 2; ++i) // Delete
            document.apply(EditSet::replacing({0, 1}, {}), Origin::Text, "Delete");
        QCOMPARE(textOf(document), QByteArray("c"));
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        document.undoStack().undo();
        QCOMPARE(textOf(document), QByteArray("abcdef"));
    }

    void modifiedIsDecidedByBytes()
    {
        Document document;
        document.reset("FROM a\n");
        QVERIFY(!document.isModified());
        QSignalSpy spy(&document, &Document::modifiedChanged);
        document.apply(EditSet::replacing({5, 6}, "b"), Origin::Text, "Typing");
        QVERIFY(document.isModified());
        document.apply(EditSet::replacing({5, 6}, "a"), Origin::Graph, "Change base");
        QVERIFY(!document.isModified()); // Another road back to the saved text.
        QCOMPARE(spy.count(), 2);
        document.apply(EditSet::replacing({5, 6}, "c"), Origin::Graph, "Change base");
        document.markSaved();
        QVERIFY(!document.isModified());
        document.undoStack().undo();
        QVERIFY(document.isModified());
    }

    void eachChangeIsToldOnce()
    {
        Document document;
        document.reset("FROM a\n");
        int changes = 0;
        connect(&document, &Document::changed, this, [&](const Change &change) {
            ++changes;
            QCOMPARE(change.edits.applyTo(change.before->text().bytes()),
                     std::string(change.after->text().bytes()));
            QCOMPARE(change.after.get(), document.snapshot().get());
        });
        document.apply(EditSet::replacing({0, 0}, "# x\n"), Origin::Graph, "Comment");
        document.undoStack().undo();
        document.undoStack().redo();
        document.apply({}, Origin::Text, "Nothing");
        document.setOptions({});
        QCOMPARE(changes, 3);
    }

    void veryLargeTextsAreNotTakenApart()
    {
        Document document;
        document.reset("FROM a\n" + std::string(largestAnalysed, '#'));
        QCOMPARE(document.analysis().syntax.tokens.size(), std::size_t(1));
        document.apply(EditSet::replacing({7, document.text().size()}, {}), Origin::Text, "Delete");
        QCOMPARE(document.analysis().graph.nodes.size(), std::size_t(2));
    }

    void reloadKeepsTheHistory()
    {
        Document document;
        document.reset("FROM a\nRUN x\n");
        document.apply(EditSet::replacing({5, 6}, "b"), Origin::Text, "Typing");
        document.reload("FROM c\nRUN x\nRUN y\n");
        QVERIFY(!document.isModified());
        QCOMPARE(textOf(document), QByteArray("FROM c\nRUN x\nRUN y\n"));
        document.undoStack().undo();
        QCOMPARE(textOf(document), QByteArray("FROM b\nRUN x\n"));
    }

    /// 1,000 operations in all: everything undone is the start again, everything redone the end.
    void undoRestoresEveryByte_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void undoRestoresEveryByte()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Document document;
        const std::string start = "FROM a AS b\r\nRUN x \\\n  y\xFF\nCOPY --from=b <<E /z\nq\nE\n";
        document.reset(start);
        for (int i = 0; i < 100; ++i) {
            const std::size_t size = document.text().size();
            const std::size_t begin = random.bounded(quint32(size + 1));
            const std::size_t end = std::min<std::size_t>(size, begin + random.bounded(3));
            static const std::vector<std::string> texts {"",     "x",        "\n", "FROM q\n",
                                                         "\\\n", "\xC3\xA4", "<<E"};
            document.apply(EditSet::replacing({begin, end}, texts[random.bounded(quint32(texts.size()))]),
                           Origin::Text, "Typing");
            if (random.bounded(10) == 0)
                document.undoStack().undo();
        }
        document.apply(EditSet::replacing({0, 0}, "# end\n"), Origin::Graph, "Nothing left to redo");
        const std::string last(document.text().bytes());
        while (document.undoStack().canUndo())
            document.undoStack().undo();
        QCOMPARE(std::string(document.text().bytes()), start);
        QVERIFY(!document.isModified());
        while (document.undoStack().canRedo())
            document.undoStack().redo();
        QCOMPARE(std::string(document.text().bytes()), last);
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
