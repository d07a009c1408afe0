// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/image_reference.h"
#include "model/knowledge/end_of_life.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"

namespace drydock {
namespace {

bool isDigestAlone(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    return image && !image->digest.empty() && image->tag.empty();
}

void reportDigestAlone(const Report &report, const Instruction &instruction, TextRange range)
{
    report({&instruction,
            range,
            {QT_TRANSLATE_NOOP("lint",
                               "Nobody can tell from a digest alone which version this is, and tools that "
                               "renew pins have nothing to go by: put the tag in front of the @."),
             {}}});
}

} // namespace

/// BuildKit takes the digest and ignores the tag, so the tag is for people and for tools.
void checkDigestWithoutTag(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const ResolvedBase &base = context.resolution().bases[i];
        if (!base.parent && base.isKnown && isDigestAlone(base.image.text))
            reportDigestAlone(report, syntax.at(syntax.stages[i].from), syntax.stages[i].image);
    }
    for (const GraphEdge &edge : context.graph().edges) {
        const GraphNode &source = context.graph().nodes[edge.source.value];
        const bool isFlag = edge.kind == EdgeKind::Copy || edge.kind == EdgeKind::Mount;
        if (isFlag && !edge.isInherited && source.kind == NodeKind::Image && isDigestAlone(source.reference))
            reportDigestAlone(report, syntax.at(edge.instruction), edge.cause);
    }
}

/// Holes that are found from now on stay open.
void checkEndOfLife(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const ResolvedBase &base = context.resolution().bases[i];
        // A digest means this very image.
        if (base.parent || !base.isKnown || base.image.text.find('@') != std::string::npos)
            continue;
        const auto end = endOfLifeOf(base.image.text);
        if (!end)
            continue;
        Finding finding;
        finding.instruction = &syntax.at(syntax.stages[i].from);
        finding.range = syntax.stages[i].image;
        finding.message = end->insteadUntil.empty()
            ? UserText {QT_TRANSLATE_NOOP("lint",
                                          "There have been no security fixes for %1 since %2. “%3” still "
                                          "gets them."),
                        {end->what, end->until, end->instead}}
            : UserText {QT_TRANSLATE_NOOP("lint",
                                          "There have been no security fixes for %1 since %2. “%3” gets "
                                          "them until %4."),
                        {end->what, end->until, end->instead, end->insteadUntil}};
        if (syntax.textOf(finding.range) == base.image.text)
            finding.fixes = replacing({QT_TRANSLATE_NOOP("lint", "Go to %1"), {end->instead}}, finding.range,
                                      end->instead, FixSafety::AskFirst);
        report(std::move(finding));
    }
}

} // namespace drydock
