// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Length: one form and all that a hand does to it; a second fixture would say the same again.
#include "ui/inspector/field_row.h"
#include "ui/inspector/inspector.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

const QByteArray sample = "FROM golang:1.22 AS build\n" // 1
                          "RUN go build \\\n" // 2
                          "    -o /app\n"
                          "\n"
                          "FROM scratch AS final\n" // 5
                          "ENV A=1 B=2\n"
                          "COPY --from=build /app /app\n" // 7
                          "RUN --mount=type=bind,from=build,target=/b x\n";

struct Fixture {
    explicit Fixture(const QByteArray &text = sample)
        : bytes(text)
    {
        document.reset(text.toStdString());
        inspector.setDocument(&document, &selection);
        inspector.resize(320, 700);
        inspector.show();
        inspector.activateWindow();
        isReady = QTest::qWaitForWindowActive(&inspector);
    }

    QByteArray text() { return QByteArray::fromStdString(std::string(document.text().bytes())); }
    /// Selects the first `word` of the text from `behind` on.
    void select(const char *word, const char *behind = "")
    {
        const qsizetype at = text().indexOf(word, text().indexOf(behind));
        selection.set({std::size_t(at), std::size_t(at) + qstrlen(word)}, nullptr);
    }
    void putCaret(const char *before)
    {
        const auto at = std::size_t(text().indexOf(before));
        selection.set({at, at}, nullptr);
    }
    FieldRow *row(const QString &label)
    {
        for (FieldRow *row : inspector.findChildren<FieldRow *>())
            if (row->isVisible() && row->editor()->accessibleName() == label)
                return row;
        return nullptr;
    }
    /// As a hand does it: into the field, everything away, the new text, Enter.
    void enter(const QString &label, const QString &value)
    {
        auto *line = qobject_cast<QLineEdit *>(row(label)->editor());
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, value);
        if (line->completer())
            line->completer()->popup()->hide();
        QTest::keyClick(line, Qt::Key_Return);
    }
    QString title() { return inspector.findChildren<QLabel *>().at(0)->text(); }

    QByteArray bytes;
    Document document;
    Selection selection;
    Inspector inspector;
    bool isReady = false;
};

} // namespace

class TestInspector : public QObject {
    Q_OBJECT

private slots:
    void followsTheSelection();
    void changesByLine_data();
    void changesByLine();
    void refusals_data();
    void refusals();
    void refusedTextStaysUntilEscape();
    void switchesFlags();
    void choosesAnotherInstruction();
    void severalLinesAreTakenOverWithCtrlEnter();
    void leavingAFieldTakesItOver();
    void edgeStaysSelectedBehindAChange();
    void insertsBetween();
    void listsLeadThere();
    void lineEndsStayCrLf();
    void invalidUtf8IsLocked();
    void nothingOpen();
    void offersImagesOfTheFile();
    void isNotBusyWhileHidden();
    void undoBringsTheOldValueBack();
};

void TestInspector::followsTheSelection()
{
    Fixture fixture;
    QVERIFY(fixture.isReady);
    fixture.putCaret("FROM scratch");
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Stage);
    QVERIFY(fixture.row("Name") && fixture.row("Base") && fixture.row("--platform"));
    QCOMPARE(fixture.row("Name")->text(), QString("final"));
    fixture.putCaret("ENV");
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Instruction);
    QCOMPARE(fixture.row("A")->text(), QString("1"));
    fixture.select("build", "--from=");
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Edge);
    QCOMPARE(fixture.row("From")->text(), QString("build"));
    QCOMPARE(fixture.row("Source")->text(), QString("/app"));
    fixture.select("build", "bind,from=");
    QCOMPARE(fixture.row("target")->text(), QString("/b"));
    QVERIFY(fixture.row("source"));
}

void TestInspector::changesByLine_data()
{
    QTest::addColumn<QByteArray>("select");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("step");
    const auto row = [](const char *name, const char *select, const char *behind, const char *field,
                        const char *value, const char *from, const char *to, const char *step) {
        QTest::newRow(name) << QByteArray(select) << QByteArray(behind) << QString(field) << QString(value)
                            << QByteArray(from) << QByteArray(to) << QString(step);
    };
    row("a stage's base", "FROM scratch AS final", "", "Base", "alpine:3.19", "FROM scratch",
        "FROM alpine:3.19", "");
    row("a stage's platform", "FROM scratch AS final", "", "--platform", "linux/arm64", "FROM scratch",
        "FROM --platform=linux/arm64 scratch", "Change --platform");
    row("a value", "ENV A=1 B=2", "", "B", "three", "B=2", "B=three", "Change B");
    row("an arrow's source path", "build", "--from=", "Source", "/out /etc", "build /app /app",
        "build /out /etc /app", "");
    row("an arrow's destination", "build", "--from=", "Destination", "/bin/", "/app /app", "/app /bin/",
        "Change Destination");
    row("an option of an arrow", "build", "--from=", "--chown", "1:1", "--from=build",
        "--from=build --chown=1:1", "Change --chown");
    row("another image for an arrow", "build", "--from=", "From", "busybox", "--from=build /app",
        "--from=busybox /app", "");
    row("a mount's target", "build", "bind,from=", "target", "/c", "target=/b", "target=/c", "Change target");
}

void TestInspector::changesByLine()
{
    QFETCH(QByteArray, select);
    QFETCH(QByteArray, behind);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, step);
    Fixture fixture;
    fixture.select(select, behind);
    QVERIFY(fixture.row(field));
    fixture.enter(field, value);
    QByteArray expected = sample;
    if (field == "Source")
        from = "build /app", to = "build /out /etc";
    QCOMPARE(fixture.text(), expected.replace(from, to));
    QCOMPARE(fixture.document.undoStack().count(), 1);
    if (!step.isEmpty())
        QCOMPARE(fixture.document.undoStack().undoText(), step);
    if (field != "Source")
        QCOMPARE(fixture.row(field)->text(), value);
    fixture.document.undoStack().undo();
    QCOMPARE(fixture.text(), sample);
}

void TestInspector::refusals_data()
{
    QTest::addColumn<QByteArray>("select");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("a name that is taken") << QByteArray("FROM scratch AS final") << QByteArray() << "Name"
                                          << "build";
    QTest::newRow("a name that BuildKit refuses")
        << QByteArray("FROM scratch AS final") << QByteArray() << "Name"
        << "1 bad";
    QTest::newRow("no base") << QByteArray("FROM scratch AS final") << QByteArray() << "Base"
                             << "";
    QTest::newRow("an image that is none") << QByteArray("FROM scratch AS final") << QByteArray() << "Base"
                                           << "A b";
    QTest::newRow("no destination") << QByteArray("build") << QByteArray("--from=") << "Destination"
                                    << "";
    QTest::newRow("a circle") << QByteArray("golang:1.22") << QByteArray() << "From"
                              << "final";
}

void TestInspector::refusals()
{
    QFETCH(QByteArray, select);
    QFETCH(QByteArray, behind);
    QFETCH(QString, field);
    QFETCH(QString, value);
    Fixture fixture;
    const QSignalSpy said(&fixture.inspector, &Inspector::statusText);
    fixture.select(select, behind);
    QVERIFY(fixture.row(field));
    fixture.enter(field, value);
    QCOMPARE(fixture.text(), sample);
    QVERIFY(!fixture.document.undoStack().canUndo());
    QVERIFY2(fixture.row(field)->error().size() > 10, qPrintable(fixture.row(field)->error()));
    QCOMPARE(fixture.row(field)->text(), value);
    QVERIFY(!said.isEmpty());
}

void TestInspector::refusedTextStaysUntilEscape()
{
    Fixture fixture;
    fixture.putCaret("FROM scratch");
    fixture.enter("Name", "build");
    FieldRow *row = fixture.row("Name");
    QVERIFY(!row->error().isEmpty());
    QCOMPARE(row->text(), QString("build"));
    // What happens elsewhere does not take it away.
    fixture.document.apply(EditSet::replacing({0, 0}, "# new\n"), Origin::Text, "x");
    QCOMPARE(fixture.row("Name"), row);
    QCOMPARE(row->text(), QString("build"));
    QTest::keyClick(row->editor(), Qt::Key_Escape);
    QCOMPARE(row->text(), QString("final"));
    QVERIFY(row->error().isEmpty());
}

void TestInspector::switchesFlags()
{
    Fixture fixture;
    fixture.select("build", "--from=");
    auto *link = qobject_cast<QCheckBox *>(fixture.row("--link")->editor());
    QTest::keyClick(link, Qt::Key_Space);
    QByteArray expected = sample;
    QCOMPARE(fixture.text(), expected.replace("--from=build", "--from=build --link"));
    link = qobject_cast<QCheckBox *>(fixture.row("--link")->editor());
    QVERIFY(link->isChecked());
    QTest::keyClick(link, Qt::Key_Space);
    QCOMPARE(fixture.text(), sample);
}

void TestInspector::choosesAnotherInstruction()
{
    Fixture fixture;
    fixture.putCaret("ENV");
    auto *keyword = qobject_cast<QComboBox *>(fixture.row("Instruction")->editor());
    QCOMPARE(keyword->currentText(), QString("ENV"));
    keyword->setFocus();
    QTest::keyClicks(keyword, "l"); // LABEL
    QByteArray expected = sample;
    QCOMPARE(fixture.text(), expected.replace("ENV A", "LABEL A"));
    // What BuildKit would refuse is not chosen.
    keyword = qobject_cast<QComboBox *>(fixture.row("Instruction")->editor());
    QTest::keyClick(keyword, Qt::Key_Up); // HEALTHCHECK
    QCOMPARE(fixture.text(), expected);
    QCOMPARE(keyword->currentText(), QString("LABEL"));
    QVERIFY(!fixture.row("Instruction")->error().isEmpty());
}

void TestInspector::severalLinesAreTakenOverWithCtrlEnter()
{
    Fixture fixture;
    fixture.putCaret("RUN go");
    auto *lines = qobject_cast<QPlainTextEdit *>(fixture.row("Arguments")->editor());
    QVERIFY(lines);
    QCOMPARE(lines->toPlainText(), QString("go build \\\n    -o /app"));
    lines->setFocus();
    lines->moveCursor(QTextCursor::End);
    QTest::keyClicks(lines, " .");
    QCOMPARE(fixture.text(), sample);
    QTest::keyClick(lines, Qt::Key_Return, Qt::ControlModifier);
    QByteArray expected = sample;
    QCOMPARE(fixture.text(), expected.replace("-o /app", "-o /app ."));
    QCOMPARE(fixture.document.undoStack().count(), 1);
}

void TestInspector::leavingAFieldTakesItOver()
{
    Fixture fixture;
    fixture.putCaret("ENV");
    auto *line = qobject_cast<QLineEdit *>(fixture.row("A")->editor());
    line->setFocus();
    QTest::keyClick(line, Qt::Key_End);
    QTest::keyClicks(line, "23");
    QCOMPARE(fixture.text(), sample);
    QTest::keyClick(line, Qt::Key_Tab);
    QByteArray expected = sample;
    QCOMPARE(fixture.text(), expected.replace("A=1", "A=123"));
    QCOMPARE(fixture.document.undoStack().count(), 1);
    QVERIFY(fixture.row("B")->editor()->hasFocus());
}

void TestInspector::edgeStaysSelectedBehindAChange()
{
    Fixture fixture;
    fixture.select("build", "--from=");
    fixture.enter("Destination", "/x");
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Edge);
    fixture.enter("--chmod", "755");
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Edge);
    QCOMPARE(fixture.selection.range(), fixture.document.analysis().graph.edges[2].cause);
}

void TestInspector::insertsBetween()
{
    Fixture fixture;
    fixture.select("build", "--from=");
    auto *button = fixture.inspector.findChild<QPushButton *>();
    QVERIFY(button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(fixture.document.analysis().graph.stageCount(), std::size_t(3));
    QCOMPARE(fixture.document.undoStack().count(), 1);
    fixture.document.undoStack().undo();
    QCOMPARE(fixture.text(), sample);
    fixture.putCaret("ENV");
    QVERIFY(!button->isVisible());
}

void TestInspector::listsLeadThere()
{
    Fixture fixture;
    fixture.putCaret("FROM golang");
    QListWidget *users = nullptr;
    QListWidget *instructions = nullptr;
    for (auto *list : fixture.inspector.findChildren<QListWidget *>()) {
        if (list->accessibleName() == "Used by")
            users = list;
        if (list->accessibleName() == "Instructions")
            instructions = list;
    }
    QVERIFY(users && instructions);
    QCOMPARE(users->count(), 2);
    QCOMPARE(users->item(0)->data(Qt::AccessibleTextRole).toString(), QString("final, COPY --from, line 7"));
    QCOMPARE(instructions->count(), 1);
    users->setFocus();
    users->setCurrentRow(0);
    QTest::keyClick(users, Qt::Key_Return);
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Edge);
    QCOMPARE(fixture.selection.range(), fixture.document.analysis().graph.edges[2].cause);
}

void TestInspector::lineEndsStayCrLf()
{
    const QByteArray text = "FROM a\r\nRUN x \\\r\n  y\r\n";
    Fixture fixture(text);
    fixture.putCaret("RUN");
    auto *lines = qobject_cast<QPlainTextEdit *>(fixture.row("Arguments")->editor());
    lines->setPlainText("x \\\n  y \\\n  z");
    QTest::keyClick(lines, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(fixture.text(), QByteArray("FROM a\r\nRUN x \\\r\n  y \\\r\n  z\r\n"));
}

void TestInspector::invalidUtf8IsLocked()
{
    Fixture fixture("FROM a\nRUN echo \xff\n");
    fixture.putCaret("RUN");
    auto *line = qobject_cast<QLineEdit *>(fixture.row("Arguments")->editor());
    QVERIFY(line->isReadOnly());
    QCOMPARE(fixture.row("Arguments")->error(), QString("This is not UTF-8. Change it in the text."));
}

void TestInspector::nothingOpen()
{
    Fixture fixture;
    fixture.putCaret("ENV");
    fixture.inspector.setDocument(nullptr, nullptr);
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::None);
    QVERIFY(fixture.inspector.findChildren<FieldRow *>().isEmpty() || !fixture.row("A"));
    Fixture empty("");
    QCOMPARE(empty.inspector.subject().kind, SubjectKind::None);
}

void TestInspector::offersImagesOfTheFile()
{
    Fixture fixture;
    fixture.putCaret("FROM scratch");
    auto *base = qobject_cast<QLineEdit *>(fixture.row("Base")->editor());
    QVERIFY(base->completer());
    QStringList offered;
    for (int i = 0; i < base->completer()->model()->rowCount(); ++i)
        offered.append(base->completer()->model()->index(i, 0).data().toString());
    QCOMPARE(offered, QStringList({"build", "final", "golang:1.22", "scratch"}));
}

void TestInspector::isNotBusyWhileHidden()
{
    Fixture fixture;
    fixture.putCaret("ENV");
    fixture.inspector.hide();
    fixture.putCaret("FROM scratch");
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Instruction);
    fixture.inspector.show();
    QCOMPARE(fixture.inspector.subject().kind, SubjectKind::Stage);
}

void TestInspector::undoBringsTheOldValueBack()
{
    Fixture fixture;
    fixture.putCaret("ENV");
    fixture.enter("A", "9");
    fixture.document.undoStack().undo();
    QCOMPARE(fixture.row("A")->text(), QString("1"));
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
