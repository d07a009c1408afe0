// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/go_output.h"

#include "model/base/one_of.h"
#include "model/base/text_parts.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/go_builds.h"
#include "model/lint/stage_bases.h"

#include <algorithm>

namespace drydock {
namespace {

bool takesValue(std::string_view flag)
{
    return isOneOf(flag,
                   {"-o", "-p", "-C", "-asmflags", "-buildmode", "-compiler", "-gccgoflags", "-gcflags",
                    "-installsuffix", "-ldflags", "-mod", "-modfile", "-overlay", "-pgo", "-pkgdir", "-tags",
                    "-toolexec", "-covermode", "-coverpkg"});
}

bool isMajorVersion(std::string_view part)
{
    return part.size() > 1 && part.front() == 'v'
        && part.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
}

/// What stands behind the verb.
struct GoCommand {
    std::string output; ///< -o as written; empty if there is none.
    std::vector<std::string> packages;
    bool changesFolder = false; ///< -C
};

GoCommand readCommand(const ScriptCommand &command)
{
    GoCommand result;
    const auto words = command.arguments();
    bool isBehindVerb = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view word = words[i].value;
        if (word.starts_with("--"))
            word.remove_prefix(1);
        if (!word.starts_with('-')) {
            if (isBehindVerb && word.find('>') == std::string_view::npos)
                result.packages.emplace_back(word);
            isBehindVerb = true;
            continue;
        }
        if (word == "-o" && i + 1 < words.size())
            result.output = words[i + 1].value;
        else if (word.starts_with("-o="))
            result.output = word.substr(3);
        result.changesFolder = result.changesFolder || word == "-C" || word.starts_with("-C=");
        if (takesValue(word))
            ++i;
    }
    return result;
}

/// What the program of a package is called: the last part of the path that is no version. Empty if only go.mod says it.
std::string nameOfPackage(const SplitStage &stage, const BuildStep &step, std::string package)
{
    package = package.substr(0, package.find('@'));
    if (package.ends_with(".go"))
        return std::string(lastPart(package).substr(0, lastPart(package).size() - 3));
    if (package.ends_with("..."))
        return {};
    std::string last(lastPart(package));
    if (last == "." || last == ".." || last.empty()) {
        const Manifests *manifests = stage.manifests();
        if (!manifests || !step.directory)
            return {};
        for (const auto &module : manifests->goModules) {
            const std::string place = stage.placeOf(module.path);
            if (place == pathFrom(*step.directory, "go.mod"))
                return module.facts.programName();
        }
        return {};
    }
    if (isMajorVersion(last)) {
        const std::string above(lastPart(std::string_view(package).substr(0, package.rfind('/'))));
        return above == "." ? std::string() : above;
    }
    return last;
}

std::string binFolder(const SplitStage &stage, const BuildStep &step)
{
    for (const char *name : {"GOBIN", "GOPATH"}) {
        if (const VariableSetting *setting = stage.lint().variableAt(*step.run, name)) {
            if (!setting->value || setting->value->empty() || !setting->value->starts_with('/'))
                return {};
            return pathFrom(*setting->value, std::string_view(name) == "GOBIN" ? "." : "bin");
        }
    }
    return stage.imageName() == "golang" ? "/go/bin" : std::string();
}

void readBuild(const SplitStage &stage, const BuildStep &step, std::vector<GoOutput> &outputs)
{
    const GoCommand command = readCommand(*step.command);
    if (command.changesFolder)
        return;
    const std::string first = command.packages.empty() ? "." : command.packages.front();
    if (!command.output.empty()) {
        std::string path = step.pathOf(command.output);
        if (path.empty() || isOneOf(path, {"/dev/null"}))
            return;
        const bool isFolder = command.output.ends_with('/');
        if (!isFolder) {
            outputs.push_back({std::move(path), &step});
            return;
        }
        for (const std::string &package :
             command.packages.empty() ? std::vector<std::string> {"."} : command.packages) {
            if (const std::string name = nameOfPackage(stage, step, package); !name.empty())
                outputs.push_back({pathFrom(path, name), &step, false});
        }
        return;
    }
    const bool isOne = command.packages.size() <= 1 || command.packages.front().ends_with(".go");
    const std::string name = isOne ? nameOfPackage(stage, step, first) : std::string();
    if (!name.empty() && step.directory)
        outputs.push_back({pathFrom(*step.directory, name), &step, first.ends_with(".go")});
}

void readInstall(const SplitStage &stage, const BuildStep &step, std::vector<GoOutput> &outputs)
{
    const GoCommand command = readCommand(*step.command);
    const std::string folder = binFolder(stage, step);
    if (folder.empty() || command.changesFolder)
        return;
    for (const std::string &package :
         command.packages.empty() ? std::vector<std::string> {"."} : command.packages) {
        if (const std::string name = nameOfPackage(stage, step, package); !name.empty())
            outputs.push_back({pathFrom(folder, name), &step, false});
    }
}

/// `go install ./...` makes a program for each main package: the one that the container starts by its name is among them.
void readProgramOfAll(const SplitStage &stage, const BuildStep &step, std::vector<GoOutput> &outputs)
{
    const GoCommand command = readCommand(*step.command);
    if (command.packages.empty() || !command.packages.front().ends_with("..."))
        return;
    const std::string folder = binFolder(stage, step);
    const RuntimeContract &contract = stage.contract();
    if (folder.empty() || contract.form != StartForm::Exec || contract.argv.empty())
        return;
    const std::string &program = contract.argv.front();
    if (program.find('/') == std::string::npos)
        outputs.push_back({pathFrom(folder, program), &step});
}

} // namespace

std::vector<GoOutput> goOutputsOf(const SplitStage &stage)
{
    std::vector<GoOutput> outputs;
    for (const BuildStep &step : stage.steps()) {
        if (!isGoBuild(*step.command))
            continue;
        if (step.command->operands()[0]->value == "build") {
            readBuild(stage, step, outputs);
        } else {
            readInstall(stage, step, outputs);
            readProgramOfAll(stage, step, outputs);
        }
    }
    std::vector<GoOutput> once;
    for (const GoOutput &output : outputs) {
        const auto same = std::ranges::find(once, output.path, &GoOutput::path);
        if (same == once.end())
            once.push_back(output);
        else
            same->build = output.build;
    }
    return once;
}

} // namespace drydock
