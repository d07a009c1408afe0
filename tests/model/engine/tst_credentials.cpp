// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/credentials.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock;

namespace {

/// A folder with a config.json and helpers.
class Place {
public:
    Place()
    {
        QDir(m_folder.path()).mkdir("bin");
        m_places = {m_folder.path().toStdString(), (m_folder.path() + "/bin").toStdString()};
    }
    CredentialPlaces &places() { return m_places; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// \param json with ' for "
    void configure(QByteArray json) const { write("config.json", json.replace('\'', '"')); }
    void helper(const QString &name, const QByteArray &script) const
    {
        write("bin/docker-credential-" + name, "#!/bin/sh\n" + script);
        QFile::setPermissions(path("bin/docker-credential-" + name),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// "user / password / token at server", or "no: " and the reason.
    QByteArray login(const char *domain) const
    {
        const auto job = findLogin(m_places, domain);
        QSignalSpy finished(job.get(), &Job::finished);
        if (!finished.wait(20000))
            return "never";
        const auto &result = job->result();
        if (!result)
            return "no: " + QByteArray::fromStdString(inEnglish(result.error().text) + result.error().detail);
        const auto &login = *result;
        return QByteArray::fromStdString(login.user + " / " + login.password + " / " + login.identityToken
                                         + " at " + login.server);
    }

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QTemporaryDir m_folder;
    CredentialPlaces m_places;
};

constexpr auto answers
    = "read server; printf '{\"Username\":\"of %s %s\",\"Secret\":\"s3cret\"}' \"$server\" \"$1\"";

} // namespace

/// Logins of registries, as docker keeps them.
class TestCredentials : public QObject {
    Q_OBJECT

private slots:
    void nothingIsConfigured()
    {
        const Place place;
        QCOMPARE(place.login("docker.io"), QByteArray(" /  /  at https://index.docker.io/v1/"));
        QCOMPARE(place.login("registry.example:5000"), QByteArray(" /  /  at registry.example:5000"));
    }
    void auths()
    {
        const Place place;
        place.configure("{'auths':{'https://index.docker.io/v1/':{'auth':'" + QByteArray("me:a:b").toBase64()
                        + "'},"
                          "'https://old.example/v2/':{'auth':'"
                        + QByteArray("old:pw").toBase64()
                        + "'},"
                          "'plain.example:5000':{'identitytoken':'tok','auth':'eDp5'},"
                          "'broken.example':{'auth':'%%%'},'odd.example':7,'none.example':{}}}");
        QCOMPARE(place.login("docker.io"), QByteArray("me / a:b /  at https://index.docker.io/v1/"));
        QCOMPARE(place.login("old.example"), QByteArray("old / pw /  at old.example"));
        QCOMPARE(place.login("plain.example:5000"), QByteArray(" /  / tok at plain.example:5000"));
        for (const char *none : {"plain.example", "broken.example", "odd.example", "none.example"})
            QCOMPARE(place.login(none), " /  /  at " + QByteArray(none));
    }
    void helperOfTheHostThenStoreThenAuths()
    {
        const Place place;
        place.helper("own", answers);
        place.helper("all-1", "read server; echo '{\"Username\":\"<token>\",\"Secret\":\"idt\"}'");
        place.configure(
            "{'credHelpers':{'a.example':'own'},'credsStore':'all-1','auths':{'b.example':{'auth':'eDp5'}}}");
        QCOMPARE(place.login("a.example"), QByteArray("of a.example get / s3cret /  at a.example"));
        QCOMPARE(place.login("b.example"), QByteArray(" /  / idt at b.example"));
        place.configure("{'credHelpers':{'docker.io':'own'}}");
        QCOMPARE(place.login("docker.io"),
                 QByteArray("of https://index.docker.io/v1/ get / s3cret /  at https://index.docker.io/v1/"));
    }
    void helpersFail_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *script, const char *said) {
            QTest::newRow(name) << QByteArray(script) << QByteArray(said);
        };
        row("knows none", "echo 'credentials not found in native keychain'; exit 1", " /  /  at a.example");
        row("fails", "echo s3cret; echo s3cret >&2; exit 1", "could not give the login for a.example");
        row("dies", "kill -9 $$", "could not give the login");
        row("prints no JSON", "echo s3cret", "something else than a login");
        row("prints half a login", "echo '{\"Secret\":\"s3cret\"}'", "something else than a login");
        row("prints for ever", "while :; do echo s3crets3crets3crets3crets3crets3crets3cret; done",
            "something else than a login");
        row("hangs", "exec sleep 100", "in time");
        row("does not read", "exec <&-; echo '{\"Username\":\"u\",\"Secret\":\"p\"}'",
            "u / p /  at a.example");
    }
    void helpersFail()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QByteArray, said);
        Place place;
        place.places().timeout = script.contains("sleep") ? 50 : 20000;
        place.configure("{'credsStore':'x'}");
        place.helper("x", script);
        const QByteArray login = place.login("a.example");
        QVERIFY2(login.contains(said), login.constData());
        QVERIFY2(!login.contains("s3cret"), login.constData());
    }
    void onlyProgramsOfAbsoluteFoldersAreRun()
    {
        Place place;
        place.configure("{'credsStore':'x'}");
        place.helper("x", answers);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(place.path("bin")));
        for (const char *path : {"", ".", ":", "::/nowhere:.", "bin"}) {
            place.places().programPath = path;
            QCOMPARE(place.login("a.example"),
                     QByteArray("no: The program docker-credential-x, which docker keeps logins with, is not "
                                "installed."));
        }
        QDir::setCurrent(before);
        place.places().programPath = ".:" + place.path("bin").toStdString();
        QVERIFY(place.login("a.example").startsWith("of a.example"));
        QFile::setPermissions(place.path("bin/docker-credential-x"), QFile::ReadOwner);
        QVERIFY(place.login("a.example").startsWith("no: "));
    }
    void namesOfHelpersAreChecked()
    {
        const Place place;
        place.helper("x", answers);
        for (const char *name : {"../docker-credential-x", "X", "x y", "x/../x", "x;y"}) {
            place.configure(QByteArray("{'credsStore':'") + name + "'}");
            QVERIFY2(place.login("a.example").contains("is no name of a program"), name);
        }
    }
    void aBrokenConfigIsNotQuoted()
    {
        const Place place;
        place.configure("{'auths':{'a':{'auth':'s3cret'}}");
        const QByteArray said = place.login("a");
        QVERIFY2(said.startsWith("no: ") && said.contains("is no JSON object") && !said.contains("s3cret"),
                 said.constData());
    }
    void droppingTheJobEndsTheHelper()
    {
        const Place place;
        place.configure("{'credsStore':'x'}");
        place.helper("x",
                     ("echo $$ > " + place.path("pid") + "; mv " + place.path("pid") + " "
                      + place.path("ready") + "; exec sleep 100")
                         .toUtf8());
        auto job = findLogin({place.path("").toStdString(), place.path("bin").toStdString()}, "a.example");
        QTRY_VERIFY(QFile::exists(place.path("ready")));
        QFile file(place.path("ready"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString process = "/proc/" + file.readAll().trimmed();
        job.reset();
        QTRY_VERIFY(!QFile::exists(process));
    }
    void headerForEngines()
    {
        const auto header = [](const RegistryLogin &login) {
            return QByteArray::fromBase64(QByteArray::fromStdString(registryAuthHeader(login)),
                                          QByteArray::Base64UrlEncoding);
        };
        QCOMPARE(registryAuthHeader({}), std::string("e30="));
        QCOMPARE(
            header({"me", "p/w", {}, "a.example"}),
            QByteArray("{'password':'p/w','serveraddress':'a.example','username':'me'}").replace('\'', '"'));
        QCOMPARE(header({{}, {}, "tok", "a.example"}),
                 QByteArray("{'identitytoken':'tok','serveraddress':'a.example'}").replace('\'', '"'));
        QVERIFY(!registryAuthHeader({"\xff\xfe", "~~~>>>", {}, "s"}).empty());
        QVERIFY(registryAuthHeader({"u", "~~~>>>~~~", {}, "s"}).find_first_of("+/") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
