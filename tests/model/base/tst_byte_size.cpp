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
};

QTEST_GUILESS_MAIN(TestByteSize)
#include "tst_byte_size.moc"
