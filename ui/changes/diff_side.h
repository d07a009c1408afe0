// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/side_by_side.h"
#include "ui/common/theme.h"

#include <QPlainTextEdit>

#include <vector>

namespace drydock::ui {

/// One of two texts that stand beside each other, with its line numbers and a sign for each line that differs. To read,
/// select and copy only; where the other text has more lines there is a hatched gap.
class DiffSide final : public QPlainTextEdit {
    Q_OBJECT

public:
    enum class Which : std::uint8_t { Before, After };

    explicit DiffSide(Which which, QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    /// Keeps the place that is in view.
    void setRows(const std::vector<SideRow> &rows);
    /// Where a row begins and ends in the viewport.
    QRectF rowRect(int row) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Margin;
    enum class Sign : std::uint8_t { None, Removed, Added, Changed };
    struct Line {
        std::size_t number = 0;
        Sign sign = Sign::None;
    };

    const SideLine &mine(const SideRow &row) const;
    void fill();
    void updateMargin();
    void paintMargin(const QRect &rect);
    QColor tint(bool isStrong) const;

    Which m_which;
    ThemeKind m_theme = ThemeKind::Light;
    std::vector<SideRow> m_rows;
    std::vector<Line> m_lines; ///< By row.
    Margin *m_margin; ///< Owned by this.
};

} // namespace drydock::ui
