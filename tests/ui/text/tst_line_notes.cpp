// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/made_up_build.h"
#include "ui/common/build_marks.h"
#include "ui/text/line_notes.h"

#include <QTest>

using namespace drydock;
using namespace drydock::ui;

namespace {

/// "4: 21 MB ⟳"; with "(grey)" behind it.
QStringList told(const BuildMarks &marks, const Document &document)
{
    QStringList lines;
    for (const LineNote &note : lineNotes(*marks.marks(), document.analysis())) {
        QString line = QStringLiteral("%1: %2 %3").arg(note.line + 1).arg(note.text, note.mark).simplified();
        if (note.textRole == Role::Dimmed)
            line += QStringLiteral(" (grey)");
        lines << line;
    }
    return lines;
}

} // namespace

/// What stands right of the lines.
class TestLineNotes : public QObject {
    Q_OBJECT

private slots:
    void nothingIsSaidWithoutABuild()
    {
        Document document;
        document.reset(twoStages);
        const BuildMarks marks(document);
        QCOMPARE(told(marks, document), QStringList());
    }

    void sizesAndStatesStandBesideTheirLines()
    {
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        marks.setMeasurement(madeUpMeasurement(), document.snapshot());
        marks.setSteps(
            madeUpSteps({StepState::Cached, StepState::Done, StepState::Failed, StepState::Running}),
            document.snapshot());
        QCOMPARE(told(marks, document),
                 QStringList({"1: 826 MB", "2: ≡", "3: 12 kB ⟳", "4: 21 MB ✕", "5: 7.3 MB", "6: 6.5 MB ▶"}));
    }

    void whatIsOlderIsGrey()
    {
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        marks.setMeasurement(madeUpMeasurement(), document.snapshot());
        const std::size_t at = twoStages.find("RUN");
        document.apply(EditSet::replacing({at, at}, "# why\n"), Origin::Text, QStringLiteral("edit"));
        const std::size_t go = document.text().bytes().find("go build");
        document.apply(EditSet::replacing({go, go + 2}, "gox"), Origin::Text, QStringLiteral("edit"));
        QCOMPARE(
            told(marks, document),
            QStringList({"1: 826 MB", "3: 12 kB", "5: 21 MB ◷ (grey)", "6: 7.3 MB", "7: 6.5 MB ◷ (grey)"}));
    }

    void basesThatAreLocalAreToldWithoutABuild()
    {
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        marks.setImageSizes({{document.analysis().graph.nodes[0].reference, {826'000'000}},
                             {document.analysis().graph.nodes[1].reference, {}}});
        QCOMPARE(told(marks, document), QStringList({"1: 826 MB"}));
    }

    void marksOfAnotherTextSayNothing()
    {
        Document document;
        document.reset(twoStages);
        BuildMarks marks(document);
        marks.setMeasurement(madeUpMeasurement(), document.snapshot());
        const auto other = analyse(SourceText("FROM scratch\n"));
        QVERIFY(lineNotes(*marks.marks(), *other).empty());
    }
};

QTEST_GUILESS_MAIN(TestLineNotes)
#include "tst_line_notes.moc"
