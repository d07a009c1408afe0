// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/code_edit.h"
#include "ui/text/margin_marks.h"
#include "ui/text/scintilla_call.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace drydock;
using namespace drydock::ui;

class TestTextView : public QObject {
    Q_OBJECT

private slots:
    void caretSetsTheSelection();
    void followsTheSelection();
    void allLinesOfAnArrowAreMarked();
    void saysWhereTheCaretIs();
    void saysEncodingAndLineEnds_data();
    void saysEncodingAndLineEnds();
    void stagesHaveBars();
    void notesGoWithTheirLines();
    void underlinesProblems();
    void readOnlyDisablesActions();
    void zoomKeepsMarginsInStep();
    void isNeverMirrored();
    void hugeTextIsPlain();
    void longLineIsPlain();
    void endlessLineIsCut();
    void pictures();
};

void TestTextView::caretSetsTheSelection()
{
    Document document;
    Selection selection;
    document.reset("FROM a\nRUN b\n");
    TextView view(document, selection);
    QSignalSpy changes(&selection, &Selection::changed);
    QTest::keyClick(&view.editor(), Qt::Key_Down);
    QCOMPARE(selection.range(), (TextRange {7, 7}));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][1].value<const QObject *>(), &view);
    QTest::keyClick(&view.editor(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selection.range(), (TextRange {7, 8}));
    QTest::keyClicks(&view.editor(), QStringLiteral("xy"));
    QCOMPARE(selection.range(), (TextRange {9, 9}));
}

void TestTextView::followsTheSelection()
{
    Document document;
    Selection selection;
    std::string text = "FROM a\n";
    for (int i = 0; i < 200; ++i)
        text += "RUN b\n";
    text += "FROM c\nRUN d\n";
    document.reset(text);
    TextView view(document, selection);
    view.resize(400, 200);
    view.show();
    QSignalSpy changes(&selection, &Selection::changed);
    const TextRange from = document.analysis().graph.nodes[1].range;
    QObject graph;
    selection.set(from, &graph);
    QCOMPARE(changes.count(), 1); // No echo.
    QCOMPARE(view.editor().caret(), from.begin);
    QVERIFY(!view.editor().hasFocus());
    const long line = send(view.editor(), Sci::SCI_VISIBLEFROMDOCLINE, 201);
    const long top = send(view.editor(), Sci::SCI_GETFIRSTVISIBLELINE);
    QVERIFY(line >= top && line < top + send(view.editor(), Sci::SCI_LINESONSCREEN));
    QCOMPARE(view.editor().margin().selectedStage(), StageIndex {1});
    QVERIFY(send(view.editor(), Sci::SCI_MARKERGET, 201) != 0);
    // The next move of the caret takes the marks away.
    QTest::keyClick(&view.editor(), Qt::Key_Down);
    QCOMPARE(send(view.editor(), Sci::SCI_MARKERGET, 201), 0L);
}

void TestTextView::allLinesOfAnArrowAreMarked()
{
    Document document;
    Selection selection;
    document.reset("FROM a AS b\nFROM c\nCOPY --from=b x /\nRUN d\nCOPY --from=b \\\n y /\n");
    TextView view(document, selection);
    const auto &edges = document.analysis().graph.edges;
    const auto edge = std::find_if(edges.begin(), edges.end(), [](const GraphEdge &candidate) {
        return candidate.kind == EdgeKind::Copy;
    });
    QVERIFY(edge != edges.end());
    selection.set(edge->cause, nullptr);
    QByteArray marked;
    for (std::size_t line = 0; line < document.text().lineCount(); ++line)
        marked += send(view.editor(), Sci::SCI_MARKERGET, line) != 0 ? 'x' : '.';
    QCOMPARE(marked, QByteArray("..x.xx."));
}

void TestTextView::saysWhereTheCaretIs()
{
    Document document;
    Selection selection;
    document.reset("FROM a\n# ä🚢x\n");
    TextView view(document, selection);
    QSignalSpy moves(&view, &TextView::cursorMoved);
    view.reveal({15, 15}, false); // Behind the ship.
    QCOMPARE(moves.last(), (QVariantList {2, 5}));
    QCOMPARE(view.caretText(), QStringLiteral("Ln 2, Col 5"));
    document.reset("a\rb\nc"); // A lone CR ends no line of a Dockerfile.
    view.reveal({4, 4}, false);
    QCOMPARE(view.caretText(), QStringLiteral("Ln 2, Col 1"));
}

void TestTextView::saysEncodingAndLineEnds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("plain") << QByteArray("a\n") << "UTF-8 LF";
    QTest::newRow("empty") << QByteArray() << "UTF-8 LF";
    QTest::newRow("CR LF") << QByteArray("a\r\n") << "UTF-8 CRLF";
    QTest::newRow("mixed") << QByteArray("a\r\nb\n") << "UTF-8 mixed line ends";
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF") << "UTF-8 with BOM LF";
    QTest::newRow("invalid") << QByteArray("\xff\n") << "not UTF-8 LF";
}

void TestTextView::saysEncodingAndLineEnds()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    Document document;
    Selection selection;
    document.reset(text.toStdString());
    const TextView view(document, selection);
    QCOMPARE(view.encodingText() + QLatin1Char(' ') + view.lineEndText(), said);
}

void TestTextView::stagesHaveBars()
{
    const auto analysis = analyse(SourceText("ARG v\n\n# one\nFROM a AS b\nRUN x \\\n y\n\nFROM c AS "
                                             "unused\n\n# three\n\nFROM d\nCOPY --from=b / /\n"));
    QByteArray said;
    for (const StageBar &bar : stageBars(*analysis))
        said += QByteArray::number(qulonglong(bar.firstLine)) + '-'
            + QByteArray::number(qulonglong(bar.lastLine)) + (bar.isReachable ? " " : "! ");
    QCOMPARE(said, QByteArray("2-5 7-7! 11-12 "));
}

void TestTextView::notesGoWithTheirLines()
{
    Document document;
    Selection selection;
    document.reset("FROM a\nRUN b\n");
    TextView view(document, selection);
    view.setLineNotes({{1, QStringLiteral("8 MB"), {}, Role::Cached}});
    document.apply(EditSet::replacing({0, 0}, "# x\n# y\n"), Origin::Graph, QString());
    QCOMPARE(view.editor().margin().notes().front().line, std::size_t(3));
    document.undoStack().undo();
    QCOMPARE(view.editor().margin().notes().front().line, std::size_t(1));
}

void TestTextView::underlinesProblems()
{
    Document document;
    Selection selection;
    document.reset("FROM a:1\nRUNN b\n");
    TextView view(document, selection);
    QVERIFY(!document.analysis().diagnostics.empty());
    const auto all
        = [&](std::size_t position) { return send(view.editor(), Sci::SCI_INDICATORALLONFOR, position); };
    const TextRange range = document.analysis().diagnostics.front().range;
    QVERIFY(all(visibleMark(document.text(), range).begin) != 0);
    document.apply(EditSet::replacing({9, 13}, "RUN"), Origin::Graph, QString());
    for (std::size_t i = 0; i < document.text().size(); ++i)
        QCOMPARE(all(i), 0L);
}

void TestTextView::readOnlyDisablesActions()
{
    Document document;
    Selection selection;
    document.reset("FROM a\n");
    TextView view(document, selection);
    view.reveal({0, 4}, false);
    QVERIFY(view.actions().cut->isEnabled());
    view.setReadOnlyView(true);
    QVERIFY(view.isReadOnlyView());
    QVERIFY(!view.actions().cut->isEnabled());
    QVERIFY(!view.actions().paste->isEnabled());
    QVERIFY(!view.actions().replace->isEnabled());
    QVERIFY(view.actions().copy->isEnabled());
    view.actions().toggleComment->trigger();
    QCOMPARE(document.text().bytes(), std::string_view("FROM a\n"));
}

void TestTextView::zoomKeepsMarginsInStep()
{
    Document document;
    Selection selection;
    document.reset("FROM a\n");
    TextView view(document, selection);
    QSignalSpy zooms(&view, &TextView::zoomChanged);
    const int before = view.editor().margin().textLeft();
    view.actions().zoomIn->trigger();
    view.setZoom(view.zoom() + 9);
    QCOMPARE(view.zoom(), 10);
    QVERIFY(view.editor().margin().textLeft() > before);
    view.setZoom(-3);
    QCOMPARE(view.zoom(), -3);
    view.actions().zoomReset->trigger();
    QCOMPARE(view.zoom(), 0);
    QCOMPARE(view.editor().margin().textLeft(), before);
    QVERIFY(zooms.count() >= 3);
}

static QImage pictureIn(Qt::LayoutDirection direction)
{
    Document document;
    Selection selection;
    document.reset("# escape=`\nFROM a AS b\nRUN [\"sh\", \"-c\"]\n");
    QWidget window;
    window.setLayoutDirection(direction);
    auto *view = new TextView(document, selection, &window);
    view->setGeometry(0, 0, 400, 200);
    window.resize(400, 200);
    window.show();
    QWidget *text = view->editor().viewport();
    // The scroll bar may go to the other side; the text may not.
    return text->grab(QRect(0, 0, 370, 190)).toImage();
}

void TestTextView::isNeverMirrored()
{
    QApplication::setCursorFlashTime(0);
    const QImage left = pictureIn(Qt::LeftToRight);
    const QImage right = pictureIn(Qt::RightToLeft);
    QVERIFY(!left.isNull());
    QCOMPARE(right, left);
}

void TestTextView::hugeTextIsPlain()
{
    Document document;
    Selection selection;
    std::string text;
    while (text.size() < TextStyles::maxSize + 100)
        text += "RUN echo something that is long enough to fill a file quickly && true\n";
    TextView view(document, selection);
    view.resize(500, 400);
    view.show();
    document.reset(text);
    QVERIFY(view.editor().mirror().isInStep());
    QVERIFY(!view.grab().isNull());
    QCOMPARE(send(view.editor(), Sci::SCI_GETSTYLEAT, 0), 0L);
    QTest::keyClicks(&view.editor(), QStringLiteral("x"));
    QCOMPARE(document.text().size(), text.size() + 1);
}

void TestTextView::longLineIsPlain()
{
    Document document;
    Selection selection;
    TextView view(document, selection);
    view.resize(500, 400);
    view.show();
    document.reset("FROM a\nRUN echo \"" + std::string(30'000, 'x') + "\"\nUSER b\n");
    QVERIFY(!view.grab().isNull());
    QCOMPARE(send(view.editor(), Sci::SCI_GETSTYLEAT, 0), static_cast<long>(CodeStyle::Keyword));
    QCOMPARE(send(view.editor(), Sci::SCI_GETSTYLEAT, 7), static_cast<long>(CodeStyle::Plain));
}

/// From the key to the painted picture, 2,000 lines; the budget is 8 ms (p99) on a quiet machine. analyse() has a
/// benchmark of its own, so its share is said apart.
void TestTextView::endlessLineIsCut()
{
    Document document;
    Selection selection;
    TextView view(document, selection);
    view.resize(500, 400);
    view.show();
    const std::string text = "FROM a\nRUN " + std::string(10'000'000, 'x') + "\nUSER b\n";
    document.reset(text);
    QVERIFY(view.isExcerpt());
    view.setReadOnlyView(false); // Asked in vain.
    QVERIFY(view.isReadOnlyView());
    QVERIFY(!view.grab().isNull());
    QTest::keyClicks(&view.editor(), QStringLiteral("x"));
    QCOMPARE(document.text().size(), text.size());
    selection.set({text.size() - 3, text.size() - 2}, nullptr);
    document.reset("FROM a\n");
    QVERIFY(!view.isExcerpt());
    QVERIFY(!view.isReadOnlyView());
    QTest::keyClicks(&view.editor(), QStringLiteral("x"));
    QCOMPARE(document.text().bytes(), std::string_view("xFROM a\n"));
}

/// For a person to look at: DRYDOCK_PICTURES=folder tst_text_view pictures
void TestTextView::pictures()
{
    const QString folder = qEnvironmentVariable("DRYDOCK_PICTURES");
    if (folder.isEmpty())
        QSKIP("DRYDOCK_PICTURES names no folder.");
    QApplication::setCursorFlashTime(0);
    const QStringList files
        = qEnvironmentVariable("DRYDOCK_PICTURE_FILES").split(QLatin1Char(':'), Qt::SkipEmptyParts);
    for (const QString &path : files) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            const Theme &theme = Theme::of(kind);
            QApplication::setPalette(theme.palette());
            Document document;
            Selection selection;
            document.reset(text.toStdString());
            TextView view(document, selection);
            view.setTheme(theme);
            QFont font(QStringLiteral("DejaVu Sans Mono"));
            font.setPointSizeF(9);
            view.setCodeFont(font);
            view.resize(720, 900);
            view.show();
            if (qEnvironmentVariableIsSet("DRYDOCK_PICTURE_BAR")) {
                view.actions().replace->trigger();
                QTest::keyClicks(view.findChild<QLineEdit *>(), QStringLiteral("go"));
            }
            view.setLineNotes({{2, QStringLiteral("826 MB"), QString(), Role::Cached},
                               {4, QStringLiteral("4 kB"), QStringLiteral("≡"), Role::Cached},
                               {7, QStringLiteral("6.5 MB"), QStringLiteral("⟳"), Role::Rebuilt}});
            const std::size_t line = std::min<std::size_t>(
                document.text().lineCount() - 1,
                qEnvironmentVariableIntValue("DRYDOCK_PICTURE_LINE") > 0
                    ? static_cast<std::size_t>(qEnvironmentVariableIntValue("DRYDOCK_PICTURE_LINE"))
                    : 11);
            view.reveal({document.text().lineStart(line), document.text().lineStart(line)}, false);
            QTest::qWait(50);
            const QString name
                = QStringLiteral("%1/%2-%3-%4x.png")
                      .arg(folder, QString(path).section(QLatin1Char('/'), -2).replace('/', '_'),
                           kind == ThemeKind::Dark ? "dark" : "light")
                      .arg(view.devicePixelRatio());
            QVERIFY(view.grab().save(name));
        }
    }
}

QTEST_MAIN(TestTextView)
#include "tst_text_view.moc"
