// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is, in the order of menus: what is worth most comes first.
#include "model/refactor/refactor_registry.h"
#include "model/refactor/refactorings/cache_refactorings.h"
#include "model/refactor/refactorings/pin_refactorings.h"
#include "model/refactor/refactorings/refactorings.h"
#include "model/refactor/refactorings/run_refactorings.h"
#include "model/refactor/refactorings/runtime_refactorings.h"
#include "model/refactor/refactorings/stage_refactorings.h"

namespace drydock {

std::span<const Refactoring> refactorings()
{
    using enum RefactoringGroup;
    static const std::vector<Refactoring> all {
        // id, title, group, function, whether it works on what stands at the caret
        {"split", {QT_TRANSLATE_NOOP("refactor", "Split into build and runtime"), {}}, Image, proposeSplit},
        {"switch-base", {QT_TRANSLATE_NOOP("refactor", "Switch the base"), {}}, Image, proposeSwitchBase},
        {"pin", {QT_TRANSLATE_NOOP("refactor", "Write out the versions of images"), {}}, Image, proposePin},
        {"pin-digest", {QT_TRANSLATE_NOOP("refactor", "Pin images to digests"), {}}, Image, proposePinDigest},
        {"refresh-digests",
         {QT_TRANSLATE_NOOP("refactor", "Refresh the digests of images"), {}},
         Image,
         proposeRefreshDigests},
        {"unpin", {QT_TRANSLATE_NOOP("refactor", "Take the digests off images"), {}}, Image, proposeUnpin},
        {"cache-mounts", {QT_TRANSLATE_NOOP("refactor", "Add cache mounts"), {}}, Cache, proposeCacheMounts},
        {"manifests-first",
         {QT_TRANSLATE_NOOP("refactor", "Copy manifests before sources"), {}},
         Cache,
         proposeManifestsFirst},
        {"dockerignore",
         {QT_TRANSLATE_NOOP("refactor", "Write a .dockerignore"), {}},
         Cache,
         proposeDockerignore},
        {"copy-link", {QT_TRANSLATE_NOOP("refactor", "Link copied layers"), {}}, Cache, proposeCopyLink},
        {"clean-apt",
         {QT_TRANSLATE_NOOP("refactor", "Remove apt’s package lists"), {}},
         Instructions,
         proposeCleanApt},
        {"no-install-recommends",
         {QT_TRANSLATE_NOOP("refactor", "Install no recommended packages"), {}},
         Instructions,
         proposeNoInstallRecommends},
        {"merge-runs",
         {QT_TRANSLATE_NOOP("refactor", "Merge RUNs"), {}},
         Instructions,
         proposeMergeRuns,
         true},
        {"split-run",
         {QT_TRANSLATE_NOOP("refactor", "Write a chain of commands as a script"), {}},
         Instructions,
         proposeSplitRun,
         true},
        {"sort-packages",
         {QT_TRANSLATE_NOOP("refactor", "Sort packages"), {}},
         Instructions,
         proposeSortPackages},
        {"copy-chown",
         {QT_TRANSLATE_NOOP("refactor", "Set owner and mode when copying"), {}},
         Instructions,
         proposeCopyChown},
        {"non-root",
         {QT_TRANSLATE_NOOP("refactor", "Run as another user than root"), {}},
         Security,
         proposeNonRoot},
        {"exec-form",
         {QT_TRANSLATE_NOOP("refactor", "Start programs without a shell"), {}},
         Runtime,
         proposeExecForm},
        {"healthcheck",
         {QT_TRANSLATE_NOOP("refactor", "Add a health check"), {}},
         Runtime,
         proposeHealthcheck},
        {"multi-arch",
         {QT_TRANSLATE_NOOP("refactor", "Build for other platforms without emulation"), {}},
         Image,
         proposeMultiArch},
        {"name-stages",
         {QT_TRANSLATE_NOOP("refactor", "Name stages instead of counting them"), {}},
         Stages,
         proposeNameStages},
        {"rename-stage",
         {QT_TRANSLATE_NOOP("refactor", "Rename a stage"), {}},
         Stages,
         proposeRenameStage,
         true},
        {"extract-stage",
         {QT_TRANSLATE_NOOP("refactor", "Share what stages begin with"), {}},
         Stages,
         proposeExtractStage},
        {"inline-stage",
         {QT_TRANSLATE_NOOP("refactor", "Write a stage out where it is used"), {}},
         Stages,
         proposeInlineStage,
         true},
        {"merge-stages",
         {QT_TRANSLATE_NOOP("refactor", "Merge equal stages"), {}},
         Stages,
         proposeMergeStages},
        {"remove-dead-stages",
         {QT_TRANSLATE_NOOP("refactor", "Remove stages that nothing needs"), {}},
         Stages,
         proposeRemoveDeadStages},
        {"extract-arg", {QT_TRANSLATE_NOOP("refactor", "Say a version once"), {}}, Stages, proposeExtractArg},
        {"secret-mounts",
         {QT_TRANSLATE_NOOP("refactor", "Mount secrets"), {}},
         Security,
         proposeSecretMounts},
        {"labels",
         {QT_TRANSLATE_NOOP("refactor", "Describe the image by labels"), {}},
         Runtime,
         proposeLabels},
    };
    return all;
}

} // namespace drydock
