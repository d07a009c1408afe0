// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine_client.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace drydock::app {

/// Asks for an image that the engine has: out of its list, or by name or id.
class ImageChoice final : public QDialog {
    Q_OBJECT

public:
    /// \param engine borrowed; must outlive the dialog.
    explicit ImageChoice(EngineClient &engine, QWidget *parent = nullptr);

    /// What was chosen; without blanks at its ends.
    QString image() const;

private:
    void fill(const std::vector<ImageSummary> &images);

    JobPtr<std::vector<ImageSummary>> m_listing;
    QComboBox *m_images; ///< This and the following are owned by the dialog.
    QLabel *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace drydock::app
