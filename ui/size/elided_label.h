// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace drydock::ui {

/// One line of plain text that gives way when there is no room; then the tool tip has the rest.
class ElidedLabel final : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    const QString &text() const { return m_text; }
    /// None: as the palette has it.
    void setColor(const QColor &color);
    /// Gives way only after the others of its row; long texts do all the same.
    void setKept(bool isKept);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QColor m_color;
    bool m_isKept = false;
};

} // namespace drydock::ui
