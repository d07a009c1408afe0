// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_surroundings.h"

#include "model/lint/registry.h"

#include <utility>

namespace drydock::app {

FileSurroundings::FileSurroundings(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{ }

FileSurroundings::~FileSurroundings() = default;

void FileSurroundings::setOwnChoices(const SeverityChoices &choices)
{
    m_own = choices;
    tell();
}

void FileSurroundings::look(std::string dockerfile)
{
    if (m_isRunning)
        m_waiting = std::move(dockerfile);
    else
        run(std::move(dockerfile));
}

void FileSurroundings::run(std::string dockerfile)
{
    m_isRunning = true;
    m_thread = std::jthread([this, dockerfile = std::move(dockerfile)](const std::stop_token &stop) {
        ProjectFacts facts = readProjectFacts(dockerfile, stop);
        QMetaObject::invokeMethod(
            this, [this, facts = std::move(facts)] { onDone(facts); }, Qt::QueuedConnection);
    });
}

void FileSurroundings::onDone(ProjectFacts facts)
{
    m_isRunning = false;
    if (m_waiting) {
        run(*std::exchange(m_waiting, std::nullopt));
        return;
    }
    // The same things under another address would have everything worked out again.
    if (facts.folder && m_facts.folder && *facts.folder == *m_facts.folder)
        facts.folder = m_facts.folder;
    if (facts.contents && m_facts.contents && *facts.contents == *m_facts.contents)
        facts.contents = m_facts.contents;
    const bool wasRefused = m_facts.problem.has_value();
    m_facts = std::move(facts);
    if (m_facts.problem && !wasRefused)
        emit refused(m_facts.config, *m_facts.problem);
    else if (!m_facts.problem && wasRefused)
        emit accepted();
    tell();
    emit looked();
}

void FileSurroundings::tell()
{
    LintSettings settings = m_facts.checks;
    settings.severities = m_own;
    choose(settings.severities, m_facts.checks.severities);
    settings.folder = m_facts.folder;
    settings.contents = m_facts.contents;
    m_document.setLintSettings(settings);
}

} // namespace drydock::app
