// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/context/path_match.h"
#include "model/lint/fixes.h"
#include "model/lint/image_files.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// A word of what the container runs.
struct ProgramWord {
    const Instruction *instruction;
    TextRange range;
    std::string value;
};

void addWords(const LintContext &context, const Instruction &instruction, std::vector<ProgramWord> &words)
{
    for (const ScriptCommand &command : context.commandsOf(instruction)) {
        for (const ScriptWord &word : command.words)
            words.push_back({&instruction, word.range, word.value});
    }
}

/// ENTRYPOINT and CMD as one list; empty if a shell does more than start a program.
std::vector<ProgramWord> programWordsOf(const LintContext &context, StageIndex target)
{
    std::vector<ProgramWord> words;
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *instruction = context.lastOf(target, keyword);
        if (!instruction)
            continue;
        const auto commands = context.commandsOf(*instruction);
        if (commands.size() != 1 || commands[0].program != 0)
            return {};
        addWords(context, *instruction, words);
        if (!instruction->isJson) // The shell form of ENTRYPOINT takes no CMD.
            break;
    }
    return words;
}

/// The name of an interpreter's file, behind its options; null if it is no file.
const ProgramWord *scriptIn(const std::vector<ProgramWord> &words, std::size_t interpreter)
{
    static constexpr std::array<std::string_view, 10> endings {".js",  ".mjs", ".cjs", ".py",  ".jar",
                                                               ".dll", ".sh",  ".rb",  ".php", ".pl"};
    const std::string_view name = nameOfPath(words[interpreter].value);
    const bool isInterpreter = name.starts_with("python")
        || isOneOf(name, {"node", "nodejs", "java", "dotnet", "sh", "bash", "ash", "ruby", "php", "perl"});
    if (!isInterpreter)
        return nullptr;
    for (std::size_t i = interpreter + 1; i < words.size(); ++i) {
        const std::string_view word = words[i].value;
        const bool isJar = name == "java" && words[i - 1].value == "-jar";
        // Options may take a value, and some of them say what to run; a flag with its value in it is harmless.
        if (word.starts_with('-')) {
            if (word == "-jar" || word.starts_with("-X") || word.starts_with("-D")
                || word.find('=') != word.npos || isOneOf(word, {"-u", "-e", "-x", "-O", "-B"}))
                continue;
            return nullptr;
        }
        const bool isFile = std::ranges::any_of(
            endings, [word](std::string_view ending) { return word.ends_with(ending); });
        return isFile && (name != "java" || isJar) ? &words[i] : nullptr;
    }
    return nullptr;
}

/// The word that names a file which has to be there; null if none does for certain.
const ProgramWord *fileIn(const std::vector<ProgramWord> &words)
{
    std::size_t at = 0;
    while (at < words.size()) {
        const std::string_view name = nameOfPath(words[at].value);
        if (isOneOf(name, {"tini", "dumb-init", "catatonit"}))
            at += at + 1 < words.size() && words[at + 1].value == "--" ? 2 : 1;
        else if (isOneOf(name, {"gosu", "su-exec"}))
            at += 2;
        else
            break;
    }
    if (at >= words.size() || words[at].value.starts_with('-'))
        return nullptr;
    if (const ProgramWord *script = scriptIn(words, at))
        return script;
    return words[at].value.find('/') == std::string::npos ? nullptr : &words[at];
}

/// Bases keep things of their own there.
bool isBasesPlace(std::string_view path)
{
    static constexpr std::array<std::string_view, 19> places {
        "/bin",  "/sbin", "/usr", "/lib", "/lib64", "/etc",  "/opt", "/var", "/busybox", "/nodejs",
        "/root", "/home", "/run", "/tmp", "/dev",   "/proc", "/sys", "/mnt", "/layers"};
    return std::ranges::any_of(places, [path](std::string_view place) { return liesIn(path, place); })
        || path.find("entrypoint") != std::string_view::npos;
}

/// Where the container starts: the last WORKDIR counts, wherever CMD stands.
std::optional<std::string> finalDirectory(const LintContext &context, StageIndex target, bool isEmptyBase)
{
    const Instruction *instruction = context.lastOf(target, Keyword::Workdir);
    if (!instruction)
        return isEmptyBase ? std::optional<std::string>("/") : std::nullopt;
    const std::string written = context.syntax().joined(*instruction, instruction->arguments);
    const std::string path = absolutePath(expandedAt(context, *instruction, written).value_or(""),
                                          context.workingDirectoryAt(*instruction));
    return path.empty() ? std::nullopt : std::optional(path);
}

} // namespace

/// “no such file or directory”, as soon as the container starts.
void checkProgramMissing(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    const std::string base = target ? rootImageOf(context, target) : std::string();
    const bool isEmptyBase = base == "scratch";
    if (!target || (!isEmptyBase && !traitsOf(context, target)))
        return;
    const auto words = programWordsOf(context, target);
    const ProgramWord *word = fileIn(words);
    if (!word || word->value.find('\\') != std::string::npos)
        return;
    const std::string path = absolutePath(word->value, finalDirectory(context, target, isEmptyBase));
    const ImageFiles files(context);
    // Without a COPY, the program comes with a volume or is the base's own.
    if (path.size() < 2 || (!isEmptyBase && isBasesPlace(path)) || files.steps().empty()
        || files.presenceOf(path) != Presence::Absent)
        return;
    Finding finding {
        word->instruction,
        word->range,
        {QT_TRANSLATE_NOOP("lint", "Nothing puts “%1” into the image: the container does not start."),
         {path}}};
    if (!isEmptyBase)
        finding.severity = Severity::Warning;
    const std::vector<std::string> known = files.knownFiles();
    const auto same = [&](const std::string &file) { return nameOfPath(file) == nameOfPath(path); };
    if (std::ranges::count_if(known, same) == 1) {
        const std::string &there = *std::ranges::find_if(known, same);
        finding.message
            = {QT_TRANSLATE_NOOP("lint", "There is no “%1” in the image, but “%2”."), {path, there}};
        const std::string_view written = context.syntax().textOf(word->range);
        const bool isQuoted = written.size() > 1 && written.front() == '"' && written.back() == '"';
        if ((isQuoted ? written.substr(1, written.size() - 2) : written) == word->value)
            finding.fixes = replacing({QT_TRANSLATE_NOOP("lint", "Run “%1”"), {there}}, word->range,
                                      isQuoted ? '"' + there + '"' : there, FixSafety::AskFirst);
    }
    report(std::move(finding));
}

} // namespace drydock
