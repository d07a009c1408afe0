// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/refactor/refactor_registry.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drydock::ui {

/// What a refactoring may look at besides the text.
struct ChangeSources {
    std::shared_ptr<const Manifests> manifests; ///< Null if nobody has looked.
    const ImageSource *images = nullptr; ///< Borrowed; may be null.
};

/// A refactoring on its way: what was asked, what it proposes for the text as it is now, and what a person has said to it so
/// far. No widgets. What was unticked or agreed to is remembered by its words, so that it outlives another answer.
class ChangeDraft {
public:
    ChangeDraft(const Refactoring &refactoring, RefactorWish wish);

    /// Asks for this text. The old proposal is gone.
    void ask(std::shared_ptr<const Analysis> analysis, const ChangeSources &sources);
    /// Asks again with another answer to a Choice.
    void choose(const std::string &key, const std::string &value);
    /// The text was edited; ask() is to follow.
    void follow(const EditSet &edits);

    const Refactoring &refactoring() const { return *m_refactoring; }
    const Proposal &proposal() const { return m_proposal; }
    const std::shared_ptr<const Analysis> &analysis() const { return m_analysis; }

    bool isTaken(std::size_t part) const { return m_parts.isTaken[part]; }
    /// It cannot be left out.
    bool isHeld(std::size_t part) const;
    void take(std::size_t part, bool isTaken);
    bool isAgreed(std::size_t assumption) const;
    void agree(std::size_t assumption, bool isAgreed);
    std::size_t openAssumptions() const;
    bool isFileTaken(const std::string &path) const { return !m_leftFiles.contains(path); }
    void takeFile(const std::string &path, bool isTaken);
    /// Those that are to be written.
    std::map<std::string, std::string> files() const;

    /// What the taken parts lead to, or why they lead nowhere. Nothing if it is blocked.
    const std::optional<Result<Refactored>> &result() const { return m_result; }
    /// The new text as a whole; null without a result. Worked out when first asked for.
    std::shared_ptr<const Analysis> after() const;

private:
    void propose();
    void work();

    const Refactoring *m_refactoring; ///< Of the registry.
    RefactorWish m_wish;
    std::shared_ptr<const Analysis> m_analysis;
    ChangeSources m_sources;
    Proposal m_proposal;
    PartChoice m_parts;
    std::set<std::string> m_left; ///< Titles of parts that were unticked.
    std::set<std::string> m_agreed; ///< Assumptions.
    std::set<std::string> m_leftFiles;
    std::optional<Result<Refactored>> m_result;
    mutable std::shared_ptr<const Analysis> m_after;
};

} // namespace drydock::ui
