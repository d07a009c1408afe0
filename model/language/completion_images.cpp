// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/image_reference.h"
#include "model/knowledge/base_images.h"
#include "model/language/completion_list.h"
#include "model/refactor/references.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// `name` of "name:tag" or "name@digest"; a port is no tag.
std::string_view withoutTag(std::string_view reference)
{
    reference = reference.substr(0, reference.find('@'));
    const std::size_t colon = reference.rfind(':');
    const std::size_t slash = reference.rfind('/');
    const bool isTag = colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash);
    return isTag ? reference.substr(0, colon) : reference;
}

/// Whether the words mean one image: `library/` and `docker.io/` may be left out.
bool isSameImage(std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    const Result<ImageReference> first = parseImageReference(a);
    const Result<ImageReference> second = parseImageReference(b);
    return first && second && first->domain == second->domain && first->path == second->path;
}

/// References that the file and the engine know, each with where it is from.
std::vector<std::pair<std::string, UserText>> knownReferences(const CompletionList &list)
{
    std::vector<std::pair<std::string, UserText>> known;
    for (const GraphNode &node : list.request.context.graph.nodes) {
        const bool isImage = node.kind == NodeKind::Image && !node.mentions.empty();
        if (!isImage || node.name.find('$') != std::string::npos || node.name.empty())
            continue;
        if (std::ranges::all_of(node.mentions, [&](TextRange at) { return at.touches(list.place.caret); }))
            continue; // Only what is being typed.
        const std::size_t line = list.syntax().text.lineAt(node.mentions.front().begin) + 1;
        known.emplace_back(node.name,
                           UserText {QT_TRANSLATE_NOOP("language", "as in line %1"), {std::to_string(line)}});
    }
    for (const std::string &image : list.request.images)
        known.emplace_back(image, UserText {QT_TRANSLATE_NOOP("language", "on the engine"), {}});
    return known;
}

} // namespace

void completeImages(CompletionList &list)
{
    const std::string typed(list.typed());
    const std::string name(withoutTag(typed));
    const bool isTag = name.size() < typed.size() && typed[name.size()] == ':';
    for (auto &[reference, detail] : knownReferences(list)) {
        if (!isTag || isSameImage(withoutTag(reference), name))
            list.add(isTag ? name + std::string(reference.substr(withoutTag(reference).size())) : reference,
                     std::move(detail), CompletionKind::Image);
    }
    const BaseImages &table = baseImages();
    for (const BaseImage &image : table.images) {
        if (!isTag) {
            list.add(image.name, {image.about, {}}, CompletionKind::Image, image.name + ":", true);
            continue;
        }
        if (!isSameImage(image.name, name))
            continue;
        const std::string stem = std::string(name) + ':';
        for (const std::string &tag : image.tags)
            list.add(stem + tag, {QT_TRANSLATE_NOOP("language", "known on %1"), {table.date}},
                     CompletionKind::Image);
    }
}

void completeStages(CompletionList &list, bool isFrom)
{
    const CompletionPlace &place = list.place;
    if (!place.stage)
        return;
    const References references(list.request.context);
    const Resolution &resolution = references.resolution();
    // The nearest first: a stage mostly takes from the one right above it.
    for (std::size_t i = place.stage.value; i-- > 0;) {
        const GraphNode &node = list.request.context.graph.nodes[i];
        const UserText detail {
            QT_TRANSLATE_NOOP("language", "stage from %1, line %2"),
            {node.base, std::to_string(list.syntax().at(list.syntax().stages[i].from).firstLine)}};
        if (node.name.empty()) {
            const bool canBeNumber
                = !isFrom && place.keyword == Keyword::Copy && place.kind == PlaceKind::FlagValue;
            if (canBeNumber)
                list.add(std::to_string(i), detail, CompletionKind::Stage);
            continue;
        }
        // Of two of one name --from means the last of the file, wherever it stands.
        if (!isFrom && resolution.stageNamed(node.name) != StageIndex {i})
            continue;
        list.add(isFrom ? lowered(node.name) : node.name, detail, CompletionKind::Stage);
    }
    for (const auto &[name, source] : list.request.context.options.contexts)
        list.add(name, {QT_TRANSLATE_NOOP("language", "build context %1"), {source}}, CompletionKind::Stage);
}

} // namespace drydock
