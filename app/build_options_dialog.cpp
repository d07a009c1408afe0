// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build_options_dialog.h"

#include "model/language/variables.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::app {
namespace {

constexpr QSize comfortable {620, 620};
constexpr int linesShown = 2;
constexpr int mostRowsShown = 6;

enum Column { Name, Default, Value, ColumnCount };

QTableWidgetItem *makeReadOnly(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

BuildOptionsDialog::BuildOptionsDialog(const Analysis &analysis, const BuildExtras &extras, QWidget *parent)
    : QDialog(parent)
    , m_options(analysis.options)
    , m_arguments(new QTableWidget(this))
    , m_builder(new QLineEdit(QString::fromStdString(extras.builder), this))
    , m_noCache(new QCheckBox(tr("&Without what earlier builds left in the cache"), this))
    , m_pull(new QCheckBox(tr("Ask the registry for &newer bases first"), this))
    , m_note(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Build Options"));
    fillArguments(analysis);
    auto *label = new QLabel(tr("Build &arguments"), this);
    label->setBuddy(m_arguments);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_secrets
        = addLines(*form, tr("&Secrets"), textOf(extras.secrets), tr("id=/path/of/file or id=env:NAME"));
    m_contexts = addLines(*form, tr("Named &contexts"), textOf(m_options.contexts),
                          tr("name=folder, image or address"));
    m_cacheFrom
        = addLines(*form, tr("Cache &from"), textOf(extras.cacheFrom), tr("type=registry,ref=… or an image"));
    m_cacheTo
        = addLines(*form, tr("Cache &to"), textOf(extras.cacheTo), tr("type=local,dest=… or type=inline"));
    m_builder->setPlaceholderText(tr("the default one"));
    form->addRow(tr("&Builder"), m_builder);
    m_noCache->setChecked(extras.noCache);
    m_pull->setChecked(extras.pull);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QWidget *before = m_arguments;
    for (QWidget *each : std::initializer_list<QWidget *> {m_secrets, m_contexts, m_cacheFrom, m_cacheTo,
                                                           m_builder, m_noCache, m_pull, m_buttons}) {
        setTabOrder(before, each);
        before = each;
    }
    const bool hasArguments = m_arguments->rowCount() > 0;
    (hasArguments ? static_cast<QWidget *>(m_arguments) : m_secrets)->setFocus();
    m_arguments->setVisible(hasArguments);
    if (!hasArguments)
        label->setText(tr("The file has no ARG, so there are no build arguments to give."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(10);
    column->addWidget(label);
    column->addWidget(m_arguments, 1);
    column->addLayout(form);
    column->addWidget(m_noCache);
    column->addWidget(m_pull);
    column->addWidget(m_note);
    column->addWidget(m_buttons);
    check();
    resize(comfortable.width(), hasArguments ? comfortable.height() : sizeHint().height());
}

void BuildOptionsDialog::fillArguments(const Analysis &analysis)
{
    m_arguments->setColumnCount(ColumnCount);
    m_arguments->setHorizontalHeaderLabels({tr("Argument"), tr("In the file"), tr("Value")});
    m_arguments->setAccessibleName(tr("Build arguments"));
    m_arguments->verticalHeader()->hide();
    m_arguments->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_arguments->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_arguments->horizontalHeader()->setSectionResizeMode(Value, QHeaderView::Stretch);
    m_arguments->horizontalHeader()->setHighlightSections(false);
    m_arguments->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_arguments->setWordWrap(false);
    // A global ARG and those that fetch it are one line: the build is given one value.
    std::vector<std::pair<std::string, std::string>> arguments;
    const auto has = [&arguments](const std::string &name) {
        return std::any_of(arguments.begin(), arguments.end(),
                           [&](const auto &argument) { return argument.first == name; });
    };
    const GestureContext context {analysis.syntax, analysis.graph, analysis.options};
    const Variables variables(context);
    for (const VariableDeclaration &declaration : variables.declarations()) {
        if (declaration.keyword == Keyword::Arg && !has(declaration.name))
            arguments.emplace_back(declaration.name,
                                   std::string(analysis.syntax.textOf(declaration.valueRange)));
    }
    for (const auto &[name, value] : m_options.buildArgs) {
        if (!has(name))
            arguments.emplace_back(name, std::string());
    }
    m_arguments->setRowCount(int(arguments.size()));
    for (int row = 0; row < m_arguments->rowCount(); ++row) {
        const auto &[name, standard] = arguments[std::size_t(row)];
        const auto chosen = m_options.buildArgs.find(name);
        m_arguments->setItem(row, Name, makeReadOnly(QString::fromStdString(name)));
        m_arguments->setItem(row, Default, makeReadOnly(QString::fromStdString(standard)));
        m_arguments->setItem(row, Value,
                             new QTableWidgetItem(chosen == m_options.buildArgs.end()
                                                      ? QString()
                                                      : QString::fromStdString(chosen->second)));
    }
    m_arguments->setMinimumHeight(m_arguments->horizontalHeader()->sizeHint().height()
                                  + std::clamp(m_arguments->rowCount(), 1, mostRowsShown)
                                      * m_arguments->verticalHeader()->defaultSectionSize()
                                  + 2 * m_arguments->frameWidth());
}

QPlainTextEdit *BuildOptionsDialog::addLines(QFormLayout &form, const QString &label, const QString &text,
                                             const QString &hint)
{
    auto *edit = new QPlainTextEdit(text, this);
    edit->setPlaceholderText(hint);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * linesShown + 2 * edit->frameWidth()
                         + int(2 * edit->document()->documentMargin()));
    edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(edit, &QPlainTextEdit::textChanged, this, &BuildOptionsDialog::check);
    form.addRow(label, edit);
    return edit;
}

void BuildOptionsDialog::check()
{
    if (!m_secrets || !m_contexts)
        return; // Being made.
    QString bad;
    const bool isGood = pairsIn(m_secrets->toPlainText(), &bad) && pairsIn(m_contexts->toPlainText(), &bad);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isGood);
    m_note->setText(
        isGood
            ? tr("Secrets, named contexts, caches to write and other builders need docker buildx. One entry "
                 "in each line; all of it is forgotten when the file is closed.")
            : tr("“%1” is no pair of a name and a value: name=value.").arg(bad));
}

BuildOptions BuildOptionsDialog::options() const
{
    BuildOptions options = m_options;
    for (int row = 0; row < m_arguments->rowCount(); ++row) {
        const std::string name = m_arguments->item(row, Name)->text().toStdString();
        const std::string value = m_arguments->item(row, Value)->text().toStdString();
        if (value.empty())
            options.buildArgs.erase(name);
        else
            options.buildArgs[name] = value;
    }
    QString bad;
    options.contexts = pairsIn(m_contexts->toPlainText(), &bad).value_or(m_options.contexts);
    return options;
}

BuildExtras BuildOptionsDialog::extras() const
{
    BuildExtras extras;
    QString bad;
    extras.secrets = pairsIn(m_secrets->toPlainText(), &bad).value_or(extras.secrets);
    extras.cacheFrom = linesIn(m_cacheFrom->toPlainText());
    extras.cacheTo = linesIn(m_cacheTo->toPlainText());
    extras.builder = m_builder->text().trimmed().toStdString();
    extras.noCache = m_noCache->isChecked();
    extras.pull = m_pull->isChecked();
    return extras;
}

} // namespace drydock::app
