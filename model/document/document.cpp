// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/document.h"

#include "model/document/edit_command.h"
#include "model/text/diff.h"

namespace drydock {
namespace {

std::shared_ptr<const Analysis> analysed(const SourceText &text, const BuildOptions &options,
                                         const LintSettings &settings)
{
    return text.size() > largestAnalysed ? withoutAnalysis(text, options, settings)
                                         : analyse(text, options, settings);
}

} // namespace

Document::Document(QObject *parent)
    : QObject(parent)
    , m_analysis(analyse(SourceText()))
    , m_typingRun(1)
{ }

Document::~Document() = default;

void Document::apply(const EditSet &edits, Origin origin, const QString &name)
{
    if (edits.isEmpty())
        return;
    m_undoStack.push(new EditCommand(*this, edits, origin, name, origin == Origin::Text ? m_typingRun : 0));
}

void Document::reset(std::string bytes)
{
    const auto before = m_analysis;
    const EditSet edits = EditSet::replacing({0, before->text().size()}, bytes);
    m_analysis = analysed(SourceText(std::move(bytes)), before->options, before->settings);
    m_savedText = text();
    endTyping();
    m_undoStack.clear();
    emit changed({before, m_analysis, edits, Origin::Disk});
    updateModified();
}

void Document::reload(std::string bytes)
{
    const EditSet edits = diffLines(text().bytes(), bytes);
    m_savedText = SourceText(std::move(bytes));
    endTyping();
    apply(edits, Origin::Disk, tr("Reload from disk"));
    updateModified();
}

void Document::setOptions(const BuildOptions &options)
{
    if (options == m_analysis->options)
        return;
    const auto before = m_analysis;
    m_analysis = analysed(before->text(), options, before->settings);
    emit changed({before, m_analysis, {}, Origin::History});
}

void Document::setLintSettings(const LintSettings &settings)
{
    if (settings == m_analysis->settings)
        return;
    const auto before = m_analysis;
    m_analysis = analysed(before->text(), before->options, settings);
    emit changed({before, m_analysis, {}, Origin::History});
}

void Document::endTyping()
{
    ++m_typingRun;
}

void Document::markSaved()
{
    m_savedText = text();
    endTyping();
    updateModified();
}

void Document::setSavedText(std::string bytes)
{
    m_savedText = SourceText(std::move(bytes));
    updateModified();
}

void Document::commit(const EditSet &edits, Origin origin)
{
    const auto before = m_analysis;
    m_analysis
        = analysed(SourceText(edits.applyTo(before->text().bytes())), before->options, before->settings);
    emit changed({before, m_analysis, edits, origin});
    updateModified();
}

void Document::updateModified()
{
    const bool isModified = !(text() == m_savedText);
    if (isModified == m_isModified)
        return;
    m_isModified = isModified;
    emit modifiedChanged(isModified);
}

} // namespace drydock
