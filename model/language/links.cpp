// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/links.h"

#include "model/graph/image_reference.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

bool isWebAddress(std::string_view text)
{
    if (!text.starts_with("http://") && !text.starts_with("https://"))
        return false;
    return std::ranges::all_of(text, [](char c) {
        return c > ' ' && c < '\x7F' && std::string_view("\"'<>\\^`{|}$").find(c) == std::string_view::npos;
    });
}

} // namespace

std::string pageOfImage(std::string_view reference)
{
    const Result<ImageReference> image = parseImageReference(reference);
    if (!image || reference == "scratch")
        return {};
    const std::string &path = image->path;
    if (image->domain == "docker.io")
        return path.starts_with("library/") ? "https://hub.docker.com/_/" + path.substr(8)
                                            : "https://hub.docker.com/r/" + path;
    if (image->domain == "quay.io")
        return "https://quay.io/repository/" + path;
    if (image->domain == "mcr.microsoft.com")
        return "https://mcr.microsoft.com/artifact/mar/" + path;
    if (image->domain == "public.ecr.aws")
        return "https://gallery.ecr.aws/" + path;
    // These lead from the image's own address to its page.
    if (image->domain == "ghcr.io" || image->domain == "gcr.io" || image->domain.ends_with(".gcr.io"))
        return "https://" + image->domain + "/" + path;
    return {};
}

std::vector<Link> linksOf(const Syntax &syntax, const StageGraph &graph)
{
    std::vector<Link> links;
    const auto addPage = [&links](TextRange range, std::string_view reference) {
        if (std::string page = pageOfImage(reference); !page.empty() && !range.isEmpty())
            links.push_back({range, std::move(page)});
    };
    for (const GraphNode &node : graph.nodes) {
        if (node.kind != NodeKind::Image || node.reference.empty())
            continue;
        for (const TextRange mention : node.mentions)
            addPage(mention, node.reference);
    }
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.keyword != Keyword::Add)
            continue;
        for (const Word &word : syntax.wordsOf(instruction)) {
            const std::string address = wordValue(syntax, instruction, word);
            if (isWebAddress(address))
                links.push_back({word.range, address});
        }
    }
    std::ranges::stable_sort(links, {}, [](const Link &link) { return link.range.begin; });
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return links;
}

} // namespace drydock
