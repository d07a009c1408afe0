// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/go_builds.h"
#include "model/lint/rules/run_fixes.h"
#include "model/lint/rules/runtime_rules.h"
#include "model/lint/stage_bases.h"

#include <algorithm>

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
        for (StageIndex each = stage; each; each = m_context.stage(each).parent) {
            for (const Instruction &run : m_context.instructionsOf(each)) {
                if (run.keyword != Keyword::Run)
                    continue;
                for (const ScriptCommand &command : m_context.commandsOf(run))
                    build(run, command, edge, runtime, libc == Libc::Unknown);
            }
        }
    }

    void build(const Instruction &run, const ScriptCommand &command, const GraphEdge &edge,
               const BaseTraits &runtime, bool isUnsure)
    {
        if (!isGoBuild(command) || isCgoOff(m_context, run, command) || isLinkedStatically(command))
            return;
        const std::string output = goOutputOf(m_context, run, command);
        const std::string copied = absolutePath(edge.sourcePath, std::nullopt);
        if (!output.empty() && !copied.empty() && !liesIn(output, copied) && !liesIn(copied, output))
            return;
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
    std::vector<std::size_t> m_told; ///< Where the commands begin that were told.
};

} // namespace

/// Go links the C library dynamically wherever `net` or `os/user` is used and a C compiler is at hand.
void checkStaticBaseDynamicGo(const LintContext &context, const Report &report)
{
    DynamicGo(context, report).run();
}

} // namespace drydock
