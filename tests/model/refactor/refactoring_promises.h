// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/manifests/manifests.h"
#include "model/refactor/refactor_registry.h"

#include <optional>
#include <string>

namespace drydock {

/// A text made ready for refactorings, with what lies beside it.
class PreparedFile {
public:
    explicit PreparedFile(std::string text, LintSettings settings = {}, const Manifests *manifests = nullptr,
                          const ImageSource *images = nullptr)
        : m_settings(std::move(settings))
        , m_syntax(parse(SourceText(std::move(text))))
        , m_graph(makeStageGraph(m_syntax, m_options))
        , m_lint(m_syntax, m_graph, m_options, m_settings)
        , m_manifests(manifests)
        , m_images(images)
    { }

    RefactorContext context() const { return {m_lint, m_manifests, m_images}; }
    const Syntax &syntax() const { return m_syntax; }
    const StageGraph &graph() const { return m_graph; }
    std::string_view bytes() const { return m_syntax.text.bytes(); }
    /// Another text at the same place.
    PreparedFile with(std::string text) const
    {
        return PreparedFile(std::move(text), m_settings, m_manifests, m_images);
    }

private:
    BuildOptions m_options;
    LintSettings m_settings;
    Syntax m_syntax;
    StageGraph m_graph;
    LintContext m_lint;
    const Manifests *m_manifests;
    const ImageSource *m_images;
};

/// What a refactoring said to a file, and what came of it.
struct TriedRefactoring {
    Proposal proposal;
    std::optional<Refactored> result; ///< None if it is blocked.
    std::string broken; ///< The first promise that was not kept; empty if all were.
};

/// Asks `refactoring` about the file and looks whether it owes anything: it has words, its ranges lie in the text, undo
/// restores every byte, line ends stay of their kind, BuildKit objects to nothing new, every part can be left out,
/// and it is not offered a second time.
TriedRefactoring tryRefactoring(const Refactoring &refactoring, const PreparedFile &file,
                                const RefactorWish &wish = {});

} // namespace drydock
