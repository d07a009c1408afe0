// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/run_notes.h"

#include "model/base/one_of.h"
#include "model/lint/fixes.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/file_steps.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

StepNote noteOf(const BuildStep &step, StepEffect effect, std::vector<std::string> paths = {})
{
    return {&step, effect, std::move(paths), {}, {}};
}

/// The notes of one stage in the making.
class Reader {
public:
    Reader(const SplitStage &stage, const KnownSteps &known)
        : m_stage(stage)
        , m_known(known)
    { }

    StepNote read(const BuildStep &step) const
    {
        StepNote note = readCommand(step);
        addRedirections(step, note);
        // A path that cannot be told may be anywhere.
        if ((note.effect == StepEffect::Layout || note.effect == StepEffect::Writes)
            && std::ranges::any_of(note.paths, &std::string::empty))
            note.effect = StepEffect::Unknown;
        return note;
    }

private:
    std::string place(const BuildStep &step, std::string_view text) const
    {
        return placeOfWord(m_stage, step, text);
    }

    void addRedirections(const BuildStep &step, StepNote &note) const;
    StepNote readCommand(const BuildStep &step) const;

    const SplitStage &m_stage;
    const KnownSteps &m_known;
};

void Reader::addRedirections(const BuildStep &step, StepNote &note) const
{
    // Limits of versions are no arrows.
    if (m_stage.lint().packageOf(*step.command))
        return;
    const auto &words = step.command->words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view word = words[i].value;
        while (!word.empty() && word.front() >= '0' && word.front() <= '9')
            word.remove_prefix(1);
        if (!word.starts_with('>'))
            continue;
        while (word.starts_with('>'))
            word.remove_prefix(1);
        const std::string_view target = !word.empty() || i + 1 >= words.size() ? word : words[i + 1].value;
        if (isStream(target))
            continue;
        note.paths.push_back(place(step, target));
        if (note.effect == StepEffect::Nothing || note.effect == StepEffect::Layout)
            note.effect = StepEffect::Writes;
    }
}

bool leavesNothing(std::string_view name)
{
    static constexpr std::array<std::string_view, 90> names {
        "set",       "cd",         "pushd",    "popd",     "export",   "unset",
        "true",      "false",      ":",        "test",     "[",        "[[",
        "rm",        "rmdir",      "ls",       "pwd",      "which",    "type",
        "sleep",     "wait",       "grep",     "egrep",    "fgrep",    "head",
        "tail",      "cut",        "awk",      "sort",     "uniq",     "tr",
        "wc",        "dpkg-query", "date",     "id",       "whoami",   "nproc",
        "printenv",  "ldd",        "file",     "kill",     "trap",     "exit",
        "umask",     "gpg",        "gpg2",     "gpgconf",  "sha1sum",  "sha256sum",
        "sha512sum", "md5sum",     "shasum",   "find",     "for",      "while",
        "do",        "done",       "if",       "fi",       "case",     "esac",
        "then",      "else",       "elif",     "local",    "return",   "read",
        "diff",      "cmp",        "basename", "dirname",  "readlink", "realpath",
        "mktemp",    "sync",       "uname",    "arch",     "hostname", "ps",
        "du",        "df",         "stat",     "echo",     "printf",   "cat",
        "yes",       "ulimit",     "shopt",    "apt-mark", "ldconfig", "dpkg-architecture"};
    return std::ranges::find(names, name) != names.end();
}

/// Changes what the distribution or its packages have, from nothing but its words.
bool isToBeRunAgain(std::string_view name)
{
    return isOneOf(name,
                   {"useradd", "adduser", "groupadd", "addgroup", "usermod", "groupmod", "a2enmod",
                    "a2dismod", "a2ensite", "a2dissite", "a2enconf", "a2disconf", "locale-gen",
                    "update-locale", "localedef"});
}

bool isBuildTool(const ScriptCommand &command)
{
    const std::string_view program = command.words[command.program].value;
    if (program.starts_with("./"))
        return true;
    if (command.name() == "make")
        return std::ranges::none_of(command.operands(), [](const ScriptWord *word) {
            return word->value.find("install") != std::string::npos;
        });
    return isOneOf(command.name(),
                   {"webpack", "tsc", "gulp", "grunt", "rake", "vite", "ng", "esbuild", "rollup"});
}

StepNote Reader::readCommand(const BuildStep &step) const
{
    const ScriptCommand &command = *step.command;
    if (m_known) {
        if (std::optional<StepNote> note = m_known(step)) {
            note->step = &step;
            return *note;
        }
    }
    const std::string_view name = command.name();
    // Only variables, or what a brace in front of it writes.
    if (name.empty() || name.starts_with('>'))
        return noteOf(step, StepEffect::Nothing);
    if (const PackageCommand *package = m_stage.lint().packageOf(command))
        return noteOf(step, package->isOfSystem() ? StepEffect::System : StepEffect::Unknown);
    if (leavesNothing(name) || command.has({"--version", "--help", "-version"}))
        return noteOf(step, StepEffect::Nothing);
    if (isToBeRunAgain(name))
        return noteOf(step, StepEffect::Again);
    if (auto note = noteOfFiles(m_stage, step))
        return *note;
    // What only prints, for the next command to write.
    if (command.joint == ShellJoint::Pipe && command.arguments().empty())
        return noteOf(step, StepEffect::Nothing);
    return noteOf(step, isBuildTool(command) ? StepEffect::Builds : StepEffect::Unknown);
}

} // namespace

std::vector<StepNote> notesOf(const SplitStage &stage, const KnownSteps &known)
{
    const Reader reader(stage, known);
    std::vector<StepNote> notes;
    notes.reserve(stage.steps().size());
    for (const BuildStep &step : stage.steps())
        notes.push_back(reader.read(step));
    return notes;
}

std::string placeOfWord(const SplitStage &stage, const BuildStep &step, std::string_view text)
{
    const std::optional<std::string> path = expandedAt(stage.lint(), *step.run, text);
    if (!path)
        return {};
    return step.pathOf(*path);
}

std::string optionValue(const BuildStep &step, std::initializer_list<std::string_view> options)
{
    const auto words = step.command->arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].value;
        for (const std::string_view option : options) {
            if (word == option && i + 1 < words.size())
                return words[i + 1].value;
            if (option.starts_with("--") && word.starts_with(std::string(option) + "="))
                return std::string(word.substr(option.size() + 1));
        }
    }
    return {};
}

std::string userAt(const SplitStage &stage, const Instruction &run)
{
    std::string user;
    for (const Instruction &instruction : stage.instructions()) {
        if (&instruction == &run)
            break;
        if (instruction.keyword == Keyword::User)
            user = stage.syntax().joined(instruction, instruction.arguments);
    }
    return user;
}

bool runsAsRoot(const SplitStage &stage, const Instruction &run)
{
    const std::string user = userAt(stage, run);
    return user.empty() || isOneOf(std::string_view(user).substr(0, user.find(':')), {"root", "0"});
}

std::string asWritten(const SplitStage &stage, std::string_view keyword)
{
    const Syntax &syntax = stage.syntax();
    return keywordLike(syntax, syntax.at(syntax.stages[stage.index().value].from), keyword) + " ";
}

bool isSystemFolder(std::string_view path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    static constexpr std::array<std::string_view, 29> folders {"",
                                                               "/",
                                                               "/bin",
                                                               "/sbin",
                                                               "/lib",
                                                               "/lib64",
                                                               "/usr",
                                                               "/usr/bin",
                                                               "/usr/sbin",
                                                               "/usr/lib",
                                                               "/usr/share",
                                                               "/usr/include",
                                                               "/etc",
                                                               "/var",
                                                               "/var/lib",
                                                               "/var/log",
                                                               "/opt",
                                                               "/home",
                                                               "/root",
                                                               "/tmp",
                                                               "/dev",
                                                               "/proc",
                                                               "/usr/local",
                                                               "/usr/local/bin",
                                                               "/usr/local/sbin",
                                                               "/usr/local/lib",
                                                               "/usr/local/etc",
                                                               "/usr/local/share",
                                                               "/usr/local/include"};
    return std::ranges::find(folders, path) != folders.end() || path.starts_with("/proc/")
        || path.starts_with("/sys");
}

} // namespace drydock
