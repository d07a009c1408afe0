// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <limits>

namespace drydock {

/// An index that does not mix with indexes of other things. A default-made one means "none".
template <typename Tag>
struct StrongIndex {
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    std::size_t value = none;

    constexpr bool isValid() const { return value != none; }
    constexpr explicit operator bool() const { return isValid(); }
    constexpr auto operator<=>(const StrongIndex &) const = default; // NOLINT(modernize-use-nullptr)
};

using StageIndex = StrongIndex<struct StageTag>; ///< Into Syntax::stages: file order, 0 is the first FROM.
using InstructionIndex = StrongIndex<struct InstructionTag>; ///< Into Syntax::instructions: file order.
using NodeIndex = StrongIndex<struct NodeTag>; ///< Into StageGraph::nodes.

} // namespace drydock
