// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/verify_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace drydock::ui {

VerifyForm::VerifyForm(QWidget *parent)
    : QWidget(parent)
    , m_port(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_timeout(new QSpinBox(this))
    , m_status(new QLineEdit(this))
    , m_command(new QLineEdit(this))
    , m_memory(new QSpinBox(this))
{
    m_timeout->setRange(1, 600);
    m_timeout->setSuffix(tr(" s"));
    m_memory->setRange(16, 65536);
    m_memory->setSingleStep(64);
    m_memory->setSuffix(tr(" MB"));
    m_status->setValidator(new QIntValidator(100, 599, m_status));
    m_status->setPlaceholderText(tr("as before"));
    m_command->setPlaceholderText(tr("what the image says"));
    auto *fields = new QFormLayout(this);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    fields->addRow(tr("&Port"), m_port);
    fields->addRow(tr("URL p&ath"), m_path);
    fields->addRow(tr("&Status"), m_status);
    fields->addRow(tr("&Wait at most"), m_timeout);
    fields->addRow(tr("&Memory at most"), m_memory);
    fields->addRow(tr("&Command"), m_command);
    setPorts({});
    setWish({});
    for (QLineEdit *each : {m_path, m_status, m_command})
        connect(each, &QLineEdit::textChanged, this, &VerifyForm::changed);
    connect(m_port, &QComboBox::currentIndexChanged, this, [this] {
        const bool asks = !m_port->currentData().toString().isEmpty();
        m_path->setEnabled(asks);
        m_status->setEnabled(asks);
        emit changed();
    });
}

void VerifyForm::setPorts(const QStringList &ports)
{
    const QString chosen = m_port->currentData().toString();
    m_port->clear();
    for (const QString &port : ports)
        m_port->addItem(port, port);
    m_port->addItem(tr("none: only run it"), QString());
    m_port->setCurrentIndex(std::max(0, m_port->findData(chosen.isEmpty() ? ports.value(0) : chosen)));
}

void VerifyForm::setWish(const VerifyWish &wish)
{
    if (const int port = m_port->findData(wish.port); port >= 0)
        m_port->setCurrentIndex(port);
    m_path->setText(wish.path);
    m_timeout->setValue(wish.timeoutSeconds);
    m_status->setText(wish.expectedStatus ? QString::number(*wish.expectedStatus) : QString());
    m_command->setText(wish.command);
    m_memory->setValue(wish.memoryMegabytes);
}

VerifyWish VerifyForm::wish() const
{
    VerifyWish wish;
    wish.path = m_path->text();
    wish.port = m_port->currentData().toString();
    wish.timeoutSeconds = m_timeout->value();
    bool isNumber = false;
    const int status = m_status->text().toInt(&isNumber);
    if (isNumber)
        wish.expectedStatus = status;
    wish.command = m_command->text().trimmed();
    wish.memoryMegabytes = m_memory->value();
    return wish;
}

QString VerifyForm::complaint() const
{
    if (!m_path->isEnabled())
        return {};
    if (!m_path->text().startsWith(u'/') || m_path->text().contains(u' '))
        return tr("The path begins with a slash and has no blanks.");
    if (!m_status->text().isEmpty() && !m_status->hasAcceptableInput())
        return tr("A status is a number from 100 to 599.");
    return {};
}

} // namespace drydock::ui
