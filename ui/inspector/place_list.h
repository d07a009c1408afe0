// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/subject_form.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace drydock::ui {

/// A short list of places in the text, with its label above. Hidden while it is empty.
class PlaceList final : public QWidget {
    Q_OBJECT

public:
    explicit PlaceList(QWidget *parent);
    void show(const FormPlaces &places);

signals:
    /// A click or Enter.
    void chosen(drydock::TextRange range);

private:
    QLabel *m_label; ///< Owned by this, as is the list.
    QListWidget *m_list;
    std::vector<FormPlace> m_places;
};

} // namespace drydock::ui
