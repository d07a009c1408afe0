// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_server.h"
#include "model/engine/credentials.h"
#include "model/engine/engine_error.h"
#include "model/engine/engine_session.h"
#include "model/engine/http_engine_client.h"
#include "model/engine/request_words.h"

#include <QSignalSpy>
#include <QTest>

using namespace drydock;

namespace {

template <typename Pointer>
bool waitFor(const Pointer &job)
{
    QSignalSpy finished(job.get(), &Job::finished);
    return job->isFinished() || finished.wait();
}

template <typename Pointer>
QByteArray errorOf(const Pointer &job)
{
    return job->result() ? QByteArray("fine")
                         : QByteArray::fromStdString(inEnglish(job->result().error().text));
}

QByteArray frame(char stream, const QByteArray &payload)
{
    QByteArray head(8, '\0');
    head[0] = stream;
    head[7] = static_cast<char>(payload.size());
    return head + payload;
}

} // namespace

class TestHttpEngineClient : public QObject {
    Q_OBJECT

private slots:
    void greetsOnceBeforeTheFirstCalls();
    void agreesOnVersions_data();
    void agreesOnVersions();
    void knowsPodmanAndContainerd();
    void repeatsTheEnginesWords_data();
    void repeatsTheEnginesWords();
    void escapesNames();
    void readsImagesOfAnyAge();
    void commandsContainers();
    void readsLogs();
    void executes();
    void asksForBuilds();
    void readsEvents();
};

void TestHttpEngineClient::greetsOnceBeforeTheFirstCalls()
{
    FaultServer server(dockerHandler([](const FaultRequest &) { return jsonReply("[]"); }));
    QVERIFY(server.listenLocal());
    HttpEngineClient client(server.endpoint());
    const auto images = client.images("a=b");
    const auto containers = client.containers({});
    const ExchangePtr events = client.events();
    QVERIFY(waitFor(images) && waitFor(containers) && waitFor(events));
    QCOMPARE(client.facts().label(), std::string("docker 20.10.24"));
    QCOMPARE(client.facts().store, ImageStore::GraphDriver);
    QVERIFY(client.facts().hasBuildKit && !client.facts().isRootless);
    QByteArrayList asked = server.asked();
    std::sort(asked.begin() + 3, asked.end());
    QCOMPARE(asked,
             QByteArrayList({"GET /_ping", "GET /version", "GET /info", "GET /containers/json", "GET /events",
                             "GET /images/json"}));
}

void TestHttpEngineClient::agreesOnVersions_data()
{
    QTest::addColumn<QByteArray>("newest");
    QTest::addColumn<QByteArray>("oldest");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("agreed");
    QTest::newRow("20.10") << QByteArray("1.41") << QByteArray("1.12") << QByteArray() << QByteArray("1.41");
    QTest::newRow("of the future") << QByteArray("1.60") << QByteArray("1.44") << QByteArray()
                                   << QByteArray("1.52");
    QTest::newRow("too old") << QByteArray("1.39") << QByteArray("1.12") << QByteArray()
                             << QByteArray(
                                    "The engine at x is too old: Drydock needs Docker 19.03 or newer.");
    QTest::newRow("too new") << QByteArray("1.70") << QByteArray("1.53") << QByteArray()
                             << QByteArray("The engine at x is newer than what this Drydock can talk to.");
    QTest::newRow("no engine") << QByteArray() << QByteArray() << QByteArray()
                               << QByteArray("What answers at x is no container engine.");
    QTest::newRow("no version") << QByteArray("1.4x") << QByteArray() << QByteArray()
                                << QByteArray("What answers at x is no container engine.");
    QTest::newRow("as somebody wants")
        << QByteArray("1.51") << QByteArray("1.24") << QByteArray("1.43") << QByteArray("1.43");
    QTest::newRow("wanted is no version")
        << QByteArray("1.51") << QByteArray("1.24") << QByteArray("new/..") << QByteArray("1.51");
}

void TestHttpEngineClient::agreesOnVersions()
{
    QFETCH(const QByteArray, newest);
    QFETCH(const QByteArray, oldest);
    QFETCH(const QByteArray, wanted);
    QFETCH(const QByteArray, agreed);
    const Result<std::string> result
        = agreedVersion(newest.toStdString(), oldest.toStdString(), wanted.toStdString(), "x");
    QCOMPARE(QByteArray::fromStdString(result ? *result : inEnglish(result.error().text)), agreed);
}

void TestHttpEngineClient::knowsPodmanAndContainerd()
{
    FaultServer server([](const FaultRequest &request) {
        if (request.target == "/version")
            return jsonReply(
                R"({"ApiVersion":"1.41","Version":"5.4.2","Components":[null,{"Name":"Podman Engine"}]})");
        if (request.target == "/v1.41/info")
            return jsonReply(
                R"({"Driver":"overlayfs","Architecture":"aarch64","SecurityOptions":["name=rootless"],
                "DriverStatus":[null,3,["driver-type","io.containerd.snapshotter.v1"]]})");
        return jsonReply("OK");
    });
    QVERIFY(server.listenLocal());
    HttpEngineClient client(server.endpoint());
    const auto greeting = client.greet();
    QVERIFY(waitFor(greeting));
    QVERIFY2(greeting->result(), errorOf(greeting));
    QCOMPARE(greeting->result()->product, std::string("podman"));
    QCOMPARE(greeting->result()->architecture, std::string("arm64"));
    QCOMPARE(greeting->result()->store, ImageStore::Containerd);
    QVERIFY(greeting->result()->isRootless && !greeting->result()->hasBuildKit);
}

void TestHttpEngineClient::repeatsTheEnginesWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("JSON") << 409 << QByteArray(R"({"message":"conflict: in use"})")
                          << QByteArray("The engine refuses: conflict: in use");
    QTest::newRow("text") << 400 << QByteArray("client version is too old\nmore")
                          << QByteArray("The engine refuses: client version is too old");
    QTest::newRow("podman") << 500 << QByteArray(R"({"cause":"c","message":"m","response":500})")
                            << QByteArray("The engine refuses: m");
    QTest::newRow("nothing") << 500 << QByteArray() << QByteArray("The engine refuses: HTTP 500");
    QTest::newRow("half JSON") << 500 << QByteArray("{\"mess") << QByteArray("The engine refuses: HTTP 500");
    QTest::newRow("not there") << 404 << QByteArray(R"({"message":"No such image: x"})")
                               << QByteArray("The engine does not have it: No such image: x");
}

void TestHttpEngineClient::repeatsTheEnginesWords()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, words);
    FaultServer server(dockerHandler([&](const FaultRequest &) { return jsonReply(body, status); }));
    QVERIFY(server.listenLocal());
    HttpEngineClient client(server.endpoint());
    const auto removal = client.removeImage("x");
    QVERIFY(waitFor(removal));
    QCOMPARE(errorOf(removal), words);
}

void TestHttpEngineClient::escapesNames()
{
    QCOMPARE(pathOf("/images/", "host:5000/a b@sha256:1?", "/json"),
             std::string("/images/host:5000/a%20b%40sha256:1%3F/json"));
    for (const char *name : {"", "..", "../containers/x", "a//b", "/a", "a/", "a/./b", "a\nb"})
        QVERIFY2(!isPathName(name), name);
    QVERIFY(isPathName("host:5000/a/b:1"));
    QCOMPARE(nameAndTag("host:5000/a"), std::make_pair(std::string("host:5000/a"), std::string("latest")));
    QCOMPARE(nameAndTag("a:1"), std::make_pair(std::string("a"), std::string("1")));
    QCOMPARE(nameAndTag("a:1@sha256:2"), std::make_pair(std::string("a"), std::string("sha256:2")));
    HttpEngineClient client(Endpoint {});
    const auto job = client.tagImage("../x", "r", "t");
    QVERIFY(!job->isFinished());
    QVERIFY(waitFor(job));
    QCOMPARE(errorOf(job), QByteArray("No engine can have something called “../x”."));
}

void TestHttpEngineClient::readsImagesOfAnyAge()
{
    FaultServer server(dockerHandler([](const FaultRequest &) {
        return jsonReply(
            R"([{"Id":"a","RepoTags":["<none>:<none>"],"RepoDigests":null,"Labels":null,"Created":7},
            {"Id":"b","RepoTags":["x:1"],"Labels":{"k":"v","n":null},"Created":"soon"},{},null,3])");
    }));
    QVERIFY(server.listenLocal());
    HttpEngineClient client(server.endpoint());
    const auto job = client.images({});
    QVERIFY(waitFor(job));
    const std::vector<ImageSummary> &images = *job->result();
    QCOMPARE(images.size(), 3U);
    QVERIFY(images[0].tags.empty());
    QCOMPARE(images[0].created, 7);
    QCOMPARE(images[1].tags.front(), std::string("x:1"));
    QCOMPARE(images[1].labels.size(), 1U);
    QCOMPARE(images[1].created, 0);
}

void TestHttpEngineClient::commandsContainers()
{
    FaultServer server(dockerHandler([](const FaultRequest &request) {
        if (request.target.contains("/create"))
            return jsonReply(R"({"Id":"c1","Warnings":null})", 201);
        if (request.target.contains("/start"))
            return jsonReply({}, 304);
        if (request.method == "DELETE")
            return jsonReply(R"({"message":"gone"})", 404);
        return jsonReply(
            R"({"Id":"c1","Name":"/web","State":{"Status":"exited","ExitCode":137,"OOMKilled":true,
            "Health":{"Status":"unhealthy"}},"Config":{"Tty":true,"Labels":null},
            "NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"32768"}],"81/tcp":null}}})");
    }));
    QVERIFY(server.listenLocal());
    HttpEngineClient client(server.endpoint());
    ContainerPlan plan;
    plan.image = "x";
    plan.ports = {"80/tcp"};
    plan.memoryBytes = 1000;
    const auto creation = client.createContainer(plan);
    QVERIFY(waitFor(creation));
    QCOMPARE(*creation->result(), std::string("c1"));
    QCOMPARE(
        server.requests().last().body,
        QByteArray(R"({"ExposedPorts":{"80/tcp":{}},"HostConfig":{"Memory":1000,"PortBindings":{"80/tcp":)"
                   R"([{"HostIp":"127.0.0.1","HostPort":""}]}},"Image":"x","Labels":{}})"));
    const auto start = client.startContainer("c1");
    const auto removal = client.removeContainer("c1");
    const auto inspection = client.inspectContainer("c1");
    QVERIFY(waitFor(start) && waitFor(removal) && waitFor(inspection));
    QCOMPARE(errorOf(start), QByteArray("fine"));
    QCOMPARE(errorOf(removal), QByteArray("fine"));
    const ContainerFacts &facts = *inspection->result();
    QCOMPARE(facts.name, std::string("web"));
    QCOMPARE(facts.exitCode, 137);
    QVERIFY(facts.wasKilledForMemory && facts.hasTerminal && !facts.isRunning);
    QCOMPARE(facts.health, HealthState::Unhealthy);
    QCOMPARE(facts.ports.size(), 1U);
    QCOMPARE(facts.ports.at("80/tcp"), 32768);
}

void TestHttpEngineClient::readsLogs()
{
    QByteArray body = frame(1, "out\n") + frame(2, "bad\n");
    FaultServer server(dockerHandler([&body](const FaultRequest &) {
        FaultReply reply;
        reply.bytes = "HTTP/1.1 200 OK\r\n\r\n" + body;
        reply.cuts = everyByte(reply.bytes);
        return reply;
    }));
    QVERIFY(server.listenLocal());
    HttpEngineClient client(server.endpoint());
    const auto frames = client.logs("c");
    QVERIFY(waitFor(frames));
    QCOMPARE(*frames->result(), std::string("out\nbad\n"));
    body = "of a terminal\r\n";
    const auto raw = client.logs("c");
    QVERIFY(waitFor(raw));
    QCOMPARE(*raw->result(), std::string("of a terminal\r\n"));
}

void TestHttpEngineClient::executes()
{
    FaultServer server(dockerHandler([](const FaultRequest &request) {
        if (request.target.endsWith("/containers/c/exec"))
            return jsonReply(R"({"Id":"e"})", 201);
        if (request.target.endsWith("/exec/e/json"))
            return jsonReply(R"({"ExitCode":3})");
        FaultReply reply;
        reply.bytes = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n"
            + frame(2, "bad") + frame(1, "good");
        return reply;
    }));
    QVERIFY(server.listenLocal());
    HttpEngineClient client(server.endpoint());
    const auto job = client.execute("c", {"sh", "-c", "exit 3"});
    QVERIFY(waitFor(job));
    QVERIFY2(job->result(), errorOf(job));
    QCOMPARE(job->result()->exitCode, 3);
    QCOMPARE(job->result()->output, std::string("good"));
    QCOMPARE(job->result()->errors, std::string("bad"));
}

void TestHttpEngineClient::asksForBuilds()
{
    BuildQuery query;
    query.target = "a&b";
    query.tags = {"x:1", "y"};
    query.buildArgs = {{"K", "v w"}};
    QCOMPARE(buildPath(query),
             std::string("/build?version=2&target=a%26b&buildargs=%7B%22K%22%3A%22v%20w%22%7D&rm=1&forcerm=1&"
                         "t=x%3A1&t=y"));
    query = {};
    query.usesBuildKit = false;
    QCOMPARE(buildPath(query), std::string("/build?rm=1&forcerm=1"));
    RegistryLogin login;
    login.identityToken = "t";
    QCOMPARE(QByteArray::fromBase64(QByteArray::fromStdString(registryAuthHeader(login)),
                                    QByteArray::Base64UrlEncoding),
             QByteArray(R"({"identitytoken":"t"})"));
}

void TestHttpEngineClient::readsEvents()
{
    const auto event
        = readEvent(R"({"Type":"image","Action":"tag","Actor":{"ID":"i","Attributes":{"name":"x","n":1}}})");
    QVERIFY(event);
    QCOMPARE(event->id, std::string("i"));
    QCOMPARE(event->attributes.size(), 1U);
    for (const char *line : {"", "x", "[]", "{}", R"({"Type":"network","Action":"create"})",
                             R"({"Type":"container","Action":"health_status: healthy"})",
                             R"({"Type":"container","Action":"exec_create: /bin/sh -c x"})",
                             R"({"Type":"image","Action":null})"})
        QVERIFY2(!readEvent(line), line);
}

QTEST_GUILESS_MAIN(TestHttpEngineClient)
#include "tst_http_engine_client.moc"
