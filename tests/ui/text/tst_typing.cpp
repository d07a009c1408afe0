// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tool_tip.h"
#include "ui/text/code_edit.h"
#include "ui/text/folding.h"
#include "ui/text/hover.h"
#include "ui/text/scintilla_call.h"
#include "ui/text/typing.h"
#include "ui/text/variable_spans.h"

#include <QTest>

using namespace drydock;
using namespace drydock::ui;

/// "RUN a‸\n" is a file with the caret behind "a".
static std::pair<QByteArray, std::size_t> withCaret(QByteArray text)
{
    const qsizetype caret = text.indexOf("‸");
    Q_ASSERT(caret >= 0);
    text.remove(caret, qstrlen("‸"));
    return {text, static_cast<std::size_t>(caret)};
}

class TestTyping : public QObject {
    Q_OBJECT

private slots:
    void enter_data();
    void enter();
    void tab_data();
    void tab();
    void comment_data();
    void comment();
    void variables_data();
    void variables();
    void folds_data();
    void folds();
    void foldsReachScintilla();
    void hover_data();
    void hover();
    void toolTipsAreNotMarkup();
};

void TestTyping::enter_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("plain") << QByteArray("FROM a‸") << QByteArray("FROM a\n‸");
    QTest::newRow("first continuation line is indented")
        << QByteArray("RUN a \\‸\n") << QByteArray("RUN a \\\n    ‸\n");
    QTest::newRow("blanks behind the mark") << QByteArray("RUN a \\  ‸") << QByteArray("RUN a \\  \n    ‸");
    QTest::newRow("next one as the one before")
        << QByteArray("RUN a \\\n  b \\‸\n") << QByteArray("RUN a \\\n  b \\\n  ‸\n");
    QTest::newRow("unindented continuation line")
        << QByteArray("RUN a \\\nb \\‸\n") << QByteArray("RUN a \\\nb \\\n    ‸\n");
    QTest::newRow("last line ends the instruction")
        << QByteArray("RUN a \\\n    b‸\nUSER c\n") << QByteArray("RUN a \\\n    b\n‸\nUSER c\n");
    QTest::newRow("in the midst of the last line")
        << QByteArray("RUN a \\\n    b ‸c\n") << QByteArray("RUN a \\\n    b \n    ‸c\n");
    QTest::newRow("comment between continuation lines")
        << QByteArray("RUN a \\\n    # why‸\n    b\n") << QByteArray("RUN a \\\n    # why\n    ‸\n    b\n");
    QTest::newRow("doubled mark is none") << QByteArray("RUN a \\\\‸") << QByteArray("RUN a \\\\\n‸");
    QTest::newRow("comment ending in the mark") << QByteArray("# a \\‸\n") << QByteArray("# a \\\n‸\n");
    QTest::newRow("backtick") << QByteArray("# escape=`\nRUN a `‸\n")
                              << QByteArray("# escape=`\nRUN a `\n    ‸\n");
    QTest::newRow("backslash is none then")
        << QByteArray("# escape=`\nRUN a \\‸\n") << QByteArray("# escape=`\nRUN a \\\n‸\n");
    QTest::newRow("CR LF file") << QByteArray("FROM a‸\r\nRUN b\r\n")
                                << QByteArray("FROM a\r\n‸\r\nRUN b\r\n");
    QTest::newRow("heredoc keeps its indent") << QByteArray("RUN <<E\n  if x; then\n    y‸\nE\n")
                                              << QByteArray("RUN <<E\n  if x; then\n    y\n    ‸\nE\n");
    QTest::newRow("a file of tabs") << QByteArray("RUN a \\\n\tb\nRUN c \\‸\n")
                                    << QByteArray("RUN a \\\n\tb\nRUN c \\\n\t‸\n");
    QTest::newRow("over a selection it replaces") << QByteArray("FROM ‸a") << QByteArray("FROM \n‸a");
}

void TestTyping::enter()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto [text, caret] = withCaret(before);
    const auto [expected, expectedCaret] = withCaret(after);
    Document document;
    document.reset(text.toStdString());
    CodeEdit edit(document);
    send(edit, Sci::SCI_GOTOPOS, caret);
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(QByteArray::fromStdString(std::string(document.text().bytes())), expected);
    QCOMPARE(edit.caret(), expectedCaret);
    document.undoStack().undo();
    QCOMPARE(QByteArray::fromStdString(std::string(document.text().bytes())), text);
}

void TestTyping::tab_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("four spaces") << QByteArray("‸x") << QByteArray("    ‸x");
    QTest::newRow("to the next stop") << QByteArray("RUN‸") << QByteArray("RUN ‸");
    QTest::newRow("a file of tabs") << QByteArray("RUN a \\\n\tb\n‸") << QByteArray("RUN a \\\n\tb\n\t‸");
    QTest::newRow("heredoc that strips tabs")
        << QByteArray("RUN <<-E\n‸x\nE\n") << QByteArray("RUN <<-E\n\t‸x\nE\n");
    QTest::newRow("heredoc that does not")
        << QByteArray("RUN <<E\n‸x\nE\n") << QByteArray("RUN <<E\n    ‸x\nE\n");
}

void TestTyping::tab()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto [text, caret] = withCaret(before);
    const auto [expected, expectedCaret] = withCaret(after);
    Document document;
    document.reset(text.toStdString());
    CodeEdit edit(document);
    send(edit, Sci::SCI_GOTOPOS, caret);
    QTest::keyClick(&edit, Qt::Key_Tab);
    QCOMPARE(QByteArray::fromStdString(std::string(document.text().bytes())), expected);
    QCOMPARE(edit.caret(), expectedCaret);
}

void TestTyping::comment_data()
{
    QTest::addColumn<QByteArray>("before"); // [ and ] are the selection's ends
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("one line") << QByteArray("FROM a\nR[]UN b\n") << QByteArray("FROM a\n# RUN b\n");
    QTest::newRow("back") << QByteArray("FROM a\n# R[]UN b\n") << QByteArray("FROM a\nRUN b\n");
    QTest::newRow("without a blank") << QByteArray("[]#RUN b\n") << QByteArray("RUN b\n");
    QTest::newRow("several, blank line stays") << QByteArray("[a\n\nb]\n") << QByteArray("# a\n\n# b\n");
    QTest::newRow("whole lines") << QByteArray("[a\n]b\n") << QByteArray("# a\nb\n");
    QTest::newRow("mixed gets another") << QByteArray("[# a\nb]\n") << QByteArray("# # a\n# b\n");
    QTest::newRow("keeps the indent")
        << QByteArray("RUN a \\\n  [  b]\n") << QByteArray("RUN a \\\n    # b\n");
    QTest::newRow("blank only") << QByteArray("[]\n") << QByteArray("\n");
    QTest::newRow("CR LF") << QByteArray("[a\r\nb]\r\n") << QByteArray("# a\r\n# b\r\n");
}

void TestTyping::comment()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto begin = static_cast<std::size_t>(before.indexOf('['));
    before.remove(before.indexOf('['), 1);
    const auto end = static_cast<std::size_t>(before.indexOf(']'));
    before.remove(before.indexOf(']'), 1);
    const SourceText text(before.toStdString());
    QCOMPARE(QByteArray::fromStdString(toggledComments(text, {begin, end}).applyTo(text.bytes())), after);
}

void TestTyping::variables_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("marked"); // $ under every byte of a use

    QTest::newRow("none") << QByteArray("a$ $") << QByteArray("    ");
    QTest::newRow("name") << QByteArray("/$A_1/b") << QByteArray(" $$$$  ");
    QTest::newRow("braces") << QByteArray("${A:-x}y") << QByteArray("$$$$$$$ ");
    QTest::newRow("nested") << QByteArray("${A:-${B}}c") << QByteArray("$$$$$$$$$$ ");
    QTest::newRow("open") << QByteArray("${A") << QByteArray("$$$");
    QTest::newRow("escaped") << QByteArray("\\$A$B") << QByteArray("   $$");
    QTest::newRow("single quotes") << QByteArray("'$A'$B") << QByteArray("    $$");
    QTest::newRow("double quotes") << QByteArray("\"'$A'\"") << QByteArray("  $$  ");
}

void TestTyping::variables()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, marked);
    QByteArray actual(word.size(), ' ');
    for (const TextRange span : variableSpans({word.data(), static_cast<std::size_t>(word.size())}, '\\'))
        for (std::size_t i = span.begin; i < span.end; ++i)
            actual[static_cast<qsizetype>(i)] = '$';
    QCOMPARE(actual, marked);
}

void TestTyping::folds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("levels"); // a depth per line, + behind a header

    QTest::newRow("stages") << QByteArray("ARG v\nFROM a\nRUN b\n\n# c\nFROM d\nUSER e\n")
                            << QByteArray("0 0+ 1 0 0 0+ 1 0");
    QTest::newRow("a stage of one line") << QByteArray("FROM a\nFROM b\n") << QByteArray("0 0 0");
    QTest::newRow("several lines") << QByteArray("FROM a\nRUN b \\\n  c \\\n  d\nUSER e\n")
                                   << QByteArray("0+ 1+ 2 2 1 0");
    QTest::newRow("above the first stage")
        << QByteArray("ARG a=1 \\\n b=2\nFROM c\n") << QByteArray("0+ 1 0 0");
    QTest::newRow("heredoc") << QByteArray("FROM a\nRUN <<E\nx\nE\n") << QByteArray("0+ 1+ 2 2 0");
    QTest::newRow("two heredocs") << QByteArray("FROM a\nCOPY <<E <<F /\nx\nE\ny\nF\n")
                                  << QByteArray("0+ 1+ 2 2+ 3 3 0");
    QTest::newRow("heredoc behind a continuation")
        << QByteArray("FROM a\nRUN b \\\n  <<E\nx\nE\nUSER c") << QByteArray("0+ 1+ 2+ 3 3 1");
    QTest::newRow("FROM of two lines") << QByteArray("FROM a \\\n AS b\nRUN c\n") << QByteArray("0+ 1 1 0");
    QTest::newRow("unterminated heredoc")
        << QByteArray("FROM a\nRUN <<E\nx\ny\n") << QByteArray("0+ 1+ 2 2 0");
}

static QByteArray inWords(const std::vector<FoldLevel> &levels)
{
    QByteArrayList words;
    for (const FoldLevel &level : levels)
        words << QByteArray::number(level.depth) + (level.isHeader ? "+" : "");
    return words.join(' ');
}

void TestTyping::folds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, levels);
    QCOMPARE(inWords(foldLevels(parse(SourceText(text.toStdString())))), levels);
}

void TestTyping::foldsReachScintilla()
{
    Document document;
    document.reset("FROM a\nRUN b\nFROM c\nRUN d\n");
    CodeEdit edit(document);
    edit.resize(300, 300);
    edit.show();
    send(edit, Sci::SCI_FOLDLINE, 0, Sci::SC_FOLDACTION_CONTRACT);
    QVERIFY(!send(edit, Sci::SCI_GETLINEVISIBLE, 1));
    QVERIFY(send(edit, Sci::SCI_GETLINEVISIBLE, 2));
    // A fold opens when its head is no head any more: nothing may stay out of sight.
    document.apply(EditSet::replacing({0, 7}, ""), Origin::Graph, QString());
    QVERIFY(send(edit, Sci::SCI_GETLINEVISIBLE, 0));
    // And when something in it is revealed.
    send(edit, Sci::SCI_FOLDLINE, 1, Sci::SC_FOLDACTION_CONTRACT);
    edit.reveal({15, 15});
    QVERIFY(send(edit, Sci::SCI_GETLINEVISIBLE, 2));
}

void TestTyping::hover_data()
{
    QTest::addColumn<QByteArray>("text"); // ‸ is the pointer
    QTest::addColumn<QString>("said");

    QTest::newRow("a variable")
        << QByteArray("FROM a\nENV V=<b>\nRUN echo ‸$V\n")
        << "<qt><b>$V</b><br>Its value here is “&lt;b&gt;”.<br>ENV in line 2 sets it.</qt>";
    QTest::newRow("in a comment") << QByteArray("FROM a\nENV V=1\n# ‸$V\n") << "";
    QTest::newRow("plain word") << QByteArray("FROM a\nCOPY ‸. /x\n") << "";
}

void TestTyping::hover()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const auto [bytes, place] = withCaret(text);
    // Problems come first; leave them out to ask about the rest.
    Analysis analysis = *analyse(SourceText(bytes.toStdString()));
    analysis.diagnostics.clear();
    QCOMPARE(hoverHtml(analysis, place), said);
    analysis.diagnostics.push_back(
        {"x", Severity::Warning, {place, place + 1}, {"Oh <b>no</b>", {}}, {}, {}, 0});
    QVERIFY(hoverHtml(analysis, place).startsWith(QStringLiteral("<qt>Oh &lt;b&gt;no&lt;/b&gt;")));
}

void TestTyping::toolTipsAreNotMarkup()
{
    QCOMPARE(asToolTip(QStringLiteral("<img src='/etc/x'>\n&b")),
             QStringLiteral("<qt>&lt;img src='/etc/x'&gt;<br>&amp;b</qt>"));
}

QTEST_MAIN(TestTyping)
#include "tst_typing.moc"
