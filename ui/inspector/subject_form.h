// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/refactor/plan.h"
#include "ui/inspector/subject.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace drydock::ui {

/// What a field of a form is made of.
enum class FieldShape : std::uint8_t {
    Line,
    Lines, ///< More than one line; Ctrl+Enter or leaving it takes it over.
    Choice, ///< One of `choices`.
    Switch, ///< Text is "on" or empty.
};

/// What a field does to the text.
struct FieldChange {
    EditSet edits; ///< None: the text says so already.
    QString name; ///< Of the undo step.
    QString notice; ///< What the reader may not expect; empty if nothing.
};

/// One field, as data.
struct FormField {
    QString id; ///< The same for the same field of the next text.
    QString label;
    QString text;
    FieldShape shape = FieldShape::Line;
    QStringList choices; ///< Choice: all there are. Line: what is offered while typing.
    QString placeholder;
    QString locked; ///< Why it cannot be changed here; empty if it can.
    /// \returns the change, or why there is none: a sentence. \pre the text is the one the form was made for.
    std::function<Result<FieldChange>(const QString &text)> change;
};

/// Something to go to.
struct FormPlace {
    QString title;
    QString detail; ///< "line 12".
    TextRange range;
};

struct FormPlaces {
    QString id;
    QString label;
    std::vector<FormPlace> places;
};

/// A whole form.
struct SubjectForm {
    QString title; ///< "build", "COPY", "COPY --from".
    QString detail; ///< "Stage, line 5".
    std::vector<FormField> fields;
    std::vector<FormPlaces> places;
    bool canInsertBetween = false; ///< An arrow that a stage can be put into.
};

/// The form for `subject`. \param analysis shared by what the fields do.
SubjectForm formFor(const std::shared_ptr<const Analysis> &analysis, const Subject &subject);

/// The lists of a stage's form: what uses it, what it uses, its instructions.
std::vector<FormPlaces> placesOfStage(const Analysis &analysis, StageIndex stage);
/// Of an arrow's: where it comes from and goes to, and what causes it.
std::vector<FormPlaces> placesOfEdge(const Analysis &analysis, std::size_t edge);

} // namespace drydock::ui
