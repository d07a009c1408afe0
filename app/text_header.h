// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace drydock::app {

/// The strip above the text: the file's name, a dot while it has unsaved changes, and where it lives.
class TextHeader final : public QWidget {
    Q_OBJECT

public:
    explicit TextHeader(QWidget *parent = nullptr);

    void setFile(const QString &name, const QString &place, bool isModified);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_place;
    bool m_isModified = false;
};

} // namespace drydock::app
