// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/size/file_map.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;

namespace drydock::ui {

class ElidedLabel;

/// A map of files with the way back: stage ▸ layer ▸ directory, each of them a button.
class MapPane final : public QWidget {
    Q_OBJECT

public:
    explicit MapPane(MapShape shape, QWidget *parent = nullptr);

    void setTree(std::shared_ptr<const MapTree> tree);
    void setTheme(ThemeKind kind);

private:
    void showPath(std::size_t root);

    std::shared_ptr<const MapTree> m_tree;
    QHBoxLayout *m_path; ///< This and the following are owned by the pane.
    ElidedLabel *m_current;
    FileMap *m_map;
};

} // namespace drydock::ui
