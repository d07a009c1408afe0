// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/text/edit_set.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <string>

namespace drydock {

/// Who made a change: an observer that is the origin already shows it.
enum class Origin : std::uint8_t { Text, Graph, Refactoring, Disk, History };

/// One change of the document; enough for any observer.
struct Change {
    std::shared_ptr<const Analysis> before;
    std::shared_ptr<const Analysis> after;
    EditSet edits; ///< From before's text to after's. Empty if only options or settings changed.
    Origin origin = Origin::Text;
};

/// The single source of truth: one text, its analysis, its history.
///
/// The text changes only through apply(), reset() and the undo stack, each of which emits changed() exactly
/// once. Lives in the GUI thread.
class Document final : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    const Analysis &analysis() const { return *m_analysis; }
    std::shared_ptr<const Analysis> snapshot() const { return m_analysis; }
    const SourceText &text() const { return m_analysis->text(); }

    /// Makes `edits` one undo step called `name` ("Rename stage"). Typing merges with the typing before it.
    /// \pre the set was made for text(). An empty set does nothing.
    void apply(const EditSet &edits, Origin origin, const QString &name);

    /// Another file: the history is cleared, the text counts as saved.
    void reset(std::string bytes);
    /// The file changed on disk and the reader wants it: the smallest edits, one undo step, counts as saved.
    void reload(std::string bytes);

    /// Build arguments, target and the like; no undo step, the text stays.
    void setOptions(const BuildOptions &options);
    /// What is said about the rules, and what lies beside the file; no undo step, the text stays.
    void setLintSettings(const LintSettings &settings);

    /// Ends the current run of mergeable typing: caret moved, focus lost, file saved.
    void endTyping();

    /// Compared by bytes with what was last saved or loaded, so undoing by any road clears it.
    bool isModified() const { return m_isModified; }
    /// The current text is what is on disk now.
    void markSaved();
    const SourceText &savedText() const { return m_savedText; }
    /// Recovery: the file on disk has `bytes`, the document's text stays.
    void setSavedText(std::string bytes);

    QUndoStack &undoStack() { return m_undoStack; }

signals:
    void changed(const drydock::Change &change);
    void modifiedChanged(bool isModified);

private:
    friend class EditCommand; // The only text-changing command; same folder, same idea.
    void commit(const EditSet &edits, Origin origin);
    void updateModified();

    std::shared_ptr<const Analysis> m_analysis;
    SourceText m_savedText;
    QUndoStack m_undoStack;
    std::uint64_t m_typingRun = 0;
    bool m_isModified = false;
};

} // namespace drydock

Q_DECLARE_METATYPE(drydock::Change)
