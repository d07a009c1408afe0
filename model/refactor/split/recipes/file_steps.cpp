// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/file_steps.h"

#include "model/base/one_of.h"
#include "model/base/text_parts.h"
#include "model/graph/command_check.h"

#include <algorithm>

namespace drydock {
namespace {

using Words = std::vector<const ScriptWord *>;

/// Arguments without options and redirections.
Words plainOperands(const ScriptCommand &command)
{
    Words operands;
    bool isTarget = false;
    for (const ScriptWord &word : command.arguments()) {
        const bool isArrow = word.value.find('>') != std::string::npos || word.value.starts_with('<');
        if (!isTarget && !isArrow && !word.value.starts_with('-'))
            operands.push_back(&word);
        isTarget = isArrow && (word.value.ends_with('>') || word.value == "<");
    }
    return operands;
}

StepNote noteOf(const BuildStep &step, StepEffect effect, std::vector<std::string> paths = {})
{
    return {&step, effect, std::move(paths), {}, {}};
}

class FileSteps {
public:
    explicit FileSteps(const SplitStage &stage)
        : m_stage(stage)
    { }

    std::optional<StepNote> read(const BuildStep &step) const
    {
        if (auto note = readFiles(step))
            return note;
        if (auto note = readDownload(step))
            return note;
        return readArchive(step);
    }

private:
    std::string place(const BuildStep &step, std::string_view text) const
    {
        return placeOfWord(m_stage, step, text);
    }

    std::optional<StepNote> readFiles(const BuildStep &step) const;
    std::optional<StepNote> readDownload(const BuildStep &step) const;
    std::optional<StepNote> readArchive(const BuildStep &step) const;
    StepNote readMove(const BuildStep &step, const Words &operands) const;

    const SplitStage &m_stage;
};

/// The value of curl's or wget's option for the file, also as the last of several letters: `-fsSLo /x`.
std::optional<std::string> outputOption(const ScriptCommand &command, char letter, std::string_view name)
{
    const auto words = command.arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].value;
        if (word.starts_with(std::string(name) + "="))
            return std::string(word.substr(name.size() + 1));
        const bool isShort = word.size() >= 2 && word[0] == '-' && word[1] != '-';
        const std::size_t at = isShort ? word.find(letter) : std::string_view::npos;
        if (at != std::string_view::npos && at + 1 < word.size())
            return std::string(word.substr(at + 1));
        if ((word == name || at != std::string_view::npos) && i + 1 < words.size())
            return words[i + 1].value;
    }
    return std::nullopt;
}

std::optional<StepNote> FileSteps::readDownload(const BuildStep &step) const
{
    const ScriptCommand &command = *step.command;
    const auto addressOf = [&]() -> std::string_view {
        for (const ScriptWord *word : plainOperands(command)) {
            if (word->value.find('/') != std::string::npos && !word->value.starts_with('/'))
                return word->value;
        }
        return {};
    };
    if (command.name() == "curl") {
        if (const auto output = outputOption(command, 'o', "--output"))
            return isStream(*output) ? noteOf(step, StepEffect::Nothing)
                                     : noteOf(step, StepEffect::Writes, {place(step, *output)});
        if (command.hasLetter('O') || command.has({"--remote-name"}))
            return noteOf(step, StepEffect::Writes, {place(step, lastPart(addressOf()))});
        return noteOf(step, StepEffect::Nothing);
    }
    if (command.name() == "wget") {
        if (const auto output = outputOption(command, 'O', "--output-document"))
            return isStream(*output) ? noteOf(step, StepEffect::Nothing)
                                     : noteOf(step, StepEffect::Writes, {place(step, *output)});
        std::string_view name = lastPart(addressOf());
        name = name.substr(0, name.find_first_of("?#"));
        const std::string folder = optionValue(step, {"-P", "--directory-prefix"});
        if (name.empty())
            return noteOf(step, StepEffect::Unknown);
        return noteOf(step, StepEffect::Writes,
                      {place(step, folder.empty() ? std::string(name) : folder + "/" + std::string(name))});
    }
    if (command.name() == "git") {
        const Words operands = plainOperands(command);
        if (operands.empty() || operands[0]->value != "clone")
            return noteOf(step,
                          operands.empty() || operands[0]->value == "config" ? StepEffect::Nothing
                                                                             : StepEffect::Builds);
        // The address is the first word with a slash; what `-b` and `--depth` take has none.
        const auto address = std::ranges::find_if(operands, [](const ScriptWord *word) {
            return word->value.find("://") != std::string::npos || word->value.find('@') != std::string::npos
                || word->value.find('$') != std::string::npos;
        });
        if (address == operands.end())
            return noteOf(step, StepEffect::Unknown);
        std::string folder;
        if (address + 1 != operands.end() && (*(address + 1))->value.find("$(pwd)") == std::string::npos) {
            folder = (*(address + 1))->value;
        } else if (address + 1 != operands.end()) {
            folder = ".";
        } else {
            folder = lastPart((*address)->value);
            if (folder.ends_with(".git"))
                folder.resize(folder.size() - 4);
        }
        const std::string path = place(step, folder);
        return noteOf(step, StepEffect::Writes, {path.empty() ? path : path + "/"});
    }
    return std::nullopt;
}

std::optional<StepNote> FileSteps::readArchive(const BuildStep &step) const
{
    const ScriptCommand &command = *step.command;
    std::string folder;
    if (isOneOf(command.name(), {"tar", "bsdtar"})) {
        const auto words = command.arguments();
        const bool extracts = command.has({"--extract"}) || command.hasLetter('x')
            || (!words.empty() && !words[0].value.starts_with('-')
                && words[0].value.find('x') != std::string::npos && words[0].value.size() <= 6);
        if (!extracts)
            return noteOf(step, StepEffect::Unknown);
        folder = optionValue(step, {"-C", "--directory"});
    } else if (command.name() == "unzip") {
        folder = optionValue(step, {"-d"});
    } else {
        return std::nullopt;
    }
    const std::string path = place(step, folder.empty() ? "." : folder);
    return noteOf(step, StepEffect::Writes, {path.empty() ? path : path == "/" ? path : path + "/"});
}

StepNote FileSteps::readMove(const BuildStep &step, const Words &operands) const
{
    const bool isMove = step.command->name() == "mv";
    if (operands.size() < 2)
        return noteOf(step, StepEffect::Unknown);
    const std::string &last = operands.back()->value;
    const std::string target = place(step, last);
    StepNote note = noteOf(step, StepEffect::Writes);
    if (isMove && operands.size() == 2)
        note.movedFrom = place(step, operands[0]->value);
    const bool isIntoFolder = last.ends_with('/') || operands.size() > 2 || isSystemFolder(target);
    if (!isIntoFolder) {
        note.paths.push_back(target);
        return note;
    }
    for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
        const std::string_view name = lastPart(operands[i]->value);
        note.paths.push_back(target.empty() || name.find_first_of("*?[$") != std::string_view::npos
                                     || name == "." || name.empty()
                                 ? std::string()
                                 : pathFrom(target, name));
    }
    return note;
}

std::optional<StepNote> FileSteps::readFiles(const BuildStep &step) const
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    Words operands = plainOperands(command);
    const auto all = [&](StepEffect effect, std::size_t first, std::string_view end) {
        StepNote note = noteOf(step, effect);
        for (std::size_t i = first; i < operands.size(); ++i) {
            std::string path = place(step, operands[i]->value);
            // The files of a folder by pattern: the folder.
            const std::size_t star = operands[i]->value.find_first_of("*?[");
            const std::size_t slash = operands[i]->value.rfind('/');
            if (path.empty() && star != std::string::npos && slash != std::string::npos && slash < star) {
                path = place(step, std::string_view(operands[i]->value).substr(0, slash));
                if (!path.empty() && !isSystemFolder(path))
                    path += '/';
                else
                    path.clear();
            } else if (!path.empty() && path != "/") {
                path += end;
            }
            note.paths.push_back(std::move(path));
        }
        return note;
    };
    if (name == "mkdir") {
        // Its mode is no folder.
        if (command.has({"-m", "--mode"}) && !operands.empty()
            && operands[0]->value.find_first_not_of("01234567") == std::string::npos)
            operands.erase(operands.begin());
        return all(StepEffect::Layout, 0, "/");
    }
    if (name == "touch")
        return all(StepEffect::Writes, 0, "");
    if (name == "tee")
        return all(StepEffect::Writes, 0, "");
    if (isOneOf(name, {"chmod", "chown", "chgrp"})) {
        StepNote note = all(StepEffect::Layout, 1, "");
        // `chown -R user . -v`, and the owner behind the path, as some write it.
        if (name == "chown" && !operands.empty())
            note.owner = operands[0]->value;
        return note;
    }
    if (isOneOf(name, {"cp", "mv", "install", "rsync"}))
        return readMove(step, operands);
    if (name == "ln")
        return noteOf(step, StepEffect::Link, {operands.empty() ? "" : place(step, operands.back()->value)});
    if (name == "sed") {
        const bool isInPlace = std::ranges::any_of(command.arguments(), [](const ScriptWord &word) {
            return word.value.starts_with("--in-place")
                || (word.value.starts_with("-") && !word.value.starts_with("--")
                    && word.value.find('i') != std::string::npos);
        });
        if (!isInPlace)
            return noteOf(step, StepEffect::Nothing);
        std::erase_if(operands, [&](const ScriptWord *word) {
            const auto words = command.arguments();
            const auto at = static_cast<std::size_t>(word - words.data());
            return at > 0 && isOneOf(words[at - 1].value, {"-e", "-f", "-re", "-ie"});
        });
        return all(StepEffect::Writes, command.has({"-e", "-f", "-re", "-ie"}) ? 0 : 1, "");
    }
    return std::nullopt;
}

} // namespace

bool isStream(std::string_view target)
{
    return target.starts_with('&') || target.starts_with("/dev/") || target == "-";
}

std::optional<StepNote> noteOfFiles(const SplitStage &stage, const BuildStep &step)
{
    return FileSteps(stage).read(step);
}

} // namespace drydock
