// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/hand_hint.h"

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr QPoint distance(18, 16); ///< Clear of the pointer's own picture.
constexpr int edge = 6;
constexpr int widest = 380;

} // namespace

HandHint::HandHint(QWidget *viewport)
    : QLabel(viewport)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setObjectName(QStringLiteral("handHint"));
    hide();
}

void HandHint::say(const QString &text, Tone tone, QPoint pointer, const Theme &theme)
{
    if (text.isEmpty()) {
        hide();
        return;
    }
    const Role role = tone == Tone::Refusal ? Role::Error : Role::EdgeCopy;
    setStyleSheet(
        QStringLiteral("QLabel { color: %1; background: %2; border: 1px solid %3; border-radius: 5px;"
                       " padding: 4px 8px; }")
            .arg(theme.color(tone == Tone::Refusal ? Role::Error : Role::Text).name(),
                 theme.color(Role::Node).name(), theme.color(role).name()));
    setText(tone == Tone::Refusal ? QStringLiteral("✕ ") + text : text);
    const QRect pane = parentWidget()->rect().adjusted(edge, edge, -edge, -edge);
    // One line where it fits, more where it does not.
    setWordWrap(false);
    QSize size = sizeHint();
    if (const int room = std::min(widest, pane.width()); size.width() > room) {
        setWordWrap(true);
        size = {room, heightForWidth(room)};
    }
    resize(size);
    QPoint place = pointer + distance;
    if (place.x() + size.width() > pane.right())
        place.setX(std::max(pane.left(), pane.right() - size.width()));
    if (place.y() + size.height() > pane.bottom())
        place.setY(pointer.y() - distance.y() - size.height());
    move(place);
    show();
    raise();
}

} // namespace drydock::ui
