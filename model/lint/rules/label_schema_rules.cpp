// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/label_formats.h"
#include "model/lint/rules/copy_rules.h"
#include "model/shell/words.h"
#include "model/syntax/values.h"

#include <set>

namespace drydock {
namespace {

/// A label as it is written. Values with variables in them are known at build time only, and left alone.
struct WrittenLabel {
    const Instruction *instruction = nullptr;
    TextRange key;
    TextRange value; ///< The key's if there is none.
    std::string name; ///< Quotes removed.
    std::string text; ///< Quotes removed.
    bool isNameKnown = false;
    bool isTextKnown = false;
};

/// The labels of the image in the order in which they are set.
std::vector<WrittenLabel> labelsOf(const LintContext &context)
{
    const Syntax &syntax = context.syntax();
    std::vector<WrittenLabel> labels;
    const auto plain = [&](const std::string &word) { return expandWord(word, {}, syntax.escape).text; };
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &label : context.instructionsOf(stage)) {
            if (label.keyword != Keyword::Label)
                continue;
            for (const KeyValue &pair : keyValuesOf(syntax, label)) {
                const std::string key = wordValue(syntax, label, *pair.key);
                const std::string value = pair.value ? wordValue(syntax, label, *pair.value) : std::string();
                const bool hasRange = pair.value && !pair.value->range.isEmpty();
                labels.push_back({&label, pair.key->range, hasRange ? pair.value->range : pair.key->range,
                                  plain(key), plain(value), key.find('$') == std::string::npos,
                                  value.find('$') == std::string::npos});
            }
        }
    }
    return labels;
}

/// Tells each label that the project wants to be of `kind` and whose value is not. Empty ones are DL3051.
void checkFormat(const LintContext &context, const Report &report, std::string_view kind,
                 bool (*isValid)(std::string_view), const char *sentence)
{
    const auto &wanted = context.settings().labels;
    if (wanted.empty())
        return;
    for (const WrittenLabel &label : labelsOf(context)) {
        const auto schema = wanted.find(label.name);
        if (!label.isNameKnown || !label.isTextKnown || label.text.empty() || schema == wanted.end()
            || schema->second != kind || isValid(label.text))
            continue;
        report({label.instruction, label.value, {sentence, {label.name}}});
    }
}

} // namespace

/// The project wants it, and nothing in the file sets it.
void checkLabelMissing(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    if (!target || context.settings().labels.empty())
        return;
    std::set<std::string, std::less<>> present;
    for (const WrittenLabel &label : labelsOf(context)) {
        if (!label.isNameKnown) // It may be any of them.
            return;
        present.insert(label.name);
    }
    const Instruction &from = context.syntax().at(context.syntax().stages[target.value].from);
    for (const auto &[name, kind] : context.settings().labels) {
        if (!present.contains(name))
            report({&from,
                    from.keywordRange,
                    {QT_TRANSLATE_NOOP("lint", "This project wants the label “%1”, which no LABEL sets."),
                     {name}}});
    }
}

/// The project has a closed list of labels.
void checkLabelSuperfluous(const LintContext &context, const Report &report)
{
    const LintSettings &settings = context.settings();
    if (!settings.areLabelsStrict)
        return;
    for (const WrittenLabel &label : labelsOf(context)) {
        if (label.isNameKnown && !settings.labels.contains(label.name))
            report({label.instruction,
                    label.key,
                    {QT_TRANSLATE_NOOP("lint", "“%1” is none of the labels that this project uses."),
                     {label.name}}});
    }
}

/// A label without a value tells nobody anything.
void checkLabelEmpty(const LintContext &context, const Report &report)
{
    const auto &wanted = context.settings().labels;
    if (wanted.empty())
        return;
    for (const WrittenLabel &label : labelsOf(context)) {
        const auto schema = wanted.find(label.name);
        if (label.isNameKnown && label.isTextKnown && label.text.empty() && schema != wanted.end()
            && schema->second != "rawtext")
            report({label.instruction,
                    label.value,
                    {QT_TRANSLATE_NOOP("lint", "This project wants a value for “%1”."), {label.name}}});
    }
}

// Tools that read a label take its value to be of the form that the project promises.

void checkLabelUrl(const LintContext &context, const Report &report)
{
    checkFormat(context, report, "url", isUrl,
                QT_TRANSLATE_NOOP("lint", "“%1” has to be a whole address, as https://example.com is."));
}

void checkLabelTime(const LintContext &context, const Report &report)
{
    checkFormat(
        context, report, "rfc3339", isTimestamp,
        QT_TRANSLATE_NOOP("lint", "“%1” has to be a time as RFC 3339 writes it: 2026-02-28T12:00:00Z."));
}

void checkLabelLicense(const LintContext &context, const Report &report)
{
    checkFormat(context, report, "spdx", isLicense,
                QT_TRANSLATE_NOOP(
                    "lint", "“%1” has to name a license as the SPDX list does: MIT, GPL-3.0-or-later."));
}

void checkLabelHash(const LintContext &context, const Report &report)
{
    checkFormat(
        context, report, "hash", isGitHash,
        QT_TRANSLATE_NOOP("lint", "“%1” has to be the hash of a commit: 7 to 40 hexadecimal digits."));
}

void checkLabelVersion(const LintContext &context, const Report &report)
{
    checkFormat(context, report, "semver", isSemanticVersion,
                QT_TRANSLATE_NOOP("lint", "“%1” has to be a semantic version: three numbers, as in 1.4.0."));
}

void checkLabelEmail(const LintContext &context, const Report &report)
{
    checkFormat(context, report, "email", isEmail,
                QT_TRANSLATE_NOOP("lint", "“%1” has to be an e-mail address, without a name around it."));
}

} // namespace drydock
