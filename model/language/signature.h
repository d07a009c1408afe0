// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/syntax/syntax.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// One way to write what the caret stands in.
struct SignatureForm {
    std::string label; ///< `COPY [OPTIONS] SOURCE… DESTINATION`, UTF-8.
    std::vector<TextRange> parameters; ///< Of `label`, in bytes, in order.
    UserText about; ///< One sentence, in the context "language".
};

/// What can stand where the caret is.
struct Signature {
    std::vector<SignatureForm> forms; ///< At least one.
    std::size_t activeForm = 0; ///< The one that is being written.
    std::size_t activeParameter = none; ///< Of that form.

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

/// The forms of the instruction, or of the `--mount`, that the caret at `offset` stands in behind the keyword. Nothing
/// in comments, here-documents and unknown instructions. \pre offset <= text.size()
std::optional<Signature> signatureAt(const Syntax &syntax, std::size_t offset);

} // namespace drydock
