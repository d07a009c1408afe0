// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/build_folder.h"

#include "model/context/copy_request.h"
#include "model/context/path_match.h"

#include <algorithm>

namespace drydock {
namespace {

bool isThere(const BuildContext &folder, const LintContext &context, const Instruction &copy)
{
    const Syntax &syntax = context.syntax();
    return std::ranges::any_of(contextSourcesOf(syntax, copy), [&](const Word &word) {
        const auto request = copyRequestOf(syntax, copy, word);
        return request && !pathFromRoot(request->source).empty()
            && takenBy(folder, *request).state == CopySource::State::Taken;
    });
}

} // namespace

const BuildContext *buildFolderOf(const LintContext &context)
{
    const BuildContext *folder = context.settings().folder.get();
    if (!folder || !folder->ignoreFile().path.empty())
        return folder;
    const bool isNamed = std::ranges::any_of(context.syntax().instructions, [&](const Instruction &copy) {
        return copy.stage && isThere(*folder, context, copy);
    });
    return isNamed ? folder : nullptr;
}

} // namespace drydock
