// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_answers.h"
#include "model/engine/registry_auth.h"

#include <QByteArray>
#include <QTest>

using namespace drydock;

namespace {

std::string digest(char digit)
{
    return "sha256:" + std::string(64, digit);
}

/// JSON with ' for " and @X for the digest of X.
std::string json(QByteArray text)
{
    text.replace('\'', '"');
    for (const char digit : {'a', 'b', 'c', 'd', 'e', 'f'})
        text.replace(QByteArray("@") + digit, QByteArray::fromStdString(digest(digit)));
    return text.toStdString();
}

QByteArray inWords(const std::vector<AuthChallenge> &challenges)
{
    QByteArray words;
    for (const AuthChallenge &each : challenges) {
        words += (words.isEmpty() ? "" : "; ") + QByteArray::fromStdString(each.scheme);
        for (const auto &[name, value] : each.parameters)
            words += QByteArray::fromStdString(" " + name + "=" + value);
    }
    return words;
}

template <typename T>
QByteArray reasonOf(const Result<T> &result)
{
    return result ? QByteArray("yes") : QByteArray::fromStdString(inEnglish(result.error().text));
}

} // namespace

/// What registries answer, piece by piece.
class TestRegistryParts : public QObject {
    Q_OBJECT

private slots:
    void challenges_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *name, const char *header, const char *words) {
            QTest::newRow(name) << QByteArray(header) << QByteArray(words);
        };
        row("basic", "Basic realm=\"drydock\"", "basic realm=drydock");
        row("bearer", "Bearer realm=\"https:/x/token\",service=\"s\",scope=\"repository:a/b:pull,push\"",
            "bearer realm=https:/x/token scope=repository:a/b:pull,push service=s");
        row("two at once", "Basic realm=a, Bearer realm=\"b\" , service = c",
            "basic realm=a; bearer realm=b service=c");
        row("escaped quotes", "Basic realm=\"a\\\"b\"", "basic realm=a\"b");
        row("without parameters", "Negotiate", "negotiate");
        row("an open quote", "Bearer realm=\"abc", "bearer realm=abc");
        row("parameters of nothing", "realm=\"a\"", "");
        row("nothing", "", "");
        row("garbage", "\x01\x02", "");
        row("the first of two equal ones counts", "Basic realm=a,realm=b", "basic realm=a");
    }
    void challenges()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, words);
        QCOMPARE(inWords(readChallenges(header.toStdString())), words);
        for (qsizetype end = 0; end < header.size(); ++end)
            readChallenges({header.constData(), static_cast<std::size_t>(end)});
    }
    void origins()
    {
        const auto words = [](const char *url) {
            const auto origin = originOf(url);
            return origin ? origin->scheme + " " + origin->host + " " + std::to_string(origin->port)
                          : std::string("no");
        };
        QCOMPARE(words("https://Auth.Docker.io/token"), std::string("https auth.docker.io 443"));
        QCOMPARE(words("http://[::1]:5000"), std::string("http ::1 5000"));
        QCOMPARE(words("http://[::1]/x"), std::string("http ::1 80"));
        QCOMPARE(words("https://h:444?x=1"), std::string("https h 444"));
        for (const char *bad :
             {"", "file:///etc/passwd", "https://", "https:///x", "https://user@host/", "https://a b/",
              "https://h:99999/", "ftp://h", "//h", "https://:80/", "https://h\n/"})
            QCOMPARE(words(bad), std::string("no"));
        QVERIFY(originOf("http://127.1.2.3:5000/")->isSafe());
        QVERIFY(!originOf("http://127.0.0.1.example.com/")->isSafe());
        QVERIFY(!originOf("http://169.254.169.254/")->isSafe());
    }
    void tokenUrls()
    {
        const auto url = [](const char *realm, bool isLoopback) {
            const auto made
                = tokenUrl({"bearer", {{"realm", realm}, {"service", "a b"}}}, "library/x", isLoopback);
            return made ? QByteArray::fromStdString(*made) : "no: " + reasonOf(made);
        };
        const QByteArray query = "service=a%20b&scope=repository%3Alibrary%2Fx%3Apull";
        QCOMPARE(url("https://h/t", false), "https://h/t?" + query);
        QCOMPARE(url("https://h/t?a=b#c", false), "https://h/t?a=b&" + query);
        QCOMPARE(url("http://127.0.0.1:1/t", true), "http://127.0.0.1:1/t?" + query);
        const QByteArray open = "no: The registry sends logins to ";
        QCOMPARE(url("http://127.0.0.1:1/t", false), open + "127.0.0.1 without encryption: that is refused.");
        QCOMPARE(url("http://evil/t", true), open + "evil without encryption: that is refused.");
        QVERIFY(url("/token", false).startsWith("no: "));
    }
    void tokens()
    {
        QCOMPARE(readToken(json("{'token':'t','expires_in':300}"))->seconds, 300);
        QCOMPARE(readToken(json("{'access_token':'t'}"))->text, std::string("t"));
        QCOMPARE(readToken(json("{'access_token':'t'}"))->seconds, 60);
        QCOMPARE(readToken(json("{'token':'t','expires_in':-5}"))->seconds, 60);
        QCOMPARE(readToken(json("{'token':'t','expires_in':99999999999999}"))->seconds, 86400);
        for (const char *bad :
             {"", "[]", "{}", "{'token':''}", "{'token':7}", "{'token':'a b'}", "{'token':'a\\r\\nX: y'}"})
            QCOMPARE(reasonOf(readToken(json(bad))),
                     QByteArray("The registry’s server of tokens gave none."));
    }
    void tagsAreReadAndSorted()
    {
        auto tags = readTags(json("{'name':'x','tags':['3.9','latest','3.10','edge','3.10-slim','v4','a "
                                  "b','-x',7,'3.9','alpine']}"));
        QVERIFY(tags);
        sortTags(*tags);
        QCOMPARE(*tags,
                 (std::vector<std::string> {"latest", "v4", "3.10", "3.10-slim", "3.9", "alpine", "edge"}));
        QVERIFY(readTags(json("{'name':'x','tags':null}"))->empty());
        for (const char *bad : {"", "[]", "{}", "{'errors':[]}"})
            QVERIFY2(!readTags(json(bad)), bad);
    }
    void links()
    {
        QCOMPARE(nextLink("</v2/x/tags/list?n=2&last=b>; rel=\"next\""),
                 std::string("/v2/x/tags/list?n=2&last=b"));
        QCOMPARE(nextLink("<a>; rel=\"prev\", <b>; title=x; REL=next"), std::string("b"));
        for (const char *none : {"", "<", "<a", "<a>", "<a>; rel=\"prev\"", ">a<; rel=next"})
            QCOMPARE(nextLink(none), std::string());
    }
    void indexesAreRead()
    {
        const auto index = readManifest(
            json("{'schemaVersion':2,'manifests':[{'digest':'@a','size':1,'platform':{'os':'linux','"
                 "architecture':'amd64'}},"
                 "{'digest':'@b','size':2,'platform':{'os':'linux','architecture':'arm','variant':'v6'}},"
                 "{'digest':'@c','size':3,'platform':{'os':'linux','architecture':'arm','variant':'v7'}},"
                 "{'digest':'@d','size':4,'platform':{'os':'linux','architecture':'arm64','variant':'v8'}},"
                 "{'digest':'@e','size':5,'platform':{'os':'unknown','architecture':'unknown'}},"
                 "{'digest':'../../"
                 "x','size':6,'platform':{'os':'linux','architecture':'s390x'}},7,{'digest':'@f'}]}"));
        QVERIFY(index && index->isIndex());
        QCOMPARE(index->platforms.size(), std::size_t(4));
        const auto digestFor = [&](const ImagePlatform &platform) {
            const auto *found = index->forPlatform(platform);
            return found ? found->manifest.digest : std::string();
        };
        QCOMPARE(digestFor({"linux", "amd64", ""}), digest('a'));
        QCOMPARE(digestFor({"linux", "arm", "v7"}), digest('c'));
        QCOMPARE(digestFor({"linux", "arm", ""}), digest('b'));
        QCOMPARE(digestFor({"linux", "arm64", ""}), digest('d'));
        QCOMPARE(digestFor({"windows", "amd64", ""}), std::string());
        QCOMPARE(index->platforms[3].platform.label(), std::string("linux/arm64/v8"));
    }
    void manifestsAreRead()
    {
        const auto manifest = readManifest(json("{'schemaVersion':2,'config':{'digest':'@a','size':9},'"
                                                "layers':[{'digest':'@b','size':1000,'mediaType':'x'},"
                                                "{'digest':'@c','size':68932}]}"));
        QVERIFY(manifest && !manifest->isIndex());
        QCOMPARE(manifest->downloadBytes(), std::uint64_t(69932));
        QCOMPARE(*manifest->config, (Descriptor {digest('a'), 9, ""}));
        const auto huge = readManifest(
            json("{'config':{'digest':'@a'},'layers':[{'digest':'@b','size':18446744073709551615},"
                 "{'digest':'@b','size':9223372036854775807},{'digest':'@b','size':-1}]}"));
        QVERIFY(huge && huge->downloadBytes() > 0);
        QVERIFY(reasonOf(readManifest(json("{'schemaVersion':1,'fsLayers':[]}"))).contains("schema 1"));
        QVERIFY(reasonOf(readManifest(json("{'manifests':[]}"))).contains("no image for any platform"));
        for (const char *bad :
             {"", "[]", "{}", "{'config':{'digest':'@a'}}", "{'config':{'digest':'x'},'layers':[]}",
              "{'config':{'digest':'@a'},'layers':[{'digest':'sha256:zz'}]}"})
            QVERIFY2(reasonOf(readManifest(json(bad))).contains("did not answer with the manifest"), bad);
    }
    void configurationsAreRead()
    {
        const auto config
            = readRegistryConfig(json("{'architecture':'amd64','os':'linux','created':'2026-01-02T03:04:05Z',"
                                      "'config':{'Cmd':['sh'],'Env':['A=b']},"
                                      "'rootfs':{'type':'layers','diff_ids':['@a']},'history':[{'created':'"
                                      "2026-01-02T03:04:05.123Z','created_by':'ADD x'},"
                                      "{'created':'bad','created_by':'CMD sh','empty_layer':true},7]}"));
        QVERIFY(config);
        QCOMPARE(config->config.command, std::vector<std::string> {"sh"});
        QCOMPARE(config->history.size(), std::size_t(2));
        QCOMPARE(config->history[0].created, std::int64_t(1767323045));
        QCOMPARE(config->history[1].created, std::int64_t(0));
        QCOMPARE(config->hasLayer, (std::vector<bool> {true, false}));
        QCOMPARE(config->diffIds, std::vector<std::string> {digest('a')});
        for (const char *bad : {"", "[]", "{}", "{'config':{}}"})
            QVERIFY2(!readRegistryConfig(json(bad)), bad);
    }
    void limits()
    {
        const RateLimit hub = readRateLimit("100;w=21600", "76;w=21600");
        QVERIFY(hub.remaining == 76U && hub.window == 21600);
        QVERIFY(!readRateLimit("", "").remaining);
        QVERIFY(readRateLimit("100;w=60", "0").remaining == 0U);
        QCOMPARE(readRateLimit("100;w=60", "0").window, std::int64_t(60));
        QCOMPARE(readRateLimit("", "0;w=999999999999").window, std::int64_t(86400));
        QVERIFY(!readRateLimit("", "99999999999999999999999").remaining);
        QCOMPARE(readRateLimit("", "0;w=").window, std::int64_t(0));
    }
    void errors()
    {
        const auto said = [](int status, const char *body) {
            const Error error = registryError(status, json(body), "a:1", "r.example");
            return QByteArray::fromStdString(inEnglish(error.text) + " | " + error.detail);
        };
        QCOMPARE(said(404, "{'errors':[{'code':'MANIFEST_UNKNOWN','message':'manifest unknown'}]}"),
                 QByteArray("r.example has no image “a:1”. | MANIFEST_UNKNOWN: manifest unknown"));
        QCOMPARE(said(404, "{'errors':[{'code':'NAME_UNKNOWN','message':'m'}]}"),
                 QByteArray("r.example has no repository for “a:1”. | NAME_UNKNOWN: m"));
        QVERIFY(said(401, "").contains("docker login r.example"));
        QVERIFY(said(429, "{'details':'too many'}").endsWith("| too many"));
        QVERIFY(said(503, "<html>").contains("status 503"));
        QVERIFY(said(418, "{'errors':[]}").contains("418"));
        QVERIFY(said(404, "{'errors':7}").contains("has no image"));
    }
};

QTEST_GUILESS_MAIN(TestRegistryParts)
#include "tst_registry_parts.moc"
