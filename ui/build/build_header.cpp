// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_header.h"

#include "ui/common/mark_words.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int signRoom = 22;
constexpr qsizetype mostDetail = 4000; ///< Characters of a builder's error; the log has the rest.

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// One line, cut in the middle where there is no room: a command's end says as much as its beginning.
class CommandLine final : public QLabel {
public:
    explicit CommandLine(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        setForegroundRole(QPalette::PlaceholderText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }
};

StepState signOf(BuildPhase phase)
{
    switch (phase) {
    case BuildPhase::Running:
        return StepState::Running;
    case BuildPhase::Failed:
    case BuildPhase::Lost:
        return StepState::Failed;
    case BuildPhase::Cancelled:
        return StepState::Cancelled;
    case BuildPhase::Idle:
    case BuildPhase::Done:
        break;
    }
    return StepState::Waiting;
}

} // namespace

BuildHeader::BuildHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_facts(plainLabel(this))
    , m_elapsed(plainLabel(this))
    , m_build(new QPushButton(tr("Build"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_bar(new QProgressBar(this))
    , m_command(new CommandLine(this))
    , m_copy(new QToolButton(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress of the build"));
    m_copy->setText(tr("Copy Command"));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the command that does the same"));
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_start.command); });
    connect(m_build, &QPushButton::clicked, this, &BuildHeader::buildRequested);
    connect(m_cancel, &QPushButton::clicked, this, &BuildHeader::cancelRequested);

    auto *first = new QHBoxLayout;
    first->setSpacing(10);
    first->addSpacing(signRoom);
    first->addWidget(m_title);
    first->addWidget(m_facts, 1);
    first->addWidget(m_elapsed);
    first->addWidget(m_cancel);
    first->addWidget(m_build);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(signRoom, 0, 0, 0);
    second->addWidget(m_command, 1);
    second->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(4);
    column->addLayout(first);
    column->addWidget(m_bar);
    column->addLayout(second);
    column->addWidget(makeFailure());
    setPhase(BuildPhase::Idle);
}

QWidget *BuildHeader::makeFailure()
{
    m_failure = new QWidget(this);
    m_words = plainLabel(m_failure);
    m_words->setWordWrap(true);
    m_detail = plainLabel(m_failure);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_goTo = new QPushButton(m_failure);
    connect(m_goTo, &QPushButton::clicked, this, &BuildHeader::failedLineRequested);
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(m_words);
    text->addWidget(m_detail);
    auto *row = new QHBoxLayout(m_failure);
    row->setContentsMargins(signRoom, 2, 0, 2);
    row->addLayout(text, 1);
    row->addWidget(m_goTo, 0, Qt::AlignTop);
    return m_failure;
}

void BuildHeader::setTarget(const QString &target)
{
    m_target = target;
    updateWords();
}

void BuildHeader::setTheme(ThemeKind kind)
{
    m_theme = kind;
    update();
}

void BuildHeader::showStart(const BuildStart &start)
{
    m_start = start;
    m_elapsed->clear();
    m_words->clear();
    m_detail->clear();
    setFailedLine(0);
    showSteps(0, 0);
    setPhase(BuildPhase::Running);
}

void BuildHeader::showSteps(std::size_t over, std::size_t known)
{
    m_bar->setRange(0, int(known)); // 0 to 0 is Qt's "busy".
    m_bar->setValue(int(over));
}

void BuildHeader::showElapsed(std::int64_t milliseconds)
{
    m_elapsed->setText(shortDuration(milliseconds));
}

void BuildHeader::showEnd(const BuildEnd &end)
{
    m_words->setText(end.words);
    const QString detail = end.detail.trimmed();
    m_detail->setText(detail.size() > mostDetail ? detail.left(mostDetail) + QStringLiteral(" …") : detail);
    setPhase(end.phase);
}

void BuildHeader::setFailedLine(std::uint32_t line)
{
    m_failedLine = line;
    m_goTo->setText(tr("Go to Line %1").arg(line));
    updateFailure();
}

void BuildHeader::updateFailure()
{
    m_words->setVisible(!m_words->text().isEmpty());
    m_detail->setVisible(!m_detail->text().isEmpty());
    m_goTo->setVisible(m_failedLine > 0);
    m_failure->setVisible(!m_words->text().isEmpty() || !m_detail->text().isEmpty() || m_failedLine > 0);
}

QString BuildHeader::title() const
{
    const bool isNamed = !m_start.target.isEmpty();
    switch (m_phase) {
    case BuildPhase::Idle:
        return tr("No build yet");
    case BuildPhase::Running:
        return isNamed ? tr("Building %1").arg(m_start.target) : tr("Building");
    case BuildPhase::Done:
        return isNamed ? tr("Built %1").arg(m_start.target) : tr("Built");
    case BuildPhase::Failed:
        return tr("Build failed");
    case BuildPhase::Cancelled:
        return tr("Build cancelled");
    case BuildPhase::Lost:
        break;
    }
    return tr("Connection lost");
}

void BuildHeader::setPhase(BuildPhase phase)
{
    m_phase = phase;
    const bool isRunning = phase == BuildPhase::Running;
    const bool isIdle = phase == BuildPhase::Idle;
    m_bar->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_build->setVisible(!isRunning && !isIdle);
    m_build->setText(phase == BuildPhase::Done || isIdle ? tr("Build") : tr("Build Again"));
    m_elapsed->setVisible(!isIdle);
    m_command->setVisible(!isIdle && !m_start.command.isEmpty());
    m_copy->setVisible(!isIdle && !m_start.command.isEmpty());
    updateFailure();
    updateWords();
}

void BuildHeader::updateWords()
{
    m_title->setText(title());
    m_facts->setText(m_phase == BuildPhase::Idle
                         ? (m_target.isEmpty() ? QString() : tr("target %1").arg(m_target))
                         : m_start.way);
    m_facts->setToolTip(m_facts->text().toHtmlEscaped());
    const QString command = m_start.command.simplified();
    m_command->setText(command);
    m_command->setToolTip(
        QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(command.toHtmlEscaped()));
    setAccessibleName(title());
    update();
}

void BuildHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(m_theme);
    const QPointF centre(10 + 7, m_title->geometry().center().y() + 0.5);
    if (m_phase == BuildPhase::Done || m_phase == BuildPhase::Idle) {
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(theme.color(m_phase == BuildPhase::Done ? Role::Cached : Role::Dimmed), 2);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        if (m_phase == BuildPhase::Done)
            painter.drawPolyline(
                QPolygonF({centre + QPointF(-5, 0), centre + QPointF(-1.5, 4), centre + QPointF(5.5, -4.5)}));
        else
            painter.drawEllipse(centre, 4.5, 4.5);
        return;
    }
    const StepState sign = signOf(m_phase);
    paintStateSign(painter, centre, 7, sign, theme.color(stateRole(sign)));
}

} // namespace drydock::ui
