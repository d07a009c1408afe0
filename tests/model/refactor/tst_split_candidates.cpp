// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The single-stage files of the corpus that build something: how many are split, how many ask a question, and why the others are
// left alone. What was read of them by hand is in READINGS.md.
#include "refactoring_promises.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <map>

using namespace drydock;

namespace {

struct Count {
    int split = 0;
    int asks = 0; ///< Blocked until somebody chooses.
    int refused = 0;
};

bool asksSomething(const Proposal &proposal)
{
    return std::ranges::any_of(proposal.choices, [](const Choice &choice) { return choice.chosen.empty(); });
}

/// Without names and numbers, so that the same reason counts once.
QString kindOf(const UserText &reason)
{
    return QString::fromStdString(reason.source);
}

} // namespace

class TestSplitCandidates : public QObject {
    Q_OBJECT

private slots:
    void keepsItsPromises();
};

void TestSplitCandidates::keepsItsPromises()
{
    const QDir corpus(QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus"));
    QFile list(corpus.filePath(QStringLiteral("split-candidates.tsv")));
    if (!list.open(QIODevice::ReadOnly))
        QSKIP("The corpus of real Dockerfiles is not there.");
    const Refactoring *split = refactoringCalled("split");
    QVERIFY(split);
    std::map<QString, Count> counts;
    std::map<QString, int> reasons;
    QStringList broken;
    qint64 slowest = 0;
    (void)list.readLine();
    while (!list.atEnd()) {
        const QList<QByteArray> fields = list.readLine().trimmed().split('\t');
        if (fields.size() < 2)
            continue;
        QFile file(corpus.filePath(QStringLiteral("dockerfiles/") + QString::fromUtf8(fields[1])));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const PreparedFile prepared(file.readAll().toStdString());
        QElapsedTimer timer;
        timer.start();
        (void)propose(*split, prepared.context());
        slowest = std::max(slowest, timer.nsecsElapsed());
        const TriedRefactoring tried = tryRefactoring(*split, prepared);
        Count &count = counts[QString::fromUtf8(fields[0])];
        if (!tried.broken.empty())
            broken << QString::fromUtf8(fields[1]) + QStringLiteral(": ")
                    + QString::fromStdString(tried.broken);
        if (!tried.proposal.isBlocked()) {
            ++count.split;
            continue;
        }
        ++(asksSomething(tried.proposal) ? count.asks : count.refused);
        ++reasons[kindOf(tried.proposal.reason)];
    }
    Count all;
    for (const auto &[language, count] : counts) {
        qInfo("%-10s %3d split  %3d ask  %3d refused", qPrintable(language), count.split, count.asks,
              count.refused);
        all.split += count.split;
        all.asks += count.asks;
        all.refused += count.refused;
    }
    qInfo("%-10s %3d split  %3d ask  %3d refused", "all", all.split, all.asks, all.refused);
    for (const auto &[reason, number] : reasons)
        qInfo("%4d  %s", number, qPrintable(reason));
    qInfo("slowest plan: %.2f ms", static_cast<double>(slowest) / 1e6);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestSplitCandidates)
#include "tst_split_candidates.moc"
