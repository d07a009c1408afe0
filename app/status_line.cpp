// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/status_line.h"

#include "app/appearance.h"
#include "app/engine_button.h"
#include "app/icons.h"
#include "app/words.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace drydock::app {
namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(8, 0, 8, 0);
    return label;
}

QString encodingOf(const SourceText &text)
{
    if (!text.isValidUtf8())
        return StatusLine::tr("not UTF-8");
    return text.hasByteOrderMark() ? StatusLine::tr("UTF-8 with BOM") : QStringLiteral("UTF-8");
}

QString lineEndOf(const SourceText &text)
{
    switch (text.endOfLine()) {
    case EndOfLine::CrLf:
        return QStringLiteral("CRLF");
    case EndOfLine::Mixed:
        return StatusLine::tr("mixed line ends");
    case EndOfLine::None:
    case EndOfLine::Lf:
        break;
    }
    return QStringLiteral("LF");
}

QString stagesText(const Analysis &analysis)
{
    const std::size_t count = analysis.graph.stageCount();
    if (count == 0)
        return StatusLine::tr("no stages");
    QString stages = count == 1 ? StatusLine::tr("1 stage") : StatusLine::tr("%1 stages").arg(count);
    if (!analysis.graph.target)
        return stages;
    const std::string target = analysis.graph.nodes[analysis.graph.target.value].label();
    return StatusLine::tr("%1 · target %2").arg(stages, QString::fromStdString(target).left(60));
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_engine(new EngineButton(this))
    , m_stages(plainLabel(this))
    , m_problems(new QToolButton(this))
    , m_caret(plainLabel(this))
    , m_encoding(plainLabel(this))
    , m_lineEnd(plainLabel(this))
{
    setSizeGripEnabled(false);
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setIconSize({14, 14});
    m_problems->setFocusPolicy(Qt::TabFocus);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsRequested);
    addWidget(m_engine);
    m_engine->hide();
    addWidget(m_stages);
    addWidget(m_problems);
    for (QLabel *label : {m_caret, m_encoding, m_lineEnd})
        addPermanentWidget(label);
    clearAll();
}

void StatusLine::clearAll()
{
    for (QWidget *each :
         std::initializer_list<QWidget *> {m_stages, m_problems, m_caret, m_encoding, m_lineEnd})
        each->hide();
}

void StatusLine::setAnalysis(const Analysis &analysis)
{
    clearMessage(); // It was about the text before, and would stand across what is shown now.
    m_stages->setText(stagesText(analysis));
    // Advice is listed in the panel, but is no problem.
    const auto count = std::ranges::count_if(analysis.diagnostics, [](const Diagnostic &diagnostic) {
        return diagnostic.severity >= Severity::Warning;
    });
    const bool refuses = analysis.verdict() != nullptr;
    if (count == 0)
        m_problems->setText(tr("no problems"));
    else
        m_problems->setText(count == 1 ? tr("1 problem") : tr("%1 problems").arg(count));
    const ui::Role role = refuses ? ui::Role::Error : count > 0 ? ui::Role::Warning : ui::Role::Cached;
    const char *glyph = refuses ? "error" : count > 0 ? "warning" : "ok";
    const QPixmap picture
        = symbolicPixmap(QLatin1String(glyph), themeOf(palette()).color(role), 14, devicePixelRatioF());
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Disabled); // Nothing to press is no reason to be grey.
    m_problems->setIcon(icon);
    m_problems->setToolTip(refuses
                               ? plainToolTip(QString::fromStdString(analysis.verdict()->message).left(400))
                               : tr("What docker build would refuse"));
    m_problems->setEnabled(!analysis.diagnostics.empty());
    m_encoding->setText(encodingOf(analysis.text()));
    m_lineEnd->setText(lineEndOf(analysis.text()));
    for (QWidget *each :
         std::initializer_list<QWidget *> {m_stages, m_problems, m_caret, m_encoding, m_lineEnd})
        each->show();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    constexpr int roomForWords = 720;
    QStatusBar::resizeEvent(event);
    m_engine->setWordsShown(width() >= roomForWords);
}

void StatusLine::setCaretText(const QString &text)
{
    m_caret->setText(text);
}

} // namespace drydock::app
