// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"

#include "app/compare_view.h"
#include "app/message_bar.h"
#include "app/open_file.h"
#include "app/text_header.h"
#include "ui/graph/graph_pane.h"
#include "ui/rail/order_rail.h"
#include "ui/text/text_view.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

namespace drydock::app {
namespace {

constexpr int graphShare = 55;
constexpr int textShare = 45;
constexpr int pinPause = 500; ///< Milliseconds.

QString placeOf(const OpenFile &file)
{
    if (file.isUntitled())
        return EditorTab::tr("not saved yet");
    QString folder = QFileInfo(file.path()).absolutePath();
    const QString home = QDir::homePath();
    if (home.size() > 1 && folder.startsWith(home + u'/'))
        return u'~' + folder.mid(home.size());
    return folder;
}

} // namespace

EditorTab::EditorTab(OpenFile &file, QWidget *parent)
    : QWidget(parent)
    , m_file(file)
    , m_messages(new MessageStack(this))
    , m_row(new QHBoxLayout)
    , m_splitter(new QSplitter(this))
    , m_textPane(new QWidget(m_splitter))
    , m_header(new TextHeader(m_textPane))
{
    m_splitter->setChildrenCollapsible(false);
    auto *textLayout = new QVBoxLayout(m_textPane);
    textLayout->setContentsMargins(0, 0, 0, 0);
    textLayout->setSpacing(0);
    textLayout->addWidget(m_header);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addLayout(m_row, 1);
    m_row->setSpacing(0);
    m_row->addWidget(m_splitter, 1);

    connect(m_messages, &MessageStack::answered, &m_file, &OpenFile::answer);
    connect(&m_file, &OpenFile::noticesChanged, this, &EditorTab::showNotices);
    connect(&m_file, &OpenFile::pathChanged, this, &EditorTab::updateHeader);
    m_pinDelay.setSingleShot(true);
    m_pinDelay.setInterval(pinPause);
    connect(&m_pinDelay, &QTimer::timeout, this, &EditorTab::keepPins);
    connect(&m_file, &OpenFile::pathChanged, &m_pinDelay, qOverload<>(&QTimer::start));
    connect(&m_file, &OpenFile::saveAsRequested, this, &EditorTab::saveAsRequested);
    connect(&m_file, &OpenFile::compareRequested, this,
            [this](const QString &beforeLabel, const std::string &before, const QString &afterLabel,
                   const std::string &after) {
                auto *view = new CompareView(beforeLabel, before, afterLabel, after, this); // Deletes itself.
                view->show();
            });
    connect(&m_file.document(), &Document::modifiedChanged, this, &EditorTab::updateHeader);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, const QWidget *now) { noteFocus(now); });
    updateHeader();
    showNotices();
}

EditorTab::~EditorTab()
{
    // The focus leaves a view while it is being destroyed; nobody is to be asked about panes then.
    qApp->disconnect(this);
    if (m_pinDelay.isActive())
        keepPins();
}

bool EditorTab::ensureViews()
{
    if (m_text)
        return false;
    if (!m_file.isTextOnly()) {
        m_graph = new ui::GraphPane(m_file.document(), m_file.selection(), m_splitter);
        m_splitter->insertWidget(0, m_graph);
        m_splitter->setStretchFactor(0, graphShare);
        connect(m_graph, &ui::GraphPane::textRequested, this, [this] { focusPane(Pane::Text); });
        connect(m_graph, &ui::GraphPane::statusText, this, &EditorTab::statusText);
        m_graph->setTheme(m_theme);
        m_graph->setPins(m_pinStore.bytesOf(m_file.path()));
        connect(m_graph, &ui::GraphPane::pinsChanged, &m_pinDelay, qOverload<>(&QTimer::start));
        // Where the desktop wants no motion, styles have no animations.
        constexpr int motion = 150;
        const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
        m_graph->scene().setMotion(moves ? motion : 0);
        // One line across both panes.
        if (const QLayoutItem *header = m_graph->layout() ? m_graph->layout()->itemAt(0) : nullptr)
            m_header->setFixedHeight(header->sizeHint().height());
        makeRail();
    }
    m_splitter->setStretchFactor(m_splitter->indexOf(m_textPane), textShare);
    m_text = new ui::TextView(m_file.document(), m_file.selection(), m_textPane);
    m_text->setTheme(ui::Theme::of(m_theme));
    adoptActions();
    m_textPane->layout()->addWidget(m_text);
    connect(m_text, &ui::TextView::cursorMoved, this, &EditorTab::caretMoved);
    connect(m_text, &ui::TextView::escapePressed, this, [this] { focusPane(Pane::Graph); });
    if (!m_splitterState.isEmpty())
        m_splitter->restoreState(m_splitterState);
    else if (m_graph)
        m_splitter->setSizes({graphShare * 100, textShare * 100});
    setFocusProxy(m_text);
    return true;
}

void EditorTab::keepPins()
{
    m_pinDelay.stop();
    if (m_graph)
        m_pinStore.keep(m_file.path(), m_graph->pins());
}

void EditorTab::makeRail()
{
    m_rail = new ui::OrderRail(m_file.document(), m_file.selection(), this);
    m_rail->setTheme(m_theme);
    m_rail->setHeaderHeight(m_header->height());
    m_row->insertWidget(0, m_rail);
    connect(m_rail, &ui::OrderRail::statusText, this, &EditorTab::statusText);
    connect(m_rail, &ui::OrderRail::textRequested, this, [this] { focusPane(Pane::Text); });
    connect(m_rail, &ui::OrderRail::menuRequested, this, &EditorTab::stageMenuRequested);
}

void EditorTab::setTheme(ui::ThemeKind kind)
{
    m_theme = kind;
    if (m_rail)
        m_rail->setTheme(kind);
    if (m_graph)
        m_graph->setTheme(kind);
    if (m_text)
        m_text->setTheme(ui::Theme::of(kind));
}

void EditorTab::setStacked(bool isStacked)
{
    m_splitter->setOrientation(isStacked ? Qt::Vertical : Qt::Horizontal);
}

QByteArray EditorTab::splitterState() const
{
    return m_text && m_graph && !m_isMaximised ? m_splitter->saveState() : m_splitterState;
}

void EditorTab::restoreSplitter(const QByteArray &state)
{
    m_splitterState = state;
    if (m_text && m_graph && !state.isEmpty())
        m_splitter->restoreState(state);
}

void EditorTab::noteFocus(const QWidget *now)
{
    // Before somebody has chosen a pane, the focus wanders by itself.
    if (!now || !m_text || !m_isFocused)
        return;
    if (m_textPane->isAncestorOf(now))
        m_current = Pane::Text;
    else if (m_graph && (now == m_graph || m_graph->isAncestorOf(now)))
        m_current = Pane::Graph;
}

void EditorTab::focusPane(Pane pane)
{
    ensureViews();
    m_isFocused = true;
    m_current = pane == Pane::Graph && m_graph ? Pane::Graph : Pane::Text;
    if (m_isMaximised)
        setMaximised(true); // Shows the other one instead.
    if (m_current == Pane::Graph)
        m_graph->setFocus(Qt::ShortcutFocusReason);
    else
        m_text->setFocus(Qt::ShortcutFocusReason);
}

void EditorTab::setMaximised(bool isMaximised)
{
    m_isMaximised = isMaximised && m_graph;
    if (m_graph)
        m_graph->setVisible(!m_isMaximised || m_current == Pane::Graph);
    m_textPane->setVisible(!m_isMaximised || m_current == Pane::Text);
    emit paneLayoutChanged();
}

void EditorTab::goTo(TextRange range)
{
    focusPane(Pane::Text);
    m_text->reveal(range, true);
}

void EditorTab::adoptActions()
{
    const ui::TextActions &actions = m_text->actions();
    // The window has these keys for whichever pane is used.
    for (QAction *action : {actions.zoomIn, actions.zoomOut, actions.zoomReset})
        action->setShortcuts(QList<QKeySequence>());
    // To search one need not click into the text first. Views of hidden tabs do not listen.
    for (QAction *action :
         {actions.find, actions.findNext, actions.findPrevious, actions.replace, actions.goTo})
        action->setShortcutContext(Qt::WindowShortcut);
}

void EditorTab::zoomIn()
{
    if (m_graph && m_current == Pane::Graph)
        m_graph->zoomIn();
    else
        m_text->actions().zoomIn->trigger();
}

void EditorTab::zoomOut()
{
    if (m_graph && m_current == Pane::Graph)
        m_graph->zoomOut();
    else
        m_text->actions().zoomOut->trigger();
}

void EditorTab::zoomReset()
{
    if (m_graph && m_current == Pane::Graph)
        m_graph->zoomReset();
    else
        m_text->actions().zoomReset->trigger();
}

void EditorTab::updateHeader()
{
    m_header->setFile(m_file.title(), placeOf(m_file), m_file.document().isModified());
}

void EditorTab::showNotices()
{
    m_messages->setNotices(m_file.notices());
}

} // namespace drydock::app
