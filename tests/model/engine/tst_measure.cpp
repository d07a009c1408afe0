// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/fake_engine_client.h"
#include "model/engine/measure_job.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <map>
#include <utility>

using namespace drydock;

namespace {

const char *const text = "FROM golang:1.21 AS Builder\n" // 0
                         "RUN go build\n" // 1
                         "FROM alpine:3.18\n" // 2
                         "COPY x /x\n" // 3
                         "FROM alpine:3.18 AS final\n" // 4
                         "COPY --from=builder /app /app\n"; // 5

/// Brings an image at the next turn of the event loop, or breaks at an instruction.
class ScriptedBuild final : public BuildJob {
public:
    ScriptedBuild(FakeEngineClient &engine, const BuildWish &wish, std::size_t brokenAt, bool hasSteps)
        : m_progress(parse(SourceText(wish.text)))
    {
        QTimer::singleShot(0, this, [this, &engine, wish, brokenAt, hasSteps] {
            if (m_isOver)
                return;
            if (!hasSteps) {
                finish(refusal("The engine is gone."));
            } else if (brokenAt > 0) {
                const char *const names[] = {"", "[builder 2/2] RUN go build",
                                             "resolve image config for docker.io/docker/dockerfile:1"};
                m_progress.add({{{"v", names[brokenAt], 1, 2, false, "exit code: 1", {}}},
                                {},
                                {},
                                {},
                                {},
                                "exit code: 1",
                                {}});
                m_progress.finish(false);
                finish(refusal("It does not build."));
            } else {
                FakeImage image;
                image.facts.id = "sha256:" + wish.target;
                image.facts.tags = wish.tags;
                image.facts.reportedBytes = 7;
                image.facts.config.labels = {wish.labels.begin(), wish.labels.end()};
                image.history = {{"", "", "Imported from -", 1, 100, {}},
                                 {"", "RUN go build # buildkit", "", 1, wish.target.size(), {}}};
                engine.addImage(image);
                finish(BuildOutcome {BuildWay::BuildKit, image.facts.id});
            }
        });
    }
    void abort() override { m_isOver = true; }
    void cancel() override
    {
        if (!std::exchange(m_isOver, true))
            finish(refusal("Cancelled."));
    }
    const BuildProgress &progress() const override { return m_progress; }
    BuildWay way() const override { return BuildWay::BuildKit; }
    std::string inWords() const override { return {}; }

private:
    BuildProgress m_progress;
    bool m_isOver = false;
};

/// An engine, and what was built on it.
struct Yard {
    FakeEngineClient engine;
    std::vector<BuildWish> wishes;
    std::map<std::string, std::size_t> broken; ///< Target → instruction.
    bool isThere = true;

    MeasurePtr measure(MeasureWish wish)
    {
        return MeasurePtr(
            new MeasureJob(engine, std::move(wish), [this](EngineClient &, const BuildWish &one) {
                wishes.push_back(one);
                const auto found = broken.find(one.target);
                return BuildPtr(
                    new ScriptedBuild(engine, one, found == broken.end() ? 0 : found->second, isThere));
            }));
    }
};

MeasureWish wishOf(const std::string &dockerfile = text)
{
    MeasureWish wish;
    wish.build.text = dockerfile;
    wish.build.folder = "/src/app";
    wish.image = "app:latest";
    return wish;
}

/// "0=107 2=105": stages and their bytes.
QByteArray sizes(const Measurement &measurement)
{
    QByteArray all;
    for (const StageSize &size : measurement.stages) {
        all += (all.isEmpty() ? "" : " ") + QByteArray::number(qulonglong(size.stage.value)) + '='
            + QByteArray::number(qulonglong(size.bytes));
    }
    return all;
}

QByteArray targets(const Yard &yard)
{
    QByteArray all;
    for (const BuildWish &wish : yard.wishes)
        all += (all.isEmpty() ? "" : ", ") + QByteArray::fromStdString(wish.target);
    return all;
}

} // namespace

class TestMeasure : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void measuresEveryStageTheTargetFirst()
    {
        Yard yard;
        const auto job = yard.measure(wishOf());
        QByteArray order;
        QObject::connect(job.get(), &MeasureJob::stageMeasured, [&](const StageSize &size) {
            order += QByteArray::number(qulonglong(size.stage.value));
        });
        QTRY_VERIFY(job->isFinished());
        QVERIFY(job->result());
        QCOMPARE(targets(yard), QByteArray("final, Builder, stage 1"));
        QCOMPARE(sizes(*job->result()), QByteArray("0=107 1=107 2=105"));
        QCOMPARE(order, QByteArray("201"));
        QCOMPARE(job->result()->target.value, 2U);
        QCOMPARE(job->result()->result()->image, std::string("sha256:final"));
        QCOMPARE(job->result()->engine, std::string("docker 28.5.2 (unix:///var/run/docker.sock)"));
        QCOMPARE(job->result()->image, std::string("app:latest"));
        QCOMPARE(job->result()->textHash, hashOf(text));
        QVERIFY(job->failures().empty());
    }

    void ourLabelsAreNoLines()
    {
        std::vector<HistoryEntry> history(4);
        history[0].createdBy = "ADD x / # buildkit";
        history[1].createdBy = "/bin/sh -c #(nop)  LABEL mine=1";
        history[2].createdBy = "/bin/sh -c #(nop)  LABEL drydock.options=1 drydock.text=2";
        history[3].createdBy = "/bin/sh -c #(nop) LABEL \"drydock.stage\"=\"1\"";
        const std::vector<HistoryEntry> kept = withoutOurLabels(history);
        QCOMPARE(kept.size(), 2U);
        QCOMPARE(kept.back().createdBy, history[1].createdBy);
    }

    void namesItsImages()
    {
        Yard yard;
        MeasureWish wish = wishOf();
        wish.build.tags = {"app:latest"};
        wish.build.noCache = true;
        const auto job = yard.measure(wish);
        QTRY_VERIFY(job->isFinished());
        const std::string ours = "drydock/" + MeasureNames(wish.build).project;
        QCOMPARE(yard.wishes[0].tags, (std::vector<std::string> {"app:latest", ours + ":final"}));
        QCOMPARE(yard.wishes[1].tags, std::vector<std::string> {ours + ":builder"});
        QCOMPARE(yard.wishes[2].tags, std::vector<std::string> {ours + ":1"});
        QCOMPARE(yard.wishes[0].labels.at("drydock.stage"), std::string("final"));
        QVERIFY(yard.wishes[0].noCache);
        QVERIFY(!yard.wishes[1].noCache);
    }

    void givesTheDownloadSizeOnlyWhereItIsTold()
    {
        Yard yard;
        const auto plain = yard.measure(wishOf());
        QTRY_VERIFY(plain->isFinished());
        QVERIFY(!plain->result()->result()->downloadBytes);
        EngineFacts facts = yard.engine.facts();
        facts.store = ImageStore::Containerd;
        Yard other;
        other.engine.setFacts(facts);
        const auto packed = other.measure(wishOf());
        QTRY_VERIFY(packed->isFinished());
        QCOMPARE(*packed->result()->result()->downloadBytes, 7U);
    }

    void knowsTheImagesThatTheTextNames()
    {
        Yard yard;
        FakeImage alpine;
        alpine.facts.tags = {"alpine:3.18"};
        alpine.history = {{"", "", "", 1, 1984139, {}}};
        yard.engine.addImage(alpine);
        const auto job = yard.measure(wishOf());
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->imageSizes(), (std::map<std::string, std::uint64_t> {{"alpine:3.18", 1984139}}));
    }

    void aBrokenStageDoesNotHideTheOthers()
    {
        Yard yard;
        yard.broken = {{"final", 1}};
        const auto job = yard.measure(wishOf());
        QTRY_VERIFY(job->isFinished());
        QVERIFY(job->result());
        // It broke in the builder: building that once more would only take time.
        QCOMPARE(targets(yard), QByteArray("final, stage 1"));
        QCOMPARE(sizes(*job->result()), QByteArray("1=107"));
        QCOMPARE(job->failures().size(), 2U);
        QCOMPARE(job->failures()[1].stage.value, 0U);
        QCOMPARE(inEnglish(job->failures()[1].error.text), std::string("It does not build."));
    }

    void stopsWhenNoBuildBegins()
    {
        Yard yard;
        yard.isThere = false;
        const auto job = yard.measure(wishOf());
        QTRY_VERIFY(job->isFinished());
        QVERIFY(!job->result());
        QCOMPARE(inEnglish(job->result().error().text), std::string("The engine is gone."));
        QCOMPARE(targets(yard), QByteArray("final"));
    }

    void stopsWhenNobodyCanReadTheText()
    {
        Yard yard;
        yard.broken = {{"final", 2}};
        const auto job = yard.measure(wishOf());
        QTRY_VERIFY(job->isFinished());
        QVERIFY(!job->result());
        QCOMPARE(targets(yard), QByteArray("final"));
        QCOMPARE(job->failures().size(), 1U);
    }

    void saysThatTheEngineDoesNotAnswer()
    {
        Yard yard;
        yard.engine.fail("greet", {{"No engine.", {}}, {}});
        const auto job = yard.measure(wishOf());
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(inEnglish(job->result().error().text), std::string("No engine."));
    }

    void aTextWithoutStagesHasNoSize()
    {
        Yard yard;
        const auto job = yard.measure(wishOf("# nothing\n"));
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(inEnglish(job->result().error().text), std::string("There is no stage to measure."));
    }

    void onlyLooksAtWhatIsThere()
    {
        Yard yard;
        const auto built = yard.measure(wishOf());
        QTRY_VERIFY(built->isFinished());
        MeasureWish look = wishOf();
        look.onlyLooks = true;
        const auto looked = yard.measure(look);
        QTRY_VERIFY(looked->isFinished());
        QCOMPARE(yard.wishes.size(), 3U);
        QCOMPARE(looked->result()->stages, built->result()->stages);
        // Of another text there is nothing.
        MeasureWish other = wishOf(std::string(text) + "RUN x\n");
        other.onlyLooks = true;
        const auto none = yard.measure(other);
        QTRY_VERIFY(none->isFinished());
        QCOMPARE(inEnglish(none->result().error().text),
                 std::string("This text has not been built and measured yet."));
        QCOMPARE(yard.engine.count("removeImage"), 0);
    }

    void takesItsNamesFromWhatIsOld()
    {
        Yard yard;
        const MeasureWish wish = wishOf();
        const MeasureNames names(wish.build);
        const auto add
            = [&](const std::string &id, std::vector<std::string> tags, const std::string &project) {
                  FakeImage image;
                  image.facts.id = id;
                  image.facts.tags = std::move(tags);
                  image.facts.config.labels = {{"drydock.project", project}};
                  yard.engine.addImage(image);
              };
        const std::string ours = names.repository() + ':';
        add("sha256:gone", {ours + "gone"}, names.project);
        add("sha256:nameless", {}, names.project);
        add("sha256:kept", {}, names.project);
        add("sha256:shared", {ours + "other", "mine:1"}, names.project);
        add("sha256:foreign", {}, "another");
        MeasureWish keeping = wish;
        keeping.keep = {"sha256:kept"};
        const auto job = yard.measure(keeping);
        QTRY_VERIFY(job->isFinished());
        QByteArray left;
        for (const FakeImage &image : yard.engine.allImages()) {
            left += QByteArray::fromStdString(image.facts.id) + ' ';
            for (const std::string &tag : image.facts.tags)
                QVERIFY2(image.facts.id != "sha256:shared" || tag == "mine:1", tag.c_str());
        }
        QCOMPARE(left,
                 QByteArray(
                     "sha256:kept sha256:shared sha256:foreign sha256:final sha256:Builder sha256:stage 1 "));
    }

    void isCancelledByDroppingIt()
    {
        Yard yard;
        auto job = yard.measure(wishOf());
        QObject::connect(job.get(), &MeasureJob::buildStarted, [&] { job.reset(); });
        QTRY_VERIFY(!job);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(yard.wishes.size(), 1U);
    }

    void canBeDroppedFromItsOwnSignals()
    {
        Yard yard;
        yard.broken = {{"final", 1}};
        auto job = yard.measure(wishOf());
        bool isDropped = false;
        QObject::connect(job.get(), &MeasureJob::stageFailed, [&] {
            job.reset();
            isDropped = true;
        });
        QTRY_VERIFY(isDropped);
        QCoreApplication::processEvents();
        QCOMPARE(yard.wishes.size(), 1U);
    }

    void endsInWhatIsThereWhenItIsCancelled()
    {
        Yard yard;
        const auto job = yard.measure(wishOf());
        QObject::connect(job.get(), &MeasureJob::stageMeasured, [&] { job->cancel(); });
        QTRY_VERIFY(job->isFinished());
        QVERIFY(job->result());
        QVERIFY(job->result()->stages.size() < 3);
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
