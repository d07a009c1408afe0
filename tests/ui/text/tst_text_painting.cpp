// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of the text is painted, and when.
#include "ui/text/code_edit.h"
#include "ui/text/code_style.h"
#include "ui/text/margin_marks.h"
#include "ui/text/scintilla_call.h"
#include "ui/text/text_view.h"

#include <QPaintEvent>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

/// The area beside the margin that a widget was asked to paint.
class PaintedArea final : public QObject {
public:
    PaintedArea(QWidget &widget, int marginWidth)
        : m_marginWidth(marginWidth)
    {
        widget.installEventFilter(this);
    }
    QRegion area;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            for (const QRect &rect : static_cast<QPaintEvent *>(event)->region())
                if (rect.right() >= m_marginWidth)
                    area += rect;
        return false;
    }

private:
    int m_marginWidth;
};

} // namespace

class TestTextPainting : public QObject {
    Q_OBJECT

private slots:
    void letterPaintsItsLineOnly();
    void bodiesAreColouredBehindTheFirstPicture();
};

void TestTextPainting::letterPaintsItsLineOnly()
{
    Document document;
    Selection selection;
    std::string text = "FROM a\n";
    for (int i = 0; i < 40; ++i)
        text += "RUN one two three\n";
    document.reset(text);
    TextView view(document, selection);
    view.resize(500, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    CodeEdit &editor = view.editor();
    QTest::keyClick(&editor, Qt::Key_Down);
    QTest::keyClick(&editor, Qt::Key_End);
    QTest::keyClicks(&editor, QStringLiteral("x"));
    QCoreApplication::processEvents();
    PaintedArea painted(*editor.viewport(), editor.margin().textLeft());
    QTest::keyClicks(&editor, QStringLiteral("y"));
    QTRY_VERIFY(!painted.area.isEmpty());
    const auto lineHeight = int(send(editor, Sci::SCI_TEXTHEIGHT));
    QVERIFY2(painted.area.boundingRect().height() <= 2 * lineHeight,
             qPrintable(QString::number(painted.area.boundingRect().height())));
}

void TestTextPainting::bodiesAreColouredBehindTheFirstPicture()
{
    Document document;
    Selection selection;
    document.reset("FROM a\nRUN echo \"x\"\n");
    TextView view(document, selection);
    view.resize(500, 400);
    view.show();
    const std::size_t string = document.text().bytes().find('"');
    QTRY_COMPARE(send(view.editor(), Sci::SCI_GETSTYLEAT, string), long(CodeStyle::BodyString));
}

QTEST_MAIN(TestTextPainting)
#include "tst_text_painting.moc"
