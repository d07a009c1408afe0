// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace drydock::app {

/// Turns SIGTERM, SIGHUP and SIGINT into a Qt signal in the GUI thread, so that unsaved texts can be put away.
/// One per program.
class LifetimeSignals final : public QObject {
    Q_OBJECT

public:
    explicit LifetimeSignals(QObject *parent = nullptr);
    ~LifetimeSignals() override;

signals:
    void terminated();

private:
    std::unique_ptr<QSocketNotifier> m_notifier; ///< Null if the system gave us no socket pair.
};

} // namespace drydock::app
