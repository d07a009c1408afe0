// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/files_page.h"

#include "ui/size/size_notice.h"
#include "ui/size/size_words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace drydock::ui {

FilesPage::FilesPage(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_question(tr("Which files make the size? The engine can hand out the image to look into it."))
    , m_button(tr("&Read the Image's Files"))
    , m_notice(new SizeNotice(this))
    , m_content(content)
    , m_pages(new QStackedWidget(this))
{
    m_pages->addWidget(m_notice);
    m_pages->addWidget(m_content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    showUnread();
}

void FilesPage::showNotice()
{
    m_pages->setCurrentWidget(m_notice);
    setFocusProxy(m_notice);
}

void FilesPage::setQuestion(const QString &sentence, const QString &button)
{
    m_question = sentence;
    m_button = button;
}

void FilesPage::showUnread()
{
    m_notice->showText(m_question, {}, {{m_button, [this] { emit filesRequested(); }}});
    showNotice();
}

void FilesPage::showReading(std::uint64_t done, std::uint64_t total)
{
    const QString text = total > 0 ? tr("Reading the image: %1 of %2").arg(sizeText(done), sizeText(total))
        : done > 0                 ? tr("Reading the image: %1").arg(sizeText(done))
                                   : tr("Reading the image…");
    m_notice->showProgress(text, done, total, {{tr("&Cancel"), [this] { emit filesCancelled(); }}});
    showNotice();
}

void FilesPage::showFailed(const Error &error)
{
    m_notice->showText(errorSentence(error), QString::fromStdString(error.detail),
                       {{tr("&Read Again"), [this] { emit filesRequested(); }}});
    showNotice();
}

void FilesPage::showContent()
{
    m_pages->setCurrentWidget(m_content);
    setFocusProxy(m_content);
}

} // namespace drydock::ui
