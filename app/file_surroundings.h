// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project_facts.h"
#include "model/document/document.h"

#include <QObject>

#include <optional>
#include <string>
#include <thread>

namespace drydock::app {

/// Tells a document what lies beside its file and what is said about the rules: by the project, else by the reader.
/// Reads the disk in a thread of its own. Lives in the GUI thread; its destructor waits for the thread, which ends
/// soon.
class FileSurroundings final : public QObject {
    Q_OBJECT

public:
    /// \param document borrowed; must outlive this.
    explicit FileSurroundings(Document &document, QObject *parent = nullptr);
    ~FileSurroundings() override;

    /// What the reader has chosen; holds where the project says nothing.
    void setOwnChoices(const SeverityChoices &choices);
    /// What look() has found last.
    const ProjectFacts &facts() const { return m_facts; }
    /// Reads what lies beside the file at `dockerfile`, an absolute path. If nothing has changed, nothing happens.
    void look(std::string dockerfile);

signals:
    /// look() has an answer, and the document has it.
    void looked();
    /// The project's settings are refused; looked() follows.
    void refused(const std::string &config, const drydock::Error &why);
    /// They were refused and are not any more.
    void accepted();

private:
    void run(std::string dockerfile);
    void onDone(ProjectFacts facts);
    void tell();

    Document &m_document;
    SeverityChoices m_own;
    ProjectFacts m_facts;
    std::optional<std::string> m_waiting;
    bool m_isRunning = false;
    std::jthread m_thread; ///< Last: joined before anything else goes.
};

} // namespace drydock::app
