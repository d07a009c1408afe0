// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/text/edit_recorder.h"

#include <QObject>

#include <optional>
#include <vector>

class QsciScintilla;

namespace drydock::ui {

/// Keeps a Scintilla widget and a Document in step, byte for byte. The Document owns the text.
///
/// What a trial taught, and what this class is there for:
/// - Scintilla's own undo is off (SCI_SETUNDOCOLLECTION 0); the Document's stack is the only history.
/// - With undo collection off, delete notifications carry no text. Removed bytes come from our text.
/// - Scintilla must not be written to from inside SCN_MODIFIED. Modifications during a Hand are summed up and
///   applied once, when it is over; a modification without a Hand is applied at once, and updated() then waits
///   for the event loop or flush().
/// - text() and setText() go through QString and lose invalid UTF-8. Bytes go in by SCI_ADDTEXT and
///   SCI_REPLACETARGET.
class TextMirror final : public QObject {
    Q_OBJECT

public:
    /// \param editor, document borrowed; must outlive the mirror.
    TextMirror(QsciScintilla &editor, Document &document);

    /// One action of the hand: all that it does to the text becomes one undo step. They may nest.
    class Hand {
    public:
        /// \param name of the undo step; empty chooses "Typing" or "Delete" by what was done.
        explicit Hand(TextMirror &mirror, const QString &name = {});
        ~Hand();
        Hand(const Hand &) = delete;
        Hand &operator=(const Hand &) = delete;

    private:
        TextMirror &m_mirror;
    };

    /// Scintilla lays a line out as a whole: one of 10 MB takes it seconds for every key. A text with a line longer
    /// than this is shown cut and read-only; places in it cannot be asked for.
    static constexpr std::size_t maxLine = 500'000;
    bool isExcerpt() const { return m_isExcerpt; }
    /// What the reader may do; an excerpt stays read-only whatever is asked.
    void setReadOnly(bool isReadOnly);

    /// True if Scintilla holds the Document's bytes; compares them all.
    bool isInStep() const;
    /// The whole text again, as after a broken promise.
    void reload();
    /// Emits updated() now if it is due. Must not be called from inside SCN_MODIFIED.
    void flush();

signals:
    /// Scintilla shows `after`'s text and may be written to. Several changes may have become one.
    /// \param edits from what the last updated() showed, one after the other.
    /// \param isOwn all of it came from this widget.
    void updated(const std::vector<drydock::EditSet> &edits, bool isOwn);

private:
    void onModified(int position, int type, const char *text, int length);
    void onChanged(const Change &change);
    void begin(const QString &name);
    void end();
    void apply(const EditSet &edits, const QString &name);
    void mirror(const EditSet &edits);
    void load();
    void setExcerpt(bool isExcerpt);
    void placeCaret(const Change &change, std::size_t anchor, std::size_t caret);
    void checkStep();

    QsciScintilla &m_editor;
    Document &m_document;
    std::optional<EditRecorder> m_recorder; ///< While a Hand is at work.
    QString m_handName;
    int m_hands = 0;
    int m_commits = 0;
    bool m_isMirroring = false; ///< We write to Scintilla: what it reports is known.
    bool m_isApplying = false; ///< Scintilla already shows what the Document is about to say.
    bool m_isInModified = false; ///< Scintilla must not be written to.
    bool m_isStale = false; ///< A change came while Scintilla could not be written to.
    bool m_areAllOwn = true; ///< Of m_pending.
    std::vector<EditSet> m_pending; ///< Not yet told by updated().
    bool m_isDue = false;
    bool m_isExcerpt = false;
    bool m_wasReadOnly = false; ///< Before the excerpt.
};

} // namespace drydock::ui
