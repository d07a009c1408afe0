// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/byte_size.h"

#include <QTest>

using namespace drydock;

class TestByteSize : public QObject {
    Q_OBJECT

private slots:
    void says_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](quint64 bytes, const char *said) {
            QTest::addRow("%llu", static_cast<unsigned long long>(bytes)) << bytes << QByteArray(said);
        };
        row(0, "0 bytes");
        row(1, "1 byte");
        row(999, "999 bytes");
        row(1000, "1 kB");
        row(1049, "1 kB");
        row(1050, "1.1 kB");
        row(9'949, "9.9 kB");
        row(9'951, "10 kB");
        row(12'345, "12 kB");
        row(999'499, "999 kB");
        row(999'500, "1 MB");
        row(740'000'000, "740 MB");
        row(9'100'000, "9.1 MB");
        row(1'250'000'000, "1.3 GB");
        row(18'446'744'073'709'551'615ULL, "18 EB");
    }
    void says()
    {
        QFETCH(quint64, bytes);
        QTEST(QByteArray::fromStdString(byteSize(bytes)), "said");
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bytes");
        const auto row = [](const char *text, const char *bytes) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(bytes);
        };
        row("512", "512");
        row("50MB", "50000000");
        row("1.5 GB", "1500000000");
        row("20MiB", "20971520");
        row("7k", "7000");
        row("3 bytes", "3");
        row("1 byte", "1");
        row("0", "0");
        row("", "no");
        row("MB", "no");
        row("-1MB", "no");
        row("nan", "no");
        row("inf", "no");
        row("5 apples", "no");
        row("5MBx", "no");
        row("1e3", "no");
        row("18446744073709551616", "no");
        row("99999EB", "no");
    }
    void reads()
    {
        QFETCH(QString, text);
        const auto bytes = readByteSize(text.toStdString());
        QTEST(bytes ? QString::number(*bytes) : QStringLiteral("no"), "bytes");
    }
};

QTEST_GUILESS_MAIN(TestByteSize)
#include "tst_byte_size.moc"
