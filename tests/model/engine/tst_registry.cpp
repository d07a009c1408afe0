// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_client.h"
#include "tests/model/engine/sample_image.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace drydock;

namespace {

using Request = FakeRegistry::Request;
using Answer = FakeRegistry::Answer;

template <typename T>
Result<T> wait(JobPtr<T> job)
{
    QSignalSpy finished(job.get(), &Job::finished);
    if (!finished.wait(20000))
        return refusal("never");
    return job->result();
}

template <typename T>
QByteArray reasonOf(const Result<T> &result)
{
    return result ? QByteArray("yes")
                  : QByteArray::fromStdString(inEnglish(result.error().text) + " | " + result.error().detail);
}

} // namespace

/// A client and a registry that is told what to answer.
class TestRegistry : public QObject {
    Q_OBJECT

private:
    /// What every test begins with.
    struct Scene {
        explicit Scene(const char *config = nullptr)
        {
            registry.answer = [this](const Request &request) { return image.answer(request); };
            if (config) {
                QFile file(folder.filePath("config.json"));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(
                    json(QByteArray(config).replace("HOST", QByteArray::fromStdString(registry.host()))));
            }
        }
        std::string reference(const char *rest = "a/b:1") const { return registry.host() + '/' + rest; }
        QByteArray lines() const
        {
            QByteArray text = registry.asked;
            for (const auto &[bytes, name] : {std::pair {image.config, "CONFIG"},
                                              {image.manifest, "MANIFEST"},
                                              {image.arm, "ARM"},
                                              {image.index, "INDEX"}})
                text.replace(digestOfBytes(bytes), name);
            return text;
        }

        QTemporaryDir folder;
        FakeRegistry registry;
        SampleImage image;
        std::int64_t time = 1'800'000'000;
        HttpClient http;
        // By name: GCC 12 takes a member of a temporary one for uninitialized.
        const RegistryPlaces places {CredentialPlaces {folder.path().toStdString(), std::string()},
                                     folder.filePath("cache").toStdString(), [this] { return time; }};
        RegistryClient client {http, places};
    };

private slots:
    void digestIsOfTheIndex()
    {
        Scene scene;
        const auto digest = wait(scene.client.digest(scene.reference()));
        QVERIFY2(digest, reasonOf(digest).constData());
        QCOMPARE(QByteArray::fromStdString(*digest), digestOfBytes(scene.image.index));
        QCOMPARE(scene.lines(), QByteArray("HEAD /v2/a/b/manifests/1\n"));
        QVERIFY(wait(scene.client.digest(scene.reference())));
        QCOMPARE(scene.lines(), QByteArray("HEAD /v2/a/b/manifests/1\n"));
        scene.time += 3601;
        QVERIFY(wait(scene.client.digest(scene.reference())));
        QCOMPARE(scene.lines(), QByteArray("HEAD /v2/a/b/manifests/1\nHEAD /v2/a/b/manifests/1\n"));
    }
    void digestIsCountedWhereItIsNotSaid()
    {
        Scene scene;
        scene.registry.answer = [&](const Request &request) {
            return Answer {200, {}, scene.image.answer(request).body};
        };
        const auto digest = wait(scene.client.digest(scene.reference()));
        QVERIFY2(digest, reasonOf(digest).constData());
        QCOMPARE(QByteArray::fromStdString(*digest), digestOfBytes(scene.image.index));
    }
    void oldFormatIsRefused()
    {
        Scene scene;
        scene.registry.answer = [&](Request request) {
            request.headers.erase("accept");
            return scene.image.answer(request);
        };
        QVERIFY(reasonOf(wait(scene.client.digest(scene.reference())))
                    .contains("no digest that can be relied on"));
    }
    void imageIsAskedOnce()
    {
        Scene scene;
        const auto image = wait(scene.client.image(scene.reference(), {}));
        QVERIFY2(image, reasonOf(image).constData());
        QCOMPARE(image->downloadBytes, std::uint64_t(1068932));
        QCOMPARE(image->platforms.size(), std::size_t(2));
        QCOMPARE(image->config.config.command, std::vector<std::string> {"sh"});
        const QByteArray questions
            = "HEAD /v2/a/b/manifests/1\nGET /v2/a/b/manifests/INDEX\nGET /v2/a/b/manifests/MANIFEST\n"
              "GET /v2/a/b/blobs/CONFIG\n";
        QCOMPARE(scene.lines(), questions);
        QVERIFY(wait(scene.client.image(scene.reference(), {})));
        QCOMPARE(scene.lines(), questions);
        const auto downloads = wait(scene.client.downloads(scene.reference()));
        QVERIFY(downloads);
        QCOMPARE(downloads->size(), std::size_t(2));
        QCOMPARE((*downloads)[1], (PlatformDownload {{"linux", "arm64", "v8"}, 900000}));
        QCOMPARE(reasonOf(wait(scene.client.image(scene.reference(), {"linux", "s390x", ""}))),
                 QByteArray::fromStdString("There is no “" + scene.reference() + "” for linux/s390x. | "));
    }
    void cacheIsForItsOwnerAndDamageIsIgnored()
    {
        Scene scene;
        QVERIFY(wait(scene.client.image(scene.reference(), {})));
        const QFileInfoList files = QDir(scene.folder.filePath("cache")).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 4);
        for (const QFileInfo &each : files) {
            QCOMPARE(each.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther),
                     QFile::Permissions());
            QFile file(each.filePath());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{\"damaged");
        }
        const qsizetype before = scene.registry.asked.count('\n');
        QVERIFY(wait(scene.client.image(scene.reference(), {})));
        QCOMPARE(scene.registry.asked.count('\n'), 2 * before);
    }
    void cacheHasALimit()
    {
        const QTemporaryDir folder;
        const RegistryCache cache(folder.path().toStdString(), 1000);
        for (int i = 0; i < 20; ++i)
            cache.keepAnswer("n" + std::to_string(i), std::string(100, 'x'), 1);
        const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2 && files.size() < 10);
    }
    void otherContentIsRefused()
    {
        Scene scene;
        scene.registry.answer = [&](const Request &request) {
            Answer answer = scene.image.answer(request);
            answer.body += ' ';
            return answer;
        };
        QVERIFY(reasonOf(wait(scene.client.image(scene.reference(), {})))
                    .contains("other content than was asked for"));
    }
    void bearer_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QByteArray>("tokenQuestion");
        const QByteArray query = "?service=s&scope=repository%3Aa%2Fb%3Apull";
        QTest::newRow("anonymous") << QByteArray() << "GET /token" + query;
        QTest::newRow("with a login")
            << QByteArray("{'auths':{'HOST':{'auth':'dTpw'}}}") << "GET /token" + query + " (Basic dTpw)";
        QTest::newRow("with an identity token")
            << QByteArray("{'auths':{'HOST':{'identitytoken':'idt'}}}") << QByteArray("POST /token");
    }
    void bearer()
    {
        QFETCH(const QByteArray, config);
        QFETCH(const QByteArray, tokenQuestion);
        Scene scene(config.isEmpty() ? nullptr : config.constData());
        QByteArray form;
        scene.registry.answer = [&](const Request &request) {
            if (request.target.startsWith("/token")) {
                form = request.body;
                return Answer {200, {}, json("{'token':'tok','expires_in':300}")};
            }
            if (request.header("authorization") != "Bearer tok")
                return Answer {401,
                               "Www-Authenticate: Bearer realm=\"" + scene.registry.url()
                                   + "/token\",service=\"s\"\r\n",
                               {}};
            return scene.image.answer(request);
        };
        const auto image = wait(scene.client.image(scene.reference(), {}));
        QVERIFY2(image, reasonOf(image).constData());
        QCOMPARE(
            scene.lines(),
            "HEAD /v2/a/b/manifests/1\n" + tokenQuestion
                + "\nHEAD /v2/a/b/manifests/1 (Bearer tok)\nGET /v2/a/b/manifests/INDEX (Bearer tok)\n"
                  "GET /v2/a/b/manifests/MANIFEST (Bearer tok)\nGET /v2/a/b/blobs/CONFIG (Bearer tok)\n");
        if (tokenQuestion.startsWith("POST"))
            QCOMPARE(
                form,
                QByteArray(
                    "grant_type=refresh_token&client_id=drydock&service=s&scope=repository%3Aa%2Fb%3Apull"
                    "&refresh_token=idt"));
        scene.time += 3601;
        QVERIFY(wait(scene.client.digest(scene.reference())));
        QCOMPARE(scene.registry.asked.count("/token"), 2);
    }
    void basic()
    {
        Scene scene("{'auths':{'HOST':{'auth':'dTpw'}}}");
        scene.registry.answer = [&](const Request &request) {
            return request.header("authorization") == "Basic dTpw"
                ? scene.image.answer(request)
                : Answer {401, "Www-Authenticate: Basic realm=\"drydock\"\r\n", {}};
        };
        QVERIFY(wait(scene.client.digest(scene.reference())));
        QCOMPARE(scene.lines(),
                 QByteArray("HEAD /v2/a/b/manifests/1\nHEAD /v2/a/b/manifests/1 (Basic dTpw)\n"));
    }
    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("said");
        const QByteArray basic = "Www-Authenticate: Basic realm=x\r\n";
        QTest::newRow("no login for Basic") << 401 << basic << QByteArray("wants a login (docker login ");
        QTest::newRow("no challenge") << 401 << QByteArray() << QByteArray("wants a login");
        QTest::newRow("forbidden") << 403 << QByteArray() << QByteArray("wants a login");
        QTest::newRow("not there") << 404 << QByteArray() << QByteArray("has no image");
        QTest::newRow("too often") << 429 << QByteArray() << QByteArray("nobody ask so often");
        QTest::newRow("a fault") << 500 << QByteArray() << QByteArray("a fault of its own (status 500)");
        QTest::newRow("a realm without encryption")
            << 401 << QByteArray("Www-Authenticate: Bearer realm=\"http://evil.example/t\"\r\n")
            << QByteArray("without encryption");
        QTest::newRow("a redirect to nothing") << 307 << QByteArray() << QByteArray("to nothing");
        QTest::newRow("a redirect elsewhere without encryption")
            << 302 << QByteArray("Location: http://169.254.169.254/x\r\n")
            << QByteArray("without encryption");
        QTest::newRow("a redirect to a file")
            << 302 << QByteArray("Location: file:///etc/passwd\r\n") << QByteArray("without encryption");
        QTest::newRow("a redirect to itself")
            << 302 << QByteArray("Location: ?\r\n") << QByteArray("to nothing");
    }
    void refusals()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, headers);
        QFETCH(const QByteArray, said);
        Scene scene;
        scene.registry.answer = [&](const Request &) { return Answer {status, headers, {}}; };
        const QByteArray reason = reasonOf(wait(scene.client.digest(scene.reference())));
        QVERIFY2(reason.contains(said), reason.constData());
        QVERIFY2(scene.registry.asked.count('\n') <= 6, scene.registry.asked.constData());
    }
    void loginIsRefused()
    {
        Scene scene("{'auths':{'HOST':{'auth':'dTpw'}}}");
        scene.registry.answer = [&](const Request &request) {
            return request.target.startsWith("/token")
                ? Answer {401, {}, "dTpw"}
                : Answer {
                    401, "Www-Authenticate: Bearer realm=\"" + scene.registry.url() + "/token\"\r\n", {}};
        };
        const QByteArray reason = reasonOf(wait(scene.client.digest(scene.reference())));
        QVERIFY2(reason.contains("wants a login") && !reason.contains("dTpw"), reason.constData());
        QCOMPARE(scene.registry.asked.count('\n'), 2);
    }
    void registriesThatHadEnoughAreLeftAlone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("seconds");
        QTest::newRow("429 with Retry-After") << 429 << QByteArray("Retry-After: 120\r\n") << 120;
        QTest::newRow("429 with a window") << 429 << QByteArray("ratelimit-limit: 100;w=200\r\n") << 200;
        QTest::newRow("429 with nothing") << 429 << QByteArray() << 60;
        QTest::newRow("nothing remains")
            << 200 << QByteArray("ratelimit-limit: 1;w=90\r\nratelimit-remaining: 0;w=90\r\n") << 90;
    }
    void registriesThatHadEnoughAreLeftAlone()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, headers);
        QFETCH(const int, seconds);
        Scene scene;
        scene.registry.answer = [&](const Request &request) {
            Answer answer = scene.image.answer(request);
            return Answer {status, answer.headers + headers, answer.body};
        };
        wait(scene.client.digest(scene.reference("a/b:1")));
        scene.time += seconds - 1;
        QVERIFY(reasonOf(wait(scene.client.digest(scene.reference("a/c:1"))))
                    .contains("it can be asked again in 1 minutes"));
        QCOMPARE(scene.registry.asked.count('\n'), 1);
        scene.time += 2;
        wait(scene.client.digest(scene.reference("a/c:1")));
        QCOMPARE(scene.registry.asked.count('\n'), 2);
    }
    void blobsAreFollowedWithoutALogin()
    {
        Scene scene("{'auths':{'HOST':{'auth':'dTpw'}}}");
        FakeRegistry store;
        store.answer = [&](const Request &) { return Answer {200, {}, scene.image.config}; };
        scene.registry.answer = [&](const Request &request) {
            if (request.header("authorization").isEmpty())
                return Answer {401, "Www-Authenticate: Basic realm=x\r\n", {}};
            if (request.target.contains("/blobs/"))
                return Answer {307, "Location: " + store.url() + "/store/x?sig=1\r\n", {}};
            return scene.image.answer(request);
        };
        const auto image = wait(scene.client.image(scene.reference(), {}));
        QVERIFY2(image, reasonOf(image).constData());
        QVERIFY(scene.lines().contains("GET /v2/a/b/blobs/CONFIG (Basic dTpw)\n"));
        QCOMPARE(store.asked, QByteArray("GET /store/x?sig=1\n"));
    }
    void tagsOfSeveralPages_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<int>("pages");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("without a link") << QByteArray() << 1 << QByteArray("2");
        QTest::newRow("with a link") << QByteArray("</v2/a/b/tags/list?n=1000&last=2>; rel=\"next\"") << 2
                                     << QByteArray("1");
        QTest::newRow("with a whole link")
            << QByteArray("<HOST/v2/a/b/tags/list?last=2>; rel=\"next\"") << 2 << QByteArray("1");
        QTest::newRow("a loop") << QByteArray("</v2/a/b/tags/list?n=1000>; rel=\"next\"") << 1
                                << QByteArray("2");
        QTest::newRow("to another registry")
            << QByteArray("<http://127.0.0.2:1/x>; rel=\"next\"") << 1 << QByteArray("2");
    }
    void tagsOfSeveralPages()
    {
        QFETCH(QByteArray, link);
        QFETCH(const int, pages);
        QFETCH(const QByteArray, last);
        Scene scene;
        link.replace("HOST", scene.registry.url());
        scene.registry.answer = [&](const Request &request) {
            if (request.target.contains("last="))
                return Answer {200, {}, json("{'tags':['1','1-x']}")};
            return Answer {200, link.isEmpty() ? QByteArray() : "Link: " + link + "\r\n",
                           json("{'tags':['2','10','latest']}")};
        };
        const auto tags = wait(scene.client.tags(scene.reference("a/b")));
        QVERIFY2(tags, reasonOf(tags).constData());
        QCOMPARE((*tags)[0], std::string("latest"));
        QCOMPARE((*tags)[1], std::string("10"));
        QVERIFY(std::find(tags->begin(), tags->end(), last.toStdString()) != tags->end());
        QCOMPARE(scene.registry.asked.count('\n'), pages);
        QVERIFY(wait(scene.client.tags(scene.reference("a/b:2"))));
        QCOMPARE(scene.registry.asked.count('\n'), pages);
    }
    void pagesWithoutEnd()
    {
        Scene scene;
        int page = 0;
        scene.registry.answer = [&](const Request &) {
            return Answer {
                200, "Link: </v2/a/b/tags/list?page=" + QByteArray::number(++page) + ">; rel=\"next\"\r\n",
                json("{'tags':['1']}")};
        };
        QVERIFY(wait(scene.client.tags(scene.reference("a/b"))));
        QCOMPARE(page, 100);
    }
    void fourAtATime()
    {
        Scene scene;
        std::vector<JobPtr<std::string>> jobs;
        for (int i = 0; i < 12; ++i)
            jobs.push_back(scene.client.digest(scene.reference(("a/b" + std::to_string(i) + ":1").c_str())));
        jobs[0].reset();
        jobs[11].reset();
        for (std::size_t i = 1; i < 11; ++i)
            QTRY_VERIFY(jobs[i]->isFinished());
        QCOMPARE(scene.registry.asked.count('\n'), 10);
    }
    void noImage()
    {
        Scene scene;
        QVERIFY(reasonOf(wait(scene.client.digest("$X"))).contains("not a valid image name"));
        QVERIFY(scene.registry.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
