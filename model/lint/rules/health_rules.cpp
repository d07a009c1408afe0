// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"
#include "model/lint/stage_bases.h"
#include "model/lint/stage_contents.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// `curl -f http://…` with nothing but options that wget does without: the address. Null for any other call.
const ScriptWord *addressOfPlainCurl(const ScriptCommand &command)
{
    const ScriptWord *address = nullptr;
    for (const ScriptWord &word : command.arguments()) {
        const bool isDispensable = isOneOf(word.value, {"--fail", "--silent", "--show-error", "--location"})
            || (word.value.starts_with('-') && !word.value.starts_with("--")
                && word.value.find_first_not_of("-fsSkL") == std::string::npos);
        if (isDispensable)
            continue;
        if (address || word.value.starts_with('-'))
            return nullptr;
        address = &word;
    }
    return address;
}

/// BusyBox has a wget of its own.
std::vector<Fix> askingWithWget(const LintContext &context, const Instruction &check,
                                const ScriptCommand &command)
{
    const ScriptWord *address = addressOfPlainCurl(command);
    if (command.name() != "curl" || !address || command.program >= command.words.size()
        || command.words.back().range.begin != address->range.begin)
        return {};
    const TextRange range {command.words[command.program].range.begin, address->range.end};
    const std::string target(context.syntax().textOf(address->range));
    return replacing({QT_TRANSLATE_NOOP("lint", "Ask with BusyBox’s wget"), {}}, range,
                     check.isJson ? "\"wget\", \"-q\", \"--spider\", " + target
                                  : "wget -q --spider " + target,
                     FixSafety::AskFirst);
}

/// With apt, right behind FROM, where the user is still root.
std::vector<Fix> installing(const LintContext &context, const BaseTraits &traits, std::string_view tool)
{
    const StageIndex target = context.graph().target;
    const StageIndex parent = context.stage(target).parent;
    const bool isDebian = traits.family && isOneOf(traits.family->name, {"debian", "ubuntu"});
    if (!isDebian || !traits.user.empty() || (parent && context.lastOf(parent, Keyword::User)))
        return {};
    const Instruction &from = context.syntax().at(context.syntax().stages[target.value].from);
    const std::string name(tool);
    return insertingBehind({QT_TRANSLATE_NOOP("lint", "Install %1"), {name}}, context.syntax(), from,
                           {keywordLike(context.syntax(), from, "RUN")
                            + " apt-get update && apt-get install -y --no-install-recommends " + name
                            + " && rm -rf /var/lib/apt/lists/*"},
                           FixSafety::AskFirst);
}

/// The commands of a HEALTHCHECK, without its CMD.
std::vector<ScriptCommand> commandsOfCheck(const LintContext &context, const Instruction &check)
{
    std::vector<ScriptCommand> commands = scriptOf(context.syntax(), check);
    if (!commands.empty() && lowered(commands.front().name()) == "cmd") {
        ScriptCommand &first = commands.front();
        first.words.erase(first.words.begin());
        if (first.words.empty())
            commands.erase(commands.begin());
    }
    return commands;
}

} // namespace

/// The check fails from the first time on, and the container counts as unhealthy.
void checkHealthTool(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    const Instruction *check = target ? context.lastOf(target, Keyword::Healthcheck) : nullptr;
    const auto traits = target ? traitsOf(context, target) : std::nullopt;
    if (!check || !traits || !traits->tools)
        return;
    const std::vector<ScriptCommand> commands = commandsOfCheck(context, *check);
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const ScriptCommand &command = commands[i];
        const std::string_view tool = command.name();
        if (!isOneOf(tool, {"curl", "wget"})
            || std::ranges::find(*traits->tools, tool) != traits->tools->end())
            continue;
        // `curl … || wget …` takes what there is.
        const bool hasOther = command.joint == ShellJoint::Or && i + 1 < commands.size()
            && !isOneOf(commands[i + 1].name(), {"exit", "false", "kill"});
        if (hasOther || mayHaveTool(context, target, tool))
            return;
        Finding finding {
            check,
            command.words[command.program].range,
            {QT_TRANSLATE_NOOP("lint",
                               "“%1” brings no %2, and nothing here installs it: the container is "
                               "never healthy."),
             {rootImageOf(context, target), std::string(tool)}}};
        const bool hasWget = std::ranges::find(*traits->tools, "wget") != traits->tools->end();
        if (hasWget)
            finding.fixes = askingWithWget(context, *check, command);
        else
            finding.fixes = installing(context, *traits, tool);
        report(std::move(finding));
        return;
    }
}

} // namespace drydock
