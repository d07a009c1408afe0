// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/size_estimate.h"
#include "refactoring_case.h"

using namespace drydock;

namespace {

/// Bytes of everything, as an engine would say it.
class Engine : public ImageSource {
public:
    std::optional<ImageAnswer> answerFor(std::string_view) const override
    {
        ImageAnswer answer;
        answer.source = AnswerSource::Engine;
        answer.bytes = 123'456'789;
        return answer;
    }
};

std::optional<SizeEstimate> sizeOf(const QByteArray &text, const ImageSource *images = nullptr)
{
    const RefactoringCase file(text);
    return estimatedSize(file.context().lint, file.context().graph().target, images);
}

} // namespace

/// What an image will take.
class TestSizeEstimate : public QObject {
    Q_OBJECT

private slots:
    void megabytes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("least"); ///< Within a tenth of this.
        QTest::addColumn<int>("most");
        QTest::addColumn<SizeBasis>("basis");
        QTest::addColumn<bool>("isPartial");
        const auto row = [](const char *name, const char *text, int least, int most, SizeBasis basis,
                            bool isPartial = false) {
            QTest::newRow(name) << QByteArray(text) << least << most << basis << isPartial;
        };
        row("a base alone", "FROM debian:trixie-slim\n", 74, 80, SizeBasis::Table);
        row("with a package", "FROM debian:12-slim\nRUN apt-get install -y --no-install-recommends git\n",
            134, 140, SizeBasis::Table);
        row("with what is recommended", "FROM debian:12-slim\nRUN apt-get install -y git\n", 149, 155,
            SizeBasis::Table);
        row("lists stay", "FROM debian:12-slim\nRUN apt-get update\n", 92, 102, SizeBasis::Table);
        row("lists go", "FROM debian:12-slim\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\n", 74, 80,
            SizeBasis::Table);
        row("lists are mounted",
            "FROM debian:12-slim\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\n", 74, 80,
            SizeBasis::Table);
        row("packages share", "FROM debian:12-slim\nRUN apt-get install -y --no-install-recommends gcc g++\n",
            340, 540, SizeBasis::Table);
        row("taken out again",
            "FROM debian:12-slim\nRUN apt-get install -y --no-install-recommends gcc && make && apt-get "
            "purge -y gcc\n",
            75, 180, SizeBasis::Guess);
        row("a full base has tools", "FROM python:3.12\nRUN apt-get install -y --no-install-recommends git\n",
            1010, 1180, SizeBasis::Table);
        row("unknown package", "FROM debian:12-slim\nRUN apt-get install -y acme\n", 74, 80, SizeBasis::Table,
            true);
        row("a program of Go", "FROM golang AS b\nRUN go build -o /x\nFROM scratch\nCOPY --from=b /x /x\n", 8,
            30, SizeBasis::Guess);
        row("on a stage", "FROM alpine AS b\nFROM b\n", 7, 9, SizeBasis::Table);
        row("a download", "FROM alpine\nRUN wget https://example.org/x\n", 7, 9, SizeBasis::Table, true);
    }
    void megabytes()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, least);
        QFETCH(int, most);
        const auto size = sizeOf(text);
        QVERIFY(size);
        const auto isAbout = [](std::uint64_t bytes, int megabytes) {
            return std::abs(static_cast<double>(bytes) / 1e6 - megabytes) <= 0.1 * megabytes;
        };
        QVERIFY2(isAbout(size->least, least), qPrintable(QString::number(size->least)));
        QVERIFY2(isAbout(size->most, most), qPrintable(QString::number(size->most)));
        QVERIFY(size->least <= size->most);
        QTEST(size->basis, "basis");
        QTEST(size->isPartial, "isPartial");
    }

    void unknownBase() { QVERIFY(!sizeOf("FROM example.org/acme\n")); }
    void whatIsMeasuredCounts()
    {
        const Engine engine;
        const auto size = sizeOf("FROM example.org/acme\n", &engine);
        QCOMPARE(size->least, std::uint64_t(123'456'789));
        QCOMPARE(size->basis, SizeBasis::Measured);
        QVERIFY(size->date.empty());
    }
};

QTEST_GUILESS_MAIN(TestSizeEstimate)
#include "tst_size_estimate.moc"
