// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

/// The linker drops resources of a static library that nobody asks for. Must stand outside of any namespace.
static void initThemeResources()
{
    Q_INIT_RESOURCE(themes);
}

namespace drydock::ui {
namespace {

constexpr std::size_t roleCount = static_cast<std::size_t>(Role::Count);

/// In the order of Role.
constexpr std::array<const char *, roleCount> roleNames {
    "canvas",           "node",        "header",          "text",      "secondaryText", "border",
    "edgeFrom",         "edgeCopy",    "edgeMount",       "pinned",    "warning",       "error",
    "cached",           "rebuilt",     "running",         "dimmed",    "sizeBase",      "sizePackages",
    "sizeDependencies", "sizeBuild",   "sizeApplication", "sizeOther", "sizeWaste",     "selectedLine",
    "separator",        "codeKeyword", "codeFlag",        "codeName",  "codeString",    "codeVariable",
    "codeComment",      "codeNumber",
};

QString fileOf(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Light:
        return QStringLiteral(":/themes/light.json");
    case ThemeKind::Dark:
        return QStringLiteral(":/themes/dark.json");
    case ThemeKind::HighContrast:
        break;
    }
    return QStringLiteral(":/themes/high-contrast.json");
}

std::array<QColor, roleCount> readColors(ThemeKind kind)
{
    initThemeResources();
    QFile file(fileOf(kind));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isOpen, "Theme", "the bundled themes are not linked in");
    const QJsonObject values = isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    std::array<QColor, roleCount> colors;
    for (std::size_t role = 0; role < roleCount; ++role) {
        colors[role] = QColor(values.value(QLatin1String(roleNames[role])).toString());
        Q_ASSERT_X(colors[role].isValid(), "Theme: no colour for", roleNames[role]);
    }
    return colors;
}

/// Relative luminance, WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Theme &Theme::of(ThemeKind kind)
{
    static const std::array<Theme, 3> themes = [] {
        std::array<Theme, 3> all;
        for (const ThemeKind each : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
            Theme &theme = all[static_cast<std::size_t>(each)];
            theme.m_kind = each;
            theme.m_colors = readColors(each);
        }
        return all;
    }();
    return themes[static_cast<std::size_t>(kind)];
}

ThemeKind Theme::kindFor(const QPalette &palette)
{
    const bool isDark
        = luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
    return isDark ? ThemeKind::Dark : ThemeKind::Light;
}

QPalette Theme::palette() const
{
    const QColor canvas = color(Role::Canvas);
    const QColor node = color(Role::Node);
    const QColor header = color(Role::Header);
    const QColor text = color(Role::Text);
    const QColor accent = color(Role::EdgeCopy);

    QPalette palette;
    palette.setColor(QPalette::Window, header);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, m_kind == ThemeKind::Dark ? canvas : node);
    palette.setColor(QPalette::AlternateBase, m_kind == ThemeKind::Dark ? node : canvas);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, color(Role::SecondaryText));
    palette.setColor(QPalette::Button, m_kind == ThemeKind::Light ? node : header);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, color(Role::Error));
    palette.setColor(QPalette::ToolTipBase, node);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    // The canvas is the colour farthest from the accent in every theme.
    palette.setColor(QPalette::HighlightedText, m_kind == ThemeKind::Light ? node : canvas);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, color(Role::CodeVariable));
    palette.setColor(QPalette::Light, header.lighter(115));
    palette.setColor(QPalette::Midlight, header);
    palette.setColor(QPalette::Mid, color(Role::Separator));
    palette.setColor(QPalette::Dark, color(Role::Border));
    palette.setColor(QPalette::Shadow, color(Role::Border));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Role::Dimmed));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Role::Dimmed));
    return palette;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace drydock::ui
