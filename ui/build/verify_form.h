// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/verify_view.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace drydock::ui {

/// What is to be asked of two images, as fields.
class VerifyForm final : public QWidget {
    Q_OBJECT

public:
    explicit VerifyForm(QWidget *parent = nullptr);

    /// The ports that the images offer: "8080/tcp". What was chosen stays if it is among them.
    void setPorts(const QStringList &ports);
    void setWish(const VerifyWish &wish);
    VerifyWish wish() const;
    /// The first thing that is wrong with what is written; empty if it does.
    QString complaint() const;

signals:
    void changed();

private:
    QComboBox *m_port; ///< This and the following are owned by the form.
    QLineEdit *m_path;
    QSpinBox *m_timeout;
    QLineEdit *m_status;
    QLineEdit *m_command;
    QSpinBox *m_memory;
};

} // namespace drydock::ui
