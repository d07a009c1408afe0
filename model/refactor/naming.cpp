// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/naming.h"

#include "model/edits/line_style.h"
#include "model/refactor/stage_names.h"
#include "model/syntax/characters.h"

namespace drydock {
namespace {

Result<Naming> stageToWrite(const References &references, const GestureContext &context, StageIndex stage,
                            ReferenceKind kind, StageIndex user)
{
    const Resolution &resolution = references.resolution();
    Naming naming;
    const std::string &name = resolution.bases[stage.value].name;
    if (name.empty()) {
        naming.written = nameFromImage(context, references, resolution.bases[stage.value].image.text,
                                       stage.value, stage);
        naming.edits = namingEdits(references, context, stage, naming.written);
        return naming;
    }
    naming.written = spelledFor(kind, name);
    const StageIndex seen = kind == ReferenceKind::From ? stageSeenByFrom(resolution, lowered(name), user)
                                                        : resolution.stageNamed(name);
    if (seen == stage)
        return naming;
    if (kind == ReferenceKind::CopyFrom) {
        naming.written = std::to_string(stage.value);
        return naming;
    }
    return refusal(
        QT_TRANSLATE_NOOP("refactor",
                          "Another stage is called “%1” too and would be taken instead: rename one "
                          "of them first."),
        {name});
}

/// An image in FROM as the file writes it elsewhere, with its variables.
std::string imageForFrom(const References &references, const GestureContext &context, const GraphNode &image)
{
    for (const Reference &reference : references.all()) {
        if (reference.kind == ReferenceKind::From && !reference.stage && reference.value == image.name)
            return std::string(context.syntax.textOf(reference.whole));
    }
    return image.name;
}

bool isWrittenWithVariable(const References &references, const GraphNode &image)
{
    for (const Reference &reference : references.all()) {
        if (reference.hasVariable && !reference.stage && reference.value == image.name)
            return true;
    }
    return false;
}

/// Whether a name means itself behind FROM, `--from=` and `from=`.
bool isPlainWord(std::string_view name)
{
    for (std::size_t at = 0; at < name.size(); at += characterLengthAt(name, at)) {
        if (spaceLengthAt(name, at) > 0)
            return false;
    }
    return !name.starts_with('-') && name.find_first_of("\"'\\`,") == std::string_view::npos;
}

/// Whether a name that is meant as an image would be taken for a stage.
Result<void> checkMeaning(const References &references, const std::string &name, ReferenceKind kind,
                          StageIndex user)
{
    long long number = 0;
    if (kind == ReferenceKind::CopyFrom && parseStageNumber(name, number))
        return refusal(QT_TRANSLATE_NOOP("refactor", "--from would read “%1” as the number of a stage."),
                       {name});
    const Resolution &resolution = references.resolution();
    const StageIndex stage
        = kind == ReferenceKind::From ? stageSeenByFrom(resolution, name, user) : resolution.stageNamed(name);
    if (stage)
        return refusal(QT_TRANSLATE_NOOP(
                           "refactor", "A stage is called “%1” too and would be taken instead of the image."),
                       {name});
    return {};
}

} // namespace

StageIndex stageSeenByFrom(const Resolution &resolution, std::string_view name, StageIndex user)
{
    for (std::size_t i = user.value; i-- > 0;) {
        if (!resolution.bases[i].name.empty() && lowered(resolution.bases[i].name) == name)
            return {i};
    }
    return {};
}

bool isWellFormed(const Syntax &syntax, StageIndex index)
{
    const Stage &stage = syntax.stages[index.value];
    return !stage.image.isEmpty()
        && (!stage.name.isEmpty() || syntax.wordsOf(syntax.at(stage.from)).size() == 1);
}

std::vector<TextEdit> namingEdits(const References &references, const GestureContext &context,
                                  StageIndex index, const std::string &name)
{
    const Stage &stage = context.syntax.stages[index.value];
    const LineStyle style = styleBehind(context.syntax, stage.from);
    std::vector<TextEdit> edits {
        {{stage.image.end, stage.image.end}, " " + style.keyword("AS") + " " + name}};
    for (const Reference *reference : references.to(index)) {
        if (auto edit = reference->isNumber ? replacementOf(*reference, name) : std::nullopt)
            edits.push_back(std::move(*edit));
    }
    return edits;
}

Result<Naming> nameToWrite(const References &references, const GestureContext &context, NodeIndex index,
                           ReferenceKind kind, StageIndex user)
{
    const GraphNode &source = context.graph.nodes[index.value];
    if (source.kind == NodeKind::Stage)
        return stageToWrite(references, context, source.stage, kind, user);
    Naming naming;
    naming.written = source.name;
    if (kind == ReferenceKind::From)
        naming.written = imageForFrom(references, context, source);
    // Quotes hold names that would fall apart where they are written without.
    if (naming.written == source.name && !isPlainWord(source.name))
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is no image name."), {source.name});
    if (kind != ReferenceKind::From && isWrittenWithVariable(references, source)) {
        naming.notice = {QT_TRANSLATE_NOOP("refactor",
                                           "“%1” is written out: --from does not know the variable that the "
                                           "file uses for it."),
                         {source.name}};
    }
    if (Result<void> fine = checkMeaning(references, source.name, kind, user); !fine)
        return tl::unexpected(fine.error());
    return naming;
}

} // namespace drydock
