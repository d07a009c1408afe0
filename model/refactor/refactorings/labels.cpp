// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/manifests.h"
#include "model/edits/line_style.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/instruction_fixes.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/runtime_refactorings.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>
#include <set>

namespace drydock {
namespace {

constexpr std::string_view prefix = "org.opencontainers.image.";

std::set<std::string> keysOf(const LintContext &context)
{
    std::set<std::string> keys;
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &label : context.instructionsOf(stage)) {
            if (label.keyword != Keyword::Label)
                continue;
            for (const KeyValue &pair : keyValuesOf(context.syntax(), label)) {
                std::string key = context.syntax().joined(label, pair.key->range);
                std::erase(key, '"');
                keys.insert(key);
            }
        }
    }
    return keys;
}

/// Without what a label or a shell would read anew.
bool isPlain(std::string_view text)
{
    return text.find_first_of("\"\\$`\r\n") == std::string_view::npos;
}

} // namespace

Proposal proposeLabels(const RefactorContext &context, const RefactorWish &wish)
{
    const LintContext &lint = context.lint;
    const Syntax &syntax = context.syntax();
    const StageIndex target = context.graph().target;
    if (!target)
        return blocked({QT_TRANSLATE_NOOP("refactor", "There is no stage to be built."), {}});
    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Describe the image by labels"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP(
            "refactor",
            "Whoever has the image can see what it is, where it comes from and which version it holds. What "
            "changes with every build stands last, so that no layer is built again for it."),
        {}};
    proposal.declared.insert(ContractPart::Labels);
    std::set<std::string> keys = keysOf(lint);
    const Stage &stage = syntax.stages[target.value];
    const Instruction &from = syntax.at(stage.from);
    const Instruction &last = syntax.at(stage.last);
    for (const StageIndex each : lint.shippedStages()) {
        for (const Instruction &maintainer : lint.instructionsOf(each)) {
            if (maintainer.keyword == Keyword::Maintainer
                && !keys.contains(std::string(prefix) + "authors")) {
                addFix(
                    proposal,
                    {QT_TRANSLATE_NOOP("refactor", "MAINTAINER in line %1 as a label"), {lineOf(maintainer)}},
                    asLabel(syntax, maintainer));
                keys.insert(std::string(prefix) + "authors");
            }
        }
    }
    std::string fixed;
    for (const char *name : {"title", "description", "source", "url", "licenses", "vendor", "authors"}) {
        std::string value(wish.setting(name));
        if (value.empty() && std::string_view(name) == "title" && context.manifests) {
            for (const auto &package : context.manifests->nodePackages) {
                if (package.path == "package.json")
                    value = package.facts.name;
            }
        }
        proposal.choices.push_back({name, {std::string(prefix) + name, {}}, {}, value, true});
        const std::string key = std::string(prefix) + name;
        if (value.empty() || keys.contains(key))
            continue;
        if (!isPlain(value))
            return blocked(
                {QT_TRANSLATE_NOOP("refactor", "A label’s value holds no quotes, $ and \\ here."), {}});
        fixed.append(" ").append(key).append("=\"").append(value).append("\"");
    }
    const std::string image = rootImageOf(lint, target);
    const std::string baseKey = std::string(prefix) + "base.name";
    if (!image.empty() && image != "scratch" && isPlain(image) && !keys.contains(baseKey)
        && image.find('@') == std::string::npos)
        fixed += " " + baseKey + "=\"" + image + "\"";
    if (!fixed.empty()) {
        auto edit = insertBehind(syntax, stage.from, {keywordLike(syntax, from, "LABEL") + fixed});
        if (!edit)
            return blocked(edit.error().text, from.range);
        addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "What stays the same"), {}}, {std::move(*edit)});
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> changing {
        {{"version", "VERSION"}, {"revision", "REVISION"}, {"created", "CREATED"}}};
    std::string arguments;
    std::string labels;
    for (const auto &[name, variable] : changing) {
        const std::string key = std::string(prefix) + std::string(name);
        if (keys.contains(key))
            continue;
        labels += " " + key + "=\"$" + std::string(variable) + "\"";
        const bool isThere = last.keyword == Keyword::Arg
            && std::ranges::any_of(lint.settingsOf(target),
                                   [&, wanted = variable](const VariableSetting &setting) {
                                       return &syntax.at(setting.instruction) == &last
                                           && setting.name == wanted;
                                   });
        if (!isThere && !lint.variableAt(last, variable))
            arguments += " " + std::string(variable);
    }
    if (!labels.empty()) {
        std::vector<std::string> lines;
        if (!arguments.empty())
            lines.push_back(keywordLike(syntax, last, "ARG") + arguments);
        lines.push_back(keywordLike(syntax, last, "LABEL") + labels);
        auto edit = insertBehind(syntax, stage.last, lines);
        if (!edit)
            return blocked(edit.error().text, last.range);
        addPart(proposal,
                {QT_TRANSLATE_NOOP("refactor", "Version, revision and date, handed over by --build-arg"), {}},
                {std::move(*edit)});
    }
    if (proposal.parts.empty())
        return blocked({QT_TRANSLATE_NOOP("refactor", "The image has these labels already."), {}});
    return proposal;
}

} // namespace drydock
