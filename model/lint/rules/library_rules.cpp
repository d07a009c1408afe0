// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"
#include "model/lint/artifacts.h"
#include "model/lint/carried.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/fit_rules.h"
#include "model/lint/stage_bases.h"

namespace drydock {
namespace {

/// The stage has what compiles packages, so some of them are likely to be compiled.
bool hasCompiler(StageFinder &finder, StageIndex stage)
{
    return finder.mentions(stage, "build-essential") || finder.mentions(stage, "build-base")
        || finder.mentions(stage, "g++") || finder.mentions(stage, "node-gyp");
}

/// The C library comes along, or something that stands in for it.
bool bringsLibrary(StageFinder &finder, const Carried &carried)
{
    for (const std::string_view name :
         {"gcompat", "libc6-compat", "glibc", "ld-linux", "ld-musl", "musl", "/lib64", "/lib/x86_64"}) {
        if (finder.mentions(carried.to, name))
            return true;
    }
    return finder.mentions(carried.from, "ldd ");
}

/// The last stage is there to take files out of, not to run.
bool isForExport(const LintContext &context, Libc libc)
{
    return libc == Libc::None && !programOf(context, context.graph().target);
}

std::string nameOf(Libc libc)
{
    return libc == Libc::Musl ? "musl" : "glibc";
}

UserText libraryMessage(const Carried &carried, const Artifact &artifact, Libc built, Libc run)
{
    if (artifact.kind == ArtifactKind::NodePackages)
        return {
            QT_TRANSLATE_NOOP("lint",
                              "What is compiled among these packages was made for %1, and where they go "
                              "there is %2: it does not load. Install them on the base that they run on."),
            {nameOf(built), nameOf(run)}};
    if (artifact.kind == ArtifactKind::PythonPackages)
        return {QT_TRANSLATE_NOOP("lint",
                                  "Compiled Python packages were made for %1, and where they go there is %2: "
                                  "they do not load. Install them on the base that they run on."),
                {nameOf(built), nameOf(run)}};
    if (run == Libc::None)
        return {QT_TRANSLATE_NOOP("lint",
                                  "“%1” needs %2, and where it goes there is no C library: it does not start "
                                  "(“no such file or directory”)."),
                {carried.path, nameOf(built)}};
    return {
        QT_TRANSLATE_NOOP("lint",
                          "“%1” needs %2, and where it goes there is %3: it does not start (“no such file "
                          "or directory”)."),
        {carried.path, nameOf(built), nameOf(run)}};
}

/// Where the base of the line of stages stands if it is written out.
TextRange plainBaseOf(const LintContext &context, StageIndex stage)
{
    const StageIndex root = context.stage(stage).root;
    const TextRange range = context.syntax().stages[root.value].image;
    return context.syntax().textOf(range) == rootImageOf(context, stage) ? range : TextRange();
}

std::vector<Fix> buildingOn(const LintContext &context, StageIndex stage, const std::string &image)
{
    const TextRange range = plainBaseOf(context, stage);
    if (range.isEmpty() || !parseImageReference(image))
        return {};
    return replacing({QT_TRANSLATE_NOOP("lint", "Build on %1"), {image}}, range, image, FixSafety::AskFirst);
}

/// The base of the other stage, if it is the same image in another variant.
std::vector<Fix> onSameBase(const LintContext &context, const Carried &carried)
{
    const std::string runs = rootImageOf(context, carried.to);
    const auto from = parseImageReference(rootImageOf(context, carried.from));
    const auto to = parseImageReference(runs);
    if (!from || !to || bareNameOf(*from) != bareNameOf(*to))
        return {};
    return buildingOn(context, carried.from, runs);
}

/// A severity that doubt has lowered; nothing if there is no doubt.
std::optional<Severity> doubtAbout(StageFinder &finder, const Carried &carried, const Artifact &artifact)
{
    if (artifact.isCompiled)
        return std::nullopt;
    if (artifact.kind == ArtifactKind::NodePackages && !hasCompiler(finder, carried.from))
        return Severity::Info; // Most packages are JavaScript alone.
    return Severity::Warning;
}

/// The tag with another release in it: `1.89` becomes `1.89-bookworm`. Empty if that cannot be told.
std::string onRelease(const std::string &reference, const Release *old, bool isWritten, const Release &wanted)
{
    const auto image = parseImageReference(reference);
    if (!image || !image->digest.empty() || image->tag.empty() || old->family != wanted.family
        || image->domain != "docker.io" || image->path == "library/debian" || image->path == "library/ubuntu")
        return {};
    const std::size_t at = reference.rfind(old->name);
    if (!isWritten)
        return reference + "-" + wanted.name;
    return at == std::string::npos || wanted.name.empty()
        ? std::string()
        : reference.substr(0, at) + wanted.name + reference.substr(at + old->name.size());
}

/// From here on every program asks for what no older glibc has.
constexpr std::string_view greatDivide = "2.34";

void reportOlderRelease(const LintContext &context, const Report &report, const Carried &carried,
                        const Artifact &artifact, const ReleaseOfImage &built, const ReleaseOfImage &runs)
{
    const bool isDivided = compareVersions(built.release->glibc, greatDivide) >= 0
        && compareVersions(runs.release->glibc, greatDivide) < 0;
    // Go asks for little, and has changed nothing since.
    if (artifact.kind == ArtifactKind::GoProgram && !isDivided)
        return;
    Finding finding;
    finding.instruction = carried.copy;
    finding.range = carried.word->range;
    const std::vector<std::string> versions {built.release->glibc, built.release->label(),
                                             runs.release->glibc, runs.release->label()};
    finding.message = isDivided
        ? UserText {QT_TRANSLATE_NOOP(
                        "lint",
                        "This is built with glibc %1 (%2) and goes to where there is %3 (%4): it does "
                        "not start (“version GLIBC_2.34 not found”)."),
                    versions}
        : UserText {
            QT_TRANSLATE_NOOP("lint",
                              "This is built with glibc %1 (%2) and goes to where there is %3 (%4): if it "
                              "uses anything new it does not start (“version GLIBC_… not found”)."),
            versions};
    if (!isDivided || built.isAssumed || runs.isAssumed || !artifact.isCompiled)
        finding.severity = Severity::Warning;
    finding.fixes = buildingOn(
        context, carried.from,
        onRelease(rootImageOf(context, carried.from), built.release, !built.isAssumed, *runs.release));
    report(std::move(finding));
}

void reportOtherOpenssl(StageFinder &finder, const Report &report, const Carried &carried,
                        const Release &built, const Release &runs)
{
    const bool usesIt = finder.mentions(carried.from, "libssl-dev")
        || finder.mentions(carried.from, "openssl-dev") || finder.mentions(carried.from, "openssl-devel");
    if (!usesIt || built.openssl.empty() || runs.openssl.empty() || built.openssl == runs.openssl)
        return;
    Finding finding;
    finding.instruction = carried.copy;
    finding.range = carried.word->range;
    finding.message
        = {QT_TRANSLATE_NOOP("lint",
                             "This is built with OpenSSL %1 (%2) and goes to where there is OpenSSL %3 (%4), "
                             "whose library has another name."),
           {built.openssl, built.label(), runs.openssl, runs.label()}};
    finding.severity = Severity::Warning;
    report(std::move(finding));
}

} // namespace

/// A program looks for its C library by a path that only that library has.
void checkOtherLibrary(const LintContext &context, const Report &report)
{
    StageFinder finder(context);
    for (const Carried &carried : carriedInto(context)) {
        const auto &built = traitsOf(context, carried.from);
        const auto &runs = traitsOf(context, carried.to);
        const bool areKnown = built && runs && built->libc != Libc::Unknown && built->libc != Libc::None
            && runs->libc != Libc::Unknown;
        if (!areKnown || built->libc == runs->libc || bringsLibrary(finder, carried)
            || isForExport(context, runs->libc))
            continue;
        for (const Artifact &artifact : finder.artifactsOf(carried)) {
            const bool isProgram = artifact.kind == ArtifactKind::Program;
            // Go's other ways are S01's, and without a C library there is no Node.js and no Python either.
            const bool isOthers = artifact.kind == ArtifactKind::GoProgram
                && (runs->libc != Libc::Glibc || built->libc != Libc::Musl);
            if (isOthers || (!isProgram && runs->libc == Libc::None)
                || finder.installsAnew(carried.to, artifact.kind))
                continue;
            Finding finding {carried.copy, carried.word->range,
                             libraryMessage(carried, artifact, built->libc, runs->libc),
                             onSameBase(context, carried)};
            finding.severity = doubtAbout(finder, carried, artifact);
            report(std::move(finding));
            break;
        }
    }
}

/// A library serves what was built with an older one, not with a newer one.
void checkOlderLibrary(const LintContext &context, const Report &report)
{
    StageFinder finder(context);
    for (const Carried &carried : carriedInto(context)) {
        const ReleaseOfImage built = releaseOf(rootImageOf(context, carried.from));
        const ReleaseOfImage runs = releaseOf(rootImageOf(context, carried.to));
        if (!built.release || !runs.release || built.release == runs.release)
            continue;
        const bool isOlder = !built.release->glibc.empty() && !runs.release->glibc.empty()
            && compareVersions(built.release->glibc, runs.release->glibc) > 0;
        for (const Artifact &artifact : finder.artifactsOf(carried)) {
            const bool isProgram
                = artifact.kind == ArtifactKind::Program || artifact.kind == ArtifactKind::GoProgram;
            const bool isCompiled = isProgram
                || (artifact.kind == ArtifactKind::NodePackages && artifact.isCompiled
                    && !finder.installsAnew(carried.to, artifact.kind));
            if (!isCompiled)
                continue;
            if (isOlder)
                reportOlderRelease(context, report, carried, artifact, built, runs);
            else if (isProgram)
                reportOtherOpenssl(finder, report, carried, *built.release, *runs.release);
            break;
        }
    }
}

} // namespace drydock
