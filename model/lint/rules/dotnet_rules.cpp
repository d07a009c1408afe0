// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/graph/image_reference.h"
#include "model/knowledge/image_tags.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// The last value that the target's line of stages gives to `name`; null if none.
const VariableSetting *settingOf(const LintContext &context, std::string_view name)
{
    const VariableSetting *last = nullptr;
    for (const StageIndex stage : context.shippedStages()) {
        for (const VariableSetting &setting : context.settingsOf(stage)) {
            if (setting.keyword == Keyword::Env && setting.name == name)
                last = &setting;
        }
    }
    return last;
}

/// The program is told where to listen.
bool hasAddress(const LintContext &context)
{
    for (const std::string_view name : {"ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS", "DOTNET_URLS", "URLS",
                                        "HTTP_PORTS", "Kestrel__Endpoints__Http__Url"}) {
        if (settingOf(context, name))
            return true;
    }
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *program = context.lastOf(context.graph().target, keyword);
        if (!program)
            continue;
        const std::string_view words = context.syntax().textOf(program->arguments);
        // A script may set anything.
        if (words.find("urls") != std::string_view::npos || words.find(".sh") != std::string_view::npos
            || words.find("80") != std::string_view::npos)
            return true;
    }
    return false;
}

void checkPort(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    const Instruction *instruction = nullptr;
    const Word *old = nullptr;
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &expose : context.instructionsOf(stage)) {
            if (expose.keyword != Keyword::Expose)
                continue;
            for (const Word &word : syntax.wordsOf(expose)) {
                const std::string port = wordValue(syntax, expose, word);
                if (port.starts_with("8080"))
                    return;
                if (port == "80" || port == "80/tcp") {
                    instruction = &expose;
                    old = &word;
                }
            }
        }
    }
    if (!old || hasAddress(context))
        return;
    report({instruction,
            old->range,
            {QT_TRANSLATE_NOOP("lint",
                               "Since .NET 8 these images listen on port 8080 unless they are told "
                               "otherwise, so nothing answers on port 80."),
             {}},
            replacing({QT_TRANSLATE_NOOP("lint", "Expose 8080"), {}},
                      {old->range.begin, old->range.begin + 2}, "8080", FixSafety::AskFirst)});
}

bool installsIcu(const LintContext &context)
{
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            if (context.syntax().textOf(instruction.range).find("icu") != std::string_view::npos)
                return true;
        }
    }
    return false;
}

void checkGlobalization(const LintContext &context, const Report &report, const ImageReference &image)
{
    const bool isAlpine = image.tag.find("alpine") != std::string::npos;
    const bool isChiseled = image.tag.find("chiseled") != std::string::npos;
    const bool hasIcu = image.tag.find("extra") != std::string::npos || image.path.ends_with("/sdk")
        || installsIcu(context);
    const VariableSetting *setting = settingOf(context, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
    if ((!isAlpine && !isChiseled) || hasIcu || !setting || !setting->value
        || !isOneOf(*setting->value, {"false", "0", "False", "FALSE"}))
        return;
    const Instruction &env = context.syntax().at(setting->instruction);
    report({&env, env.arguments,
            isAlpine ? UserText {QT_TRANSLATE_NOOP(
                                     "lint",
                                     "This base has no ICU, which the program needs as soon as globalization "
                                     "is on: it stops with “Couldn't find a valid ICU package”. apk add "
                                     "icu-libs brings it."),
                                 {}}
                     : UserText {QT_TRANSLATE_NOOP(
                                     "lint",
                                     "This base has no ICU, which the program needs as soon as globalization "
                                     "is on: it stops with “Couldn't find a valid ICU package”. The variant "
                                     "with -extra has it."),
                                 {}}});
}

} // namespace

/// What .NET's images changed, and what their small variants leave out.
void checkDotnetDefaults(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    if (!target)
        return;
    const auto image = parseImageReference(rootImageOf(context, target));
    if (!image || image->domain != "mcr.microsoft.com" || !image->path.starts_with("dotnet/")
        || isWindowsTag(image->tag))
        return;
    checkGlobalization(context, report, *image);
    const auto parts = tagParts(image->tag);
    const bool isWeb = image->path.ends_with("/aspnet") || image->path.ends_with("/runtime-deps")
        || image->path.ends_with("/sdk");
    if (isWeb && !parts.empty() && isVersion(parts.front()) && compareVersions(parts.front(), "8") >= 0)
        checkPort(context, report);
}

} // namespace drydock
