// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactorings/pin_sites.h"

#include <functional>
#include <optional>

namespace drydock {

/// What an image is to be called instead.
struct Repinned {
    std::string reference;
    UserText assumption; ///< Source empty if it is the same image whatever happens.
};

/// What is wanted of all images of a file.
struct PinOrder {
    UserText name; ///< Of the undo step.
    UserText explanation;
    UserText nothingToDo; ///< All images are as they should be.
    /// Nothing: the image is as it should be. An Error: why it stays as it is.
    std::function<std::optional<Result<Repinned>>(const PinSite &)> decide;
    bool isSameImage = true; ///< The image stays the same, byte by byte.
};

/// One part for each image that gets another name. Limited to what stands at the caret and to the setting "image". If some can
/// be done and others not, the explanation names those.
Proposal pinProposal(const PinOrder &order, const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
