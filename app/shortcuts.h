// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <vector>

class QAction;
class QMenu;
class QMenuBar;

namespace drydock::app {

/// Keys that somebody has chosen: for the id of an action its keys in portable text, none for "no key".
using ChosenKeys = QMap<QString, QStringList>;

/// Where the keys of an action work.
enum class KeyScope : std::uint8_t {
    Window, ///< Everywhere in the window.
    Text, ///< While the text has the keyboard.
    Graph, ///< While the graph has the keyboard. Only here may a key be a single letter.
    Rail, ///< While the order rail has it.
};

/// An action that keys can be given to. Each open file has its own QAction for what is done in its views; they share
/// this.
struct BoundAction {
    QString id; ///< The QActions' object name.
    QString text; ///< "Save As…", without the mark of its mnemonic.
    QString place; ///< The menu it is in: "View ▸ Theme". May be empty.
    KeyScope scope = KeyScope::Window;
    QList<QKeySequence> defaults;
    QList<QKeySequence> keys;
    std::vector<QPointer<QAction>> actions;
};

/// All actions with keys, and what the reader has made of the keys.
class Shortcuts final : public QObject {
    Q_OBJECT

public:
    /// \param chosen borrowed: what is stored, and where changes go. Ids that do not exist are kept.
    explicit Shortcuts(ChosenKeys &chosen, QObject *parent = nullptr);

    /// Every action with an object name in the menus of `bar`, and in their menus.
    void adopt(const QMenuBar &bar);
    /// Gives `action` its keys. Its present keys are the defaults if it is the first with its name. An action
    /// without an object name, and one that was adopted before, is left alone. \param action borrowed.
    void adopt(QAction &action, KeyScope scope, const QString &place);

    /// In the order in which they came.
    const std::vector<BoundAction> &actions() const { return m_actions; }
    /// Null if there is none.
    const BoundAction *find(const QString &id) const;
    /// Who else would answer if `key` were `id`'s: the same key, or one that begins with the other, where both
    /// listen. Null if nobody.
    const BoundAction *holderOf(const QKeySequence &key, const QString &id) const;
    /// A key that types something belongs to the text. \returns false for a key that only the graph can have.
    static bool mayBeUsed(const QKeySequence &key, KeyScope scope);

    void setKeys(const QString &id, const QList<QKeySequence> &keys);
    void reset(const QString &id);
    void resetAll();
    bool isDefault(const QString &id) const;

signals:
    void changed();

private:
    void adoptMenu(const QMenu &menu, const QString &place);
    BoundAction *bound(const QString &id);
    void apply(BoundAction &action, const QList<QKeySequence> &keys);

    ChosenKeys &m_chosen;
    std::vector<BoundAction> m_actions;
};

/// "Save As…" for "Save &As…".
QString withoutMnemonic(const QString &text);

} // namespace drydock::app
