// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/byte_size.h"
#include "model/context/build_context.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/cache_refactorings.h"
#include "model/refactor/refactorings/proposals.h"

#include <algorithm>
#include <span>

namespace drydock {
namespace {

/// A pattern that may be worth a line.
struct Candidate {
    std::string_view pattern;
    bool isForAll = true; ///< Worth it whether the folder has such things now or not.
    bool isBuilt = false; ///< What a build makes: only if the file builds it itself.
};

constexpr Candidate general[] = {{".git"},
                                 {".gitignore"},
                                 {".github"},
                                 {".gitlab-ci.yml"},
                                 {".vscode"},
                                 {".idea"},
                                 {"**/.DS_Store"},
                                 {"Dockerfile*"},
                                 {"*.Dockerfile"},
                                 {"compose*.y*ml"},
                                 {"docker-compose*.y*ml"},
                                 {".dockerignore"},
                                 {".env"},
                                 {".env.*"},
                                 {"!.env.example"},
                                 {"**/*.log"},
                                 {"**/*.pem", false},
                                 {"**/*.key", false},
                                 {"**/id_rsa*", false}};
constexpr Candidate node[] = {{"**/node_modules"},    {"coverage"},           {"**/dist", false, true},
                              {".next", false, true}, {".nuxt", false, true}, {".output", false, true}};
constexpr Candidate python[] = {{"**/__pycache__"}, {"**/*.py[cod]"}, {".venv"}, {"venv"},
                                {".pytest_cache"},  {".mypy_cache"},  {".tox"},  {"*.egg-info", false}};
constexpr Candidate java[]
    = {{".gradle"}, {"**/target", false, true}, {"**/build", false, true}, {"**/out", false, true}};
constexpr Candidate dotnet[] = {{"**/bin"}, {"**/obj"}, {".vs"}, {"**/*.user"}};
constexpr Candidate rust[] = {{"target", true, true}};
constexpr Candidate ruby[] = {{".bundle"}, {"log/*"}, {"tmp/*"}, {"vendor/bundle", false, true}};
constexpr Candidate php[] = {{"node_modules"}, {"vendor", false, true}, {"storage/logs/*", false}};
constexpr Candidate elixir[] = {{"_build"}, {"deps", false, true}};

class IgnoreWriter {
public:
    IgnoreWriter(const RefactorContext &context)
        : m_context(context)
        , m_folder(*context.lint.settings().folder)
    { }

    Proposal proposal()
    {
        add(general);
        if (const Manifests *manifests = m_context.manifests) {
            if (!manifests->nodePackages.empty())
                add(node);
            if (!manifests->pythonProjects.empty() || !manifests->pythonPackages.empty())
                add(python);
            if (!manifests->mavenProjects.empty() || !manifests->gradleProjects.empty())
                add(java);
            if (!manifests->dotnetProjects.empty())
                add(dotnet);
            if (!manifests->rustCrates.empty())
                add(rust);
            if (!manifests->rubyLocks.empty())
                add(ruby);
            if (!manifests->phpProjects.empty())
                add(php);
            if (!manifests->elixirProjects.empty())
                add(elixir);
        }
        Proposal proposal;
        proposal.name = {QT_TRANSLATE_NOOP("refactor", "Write a .dockerignore"), {}};
        const Result<DockerIgnore> rules = DockerIgnore::parse(m_text);
        const std::uint64_t after = rules ? sentWith(*rules) : m_folder.sentBytes();
        proposal.explanation = {QT_TRANSLATE_NOOP("refactor",
                                                  "What the image has no use for is not sent to the builder, "
                                                  "and its changes make nothing run anew: "
                                                  "%1 instead of %2."),
                                {byteSize(after), byteSize(m_folder.sentBytes())}};
        for (const std::string &name : m_present)
            proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor", "Nothing in the image needs “%1”."), {name}}, {}});
        proposal.files[".dockerignore"] = m_text;
        return proposal;
    }

private:
    void add(std::span<const Candidate> candidates)
    {
        for (const Candidate &candidate : candidates) {
            const std::string pattern(candidate.pattern);
            if (m_text.find("\n" + pattern + "\n") != std::string::npos || m_text.starts_with(pattern + "\n"))
                continue;
            const Result<DockerIgnore> rule = DockerIgnore::parse(pattern + "\n");
            if (!rule)
                continue;
            if (candidate.pattern.starts_with('!')) {
                m_text += pattern + "\n";
                continue;
            }
            const std::string hit = firstHit(*rule);
            if ((hit.empty() && !candidate.isForAll) || (candidate.isBuilt && !builds()) || isNamed(*rule)
                || isUsedByGit(candidate.pattern))
                continue;
            m_text += pattern + "\n";
            const bool isDoubtful = !candidate.isForAll || candidate.isBuilt;
            if (!hit.empty() && isDoubtful)
                m_present.push_back(hit);
        }
    }

    /// The first path that goes; empty if none does.
    std::string firstHit(const DockerIgnore &rule) const
    {
        for (const ContextEntry &entry : m_folder.entries()) {
            if (rule.isIgnored(entry.path))
                return entry.path;
        }
        return {};
    }

    /// A COPY names something that the rule would leave out.
    bool isNamed(const DockerIgnore &rule) const
    {
        for (std::size_t i = 0; i < m_context.lint.stageCount(); ++i) {
            for (const CopyStep &copy : copyStepsOf(m_context.lint, {i})) {
                if (!copy.isFromFolderOfBuild())
                    continue;
                for (const CopiedSource &source : copy.sources) {
                    std::string path = absolutePath(source.path, "/");
                    if (path.size() > 1 && rule.isIgnored(path.substr(1)))
                        return true;
                    // A wildcard or a variable: whatever may match is left alone.
                    const std::string_view whole = source.path;
                    const std::string fixed = absolutePath(whole.substr(0, whole.find_first_of("*?[")), "/");
                    for (const ContextEntry &entry : m_folder.entries()) {
                        const bool isUnder
                            = whole.empty() || (fixed.size() > 1 && ("/" + entry.path).starts_with(fixed));
                        if (isUnder && !copy.takesAll() && rule.isIgnored(entry.path)
                            && entry.kind != EntryKind::Folder)
                            return true;
                    }
                }
            }
        }
        return false;
    }

    bool builds() const
    {
        bool found = false;
        m_context.lint.eachCommand([&](const Instruction &, const ScriptCommand &command) {
            found = found || isBuildStep(command) || command.name() == "composer"
                || command.name() == "bundle" || command.name() == "mix";
        });
        return found;
    }

    /// Versions are often taken from git.
    bool isUsedByGit(std::string_view pattern) const
    {
        if (pattern != ".git")
            return false;
        bool found = m_context.syntax().text.bytes().find("setuptools_scm") != std::string_view::npos;
        m_context.lint.eachCommand([&](const Instruction &, const ScriptCommand &command) {
            found = found
                || (command.name() == "git" && !command.operands().empty()
                    && command.operands().front()->value != "clone");
        });
        return found || m_context.syntax().text.bytes().find("git describe") != std::string_view::npos
            || m_context.syntax().text.bytes().find("git rev-parse") != std::string_view::npos;
    }

    std::uint64_t sentWith(const DockerIgnore &rules) const
    {
        IgnoreFile file;
        file.path = ".dockerignore";
        file.text = m_text;
        file.rules = rules;
        return BuildContext(m_folder.entries(), std::move(file)).sentBytes();
    }

    const RefactorContext &m_context;
    const BuildContext &m_folder;
    std::string m_text;
    std::vector<std::string> m_present;
};

} // namespace

Proposal proposeDockerignore(const RefactorContext &context, const RefactorWish &)
{
    const BuildContext *folder = context.lint.settings().folder.get();
    if (!folder)
        return blocked(
            {QT_TRANSLATE_NOOP("refactor",
                               "Nothing is known of the folder of the build: open the file from its folder."),
             {}});
    if (!folder->ignoreFile().path.empty() || folder->find(".dockerignore"))
        return blocked({QT_TRANSLATE_NOOP("refactor", "“%1” is there already."),
                        {folder->ignoreFile().path.empty() ? ".dockerignore" : folder->ignoreFile().path}});
    const Syntax &syntax = context.syntax();
    const bool copies = std::ranges::any_of(syntax.instructions, [&](const Instruction &instruction) {
        const auto copy = copyStepOf(context.lint, instruction);
        return copy && copy->isFromFolderOfBuild();
    });
    if (!copies)
        return blocked(
            {QT_TRANSLATE_NOOP("refactor", "No COPY or ADD takes anything from the folder of the build."),
             {}});
    return IgnoreWriter(context).proposal();
}

} // namespace drydock
