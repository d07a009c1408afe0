// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every language service, at places all over any bytes whatever. What they say lies inside of the text; a rename or a
// formatting can be undone; formatting again changes nothing.
#include "model/language/completion.h"
#include "model/language/folding.h"
#include "model/language/formatter.h"
#include "model/language/hover.h"
#include "model/language/links.h"
#include "model/language/rename.h"
#include "model/language/selection_ranges.h"
#include "model/language/signature.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace drydock;

namespace {

void require(bool isTrue, const char *promise)
{
    if (isTrue)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

void inside(TextRange range, std::size_t size)
{
    require(range.begin <= range.end && range.end <= size, "a range lies inside of the text");
}

void askAt(const Analysis &analysis, std::size_t offset)
{
    const std::string_view bytes = analysis.text().bytes();
    const GestureContext context {analysis.syntax, analysis.graph, analysis.options};
    static const BuildContext folder(
        {{"a", EntryKind::File}, {"b", EntryKind::Folder}, {"b/c", EntryKind::File}}, {});
    for (const Completion &completion : completionsAt({context, offset, &folder, {"x:1"}})) {
        inside(completion.replaced, bytes.size());
        require(completion.replaced.touches(offset), "what is completed is at the caret");
    }
    if (const auto signature = signatureAt(analysis.syntax, offset)) {
        require(signature->activeForm < signature->forms.size(), "the active form exists");
        require(signature->activeParameter == Signature::none
                    || signature->activeParameter < signature->forms[signature->activeForm].parameters.size(),
                "the active parameter exists");
    }
    if (const auto hover = hoverAt(analysis, offset))
        inside(hover->range, bytes.size());
    TextRange inner {offset, offset};
    for (const TextRange range : selectionRanges(analysis.syntax, offset)) {
        inside(range, bytes.size());
        require(range.contains(inner), "selections grow");
        inner = range;
    }
    if (const auto symbol = symbolAt(context, offset)) {
        for (const Occurrence &occurrence : symbol->occurrences)
            inside(occurrence.range, bytes.size());
        if (const auto plan = renameAt(context, offset, "renamed"))
            require(plan->edits.inverse(bytes).applyTo(plan->edits.applyTo(bytes)) == bytes,
                    "a rename can be undone");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char *>(data), size);
    const auto analysis = analyse(SourceText(bytes));
    constexpr std::size_t places = 12;
    for (std::size_t i = 0; i <= places; ++i)
        askAt(*analysis, i == places ? size : (i * 7919 + size * 31) % (size + 1));
    for (const Fold &fold : foldsOf(analysis->syntax))
        require(fold.first >= 1 && fold.last > fold.first && fold.last <= analysis->text().lineCount(),
                "a fold has lines of the text");
    for (const Link &link : linksOf(analysis->syntax, analysis->graph))
        inside(link.range, size);
    const EditSet edits = formatEdits(analysis->syntax);
    const std::string once = edits.applyTo(bytes);
    require(edits.inverse(bytes).applyTo(once) == bytes, "formatting can be undone");
    require(formatEdits(parse(SourceText(once))).applyTo(once) == once, "formatting again changes nothing");
    return 0;
}
