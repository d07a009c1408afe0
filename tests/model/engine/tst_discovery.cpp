// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/discovery.h"
#include "model/engine/docker_config.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock;

namespace {

/// A home and a machine of their own.
class Place {
public:
    Place()
    {
        m_around.root = folder("machine");
        m_around.environment = {{"HOME", folder("home")}, {"XDG_RUNTIME_DIR", folder("runtime")}};
    }
    DiscoveryPlaces &around() { return m_around; }

    void write(const QString &path, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(whole(path)).path());
        QFile file(whole(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// A socket that nobody listens at.
    void socket(const QString &path) const
    {
        QDir().mkpath(QFileInfo(whole(path)).path());
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(whole(path));
        QVERIFY(static_cast<std::size_t>(name.size()) < sizeof address.sun_path);
        std::copy(name.begin(), name.end(), address.sun_path);
        QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        ::close(descriptor);
    }
    /// \param endpoint JSON with ' for ": moc takes "//" in a raw text for a comment.
    void context(const QString &folder, const QByteArray &name, const QByteArray &endpoint) const
    {
        const QByteArray meta
            = "{'Name':'%','Metadata':{'Description':'of %'},'Endpoints':{'docker':" + endpoint + "}}";
        write("home/.docker/contexts/meta/" + folder + "/meta.json",
              QByteArray(meta).replace('%', name).replace('\'', '"'));
    }
    void set(const char *name, const std::string &value) { m_around.environment[name] = value; }

    /// What counts, and below it all choices; paths without the temporary folder.
    QByteArray found() const
    {
        const Discovery discovery = discoverEngines(m_around);
        QByteArray lines = discovery.endpoint
            ? inWords(*discovery.endpoint)
            : "no: " + QByteArray::fromStdString(inEnglish(discovery.endpoint.error().text));
        for (const EngineChoice &each : discovery.choices)
            lines += QByteArray(each.isCurrent ? "\n* " : "\n  ") + inWords(each.endpoint) + " | "
                + QByteArray::fromStdString(each.description);
        for (const Error &each : discovery.problems)
            lines += "\n! " + QByteArray::fromStdString(inEnglish(each.text));
        return lines.replace(QFile::encodeName(m_folder.path()), "");
    }
    QByteArray chosen() const { return found().split('\n').first(); }

private:
    static QByteArray inWords(const Endpoint &endpoint)
    {
        QByteArray words = QByteArray::fromStdString(endpoint.url);
        if (endpoint.kind == EndpointKind::Tls)
            words += " tls" + QByteArray(endpoint.skipsVerification ? " unverified" : "");
        for (const std::string &file : {endpoint.authority, endpoint.certificate, endpoint.key}) {
            if (!file.empty())
                words += ' ' + QByteArray::fromStdString(file);
        }
        return words + " [" + QByteArray::fromStdString(endpoint.name) + "] "
            + QByteArray::fromStdString(endpoint.source);
    }
    QString whole(const QString &path) const { return m_folder.path() + '/' + path; }
    std::string folder(const QString &name) const
    {
        QDir().mkpath(whole(name));
        return whole(name).toStdString();
    }

    QTemporaryDir m_folder {QDir::tempPath() + "/dd-XXXXXX"};
    DiscoveryPlaces m_around;
};

} // namespace

/// Which engine counts. The order is that of the docker program.
class TestDiscovery : public QObject {
    Q_OBJECT

private slots:
    void nothingIsConfigured()
    {
        Place place;
        QCOMPARE(place.found(),
                 QByteArray("unix:///machine/var/run/docker.sock [default] default\n"
                            "* unix:///machine/var/run/docker.sock [default] default | "));
    }
    void socketsAreFound()
    {
        Place place;
        for (const char *path :
             {"runtime/docker.sock", "home/.docker/desktop/docker.sock", "home/.colima/default/docker.sock",
              "home/.rd/docker.sock", "home/.lima/b/sock/docker.sock", "home/.lima/a/sock/docker.sock",
              "runtime/podman/podman.sock", "machine/run/podman/podman.sock"})
            place.socket(path);
        place.write("home/.docker/run/docker.sock", "no socket");
        QCOMPARE(place.found(),
                 QByteArray("unix:///runtime/docker.sock [] found\n"
                            "* unix:///runtime/docker.sock [] found | \n"
                            "  unix:///home/.docker/desktop/docker.sock [] found | Docker Desktop\n"
                            "  unix:///home/.colima/default/docker.sock [] found | Colima\n"
                            "  unix:///home/.rd/docker.sock [] found | Rancher Desktop\n"
                            "  unix:///home/.lima/a/sock/docker.sock [] found | Lima\n"
                            "  unix:///home/.lima/b/sock/docker.sock [] found | Lima\n"
                            "  unix:///runtime/podman/podman.sock [] found | Podman\n"
                            "  unix:///machine/run/podman/podman.sock [] found | Podman, of the system"));
        place.socket("machine/var/run/docker.sock");
        QCOMPARE(place.chosen(), QByteArray("unix:///machine/var/run/docker.sock [default] default"));
    }
    void orderOfThoseWhoSay()
    {
        Place place;
        place.context("a", "configured", "{'Host':'tcp://configured:1'}");
        place.context("b", "named", "{'Host':'tcp://named:1'}");
        place.context("c", "asked", "{'Host':'tcp://asked:1'}");
        place.write("home/.docker/config.json", R"({"currentContext":"configured"})");
        QCOMPARE(place.chosen(), QByteArray("tcp://configured:1 [configured] context “configured”"));
        place.set("DOCKER_CONTEXT", "named");
        QCOMPARE(place.chosen(), QByteArray("tcp://named:1 [named] context “named”"));
        place.set("DOCKER_HOST", "tcp://host:1");
        QCOMPARE(place.chosen(), QByteArray("tcp://host:1 [] DOCKER_HOST"));
        place.around().host = "tcp://line:1";
        QCOMPARE(place.chosen(), QByteArray("tcp://line:1 [] the command line"));
        place.around().host.clear();
        place.around().context = "asked";
        QCOMPARE(place.found(),
                 QByteArray("tcp://asked:1 [asked] context “asked”\n"
                            "* tcp://asked:1 [asked] context “asked” | of asked\n"
                            "  tcp://host:1 [] DOCKER_HOST | \n"
                            "  tcp://configured:1 [configured] context “configured” | of configured\n"
                            "  tcp://named:1 [named] context “named” | of named"));
        place.around().host = "tcp://line:1";
        QCOMPARE(place.chosen(), QByteArray("no: Name a context or a host, not both."));
    }
    void theDefaultContextIsTheHost()
    {
        Place place;
        place.socket("runtime/docker.sock");
        place.around().context = "default";
        QCOMPARE(place.chosen(),
                 QByteArray("unix:///machine/var/run/docker.sock [default] the command line"));
        place.set("DOCKER_HOST", "tcp://host:1");
        QCOMPARE(place.chosen(), QByteArray("tcp://host:1 [default] DOCKER_HOST"));
    }
    void missingContextsAreErrors()
    {
        Place place;
        place.socket("machine/var/run/docker.sock");
        place.set("DOCKER_CONTEXT", "gone");
        QCOMPARE(place.found(),
                 QByteArray("no: There is no docker context “gone”, which DOCKER_CONTEXT asks for.\n"
                            "  unix:///machine/var/run/docker.sock [] found | Docker"));
        place.set("DOCKER_CONTEXT", "");
        place.write("home/.docker/config.json", R"({"currentContext":"gone"})");
        QCOMPARE(place.chosen(),
                 QByteArray("no: There is no docker context “gone”, which config.json asks for."));
        place.write("home/.docker/config.json", "{");
        QCOMPARE(place.chosen(), QByteArray("no: /home/.docker/config.json is no JSON object."));
        place.set("DOCKER_HOST", "ssh://-oProxyCommand=x");
        QVERIFY(place.chosen().startsWith("no: "));
    }
    void contextsHaveTls()
    {
        Place place;
        place.context("x", "pair", "{'Host':'tcp://box:7'}");
        place.write("home/.docker/contexts/tls/x/docker/cert.pem", "c");
        place.write("home/.docker/contexts/tls/x/docker/key.pem", "k");
        place.context("y", "skips", "{'Host':'tcp://box','SkipTLSVerify':true}");
        place.context("z", "socket", "{'Host':'unix:///s','SkipTLSVerify':true}");
        place.around().context = "pair";
        QCOMPARE(place.chosen(),
                 QByteArray("tcp://box:7 tls /home/.docker/contexts/tls/x/docker/cert.pem "
                            "/home/.docker/contexts/tls/x/docker/key.pem [pair] context “pair”"));
        place.around().context = "skips";
        QCOMPARE(place.chosen(), QByteArray("tcp://box:2376 tls unverified [skips] context “skips”"));
        place.around().context = "socket";
        QCOMPARE(place.chosen(), QByteArray("unix:///s [socket] context “socket”"));
    }
    void theEnvironmentHasTls()
    {
        Place place;
        place.write("home/.docker/ca.pem", "a");
        place.write("machine/certs/cert.pem", "c");
        place.set("DOCKER_HOST", "tcp://box");
        place.set("DOCKER_TLS_VERIFY", "0");
        QCOMPARE(place.chosen(), QByteArray("tcp://box:2376 tls /home/.docker/ca.pem [] DOCKER_HOST"));
        place.set("DOCKER_CERT_PATH", place.around().root + "/certs");
        QCOMPARE(place.chosen(), QByteArray("tcp://box:2376 tls /machine/certs/cert.pem [] DOCKER_HOST"));
        place.set("DOCKER_TLS_VERIFY", "");
        QCOMPARE(place.chosen(), QByteArray("tcp://box:2375 [] DOCKER_HOST"));
        place.set("DOCKER_TLS", "1");
        QCOMPARE(place.chosen(),
                 QByteArray("tcp://box:2376 tls unverified /machine/certs/cert.pem [] DOCKER_HOST"));
    }
    void damagedContextsAreLeftOut()
    {
        Place place;
        place.write("home/.docker/contexts/meta/1/meta.json", "{");
        place.write("home/.docker/contexts/meta/2/meta.json", R"({"Name":1})");
        place.write("home/.docker/contexts/meta/3/meta.json", R"([])");
        place.write("home/.docker/contexts/meta/4/meta.json", QByteArray(2 * 1024 * 1024, ' '));
        place.write("home/.docker/contexts/meta/5", "a file");
        place.write("home/.docker/contexts/meta/6/meta.json", R"({"Name":"empty","Endpoints":null})");
        place.context("7", "odd", "{'Host':'npipe:////./pipe/x'}");
        place.context("8", "default", "{'Host':'tcp://evil:1'}");
        QCOMPARE(place.found(),
                 QByteArray("unix:///machine/var/run/docker.sock [default] default\n"
                            "* unix:///machine/var/run/docker.sock [default] default | \n"
                            "! The context “empty” names no engine.\n"
                            "! “npipe:////./pipe/x” is a named pipe, which exists on Windows only."));
        place.set("DOCKER_CONTEXT", "empty");
        QCOMPARE(place.chosen(), QByteArray("no: The context “empty” names no engine."));
    }
    void configIsWhereItIsSaid()
    {
        Place place;
        place.context("a", "mine", "{'Host':'tcp://mine:1'}");
        place.set("DOCKER_CONFIG", place.around().root + "/elsewhere");
        place.write("machine/elsewhere/config.json",
                    R"({"currentContext":"mine","credHelpers":{"a":"b","c":1},"credsStore":"s",
                                                         "cliPluginsExtraDirs":["/p",2]})");
        QCOMPARE(place.chosen(),
                 QByteArray("no: There is no docker context “mine”, which config.json asks for."));
        const auto config = readDockerConfig(place.around().configFolder());
        QVERIFY(config);
        QCOMPARE(config->credentialStore, std::string("s"));
        QCOMPARE(config->credentialHelpers.size(), std::size_t(1));
        QCOMPARE(config->pluginFolders, std::vector<std::string> {"/p"});
    }
    void aPipeDoesNotBlock()
    {
        Place place;
        QDir().mkpath(QString::fromStdString(place.around().configFolder()));
        QCOMPARE(::mkfifo((place.around().configFolder() + "/config.json").c_str(), 0600), 0);
        QCOMPARE(place.chosen(), QByteArray("no: /home/.docker/config.json cannot be read."));
    }
    void withoutAHome()
    {
        Place place;
        place.around().environment.clear();
        QCOMPARE(place.chosen(), QByteArray("unix:///machine/var/run/docker.sock [default] default"));
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
