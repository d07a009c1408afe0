// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare_view.h"

#include "app/appearance.h"
#include "model/text/diff.h"
#include "model/text/source_text.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::app {
namespace {

constexpr std::size_t contextLines = 3;
constexpr std::size_t mostLines = 5'000;
constexpr std::size_t longestLine = 2'000;

using Kind = ComparedLine::Kind;

QString shown(std::string_view bytes)
{
    if (!bytes.empty() && bytes.back() == '\n')
        bytes.remove_suffix(1);
    QString text = QString::fromUtf8(bytes.data(), qsizetype(std::min(bytes.size(), longestLine)));
    text.replace(QChar::Null, QChar(0x2400)).replace(u'\r', QChar(0x240D));
    return bytes.size() > longestLine ? text + QChar(0x2026) : text;
}

class Collector {
public:
    void add(Kind kind, std::string_view line)
    {
        if (m_lines.size() < mostLines)
            m_lines.push_back({kind, shown(line)});
        else
            ++m_left;
    }

    void addLines(Kind kind, std::string_view bytes)
    {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            const std::size_t size = end == std::string_view::npos ? bytes.size() : end + 1;
            add(kind, bytes.substr(0, size));
            bytes.remove_prefix(size);
        }
    }

    void skip(std::size_t lines)
    {
        if (lines > 0 && m_lines.size() < mostLines)
            m_lines.push_back({Kind::Skipped,
                               lines == 1 ? CompareView::tr("1 equal line")
                                          : CompareView::tr("%1 equal lines").arg(lines)});
    }

    std::vector<ComparedLine> take()
    {
        if (m_left > 0)
            m_lines.push_back({Kind::Skipped, CompareView::tr("more differing lines: %1").arg(m_left)});
        return std::move(m_lines);
    }

private:
    std::vector<ComparedLine> m_lines;
    std::size_t m_left = 0;
};

QColor tinted(const ui::Theme &theme, ui::Role role)
{
    QColor color = theme.color(role);
    color.setAlpha(theme.isDark() ? 56 : 34);
    return color;
}

} // namespace

std::vector<ComparedLine> compareLines(std::string_view before, std::string_view after)
{
    const SourceText text {std::string(before)};
    const EditSet edits = diffLines(before, after);
    if (edits.isEmpty())
        return {};
    Collector collector;
    const auto slice = [&text](std::size_t first, std::size_t last) { // Lines [first, last).
        const std::size_t begin = first < text.lineCount() ? text.lineStart(first) : text.size();
        const std::size_t end = last < text.lineCount() ? text.lineStart(last) : text.size();
        return text.slice({begin, std::max(begin, end)});
    };
    std::size_t shownUpTo = 0; // The first line that is not shown yet.
    bool isFirst = true;
    for (const TextEdit &edit : edits) {
        // An edit may begin inside a line (a last line without its end): show whole lines.
        const std::size_t first = text.lineAt(edit.range.begin);
        const std::size_t lineBegin = text.lineStart(first);
        std::size_t lineEnd = edit.range.end;
        std::size_t past = text.lineAt(lineEnd);
        if (text.lineStart(past) < lineEnd) {
            lineEnd = past + 1 < text.lineCount() ? text.lineStart(past + 1) : text.size();
            ++past;
        }
        const std::size_t from = first > contextLines ? first - contextLines : 0;
        if (!isFirst) {
            const std::size_t to = std::min(shownUpTo + contextLines, first);
            collector.addLines(Kind::Same, slice(shownUpTo, to));
            shownUpTo = to;
        }
        if (from > shownUpTo) {
            collector.skip(from - shownUpTo);
            shownUpTo = from;
        }
        collector.addLines(Kind::Same, slice(shownUpTo, first));
        collector.addLines(Kind::Removed, text.slice({lineBegin, std::max(lineBegin, lineEnd)}));
        const std::string added = std::string(text.slice({lineBegin, edit.range.begin})) + edit.replacement
            + std::string(text.slice({edit.range.end, std::max(edit.range.end, lineEnd)}));
        collector.addLines(Kind::Added, added);
        shownUpTo = past;
        isFirst = false;
    }
    const std::size_t to = std::min(shownUpTo + contextLines, text.lineCount());
    collector.addLines(Kind::Same, slice(shownUpTo, to));
    const std::size_t lines = text.lineCount() - (text.endsWithNewLine() ? 1 : 0);
    collector.skip(lines > to ? lines - to : 0);
    return collector.take();
}

CompareView::CompareView(const QString &beforeLabel, std::string_view before, const QString &afterLabel,
                         std::string_view after, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare"));
    resize(860, 600);

    auto *legend = new QLabel(this);
    legend->setTextFormat(Qt::PlainText);
    auto *view = new QPlainTextEdit(this);
    view->setReadOnly(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setLayoutDirection(Qt::LeftToRight);
    view->setAccessibleName(tr("Differences"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(legend);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);

    const std::vector<ComparedLine> lines = compareLines(before, after);
    legend->setText(lines.empty() ? tr("The two are equal.")
                                  : tr("−  %1      +  %2").arg(beforeLabel, afterLabel));
    const ui::Theme &theme = themeOf(palette());
    QTextCursor cursor(view->document());
    for (const ComparedLine &line : lines) {
        QTextBlockFormat block;
        QTextCharFormat words;
        QString mark = QStringLiteral("  ");
        if (line.kind == Kind::Removed) {
            mark = QStringLiteral("− ");
            block.setBackground(tinted(theme, ui::Role::Error));
        } else if (line.kind == Kind::Added) {
            mark = QStringLiteral("+ ");
            block.setBackground(tinted(theme, ui::Role::Cached));
        } else if (line.kind == Kind::Skipped) {
            mark = QStringLiteral("⋯ ");
            words.setForeground(theme.color(ui::Role::SecondaryText));
        }
        if (!cursor.atStart())
            cursor.insertBlock();
        cursor.setBlockFormat(block);
        cursor.setCharFormat(words);
        cursor.insertText(mark + line.text, words);
    }
    view->moveCursor(QTextCursor::Start);
}

} // namespace drydock::app
