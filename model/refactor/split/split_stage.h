// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/base_traits.h"
#include "model/lint/copy_steps.h"
#include "model/refactor/refactoring.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A command of a RUN of the stage, and where it runs.
struct BuildStep {
    const Instruction *run = nullptr; ///< Borrowed.
    const ScriptCommand *command = nullptr; ///< Borrowed.
    std::optional<std::string>
        directory; ///< WORKDIR and the script's own `cd`; nothing if it hangs on something unknown.

    /// `path` seen from the command's directory; empty if it cannot be told (a variable, a wildcard).
    std::string pathOf(std::string_view path) const;
};

/// A package of the distribution that a RUN of the stage installs, in the word that names it.
struct InstalledPackage {
    const BuildStep *step = nullptr; ///< Borrowed.
    const ScriptWord *word = nullptr; ///< Borrowed.
};

/// The stage that is to be split, taken apart once for all recipes. Borrows the context.
class SplitStage {
public:
    SplitStage(const RefactorContext &context, StageIndex stage);
    SplitStage(const SplitStage &) = delete; // It points into itself.
    SplitStage &operator=(const SplitStage &) = delete;

    const RefactorContext &context() const { return m_context; }
    const LintContext &lint() const { return m_context.lint; }
    const Syntax &syntax() const { return m_context.syntax(); }
    const Manifests *manifests() const { return m_context.manifests; } ///< Null if nobody has looked.
    StageIndex index() const { return m_stage; }

    const std::string &reference() const
    {
        return m_reference;
    } ///< The base, variables replaced; empty: unknown.
    const std::string &imageName() const { return m_imageName; } ///< “golang”, as the tables spell it.
    const std::string &tag() const { return m_tag; } ///< “1.21-bookworm”; may be empty.
    bool isAlpine() const; ///< musl.
    /// “1.21” of `golang:1.21-alpine`: the first part of the tag if it is a version; else empty.
    std::string version() const;
    /// The distribution's release in tags: “bookworm”, “3.19”; by the tag, else what was so on the day of the table.
    std::string release() const;
    /// Of the stage as it is.
    const RuntimeContract &contract() const { return m_contract; }
    /// At the end of the stage: “/app”. “/” if no line says another.
    const std::string &workingDirectory() const { return m_workingDirectory; }

    /// Where `instruction` of the stage begins: by a WORKDIR above it, else the base's own. Nothing if it is not known.
    std::optional<std::string> directoryAt(const Instruction &instruction) const;

    const std::vector<BuildStep> &steps() const { return m_steps; } ///< Of RUNs, in file order.
    const std::vector<InstalledPackage> &packages() const { return m_packages; } ///< In file order.
    const std::vector<CopyStep> &copies() const { return m_copies; } ///< COPY and ADD, in file order.
    std::span<const Instruction> instructions() const { return lint().instructionsOf(m_stage); }

    /// The last command called so, with one of `verbs` among its operands (none given: any). Null if there is none.
    const BuildStep *lastStep(std::initializer_list<std::string_view> names,
                              std::initializer_list<std::string_view> verbs = {}) const;
    /// The instruction that says what is started: ENTRYPOINT, else CMD. Null if it is the base's.
    const Instruction *program() const;
    /// A source of COPY or ADD from the build context with this last part of its path. \param pattern may begin or end with *.
    bool copies(std::string_view pattern) const;
    /// Where a file of the build context ends up by an explicit COPY or one of a folder above it; empty if not known.
    /// \param path relative to the build context.
    std::string placeOf(std::string_view path) const;
    std::size_t lineOf(const Instruction &instruction) const { return instruction.firstLine; }

private:
    void readSteps();
    void readPackages();
    void completeCopies();

    const RefactorContext &m_context;
    StageIndex m_stage;
    std::string m_reference;
    std::string m_imageName;
    std::string m_tag;
    RuntimeContract m_contract;
    std::string m_workingDirectory = "/";
    std::optional<std::string> m_baseDirectory; ///< The base's WORKDIR, if it is known.
    std::vector<BuildStep> m_steps;
    std::vector<InstalledPackage> m_packages;
    std::vector<CopyStep> m_copies;
};

} // namespace drydock
