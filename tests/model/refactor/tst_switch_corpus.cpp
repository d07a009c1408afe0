// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/refactoring_promises.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>

using namespace drydock;

namespace {

/// Every so many-th file is tried, or with DRYDOCK_WHOLE_CORPUS in the environment all are.
constexpr int stride = 5;

std::string contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

/// Real files on each kind of base: nothing that a refactoring promises is broken.
class TestSwitchCorpus : public QObject {
    Q_OBJECT

private slots:
    void keepsItsPromises_data()
    {
        QTest::addColumn<QString>("base");
        for (const char *base : {"slim", "alpine", "distroless", "chainguard", "scratch"})
            QTest::newRow(base) << QString::fromLatin1(base);
    }
    /// With DRYDOCK_SHOW_SWITCHED=FOLDER in the environment what becomes of each file is put there, for reading.
    void keepsItsPromises()
    {
        QFETCH(QString, base);
        const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles"));
        if (!folder.exists())
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        const QString shown = qEnvironmentVariable("DRYDOCK_SHOW_SWITCHED");
        const int step = qEnvironmentVariableIsSet("DRYDOCK_WHOLE_CORPUS") ? 1 : stride;
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        const Refactoring &refactoring = *refactoringCalled("switch-base");
        RefactorWish wish;
        wish.settings["base"] = base.toStdString();
        std::array<int, 3> verdicts {};
        std::map<std::string, int> reasons;
        QByteArrayList broken;
        double slowest = 0;
        for (qsizetype i = 0; i < names.size(); i += step) {
            const PreparedFile file(contentsOf(folder.filePath(names[i])));
            QElapsedTimer timer;
            timer.start();
            (void)refactoring.propose(file.context(), wish);
            slowest = std::max(slowest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            const TriedRefactoring tried = tryRefactoring(refactoring, file, wish);
            ++verdicts.at(static_cast<std::size_t>(tried.proposal.verdict()));
            if (tried.proposal.isBlocked())
                ++reasons[tried.proposal.reason.source];
            if (!tried.broken.empty())
                broken << names[i].toUtf8() + ": " + QByteArray::fromStdString(tried.broken);
            if (!shown.isEmpty() && tried.result) {
                QFile out(QDir(shown).filePath(base + QLatin1Char('-') + names[i]));
                if (out.open(QIODevice::WriteOnly)) {
                    for (const Assumption &each : tried.proposal.assumptions)
                        out.write(QByteArray::fromStdString("## " + inEnglish(each.text) + "\n"));
                    out.write(QByteArray::fromStdString(tried.result->text));
                }
            }
        }
        qInfo("%s: %d safe, %d with assumptions, %d blocked; slowest %.2f ms", qPrintable(base), verdicts[0],
              verdicts[1], verdicts[2], slowest);
        std::vector<std::pair<int, std::string>> sorted;
        for (const auto &[text, count] : reasons)
            sorted.emplace_back(-count, text);
        std::ranges::sort(sorted);
        for (const auto &[count, text] : sorted)
            qInfo("    %d: %s", -count, text.c_str());
        for (qsizetype i = 0; i < std::min<qsizetype>(broken.size(), 25); ++i)
            qWarning("%s", broken[i].left(2000).constData());
        QCOMPARE(broken.size(), qsizetype {0});
    }
};

QTEST_GUILESS_MAIN(TestSwitchCorpus)
#include "tst_switch_corpus.moc"
