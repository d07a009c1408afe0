// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/inherited.h"

#include "model/contract/base_contract.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/switch/new_base.h"

#include <algorithm>

namespace drydock {
namespace {

class Inheritance {
public:
    Inheritance(const LintContext &context, StageIndex root, StageIndex stage, const std::string &reference,
                Changes &changes)
        : m_context(context)
        , m_stage(stage)
        , m_from(context.syntax().stages[root.value].image)
        , m_old(baseContractOf(rootImageOf(context, root), nullptr).contract)
        , m_new(baseContractOf(reference, nullptr).contract)
        , m_reference(reference)
        , m_isOtherImage(imageNameOf(rootImageOf(context, root)) != imageNameOf(reference))
        , m_changes(changes)
    { }

    void run()
    {
        takeVariables();
        if (!m_old.isBaseKnown || !m_new.isBaseKnown) {
            if (m_isOtherImage)
                m_changes.declared.insert({ContractPart::Program, ContractPart::WorkingDirectory,
                                           ContractPart::Ports, ContractPart::Volumes,
                                           ContractPart::StopSignal});
            return;
        }
        takeProgram();
        if (m_old.workingDirectory != m_new.workingDirectory && !m_context.lastOf(m_stage, Keyword::Workdir))
            m_changes.added.push_back("WORKDIR " + m_old.workingDirectory);
        for (const std::string &port : m_old.ports) {
            if (!m_new.ports.contains(port))
                m_changes.added.push_back("EXPOSE " + port);
        }
        for (const std::string &port : m_new.ports) {
            if (!m_old.ports.contains(port))
                m_changes.declared.insert(DeclaredChange(ContractPart::Ports, port));
        }
        for (const std::string &volume : m_old.volumes) {
            if (!m_new.volumes.contains(volume))
                m_changes.added.push_back("VOLUME " + volume);
        }
        if (m_old.stopSignal != m_new.stopSignal && !m_context.lastOf(m_stage, Keyword::Stopsignal)) {
            if (m_old.stopSignal.empty())
                m_changes.declared.insert(ContractPart::StopSignal);
            else
                m_changes.added.push_back("STOPSIGNAL " + m_old.stopSignal);
        }
    }

private:
    void takeProgram()
    {
        const bool hasEntry = m_context.lastOf(m_stage, Keyword::Entrypoint) != nullptr;
        const bool hasCommand = m_context.lastOf(m_stage, Keyword::Cmd) != nullptr;
        if (hasEntry)
            return;
        if (m_new.open.contains(ContractPart::Program) || m_old.open.contains(ContractPart::Program)) {
            m_changes.declared.insert(ContractPart::Program);
            m_changes.assume(
                {QT_TRANSLATE_NOOP("refactor", "%1 starts the program as the old base does."), {m_reference}},
                m_from);
        }
        if (m_old.entrypoint != m_new.entrypoint || (!hasCommand && m_old.command != m_new.command))
            m_changes.declared.insert(ContractPart::Program);
    }

    bool mentions(const std::string &name) const
    {
        const std::string_view text = m_context.syntax().text.bytes();
        for (const std::string &form : {"$" + name, "${" + name}) {
            for (std::size_t at = text.find(form); at != std::string_view::npos;
                 at = text.find(form, at + 1)) {
                const std::size_t behind = at + form.size();
                const char next = behind < text.size() ? text[behind] : ' ';
                const bool isLonger = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')
                    || (next >= '0' && next <= '9') || next == '_';
                if (!isLonger)
                    return true;
            }
        }
        return false;
    }

    void takeVariables()
    {
        if (m_isOtherImage)
            m_changes.declared.insert(ContractPart::Variables);
        for (const auto &[name, value] : m_old.environment) {
            const auto found = m_new.environment.find(name);
            if (found != m_new.environment.end() && found->second == value)
                continue;
            m_changes.declared.insert(DeclaredChange(ContractPart::Variables, name));
            if (name == "PATH" || !m_isOtherImage || !mentions(name))
                continue;
            if (value.empty())
                m_changes.refuse(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "“%1” comes from the old base, and lines here read it: set it with "
                                       "ENV first."),
                     {name}},
                    m_from);
            else
                m_changes.added.emplace_back("ENV ").append(name).append("=").append(value);
        }
        for (const auto &[name, value] : m_new.environment) {
            if (!m_old.environment.contains(name))
                m_changes.declared.insert(DeclaredChange(ContractPart::Variables, name));
        }
    }

    const LintContext &m_context;
    StageIndex m_stage;
    TextRange m_from;
    RuntimeContract m_old;
    RuntimeContract m_new;
    std::string m_reference;
    bool m_isOtherImage;
    Changes &m_changes;
};

} // namespace

void inheritConfig(const LintContext &context, StageIndex root, StageIndex stage,
                   const std::string &reference, Changes &changes)
{
    Inheritance(context, root, stage, reference, changes).run();
}

} // namespace drydock
