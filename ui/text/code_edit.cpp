// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/code_edit.h"

#include "ui/text/code_assist.h"
#include "ui/text/code_style.h"
#include "ui/text/folding.h"
#include "ui/text/scintilla_call.h"
#include "ui/text/typing.h"

#include <Qsci/qscicommandset.h>

#include <QFontDatabase>

#include <algorithm>
#include <array>

namespace drydock::ui {

CodeEdit::CodeEdit(Document &document, QWidget *parent)
    : QsciScintilla(parent)
    , m_document(document)
    , m_margin(*this)
    , m_problems(*this)
    , m_font(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
    setUpScintilla();
    unbindKeys();
    showInvisibleCharacters();
    m_styler = new DockerfileStyler(*this);
    setLexer(m_styler);
    m_assist = new CodeAssist(*this);
    setTheme(Theme::of(Theme::kindFor(palette())));
    m_mirror = new TextMirror(*this, document);
    connect(m_mirror, &TextMirror::updated, this, &CodeEdit::onUpdated);
    // Sent while painting: whoever listens must not be called from there.
    connect(this, &QsciScintilla::SCN_UPDATEUI, this, &CodeEdit::noteCaret, Qt::QueuedConnection);
    connect(this, &QsciScintilla::SCN_ZOOM, this, [this] {
        m_margin.updateWidths();
        viewport()->update();
    });
    onUpdated({}, false);
}

void CodeEdit::setUpScintilla()
{
    setFrameStyle(QFrame::NoFrame);
    setUtf8(true);
    setLayoutDirection(Qt::LeftToRight); // Code is never mirrored.
    setAccessibleName(tr("Dockerfile text"));
    setBraceMatching(SloppyBraceMatch);
    send(*this, SCI_SETMULTIPLESELECTION, 1);
    send(*this, SCI_SETADDITIONALSELECTIONTYPING, 1);
    send(*this, SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
    send(*this, SCI_SETVIRTUALSPACEOPTIONS, SCVS_RECTANGULARSELECTION);
    send(*this, SCI_SETSCROLLWIDTH, 1);
    send(*this, SCI_SETSCROLLWIDTHTRACKING, 1);
    send(*this, SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
    send(*this, SCI_SETCARETLINEVISIBLE, 1);
    send(*this, SCI_SETCARETLINEVISIBLEALWAYS, 1);
    send(*this, SCI_SETCARETWIDTH, 2);
    send(*this, SCI_SETTABWIDTH, 4);
    send(*this, SCI_SETINDENT, 4);
    send(*this, SCI_SETTABINDENTS, 1);
    send(*this, SCI_SETBACKSPACEUNINDENTS, 1);
    send(*this, SCI_SETEXTRAASCENT, 2);
    send(*this, SCI_SETEXTRADESCENT, 2);
    send(*this, SCI_SETYCARETPOLICY, CARET_SLOP | CARET_EVEN, 2);
    send(*this, SCI_SETVISIBLEPOLICY, VISIBLE_SLOP, 3);
    send(*this, SCI_SETPASTECONVERTENDINGS, 1);
    send(*this, SCI_MARKERDEFINE, lineMarker, SC_MARK_BACKGROUND);
}

/// What the window's menus mean by these keys wins over what Scintilla means by them.
void CodeEdit::unbindKeys()
{
    const std::array<QsciCommand::Command, 16> unwanted {
        QsciCommand::Undo,
        QsciCommand::Redo,
        QsciCommand::LineCut,
        QsciCommand::LineDelete,
        QsciCommand::LineCopy,
        QsciCommand::LineTranspose,
        QsciCommand::LineDuplicate,
        QsciCommand::SelectionLowerCase,
        QsciCommand::SelectionUpperCase,
        QsciCommand::ZoomIn,
        QsciCommand::ZoomOut,
        QsciCommand::SelectionDuplicate,
        QsciCommand::LineDownRectExtend,
        QsciCommand::LineUpRectExtend,
        QsciCommand::Formfeed,
        QsciCommand::DeleteLineLeft,
    };
    for (const QsciCommand::Command command : unwanted) {
        if (QsciCommand *found = standardCommands()->find(command)) {
            found->setKey(0);
            found->setAlternateKey(0);
        }
    }
}

void CodeEdit::showInvisibleCharacters()
{
    // Trojan Source (CVE-2021-42574) and its kin: what reorders or hides text must be seen.
    static constexpr std::array<std::pair<const char *, const char *>, 20> shown {{
        {"\xC2\xA0", "NBSP"},    {"\xC2\xAD", "SHY"},     {"\xE2\x80\x8B", "ZWSP"}, {"\xE2\x80\x8C", "ZWNJ"},
        {"\xE2\x80\x8D", "ZWJ"}, {"\xE2\x80\x8E", "LRM"}, {"\xE2\x80\x8F", "RLM"},  {"\xE2\x80\xAA", "LRE"},
        {"\xE2\x80\xAB", "RLE"}, {"\xE2\x80\xAC", "PDF"}, {"\xE2\x80\xAD", "LRO"},  {"\xE2\x80\xAE", "RLO"},
        {"\xE2\x81\xA0", "WJ"},  {"\xE2\x81\xA6", "LRI"}, {"\xE2\x81\xA7", "RLI"},  {"\xE2\x81\xA8", "FSI"},
        {"\xE2\x81\xA9", "PDI"}, {"\xEF\xBB\xBF", "BOM"}, {"\xE2\x80\xA8", "LS"},   {"\xE2\x80\xA9", "PS"},
    }};
    for (const auto &[character, name] : shown)
        SendScintilla(SCI_SETREPRESENTATION, character, name);
}

void CodeEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    applyStyles(*this, theme, m_font);
    m_problems.setTheme(theme);
    m_margin.setTheme(theme);
    m_assist->setTheme(theme);
    m_margin.setFont(m_font);
    QColor selection = theme.color(Role::EdgeCopy);
    SendScintilla(SCI_SETSELBACK, 1UL, selection);
    send(*this, SCI_SETSELALPHA, theme.isDark() ? 90 : 60);
    SendScintilla(SCI_SETADDITIONALSELBACK, selection);
    send(*this, SCI_SETADDITIONALSELALPHA, theme.isDark() ? 70 : 45);
    SendScintilla(SCI_SETCARETLINEBACK, theme.color(Role::SelectedLine));
    SendScintilla(SCI_SETCARETFORE, theme.color(Role::Text));
    SendScintilla(SCI_MARKERSETBACK, lineMarker, theme.color(Role::SelectedLine));
    SendScintilla(SCI_SETWHITESPACEFORE, 1UL, theme.color(Role::Dimmed));
    m_margin.updateWidths();
    viewport()->update();
}

void CodeEdit::setCodeFont(const QFont &font)
{
    m_font = font;
    setTheme(m_theme);
}

TextRange CodeEdit::selectedRange() const
{
    return {sendSize(*this, SCI_GETSELECTIONSTART), sendSize(*this, SCI_GETSELECTIONEND)};
}

std::size_t CodeEdit::caret() const
{
    return sendSize(*this, SCI_GETCURRENTPOS);
}

void CodeEdit::reveal(TextRange range)
{
    m_mirror->flush();
    if (m_mirror->isExcerpt())
        return;
    send(*this, SCI_ENSUREVISIBLEENFORCEPOLICY, sendSize(*this, SCI_LINEFROMPOSITION, range.begin));
    send(*this, SCI_ENSUREVISIBLE, sendSize(*this, SCI_LINEFROMPOSITION, range.end));
    send(*this, SCI_SETSEL, range.begin, static_cast<long>(range.end));
    send(*this, SCI_SCROLLRANGE, range.begin, static_cast<long>(range.end));
    noteCaret();
}

void CodeEdit::markLines(const std::vector<TextRange> &ranges)
{
    // Asked to delete, Scintilla paints everything anew, be there a mark or not.
    if (hasTintedLines())
        send(*this, SCI_MARKERDELETEALL, lineMarker);
    if (m_mirror->isExcerpt())
        return;
    for (const TextRange range : ranges) {
        const std::size_t last = sendSize(*this, SCI_LINEFROMPOSITION, range.end);
        for (std::size_t line = sendSize(*this, SCI_LINEFROMPOSITION, range.begin); line <= last; ++line)
            send(*this, SCI_MARKERADD, line, static_cast<long>(lineMarker));
    }
}

void CodeEdit::cutText()
{
    const TextMirror::Hand hand(*m_mirror, tr("Cut"));
    send(*this, SCI_CUT);
}

void CodeEdit::pasteText()
{
    const TextMirror::Hand hand(*m_mirror, tr("Paste"));
    send(*this, SCI_PASTE);
}

void CodeEdit::deleteText()
{
    const TextMirror::Hand hand(*m_mirror);
    send(*this, SCI_CLEAR);
}

void CodeEdit::toggleComment()
{
    m_mirror->flush();
    applyEdits(toggledComments(m_document.text(), selectedRange()), tr("Toggle comment"));
}

void CodeEdit::applyEdits(const EditSet &edits, const QString &name)
{
    if (edits.isEmpty() || isReadOnly())
        return;
    m_document.endTyping();
    m_document.apply(edits, Origin::Text, name);
    m_document.endTyping();
    noteCaret();
}

void CodeEdit::onUpdated(const std::vector<EditSet> &edits, bool)
{
    const auto analysis = m_document.snapshot();
    m_styler->update(analysis, edits);
    const bool isHuge = analysis->text().size() > TextStyles::maxSize;
    if (!isHuge && !m_mirror->isExcerpt()) {
        applyFoldLevels(*this, foldLevels(analysis->syntax));
        m_problems.update(*analysis, edits);
    }
    m_margin.setAnalysis(analysis, edits);
    m_margin.updateWidths();
    followHabits();
    updateMarginArea();
    noteCaret();
    emit shown();
}

/// New lines and indentation are made as the file makes them.
void CodeEdit::followHabits()
{
    send(*this, SCI_SETEOLMODE, lineEndOf(m_document.text()) == "\r\n" ? SC_EOL_CRLF : SC_EOL_LF);
    const bool usesTabs = indentUnit(m_document.analysis().syntax) == "\t";
    if ((send(*this, SCI_GETUSETABS) != 0) != usesTabs)
        send(*this, SCI_SETUSETABS, usesTabs ? 1 : 0); // Paints everything anew.
}

void CodeEdit::noteCaret()
{
    const std::size_t anchor = sendSize(*this, SCI_GETANCHOR);
    const std::size_t caret = sendSize(*this, SCI_GETCURRENTPOS);
    if (anchor == m_anchor && caret == m_caret)
        return;
    m_anchor = anchor;
    m_caret = caret;
    updateMarginArea();
    emit caretMoved();
}

bool CodeEdit::hasTintedLines() const
{
    return send(*this, SCI_MARKERNEXT, 0, 1L << lineMarker) >= 0;
}

void CodeEdit::updateMarginArea()
{
    viewport()->update(0, 0, m_margin.textLeft(), viewport()->height());
}

} // namespace drydock::ui
