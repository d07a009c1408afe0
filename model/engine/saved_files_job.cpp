// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/saved_files_job.h"

#include "model/engine/byte_queue.h"
#include "model/image/saved_image.h"

#include <QFileInfo>
#include <QThreadPool>

#include <functional>
#include <mutex>
#include <stop_token>
#include <utility>

namespace drydock {

namespace {

/// Not the pool of everybody: a reader waits for an engine, and must keep nobody else waiting.
QThreadPool &readers()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(8);
    return pool;
}

constexpr qint64 millisecondsBetweenNews = 50;

} // namespace

/// What the thread and the job have in common. It outlives both.
class SavedFilesJob::Worker : public std::enable_shared_from_this<Worker> {
public:
    explicit Worker(SavedFilesJob *job)
        : m_job(job)
        , m_queue([this] {
            post([](SavedFilesJob *one) {
                if (one->m_exchange)
                    one->m_exchange->setPaused(false);
            });
        })
    { }

    ByteQueue &queue() { return m_queue; }
    void readQueue(const SavedImageOptions &options)
    {
        start(options,
              [](Worker &self, const SavedImageOptions &how) { return readSavedImage(self.m_queue, how); });
    }
    void readFile(const std::string &path, const SavedImageOptions &options)
    {
        start(options, [path](Worker &, const SavedImageOptions &how) -> Result<ImageContents> {
            auto file = FileInput::open(path);
            if (!file)
                return tl::unexpected<Error>(file.error());
            return readSavedImage(**file, how);
        });
    }
    /// The job hears no more.
    void letGo()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_job = nullptr;
        }
        m_stop.request_stop();
        m_queue.stop();
    }
    /// Calls `what` in the thread of the job, if that still listens.
    void post(std::function<void(SavedFilesJob *)> what)
    {
        const std::lock_guard lock(m_mutex);
        SavedFilesJob *const job = m_job;
        if (job)
            QMetaObject::invokeMethod(
                job,
                [job, what = std::move(what)] {
                    if (!job->m_isAborted && !job->isFinished())
                        what(job);
                },
                Qt::QueuedConnection);
    }

private:
    using Reader = std::function<Result<ImageContents>(Worker &, const SavedImageOptions &)>;

    void start(SavedImageOptions options, Reader reader)
    {
        options.stop = m_stop.get_token();
        readers().start(
            [self = shared_from_this(), options = std::move(options), reader = std::move(reader)] {
                auto files = std::make_shared<Result<ImageContents>>(reader(*self, options));
                self->post([files](SavedFilesJob *job) { job->give(std::move(*files)); });
            });
    }

    std::mutex m_mutex;
    SavedFilesJob *m_job;
    std::stop_source m_stop;
    ByteQueue m_queue;
};

SavedFilesJob::SavedFilesJob(EngineClient &engine, const std::string &image)
    : m_worker(std::make_shared<Worker>(this))
    , m_exchange(engine.saveImage(image))
{
    connect(m_exchange.get(), &HttpExchange::received, this, &SavedFilesJob::receive);
    connect(m_exchange.get(), &Job::finished, this, &SavedFilesJob::streamEnded);
    m_worker->readQueue({});
}

SavedFilesJob::SavedFilesJob(const std::string &path, const std::string &tag)
    : m_worker(std::make_shared<Worker>(this))
{
    const QFileInfo file(QString::fromStdString(path));
    if (!file.isFile()) {
        // A pipe would keep the thread waiting for ever.
        QMetaObject::invokeMethod(
            this,
            [this, path] {
                if (!m_isAborted)
                    give(refusal(QT_TRANSLATE_NOOP("engine", "There is no file “%1”."), {path}));
            },
            Qt::QueuedConnection);
        return;
    }
    SavedImageOptions options;
    options.tag = tag;
    // The options belong to the thread, which belongs to the worker.
    options.progress = [worker = m_worker.get(), total = file.size()](std::uint64_t done) {
        worker->post(
            [done, total](SavedFilesJob *job) { job->tellProgress(static_cast<qint64>(done), total); });
    };
    m_worker->readFile(path, options);
}

SavedFilesJob::~SavedFilesJob()
{
    abort();
}

void SavedFilesJob::abort()
{
    m_isAborted = true;
    m_worker->letGo();
    m_exchange.reset();
}

void SavedFilesJob::receive(const QByteArray &bytes)
{
    m_received += bytes.size();
    if (!m_worker->queue().push(bytes.toStdString()))
        m_exchange->setPaused(true);
    tellProgress(m_received, 0);
}

void SavedFilesJob::streamEnded()
{
    const auto exchange = std::move(m_exchange);
    const Result<HttpAnswer> &answer = exchange->result();
    if (!answer) {
        give(tl::unexpected<Error>(answer.error()));
    } else if (answer->status / 100 != 2) {
        auto no = refusal(QT_TRANSLATE_NOOP("engine", "The engine does not hand the image over (status %1)."),
                          {std::to_string(answer->status)});
        no.value().detail = answer->body.substr(0, 2000);
        give(std::move(no));
    } else {
        m_worker->queue().close();
    }
}

void SavedFilesJob::tellProgress(qint64 done, qint64 total)
{
    if (m_sinceTold.isValid() && m_sinceTold.elapsed() < millisecondsBetweenNews)
        return;
    m_sinceTold.start();
    emit progressed(done, total);
}

void SavedFilesJob::give(Result<ImageContents> result)
{
    m_worker->letGo();
    m_exchange.reset();
    finish(std::move(result));
}

JobPtr<ImageContents> readFilesOfImage(EngineClient &engine, const std::string &image)
{
    return JobPtr<ImageContents>(new SavedFilesJob(engine, image));
}

JobPtr<ImageContents> readFilesOfArchive(const std::string &path, const std::string &tag)
{
    return JobPtr<ImageContents>(new SavedFilesJob(path, tag));
}

} // namespace drydock
