// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"

#include <QUndoCommand>

namespace drydock {

/// The only command that changes the text: an EditSet and its inverse.
class EditCommand final : public QUndoCommand {
public:
    /// \param document borrowed; owns the stack this command is pushed on.
    /// \param typingRun commands with the same, non-zero run may merge.
    EditCommand(Document &document, EditSet edits, Origin origin, const QString &name,
                std::uint64_t typingRun);

    void redo() override;
    void undo() override;
    int id() const override;
    /// Letters typed one behind the other, and characters deleted one beside the other, become one step; a
    /// new line starts a new one.
    bool mergeWith(const QUndoCommand *other) override;

private:
    Document &m_document;
    EditSet m_edits;
    EditSet m_inverse;
    Origin m_origin;
    std::uint64_t m_typingRun;
    bool m_isFirst = true;
};

} // namespace drydock
