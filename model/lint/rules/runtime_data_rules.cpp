// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/context/folder_facts.h"
#include "model/lint/fixes.h"
#include "model/lint/image_files.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

template <typename Visit>
void eachShipped(const LintContext &context, Visit visit)
{
    for (const StageIndex stage : context.shippedStages()) {
        for (const Instruction &instruction : context.instructionsOf(stage))
            visit(instruction);
    }
}

bool mentionsAny(const LintContext &context, const Instruction &instruction,
                 std::initializer_list<std::string_view> texts)
{
    const std::string_view all = context.syntax().textOf(instruction.range);
    return std::ranges::any_of(texts, [all](std::string_view text) { return all.find(text) != all.npos; });
}

/// Something that is copied may cover `path`, or a RUN may do anything.
bool mayBring(const LintContext &context, std::string_view path)
{
    bool mayBring = false;
    eachShipped(context, [&](const Instruction &instruction) {
        if (instruction.keyword == Keyword::Run && !isTransparent(context, instruction))
            mayBring = true;
        const auto copy = copyStepOf(context, instruction);
        if (copy && (copy->destination.empty() || liesIn(path, copy->destination))
            && copy->destination != "/")
            mayBring = true;
        if (copy && copy->destination == "/") { // A file is fine, a folder is not.
            mayBring = mayBring || copy->takesAll() || instruction.keyword == Keyword::Add
                || std::ranges::any_of(copy->sources, [](const CopiedSource &source) {
                           return source.path.ends_with('/')
                               || source.name().find("root") != std::string_view::npos;
                       });
        }
    });
    return mayBring;
}

/// Words by which the program is started; empty if nothing says it.
std::vector<const ScriptWord *> startWords(const LintContext &context, StageIndex target)
{
    std::vector<const ScriptWord *> words;
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *instruction = context.lastOf(target, keyword);
        if (!instruction)
            continue;
        for (const ScriptCommand &command : context.commandsOf(*instruction)) {
            for (const ScriptWord &word : command.words)
                words.push_back(&word);
        }
    }
    return words;
}

/// Runtimes that bring certificates and time zones of their own.
bool isSelfContained(const std::vector<const ScriptWord *> &words)
{
    return std::ranges::any_of(words, [](const ScriptWord *word) {
        const std::string_view value = word->value;
        const std::string_view name = value.substr(value.rfind('/') + 1);
        return name.starts_with("python")
            || isOneOf(name, {"node", "java", "npm", "yarn", "pnpm", "deno", "bun"});
    });
}

/// Packages of `manager` that the shipped stages install; a variable or a list from a file counts as `unknown`.
std::vector<std::string_view> packagesOf(const LintContext &context)
{
    std::vector<std::string_view> names;
    eachShipped(context, [&](const Instruction &instruction) {
        for (const ScriptCommand &command : context.commandsOf(instruction)) {
            const PackageCommand *package = context.packageOf(command);
            if (!package || !package->installs())
                continue;
            for (const ScriptWord *word : package->packages)
                names.push_back(word->value);
        }
    });
    return names;
}

/// Every `apt-get install` leaves recommended packages out, so that what is installed is what is named, about.
bool installsOnlyWhatIsNamed(const LintContext &context)
{
    bool isExact = true;
    eachShipped(context, [&](const Instruction &instruction) {
        for (const ScriptCommand &command : context.commandsOf(instruction)) {
            const PackageCommand *package = context.packageOf(command);
            if (package && package->manager == PackageManager::Apt && package->installs())
                isExact = isExact && command.has({"--no-install-recommends"});
            else if (package && package->manager != PackageManager::Apt
                     && package->manager != PackageManager::Apk)
                isExact = false;
        }
    });
    return isExact;
}

bool startsWithAny(std::string_view name, std::initializer_list<std::string_view> beginnings)
{
    return std::ranges::any_of(beginnings,
                               [name](std::string_view beginning) { return name.starts_with(beginning); });
}

/// A RUN behind the FROM that everything shipped rests on, or nothing if that base installs in another way.
std::vector<Fix> installing(const LintContext &context, std::string_view package)
{
    const StageIndex root = context.shippedStages().front();
    const std::string image = rootImageOf(context, root);
    const Instruction &from = context.syntax().at(context.syntax().stages[root.value].from);
    const std::string name = image.substr(0, image.find_first_of(":@"));
    std::string command;
    if (name == "alpine")
        command = "apk add --no-cache " + std::string(package);
    else if (isOneOf(name, {"debian", "ubuntu"}))
        command = "apt-get update && apt-get install -y --no-install-recommends " + std::string(package)
            + " && rm -rf /var/lib/apt/lists/*";
    else
        return {};
    return insertingBehind({QT_TRANSLATE_NOOP("lint", "Install %1"), {std::string(package)}},
                           context.syntax(), from,
                           {keywordLike(context.syntax(), from, "RUN") + " " + command}, FixSafety::AskFirst);
}

struct UrlPlace {
    const Instruction *instruction = nullptr;
    TextRange range;
    std::string url;
    bool isStarted = false; ///< The program is started with it.
};

bool isForeignHost(std::string_view text)
{
    const std::size_t at = text.find("https://");
    if (at == std::string_view::npos)
        return false;
    const std::string_view host = text.substr(at + 8);
    return !host.empty() && !startsWithAny(host, {"localhost", "127.", "0.0.0.0", "[", "$"});
}

/// What only a build asks for, or only people read.
bool isForOthers(const LintContext &context, const VariableSetting &setting)
{
    for (const std::string_view word :
         {"DOWNLOAD", "HOMEPAGE", "DOC",      "REPO",    "MIRROR",   "SOURCE",   "VCS",
          "BUG",      "INDEX",    "REGISTRY", "PROXY",   "ORIGIN",   "CORS",     "PUBLIC",
          "ISSUER",   "SUPPORT",  "LICENSE",  "WEBSITE", "EXTERNAL", "ROOT_URL", "BASE_URL"}) {
        if (setting.name.find(word) != std::string::npos)
            return true;
    }
    for (const std::string_view ending :
         {".gz", ".xz", ".zip", ".tgz", ".bz2", ".git", ".asc", ".sh", ".jar", ".deb"}) {
        if (setting.value->ends_with(ending))
            return true;
    }
    return std::ranges::any_of(context.syntax().instructions, [&](const Instruction &instruction) {
        const bool uses = instruction.keyword == Keyword::Run || instruction.keyword == Keyword::Add;
        return uses && mentionsAny(context, instruction, {setting.name});
    });
}

std::optional<UrlPlace> urlOf(const LintContext &context, StageIndex target)
{
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *instruction = context.lastOf(target, keyword);
        if (!instruction)
            continue;
        for (const ScriptCommand &command : context.commandsOf(*instruction)) {
            for (const ScriptWord &word : command.words) {
                if (isForeignHost(word.value))
                    return UrlPlace {instruction, word.range, word.value, true};
            }
        }
    }
    for (const StageIndex stage : context.shippedStages()) {
        for (const VariableSetting &setting : context.settingsOf(stage)) {
            if (setting.keyword != Keyword::Env || !setting.value || !isForeignHost(*setting.value)
                || isForOthers(context, setting))
                continue;
            const Instruction &env = context.syntax().at(setting.instruction);
            return UrlPlace {&env, env.arguments, *setting.value, false};
        }
    }
    return std::nullopt;
}

/// A stage compiles with `compiler`, and what it makes is shipped.
bool shipsOutputOf(const LintContext &context, std::string_view compiler)
{
    return std::ranges::any_of(context.graph().edges, [&](const GraphEdge &edge) {
        const GraphNode &source = context.graph().nodes[edge.source.value];
        if (edge.kind != EdgeKind::Copy || source.kind != NodeKind::Stage
            || !context.stage({edge.target.value}).isShipped)
            return false;
        for (StageIndex stage = source.stage; stage; stage = context.stage(stage).parent) {
            for (const Instruction &run : context.instructionsOf(stage)) {
                const auto commands = context.commandsOf(run);
                if (run.keyword == Keyword::Run
                    && std::ranges::any_of(commands, [&](const ScriptCommand &command) {
                           return command.name() == compiler && isCompiling(command);
                       }))
                    return true;
            }
        }
        return false;
    });
}

/// A library of the program that is of no use without certificates; empty if none is known.
std::string clientOf(const LintContext &context)
{
    const FolderFacts *facts = context.settings().contents.get();
    if (!facts)
        return {};
    if (!facts->goClients.empty() && shipsOutputOf(context, "go"))
        return facts->goClients.front();
    if (!facts->rustClients.empty() && shipsOutputOf(context, "cargo"))
        return facts->rustClients.front();
    return {};
}

/// The bundle from a stage that has one, for a base without a package manager.
std::vector<Fix> copyingCertificates(const LintContext &context)
{
    const StageIndex root = context.shippedStages().front();
    const Syntax &syntax = context.syntax();
    for (std::size_t i = 0; i < root.value; ++i) {
        const std::string &name = context.graph().nodes[i].name;
        const auto &traits = traitsOf(context, {i});
        if (name.empty() || !traits || traits->hasCertificates != true)
            continue;
        const Instruction &from = syntax.at(syntax.stages[root.value].from);
        return insertingBehind({QT_TRANSLATE_NOOP("lint", "Copy the certificates of “%1”"), {name}}, syntax,
                               from,
                               {keywordLike(syntax, from, "COPY") + " --from=" + name
                                + " /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/"},
                               FixSafety::AskFirst);
    }
    return {};
}

bool hasCertificates(const LintContext &context, StageIndex target)
{
    bool has = mayBring(context, "/etc/ssl/certs/ca-certificates.crt") || !installsOnlyWhatIsNamed(context);
    eachShipped(context, [&](const Instruction &instruction) {
        has = has
            || mentionsAny(context, instruction, {"ca-cert", "/ssl", "SSL_CERT", "/pki", ".crt", ".pem"});
    });
    for (const std::string_view name : packagesOf(context))
        has = has || name.find('$') != name.npos
            || startsWithAny(name,
                             {"python", "chromium", "openjdk", "default-j", "software-properties", "npm",
                              "apt-transport", "google-", "mono", "p11-kit"});
    const FolderFacts *facts = context.settings().contents.get();
    return has || (facts && facts->bringsCertificates) || isSelfContained(startWords(context, target));
}

} // namespace

/// “x509: certificate signed by unknown authority”: without root certificates every server is a stranger.
void checkCertificatesMissing(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    const auto traits = target ? traitsOf(context, target) : std::nullopt;
    if (!traits || traits->hasCertificates != false || hasCertificates(context, target))
        return;
    const auto url = urlOf(context, target);
    const std::string client = url ? std::string() : clientOf(context);
    const Instruction *program = programOf(context, target);
    Finding finding;
    if (url) {
        finding.instruction = url->instruction;
        finding.range = url->range;
        finding.message
            = {QT_TRANSLATE_NOOP(
                   "lint",
                   "“%1” has no root certificates, so the program can trust no server: a connection "
                   "to “%2” fails unless the program brings its own."),
               {rootImageOf(context, target), url->url}};
    } else if (!client.empty() && program) {
        finding.instruction = program;
        finding.range = program->arguments;
        finding.message
            = {QT_TRANSLATE_NOOP(
                   "lint",
                   "“%1” has no root certificates, so the program can trust no server, and “%2” is "
                   "there to talk to one."),
               {rootImageOf(context, target), client}};
    } else {
        return;
    }
    // What is only likely to be called is no error.
    if (!url || !url->isStarted || traits->hasShell != false)
        finding.severity = Severity::Warning;
    finding.fixes
        = traits->hasShell == true ? installing(context, "ca-certificates") : copyingCertificates(context);
    report(std::move(finding));
}

namespace {

/// A region; UTC and POSIX rules (“CET-1CEST”) need no data.
bool needsZoneData(std::string_view zone)
{
    const std::size_t slash = zone.find('/');
    return slash != std::string_view::npos && slash > 0 && !zone.starts_with("Etc/")
        && zone.find_first_of(":,") == std::string_view::npos;
}

bool hasZones(const LintContext &context, StageIndex target)
{
    bool has = mayBring(context, "/usr/share/zoneinfo/UTC");
    eachShipped(context, [&](const Instruction &instruction) {
        has = has
            || mentionsAny(context, instruction, {"zoneinfo", "tzdata", "localtime", "timezone", "ZONEINFO"});
    });
    for (const Instruction &run : context.syntax().instructions) // Linked into a Go program.
        has = has || (run.keyword == Keyword::Run && mentionsAny(context, run, {"timetzdata"}));
    if (const FolderFacts *facts = context.settings().contents.get())
        has = has || facts->bringsTimeZones;
    for (const std::string_view name : packagesOf(context))
        has = has || name.find('$') != name.npos
            || startsWithAny(name,
                             {"python", "libpython", "php", "r-base", "ruby", "postgres", "tcl", "software-",
                              "py3-", "libical", "ubuntu-"});
    return has || isSelfContained(startWords(context, target));
}

} // namespace

/// The C library then takes UTC without a word.
void checkTimeZonesMissing(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    const auto traits = target ? traitsOf(context, target) : std::nullopt;
    if (!traits || traits->hasTimeZones != false)
        return;
    const VariableSetting *zone = nullptr;
    for (const StageIndex stage : context.shippedStages()) {
        for (const VariableSetting &setting : context.settingsOf(stage)) {
            if (setting.name == "TZ" && setting.keyword == Keyword::Env)
                zone = &setting;
        }
    }
    if (!zone || !zone->value || !needsZoneData(*zone->value) || hasZones(context, target))
        return;
    const Instruction &env = context.syntax().at(zone->instruction);
    report({&env,
            env.arguments,
            {QT_TRANSLATE_NOOP(
                 "lint",
                 "“%1” knows no time zones, so TZ=%2 means UTC there: install the tzdata package or "
                 "copy /usr/share/zoneinfo."),
             {rootImageOf(context, target), *zone->value}},
            installing(context, "tzdata")});
}

} // namespace drydock
