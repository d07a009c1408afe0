// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/scanner.h"

#include <QDialog>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace drydock::app {

/// What is to be searched.
struct ScanSubject {
    std::string before; ///< An image; empty if there is nothing to compare with.
    std::string after;
    Endpoint endpoint; ///< Whose images they are.
    std::string project; ///< Folder of the Dockerfile: no program in it is ever run.
};

/// Known weaknesses of the packages in an image, as a scanner that is installed tells, and what has become of those of the image
/// before. Runs nothing before the reader presses Search; never downloads anything.
class ScanDialog final : public QDialog {
    Q_OBJECT

public:
    ScanDialog(ScanSubject subject, QWidget *parent);
    ~ScanDialog() override;

private:
    void search();
    void searchNext();
    void takeReport();
    void showReports();
    void say(const QString &sentence);
    void showCommand();

    ScanSubject m_subject;
    std::vector<Scanner> m_scanners;
    JobPtr<ScanReport> m_job;
    std::vector<std::string> m_open; ///< Images that are still to be searched.
    std::vector<ScanReport> m_reports;
    QComboBox *m_tool; ///< This and the following are owned by the dialog.
    QLabel *m_command;
    QLabel *m_words;
    QTreeWidget *m_counts;
    QTreeWidget *m_findings;
    QPushButton *m_search;
};

} // namespace drydock::app
