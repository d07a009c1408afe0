// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/fix_pane.h"

#include "model/lint/fixes.h"
#include "model/text/preview.h"
#include "ui/common/translated.h"
#include "ui/problems/problems_model.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr int mostFixRows = 4;

QString withSign(const PreviewLine &line)
{
    static const char signs[] = {' ', '-', '+'};
    return QStringLiteral("%1 %2  %3")
        .arg(QLatin1Char(signs[int(line.kind)]))
        .arg(line.number, 4)
        .arg(QString::fromUtf8(line.text.data(), qsizetype(line.text.size())));
}

QLabel *wrapping(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

FixPane::FixPane(QWidget *parent)
    : QWidget(parent)
    , m_title(wrapping(this))
    , m_message(wrapping(this))
    , m_list(new QListWidget(this))
    , m_preview(new QPlainTextEdit(this))
    , m_apply(new QPushButton(tr("&Apply"), this))
    , m_explain(new QPushButton(tr("&Explain"), this))
{
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_list->setAccessibleName(tr("Fixes"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_preview->setReadOnly(true);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setAccessibleName(tr("What the fix would change"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_apply);
    buttons->addWidget(m_explain);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(10);
    row->addLayout(column, 2);
    row->addWidget(m_preview, 3);
    connect(m_list, &QListWidget::currentRowChanged, this, &FixPane::showPreview);
    connect(m_list, &QListWidget::itemActivated, this, &FixPane::applyCurrent);
    connect(m_apply, &QPushButton::clicked, this, &FixPane::applyCurrent);
    connect(m_explain, &QPushButton::clicked, this, [this] { emit explainRequested(m_rule); });
    show(nullptr, 0);
}

void FixPane::setTheme(ThemeKind kind)
{
    m_theme = kind;
    showPreview();
}

void FixPane::show(std::shared_ptr<const Analysis> analysis, std::size_t index)
{
    m_analysis = std::move(analysis);
    const bool hasOne = m_analysis && index < m_analysis->diagnostics.size();
    m_fixes.clear();
    m_list->clear();
    m_rule.clear();
    if (hasOne) {
        const Diagnostic &finding = m_analysis->diagnostics[index];
        m_rule = QString::fromStdString(finding.rule);
        m_title->setText(tr("%1 · %2").arg(wordFor(finding.severity), m_rule));
        m_message->setText(translated("lint", finding.message));
        m_fixes = offeredFixes(m_analysis->syntax, finding);
        for (const Fix &fix : m_fixes)
            m_list->addItem(translated("lint", fix.title));
    } else {
        m_title->setText({});
        m_message->setText(tr("Choose a problem to see what can be done about it."));
    }
    m_title->setVisible(hasOne);
    m_list->setVisible(!m_fixes.empty());
    m_preview->setVisible(!m_fixes.empty());
    m_apply->setVisible(!m_fixes.empty());
    m_explain->setVisible(hasOne);
    if (!m_fixes.empty()) {
        const int rows = std::min(int(m_fixes.size()), mostFixRows);
        m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + 2);
        m_list->setCurrentRow(0);
    }
    showPreview();
}

QString FixPane::previewText() const
{
    return m_preview->toPlainText();
}

void FixPane::showPreview()
{
    m_preview->clear();
    const int row = m_list->currentRow();
    if (!m_analysis || row < 0 || std::size_t(row) >= m_fixes.size())
        return;
    const Theme &theme = Theme::of(m_theme);
    QTextCursor cursor(m_preview->document());
    for (const PreviewLine &line : previewOf(m_analysis->text(), m_fixes[std::size_t(row)].edits)) {
        QTextCharFormat format;
        // The sign in front says it too, to those who do not see the colour.
        format.setForeground(theme.color(line.kind == PreviewLine::Kind::Removed     ? Role::Error
                                             : line.kind == PreviewLine::Kind::Added ? Role::CodeString
                                                                                     : Role::SecondaryText));
        if (!cursor.atStart())
            cursor.insertBlock();
        cursor.insertText(withSign(line), format);
    }
    m_preview->moveCursor(QTextCursor::Start);
}

void FixPane::applyCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && std::size_t(row) < m_fixes.size()) {
        const Fix fix = m_fixes[std::size_t(row)]; // The list changes with the text.
        emit fixChosen(fix);
    }
}

} // namespace drydock::ui
