// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/runtime_stage.h"

#include "model/edits/line_style.h"
#include "model/refactor/naming.h"
#include "model/refactor/references.h"
#include "model/refactor/split/placement.h"
#include "model/refactor/split/runtime_base.h"
#include "model/refactor/stage_names.h"
#include "model/shell/plain_words.h"

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

/// A value for ENV that comes out as it is.
std::string quoted(const Syntax &syntax, const std::string &value)
{
    if (!value.empty()
        && value.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:,=@%+-")
            == std::string::npos)
        return value;
    std::string result = "\"";
    for (const char c : value) {
        if (c == '"' || c == '$' || c == syntax.escape)
            result += syntax.escape;
        result += c;
    }
    return result + "\"";
}

class Assembler {
public:
    Assembler(const SplitStage &stage, SplitRecipe recipe)
        : m_stage(stage)
        , m_recipe(std::move(recipe))
        , m_references(m_gesture)
        , m_placement(placementOf(stage, m_recipe))
        , m_style(styleBehind(stage.syntax(), m_placement.lastOfBuild))
    { }

    Proposal run()
    {
        m_proposal.name = {QT_TRANSLATE_NOOP("refactor", "Split into build and runtime"), {}};
        m_proposal.choices = std::move(m_recipe.choices);
        m_proposal.assumptions = std::move(m_recipe.assumptions);
        m_proposal.declared = std::move(m_recipe.declared);
        if (isOpenEnded(syntax()))
            return refused(openEnd().value().text, {});
        m_fit = fitOf(m_stage, m_recipe, m_placement);
        if (!m_fit.refusal.source.empty())
            return refused(m_fit.refusal, m_fit.where);
        for (Assumption &each : m_fit.assumptions)
            m_proposal.assumptions.push_back(std::move(each));
        nameBuildStage();
        m_proposal.parts = std::move(m_recipe.buildChanges);
        addHead();
        for (const RuntimeFile &file : m_recipe.files)
            addFile(file);
        for (const RuntimeFile &file : m_fit.files)
            addFile(file);
        addFinish();
        addTail();
        declare();
        m_proposal.explanation = {QT_TRANSLATE_NOOP("refactor",
                                                    "“%1” keeps what it takes to build; the image begins "
                                                    "anew on %2 with what the program needs."),
                                  {m_builder, m_recipe.base}};
        return std::move(m_proposal);
    }

private:
    const Syntax &syntax() const { return m_stage.syntax(); }

    Proposal refused(UserText reason, TextRange where)
    {
        m_proposal.reason = std::move(reason);
        m_proposal.where = where;
        m_proposal.parts.clear();
        return std::move(m_proposal);
    }

    void nameBuildStage()
    {
        const std::string &name = m_references.resolution().bases[m_stage.index().value].name;
        if (!name.empty()) {
            m_builder = name;
            return;
        }
        m_builder = freeNameLike(m_gesture, m_references, "builder", m_stage.index().value, m_stage.index());
        m_naming = namingEdits(m_references, m_gesture, m_stage.index(), m_builder);
    }

    /// Everything that is new stands at one place: behind the last line of the build.
    TextEdit added(const std::vector<std::string> &lines) const
    {
        const std::size_t place
            = syntax().text.lineRange(syntax().at(m_placement.lastOfBuild).lastLine - 1).end;
        TextEdit edit {{place, place}, {}};
        for (const std::string &line : lines) {
            edit.replacement += m_style.endOfLine;
            if (line.empty())
                continue;
            edit.replacement += line;
        }
        return edit;
    }

    std::string indented(std::string_view line) const { return m_style.indentation + std::string(line); }

    /// LF between the lines of `text` becomes the file's line end.
    std::string asLines(const std::string &text) const
    {
        std::string result = m_style.indentation;
        for (const char c : text)
            result += c == '\n' ? m_style.endOfLine + m_style.indentation : std::string(1, c);
        return result;
    }

    /// An instruction of the file as it stands, with the comments right above it.
    std::string withComments(const Instruction &instruction) const
    {
        const auto comments = syntax().docCommentsOf(instruction);
        const std::size_t begin = comments.empty() ? instruction.range.begin : comments.front().range.begin;
        return std::string(syntax().textOf({begin, instruction.range.end}));
    }

    void addHead()
    {
        Part part;
        part.title = {QT_TRANSLATE_NOOP("refactor", "A stage of its own on %1, built from “%2”"),
                      {m_recipe.base, m_builder}};
        part.isOptional = false;
        part.edits = m_naming;
        removeMoved(part);
        std::vector<std::string> lines;
        for (const std::string &line : m_recipe.buildLines)
            lines.push_back(asLines(line));
        for (const std::string &stage : m_recipe.stages) {
            lines.emplace_back();
            lines.push_back(asLines(stage));
        }
        lines.emplace_back();
        const Instruction &from = syntax().at(syntax().stages[m_stage.index().value].from);
        lines.push_back(indentationOf(syntax(), from) + m_style.keyword("FROM") + " " + m_recipe.base);
        for (const std::string &line : m_fit.packageLines)
            lines.push_back(asLines(m_style.keyword(line.substr(0, 3)) + line.substr(3)));
        addLost(lines);
        // ARG and ENV first: the lines below may read them.
        addKept(lines, {Keyword::Arg, Keyword::Env, Keyword::Shell});
        for (const std::string &line : m_recipe.runtimeLines)
            lines.push_back(asLines(line));
        if (m_recipe.tellsAll && saysDirectories()) {
            addInOrder(lines);
            addDirectory(lines);
        } else if (m_recipe.tellsAll) {
            addDirectory(lines);
            addInOrder(lines);
        } else {
            addKept(lines, {Keyword::Run});
            addDirectory(lines);
        }
        part.edits.push_back(added(lines));
        m_head = m_proposal.parts.size();
        m_proposal.parts.push_back(std::move(part));
    }

    /// What the old base sets, the new one does not, and something here reads.
    void addLost(std::vector<std::string> &lines) const
    {
        const RuntimeContract &contract = m_stage.contract();
        const auto traits = baseTraitsOf(m_recipe.knownBase());
        for (const std::string &name : m_placement.needed) {
            if (name == "PATH" || !contract.fromBase.contains(name) || (traits && traits->setsVariable(name)))
                continue;
            const auto value = contract.environment.find(name);
            if (value != contract.environment.end())
                lines.push_back(
                    indented(m_style.keyword("ENV") + " " + name + "=" + quoted(syntax(), value->second)));
        }
    }

    /// What happens above the last RUN, in the file's order.
    void addInOrder(std::vector<std::string> &lines) const
    {
        for (const Instruction &instruction : m_stage.instructions()) {
            const Home home = m_placement.homeOf(m_stage, instruction);
            if ((home == Home::Both || home == Home::Runtime)
                && isAnyOf(instruction.keyword,
                           {Keyword::Run, Keyword::Copy, Keyword::Add, Keyword::Workdir}))
                lines.push_back(indented(withComments(instruction)));
            const auto instead = m_recipe.instead.find(m_stage.lint().indexOf(instruction).value);
            if (instead == m_recipe.instead.end())
                continue;
            for (const std::string &line : instead->second)
                lines.push_back(asLines(line));
        }
    }

    void addDirectory(std::vector<std::string> &lines) const
    {
        if (const std::string directory = directoryToSay(); !directory.empty())
            lines.push_back(indented(m_style.keyword("WORKDIR") + " " + directory));
    }

    /// A WORKDIR above the runtime stage is said again in it.
    bool saysDirectories() const
    {
        return std::ranges::any_of(m_stage.instructions(), [&](const Instruction &instruction) {
            const Home home = m_placement.homeOf(m_stage, instruction);
            return instruction.keyword == Keyword::Workdir && (home == Home::Both || home == Home::Runtime);
        });
    }

    void addKept(std::vector<std::string> &lines, std::initializer_list<Keyword> keywords) const
    {
        for (const Instruction &instruction : m_stage.instructions()) {
            const Home home = m_placement.homeOf(m_stage, instruction);
            if ((home == Home::Both || home == Home::Runtime) && isAnyOf(instruction.keyword, keywords))
                lines.push_back(indented(withComments(instruction)));
        }
    }

    /// Nothing if the base's own will do or a line below says it.
    std::string directoryToSay() const
    {
        bool isSaid = false;
        for (const Instruction &instruction : m_stage.instructions()) {
            if (instruction.keyword != Keyword::Workdir)
                continue;
            if (m_placement.homeOf(m_stage, instruction) != Home::Tail)
                isSaid = true;
        }
        std::string directory = m_stage.contract().workingDirectory;
        for (const Instruction &instruction : m_stage.instructions()) {
            if (m_placement.homeOf(m_stage, instruction) == Home::Tail) {
                directory = m_stage.lint().workingDirectoryAt(instruction).value_or(directory);
                break;
            }
        }
        if (isSaid || m_fit.saysDirectory)
            return directory == "/" && !isSaid ? std::string() : directory;
        return {};
    }

    void removeMoved(Part &part) const
    {
        std::vector<InstructionIndex> gone;
        for (const Instruction &instruction : m_stage.instructions()) {
            const Home home = m_placement.homeOf(m_stage, instruction);
            if (home == Home::Runtime)
                gone.push_back(m_stage.lint().indexOf(instruction));
        }
        for (const TextRange range : linesToRemove(syntax(), gone))
            part.edits.push_back({range, {}});
        for (const InstructionIndex index : gone) {
            const auto comments = syntax().docCommentsOf(syntax().at(index));
            for (const Comment &comment : comments) {
                const std::size_t above = comment.line > 1 ? syntax().text.lineRange(comment.line - 2).end
                                                           : syntax().text.lineRange(0).begin;
                part.edits.push_back({{above, comment.range.end}, {}});
            }
        }
    }

    void addFile(const RuntimeFile &file)
    {
        const Result<std::string> paths = copyArguments(syntax(), {file.path, file.destination});
        if (!paths)
            return;
        std::string line = m_style.keyword("COPY") + " --from=" + m_builder + " ";
        if (!file.owner.empty())
            line += "--chown=" + file.owner + " ";
        Part part;
        part.title = file.title;
        part.isOptional = file.isOptional;
        part.needs = {m_head};
        part.edits = {added({indented(line + *paths)})};
        m_proposal.parts.push_back(std::move(part));
    }

    void addFinish()
    {
        std::vector<std::string> lines;
        for (const auto &[folder, command] : m_recipe.boundRuns) {
            std::string line = m_style.keyword("RUN") + " --mount=type=bind,from=" + m_builder;
            line.append(",source=").append(folder).append(",target=").append(folder).append(" ");
            lines.push_back(asLines(line + command));
        }
        for (const std::string &line : m_recipe.finishLines)
            lines.push_back(asLines(line));
        const char *title = QT_TRANSLATE_NOOP("refactor", "What the program needs to be found");
        if (!lines.empty())
            m_proposal.parts.push_back({{title, {}}, {added(lines)}, {m_head}, false});
    }

    /// What is started, and all that says how.
    void addTail()
    {
        Part part;
        part.title = {QT_TRANSLATE_NOOP("refactor", "What the container runs and how"), {}};
        part.isOptional = false;
        std::vector<std::string> lines;
        bool isProgramSaid = false;
        const Instruction *owner = m_stage.program();
        for (const Instruction &instruction : m_stage.instructions()) {
            const Home home = m_placement.homeOf(m_stage, instruction);
            const bool isOwner = &instruction == owner && !m_fit.program.empty();
            isProgramSaid = isProgramSaid || isOwner;
            if (home == Home::Tail) {
                if (isOwner)
                    part.edits.push_back({instruction.arguments, jsonArrayOf(programWords(instruction))});
                continue;
            }
            if (m_recipe.tellsAll
                && isAnyOf(instruction.keyword, {Keyword::Copy, Keyword::Add, Keyword::Workdir}))
                continue;
            if (home == Home::Build
                || isAnyOf(instruction.keyword, {Keyword::Arg, Keyword::Env, Keyword::Shell, Keyword::Run}))
                continue;
            std::string text = withComments(instruction);
            if (isOwner)
                text = std::string(syntax().textOf({instruction.range.begin - commentBytes(instruction),
                                                    instruction.arguments.begin}))
                    + jsonArrayOf(programWords(instruction));
            lines.push_back(indented(text));
        }
        if (!m_fit.program.empty() && !isProgramSaid)
            lines.push_back(indented(m_style.keyword("CMD") + " " + jsonArrayOf(m_fit.program)));
        if (!lines.empty())
            part.edits.push_back(added(lines));
        if (!part.edits.empty())
            m_proposal.parts.push_back(std::move(part));
    }

    std::size_t commentBytes(const Instruction &instruction) const
    {
        const auto comments = syntax().docCommentsOf(instruction);
        return comments.empty() ? 0 : instruction.range.begin - comments.front().range.begin;
    }

    /// ENTRYPOINT holds the front of the words if CMD holds their end.
    std::vector<std::string> programWords(const Instruction &owner) const
    {
        std::vector<std::string> words = m_fit.program;
        const std::vector<std::string> &command = m_stage.contract().command;
        if (owner.keyword == Keyword::Entrypoint && owner.isJson && command.size() < words.size()
            && std::equal(command.rbegin(), command.rend(), words.rbegin()))
            words.resize(words.size() - command.size());
        return words;
    }

    void declare()
    {
        for (const std::string &name : m_stage.contract().fromBase)
            m_proposal.declared.insert({ContractPart::Variables, name});
        for (const std::string &name : m_placement.buildOnly)
            m_proposal.declared.insert({ContractPart::Variables, name});
        // The new base sets its own.
        for (const auto &[name, value] : contractOfImage(m_recipe.base, m_stage.context().images).environment)
            m_proposal.declared.insert({ContractPart::Variables, name});
        m_proposal.declared.insert({ContractPart::Variables, variablesOfOldBase});
        m_proposal.declared.insert({ContractPart::Variables, "PATH"});
        for (const ContractPart part : m_stage.contract().open)
            m_proposal.declared.insert(part);
        if (!m_stage.contract().isBaseKnown)
            m_proposal.assumptions.push_back(
                {{QT_TRANSLATE_NOOP("refactor",
                                    "The program needs nothing that %1 may set, such as a user or variables: "
                                    "nobody knows what "
                                    "that is."),
                  {m_stage.reference().empty() ? "the base" : m_stage.reference()}},
                 syntax().stages[m_stage.index().value].image});
        m_proposal.declared.merge(m_fit.declared);
    }

    const SplitStage &m_stage;
    SplitRecipe m_recipe;
    GestureContext m_gesture = m_stage.context().gesture(); // Ahead of the references, which borrow it.
    References m_references;
    Placement m_placement;
    LineStyle m_style;
    BaseFit m_fit;
    std::string m_builder;
    std::vector<TextEdit> m_naming;
    std::size_t m_head = 0;
    Proposal m_proposal;
};

} // namespace

Proposal assembledSplit(const SplitStage &stage, SplitRecipe recipe, const RefactorWish &)
{
    return Assembler(stage, std::move(recipe)).run();
}

} // namespace drydock
