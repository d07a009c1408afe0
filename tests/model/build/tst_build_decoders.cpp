// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/build_ending.h"
#include "model/build/classic_decoder.h"
#include "model/build/encodings.h"
#include "model/build/provenance.h"
#include "model/build/rawjson_decoder.h"
#include "model/build/trace_decoder.h"

#include <QTest>

#include <fstream>
#include <functional>
#include <iterator>
#include <memory>

using namespace drydock;

namespace {

using Maker = std::function<std::unique_ptr<BuildDecoder>()>;

const Maker classic = [] { return std::make_unique<ClassicDecoder>([] { return std::int64_t {7}; }); };
const Maker trace = [] { return std::make_unique<TraceDecoder>(); };
const Maker rawjson = [] { return std::make_unique<RawjsonDecoder>(); };

const std::string file = "FROM alpine AS base\nRUN echo ok\nRUN cat /nonexistent\n";

/// A build as its news say, and how it ended.
struct Replay {
    BuildProgress progress {parse(SourceText(file))};
    std::string imageId;

    void take(const BuildNews &news)
    {
        progress.add(news);
        if (!news.imageIds.empty())
            imageId = news.imageIds.back();
    }
    QByteArray shown() const
    {
        constexpr const char *states[] = {"Waiting", "Running", "Cached", "Done", "Failed", "Cancelled"};
        std::string all;
        for (const ProgressStep &step : progress.steps()) {
            all += step.stage + '|' + step.name + '|' + states[std::size_t(step.state)] + '|' + step.error;
            for (const std::string &line : step.log.lines())
                all += '>' + line;
            all += '\n';
        }
        all += "image " + imageId + "\nerror " + progress.error() + '\n';
        for (const std::string &warning : progress.warnings())
            all += "warning " + warning + '\n';
        return QByteArray::fromStdString(all);
    }
};

/// Replays `bytes` in pieces that end at `cuts`.
Replay replay(const Maker &maker, std::string_view bytes, std::size_t cut)
{
    Replay result;
    const auto decoder = maker();
    result.take(decoder->add(bytes.substr(0, cut)));
    result.take(decoder->add(bytes.substr(cut)));
    result.take(decoder->end());
    result.progress.finish(false);
    return result;
}

void checkCuts(const Maker &maker, const std::string &bytes, const QByteArray &expected, std::size_t step = 1)
{
    for (std::size_t cut = 0; cut <= bytes.size(); cut += step)
        QCOMPARE(replay(maker, bytes, cut).shown(), expected);
}

/// However early the stream breaks off, nobody says that it went well.
void checkTruncated(const Maker &maker, const std::string &bytes, std::size_t step = 1)
{
    for (std::size_t end = 0; end < bytes.size(); end += step) {
        const Replay one = replay(maker, std::string_view(bytes).substr(0, end), end / 2);
        QVERIFY(!endingOf(one.progress, one.imageId, StreamEnd::Cut));
    }
}

const std::string classicStream = R"({"stream":"Step 1/3 : FROM alpine AS base"}
{"stream":"\n"}
{"stream":" ---\u003e 76422255668d\n"}
{"stream":"Step 2/3 : RUN echo ok"}
{"stream":"\n"}
{"stream":" ---\u003e Using cache\n"}
{"stream":" ---\u003e e11c78c9c673\n"}
{"stream":"Step 3/3 : RUN cat /nonexistent"}
{"stream":"\n"}
{"stream":" ---\u003e Running in f3796e32e16d\n"}
{"stream":"\u001b[91mcat: cannot open\n\u001b[0m"}
{"stream":"Step 9/9 : FROM nowhere\n"}
{"stream":"Removing intermediate container f3796e32e16d\n"}
)";

const std::string rawStream
    = R"({"vertexes":[{"digest":"a","name":"[internal] load build definition from Dockerfile","started":"2026-11-23T19:54:23.5Z"}]}
{
  "vertexes": [
    {"digest": "a", "started": "2026-11-23T19:54:23.5Z", "completed": "2026-11-23T19:54:23.622981534Z"},
    {"digest": "b", "name": "[base 2/3] RUN echo ok", "started": "2026-11-23T19:54:24Z", "completed": "2026-11-23T19:54:24Z", "cached": true}
  ]
}
{"statuses":[{"id":"transferring","vertex":"a","current":30,"total":-1}],"warnings":[{"short":"d2Fybg=="}]}
{"vertexes":[{"digest":"c","name":"[base 3/3] RUN cat /nonexistent","started":"2026-11-23T19:54:25Z"}]}
{"logs":[{"vertex":"c","stream":2,"data":"Y2F0OiBubwo="},{"vertex":"c","data":"!"},{"vertex":7}]}
{"vertexes":[{"digest":"c","completed":"2026-11-23T19:54:26Z","error":"exit code: 1"},7,{}],"logs":{}}
Dockerfile:3
--------------------
   3 | >>> RUN cat /nonexistent
--------------------
ERROR: failed to build: failed to solve: exit code: 1)";

/// What an engine sends for a vertex "c" with a log line and a warning.
const std::string traceStream
    // Vertex: 1 digest "c", 3 name "[base 3/3] RUN cat /nonexistent", 5 started, 6 completed; log: 1 "c", 4 "hi\n".
    = R"({"id":"moby.buildkit.trace","aux":"Ci4KAWMaH1tiYXNlIDMvM10gUlVOIGNhdCAvbm9uZXhpc3RlbnQqAwjoBzIDCOkHGggKAWMiA2hpCg=="})"
      "\r\n"
      R"({"id":"moby.image.id","aux":{"ID":"sha256:1e91"}})"
      "\r\n";

std::string recording(const char *name)
{
    // Beside the code where there are recordings of real engines.
    std::ifstream stream(std::string(DRYDOCK_SOURCE_DIR) + "/../shared/tried/engine/recordings/" + name,
                         std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestBuildDecoders : public QObject {
    Q_OBJECT

private slots:
    void readsTheClassicBuilder()
    {
        const QByteArray steps = "base|FROM alpine AS base|Done|\n"
                                 "base|RUN echo ok|Cached|\n";
        const std::string good = classicStream
            + "{\"stream\":\" ---\\u003e 3833ede0ea91\\n\"}\r\n"
              "{\"aux\":{\"ID\":\"sha256:3833\"}}\r\n{\"stream\":\"Successfully built 3833ede0ea91\\n\"}\r\n";
        const QByteArray expected = steps
            + "base|RUN cat /nonexistent|Done|>cat: cannot open>Step 9/9 : FROM nowhere\n"
              "image sha256:3833\nerror \n";
        checkCuts(classic, good, expected);
        checkTruncated(classic, good, 7);
        const std::string bad
            = classicStream + R"({"errorDetail":{"code":1,"message":"non-zero code: 1"},"error":"x"})";
        checkCuts(classic, bad,
                  steps
                      + "base|RUN cat /nonexistent|Failed|non-zero code: 1>cat: cannot open>Step 9/9 : FROM "
                        "nowhere\n"
                        "image \nerror non-zero code: 1\n");
    }

    void readsPodman()
    {
        // Of Podman 4.3.1.
        const std::string stream = "{\"stream\":\"[1/2] STEP 1/2: FROM alpine AS base\\n\"}\n"
                                   "{\"stream\":\"[1/2] STEP 2/2: RUN echo ok\\n\"}\n"
                                   "{\"stream\":\"hello\\n\"}\n"
                                   "{\"stream\":\"--\\u003e e1db494ad56\\n\"}\n"
                                   "{\"stream\":\"[2/2] STEP 1/2: FROM base\\n\"}\n"
                                   "{\"stream\":\"[2/2] STEP 2/2: LABEL \\\"a\\\"=\\\"b\\\"\\n\"}\n"
                                   "{\"stream\":\"--\\u003e Using cache "
                                   "e1db494ad5696602f3504797b64e55d451415ef64bdf3c19b586a2657beb389b\\n\"}\n"
                                   "{\"stream\":\"[2/2] COMMIT docker.io/library/raw:1\\n\"}\n"
                                   "{\"stream\":\"--\\u003e 110183405e1\\n\"}\n"
                                   "{\"aux\":{\"ID\":\"sha256:1\"}}\n";
        checkCuts(classic, stream,
                  "base|FROM alpine AS base|Done|\nbase|RUN echo ok|Done|>hello\n"
                  "|FROM base|Done|\n|LABEL \"a\"=\"b\"|Cached|\nimage sha256:1\nerror \n");
    }

    void readsBuildx()
    {
        checkCuts(rawjson, rawStream,
                  "|[internal] load build definition from Dockerfile|Done|\n"
                  "base|RUN echo ok|Cached|\n"
                  "base|RUN cat /nonexistent|Failed|exit code: 1>cat: no\n"
                  "image \nerror failed to build: failed to solve: exit code: 1\nwarning warn\n");
        checkTruncated(rawjson, rawStream, 7);
    }

    void readsBuildKitOfTheEngine()
    {
        checkCuts(trace, traceStream, "base|RUN cat /nonexistent|Done|>hi\nimage sha256:1e91\nerror \n");
        checkTruncated(trace, traceStream, 3);
    }

    void takesAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1,2]\n\"a\"\n7\n");
        QTest::newRow("other types") << QByteArray(
            R"({"id":7,"aux":[],"stream":{},"errorDetail":3,"vertexes":[[]],"logs":"x"})");
        QTest::newRow("deep") << "{\"a\":" + QByteArray(20'000, '[') + "\n";
        QTest::newRow("no base64") << QByteArray(R"({"id":"moby.buildkit.trace","aux":"\u0000!!"})");
        QTest::newRow("no protobuf") << QByteArray(R"({"id":"moby.buildkit.trace","aux":"Cv8="})");
        QTest::newRow("no UTF-8") << QByteArray("{\"stream\":\"\xff\xfe\"}\n\xff\xfe\n");
        QTest::newRow("half an object") << QByteArray("{\"stream\":\"Step 1/2 ");
    }
    void takesAnyBytes()
    {
        QFETCH(QByteArray, bytes);
        for (const Maker &maker : {classic, trace, rawjson}) {
            const Replay one = replay(maker, bytes.toStdString(), std::size_t(bytes.size() / 2));
            QVERIFY(!endingOf(one.progress, one.imageId, StreamEnd::Whole));
        }
    }

    void replaysWhatEnginesHaveSent_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("decoder");
        QTest::addColumn<bool>("isSuccess");
        QTest::newRow("classic of 20.10") << QByteArray("classic-2010.txt") << 0 << true;
        QTest::newRow("classic, disk full") << QByteArray("full1.txt") << 0 << false;
        QTest::newRow("version=2 of 20.10, refused") << QByteArray("v2-dk.jsonl") << 1 << false;
        QTest::newRow("version=2 of 26.1") << QByteArray("v2-d26.jsonl") << 1 << true;
        QTest::newRow("version=2 of 28.5") << QByteArray("v2-d28.jsonl") << 1 << true;
        QTest::newRow("buildx 0.29, failing") << QByteArray("badraw.txt") << 2 << false;
        QTest::newRow("buildx 0.13") << QByteArray("rj13.json") << 2 << false;
        QTest::newRow("buildx 0.29") << QByteArray("raw28.jsonl") << 2 << false;
    }
    void replaysWhatEnginesHaveSent()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, decoder);
        QFETCH(bool, isSuccess);
        const std::string bytes = recording(name.constData());
        if (bytes.empty())
            QSKIP("The recordings of real engines are not beside this clone.");
        const Maker makers[] = {classic, trace, rawjson};
        const Maker &maker = makers[decoder];
        const Replay whole = replay(maker, bytes, 0);
        QVERIFY(!whole.progress.steps().empty());
        QCOMPARE(endingOf(whole.progress, whole.imageId, StreamEnd::Whole).has_value(), isSuccess);
        const std::size_t step = 1 + bytes.size() / 20; // Each byte takes minutes under the sanitizers.
        checkCuts(maker, bytes, whole.shown(), step);
        checkTruncated(maker, bytes, step);
    }

    void placesTheStepsOfARealBuild()
    {
        const std::string text = recording("Dockerfile");
        const std::string bytes = recording("raw28.jsonl");
        if (text.empty() || bytes.empty())
            QSKIP("The recordings of real engines are not beside this clone.");
        BuildProgress progress(parse(SourceText(text)));
        RawjsonDecoder decoder;
        progress.add(decoder.add(bytes));
        progress.add(decoder.end());
        std::size_t count = 0;
        for (const ProgressStep &step : progress.steps()) {
            if (step.stage.empty())
                continue;
            ++count;
            QVERIFY2(step.instruction, step.name.c_str());
        }
        QVERIFY(count >= 8);
        const BuildMetadata metadata = readBuildMetadata(recording("meta28max.json"));
        QVERIFY(metadata.lines.size() >= 8);
        QVERIFY(metadata.manifest.starts_with("sha256:"));
    }

    void readsTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("time");
        QTest::newRow("nanoseconds") << QByteArray("2026-11-23T19:54:23.622981534Z") << qint64(1795463663622);
        QTest::newRow("none") << QByteArray("1970-01-01T00:00:00Z") << qint64(0);
        QTest::newRow("another zone") << QByteArray("1970-01-01T01:00:00.5+01:00") << qint64(500);
        QTest::newRow("Go's zero") << QByteArray("0001-01-01T00:00:00Z") << qint64(-1);
        QTest::newRow("no day") << QByteArray("2026-02-30T00:00:00Z") << qint64(-1);
        QTest::newRow("cut") << QByteArray("2026-11-23T19:54:23") << qint64(-1);
        QTest::newRow("no time") << QByteArray("soon") << qint64(-1);
    }
    void readsTimes()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, time);
        QCOMPARE(qint64(fromTimestamp(text.toStdString()).value_or(-1)), time);
    }

    void readsBase64()
    {
        QCOMPARE(fromBase64("").value(), std::string());
        QCOMPARE(fromBase64("YQ==").value(), std::string("a"));
        QCOMPARE(fromBase64("YWJj").value(), std::string("abc"));
        QCOMPARE(fromBase64("/+8").value(), std::string("\xff\xef"));
        QVERIFY(!fromBase64("Y Q="));
        QVERIFY(!fromBase64("Y=Q="));
    }
};

QTEST_APPLESS_MAIN(TestBuildDecoders)
#include "tst_build_decoders.moc"
