// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace drydock::app {

QString sentence(const Error &error)
{
    const QString pattern = QCoreApplication::translate("app", error.text.source.c_str());
    QString filled;
    // By hand and not with arg(): an argument may itself contain "%1".
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isHole = pattern[at] == u'%' && at + 1 < pattern.size() && pattern[at + 1].isDigit();
        const std::size_t hole = isHole ? std::size_t(pattern[at + 1].digitValue()) : 0;
        if (hole >= 1 && hole <= error.text.arguments.size()) {
            filled += QString::fromStdString(error.text.arguments[hole - 1]);
            ++at;
        } else {
            filled += pattern[at];
        }
    }
    return error.detail.empty() ? filled
                                : QStringLiteral("%1 (%2)").arg(filled, QString::fromStdString(error.detail));
}

QString shortName(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    return name.isEmpty() ? path : name;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

} // namespace drydock::app
