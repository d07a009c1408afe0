// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/fake_engine_client.h"
#include "model/engine/image_job.h"

#include <QTest>

using namespace drydock;

/// Images that no text of ours has made.
class TestImageJob : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void sumsUpTheHistory()
    {
        FakeEngineClient engine;
        FakeImage image;
        image.facts.id = "sha256:a1";
        image.facts.tags = {"web:1"};
        image.facts.config.user = "10001";
        image.history = {{"", "ADD x / # buildkit", "", 1, 700, {}}, {"", "CMD [\"x\"]", "", 1, 0, {}}};
        engine.addImage(image);
        const auto job = measureImage(engine, "web:1");
        QTRY_VERIFY(job->isFinished());
        QVERIFY(job->result());
        const Measurement &measurement = *job->result();
        QCOMPARE(measurement.image, std::string("web:1"));
        QCOMPARE(measurement.config->user, std::string("10001"));
        QVERIFY(measurement.result());
        QCOMPARE(measurement.result()->image, std::string("sha256:a1"));
        QCOMPARE(measurement.result()->bytes, 700U);
        QCOMPARE(measurement.result()->layers.size(), 2U);
        QCOMPARE(measurement.result()->layers.front().createdBy, std::string("ADD x / # buildkit"));
    }

    void saysThatThereIsNone()
    {
        FakeEngineClient engine;
        const auto job = measureImage(engine, "web:1");
        QTRY_VERIFY(job->isFinished());
        QVERIFY(!job->result());
        QCOMPARE(engine.count("pullImage"), 0);
    }

    void canBeDropped()
    {
        FakeEngineClient engine;
        engine.hold();
        auto job = measureImage(engine, "web:1");
        job.reset();
        engine.release();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestImageJob)
#include "tst_image_job.moc"
