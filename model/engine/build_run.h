// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/build_job.h"

#include <QTimer>

#include <set>
#include <string>
#include <vector>

namespace drydock {

/// What all ways of building share: a progress that news are folded into, and signals that are not more than a window can
/// show.
class BuildRun : public BuildJob {
    Q_OBJECT

public:
    const BuildProgress &progress() const final { return m_progress; }
    BuildWay way() const final { return m_way; }
    std::string inWords() const final { return m_words; }

protected:
    /// \param syntax of the text that is built, as it is in the window.
    BuildRun(Syntax syntax, BuildWay way);

    void setWay(BuildWay way) { m_way = way; }
    void setWords(std::string words) { m_words = std::move(words); }
    void take(const BuildNews &news);
    const std::string &lastImageId() const { return m_imageId; }
    /// Where BuildProgress has nothing to say: text of the builder that belongs to no step, its last 64 KB.
    const std::string &notices() const { return m_notices; }
    /// The progress is over: nothing runs any more.
    void finishProgress(bool isCancelled);
    /// Tells of what changed last, and finishes.
    void end(Result<BuildOutcome> outcome);
    /// end() when the event loop is back: for whoever has just been created.
    void endLater(Error error);
    void endCancelled();
    /// Something happened: tick() will be called.
    void wake();
    /// Called at most 20 times a second, after something happened.
    virtual void tick();

private:
    void tell();

    BuildProgress m_progress;
    BuildWay m_way;
    std::string m_words;
    std::string m_imageId;
    std::string m_notices;
    std::set<std::size_t> m_changed;
    QTimer m_ticks;
};

} // namespace drydock
