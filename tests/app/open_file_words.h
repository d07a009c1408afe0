// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open_file.h"
#include "odd_files.h"

#include <algorithm>

// What the tests of an open file ask and do.

namespace drydock::app {

using SaveResult = OpenFile::SaveResult;

inline bool has(const OpenFile &file, NoticeKind kind)
{
    return std::any_of(file.notices().begin(), file.notices().end(),
                       [kind](const Notice &each) { return each.kind == kind; });
}

inline QString textOf(const OpenFile &file, NoticeKind kind)
{
    for (const Notice &each : file.notices()) {
        if (each.kind == kind)
            return each.text;
    }
    return {};
}

inline QByteArray textOf(OpenFile &file)
{
    const std::string_view bytes = file.document().text().bytes();
    return {bytes.data(), qsizetype(bytes.size())};
}

inline void type(OpenFile &file, const std::string &text)
{
    const std::size_t end = file.document().text().size();
    file.document().apply(EditSet::replacing({end, end}, text), Origin::Text, "Typing");
}

} // namespace drydock::app
