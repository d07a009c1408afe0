// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include "app/shortcuts.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSet>

#include <algorithm>

namespace drydock::app {
namespace {

constexpr std::size_t mostInstructions = 5000;
constexpr std::size_t longestTitle = 120;

QString words(const char *text)
{
    return QCoreApplication::translate("commands", text);
}

void addMenu(ui::PaletteContent &content, const QMenu &menu, const QString &place, bool hasFile,
             QSet<const QAction *> &seen)
{
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible() || seen.contains(action))
            continue;
        seen.insert(action); // It may be in two menus.
        const QString title = withoutMnemonic(action->text());
        if (const QMenu *inner = action->menu()) {
            addMenu(content, *inner, QStringLiteral("%1 ▸ %2").arg(place, title), hasFile, seen);
            continue;
        }
        content.entries.push_back({title, place, action->shortcut().toString(QKeySequence::NativeText),
                                   reasonOf(*action, hasFile), [action = QPointer<QAction>(action)] {
                                       if (action)
                                           action->trigger();
                                   }});
    }
}

QString lineOf(const Analysis &analysis, std::size_t offset)
{
    return words(QT_TRANSLATE_NOOP("commands", "line %1")).arg(analysis.text().lineAt(offset) + 1);
}

QString titleOf(const Syntax &syntax, const Instruction &instruction)
{
    const std::string_view text = syntax.textOf(instruction.range);
    return QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), longestTitle))).simplified();
}

} // namespace

QString reasonOf(const QAction &action, bool hasFile)
{
    if (action.isEnabled())
        return {};
    QString own = action.property(reasonProperty).toString();
    if (!own.isEmpty())
        return own;
    return hasFile ? words(QT_TRANSLATE_NOOP("commands", "Not possible here."))
                   : words(QT_TRANSLATE_NOOP("commands", "No file is open."));
}

void addCommands(ui::PaletteContent &content, const QMenuBar &bar, bool hasFile)
{
    QSet<const QAction *> seen;
    for (const QAction *action : bar.actions())
        if (const QMenu *menu = action->menu())
            addMenu(content, *menu, withoutMnemonic(menu->title()), hasFile, seen);
}

void addStages(ui::PaletteContent &content, const Analysis &analysis,
               const std::function<void(TextRange)> &go)
{
    for (std::size_t i = 0; i < analysis.graph.stageCount(); ++i) {
        const GraphNode &node = analysis.graph.nodes[i];
        const QString place = words(QT_TRANSLATE_NOOP("commands", "stage, %1, from %2"))
                                  .arg(lineOf(analysis, node.range.begin),
                                       QString::fromStdString(node.base.substr(0, longestTitle)));
        content.entries.push_back(
            {QString::fromStdString(node.label()), place, {}, {}, [go, range = node.range] { go(range); }});
    }
}

void addOccurrences(ui::PaletteContent &content, const Analysis &analysis, const Symbol &symbol,
                    const std::function<void(TextRange)> &go)
{
    for (const Occurrence &occurrence : symbol.occurrences) {
        // Of a variable every line that sets it is of interest, of a stage only those that use it.
        if (!occurrence.instruction || (occurrence.isDeclaration && symbol.kind != SymbolKind::Variable))
            continue;
        content.entries.push_back({titleOf(analysis.syntax, analysis.syntax.at(occurrence.instruction)),
                                   lineOf(analysis, occurrence.range.begin),
                                   {},
                                   {},
                                   [go, range = occurrence.range] { go(range); }});
    }
}

void addLines(ui::PaletteContent &content, const std::shared_ptr<const Analysis> &analysis,
              const std::function<void(TextRange)> &go)
{
    const Syntax &syntax = analysis->syntax;
    const std::size_t count = std::min(syntax.instructions.size(), mostInstructions);
    for (std::size_t i = 0; i < count; ++i) {
        const Instruction &instruction = syntax.instructions[i];
        content.entries.push_back({titleOf(syntax, instruction),
                                   lineOf(*analysis, instruction.range.begin),
                                   {},
                                   {},
                                   [go, range = instruction.range] { go(range); }});
    }
    content.forQuery = [analysis, go](const QString &query) -> std::optional<ui::PaletteEntry> {
        bool isNumber = false;
        const qulonglong line = query.toULongLong(&isNumber);
        if (!isNumber || line < 1)
            return std::nullopt;
        const std::size_t lines = analysis->text().lineCount();
        const QString title = words(QT_TRANSLATE_NOOP("commands", "Go to line %1")).arg(line);
        if (line > lines)
            return ui::PaletteEntry {
                title, {}, {}, words(QT_TRANSLATE_NOOP("commands", "The text has %1 lines.")).arg(lines), {}};
        const std::size_t start = analysis->text().lineStart(std::size_t(line) - 1);
        return ui::PaletteEntry {title, {}, {}, {}, [go, start] { go({start, start}); }};
    };
}

} // namespace drydock::app
