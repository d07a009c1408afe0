// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/move_command.h"

#include "ui/graph/graph_scene.h"

namespace drydock::ui {
namespace {

constexpr int moveCommandId = 2; // EditCommand has 1.

} // namespace

MoveCommand::MoveCommand(GraphScene &scene, GraphPins after, QString run, const QString &name)
    : QUndoCommand(name)
    , m_scene(&scene)
    , m_before(scene.pins())
    , m_after(std::move(after))
    , m_run(std::move(run))
{ }

void MoveCommand::redo()
{
    if (m_scene)
        m_scene->setPins(m_after);
}

void MoveCommand::undo()
{
    if (m_scene)
        m_scene->setPins(m_before);
}

int MoveCommand::id() const
{
    return m_run.isEmpty() ? -1 : moveCommandId;
}

bool MoveCommand::mergeWith(const QUndoCommand *other)
{
    if (other->id() != id())
        return false;
    const auto &next = static_cast<const MoveCommand &>(*other);
    if (next.m_run != m_run)
        return false;
    m_after = next.m_after;
    return true;
}

} // namespace drydock::ui
