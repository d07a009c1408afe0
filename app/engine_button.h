// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <cstdint>
#include <vector>

class QMenu;

namespace drydock::app {

/// One engine that may be chosen.
struct EngineEntry {
    QString name; ///< Of the docker context; empty if it is none.
    QString url; ///< "unix:///var/run/docker.sock"
    QString description; ///< Who says so: "DOCKER_HOST", "context “colima”".
    bool isCurrent = false;
};

enum class EngineReach : std::uint8_t {
    Unknown, ///< Nobody asked yet: nothing is shown.
    Asking,
    Reached,
    Missing,
};

/// What the status bar says of the engine. Plain data.
struct EngineStatus {
    EngineReach reach = EngineReach::Unknown;
    QString label; ///< Reached: "docker 20.10.24".
    QString reason; ///< Missing: the engine's or system's own words. Reached: where it listens.
    std::vector<EngineEntry> choices;
};

/// The corner of the status bar that says whether there is an engine, and which; its menu chooses another one.
class EngineButton final : public QToolButton {
    Q_OBJECT

public:
    explicit EngineButton(QWidget *parent = nullptr);

    void setStatus(const EngineStatus &status);
    const EngineStatus &status() const { return m_status; }
    /// Where there is little room the sign stays alone.
    void setWordsShown(bool areShown);

signals:
    /// \param index into EngineStatus::choices.
    void chosen(std::size_t index);
    void retryRequested();
    void savedImageRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu();
    void updateIcon();
    QString words() const;

    EngineStatus m_status;
    QMenu *m_menu; ///< Owned by this.
};

} // namespace drydock::app
