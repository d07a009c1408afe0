// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/edit_command.h"

namespace drydock {
namespace {

constexpr int editCommandId = 1;

} // namespace

EditCommand::EditCommand(Document &document, EditSet edits, Origin origin, const QString &name,
                         std::uint64_t typingRun)
    : QUndoCommand(name)
    , m_document(document)
    , m_edits(std::move(edits))
    , m_inverse(m_edits.inverse(document.text().bytes()))
    , m_origin(origin)
    , m_typingRun(typingRun)
{ }

void EditCommand::redo()
{
    m_document.commit(m_edits, m_isFirst ? m_origin : Origin::History);
    m_isFirst = false;
}

void EditCommand::undo()
{
    m_document.commit(m_inverse, Origin::History);
}

int EditCommand::id() const
{
    return m_typingRun != 0 ? editCommandId : -1;
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    if (other->id() != id())
        return false;
    const auto &next = static_cast<const EditCommand &>(*other);
    if (next.m_typingRun != m_typingRun || next.text() != text() || m_edits.size() != 1
        || next.m_edits.size() != 1 || m_inverse.size() != 1 || next.m_inverse.size() != 1)
        return false;
    const TextEdit &first = *m_edits.begin();
    const TextEdit &second = *next.m_edits.begin();
    const TextEdit &undoFirst = *m_inverse.begin();
    const TextEdit &undoSecond = *next.m_inverse.begin();
    const bool bothInsert = first.range.isEmpty() && second.range.isEmpty();
    const bool bothDelete = first.replacement.empty() && second.replacement.empty();
    if (bothInsert) {
        if (second.range.begin != first.range.begin + first.replacement.size()
            || first.replacement.find('\n') != std::string::npos
            || second.replacement.find('\n') != std::string::npos)
            return false;
        m_edits = EditSet::replacing(first.range, first.replacement + second.replacement);
        const TextRange typed {undoFirst.range.begin, undoSecond.range.end};
        m_inverse = EditSet::replacing(typed, {});
        return true;
    }
    if (bothDelete) {
        const bool isBackward = second.range.end == first.range.begin; // Backspace
        const bool isForward = second.range.begin == first.range.begin; // Delete
        if (!isBackward && !isForward)
            return false;
        const std::string gone = isBackward ? undoSecond.replacement + undoFirst.replacement
                                            : undoFirst.replacement + undoSecond.replacement;
        if (gone.find('\n') != std::string::npos)
            return false;
        const std::size_t begin = second.range.begin;
        m_edits = EditSet::replacing({begin, begin + gone.size()}, {});
        m_inverse = EditSet::replacing({begin, begin}, gone);
        return true;
    }
    return false;
}

} // namespace drydock
