// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/keyword.h"

#include <QDockWidget>

class QTextBrowser;

namespace drydock::app {

/// The page about one instruction: what it does, examples, traps. Shows bundled text only and loads nothing else,
/// neither pictures nor links.
class HelpPanel final : public QDockWidget {
    Q_OBJECT

public:
    explicit HelpPanel(QWidget *parent = nullptr);

    /// \param keyword Unknown shows the page about stages.
    void showPage(Keyword keyword);
    /// The resource with the page, in the reader's language if there is one; empty if there is no page.
    static QString pageOf(Keyword keyword);

private:
    QTextBrowser *m_browser; ///< Owned by the panel.
    Keyword m_shown = Keyword::Unknown;
};

} // namespace drydock::app
