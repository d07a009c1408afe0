// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/inputs.h"

#include "model/syntax/syntax.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace drydock::bench {

namespace {

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Files that do not change the meaning of what stands behind them: no open heredoc or continuation, no other escape character.
bool canStandBeforeOthers(const std::string &file)
{
    const Syntax syntax = parse(SourceText(file));
    if (!syntax.problems.empty() || syntax.escape != '\\' || syntax.instructions.empty())
        return false;
    const Syntax followed = parse(SourceText(file + "\nFROM a\n"));
    return followed.problems.empty() && followed.instructions.size() == syntax.instructions.size() + 1;
}

template <typename IsEnough>
std::string joined(const Inputs &inputs, IsEnough isEnough)
{
    std::vector<const std::string *> usable;
    for (const std::string &file : inputs.files) {
        if (canStandBeforeOthers(file))
            usable.push_back(&file);
    }
    std::string text;
    for (std::size_t i = 0; !isEnough(text); ++i)
        text += *usable[i % usable.size()] + "\n";
    return text;
}

} // namespace

Inputs loadInputs(const std::string &folder)
{
    Inputs inputs;
    std::vector<std::filesystem::path> paths;
    std::error_code failed;
    for (const auto &entry : std::filesystem::directory_iterator(folder, failed))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::size_t bytes = 0;
    for (const std::filesystem::path &path : paths) {
        inputs.files.push_back(readFile(path));
        bytes += inputs.files.back().size();
    }
    if (!inputs.files.empty()) {
        inputs.origin = "the corpus: " + std::to_string(inputs.files.size()) + " files, "
            + std::to_string(bytes) + " bytes";
        return inputs;
    }
    for (std::size_t i = 0; i < 2000; ++i)
        inputs.files.push_back(manyStages(1 + i % 5));
    inputs.origin = "generated files, for there is no corpus at " + folder;
    return inputs;
}

std::string joinedBySize(const Inputs &inputs, std::size_t size)
{
    return joined(inputs, [size](const std::string &text) { return text.size() >= size; });
}

std::string joinedByLines(const Inputs &inputs, std::size_t lines)
{
    std::size_t seen = 0;
    std::size_t count = 0;
    return joined(inputs, [&, lines](const std::string &text) {
        count += static_cast<std::size_t>(
            std::count(text.begin() + static_cast<std::ptrdiff_t>(seen), text.end(), '\n'));
        seen = text.size();
        return count >= lines;
    });
}

std::string manyStages(std::size_t stages)
{
    std::string text = "# syntax=docker/dockerfile:1\nARG GO_VERSION=1.21\n";
    for (std::size_t i = 0; i < stages; ++i) {
        const std::string name = "stage" + std::to_string(i);
        const std::string before = "stage" + std::to_string(i - std::min<std::size_t>(i, 1 + i % 3));
        text += "\nFROM " + (i % 4 == 0 ? "golang:${GO_VERSION}-bookworm" : before) + " AS " + name + "\n";
        text += "WORKDIR /src/" + name + "\nENV CGO_ENABLED=0 GOFLAGS=\"-mod=vendor -trimpath\"\n";
        text += "RUN --mount=type=cache,target=/root/.cache/go-build \\\n    go build -o /out/" + name
            + " ./cmd/" + name + "\n";
        text += i == 0 ? "COPY . .\n" : "COPY --from=" + before + " /out/" + before + " /usr/local/bin/\n";
        text += "CMD [\"/out/" + name + "\", \"--listen\", \":8080\"]\n";
    }
    return text;
}

} // namespace drydock::bench
