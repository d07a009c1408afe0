// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/build_marks.h"

#include <utility>

namespace drydock::ui {

BuildMarks::BuildMarks(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_marks = std::make_shared<const TextMarks>(makeTextMarks(document.snapshot(), nullptr, nullptr, {}));
    connect(&document, &Document::changed, this, &BuildMarks::follow);
}

BuildMarks::~BuildMarks() = default;

void BuildMarks::setMeasurement(const Measurement &measurement, const std::shared_ptr<const Analysis> &source)
{
    m_measured = TracedMeasurement {measurement, TextTrace::between(source, m_marks->analysis)};
    update();
}

void BuildMarks::setProgress(const BuildProgress &progress, const std::shared_ptr<const Analysis> &source)
{
    setSteps(progress.steps(), source);
}

void BuildMarks::setSteps(const std::vector<ProgressStep> &steps,
                          const std::shared_ptr<const Analysis> &source)
{
    std::vector<StepSum> sums = sumSteps(steps, source->syntax.instructions.size());
    if (m_built && m_built->trace.built == source) {
        if (m_built->steps == sums)
            return;
        m_built->steps = std::move(sums);
    } else {
        m_built = TracedBuild {std::move(sums), TextTrace::between(source, m_marks->analysis)};
    }
    update();
}

void BuildMarks::setImageSizes(std::map<std::string, ImageMark> images)
{
    m_images = std::move(images);
    update();
}

void BuildMarks::clear()
{
    m_measured.reset();
    m_built.reset();
    m_images.clear();
    update();
}

TextRange BuildMarks::presentRangeOf(InstructionIndex builtInstruction) const
{
    if (!m_built)
        return {};
    const InstructionIndex place = m_built->trace.presentOf(builtInstruction);
    return place.isValid() ? m_marks->analysis->syntax.at(place).range : TextRange {};
}

void BuildMarks::follow(const Change &change)
{
    if (change.after == m_marks->analysis)
        return;
    for (TextTrace *trace :
         {m_measured ? &m_measured->trace : nullptr, m_built ? &m_built->trace : nullptr}) {
        if (trace)
            *trace = trace->present == change.before ? trace->follow(change)
                                                     : TextTrace::between(trace->built, change.after);
    }
    m_marks = std::make_shared<const TextMarks>(makeTextMarks(
        change.after, m_measured ? &*m_measured : nullptr, m_built ? &*m_built : nullptr, m_images));
    emit changed();
}

void BuildMarks::update()
{
    TextMarks marks = makeTextMarks(m_marks->analysis, m_measured ? &*m_measured : nullptr,
                                    m_built ? &*m_built : nullptr, m_images);
    if (marks == *m_marks)
        return;
    m_marks = std::make_shared<const TextMarks>(std::move(marks));
    emit changed();
}

} // namespace drydock::ui
