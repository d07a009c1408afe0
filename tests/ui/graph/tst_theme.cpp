// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QTest>

using namespace drydock::ui;

Q_DECLARE_METATYPE(drydock::ui::ThemeKind)
Q_DECLARE_METATYPE(drydock::ui::Role)

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void contrastOfBlackOnWhiteIs21();
    void contrast_data();
    void contrast();
    void followsThePalette();
    void paletteIsReadable();
};

namespace {

constexpr std::pair<const char *, ThemeKind> themes[]
    = {{"light", ThemeKind::Light}, {"dark", ThemeKind::Dark}, {"high contrast", ThemeKind::HighContrast}};

/// What a role must reach on each of the surfaces it appears on.
struct Demand {
    const char *name;
    Role role;
    double ratio;
    std::vector<Role> surfaces;
};

const std::vector<Demand> &demands()
{
    static const std::vector<Role> cards {Role::Canvas, Role::Node};
    static const std::vector<Role> all {Role::Canvas, Role::Node, Role::Header, Role::SelectedLine};
    static const std::vector<Demand> list {
        {"text", Role::Text, 7, all},
        {"secondary text", Role::SecondaryText, 4.5, all},
        {"keyword", Role::CodeKeyword, 4.5, all},
        {"flag", Role::CodeFlag, 4.5, all},
        {"name", Role::CodeName, 4.5, all},
        {"string", Role::CodeString, 4.5, all},
        {"variable", Role::CodeVariable, 4.5, all},
        {"comment", Role::CodeComment, 4.5, cards},
        {"number", Role::CodeNumber, 4.5, all},
        {"border", Role::Border, 3, cards},
        {"FROM edge", Role::EdgeFrom, 4.5, cards},
        {"COPY edge", Role::EdgeCopy, 4.5, all},
        {"mount edge", Role::EdgeMount, 4.5, cards},
        {"pinned", Role::Pinned, 4.5, cards},
        {"warning", Role::Warning, 3, cards},
        {"error", Role::Error, 4.5, cards},
        {"cached", Role::Cached, 3, cards},
        {"rebuilt", Role::Rebuilt, 3, cards},
        {"running", Role::Running, 3, cards},
        {"dimmed", Role::Dimmed, 3, cards},
        {"size base", Role::SizeBase, 3, {Role::Node}},
        {"size packages", Role::SizePackages, 3, {Role::Node}},
        {"size dependencies", Role::SizeDependencies, 3, {Role::Node}},
        {"size build", Role::SizeBuild, 3, {Role::Node}},
        {"size application", Role::SizeApplication, 3, {Role::Node}},
        {"size other", Role::SizeOther, 3, {Role::Node}},
        {"hatching of waste",
         Role::SizeWaste,
         3,
         {Role::SizeBase, Role::SizePackages, Role::SizeDependencies, Role::SizeBuild, Role::SizeApplication,
          Role::SizeOther}},
    };
    return list;
}

} // namespace

void TestTheme::contrastOfBlackOnWhiteIs21()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
}

void TestTheme::contrast_data()
{
    QTest::addColumn<ThemeKind>("kind");
    QTest::addColumn<Role>("role");
    QTest::addColumn<Role>("surface");
    QTest::addColumn<double>("ratio");
    for (const auto &[themeName, kind] : themes)
        for (const Demand &demand : demands())
            for (const Role surface : demand.surfaces)
                QTest::addRow("%s: %s on surface %d", themeName, demand.name, int(surface))
                    << kind << demand.role << surface << demand.ratio;
}

void TestTheme::contrast()
{
    QFETCH(ThemeKind, kind);
    QFETCH(Role, role);
    QFETCH(Role, surface);
    QFETCH(double, ratio);
    const Theme &theme = Theme::of(kind);
    const double actual = contrastRatio(theme.color(role), theme.color(surface));
    // INTERACTION §10 gives 2.95 for one bar colour and rounds it to 3.0.
    QVERIFY2(actual >= ratio - 0.06, qPrintable(QString::number(actual)));
}

void TestTheme::followsThePalette()
{
    QCOMPARE(Theme::kindFor(Theme::of(ThemeKind::Light).palette()), ThemeKind::Light);
    QCOMPARE(Theme::kindFor(Theme::of(ThemeKind::Dark).palette()), ThemeKind::Dark);
    QVERIFY(!Theme::of(ThemeKind::Light).isDark());
    QVERIFY(Theme::of(ThemeKind::Dark).isDark());
    QVERIFY(Theme::of(ThemeKind::HighContrast).isDark());
}

void TestTheme::paletteIsReadable()
{
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[]
        = {{QPalette::WindowText, QPalette::Window},       {QPalette::Text, QPalette::Base},
           {QPalette::Text, QPalette::AlternateBase},      {QPalette::ButtonText, QPalette::Button},
           {QPalette::ToolTipText, QPalette::ToolTipBase}, {QPalette::HighlightedText, QPalette::Highlight},
           {QPalette::PlaceholderText, QPalette::Base},    {QPalette::Link, QPalette::Base}};
    for (const auto &[name, kind] : themes) {
        const QPalette palette = Theme::of(kind).palette();
        for (const auto &[front, back] : pairs) {
            const double ratio = contrastRatio(palette.color(front), palette.color(back));
            QVERIFY2(ratio >= 4.5,
                     qPrintable(QStringLiteral("%1: %2 on %3 is %4")
                                    .arg(QLatin1String(name))
                                    .arg(front)
                                    .arg(back)
                                    .arg(ratio)));
        }
    }
}

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
