// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/variables.h"

#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace drydock {
namespace {

/// The declarations of an instruction, an ONBUILD's included.
void addDeclarations(const Syntax &syntax, InstructionIndex index, std::vector<VariableDeclaration> &all)
{
    const Instruction *instruction = &syntax.at(index);
    while (const Instruction *trigger = syntax.triggerOf(*instruction))
        instruction = trigger;
    if (instruction->keyword != Keyword::Arg && instruction->keyword != Keyword::Env)
        return;
    for (const KeyValue &pair : keyValuesOf(syntax, *instruction)) {
        VariableDeclaration declaration;
        declaration.name = wordValue(syntax, *instruction, *pair.key);
        declaration.nameRange = pair.key->range;
        declaration.hasValue = pair.value != nullptr;
        declaration.valueRange
            = pair.value ? pair.value->range : TextRange {pair.key->range.end, pair.key->range.end};
        declaration.instruction = index;
        declaration.keyword = instruction->keyword;
        declaration.stage = syntax.at(index).stage;
        all.push_back(std::move(declaration));
    }
}

} // namespace

const std::vector<std::string_view> &platformVariables()
{
    static const std::vector<std::string_view> names {
        "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "TARGETOSVERSION", "TARGETSTAGE",
        "BUILDPLATFORM",  "BUILDOS",  "BUILDARCH",  "BUILDVARIANT",  "BUILDOSVERSION"};
    return names;
}

bool isPredefinedVariable(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> proxies {"HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY",
                                                              "NO_PROXY", "ALL_PROXY"};
    const auto &platform = platformVariables();
    return std::ranges::find(platform, name) != platform.end()
        || std::ranges::find(proxies, name) != proxies.end()
        || (name == lowered(name) && std::ranges::find(proxies, uppered(name)) != proxies.end())
        || name.starts_with("BUILDKIT_") || name == "SOURCE_DATE_EPOCH";
}

/// Walks the stages from the bases to what is built on them, each with what its base hands on. What a stage adds is
/// taken back when it is left, so that the work is linear however long the chains are.
class VariableBinder {
public:
    VariableBinder(const GestureContext &context, Variables &variables)
        : m_syntax(context.syntax)
        , m_variables(variables)
    { }

    void bind()
    {
        collect();
        m_parents.resize(m_variables.m_declarations.size() + m_variables.m_uses.size());
        std::iota(m_parents.begin(), m_parents.end(), std::size_t {0});
        bindGlobal();
        bindStages();
        for (std::size_t i = 0; i < m_variables.m_declarations.size(); ++i)
            m_variables.m_declarations[i].symbol = find(i);
        for (std::size_t i = 0; i < m_variables.m_uses.size(); ++i)
            m_variables.m_uses[i].symbol = find(m_variables.m_declarations.size() + i);
    }

private:
    /// What a name stands for: a declaration, or the first use of what no line sets. Indexes as in m_parents.
    struct Entry {
        std::size_t node = BoundUse::none;
        bool isDeclared = false;
    };
    using Scope = std::map<std::string, Entry, std::less<>>;
    struct Undo {
        Scope *scope;
        std::string name;
        Entry before;
    };

    void collect()
    {
        m_firstDeclaration.resize(m_syntax.instructions.size() + 1);
        m_firstUse.resize(m_syntax.instructions.size() + 1);
        std::vector<VariableUse> uses = variableUses(m_syntax);
        std::size_t use = 0;
        for (std::size_t i = 0; i < m_syntax.instructions.size(); ++i) {
            m_firstDeclaration[i] = m_variables.m_declarations.size();
            m_firstUse[i] = m_variables.m_uses.size();
            addDeclarations(m_syntax, {i}, m_variables.m_declarations);
            for (; use < uses.size() && uses[use].instruction.value == i; ++use)
                m_variables.m_uses.push_back({std::move(uses[use]), BoundUse::none, 0});
        }
        m_firstDeclaration.back() = m_variables.m_declarations.size();
        m_firstUse.back() = m_variables.m_uses.size();
    }

    void bindGlobal()
    {
        m_isGlobal = true;
        for (std::size_t i = 0; i < m_syntax.instructions.size() && !m_syntax.instructions[i].stage; ++i)
            instruction(i);
        m_isGlobal = false;
        // Which FROM it is does not matter to the global ones: they all stand above the first.
        for (const Stage &stage : m_syntax.stages)
            uses(stage.from.value, m_global);
    }

    void bindStages()
    {
        const auto &bases = m_variables.m_resolution->bases;
        std::vector<std::vector<std::size_t>> children(m_syntax.stages.size());
        struct Visit {
            std::size_t stage;
            std::size_t undo; ///< Size of m_undo before it.
            bool isLeft;
        };
        std::vector<Visit> open;
        for (std::size_t i = m_syntax.stages.size(); i-- > 0;) {
            if (bases[i].parent)
                children[bases[i].parent.value].push_back(i);
            else
                open.push_back({i, 0, false});
        }
        while (!open.empty()) {
            Visit &visit = open.back();
            if (visit.isLeft) {
                takeBack(visit.undo);
                open.pop_back();
                continue;
            }
            visit.isLeft = true;
            visit.undo = m_undo.size();
            const std::size_t stage = visit.stage; // The next push may move `visit`.
            bindStage(m_syntax.stages[stage]);
            for (const std::size_t child : children[stage])
                open.push_back({child, 0, false});
        }
    }

    void bindStage(const Stage &stage)
    {
        for (std::size_t i = stage.from.value + 1; i <= stage.last.value; ++i)
            instruction(i);
        // The container sees what the stage has at its end.
        for (const std::size_t use : std::exchange(m_later, {}))
            bindUse(use, m_container);
    }

    void instruction(std::size_t index)
    {
        Scope &scope = m_isGlobal ? m_global : m_build;
        const std::size_t first = m_firstDeclaration[index];
        const std::size_t last = m_firstDeclaration[index + 1];
        // ENV reads what was before it; ARG goes from left to right.
        const bool isArg = first < last && m_variables.m_declarations[first].keyword == Keyword::Arg;
        std::size_t use = m_firstUse[index];
        for (std::size_t i = first; isArg && i < last; ++i) {
            for (; use < m_firstUse[index + 1]
                 && m_variables.m_uses[use].use.range.begin < m_variables.m_declarations[i].valueRange.end;
                 ++use)
                bindUse(use, scope);
            declare(i, scope);
        }
        for (; use < m_firstUse[index + 1]; ++use) {
            if (m_variables.m_uses[use].use.reader == VariableReader::Container)
                m_later.push_back(use);
            else
                bindUse(use, scope);
        }
        for (std::size_t i = first; !isArg && i < last; ++i)
            declare(i, scope);
    }

    void uses(std::size_t index, Scope &scope)
    {
        for (std::size_t use = m_firstUse[index]; use < m_firstUse[index + 1]; ++use)
            bindUse(use, scope);
    }

    void bindUse(std::size_t use, Scope &scope)
    {
        BoundUse &bound = m_variables.m_uses[use];
        const std::size_t node = m_variables.m_declarations.size() + use;
        const auto found = scope.find(bound.use.name);
        if (found == scope.end()) {
            set(scope, bound.use.name, {node, false});
            return;
        }
        if (found->second.isDeclared)
            bound.declaration = found->second.node;
        unite(node, found->second.node);
    }

    void declare(std::size_t index, Scope &scope)
    {
        const VariableDeclaration &declaration = m_variables.m_declarations[index];
        const auto put = [&](Scope &into) {
            if (const auto before = into.find(declaration.name); before != into.end())
                unite(index, before->second.node);
            set(into, declaration.name, {index, true});
        };
        // `ARG x` in a stage fetches the global one. With a default it does not.
        if (const auto global = m_global.find(declaration.name); !m_isGlobal
            && declaration.keyword == Keyword::Arg && !declaration.hasValue && global != m_global.end()
            && global->second.isDeclared)
            unite(index, global->second.node);
        put(scope);
        if (declaration.keyword == Keyword::Env)
            put(m_container);
    }

    void set(Scope &scope, const std::string &name, Entry entry)
    {
        Entry &place = scope[name];
        if (!m_isGlobal && &scope != &m_global)
            m_undo.push_back({&scope, name, place});
        place = entry;
    }
    void takeBack(std::size_t size)
    {
        for (; m_undo.size() > size; m_undo.pop_back()) {
            const Undo &undo = m_undo.back();
            if (undo.before.node == BoundUse::none)
                undo.scope->erase(undo.name);
            else
                (*undo.scope)[undo.name] = undo.before;
        }
    }

    std::size_t find(std::size_t node)
    {
        while (m_parents[node] != node)
            node = m_parents[node] = m_parents[m_parents[node]];
        return node;
    }
    void unite(std::size_t a, std::size_t b)
    {
        a = find(a);
        b = find(b);
        m_parents[std::max(a, b)] = std::min(a, b);
    }

    const Syntax &m_syntax;
    Variables &m_variables;
    std::vector<std::size_t> m_firstDeclaration; ///< By instruction, and one behind.
    std::vector<std::size_t> m_firstUse;
    std::vector<std::size_t> m_parents; ///< Declarations, then uses: union-find.
    Scope m_global;
    Scope m_build;
    Scope m_container;
    std::vector<Undo> m_undo;
    std::vector<std::size_t> m_later; ///< Uses that wait for the end of their stage.
    bool m_isGlobal = false;
};

Variables::Variables(const GestureContext &context)
    : m_context(context)
    , m_resolution(context.graph.resolution)
{
    VariableBinder(context, *this).bind();
}

std::map<std::string, std::size_t, std::less<>> Variables::visibleAt(InstructionIndex index,
                                                                     VariableReader reader) const
{
    std::map<std::string, std::size_t, std::less<>> visible;
    std::vector<StageIndex> chain; // From the stage itself to its first base.
    if (reader != VariableReader::From) {
        for (StageIndex at = m_context.syntax.at(index).stage; at; at = m_resolution->bases[at.value].parent)
            chain.push_back(at);
    } else {
        chain.emplace_back();
    }
    for (auto stage = chain.rbegin(); stage != chain.rend(); ++stage) {
        const auto begin = std::ranges::lower_bound(
            m_declarations, *stage ? m_context.syntax.stages[stage->value].from.value : std::size_t {0}, {},
            [](const VariableDeclaration &declaration) { return declaration.instruction.value; });
        for (auto declaration = begin; declaration != m_declarations.end() && declaration->stage == *stage;
             ++declaration) {
            const bool isAbove = std::next(stage) != chain.rend()
                || declaration->instruction.value < index.value || reader == VariableReader::Container;
            if (isAbove && (reader != VariableReader::Container || declaration->keyword == Keyword::Env))
                visible[declaration->name] = static_cast<std::size_t>(declaration - m_declarations.begin());
        }
    }
    return visible;
}

} // namespace drydock
