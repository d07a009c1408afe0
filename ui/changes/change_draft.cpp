// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/change_draft.h"

#include "model/refactor/rebuilds.h"

#include <utility>

namespace drydock::ui {

ChangeDraft::ChangeDraft(const Refactoring &refactoring, RefactorWish wish)
    : m_refactoring(&refactoring)
    , m_wish(std::move(wish))
{ }

void ChangeDraft::ask(std::shared_ptr<const Analysis> analysis, const ChangeSources &sources)
{
    m_analysis = std::move(analysis);
    m_sources = sources;
    propose();
}

void ChangeDraft::choose(const std::string &key, const std::string &value)
{
    m_wish.settings[key] = value;
    propose();
}

void ChangeDraft::follow(const EditSet &edits)
{
    if (m_wish.caret)
        m_wish.caret = edits.mapOffset(*m_wish.caret);
}

void ChangeDraft::propose()
{
    const LintContext lint(m_analysis->syntax, m_analysis->graph, m_analysis->options, m_analysis->settings);
    m_proposal
        = drydock::propose(*m_refactoring, {lint, m_sources.manifests.get(), m_sources.images}, m_wish);
    m_parts = PartChoice::all(m_proposal);
    for (std::size_t i = 0; i < m_proposal.parts.size(); ++i) {
        if (m_left.contains(inEnglish(m_proposal.parts[i].title)))
            m_parts.set(m_proposal, i, false);
    }
    work();
}

void ChangeDraft::work()
{
    m_after.reset();
    m_result.reset();
    if (m_proposal.isBlocked())
        return;
    const LintContext lint(m_analysis->syntax, m_analysis->graph, m_analysis->options, m_analysis->settings);
    m_result = refactored({lint, m_sources.manifests.get(), m_sources.images}, m_proposal, m_parts);
}

bool ChangeDraft::isHeld(std::size_t part) const
{
    PartChoice without = m_parts;
    without.set(m_proposal, part, true);
    without.set(m_proposal, part, false);
    return without.isTaken[part];
}

void ChangeDraft::take(std::size_t part, bool isTaken)
{
    m_parts.set(m_proposal, part, isTaken);
    for (std::size_t i = 0; i < m_proposal.parts.size(); ++i) {
        if (m_parts.isTaken[i])
            m_left.erase(inEnglish(m_proposal.parts[i].title));
        else
            m_left.insert(inEnglish(m_proposal.parts[i].title));
    }
    work();
}

bool ChangeDraft::isAgreed(std::size_t assumption) const
{
    return m_agreed.contains(inEnglish(m_proposal.assumptions[assumption].text));
}

void ChangeDraft::agree(std::size_t assumption, bool isAgreed)
{
    if (isAgreed)
        m_agreed.insert(inEnglish(m_proposal.assumptions[assumption].text));
    else
        m_agreed.erase(inEnglish(m_proposal.assumptions[assumption].text));
}

std::size_t ChangeDraft::openAssumptions() const
{
    std::size_t open = 0;
    for (std::size_t i = 0; i < m_proposal.assumptions.size(); ++i)
        open += isAgreed(i) ? 0 : 1;
    return open;
}

void ChangeDraft::takeFile(const std::string &path, bool isTaken)
{
    if (isTaken)
        m_leftFiles.erase(path);
    else
        m_leftFiles.insert(path);
    m_after.reset(); // What a .dockerignore leaves out counts.
}

std::map<std::string, std::string> ChangeDraft::files() const
{
    std::map<std::string, std::string> taken;
    for (const auto &[path, bytes] : m_proposal.files) {
        if (isFileTaken(path))
            taken.emplace(path, bytes);
    }
    return taken;
}

std::shared_ptr<const Analysis> ChangeDraft::after() const
{
    if (!m_after && m_result && *m_result) {
        LintSettings settings = m_analysis->settings;
        settings.folder = withFiles(settings.folder, files());
        m_after = analyse(SourceText((*m_result)->text), m_analysis->options, settings);
    }
    return m_after;
}

} // namespace drydock::ui
