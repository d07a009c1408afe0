// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build_extras.h"
#include "model/engine/measure_job.h"
#include "model/image/measurement_list.h"
#include "ui/build/build_phase.h"
#include "ui/common/build_marks.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace drydock::app {

class EngineRoom;
class MeasurementStore;
class OpenFile;

/// What is built of one open file: the work in hand, and what it told of stages and lines. Asks an engine only when its
/// reader has said so.
class FileBuild final : public QObject {
    Q_OBJECT

public:
    /// \param file, room, store borrowed; must outlive this.
    FileBuild(OpenFile &file, EngineRoom &room, const MeasurementStore &store, QObject *parent = nullptr);
    ~FileBuild() override;

    ui::BuildMarks &marks() { return m_marks; }

    const BuildExtras &extras() const { return m_extras; }
    /// Of the builds from now on.
    void setExtras(BuildExtras extras) { m_extras = std::move(extras); }

    /// Builds and measures every stage of the text as it is now.
    void build();
    /// The same with a text that is not in the window: what a refactoring proposes. What is in the window keeps its marks.
    /// \param files of the build context that the proposal brings along.
    void buildProposal(const std::string &text, const ContextFiles &files, const QString &name);
    void cancel();
    bool isRunning() const { return m_job != nullptr; }

    /// What the present or last build was told with; empty phase Idle before the first.
    ui::BuildPhase phase() const { return m_phase; }
    const ui::BuildStart &start() const { return m_start; }
    const ui::BuildEnd &ending() const { return m_end; }
    /// Of the build of the target: as it runs, and of the last one when it is over. Null before.
    const BuildProgress *progress() const;
    /// What a build would make now.
    QString targetName() const;

    /// The last measurement of this file; null if there is none.
    const Measurement *measured() const { return m_measured ? &*m_measured : nullptr; }
    /// All that are remembered, and the pinned one.
    const MeasurementList &measurements() const { return m_list; }
    /// What measured() says becomes what others are compared with. \pre measured()
    void pin();
    /// The text that it is of; null if it was never in the window.
    const std::shared_ptr<const Analysis> &measuredText() const { return m_measuredText; }
    /// The text in the window is another one than what was measured.
    bool isStale() const;
    /// Of buildProposal(): null if there is none, or if the text has changed since.
    const Measurement *proposed() const { return m_proposed ? &*m_proposed : nullptr; }
    const QString &proposedName() const { return m_proposedName; }
    /// Why the last work gave no size.
    const std::optional<Error> &trouble() const { return m_trouble; }

signals:
    void started();
    void stepsChanged(const std::vector<std::size_t> &steps);
    void ended();
    /// There are new numbers.
    void measuredChanged();

private:
    struct Subject {
        std::shared_ptr<const Analysis> text;
        bool isProposal = false;
    };
    void recall();
    /// What the next build is compared with, and may be run beside it.
    std::vector<std::string> imagesToKeep() const;
    BuildWish wishFor(const Analysis &analysis) const;
    void run(MeasureWish wish, Subject subject);
    void onStageMeasured();
    void onFinished();
    bool isTargetInHand() const;
    void takeProgress(const std::vector<std::size_t> &steps);
    void keep(const Measurement &measurement);
    void end(ui::BuildEnd ending);

    OpenFile &m_file;
    EngineRoom &m_room;
    const MeasurementStore &m_store;
    BuildExtras m_extras;
    MeasurementList m_list;
    ui::BuildMarks m_marks;
    MeasurePtr m_job;
    Subject m_subject;
    ui::BuildPhase m_phase = ui::BuildPhase::Idle;
    ui::BuildStart m_start;
    ui::BuildEnd m_end;
    std::optional<BuildProgress> m_progress;
    std::optional<Measurement> m_measured;
    std::shared_ptr<const Analysis> m_measuredText;
    std::optional<Measurement> m_proposed;
    QString m_proposedName;
    std::optional<Error> m_trouble;
};

} // namespace drydock::app
