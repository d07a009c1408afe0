// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/line_style.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/run_text.h"
#include "model/refactor/refactorings/runtime_refactorings.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

bool looksSecret(std::string_view name)
{
    const std::string lower = lowered(name);
    for (const std::string_view part : {"token", "password", "passwd", "secret", "apikey", "api_key",
                                        "credential", "private_key", "access_key"}) {
        if (lower.find(part) != std::string::npos)
            return lower.find("public") == std::string::npos && !lower.ends_with("_file")
                && !lower.ends_with("_path");
    }
    return false;
}

/// `$name` or `${name` stands in the text.
bool names(std::string_view text, const std::string &name)
{
    const auto isPartOfName = [](char c) {
        return c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    };
    for (const std::string &mark : {"$" + name, "${" + name}) {
        for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
            const std::size_t end = at + mark.size();
            if (end >= text.size() || !isPartOfName(text[end]))
                return true;
        }
    }
    return false;
}

} // namespace

Proposal proposeSecretMounts(const RefactorContext &context, const RefactorWish &)
{
    const Syntax &syntax = context.syntax();
    if (auto old = frontendTooOld(syntax, 10))
        return *old;
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Mount secrets"), {}};
    proposal.explanation
        = {QT_TRANSLATE_NOOP(
               "refactor",
               "The secret is there while one RUN needs it, and neither in the image nor in its history."),
           {}};
    std::vector<Proposal> reasons;
    for (std::size_t i = 0; i < context.lint.stageCount(); ++i) {
        for (const Instruction &arg : context.lint.instructionsOf({i})) {
            if (arg.keyword != Keyword::Arg && arg.keyword != Keyword::Env)
                continue;
            const auto pairs = keyValuesOf(syntax, arg);
            for (const KeyValue &pair : pairs) {
                const std::string name = syntax.joined(arg, pair.key->range);
                if (!looksSecret(name))
                    continue;
                const std::string line = lineOf(arg);
                if (arg.keyword == Keyword::Env || pair.value) {
                    reasons.push_back(blocked(
                        {QT_TRANSLATE_NOOP(
                             "refactor",
                             "Line %1 gives “%2” a value of its own: take that out of the file, and the "
                             "secret is as good as known."),
                         {line, name}},
                        arg.range));
                    continue;
                }
                std::vector<const Instruction *> users;
                const Instruction *other = nullptr;
                for (const Instruction &each : syntax.instructions) {
                    if (&each <= &arg || !names(syntax.textOf(each.range), name))
                        continue;
                    const bool isRun = each.keyword == Keyword::Run && each.stage == StageIndex {i};
                    if (isRun)
                        users.push_back(&each);
                    else if (each.stage == StageIndex {i} || context.lint.stage(each.stage).parent)
                        other = &each;
                }
                if (other || users.size() != 1) {
                    reasons.push_back(
                        other ? blocked(
                            {QT_TRANSLATE_NOOP("refactor",
                                               "Line %1 uses “%2” outside of a RUN, or in another stage."),
                             {lineOf(*other), name}},
                            other->range)
                              : blocked({QT_TRANSLATE_NOOP("refactor",
                                                           "Not just one RUN names “%1” of line %2: mount it "
                                                           "by hand where it is needed."),
                                         {name, line}},
                                        arg.range));
                    continue;
                }
                std::string mount = "--mount=type=secret,id=";
                mount.append(name).append(",env=").append(name);
                auto flag = flagAdded(context.lint, *users.front(), mount);
                if (!flag || pairs.size() != 1) {
                    reasons.push_back(blocked(
                        {QT_TRANSLATE_NOOP(
                             "refactor", "Line %1 declares more than “%2”: give it a line of its own first."),
                         {line, name}},
                        arg.range));
                    continue;
                }
                std::vector<TextEdit> edits {std::move(*flag)};
                for (const TextRange &range : linesToRemove(syntax, {context.lint.indexOf(arg)}))
                    edits.push_back({range, {}});
                addPart(proposal,
                        {QT_TRANSLATE_NOOP("refactor", "“%1” for line %2"), {name, lineOf(*users.front())}},
                        std::move(edits));
                proposal.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP(
                          "refactor",
                          "Whoever builds hands over --secret id=%1,env=%1 instead of --build-arg %1, and no "
                          "other line reads it without naming it."),
                      {name}},
                     arg.range});
            }
        }
    }
    return orBlocked(std::move(proposal), reasons,
                     {QT_TRANSLATE_NOOP("refactor", "No ARG looks like a secret."), {}});
}

} // namespace drydock
