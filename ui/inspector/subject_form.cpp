// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/subject_form.h"

#include "model/refactor/fields/change_field.h"
#include "model/refactor/gestures/change_base.h"
#include "model/refactor/gestures/insert_between.h"
#include "model/refactor/gestures/reconnect.h"
#include "model/refactor/gestures/rename_stage.h"
#include "ui/common/translated.h"

#include <QCoreApplication>

#include <algorithm>

namespace drydock::ui {
namespace {

using Snapshot = std::shared_ptr<const Analysis>;

QString words(const char *text)
{
    return QCoreApplication::translate("inspector", text);
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

GestureContext contextOf(const Analysis &analysis)
{
    return {analysis.syntax, analysis.graph, analysis.options};
}

Result<FieldChange> changeOf(const Result<Plan> &plan)
{
    if (!plan)
        return tl::unexpected(plan.error());
    return FieldChange {plan->edits, translated("refactor", plan->name),
                        plan->notice.source.empty() ? QString() : translated("refactor", plan->notice)};
}

QString lineOf(const Analysis &analysis, TextRange range)
{
    return QString::number(analysis.text().lineAt(range.begin) + 1);
}

/// Stages and images that the file names, for completion.
QStringList sourcesIn(const Analysis &analysis, bool withScratch)
{
    QStringList names;
    for (const GraphNode &node : analysis.graph.nodes) {
        const bool isNamed
            = node.kind != NodeKind::Remote && node.kind != NodeKind::Missing && !node.name.empty();
        if (isNamed)
            names.append(shown(node.name));
        if (node.kind == NodeKind::Stage && !node.base.empty())
            names.append(shown(node.base));
    }
    if (withScratch)
        names.append(QStringLiteral("scratch"));
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

QStringList platforms()
{
    return {QStringLiteral("$BUILDPLATFORM"), QStringLiteral("$TARGETPLATFORM"),
            QStringLiteral("linux/amd64"), QStringLiteral("linux/arm64"), QStringLiteral("linux/arm/v7")};
}

QStringList keywords()
{
    QStringList names;
    for (auto keyword = Keyword::Add; keyword <= Keyword::Workdir; keyword = Keyword(int(keyword) + 1))
        if (keyword != Keyword::From)
            names.append(shown(nameOf(keyword)));
    return names;
}

QString labelOf(const InstructionField &field)
{
    switch (field.kind) {
    case FieldKind::Keyword:
        return words(QT_TRANSLATE_NOOP("inspector", "Instruction"));
    case FieldKind::Flag:
    case FieldKind::Switch:
        return QStringLiteral("--") + shown(field.name);
    case FieldKind::MountOption:
    case FieldKind::Value:
        return shown(field.name);
    case FieldKind::Sources:
        return words(QT_TRANSLATE_NOOP("inspector", "Source"));
    case FieldKind::Destination:
        return words(QT_TRANSLATE_NOOP("inspector", "Destination"));
    case FieldKind::Arguments:
        return words(QT_TRANSLATE_NOOP("inspector", "Arguments"));
    }
    return {};
}

QString placeholderOf(const InstructionField &field)
{
    if (field.isGiven)
        return {};
    return field.kind == FieldKind::Flag && field.name == "mount"
        ? words(QT_TRANSLATE_NOOP("inspector", "type=cache,target=… adds a mount"))
        : words(QT_TRANSLATE_NOOP("inspector", "not given"));
}

bool isValidUtf8(std::string_view bytes)
{
    return SourceText(std::string(bytes)).isValidUtf8();
}

/// Form fields know one kind of line end: the text's own comes back when it is written.
std::string withLineEndsOf(const std::string &before, const QString &text, const Analysis &analysis)
{
    std::string bytes = text.toStdString();
    const bool isCrLf = before.find("\r\n") != std::string::npos
        || (before.find('\n') == std::string::npos && analysis.text().endOfLine() == EndOfLine::CrLf);
    if (isCrLf)
        for (std::size_t at = bytes.find('\n'); at != std::string::npos; at = bytes.find('\n', at + 2))
            bytes.insert(at, 1, '\r');
    return bytes;
}

bool mixesLineEnds(std::string_view bytes)
{
    const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
    std::ptrdiff_t pairs = 0;
    for (std::size_t at = bytes.find("\r\n"); at != std::string_view::npos; at = bytes.find("\r\n", at + 2))
        ++pairs;
    return pairs != 0 && pairs != lines;
}

FormField fieldFor(const Snapshot &analysis, InstructionIndex index, const InstructionField &field)
{
    FormField made;
    made.label = labelOf(field);
    made.id = QStringLiteral("%1/%2/%3").arg(int(field.kind)).arg(shown(field.name)).arg(field.ordinal);
    made.text = shown(field.text).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    made.placeholder = placeholderOf(field);
    if (!isValidUtf8(field.text))
        made.locked = words(QT_TRANSLATE_NOOP("inspector", "This is not UTF-8. Change it in the text."));
    else if (mixesLineEnds(field.text))
        made.locked
            = words(QT_TRANSLATE_NOOP("inspector", "Its lines end in two ways. Change it in the text."));
    if (field.kind == FieldKind::Keyword) {
        made.shape = FieldShape::Choice;
        made.text = made.text.toUpper();
        made.choices = keywords();
        if (!made.choices.contains(made.text))
            made.choices.prepend(made.text);
    } else if (field.kind == FieldKind::Switch) {
        made.shape = FieldShape::Switch;
        made.text = field.isGiven ? QStringLiteral("on") : QString();
    } else if (made.text.contains(u'\n')) {
        made.shape = FieldShape::Lines;
    }
    if (field.kind == FieldKind::Flag && field.name == "from")
        made.choices = sourcesIn(*analysis, false);
    else if (field.kind == FieldKind::Flag && field.name == "platform")
        made.choices = platforms();
    const QString step = words(QT_TRANSLATE_NOOP("inspector", "Change %1")).arg(made.label);
    made.change = [analysis, index, field, step](const QString &text) -> Result<FieldChange> {
        Result<EditSet> edits = changeField(analysis->syntax, analysis->options, index, field,
                                            withLineEndsOf(field.text, text, *analysis));
        if (!edits)
            return tl::unexpected(edits.error());
        return FieldChange {std::move(*edits), step, {}};
    };
    return made;
}

void addFields(SubjectForm &form, const Snapshot &analysis, InstructionIndex index,
               const std::vector<InstructionField> &fields)
{
    for (const InstructionField &field : fields)
        form.fields.push_back(fieldFor(analysis, index, field));
}

SubjectForm stageForm(const Snapshot &analysis, StageIndex stage, InstructionIndex from)
{
    const GraphNode &node = analysis->graph.nodes[stage.value];
    SubjectForm form;
    form.title = shown(node.label());
    const QString line = lineOf(*analysis, node.range);
    form.detail = node.isTarget
        ? words(QT_TRANSLATE_NOOP("inspector", "Stage, line %1 · the target")).arg(line)
        : node.isReachable
        ? words(QT_TRANSLATE_NOOP("inspector", "Stage, line %1")).arg(line)
        : words(QT_TRANSLATE_NOOP("inspector", "Stage, line %1 · not needed by the target")).arg(line);
    FormField name;
    name.id = QStringLiteral("name");
    name.label = words(QT_TRANSLATE_NOOP("inspector", "Name"));
    name.text = shown(node.name);
    name.placeholder = words(QT_TRANSLATE_NOOP("inspector", "no name"));
    name.change = [analysis, stage](const QString &text) -> Result<FieldChange> {
        if (text.trimmed() == shown(analysis->graph.nodes[stage.value].name))
            return FieldChange {};
        return changeOf(renameStage(contextOf(*analysis), stage, text.trimmed().toStdString()));
    };
    FormField base;
    base.id = QStringLiteral("base");
    base.label = words(QT_TRANSLATE_NOOP("inspector", "Base"));
    base.text = shown(node.base);
    base.choices = sourcesIn(*analysis, true);
    base.change = [analysis, stage](const QString &text) -> Result<FieldChange> {
        if (text.trimmed() == shown(analysis->graph.nodes[stage.value].base))
            return FieldChange {};
        return changeOf(changeBaseTo(contextOf(*analysis), stage, text.trimmed().toStdString()));
    };
    form.fields = {std::move(name), std::move(base)};
    for (const InstructionField &field : fieldsOf(analysis->syntax, from))
        if (field.kind == FieldKind::Flag)
            form.fields.push_back(fieldFor(analysis, from, field));
    form.places = placesOfStage(*analysis, stage);
    return form;
}

SubjectForm instructionForm(const Snapshot &analysis, InstructionIndex index)
{
    const Instruction &instruction = analysis->syntax.at(index);
    SubjectForm form;
    form.title = shown(analysis->syntax.textOf(instruction.keywordRange)).toUpper();
    const QString line = lineOf(*analysis, instruction.range);
    form.detail = instruction.stage
        ? words(QT_TRANSLATE_NOOP("inspector", "Line %1, in %2"))
              .arg(line, shown(analysis->graph.nodes[instruction.stage.value].label()))
        : words(QT_TRANSLATE_NOOP("inspector", "Line %1, before the first stage")).arg(line);
    std::vector<InstructionField> fields = fieldsOf(analysis->syntax, index);
    // What every such instruction has comes before the flags, most of which are not given.
    std::stable_partition(fields.begin(), fields.end(), [](const InstructionField &field) {
        return field.kind != FieldKind::Flag && field.kind != FieldKind::Switch;
    });
    addFields(form, analysis, index, fields);
    return form;
}

/// Where an arrow comes from; another name draws it from there.
FormField sourceField(const Snapshot &analysis, std::size_t index)
{
    FormField field;
    field.id = QStringLiteral("source");
    field.label = words(QT_TRANSLATE_NOOP("inspector", "From"));
    const GraphEdge &edge = analysis->graph.edges[index];
    field.text = shown(analysis->syntax.textOf(edge.cause));
    field.choices = sourcesIn(*analysis, edge.kind == EdgeKind::From);
    field.change = [analysis, index](const QString &text) -> Result<FieldChange> {
        const GraphEdge &arrow = analysis->graph.edges[index];
        const std::string wanted = text.trimmed().toStdString();
        if (wanted == analysis->syntax.textOf(arrow.cause))
            return FieldChange {};
        const auto &nodes = analysis->graph.nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (QString::compare(shown(nodes[i].label()), shown(wanted), Qt::CaseInsensitive) == 0)
                return changeOf(reconnectSource(contextOf(*analysis), index, NodeIndex {i}));
        if (arrow.kind == EdgeKind::From)
            return changeOf(changeBaseTo(contextOf(*analysis), StageIndex {arrow.target.value}, wanted));
        // An image that the file does not name yet.
        for (const InstructionField &each : fieldsOf(analysis->syntax, arrow.instruction))
            if (each.kind == FieldKind::Flag && each.name == "from" && each.isGiven)
                return fieldFor(analysis, arrow.instruction, each).change(text.trimmed());
        return tl::unexpected(Error {
            {QT_TRANSLATE_NOOP("refactor", "The file has no stage or image called “%1”."), {wanted}}, {}});
    };
    return field;
}

SubjectForm edgeForm(const Snapshot &analysis, std::size_t index)
{
    const GraphEdge &edge = analysis->graph.edges[index];
    const auto &nodes = analysis->graph.nodes;
    SubjectForm form;
    form.title = words(QT_TRANSLATE_NOOP("inspector", "%1 → %2"))
                     .arg(shown(nodes[edge.source.value].label()), shown(nodes[edge.target.value].label()));
    const QString line = lineOf(*analysis, edge.cause);
    form.detail = edge.kind == EdgeKind::From
        ? words(QT_TRANSLATE_NOOP("inspector", "FROM, line %1")).arg(line)
        : edge.kind == EdgeKind::Copy
        ? words(QT_TRANSLATE_NOOP("inspector", "COPY --from, line %1")).arg(line)
        : edge.kind == EdgeKind::Mount
        ? words(QT_TRANSLATE_NOOP("inspector", "RUN --mount, line %1")).arg(line)
        : words(QT_TRANSLATE_NOOP("inspector", "ADD, line %1")).arg(line);
    if (edge.isInherited || edge.kind == EdgeKind::Add) {
        form.places = placesOfEdge(*analysis, index);
        return form; // Its cause is another instruction's business: go there.
    }
    form.fields.push_back(sourceField(analysis, index));
    if (edge.kind == EdgeKind::Copy) {
        std::vector<InstructionField> fields = fieldsOf(analysis->syntax, edge.instruction);
        std::erase_if(fields, [](const InstructionField &field) {
            return field.kind == FieldKind::Keyword
                || (field.kind == FieldKind::Flag && field.name == "from");
        });
        // The two paths first: they are what the arrow says.
        std::stable_partition(fields.begin(), fields.end(), [](const InstructionField &field) {
            return field.kind == FieldKind::Sources || field.kind == FieldKind::Destination;
        });
        addFields(form, analysis, edge.instruction, fields);
    } else if (edge.kind == EdgeKind::Mount) {
        addFields(form, analysis, edge.instruction,
                  mountFieldsOf(analysis->syntax, edge.instruction, edge.cause));
    }
    form.places = placesOfEdge(*analysis, index);
    form.canInsertBetween = edge.kind == EdgeKind::From || edge.kind == EdgeKind::Copy;
    return form;
}

} // namespace

SubjectForm formFor(const Snapshot &analysis, const Subject &subject)
{
    switch (subject.kind) {
    case SubjectKind::Stage:
        return stageForm(analysis, subject.stage, subject.instruction);
    case SubjectKind::Instruction:
        return instructionForm(analysis, subject.instruction);
    case SubjectKind::Edge:
        return edgeForm(analysis, subject.edge);
    case SubjectKind::None:
        break;
    }
    return {};
}

} // namespace drydock::ui
