// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about.h"

#include <Qsci/qsciglobal.h>
#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QMessageBox>

namespace drydock::app {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("about", text);
}

} // namespace

void showAbout(QWidget *parent)
{
    const QString text
        = QStringLiteral("Drydock %1\n\n%2\n\n%3\n%4")
              .arg(QCoreApplication::applicationVersion(),
                   words("The stages of a Dockerfile beside its text, both editable, always in step."),
                   words("Drydock's own source is free software under the GNU General Public License, "
                         "version 3 or later."),
                   words("This program contains QScintilla, which is under version 3: as a whole it "
                         "is under version 3 of that licence. It comes with no warranty."));
    const QString libraries = QStringLiteral("Qt %1 (LGPL-3.0)\nQScintilla %2 (GPL-3.0)\n"
                                             "KSyntaxHighlighting %3 (MIT)\nnlohmann json %4.%5.%6 (MIT)\n"
                                             "tl::expected (CC0-1.0)")
                                  .arg(QLatin1String(qVersion()), QLatin1String(QSCINTILLA_VERSION_STR),
                                       QLatin1String(DRYDOCK_SYNTAX_VERSION))
                                  .arg(NLOHMANN_JSON_VERSION_MAJOR)
                                  .arg(NLOHMANN_JSON_VERSION_MINOR)
                                  .arg(NLOHMANN_JSON_VERSION_PATCH);
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(words("About Drydock"));
    box->setText(text);
    box->setInformativeText(words("Made with:") + u'\n' + libraries);
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace drydock::app
