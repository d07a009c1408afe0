// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/go_builds.h"
#include "model/lint/rules/run_fixes.h"
#include "model/lint/rules/runtime_rules.h"
#include "model/lint/stage_bases.h"

#include <algorithm>
#include <map>

namespace drydock {
namespace {

class DynamicGo {
public:
    DynamicGo(const LintContext &context, const Report &report)
        : m_context(context)
        , m_report(report)
    { }

    void run()
    {
        const StageIndex target = m_context.graph().target;
        if (!target)
            return;
        const auto &runtime = traitsOf(m_context, target);
        if (!runtime || (runtime->libc != Libc::None && runtime->libc != Libc::Musl))
            return;
        for (const GraphEdge &edge : m_context.graph().edges) {
            const GraphNode &source = m_context.graph().nodes[edge.source.value];
            const bool isShipped = m_context.stage({edge.target.value}).isShipped;
            if (edge.kind == EdgeKind::Copy && source.kind == NodeKind::Stage && isShipped)
                builder(source.stage, edge, *runtime);
        }
    }

private:
    void builder(StageIndex stage, const GraphEdge &edge, const BaseTraits &runtime)
    {
        const auto &building = traitsOf(m_context, stage);
        const Libc libc = building ? building->libc : Libc::Unknown;
        if (libc == Libc::Musl && (runtime.libc == Libc::Musl || !hasAlpineCompiler(m_context, stage)))
            return;
        const std::string copied = absolutePath(edge.sourcePath, std::nullopt);
        for (StageIndex each = stage; each; each = m_context.stage(each).parent) {
            for (const Build &one : buildsIn(each)) {
                const bool isOther = !one.output.empty() && !copied.empty() && !liesIn(one.output, copied)
                    && !liesIn(copied, one.output);
                if (!isOther)
                    tell(*one.run, *one.command, runtime, libc == Libc::Unknown);
            }
        }
    }

    /// A `go build` that may link the C library.
    struct Build {
        const Instruction *run = nullptr;
        const ScriptCommand *command = nullptr;
        std::string output; ///< Empty if it is not known.
    };

    const std::vector<Build> &buildsIn(StageIndex stage)
    {
        const auto [at, isNew] = m_builds.try_emplace(stage.value);
        if (!isNew)
            return at->second;
        for (const Instruction &run : m_context.instructionsOf(stage)) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : m_context.commandsOf(run)) {
                if (isGoBuild(command) && !isCgoOff(m_context, run, command) && !isLinkedStatically(command))
                    at->second.push_back({&run, &command, goOutputOf(m_context, run, command)});
            }
        }
        return at->second;
    }

    void tell(const Instruction &run, const ScriptCommand &command, const BaseTraits &runtime, bool isUnsure)
    {
        if (std::ranges::find(m_told, command.range.begin) != m_told.end())
            return;
        m_told.push_back(command.range.begin);
        Finding finding;
        finding.instruction = &run;
        finding.range = {command.words[command.program].range.begin, command.operands()[0]->range.end};
        finding.message = runtime.libc == Libc::None
            ? UserText {QT_TRANSLATE_NOOP(
                            "lint",
                            "This program may need the C library of the build image, and where it goes there "
                            "is "
                            "none: it would not start (“no such file or directory”). CGO_ENABLED=0 makes it "
                            "stand alone."),
                        {}}
            : UserText {
                QT_TRANSLATE_NOOP(
                    "lint",
                    "This program may need glibc, and where it goes there is musl: it would not start "
                    "(“no such file or directory”). CGO_ENABLED=0 makes it stand alone."),
                {}};
        // Without a value in the file, a build argument may turn it off.
        if (isUnsure || m_context.variableAt(run, "CGO_ENABLED"))
            finding.severity = Severity::Warning;
        finding.fixes
            = inserting({QT_TRANSLATE_NOOP("lint", "Build without cgo"), {}},
                        command.words[command.program].range.begin, "CGO_ENABLED=0 ", FixSafety::AskFirst);
        m_report(std::move(finding));
    }

    const LintContext &m_context;
    const Report &m_report;
    std::map<std::size_t, std::vector<Build>> m_builds; ///< By stage: several arrows may come from one.
    std::vector<std::size_t> m_told; ///< Where the commands begin that were told.
};

} // namespace

/// Go links the C library dynamically wherever `net` or `os/user` is used and a C compiler is at hand.
void checkStaticBaseDynamicGo(const LintContext &context, const Report &report)
{
    DynamicGo(context, report).run();
}

} // namespace drydock
