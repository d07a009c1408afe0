// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/http_engine_client.h"
#include "model/engine/known_images.h"
#include "model/engine/pull_estimate.h"
#include "tests/model/engine/sample_image.h"
#include "tests/model/refactor/refactoring_case.h"

#include <QDate>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock;

namespace {

using Request = FakeRegistry::Request;
using Answer = FakeRegistry::Answer;

} // namespace

/// What the engine and the registry know, together.
class TestKnownImages : public QObject {
    Q_OBJECT

private:
    struct Scene {
        Scene()
        {
            registry.answer = [this](const Request &request) {
                const QByteArray name = request.target.mid(request.target.lastIndexOf('/') + 1);
                for (const QByteArray &each : {config, manifest}) {
                    if (name == digestOfBytes(each) || name == "latest" || name == "1.2")
                        return Answer {200,
                                       "Docker-Content-Digest: "
                                           + digestOfBytes(name.startsWith("sha") ? each : manifest) + "\r\n",
                                       each};
                }
                return Answer {404, {}, {}};
            };
            engineServer.answer = [this](const Request &request) {
                if (request.target == "/_ping")
                    return Answer {200, "Api-Version: 1.41\r\n", "OK"};
                if (request.target.endsWith("/info"))
                    return Answer {200, {}, json("{'OSType':'linux','Architecture':'x86_64'}")};
                if (request.target.endsWith("/version"))
                    return Answer {200,
                                   {},
                                   json("{'Version':'20.10.24','ApiVersion':'1.41','MinAPIVersion':'1.12','"
                                        "Os':'linux','Arch':'amd64'}")};
                if (request.target.endsWith("/json"))
                    return Answer {engineHasIt ? 200 : 404,
                                   {},
                                   json("{'Id':'sha256:77','RepoTags':['" + name() + ":latest','" + name()
                                        + ":1.2'],'RepoDigests':['" + name() + "@" + engineDigest
                                        + "'],'Config':{'Cmd':['engine']}}")};
                if (request.target.endsWith("/history"))
                    return Answer {200, {}, json("[{'Id':'a','Size':1000},{'Id':'b','Size':500}]")};
                return Answer {404, {}, {}};
            };
        }
        QByteArray name() const { return QByteArray::fromStdString(registry.host()) + "/a/b"; }
        std::string reference(const char *tag = "") const { return name().toStdString() + tag; }
        /// All there is in an answer, on a line.
        QByteArray answer(const std::string &of) const
        {
            const auto found = images.answerFor(of);
            if (!found)
                return "nothing";
            QByteArray words = found->source == AnswerSource::Engine ? "engine" : "registry";
            words += " bytes=" + QByteArray::number(found->bytes)
                + " packed=" + QByteArray::number(found->packedBytes) + " cmd="
                + QByteArray::fromStdString(found->config ? found->config->command.at(0) : "-") + " tags=";
            for (const std::string &tag : found->tags)
                words += QByteArray::fromStdString(tag) + ",";
            return words + (found->digest == digestOfBytes(manifest).toStdString() ? " same" : " other");
        }

        QByteArray config = json(
            "{'architecture':'amd64','os':'linux','config':{'Cmd':['registry']},'rootfs':{'diff_ids':[]}}");
        QByteArray manifest
            = json("{'schemaVersion':2,'config':{'digest':'" + digestOfBytes(config)
                   + "','size':1},'layers':[{'digest':'" + digestOfBytes("layer") + "','size':700}]}");
        QByteArray engineDigest = digestOfBytes(manifest);
        bool engineHasIt = true;
        FakeRegistry registry;
        FakeRegistry engineServer;
        QTemporaryDir folder;
        HttpClient http;
        RegistryClient client {http, {{folder.path().toStdString(), {}}, {}, {}}};
        HttpEngineClient engine {*parseEndpoint("tcp://" + engineServer.host())};
        KnownImages images {&client};
    };

private slots:
    void nobodyIsAskedByItself()
    {
        Scene scene;
        scene.images.setEngine(&scene.engine);
        QCOMPARE(scene.answer(scene.reference()), QByteArray("nothing"));
        scene.images.askEngine({scene.reference()});
        QTRY_VERIFY(!scene.images.isAsking());
        QCOMPARE(scene.answer(scene.reference()),
                 QByteArray("engine bytes=1500 packed=0 cmd=engine tags=latest,1.2, same"));
        QVERIFY(scene.registry.asked.isEmpty());
        const QByteArray before = scene.engineServer.asked;
        scene.images.askEngine({scene.reference(), scene.reference(":latest")});
        QVERIFY(!scene.images.isAsking());
        QCOMPARE(scene.engineServer.asked, before);
    }
    void registryAddsToTheEngine()
    {
        Scene scene;
        scene.images.setEngine(&scene.engine);
        QSignalSpy changed(&scene.images, &KnownImages::changed);
        scene.images.ask({scene.reference(), "scratch", "$X", ""});
        QTRY_VERIFY(!scene.images.isAsking());
        QCOMPARE(changed.count(), 2);
        QCOMPARE(scene.answer(scene.reference(":latest")),
                 QByteArray("engine bytes=1500 packed=700 cmd=engine tags=latest,1.2, same"));
        QCOMPARE(scene.images.answerFor(scene.reference())->date,
                 QDate::currentDate().toString(Qt::ISODate).toStdString());
        scene.images.setEngine(nullptr);
        QCOMPARE(scene.answer(scene.reference()),
                 QByteArray("registry bytes=0 packed=700 cmd=registry tags=latest, same"));
    }
    void aNewerImageOfTheRegistryWins()
    {
        Scene scene;
        scene.engineDigest = digestOfBytes("older");
        scene.images.setEngine(&scene.engine);
        scene.images.ask({scene.reference()});
        QTRY_VERIFY(!scene.images.isAsking());
        QCOMPARE(scene.answer(scene.reference()),
                 QByteArray("registry bytes=0 packed=700 cmd=registry tags=latest, same"));
    }
    void otherTagsOfTheSameImage()
    {
        Scene scene;
        scene.images.ask({scene.reference(), scene.reference(":1.2")});
        QTRY_VERIFY(!scene.images.isAsking());
        QCOMPARE(scene.answer(scene.reference()),
                 QByteArray("registry bytes=0 packed=700 cmd=registry tags=1.2,latest, same"));
    }
    void problemsAreKept()
    {
        Scene scene;
        scene.engineHasIt = false;
        scene.images.setEngine(&scene.engine);
        scene.images.ask({scene.reference(":gone")});
        QTRY_VERIFY(!scene.images.isAsking());
        QCOMPARE(scene.answer(scene.reference(":gone")), QByteArray("nothing"));
        QVERIFY(scene.images.problemWith(scene.reference(":gone")));
        QVERIFY(!scene.images.problemWith(scene.reference()));
    }
    void pinsToTheDigestOfTheRegistry()
    {
        Scene scene;
        RefactoringCase file("FROM " + scene.name() + ":1.2\nRUN x\n");
        file.setImages(&scene.images);
        QVERIFY(file.after("pin-digest").startsWith("no: "));
        scene.images.ask({scene.reference(":1.2")});
        QTRY_VERIFY(!scene.images.isAsking());
        QCOMPARE(file.after("pin-digest"),
                 "FROM " + scene.name() + ":1.2@" + digestOfBytes(scene.manifest) + "\nRUN x\n");
    }
    void refreshesToWhatTheTagNamesNow()
    {
        Scene scene;
        const QByteArray old = ":1.2@" + digestOfBytes("older");
        RefactoringCase file("FROM " + scene.name() + old + "\nRUN x\n");
        file.setImages(&scene.images);
        scene.images.ask({scene.reference(old.constData())});
        QTRY_VERIFY(!scene.images.isAsking());
        QCOMPARE(file.after("refresh-digests"),
                 "FROM " + scene.name() + ":1.2@" + digestOfBytes(scene.manifest) + "\nRUN x\n");
        QVERIFY(scene.images.problemWith(scene.reference(old.constData()))); // The registry has it no more.
    }
    void lettingGoMeanwhile()
    {
        Scene scene;
        scene.images.setEngine(&scene.engine);
        scene.images.ask({scene.reference(), scene.reference(":1.2")});
        QTRY_VERIFY(!scene.registry.asked.isEmpty() || !scene.engineServer.asked.isEmpty());
        scene.images.setEngine(nullptr);
        QTRY_VERIFY(!scene.images.isAsking());
    }
    void estimates()
    {
        const auto words = [](const char *reference, std::uint64_t bytes) {
            const PullEstimate estimate = pullEstimateOf(reference, {}, bytes);
            return QByteArray::fromStdString(inEnglish(estimate.inWords()) + " | "
                                             + inEnglish(estimate.basis));
        };
        QVERIFY2(words("alpine:3.20", 3'600'000).startsWith("3.6 MB to download, ≈ 8"),
                 words("alpine:3.20", 3'600'000).constData());
        QVERIFY(words("alpine:3.20", 3'600'000).contains("sizes of this image, as of 20"));
        QCOMPARE(words("example.com/x:1", 100'000'000),
                 QByteArray("100 MB to download, ≈ 250 MB unpacked | images are mostly two to three times as "
                            "big as they are packed"));
        QVERIFY(pullEstimateOf("x", {}, ~std::uint64_t {0}).unpackedBytes > 0);
    }
};

QTEST_GUILESS_MAIN(TestKnownImages)
#include "tst_known_images.moc"
