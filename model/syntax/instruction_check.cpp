// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/instruction_check.h"

#include "model/base/suggest.h"
#include "model/syntax/characters.h"
#include "model/syntax/duration.h"
#include "model/syntax/flag_check.h"
#include "model/syntax/flags.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/mount_options.h"
#include "model/syntax/stage_name.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace drydock {
namespace {

constexpr std::array<std::string_view, 18> allNames {
    "ADD",   "ARG",        "CMD",     "COPY", "ENTRYPOINT", "ENV",        "EXPOSE", "FROM",   "HEALTHCHECK",
    "LABEL", "MAINTAINER", "ONBUILD", "RUN",  "SHELL",      "STOPSIGNAL", "USER",   "VOLUME", "WORKDIR"};

/// One instruction at work.
class Check {
public:
    Check(const Syntax &syntax, const Instruction &instruction, TextRange &culprit)
        : m_syntax(syntax)
        , m_instruction(instruction)
        , m_arguments(argumentValues(syntax, instruction))
        , m_name(nameOf(instruction.keyword))
        , m_culprit(culprit)
    {
        m_culprit = instruction.arguments.isEmpty() ? instruction.keywordRange : instruction.arguments;
    }

    std::string run()
    {
        switch (m_instruction.keyword) {
        case Keyword::Unknown:
            return unknown();
        case Keyword::Env:
        case Keyword::Label:
            return firstOf(&Check::flags, &Check::keys);
        case Keyword::Maintainer:
        case Keyword::Workdir:
        case Keyword::User:
            return firstOf(&Check::exactlyOne, &Check::flags);
        case Keyword::Stopsignal:
            return exactlyOne();
        case Keyword::Add:
        case Keyword::Copy:
            return sourcesAndDestination();
        case Keyword::From:
            return firstOf(&Check::from, &Check::flags);
        case Keyword::Onbuild:
            return onbuild();
        case Keyword::Run:
            return runFlags();
        case Keyword::Cmd:
        case Keyword::Entrypoint:
            return flags();
        case Keyword::Healthcheck:
            return healthcheck();
        case Keyword::Expose:
            return firstOf(&Check::atLeastOne, &Check::flags);
        case Keyword::Volume:
            return firstOf(&Check::atLeastOne, &Check::flags, &Check::volumes);
        case Keyword::Arg:
            return firstOf(&Check::atLeastOne, &Check::keys);
        case Keyword::Shell:
            return firstOf(&Check::flags, &Check::atLeastOne, &Check::jsonForm);
        }
        return {};
    }

private:
    /// Runs the steps in order up to the first that has something to say.
    template <typename... Steps>
    std::string firstOf(Steps... steps)
    {
        std::string error;
        (void)((error = (this->*steps)(), error.empty()) && ...);
        return error;
    }
    void blame(TextRange range)
    {
        if (!m_isBlamed)
            m_culprit = range;
        m_isBlamed = true;
    }

    std::string unknown()
    {
        blame(m_instruction.keywordRange);
        const std::string keyword = m_syntax.joined(m_instruction, m_instruction.keywordRange);
        return "unknown instruction: " + keyword + didYouMean(keyword, allNames, MatchCase::Insensitive);
    }
    std::string atLeastOne()
    {
        return m_arguments.empty() ? std::string(m_name) + " requires at least one argument" : std::string();
    }
    std::string exactlyOne()
    {
        return m_arguments.size() != 1 ? std::string(m_name) + " requires exactly one argument"
                                       : std::string();
    }
    std::string jsonForm()
    {
        return m_instruction.isJson ? "" : "SHELL requires the arguments to be in JSON form";
    }
    std::string keys()
    {
        if (auto error = atLeastOne(); !error.empty())
            return error;
        for (const KeyValue &pair : keyValuesOf(m_syntax, m_instruction)) {
            if (pair.key->range.isEmpty()) {
                blame(pair.value ? TextRange {pair.key->range.begin, pair.value->range.end}
                                 : pair.key->range);
                return std::string(m_name) + " names can not be blank";
            }
        }
        return {};
    }

    std::string flags()
    {
        TextRange flag;
        std::string error = checkFlags(m_syntax, m_instruction, flag);
        if (!error.empty())
            blame(flag);
        return error;
    }

    std::string from()
    {
        const auto words = m_syntax.wordsOf(m_instruction);
        if (words.size() == 3 && words[1].role == WordRole::As) {
            const std::string name = m_arguments[2];
            if (!isStageName(lowered(name))) {
                blame(words[2].range);
                return "invalid name for build stage: " + quoted(name)
                    + ", name can't start with a number or contain symbols";
            }
            return {};
        }
        return words.size() == 1 ? "" : "FROM requires either one or three arguments";
    }

    std::string sourcesAndDestination()
    {
        if (m_arguments.size() < 2)
            return std::string(m_name)
                + " requires at least two arguments, but only one was provided. Destination could not be "
                  "determined";
        if (auto error = flags(); !error.empty())
            return error;
        if (heredocOf(m_arguments.back())) {
            blame(m_syntax.wordsOf(m_instruction).back().range);
            return std::string(m_name) + " cannot accept a heredoc as a destination";
        }
        return {};
    }

    std::string onbuild()
    {
        if (auto error = firstOf(&Check::atLeastOne, &Check::flags); !error.empty())
            return error;
        const std::string trigger = uppered(trimmed(m_arguments[0]));
        if (trigger == "ONBUILD")
            return "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed";
        if (trigger == "MAINTAINER" || trigger == "FROM")
            return trigger + " isn't allowed as an ONBUILD trigger";
        return {};
    }

    std::string runFlags()
    {
        if (auto error = flags(); !error.empty())
            return error;
        // BuildKit runs the hooks in the order of their files: device, mount, network, security.
        for (const std::string_view name : {"--device", "--mount", "--network", "--security"}) {
            for (const Flag &flag : m_syntax.flagsOf(m_instruction)) {
                if (flagText(m_syntax.joined(m_instruction, flag.name)) != name)
                    continue;
                std::string error = name == "--device" ? device(flag)
                    : name == "--mount"                ? mount(flag)
                                                       : choice(name, flag);
                if (!error.empty()) {
                    blame(flag.range);
                    return error;
                }
            }
        }
        return {};
    }
    std::string choice(std::string_view name, const Flag &flag)
    {
        const std::string value = m_syntax.valueOf(m_instruction, flag);
        if (name == "--network" && value != "default" && value != "none" && value != "host")
            return "invalid network mode " + quoted(value);
        if (name == "--security" && value != "insecure" && value != "sandbox")
            return "security " + quoted(value) + " is not valid";
        return {};
    }
    std::string mount(const Flag &flag)
    {
        for (const FlagOption &option : flagOptions(m_syntax, m_instruction, flag)) {
            const std::size_t dollar = option.value.find('$');
            if (option.key == "from" && dollar != std::string::npos && dollar + 1 < option.value.size()) {
                blame(option.valueRange);
                return "'from' doesn't support variable expansion, define alias stage instead";
            }
        }
        return {};
    }
    std::string device(const Flag &flag)
    {
        std::string name;
        for (const FlagOption &option : flagOptions(m_syntax, m_instruction, flag)) {
            blame(option.range);
            if (option.key == "name" && option.hasValue) {
                if (!name.empty())
                    return "device name already set to " + name;
                name = option.value;
            } else if (option.key == "required") {
                static const std::set<std::string_view> booleans {
                    "", "1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"};
                if (option.hasValue && (option.value.empty() || !booleans.contains(option.value)))
                    return "invalid value for required: " + option.value;
            } else if (name.empty()) {
                name = option.field;
            } else if (!option.hasValue) {
                return "invalid field '" + option.field + "' must be a key=value pair";
            } else {
                static constexpr std::array<std::string_view, 2> keys {"name", "required"};
                return "unexpected key '" + option.key + "' in '" + option.field + "'"
                    + didYouMean(option.key, keys, MatchCase::Sensitive);
            }
            m_isBlamed = false;
        }
        return {};
    }

    std::string healthcheck()
    {
        if (auto error = atLeastOne(); !error.empty())
            return error;
        const std::string type = uppered(m_arguments[0]);
        if (type == "NONE")
            return m_arguments.size() > 1 ? "HEALTHCHECK NONE takes no arguments" : "";
        if (auto error = flags(); !error.empty())
            return error;
        if (type != "CMD")
            return "Unknown type " + quoted(type) + " in HEALTHCHECK (try CMD)";
        if (m_arguments.size() == 1)
            return "Missing command after HEALTHCHECK CMD";
        for (const std::string_view name : {"interval", "timeout", "start-period", "start-interval"}) {
            const Flag *flag = m_syntax.flagNamed(m_instruction, "--" + std::string(name));
            if (!flag)
                continue;
            const Duration duration = parseDuration(m_syntax.valueOf(m_instruction, *flag));
            blame(flag->range);
            if (!duration.error.empty())
                return duration.error;
            if (duration.nanoseconds != 0 && duration.nanoseconds < 1'000'000)
                return "Interval " + quoted(name) + " cannot be less than 1ms";
            m_isBlamed = false;
        }
        return retries();
    }
    std::string retries()
    {
        const Flag *flag = m_syntax.flagNamed(m_instruction, "--retries");
        if (!flag)
            return {};
        const std::string value = m_syntax.valueOf(m_instruction, *flag);
        if (value.empty())
            return {};
        blame(flag->range);
        const char *first = value.data() + (value.size() > 1 && value[0] == '+' && value[1] != '-' ? 1 : 0);
        std::int32_t number = 0;
        const auto [end, status] = std::from_chars(first, value.data() + value.size(), number);
        const std::string quotedValue = "strconv.ParseInt: parsing " + quoted(value);
        if (status == std::errc::result_out_of_range)
            return quotedValue + ": value out of range";
        if (status != std::errc() || end != value.data() + value.size())
            return quotedValue + ": invalid syntax";
        if (number < 0)
            return "--retries cannot be negative (" + std::to_string(number) + ")";
        m_isBlamed = false;
        return {};
    }

    std::string volumes()
    {
        for (std::size_t i = 0; i < m_arguments.size(); ++i) {
            if (trimmed(m_arguments[i]).empty()) {
                blame(m_syntax.wordsOf(m_instruction)[i].range);
                return "VOLUME specified can not be an empty string";
            }
        }
        return {};
    }

    const Syntax &m_syntax;
    const Instruction &m_instruction;
    std::vector<std::string> m_arguments;
    std::string_view m_name;
    TextRange &m_culprit;
    bool m_isBlamed = false;
};

} // namespace

std::string checkInstruction(const Syntax &syntax, const Instruction &instruction, TextRange &culprit)
{
    return Check(syntax, instruction, culprit).run();
}

std::vector<Problem> checkInstructions(const Syntax &syntax)
{
    std::vector<Problem> problems;
    for (const Instruction &instruction : syntax.instructions) {
        const LineSpan lines {instruction.firstLine, instruction.lastLine};
        TextRange culprit;
        const std::string error = checkInstruction(syntax, instruction, culprit);
        const bool isOutside = !instruction.stage && instruction.keyword != Keyword::Arg;
        if (!error.empty())
            problems.push_back(
                {Phase::Instruction,
                 "dockerfile parse error on line " + std::to_string(instruction.firstLine) + ": " + error,
                 culprit,
                 {lines}});
        else if (isOutside)
            problems.push_back(
                {Phase::Instruction, "no build stage in current context", instruction.keywordRange, {lines}});
    }
    return problems;
}

} // namespace drydock
