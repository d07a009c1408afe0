// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/outcome.h"

#include <functional>
#include <memory>

namespace drydock {

/// Several gestures one after the other, each on the text that the one before left, together one edit set.
class Steps {
public:
    explicit Steps(const GestureContext &context);

    /// What the next gesture is made on. Valid until the next call of take().
    GestureContext context() const;
    /// Takes a step. \returns the Error that the gesture gave; the text stays as it was then.
    Result<void> take(const Result<Plan> &plan);

    /// From the first text to the last, by whole lines.
    EditSet edits() const;
    /// The first notice that a step gave; source empty if none did.
    const UserText &notice() const { return m_notice; }

private:
    GestureContext m_first;
    std::unique_ptr<Outcome> m_last;
    UserText m_notice;
};

} // namespace drydock
