// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"
#include "model/engine/job.h"
#include "model/image/file_layers.h"

#include <QElapsedTimer>

#include <memory>
#include <string>

namespace drydock {

/// Reads an image down to its files: an engine's, streamed through a queue of a few megabytes that holds the engine back
/// while the reading thread is behind, or an archive on disk. Nothing is written anywhere.
///
/// progressed() tells the bytes of the archive. Dropping the job ends the stream at once and does not wait for the thread,
/// which ends at its next read.
class SavedFilesJob final : public JobOf<ImageContents> {
    Q_OBJECT

public:
    /// \param engine borrowed; must outlive the job.
    SavedFilesJob(EngineClient &engine, const std::string &image);
    /// \param path of an archive of `docker save`. \param tag which of its images; empty: the first.
    SavedFilesJob(const std::string &path, const std::string &tag);
    ~SavedFilesJob() override;

    void abort() override;

private:
    class Worker;

    void receive(const QByteArray &bytes);
    void streamEnded();
    void tellProgress(qint64 done, qint64 total);
    void give(Result<ImageContents> result);

    std::shared_ptr<Worker> m_worker;
    ExchangePtr m_exchange;
    QElapsedTimer m_sinceTold;
    qint64 m_received = 0;
    bool m_isAborted = false;
};

JobPtr<ImageContents> readFilesOfImage(EngineClient &engine, const std::string &image);
JobPtr<ImageContents> readFilesOfArchive(const std::string &path, const std::string &tag = {});

} // namespace drydock
