// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/target_box.h"

#include <QSignalBlocker>

namespace drydock::app {
namespace {

constexpr int longestName = 40;

QString entryOf(const GraphNode &node)
{
    QString name = QString::fromStdString(node.label());
    return name.size() > longestName ? name.left(longestName - 1) + QChar(0x2026) : name;
}

} // namespace

TargetBox::TargetBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(10);
    setToolTip(tr("What the build is for: stages it does not need are dimmed"));
    setAccessibleName(tr("Target stage"));
    connect(this, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        if (index >= 0 && std::size_t(index) < m_targets.size())
            emit targetChosen(m_targets[std::size_t(index)]);
    });
}

void TargetBox::setAnalysis(const Analysis &analysis)
{
    const std::string &chosen = analysis.options.target;
    std::vector<std::string> targets {std::string()};
    QStringList entries;
    const std::size_t count = analysis.graph.stageCount();
    entries.append(count == 0 ? tr("last stage")
                              : tr("last: %1").arg(entryOf(analysis.graph.nodes[count - 1])));
    int current = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const GraphNode &node = analysis.graph.nodes[i];
        targets.push_back(node.name.empty() ? std::to_string(i) : node.name);
        entries.append(entryOf(node));
        if (!chosen.empty() && analysis.graph.target.value == i)
            current = int(i) + 1;
    }
    if (!chosen.empty() && current == 0) {
        // Asked for on the command line, or renamed since: say so rather than show another one.
        targets.push_back(chosen);
        entries.append(tr("%1 (no such stage)").arg(QString::fromStdString(chosen).left(longestName)));
        current = int(entries.size()) - 1;
    }
    const QSignalBlocker quiet(this);
    if (targets != m_targets) {
        m_targets = std::move(targets);
        clear();
        addItems(entries);
    } else if (itemText(0) != entries.front()) {
        setItemText(0, entries.front());
    }
    setCurrentIndex(current);
    setEnabled(count > 0);
}

} // namespace drydock::app
