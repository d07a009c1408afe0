// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/language/formatter.h"
#include "model/shell/commands.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"
#include "tests/model/refactor/random_gesture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace drydock;

namespace {

std::string formatted(const std::string &text, const FormatOptions &options = {})
{
    return formatEdits(parse(SourceText(text)), options).applyTo(text);
}

/// Everything that BuildKit hands on. The case of keywords means nothing, nor does the number of blanks between the
/// words of a shell command: of those the commands are compared, read by the reader that knows nothing of formatting.
std::vector<std::string> meaningOf(const std::string &text)
{
    const auto analysis = analyse(SourceText(text));
    const Syntax &syntax = analysis->syntax;
    std::vector<std::string> meaning;
    for (const Instruction &instruction : syntax.instructions) {
        const Instruction *inner = &instruction;
        for (; inner; inner = syntax.triggerOf(*inner)) {
            meaning.push_back("keyword " + lowered(syntax.joined(instruction, inner->keywordRange)));
            for (const std::string &flag : flagValues(syntax, *inner))
                meaning.push_back("flag " + flag);
            if (inner->keyword == Keyword::Onbuild)
                continue;
            const bool isShell = !inner->isJson
                && (inner->keyword == Keyword::Run || inner->keyword == Keyword::Cmd
                    || inner->keyword == Keyword::Entrypoint || inner->keyword == Keyword::Healthcheck);
            for (const std::string &value : argumentValues(syntax, *inner)) {
                if (!isShell) {
                    const bool isAs = inner->keyword == Keyword::From;
                    meaning.push_back("argument " + (isAs && lowered(value) == "as" ? "as" : value));
                    continue;
                }
                if (inner->keyword == Keyword::Healthcheck && &value == &value
                    && meaning.back() == "keyword healthcheck") {
                    meaning.push_back("type " + lowered(value));
                    continue;
                }
                for (const ShellCommand &command : shellCommands(value)) {
                    meaning.emplace_back("command");
                    for (const std::string &word : command)
                        meaning.push_back("  " + word);
                }
            }
        }
        for (const Heredoc &heredoc : syntax.heredocsOf(instruction))
            meaning.push_back("heredoc " + heredoc.name + std::string(syntax.textOf(heredoc.body)));
        for (const std::string &comment : docCommentValues(syntax, instruction))
            meaning.push_back("comment " + comment);
    }
    for (const Problem &problem : analysis->problems)
        meaning.push_back("problem " + lowered(problem.message));
    return meaning;
}

/// What is broken by formatting `text`; empty if all is well.
std::string brokenPromise(const std::string &text)
{
    const EditSet edits = formatEdits(parse(SourceText(text)));
    const std::string once = edits.applyTo(text);
    if (edits.inverse(text).applyTo(once) != text)
        return "undo does not restore the text";
    if (formatted(once) != once)
        return "formatting again changes something";
    const auto before = meaningOf(text);
    const auto after = meaningOf(once);
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        const std::string a = i < before.size() ? before[i] : "nothing";
        const std::string b = i < after.size() ? after[i] : "nothing";
        if (a != b)
            return "“" + a + "” became “" + b + "”";
    }
    return {};
}

} // namespace

class TestFormatter : public QObject {
    Q_OBJECT

private slots:
    void formats_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("all is well", "FROM a AS b\nRUN c \\\n    && d\n", "FROM a AS b\nRUN c \\\n    && d\n");
        row("case as most have it", "FROM a\nrun b\nRUN c\n", "FROM a\nRUN b\nRUN c\n");
        row("small letters if they prevail", "from a AS b\nrun b\nRUN c\n", "from a as b\nrun b\nrun c\n");
        row("capitals of equals", "FROM a\nrun b\n", "FROM a\nRUN b\n");
        row("inner keywords", "FROM a\nonbuild run x\nhealthcheck cmd Y\nRUN z\nRUN q\n",
            "FROM a\nONBUILD RUN x\nHEALTHCHECK CMD Y\nRUN z\nRUN q\n");
        row("blanks in front", "  FROM a\n\tRUN b\n", "FROM a\nRUN b\n");
        row("blanks behind", "FROM a  \nRUN b \t\n   \n", "FROM a\nRUN b\n");
        row("blanks between", "FROM   a   AS  b\nCOPY  --from=b \t c   d\nENV  A=1   B=\"x  y\"\n",
            "FROM a AS b\nCOPY --from=b c d\nENV A=1 B=\"x  y\"\n");
        row("not in a command", "FROM a\nRUN   echo   a   b\n", "FROM a\nRUN echo   a   b\n");
        row("not in an array", "FROM a\nCMD  [ \"a\",  \"b  c\" ]\n", "FROM a\nCMD [ \"a\",  \"b  c\" ]\n");
        row("not in a path with blanks", "FROM a\nWORKDIR   /a   b\n", "FROM a\nWORKDIR /a   b\n");
        row("behind a continuation mark", "FROM a\nRUN b \\  \n    c\n", "FROM a\nRUN b \\\n    c\n");
        row("indentation as most have it",
            "FROM a\nRUN b \\\n  c\nRUN d \\\n  e\nCOPY f \\\n        g \\\n        h\n",
            "FROM a\nRUN b \\\n  c\nRUN d \\\n  e\nCOPY f \\\n  g \\\n  h\n");
        row("four blanks where there is none", "FROM a\nRUN b && \\\nc\n", "FROM a\nRUN b && \\\n    c\n");
        row("tabs stay tabs", "FROM a\nRUN b; \\\n\tif c; then \\\n\t\td; \\\n\tfi\n",
            "FROM a\nRUN b; \\\n\tif c; then \\\n\t\td; \\\n\tfi\n");
        row("deeper lines stay deeper",
            "FROM a\nRUN b \\\n  c\nRUN b \\\n  c\nRUN x; \\\n if c; then \\\n   d; \\\n fi\n",
            "FROM a\nRUN b \\\n  c\nRUN b \\\n  c\nRUN x; \\\n  if c; then \\\n    d; \\\n  fi\n");
        row("not in quotes", "FROM a\nRUN echo 'b \\\n c'\nRUN d \\\n    e\n",
            "FROM a\nRUN echo 'b \\\n c'\nRUN d \\\n    e\n");
        row("not in a value", "FROM a\nENV A=\"b \\\n c\"\n", "FROM a\nENV A=\"b \\\n c\"\n");
        row("not in a word", "FROM a\nRUN ec\\\nho\n", "FROM a\nRUN ec\\\nho\n");
        row("not behind an escaped blank", "FROM a\nRUN a\\ \\\nb\n", "FROM a\nRUN a\\ \\\nb\n");
        row("not for another shell", "FROM a\nSHELL [\"pwsh\", \"-c\"]\nRUN b && \\\nc\n",
            "FROM a\nSHELL [\"pwsh\", \"-c\"]\nRUN b && \\\nc\n");
        row("comments between go along", "FROM a\nRUN b \\\n  # why\n  c\nRUN d \\\n    e\nRUN d \\\n    e\n",
            "FROM a\nRUN b \\\n    # why\n    c\nRUN d \\\n    e\nRUN d \\\n    e\n");
        row("comments stay", "#  a  \n  # b\nFROM a\n", "#  a  \n  # b\nFROM a\n");
        row("here-documents stay", "FROM a\nrun  <<E  \n  x   \n\n\t y\nE\nRUN b\n\n\n",
            "FROM a\nRUN <<E\n  x   \n\n\t y\nE\nRUN b\n");
        row("a here-document without an end", "FROM a\nRUN <<E\nx  \n\n", "FROM a\nRUN <<E\nx  \n\n");
        row("a final line end", "FROM a", "FROM a\n");
        row("one final line end", "FROM a\n\n\n", "FROM a\n");
        row("blank lines behind a comment", "FROM a\n# b\n\n", "FROM a\n# b\n");
        row("CR LF stays", "from  a \r\nRUN b \\\r\nc\r\nRUN d", "FROM a\r\nRUN b \\\r\n    c\r\nRUN d\r\n");
        row("a byte order mark stays", "\xEF\xBB\xBF  FROM a\n",
            "\xEF\xBB\xBF"
            "FROM a\n");
        row("another escape character", "# escape=`\nFROM a\nCOPY b `  \n c\nRUN d `\n c\n",
            "# escape=`\nFROM a\nCOPY b `\n c\nRUN d `\n c\n");
        row("what nobody knows stays", "FROM a\n runn  b  c\n", "FROM a\n runn  b  c\n");
        row("nothing", "", "");
    }
    void formats()
    {
        QFETCH(QByteArray, before);
        const QByteArray after = QByteArray::fromStdString(formatted(before.toStdString()));
        QTEST(after, "after");
        QCOMPARE(QByteArray::fromStdString(brokenPromise(before.toStdString())), QByteArray());
    }

    void takesOptions()
    {
        QCOMPARE(formatted("from a\nrun b && \\\nc\n", {KeywordCase::Upper, "\t"}),
                 std::string("FROM a\nRUN b && \\\n\tc\n"));
    }
    void formatsARange()
    {
        const std::string text = "from  a\nrun  b\nrun  c\n\n";
        const Syntax syntax = parse(SourceText(text));
        QCOMPARE(formatEdits(syntax, {9, 10}).applyTo(text), std::string("from  a\nrun b\nrun  c\n\n"));
    }

    void keepsPromisesOnOddFiles_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 300; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    /// Real-looking files with bytes knocked out and knocked in.
    void keepsPromisesOnOddFiles()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const Dice dice = [&](std::size_t bound) { return std::size_t(random.bounded(quint32(bound))); };
        std::string text = oddFile(dice);
        static const std::vector<std::string> bits {"\\\n",   " ",   "\t", "\"", "'", "\n", "\\", "#",
                                                    "  \\\n", "<<E", "[",  "\r", "`", "$",  "--", "\xC2\xA0"};
        for (std::size_t i = dice(12); i > 0; --i) {
            const std::size_t at = dice(text.size() + 1);
            if (dice(3) == 0)
                text.erase(at, 1 + dice(3));
            else
                text.insert(at, bits[dice(bits.size())]);
        }
        const std::string broken = brokenPromise(text);
        QVERIFY2(broken.empty(), (broken + "\n" + text).c_str());
    }

    void keepsPromisesOnTheCorpus()
    {
        const QString folder = QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus");
        QFile list(folder + "/expected.jsonl");
        if (!list.open(QIODevice::ReadOnly))
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        int files = 0;
        int changed = 0;
        int broken = 0;
        while (!list.atEnd()) {
            const QString name
                = QJsonDocument::fromJson(list.readLine()).object().value(QStringLiteral("file")).toString();
            QFile file(folder + "/dockerfiles/" + name);
            if (!file.open(QIODevice::ReadOnly)) {
                file.setFileName(folder + "/" + name);
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            }
            const std::string text = file.readAll().toStdString();
            ++files;
            changed += formatted(text) == text ? 0 : 1;
            if (const std::string what = brokenPromise(text); !what.empty()) {
                ++broken;
                qWarning("%s: %s", qPrintable(name), what.c_str());
            }
        }
        qInfo("%d files, %d of them changed, %d broken", files, changed, broken);
        QVERIFY(files > 1000);
        QCOMPARE(broken, 0);
    }
};

QTEST_GUILESS_MAIN(TestFormatter)
#include "tst_formatter.moc"
