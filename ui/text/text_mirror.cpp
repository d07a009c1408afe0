// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/text_mirror.h"

#include "ui/text/scintilla_call.h"

#include <QMetaObject>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace drydock::ui {
namespace {

std::string_view bytesIn(const QsciScintilla &editor)
{
    const auto *bytes
        = static_cast<const char *>(editor.SendScintillaPtrResult(Sci::SCI_GETCHARACTERPOINTER));
    return {bytes, sendSize(editor, Sci::SCI_GETLENGTH)};
}

bool hasEndlessLine(const SourceText &text)
{
    if (text.size() <= TextMirror::maxLine)
        return false;
    for (std::size_t line = 0; line < text.lineCount(); ++line)
        if (text.lineRange(line).size() > TextMirror::maxLine)
            return true;
    return false;
}

std::string excerptOf(const SourceText &text)
{
    constexpr std::size_t shown = 2'000;
    std::string excerpt;
    for (std::size_t line = 0; line < text.lineCount(); ++line) {
        TextRange range = text.lineRange(line);
        const bool isCut = range.size() > TextMirror::maxLine;
        range.end = isCut ? range.begin + shown : range.end;
        excerpt += text.slice(range);
        excerpt += isCut ? " …" : "";
        if (line + 1 < text.lineCount())
            excerpt += '\n';
    }
    return excerpt;
}

} // namespace

TextMirror::TextMirror(QsciScintilla &editor, Document &document)
    : QObject(&editor)
    , m_editor(editor)
    , m_document(document)
{
    send(editor, Sci::SCI_SETUNDOCOLLECTION, 0);
    send(editor, Sci::SCI_EMPTYUNDOBUFFER);
    send(editor, Sci::SCI_SETMODEVENTMASK, Sci::SC_MOD_INSERTTEXT | Sci::SC_MOD_DELETETEXT);
    connect(&editor, &QsciScintilla::SCN_MODIFIED, this,
            [this](int position, int type, const char *text, int length) {
                onModified(position, type, text, length);
            });
    connect(&document, &Document::changed, this, &TextMirror::onChanged);
    load();
}

TextMirror::Hand::Hand(TextMirror &mirror, const QString &name)
    : m_mirror(mirror)
{
    m_mirror.begin(name);
}

TextMirror::Hand::~Hand()
{
    m_mirror.end();
}

void TextMirror::begin(const QString &name)
{
    if (m_hands++ > 0)
        return;
    m_handName = name;
    m_recorder.emplace(m_document.text().size());
}

void TextMirror::end()
{
    if (--m_hands > 0)
        return;
    const EditRecorder recorder = std::move(*m_recorder);
    m_recorder.reset();
    if (!recorder.isEmpty() && !m_isStale) {
        apply(recorder.edits(), m_handName);
        checkStep();
    }
    flush();
}

void TextMirror::onModified(int position, int type, const char *text, int length)
{
    if (m_isMirroring)
        return;
    const auto at = static_cast<std::size_t>(position);
    const auto size = static_cast<std::size_t>(length);
    const bool isInsertion = (type & Sci::SC_MOD_INSERTTEXT) != 0;
    if (!isInsertion && (type & Sci::SC_MOD_DELETETEXT) == 0)
        return;
    const std::string_view bytes = isInsertion ? std::string_view(text, size) : std::string_view();
    if (m_recorder) {
        if (isInsertion)
            m_recorder->insert(at, bytes);
        else
            m_recorder->remove({at, at + size});
        return;
    }
    const QScopedValueRollback inModified(m_isInModified, true);
    apply(EditSet::replacing({at, isInsertion ? at : at + size}, std::string(bytes)), {});
}

void TextMirror::apply(const EditSet &edits, const QString &name)
{
    if (edits.isEmpty())
        return;
    bool onlyDeletes = true;
    for (const TextEdit &edit : edits)
        onlyDeletes = onlyDeletes && edit.replacement.empty();
    const QScopedValueRollback applying(m_isApplying, true);
    if (!name.isEmpty()) {
        m_document.endTyping(); // Two pastes are two steps.
        m_document.apply(edits, Origin::Text, name);
        m_document.endTyping();
    } else {
        m_document.apply(edits, Origin::Text, onlyDeletes ? tr("Delete") : tr("Typing"));
    }
}

void TextMirror::onChanged(const Change &change)
{
    m_pending.push_back(change.edits);
    if (m_isApplying) {
        m_isApplying = false; // Whatever an observer changes on top of it is not ours.
    } else {
        m_areAllOwn = false;
        if (m_isInModified || m_recorder) {
            m_isStale = true; // Scintilla cannot be written to here.
        } else if (!change.edits.isEmpty()) {
            const bool isLoad = change.origin == Origin::Disk && change.edits.size() == 1
                && change.edits.begin()->range == TextRange {0, change.before->text().size()};
            const std::size_t anchor = sendSize(m_editor, Sci::SCI_GETANCHOR);
            const std::size_t caret = sendSize(m_editor, Sci::SCI_GETCURRENTPOS);
            if (isLoad || m_isExcerpt || hasEndlessLine(change.after->text())) {
                load();
            } else {
                mirror(change.edits);
                placeCaret(change, anchor, caret);
            }
            checkStep();
            flush();
            return;
        }
    }
    if (!m_isDue)
        QMetaObject::invokeMethod(this, &TextMirror::flush, Qt::QueuedConnection);
    m_isDue = true;
}

void TextMirror::flush()
{
    if (m_isInModified || m_recorder)
        return;
    if (std::exchange(m_isStale, false))
        reload();
    m_isDue = false;
    if (m_pending.empty())
        return;
    const std::vector<EditSet> edits = std::exchange(m_pending, {});
    emit updated(edits, std::exchange(m_areAllOwn, true));
}

void TextMirror::mirror(const EditSet &edits)
{
    const QScopedValueRollback mirroring(m_isMirroring, true);
    const bool isReadOnly = send(m_editor, Sci::SCI_GETREADONLY) != 0;
    send(m_editor, Sci::SCI_SETREADONLY, 0);
    std::vector<TextEdit> list(edits.begin(), edits.end());
    std::reverse(list.begin(), list.end()); // From the end: offsets before an edit stay true.
    for (const TextEdit &edit : list) {
        send(m_editor, Sci::SCI_SETTARGETRANGE, edit.range.begin, static_cast<long>(edit.range.end));
        send(m_editor, Sci::SCI_REPLACETARGET, edit.replacement);
    }
    send(m_editor, Sci::SCI_SETREADONLY, isReadOnly ? 1 : 0);
}

void TextMirror::setReadOnly(bool isReadOnly)
{
    m_wasReadOnly = isReadOnly;
    send(m_editor, Sci::SCI_SETREADONLY, isReadOnly || m_isExcerpt ? 1 : 0);
}

void TextMirror::setExcerpt(bool isExcerpt)
{
    if (isExcerpt == m_isExcerpt)
        return;
    m_isExcerpt = isExcerpt;
    if (isExcerpt)
        m_wasReadOnly = send(m_editor, Sci::SCI_GETREADONLY) != 0;
    send(m_editor, Sci::SCI_SETREADONLY, isExcerpt || m_wasReadOnly ? 1 : 0);
}

void TextMirror::load()
{
    setExcerpt(hasEndlessLine(m_document.text()));
    const QScopedValueRollback mirroring(m_isMirroring, true);
    const bool isReadOnly = send(m_editor, Sci::SCI_GETREADONLY) != 0;
    send(m_editor, Sci::SCI_SETREADONLY, 0);
    send(m_editor, Sci::SCI_CLEARALL);
    if (m_isExcerpt) {
        send(m_editor, Sci::SCI_ADDTEXT, excerptOf(m_document.text()));
    } else {
        send(m_editor, Sci::SCI_ALLOCATE, m_document.text().size() + 1024);
        send(m_editor, Sci::SCI_ADDTEXT, m_document.text().bytes());
    }
    send(m_editor, Sci::SCI_SETEMPTYSELECTION, 0);
    send(m_editor, Sci::SCI_SETFIRSTVISIBLELINE, 0);
    send(m_editor, Sci::SCI_SETXOFFSET, 0);
    send(m_editor, Sci::SCI_SETREADONLY, isReadOnly ? 1 : 0);
}

void TextMirror::reload()
{
    const std::size_t caret = sendSize(m_editor, Sci::SCI_GETCURRENTPOS);
    const long top = send(m_editor, Sci::SCI_GETFIRSTVISIBLELINE);
    load();
    send(m_editor, Sci::SCI_SETEMPTYSELECTION, std::min(caret, m_document.text().size()));
    send(m_editor, Sci::SCI_SETFIRSTVISIBLELINE, static_cast<std::size_t>(top));
}

void TextMirror::placeCaret(const Change &change, std::size_t anchor, std::size_t caret)
{
    if (change.origin != Origin::History) {
        send(m_editor, Sci::SCI_SETSEL, change.edits.mapOffset(anchor),
             static_cast<long>(change.edits.mapOffset(caret)));
        return;
    }
    // After undo and redo the caret stands where the hand was: behind the last thing that came back.
    std::ptrdiff_t shift = 0;
    std::size_t place = 0;
    for (const TextEdit &edit : change.edits) {
        place = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(edit.range.begin) + shift)
            + edit.replacement.size();
        shift += static_cast<std::ptrdiff_t>(edit.replacement.size())
            - static_cast<std::ptrdiff_t>(edit.range.size());
    }
    send(m_editor, Sci::SCI_ENSUREVISIBLE, sendSize(m_editor, Sci::SCI_LINEFROMPOSITION, place));
    send(m_editor, Sci::SCI_GOTOPOS, place);
}

bool TextMirror::isInStep() const
{
    return bytesIn(m_editor) == m_document.text().bytes();
}

void TextMirror::checkStep()
{
    if (m_isExcerpt)
        return;
    bool isSame = sendSize(m_editor, Sci::SCI_GETLENGTH) == m_document.text().size();
#ifndef NDEBUG
    if (isSame && ++m_commits % 100 == 0)
        isSame = isInStep();
    Q_ASSERT_X(isSame, "TextMirror", "the editor and the document differ");
#endif
    if (!isSame) {
        qCritical("The text shown differed from the document and was loaded again.");
        reload();
    }
}

} // namespace drydock::ui
