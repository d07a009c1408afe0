// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ordered_run.h"

#include "app/cli/input_file.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace drydock::cli {

namespace {

using Work = std::function<Outcome(const FoundFile &)>;
using Found = Result<FoundFile>;

constexpr std::uint64_t maxBytesWaiting = 256'000'000;
constexpr std::size_t maxWaitingPerJob = 16;

Outcome outcomeOf(const Found &found, const Work &work)
{
    if (!found)
        return {{}, inEnglish(found.error().text), ExitCode::Unreadable};
    return work(*found);
}

ExitCode write(const Outcome &outcome, Output &output)
{
    output.write(outcome.output);
    if (!outcome.error.empty())
        output.error(outcome.error);
    return outcome.code;
}

/// Threads take turns at the finder and at the output; each file has a number, and numbers are written in order.
class OrderedRun {
public:
    OrderedRun(FileFinder &finder, const Work &work, Output &output, unsigned jobs)
        : m_finder(finder)
        , m_work(work)
        , m_output(output)
        , m_maxWaiting(maxWaitingPerJob * jobs)
    { }

    /// \param first, second are what the finder has given already.
    ExitCode run(Found first, Found second, unsigned jobs)
    {
        m_given.push_back(std::move(second));
        m_given.push_back(std::move(first));
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 1; i < jobs; ++i)
                threads.emplace_back([this] { workOn(); });
            workOn();
        }
        return m_code;
    }

private:
    struct Finished {
        Outcome outcome;
        std::uint64_t size = 0;
    };

    /// \pre m_mutex is held.
    std::optional<Found> takeNext()
    {
        if (m_output.isClosed())
            return {};
        if (m_given.empty())
            return m_finder.next();
        Found found = std::move(m_given.back());
        m_given.pop_back();
        return found;
    }

    void workOn()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_turnover.wait(lock, [this] { return m_taken - m_written < m_maxWaiting; });
            const std::optional<Found> found = takeNext();
            if (!found)
                return;
            const std::size_t number = m_taken++;
            const std::uint64_t size = *found ? sizeHint((*found)->path) : 0;
            // The file whose turn it is never waits, so there is always one that goes on.
            m_turnover.wait(lock,
                            [&] { return m_bytesWaiting + size <= maxBytesWaiting || number == m_written; });
            m_bytesWaiting += size;
            lock.unlock();
            Finished finished {outcomeOf(*found, m_work), size};
            lock.lock();
            m_finished.emplace(number, std::move(finished));
            writeFinished(lock);
        }
    }

    /// Writes all outcomes whose turn has come, unless another thread is at it, which will see ours too.
    void writeFinished(std::unique_lock<std::mutex> &lock)
    {
        if (m_isWriting)
            return;
        m_isWriting = true;
        while (!m_finished.empty() && m_finished.begin()->first == m_written) {
            const auto next = m_finished.extract(m_finished.begin());
            lock.unlock();
            const ExitCode code = write(next.mapped().outcome, m_output);
            lock.lock();
            m_code = std::max(m_code, code);
            m_bytesWaiting -= next.mapped().size;
            ++m_written;
            m_turnover.notify_all();
        }
        m_isWriting = false;
    }

    FileFinder &m_finder;
    const Work &m_work;
    Output &m_output;
    std::size_t m_maxWaiting;

    std::mutex m_mutex; ///< Guards everything below, and the finder.
    std::condition_variable m_turnover;
    std::vector<Found> m_given;
    std::map<std::size_t, Finished> m_finished;
    std::size_t m_taken = 0;
    std::size_t m_written = 0;
    std::uint64_t m_bytesWaiting = 0;
    bool m_isWriting = false;
    ExitCode m_code = ExitCode::Fine;
};

} // namespace

ExitCode runInOrder(FileFinder &finder, const Work &work, Output &output, unsigned jobs)
{
    std::optional<Found> first = finder.next();
    if (!first)
        return ExitCode::Fine;
    std::optional<Found> second = jobs > 1 ? finder.next() : std::nullopt;
    if (second)
        return OrderedRun(finder, work, output, jobs).run(std::move(*first), std::move(*second), jobs);

    ExitCode code = ExitCode::Fine;
    for (std::optional<Found> found = std::move(first); found && !output.isClosed(); found = finder.next())
        code = std::max(code, write(outcomeOf(*found, work), output));
    return code;
}

} // namespace drydock::cli
