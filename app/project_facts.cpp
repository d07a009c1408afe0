// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project_facts.h"

#include "app/file_reader.h"
#include "model/lint/hadolint_config.h"

#include <QFile>

#include <filesystem>
#include <system_error>
#include <utility>

namespace drydock::app {
namespace {

namespace fs = std::filesystem;

constexpr int mostFoldersUp = 64;

/// The first of the usual names in `folder`; empty if there is none.
fs::path configIn(const fs::path &folder)
{
    std::error_code code;
    for (const char *name : {".hadolint.yaml", ".hadolint.yml"}) {
        if (fs::is_regular_file(folder / name, code))
            return folder / name;
    }
    return {};
}

fs::path configFor(const fs::path &folder)
{
    if (fs::path beside = configIn(folder); !beside.empty())
        return beside;
    // Folders above count only if they belong to the same project.
    fs::path found;
    fs::path each = folder;
    std::error_code code;
    for (int i = 0; i < mostFoldersUp; ++i) {
        if (found.empty())
            found = configIn(each);
        if (fs::exists(each / ".git", code))
            return found;
        if (!each.has_parent_path() || each == each.parent_path())
            break;
        each = each.parent_path();
    }
    return {};
}

} // namespace

ProjectFacts readProjectFacts(const std::string &dockerfile, const std::stop_token &stop)
{
    ProjectFacts facts;
    const fs::path path(dockerfile);
    const fs::path folder = path.parent_path();
    if (auto context = readBuildContext(folder.string(), path.filename().string(), {}, stop)) {
        facts.manifests = std::make_shared<const Manifests>(readManifests(folder.string(), *context, stop));
        facts.contents
            = std::make_shared<const FolderFacts>(readFolderFacts(folder.string(), *facts.manifests, stop));
        facts.folder = std::make_shared<const BuildContext>(std::move(*context));
    }
    facts.config = configFor(folder).string();
    if (facts.config.empty())
        return facts;
    const auto content = readFile(QFile::decodeName(facts.config.c_str()));
    if (!content) {
        facts.problem = content.error();
        return facts;
    }
    if (auto config = readHadolintConfig(content->bytes))
        facts.checks = std::move(config->settings);
    else
        facts.problem = config.error();
    return facts;
}

} // namespace drydock::app
