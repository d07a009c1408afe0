// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/side_by_side.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

namespace drydock::ui {

class DiffSide;

/// Two texts beside each other that scroll together; bands between them lead from what changes to what it becomes.
class DiffView final : public QWidget {
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    /// \param isOther another change than before: the first difference is scrolled to.
    void setTexts(std::string_view before, std::string_view after, bool isOther);
    const std::vector<SideRow> &rows() const { return m_rows; }
    /// To the next difference below what is in view (+1) or above (-1), from the end to the beginning.
    void goToChange(int direction);
    /// How many places differ.
    std::size_t changeCount() const { return m_changes.size(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Bands;
    struct RowRun {
        int first = 0;
        int past = 0;
    };

    void paintBands(QPainter &painter, int width) const;
    void scrollTo(const RowRun &change);

    ThemeKind m_theme = ThemeKind::Light;
    std::vector<SideRow> m_rows;
    std::vector<RowRun> m_changes;
    bool m_isFollowing = false; ///< A side is being scrolled because the other was.
    bool m_isFresh = false; ///< To be scrolled to the first difference when it is shown.
    DiffSide *m_before; ///< This and the following are owned by the view.
    DiffSide *m_after;
    Bands *m_bands;
};

} // namespace drydock::ui
