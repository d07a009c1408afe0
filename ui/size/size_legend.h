// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

#include <cstdint>
#include <vector>

namespace drydock {
enum class LayerCategory : std::uint8_t;
}

namespace drydock::ui {

/// What the colours of the bars mean: a square and a word for each category that is shown. Words that do not fit are left
/// out from the end.
class SizeLegend final : public QWidget {
    Q_OBJECT

public:
    explicit SizeLegend(QWidget *parent = nullptr);

    /// \param categories in any order. \param hasWaste explains the hatching too.
    void setShown(const std::vector<LayerCategory> &categories, bool hasWaste);
    void setTheme(ThemeKind kind);
    QStringList words() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const QString &word) const;

    std::vector<LayerCategory> m_categories; ///< In the order of layerCategories.
    bool m_hasWaste = false;
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
