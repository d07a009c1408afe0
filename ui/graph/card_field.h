// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/popover.h"

#include <QStringList>

class QLabel;
class QLineEdit;

namespace drydock::ui {

/// A field in the place of a line of a card: a stage's name, its base. Says under itself why what is written does
/// not do; Enter is then deaf.
class CardField final : public Popover {
    Q_OBJECT

public:
    /// \returns why `text` does not do; empty if it does.
    using Check = std::function<QString(const QString &text)>;

    /// \param name for screen readers. \param known what is offered to complete with; may be empty.
    CardField(GraphView &view, Place place, const QString &name, const QString &text,
              const QStringList &known, Check check);

    QString text() const;
    void settle() override;

protected:
    QRect geometryFor(const QRect &place) const override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();

    QLineEdit *m_field; // Owned by this, as the next.
    QLabel *m_reason;
    Check m_check;
};

} // namespace drydock::ui
