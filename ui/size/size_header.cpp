// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/size_header.h"

#include "model/image/size_report.h"
#include "ui/common/tool_tip.h"
#include "ui/size/elided_label.h"
#include "ui/size/size_words.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace drydock::ui {

SizeHeader::SizeHeader(QWidget *parent)
    : QWidget(parent)
    , m_image(new ElidedLabel(this))
    , m_facts(new ElidedLabel(this))
    , m_verification(new ElidedLabel(this))
    , m_stale(new ElidedLabel(this))
    , m_rebuild(new QPushButton(tr("Re&build"), this))
{
    QFont bold = font();
    bold.setBold(true);
    m_image->setFont(bold);
    m_image->setKept(true);
    m_stale->setKept(true);
    m_verification->setKept(true);
    auto *pin = new QPushButton(tr("&Pin as Before"), this);
    pin->setToolTip(asToolTip(tr("Keep this measurement to compare later ones with.")));
    auto *run = new QPushButton(tr("&Run…"), this);
    run->setToolTip(asToolTip(tr("Start the image and see whether it works.")));
    connect(m_rebuild, &QPushButton::clicked, this, &SizeHeader::rebuildRequested);
    connect(pin, &QPushButton::clicked, this, &SizeHeader::pinRequested);
    connect(run, &QPushButton::clicked, this, &SizeHeader::runRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_image);
    row->addWidget(m_facts);
    row->addWidget(m_verification);
    row->addWidget(m_stale);
    row->addWidget(m_rebuild);
    row->addStretch();
    row->addWidget(pin);
    row->addWidget(run);
    setStale(false);
    setVerification({}, false);
}

void SizeHeader::setMeasurement(const Measurement &measurement, const StageSize &shown)
{
    const QString image = QString::fromStdString(measurement.image);
    m_image->setText(image.isEmpty() ? QString::fromStdString(shown.image) : image);
    QStringList facts {tr("%1 unpacked").arg(sizeText(shown.bytes))};
    if (shown.downloadBytes)
        facts.append(tr("%1 download").arg(sizeText(*shown.downloadBytes)));
    if (shown.isApproximate)
        facts.append(tr("lines found by their words"));
    if (!measurement.engine.empty())
        facts.append(QString::fromStdString(measurement.engine));
    if (measurement.time > 0)
        facts.append(tr("measured %1").arg(timeText(measurement.time)));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void SizeHeader::setStale(bool isStale)
{
    m_isStale = isStale;
    m_stale->setText(m_isProposal ? tr("◇ proposed, not in the text yet") : tr("▲ text changed since"));
    m_stale->setVisible(m_isStale || m_isProposal);
    m_rebuild->setVisible(m_isStale && !m_isProposal);
    applyColors();
}

void SizeHeader::setProposal(bool isProposal)
{
    m_isProposal = isProposal;
    setStale(m_isStale);
}

void SizeHeader::setVerification(const QString &text, bool isGood)
{
    m_isGood = isGood;
    m_verification->setText((isGood ? QStringLiteral("✓ ") : QStringLiteral("✕ ")) + text);
    m_verification->setVisible(!text.isEmpty());
    applyColors();
}

QString SizeHeader::facts() const
{
    return m_facts->text();
}

void SizeHeader::setTheme(ThemeKind kind)
{
    m_theme = kind;
    applyColors();
}

void SizeHeader::applyColors()
{
    const Theme &theme = Theme::of(m_theme);
    m_image->setColor(theme.color(Role::Text));
    m_facts->setColor(theme.color(Role::SecondaryText));
    m_stale->setColor(theme.color(m_isProposal ? Role::SecondaryText : Role::Warning));
    m_verification->setColor(theme.color(m_isGood ? Role::Cached : Role::Error));
}

} // namespace drydock::ui
