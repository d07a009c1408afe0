// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/node_package.h"

#include "model/context/manifests/data_tree.h"
#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

namespace drydock {
namespace {

std::map<std::string, std::string> textsByKey(const DataTree &table)
{
    std::map<std::string, std::string> texts;
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        if (table.items[i].isText())
            texts.emplace(table.keys[i], table.items[i].text);
    }
    return texts;
}

/// "node_modules/a/node_modules/@b/c" → "@b/c"
std::string_view packageOfPath(std::string_view path)
{
    constexpr std::string_view folder = "node_modules/";
    const std::size_t at = path.rfind(folder);
    return at == std::string_view::npos ? path : path.substr(at + folder.size());
}

} // namespace

Result<NodePackage> readNodePackage(std::string_view bytes)
{
    const Result<DataTree> tree = parseJson(bytes, JsonStyle::Strict);
    if (!tree)
        return tl::unexpected(tree.error());
    NodePackage result;
    result.name = tree->textAt({"name"});
    result.type = tree->textAt({"type"});
    result.main = tree->textAt({"main"});
    if (tree->at({"bin"}).isText())
        result.programs.push_back(result.name);
    else
        result.programs = tree->at({"bin"}).keys;
    result.scripts = textsByKey(tree->at({"scripts"}));
    result.dependencies = tree->at({"dependencies"}).keys;
    result.devDependencies = tree->at({"devDependencies"}).keys;
    result.nodeVersion = tree->textAt({"engines", "node"});
    result.packageManager = tree->textAt({"packageManager"});
    result.workspaces = tree->textsAt({"workspaces"});
    if (result.workspaces.empty())
        result.workspaces = tree->textsAt({"workspaces", "packages"}); // As yarn 1 had it.
    return result;
}

Result<NodeLock> readPackageLock(std::string_view bytes)
{
    const Result<DataTree> tree = parseJson(bytes, JsonStyle::Strict);
    if (!tree)
        return tl::unexpected(tree.error());
    NodeLock result;
    result.version = tree->textAt({"lockfileVersion"});
    const DataTree &packages = tree->at({"packages"});
    for (std::size_t i = 0; i < packages.keys.size(); ++i) {
        // The package itself has no path.
        if (!packages.keys[i].empty() && packages.items[i].at({"hasInstallScript"}).isTrue())
            addOnce(result.withInstallScript, packageOfPath(packages.keys[i]));
    }
    return result;
}

Result<NodeLock> readPnpmLock(std::string_view bytes)
{
    NodeLock result;
    std::string_view package;
    for (const std::string_view line : linesOf(bytes)) {
        const std::string_view text = trimmed(line);
        if (text.starts_with("lockfileVersion:")) {
            result.version = quotedText(text).value_or(trimmed(text.substr(16)));
        } else if (line.starts_with("  ") && !line.starts_with("   ") && text.ends_with(':')) {
            // "/esbuild@0.19.2:", "'@scope/name@1.0.0':", of old "/esbuild/0.19.2:"
            package = quotedText(text).value_or(text.substr(0, text.size() - 1));
            if (package.starts_with('/'))
                package.remove_prefix(1);
            const std::size_t scope = package.starts_with('@') ? package.find('/') + 1 : 0;
            package = package.substr(0, std::min(package.find_first_of("@/", scope), package.size()));
        } else if (text == "requiresBuild: true") {
            addOnce(result.withInstallScript, package);
        }
    }
    return result;
}

Result<DenoConfig> readDenoConfig(std::string_view bytes)
{
    const Result<DataTree> tree = parseJson(bytes, JsonStyle::Relaxed);
    if (!tree)
        return tl::unexpected(tree.error());
    DenoConfig result;
    result.tasks = textsByKey(tree->at({"tasks"}));
    result.imports = tree->at({"imports"}).keys;
    return result;
}

Result<TypeScriptConfig> readTypeScriptConfig(std::string_view bytes)
{
    const Result<DataTree> tree = parseJson(bytes, JsonStyle::Relaxed);
    if (!tree)
        return tl::unexpected(tree.error());
    return TypeScriptConfig {tree->textAt({"compilerOptions", "outDir"}),
                             tree->textAt({"compilerOptions", "rootDir"})};
}

Result<WebConfig> readWebConfig(std::string_view bytes)
{
    WebConfig result;
    const auto valueOf = [](std::string_view line, std::string_view key) -> std::string_view {
        const std::optional<std::size_t> behind = behindWord(line, key);
        if (!behind || !trimmed(line.substr(*behind)).starts_with(':'))
            return {};
        return quotedText(line, *behind).value_or("");
    };
    const auto keep = [](std::string &kept, std::string_view found) {
        if (kept.empty())
            kept = found;
    };
    for (const std::string_view line : linesOf(bytes)) {
        const std::string_view text = beforeMark(line, "//");
        keep(result.output, valueOf(text, "output"));
        for (const std::string_view key : {"outDir", "distDir"})
            keep(result.outDir, valueOf(text, key));
        if (behindWord(text, "import")) {
            const std::string_view from = quotedText(text).value_or("");
            if (from.find("adapter") != std::string_view::npos || from.starts_with("@astrojs/node"))
                keep(result.adapter, from);
        }
    }
    return result;
}

Result<WebConfig> readAngularConfig(std::string_view bytes)
{
    const Result<DataTree> tree = parseJson(bytes, JsonStyle::Relaxed);
    if (!tree)
        return tl::unexpected(tree.error());
    WebConfig result;
    for (const DataTree &project : tree->at({"projects"}).items) {
        const DataTree &path = project.at({"architect", "build", "options", "outputPath"});
        if (result.outDir.empty())
            result.outDir = path.isText() ? path.text : path.textAt({"base"});
    }
    return result;
}

} // namespace drydock
