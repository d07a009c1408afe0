// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/resolution.h"
#include "model/language/variable_uses.h"
#include "model/refactor/gesture_context.h"

#include <map>
#include <string>
#include <vector>

namespace drydock {

/// An ARG or ENV that gives a variable its value, or asks for one.
struct VariableDeclaration {
    std::string name;
    TextRange nameRange;
    TextRange valueRange; ///< Quotes included; empty without one.
    bool hasValue = false;
    InstructionIndex instruction; ///< The ONBUILD if its trigger declares it.
    Keyword keyword = Keyword::Arg; ///< Arg or Env.
    StageIndex stage; ///< None above the first FROM.
    std::size_t symbol = 0; ///< What is one variable has one number.
};

/// A use with what it reads.
struct BoundUse {
    VariableUse use;
    std::size_t declaration = none; ///< Into declarations(): the one whose value it gets.
    std::size_t symbol = 0;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

/// Which ARG or ENV each `$name` reads.
///
/// ENV and ARG share one name space, the last writer above wins, and stages hand both on to the stages built on them
/// (BuildKit `convert.go`; LANGUAGE.md §c). One variable is: all that sets one name along such a chain, and the
/// global ARG with every `ARG name` that fetches it. The same name in stages that have nothing to do with each
/// other is two. What nothing in the file sets comes from the base image; its uses in one chain are one variable too.
class Variables {
public:
    explicit Variables(const GestureContext &context);

    const std::vector<VariableDeclaration> &declarations() const
    {
        return m_declarations;
    } ///< In file order.
    const std::vector<BoundUse> &uses() const { return m_uses; } ///< In file order.

    /// What an instruction at `index` could read, by name: the declaration in force. \param reader who would read it.
    std::map<std::string, std::size_t, std::less<>> visibleAt(InstructionIndex index,
                                                              VariableReader reader) const;

private:
    friend class VariableBinder;

    const GestureContext &m_context;
    std::shared_ptr<const Resolution> m_resolution;
    std::vector<VariableDeclaration> m_declarations;
    std::vector<BoundUse> m_uses;
};

/// `name` has a value without being declared: the platform ARGs and the proxies. BuildKit looks for that very name.
bool isPredefinedVariable(std::string_view name);

/// TARGETPLATFORM and its kin: they have a value in FROM, and in a stage once `ARG name` asks for it.
const std::vector<std::string_view> &platformVariables();

} // namespace drydock
