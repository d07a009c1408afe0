// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/image_reference.h"
#include "model/knowledge/base_images.h"
#include "model/knowledge/base_traits.h"
#include "model/knowledge/end_of_life.h"
#include "model/knowledge/inspect_answers.h"

#include <QTest>

#include <set>

using namespace drydock;

/// The table that travels inside the program.
class TestBaseImages : public QObject {
    Q_OBJECT

private slots:
    void isRead()
    {
        const BaseImages &table = baseImages();
        QVERIFY(table.images.size() > 30);
        QCOMPARE(table.date.size(), std::size_t(10));
        const BaseImage *golang = table.find("golang");
        QVERIFY(golang);
        QVERIFY(!golang->tags.empty() && !golang->about.empty());
        QVERIFY(!table.find("nothing-of-the-kind"));
    }
    /// The tables agree: what this one offers, the others do not warn about.
    void offersNothingThatHasEnded()
    {
        QByteArrayList ended;
        for (const BaseImage &image : baseImages().images) {
            for (const std::string &tag : image.tags) {
                const std::string reference = image.name + ":" + tag;
                if (const auto end = endOfLifeOf(reference))
                    ended << QByteArray::fromStdString(reference + ": " + end->what + " until " + end->until);
                const auto traits = baseTraitsOf(reference);
                if (traits && !traits->advice.empty())
                    ended << QByteArray::fromStdString(reference + ": " + traits->advice);
            }
        }
        QCOMPARE(ended.join('\n'), QByteArray());
    }
    void readsWhatAnEnginePrints()
    {
        const std::string digest = "sha256:" + std::string(64, 'a');
        const std::string mirrored = "sha256:" + std::string(64, 'b');
        const auto source = readInspectAnswers(R"json([
  {"RepoTags": ["node:latest", "node:24", "mirror.example/node:x"],
   "RepoDigests": ["mirror.example/node@)json" + mirrored
                                               + R"json(", "node@)json" + digest + R"json("],
   "Size": 1100000000,
   "Config": {"Env": ["PATH=/usr/local/bin", "A=b=c"], "Entrypoint": ["docker-entrypoint.sh"], "Cmd": ["node"],
              "ExposedPorts": {"80/tcp": {}}, "Volumes": {"/data": {}}, "Labels": {"a": "b"}, "User": "app",
              "WorkingDir": "/w", "StopSignal": "SIGINT", "Shell": ["/bin/bash", "-c"], "OnBuild": ["RUN x"],
              "Healthcheck": {"Test": ["CMD", "x"], "Interval": 30000000000, "Timeout": 1500000000, "Retries": 2}}},
  {"RepoTags": [], "RepoDigests": null, "Config": null}
])json");
        QVERIFY(source);
        const ImageSource &images = **source;
        const auto node = images.answerFor("docker.io/library/node");
        QVERIFY(node && node->config);
        QCOMPARE(node->digest, digest);
        QCOMPARE(node->bytes, std::uint64_t(1'100'000'000));
        QCOMPARE(node->tags, (std::vector<std::string> {"latest", "24"}));
        const ImageConfig expected {{"docker-entrypoint.sh"},
                                    {"node"},
                                    {{"PATH", "/usr/local/bin"}, {"A", "b=c"}},
                                    "/w",
                                    "app",
                                    {"80/tcp"},
                                    {"/data"},
                                    "SIGINT",
                                    {"--interval=30s", "--retries=2", "--timeout=1500ms", "CMD", "x"},
                                    {{"a", "b"}},
                                    {"/bin/bash", "-c"},
                                    {"RUN x"}};
        QVERIFY(*node->config == expected);
        QVERIFY(images.answerFor("node:1@" + digest));
        QCOMPARE(images.answerFor("mirror.example/node@" + mirrored)->digest, mirrored);
        for (const std::string &other : {"node@" + mirrored, std::string("node:23"), std::string("$X")})
            QVERIFY2(!images.answerFor(other), other.c_str());
    }
    void readsNothingElse()
    {
        for (const char *text : {"", "[", "{}", "[1]", "[{\"Id\": 1}]"})
            QVERIFY2(!readInspectAnswers(text), text);
        QVERIFY(readInspectAnswers("[]"));
        const auto odd = readInspectAnswers(
            R"([{"RepoTags": [1, "A b", "a:1"], "Config": {"Env": ["X", 1], "Labels": {"a": 1}, "Cmd": "x"}}])");
        QVERIFY(odd && (*odd)->answerFor("a:1")->config->environment.size() == 1);
    }
    void holdsReferencesOnly()
    {
        std::set<std::string> names;
        for (const BaseImage &image : baseImages().images) {
            QVERIFY2(names.insert(image.name).second, image.name.c_str());
            QVERIFY2(!image.tags.empty(), image.name.c_str());
            for (const std::string &tag : image.tags) {
                const auto reference = parseImageReference(image.name + ":" + tag);
                QVERIFY2(reference && reference->tag == tag, (image.name + ":" + tag).c_str());
                QVERIFY2(tag != "latest", image.name.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBaseImages)
#include "tst_base_images.moc"
