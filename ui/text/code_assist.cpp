// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/code_assist.h"

#include "model/language/signature.h"
#include "ui/common/translated.h"
#include "ui/text/code_edit.h"
#include "ui/text/completion_popup.h"
#include "ui/text/scintilla_call.h"

#include <QKeyEvent>
#include <QToolTip>

namespace drydock::ui {
namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).toHtmlEscaped();
}

QString formHtml(const Signature &signature, std::size_t index)
{
    const SignatureForm &form = signature.forms[index];
    const std::string_view label = form.label;
    const bool isActive = index == signature.activeForm;
    if (!isActive || signature.activeParameter == Signature::none)
        return text(label);
    const TextRange part = form.parameters[signature.activeParameter];
    return QStringLiteral("%1<b><u>%2</u></b>%3")
        .arg(text(label.substr(0, part.begin)), text(label.substr(part.begin, part.size())),
             text(label.substr(part.end)));
}

} // namespace

QString signatureHtml(const Syntax &syntax, std::size_t offset)
{
    const auto signature = signatureAt(syntax, offset);
    if (!signature)
        return {};
    QString html = QStringLiteral("<qt><code>%1</code>").arg(formHtml(*signature, signature->activeForm));
    html += QStringLiteral("<br>%1").arg(
        translated("language", signature->forms[signature->activeForm].about).toHtmlEscaped());
    for (std::size_t i = 0; i < signature->forms.size(); ++i)
        if (i != signature->activeForm)
            html += QStringLiteral("<br><code>%1</code>").arg(formHtml(*signature, i));
    return html + QStringLiteral("</qt>");
}

CodeAssist::CodeAssist(CodeEdit &editor)
    : QObject(&editor)
    , m_editor(editor)
    , m_popup(new CompletionPopup(&editor))
{
    connect(m_popup, &CompletionPopup::chosen, this, &CodeAssist::accept);
}

void CodeAssist::setTheme(const Theme &theme)
{
    m_popup->setTheme(theme);
}

void CodeAssist::complete()
{
    showList(true);
}

void CodeAssist::showList(bool isAsked)
{
    m_popup->hide();
    if (m_editor.isReadOnly() || !m_editor.selectedRange().isEmpty() || m_editor.mirror().isExcerpt())
        return;
    const auto analysis = m_editor.document().snapshot();
    const GestureContext context {analysis->syntax, analysis->graph, analysis->options};
    const std::size_t caret = m_editor.caret();
    if (caret > analysis->text().size())
        return;
    std::vector<Completion> found = completionsAt({context, caret, analysis->settings.folder.get(), {}});
    // What stands there already need not be offered.
    const bool isDone = found.size() == 1
        && analysis->text().slice(found.front().replaced) == std::string_view(found.front().inserted);
    if (found.empty() || (!isAsked && isDone))
        return;
    const std::size_t begin = found.front().replaced.begin;
    const QRect line(
        static_cast<int>(send(m_editor, Sci::SCI_POINTXFROMPOSITION, 0, static_cast<long>(begin))),
        static_cast<int>(send(m_editor, Sci::SCI_POINTYFROMPOSITION, 0, static_cast<long>(caret))), 1,
        static_cast<int>(send(m_editor, Sci::SCI_TEXTHEIGHT)));
    m_popup->open(std::move(found), line, m_editor.codeFont());
}

void CodeAssist::showSignature()
{
    const Syntax &syntax = m_editor.document().analysis().syntax;
    const std::size_t caret = m_editor.caret();
    const QString html = caret <= syntax.text.size() ? signatureHtml(syntax, caret) : QString();
    if (html.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    const auto place = static_cast<long>(caret);
    const QPoint under(static_cast<int>(send(m_editor, Sci::SCI_POINTXFROMPOSITION, 0, place)),
                       static_cast<int>(send(m_editor, Sci::SCI_POINTYFROMPOSITION, 0, place)
                                        + send(m_editor, Sci::SCI_TEXTHEIGHT)));
    QToolTip::showText(m_editor.viewport()->mapToGlobal(under), html, &m_editor);
}

bool CodeAssist::takesKey(const QKeyEvent &event)
{
    return m_popup->takesKey(event);
}

void CodeAssist::noteTyped(const QString &typed)
{
    if (typed.size() != 1)
        return;
    const char last = typed.at(0).toLatin1();
    if (opensCompletion(last) || (!m_popup->isHidden() && typed.at(0).isLetterOrNumber())) {
        showList(false);
        return;
    }
    m_popup->hide();
    if (last == ' ')
        showSignature();
}

void CodeAssist::close()
{
    m_popup->hide();
}

void CodeAssist::accept(const Completion &completion)
{
    const std::size_t caret = completion.replaced.begin + completion.inserted.size();
    m_editor.applyEdits(EditSet::replacing(completion.replaced, completion.inserted), tr("Complete"));
    m_editor.reveal({caret, caret});
    if (completion.goesOn)
        showList(false);
    if (m_popup->isHidden())
        showSignature();
}

} // namespace drydock::ui
