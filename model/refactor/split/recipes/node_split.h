// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/carry_over.h"
#include "model/refactor/split/recipes/node_sites.h"
#include "model/refactor/split/recipes/script_base.h"

#include <algorithm>

namespace drydock {

/// The split of one stage that runs Node or Bun, in the making.
class NodeSplit {
public:
    NodeSplit(const SplitStage &stage, const RefactorWish &wish)
        : m_stage(stage)
        , m_wish(wish)
        , m_installs(nodeInstallsOf(stage))
        , m_notes(notesOf(stage, nodeNoteFor))
    { }

    SplitRecipe run();

private:
    void findInstalls();
    std::string startedText() const;
    void chooseBase();
    void leavePython();
    bool servesPages();
    bool takeOutput();
    bool takeStandalone(const NodeOutput &output);
    void takeFolders();
    void takeFolder(const std::string &path, UserText title);
    void takeAtRoot();
    void addGlobals();
    void addPrune();
    void addNeeds();
    bool bringsManifestsAlone(const BuildStep &install) const;
    bool canPrune() const;
    std::string pruneCommand() const;
    std::string movedTo(const std::string &path) const;
    bool isBun() const { return m_stage.imageName() == "oven/bun"; }

    const SplitStage &m_stage;
    const RefactorWish &m_wish;
    std::vector<NodeInstall> m_installs;
    std::vector<StepNote> m_notes;
    SplitRecipe m_recipe;
    CarryPlan m_plan;
    ScriptBase m_base;
    const NodeInstall *m_main = nullptr; ///< The last one for the program.
    bool m_isBuilt = false;
    bool m_isSelfContained = false; ///< What is taken needs no packages beside it.
};

} // namespace drydock
