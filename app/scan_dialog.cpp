// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scan_dialog.h"

#include "ui/common/translated.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace drydock::app {
namespace {

constexpr int mostRows = 2000; ///< Of the table: what nobody reads need not be laid out.

struct Row {
    ScanSeverity severity;
    const char *name;
};
constexpr std::array<Row, 6> severities {{
    {ScanSeverity::Critical, QT_TRANSLATE_NOOP("drydock::app::ScanDialog", "Critical")},
    {ScanSeverity::High, QT_TRANSLATE_NOOP("drydock::app::ScanDialog", "High")},
    {ScanSeverity::Medium, QT_TRANSLATE_NOOP("drydock::app::ScanDialog", "Medium")},
    {ScanSeverity::Low, QT_TRANSLATE_NOOP("drydock::app::ScanDialog", "Low")},
    {ScanSeverity::Negligible, QT_TRANSLATE_NOOP("drydock::app::ScanDialog", "Negligible")},
    {ScanSeverity::Unknown, QT_TRANSLATE_NOOP("drydock::app::ScanDialog", "Unknown")},
}};

QString nameOfSeverity(ScanSeverity severity)
{
    for (const Row &row : severities) {
        if (row.severity == severity)
            return ScanDialog::tr(row.name);
    }
    return {};
}

QTreeWidget *makeTable(const QStringList &columns, const QString &name, QWidget *parent)
{
    auto *table = new QTreeWidget(parent);
    table->setHeaderLabels(columns);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAccessibleName(name);
    return table;
}

QLabel *makeWords(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ScanDialog::ScanDialog(ScanSubject subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_scanners(findScanners(ScannerPlaces::ofThisMachine(m_subject.project)))
    , m_tool(new QComboBox(this))
    , m_command(makeWords(this))
    , m_words(makeWords(this))
    , m_counts(makeTable({tr("Severity"), tr("Before"), tr("After")}, tr("Weaknesses by severity"), this))
    , m_findings(makeTable(
          {tr("Severity"), tr("Weakness"), tr("Package"), tr("Installed"), tr("Fixed in"), tr("What")},
          tr("Weaknesses"), this))
    , m_search(new QPushButton(tr("&Search"), this))
{
    setWindowTitle(tr("Known Weaknesses"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_search, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QPushButton::clicked, this, &ScanDialog::search);
    m_tool->setAccessibleName(tr("Scanner"));
    for (const Scanner &scanner : m_scanners)
        m_tool->addItem(
            scanner.asksTheInternet
                ? tr("%1 (asks a service on the internet)").arg(QLatin1String(nameOf(scanner.tool)))
                : QString::fromLatin1(nameOf(scanner.tool)));
    connect(m_tool, qOverload<int>(&QComboBox::currentIndexChanged), this, &ScanDialog::showCommand);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tool);
    layout->addWidget(m_command);
    layout->addWidget(m_words);
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_findings, 3);
    layout->addWidget(buttons);
    const bool canSearch = !m_scanners.empty();
    for (QWidget *each : std::initializer_list<QWidget *> {m_tool, m_command, m_search})
        each->setVisible(canSearch);
    m_counts->setVisible(false);
    m_findings->setVisible(false);
    m_search->setDefault(true);
    if (canSearch)
        say(tr("Nothing has been searched yet. The program looks at the image and downloads nothing."));
    else
        say(ui::translated("engine", howToAddAScanner()));
    showCommand();
    resize(820, canSearch ? 560 : 160);
}

ScanDialog::~ScanDialog() = default;

void ScanDialog::showCommand()
{
    if (m_scanners.empty())
        return;
    const auto command
        = scanCommand(m_scanners[std::size_t(m_tool->currentIndex())], m_subject.after, m_subject.endpoint);
    if (!command) {
        m_command->setText(ui::translated("engine", command.error().text));
        return;
    }
    QString line = QString::fromStdString(command->program);
    for (const std::string &argument : command->arguments)
        line += u' ' + QString::fromStdString(argument);
    m_command->setText(line);
}

void ScanDialog::say(const QString &sentence)
{
    m_words->setText(sentence);
}

void ScanDialog::search()
{
    m_reports.clear();
    m_open.clear();
    if (!m_subject.before.empty())
        m_open.push_back(m_subject.before);
    m_open.push_back(m_subject.after);
    m_search->setEnabled(false);
    searchNext();
}

void ScanDialog::searchNext()
{
    const std::string image = m_open.front();
    m_open.erase(m_open.begin());
    say(tr("Searching %1…").arg(QString::fromStdString(image).left(30)));
    m_job = scanImage(m_scanners[std::size_t(m_tool->currentIndex())], image, m_subject.endpoint);
    connect(m_job.get(), &Job::finished, this, &ScanDialog::takeReport);
}

void ScanDialog::takeReport()
{
    const JobPtr<ScanReport> over = std::move(m_job);
    if (!over->result()) {
        const Error &error = over->result().error();
        say(ui::translated("engine", error.text)
            + (error.detail.empty() ? QString() : u'\n' + QString::fromStdString(error.detail).left(600)));
        m_search->setEnabled(true);
        return;
    }
    m_reports.push_back(*over->result());
    if (!m_open.empty()) {
        searchNext();
        return;
    }
    m_search->setEnabled(true);
    showReports();
}

void ScanDialog::showReports()
{
    const ScanReport &after = m_reports.back();
    const bool comparesTwo = m_reports.size() > 1;
    m_counts->clear();
    m_counts->setColumnHidden(1, !comparesTwo);
    for (const Row &row : severities) {
        auto *item = new QTreeWidgetItem(m_counts); // Owned by the table.
        item->setText(0, tr(row.name));
        item->setText(1, comparesTwo ? QString::number(m_reports.front().count(row.severity)) : QString());
        item->setText(2, QString::number(after.count(row.severity)));
    }
    m_findings->clear();
    for (const Vulnerability &finding : after.findings) {
        if (m_findings->topLevelItemCount() == mostRows)
            break;
        new QTreeWidgetItem(m_findings, // Owned by the table.
                            {nameOfSeverity(finding.severity), QString::fromStdString(finding.id),
                             QString::fromStdString(finding.package),
                             QString::fromStdString(finding.installed),
                             QString::fromStdString(finding.fixedIn), QString::fromStdString(finding.title)});
    }
    m_counts->setVisible(true);
    m_findings->setVisible(true);
    const QString tool = QLatin1String(nameOf(after.tool)) + u' ' + QString::fromStdString(after.version);
    if (comparesTwo) {
        const ScanComparison compared = compareScans(m_reports.front(), after);
        say(tr("%1: %2 known weaknesses; %3 of those before are gone, %4 have come.")
                .arg(tool.trimmed())
                .arg(after.findings.size())
                .arg(compared.gone.size())
                .arg(compared.brought.size()));
    } else {
        say(tr("%1: %2 known weaknesses.").arg(tool.trimmed()).arg(after.findings.size()));
    }
    for (int column = 0; column < m_findings->columnCount() - 1; ++column)
        m_findings->resizeColumnToContents(column);
}

} // namespace drydock::app
