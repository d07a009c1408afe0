// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace drydock::ui {

/// One sentence in the middle of an empty place and the buttons that lead on from there.
class SizeNotice final : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        std::function<void()> chosen;
    };

    explicit SizeNotice(QWidget *parent = nullptr);

    /// \param text plain. \param detail the engine's own words, shown smaller; may be empty.
    void showText(const QString &text, const QString &detail, const std::vector<Choice> &choices);
    /// Something goes on. \param total in the unit of `done`; 0: nobody knows.
    void showProgress(const QString &text, std::uint64_t done, std::uint64_t total,
                      const std::vector<Choice> &choices);
    QString text() const;

private:
    void setChoices(const std::vector<Choice> &choices);

    QLabel *m_text; ///< This and the following are owned by the widget.
    QLabel *m_detail;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
};

} // namespace drydock::ui
