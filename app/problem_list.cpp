// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problem_list.h"

#include "app/appearance.h"
#include "app/icons.h"

#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::app {
namespace {

constexpr int longestMessage = 300;
constexpr int mostRows = 10;
constexpr std::size_t mostProblems = 500;

} // namespace

ProblemList::ProblemList(const Analysis &analysis, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);

    const ui::Theme &theme = themeOf(palette());
    const auto icon = [&theme, this](const char *name, ui::Role role) {
        return QIcon(symbolicPixmap(QLatin1String(name), theme.color(role), 16, devicePixelRatioF()));
    };
    const QIcon error = icon("error", ui::Role::Error);
    const QIcon warning = icon("warning", ui::Role::Warning);
    for (const Diagnostic &diagnostic : analysis.diagnostics) {
        if (m_ranges.size() == mostProblems)
            break;
        const std::size_t line
            = analysis.text().lineAt(std::min(diagnostic.range.begin, analysis.text().size())) + 1;
        QString message = ui::translated("lint", diagnostic.message).simplified();
        if (message.size() > longestMessage)
            message = message.left(longestMessage) + QChar(0x2026);
        // List items show plain text.
        m_list->addItem(new QListWidgetItem(diagnostic.severity == Severity::Error ? error : warning,
                                            tr("Line %1: %2").arg(QString::number(line), message)));
        m_ranges.push_back(diagnostic.range);
    }
    m_list->setCurrentRow(0);
    const auto choose = [this](QListWidgetItem *item) {
        emit chosen(m_ranges[std::size_t(m_list->row(item))]);
        close();
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    setFocusProxy(m_list);
}

void ProblemList::popUp(const QPoint &global)
{
    const int width = std::clamp(m_list->sizeHintForColumn(0) + 40, 320, 640);
    m_list->setFixedWidth(width);
    int height = 4;
    for (int row = 0; row < std::min(m_list->count(), mostRows); ++row)
        height += std::max(m_list->sizeHintForRow(row), fontMetrics().height() + 6);
    resize(width + 2, height + 4);
    move(global.x(), global.y() - this->height());
    show();
    m_list->setFocus();
}

} // namespace drydock::app
