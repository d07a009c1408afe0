// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/large_letters.h"

#include <QApplication>
#include <QFontDatabase>

#include <cmath>

namespace drydock::app {
namespace {

constexpr double factor = 1.6;

} // namespace

void LargeLetters::begin()
{
    if (m_isOn)
        return;
    m_isOn = true;
    m_before = QApplication::font();
    QFont font = m_before;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    QApplication::setFont(font);
}

void LargeLetters::end()
{
    if (!m_isOn)
        return;
    m_isOn = false;
    QApplication::setFont(m_before);
}

int LargeLetters::ofText()
{
    const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return int(std::lround(font.pointSizeF() * (factor - 1)));
}

} // namespace drydock::app
