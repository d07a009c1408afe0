// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactor_registry.h"

#include <QByteArray>
#include <QTest>

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace drydock {

/// A file, what lies beside it and what a person has set, kept alive for the refactorings that are tried on it.
class RefactoringCase {
public:
    explicit RefactoringCase(const QByteArray &text,
                             std::map<std::string, std::string, std::less<>> settings = {},
                             const Manifests *manifests = nullptr, LintSettings lint = {})
        : m_syntax(parse(SourceText(text.toStdString())))
        , m_graph(makeStageGraph(m_syntax, m_options))
        , m_settings(std::move(lint))
        , m_lint(m_syntax, m_graph, m_options, m_settings)
        , m_context {m_lint, manifests, nullptr}
        , m_wish {std::move(settings), {}}
    { }

    const RefactorContext &context() const { return m_context; }
    RefactorWish &wish() { return m_wish; }
    /// Who knows images better than the tables.
    void setImages(const ImageSource *images) { m_context.images = images; }
    Proposal proposal(std::string_view id) const
    {
        return propose(*refactoringCalled(id), m_context, m_wish);
    }

    /// The text afterwards, or "no: " and the reason.
    QByteArray after(std::string_view id) const
    {
        const Proposal made = proposal(id);
        if (made.isBlocked())
            return "no: " + QByteArray::fromStdString(inEnglish(made.reason));
        const Result<Refactored> result = refactored(m_context, made, PartChoice::all(made));
        return result ? QByteArray::fromStdString(result->text)
                      : "broken: " + QByteArray::fromStdString(inEnglish(result.error().text));
    }

    /// What it rests on, a line each; empty if nothing.
    QByteArray assumptions(std::string_view id) const
    {
        QByteArray lines;
        for (const Assumption &each : proposal(id).assumptions)
            lines += QByteArray::fromStdString(inEnglish(each.text)) + '\n';
        return lines;
    }

private:
    BuildOptions m_options;
    Syntax m_syntax;
    StageGraph m_graph;
    LintSettings m_settings;
    LintContext m_lint;
    RefactorContext m_context;
    RefactorWish m_wish;
};

} // namespace drydock
