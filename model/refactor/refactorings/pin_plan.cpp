// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/pin_plan.h"

#include "model/syntax/values.h"

#include <algorithm>
#include <set>
#include <utility>

namespace drydock {
namespace {

/// All images of the file.
constexpr std::string_view allImages = "*";

struct Stays {
    const PinSite *site = nullptr;
    UserText why;
};

class PinPlan {
public:
    PinPlan(const PinOrder &order, const RefactorContext &context, const RefactorWish &wish)
        : m_order(order)
        , m_context(context)
        , m_wish(wish)
        , m_sites(pinSitesOf(context))
    { }

    Proposal make()
    {
        bool isAny = false;
        for (const PinSite &site : m_sites) {
            if (!isMeant(site))
                continue;
            isAny = true;
            if (const auto decision = m_order.decide(site))
                take(site, *decision);
        }
        Proposal proposal
            = isAny ? result() : blocked({QT_TRANSLATE_NOOP("refactor", "No image is named there."), {}});
        addImageChoice(proposal);
        return proposal;
    }

private:
    bool isMeant(const PinSite &site) const
    {
        const std::string_view only = m_wish.setting("image");
        if (!only.empty() && only != allImages && only != site.reference)
            return false;
        if (!m_wish.caret)
            return true;
        const InstructionIndex at = m_context.syntax().instructionAt(*m_wish.caret);
        const bool isAtImage = at && std::ranges::any_of(m_sites, [at](const PinSite &each) {
                                   return each.instruction && each.instruction == at;
                               });
        return !isAtImage || site.instruction == at;
    }

    void take(const PinSite &site, const Result<Repinned> &decision)
    {
        if (!decision) {
            m_stays.push_back({&site, decision.error().text});
            return;
        }
        const Result<PinEdit> renamed = site.renamed(decision->reference);
        if (!renamed) {
            m_stays.push_back({&site, renamed.error().text});
            return;
        }
        const TextEdit &edit = renamed->edit;
        // One ARG may name the image of several stages.
        const auto same = std::ranges::find_if(
            m_proposal.parts, [&](const Part &part) { return part.edits.front().range == edit.range; });
        if (same != m_proposal.parts.end()) {
            if (same->edits.front().replacement != edit.replacement)
                m_proposal.parts.erase(same); // They want different things of it.
            return;
        }
        const std::size_t line = m_context.syntax().text.positionOf(site.where.begin).line + 1;
        m_proposal.parts.push_back({{QT_TRANSLATE_NOOP("refactor", "Line %1: %2 becomes %3"),
                                     {std::to_string(line), site.reference, decision->reference}},
                                    {edit},
                                    {},
                                    true});
        if (!decision->assumption.source.empty()
            && std::ranges::find(m_proposal.assumptions, decision->assumption, &Assumption::text)
                == m_proposal.assumptions.end())
            m_proposal.assumptions.push_back({decision->assumption, site.where});
        if (!renamed->variable.empty())
            assumeOtherUses(renamed->variable, edit.replacement);
    }

    /// A stage that takes the ARG over sees the new value, too.
    void assumeOtherUses(const std::string &name, const std::string &value)
    {
        const Syntax &syntax = m_context.syntax();
        for (const Instruction &instruction : syntax.instructions) {
            if (!instruction.stage || instruction.keyword != Keyword::Arg)
                continue;
            for (const KeyValue &pair : keyValuesOf(syntax, instruction)) {
                if (pair.value || wordValue(syntax, instruction, *pair.key) != name)
                    continue;
                m_proposal.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor",
                                        "%1 is “%2” in the stage of line %3, too, and that is right there."),
                      {name, value, std::to_string(instruction.firstLine)}},
                     pair.key->range});
            }
        }
    }

    Proposal result()
    {
        if (m_proposal.parts.empty())
            return m_stays.empty() ? blocked(m_order.nothingToDo)
                                   : blocked(m_stays.front().why, m_stays.front().site->where);
        m_proposal.name = m_order.name;
        m_proposal.explanation = m_order.explanation;
        if (!m_stays.empty()) {
            std::set<std::string> names;
            for (const Stays &each : m_stays)
                names.insert(each.site->reference);
            std::string list;
            for (const std::string &name : names)
                list += (list.empty() ? "" : ", ") + name;
            m_proposal.explanation
                = {QT_TRANSLATE_NOOP(
                       "refactor", "Some stay as they are: %1. Chosen alone under “Image”, each tells why."),
                   {list}};
        }
        if (!m_order.isSameImage || !m_proposal.assumptions.empty())
            declareAll();
        return std::move(m_proposal);
    }

    /// What is known of the one image need not be known of the other.
    void declareAll()
    {
        using enum ContractPart;
        for (const ContractPart part :
             {Program, Variables, WorkingDirectory, User, Ports, Volumes, StopSignal, Healthcheck, Labels})
            m_proposal.declared.insert(part);
    }

    void addImageChoice(Proposal &proposal) const
    {
        Choice choice {"image", {QT_TRANSLATE_NOOP("refactor", "Image"), {}}, {}, {}, false};
        choice.answers.push_back(
            {std::string(allImages), {QT_TRANSLATE_NOOP("refactor", "All images of the file"), {}}});
        std::set<std::string> seen;
        for (const PinSite &site : m_sites) {
            if (seen.insert(site.reference).second)
                choice.answers.push_back({site.reference, {}});
        }
        const std::string_view only = m_wish.setting("image");
        choice.chosen = only.empty() ? allImages : only;
        if (seen.size() > 1 || !only.empty())
            proposal.choices.push_back(std::move(choice));
    }

    const PinOrder &m_order;
    const RefactorContext &m_context;
    const RefactorWish &m_wish;
    std::vector<PinSite> m_sites;
    std::vector<Stays> m_stays;
    Proposal m_proposal;
};

} // namespace

Proposal pinProposal(const PinOrder &order, const RefactorContext &context, const RefactorWish &wish)
{
    return PinPlan(order, context, wish).make();
}

} // namespace drydock
