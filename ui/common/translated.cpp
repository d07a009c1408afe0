// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translated.h"

#include <QCoreApplication>

namespace drydock::ui {

QString translated(const char *context, const UserText &text)
{
    const QString sentence = QCoreApplication::translate(context, text.source.c_str());
    // By hand rather than by arg(): a hole's filling may itself contain "%1".
    QString filled;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isHole = sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1] >= u'1'
            && sentence[i + 1] <= u'9';
        const std::size_t number = isHole ? std::size_t(sentence[i + 1].unicode() - u'1') : 0;
        if (!isHole || number >= text.arguments.size()) {
            filled += sentence[i];
            continue;
        }
        filled += QString::fromStdString(text.arguments[number]);
        ++i;
    }
    return filled;
}

} // namespace drydock::ui
