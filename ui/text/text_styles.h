// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "ui/text/body_highlighter.h"
#include "ui/text/code_style.h"

#include <QString>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace drydock::ui {

/// Which CodeStyle every byte of an Analysis has. A pure function of the analysis; needs no widget.
///
/// The Dockerfile level comes from our own tokens. What stands inside in another language (shell commands,
/// scripts and files in heredocs) is joined as BuildKit joins it, given to BodyHighlighter, and laid back.
class TextStyles {
public:
    /// Text larger than this is shown without colours: nothing is known about it.
    static constexpr std::size_t maxSize = largestAnalysed;
    /// A physical line longer than this is shown without colours.
    static constexpr std::size_t maxLine = 20'000;

    /// From now on answers are about `analysis`. Cheap. \pre not null.
    void setAnalysis(std::shared_ptr<const Analysis> analysis);
    const std::shared_ptr<const Analysis> &analysis() const { return m_analysis; }

    /// False: bodies look plain, and no highlighter is loaded for them.
    void setBodiesShown(bool areShown) { m_areBodiesShown = areShown; }
    bool areBodiesShown() const { return m_areBodiesShown; }

    /// One CodeStyle per byte of `range`. \pre `range` lies in the text; setAnalysis() was called.
    std::string of(TextRange range);

    /// The first byte that may look different in `after`, given that everything looked as in `before`; the
    /// size of `after` if nothing does. Where it stands, the texts are the same up to there.
    static std::size_t firstDifference(const Analysis &before, const Analysis &after);

private:
    void paint(TextRange range, CodeStyle style);
    void paintTokens();
    void paintStageUses();
    void paintInstruction(const Instruction &instruction, TextRange extent);
    void paintWords(const Instruction &instruction);
    void paintVariables(TextRange range);
    void paintImage(TextRange range);
    void paintBody(const Instruction &command, TextRange extent);
    void paintPieces(const std::vector<TextRange> &sources, const QString &language);
    void paintHeredocs(const Instruction &command);
    void paintLongLines();

    /// The language of shell-form commands at `instruction`, as the SHELL in force says.
    QString shellLanguageAt(std::size_t offset, StageIndex stage);
    QString runHeredocLanguage(const Instruction &command, const Heredoc &heredoc, std::string_view body);
    QString fileHeredocLanguage(const Instruction &command, const Heredoc &heredoc);

    std::shared_ptr<const Analysis> m_analysis;
    std::vector<std::pair<std::size_t, QString>> m_shells; ///< Place of each SHELL and the language it sets.
    BodyHighlighter m_bodies;
    bool m_areBodiesShown = true;
    TextRange m_range; ///< During of().
    std::string m_styles; ///< During of().
};

} // namespace drydock::ui
