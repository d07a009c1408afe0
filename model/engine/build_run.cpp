// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/build_run.h"

#include <utility>

namespace drydock {
namespace {

constexpr int tickLength = 50; ///< Milliseconds.
constexpr std::size_t mostNotices = std::size_t {64} * 1024;

} // namespace

BuildRun::BuildRun(Syntax syntax, BuildWay way)
    : m_progress(std::move(syntax))
    , m_way(way)
{
    m_ticks.setInterval(tickLength);
    m_ticks.setSingleShot(true);
    connect(&m_ticks, &QTimer::timeout, this, &BuildRun::tick);
}

void BuildRun::take(const BuildNews &news)
{
    if (isFinished())
        return;
    const std::vector<std::size_t> changed = m_progress.add(news);
    m_changed.insert(changed.begin(), changed.end());
    if (!news.imageIds.empty())
        m_imageId = news.imageIds.back();
    m_notices += news.notice;
    if (m_notices.size() > mostNotices)
        m_notices.erase(0, m_notices.size() - mostNotices);
    wake();
}

void BuildRun::wake()
{
    if (!isFinished() && !m_ticks.isActive())
        m_ticks.start();
}

void BuildRun::tick()
{
    tell();
}

void BuildRun::tell()
{
    if (m_changed.empty())
        return;
    const std::vector<std::size_t> changed(m_changed.begin(), m_changed.end());
    m_changed.clear();
    emit stepsChanged(changed);
}

void BuildRun::finishProgress(bool isCancelled)
{
    m_progress.finish(isCancelled);
    for (std::size_t i = 0; i < m_progress.steps().size(); ++i)
        m_changed.insert(i);
}

void BuildRun::end(Result<BuildOutcome> outcome)
{
    if (isFinished())
        return;
    m_ticks.stop();
    tell();
    finish(std::move(outcome));
}

void BuildRun::endLater(Error error)
{
    QMetaObject::invokeMethod(
        this, [this, error = std::move(error)] { end(tl::unexpected(error)); }, Qt::QueuedConnection);
}

void BuildRun::endCancelled()
{
    if (isFinished())
        return;
    finishProgress(true);
    end(refusal(QT_TRANSLATE_NOOP("engine", "The build was cancelled.")));
}

} // namespace drydock
