// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/layer_mounts.h"

#include "model/lint/stage_bases.h"
#include "model/syntax/mount_options.h"

#include <algorithm>

namespace drydock {

std::vector<RunMount> mountsOf(const LintContext &context, const Instruction &run)
{
    const Syntax &syntax = context.syntax();
    const Instruction &inner = context.runOf(run);
    std::vector<RunMount> mounts;
    for (const Flag &flag : syntax.flagsOf(inner)) {
        if (syntax.joined(inner, flag.name) != "--mount")
            continue;
        const auto options = flagOptions(syntax, inner, flag);
        const FlagOption *type = findOption(options, {"type"});
        const FlagOption *target = findOption(options, {"target", "dst", "destination"});
        if (type && target)
            mounts.push_back({&flag, type->value, target->value});
    }
    return mounts;
}

bool isMounted(const LintContext &context, const Instruction &run, std::string_view path)
{
    return std::ranges::any_of(mountsOf(context, run), [path](const RunMount &mount) {
        if (mount.type != "cache" && mount.type != "tmpfs")
            return false;
        std::string_view covered = mount.target;
        while (covered.size() > 1 && covered.ends_with('/'))
            covered.remove_suffix(1);
        return covered != "/" && liesIn(path, covered);
    });
}

} // namespace drydock
