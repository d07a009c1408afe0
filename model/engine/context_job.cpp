// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/context_job.h"

#include <QThreadPool>

#include <mutex>
#include <stop_token>
#include <utility>

namespace drydock {
namespace {

/// More than a folder that is only looked at: what is left out here would be missing in the image.
ContextLimits limitsOfBuilds()
{
    ContextLimits limits;
    limits.entries = 2'000'000;
    limits.depth = 200; // One open folder each.
    limits.pathBytes = std::size_t {512} * 1024 * 1024;
    return limits;
}

Result<ContextArchivePtr> openedContext(const std::string &folder, const std::string &dockerfile,
                                        std::string text, const ContextFiles &files,
                                        const std::stop_token &stop)
{
    Result<BuildContext> context = readBuildContext(folder, dockerfile, limitsOfBuilds(), stop);
    if (context && !files.empty())
        context = withFiles(*context, dockerfile, files);
    if (!context)
        return tl::unexpected(context.error());
    auto archive = ContextArchive::open(folder, std::move(*context), dockerfile, std::move(text), files);
    if (!archive)
        return tl::unexpected(archive.error());
    return std::make_shared<ContextArchive>(std::move(*archive));
}

class ContextJob final : public JobOf<ContextArchivePtr> {
public:
    ContextJob(const std::string &folder, const std::string &dockerfile, std::string text,
               const ContextFiles &files)
        : m_mailbox(std::make_shared<Mailbox>())
    {
        m_mailbox->receiver = this;
        QThreadPool::globalInstance()->start([mailbox = m_mailbox, folder, dockerfile, text = std::move(text),
                                              files, stop = m_stop.get_token()] {
            auto result = openedContext(folder, dockerfile, text, files, stop);
            const std::lock_guard lock(mailbox->mutex);
            if (ContextJob *const job = mailbox->receiver)
                QMetaObject::invokeMethod(
                    job, [job, result] { job->finish(result); }, Qt::QueuedConnection);
        });
    }
    ContextJob(const ContextJob &) = delete;
    ContextJob &operator=(const ContextJob &) = delete;
    ~ContextJob() override { leave(); }

    void abort() override { leave(); }

private:
    /// Where the other thread leaves its answer, if somebody still waits for it.
    struct Mailbox {
        std::mutex mutex;
        ContextJob *receiver = nullptr;
    };

    void leave()
    {
        m_stop.request_stop();
        const std::lock_guard lock(m_mailbox->mutex);
        m_mailbox->receiver = nullptr;
    }

    std::stop_source m_stop;
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace

JobPtr<ContextArchivePtr> openContext(const std::string &folder, const std::string &dockerfile,
                                      std::string text, const ContextFiles &files)
{
    return JobPtr<ContextArchivePtr>(new ContextJob(folder, dockerfile, std::move(text), files));
}

} // namespace drydock
