// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/outcome.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

class TestOutcome : public QObject {
    Q_OBJECT

private slots:
    void judges_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("judgement");
        const auto row = [](const char *name, const char *before, const char *after, const char *judgement) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(judgement);
        };
        const char *directive
            = "no: A comment would come to stand at the top of the file, where it is read as a parser "
              "directive, or a directive would no longer stand there.";
        row("nothing wrong", "FROM a\n", "FROM a\nRUN x\n", "fine");
        row("a mistake of the first step", "FROM a\n", "FROM a\nADD [1, 2]\n",
            "no: BuildKit would then refuse the file for a new reason. (when using JSON array syntax, arrays "
            "must be comprised of strings only)");
        row("a mistake of the second step", "FROM a\nCOPY x y\n", "FROM a\nCOPY x\n",
            "no: BuildKit would then refuse the file for a new reason. (dockerfile parse error on line 2: "
            "COPY "
            "requires at least two arguments, but only one was provided. Destination could not be "
            "determined)");
        row("a mistake that stands there already", "FROM a\nCOPY x\n", "FROM b\nCOPY x\n", "fine");
        row("a mistake that comes to another line", "FROM a\nCOPY x\n", "FROM a\nRUN y\nCOPY x\n", "fine");
        row("one mistake more", "FROM a\nCOPY x\n", "FROM a\nCOPY x\nRUNN y\n",
            "no: BuildKit would then refuse the file for a new reason. (dockerfile parse error on line 3: "
            "unknown "
            "instruction: RUNN (did you mean RUN?))");
        row("a mistake less", "FROM a\nCOPY x\nRUNN y\n", "FROM a\nCOPY x\n", "fine");
        row("a comment becomes the escape character", "FROM a\n# escape=`\nFROM b\n",
            "# escape=`\nFROM b\nFROM a\n", directive);
        row("behind a byte order mark too",
            "\xEF\xBB\xBF"
            "FROM a\n# syntax=x\nFROM b\n",
            "\xEF\xBB\xBF"
            "# syntax=x\nFROM b\nFROM a\n",
            directive);
        row("a comment becomes a choice of checks", "FROM a\n# check=skip=all\nFROM b\n",
            "# check=skip=all\nFROM b\nFROM a\n", directive);
        row("a directive becomes a comment", "# syntax=x\nFROM a\n", "FROM b\n# syntax=x\nFROM a\n",
            directive);
        row("a directive says something else", "# syntax=x\nFROM a\n", "# syntax=y\nFROM a\n", directive);
        row("a directive stays", "# syntax=x\nFROM a\n", "# syntax=x\nFROM b\n", "fine");
        row("a comment that is no directive", "FROM a\n# why\nFROM b\n", "# why\nFROM b\nFROM a\n", "fine");
    }
    void judges()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, judgement);
        const GestureCase known(before);
        const auto size = static_cast<std::size_t>(before.size());
        const Result<Outcome> outcome
            = outcomeOf(known.context(), EditSet::replacing({0, size}, after.toStdString()));
        if (outcome) {
            QCOMPARE(QByteArray("fine"), judgement);
            QCOMPARE(QByteArray::fromStdString(std::string(outcome->syntax.text.bytes())), after);
            return;
        }
        const Error &error = outcome.error();
        const QByteArray detail = QByteArray::fromStdString(error.detail);
        QCOMPARE("no: " + english(error.text) + (detail.isEmpty() ? "" : " (" + detail + ")"), judgement);
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
