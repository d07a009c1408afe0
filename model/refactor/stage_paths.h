// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/command_check.h"
#include "model/refactor/gesture_context.h"
#include "model/refactor/references.h"

#include <optional>
#include <string>

namespace drydock {

/// What a path written at some line of a stage means: variables replaced, relative to WORKDIR. Knows what the text
/// says and nothing of what a base image brings: what hangs on that has no answer.
class StagePaths {
public:
    /// Stands right behind FROM; what the stages below `stage` in this file set is taken over.
    StagePaths(const GestureContext &context, const References &references, StageIndex stage);

    /// Takes over what an instruction sets.
    void pass(const Instruction &instruction);

    /// With variables replaced; nothing if one of them has no value here.
    std::optional<std::string> expanded(const std::string &text) const;
    /// From the root, "." and ".." worked out; a "/" at the end is kept. Nothing if it cannot be told.
    std::optional<std::string> absolute(const std::string &path) const;
    /// Nothing if no line says it.
    std::optional<std::string> workingDirectory() const;

private:
    const GestureContext &m_context;
    CommandContext m_commandContext;
    CommandState m_state;
    bool m_isDirectoryKnown = false;
};

} // namespace drydock
