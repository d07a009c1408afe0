// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/characters.h"
#include "model/syntax/directives.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/instruction_splitter.h"
#include "model/syntax/lexer_memory.h"

#include <cstring>
#include <utility>

// How a file is taken apart, one pass from top to bottom (BuildKit `parser/parser.go`: Parse).
//
// A physical line ends at LF. Outside of an instruction it is blank, a comment, a parser directive or the
// beginning of an instruction. An instruction goes on over every line that ends in the escape character; comment
// and blank lines in between do not count. What counts is joined into one logical line and split into keyword,
// flags and words; each of them is then mapped back to the bytes it came from. Here-documents follow raw. Tokens
// are laid down as the scan passes, so that they tile the file whatever it holds.

namespace drydock {
namespace {

constexpr std::size_t longestLine = 65535; // bufio.MaxScanTokenSize - 1

/// A physical line. `contentEnd` leaves out the LF and any CRs before it.
struct PhysicalLine {
    std::size_t begin = 0;
    std::size_t contentEnd = 0;
    std::size_t end = 0;
};

class Lexer {
public:
    Lexer(Syntax &syntax, LexerMemory &memory)
        : m_syntax(syntax)
        , m_text(syntax.text.bytes())
        , m_memory(memory)
    { }

    void run();

private:
    bool nextLine();
    void token(std::size_t end, TokenKind kind);
    void lineEnd();
    void commentLine(std::size_t mark);
    void directive(std::size_t mark, const DirectiveText &text);
    void instruction(std::size_t begin);
    bool addPiece(std::size_t begin);
    void moreLines();
    void emit(const LogicalLine &line);
    void heredocs(Instruction &instruction, const LogicalLine &line);
    void heredocBody(Heredoc &heredoc);
    void placeInStage();
    void problem(std::string message, TextRange range, LineSpan lines);

    Syntax &m_syntax;
    std::string_view m_text;
    PhysicalLine m_line;
    std::uint32_t m_number = 0; // Of m_line, from 1.
    std::size_t m_tokenEnd = 0;
    std::uint32_t m_commentRun = 0; // First comment that still counts as the next instruction's description.
    bool m_hasEscape = false;
    bool m_hasSyntax = false;
    bool m_hasCheck = false;
    bool m_areDirectivesOver = false;
    bool m_isTooLong = false; // A line over the limit was met; BuildKit stops reading there.
    bool m_isReported = false; // And that was told.

    LexerMemory &m_memory;
    bool m_hasEmptyContinuation = false;
};

bool Lexer::nextLine()
{
    const std::size_t begin = m_line.end;
    if (begin >= m_text.size())
        return false;
    const void *lf = std::memchr(m_text.data() + begin, '\n', m_text.size() - begin);
    const std::size_t end
        = lf ? static_cast<std::size_t>(static_cast<const char *>(lf) - m_text.data()) + 1 : m_text.size();
    std::size_t contentEnd = lf ? end - 1 : end;
    if (contentEnd - begin > longestLine)
        m_isTooLong = true;
    while (contentEnd > begin && m_text[contentEnd - 1] == '\r')
        --contentEnd;
    m_line = {begin, contentEnd, end};
    ++m_number;
    return true;
}

void Lexer::token(std::size_t end, TokenKind kind)
{
    if (end == m_tokenEnd)
        return;
    m_syntax.tokens.push_back(
        {static_cast<std::uint32_t>(m_tokenEnd), static_cast<std::uint32_t>(end), kind});
    m_tokenEnd = end;
}

void Lexer::lineEnd()
{
    token(m_line.end, TokenKind::NewLine);
}

void Lexer::problem(std::string message, TextRange range, LineSpan lines)
{
    m_syntax.problems.push_back({Phase::Parse, std::move(message), range, {lines}});
}

void Lexer::run()
{
    // Measured on real files: a token is 10 bytes, an instruction 120; one allocation each is enough.
    m_syntax.tokens.reserve(m_text.size() / 6 + 8);
    m_syntax.instructions.reserve(m_text.size() / 56 + 4);
    m_syntax.pieces.reserve(m_text.size() / 40 + 4);
    m_syntax.words.reserve(m_text.size() / 32 + 4);
    m_syntax.comments.reserve(m_text.size() / 512 + 8);
    m_syntax.stages.reserve(m_text.size() / 1024 + 4);

    while (nextLine()) {
        if (m_number == 1 && m_text.starts_with("\xEF\xBB\xBF")) {
            token(3, TokenKind::ByteOrderMark);
            m_line.begin = 3;
        }
        std::size_t at = m_line.begin;
        while (at < m_line.contentEnd && (m_text[at] == ' ' || m_text[at] == '\t'))
            ++at;
        if (at<m_line.contentEnd &&static_cast<unsigned char>(m_text[at]) - 0x21u> 0x5Du)
            at = skipSpace(m_text.substr(0, m_line.contentEnd), at);
        token(at, TokenKind::Space);
        if (at >= m_line.contentEnd) {
            m_areDirectivesOver = true;
            lineEnd();
        } else if (m_text[at] == '#') {
            commentLine(at);
        } else {
            m_areDirectivesOver = true;
            instruction(at);
        }
        if (std::exchange(m_isTooLong, false) && !std::exchange(m_isReported, true))
            problem("dockerfile line greater than max allowed size of 65535",
                    {m_line.begin, m_line.contentEnd}, {m_number - 1, m_number - 1});
    }
    if (m_syntax.instructions.empty() && m_syntax.problems.empty())
        problem("file with no instructions", {0, 0}, {m_number, m_number});
}

void Lexer::commentLine(std::size_t mark)
{
    if (!m_areDirectivesOver) {
        if (const auto text = directiveIn(m_text.substr(mark, m_line.contentEnd - mark))) {
            directive(mark, *text);
            return;
        }
        m_areDirectivesOver = true;
    }
    token(m_line.contentEnd, TokenKind::Comment);
    m_syntax.comments.push_back({{mark, m_line.contentEnd}, m_number});
    // BuildKit cuts the line's first byte, not the '#': an indented empty comment does not end the description.
    const std::string_view line = m_text.substr(m_line.begin, m_line.contentEnd - m_line.begin);
    if (trimmed(line.substr(1)).empty())
        m_commentRun = static_cast<std::uint32_t>(m_syntax.comments.size());
    lineEnd();
}

void Lexer::directive(std::size_t mark, const DirectiveText &text)
{
    const auto rangeOf = [this](std::string_view part) {
        const auto begin = static_cast<std::size_t>(part.data() - m_text.data());
        return TextRange {begin, begin + part.size()};
    };
    Directive found {{mark, m_line.contentEnd}, rangeOf(text.name), rangeOf(text.value), m_number};
    // BuildKit counts these lines from 0.
    const LineSpan lines {m_number - 1, m_number - 1};
    const std::string name = lowered(text.name);
    bool &isSeen = name == "escape" ? m_hasEscape : name == "syntax" ? m_hasSyntax : m_hasCheck;
    if (std::exchange(isSeen, true))
        problem("only one " + name + " parser directive can be used", found.range, lines);
    else if (name == "escape" && text.value != "`" && text.value != "\\")
        problem("invalid escape token '" + std::string(text.value) + "' does not match ` or \\", found.value,
                lines);
    else if (name == "escape")
        m_syntax.escape = text.value.front();
    m_syntax.directives.push_back(found);
    token(m_line.contentEnd, TokenKind::Directive);
    lineEnd();
}

/// Adds the current line from `begin` on to the instruction. \returns whether it goes on in the next line.
bool Lexer::addPiece(std::size_t begin)
{
    // ([^\\])\\[ \t]*$|^\\[ \t]*$ with the file's escape character
    std::size_t cut = m_line.contentEnd;
    while (cut > begin && (m_text[cut - 1] == ' ' || m_text[cut - 1] == '\t'))
        --cut;
    const bool isContinued = cut > begin && m_text[cut - 1] == m_syntax.escape
        && (cut - 1 == begin || m_text[cut - 2] != m_syntax.escape);
    const std::size_t end = isContinued ? cut - 1 : m_line.contentEnd;
    m_syntax.pieces.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return isContinued;
}

/// Reads on while the instruction is continued; what does not count becomes trivia.
void Lexer::moreLines()
{
    std::size_t laid = m_syntax.pieces.back().end;
    const auto lay = [&](std::size_t end, TokenKind kind) {
        if (end > laid)
            m_memory.trivia.push_back(
                {static_cast<std::uint32_t>(laid), static_cast<std::uint32_t>(end), kind});
        laid = end;
    };
    lay(m_line.contentEnd, TokenKind::Continuation);
    lay(m_line.end, TokenKind::NewLine);
    while (nextLine()) {
        const std::size_t mark = skipSpace(m_text.substr(0, m_line.contentEnd), m_line.begin);
        if (mark >= m_line.contentEnd || m_text[mark] == '#') {
            m_hasEmptyContinuation = m_hasEmptyContinuation || mark >= m_line.contentEnd;
            lay(mark, TokenKind::Space);
            lay(m_line.contentEnd, TokenKind::Comment);
            lay(m_line.end, TokenKind::NewLine);
            continue;
        }
        m_memory.triviaEnds.push_back(m_memory.trivia.size());
        const bool isContinued = addPiece(m_line.begin);
        if (!isContinued)
            return;
        laid = m_syntax.pieces.back().end;
        lay(m_line.contentEnd, TokenKind::Continuation);
        lay(m_line.end, TokenKind::NewLine);
    }
}

void Lexer::instruction(std::size_t begin)
{
    m_memory.trivia.clear();
    m_memory.triviaEnds.clear();
    m_memory.scratch.spans.clear();
    m_hasEmptyContinuation = false;

    Instruction &found = m_syntax.instructions.emplace_back();
    found.firstLine = m_number;
    found.lines.begin = m_line.begin;
    found.pieces.begin = static_cast<std::uint32_t>(m_syntax.pieces.size());
    if (addPiece(begin))
        moreLines();
    found.pieces.end = static_cast<std::uint32_t>(m_syntax.pieces.size());
    found.hasEmptyContinuation = m_hasEmptyContinuation;
    found.lastLogicalLine = m_number;
    found.docComments = {m_commentRun, static_cast<std::uint32_t>(m_syntax.comments.size())};

    const std::span<const Piece> pieces {m_syntax.pieces.data() + found.pieces.begin, found.pieces.size()};
    LogicalLine line({}, pieces);
    if (pieces.size() == 1) {
        line.text = m_text.substr(pieces[0].begin, pieces[0].end - pieces[0].begin);
    } else {
        m_memory.joined.clear();
        for (const Piece &piece : pieces)
            m_memory.joined.append(m_text.substr(piece.begin, piece.end - piece.begin));
        line.text = m_memory.joined;
    }
    splitInstruction(line, m_syntax, found, m_memory.scratch);
    emit(line);
    heredocs(found, line);
    found.lastLine = m_number;
    found.lines.end = m_line.end;
    for (std::uint32_t next = found.trigger; next != 0; next = m_syntax.triggers[next - 1].trigger) {
        m_syntax.triggers[next - 1].lastLine = found.lastLine;
        m_syntax.triggers[next - 1].lines = found.lines;
    }
    placeInStage();
    m_commentRun = static_cast<std::uint32_t>(m_syntax.comments.size());
}

/// Lays down the tokens of the logical line and, behind it, of its here-documents.
void Lexer::emit(const LogicalLine &line)
{
    std::size_t next = 0;
    std::size_t logical = 0;
    std::size_t trivia = 0;
    const auto &spans = m_memory.scratch.spans;
    for (std::size_t i = 0; i < line.pieces.size(); ++i) {
        const Piece &piece = line.pieces[i];
        const std::size_t logicalEnd = logical + (piece.end - piece.begin);
        const auto toSource = [&](std::size_t offset) { return piece.begin + (offset - logical); };
        while (next < spans.size() && spans[next].begin < logicalEnd) {
            token(toSource(std::max<std::size_t>(spans[next].begin, logical)), TokenKind::Space);
            token(toSource(std::min<std::size_t>(spans[next].end, logicalEnd)), spans[next].kind);
            if (spans[next].end > logicalEnd)
                break;
            ++next;
        }
        token(piece.end, TokenKind::Space);
        const std::size_t triviaEnd
            = i < m_memory.triviaEnds.size() ? m_memory.triviaEnds[i] : m_memory.trivia.size();
        for (; trivia < triviaEnd; ++trivia)
            token(m_memory.trivia[trivia].end, m_memory.trivia[trivia].kind);
        logical = logicalEnd;
    }
    if (m_tokenEnd < m_line.contentEnd)
        token(m_line.contentEnd, TokenKind::Continuation);
    if (m_tokenEnd < m_line.end)
        lineEnd();
}

/// Which instruction's words may open here-documents: the inner one of an ONBUILD, but only one deep.
const Instruction &heredocOwner(const Syntax &syntax, const Instruction &instruction)
{
    return instruction.trigger != 0 ? *syntax.triggerOf(instruction) : instruction;
}

void Lexer::heredocs(Instruction &instruction, const LogicalLine &line)
{
    const auto first = static_cast<std::uint32_t>(m_syntax.heredocs.size());
    instruction.heredocs = {first, first};
    const Instruction &owner = heredocOwner(m_syntax, instruction);
    const bool mayHold
        = owner.keyword == Keyword::Run || owner.keyword == Keyword::Copy || owner.keyword == Keyword::Add;
    if (!mayHold || owner.isJson || line.text.find("<<") == std::string_view::npos)
        return;
    for (HeredocMark &mark : heredocsIn(line.text)) {
        Heredoc heredoc;
        heredoc.mark = line.source(mark.begin, mark.end);
        heredoc.name = std::move(mark.name);
        heredoc.fd = mark.fd;
        heredoc.expand = mark.expand;
        heredoc.chomp = mark.chomp;
        heredocBody(heredoc);
        if (!heredoc.isTerminated)
            problem("unterminated heredoc", heredoc.mark, {instruction.firstLine, m_number});
        instruction.range.end = heredoc.terminator.end;
        m_syntax.heredocs.push_back(std::move(heredoc));
    }
    instruction.heredocs.end = static_cast<std::uint32_t>(m_syntax.heredocs.size());
    if (instruction.trigger != 0)
        m_syntax.triggers[instruction.trigger - 1].heredocs = instruction.heredocs;
}

void Lexer::heredocBody(Heredoc &heredoc)
{
    heredoc.body = {m_line.end, m_line.end};
    while (nextLine()) {
        std::size_t at = m_line.begin;
        while (heredoc.chomp && at < m_line.contentEnd && m_text[at] == '\t')
            ++at;
        if (m_text.substr(at, m_line.contentEnd - at) != heredoc.name)
            continue;
        heredoc.body.end = m_line.begin;
        heredoc.terminator = {m_line.begin, m_line.contentEnd};
        token(m_line.begin, TokenKind::HeredocBody);
        token(m_line.contentEnd, TokenKind::HeredocEnd);
        lineEnd();
        return;
    }
    heredoc.isTerminated = false;
    heredoc.body.end = m_text.size();
    heredoc.terminator = {m_text.size(), m_text.size()};
    token(m_text.size(), TokenKind::HeredocBody);
}

void Lexer::placeInStage()
{
    Instruction &instruction = m_syntax.instructions.back();
    const InstructionIndex index {m_syntax.instructions.size() - 1};
    if (instruction.keyword == Keyword::From) {
        Stage stage;
        stage.from = index;
        stage.image = {instruction.range.end, instruction.range.end};
        stage.name = stage.image;
        if (const auto words = m_syntax.wordsOf(instruction); !words.empty()) {
            stage.image = words.front().range;
            stage.name = words.back().role == WordRole::StageName ? words.back().range : stage.name;
        }
        stage.range.begin = instruction.range.begin;
        m_syntax.stages.push_back(stage);
    }
    if (m_syntax.stages.empty())
        return; // Above the first FROM.
    instruction.stage = {m_syntax.stages.size() - 1};
    m_syntax.stages.back().last = index;
    m_syntax.stages.back().range.end = instruction.range.end;
}

} // namespace

Syntax parse(SourceText text)
{
    static thread_local LexerMemory memory;
    Syntax syntax;
    syntax.text = std::move(text);
    Lexer(syntax, memory).run();
    return syntax;
}

} // namespace drydock
