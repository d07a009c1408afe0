// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"

#include "model/lint/silence.h"

#include <algorithm>

namespace drydock {
namespace {

class RuleRun {
public:
    RuleRun(const LintContext &context, const CheckOptions &options)
        : m_context(context)
        , m_options(options)
        , m_silence(context.syntax())
    { }

    std::vector<Diagnostic> run()
    {
        for (const Rule &rule : rules()) {
            if (isWanted(rule))
                ask(rule);
        }
        return std::move(m_found);
    }

private:
    bool isWanted(const Rule &rule) const
    {
        const LintSettings &settings = m_context.settings();
        const bool isBuildKits = rule.source == RuleSource::BuildKit;
        if (isBuildKits && m_options.skips(rule.id))
            return false;
        if (!isBuildKits && settings.onlyBuildKit)
            return false;
        if (isBuildKits && rule.isOptional && m_options.wantsExperimental(rule.id))
            return true;
        return severityOf(rule, settings) && !(settings.heedsComments && m_silence.silences(rule));
    }

    void ask(const Rule &rule)
    {
        const LintSettings &settings = m_context.settings();
        const Severity usual = severityOf(rule, settings).value_or(rule.severity);
        rule.check(m_context, Report([&](Finding finding) {
                       if (finding.instruction && settings.heedsComments
                           && m_silence.silences(rule, *finding.instruction))
                           return;
                       Diagnostic &found = m_found.emplace_back();
                       found.rule = rule.id;
                       // Doubt lowers a severity; it does not undo what the settings say.
                       found.severity = std::min(usual, finding.severity.value_or(usual));
                       found.range = finding.range;
                       found.message = std::move(finding.message);
                       if (finding.lines)
                           found.lines = {*finding.lines};
                       else if (finding.instruction)
                           found.lines = {{finding.instruction->firstLine, finding.instruction->lastLine}};
                       found.fixes = std::move(finding.fixes);
                       found.savedBytes = finding.savedBytes;
                   }));
    }

    const LintContext &m_context;
    const CheckOptions &m_options;
    Silence m_silence;
    std::vector<Diagnostic> m_found;
};

} // namespace

std::span<const Rule> rules()
{
    static const std::vector<Rule> all = [] {
        std::vector<Rule> result;
        for (const std::span<const Rule> source :
             {buildKitRules(), hadolintRules(), imageRules(), layerRules(), fitRules()})
            result.insert(result.end(), source.begin(), source.end());
        return result;
    }();
    return all;
}

const Rule *ruleCalled(std::string_view name)
{
    const auto all = rules();
    const auto found = std::ranges::find_if(all, [name](const Rule &rule) { return isCalled(rule, name); });
    return found == all.end() ? nullptr : &*found;
}

std::optional<Severity> severityOf(const Rule &rule, const LintSettings &settings)
{
    if (const auto own = settings.severities.find(rule.id); own != settings.severities.end())
        return own->second;
    for (const auto &[name, severity] : settings.severities) {
        if (isCalled(rule, name))
            return severity;
    }
    return rule.isOptional ? std::nullopt : std::optional(rule.severity);
}

void choose(SeverityChoices &choices, const SeverityChoices &stronger)
{
    for (const auto &[name, severity] : stronger) {
        const Rule *rule = ruleCalled(name);
        if (!rule)
            continue;
        std::erase_if(choices, [rule](const auto &choice) { return isCalled(*rule, choice.first); });
        choices.emplace(rule->id, severity);
    }
}

std::vector<Diagnostic> runRules(const LintContext &context, const CheckOptions &options)
{
    return RuleRun(context, options).run();
}

} // namespace drydock
