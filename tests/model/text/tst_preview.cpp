// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/preview.h"

#include <QTest>

using namespace drydock;

/// What an edit would do, line by line.
class TestPreview : public QObject {
    Q_OBJECT

private slots:
    void shows_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QByteArray>("replacement");
        QTest::addColumn<QByteArray>("lines");
        const auto row = [](const char *name, const char *before, const char *find, const char *replacement,
                            const char *lines) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(find) << QByteArray(replacement)
                                << QByteArray(lines);
        };
        row("a word", "a\nb\nc\nd\n", "b", "x", " 1 a|-2 b|+2 x| 3 c|");
        row("the first line", "a\nb\n", "a", "x", "-1 a|+1 x| 2 b|");
        row("the last line", "a\nb\n", "b", "x", " 1 a|-2 b|+2 x|");
        row("without a last line end", "a\nb", "b", "x", " 1 a|-2 b|+2 x|");
        row("a new line", "a\nb\nc\n", "b\n", "b\ny\n", " 2 b|+3 y| 3 c|");
        row("a line less", "a\nb\nc\n", "b\n", "", " 1 a|-2 b| 3 c|");
        row("CR LF", "a\r\nb\r\n", "b", "x", " 1 a|-2 b|+2 x|");
    }
    void shows()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, find);
        QFETCH(QByteArray, replacement);
        QFETCH(QByteArray, lines);
        const std::size_t at = std::size_t(before.indexOf(find));
        const EditSet edits
            = EditSet::replacing({at, at + std::size_t(find.size())}, replacement.toStdString());
        std::string shown;
        for (const PreviewLine &line : previewOf(SourceText(before.toStdString()), edits))
            shown += std::string(1, " -+"[int(line.kind)]) + std::to_string(line.number) + " " + line.text
                + "|";
        QCOMPARE(QByteArray::fromStdString(shown), lines);
    }
};

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
