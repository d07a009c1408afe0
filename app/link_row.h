// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace drydock::app {

/// A button of two lines: what, and below it smaller where or why. For lists on the start page.
class LinkRow final : public QAbstractButton {
    Q_OBJECT

public:
    LinkRow(const QString &title, const QString &detail, const QIcon &icon, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_detail;
};

} // namespace drydock::app
