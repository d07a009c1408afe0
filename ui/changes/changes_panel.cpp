// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changes_panel.h"

#include "model/context/build_context.h"
#include "ui/changes/change_words.h"
#include "ui/changes/decision_pane.h"
#include "ui/changes/diff_view.h"
#include "ui/changes/effect_pane.h"
#include "ui/changes/touch_pane.h"
#include "ui/common/translated.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace drydock::ui {
namespace {

constexpr int columnsFrom = 1080; ///< Pixels of width.
constexpr int halvesFrom = 600;
constexpr int narrowestColumn = 250;
constexpr int askDelay = 120; ///< Milliseconds without typing.

QScrollArea *makeScroll(QWidget *inside, const QString &name, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(narrowestColumn);
    area->setAccessibleName(name);
    area->setWidget(inside);
    return area;
}

} // namespace

ChangesPanel::ChangesPanel(QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(this))
    , m_decision(new DecisionPane)
    , m_effect(new EffectPane)
    , m_tabs(new QTabWidget(this))
    , m_diff(new DiffView(this))
    , m_touch(new TouchPane(this))
    , m_why(makeSentence(this))
{
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_decision);
    rows->addWidget(m_effect);
    rows->addStretch();
    m_left = makeScroll(inside, tr("What is proposed"), m_splitter);
    m_right = makeScroll(new QWidget, tr("What it leads to"), m_splitter);
    auto *effectRows = new QVBoxLayout(m_right->widget());
    effectRows->setContentsMargins(0, 0, 0, 0);
    m_diff->setObjectName(QStringLiteral("text"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_diff, tr("Text"));
    m_tabs->addTab(m_touch, tr("Touch a File"));
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_tabs);
    m_splitter->addWidget(m_right);
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetNoConstraint); // Narrower it takes another shape.
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    makeButtons(column);

    connect(m_decision, &DecisionPane::chosen, this, [this](const std::string &key, const QString &value) {
        m_draft->choose(key, value.toStdString());
        refresh(false);
    });
    connect(m_decision, &DecisionPane::partTicked, this, [this](std::size_t part, bool isTaken) {
        m_draft->take(part, isTaken);
        refresh(false);
    });
    connect(m_decision, &DecisionPane::agreed, this, [this](std::size_t assumption, bool isAgreed) {
        m_draft->agree(assumption, isAgreed);
        updateApply();
    });
    connect(m_decision, &DecisionPane::fileTicked, this, [this](const std::string &path, bool isTaken) {
        m_draft->takeFile(path, isTaken);
        refresh(false);
    });
    connect(m_decision, &DecisionPane::revealed, this, &ChangesPanel::revealed);
    m_ask.setSingleShot(true);
    m_ask.setInterval(askDelay);
    connect(&m_ask, &QTimer::timeout, this, &ChangesPanel::askAgain);
    takeShape();
    refresh(true);
}

ChangesPanel::~ChangesPanel() = default;

void ChangesPanel::makeButtons(QVBoxLayout *column)
{
    m_apply = new QPushButton(tr("&Apply"), this);
    m_try = new QPushButton(tr("&Build and Compare"), this);
    m_try->setToolTip(tr("Builds this text and the one in the window, and shows what both weigh. Nothing of "
                         "the file changes"));
    m_cancel = new QPushButton(tr("&Cancel"), this);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(m_why, 1);
    row->addWidget(m_try);
    row->addWidget(m_apply);
    row->addWidget(m_cancel);
    column->addLayout(row);
    connect(m_apply, &QPushButton::clicked, this, &ChangesPanel::apply);
    connect(m_try, &QPushButton::clicked, this, &ChangesPanel::tryRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ChangesPanel::cancel);
    const auto key = [this](const QKeySequence &keys, void (ChangesPanel::*act)()) {
        new QShortcut(keys, this, this, act, Qt::WidgetWithChildrenShortcut); // Owned by the panel.
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), &ChangesPanel::apply);
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), &ChangesPanel::apply);
    key(QKeySequence(Qt::Key_Escape), &ChangesPanel::cancel);
}

void ChangesPanel::setDocument(Document *document)
{
    if (document == m_document && (document || !m_draft)) // One that is gone has a draft left.
        return;
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (m_document)
        connect(m_document, &Document::changed, this, &ChangesPanel::onChanged);
    close();
}

void ChangesPanel::setSources(const ChangeSources &sources)
{
    m_sources = sources;
    if (m_draft)
        m_ask.start();
}

void ChangesPanel::setFileWriter(WriteFiles write)
{
    m_write = std::move(write);
}

void ChangesPanel::setTheme(ThemeKind kind)
{
    if (kind == m_theme)
        return;
    m_theme = kind;
    m_decision->setTheme(kind);
    m_effect->setTheme(kind);
    m_diff->setTheme(kind);
    m_touch->setTheme(kind);
    for (const auto &[path, view] : m_files)
        view->setTheme(kind);
}

void ChangesPanel::open(const Refactoring &refactoring, RefactorWish wish)
{
    if (!m_document)
        return;
    m_draft = std::make_unique<ChangeDraft>(refactoring, std::move(wish));
    askAgain();
    if (m_tabs->isTabVisible(m_tabs->indexOf(m_diff)))
        m_tabs->setCurrentWidget(m_diff);
    refresh(true);
}

void ChangesPanel::close()
{
    m_draft.reset();
    refresh(true);
}

void ChangesPanel::showTouch()
{
    m_tabs->setCurrentWidget(m_touch);
    m_touch->setFocus(Qt::ShortcutFocusReason);
}

void ChangesPanel::onChanged(const Change &change)
{
    if (m_draft)
        m_draft->follow(change.edits);
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    m_ask.start();
}

void ChangesPanel::askAgain()
{
    m_ask.stop();
    m_isStale = false;
    if (m_draft && m_document) {
        m_draft->ask(m_document->snapshot(), m_sources);
        if (!m_write) {
            for (const auto &[path, bytes] : m_draft->proposal().files)
                m_draft->takeFile(path, false);
        }
    }
    refresh(false);
}

void ChangesPanel::refresh(bool isOther)
{
    const bool isProposed = m_draft != nullptr;
    const bool hasResult = isProposed && m_draft->result() && *m_draft->result();
    const auto now = m_document ? m_document->snapshot() : nullptr;
    if (isProposed) {
        m_decision->show(*m_draft,
                         m_write ? QString() : tr("The Dockerfile has no folder yet: save it first."));
        m_effect->show(*m_draft);
    } else {
        m_decision->showNothing();
    }
    showEffect();
    // A tab that is hidden while it is in front leaves its title behind.
    if (!hasResult && m_tabs->currentWidget() == m_diff)
        m_tabs->setCurrentWidget(m_touch);
    const bool comesBack = hasResult && !m_tabs->isTabVisible(m_tabs->indexOf(m_diff));
    m_tabs->setTabVisible(m_tabs->indexOf(m_diff), hasResult);
    if (comesBack)
        m_tabs->setCurrentWidget(m_diff);
    if (hasResult)
        m_diff->setTexts(m_draft->analysis()->text().bytes(), (*m_draft->result())->text, isOther);
    showFiles(isOther);
    m_touch->setTexts(isProposed ? m_draft->analysis() : now, isProposed ? m_draft->after() : nullptr);
    m_apply->setVisible(isProposed);
    m_cancel->setVisible(isProposed);
    updateApply();
}

/// Only what leads somewhere has one.
void ChangesPanel::showEffect()
{
    const bool isShown = m_draft && m_draft->result() && *m_draft->result();
    m_effect->setVisible(isShown);
    m_right->setVisible(m_shape == Shape::Columns && isShown);
}

void ChangesPanel::showFiles(bool isOther)
{
    const std::map<std::string, std::string> files
        = m_draft ? m_draft->proposal().files : std::map<std::string, std::string>();
    for (auto at = m_files.begin(); at != m_files.end();) {
        if (files.contains(at->first)) {
            ++at;
            continue;
        }
        m_tabs->removeTab(m_tabs->indexOf(at->second));
        at->second->deleteLater();
        at = m_files.erase(at);
    }
    for (const auto &[path, bytes] : files) {
        DiffView *&view = m_files[path];
        if (!view) {
            view = new DiffView(m_tabs);
            view->setTheme(m_theme);
            m_tabs->insertTab(m_tabs->indexOf(m_touch), view, QString::fromStdString(path));
        }
        const auto folder = m_draft->analysis()->settings.folder;
        const bool isKnown = folder && folder->ignoreFile().path == path;
        view->setTexts(isKnown ? std::string_view(folder->ignoreFile().text) : std::string_view(), bytes,
                       isOther);
    }
}

void ChangesPanel::updateApply()
{
    const QString why = m_draft ? whyNot(*m_draft) : QString();
    m_apply->setEnabled(m_draft && why.isEmpty());
    m_apply->setToolTip(
        why.isEmpty() ? tr("One step; Undo takes it back (%1)")
                            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText))
                      : why);
    m_apply->setAccessibleDescription(why);
    m_try->setEnabled(m_draft && m_draft->result() && *m_draft->result());
    m_why->setText(why);
    m_why->setVisible(m_draft != nullptr);
}

void ChangesPanel::apply()
{
    if (m_ask.isActive() || m_isStale)
        askAgain(); // What is applied is meant for the text as it is now.
    if (!m_draft || !m_document || !whyNot(*m_draft).isEmpty())
        return;
    const auto files = m_draft->files();
    if (!files.empty()) {
        const QString trouble = m_write ? m_write(files) : QString();
        if (!trouble.isEmpty()) {
            m_why->setText(trouble);
            emit statusText(trouble);
            return;
        }
    }
    // The draft goes first: it is not to be asked again for the text that it leads to.
    const std::unique_ptr<ChangeDraft> draft = std::move(m_draft);
    QString name = translated("refactor", draft->proposal().name);
    if (name.isEmpty())
        name = translated("refactor", draft->refactoring().title);
    m_document->apply((*draft->result())->edits, Origin::Refactoring, name);
    refresh(true);
    emit statusText(tr("%1: done. Undo takes it back.").arg(name));
    emit done();
}

void ChangesPanel::cancel()
{
    close();
    emit done();
}

void ChangesPanel::takeShape()
{
    m_shape = width() >= columnsFrom ? Shape::Columns
        : width() >= halvesFrom      ? Shape::Halves
                                     : Shape::Stacked;
    m_splitter->setOrientation(m_shape == Shape::Stacked ? Qt::Vertical : Qt::Horizontal);
    if (m_shape == Shape::Columns)
        m_right->widget()->layout()->addWidget(m_effect);
    else
        static_cast<QVBoxLayout *>(m_left->widget()->layout())->insertWidget(1, m_effect);
    showEffect();
    if (m_shape == Shape::Columns)
        m_splitter->setSizes({width() * 28 / 100, width() * 46 / 100, width() * 26 / 100});
    else if (m_shape == Shape::Halves)
        m_splitter->setSizes({width() * 40 / 100, width() * 60 / 100, 0});
    else
        m_splitter->setSizes({height() / 2, height() / 2, 0});
}

void ChangesPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Shape shape = width() >= columnsFrom ? Shape::Columns
        : width() >= halvesFrom                ? Shape::Halves
                                               : Shape::Stacked;
    if (shape != m_shape || event->oldSize().width() <= 0)
        takeShape();
}

void ChangesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        askAgain();
}

/// Passes the keyboard on to what there is to answer.
void ChangesPanel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_draft && m_decision->focusFirst(event->reason()))
        return;
    QWidget *next = m_draft ? static_cast<QWidget *>(m_cancel) : m_touch;
    next->setFocus(event->reason());
}

void ChangesPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ask.stop();
    m_isStale = true;
}

} // namespace drydock::ui
