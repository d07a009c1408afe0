// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>
#include <cstdint>

namespace drydock::ui {

/// What a colour is for. The values live in resources/themes/*.json under the same names in camel case and
/// are tested for contrast; never colour alone.
enum class Role : std::uint8_t {
    Canvas, ///< Behind the graph and the text.
    Node, ///< Card body.
    Header, ///< Card header, tool bars, panel headers.
    Text,
    SecondaryText,
    Border,
    EdgeFrom,
    EdgeCopy, ///< Also the accent and the selection.
    EdgeMount,
    Pinned,
    Warning,
    Error,
    Cached,
    Rebuilt,
    Running,
    Dimmed,
    SizeBase,
    SizePackages,
    SizeDependencies,
    SizeBuild,
    SizeApplication,
    SizeOther,
    SizeWaste, ///< The strokes that hatch what is wasted of a segment; stands out from all segments.
    SelectedLine, ///< Background of the current line, tint of the selected stage.
    Separator, ///< Hairlines between panels and between stages.
    CodeKeyword,
    CodeFlag,
    CodeName, ///< Stage names, variable names.
    CodeString,
    CodeVariable,
    CodeComment,
    CodeNumber,
    Count
};

enum class ThemeKind : std::uint8_t { Light, Dark, HighContrast };

/// Colours by role. Cheap to copy.
class Theme {
public:
    /// One of the bundled themes. \pre the resources are linked in.
    static const Theme &of(ThemeKind kind);
    /// The theme that fits the desktop: dark if the palette's window is darker than its text.
    static ThemeKind kindFor(const QPalette &palette);

    ThemeKind kind() const { return m_kind; }
    bool isDark() const { return m_kind != ThemeKind::Light; }
    QColor color(Role role) const { return m_colors[static_cast<std::size_t>(role)]; }
    /// A widget palette in these colours, for the Fusion style.
    QPalette palette() const;

private:
    ThemeKind m_kind = ThemeKind::Light;
    std::array<QColor, static_cast<std::size_t>(Role::Count)> m_colors;
};

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace drydock::ui
