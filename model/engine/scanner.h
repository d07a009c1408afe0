// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/endpoint.h"
#include "model/engine/job.h"
#include "model/image/scan_report.h"

#include <QByteArray>
#include <QTimer>

#include <map>
#include <string>
#include <string_view>
#include <vector>

class QProcess;

namespace drydock {

/// A scanner that is there.
struct Scanner {
    ScanTool tool = ScanTool::Trivy;
    std::string program; ///< Absolute path: of trivy, grype, or docker.
    /// It asks a service on the internet about the packages of the image and wants a login there. The others look into a
    /// database on this machine.
    bool asksTheInternet = false;
};

/// Where programs are looked for.
struct ScannerPlaces {
    std::string path; ///< As the variable PATH. Entries that are not absolute do not count.
    std::vector<std::string> pluginFolders; ///< Of docker: where docker-scout lies.
    std::string project; ///< Nothing in this folder is ever run; may be empty.

    /// Those of this process and this user.
    static ScannerPlaces ofThisMachine(const std::string &project);
};

/// Those that need no internet come first. Runs nothing.
std::vector<Scanner> findScanners(const ScannerPlaces &places);

/// What to say where there is none.
UserText howToAddAScanner();

/// What is run, for a person to see first. No shell stands in between.
struct ScanCommand {
    std::string program;
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment; ///< More than that of this process.
};

/// With every switch that forbids downloads. \param image an id or a tag at the engine.
Result<ScanCommand> scanCommand(const Scanner &scanner, const std::string &image, const Endpoint &endpoint);

/// Why a tool ended badly, from its own words.
Error scanError(ScanTool tool, std::string_view words);

struct ScanLimits {
    int deadline = 600'000; ///< Milliseconds.
    qsizetype bytes = qsizetype {128} * 1024 * 1024; ///< That it may print.
};

/// Runs a scanner on an image. Dropping it ends the program with all that it has started.
class ScanJob final : public JobOf<ScanReport> {
    Q_OBJECT

public:
    ScanJob(const Scanner &scanner, const std::string &image, const Endpoint &endpoint,
            ScanLimits limits = {});
    ~ScanJob() override;

    void abort() override;

private:
    void start(const ScanCommand &command);
    void read();
    void ended();
    void give(Result<ScanReport> result);

    ScanTool m_tool;
    ScanLimits m_limits;
    QProcess *m_process = nullptr; ///< Null once it is over, or left to itself.
    QByteArray m_output;
    QByteArray m_words; ///< The end of what it complained of.
    QTimer m_deadline;
};

JobPtr<ScanReport> scanImage(const Scanner &scanner, const std::string &image, const Endpoint &endpoint);

} // namespace drydock
