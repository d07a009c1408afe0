// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/key_field.h"

#include <QKeyEvent>

namespace drydock::app {
namespace {

bool isForOthers(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::NoModifier && event.modifiers() != Qt::ShiftModifier)
        return false;
    return event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_Escape;
}

bool isModifier(int key)
{
    return key == 0 || key == Qt::Key_unknown || key == Qt::Key_AltGr
        || (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock)
        || (key >= Qt::Key_Super_L && key <= Qt::Key_Hyper_R);
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Press a key"));
    setReadOnly(true); // No cursor, no input method: only keys.
}

void KeyField::setKey(const QKeySequence &key)
{
    if (key == m_key)
        return;
    m_key = key;
    setText(key.toString(QKeySequence::NativeText));
    emit keyChanged(key);
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isForOthers(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // Whosever key it is: here it is only named.
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    if (isForOthers(*event))
        return QLineEdit::keyPressEvent(event);
    if (isModifier(event->key()))
        return;
    setKey(QKeySequence(event->keyCombination()));
}

} // namespace drydock::app
