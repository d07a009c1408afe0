// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/keyword.h"

#include <QDockWidget>

#include <optional>

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
    /// The page about a rule; "parse", "instruction" and "build" show the page about stages.
    void showRule(const QString &id);
    /// The resource with the page, in the reader's language if there is one; empty if there is no page.
    static QString pageOf(Keyword keyword);
    /// What the page about a rule is called, without the id in front; empty if there is no page.
    static QString titleOf(const QString &rule);

private:
    QTextBrowser *m_browser; ///< Owned by the panel.
    void show(const QString &name, const QString &subject);

    std::optional<Keyword> m_shown; ///< None: a rule's page, or none.
};

} // namespace drydock::app
