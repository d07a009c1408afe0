// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What lies beside a Dockerfile is as little to be trusted as the file itself: whatever a .dockerignore, a path or a
// manifest holds, it is read or refused, in time that does not explode.
#include "model/context/copy_source.h"
#include "model/context/docker_ignore.h"
#include "model/context/manifests/manifests.h"
#include "model/context/path_match.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace drydock;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

/// The input's first line names paths, the rest is the .dockerignore.
void checkIgnore(std::string_view bytes)
{
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view head = bytes.substr(0, end);
    const std::string_view text = bytes.substr(std::min(end + 1, bytes.size()));
    const auto parsed = DockerIgnore::parse(text);
    IgnoreFile file;
    file.text = text;
    if (parsed)
        file.rules = *parsed;
    else
        require(!parsed.error().text.source.empty(), "a refusal says why");
    for (const IgnoreRule &rule : file.rules.rules()) {
        require(rule.range.begin < rule.range.end && rule.range.end <= text.size(),
                "a rule lies in its file");
        require(!rule.pattern.text().empty(), "a rule has a pattern");
    }
    std::vector<ContextEntry> entries;
    for (std::size_t begin = 0; begin < head.size() && entries.size() < 20;) {
        const std::size_t blank = std::min(head.find(' ', begin), head.size());
        ContextEntry entry;
        entry.path = pathFromRoot(head.substr(begin, blank - begin));
        entry.kind = entry.path.size() % 5 == 4 ? EntryKind::Link : EntryKind::File;
        entry.target = entry.path.substr(entry.path.size() / 2);
        entry.bytes = 1;
        if (!entry.path.empty())
            entries.push_back(std::move(entry));
        begin = blank + 1;
    }
    const BuildContext context(entries, file);
    for (std::size_t i = 0; i < context.entries().size(); ++i) {
        const ContextEntry &entry = context.entries()[i];
        require(context.find(entry.path) == i, "an entry is found by its path");
        require(context.endOf(i) > i && context.endOf(i) <= context.entries().size(),
                "a folder ends behind itself");
        const auto rule = file.rules.decidingRule(entry.path);
        require(!rule || *rule < file.rules.rules().size(), "the rule that decides exists");
        if (!file.rules.hasExceptions()) {
            require(file.rules.isIgnored(entry.path) == file.rules.isSourceIgnored(entry.path),
                    "both questions have one answer where there are no exceptions");
            require(entry.kind == EntryKind::Folder || entry.isSent != file.rules.isIgnored(entry.path),
                    "what is not left out is sent");
        }
        matchPath(text.substr(0, 300), entry.path);
        for (const bool keepsParents : {false, true}) {
            const CopySource source
                = takenBy(context, {entry.path, {std::string(text.substr(0, 20))}, keepsParents});
            for (const std::size_t index : source.entries)
                require(context.entries()[index].isSent, "only what is sent is copied");
        }
    }
    takenBy(context, {std::string(text.substr(0, 100)), {}, false});
}

void checkReaders(std::string_view bytes)
{
    readGoModule(bytes);
    readGoSource(bytes);
    readNodePackage(bytes);
    readPackageLock(bytes);
    readPnpmLock(bytes);
    readDenoConfig(bytes);
    readTypeScriptConfig(bytes);
    readWebConfig(bytes);
    readAngularConfig(bytes);
    readPyproject(bytes);
    readPipfile(bytes);
    readRequirements(bytes);
    readCondaEnvironment(bytes);
    readPythonLock(bytes);
    if (const auto project = readPom(bytes))
        require(project->packaging != "pom" || project->artifactName().empty(),
                "a parent project makes nothing");
    readGradle(bytes);
    readDotnetProject(bytes);
    readCargoToml(bytes);
    readCargoLock(bytes);
    readRustSettings(bytes);
    readComposer(bytes);
    readGemfileLock(bytes);
    readMix(bytes);
    readCmake(bytes);
    readMakefile(bytes);
    readHaskell(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    checkIgnore(bytes);
    checkReaders(bytes);
    return 0;
}
