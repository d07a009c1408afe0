// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/build_check.h"
#include "model/syntax/instruction_check.h"
#include "tests/model/refactor/random_gesture.h"

#include <set>

namespace drydock {
namespace {

std::set<std::string> problemsOf(const Syntax &syntax)
{
    std::set<std::string> messages;
    const auto add = [&messages](std::string message) {
        // "… on line 4: …" is the same problem when it stands on line 5.
        std::erase_if(message, [](char c) { return c >= '0' && c <= '9'; });
        messages.insert(std::move(message));
    };
    for (const Problem &problem : syntax.problems)
        add(problem.message);
    for (const Problem &problem : checkInstructions(syntax))
        add(problem.message);
    return messages;
}

std::multiset<std::string> commentsOf(const Syntax &syntax)
{
    std::multiset<std::string> comments;
    for (const Token &token : syntax.tokens) {
        if (token.kind == TokenKind::Comment)
            comments.emplace(syntax.textOf(token.range()));
    }
    return comments;
}

/// What BuildKit would say about how the stages hang together. Values are not looked at: a path or a user may well
/// hang on the base that was changed. Neither are numbers behind the last stage, which BuildKit takes for the images that
/// commands name: what they mean changes with every --from.
std::string orderProblem(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options)
{
    for (const Problem &problem : checkBuild(syntax, graph, options)) {
        for (const char *part : {"needs to be defined before", "circular dependency",
                                 "variable expansion is not supported", "failed to parse stage name"}) {
            if (problem.message.find(part) != std::string::npos)
                return problem.message;
        }
    }
    return {};
}

} // namespace

std::string brokenPromise(const GestureContext &context, const TriedGesture &tried)
{
    if (!tried.plan)
        return tried.plan.error().text.source.empty() ? "the refusal has no words" : "";
    const Plan &plan = *tried.plan;
    const std::string_view before = context.syntax.text.bytes();
    const std::string edited = plan.edits.applyTo(before);
    if (edited == before)
        return "nothing changed";
    if (plan.edits.inverse(before).applyTo(edited) != before)
        return "undo does not restore the text";
    if (plan.focus.begin > plan.focus.end || plan.focus.end > edited.size())
        return "the focus is not in the text";
    if (plan.name.source.empty() || plan.explanation.source.empty())
        return "the plan has no words";
    const Syntax syntax = parse(SourceText(edited));
    const StageGraph graph = makeStageGraph(syntax, context.options);
    const std::set<std::string> known = problemsOf(context.syntax);
    for (const std::string &problem : problemsOf(syntax)) {
        if (!known.contains(problem))
            return "a new problem: " + problem;
    }
    // It stops at the first: only where it finds nothing is nothing hidden behind something else.
    if (known.empty() && checkBuild(context.syntax, context.graph, context.options).empty()) {
        if (const std::string problem = orderProblem(syntax, graph, context.options); !problem.empty())
            return "BuildKit would now say: " + problem;
    }
    if (!tried.words.starts_with("delete")) {
        const std::multiset<std::string> left = commentsOf(syntax);
        for (const std::string &comment : commentsOf(context.syntax)) {
            if (!left.contains(comment))
                return "a comment is lost: " + comment;
        }
    }
    if (context.syntax.text.endsWithNewLine() != syntax.text.endsWithNewLine())
        return "the final line end came or went";
    if (context.syntax.text.endOfLine() == EndOfLine::CrLf && syntax.text.endOfLine() == EndOfLine::Mixed)
        return "the line ends are mixed now";
    return tried.complaint({syntax, graph, context.options});
}

} // namespace drydock
