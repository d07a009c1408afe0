// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build_extras.h"
#include "model/analysis/analysis.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableWidget;

namespace drydock::app {

/// How one file is built: arguments, secrets, caches and the like.
class BuildOptionsDialog final : public QDialog {
    Q_OBJECT

public:
    BuildOptionsDialog(const Analysis &analysis, const BuildExtras &extras, QWidget *parent = nullptr);

    /// As they were given, with the arguments and the named contexts that are chosen now.
    BuildOptions options() const;
    BuildExtras extras() const;

private:
    void fillArguments(const Analysis &analysis);
    QPlainTextEdit *addLines(QFormLayout &form, const QString &label, const QString &text,
                             const QString &hint);
    void check();

    BuildOptions m_options;
    QTableWidget *m_arguments; ///< This and the following are owned by the dialog.
    QPlainTextEdit *m_secrets = nullptr;
    QPlainTextEdit *m_contexts = nullptr;
    QPlainTextEdit *m_cacheFrom = nullptr;
    QPlainTextEdit *m_cacheTo = nullptr;
    QLineEdit *m_builder;
    QCheckBox *m_noCache;
    QCheckBox *m_pull;
    QLabel *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace drydock::app
