// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare_view.h"

#include <QTest>

using namespace drydock::app;

namespace {

/// " same", "-removed", "+added", "~skipped", a line each.
QString drawn(std::string_view before, std::string_view after)
{
    QString all;
    for (const ComparedLine &line : compareLines(before, after))
        all += QLatin1String(" -+~")[int(line.kind)] + line.text + u'\n';
    return all;
}

std::string numbers(int count, int changed)
{
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += i == changed ? "changed\n" : std::to_string(i) + '\n';
    return text;
}

} // namespace

class TestCompareView : public QObject {
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
    void huge();
};

void TestCompareView::shows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                        const QString &expected) { QTest::newRow(name) << before << after << expected; };
    row("equal", "a\n", "a\n", "");
    row("changed line", "a\nb\nc\n", "a\nx\nc\n", " a\n-b\n+x\n c\n");
    row("added at the end", "a\n", "a\nb\n", " a\n+b\n");
    row("removed at the start", "a\nb\n", "b\n", "-a\n b\n");
    row("from nothing", "", "a\nb\n", "+a\n+b\n");
    row("to nothing", "a\nb\n", "", "-a\n-b\n");
    row("line end", "a\r\n", "a\n", "-a\u240D\n+a\n");
    row("in the middle", QByteArray::fromStdString(numbers(20, 0)),
        QByteArray::fromStdString(numbers(20, 10)),
        "~6 equal lines\n 7\n 8\n 9\n-10\n+changed\n 11\n 12\n 13\n~7 equal lines\n");
}

void TestCompareView::shows()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, expected);
    QCOMPARE(drawn(before.toStdString(), after.toStdString()), expected);
}

void TestCompareView::huge()
{
    const auto lines = compareLines(numbers(20'000, 0), std::string(100'000, '\n'));
    QVERIFY(lines.size() < 6'000);
    QCOMPARE(lines.back().kind, ComparedLine::Kind::Skipped);
    QVERIFY(compareLines("a", std::string(10'000'000, 'x')).back().text.size() < 3'000);
}

QTEST_GUILESS_MAIN(TestCompareView)
#include "tst_compare_view.moc"
