// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Length: one short story for each way in which a container can end or differ, and the engine that plays them.
#include "model/engine/fake_engine_client.h"
#include "model/engine/run_owner.h"
#include "model/engine/verify_job.h"

#include <QTest>

#include <utility>

using namespace drydock;

namespace {

ContainerFacts running(HealthState health = HealthState::None, std::uint16_t port = 0)
{
    ContainerFacts facts;
    facts.status = "running";
    facts.isRunning = true;
    facts.health = health;
    if (port > 0)
        facts.ports = {{"8080/tcp", port}};
    return facts;
}

ContainerFacts exited(int code)
{
    ContainerFacts facts;
    facts.status = "exited";
    facts.exitCode = code;
    return facts;
}

ExchangeScript page(const std::string &body, int status = 200)
{
    ExchangeScript script;
    script.status = status;
    script.headers = {{"content-type", "text/html"}, {"date", "today"}};
    script.pieces = {body};
    return script;
}

/// An engine with the images "before:1" and "after:1", and a web with what stands at each port.
struct Yard {
    FakeEngineClient engine;
    std::map<std::uint16_t, ExchangeScript> web;
    std::map<std::uint16_t, int> deaf; ///< So many requests fail first.
    std::vector<std::string> asked;

    Yard()
    {
        for (const std::string name : {"before:1", "after:1"}) {
            FakeImage image;
            image.facts.id = "sha256:" + name;
            image.facts.tags = {name};
            image.facts.config.ports = {"53/udp", "8080/tcp"};
            engine.addImage(image);
        }
    }

    void setProgram(const std::string &image, std::vector<ContainerFacts> moments, std::string logs = {},
                    std::map<std::string, ExecOutcome> commands = {})
    {
        engine.setProgram(image, {std::move(moments), std::move(logs), std::move(commands)});
    }

    VerifyPtr verify(const std::string &before, const std::string &after, const RunPlan &plan = quick())
    {
        return VerifyPtr(
            new VerifyJob(engine, before, after, plan, [this](std::uint16_t port, HttpRequest request) {
                asked.push_back(std::to_string(port) + request.url);
                ExchangeScript script;
                if (deaf[port]-- > 0 || web.count(port) == 0)
                    script.breaksOff = Error {{"Nobody listens.", {}}, {}};
                else
                    script = web[port];
                auto *const exchange = new ScriptedExchange(script);
                exchange->start();
                return ExchangePtr(exchange);
            }));
    }

    static RunPlan quick()
    {
        RunPlan plan;
        plan.pollEvery = 1;
        plan.settling = 1;
        return plan;
    }
};

QByteArray differences(const VerifyReport &report)
{
    QByteArray all;
    for (const RunDifference &one : report.differences)
        all += (all.isEmpty() ? "" : " ") + QByteArray::fromStdString(inEnglish(one.text));
    return all;
}

QByteArray notes(const RunFinding &finding)
{
    QByteArray all;
    for (const UserText &note : finding.notes)
        all += (all.isEmpty() ? "" : " ") + QByteArray::fromStdString(inEnglish(note));
    return all;
}

QByteArray nameOf(RunEnd end)
{
    const char *const names[] = {"answered", "healthy", "running", "exited", "unhealthy", "timed out"};
    return names[std::size_t(end)];
}

} // namespace

Q_DECLARE_METATYPE(std::vector<ContainerFacts>)

class TestVerify : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void asksAProgramUntilItAnswers()
    {
        Yard yard;
        yard.setProgram("after:1", {running(), running(HealthState::None, 4711)}, "listening\n");
        yard.web[4711] = page("<h1>hello</h1>");
        yard.deaf[4711] = 2;
        RunPlan plan = Yard::quick();
        plan.path = "/a b?c=d";
        const auto job = yard.verify({}, "after:1", plan);
        QTRY_VERIFY(job->isFinished());
        const VerifyReport &report = *job->result();
        QCOMPARE(report.verdict, RunVerdict::Works);
        QCOMPARE(nameOf(report.after.end), QByteArray("answered"));
        QCOMPARE(report.after.answer->status, 200);
        QCOMPARE(report.after.answer->body, std::string("<h1>hello</h1>"));
        QCOMPARE(
            report.after.answer->hash,
            QCryptographicHash::hash("<h1>hello</h1>", QCryptographicHash::Sha256).toHex().toStdString());
        QCOMPARE(report.after.answer->headers,
                 (std::vector<std::pair<std::string, std::string>> {{"content-type", "text/html"}}));
        QCOMPARE(report.after.logs, std::string("listening\n"));
        QCOMPARE(yard.asked, (std::vector<std::string>(3, "4711/a%20b?c=d")));
        QCOMPARE(notes(report.after), QByteArray("There is no shell in the image."));
        QVERIFY(yard.engine.allContainers().empty());
    }

    void givesContainersLimitsAndALabel()
    {
        Yard yard;
        yard.setProgram("after:1", {exited(0)});
        const auto job = yard.verify({}, "after:1");
        QTRY_VERIFY(job->isFinished());
        const ContainerPlan &plan = yard.engine.plans().front();
        QCOMPARE(plan.memoryBytes, 268435456U);
        QCOMPARE(plan.processes, 256);
        QCOMPARE(plan.labels.at("drydock.run"), runOwner());
        QCOMPARE(plan.ports, std::vector<std::string> {"8080/tcp"});
    }

    void watchesHowAProgramEnds_data()
    {
        QTest::addColumn<std::vector<ContainerFacts>>("moments");
        QTest::addColumn<bool>("hasPort");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<bool>("isGood");
        using M = std::vector<ContainerFacts>;
        const auto starting = running(HealthState::Starting);
        QTest::newRow("it does its work and ends")
            << M {running(), exited(0)} << false << QByteArray("exited") << true;
        QTest::newRow("it fails") << M {exited(2)} << true << QByteArray("exited") << false;
        QTest::newRow("it gets well")
            << M {starting, running(HealthState::Healthy)} << false << QByteArray("healthy") << true;
        QTest::newRow("it gets ill") << M {starting, running(HealthState::Unhealthy)} << true
                                     << QByteArray("unhealthy") << false;
        QTest::newRow("it goes on") << M {running()} << false << QByteArray("running") << true;
        QTest::newRow("it never answers")
            << M {running(HealthState::None, 1)} << true << QByteArray("timed out") << false;
    }

    void watchesHowAProgramEnds()
    {
        QFETCH(std::vector<ContainerFacts>, moments);
        QFETCH(bool, hasPort);
        QFETCH(QByteArray, end);
        QFETCH(bool, isGood);
        Yard yard;
        FakeImage image;
        image.facts.id = "sha256:x";
        image.facts.tags = {"x:1"};
        if (hasPort)
            image.facts.config.ports = {"8080/tcp"};
        yard.engine.addImage(image);
        yard.setProgram("x:1", moments);
        RunPlan plan = Yard::quick();
        plan.deadline = end == "timed out" ? 20 : 20'000;
        plan.settling = end == "running" ? 1 : 20'000;
        const auto job = yard.verify({}, "x:1", plan);
        QTRY_VERIFY(job->isFinished());
        QVERIFY(job->result());
        QCOMPARE(nameOf(job->result()->after.end), end);
        QCOMPARE(job->result()->after.isGood(), isGood);
        QVERIFY(yard.engine.allContainers().empty());
    }

    void waitsForHealthBeforeItAsks()
    {
        Yard yard;
        yard.setProgram("after:1",
                        {running(HealthState::Starting, 1), running(HealthState::Starting, 1),
                         running(HealthState::Healthy, 1)});
        yard.web[1] = page("x");
        const auto job = yard.verify({}, "after:1");
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(yard.asked.size(), 1U);
        QCOMPARE(yard.engine.count("inspectContainer"), 3);
    }

    void looksInside()
    {
        Yard yard;
        const std::map<std::string, ExecOutcome> commands
            = {{"sh -c :", {0, {}, {}}},
               {"wget -q -S -T 10 -O - http://127.0.0.1:8080/",
                {0, "hi", "  HTTP/1.1 200 OK\n  Content-Type: a/b\n"}}};
        yard.setProgram("after:1", {running(HealthState::None, 1)}, {}, commands);
        yard.web[1] = page("hi");
        const auto job = yard.verify({}, "after:1");
        QTRY_VERIFY(job->isFinished());
        const InsideCheck &inside = *job->result()->after.inside;
        QVERIFY(inside.hasShell);
        QCOMPARE(inside.tool, std::string("wget"));
        QCOMPARE(inside.answer->status, 200);
        QCOMPARE(inside.answer->body, std::string("hi"));
        QCOMPARE(notes(job->result()->after), QByteArray());
    }

    void asksFromInsideOnAnotherMachine()
    {
        Yard yard;
        Endpoint endpoint;
        endpoint.kind = EndpointKind::Ssh;
        endpoint.host = "far";
        yard.engine.setEndpoint(endpoint);
        yard.setProgram("after:1", {running(HealthState::None, 1)}, {},
                        {{"curl -sS -i --max-time 10 -- http://127.0.0.1:8080/",
                          {0, "HTTP/1.1 404 Not Found\r\nServer: me\r\n\r\nno", {}}}});
        const auto job = yard.verify({}, "after:1");
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result()->after.answer->status, 404);
        QCOMPARE(job->result()->after.answer->body, std::string("no"));
        QVERIFY(yard.asked.empty());
        // Without anything to ask with, that is what is said.
        yard.setProgram("after:1", {running(HealthState::None, 1)});
        const auto other = yard.verify({}, "after:1");
        QTRY_VERIFY(other->isFinished());
        QVERIFY(notes(other->result()->after).contains("cannot be asked from here"));
        QCOMPARE(nameOf(other->result()->after.end), QByteArray("running"));
    }

    void comparesTwoImages()
    {
        Yard yard;
        yard.setProgram("before:1", {running(HealthState::None, 1)}, {}, {{"sh -c :", {0, {}, {}}}});
        yard.setProgram("after:1", {running(HealthState::None, 2)});
        yard.web[1] = page("same");
        yard.web[2] = page("same");
        const auto same = yard.verify("before:1", "after:1");
        QTRY_VERIFY(same->isFinished());
        QCOMPARE(same->result()->verdict, RunVerdict::Same);
        QCOMPARE(differences(*same->result()), QByteArray("The image has no shell any more."));

        yard.web[2] = page("other!", 404);
        yard.web[2].headers = {{"content-type", "text/plain"}};
        const auto different = yard.verify("before:1", "after:1");
        QTRY_VERIFY(different->isFinished());
        QCOMPARE(different->result()->verdict, RunVerdict::Different);
        QCOMPARE(
            differences(*different->result()),
            QByteArray("The answer was 200 and is 404. The header “content-type” was “text/html” and is "
                       "“text/plain”. "
                       "The body of the answer had 4 bytes and has 6. The image has no shell any more."));

        yard.setProgram("after:1", {exited(127)});
        const auto broken = yard.verify("before:1", "after:1");
        QTRY_VERIFY(broken->isFinished());
        QCOMPARE(broken->result()->verdict, RunVerdict::Broken);
        QCOMPARE(differences(*broken->result()),
                 QByteArray("Before, it answered; now it does not. It ends with the exit code 127."));
        QVERIFY(yard.engine.allContainers().empty());
    }

    void comparesWhatProgramsPrintThatEnd()
    {
        Yard yard;
        yard.setProgram("before:1", {exited(0)}, "1\n");
        yard.setProgram("after:1", {exited(0)}, "2\n");
        const auto job = yard.verify("before:1", "after:1");
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(differences(*job->result()), QByteArray("It prints something else."));
    }

    void cutsALongBodyButHashesAllOfIt()
    {
        Yard yard;
        yard.setProgram("after:1", {running(HealthState::None, 1)});
        const std::string body(200'000, 'b');
        yard.web[1] = page(body);
        const auto job = yard.verify({}, "after:1");
        QTRY_VERIFY(job->isFinished());
        const WebAnswer &answer = *job->result()->after.answer;
        QCOMPARE(answer.body.size(), 65536U);
        QCOMPARE(answer.bytes, 200'000U);
        QCOMPARE(answer.hash,
                 QCryptographicHash::hash(QByteArray::fromStdString(body), QCryptographicHash::Sha256)
                     .toHex()
                     .toStdString());
    }

    void removesTheContainerWhateverFails_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::newRow("no image") << QByteArray("inspectImage");
        QTest::newRow("it is not made") << QByteArray("createContainer");
        QTest::newRow("it does not start") << QByteArray("startContainer");
        QTest::newRow("it is not told of") << QByteArray("inspectContainer");
    }

    void removesTheContainerWhateverFails()
    {
        QFETCH(QByteArray, call);
        Yard yard;
        yard.engine.fail(call.toStdString(), {{"Engine says no.", {}}, "words"});
        const auto job = yard.verify({}, "after:1");
        QTRY_VERIFY(job->isFinished());
        QVERIFY(!job->result());
        QCOMPARE(inEnglish(job->result().error().text), std::string("Engine says no."));
        QTRY_VERIFY(yard.engine.allContainers().empty());
    }

    void removesTheContainerWhenItIsDropped()
    {
        Yard yard;
        yard.setProgram("after:1", {running()});
        auto job = yard.verify({}, "after:1");
        QTRY_VERIFY(yard.engine.count("inspectContainer") > 1);
        QCOMPARE(yard.engine.allContainers().size(), 1U);
        job.reset();
        QTRY_VERIFY(yard.engine.allContainers().empty());
    }

    void removesAContainerThatIsStillBeingMadeWhenItIsDropped()
    {
        Yard yard;
        yard.engine.hold();
        auto job = yard.verify({}, "after:1");
        QCoreApplication::processEvents();
        yard.engine.release(); // What it says of the image.
        QCOMPARE(yard.engine.count("createContainer"), 1);
        yard.engine.hold();
        QCoreApplication::processEvents();
        job.reset();
        QCOMPARE(yard.engine.count("removeContainer"), 0);
        yard.engine.release();
        QTRY_COMPARE(yard.engine.count("removeContainer"), 1);
        QVERIFY(yard.engine.allContainers().empty());
        QCOMPARE(yard.engine.count("startContainer"), 0);
    }

    void sweepsOnlyWhatIsSurelyLeftOver()
    {
        QByteArrayList dead = QByteArray::fromStdString(runOwner()).split('.');
        dead[4] = "1"; // A process of this number that began at another time.
        QByteArrayList otherBoot = dead;
        otherBoot[1] = "0";
        QByteArrayList otherMachine = dead;
        otherMachine[0] = "0";
        QByteArrayList otherNamespace = dead;
        otherNamespace[2] = "0";
        FakeEngineClient engine;
        int number = 0;
        const auto add = [&](const std::string &owner) {
            ContainerFacts facts;
            facts.id = std::to_string(++number);
            facts.labels = {{"drydock.run", owner}};
            engine.addContainer(facts);
        };
        add(runOwner());
        add(dead.join('.').toStdString());
        add(otherBoot.join('.').toStdString());
        add(otherMachine.join('.').toStdString());
        add(otherNamespace.join('.').toStdString());
        add("1");
        add("a.b.c.d.e");
        const auto job = sweepLeftovers(engine);
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(*job->result(), 2);
        QByteArray left;
        for (const ContainerFacts &facts : engine.allContainers())
            left += QByteArray::fromStdString(facts.id);
        QCOMPARE(left, QByteArray("14567"));
    }

    void readsAnswersWithTheirHead_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody") << 200
                               << QByteArray("body");
        QTest::newRow("after a “continue”")
            << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 C\r\n\r\nx") << 201 << QByteArray("x");
        QTest::newRow("bare line ends") << QByteArray("HTTP/1.0 500 no\nA: b\n\nx") << 500 << QByteArray("x");
        QTest::newRow("no body") << QByteArray("HTTP/1.0 204 no") << 204 << QByteArray();
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0") << 0 << QByteArray();
        QTest::newRow("no number") << QByteArray("HTTP/1.1 abc") << 0 << QByteArray();
        QTest::newRow("nothing") << QByteArray() << 0 << QByteArray();
        QTest::newRow("only “continue”") << QByteArray("HTTP/1.1 100 C\r\n\r\n") << 100 << QByteArray();
    }

    void readsAnswersWithTheirHead()
    {
        QFETCH(QByteArray, raw);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto answer = readWebAnswer(raw.toStdString());
        QCOMPARE(answer ? answer->status : 0, status);
        QCOMPARE(answer ? answer->body : std::string(), body.toStdString());
        for (qsizetype size = 0; size < raw.size(); ++size)
            readWebAnswer(raw.left(size).toStdString());
    }

    void writesPathsThatAreSafeInARequest()
    {
        QCOMPARE(requestPath("health"), std::string("/health"));
        QCOMPARE(requestPath("/a\r\nHost: x"), std::string("/a%0D%0AHost:%20x"));
        QCOMPARE(requestPath("/é%20#part"), std::string("/%C3%A9%20"));
        QCOMPARE(requestPath(""), std::string("/"));
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
