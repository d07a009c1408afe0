// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/switch/shell_less.h"

#include "model/base/one_of.h"
#include "model/knowledge/base_configs.h"
#include "model/knowledge/base_variants.h"
#include "model/knowledge/image_tags.h"
#include "model/lint/copy_steps.h"
#include "model/lint/fixes.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/switch/health_check.h"
#include "model/refactor/switch/shell_less_lines.h"
#include "model/shell/plain_words.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

class Mover {
public:
    Mover(const LintContext &context, StageIndex stage, BaseKind kind, const NewBase &base, Changes &changes)
        : m_context(context)
        , m_syntax(context.syntax())
        , m_stage(stage)
        , m_kind(kind)
        , m_base(base)
        , m_traits(baseTraitsOf(base.reference))
        , m_changes(changes)
    {
        const auto image = parseImageReference(rootImageOf(context, stage));
        m_variants = image ? variantsOf(bareNameOf(*image)) : nullptr;
    }

    void run()
    {
        m_lost = moveLines(m_context, m_stage, m_kind, m_base, m_changes);
        if (m_changes.isRefused())
            return;
        moveProgram();
        moveHealthcheck();
        if (m_kind == BaseKind::Scratch)
            fillScratch();
        takeUserOfBase();
    }

private:
    std::string lineOf(const Instruction &instruction) const { return std::to_string(instruction.firstLine); }

    void refuse(UserText reason, TextRange where) { m_changes.refuse(std::move(reason), where); }

    /// The words of CMD or ENTRYPOINT, if no shell is needed for them.
    std::optional<std::vector<std::string>> wordsOf(const Instruction &instruction)
    {
        std::optional<std::vector<std::string>> words;
        if (instruction.isJson)
            words = argumentValues(m_syntax, instruction);
        else
            words = plainWords(m_syntax.joined(instruction, instruction.arguments));
        if (!words)
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "Line %1 needs a shell, and %2 has none: write it as one program with its words."),
                    {lineOf(instruction), m_base.reference}},
                   instruction.range);
        return words;
    }

    bool isInterpreter(std::string_view word) const
    {
        return m_variants && !word.empty()
            && std::ranges::find(m_variants->programs, word.substr(word.rfind('/') + 1))
            != m_variants->programs.end();
    }

    /// As the new base has it: /nodejs/bin/node.
    std::string interpreter() const
    {
        const std::string name
            = m_variants && !m_variants->programs.empty() ? m_variants->programs.front() : "";
        if (m_kind == BaseKind::Distroless && name == "node")
            return "/nodejs/bin/node";
        return "/usr/bin/"
            + (m_kind == BaseKind::Chainguard && name == "python3" ? std::string("python") : name);
    }

    void moveProgram()
    {
        const Instruction *entry = m_context.lastOf(m_stage, Keyword::Entrypoint);
        const Instruction *command = m_context.lastOf(m_stage, Keyword::Cmd);
        if (!entry && !command)
            return refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "No CMD or ENTRYPOINT says what is started, so it is the old base that "
                                   "does: write it down first."),
                 {}},
                m_syntax.at(m_syntax.stages[m_stage.value].from).range);
        const Instruction &first = entry ? *entry : *command;
        const auto words = wordsOf(first);
        if (!words || words->empty())
            return;
        const std::string &program = words->front();
        const std::string_view name = std::string_view(program).substr(program.rfind('/') + 1);
        const bool hasInterpreter = m_variants && !m_variants->programs.empty();
        if (isOneOf(name,
                    {"sh", "bash", "ash", "dash", "npm", "yarn", "pnpm", "npx", "tini", "dumb-init", "gosu",
                     "su-exec", "supervisord", "cron", "crond", "env", "catatonit", "s6-svscan"}))
            return refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 starts “%2”, which %3 does not have: start the program itself."),
                 {lineOf(first), std::string(name), m_base.reference}},
                first.range);
        if (name.ends_with(".sh") || name.ends_with(".bash") || name.ends_with("entrypoint"))
            return refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "Line %1 starts the script “%2”, which needs a shell, and %3 has none: "
                                   "choose another base."),
                 {lineOf(first), program, m_base.reference}},
                first.range);
        std::vector<std::string> after = *words;
        bool isOther = !first.isJson;
        if (hasInterpreter) {
            const bool isScript = !entry && m_variants->programs.front() == "node" && name.ends_with("js");
            if (!isInterpreter(program) && !isScript)
                return refuse(
                    {QT_TRANSLATE_NOOP("refactor",
                                       "Line %1 starts “%2”, which is not there on %3: start it by the "
                                       "interpreter."),
                     {lineOf(first), program, m_base.reference}},
                    first.range);
            const auto config = baseConfigOf(m_base.reference);
            const bool hasOwnEntry
                = m_kind == BaseKind::Chainguard || (config && !config->config.entrypoint.empty());
            if (entry || !hasOwnEntry) {
                after[0] = interpreter();
                isOther = true;
            } else if (m_variants->programs.front() == "java") {
                // The base starts `java -jar`; other options of Java's have to stand in front of that.
                if (after.size() > 2 && after[1] == "-jar") {
                    after.erase(after.begin(), after.begin() + 2);
                } else {
                    after[0] = interpreter();
                    m_changes.edits.push_back(
                        {first.keywordRange, keywordLike(m_syntax, first, "ENTRYPOINT")});
                }
                isOther = true;
            } else if (isInterpreter(program)) {
                if (after.size() == 1)
                    return refuse(
                        {QT_TRANSLATE_NOOP("refactor",
                                           "Line %1 starts “%2” without a script to run: nobody needs that "
                                           "without a shell."),
                         {lineOf(first), program}},
                        first.range);
                after.erase(after.begin());
                isOther = true;
            }
        }
        if (isOther) {
            m_changes.edits.push_back({first.arguments, jsonArrayOf(after)});
            m_changes.declared.insert(ContractPart::Program);
        } else if (hasInterpreter) {
            m_changes.declared.insert(ContractPart::Program);
        }
        if (entry && command && entry->isJson && !command->isJson) {
            const auto more = wordsOf(*command);
            if (more) {
                m_changes.edits.push_back({command->arguments, jsonArrayOf(*more)});
                m_changes.declared.insert(ContractPart::Program);
            }
        }
        if (m_variants && !m_variants->programs.empty() && m_variants->programs.front().starts_with("python"))
            lookAtPython();
    }

    /// Packages lie elsewhere there, and a virtual environment points to the interpreter of the old base.
    void lookAtPython()
    {
        for (const CopyStep &step : copyStepsOf(m_context, m_stage)) {
            for (const CopiedSource &source : step.sources) {
                const bool isPackages = source.path.find("site-packages") != std::string::npos
                    || source.path.find("venv") != std::string::npos || source.path.starts_with("/usr/local")
                    || source.path.find(".local") != std::string::npos;
                if (step.from && isPackages)
                    refuse({QT_TRANSLATE_NOOP(
                                "refactor",
                                "“%1” of line %2 belongs to the Python of the old base, which lies in "
                                "another folder: install with `pip install --target` and set PYTHONPATH."),
                            {source.path, lineOf(*step.instruction)}},
                           source.word->range);
            }
        }
    }

    void moveHealthcheck()
    {
        const Instruction *check = m_context.lastOf(m_stage, Keyword::Healthcheck);
        if (!check)
            return;
        bool isExec = false;
        const std::vector<ShellCommand> commands = commandsOfCheck(m_syntax, *check, isExec);
        if (commands.empty() || commands.front().empty())
            return; // NONE
        const ShellCommand &first = commands.front();
        const std::string_view name = std::string_view(first[0]).substr(first[0].rfind('/') + 1);
        if (isExec && first[0].starts_with('/') && !isOneOf(name, {"sh", "bash", "curl", "wget", "env"})
            && !name.ends_with(".sh"))
            return; // A program of its own.
        const bool isAlone = commands.size() == 1
            || (commands.size() == 2 && !commands[1].empty() && commands[1][0] == "exit");
        const auto url = std::ranges::find_if(first, [](const std::string &word) {
            return word.starts_with("http://") && word.find_first_of("$`'\"") == std::string::npos;
        });
        const std::string language
            = m_variants && !m_variants->programs.empty() ? m_variants->programs.front() : std::string();
        if (!isAlone || !isOneOf(name, {"curl", "wget"}) || url == first.end()
            || !isOneOf(language, {"node", "python3"}))
            return refuse(
                {QT_TRANSLATE_NOOP("refactor",
                                   "The health check of line %1 calls what %2 does not have: let the program "
                                   "check itself, or choose another base."),
                 {lineOf(*check), m_base.reference}},
                check->range);
        const std::vector<std::string> words = language == "node"
            ? std::vector<std::string> {interpreter(), "-e",
                                        "fetch('" + *url
                                            + "').then(r=>process.exit(r.ok?0:1)).catch(()=>process.exit(1))"}
            : std::vector<std::string> {interpreter(), "-c",
                                        "import urllib.request as u;u.urlopen('" + *url + "',timeout=2)"};
        // Behind the options: CMD and what follows.
        m_changes.edits.push_back({check->arguments, "CMD " + jsonArrayOf(words)});
        m_changes.declared.insert(ContractPart::Healthcheck);
    }

    void fillScratch()
    {
        const auto &old = traitsOf(m_context, m_stage);
        const bool hadCertificates = m_lost.hadCertificates || (old && old->hasCertificates == true);
        const bool hadTimeZones = m_lost.hadTimeZones || (old && old->hasTimeZones == true);
        StageIndex certificates;
        StageIndex zones;
        for (const CopyStep &step : copyStepsOf(m_context, m_stage)) {
            if (!step.stage)
                continue;
            const auto &traits = traitsOf(m_context, step.stage);
            if (traits && traits->hasCertificates == true)
                certificates = step.stage;
            if (traits && traits->hasTimeZones == true)
                zones = step.stage;
        }
        const auto from = [&](StageIndex stage) {
            const std::string &name = m_context.resolution().bases[stage.value].name;
            return name.empty() ? std::to_string(stage.value) : name;
        };
        if (hadCertificates && certificates)
            m_changes.added.push_back("COPY --from=" + from(certificates)
                                      + " /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/");
        else if (hadCertificates)
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "The program has root certificates now, and no stage before has them to copy "
                        "from: choose distroless, which brings them."),
                    {}},
                   m_syntax.at(m_syntax.stages[m_stage.value].from).range);
        if (hadTimeZones && zones)
            m_changes.added.push_back("COPY --from=" + from(zones)
                                      + " /usr/share/zoneinfo /usr/share/zoneinfo");
        else if (hadTimeZones)
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "The program has time zones now, and no stage before has them to copy from: "
                        "choose distroless, which brings them."),
                    {}},
                   m_syntax.at(m_syntax.stages[m_stage.value].from).range);
        m_changes.assume(
            {QT_TRANSLATE_NOOP("refactor",
                               "The program writes no temporary files and looks up no users: scratch has "
                               "neither /tmp nor /etc/passwd."),
             {}},
            m_syntax.at(m_syntax.stages[m_stage.value].from).range);
    }

    void takeUserOfBase()
    {
        const Instruction *user = m_context.lastOf(m_stage, Keyword::User);
        if (user || !m_traits || m_traits->user.empty())
            return;
        m_changes.declared.insert(ContractPart::User);
        m_changes.assume(
            {QT_TRANSLATE_NOOP("refactor",
                               "The program needs no rights of root's and no port below 1024: on %1 it "
                               "runs as user %2."),
             {m_base.reference, m_traits->user}},
            m_syntax.at(m_syntax.stages[m_stage.value].from).range);
    }

    const LintContext &m_context;
    const Syntax &m_syntax;
    StageIndex m_stage;
    BaseKind m_kind;
    const NewBase &m_base;
    std::optional<BaseTraits> m_traits;
    const BaseVariants *m_variants = nullptr;
    Changes &m_changes;
    LostData m_lost;
};

} // namespace

void moveToShellLess(const LintContext &context, StageIndex stage, BaseKind kind, const NewBase &base,
                     Changes &changes)
{
    Mover(context, stage, kind, base, changes).run();
}

} // namespace drydock
