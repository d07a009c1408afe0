// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace drydock::app {

/// One line of a unified difference.
struct ComparedLine {
    enum class Kind : std::uint8_t { Same, Removed, Added, Skipped };
    Kind kind = Kind::Same;
    QString text; ///< Without its line end. Bytes that are no UTF-8 show as replacement characters.

    bool operator==(const ComparedLine &) const = default;
};

/// How `before` becomes `after`, with three lines around each difference. At most a few thousand lines; the rest
/// is counted in a last Skipped line. Empty if they are equal.
std::vector<ComparedLine> compareLines(std::string_view before, std::string_view after);

/// Two texts and what differs, to read only. A window of its own that stops nobody from working.
class CompareView final : public QDialog {
    Q_OBJECT

public:
    CompareView(const QString &beforeLabel, std::string_view before, const QString &afterLabel,
                std::string_view after, QWidget *parent = nullptr);
};

} // namespace drydock::app
