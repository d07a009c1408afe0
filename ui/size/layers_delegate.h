// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/size/size_delegate.h"

namespace drydock::ui {

class LayersModel;

/// Draws the bars, the arrows of rows that can be opened and the squares of the categories.
class LayersDelegate final : public SizeDelegate {
    Q_OBJECT

public:
    /// \param model borrowed; outlives the delegate. \param view owns the delegate.
    LayersDelegate(const LayersModel *model, QAbstractItemView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, int row) const;

    const LayersModel *m_model;
};

} // namespace drydock::ui
