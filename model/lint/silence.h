// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

namespace drydock {

/// What comments in a file silence, as people write them already: `# check=skip=Rule,…` (BuildKit), `# hadolint ignore=DL…`
/// and `# drydock ignore=…` right above an instruction, `# hadolint global ignore=…` and `# drydock global ignore=…`
/// anywhere. Each takes a rule's id or any of its aliases; `all` means every rule.
class Silence {
public:
    explicit Silence(const Syntax &syntax);

    /// By a comment for the whole file.
    bool silences(const Rule &rule) const { return isNamed(m_global, rule); }
    /// By a comment above `instruction`.
    bool silences(const Rule &rule, const Instruction &instruction) const;

private:
    static bool isNamed(const std::vector<std::string> &names, const Rule &rule);

    const Syntax &m_syntax;
    std::vector<std::string> m_global;
};

/// Whether `name` is the rule's id or one of its aliases; case does not count.
bool isCalled(const Rule &rule, std::string_view name);

} // namespace drydock
