// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/dockerfile_styler.h"

#include "ui/text/scintilla_call.h"

#include <algorithm>

namespace drydock::ui {
namespace {

/// More than this is not styled at one go; what is out of sight waits.
constexpr std::size_t maxAtOnce = 48'000;

} // namespace

DockerfileStyler::DockerfileStyler(QsciScintilla &editor)
    : QsciLexerCustom(&editor)
    , m_editor(editor)
{
    m_styles.setAnalysis(analyse(SourceText()));
    m_styles.setBodiesShown(BodyHighlighter::isLoaded());
}

void DockerfileStyler::update(const std::shared_ptr<const Analysis> &after, const std::vector<EditSet> &edits)
{
    const std::size_t differs = TextStyles::firstDifference(*m_styles.analysis(), *after);
    m_styles.setAnalysis(after);
    for (TextRange &owed : m_owed)
        for (const EditSet &set : edits)
            owed = {set.mapOffset(owed.begin), set.mapOffset(owed.end)};

    const std::size_t styled = sendSize(m_editor, Sci::SCI_GETENDSTYLED);
    const std::size_t line = after->text().lineAt(std::min(styled, after->text().size()));
    const std::size_t begin = std::min(differs, after->text().lineStart(line));
    const TextRange visible = visibleRange();
    if (begin >= visible.end) {
        send(m_editor, Sci::SCI_STARTSTYLING, begin); // Scintilla asks when it gets there.
        return;
    }
    style({begin, visible.end});
}

void DockerfileStyler::styleVisible()
{
    if (m_owed.empty())
        return;
    const TextRange visible = visibleRange();
    const std::size_t styled = sendSize(m_editor, Sci::SCI_GETENDSTYLED);
    std::vector<TextRange> left;
    for (const TextRange owed : std::exchange(m_owed, {})) {
        const std::size_t begin = std::max(owed.begin, visible.begin);
        const std::size_t end = std::min({owed.end, visible.end, styled});
        if (begin >= end) {
            left.push_back(owed);
            continue;
        }
        style({begin, end});
        if (owed.begin < begin)
            left.push_back({owed.begin, begin});
        if (end < owed.end)
            left.push_back({end, owed.end});
    }
    m_owed = std::move(left);
    send(m_editor, Sci::SCI_STARTSTYLING, styled);
}

void DockerfileStyler::showBodies()
{
    if (areBodiesShown())
        return;
    m_styles.setBodiesShown(true);
    m_owed = {{0, sendSize(m_editor, Sci::SCI_GETENDSTYLED)}};
    styleVisible();
}

void DockerfileStyler::styleText(int start, int end)
{
    if (start >= 0 && end > start)
        style({static_cast<std::size_t>(start), static_cast<std::size_t>(end)});
}

void DockerfileStyler::style(TextRange range)
{
    const std::size_t size = m_styles.analysis()->text().size();
    if (sendSize(m_editor, Sci::SCI_GETLENGTH) != size)
        return; // In the midst of a change; update() comes.
    range.end = std::min(range.end, size);
    if (range.begin >= range.end)
        return;
    if (size > TextStyles::maxSize) {
        send(m_editor, Sci::SCI_STARTSTYLING, size);
        return;
    }
    if (range.size() > maxAtOnce) {
        const SourceText &text = m_styles.analysis()->text();
        const std::size_t begin = text.lineStart(text.lineAt(range.end - maxAtOnce));
        if (begin > range.begin)
            m_owed.push_back({range.begin, begin});
        range.begin = std::max(range.begin, begin);
    }
    const std::string styles = m_styles.of(range);
    send(m_editor, Sci::SCI_STARTSTYLING, range.begin);
    send(m_editor, Sci::SCI_SETSTYLINGEX, styles);
}

TextRange DockerfileStyler::visibleRange() const
{
    const std::size_t top = sendSize(m_editor, Sci::SCI_GETFIRSTVISIBLELINE);
    const std::size_t first = sendSize(m_editor, Sci::SCI_DOCLINEFROMVISIBLE, top);
    const std::size_t last = sendSize(m_editor, Sci::SCI_DOCLINEFROMVISIBLE,
                                      top + sendSize(m_editor, Sci::SCI_LINESONSCREEN) + 1);
    return {sendSize(m_editor, Sci::SCI_POSITIONFROMLINE, first),
            sendSize(m_editor, Sci::SCI_GETLINEENDPOSITION, last)};
}

} // namespace drydock::ui
