// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/command_check.h"

#include "model/base/suggest.h"
#include "model/graph/mount_check.h"
#include "model/graph/value_checks.h"
#include "model/syntax/characters.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

class CommandCheck {
public:
    CommandCheck(const CommandContext &context, const Instruction &instruction, CommandState &state,
                 TextRange &culprit)
        : m_context(context)
        , m_syntax(context.syntax)
        , m_instruction(instruction)
        , m_state(state)
        , m_culprit(culprit)
    { }

    std::string run()
    {
        switch (m_instruction.keyword) {
        case Keyword::Env:
        case Keyword::Label:
            pairs();
            break;
        case Keyword::Arg:
            arguments();
            break;
        case Keyword::Workdir:
            directory();
            break;
        case Keyword::User:
            single();
            break;
        case Keyword::Stopsignal:
            if (const std::string signal = single(); m_error.empty())
                m_error = checkSignal(signal);
            break;
        case Keyword::Volume:
            for (const Word &word : words()) {
                if (expand(wordValue(m_syntax, m_instruction, word), word.range).empty() && m_error.empty())
                    m_error = "VOLUME specified can not be an empty string";
                if (!m_error.empty())
                    break;
            }
            break;
        case Keyword::Expose:
            ports();
            break;
        case Keyword::Run:
            mounts();
            break;
        case Keyword::Copy:
        case Keyword::Add:
            copy();
            break;
        default:
            break;
        }
        return std::move(m_error);
    }

private:
    void directory()
    {
        const std::string path = single();
        if (m_context.notes && !m_state.isDirectorySet && !path.starts_with('/'))
            m_context.notes->relativeDirectory = path;
        m_state.isDirectorySet = true;
        m_state.workingDirectory = pathFrom(m_state.workingDirectory, path);
    }

    void note(const std::set<std::string> &unmatched)
    {
        if (!m_context.notes || unmatched.empty())
            return;
        std::vector<std::string_view> names;
        for (const auto &[name, value] : m_state.environment)
            names.push_back(name);
        for (const std::string &name : unmatched) {
            if (m_state.declared.contains(name) || name == "BUILDKIT_SBOM_SCAN_CONTEXT"
                || name == "BUILDKIT_SBOM_SCAN_STAGE")
                continue;
            const std::string meant = nearestOption(name, names, MatchCase::Sensitive);
            m_context.notes->undefined.push_back(
                {name, meant.empty() ? "" : " (did you mean $" + meant + "?)"});
        }
    }

    std::span<const Word> words() const { return m_syntax.wordsOf(m_instruction); }

    /// The word expanded; the first error is kept together with its place.
    std::string expand(const std::string &word, TextRange range, QuoteRule quotes = QuoteRule::Process)
    {
        if (!m_error.empty())
            return {};
        // Heredoc bodies are always lexed with a backslash.
        const char escape = quotes == QuoteRule::Literal ? '\\' : m_syntax.escape;
        ExpandedWord expanded = expandWord(word, m_state.environment, escape, quotes);
        note(expanded.unmatched);
        if (!expanded.isFine()) {
            m_error = std::move(expanded.error);
            m_culprit = range;
        }
        return std::move(expanded.text);
    }
    std::string single()
    {
        if (words().empty())
            return {};
        return expand(wordValue(m_syntax, m_instruction, words().front()), words().front().range);
    }

    /// All pairs see the environment from before the instruction.
    void pairs()
    {
        std::vector<std::pair<std::string, std::string>> values;
        for (const KeyValue &pair : keyValuesOf(m_syntax, m_instruction)) {
            std::string key = expand(wordValue(m_syntax, m_instruction, *pair.key), pair.key->range);
            std::string value = expand(wordValue(m_syntax, m_instruction, *pair.value), pair.value->range);
            values.emplace_back(std::move(key), std::move(value));
        }
        if (!m_error.empty() || m_instruction.keyword != Keyword::Env)
            return;
        for (auto &[key, value] : values)
            m_state.environment[key] = std::move(value);
    }

    /// ARG goes from left to right; `ARG x` without a default takes the global one's value.
    void arguments()
    {
        for (const KeyValue &pair : keyValuesOf(m_syntax, m_instruction)) {
            const std::string key = wordValue(m_syntax, m_instruction, *pair.key);
            const auto given = m_context.options.buildArgs.find(key);
            const auto global = m_context.resolution.globals.find(key);
            if (given != m_context.options.buildArgs.end())
                m_state.environment[key] = given->second;
            else if (pair.value)
                m_state.environment[key]
                    = expand(wordValue(m_syntax, m_instruction, *pair.value), pair.value->range);
            else if (global != m_context.resolution.globals.end())
                m_state.environment[key] = global->second;
            m_state.declared.insert(key);
            if (!m_error.empty())
                return;
        }
    }

    void ports()
    {
        for (const Word &word : words()) {
            const ExpandedWord expanded
                = expandWord(wordValue(m_syntax, m_instruction, word), m_state.environment, m_syntax.escape);
            m_culprit = word.range;
            m_error = expanded.error;
            for (const std::string &port : expanded.words) {
                if (m_error.empty())
                    m_error = checkPort(port);
            }
            if (!m_error.empty())
                return;
        }
    }

    void mounts()
    {
        std::vector<Mount> found;
        for (const Flag &flag : m_syntax.flagsOf(m_instruction)) {
            if (m_syntax.joined(m_instruction, flag.name) != "--mount")
                continue;
            Mount mount;
            const auto expandValue = [&](const std::string &value, std::string &error) {
                ExpandedWord expanded = expandWord(value, m_state.environment, m_syntax.escape);
                error = expanded.error;
                note(expanded.unmatched);
                return expanded.text;
            };
            TextRange culprit = flag.value;
            m_error = checkMount(flagOptions(m_syntax, m_instruction, flag), expandValue, mount, culprit);
            m_culprit = culprit;
            if (!m_error.empty())
                return;
            found.push_back(std::move(mount));
        }
        for (const Mount &mount : found) {
            m_error = place(mount);
            if (!m_error.empty())
                return;
        }
    }
    std::string place(const Mount &mount) const
    {
        if (!mount.from.empty() && mount.type != "tmpfs") {
            const StageIndex source = m_context.resolution.stageNamed(mount.from);
            if (source && source.value >= m_context.stage)
                return "cannot mount from stage " + quoted(mount.from) + " to " + quoted(mount.target)
                    + ", stage needs to be defined before current command";
        }
        if (mount.type == "secret")
            return {};
        if (mount.type == "ssh")
            return mount.source.empty() ? "" : "ssh does not support source";
        // A target that is not absolute lies in the working directory; without one it is that directory.
        const std::string target = pathFrom(m_state.workingDirectory, mount.target);
        return target == "/" ? "invalid mount target \"/\"" : "";
    }

    std::string flag(std::string_view name, bool isExpanded)
    {
        const Flag *found = m_syntax.flagNamed(m_instruction, name);
        if (!found)
            return {};
        const std::string value = m_syntax.valueOf(m_instruction, *found);
        return isExpanded ? expand(value, found->value) : value;
    }
    void blame(std::string_view flagName)
    {
        if (const Flag *found = m_syntax.flagNamed(m_instruction, flagName))
            m_culprit = found->value;
    }

    void copy()
    {
        const bool isAdd = m_instruction.keyword == Keyword::Add;
        flag("--chown", true);
        const std::string chmod = flag("--chmod", true);
        const std::string checksum = flag("--checksum", true);
        std::vector<std::string> sources;
        for (const Word &word : words()) {
            const std::string value = wordValue(m_syntax, m_instruction, word);
            if (&word != &words().back() && heredocOf(value))
                continue;
            std::string path = expand(value, word.range);
            if (&word != &words().back())
                sources.push_back(std::move(path));
        }
        for (const Heredoc &heredoc : m_syntax.heredocsOf(m_instruction)) {
            if (heredoc.expand)
                expand(bodyOf(heredoc), heredoc.body, QuoteRule::Literal);
        }
        if (!m_error.empty())
            return;
        if (!isAdd)
            m_error = source();
        if (!m_error.empty())
            return;
        if (!chmod.empty()) {
            blame("--chmod");
            if (m_error = checkChmod(chmod); !m_error.empty())
                return;
        }
        if (!checksum.empty()) {
            blame("--checksum");
            if (m_error = checksumError(checksum, sources); !m_error.empty())
                return;
        }
        if (isAdd)
            return;
        for (const std::string &source : sources) {
            m_culprit = m_instruction.arguments;
            if (isGitReference(source))
                m_error = "source can't be a git ref for COPY";
            else if (isHttpSource(source))
                m_error = "source can't be a URL for COPY";
            if (!m_error.empty())
                return;
        }
    }
    std::string bodyOf(const Heredoc &heredoc) const
    {
        const std::string_view body = m_syntax.textOf(heredoc.body);
        if (!heredoc.chomp)
            return std::string(body);
        std::string result;
        bool isLineStart = true;
        for (const char c : body) {
            if (!(isLineStart && c == '\t'))
                result += c;
            isLineStart = c == '\n' || (isLineStart && c == '\t');
        }
        return result;
    }
    std::string source()
    {
        const std::string from = flag("--from", false);
        long long number = 0;
        StageIndex stage = m_context.resolution.stageNamed(from);
        if (parseStageNumber(from, number) && number >= 0)
            stage = {static_cast<std::size_t>(number)};
        if (from.empty() || !stage || stage.value < m_context.stage || stage.value >= m_syntax.stages.size())
            return {};
        blame("--from");
        return "cannot copy from stage " + quoted(from) + ", it needs to be defined before current stage "
            + quoted(m_context.stageName);
    }
    static std::string checksumError(const std::string &checksum, const std::vector<std::string> &sources)
    {
        if (sources.size() != 1)
            return "checksum can't be specified for multiple sources";
        const bool isGit = isGitReference(sources[0]);
        if (!isGit && !isHttpSource(sources[0]))
            return "checksum requires HTTP(S) or Git sources";
        if (isGit)
            return {};
        const std::size_t colon = checksum.find(':');
        if (colon == std::string::npos || colon == 0 || colon + 1 == checksum.size())
            return "invalid checksum digest format";
        const std::string algorithm = checksum.substr(0, colon);
        const std::size_t digits = algorithm == "sha256" ? 64
            : algorithm == "sha384"                      ? 96
            : algorithm == "sha512"                      ? 128
                                                         : 0;
        if (digits == 0)
            return "unsupported digest algorithm";
        const std::string hex = checksum.substr(colon + 1);
        if (hex.size() != digits)
            return "invalid checksum digest length";
        return hex.find_first_not_of("0123456789abcdef") == std::string::npos
            ? ""
            : "invalid checksum digest format";
    }

    const CommandContext &m_context;
    const Syntax &m_syntax;
    const Instruction &m_instruction;
    CommandState &m_state;
    TextRange &m_culprit;
    std::string m_error;
};

} // namespace

std::string pathFrom(std::string_view base, std::string_view path)
{
    std::string whole(path);
    if (!path.starts_with('/'))
        whole.insert(0, std::string(base) + '/');
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= whole.size();) {
        const std::size_t end = std::min(whole.find('/', at), whole.size());
        const std::string_view part = std::string_view(whole).substr(at, end - at);
        if (part == "..") {
            if (!parts.empty())
                parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
        at = end + 1;
    }
    std::string result;
    for (const std::string_view part : parts)
        result.append("/").append(part);
    return result.empty() ? "/" : result;
}

std::string checkCommand(const CommandContext &context, const Instruction &instruction, CommandState &state,
                         TextRange &culprit)
{
    return CommandCheck(context, instruction, state, culprit).run();
}

} // namespace drydock
