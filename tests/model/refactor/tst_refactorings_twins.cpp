// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/refactoring_promises.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace drydock;

namespace {

/// Every so many-th file is tried, or with DRYDOCK_WHOLE_CORPUS in the environment all are.
constexpr int stride = 17;

std::string contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// A file that says the same in another way.
struct Twin {
    const char *name;
    std::function<std::string(const Syntax &)> of;
};

std::string otherCase(const Syntax &syntax)
{
    std::string text(syntax.text.bytes());
    for (const Instruction &instruction : syntax.instructions) {
        for (std::size_t i = instruction.keywordRange.begin; i < instruction.keywordRange.end; ++i)
            text[i] = static_cast<char>(text[i] ^ (QChar::isLetter(static_cast<uint>(text[i])) ? 0x20 : 0));
    }
    return text;
}

/// Lines that nobody reads before every instruction behind the first FROM.
std::string withComments(const Syntax &syntax)
{
    const std::string end = syntax.text.endOfLine() == EndOfLine::CrLf ? "\r\n" : "\n";
    EditSet edits;
    for (const Instruction &instruction : syntax.instructions) {
        const bool isFirst = &instruction == syntax.instructions.data();
        if (instruction.stage && !isFirst && instruction.keyword != Keyword::From)
            (void)edits.add(
                {{instruction.lines.begin, instruction.lines.begin}, end + "# About this." + end});
    }
    return edits.applyTo(syntax.text.bytes());
}

std::string withCarriageReturns(const Syntax &syntax)
{
    std::string text;
    for (const char c : syntax.text.bytes()) {
        if (c == '\n' && !text.ends_with('\r'))
            text += '\r';
        text += c;
    }
    return text;
}

std::string withoutLastLineEnd(const Syntax &syntax)
{
    std::string text(syntax.text.bytes());
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.pop_back();
    return text;
}

std::string withMark(const Syntax &syntax)
{
    return (syntax.text.hasByteOrderMark() ? "" : "\xEF\xBB\xBF") + std::string(syntax.text.bytes());
}

const std::vector<Twin> twins {
    {"in the other case", otherCase},     {"with comments", withComments},
    {"with CR LF", withCarriageReturns},  {"without the last line end", withoutLastLineEnd},
    {"with a byte order mark", withMark},
};

/// What a proposal says, without places.
std::string gistOf(const Proposal &proposal)
{
    std::string gist = proposal.isBlocked() ? "blocked: " + proposal.reason.source
        : proposal.assumptions.empty()      ? "safe"
                                            : "assumes";
    std::vector<std::string> assumptions;
    for (const Assumption &assumption : proposal.assumptions)
        assumptions.push_back(assumption.text.source);
    std::ranges::sort(assumptions);
    for (const std::string &assumption : assumptions)
        gist += "\n    " + assumption;
    return gist + "\n    parts: " + std::to_string(proposal.parts.size());
}

} // namespace

/// A refactoring says the same to files that say the same: case of keywords, comments, line ends and marks do not count.
class TestRefactoringsTwins : public QObject {
    Q_OBJECT

private slots:
    void saySame_data()
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < twins.size(); ++i)
            QTest::newRow(twins[i].name) << i;
    }
    void saySame()
    {
        QFETCH(std::size_t, index);
        const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles"));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        if (names.isEmpty())
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        const int step = qEnvironmentVariableIsSet("DRYDOCK_WHOLE_CORPUS") ? 1 : stride;
        int different = 0;
        for (qsizetype i = 0; i < names.size(); i += step) {
            const PreparedFile file(contentsOf(folder.filePath(names[i])));
            const PreparedFile twin(twins[index].of(file.syntax()));
            for (const Refactoring &refactoring : refactorings()) {
                const std::string one = gistOf(propose(refactoring, file.context()));
                const std::string other = gistOf(propose(refactoring, twin.context()));
                if (one == other)
                    continue;
                if (++different <= 20)
                    qWarning("%s, %s:\n%s\nbut %s:\n%s", std::string(refactoring.id).c_str(),
                             qPrintable(names[i]), one.c_str(), twins[index].name, other.c_str());
            }
        }
        QCOMPARE(different, 0);
    }
};

QTEST_GUILESS_MAIN(TestRefactoringsTwins)
#include "tst_refactorings_twins.moc"
