// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/language/completion.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QString>

#include <optional>

class QKeyEvent;

namespace drydock::ui {

class CodeEdit;
class CompletionPopup;

/// Helps while writing: completions under the caret, the form of what is being written. What it offers comes from
/// model/language; what is chosen goes through the Document like anything typed.
class CodeAssist final : public QObject {
    Q_OBJECT

public:
    /// \param editor borrowed; owns this.
    explicit CodeAssist(CodeEdit &editor);

    void setTheme(const Theme &theme);

    /// Shows what could stand at the caret; nothing if nothing could.
    void complete();
    /// Shows the forms of the instruction at the caret.
    void showSignature();
    /// \returns whether the open list wants the key.
    bool takesKey(const QKeyEvent &event);
    /// `text` has been typed; the document knows it.
    void noteTyped(const QString &text);
    void close();
    CompletionPopup &popup() { return *m_popup; }

private:
    void accept(const Completion &completion);
    void showList(bool isAsked);

    CodeEdit &m_editor;
    CompletionPopup *m_popup; // Owned by the editor.
};

/// The forms as rich text, the active parameter in bold. Empty for nothing. \pre offset lies in the text.
QString signatureHtml(const Syntax &syntax, std::size_t offset);

} // namespace drydock::ui
