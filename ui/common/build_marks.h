// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/common/text_marks.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace drydock::ui {

/// What builds and engines told of the stages and lines of one Document, for the text as it is now. Cards and lines show
/// it; nothing of it is part of the file.
class BuildMarks final : public QObject {
    Q_OBJECT

public:
    /// \param document borrowed; must outlive the marks.
    explicit BuildMarks(Document &document, QObject *parent = nullptr);
    ~BuildMarks() override;

    /// Never null. Always of the document's present text, once follow() has heard of its change.
    const std::shared_ptr<const TextMarks> &marks() const { return m_marks; }
    bool isStale() const { return m_marks->isStale(); }

    /// Instead of what was measured before. \param source the text that was measured; may be older than the present one.
    void setMeasurement(const Measurement &measurement, const std::shared_ptr<const Analysis> &source);
    /// Instead of the states before. May be called twenty times a second: tells of a change only if there is one.
    /// \param source the text that is built; may be older than the present one.
    void setProgress(const BuildProgress &progress, const std::shared_ptr<const Analysis> &source);
    void setSteps(const std::vector<ProgressStep> &steps, const std::shared_ptr<const Analysis> &source);
    /// What the engine has of the images that the file names, by GraphNode::reference.
    void setImageSizes(std::map<std::string, ImageMark> images);
    void clear();

    /// Where an instruction of the text that is built stands now, for "go to line"; empty if it is gone.
    TextRange presentRangeOf(InstructionIndex builtInstruction) const;

    /// Also called by those who hear of a change first and need the marks of the new text at once; the second call does
    /// nothing.
    void follow(const Change &change);

signals:
    void changed();

private:
    void update();

    Document &m_document;
    std::optional<TracedMeasurement> m_measured;
    std::optional<TracedBuild> m_built;
    std::map<std::string, ImageMark> m_images;
    std::shared_ptr<const TextMarks> m_marks;
};

} // namespace drydock::ui
