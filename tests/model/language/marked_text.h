// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/edit_set.h"
#include "tests/model/refactor/gesture_case.h"

#include <QByteArray>

#include <string>

namespace drydock {

/// A file with a caret in it: "FROM a‸\n".
class MarkedText {
public:
    explicit MarkedText(QByteArray text, BuildOptions options = {})
        : m_offset(offsetIn(text))
        , m_file(withoutCaret(text), std::move(options))
    { }

    std::size_t offset() const { return m_offset; }
    GestureContext context() const { return m_file.context(); }
    const Syntax &syntax() const { return m_file.syntax(); }
    const GestureCase &file() const { return m_file; }
    QByteArray textOf(TextRange range) const
    {
        return QByteArray::fromStdString(std::string(m_file.syntax().textOf(range)));
    }
    /// "3:FROM": the line from 1, and the text.
    QByteArray placed(TextRange range) const
    {
        return QByteArray::number(qulonglong(syntax().text.lineAt(range.begin) + 1)) + ":" + textOf(range);
    }

private:
    static std::size_t offsetIn(const QByteArray &text)
    {
        const qsizetype caret = text.indexOf("‸");
        Q_ASSERT(caret >= 0);
        return std::size_t(caret);
    }
    static QByteArray withoutCaret(QByteArray text) { return text.replace("‸", ""); }

    std::size_t m_offset;
    GestureCase m_file;
};

} // namespace drydock
