// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/text_styles.h"

#include "ui/text/variable_spans.h"

#include <algorithm>

namespace drydock::ui {
namespace {

bool isShellCommand(Keyword keyword)
{
    return keyword == Keyword::Run || keyword == Keyword::Cmd || keyword == Keyword::Entrypoint
        || keyword == Keyword::Healthcheck;
}

/// BuildKit expands variables here itself (`dockerfile2llb/convert.go`).
bool isExpanded(const Instruction &instruction)
{
    switch (instruction.keyword) {
    case Keyword::Unknown:
    case Keyword::Maintainer:
    case Keyword::Shell:
        return false;
    default:
        return !(instruction.isJson && isShellCommand(instruction.keyword));
    }
}

bool isNumber(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789.") == std::string_view::npos
        && word.front() != '.';
}

/// The first word that a shell would run in front of or behind a heredoc mark.
std::string_view programIn(std::string_view line)
{
    while (!line.empty()) {
        const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
        const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
        const std::string_view word = line.substr(begin, end - begin);
        line.remove_prefix(end);
        const bool isMark = word.find("<<") != std::string_view::npos;
        const bool isAssignment = word.find('=') != std::string_view::npos;
        if (!word.empty() && !isMark && !isAssignment)
            return word;
    }
    return {};
}

/// The file that `cat <<EOF > /etc/x.conf` or `tee /etc/x.conf <<EOF` writes.
std::string_view writtenFileIn(std::string_view line)
{
    std::size_t begin = line.rfind('>');
    if (begin == std::string_view::npos) {
        begin = line.find("tee ");
        if (begin == std::string_view::npos)
            return {};
        begin += 3;
    }
    begin = line.find_first_not_of(" \t", begin + 1);
    if (begin == std::string_view::npos)
        return {};
    std::string_view path
        = line.substr(begin, std::min(line.find_first_of(" \t;&|<", begin), line.size()) - begin);
    if (const std::size_t slash = path.rfind('/'); slash != std::string_view::npos)
        path.remove_prefix(slash + 1);
    return path;
}

/// What `<<-` leaves of a body: the tabs in front of each line do not count.
std::vector<TextRange> linesWithoutTabs(const SourceText &text, TextRange body)
{
    std::vector<TextRange> lines;
    for (std::size_t begin = body.begin; begin < body.end;) {
        const std::size_t end = std::min(text.bytes().find('\n', begin), body.end - 1) + 1;
        while (begin < end && text.bytes()[begin] == '\t')
            ++begin;
        lines.push_back({begin, end});
        begin = end;
    }
    return lines;
}

template <typename Item, typename RangeOf>
auto firstEndingBehind(const std::vector<Item> &items, std::size_t offset, RangeOf rangeOf)
{
    return std::partition_point(items.begin(), items.end(),
                                [&](const Item &item) { return rangeOf(item).end <= offset; });
}

} // namespace

void TextStyles::setAnalysis(std::shared_ptr<const Analysis> analysis)
{
    m_analysis = std::move(analysis);
    m_shells.clear();
    const Syntax &syntax = m_analysis->syntax;
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.keyword != Keyword::Shell || !instruction.isJson)
            continue;
        const auto words = syntax.wordsOf(instruction);
        if (words.empty())
            continue;
        std::string_view program = syntax.textOf(words.front().range);
        program = program.substr(1, program.size() - 2);
        m_shells.emplace_back(instruction.range.begin, m_bodies.languageOfProgram(program));
    }
}

std::string TextStyles::of(TextRange range)
{
    m_range = range;
    m_styles.assign(range.size(), static_cast<char>(CodeStyle::Plain));
    const Syntax &syntax = m_analysis->syntax;
    if (range.isEmpty() || syntax.text.size() > maxSize)
        return std::move(m_styles);
    paintTokens();
    const auto first
        = firstEndingBehind(syntax.instructions, range.begin, [](const Instruction &i) { return i.lines; });
    for (auto it = first; it != syntax.instructions.end() && it->lines.begin < range.end; ++it) {
        paintInstruction(*it, it->lines);
        if (const Instruction *trigger = syntax.triggerOf(*it))
            paintInstruction(*trigger, {trigger->range.begin, it->lines.end});
        paintHeredocs(it->trigger != 0 ? *syntax.triggerOf(*it) : *it);
    }
    paintStageUses();
    paintLongLines();
    return std::move(m_styles);
}

void TextStyles::paint(TextRange range, CodeStyle style)
{
    const std::size_t begin = std::max(range.begin, m_range.begin);
    const std::size_t end = std::min(range.end, m_range.end);
    if (begin < end)
        std::fill_n(m_styles.begin() + static_cast<std::ptrdiff_t>(begin - m_range.begin), end - begin,
                    static_cast<char>(style));
}

void TextStyles::paintTokens()
{
    const auto &tokens = m_analysis->syntax.tokens;
    auto it = firstEndingBehind(tokens, m_range.begin, [](const Token &token) { return token.range(); });
    for (; it != tokens.end() && it->begin < m_range.end; ++it)
        paint(it->range(), styleOf(it->kind));
}

void TextStyles::paintStageUses()
{
    const StageGraph &graph = m_analysis->graph;
    for (const GraphEdge &edge : graph.edges)
        if (edge.cause.begin < m_range.end && edge.cause.end > m_range.begin && !edge.isInherited
            && graph.nodes[edge.source.value].kind == NodeKind::Stage)
            paint(edge.cause, CodeStyle::StageName);
}

void TextStyles::paintInstruction(const Instruction &instruction, TextRange extent)
{
    if (instruction.keyword == Keyword::Unknown)
        paint(instruction.keywordRange, CodeStyle::BodyError);
    paintWords(instruction);
    if (m_areBodiesShown && isShellCommand(instruction.keyword) && !instruction.isJson)
        paintBody(instruction, {instruction.range.begin, extent.end});
}

void TextStyles::paintWords(const Instruction &instruction)
{
    const Syntax &syntax = m_analysis->syntax;
    for (const Flag &flag : syntax.flagsOf(instruction)) {
        paintVariables(flag.value);
        if (syntax.textOf(flag.name) == "--from")
            paintImage(flag.value);
    }
    const bool isExpandedHere = isExpanded(instruction);
    for (const Word &word : syntax.wordsOf(instruction)) {
        const std::string_view bytes = syntax.textOf(word.range);
        if (word.role == WordRole::Value && isNumber(bytes))
            paint(word.range, CodeStyle::Number);
        else if (word.role == WordRole::Value && (bytes.starts_with('"') || bytes.starts_with('\'')))
            paint(word.range, CodeStyle::String);
        if (instruction.keyword == Keyword::From && word.role == WordRole::Plain)
            paintImage(word.range);
        const bool isBody = isShellCommand(instruction.keyword) && !instruction.isJson;
        if (isExpandedHere && !isBody)
            paintVariables(word.range);
    }
    for (const Heredoc &heredoc : syntax.heredocsOf(instruction))
        paint(heredoc.mark, CodeStyle::HeredocMark);
}

void TextStyles::paintVariables(TextRange range)
{
    const Syntax &syntax = m_analysis->syntax;
    const std::string_view bytes = syntax.textOf(range);
    if (bytes.find('$') == std::string_view::npos)
        return;
    for (const TextRange span : variableSpans(bytes, syntax.escape))
        paint({range.begin + span.begin, range.begin + span.end}, CodeStyle::Variable);
}

void TextStyles::paintImage(TextRange range)
{
    const std::size_t at = m_analysis->syntax.textOf(range).find("@sha");
    if (at != std::string_view::npos)
        paint({range.begin + at, range.end}, CodeStyle::Digest);
}

void TextStyles::paintBody(const Instruction &command, TextRange extent)
{
    const Syntax &syntax = m_analysis->syntax;
    const auto rangeOf = [](const Token &token) { return token.range(); };
    std::vector<TextRange> sources;
    for (auto it = firstEndingBehind(syntax.tokens, extent.begin, rangeOf);
         it != syntax.tokens.end() && it->begin < extent.end; ++it) {
        if (it->kind == TokenKind::Text)
            sources.push_back(it->range());
    }
    const QString language = shellLanguageAt(command.range.begin, command.stage);
    if (sources.empty() || language.isEmpty())
        return;
    paintPieces(sources, language);
    for (const Heredoc &heredoc : syntax.heredocsOf(command))
        paint(heredoc.mark, CodeStyle::HeredocMark);
}

/// Joins the bytes of `sources`, has them coloured, and lays the colours back.
void TextStyles::paintPieces(const std::vector<TextRange> &sources, const QString &language)
{
    std::string body;
    for (const TextRange source : sources)
        body += m_analysis->syntax.textOf(source);
    const std::string &styles = m_bodies.stylesOf(body, language);
    std::size_t taken = 0;
    for (const TextRange source : sources) {
        const std::size_t end = std::min(source.end, m_range.end);
        for (std::size_t i = std::max(source.begin, m_range.begin); i < end; ++i)
            m_styles[i - m_range.begin] = styles[taken + (i - source.begin)];
        taken += source.size();
    }
}

void TextStyles::paintHeredocs(const Instruction &command)
{
    const Syntax &syntax = m_analysis->syntax;
    for (const Heredoc &heredoc : syntax.heredocsOf(command)) {
        if (heredoc.body.end <= m_range.begin || heredoc.body.begin >= m_range.end)
            continue;
        const std::string_view body = syntax.textOf(heredoc.body);
        const bool isScript = command.keyword == Keyword::Run;
        const QString language = !m_areBodiesShown ? QString()
            : isScript                             ? runHeredocLanguage(command, heredoc, body)
                                                   : fileHeredocLanguage(command, heredoc);
        if (!language.isEmpty())
            paintPieces(heredoc.chomp ? linesWithoutTabs(syntax.text, heredoc.body)
                                      : std::vector<TextRange> {heredoc.body},
                        language);
        if (isScript || !heredoc.expand)
            continue;
        // BuildKit expands these itself, quotes or not, and its escape is always the backslash here.
        for (const TextRange span : variableSpans(body, '\\', Quoting::Ignored))
            paint({heredoc.body.begin + span.begin, heredoc.body.begin + span.end}, CodeStyle::Variable);
    }
}

void TextStyles::paintLongLines()
{
    const SourceText &text = m_analysis->text();
    const std::size_t last = text.lineAt(m_range.end);
    for (std::size_t line = text.lineAt(m_range.begin); line <= last; ++line)
        if (const TextRange range = text.lineRange(line); range.size() > maxLine)
            paint(range, CodeStyle::Plain);
}

QString TextStyles::shellLanguageAt(std::size_t offset, StageIndex stage)
{
    const Syntax &syntax = m_analysis->syntax;
    // A stage built on another stage goes on with its shell; the graph may hold circles, so count down.
    for (std::size_t left = syntax.stages.size() + 1; left > 0 && !m_shells.empty(); --left) {
        const std::size_t begin = stage ? syntax.stages[stage.value].range.begin : 0;
        const auto behind = std::partition_point(m_shells.begin(), m_shells.end(),
                                                 [&](const auto &shell) { return shell.first < offset; });
        if (behind != m_shells.begin() && std::prev(behind)->first >= begin)
            return std::prev(behind)->second;
        if (!stage)
            break;
        StageIndex base;
        for (const GraphEdge &edge : m_analysis->graph.edges)
            if (edge.kind == EdgeKind::From && edge.target.value == stage.value)
                base = m_analysis->graph.nodes[edge.source.value].stage;
        if (!base)
            break;
        stage = base;
        offset = syntax.stages[base.value].range.end;
    }
    return QStringLiteral("Bash");
}

QString TextStyles::runHeredocLanguage(const Instruction &command, const Heredoc &heredoc,
                                       std::string_view body)
{
    if (heredoc.chomp) // `<<-`: the tabs in front do not count.
        body.remove_prefix(std::min(body.find_first_not_of('\t'), body.size()));
    if (body.starts_with("#!"))
        return m_bodies.languageOfShebang(body);
    const std::string line = m_analysis->syntax.joined(command, command.arguments);
    const std::string_view program = programIn(line);
    if (program.empty())
        return shellLanguageAt(command.range.begin, command.stage);
    if (QString language = m_bodies.languageOfProgram(program); !language.isEmpty())
        return language;
    // Only the first heredoc of a line that writes one file: anything more would be guessing.
    if (&heredoc == m_analysis->syntax.heredocsOf(command).data())
        return m_bodies.languageOfFile(writtenFileIn(line));
    return {};
}

QString TextStyles::fileHeredocLanguage(const Instruction &command, const Heredoc &heredoc)
{
    const auto words = m_analysis->syntax.wordsOf(command);
    if (words.empty())
        return {};
    std::string_view path = m_analysis->syntax.textOf(words.back().range);
    if (const std::size_t slash = path.rfind('/'); slash != std::string_view::npos)
        path.remove_prefix(slash + 1);
    const bool isFolder = path.empty() || path == "." || path == "..";
    return m_bodies.languageOfFile(isFolder ? std::string_view(heredoc.name) : path);
}

std::size_t TextStyles::firstDifference(const Analysis &before, const Analysis &after)
{
    const Syntax &old = before.syntax;
    const Syntax &now = after.syntax;
    std::size_t first = after.text().size();

    // Tokens first: they differ where the text does, or above, where the text below gave it another sense.
    const auto [oldToken, newToken]
        = std::mismatch(old.tokens.begin(), old.tokens.end(), now.tokens.begin(), now.tokens.end());
    if (newToken != now.tokens.end())
        first = std::min<std::size_t>(first, newToken->begin);
    const std::string_view a = old.text.bytes();
    const std::string_view b = now.text.bytes();
    const auto differing = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    first = std::min<std::size_t>(first, static_cast<std::size_t>(differing.second - b.begin()));

    // Then the uses of stage names: a stage named at the end colours a word at the top.
    const auto usesOf = [](const Analysis &analysis) {
        std::vector<std::size_t> uses;
        for (const GraphEdge &edge : analysis.graph.edges)
            if (!edge.isInherited && analysis.graph.nodes[edge.source.value].kind == NodeKind::Stage)
                uses.push_back(edge.cause.begin);
        std::sort(uses.begin(), uses.end());
        return uses;
    };
    const auto oldUses = usesOf(before);
    const auto newUses = usesOf(after);
    const auto [oldUse, newUse]
        = std::mismatch(oldUses.begin(), oldUses.end(), newUses.begin(), newUses.end());
    if (oldUse != oldUses.end())
        first = std::min(first, *oldUse);
    if (newUse != newUses.end())
        first = std::min(first, *newUse);
    if (first >= b.size() && a.size() == b.size())
        return b.size();

    // A body is coloured as a whole, and what was cut off behind its end may have belonged to it.
    const auto it = std::partition_point(now.instructions.begin(), now.instructions.end(),
                                         [&](const Instruction &i) { return i.lines.end < first; });
    if (it != now.instructions.end() && it->lines.begin < first)
        return it->lines.begin;
    return now.text.lineStart(now.text.lineAt(first));
}

} // namespace drydock::ui
