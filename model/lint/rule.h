// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/diagnostic.h"
#include "model/lint/lint_context.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// Whose words and ids a rule has.
enum class RuleSource : std::uint8_t {
    BuildKit, ///< `docker build --check`.
    Hadolint,
    Drydock,
};

/// What a rule is about; the Problems panel groups by it.
enum class RuleFamily : std::uint8_t {
    Language, ///< Spelling and form of the file.
    Stages, ///< Names, order and use of stages.
    Bases, ///< Which images a file builds on and how firmly it names them.
    Packages, ///< Package managers.
    Layers, ///< What ends up in the image without need.
    Cache, ///< What makes builds slow.
    Shell, ///< Commands inside RUN.
    Runtime, ///< Whether and how the container starts.
    Security,
    Labels,
    Context, ///< What lies beside the Dockerfile.
};

/// One finding of a rule.
struct Finding {
    const Instruction *instruction
        = nullptr; ///< What BuildKit's line range names; comments above it may silence.
    TextRange range; ///< The words to mark.
    UserText message;
    std::vector<Fix> fixes = {};
    std::optional<Severity> severity
        = {}; ///< If another than the rule's, because something is not known for certain.
    std::uint64_t savedBytes = 0;
    std::optional<LineSpan> lines = {}; ///< If others than the instruction's.
};

/// Receives the findings of one rule.
class Report {
public:
    explicit Report(std::function<void(Finding)> receive)
        : m_receive(std::move(receive))
    { }

    void operator()(Finding finding) const { m_receive(std::move(finding)); }
    /// For the sentences of BuildKit, which are not translated.
    void operator()(const Instruction &instruction, TextRange range, std::string message,
                    std::vector<Fix> fixes = {}) const
    {
        m_receive({&instruction, range, {std::move(message), {}}, std::move(fixes), {}, 0, {}});
    }

private:
    std::function<void(Finding)> m_receive;
};

/// One rule: what it is called and how it looks. Stateless.
struct Rule {
    std::string_view id; ///< Also the name of its teaching page, in lower case.
    RuleSource source = RuleSource::Drydock;
    RuleFamily family = RuleFamily::Language;
    Severity severity = Severity::Warning;
    void (*check)(const LintContext &context, const Report &report) = nullptr;
    std::string_view aliases
        = {}; ///< Other ids by which people silence and configure it, separated by blanks.
    bool isOptional = false; ///< Speaks only if the settings name it.
};

} // namespace drydock
