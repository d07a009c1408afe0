// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcuts.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace drydock::app {
namespace {

QStringList portable(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::PortableText));
    return texts;
}

QList<QKeySequence> keysOf(const QStringList &texts)
{
    QList<QKeySequence> keys;
    for (const QString &text : texts) {
        const QKeySequence key(text, QKeySequence::PortableText);
        if (!key.isEmpty())
            keys.append(key);
    }
    return keys;
}

bool meet(KeyScope a, KeyScope b)
{
    return a == b || a == KeyScope::Window || b == KeyScope::Window;
}

} // namespace

QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&' && at + 1 < text.size())
            ++at; // "&&" is a "&".
        plain += text[at];
    }
    return plain;
}

Shortcuts::Shortcuts(ChosenKeys &chosen, QObject *parent)
    : QObject(parent)
    , m_chosen(chosen)
{ }

void Shortcuts::adopt(const QMenuBar &bar)
{
    for (const QAction *action : bar.actions())
        if (const QMenu *menu = action->menu())
            adoptMenu(*menu, withoutMnemonic(menu->title()));
}

void Shortcuts::adoptMenu(const QMenu &menu, const QString &place)
{
    for (QAction *action : menu.actions()) {
        if (const QMenu *inner = action->menu())
            adoptMenu(*inner, QStringLiteral("%1 ▸ %2").arg(place, withoutMnemonic(inner->title())));
        else
            adopt(*action, KeyScope::Window, place);
    }
}

void Shortcuts::adopt(QAction &action, KeyScope scope, const QString &place)
{
    const QString id = action.objectName();
    if (id.isEmpty())
        return;
    BoundAction *known = bound(id);
    if (!known) {
        QList<QKeySequence> keys = action.shortcuts();
        keys.removeAll(QKeySequence()); // An empty one begins every other.
        m_actions.push_back({id, withoutMnemonic(action.text()), place, scope, keys, keys, {}});
        known = &m_actions.back();
        if (const auto chosen = m_chosen.constFind(id); chosen != m_chosen.constEnd())
            known->keys = keysOf(*chosen);
    }
    std::erase_if(known->actions, [](const QPointer<QAction> &each) { return each.isNull(); });
    const bool isKnown = std::any_of(known->actions.begin(), known->actions.end(),
                                     [&action](const QPointer<QAction> &each) { return each == &action; });
    if (isKnown)
        return;
    known->actions.emplace_back(&action);
    if (action.shortcuts() != known->keys)
        action.setShortcuts(known->keys);
}

const BoundAction *Shortcuts::find(const QString &id) const
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(),
                                    [&id](const BoundAction &each) { return each.id == id; });
    return found == m_actions.end() ? nullptr : &*found;
}

BoundAction *Shortcuts::bound(const QString &id)
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(),
                                    [&id](const BoundAction &each) { return each.id == id; });
    return found == m_actions.end() ? nullptr : &*found;
}

const BoundAction *Shortcuts::holderOf(const QKeySequence &key, const QString &id) const
{
    const BoundAction *asking = find(id);
    const KeyScope scope = asking ? asking->scope : KeyScope::Window;
    for (const BoundAction &each : m_actions) {
        if (each.id == id || !meet(each.scope, scope))
            continue;
        for (const QKeySequence &held : each.keys)
            if (held.matches(key) != QKeySequence::NoMatch || key.matches(held) != QKeySequence::NoMatch)
                return &each;
    }
    return nullptr;
}

bool Shortcuts::mayBeUsed(const QKeySequence &key, KeyScope scope)
{
    if (key.isEmpty() || scope == KeyScope::Graph)
        return !key.isEmpty();
    const QKeyCombination first = key[0];
    const bool isPlain = (first.keyboardModifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    // Everything below the function keys and friends types, erases or moves.
    const bool isSpecial = first.key() >= Qt::Key_F1;
    return !isPlain || isSpecial;
}

void Shortcuts::apply(BoundAction &action, const QList<QKeySequence> &keys)
{
    action.keys = keys;
    for (const QPointer<QAction> &each : action.actions)
        if (each)
            each->setShortcuts(keys);
}

void Shortcuts::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    BoundAction *action = bound(id);
    if (!action)
        return;
    if (keys == action->defaults)
        m_chosen.remove(id);
    else
        m_chosen.insert(id, portable(keys));
    apply(*action, keys);
    emit changed();
}

void Shortcuts::reset(const QString &id)
{
    if (const BoundAction *action = find(id))
        setKeys(id, QList<QKeySequence>(action->defaults));
}

void Shortcuts::resetAll()
{
    m_chosen.clear();
    for (BoundAction &action : m_actions)
        apply(action, QList<QKeySequence>(action.defaults));
    emit changed();
}

bool Shortcuts::isDefault(const QString &id) const
{
    const BoundAction *action = find(id);
    return !action || action->keys == action->defaults;
}

} // namespace drydock::app
