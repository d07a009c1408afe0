// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/edits/line_style.h"
#include "model/knowledge/base_traits.h"
#include "model/lint/fixes.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"
#include "model/refactor/refactorings/runtime_refactorings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace drydock {
namespace {

/// Ports of what does not speak HTTP.
constexpr std::array<std::string_view, 20> otherPorts {
    "21",   "22",   "23",   "25",   "53",   "110",  "143",  "389",  "636",   "1433",
    "1521", "1883", "3306", "5432", "5672", "6379", "9042", "9092", "11211", "27017"};

/// The ports of TCP that the image exposes.
std::set<std::string> portsOf(const RefactorContext &context, StageIndex stage)
{
    const RuntimeContract contract
        = contractOf(context.syntax(), context.graph(), context.lint.options(), stage, context.images);
    std::set<std::string> ports;
    for (const std::string &port : contract.ports) {
        if (!port.ends_with("/udp") && !port.ends_with("/sctp"))
            ports.insert(port.substr(0, port.find('/')));
    }
    return ports;
}

/// A line of the file installs a package of this name.
bool isInstalled(const LintContext &context, StageIndex stage, std::string_view name)
{
    for (StageIndex each = stage; each; each = context.stage(each).parent) {
        for (const Instruction &run : context.instructionsOf(each)) {
            bool isThere = false;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                const PackageCommand *package = context.packageOf(command);
                if (!package || !package->isOfSystem() || package->packages.empty())
                    continue;
                const bool names = std::ranges::any_of(package->packages, [&](const ScriptWord *word) {
                    return std::string_view(word->value).substr(0, word->value.find_first_of("=~")) == name;
                });
                if (names)
                    isThere = package->installs();
            }
            if (isThere)
                return true;
        }
    }
    return false;
}

/// The first number of the tag; 0 if there is none.
int majorOf(std::string_view image)
{
    const std::size_t colon = image.rfind(':');
    int number = 0;
    if (colon != std::string_view::npos)
        std::from_chars(image.data() + colon + 1, image.data() + image.size(), number);
    return number;
}

/// The array behind CMD; empty if nothing in the image can ask.
std::string asking(const LintContext &context, StageIndex stage, const std::string &address)
{
    const std::string image = rootImageOf(context, stage);
    const std::string_view name
        = std::string_view(image).substr(image.rfind('/') == std::string::npos ? 0 : image.rfind('/') + 1);
    const auto &traits = traitsOf(context, stage);
    const auto has = [&](std::string_view tool) {
        const bool isInBase
            = traits && traits->tools && std::ranges::find(*traits->tools, tool) != traits->tools->end();
        return isInBase || isInstalled(context, stage, tool);
    };
    if (has("curl"))
        return R"(["curl", "-fsS", "-o", "/dev/null", ")" + address + "\"]";
    if (has("wget"))
        return R"(["wget", "-q", "-O", "/dev/null", "-T", "3", ")" + address + "\"]";
    const bool isDistrolessNode = name.starts_with("nodejs") && image.find("distroless") != std::string::npos;
    if (isDistrolessNode
        || (name.starts_with("node:") && (majorOf(image) >= 18 || image.find(":lts") != std::string::npos)))
        return std::string("[\"") + (isDistrolessNode ? "/nodejs/bin/node" : "node") + "\", \"-e\", \"fetch('"
            + address + "').then(r => process.exit(r.ok ? 0 : 1)).catch(() => process.exit(1))\"]";
    if (name.starts_with("python:") && majorOf(image) != 2)
        return "[\"python3\", \"-c\", \"import urllib.request as u; u.urlopen('" + address
            + "', timeout=2)\"]";
    return {};
}

} // namespace

Proposal proposeHealthcheck(const RefactorContext &context, const RefactorWish &wish)
{
    const LintContext &lint = context.lint;
    const Syntax &syntax = context.syntax();
    const StageIndex target = context.graph().target;
    if (!target)
        return blocked({QT_TRANSLATE_NOOP("refactor", "There is no stage to be built."), {}});
    if (const Instruction *check = lint.lastOf(target, Keyword::Healthcheck))
        return blocked({QT_TRANSLATE_NOOP("refactor", "Line %1 says how to check the container already."),
                        {lineOf(*check)}},
                       check->range);
    const Instruction *program = programOf(lint, target);
    if (!program && !traitsOf(lint, target))
        return blocked(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "The file does not say what the container runs, and nothing is known of its base."),
             {}});
    const std::set<std::string> ports = portsOf(context, target);

    Proposal proposal;
    proposal.name = {QT_TRANSLATE_NOOP("refactor", "Add a health check"), {}};
    proposal.explanation = {
        QT_TRANSLATE_NOOP(
            "refactor",
            "The engine asks the program from time to time whether it answers, and says so. Kubernetes has "
            "checks of its own and does not look at this one."),
        {}};
    proposal.declared.insert(ContractPart::Healthcheck);
    Choice port {
        "port", {QT_TRANSLATE_NOOP("refactor", "Port"), {}}, {}, std::string(wish.setting("port")), true};
    for (const std::string &each : ports) {
        if (std::ranges::find(otherPorts, each) == otherPorts.end()
            && each.find_first_not_of("0123456789") == std::string::npos)
            port.answers.push_back({each, {}});
    }
    if (port.chosen.empty() && port.answers.size() == 1)
        port.chosen = port.answers.front().value;
    const std::string image = rootImageOf(lint, target);
    const bool isSite = image.find("nginx") != std::string::npos || image.find("httpd") != std::string::npos
        || image.find("caddy") != std::string::npos;
    Choice path {"path",
                 {QT_TRANSLATE_NOOP("refactor", "Path to ask for"), {}},
                 {{"/health", {}}, {"/healthz", {}}, {"/", {}}},
                 std::string(wish.setting("path")),
                 true};
    if (path.chosen.empty())
        path.chosen = isSite ? "/" : "/health";
    if (!path.chosen.starts_with('/') || path.chosen.find_first_of("'\"\\ \t\r\n") != std::string::npos)
        return blocked(
            {QT_TRANSLATE_NOOP("refactor", "A path begins with / and holds no blanks and quotes."), {}});
    proposal.choices = {port, path};
    const bool isNumber = !port.chosen.empty() && port.chosen.size() < 6
        && port.chosen.find_first_not_of("0123456789") == std::string::npos;
    if (!isNumber) {
        Proposal refused = blocked(
            port.answers.empty()
                ? UserText {QT_TRANSLATE_NOOP(
                                "refactor",
                                "No EXPOSE says at which port the program speaks HTTP: choose one."),
                            {}}
                : UserText {QT_TRANSLATE_NOOP("refactor",
                                              "The program listens at several ports: choose the one to ask."),
                            {}});
        refused.choices = proposal.choices;
        return refused;
    }
    const std::string address = "http://127.0.0.1:" + port.chosen + path.chosen;
    const std::string array = asking(lint, target, address);
    if (array.empty()) {
        Proposal refused = blocked(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "As far as is known, “%1” has nothing that could ask: install curl, or let the program "
                 "check itself."),
             {image.empty() ? syntax.joined(syntax.at(syntax.stages[target.value].from),
                                            syntax.stages[target.value].image)
                            : image}},
            syntax.stages[target.value].image);
        refused.choices = proposal.choices;
        return refused;
    }
    // In front of what is started, or at the end.
    const Stage &stage = syntax.stages[target.value];
    InstructionIndex behind = stage.last;
    for (std::size_t i = stage.from.value + 1; i <= stage.last.value; ++i) {
        const Keyword keyword = syntax.instructions[i].keyword;
        if (keyword == Keyword::Cmd || keyword == Keyword::Entrypoint) {
            behind = {i - 1};
            break;
        }
    }
    const Instruction &neighbour = syntax.at(behind);
    auto edit = insertBehind(syntax, behind,
                             {keywordLike(syntax, neighbour, "HEALTHCHECK")
                              + " --interval=30s --timeout=3s --start-period=10s --retries=3 "
                              + keywordLike(syntax, neighbour, "CMD") + " " + array});
    if (!edit)
        return blocked(edit.error().text, neighbour.range);
    addPart(proposal, {QT_TRANSLATE_NOOP("refactor", "Ask %1"), {address}}, {std::move(*edit)});
    proposal.parts.front().isOptional = false;
    proposal.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor", "The program answers at %1, with success while all is well."),
          {address}},
         program ? program->range : syntax.stages[target.value].image});
    return proposal;
}

} // namespace drydock
