// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has to hold for any bytes whatever: nothing is lost, nothing points outside, nothing depends on chance, and
// every edit can be undone. A broken promise is printed and aborts; put the input into tests/fuzz/crashes then.
#include "model/analysis/analysis.h"
#include "model/exporting/dot.h"
#include "model/exporting/graph_json.h"
#include "model/exporting/graph_text.h"
#include "model/exporting/mermaid.h"
#include "model/text/edit_set.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace drydock;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

/// Everything of one text that has a place in it.
class Places {
public:
    explicit Places(const Analysis &analysis)
        : m_analysis(analysis)
        , m_syntax(analysis.syntax)
        , m_size(analysis.text().size())
    { }

    void check() const
    {
        checkTokens();
        checkInstructions(m_syntax.instructions, true);
        checkInstructions(m_syntax.triggers, false);
        checkParts();
        checkGraph();
        for (const Problem &problem : m_analysis.problems)
            inside(problem.range, "a problem lies inside the text");
        for (const Diagnostic &diagnostic : m_analysis.diagnostics)
            inside(diagnostic.range, "a diagnostic lies inside the text");
    }

private:
    void inside(TextRange range, const char *promise) const
    {
        require(range.begin <= range.end && range.end <= m_size, promise);
    }

    template <typename T>
    static void within(IndexRange range, const std::vector<T> &all)
    {
        require(range.begin <= range.end && range.end <= all.size(), "an index range lies inside its vector");
    }

    void checkTokens() const
    {
        std::size_t at = 0;
        for (const Token &token : m_syntax.tokens) {
            require(token.begin == at && token.end > token.begin, "tokens tile the text");
            at = token.end;
        }
        require(at == m_size, "tokens tile the text to its end");
    }

    void checkInstructions(const std::vector<Instruction> &instructions, bool areOrdered) const
    {
        std::size_t end = 0;
        for (const Instruction &instruction : instructions) {
            for (const TextRange range :
                 {instruction.range, instruction.lines, instruction.keywordRange, instruction.arguments})
                inside(range, "an instruction lies inside the text");
            require(instruction.range.contains(instruction.keywordRange),
                    "the keyword lies in its instruction");
            require(instruction.firstLine >= 1 && instruction.firstLine <= instruction.lastLogicalLine
                        && instruction.lastLogicalLine <= instruction.lastLine
                        && instruction.lastLine <= m_analysis.text().lineCount(),
                    "lines are in order");
            within(instruction.pieces, m_syntax.pieces);
            within(instruction.flags, m_syntax.flags);
            within(instruction.words, m_syntax.words);
            within(instruction.heredocs, m_syntax.heredocs);
            within(instruction.docComments, m_syntax.comments);
            require(instruction.trigger <= m_syntax.triggers.size(), "a trigger exists");
            require(!instruction.stage || instruction.stage.value < m_syntax.stages.size(), "a stage exists");
            if (areOrdered) {
                require(instruction.lines.contains(instruction.range), "an instruction lies in its lines");
                require(instruction.lines.begin >= end, "instructions are in file order");
                end = instruction.lines.end;
            }
            for (const Flag &flag : m_syntax.flagsOf(instruction))
                m_syntax.valueOf(instruction, flag);
            m_syntax.joined(instruction, instruction.arguments);
        }
    }

    void checkParts() const
    {
        for (const Word &word : m_syntax.words)
            inside(word.range, "a word lies inside the text");
        for (const Flag &flag : m_syntax.flags) {
            inside(flag.range, "a flag lies inside the text");
            require(flag.range.contains(flag.name) && flag.range.contains(flag.value),
                    "name and value lie in their flag");
        }
        for (const Heredoc &heredoc : m_syntax.heredocs) {
            for (const TextRange range : {heredoc.mark, heredoc.body, heredoc.terminator})
                inside(range, "a heredoc lies inside the text");
        }
        for (const Piece &piece : m_syntax.pieces)
            inside({piece.begin, piece.end}, "a piece lies inside the text");
        for (const Comment &comment : m_syntax.comments)
            inside(comment.range, "a comment lies inside the text");
        for (const Directive &directive : m_syntax.directives) {
            for (const TextRange range : {directive.range, directive.name, directive.value})
                inside(range, "a directive lies inside the text");
        }
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i) {
            const Stage &stage = m_syntax.stages[i];
            for (const TextRange range : {stage.image, stage.name, stage.range, m_syntax.blockOf({i})})
                inside(range, "a stage lies inside the text");
            require(stage.from.value <= stage.last.value && stage.last.value < m_syntax.instructions.size(),
                    "a stage's instructions exist");
        }
        // Every caret has an answer; a coarse step keeps long inputs fast.
        for (std::size_t offset = 0; offset < m_size; offset += 1 + m_size / 64) {
            const std::size_t token = m_syntax.tokenAt(offset);
            require(token < m_syntax.tokens.size() && m_syntax.tokens[token].range().contains(offset),
                    "tokenAt finds it");
            m_syntax.instructionAt(offset);
            m_syntax.stageAt(offset);
            m_analysis.graph.edgeAt(m_syntax, offset);
        }
    }

    void checkGraph() const
    {
        const StageGraph &graph = m_analysis.graph;
        require(graph.stageCount() == m_syntax.stages.size() && graph.stageCount() <= graph.nodes.size(),
                "there is a node per stage");
        for (const GraphNode &node : graph.nodes) {
            inside(node.range, "a node lies inside the text");
            for (const TextRange range : node.mentions)
                inside(range, "a mention lies inside the text");
        }
        for (const GraphEdge &edge : graph.edges) {
            inside(edge.cause, "an edge's cause lies inside the text");
            require(edge.source.value < graph.nodes.size() && edge.target.value < graph.stageCount(),
                    "an edge's ends exist");
            require(edge.instruction.value < m_syntax.instructions.size(), "an edge's instruction exists");
        }
        require(!graph.target || graph.target.value < graph.stageCount(), "the target exists");
    }

    const Analysis &m_analysis;
    const Syntax &m_syntax;
    std::size_t m_size;
};

/// Edits made of the input's own bytes: place, length and replacement of each are three of them.
EditSet editsFrom(std::string_view seed, std::size_t textSize)
{
    EditSet edits;
    for (std::size_t i = 0; i + 3 <= seed.size() && i < 24; i += 3) {
        const auto byte
            = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(seed[at])); };
        const std::size_t begin = textSize == 0 ? 0 : (byte(i) * 251 + byte(i + 1)) % (textSize + 1);
        const std::size_t end = std::min(textSize, begin + byte(i + 1) % 8);
        edits.add({{begin, end},
                   std::string(seed.substr(i, byte(i + 2) % 4))}); // A collision is refused, which is fine.
    }
    return edits;
}

std::string everythingOf(const Analysis &analysis)
{
    std::string all = graphJson(analysis, "f") + graphText(analysis, "f") + graphDot(analysis.graph, "f")
        + graphMermaid(analysis.graph, "f");
    for (const Token &token : analysis.syntax.tokens)
        all += static_cast<char>(token.kind);
    for (const Diagnostic &diagnostic : analysis.diagnostics)
        all += diagnostic.rule + inEnglish(diagnostic.message);
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char *>(data), size);
    const SourceText text(bytes);
    const auto analysis = analyse(text);
    require(analysis->text().bytes() == bytes, "the text is the bytes that came in");
    Places(*analysis).check();
    require(everythingOf(*analysis) == everythingOf(*analyse(text)), "the same text gives the same analysis");

    const EditSet edits = editsFrom(std::string_view(bytes).substr(0, 24), bytes.size());
    const std::string edited = edits.applyTo(bytes);
    require(edits.inverse(bytes).applyTo(edited) == bytes, "the inverse undoes");
    Places(*analyse(SourceText(edited))).check();
    return 0;
}
