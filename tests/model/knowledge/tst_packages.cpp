// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/packages.h"

#include <QTest>

using namespace drydock;

namespace {

QByteArray joined(const std::vector<std::string> &names)
{
    QByteArrayList list;
    for (const std::string &name : names)
        list << QByteArray::fromStdString(name);
    return list.join(' ');
}

} // namespace

/// What packages are for and what they are called elsewhere.
class TestPackages : public QObject {
    Q_OBJECT

private slots:
    void use_data()
    {
        QTest::addColumn<PackageWorld>("world");
        QTest::addColumn<std::string>("name");
        QTest::addColumn<PackageUse>("use");
        const auto row = [](PackageWorld world, const char *name, PackageUse use) {
            QTest::addRow("%s", name) << world << std::string(name) << use;
        };
        row(PackageWorld::Apt, "build-essential", PackageUse::Build);
        row(PackageWorld::Apt, "g++-12", PackageUse::Build);
        row(PackageWorld::Apt, "openjdk-21-jdk-headless", PackageUse::Build);
        row(PackageWorld::Apt, "libpq-dev", PackageUse::Library);
        row(PackageWorld::Apt, "libnobody-knows-dev", PackageUse::Library);
        row(PackageWorld::Apt, "libnobody-knows7", PackageUse::Runtime);
        row(PackageWorld::Apt, "libeigen3-dev", PackageUse::Build); // Headers alone.
        row(PackageWorld::Apt, "curl", PackageUse::Tool);
        row(PackageWorld::Apt, "ca-certificates", PackageUse::Runtime);
        row(PackageWorld::Apt, "libssl3t64", PackageUse::Runtime);
        row(PackageWorld::Apt, "acme-server", PackageUse::Unknown);
        row(PackageWorld::Apk, "build-base", PackageUse::Build);
        row(PackageWorld::Apk, "musl-dev", PackageUse::Build);
        row(PackageWorld::Apk, "postgresql-dev", PackageUse::Library);
        row(PackageWorld::Apk, "su-exec", PackageUse::Runtime);
        row(PackageWorld::Dnf, "gcc-c++", PackageUse::Build);
        row(PackageWorld::Dnf, "openssl-devel", PackageUse::Library);
    }
    void use()
    {
        QFETCH(PackageWorld, world);
        QFETCH(std::string, name);
        QTEST(useOf(world, name), "use");
    }

    void runtime_data()
    {
        QTest::addColumn<PackageWorld>("world");
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("release");
        QTest::addColumn<QByteArray>("libraries");
        const auto row
            = [](PackageWorld world, const char *name, const char *release, const char *libraries) {
                  QTest::addRow("%s of %s", name, *release ? release : "any release")
                      << world << std::string(name) << std::string(release) << QByteArray(libraries);
              };
        row(PackageWorld::Apt, "libpq-dev", "bookworm", "libpq5");
        row(PackageWorld::Apt, "libpq-dev", "13", "libpq5");
        row(PackageWorld::Apt, "libpq-dev", "", "libpq5");
        row(PackageWorld::Apt, "libpq-dev", "jammy", ""); // Nobody has looked there.
        row(PackageWorld::Apt, "libssl-dev", "12", "libssl3");
        row(PackageWorld::Apt, "libssl-dev", "trixie", "libssl3t64");
        row(PackageWorld::Apt, "libssl-dev", "", ""); // It depends.
        row(PackageWorld::Apt, "libicu-dev", "trixie", "libicu76");
        row(PackageWorld::Apt, "libpcre3-dev", "bookworm", "libpcre16-3 libpcre3 libpcre32-3 libpcrecpp0v5");
        row(PackageWorld::Apt, "libpcre3-dev", "trixie", ""); // Gone.
        row(PackageWorld::Apt, "default-libmysqlclient-dev", "bookworm", "libmariadb3");
        row(PackageWorld::Apt, "libkrb5-dev", "trixie", "libgssapi-krb5-2 libkrb5-3");
        row(PackageWorld::Apk, "postgresql-dev", "3.20", "libpq");
        row(PackageWorld::Apk, "openssl-dev", "", "libcrypto3 libssl3");
        row(PackageWorld::Dnf, "libxml2-devel", "", "libxml2");
    }
    void runtime()
    {
        QFETCH(PackageWorld, world);
        QFETCH(std::string, name);
        QFETCH(std::string, release);
        QTEST(joined(runtimePackagesFor(world, name, release)), "libraries");
    }

    void translation_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<PackageWorld>("from");
        QTest::addColumn<PackageWorld>("to");
        QTest::addColumn<std::string>("release");
        QTest::addColumn<QByteArray>("expected"); ///< "?": nobody knows.
        const auto row = [](const char *name, PackageWorld from, PackageWorld to, const char *release,
                            const char *expected) {
            QTest::addRow("%s to %d of %s", name, static_cast<int>(to), *release ? release : "any release")
                << std::string(name) << from << to << std::string(release) << QByteArray(expected);
        };
        constexpr auto apt = PackageWorld::Apt;
        constexpr auto apk = PackageWorld::Apk;
        constexpr auto dnf = PackageWorld::Dnf;
        row("build-essential", apt, apk, "", "build-base");
        row("build-essential", apt, dnf, "", "gcc gcc-c++ make glibc-devel");
        row("libicu72", apt, apk, "", "icu-libs icu-data-full");
        row("libicu76", apt, apk, "", "icu-libs icu-data-full");
        row("icu-libs", apk, apt, "bookworm", "libicu72");
        row("icu-libs", apk, apt, "trixie", "libicu76");
        row("icu-libs", apk, apt, "", "?");
        row("icu-data-full", apk, apt, "trixie", "");
        row("gcc", apt, apk, "", "gcc musl-dev");
        row("gcc", apk, apt, "", "gcc libc6-dev");
        row("musl-dev", apk, apt, "", "libc6-dev");
        row("postgresql-dev", apk, apt, "", "libpq-dev");
        row("libpq-dev", apt, apk, "", "libpq-dev");
        row("gosu", apt, apk, "", "su-exec");
        row("gosu", apt, dnf, "", "?"); // There is none.
        row("su-exec", apk, apt, "", "gosu");
        row("apt-transport-https", apt, apk, "", ""); // None is needed.
        row("dnsutils", apt, apt, "trixie", "bind9-dnsutils");
        row("openjdk-17-jre-headless", apt, apt, "trixie", "?");
        row("libssl3", apt, apt, "trixie", "libssl3t64");
        row("libssl3t64", apt, apt, "bookworm", "libssl3");
        row("curl", apt, apt, "jammy", "curl");
        row("acme-server", apt, apk, "", "?");
        row("openssl-devel", dnf, apt, "", "libssl-dev");
        row("procps-ng", dnf, apk, "", "procps");
    }
    void translation()
    {
        QFETCH(std::string, name);
        QFETCH(PackageWorld, from);
        QFETCH(PackageWorld, to);
        QFETCH(std::string, release);
        const auto names = translated(name, from, to, release);
        QTEST(names ? joined(*names) : QByteArray("?"), "expected");
    }

    void nameWithoutVersion()
    {
        for (const char *word : {"libpq-dev", "libpq-dev=15.*", "libpq-dev:arm64", "libpq-dev~15",
                                 "libpq-dev>1", "libpq-dev/bookworm"})
            QCOMPARE(packageName(word), std::string_view("libpq-dev"));
    }

    void sizes()
    {
        const auto git = sizeOfPackage("git");
        QVERIFY(git && git->bytes > 30'000'000 && git->bytes < 100'000'000);
        QVERIFY(git->bytesWithRecommended > git->bytes);
        QVERIFY(sizeOfPackage("libssl3t64")); // By its name in Debian 12.
        QVERIFY(!sizeOfPackage("acme-server"));
        QCOMPARE(sizeOfPackage("bash")->bytes, std::uint64_t(0)); // It is there anyway.
    }
    void programs()
    {
        QCOMPARE(joined(programsOf(PackageWorld::Apt, "postgresql-client")),
                 QByteArray("psql pg_dump pg_isready"));
        QCOMPARE(joined(programsOf(PackageWorld::Apt, "git")), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_packages.moc"
