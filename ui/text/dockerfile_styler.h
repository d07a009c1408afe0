// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/edit_set.h"
#include "ui/text/text_styles.h"

#include <Qsci/qscilexercustom.h>

#include <memory>
#include <vector>

namespace drydock::ui {

/// Hands TextStyles to Scintilla, which asks for what it is about to show. Only what is visible or was changed
/// is ever styled.
///
/// Writes to Scintilla; never call it from inside SCN_MODIFIED.
class DockerfileStyler final : public QsciLexerCustom {
    Q_OBJECT

public:
    /// Becomes the lexer of `editor`, which owns it.
    explicit DockerfileStyler(QsciScintilla &editor);

    /// The editor now shows `after`'s text. Styles what changed as far as it is visible.
    /// \param edits from the analysis shown until now; only offsets are taken from it.
    void update(const std::shared_ptr<const Analysis> &after, const std::vector<EditSet> &edits);
    /// Styles what is visible and was put off. To be called before painting.
    void styleVisible();
    /// Bodies are coloured from now on. Until then they are plain if the highlighter has yet to be loaded, so that
    /// the first picture of the program need not wait for it.
    void showBodies();
    bool areBodiesShown() const { return m_styles.areBodiesShown(); }

    const char *language() const override { return "Dockerfile"; }
    QString description(int) const override { return {}; } // Colours are applyStyles()' affair.
    void styleText(int start, int end) override;

private:
    TextRange visibleRange() const;
    void style(TextRange range);

    QsciScintilla &m_editor;
    TextStyles m_styles;
    std::vector<TextRange> m_owed; ///< Passed over; to be styled when they come into view.
};

} // namespace drydock::ui
