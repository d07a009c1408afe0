// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/user_text.h"

namespace drydock {

std::string inEnglish(const UserText &text)
{
    std::string result;
    for (std::size_t i = 0; i < text.source.size(); ++i) {
        const bool isHole = text.source[i] == '%' && i + 1 < text.source.size() && text.source[i + 1] >= '1'
            && text.source[i + 1] <= '9';
        const auto index
            = isHole ? static_cast<std::size_t>(text.source[i + 1] - '1') : text.arguments.size();
        if (index < text.arguments.size()) {
            result += text.arguments[index];
            ++i;
        } else {
            result += text.source[i];
        }
    }
    return result;
}

} // namespace drydock
