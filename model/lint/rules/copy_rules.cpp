// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/copy_rules.h"

#include "model/lint/fixes.h"
#include "model/syntax/characters.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool isArchive(std::string_view path)
{
    static constexpr std::array<std::string_view, 13> endings {
        ".tar", ".gz", ".bz2", ".xz", ".tgz", ".tbz2", ".txz", ".zst", ".tb2", ".tbz", ".tlz", ".lzma", ".z"};
    const std::string lower = lowered(path);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

bool isRemote(std::string_view source)
{
    return source.find("://") != std::string_view::npos || source.starts_with("git@");
}

std::string_view fileOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace

/// ADD also downloads and unpacks; where neither is meant, COPY says so.
void checkAddForFiles(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &add : syntax.instructions) {
        if (add.keyword != Keyword::Add || syntax.wordsOf(add).size() < 2)
            continue;
        bool isPlain = true;
        for (const Word &word : syntax.wordsOf(add).first(syntax.wordsOf(add).size() - 1)) {
            const std::string source = wordValue(syntax, add, word);
            isPlain = isPlain && !isRemote(source) && !isArchive(source)
                && source.find('$') == std::string::npos && source.find('*') == std::string::npos
                && !heredocOf(source);
        }
        if (!isPlain)
            continue;
        const bool hasOwnFlags = syntax.flagNamed(add, "--checksum")
            || syntax.flagNamed(add, "--keep-git-dir") || syntax.flagNamed(add, "--unpack");
        const std::string keyword = syntax.joined(add, add.keywordRange);
        const bool isWhole = syntax.textOf(add.keywordRange) == keyword;
        const std::string copy = keyword == lowered(keyword) ? "copy" : "COPY";
        report({&add,
                add.keywordRange,
                {QT_TRANSLATE_NOOP("lint",
                                   "ADD unpacks archives and downloads; for plain files COPY does, and says, "
                                   "only that."),
                 {}},
                hasOwnFlags || !isWhole
                    ? std::vector<Fix> {}
                    : replacing({QT_TRANSLATE_NOOP("lint", "Write “%1”"), {copy}}, add.keywordRange, copy)});
    }
}

/// Copied first and unpacked then, the archive itself stays in a layer of its own. ADD unpacks on the way.
void checkArchiveCopied(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const auto own = context.instructionsOf({i});
        for (std::size_t k = 0; k < own.size(); ++k) {
            const Instruction &copy = own[k];
            if (copy.keyword != Keyword::Copy || syntax.flagNamed(copy, "--from")
                || syntax.wordsOf(copy).size() != 2)
                continue;
            const Word &word = syntax.wordsOf(copy).front();
            const std::string source = wordValue(syntax, copy, word);
            if (!isArchive(source) || source.find('*') != std::string::npos)
                continue;
            const std::string_view name = fileOf(source);
            const auto unpacks = [&](const Instruction &run) {
                return std::ranges::any_of(context.commandsOf(run), [&](const ScriptCommand &command) {
                    return (command.name() == "tar" || command.name() == "gunzip")
                        && std::ranges::any_of(command.arguments(), [&](const ScriptWord &each) {
                               return fileOf(each.value) == name;
                           });
                });
            };
            if (std::any_of(
                    own.begin() + static_cast<std::ptrdiff_t>(k), own.end(),
                    [&](const Instruction &run) { return run.keyword == Keyword::Run && unpacks(run); }))
                report({&copy,
                        word.range,
                        {QT_TRANSLATE_NOOP(
                             "lint",
                             "“%1” is unpacked below, and stays in this layer besides: ADD unpacks "
                             "it on the way in."),
                         {std::string(name)}}});
        }
    }
}

/// Several files go into a directory; without the slash nothing says that it is one, and older builders refuse it.
void checkSeveralSources(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &copy : syntax.instructions) {
        if (copy.keyword != Keyword::Copy || syntax.wordsOf(copy).size() < 3)
            continue;
        const Word &word = syntax.wordsOf(copy).back();
        const std::string destination = wordValue(syntax, copy, word);
        const bool isDirectory = destination.empty() || destination == "." || destination == ".."
            || destination.ends_with('/') || destination.ends_with("/.") || destination.ends_with("/..");
        // "<<E" begins a here-document, also where a destination is meant to stand.
        if (isDirectory || destination.starts_with("<<")
            || destination.find_first_of("$\\\"'") != std::string::npos)
            continue;
        report(
            {&copy,
             word.range,
             {QT_TRANSLATE_NOOP("lint", "Several sources go into a directory: a slash behind “%1” says so."),
              {destination}},
             copy.isJson ? std::vector<Fix> {}
                         : inserting({QT_TRANSLATE_NOOP("lint", "Write “%1”"), {destination + "/"}},
                                     word.range.end, "/", FixSafety::AskFirst)});
    }
}

/// Where that is depends on what the base image happens to set.
void checkRelativeDestination(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &copy : syntax.instructions) {
        if (copy.keyword != Keyword::Copy || !copy.stage || syntax.wordsOf(copy).size() < 2
            || context.workingDirectoryAt(copy))
            continue;
        const Word &word = syntax.wordsOf(copy).back();
        const std::string destination = wordValue(syntax, copy, word);
        const bool isDrive = destination.size() > 1 && destination[1] == ':';
        const bool isFromScratch
            = context.graph().nodes[context.stage(copy.stage).root.value].pin == ImagePin::Scratch;
        if (destination.empty() || destination.find_first_of("/$\\\"'") == 0 || isDrive || isFromScratch)
            continue;
        report(
            {&copy,
             word.range,
             {QT_TRANSLATE_NOOP("lint",
                                "“%1” lies in whatever directory the base image sets: set WORKDIR first, or "
                                "write the whole path."),
              {destination}}});
    }
}

namespace {

template <typename Visit>
void eachBase(const LintContext &context, Visit visit)
{
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const ResolvedBase &base = context.resolution().bases[i];
        const bool isReplaced = context.options().contexts.contains(base.image.text)
            || (!base.name.empty() && context.options().contexts.contains(lowered(base.name)));
        if (base.parent || !base.isKnown || isReplaced)
            continue;
        if (const auto reference = parseImageReference(base.image.text))
            visit(syntax.at(syntax.stages[i].from), syntax.stages[i].image, base, *reference);
    }
}

} // namespace

/// No tag means latest: whatever is newest on the day of the build.
void checkUntaggedBase(const LintContext &context, const Report &report)
{
    eachBase(context,
             [&](const Instruction &from, TextRange range, const ResolvedBase &base,
                 const ImageReference &reference) {
                 if (base.image.text == "scratch" || !reference.tag.empty() || !reference.digest.empty())
                     return;
                 report(
                     {&from,
                      range,
                      {QT_TRANSLATE_NOOP(
                           "lint", "“%1” has no tag, so it is whatever is newest on the day of the build."),
                       {base.image.text}}});
             });
}

/// A tag that is meant to move is as good as none.
void checkMovingTag(const LintContext &context, const Report &report)
{
    static constexpr std::array<std::string_view, 8> moving {"latest", "latest-dev", "edge",    "nightly",
                                                             "master", "main",       "rolling", "dev"};
    eachBase(
        context,
        [&](const Instruction &from, TextRange range, const ResolvedBase &, const ImageReference &reference) {
            if (!reference.digest.empty() || std::ranges::find(moving, reference.tag) == moving.end())
                return;
            Finding finding {&from,
                             range,
                             {QT_TRANSLATE_NOOP(
                                  "lint", "The tag “%1” moves: the same file builds another image tomorrow."),
                              {reference.tag}}};
            // The free images of this registry have no other tags.
            if (reference.domain == "cgr.dev")
                finding.severity = Severity::Info;
            report(std::move(finding));
        });
}

/// Images come only from where the project says.
void checkRegistry(const LintContext &context, const Report &report)
{
    const std::vector<std::string> &trusted = context.settings().trustedRegistries;
    if (trusted.empty())
        return;
    for (const GraphNode &node : context.graph().nodes) {
        if (node.kind != NodeKind::Image || node.reference.empty() || node.pin == ImagePin::Scratch)
            continue;
        const auto reference = parseImageReference(node.reference);
        if (!reference)
            continue;
        const bool isTrusted = std::ranges::any_of(trusted, [&](const std::string &registry) {
            const std::string domain
                = registry == "docker.io" || registry == "hub.docker.com" ? "docker.io" : registry;
            const std::string whole = reference->domain + "/" + reference->path;
            return domain == "*" || reference->domain == domain || whole.starts_with(domain + "/");
        });
        if (isTrusted)
            continue;
        for (const TextRange mention : node.mentions) {
            const InstructionIndex at = context.syntax().instructionAt(mention.begin);
            report({at ? &context.syntax().at(at) : nullptr,
                    mention,
                    {QT_TRANSLATE_NOOP("lint", "“%1” is none of the registries that this project trusts."),
                     {reference->domain}}});
        }
    }
}

/// Whoever runs the image may want to know that the user is not root without looking into its passwd file.
void checkUserByName(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &user : context.instructionsOf(stage)) {
            if (user.keyword != Keyword::User)
                continue;
            const std::string value = syntax.joined(user, user.arguments);
            const std::string name = value.substr(0, value.find(':'));
            if (name.empty() || name.find_first_of("$\\") != std::string::npos || name == "root"
                || name.find_first_not_of("0123456789") == std::string::npos)
                continue;
            report(
                {&user,
                 user.arguments,
                 {QT_TRANSLATE_NOOP("lint",
                                    "Whether “%1” is root cannot be told from outside of the image; a number "
                                    "says it."),
                  {name}}});
        }
    }
}

/// Without one, a container that hangs looks alive.
void checkHealthcheckMissing(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    if (!target || context.lastOf(target, Keyword::Healthcheck))
        return;
    const Instruction &from = context.syntax().at(context.syntax().stages[target.value].from);
    report({&from,
            from.keywordRange,
            {QT_TRANSLATE_NOOP("lint",
                               "Nothing tells whether the program in the container is well: HEALTHCHECK."),
             {}}});
}

/// For projects that want no exceptions.
void checkIgnoreComments(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        for (const Comment &comment : syntax.docCommentsOf(instruction)) {
            const std::string_view text = trimmed(syntax.textOf(comment.range).substr(1));
            if (text.starts_with("hadolint ignore") || text.starts_with("drydock ignore"))
                report({nullptr,
                        comment.range,
                        {QT_TRANSLATE_NOOP("lint", "This project wants no exceptions in comments."), {}}});
        }
    }
}

} // namespace drydock
