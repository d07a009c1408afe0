// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_panel.h"

#include <QFile>
#include <QLocale>
#include <QTextBrowser>

/// The linker drops resources of a static library that nobody asks for. Must stand outside of any namespace.
static void initTeachResources()
{
    Q_INIT_RESOURCE(teach);
}

namespace drydock::app {
namespace {

/// Our pages have no pictures; whatever a page names is not fetched.
class OfflineBrowser final : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

QString pageOfRule(const QString &id)
{
    initTeachResources();
    return QStringLiteral(":/teach/en/rules/%1.md").arg(id.toLower());
}

} // namespace

HelpPanel::HelpPanel(QWidget *parent)
    : QDockWidget(tr("Instruction reference"), parent)
    , m_browser(new OfflineBrowser(this))
{
    setObjectName(QStringLiteral("instructionReference"));
    m_browser->setOpenLinks(false);
    m_browser->setOpenExternalLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(14);
    m_browser->setAccessibleName(tr("Instruction reference"));
    setWidget(m_browser);
}

QString HelpPanel::pageOf(Keyword keyword)
{
    initTeachResources();
    const std::string_view name = nameOf(keyword);
    const QString id = name.empty() ? QStringLiteral("stage")
                                    : QString::fromLatin1(name.data(), qsizetype(name.size())).toLower();
    const QString language = QLocale().name().section(u'_', 0, 0);
    for (const QString &folder : {language, QStringLiteral("en")}) {
        QString file = QStringLiteral(":/teach/%1/%2.md").arg(folder, id);
        if (QFile::exists(file))
            return file;
    }
    return {};
}

QString HelpPanel::titleOf(const QString &rule)
{
    QFile page(pageOfRule(rule));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    while (!page.atEnd()) {
        const QString line = QString::fromUtf8(page.readLine()).trimmed();
        if (line.startsWith(QLatin1String("# ")))
            return line.section(u' ', 2);
    }
    return {};
}

void HelpPanel::showPage(Keyword keyword)
{
    if (keyword == m_shown)
        return;
    const std::string_view name = nameOf(keyword);
    show(pageOf(keyword), QString::fromLatin1(name.data(), qsizetype(name.size())));
    m_shown = keyword;
}

void HelpPanel::showRule(const QString &id)
{
    const QString page = pageOfRule(id);
    if (QFile::exists(page))
        show(page, id);
    else
        show(pageOf(Keyword::Unknown), id);
    m_shown.reset();
}

void HelpPanel::show(const QString &name, const QString &subject)
{
    QFile page(name);
    if (page.open(QIODevice::ReadOnly))
        m_browser->setMarkdown(QString::fromUtf8(page.readAll()));
    else
        m_browser->setPlainText(tr("There is no page about %1 yet.").arg(subject));
    m_browser->moveCursor(QTextCursor::Start);
}

} // namespace drydock::app
