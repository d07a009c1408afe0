// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_build.h"

#include "model/build/build_ending.h"
#include "model/build/classic_decoder.h"
#include "model/build/engine_message.h"
#include "model/build/stage_names.h"
#include "model/build/trace_decoder.h"
#include "model/engine/build_run.h"
#include "model/engine/build_words.h"
#include "model/engine/context_job.h"

#include <QDateTime>
#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <utility>

namespace drydock {
namespace {

constexpr int patience = 2000; ///< Milliseconds from asking a build to end until its connection is dropped.
/// Of the stream that are taken between two ticks, so that a flood leaves time for the window.
constexpr qsizetype mostBytesPerTick = qsizetype {2} * 1024 * 1024;

class ContextBody final : public BodySource {
public:
    /// \param told called with the bytes that were read so far.
    ContextBody(ContextArchivePtr archive, std::function<void(std::uint64_t)> told)
        : m_archive(std::move(archive))
        , m_told(std::move(told))
    { }

    Result<std::string> read(std::size_t most) override
    {
        Result<std::string> bytes = m_archive->read(most);
        if (bytes)
            m_told(m_sent += bytes->size());
        return bytes;
    }

private:
    ContextArchivePtr m_archive;
    std::function<void(std::uint64_t)> m_told;
    std::uint64_t m_sent = 0;
};

/// An engine without BuildKit answers so before it looks at anything else.
bool lacksBuildKit(int status, const std::string &words)
{
    return status == 501 || words.find("buildkit") != std::string::npos
        || words.find("BuildKit") != std::string::npos;
}

class EngineBuild final : public BuildRun {
public:
    EngineBuild(EngineClient &engine, BuildWish wish, const Syntax &syntax, BuildWay way)
        : BuildRun(syntax, way)
        , m_engine(engine)
        , m_wish(std::move(wish))
    {
        m_drop.setSingleShot(true);
        m_drop.setInterval(patience);
        connect(&m_drop, &QTimer::timeout, this, &EngineBuild::drop);
        const Result<BuildTarget> target = targetCalled(syntax, m_wish.target);
        if (!target) {
            endLater(target.error());
            return;
        }
        m_target = target->name;
        m_text = target->edits.applyTo(m_wish.text);
        setWords(dockerCommand(m_engine.endpoint(), m_wish, m_target, way == BuildWay::BuildKit));
        openFolder();
    }

    void abort() override
    {
        m_drop.stop();
        m_context.reset();
        m_cancelling.reset();
        m_exchange.reset();
    }

    void cancel() override
    {
        if (isFinished() || m_isCancelled)
            return;
        m_isCancelled = true;
        if (m_exchange && way() == BuildWay::BuildKit) {
            m_cancelling = m_engine.cancelBuild(m_buildId);
            m_drop.start();
            return;
        }
        drop();
    }

private:
    void openFolder()
    {
        m_context = openContext(m_wish.folder, m_wish.dockerfile, m_text, m_wish.files);
        connect(m_context.get(), &Job::finished, this, [this] {
            if (const auto &archive = m_context->result())
                send(*archive);
            else
                end(tl::unexpected(archive.error()));
        });
    }

    void send(const ContextArchivePtr &archive)
    {
        BuildQuery query;
        query.dockerfile = archive->dockerfile();
        query.target = m_target;
        query.tags = m_wish.tags;
        query.buildArgs = m_wish.buildArgs;
        query.labels = m_wish.labels;
        query.cacheFrom = m_wish.cacheFrom;
        query.platform = m_wish.platform;
        query.noCache = m_wish.noCache;
        query.pull = m_wish.pull;
        query.usesBuildKit = way() == BuildWay::BuildKit;
        if (query.usesBuildKit) {
            m_buildId = "drydock-" + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
            query.buildId = m_buildId;
            m_decoder = std::make_unique<TraceDecoder>();
        } else {
            m_decoder = std::make_unique<ClassicDecoder>([] { return QDateTime::currentMSecsSinceEpoch(); });
        }
        m_total = archive->bytes();
        // The client may read on for a moment when nobody waits for the build any more.
        const auto told = [job = QPointer<EngineBuild>(this)](std::uint64_t sent) {
            if (!job)
                return;
            job->m_sent = sent;
            job->wake();
        };
        m_exchange = m_engine.build(query, std::make_shared<ContextBody>(archive, told));
        connect(m_exchange.get(), &HttpExchange::received, this, &EngineBuild::receive);
        connect(m_exchange.get(), &Job::finished, this, &EngineBuild::conclude);
    }

    void receive(const QByteArray &bytes)
    {
        m_hasBegun = true;
        take(m_decoder->add({bytes.data(), static_cast<std::size_t>(bytes.size())}));
        m_sinceTick += bytes.size();
        if (m_sinceTick > mostBytesPerTick && !m_isPaused && !isFinished()) {
            m_isPaused = true;
            m_exchange->setPaused(true);
        }
    }

    void tick() override
    {
        m_sinceTick = 0;
        if (m_sent != m_sentTold) {
            m_sentTold = m_sent;
            // The archive is a little longer than its files.
            emit progressed(static_cast<qint64>(std::min(m_sent, m_total)), static_cast<qint64>(m_total));
        }
        BuildRun::tick();
        if (m_isPaused && m_exchange) {
            m_isPaused = false;
            m_exchange->setPaused(false);
        }
    }

    /// The exchange is over.
    void conclude()
    {
        m_drop.stop();
        const Result<HttpAnswer> &answer = m_exchange->result();
        if (m_hasBegun || (answer && answer->status / 100 == 2))
            concludeStream(answer ? StreamEnd::Whole : StreamEnd::Cut);
        else if (m_isCancelled)
            endCancelled();
        else if (!answer)
            end(tl::unexpected(answer.error()));
        else
            concludeRefusal(*answer);
    }

    void concludeStream(StreamEnd how)
    {
        take(m_decoder->end());
        if (m_isCancelled) {
            endCancelled();
            return;
        }
        finishProgress(false);
        const Result<std::string> image = endingOf(progress(), lastImageId(), how);
        if (image) {
            end(BuildOutcome {way(), *image});
            return;
        }
        Error error = image.error();
        if (how == StreamEnd::Cut && error.detail.empty())
            error.detail = m_exchange->result().error().detail;
        end(tl::unexpected(std::move(error)));
    }

    void concludeRefusal(const HttpAnswer &answer)
    {
        const std::string words = wordsOfRefusal(answer.body);
        if (way() == BuildWay::BuildKit && lacksBuildKit(answer.status, words)) {
            setWay(BuildWay::Classic);
            setWords(dockerCommand(m_engine.endpoint(), m_wish, m_target, false));
            openFolder(); // What was read of the archive is gone.
            return;
        }
        end(tl::unexpected(whyItFailed(progress(), words)));
    }

    /// A closed connection makes the engine stop.
    void drop()
    {
        m_context.reset();
        m_exchange.reset();
        endCancelled();
    }

    EngineClient &m_engine;
    BuildWish m_wish;
    std::string m_target; ///< For the engine.
    std::string m_text; ///< That is built.
    std::string m_buildId;
    JobPtr<ContextArchivePtr> m_context;
    std::unique_ptr<BuildDecoder> m_decoder;
    ExchangePtr m_exchange;
    JobPtr<bool> m_cancelling;
    QTimer m_drop;
    std::uint64_t m_sent = 0; ///< Bytes of the context.
    std::uint64_t m_sentTold = 0;
    std::uint64_t m_total = 0;
    qsizetype m_sinceTick = 0;
    bool m_hasBegun = false; ///< Something was streamed.
    bool m_isPaused = false;
    bool m_isCancelled = false;
};

} // namespace

BuildPtr startEngineBuild(EngineClient &engine, const BuildWish &wish, BuildWay way)
{
    return BuildPtr(new EngineBuild(engine, wish, parse(SourceText(wish.text)), way));
}

} // namespace drydock
